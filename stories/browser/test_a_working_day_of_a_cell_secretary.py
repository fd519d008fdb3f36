"""A cell secretary on a phone of 360 px: what is due, the roll, a deadline answered with nothing arose."""

from datetime import date

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, TODAY, A, joining
from thenchot.rooms.documents.reading import deadlines

from .conftest import PHONE, violations

SMALLEST = 44  # px: what a thumb hits


@pytest.fixture
def secretary(book, enter):
    """Of cell A1, where fourteen others are members."""
    book.write(*(act for one in range(300, 314) for act in joining(one, A1)))
    book.account("xa.a", (Role.OFFICE, A))
    book.account("bi.thu", (Role.CELL_SECRETARY, A1), person=AN)
    return lambda: enter("bi.thu", PHONE)


@pytest.fixture
def letter(book, secretary):
    """A letter asks the cells of the commune for a report by 25/11."""
    from thenchot.access import accounts
    from thenchot.access.tests.book import AT
    from thenchot.ledger.writing import Draft
    from thenchot.rooms.documents.actions import new_code
    from thenchot.rooms.documents.events import Asked, Asks, DeadlineSet
    from thenchot.sealed import store
    from thenchot.sealed.randomness import System

    clerk, code, note = accounts.named("xa.a").id, new_code(book.mint), book.mint.id()
    said = {"effective_on": TODAY, "signed_on": date(2026, 11, 3), "paper": "31-CV/ĐU", "deadline": code}
    acts = [
        DeadlineSet(
            about=A, organisation=A, asks=Asks.REPORT, title=note, issuer_name=note,
            due_on=date(2026, 11, 25), monthly=False, **said,
        ),
        Asked(about=A1, organisation=A1, of=A, **said),
    ]  # fmt: skip
    store.put_named({note: "Báo cáo phát sinh tháng 11"}, at=AT, randomness=System())
    book.desk.record([Draft(one, 881) for one in acts], by=clerk, at=AT)
    return code


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def small_targets(page):
    """Buttons and links standing alone that are lower than a thumb."""
    return page.evaluate(
        """least => [...document.querySelectorAll("main .btn, main button, main summary.btn")]
          .filter(one => one.offsetParent && one.getBoundingClientRect().height < least)
          .map(one => one.outerHTML.slice(0, 120))""",
        SMALLEST,
    )


def test_a_deadline_is_answered_with_nothing_arose(secretary, letter):
    page = secretary()
    line = page.locator("li", has_text="Báo cáo phát sinh tháng 11")
    assert "hạn 25/11/2026" in line.inner_text()
    assert violations(page) == [] and fits(page) and small_targets(page) == []
    line.get_by_role("link", name="Trả lời").click()
    assert violations(page) == [] and fits(page) and small_targets(page) == []
    page.get_by_role("button", name="Không phát sinh").click()
    page.get_by_text("Đã ghi trả lời.").wait_for()
    (one,) = deadlines(A, as_of=TODAY)
    assert {unit: answer.how for unit, answer in one.answers.items()} == {A1: "nothing_arose"}
    assert page.locator("li", has_text="Báo cáo phát sinh tháng 11").count() == 0


def test_the_roll_of_the_own_cell_and_one_member_of_it(secretary):
    page = secretary()
    page.get_by_role("link", name="Danh sách đảng viên (15)").click()
    assert page.locator(".roll tbody tr").count() == 15
    assert violations(page) == [] and fits(page)
    page.get_by_role("link", name="Vàng A Sùng").click()
    said = page.locator("main").inner_text()
    assert "•••••••••101" in said and page.get_by_role("link", name="Đính chính").count() == 0
    assert violations(page) == [] and fits(page) and small_targets(page) == []
    assert page.request.get("/to-chuc/12/").status == 403
    assert page.request.get("/dang-vien/104/").status == 404
