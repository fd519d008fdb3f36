"""A line of a timeline: its history, corrected, annulled, followed by a later paper."""

import re
from datetime import date

import pytest

from thenchot.access import accounts
from thenchot.access.requests import Request
from thenchot.access.tests.book import A1, A2, AN, AT, BINH
from thenchot.law.recording import Refused
from thenchot.ledger import reading
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership.events import Exempted
from thenchot.rooms.membership.reading import membership_of

from .test_form import finding, opened, sent_back, text


@pytest.fixture
def office(signed_in):
    return signed_in("van.phong")


@pytest.fixture
def exempted(book, office):
    """The root of an act recorded today."""
    said = opened(office, f"/ghi/membership.exempted/?nguoi={AN}")
    office.post("/ghi/membership.exempted/", said | {"effective_on": "2026-11-02", "paper": "12-NQ/CB"})
    (entry,) = reading.of_kind("membership.exempted")
    return entry.root


def test_the_history_tells_who_when_and_what(book, office, exempted):
    page = finding(office.get(f"/ghi/ban-ghi/{exempted}/"))
    for part in ("van.phong", "Miễn sinh hoạt", "12-NQ/CB", "02/11/2026", "Ghi nhầm, sửa theo giấy"):
        assert part in page


def test_a_correction_shows_old_and_new_before_it_is_saved(book, office, exempted):
    address = f"/ghi/ban-ghi/{exempted}/sua/"
    said = opened(office, address) | {"effective_on": "2026-11-05", "ly_do": "typed_wrong"}
    size = reading.size()
    shown = office.post(address, said)
    assert (shown.status_code, reading.size()) == (200, size)
    assert "<del>02/11/2026</del> → <ins>05/11/2026</ins>" in text(shown)
    saved = office.post(address, sent_back(shown) | {"ly_do": "typed_wrong"})
    assert saved.status_code == 302, finding(saved)
    (entry,) = reading.of_kind("membership.exempted")
    assert (entry.effective_on, entry.root, entry.reason) == (date(2026, 11, 5), exempted, "typed_wrong")
    assert "gõ nhầm" in finding(office.get(f"/ghi/ban-ghi/{exempted}/"))


def test_somebody_corrected_into_another_cell_counts_there(book, office):
    entry = next(e for e in reading.of_kind("membership.carried_over") if e.about == AN)
    address = f"/ghi/ban-ghi/{entry.root}/sua/"
    said = opened(office, address) | {"cell": str(A2), "ly_do": "typed_wrong"}
    assert (
        office.post(address, sent_back(office.post(address, said)) | {"ly_do": "typed_wrong"}).status_code
        == 302
    )
    after = next(e for e in reading.of_kind("membership.carried_over") if e.about == AN)
    assert (after.act.cell, after.organisation) == (A2, A2)


def test_what_was_changed_after_it_was_shown_is_shown_again(book, office, exempted):
    address = f"/ghi/ban-ghi/{exempted}/sua/"
    said = opened(office, address) | {"effective_on": "2026-11-05", "ly_do": "typed_wrong"}
    shown = sent_back(office.post(address, said)) | {"ly_do": "typed_wrong", "effective_on": "2026-11-06"}
    again = office.post(address, shown)
    assert (again.status_code, "<ins>06/11/2026</ins>" in text(again)) == (200, True)


def test_a_correction_without_a_reason_or_a_change_is_not_one(book, office, exempted):
    address = f"/ghi/ban-ghi/{exempted}/sua/"
    said = opened(office, address)
    assert "Chưa chọn lý do" in text(office.post(address, said))
    assert "Chưa có ô nào khác" in text(office.post(address, said | {"ly_do": "typed_wrong"}))


def test_a_correction_is_checked_while_it_is_typed(book, office, exempted):
    address = f"/ghi/ban-ghi/{exempted}/sua/"
    said = opened(office, address) | {"effective_on": "2025-11-05"}
    size = reading.size()
    answer = office.post(f"{address}kiem-tra/", said)
    assert (answer.status_code, reading.size()) == (200, size)
    assert "Sổ bắt đầu từ ngày 01/01/2026" in text(answer)


