"""*Sửa họ tên, số*: by whom, old beside new, by which paper; both stores or neither; what reports propose."""

import re

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, BINH, DUNG, A, B
from thenchot.ledger import reading
from thenchot.sealed import directory, store, unsealed
from thenchot.sealed.persons import Dated

from .test_roll import MOST, statements

PAGE = f"/dang-vien/{AN}/ho-so/"
PAPER = {
    "giay-to": "citizen_card",
    "so-giay": "099000000214",
    "ngay-giay": "12/8/2026",
    "ly-do": "typed_wrong",
}


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def office(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A))
    return signed_in("to.chuc")


@pytest.fixture
def clerk(book, signed_in):
    book.account("xa.a", (Role.OFFICE, A))
    return signed_in("xa.a")


def hidden(answer):
    said = answer.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]*)"', said)[1] for name in ("ma-bieu", "lan")}


def asked(browser, given, address=PAGE):
    """The form opened and sent once: what changes is shown, nothing is written."""
    sent = hidden(browser.get(address)) | PAPER | given
    return sent, browser.post(address, sent)


def saved(browser, given, address=PAGE):
    sent, answer = asked(browser, given, address)
    found = re.search(r'name="da-xem" value="(\w+)"', answer.content.decode())
    assert found, text(answer)
    sent |= {"da-xem": found[1]}
    return sent, browser.post(address, sent, follow=True)


def file(person=AN):
    return unsealed.fetch([person])[person]


def changes(person=AN):
    return [one for one in reading.entries(person) if one.kind == "people.file_changed"]


def test_the_page_of_a_person_leads_to_the_form_and_numbers_stand_masked(office):
    assert f'href="{PAGE}"' in text(office.get(f"/dang-vien/{AN}/"))
    said = text(office.get(PAGE))
    assert 'value="Vàng A Sùng"' in said and "•••••••••101" in said and "099000000101" not in said


def test_old_and_new_are_shown_before_anything_is_written(office):
    before = reading.size()
    _sent, answer = asked(office, {"ho-ten": "Vàng A Sủng"})
    said = text(answer)
    assert "<del>Vàng A Sùng</del> → <ins>Vàng A Sủng</ins>" in said and "Ghi vào hồ sơ" in said
    assert reading.size() == before and file().name == "Vàng A Sùng"


def test_a_name_is_corrected_in_both_stores_with_its_paper(office):
    _sent, answer = saved(office, {"ho-ten": "Vàng A Sủng"})
    said = text(answer)
    assert "Đã sửa hồ sơ" in said and "<h1>Vàng A Sủng</h1>" in said
    assert "Sửa hồ sơ: họ tên (ghi nhầm, sửa theo giấy tờ), theo căn cước số cuối 214" in said
    entry = changes()[-1]
    assert entry.act.version == store.versions([AN])[AN].version and entry.act.digest == store.digest(AN)
    assert (entry.act.parts, entry.act.last_three, entry.paper) == ("name", "214", None)
    assert [one.text for one in file().replaced] == ["Vàng A Sùng"]
    assert "Vàng A Sùng" in text(office.get(PAGE))  # what stood there can still be read


def test_the_number_of_a_paper_that_is_the_persons_own_never_reaches_the_book(office):
    saved(office, {"ho-ten": "Vàng A Sủng"})
    entry = changes()[-1]
    assert entry.paper is None and "0990" not in str(entry)
    _sent, answer = asked(office, {"ho-ten": "Vàng Sùng", "giay-to": "party_decision"})
    assert answer.status_code == 409 and "không ghi số định danh" in text(answer)


def test_a_new_name_by_a_paper_keeps_the_days_of_both(office):
    saved(office, {"ho-ten": "Vàng Văn Sùng", "ly-do": "changed_by_paper", "giay-to": "birth_certificate",
                   "so-giay": "12/2026"})  # fmt: skip
    assert file().names[0] == Dated("Vàng A Sùng") and file().names[1].since.isoformat() == "2026-08-12"
    said = text(office.get(f"/dang-vien/{AN}/"))
    assert "Vàng Văn Sùng (từ 12/08/2026)" in said and "12/2026 ngày 12/08/2026" in said


def test_numbers_and_the_birth_day_are_changed_and_found_by(office):
    saved(office, {"so-dinh-danh": "0990 0000 0999", "dien-thoai": "0000 111 222", "ngay-sinh": "5/3/1960"})
    assert store.by_number("099000000999") == AN and store.by_number("099000000101") is None
    assert file().phones == ("0000111222",) and file().born_on.isoformat() == "1960-03-05"
    assert changes()[-1].act.parts == "born_on.personal_number.phone"


