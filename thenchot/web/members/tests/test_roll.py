"""The roll: order, years beside names, counts that are links, filters, past days, statements, rights."""

import re
from contextlib import ExitStack
from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AN, B1, P1, A, B
from thenchot.ledger import reading
from thenchot.rooms.membership import events as membership

from . import province

CONTROL = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "SELECT pg_advisory_xact_lock")
# In a demo the clock asks the book for its last moment: one more than in service.
MOST = 21


def text(answer):
    return answer.content.decode()


def roll(browser, organisation, **asked):
    return browser.get(f"/dang-vien/to-chuc/{organisation}/", asked)


def labels(answer):
    return re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)<', text(answer))


def statements(browser, ask):
    """How many statements a request sends, over all three databases."""
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
        ask(browser)
    sent = [one["sql"] for context in seen for one in context.captured_queries]
    return len([one for one in sent if not one.startswith(CONTROL)])


@pytest.fixture
def office(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A))
    return signed_in("to.chuc")


def test_the_first_page_is_the_roll_of_ones_own_organisation(office):
    answer = office.get("/dang-vien/")
    assert (answer.status_code, answer["Location"]) == (302, f"/dang-vien/to-chuc/{A}/")


def test_members_stand_in_the_order_of_their_given_names_with_their_years(book, office):
    province.members(book, range(300, 305), A1, "Vàng A Sùng")
    province.files(province.file(AN, "Bàn Văn An", year=1980))
    found = labels(roll(office, A1))
    assert found == ["Bàn Văn An (1980)"] + [f"Vàng A Sùng ({year})" for year in range(1950, 1955)]


def test_the_counts_are_links_to_the_filtered_roll(book, office):
    province.admitted(book, 400, A1, date(2026, 2, 3))
    book.write(membership.Exempted(about=AN, effective_on=date(2026, 3, 1), organisation=A1))
    found = text(roll(office, A))
    assert "<b>3</b> đảng viên" in found and "Số liệu đến ngày 21/11/2026" in found
    assert "chính thức <b>2</b>" in found and "dự bị <b>1</b>" in found and "miễn sinh hoạt <b>1</b>" in found
    assert labels(roll(office, A, dien="probationary")) == ["Giàng Thị Dợ (1999)"]
    assert len(labels(roll(office, A, dien="exempt"))) == 1


def test_somebody_on_the_way_and_a_guest_are_listed_and_not_counted(book, office):
    book.write(
        membership.Sent(about=AN, effective_on=date(2026, 6, 1), organisation=A1, to=B1),
        membership.Hosted(
            about=104, effective_on=date(2026, 6, 1), organisation=A1, cell=A1, until=date(2026, 12, 1)
        ),
    )
    found = text(roll(office, A1))
    assert "<b>0</b> đảng viên" in found and "đang chuyển <b>1</b>" in found and "khách <b>1</b>" in found
    assert (
        len(labels(roll(office, A1, dien="on_the_way"))) == len(labels(roll(office, A1, dien="guest"))) == 1
    )


def test_an_organisation_below_is_chosen_from_the_tree(office):
    found = text(roll(office, A))
    assert f'<option value="{A1}">' in found and f'<option value="{B1}">' not in found
    answer = roll(office, A, duoi=A2, dien="full", ngay="2026-03-01")
    assert answer["Location"] == f"/dang-vien/to-chuc/{A2}/?dien=full&ngay=2026-03-01"


def test_a_past_day_has_its_own_roll_and_no_forms(book, office):
    province.admitted(book, 400, A1, date(2026, 8, 3))
    past, now = text(roll(office, A1, ngay="2026-08-02")), text(roll(office, A1))
    assert "Giàng Thị Dợ" not in past and "Giàng Thị Dợ" in now
    assert "Ghi việc" in now and "Ghi việc" not in past.replace("không ghi việc mới", "")
    assert "Đang xem số liệu tính đến 02/08/2026" in past


def test_before_the_book_and_before_the_organisation_it_says_so(book, office):
    assert "bắt đầu ghi sổ từ 01/01/2026. Trước ngày này không có số liệu." in text(
        roll(office, A, ngay="2025-12-31")
    )


def test_who_left_long_ago_keeps_a_code_and_opens_nothing(book, signed_in):
    """Rights are today's: on a past day a member who belongs elsewhere today is not named."""
    book.write(
        membership.Moved(
            about=AN, effective_on=date(2026, 2, 1), organisation=B1, cell=B1, why="reorganisation"
        )
    )
    book.account("thu.ky", (Role.CELL_SECRETARY, A2))
    book.account("to.chuc.a", (Role.ORGANISING, A))
    assert "Vàng A Sùng" in text(roll(signed_in("to.chuc.a"), A1, ngay="2026-01-15"))  # within twelve months
    assert roll(signed_in("thu.ky"), A1, ngay="2026-01-15").status_code == 403


