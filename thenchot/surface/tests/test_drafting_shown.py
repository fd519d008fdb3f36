"""A draft's file is read through once for the pages that follow each other; another file is another text."""

from types import SimpleNamespace

from thenchot.reports.word.tests.files import word
from thenchot.surface.drafting import shown as drafting_shown
from thenchot.surface.drafting.shown import KEPT, Page


def page(data):
    return Page.of(SimpleNamespace(file=lambda: data))


def test_the_same_bytes_are_read_once_and_others_are_read(monkeypatch):
    read, times = drafting_shown.read, []
    monkeypatch.setattr(drafting_shown, "read", lambda package: times.append(1) or read(package))
    drafting_shown._kept.clear()
    texts = [f"Kết nạp {said} đảng viên." for said in ("một", "hai")]
    files = [word(text) for text in texts]  # made once: a Word file holds the second it was made in
    for text, data in zip(texts * 2, files * 2, strict=True):
        assert page(data).whole.lines[0].text == text
    assert len(times) == 2


def test_only_the_last_few_stay_in_memory():
    for number in range(KEPT + 3):
        page(word(f"Dòng {number}"))
    assert len(drafting_shown._kept) == KEPT
