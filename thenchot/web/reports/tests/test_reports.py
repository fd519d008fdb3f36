"""The pages of a draft: from last period's Word file to the issued report, and who may not see it."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test.utils import CaptureQueriesContext

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AT, A, joining
from thenchot.reports.drafts import keeping
from thenchot.reports.word import controls
from thenchot.reports.word.package import Package
from thenchot.reports.word.tests.files import word
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.kept import KEPT

LAST = (
    "BÁO CÁO", "kết quả công tác tháng 10 năm 2026",
    "Tổ chức thành công Đại hội chi bộ Bản Cườm theo đúng kế hoạch.",
    [("1. Công tác tổ chức", True)],
    "Đến ngày 31/10/2026 toàn Đảng bộ có 4 đảng viên. Kết nạp 7 đảng viên.",
    [("2. Bảo vệ chính trị nội bộ", True)], "Thẩm định 12 trường hợp.",
    [("3. Dân vận", True)], "Nhiệm vụ tháng 11: giúp 30 hộ.",
)  # fmt: skip


@pytest.fixture(autouse=True)
def engines():
    yield
    KEPT.close()


@pytest.fixture
def office(book, signed_in):
    book.write(*joining(105, A1, date(2026, 11, 3)))
    return signed_in("van.phong")


def upload(data, name="bao-cao.docx"):
    return SimpleUploadedFile(name, data)


def begun(book, office, *lines):
    answer = office.post(
        f"/bao-cao/to-chuc/{book.top}/moi/",
        {"ky": "2026-11", "denngay": "2026-11-20", "tep": upload(word(*(lines or LAST)))},
    )
    assert answer.status_code == 302, answer.content.decode()
    return keeping.latest(answer.headers["Location"].rstrip("/").rpartition("/")[2])


def accepted(book, office):
    saved = begun(book, office)
    do(office, saved, "nhan")
    return keeping.latest(saved.code)


def do(browser, saved, step, **more):
    return browser.post(f"/bao-cao/{saved.code}/lam/", {"buoc": step} | more, follow=True)


HTMX = {"HX-Request": "true"}


def page(browser, address, **more):
    answer = browser.get(address, **more)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def members(saved):
    return next(one for one in saved.content.numbers if one.figure == "M01")


def test_the_first_page_says_how_to_begin(book, office):
    said = page(office, "/bao-cao/")
    assert "Lập dự thảo từ báo cáo kỳ trước" in said and "Chưa có dự thảo nào" in said


def test_a_draft_shows_its_sections_numbers_and_what_to_look_at(book, office):
    saved = begun(book, office)
    said = page(office, f"/bao-cao/{saved.code}/?muc=1")
    assert "1. Công tác tổ chức" in said and "CẦN XEM LẠI" in said and "4?" in said
    assert "Tổ chức thành công Đại hội chi bộ Bản Cườm" in said
    refused = page(office, f"/bao-cao/{saved.code}/?muc=2")
    assert "phần mềm không quản lý nội dung này" in refused and "12 trường hợp" not in refused


def test_accepted_numbers_are_links_that_open(book, office):
    saved = accepted(book, office)
    one = members(saved)
    said = page(office, f"/bao-cao/{saved.code}/?so={one.tag}")
    assert "⟦5⟧" in said and "Mở danh sách" in said and "Kỳ trước" in said
    address = re.search(r'href="(/so-lieu/[^"]+/M01/[^"#]+)"', said)[1].replace("&amp;", "&")
    assert "Mai" not in address and ">5<" in page(office, address).replace("\n", "")


def test_the_panel_alone_where_htmx_asks(book, office):
    saved = accepted(book, office)
    said = page(office, f"/bao-cao/{saved.code}/?so={members(saved).tag}", headers=HTMX)
    assert "<html" not in said and "Mở danh sách" in said


def test_how_many_numbers_changed_and_bringing_them_up_to_date(book, office):
    saved = accepted(book, office)
    assert "Số liệu đã cập nhật" in page(office, f"/bao-cao/{saved.code}/doi/", headers=HTMX)
    book.write(*joining(106, A1, date(2026, 11, 4)))
    assert "(1 số đổi)" in page(office, f"/bao-cao/{saved.code}/doi/", headers=HTMX)
    do(office, saved, "cap-nhat")
    assert members(keeping.latest(saved.code)).printed == "6"


def test_binding_by_hand_typing_and_keeping_a_sentence(book, office):
    saved = begun(book, office)
    tag = saved.content.numbers[0].tag
    office.post(
        f"/bao-cao/{saved.code}/lam/",
        {"buoc": "gan", "so": tag, "so-lieu": "M01 Đảng viên", "ky": "previous", "in": "exact"},
    )
    assert keeping.latest(saved.code).content.number(tag).printed == "4"
    do(office, saved, "tay", **{"so": tag, "loai": "uoc", "gia-tri": "35"})
    assert keeping.latest(saved.code).content.number(tag).printed == "ước 35"
    do(office, saved, "giu-cau", **{"cau": saved.content.carried[0]})
    assert keeping.latest(saved.code).content.seen == saved.content.carried[:1]


def test_a_line_typed_anew_keeps_its_numbers(book, office):
    saved = accepted(book, office)
    one = members(saved)
    office.post(
        f"/bao-cao/{saved.code}/lam/",
        {"buoc": "sua", "doan": "4", "van-ban": f"Đảng bộ nay có ⟦{one.tag}⟧ đảng viên."},
    )
    said = page(office, f"/bao-cao/{saved.code}/?muc=1")
    assert "Đảng bộ nay có" in said and "⟦5⟧" in said
    refused = office.post(
        f"/bao-cao/{saved.code}/lam/", {"buoc": "sua", "doan": "4", "van-ban": "Có ⟦n99⟧"}, follow=True
    )
    assert "phải là của chính đoạn này" in refused.content.decode()


def test_word_out_and_back_with_three_choices(book, office):
    saved = accepted(book, office)
    one = members(saved)
    out = office.post(f"/bao-cao/{saved.code}/word/")
    assert out.headers["Content-Disposition"].startswith("attachment")
    package = Package.read(out.content)
    controls.fill(package.body, {one.tag: "9"})
    office.post(f"/bao-cao/{saved.code}/nhan-lai/", {"tep": upload(package.bytes())})
    said = page(office, f"/bao-cao/{saved.code}/nhan-lai/")
    assert "5 → 9" in said and "Giữ như sửa, ghi chú" in said and "Trở lại số đếm" in said
    office.post(f"/bao-cao/{saved.code}/nhan-lai/", {"so": one.tag, "lam": "back"})
    assert members(keeping.latest(saved.code)).printed == "5"


def test_a_bad_file_is_told_and_nothing_is_made(book, office):
    answer = office.post(
        f"/bao-cao/to-chuc/{book.top}/moi/",
        {"ky": "2026-11", "tep": upload(b"PK\x03\x04", "x.docx")},
        follow=True,
    )
    assert "Tệp bị hỏng" in answer.content.decode() and keeping.of_organisations([book.top]) == []


def closed(book, saved):
    office = accounts.named("van.phong").id
    second = book.account("soat", (Role.OFFICE, book.top))
    code = closing.prepare(book.desk, saved.organisation, saved.period, by=office, at=AT)
    closing.review(book.desk, code, by=second.id, at=AT)
    closing.approve(book.desk, code, by=accounts.named("pho.bi.thu").id, at=AT)


PAPER = {
    "cap-tren": "Đảng bộ tỉnh", "noi-ban-hanh": "Đảng ủy xã Hồng Sơn", "ky-hieu": "BC/ĐU",
    "dia-danh": "Hồng Sơn",
    "trich-yeu": "kết quả công tác tháng 11", "tham-quyen": "T/M BAN THƯỜNG VỤ", "chuc-vu": "PHÓ BÍ THƯ",
    "noi-nhan": "Văn phòng Tỉnh ủy\nLưu Văn phòng Đảng ủy",
}  # fmt: skip


def test_from_the_file_to_the_issued_report(book, office, signed_in):
    saved = accepted(book, office)
    answer = office.post(f"/bao-cao/{saved.code}/trinh/", PAPER, follow=True)
    assert "chưa chốt" in answer.content.decode() or "đã lập biểu" in answer.content.decode()
    for one in closing_codes(book):
        closing.drop(book.desk, one, by=accounts.named("van.phong").id, at=AT)
    closed(book, saved)
    answer = office.post(f"/bao-cao/{saved.code}/trinh/", PAPER)
    request = answer.headers["Location"]
    assert "/viec-can-lam/" in request
    head = signed_in("pho.bi.thu")
    assert "5" in page(head, f"/bao-cao/{saved.code}/")
    head.post(request, {"answer": "yes"})
    assert keeping.latest(saved.code).state == keeping.ISSUED
    report = office.post(f"/bao-cao/{saved.code}/ban-hanh/", {"tep": "bao-cao"})
    again = office.post(f"/bao-cao/{saved.code}/ban-hanh/", {"tep": "bao-cao"})
    assert report.content == again.content and b"thenchot" not in report.content
    annex = office.post(f"/bao-cao/{saved.code}/ban-hanh/", {"tep": "phu-luc"})
    assert Package.read(annex.content).parts["customXml/item1.xml"]
    said = page(office, f"/bao-cao/{saved.code}/")
    assert "Tải báo cáo đã ban hành" in said and "Nhận lại bản Word" not in said


def closing_codes(book):
    from thenchot.snapshot.closing import listing

    return [one.code for one in listing.closings(book.top) if not one.closed]


def test_withdrawn_it_can_be_written_again(book, office):
    saved = accepted(book, office)
    closed(book, saved)
    office.post(f"/bao-cao/{saved.code}/trinh/", PAPER)
    assert "Đã trình" in page(office, f"/bao-cao/{saved.code}/trinh/")
    office.post(f"/bao-cao/{saved.code}/trinh/", {"buoc": "rut"})
    assert keeping.latest(saved.code).state == keeping.DRAFT


def test_a_section_given_to_an_office_is_written_and_sent_by_it(book, office, signed_in):
    saved = accepted(book, office)
    book.account("ubkt", (Role.INSPECTION, book.top))
    title = "3. Dân vận"
    do(office, saved, "giao", **{"ten-muc": title, "nguoi": "ubkt"})
    assert "chưa gửi" in page(office, f"/bao-cao/{saved.code}/")
    writer = signed_in("ubkt")
    do(writer, saved, "sua", **{"doan": "8", "van-ban": "Giúp nhiều hộ."})
    do(writer, saved, "sua", **{"doan": "4", "van-ban": "Không được sửa."})
    do(writer, saved, "gui", **{"ten-muc": title})
    said = page(office, f"/bao-cao/{saved.code}/?muc=3")
    assert "Giúp nhiều hộ." in said and "Không được sửa." not in page(office, f"/bao-cao/{saved.code}/?muc=1")
    assert next(one for one in keeping.latest(saved.code).content.sections if one.title == title).sent


def test_somebody_elses_draft_is_as_if_there_were_none(book, office, signed_in):
    saved = begun(book, office)
    book.account("van.phong.xa", (Role.OFFICE, A))
    book.account("lanh.dao", (Role.LEADER, book.top))
    for name in ("van.phong.xa", "lanh.dao"):
        browser = signed_in(name)
        for path in ("", "doi/", "nhan-lai/", "trinh/"):
            answers = [browser.get(f"/bao-cao/{code}/{path}") for code in (saved.code, "0" * 12)]
            assert [one.status_code for one in answers] == [404, 404]
        assert browser.post(f"/bao-cao/{saved.code}/word/").status_code == 404


@pytest.mark.parametrize("many", [1, 60])
def test_the_page_asks_the_databases_as_little_for_many_numbers(book, office, many):
    lines = (*LAST, *[f"Đợt {n} kết nạp {n + 2} đảng viên trong kỳ vừa qua." for n in range(many)])
    saved = begun(book, office, *lines)
    office.get(f"/bao-cao/{saved.code}/")
    asked = 0
    captures = [CaptureQueriesContext(connections[alias]) for alias in ("default", "personal", "log")]
    for one in captures:
        one.__enter__()
    page(office, f"/bao-cao/{saved.code}/")
    for one in captures:
        one.__exit__(None, None, None)
        asked += len(one)
    assert asked <= 20
