"""A form opened, checked, saved once; what stands in the way is said and nothing typed is lost."""

import re
from datetime import date

import pytest

from thenchot.access.tests.book import A1, A2, AN, BINH, A
from thenchot.ledger import reading
from thenchot.rooms.membership.reading import membership_of
from thenchot.sealed import store
from thenchot.web.entering.form import enterable
from thenchot.web.members.acts import JOINING


@pytest.fixture
def office(signed_in):
    return signed_in("van.phong")


def text(answer):
    return answer.content.decode()


def opened(browser, address):
    """The hidden and filled fields of a form, as a browser would send them back."""
    answer = browser.get(address)
    assert answer.status_code == 200, text(answer)[:2000]
    return sent_back(answer)


def sent_back(answer):
    page = text(answer)
    found = {}
    for tag in re.findall(r"<input[^>]*>", page[page.index('class="entry"') :]):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if attributes.get("type") in ("radio", "checkbox") and " checked" not in tag:
            continue
        if "name" in attributes:
            found[attributes["name"]] = attributes.get("value", "")
    return found


@pytest.mark.parametrize("kind", sorted(enterable()))
def test_every_kind_of_act_has_its_form(book, office, kind):
    answer = office.get(f"/ghi/{kind}/")
    assert answer.status_code == 200
    assert 'name="ma_bieu"' in text(answer)


def test_an_act_is_recorded(book, office):
    said = opened(office, f"/ghi/membership.died/?nguoi={AN}")
    answer = office.post("/ghi/membership.died/", said | {"effective_on": "2026-11-20"})
    assert answer.status_code == 302
    assert membership_of(AN, as_of=date(2026, 11, 21)).died_on == date(2026, 11, 20)
    assert "Đã ghi. Từ trần." in text(office.get(answer["Location"]))


def finding(answer):
    """What is said beside boxes and over the form, without tags."""
    return re.sub(r"<[^>]+>", " ", text(answer))


def test_a_form_sent_twice_is_one_act_and_says_when_it_was_recorded(book, office):
    said = opened(office, f"/ghi/membership.exempted/?nguoi={AN}") | {"effective_on": "2026-11-02"}
    office.post("/ghi/membership.exempted/", said)
    size = reading.size()
    again = office.post("/ghi/membership.exempted/", said)
    assert (again.status_code, reading.size()) == (302, size)
    assert "Việc này đã ghi lúc" in finding(office.get(again["Location"]))


def test_a_form_sent_again_with_other_contents_writes_nothing_and_keeps_what_was_typed(book, office):
    said = opened(office, f"/ghi/membership.exempted/?nguoi={AN}") | {"effective_on": "2026-11-02"}
    office.post("/ghi/membership.exempted/", said)
    size = reading.size()
    answer = office.post("/ghi/membership.exempted/", said | {"effective_on": "2026-11-03"})
    assert (answer.status_code, reading.size()) == (200, size)
    assert "với nội dung khác" in finding(answer)
    assert 'value="2026-11-03"' in text(answer)


@pytest.mark.parametrize("kind", JOINING)
def test_from_a_roll_the_form_of_somebody_who_joins_opens_with_its_cell(book, office, kind):
    said = opened(office, f"/ghi/{kind}/?to-chuc={A1}")
    assert said["cell"] == str(A1)
    assert "cell" not in opened(office, f"/ghi/{kind}/?to-chuc={A}")  # of a commune it is chosen
    for place in ("9" * 19, "9" * 30):
        assert "cell" not in opened(office, f"/ghi/{kind}/?to-chuc={place}")


def test_what_is_missing_is_said_with_a_link_to_its_box(book, office):
    said = opened(office, f"/ghi/membership.temporarily_sent/?nguoi={AN}")
    answer = office.post("/ghi/membership.temporarily_sent/", said | {"effective_on": "2026-11-02"})
    assert answer.status_code == 200
    assert '<a href="#o-until">Chưa nhập “Đến ngày”.</a>' in text(answer)
    assert reading.size() == int(said["den_ban_ghi"])


def test_what_cannot_be_is_refused_beside_its_box_and_nothing_typed_is_lost(book, office):
    said = opened(office, f"/ghi/membership.moved/?nguoi={AN}")
    said |= {"cell": str(A1), "why": "internal", "effective_on": "2026-11-02", "paper": "12-QĐ/ĐU"}
    answer = office.post("/ghi/membership.moved/", said)
    assert answer.status_code == 200
    beside = text(answer).split('id="o-cell-noi"')[1].split("</fieldset>")[0]
    assert "Chưa lưu được" in beside
    assert 'value="12-QĐ/ĐU"' in text(answer)


