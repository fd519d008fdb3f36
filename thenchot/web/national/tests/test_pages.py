"""A file is brought, looked at, taken in, written back; the list is worked off; in pages."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A
from thenchot.demo.national_file import made_up, workbook
from thenchot.exchange.national.models import Line, Part, Upload
from thenchot.rooms.membership import reading as membership
from thenchot.rooms.membership.events import Died
from thenchot.surface.printing import issuing

CELLS = ["c21", "c22", "c23", "c24"]


def sent(browser, book, data, name="dsdv.xlsx", place=None):
    return browser.post(reverse("national:home"), {
        "tep": SimpleUploadedFile(name, data), "to-chuc": str(place or book.top), "ngay-lap": "2026-11-20",
    })  # fmt: skip


def brought(browser, book, data):
    answer = sent(browser, book, data)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url, answer.url.rstrip("/").rpartition("/")[2]


@pytest.fixture
def office(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, book.top))
    return signed_in("to.chuc")


def step(browser, name, code, **body):
    return browser.post(reverse(name, kwargs={"code": code}), body)


def test_from_the_file_into_the_book_and_back(book, office):
    data = workbook(made_up(30, CELLS))
    address, code = brought(office, book, data)
    page = office.get(address).content.decode()
    assert "30 người mới" in page and made_up(30, CELLS)[0]["name"] in page
    assert step(office, "national:take", code, **{"theo-van-ban": "1"}).status_code == 302
    page = office.get(address).content.decode()
    assert "Hủy cả lần nạp này" in page and "Đã nạp 30 người mới" in page

    person = membership.members_of(A1, as_of=date(2026, 11, 20))[-1]
    book.write(Died(about=person, effective_on=date(2026, 11, 1), organisation=A1))
    assert "Sổ đã có việc mới" in office.get(address).content.decode()
    step(office, "national:again", code)
    page = office.get(reverse("national:write", kwargs={"code": code})).content.decode()
    assert "Từ trần" in page and "01/11/2026" in page
    answer = step(office, "national:write", code)
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="dsdv-ghi-lai-')
    assert answer.content[:2] == b"PK" and answer.content != data
    _, anew = brought(office, book, answer.content)
    assert (
        "Không có ô nào khác" in office.get(reverse("national:write", kwargs={"code": anew})).content.decode()
    )

    assert step(office, "national:reconcile", code).url == reverse("national:lines")
    page = office.get(reverse("national:lines")).content.decode()
    assert "không có trong tệp" in page
    line = Line.objects.filter(sort="in_book").first()
    body = {"dong": str(line.code), "viec": "giao", "ai-sua": "national", "truoc": "2026-12-01"}
    office.post(reverse("national:settle"), body)
    line.refresh_from_db()
    assert (line.mender, line.until) == ("national", date(2026, 12, 1))
    office.post(reverse("national:settle"), {"dong": str(line.code), "viec": "dong", "ly-do": "moved"})
    line.refresh_from_db()
    assert line.state == "closed"
    for kind in ("xlsx", "docx"):
        table = office.post(reverse("national:export"), {"trang-thai": "", "loai": kind})
        assert re.match(rf'attachment; filename="reconciliation-\d{{8}}-[0-9a-f-]{{14}}\.{kind}"',
                        table.headers["Content-Disposition"])  # fmt: skip
        assert "báo cấp" not in parts_of(table) and "đã chuyển đi" in parts_of(table)
    assert office.post(reverse("national:export"), {"trang-thai": "equal"}).url == reverse("national:lines")
    assert step(office, "national:done", code).status_code == 302
    assert office.get(address).status_code == 404 and not Part.objects.filter(upload=code).exists()


def parts_of(answer):
    with ZipFile(BytesIO(answer.content)) as opened:
        return "".join(opened.read(one).decode() for one in opened.namelist() if one.endswith(".xml"))


def test_a_list_of_many_persons_waits_for_the_second_one(book, office, signed_in, monkeypatch):
    """Who stands only in the file counts too."""
    monkeypatch.setattr(issuing, "MANY", 10)
    _address, code = brought(office, book, workbook(made_up(8, CELLS)))
    step(office, "national:reconcile", code)
    asked = office.post(reverse("national:export"), {"trang-thai": "open", "loai": "xlsx"})
    assert asked.status_code == 302 and "/de-nghi/" in asked.url
    head = signed_in("pho.bi.thu")
    page = head.get(asked.url).content.decode()
    assert "Danh sách đối khớp" in page and made_up(8, CELLS)[0]["name"] not in page
    head.post(asked.url, {"answer": "yes"})
    ready = office.get(reverse("papers:ready")).content.decode()
    (fetch,) = re.findall(r'action="(/in/lay/[0-9a-f]+/)"', ready)
    made = office.post(fetch)
    assert made_up(8, CELLS)[0]["name"] in parts_of(made) and "Vàng A Sùng" in parts_of(made)
    assert signed_in("pho.bi.thu").post(fetch).status_code == 302, "nobody else's"


def test_an_import_is_taken_back_as_one(book, office):
    address, code = brought(office, book, workbook(made_up(5, CELLS)))
    step(office, "national:take", code, **{"theo-van-ban": "1"})
    step(office, "national:undo", code)
    page = office.get(address).content.decode()
    assert "Đã hủy cả lần nạp" in page and "5 người mới" in page


def test_what_is_wrong_is_said_on_the_page(book, office):
    for data, name, said in (
        (b"khong phai", "a.xlsx", "Loại nhận"),
        (_other_list(), "b.xlsx", "không có các cột"),
        (workbook([{**one, "personal_number": "0" + "01085012345"} for one in made_up(3, CELLS)]), "c.xlsx",
         "dữ liệu thật"),
    ):  # fmt: skip
        answer = sent(office, book, data, name)
        assert answer.status_code == 400 and said in answer.content.decode(), name
    assert not Upload.objects.exists()
    assert sent(office, book, workbook(made_up(1, CELLS)), place=909_090).status_code == 400


def _other_list():
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["Việc", "Ngày", "Ai làm"])
        sheet.write_row(1, 0, ["Họp", "hôm nay", "An"])
    return buffer.getvalue()


def test_names_are_taught_once(book, office):
    people = [{**one, "organisation": "Chi bộ cũ"} for one in made_up(2, CELLS)]
    address, code = brought(office, book, workbook(people))
    assert "Tên chưa nhận ra" in office.get(address).content.decode()
    assert step(office, "national:teach", code, **{"to-chuc-0": "khong-co"}).status_code == 400
    step(office, "national:teach", code, **{"to-chuc-0": "c21"})
    assert "2 người mới" in office.get(address).content.decode()
    address, _ = brought(office, book, workbook(people))
    assert "Tên chưa nhận ra" not in office.get(address).content.decode()


def test_a_file_is_of_whoever_brought_it(book, office, signed_in):
    address, code = brought(office, book, workbook(made_up(1, CELLS)))
    book.account("xa.a", (Role.OFFICE, A))
    other = signed_in("xa.a")
    assert other.get(address).status_code == 404
    assert step(other, "national:take", code).status_code == 404
    book.account("bi.thu", (Role.LEADER, book.top))
    assert signed_in("bi.thu").get(reverse("national:home")).status_code == 403


def statements(browser, address):
    counted = [CaptureQueriesContext(connections[alias]) for alias in connections]
    for one in counted:
        one.__enter__()
    assert browser.get(address).status_code == 200
    for one in counted:
        one.__exit__(None, None, None)
    asked = [query["sql"] for one in counted for query in one.captured_queries]
    return sum(not sql.startswith(("BEGIN", "COMMIT", "SELECT pg_advisory")) for sql in asked)


def test_a_page_asks_as_often_for_ten_rows_as_for_three_hundred(book, office):
    few, code_few = brought(office, book, workbook(made_up(10, CELLS)))
    many, code_many = brought(office, book, workbook(made_up(300, CELLS)))
    office.get(few)
    assert statements(office, few) == statements(office, many) <= 20
    address = reverse("national:lines")
    for code in (code_few, code_many):  # 10 lines, then 300
        step(office, "national:reconcile", code)
        office.get(address)
        assert statements(office, address) <= 20


def test_a_name_that_differs_is_mended_from_its_line_by_a_paper(book, office):
    """The form opens with what the list says; whoever may not mend files has no link, and no value."""
    rows = made_up(3, CELLS)
    _address, code = brought(office, book, workbook(rows))
    step(office, "national:take", code, **{"theo-van-ban": "1"})
    other = [{**rows[0], "name": "Lò Văn Khác"}, *rows[1:]]
    _address, code = brought(office, book, workbook(other))
    step(office, "national:reconcile", code)
    line = Line.objects.get(sort="differs", column="name")
    page = office.get(reverse("national:lines")).content.decode()
    (address,) = re.findall(r'href="([^"]+\?doi-khop=\d+)"', page)
    assert address == f"{reverse('members:file', args=[line.person])}?doi-khop={line.code}"
    assert "Sửa máy theo giấy" in page and "Lò Văn Khác" not in address
    form = office.get(address).content.decode()
    assert 'value="Lò Văn Khác"' in form and rows[0]["name"] in form
    elsewhere = Line.objects.exclude(person=line.person).filter(person__isnull=False).first()
    assert (
        'value="Lò Văn Khác"'
        not in office.get(
            f"{reverse('members:file', args=[elsewhere.person])}?doi-khop={line.code}"
        ).content.decode()
    ), "a line is about its own person only"
    body = {
        "ho-ten": "Lò Văn Khác", "giay-to": "citizen_card", "so-giay": "099000000123",
        "ngay-giay": "1/3/2026", "ly-do": "changed_by_paper",
        **dict(re.findall(r'name="(ma-bieu|lan)" value="([^"]*)"', form)),
    }  # fmt: skip
    shown = office.post(address, body).content.decode()
    body |= dict(re.findall(r'name="(da-xem)" value="([^"]*)"', shown))
    assert office.post(address, body).url == reverse("national:lines"), "back to the list"
    _address, code = brought(office, book, workbook(other))
    step(office, "national:reconcile", code)
    line.refresh_from_db()
    assert line.state == "equal"


def test_the_value_in_full_goes_when_the_line_ends(book, office):
    from thenchot.exchange.national import lines

    rows = made_up(2, CELLS)
    _address, code = brought(office, book, workbook(rows))
    step(office, "national:take", code, **{"theo-van-ban": "1"})
    other = {**rows[0], "card_number": "099999999999"}
    _address, code = brought(office, book, workbook([other, rows[1]]))
    step(office, "national:reconcile", code)
    line = Line.objects.get(sort="differs", column="card_number")
    assert lines.given(book.top, line.code, line.person) == ("card_number", "099999999999")
    assert "099999999999" not in office.get(reverse("national:lines")).content.decode()
    office.post(reverse("national:settle"), {"dong": str(line.code), "viec": "dong", "ly-do": "paper"})
    assert lines.given(book.top, line.code, line.person) is None
    assert all(lines.GIVEN not in one.said for one in lines.every(book.top, "closed"))
    step(office, "national:reconcile", code)
    line.refresh_from_db()
    assert line.state == "closed", "closed with a reason, it stays so while the list says the same"
