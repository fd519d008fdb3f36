"""Numbers of an issued report that stand otherwise now: found wherever the sentence has gone."""

import pytest

from thenchot.reports.drafts.edited import edited
from thenchot.reports.drafts.facts import Fact, Facts
from thenchot.reports.reading.written import Line

FIRST = "Đến nay có 1.733 đảng viên, trong đó nữ 612."
SAME = "Kết nạp 2 đảng viên."
HEADED = "15 chi bộ họp đủ."
LAST = "Tổng số là 47."
TEXT = (FIRST, SAME, SAME, HEADED, LAST)


def lines(*texts):
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def fact(number, line, printed):
    text = TEXT[line - 1]
    start = text.index(printed)
    return Fact(
        number, line, start, printed, f"{text[:start]}⟦⟧{text[start + len(printed):]}",
        "M01", "", "", "", "", "counted",
    )  # fmt: skip


FACTS = Facts(
    "", "", "", "", "", "", "", "",
    (
        fact(1, 1, "1.733"), fact(2, 1, "612"), fact(3, 2, "2"), fact(4, 3, "2"), fact(5, 4, "15"),
        fact(6, 5, "47"),
    ),
)  # fmt: skip


def changed(*texts):
    return [(one.fact.number, one.now) for one in edited(FACTS, lines(*texts))]


def test_the_issued_text_has_none():
    assert changed(*TEXT) == []


def test_a_text_that_moved_has_none():
    assert changed("Mở đầu", "", *TEXT[:3], "Chen vào.", *TEXT[3:]) == []


@pytest.mark.parametrize(
    "old, new, found",
    [
        ("1.733", "1.737", (1, "1.737")),
        ("612", "6.120", (2, "6.120")),
        ("612", "61", (2, "61")),
        ("15 chi", "nhiều chi", (5, "nhiều")),
        ("47", "47,5", (6, "47,5")),
        ("47", "147", (6, "147")),
    ],
)
def test_one_that_was_edited_is_named_with_what_stands_now(old, new, found):
    texts = [one.replace(old, new) for one in TEXT]
    assert changed(*texts) == [found]
    assert changed("Mở đầu", *texts) == [found]


def test_two_of_one_sentence():
    assert changed(FIRST.replace("1.733", "1.700").replace("612", "600"), *TEXT[1:]) == [
        (1, "1.700"),
        (2, "600"),
    ]


def test_of_like_sentences_the_one_in_its_place():
    assert changed("Mở đầu", FIRST, SAME, SAME.replace("2", "9"), HEADED, LAST) == [(4, "9")]


def test_a_sentence_that_is_gone_is_named_with_nothing():
    assert changed(FIRST, SAME, SAME, LAST) == [(5, "")]


def test_letters_written_apart_and_blanks_are_the_same():
    from unicodedata import normalize

    assert changed(*(normalize("NFD", one).replace(" ", "\u00a0") for one in TEXT)) == []


def test_a_line_of_a_million_digits_is_passed_over():
    assert changed("7" * 1_000_000, FIRST.replace("612", "600"), *TEXT[1:]) == [(2, "600")]