def test_an_empty_roll_says_so(book, office):
    book.write(membership.Died(about=AN, effective_on=date(2026, 2, 1), organisation=A1))
    found = text(roll(office, A1))
    assert "Chưa có đảng viên nào." in found and "Ghi từng người" in found


def test_ethnicity_is_no_filter_and_no_order(office):
    """X11: what is asked for beside the filters of the roll changes nothing."""
    plain = labels(roll(office, A))
    assert labels(roll(office, A, dan_toc="hmong", ethnicity="hmong", dien="hmong")) == plain
    assert not re.search(r"ethnic|dân tộc|dan[-_]toc", text(roll(office, A)), re.IGNORECASE)


@pytest.mark.parametrize(
    ("role", "scope", "place", "status"),
    [
        (Role.ORGANISING, A, A1, 200),  # inside
        (Role.OFFICE, A, A, 200),
        (Role.CELL_SECRETARY, A1, A1, 200),
        (Role.LEADER, A, A1, 200),
        (Role.ORGANISING, A, B1, 403),  # outside
        (Role.CELL_SECRETARY, A1, A2, 403),
        (Role.CELL_SECRETARY, A1, A, 403),  # above
        (Role.PETITION, A, A1, 403),
        (Role.AUDITOR, A, A1, 403),
        (Role.ADMINISTRATOR, A, A1, 403),
    ],
)
def test_who_may_see_a_roll(book, signed_in, role, scope, place, status):
    book.account("ai.do", (role, scope))
    assert roll(signed_in("ai.do"), place).status_code == status


def test_a_role_that_ended_opens_no_roll(book, signed_in):
    from thenchot.access.events import Ended

    account = book.account("nguoi.cu", (Role.ORGANISING, A))
    browser = signed_in("nguoi.cu")
    assert roll(browser, A1).status_code == 200
    book.write(
        Ended(
            about=account.id,
            effective_on=date(2026, 11, 21),
            role=Role.ORGANISING,
            scope=A,
        )
    )
    assert roll(browser, A1).status_code == 403


def test_an_office_without_a_summary_sees_names_that_are_no_links(book, signed_in):
    """Văn phòng Đảng ủy has the roll and not the person's page (screens 1.5)."""
    book.account("van.phong.a", (Role.OFFICE, A))
    found = text(roll(signed_in("van.phong.a"), A1))
    assert "Vàng A Sùng" in found and f"/dang-vien/{AN}/" not in found


def test_every_view_is_one_line_of_the_log_with_everybody_on_the_page(book, office):
    with connections["log"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_viewing WHERE door = 'labels'")
        (before,) = cursor.fetchone()
        roll(office, A)
        cursor.execute("SELECT count(*) FROM access_viewing WHERE door = 'labels'")
        assert cursor.fetchone()[0] == before + 1


def test_few_statements_and_the_same_for_many(book, office):
    roll(office, A)
    few = statements(office, lambda browser: roll(browser, A))
    province.members(book, range(1000, 1400), A1)
    roll(office, A)
    assert statements(office, lambda browser: roll(browser, A)) == few <= MOST


def test_pages_of_fifty(book, office):
    province.members(book, range(1000, 1060), A1)
    assert len(labels(roll(office, A))) == 50
    assert len(labels(roll(office, A, trang=2))) == 12
    assert "51–62/62" in text(roll(office, A, trang=2))


def test_an_unknown_organisation_and_one_out_of_scope_answer_alike(office):
    unknown, outside = roll(office, 987654321), roll(office, B)
    assert unknown.status_code == outside.status_code == 403
    assert plain(unknown) == plain(outside)
    assert office.get(f"/dang-vien/to-chuc/{2**63}/").status_code == 404


def plain(answer):
    """The page without what is drawn anew for every answer, and without its own address."""
    found = re.sub(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]*', r"\1", text(answer))
    return re.sub(r"/dang-vien/[^\"?]*", "", found)


def test_two_tops_do_not_mix(book, signed_in):
    book.account("tinh", (Role.ORGANISING, book.top))
    assert len(labels(roll(signed_in("tinh"), book.top))) == 4
    assert len(labels(roll(signed_in("tinh"), P1))) == 1
    assert reading.size() > 0
