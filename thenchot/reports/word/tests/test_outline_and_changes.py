"""Sections by bold numbered lines, changed numbers and sentences, the words of the period."""

from datetime import date

import pytest

from thenchot.reports.drafts.phrases import phrases
from thenchot.reports.word.changes import ChangedNumber, ChangedSentence, changes
from thenchot.reports.word.controls import Fault, fill, marked, wrap
from thenchot.reports.word.outline import sections, sentences, whole_sections
from thenchot.reports.word.package import NotWord, Package
from thenchot.reports.word.renewing import renew
from thenchot.reports.word.text import paragraphs, text_of
from thenchot.snapshot.period import month, months, whole_year

from .files import package, word

REPORT = (
    "Thực hiện kế hoạch, Đảng ủy báo cáo như sau:",
    [("I- KẾT QUẢ", True)],
    [("1. Công tác xây dựng Đảng", True)],
    "Trong tháng, Đảng bộ kết nạp 4 đảng viên; lũy kế 31 đồng chí. Công nhận 2 đảng viên.",
    [("1.1. Tư tưởng", True)],
    "1. Tổ chức 3 hội nghị.",
    [("2. Dân vận", True)],
    "Không phát sinh.",
)


def test_sections_are_found_by_their_numbers_and_bold_letters():
    found = sections(package(*REPORT).body)
    assert [(s.title, s.level, s.first, s.last) for s in found] == [
        ("Mở đầu", 1, 0, 1), ("I- KẾT QUẢ", 1, 1, 2), ("1. Công tác xây dựng Đảng", 2, 2, 4),
        ("1.1. Tư tưởng", 3, 4, 6), ("2. Dân vận", 2, 6, 8),
    ]  # fmt: skip
    assert (whole_sections(found, 2).last, whole_sections(found, 1).last) == (6, 8)


def test_sentences_end_at_their_signs_and_not_inside_numbers():
    assert sentences("Có 1.421 đảng viên; nữ 14 (45,16%). Đến ngày 20/11.") == [
        "Có 1.421 đảng viên;", "nữ 14 (45,16%).", "Đến ngày 20/11.",
    ]  # fmt: skip


def bound() -> Package:
    one = package(*REPORT)
    line = paragraphs(one.body)[3]
    for text, tag in (("31", "n2"), ("kết nạp 4", "n1")):
        at = text_of(line).find(text) + len(text) - len(text.split()[-1])
        assert wrap(line, at, at + len(text.split()[-1]), tag)
    return one


def test_changed_numbers_and_sentences_are_named():
    old, new = bound(), bound()
    fill(new.body, {"n2": "trên 30"})
    line = paragraphs(new.body)[7]
    line.getparent().remove(line)
    found = changes(old.body, new.body)
    said = "Trong tháng, Đảng bộ kết nạp ⟦n1⟧ đảng viên;"
    assert found.numbers == (ChangedNumber("n2", "31", "trên 30", "lũy kế ⟦n2⟧ đồng chí."),)
    assert found.sentences == (ChangedSentence("Không phát sinh.", ""),)
    assert said in sentences(marked(paragraphs(old.body)[3]))


def test_a_number_that_vanished_is_named_with_its_sentence():
    old, new = bound(), bound()
    line = paragraphs(new.body)[3]
    line.getparent().remove(line)
    found = {one.tag: one for one in changes(old.body, new.body).numbers}
    assert found["n2"].fault is Fault.LOST and found["n2"].around == "lũy kế ⟦n2⟧ đồng chí."


def test_no_change_is_no_change():
    found = changes(bound().body, Package.read(bound().bytes()).body)
    assert (found.numbers, found.sentences) == ((), ())


def test_the_words_of_the_period_go_forward_and_bound_numbers_stay():
    one = package(
        [("Báo cáo THÁNG 10 năm 2026", True)], "10 tháng, đến ngày 20/10/2026. Nhiệm vụ tháng 11: 10 việc.",
        "Quyết định 10/2026, tháng 101, trong tháng 10.5",
    )  # fmt: skip
    old, new = month(2026, 10).upto(date(2026, 10, 20)), month(2026, 11).upto(date(2026, 11, 20))
    found = renew(one.body, phrases(old, new))
    assert [text_of(p) for p in paragraphs(one.body)] == [
        "Báo cáo THÁNG 11 năm 2026", "11 tháng, đến ngày 20/11/2026. Nhiệm vụ tháng 12: 10 việc.",
        "Quyết định 10/2026, tháng 101, trong tháng 10.5",
    ]  # fmt: skip
    assert (found[0].before, found[0].after) == ("THÁNG 10 năm 2026", "THÁNG 11 năm 2026")


def test_years_go_forward_together():
    said = phrases(whole_year(2025), whole_year(2026))
    assert (said["năm 2024"], said["năm 2025"], said["năm 2026"]) == ("năm 2025", "năm 2026", "năm 2027")
    assert phrases(months(2026, 10), month(2026, 11)) == phrases(month(2026, 10), months(2026, 11))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(NotWord):
        Package.read(data)


def test_the_package_writes_the_same_bytes_again():
    data = Package.read(word(*REPORT)).bytes()
    assert Package.read(data).bytes() == data