def test_what_was_typed_stays_where_something_is_refused(office):
    before = reading.size()
    _sent, answer = asked(office, {"ho-ten": "Vàng A Sủng", "so-dinh-danh": "0990", "ngay-sinh": "5/4/1960"})
    said = text(answer)
    assert (
        answer.status_code == 409
        and "đã nhập vẫn còn" in said
        and "đúng 12 chữ số" in said
        and "Trong sổ ghi sinh 03/1960" in said
    )
    assert 'value="Vàng A Sủng"' in said and 'value="0990"' in said and reading.size() == before
    _sent, answer = asked(
        office, {"ho-ten": "Vàng Sùng", "giay-to": "", "ly-do": "", "ngay-giay": "12/8/2027"}
    )
    said = text(answer)
    assert "chọn giấy tờ làm căn cứ" in said and "chọn lý do" in said
    assert "Chưa có ô nào khác" in text(asked(office, {})[1])


def taken(browser, person):
    sent, answer = asked(browser, {"so-dinh-danh": f"099{person:09d}"})
    sent |= {"da-xem": re.search(r'name="da-xem" value="(\w+)"', answer.content.decode())[1]}
    return browser.post(PAGE, sent)


def test_whose_number_it_is_learns_only_who_may_open_that_page(office):
    before = (file(), reading.size())
    inside, outside = text(taken(office, DUNG)), text(taken(office, BINH))
    assert "đã có trong một hồ sơ khác" in inside and f'href="/dang-vien/{DUNG}/"' in inside
    assert (
        "đã có trong một hồ sơ khác" in outside
        and str(BINH) + "/" not in outside
        and "Lý Thị Mai" not in outside
    )
    assert (file(), reading.size()) == before


def test_sent_twice_it_is_written_once_and_a_stale_form_says_so(office):
    sent, _answer = saved(office, {"ho-ten": "Vàng A Sủng"})
    assert "không ghi lần nữa" in text(office.post(PAGE, sent, follow=True)) and len(changes()) == 1
    old = sent | {"ma-bieu": "f1", "ho-ten": "Vàng Sùng"}
    again = re.search(r'name="da-xem" value="(\w+)"', office.post(PAGE, old).content.decode())[1]
    answer = office.post(PAGE, old | {"da-xem": again})
    assert answer.status_code == 409 and "vừa được người khác sửa" in text(answer)
    assert 'value="Vàng Sùng"' in text(answer) and file().name == "Vàng A Sủng"


def test_who_may_not_open_numbers_corrects_names_only(clerk):
    said = text(clerk.get(PAGE))
    assert 'name="ho-ten"' in said and 'name="so-dinh-danh"' not in said
    _sent, answer = saved(clerk, {"ho-ten": "Vàng A Sủng", "so-dinh-danh": "099000000999"})
    assert "Đã sửa hồ sơ" in text(answer) and store.by_number("099000000999") is None
    assert clerk.get(f"/dang-vien/{BINH}/ho-so/").status_code == 404


def test_others_find_nothing_there(book, signed_in):
    book.account("xa.b", (Role.OFFICE, B))
    book.account("bi.thu", (Role.CELL_SECRETARY, A1))
    assert [signed_in(name).get(PAGE).status_code for name in ("xa.b", "bi.thu")] == [404, 404]


def test_a_report_of_a_name_leads_here_with_what_the_member_says(book, office, signed_in):
    book.account("dang.vien", person=AN)
    member = signed_in("dang.vien")
    member.post("/cua-toi/bao/name/", {"gia-tri": "Vàng A Sủng", "giay-to": "citizen_card", "so-cuoi": "214"})
    answer = f"/cua-toi/tra-loi/{AN}/name/"
    assert f'href="{PAGE}?muc=name"' in text(office.get(answer))
    assert 'value="Vàng A Sủng"' in text(office.get(f"{PAGE}?muc=name"))
    _sent, after = saved(office, {"ho-ten": "Vàng A Sủng"}, f"{PAGE}?muc=name")
    assert after.redirect_chain[-1][0] == answer and "<strong>Vàng A Sủng</strong>" in text(after)


def test_the_search_finds_the_new_name_and_the_form_is_quick(office):
    office.get(PAGE)
    assert statements(office, lambda browser: browser.get(PAGE)) <= MOST
    saved(office, {"ho-ten": "Vàng A Sủng"})
    assert directory.current().label(AN) == "Vàng A Sủng"
