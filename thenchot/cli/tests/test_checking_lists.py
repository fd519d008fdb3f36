"""check-list: exit codes, files written, no book needed."""

import json
from datetime import date

import pytest

from thenchot.cli import main
from thenchot.reports.member_list.tests.invented import changed, people, workbook

SOUND = {"born_on": date(1990, 5, 6), "joined_on": date(2018, 5, 6), "official_on": date(2019, 5, 6)}


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """`run("check-list", …)`: exit code, standard output, standard error; no desk is opened."""

    def no_book(*_):
        raise AssertionError("the book was opened")

    monkeypatch.setattr("thenchot.access.desk.Desk.open", no_book)

    def ran(*words):
        with pytest.raises(SystemExit) as ended:
            main([*map(str, words), "--today", "2026-11-21"])
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return ran


def test_nothing_to_mend_is_0(run, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook([{**one, **SOUND} for one in people(60, cells=6)]))
    code, out, _ = run("check-list", tmp_path / "a.xlsx")
    assert code == 0 and "60 dòng" in out and "0 Huy hiệu đợt 03/02/2027" in out


def test_something_to_mend_is_1_and_is_written(run, tmp_path):
    rows = changed([{**one, **SOUND} for one in people(60, cells=6)], 3, sex=None)
    (tmp_path / "a.xlsx").write_bytes(workbook(rows))
    excel, out_json = tmp_path / "b.xlsx", tmp_path / "b.json"
    code, out, _ = run("check-list", tmp_path / "a.xlsx", "--excel", excel, "--json", out_json)
    assert code == 1 and "1 ô thiếu" in out and "E6" in out
    assert excel.read_bytes()[:2] == b"PK"
    assert json.loads(out_json.read_text())["findings"][0]["place"] == "Sheet1!E6"


@pytest.mark.parametrize("name, data", [("a.txt", b"abc"), ("a.xlsx", b"PK\x03\x04"), ("none.xlsx", None)])
def test_what_cannot_be_read_is_2(run, tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, out, err = run("check-list", tmp_path / name)
    assert (code, out) == (2, "") and err


def test_json_before_the_command_is_the_answer_itself(run, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook(people(30, cells=3)))
    code, out, _ = run("--json", "check-list", tmp_path / "a.xlsx")
    assert code == 0 and json.loads(out)["roll"] == 30
