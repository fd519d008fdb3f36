"""From the upload of a form to its filled copy and back; who may; what is masked."""

import html
import re
from io import BytesIO

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, B1, BEGINS, A, B
from thenchot.files.sheets.cells import read_book
from thenchot.files.sheets.workbook import changed
from thenchot.reports.forms import keeping
from thenchot.reports.forms.binding import Bound, Whose
from thenchot.reports.forms.tests.test_binding import province_form
from thenchot.web.members.tests.province import admitted

from .conftest import sheet_file, text

KY = "?ky=2026-05"


def test_a_form_is_uploaded_bound_filled_and_opens(book, office, form):
    admitted(book, 901, A1, BEGINS.replace(month=5))
    assert "Biểu 3" in text(office.get("/bieu/"))
    answer = office.get(f"/bieu/{form}/{A}/{KY}")
    said = text(answer)
    assert "Đơn vị gửi: " in said and "Có đến ngày 31/05/2026" in said
    page = answer.content.decode()
    assert re.search(rf'href="/so-lieu/{A}/M16/\?ky=2026-05"[^>]*id="o-C9"[^>]*>1</a>', page)
    for address in set(re.findall(r'href="(/so-lieu/[^"]+)"', page)):
        assert office.get(html.unescape(address)).status_code == 200
    sent = office.post(f"/bieu/{form}/{A}/xuat/", {"ky": "2026-05"})
    assert sent["Content-Type"].endswith("sheet")
    (sheet,) = read_book(sent.content).sheets
    values = [sheet.value(row, 2) for row in range(8, 13)]
    assert values[:2] == [1, 1] and values[4] == 0  # zeros are zeros
    assert sheet.value(13, 2) == sum(values)  # the form's own sum, computed
    assert sheet.value(8, 3) is None  # the book had not begun: nothing, and it is named
    assert "chưa ghi sổ" in said


def test_a_cell_is_chosen_and_bound_by_hand(office, form):
    panel = office.get(f"/bieu/{form}/noi/?trang=0&o=C11", headers={"HX-Request": "true"})
    said = text(panel)
    assert (
        "Ô C11" in said
        and "M21" in said
        and "dân tộc thiểu số" in said
        and "<html" not in panel.content.decode()
    )
    before = keeping.latest(form).number
    office.post(f"/bieu/{form}/noi/", {"trang": "0", "o": "C14", "lam": "noi", "so-lieu-khac": "M16"})
    one = keeping.latest(form)
    assert one.number == before + 1 and one.binding.cells["Biểu 3", "C14"].code == "M16"
    assert len(keeping.history(form)) == one.number  # nothing is written over
    said = text(office.get(f"/bieu/{form}/{A}/{KY}"))
    assert "chưa khớp" not in said and "khớp với số liệu" in said  # 0 = 0
    office.post(f"/bieu/{form}/noi/", {"trang": "0", "o": "C14", "lam": "bo"})
    assert ("Biểu 3", "C14") not in keeping.latest(form).binding.cells
    wrong = office.post(f"/bieu/{form}/noi/", {"trang": "0", "o": "C9", "so-lieu-khac": "KHONG"}, follow=True)
    assert "Không có số liệu KHONG" in text(wrong)


def test_a_part_of_a_figure_and_units_in_order(book, office, form):
    fields = {"trang": "0", "o": "C9", "lam": "noi", "so-lieu-khac": "M01", "phan-to": "sex=male",
              "cua": "child", "thu": "1", "den": "C11", "lap": "thu-tu"}  # fmt: skip
    office.post(f"/bieu/{form}/noi/", fields)
    cells = keeping.latest(form).binding.cells
    assert [cells["Biểu 3", f"C{n}"].child for n in (9, 10, 11)] == [1, 2, 3]
    sent = office.post(f"/bieu/{form}/{book.top}/xuat/", {"ky": "2026-05"})
    (sheet,) = read_book(sent.content).sheets
    assert sorted(sheet.value(row, 2) for row in (8, 9, 10)) == [1, 1, 2]
    with_too_many = office.get(f"/bieu/{form}/{A1}/{KY}")
    assert "nhiều dòng hơn số đơn vị trực thuộc" in text(with_too_many)


