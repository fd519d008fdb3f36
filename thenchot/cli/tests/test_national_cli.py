"""national on the command line: a made-up file from preview to import, write back and reconciliation."""

import json
from datetime import date

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1
from thenchot.demo.national_file import made_up, workbook
from thenchot.rooms.membership.events import Died
from thenchot.rooms.membership.reading import members_of


@pytest.fixture
def ready(book, run, monkeypatch):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ("national", "writing"))
    book.account("to.chuc", (Role.ORGANISING, book.top))
    return book


def test_a_file_from_preview_to_the_list(ready, run, tmp_path):
    book, file = ready, tmp_path / "ds.xlsx"
    file.write_bytes(workbook(made_up(6, ["c21", "c22"])))
    said = json.loads(run("--json", "national", "preview", file, "--day", "20/11/2026", by="to.chuc").out)
    assert dict(said["verdicts"])["new"] == 6 and len(said["rows"]) == 6
    tried = run("national", "import", file, "--as-on-paper", "--dry-run", by="to.chuc")
    assert tried.code == 0 and len(members_of(A1, as_of=date(2026, 11, 20))) == 1
    done = run("national", "import", file, "--as-on-paper", by="to.chuc")
    assert done.code == 0 and "annul --act-set" in done.out
    assert run("national", "import", file, "--as-on-paper", by="to.chuc").code == 0, "again: the same act set"
    persons = members_of(A1, as_of=date(2026, 11, 20))
    assert len(persons) == 4

    book.write(Died(about=persons[-1], effective_on=date(2026, 11, 2), organisation=A1))
    out = tmp_path / "out.xlsx"
    back = run("national", "write-back", file, "--out", out, by="to.chuc")
    assert back.code == 0 and "Từ trần" in back.out and out.read_bytes() != file.read_bytes()
    listed = run("national", "reconcile", file, by="to.chuc")
    assert "Thêm" in listed.out and "không có trong tệp" in listed.out
    moved = run("national", "reconcile", out, by="to.chuc")
    assert "2 dòng đã khớp" in moved.out


def test_a_sample_is_made_of_the_demo(ready, run, tmp_path):
    out = tmp_path / "mau.xlsx"
    assert run("national", "sample", out, "--new", "3", by="to.chuc").code == 0
    said = json.loads(run("--json", "national", "preview", out, by="to.chuc").out)
    assert dict(said["verdicts"])["new"] == 3 and said["rows"]
    assert run("national", "sample", out, "--columns", "30", by="to.chuc").code == 2


def test_what_is_no_list_is_said(ready, run, tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"khong phai")
    said = run("national", "preview", file, by="to.chuc")
    assert said.code == 2 and "Loại nhận" in said.err