def test_a_line_is_annulled_with_its_reason(book, office, exempted):
    address = f"/ghi/ban-ghi/{exempted}/huy/"
    said = opened(office, address) | {"ly_do": "did_not_happen"}
    assert office.post(address, said).status_code == 302
    assert not membership_of(AN, as_of=date(2026, 11, 21)).exempt
    page = finding(office.get(f"/ghi/ban-ghi/{exempted}/"))
    assert "việc không xảy ra" in page and "Ghi nhầm, sửa theo giấy" not in page
    assert office.get(address).status_code == 409


def test_what_stands_on_a_line_is_named_and_goes_with_it_only_when_asked(book, office, exempted):
    said = opened(office, f"/ghi/membership.exemption_ended/?nguoi={AN}")
    office.post("/ghi/membership.exemption_ended/", said | {"effective_on": "2026-11-10"})
    address = f"/ghi/ban-ghi/{exempted}/huy/"
    page = text(office.get(address))
    assert "Trở lại sinh hoạt" in page
    said = opened(office, address) | {"ly_do": "did_not_happen"}
    size = reading.size()
    refused = office.post(address, said)
    assert (refused.status_code, reading.size()) == (200, size)
    assert office.post(address, said | {"ca_viec_dua_vao": "1"}).status_code == 302
    assert reading.of_kind("membership.exemption_ended") == []


