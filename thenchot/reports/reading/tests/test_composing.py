"""One spelling for those who look at the text of a reading: spans, and what is found, stay."""

import unicodedata

import pytest

from thenchot.reports.checking.check import check
from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.composing import composed

TEXT = """BÁO CÁO kết quả 9 tháng đầu năm 2025
Đảng bộ xã có 24 chi bộ với 512 đảng viên, trong đó: nữ 201, dân tộc thiểu số 98.
Kết nạp 19 đảng viên (nữ 7, nam 13); khai trừ 01 đảng viên."""
SPELLINGS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "Icelandic": lambda text: text.replace("Đ", "Ð").replace("đ", "ð"),
    "unbreakable": lambda text: text.replace("đảng viên", "đảng\u00a0viên"),
    "soft hyphens": lambda text: text.replace("viên", "vi\u00adên"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_figures_keep_their_places_and_their_digits(spelling):
    reading = read(lines_of(SPELLINGS[spelling](TEXT)))
    whole = composed(reading)
    assert [line.text for line in whole.lines] == TEXT.replace("ð", "đ").split("\n")
    assert [whole.lines[one.line - 1].text[one.start : one.end] for one in whole.figures] == [
        one.text for one in read(lines_of(TEXT)).figures
    ]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_same_relations_come_out(spelling):
    plain, typed = (check(read(lines_of(text))) for text in (TEXT, SPELLINGS[spelling](TEXT)))
    assert [(one.kind, one.verdict, one.expression) for one in typed] == [
        (one.kind, one.verdict, one.expression) for one in plain
    ]
    assert "fails" in {one.verdict.value for one in typed}


def test_a_text_in_one_spelling_is_left_as_it_is():
    reading = read(lines_of(TEXT))
    assert composed(reading) is reading