def admission(**more):
    return {
        "moi": "1", "name": "Hoàng Thị Tư", "born.ngay": "5", "born.thang": "3", "born.nam": "1998",
        "sex": "female",
        "ethnicity": "01", "general": "upper_secondary", "professional": "none", "theory": "none",
        "occupation": "farmer", "youth_union": "yes", "business_owner": "no", "cell": str(A1),
        "personal_number": "099000000555", "resolved_on": "2026-08-01", "decided_on": "2026-09-01",
        "effective_on": "2026-09-09", "paper": "41-QĐ/ĐU", "signed_on": "2026-09-01", **more,
    }  # fmt: skip


def test_somebody_new_comes_with_the_act(book, office):
    said = opened(office, "/ghi/membership.admitted/")
    answer = office.post("/ghi/membership.admitted/", said | admission())
    assert answer.status_code == 302, finding(answer)
    (person,) = [e.about for e in reading.of_kind("membership.admitted")]
    assert membership_of(person, as_of=date(2026, 11, 21)).cell == A1
    page = finding(office.get(answer["Location"]))
    assert "Đã ghi. Kết nạp tại" in page


def test_somebody_is_registered_without_another_act(book, office):
    said = opened(office, "/ghi/people.registered/") | admission() | {"organisation": str(A1)}
    answer = office.post("/ghi/people.registered/", said)
    assert "Đã ghi. Vào sổ: sinh 03/1998" in finding(office.get(answer["Location"]))


def test_a_number_that_somebody_has_is_said_beside_its_box(book, office):
    said = opened(office, "/ghi/membership.admitted/")
    answer = office.post("/ghi/membership.admitted/", said | admission(personal_number=f"099{AN:09d}"))
    assert answer.status_code == 200
    assert (
        "đã có trong một hồ sơ khác" in text(answer).split('id="o-personal_number-noi"')[1].split("</div>")[0]
    )


def test_a_day_known_by_year_only_is_taken(book, office):
    said = opened(office, "/ghi/membership.admitted/")
    typed = admission(**{"born.ngay": "", "born.thang": ""})
    assert office.post("/ghi/membership.admitted/", said | typed).status_code == 302


def test_a_day_without_its_month_is_said(book, office):
    said = opened(office, "/ghi/membership.admitted/")
    answer = office.post("/ghi/membership.admitted/", said | admission(**{"born.thang": ""}))
    assert "biết cả tháng thì mới ghi ngày" in text(answer)


def test_checking_writes_nothing_and_says_what_saving_would(book, office):
    said = opened(office, "/ghi/membership.admitted/") | admission(effective_on="2026-08-15")
    size = reading.size()
    answer = office.post("/ghi/membership.admitted/kiem-tra/", said)
    assert (answer.status_code, reading.size()) == (200, size)
    assert store.by_number("099000000555") is None
    assert "Chưa lưu được" in text(answer).split('id="o-effective_on-noi"')[1].split('class="noted"')[0]
    saved = office.post("/ghi/membership.admitted/", said | {"effective_on": "2026-09-09"})
    assert saved.status_code == 302, finding(saved)


def test_what_is_against_a_rule_is_recorded_once_it_is_said_to_be_as_on_paper(book, office):
    said = opened(office, "/ghi/membership.admitted/") | admission(**{"born.nam": "2015"})
    checked = office.post("/ghi/membership.admitted/kiem-tra/", said)
    assert 'name="dung_nhu_van_ban"' in text(checked)
    assert "Căn cứ" in text(checked)
    refused = office.post("/ghi/membership.admitted/", said)
    assert (refused.status_code, "Đúng như văn bản" in text(refused)) == (200, True)
    saved = office.post("/ghi/membership.admitted/", said | {"dung_nhu_van_ban": "1"})
    assert saved.status_code == 302
    assert "Cần xem lại" in finding(office.get(saved["Location"]))


def test_a_story_that_grew_meanwhile_is_told_before_anything_is_written(book, office, signed_in):
    said = opened(office, f"/ghi/membership.exempted/?nguoi={AN}") | {"effective_on": "2026-11-02"}
    other = opened(office, f"/ghi/people.occupied/?nguoi={AN}")
    office.post("/ghi/people.occupied/", other | {"effective_on": "2026-11-01", "occupation": "retired"})
    size = reading.size()
    answer = office.post("/ghi/membership.exempted/", said)
    assert (answer.status_code, reading.size()) == (200, size)
    assert "Nghề nghiệp: hưu trí" in finding(answer)
    assert office.post("/ghi/membership.exempted/", sent_back(answer)).status_code == 302


