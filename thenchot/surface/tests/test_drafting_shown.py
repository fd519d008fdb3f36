"""A draft's file is read through once for the pages that follow each other; another file is another text."""

from types import SimpleNamespace

from thenchot.reports.word.tests.files import word
from thenchot.surface.drafting import shown as drafting_shown
from thenchot.surface.drafting.shown import KEPT, Page


def page(*lines):
    data = word(*lines)
    return Page.of(SimpleNamespace(file=lambda: data))


def test_the_same_bytes_are_read_once_and_others_are_read(monkeypatch):
    read, times = drafting_shown.read, []
    monkeypatch.setattr(drafting_shown, "read", lambda package: times.append(1) or read(package))
    drafting_shown._kept.clear()
    for said in ("một", "hai", "một", "hai"):
        assert page(f"Kết nạp {said} đảng viên.").whole.lines[0].text == f"Kết nạp {said} đảng viên."
    assert len(times) == 2


def test_only_the_last_few_stay_in_memory():
    for number in range(KEPT + 3):
        page(f"Dòng {number}")
    assert len(drafting_shown._kept) == KEPT
