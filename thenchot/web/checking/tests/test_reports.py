"""The door for reports: figures marked in place, findings in order, the commented Word file, a closing."""

import json
import re
import zipfile
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from docx import Document
from python_calamine import load_workbook

ADDRESS = "/ra-soat/bao-cao/"
# Invented: a sum that is 3 short, a share that is 2 too low.
SUM = "Trong năm luân chuyển 52 cán bộ, trong đó: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24."
SHARE = "Kết nạp 31/35 đảng viên, đạt 86,57% chỉ tiêu năm."
SOUND = "Đã kiểm tra 12 tổ chức đảng, trong đó 5 đảng ủy và 7 chi bộ."


@pytest.fixture(scope="module")
def word():
    document = Document()
    document.add_heading("BÁO CÁO NĂM 2026", 1)
    for text in (SUM, SHARE, SOUND):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "<b>Chi bộ</b>", "15"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def browser(**more):
    return Client(headers={"host": "127.0.0.1"}, **more)


def sent(client, data=None, name="bao-cao.docx", **more):
    files = {"file": SimpleUploadedFile(name, data)} if data is not None else {}
    return client.post(ADDRESS, {**files, **more})


def comments(data):
    """What stands in the margin of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = (
            archive.read("word/comments.xml").decode() if "word/comments.xml" in archive.namelist() else ""
        )
    return [re.sub("<[^>]+>", "", one) for one in re.findall(r"<w:comment .*?</w:comment>", found, re.DOTALL)]


def test_the_report_with_its_figures_marked_and_its_findings_in_order(book, word):
    said = sent(browser(), word).content.decode()
    assert "Chưa khớp 2" in said and "đọc được" in said
    first, second = re.findall(r'<li class="finding finding-fails" id="(k\d)"', said)
    assert (first, second) == ("k1", "k2")
    assert re.search(
        r'<a class="figure-mark figure-fails" [^>]*href="#k1"[^>]*>52<span class="sign">✗</span></a>',
        said,
    )
    assert re.search(r'href="#k2"[^>]*>86,57%<span class="sign">✗</span>', said)
    assert "các phần cộng được 49" in said and "Có thể còn thiếu một phần" in said
    assert "&lt;b&gt;Chi bộ&lt;/b&gt;" in said and "<b>Chi bộ" not in said


def test_the_word_file_comes_back_with_remarks(book, word):
    answer = sent(browser(), word, **{"as": "word"})
    assert answer["Content-Disposition"] == 'attachment; filename="bao-cao-ra-soat.docx"'
    found = comments(answer.content)
    assert len(found) == 2 and "các phần cộng được 49" in found[0] and "Rà soát số liệu" in found[0]
    text = [one.text for one in Document(BytesIO(answer.content)).paragraphs]
    assert text[1:4] == [SUM, SHARE, SOUND]


def test_what_was_left_as_it_is_gets_no_remark(book, word):
    client = browser()
    page = sent(client, word).content.decode()
    index = re.search(r'id="k1".*?name="leave" value="(\d+)"', page, re.DOTALL)[1]
    found = comments(sent(client, word, **{"as": "word", "leave": index}).content)
    assert len(found) == 1 and "86,57" in found[0]


def test_excel_and_json_of_the_same(book, word):
    told = json.loads(sent(browser(), word, **{"as": "json"}).content)
    assert [one["verdict"] for one in told["relations"]].count("fails") == 2
    excel = sent(browser(), word, **{"as": "excel"})
    assert "Kết quả rà soát" in load_workbook(BytesIO(excel.content)).sheet_names


def test_pasted_text_is_checked_and_stays_in_its_box(book):
    said = sent(browser(), text=f"{SUM}\n{SOUND}").content.decode()
    assert "các phần cộng được 49" in said and f">{SUM}\n" in said and "Lưu Word có ghi chú" not in said
    refused = sent(browser(), text=SUM, **{"as": "word"}).content.decode()
    assert "Chỉ tệp Word" in refused


def test_a_report_where_all_meets_says_so(book):
    said = sent(browser(), text=SOUND).content.decode()
    assert "Không thấy chỗ nào chưa khớp" in said and "Chưa khớp 0" in said


def test_htmx_gets_the_answer_alone(book):
    answer = browser().post(ADDRESS, {"text": SUM}, HTTP_HX_REQUEST="true").content.decode()
    assert "<html" not in answer and 'id="k1"' in answer


@override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=1_000)
def test_nothing_is_kept(book, word, monkeypatch, caplog):
    import tempfile

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", None)
    monkeypatch.setattr(tempfile, "mkstemp", None)
    client = browser()
    for kind in ("", "word", "excel", "json"):
        assert sent(client, word, **{"as": kind}).status_code == 200
    assert not Session.objects.exists() and "sessionid" not in client.cookies
    assert caplog.text == ""


def test_from_elsewhere_one_signs_in_first(book, word):
    answer = Client(HTTP_HOST="127.0.0.1", REMOTE_ADDR="192.168.1.5").post(ADDRESS, {"text": SUM})
    assert answer.status_code == 302 and answer["Location"].startswith("/tai-khoan/vao/")


@pytest.mark.parametrize(
    "data, name, part",
    [
        (b"PK\x03\x04 broken", "a.docx", "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", ""),
        (None, "", "Chưa có văn bản"),
    ],
)
def test_what_cannot_be_read_is_said(book, data, name, part):
    answer = sent(browser(), data, name)
    assert answer.status_code == 200
    assert 'class="faults" role="alert"' in answer.content.decode() and part in answer.content.decode()


def test_before_signing_in_there_is_no_closing_to_choose(book):
    said = sent(browser(), text=SUM, closing="khong-co").content.decode()
    assert "sau khi đăng nhập" in said and "report-closing" not in said


def test_of_a_long_report_the_page_has_the_first_findings_and_the_files_all(book):
    text = "\n".join([SUM, SOUND] * 350)
    page = sent(browser(), text=text).content.decode()
    assert page.count('<li class="finding ') == 300 and "Còn 50 chỗ nữa" in page
    told = json.loads(sent(browser(), text=text, **{"as": "json"}).content)
    assert sum(one["verdict"] == "fails" for one in told["relations"]) == 350