def test_an_old_line_waits_for_a_second_person(book, office, exempted, monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", "2027-01-15")
    entry = reading.entry(exempted)
    address = f"/ghi/ban-ghi/{entry.root}/huy/"
    assert "cần người thứ hai" in text(office.get(address))
    said = opened(office, address) | {"ly_do": "entered_twice"}
    answer = office.post(address, said)
    asked = Request.objects.get()
    assert answer.status_code == 302
    assert asked.code in finding(office.get(answer["Location"]))
    assert len(reading.of_kind("membership.exempted")) == 1
    office.post(address, said)
    assert Request.objects.count() == 1


def test_a_later_paper_is_a_new_act_with_number_and_day(book, office, exempted):
    page = text(office.get(f"/ghi/ban-ghi/{exempted}/dieu-chinh/"))
    (address,) = re.findall(r'href="(/ghi/membership.exemption_ended/[^"]*)"', page)
    said = opened(office, address.replace("&amp;", "&")) | {"effective_on": "2026-11-10"}
    answer = office.post("/ghi/membership.exemption_ended/", said)
    assert answer.status_code == 200
    assert "Chưa nhập “Số văn bản”" in text(answer)


def test_a_later_paper_names_who_signed_it_and_the_history_says_so(book, office, exempted):
    page = text(office.get(f"/ghi/ban-ghi/{exempted}/dieu-chinh/"))
    (address,) = re.findall(r'href="(/ghi/membership.exemption_ended/[^"]*)"', page)
    said = opened(office, address.replace("&amp;", "&")) | {
        "effective_on": "2026-11-10", "paper": "31-QĐ/ĐU", "signed_on": "2026-11-09",
    }  # fmt: skip
    answer = office.post("/ghi/membership.exemption_ended/", said)
    assert answer.status_code == 200 and "Chưa nhập “Người ký”" in text(answer)
    unknown = office.post("/ghi/membership.exemption_ended/", said | {"signer": "Nguyễn Văn A"})
    assert unknown.status_code == 200 and not reading.of_kind("membership.exemption_ended")
    saved = office.post("/ghi/membership.exemption_ended/", said | {"signer": "standing_deputy"})
    assert saved.status_code == 302, finding(saved)
    (entry,) = reading.of_kind("membership.exemption_ended")
    assert entry.signer == entry.act.signer == "standing_deputy"
    said = text(office.get(f"/ghi/ban-ghi/{entry.seq}/"))
    assert "31-QĐ/ĐU ngày 09/11/2026 · người ký: Phó Bí thư Thường trực" in said
    assert "31-QĐ/ĐU ngày 09/11/2026 · người ký: Phó Bí thư Thường trực" in text(
        office.get(f"/dang-vien/{entry.about}/")
    )


def test_a_correction_keeps_who_signed_and_can_change_it(book, office, exempted):
    act = Exempted(
        about=BINH, organisation=A2, effective_on=date(2026, 10, 1), paper="30-QĐ/ĐU",
        signed_on=date(2026, 9, 30), signer="head",
    )  # fmt: skip
    book.write(act)
    entry = next(e for e in reading.of_kind("membership.exempted") if e.signer)
    address = f"/ghi/ban-ghi/{entry.seq}/sua/"
    assert '<option value="head" selected>Trưởng ban' in text(office.get(address))
    said = opened(office, address)
    said |= {"ly_do": "typed_wrong", "signer": "deputy_head"}
    shown = office.post(address, said)
    assert "<del>Trưởng ban</del> → <ins>Phó Trưởng ban</ins>" in text(shown)
    saved = office.post(address, sent_back(shown) | {"ly_do": "typed_wrong", "signer": "deputy_head"})
    assert saved.status_code == 302, finding(saved)
    last = reading.entries(BINH)[-1]
    assert (last.signer, last.act.paper) == ("deputy_head", "30-QĐ/ĐU")


def test_a_name_is_no_signer_whoever_writes_it(book):
    act = Exempted(
        about=BINH, organisation=A2, effective_on=date(2026, 10, 1), paper="30-QĐ/ĐU", signer="nguyen.van.a"
    )
    with pytest.raises(Refused) as refused:
        book.desk.record([Draft(act, 7)], by=accounts.named("van.phong").id, at=AT)
    assert [one.objection.rule for one in refused.value.findings] == ["signer_is_of_the_list"]


def test_an_ordinary_form_and_an_old_line_ask_for_no_signer(office, exempted):
    for address in ("/ghi/membership.exempted/?nguoi=102", f"/ghi/ban-ghi/{exempted}/sua/"):
        assert 'name="signer"' not in office.get(address).content.decode()


def test_a_line_of_somebody_outside_the_scope_is_no_line(book, office, signed_in, exempted):
    from thenchot.access.events import Role
    from thenchot.access.tests.book import B

    book.account("can.bo.b", (Role.OFFICE, B))
    other = signed_in("can.bo.b")
    for part in ("", "sua/", "huy/", "dieu-chinh/"):
        assert other.get(f"/ghi/ban-ghi/{exempted}/{part}").status_code == 404
    act_set = reading.entry(exempted).act_set
    assert other.get(f"/ghi/da-ghi/{act_set}/").status_code == 404


def test_the_menu_has_the_acts_most_used_first(book, office):
    for person, day in ((AN, "2026-11-02"), (BINH, "2026-11-03")):
        said = opened(office, f"/ghi/people.youth_union_set/?nguoi={person}")
        office.post("/ghi/people.youth_union_set/", said | {"effective_on": day, "member": "no"})
    page = text(office.get("/ghi/"))
    first = page.index("/ghi/people.youth_union_set/")
    assert first < page.index("/ghi/membership.admitted/")


def test_the_menu_for_a_person_has_what_can_happen_to_him(book, office):
    page = text(office.get(f"/ghi/?nguoi={AN}"))
    assert f"/ghi/membership.exempted/?nguoi={AN}" in page
    assert "/ghi/membership.exemption_ended/" not in page
    assert "/ghi/membership.recognised/" not in page


def test_an_organisation_is_renamed_by_a_decision(book, office):
    address = f"/ghi/organisations.renamed/?to-chuc={A1}"
    said = opened(office, address) | {"name": "Chi bộ thôn Mới", "effective_on": "2026-11-02"}
    assert "Chưa nhập “Ngày ký văn bản”" in text(office.post("/ghi/organisations.renamed/", said))
    said |= {"paper": "9-QĐ/ĐU", "signed_on": "2026-11-01"}
    assert office.post("/ghi/organisations.renamed/", said).status_code == 302
    (entry,) = reading.of_kind("organisations.renamed")
    shown = finding(office.get(f"/ghi/ban-ghi/{entry.root}/"))
    assert "Chi bộ thôn Mới" in shown
