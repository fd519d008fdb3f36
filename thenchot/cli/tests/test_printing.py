"""print: the list of papers, a file, what is missing first, the second person, and no file without her."""

from zipfile import ZipFile

import pytest

from thenchot.access.tests.book import AN
from thenchot.sealed.codes import code
from thenchot.surface.printing import issuing


@pytest.fixture
def do(run, monkeypatch):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ("begin", "writing", "printing"))
    return run


def body(file):
    with ZipFile(file) as opened:
        return "".join(opened.read(one).decode() for one in opened.namelist() if one.endswith(".xml"))


def test_the_papers_are_listed(book, do):
    said = do("print", by=None)
    assert said.code == 0 and "register" in said.out and "Sổ danh sách đảng viên (7-HSĐV)" in said.out


def test_a_list_goes_into_a_file_that_others_cannot_read(book, do, tmp_path):
    out = tmp_path / "roll.docx"
    said = do("print", "roll", "--organisation", "c21", "--out", out)
    assert said.code == 0 and "Số hiệu bản in" in said.out
    assert "Vàng A Sùng" in body(out) and out.stat().st_mode & 0o077 == 0


def test_many_wait_for_the_second_person_and_then_come(book, do, tmp_path, monkeypatch):
    monkeypatch.setattr(issuing, "MANY", 0)
    out = tmp_path / "roll.xlsx"
    asked = do("print", "roll", "--organisation", "c21", "--out", out)
    assert asked.code == 3 and not out.exists()
    words = [word for word in asked.out.split() if len(word) == 16 and word.isalnum()]
    assert do("confirm", words[0], by="pho.bi.thu").code == 0
    assert do("print", "roll", "--organisation", "c21", "--out", out).code == 0 and "Vàng A Sùng" in body(out)


def test_what_is_no_paper_is_said(book, do, tmp_path):
    assert do("print", "nothing", "--out", tmp_path / "a.docx").code == 2
    assert do("print", "roll", "--out", tmp_path / "a.pdf").code == 2
    assert do("print", "residence", "--organisation", "c21", "--out", tmp_path / "a.docx").code == 2


def test_what_is_missing_is_said_before(book, do, tmp_path):
    out = tmp_path / "a.docx"
    book.account("to.chuc", *[(role, book.top) for role in ("office", "organising")])
    said = do("print", "transfer", "--person", code(AN), "--out", out, by="to.chuc")
    assert said.code == 0 and "Còn thiếu số lý lịch" in said.out and out.exists()
