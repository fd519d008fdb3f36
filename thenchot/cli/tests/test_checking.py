"""check: exit codes, files written, standard input; no book is needed and nothing is kept."""

import io
import json
import sys

import docx
import pytest
from python_calamine import load_workbook

from thenchot.cli import main
from thenchot.files.tests.pdf_files import pdf
from thenchot.files.tests.word_files import word

FAILS = (
    "Trong năm luân chuyển 52 cán bộ, gồm: tỉnh về xã 18 cán bộ, xã về tỉnh 7 cán bộ, giữa các xã 24 cán bộ."
)
HOLDS = FAILS.replace("52", "49")


@pytest.fixture
def run(capsys, monkeypatch):
    """`run("check", …)`: exit code, standard output, standard error; no desk is opened."""

    def no_book(*_):
        raise AssertionError("the book was opened")

    monkeypatch.setattr("thenchot.access.desk.Desk.open", no_book)

    def ran(*words):
        with pytest.raises(SystemExit) as ended:
            main([*map(str, words)])
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return ran


@pytest.fixture
def typed(monkeypatch):
    """Text on standard input."""

    def given(text):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return given


def test_nothing_that_fails_is_0(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(word(HOLDS))

    code, out, _err = run("check", tmp_path / "a.docx")

    assert code == 0 and "đọc được 4 con số" in out and "Chưa khớp 0" in out


def test_what_fails_is_1_with_place_arithmetic_and_reason(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(word("BÁO CÁO", FAILS))

    code, out, _err = run("check", tmp_path / "a.docx")

    assert code == 1 and "CHƯA KHỚP · 1" in out
    assert "Dòng 2" in out and "18 + 7 + 24" in out and "49" in out and "Có thể" in out


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.docx", b"PK\x03\x04"),
        ("a.txt", b"\xff\xfa"),
        ("a.pdf", b"x"),
        ("none.docx", None),
        ("a.doc", b"x"),
    ],
)
def test_what_cannot_be_read_is_2_with_a_sentence(run, tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)

    code, out, err = run("check", tmp_path / name)

    assert (code, out) == (2, "") and err.strip().endswith(".") and "Traceback" not in err


def test_files_back(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(word(FAILS))
    out_word, excel, out_json = (tmp_path / name for name in ("b.docx", "b.xlsx", "b.json"))

    code, _out, _err = run(
        "check", tmp_path / "a.docx", "--word", out_word, "--excel", excel, "--json", out_json
    )

    assert code == 1
    assert [one.author for one in docx.Document(out_word).comments] == ["Rà soát số liệu"]
    assert load_workbook(excel).sheet_names == ["Kết quả rà soát", "Các con số"]
    told = json.loads(out_json.read_text())
    assert told["figures"][0]["text"] == "52" and told["relations"][0]["verdict"] == "fails"
    assert {one.name for one in tmp_path.iterdir()} == {"a.docx", "b.docx", "b.xlsx", "b.json"}


def test_comments_only_into_word(run, tmp_path):
    (tmp_path / "a.txt").write_text(FAILS)

    code, _out, err = run("check", tmp_path / "a.txt", "--word", tmp_path / "b.docx")

    assert code == 2 and ".docx" in err and not (tmp_path / "b.docx").exists()


def test_pasted_text(run, typed):
    typed(FAILS)

    code, out, _err = run("check", "-")

    assert code == 1 and "Dòng 1" in out


def test_json_on_the_screen(run, typed):
    typed(HOLDS)

    code, out, _err = run("--json", "check", "-")

    assert code == 0 and len(json.loads(out)["figures"]) == 4


def test_pdf(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(["12 + 13 = 25"]))

    code, out, _err = run("check", tmp_path / "a.pdf")

    assert code == 0 and "a.pdf" in out


def test_letters_for_the_terminal_are_not_passed_on(run, tmp_path):
    (tmp_path / "a\x1b[31m.txt").write_text(FAILS)

    _code, out, _err = run("check", tmp_path / "a\x1b[31m.txt")

    assert "\x1b" not in out
