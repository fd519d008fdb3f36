"""Three steps by three persons: who sees which button, what happens twice, late, or without the right."""

import pytest

from thenchot.access import accounts
from thenchot.access.events import Ended, Role
from thenchot.access.tests.book import AT, TODAY, A
from thenchot.ledger import reading
from thenchot.snapshot.closing import actions, folder, listing
from thenchot.snapshot.closing.turns import turns

BUTTONS = {
    "Soát xong": 'value="review"', "CHỐT SỐ LIỆU": 'value="approve"', "Nộp": 'value="submit"',
    "Trả lại": 'value="return"', "Nhận": 'value="receive"', "Bỏ": 'value="drop"',
}  # fmt: skip


def text(answer):
    return " ".join(answer.content.decode().split())


def page(browser, code):
    return browser.get(f"/chot-so-lieu/{code}/")


def press(browser, code, step, **more):
    return browser.post(f"/chot-so-lieu/{code}/buoc/", {"buoc": step, **more}, follow=True)


def buttons(browser, code):
    said = text(page(browser, code))
    return {name for name, mark in BUTTONS.items() if mark in said}


def state(code):
    return listing.standing(code).state


def prepare(browser, book, **given):
    return browser.post(f"/chot-so-lieu/to-chuc/{book.top}/lap-bieu/", {"ky": "2026-10", **given})


def test_from_the_list_to_a_closing_that_was_received(staffed, signed_in):
    clerk, second, deputy = (signed_in(name) for name in ("van.phong", "soat", "pho.bi.thu"))
    assert "Tổ chức này chưa chốt kỳ nào." in text(clerk.get("/chot-so-lieu/"))
    made = prepare(clerk, staffed)
    code = made["Location"].split("/")[-2]
    assert buttons(clerk, code) == {"Bỏ"} and buttons(deputy, code) == {"Soát xong"}
    assert buttons(second, code) == {"Soát xong", "Bỏ"}
    assert "Đã soát xong." in text(press(second, code, "review"))
    assert "CHỐT SỐ LIỆU" in buttons(deputy, code) and "CHỐT SỐ LIỆU" not in buttons(second, code)
    said = text(page(deputy, code))
    assert "Sau khi chốt, con số kỳ này không đổi nữa." in said
    press(deputy, code, "approve")
    assert state(code) == "approved" and buttons(deputy, code) == set()
    said = text(page(clerk, code))
    assert "van.phong ✓" in said and "soat ✓" in said and "pho.bi.thu ✓" in said
    assert buttons(clerk, code) == {"Nộp"}
    press(clerk, code, "submit")
    press(clerk, code, "receive")
    assert "đã nhận" in text(clerk.get("/chot-so-lieu/")) and state(code) == "received"


def test_the_preparer_is_told_why_another_must_review(prepared, signed_in):
    said = text(page(signed_in("van.phong"), prepared))
    assert "Đơn vị có cán bộ khác soát được (1 người) nên người lập biểu không tự soát." in said
    answer = press(signed_in("van.phong"), prepared, "review")
    assert "không tự soát" in text(answer) and state(prepared) == "prepared"


def test_in_an_office_of_one_the_preparer_reviews_and_it_is_shown_as_such(book, signed_in):
    clerk = signed_in("van.phong")
    code = prepare(clerk, book)["Location"].split("/")[-2]
    assert "Soát xong" in buttons(clerk, code)
    press(clerk, code, "review")
    assert "Người lập biểu đồng thời là người soát" in text(page(clerk, code))


def test_the_preparer_never_approves_not_even_as_a_confirmer(prepared, staffed, signed_in):
    press(signed_in("soat"), prepared, "review")
    staffed.grant(accounts.named("van.phong"), (Role.CONFIRMER, staffed.top))
    clerk = signed_in("van.phong")
    assert "CHỐT SỐ LIỆU" not in buttons(clerk, prepared)
    answer = press(clerk, prepared, "approve")
    assert "Người duyệt phải khác người lập biểu" in text(answer) and state(prepared) == "reviewed"


def test_what_the_page_offers_is_what_the_actions_allow(prepared, staffed):
    """For everybody, at each state: a step the page offers is taken; one it holds back is refused."""
    from thenchot.access.rights import Reach
    from thenchot.law.recording import Refused

    everybody = [accounts.named(name) for name in ("van.phong", "soat", "pho.bi.thu")]
    take = {"review": actions.review, "approve": actions.approve, "submit": actions.submit}
    for _ in range(3):
        one = listing.standing(prepared)
        for account in everybody:
            for turn in turns(one, Reach(account.id, TODAY)):
                if not turn.free:
                    with pytest.raises(Refused):
                        take[turn.step](staffed.desk, prepared, by=account.id, at=AT)
        step, account = next(
            (turn.step, account)
            for account in everybody
            for turn in turns(one, Reach(account.id, TODAY))
            if turn.free and turn.step in take
        )
        take[step](staffed.desk, prepared, by=account.id, at=AT)
    assert state(prepared) == "submitted"


