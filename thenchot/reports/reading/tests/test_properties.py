"""Whatever is read: spans point into their lines, nothing overlaps, parts read as the whole, nothing fails."""

# ruff: noqa: E501 (a sentence stays on one line)

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Line, Sort

from .test_sentences import ALL, read_as

# A number inside a name (“4 tốt”) is read once in a report; such sentences differ apart and together.
SENTENCES = [sentence for sentence, told in ALL if "criteria" not in told]
PIECES = st.sampled_from(
    [*"0123456789.,;:/()-–%“”\"'+ \n\t", "\u00a0", "\u00ad", "\u200b", "\u0301", "một ", "hai mươi ", "không có ",
     "năm 2024", "từ đầu nhiệm kỳ đến nay", "đến 31/12", "quý IV/2025", "lượt ", "đảng viên", "chi bộ", "tỷ đồng",
     "trên ", "gần ", "dưới ", "trong đó ", "Nghị quyết số ", "-NQ/TW", "Ð", "ớ", "İ", "ﬁ", "👍", "٣", "²"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=120).map("".join)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_spans_hold(text):
    report = read(lines_of(text))
    lines = {line.number: line for line in report.lines}
    taken = set()
    for ordinal, figure in enumerate(report.figures):
        assert figure.ordinal == ordinal
        assert lines[figure.line].text[figure.start : figure.end] == figure.text != ""
        places = {(figure.line, place) for place in range(figure.start, figure.end)}
        assert not places & taken
        taken |= places
        assert figure.of is None or 0 <= figure.of < ordinal


@given(st.lists(st.sampled_from(list(Sort)), max_size=6), TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_sort_of_line_is_read(sorts, text):
    lines = [
        Line(number, text, sort, level=number % 3, table=1, row=number, column=1)
        for number, sort in enumerate(sorts, 1)
    ]
    read(lines)


# “Cơ cấu độ tuổi: dưới 30 tuổi 45 đồng chí” breaks down whom the line above counted: it is read by that one.
WHOLE = [sentence for sentence in SENTENCES if not re.match(r"[^0-9.;:]{2,60}:", sentence)]


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_lines_are_read_together_as_apart(sentences):
    together = [
        (one.bound.value, one.value, one.unit) for one in read(lines_of("\n\n".join(sentences))).figures
    ]
    assert together == [figure for sentence in sentences for figure in read_as(sentence)]


@given(st.sampled_from(SENTENCES), st.data())
@settings(max_examples=200, deadline=None)
def test_marks_and_spaces_change_nothing(sentence, data):
    form = data.draw(st.sampled_from(["NFC", "NFD"]))
    typed = unicodedata.normalize(form, sentence)
    spaces = data.draw(st.lists(st.sampled_from(" \u00a0\u2009\u202f"), min_size=1))
    typed = "".join(
        spaces[place % len(spaces)] if letter == " " else letter for place, letter in enumerate(typed)
    )
    place = data.draw(st.integers(0, len(typed)))
    dropped = data.draw(st.sampled_from("\u200b\u00ad\ufeff"))
    assert read_as(typed[:place] + dropped + typed[place:]) == read_as(sentence)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1,", "1/", "1 - ", "1.1.", "(", "một ", "từ đầu nhiệm kỳ ", "năm 2020 - ", "45 đảng viên, ", "số 12, ",
     "a\u0301\u0301", ". ", "hằng năm 1 ", "vượt mục tiêu ", "tổ 1, ", "Ban Thường vụ ", "a@", "0912 345 678 "],
)  # fmt: skip
def test_a_long_line_takes_time_in_proportion(piece):
    def seconds(length):
        lines = lines_of(piece * (length // len(piece)))
        began = time.process_time()
        read(lines)
        return time.process_time() - began

    seconds(1_000)
    short = max(seconds(20_000), 0.01)
    assert any(seconds(80_000) < 12 * short for _ in range(3))  # once is enough: the machine has other work