def test_what_comes_back_is_compared_and_the_same_bytes_are_there(office, form):
    sent = office.post(f"/bieu/{form}/{A}/xuat/", {"ky": "2026-05"}).content
    (one,) = keeping.sent_from([A])
    assert one.file() == sent == office.post(f"/bieu/da-xuat/{one.serial}/tep/").content
    page = f"/bieu/da-xuat/{one.serial}/"
    assert "Không ô nào thay đổi" in text(office.post(page, {"tep": sheet_file(sent)}))
    other = changed(sent, {("Biểu 3", "C9"): 5})
    said = text(office.post(page, {"tep": sheet_file(other)}))
    assert "1 ô khác với bản đã xuất" in said and "Biểu 3!C9" in said and "+5" in said
    refused = office.post(page, {"tep": sheet_file(b"PK not a workbook")})
    assert refused.status_code == 400 and "Tệp bị hỏng" in text(refused)


def test_whoever_opens_no_rows_gets_a_word_for_what_is_sensitive(book, signed_in, office, form):
    book.account("lanh.dao", (Role.LEADER, book.top))
    leader = signed_in("lanh.dao")
    page = leader.get(f"/bieu/{form}/{A}/{KY}")
    cell = re.search(r'id="o-C11"[^>]*>([^<]*)<', page.content.decode())
    assert cell and cell[1] == "dưới 5 hoặc gộp" and "ô nhạy cảm không hiển thị" in text(page)
    sent = leader.post(f"/bieu/{form}/{A}/xuat/", {"ky": "2026-05"})
    assert read_book(sent.content).sheets[0].value(10, 2) == "dưới 5 hoặc gộp"
    assert read_book(sent.content).sheets[0].value(8, 2) == 0  # not sensitive
    for address in ("/bieu/nap/", f"/bieu/{form}/noi/"):
        assert leader.get(address).status_code == 403
    office.post(f"/bieu/{form}/{A}/xuat/", {"ky": "2026-05"})
    whole, own = sorted(keeping.sent_from([A]), key=lambda one: one.account == accounts.named("lanh.dao").id)
    assert leader.get(f"/bieu/da-xuat/{own.serial}/").status_code == 200
    for page in (f"/bieu/da-xuat/{whole.serial}/", f"/bieu/da-xuat/{whole.serial}/tep/"):
        assert leader.post(page).status_code == 403  # the office's copy has the numbers
    assert whole.serial not in text(leader.get("/bieu/"))


def test_forms_of_another_office_are_not_there(book, signed_in, office, form):
    book.account("xa.a", (Role.OFFICE, A))
    book.account("xa.b", (Role.OFFICE, B))
    below, beside = signed_in("xa.a"), signed_in("xa.b")
    assert below.get(f"/bieu/{form}/{A}/{KY}").status_code == 200  # the province's form, in the commune
    assert below.get(f"/bieu/{form}/{B}/{KY}").status_code == 403
    mine = below.post("/bieu/nap/", {"tep": sheet_file(province_form())})["Location"].split("/")[2]
    assert beside.get(f"/bieu/{mine}/{B}/{KY}").status_code == 404
    assert below.post(f"/bieu/{form}/noi/", {"o": "C9", "so-lieu-khac": "M01"}).status_code == 403
    one = keeping.latest(mine)
    outside = Bound("Biểu 3", "C9", code="M01", whose=Whose.ONE, organisation=B1)
    keeping.save(one, one.binding.with_(outside), by=1, at=one.at)
    page = below.get(f"/bieu/{mine}/{A}/{KY}").content.decode()
    assert re.search(r'id="o-C9"[^>]*>dưới 5 hoặc gộp<', page)  # a cell cannot reach over the fence


def test_refusals_have_a_sentence_and_keep_nothing(office):
    for data, name, word in (
        (b"", "bieu.xlsx", "Không có dữ liệu trong tệp"),
        (b"a;b", "bieu.csv", "không thuộc loại nhận"),
        (b"PK\x03\x04broken", "bieu.xlsx", "Tệp bị hỏng"),
    ):
        answer = office.post("/bieu/nap/", {"tep": sheet_file(data, name)})
        assert answer.status_code == 400 and (word in text(answer) or data == b""), name
    assert keeping.of_organisations([1]) == [] and "Chưa nạp biểu nào" in text(office.get("/bieu/"))


def test_cells_follow_the_arrow_keys_by_their_places(office, form):
    page = office.get(f"/bieu/{form}/noi/?o=C9").content.decode()
    assert 'data-row="8" data-column="2"' in page and 'aria-current="true"' in page and "forms.js" in page
    buffer = BytesIO(office.post(f"/bieu/{form}/{A}/xuat/", {"ky": "2026-05"}).content)
    assert buffer.getbuffer().nbytes > 1_000
