"""A form from the command line: bound, filled, compared when it comes back."""

import json

import pytest

from thenchot.files.sheets.cells import read_book
from thenchot.reports.forms.tests.test_binding import province_form
from thenchot.snapshot.kept import KEPT

from .conftest import GROUPS


@pytest.fixture
def forms(book, run, monkeypatch, tmp_path):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", (*GROUPS, "forms"))
    (tmp_path / "bieu.xlsx").write_bytes(province_form())
    yield run
    KEPT.close()


def test_a_form_is_bound_filled_and_compared(forms, tmp_path):
    assert forms("forms", "bind", tmp_path / "bieu.xlsx", "--name", "Biểu 3").code == 0
    listed = json.loads(forms("--json", "forms", "list").out)
    rows = listed if isinstance(listed, list) else next(iter(listed.values()))
    code = next(one["code"] for one in rows if one["name"] == "Biểu 3")
    out = tmp_path / "dien.xlsx"
    filled = forms("--json", "forms", "fill", code, "--out", out)
    assert filled.code == 0, filled.err
    assert read_book(out.read_bytes()).sheets
    same = forms("forms", "compare", json.loads(filled.out)["serial"], out)
    assert same.code == 0 and "Không ô nào thay đổi" in same.out
    assert forms("forms", "fill", "khong-co", "--out", tmp_path / "x.xlsx").code != 0
