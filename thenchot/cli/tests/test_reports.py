"""The whole way of a report from the command line."""

import json

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import TODAY
from thenchot.reports.word import controls
from thenchot.reports.word.package import Package
from thenchot.reports.word.renewing import replace_text
from thenchot.reports.word.tests.files import word
from thenchot.reports.word.text import paragraphs, text_of
from thenchot.snapshot.closing import listing
from thenchot.snapshot.kept import KEPT
from thenchot.surface.book import tops

from .conftest import GROUPS, SECOND

LAST = ("BÁO CÁO", "kết quả công tác tháng 10 năm 2026", "Toàn Đảng bộ có 4 đảng viên, đúng 7 việc đã xong.")
PERIOD = "2026-11@2026-11-20"


@pytest.fixture
def report(book, run, monkeypatch, tmp_path):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", (*GROUPS, "accounts", "closing", "reports", "checking"))
    book.account("soat", (Role.OFFICE, book.top))
    (tmp_path / "thang10.docx").write_bytes(word(*LAST))
    yield run
    KEPT.close()


def said(answer):
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def drafted(report, tmp_path):
    found = said(report("--json", "report", "draft", tmp_path / "thang10.docx", "--period", PERIOD))
    return found["draft"], next(one["number"] for one in found["numbers"] if one["printed"] == "4")


def test_from_last_periods_file_to_the_issued_report(report, tmp_path):
    code, tag = drafted(report, tmp_path)
    bound = said(report("--json", "report", "bind", code, tag, "--figure", "M01"))
    assert next(one for one in bound["numbers"] if one["number"] == tag)["state"] == "bound"
    assert report("report", "fill", code, "--out", tmp_path / "out.docx").code == 0
    package = Package.read((tmp_path / "out.docx").read_bytes())
    controls.fill(package.body, {tag: "9"})
    (tmp_path / "edited.docx").write_bytes(package.bytes())
    back = said(report("--json", "report", "take-back", code, tmp_path / "edited.docx"))
    assert [one["after"] for one in back["returned"]] == ["9"]
    assert report("report", "issue", code).code != 0  # a changed number waits
    assert said(report("--json", "report", "settle", code, tag, "back"))["returned"] == []
    assert report("report", "issue", code).code == 3  # the period is not closed: a closing is prepared
    closed(report)
    asked = report("report", "issue", code)
    assert "thenchot confirm" in asked.out + asked.err
    request = said(report("--json", "confirm", by=SECOND))["pending"][0]["request"]
    assert report("confirm", request, by=SECOND).code == 0
    assert report("report", "issue", code, "--out", tmp_path / "issued").code == 0
    issued = next((tmp_path / "issued").glob("bao-cao-*.docx"))
    annex = next((tmp_path / "issued").glob("phu-luc-*.docx"))
    assert said(report("--json", "report", "facts", annex, "--report", issued))["edited"] == []
    changed(issued, tmp_path / "changed.docx")
    edited = said(report("--json", "report", "facts", annex, "--report", tmp_path / "changed.docx"))["edited"]
    assert [(one["printed"], one["now"]) for one in edited] == [("4", "40")]
    checked = report("--json", "check", tmp_path / "changed.docx", "--annex", annex)
    told = json.loads(checked.out)["issued"]["edited"]
    assert checked.code == 1 and [(one["printed"], one["now"]) for one in told] == [("4", "40")]
    shown = report("check", issued, "--annex", annex)
    assert "Tệp đúng là bản đã ban hành" in shown.out
    assert report("check", issued, "--annex", issued).code == 2


def closed(report):
    (one,) = listing.closings(tops(TODAY)[0])  # `issue` has prepared it
    for step, by in (("review", "soat"), ("approve", SECOND)):
        assert report("close", step, one.code, by=by).code == 0


def changed(issued, place):
    package = Package.read(issued.read_bytes())
    line = next(one for one in paragraphs(package.body) if "4 đảng viên" in text_of(one))
    at = text_of(line).find("4 đảng viên")
    assert replace_text(line, at, at + 1, "40")
    place.write_bytes(package.bytes())


def test_an_outline_needs_no_file(report):
    found = said(report("--json", "report", "draft", "--outline", "thang", "--period", PERIOD))
    printed = {one["figure"]: one["printed"] for one in found["numbers"]}
    assert printed["M01"] == "4" and printed["M04"] == "0"


def test_who_may_not_draft_is_told_and_nothing_is_made(report, tmp_path):
    answer = report("report", "draft", tmp_path / "thang10.docx", "--period", PERIOD, by=SECOND)
    assert answer.code == 1
    assert said(report("--json", "report", "list")) == []


@pytest.mark.parametrize("wrong", [("--period", "2026-13"), ("--outline", "khong-co", "--period", PERIOD)])
def test_what_is_not_understood_is_said(report, wrong):
    assert report("report", "draft", *wrong).code == 2