@pytest.mark.parametrize(("who", "step"), [("soat", "review"), ("pho.bi.thu", "approve")])
def test_a_double_click_writes_once(prepared, staffed, signed_in, who, step):
    if step == "approve":
        actions.review(staffed.desk, prepared, by=accounts.named("soat").id, at=AT)
    browser = signed_in(who)
    press(browser, prepared, step)
    size = reading.size()
    again = press(browser, prepared, step)
    assert again.status_code == 200 and 'role="status"' in text(again)
    assert [e.kind for e in listing.standing(prepared).steps].count(
        f"closing.{step}ed".replace("ee", "e")
    ) == 1
    assert reading.size() == size


def test_preparing_twice_leads_to_the_same_closing(staffed, signed_in):
    browser = signed_in("van.phong")
    first, second = prepare(browser, staffed), prepare(browser, staffed)
    assert first["Location"] == second["Location"] and first.status_code == 302
    assert len(listing.closings(staffed.top)) == 1


def test_a_server_stopped_in_the_middle_leaves_nothing_half(staffed, signed_in, monkeypatch):
    class Stopped(BaseException):
        """The process ends here."""

    def ends(*_args, **_more):
        raise Stopped

    browser, size = signed_in("van.phong"), reading.size()
    with monkeypatch.context() as broken:
        broken.setattr(actions, "_record", ends)
        with pytest.raises(Stopped):
            prepare(browser, staffed)
    assert listing.closings(staffed.top) == [] and reading.size() <= size + 1
    code = prepare(browser, staffed)["Location"].split("/")[-2]
    assert {path.name for path in folder.place().iterdir() if path.is_dir()} == {code}


def test_a_role_that_ended_today_takes_no_step_and_sees_nothing(prepared, staffed, signed_in):
    browser = signed_in("soat")
    assert page(browser, prepared).status_code == 200
    account = accounts.named("soat")
    staffed.write(Ended(about=account.id, effective_on=TODAY, role=Role.OFFICE, scope=staffed.top))
    assert page(browser, prepared).status_code == 404
    assert press(browser, prepared, "review").status_code == 404
    assert prepare(browser, staffed).status_code == 403
    assert state(prepared) == "prepared"


@pytest.mark.parametrize("path", ["", "kiem/", "con-so/", "chu-ky/", "thay-doi/", "thay-the/"])
def test_from_outside_a_closing_is_like_one_that_is_not(approved, staffed, signed_in, path):
    staffed.account("xa.a", (Role.OFFICE, A))
    browser = signed_in("xa.a")
    there, nowhere = (
        browser.get(f"/chot-so-lieu/{approved}/{path}"),
        browser.get(f"/chot-so-lieu/abcdef012345/{path}"),
    )
    assert there.status_code == nowhere.status_code == 404
    assert browser.get(f"/chot-so-lieu/to-chuc/{staffed.top}/").status_code == 403


def test_a_commune_hands_up_and_the_province_returns_with_a_sentence(staffed, signed_in):
    staffed.account("xa.a", (Role.OFFICE, A))
    staffed.account("duyet.a", (Role.CONFIRMER, A))
    clerk, deputy, above = signed_in("xa.a"), signed_in("duyet.a"), signed_in("van.phong")
    made = clerk.post(f"/chot-so-lieu/to-chuc/{A}/lap-bieu/", {"ky": "2026-10"})
    code = made["Location"].split("/")[-2]
    press(clerk, code, "review"), press(deputy, code, "approve"), press(clerk, code, "submit")
    assert state(code) == "submitted"
    assert not buttons(clerk, code) & {"Nhận", "Trả lại"}
    assert buttons(above, code) >= {"Nhận", "Trả lại"}
    without = press(above, code, "return", cau=" ", **{"so-lieu": "M01"})
    assert "Trả lại cần một câu" in text(without) and state(code) == "submitted"
    press(above, code, "return", cau="Kết nạp lệch một người.", **{"so-lieu": "M01"})
    said = text(page(clerk, code))
    assert "Kết nạp lệch một người." in said and "M01" in said and "Nộp lại" in said


def test_a_dropped_closing_is_gone_and_the_period_free_again(prepared, staffed, signed_in):
    browser = signed_in("van.phong")
    assert "Đã bỏ biểu chưa duyệt" in text(press(browser, prepared, "drop"))
    assert page(browser, prepared).status_code == 404
    assert prepare(browser, staffed).status_code == 302


def test_the_period_comes_from_the_words_of_the_work_list(staffed, signed_in):
    browser = signed_in("van.phong")
    address = f"/chot-so-lieu/to-chuc/{staffed.top}/lap-bieu/"
    assert 'name="ky" value="2026-10"' in text(browser.get(address, {"ky": "Tháng 10 năm 2026"}))
    assert 'name="ky" value="2026-10"' in text(browser.get(address))
    assert browser.get(address, {"ky": "Tháng nào đó"}).status_code == 400


def test_a_past_day_has_no_buttons(prepared, signed_in):
    said = text(signed_in("soat").get(f"/chot-so-lieu/{prepared}/", {"ngay": "2026-11-01"}))
    assert 'value="review"' not in said


def test_a_get_writes_nothing(approved, signed_in):
    browser, size = signed_in("van.phong"), reading.size()
    for path in ("", "kiem/", "con-so/", "chu-ky/", "thay-doi/", "thay-the/"):
        assert browser.get(f"/chot-so-lieu/{approved}/{path}").status_code == 200
    assert browser.get(f"/chot-so-lieu/{approved}/buoc/").status_code == 405
    assert reading.size() == size