def test_who_dies_leaves_the_posts_he_held(book, office):
    said = opened(office, f"/ghi/offices.taken/?nguoi={AN}")
    said |= {"post": "secretary", "seat": str(A1), "way": "elected", "effective_on": "2026-05-01"}
    assert office.post("/ghi/offices.taken/", said).status_code == 302
    said = opened(office, f"/ghi/membership.died/?nguoi={AN}") | {"effective_on": "2026-11-20"}
    checked = text(office.post("/ghi/membership.died/kiem-tra/", said))
    assert "Cùng lúc ghi: Thôi giữ chức vụ bí thư" in checked
    assert office.post("/ghi/membership.died/", said).status_code == 302
    assert [e.effective_on for e in reading.of_kind("offices.left")] == [date(2026, 11, 20)]
    assert office.post("/ghi/membership.died/", said).status_code == 302


def test_a_role_that_ended_meanwhile_writes_nothing_and_keeps_what_was_typed(book, signed_in):
    from thenchot.access.accounts import Account
    from thenchot.access.events import Ended, Role
    from thenchot.access.tests.book import A

    book.account("can.bo", (Role.OFFICE, A))
    clerk = signed_in("can.bo")
    said = opened(clerk, f"/ghi/membership.exempted/?nguoi={AN}") | {"effective_on": "2026-11-02"}
    account = Account.objects.get(name="can.bo").id
    book.write(Ended(about=account, effective_on=date(2026, 11, 20), role=Role.OFFICE, scope=A))
    size = reading.size()
    answer = clerk.post("/ghi/membership.exempted/", said)
    assert (answer.status_code, reading.size()) == (403, size)
    assert 'value="2026-11-02"' in text(answer)


def test_somebody_outside_the_scope_is_nobody(book, signed_in):
    from thenchot.access.events import Role
    from thenchot.access.tests.book import A

    book.account("can.bo", (Role.OFFICE, A))
    clerk = signed_in("can.bo")
    outside = clerk.get(f"/ghi/membership.exempted/?nguoi={BINH}")
    nobody = clerk.get("/ghi/membership.exempted/?nguoi=999999")
    assert (outside.status_code, "Lý Thị Mai" in text(outside)) == (404, False)
    assert nobody.status_code in (200, 404)


def test_a_past_day_has_no_forms(book, office):
    answer = office.get(f"/ghi/membership.died/?nguoi={AN}&ngay=2026-06-30")
    assert "Ở chế độ này không ghi việc mới" in text(answer)
    assert 'name="ma_bieu"' not in text(answer)
    assert f"/ghi/membership.died/?nguoi={AN}" in text(answer)


def test_a_locked_book_is_said_and_nothing_typed_is_lost(book, office, monkeypatch):
    from django.db import OperationalError

    from thenchot.surface import together

    said = opened(office, f"/ghi/membership.exempted/?nguoi={AN}") | {"effective_on": "2026-11-02"}

    def locked():
        raise OperationalError("database is locked")

    monkeypatch.setattr(together, "book_held", locked)
    answer = office.post("/ghi/membership.exempted/", said)
    assert answer.status_code == 503
    assert "đang có người khác ghi" in text(answer)
    assert 'value="2026-11-02"' in text(answer)


def test_a_person_is_found_by_a_few_letters_without_marks(book, office):
    said = opened(office, "/ghi/membership.exempted/") | {"about.tim": "vang a su", "tim": "about"}
    answer = office.post("/ghi/membership.exempted/", said)
    assert f'value="{AN}"' in text(answer)
    parts = office.post("/ghi/membership.exempted/chon/about/", said)
    assert "Vàng A Sùng" in text(parts) and "<html" not in text(parts)


def test_cells_outside_the_scope_are_not_offered(book, signed_in):
    from thenchot.access.events import Role
    from thenchot.access.tests.book import A

    book.account("can.bo", (Role.OFFICE, A))
    clerk = signed_in("can.bo")
    said = opened(clerk, f"/ghi/membership.moved/?nguoi={AN}") | {"cell.tim": "c2"}
    found = text(clerk.post("/ghi/membership.moved/chon/cell/", said))
    assert (f'value="{A2}"' in found, 'value="23"' in found) == (True, False)
