"""What stands on a closing's face, its figures, what moved since, and that its seal holds."""

from datetime import date

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, AT, A
from thenchot.rooms.membership.events import Died
from thenchot.snapshot.closing import actions, folder, listing
from thenchot.snapshot.closing.events import Why
from thenchot.snapshot.period import month

from .test_steps import press, state, text


def ask(browser, code, path, **given):
    return browser.get(f"/chot-so-lieu/{code}/{path}", given)


def dies(book):
    book.write(Died(about=AN, organisation=A1, effective_on=date(2026, 10, 20)))


def test_the_face_says_what_balances_and_what_is_open(prepared, staffed, signed_in):
    said = text(ask(signed_in("soat"), prepared, "kiem/"))
    assert "Cân đối từng tổ chức: 7/7" in said
    assert "Không có việc nào còn cần xem lại" in said


def test_late_acts_of_the_period_are_named_and_counted(staffed, signed_in):
    dies(staffed)
    clerk = accounts.named("van.phong").id
    code = actions.prepare(staffed.desk, staffed.top, month(2026, 10), by=clerk, at=AT)
    said = text(ask(signed_in("soat"), code, "kiem/"))
    assert "việc ghi sau ngày 31/10/2026 nhưng xảy ra trong kỳ (đã tính)" in said
    assert "20/10/2026" in said


def test_figures_lead_to_the_rows_of_the_closing(approved, staffed, signed_in):
    browser = signed_in("van.phong")
    said = text(ask(browser, approved, "con-so/"))
    link = f"/so-lieu/{staffed.top}/M01/?chot={approved}"
    assert link in said
    assert browser.get(link).status_code == 200
    assert "Tổ chức đảng" in text(ask(browser, approved, "con-so/", phan="O"))


def test_before_it_is_closed_they_lead_to_the_book(prepared, staffed, signed_in):
    assert f"/so-lieu/{staffed.top}/M01/?ky=2026-10" in text(ask(signed_in("soat"), prepared, "con-so/"))


def test_what_changed_since_names_the_act_its_writer_and_the_moment(approved, staffed, signed_in):
    browser = signed_in("van.phong")
    assert "Không có số nào thay đổi." in text(ask(browser, approved, "thay-doi/"))
    dies(staffed)
    said = text(ask(browser, approved, "thay-doi/"))
    assert "đã chốt 4 → nay 3 (−1)" in said
    opened = text(ask(browser, approved, "thay-doi/", so="M01"))
    assert "tính từ 20/10/2026, ghi 10:00 21/11/2026" in opened and "ghi nhận muộn" in opened
    assert ask(browser, approved, "thay-doi/", so="M99").status_code == 404


def test_a_replacement_keeps_both_and_says_what_moved(approved, staffed, signed_in):
    dies(staffed)
    clerk, second, deputy = (signed_in(name) for name in ("van.phong", "soat", "pho.bi.thu"))
    address = f"/chot-so-lieu/{approved}/thay-the/"
    assert clerk.post(address).status_code == 400
    made = clerk.post(address, {"vi-sao": str(Why.RECORDED_LATE)})
    code = made["Location"].split("/")[-2]
    again = clerk.post(address, {"vi-sao": str(Why.RECORDED_LATE)})
    assert again["Location"] == made["Location"]
    press(second, code, "review"), press(deputy, code, "approve")
    assert "thay thế lần 2" in text(clerk.get("/chot-so-lieu/"))
    assert "ghi nhận muộn" in text(clerk.get(f"/chot-so-lieu/{code}/"))
    assert "đã có bản thay thế" in text(clerk.get(f"/chot-so-lieu/{approved}/")).lower()
    moved = text(ask(clerk, code, "thay-doi/", tu=approved))
    assert "4 → 3 (−1)" in moved
    assert (state(code), state(approved)) == ("approved", "approved")


def test_leaders_see_totals_and_neither_acts_nor_sensitive_figures(approved, staffed, signed_in):
    staffed.account("lanh.dao", (Role.LEADER, staffed.top))
    dies(staffed)
    browser = signed_in("lanh.dao")
    said = text(ask(browser, approved, "thay-doi/"))
    assert "đã chốt 4 → nay 3 (−1)" in said and "Việc nào, ai ghi" not in said
    assert "dân tộc" not in said.lower()
    assert ask(browser, approved, "thay-doi/", so="M01").status_code == 404
    assert (
        'value="' not in text(browser.get(f"/chot-so-lieu/{approved}/")).split("<main")[1].split("</main")[0]
    )


def test_the_seal_is_checked_and_a_broken_one_is_said(approved, signed_in):
    browser = signed_in("van.phong")
    assert "Chữ ký đúng" in text(ask(browser, approved, "chu-ky/"))
    manifest = folder.path_of(approved) / folder.MANIFEST
    manifest.write_text(manifest.read_text().replace('"kept":true', '"kept":false'))
    assert "Chưa khớp" in text(ask(browser, approved, "chu-ky/"))


def test_a_fragment_is_only_the_fragment(approved, signed_in):
    browser = signed_in("van.phong")
    for path in ("kiem/", "con-so/", "chu-ky/"):
        answer = browser.get(f"/chot-so-lieu/{approved}/{path}", headers={"hx-request": "true"})
        assert "<html" not in text(answer)


def test_statements_do_not_grow_with_the_closings(approved, staffed, signed_in, statements):
    browser = signed_in("van.phong")
    browser.get("/chot-so-lieu/")
    few = statements(lambda: browser.get("/chot-so-lieu/"))
    clerk = accounts.named("van.phong").id
    for number in range(1, 6):
        actions.prepare(staffed.desk, staffed.top, month(2026, number), by=clerk, at=AT)
    assert len(listing.closings(staffed.top)) == 6
    browser.get("/chot-so-lieu/")
    many = statements(lambda: browser.get("/chot-so-lieu/"))
    assert few == many <= 20
    assert statements(lambda: browser.get(f"/chot-so-lieu/{approved}/")) <= 20


def close(book, organisation, period, *, clerk="van.phong", second="soat", deputy="pho.bi.thu"):
    code = actions.prepare(book.desk, organisation, period, by=accounts.named(clerk).id, at=AT)
    actions.review(book.desk, code, by=accounts.named(second).id, at=AT)
    actions.approve(book.desk, code, by=accounts.named(deputy).id, at=AT)
    return code


def test_the_opening_is_what_was_closed_or_says_what_came_between(staffed, signed_in):
    close(staffed, staffed.top, month(2026, 9))
    clerk, browser = accounts.named("van.phong").id, signed_in("soat")
    code = actions.prepare(staffed.desk, staffed.top, month(2026, 10), by=clerk, at=AT)
    assert "Đầu kỳ = cuối kỳ đã chốt đến 30/09/2026: 4" in text(ask(browser, code, "kiem/"))
    staffed.write(Died(about=AN, organisation=A1, effective_on=date(2026, 9, 20)))
    said = text(ask(browser, code, "kiem/"))
    assert "Đầu kỳ 3, đã chốt đến 30/09/2026: 4" in said and "Ghi nhận muộn: -1" in said.replace("−", "-")


def test_units_that_have_not_closed_the_period_are_named(staffed, signed_in):
    close(staffed, A, month(2026, 10))
    clerk = accounts.named("van.phong").id
    code = actions.prepare(staffed.desk, staffed.top, month(2026, 10), by=clerk, at=AT)
    said = text(ask(signed_in("soat"), code, "kiem/"))
    assert "1/2 đơn vị trực thuộc đã chốt kỳ này; còn thiếu:" in said and "c12" in said
