"""The head of a report: blank number and day, added where a file has none, told where it differs."""

from datetime import date

import pytest

from thenchot.reports.word.names import w
from thenchot.reports.word.official import Paper, edition, findings, has_head, lay_out
from thenchot.reports.word.text import paragraphs, text_of

from .files import package

PAPER = Paper(
    "Đảng bộ tỉnh Tuyên Quang", "Ban Tổ chức", "BC/BTCTU", "Tuyên Quang", "kết quả công tác tháng 2",
    ("K/T TRƯỞNG BAN",), "PHÓ TRƯỞNG BAN", ("Ban Tổ chức Trung ương", "Lưu"),
)  # fmt: skip
DAY = date(2026, 2, 28)


def lines(one):
    return [text_of(line) for line in paragraphs(one.body)]


def test_a_file_with_its_own_head_keeps_it_with_number_and_day_blank():
    one = package("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 215-BC/TU", "Tuyên Quang, ngày 22 tháng 10 năm 2025", "Có 4.")
    lay_out(one, PAPER, DAY)
    assert lines(one) == [
        "ĐẢNG CỘNG SẢN VIỆT NAM", "Số      -BC/TU", "Tuyên Quang, ngày    tháng 02 năm 2026", "Có 4.",
    ]  # fmt: skip


def test_a_file_without_one_gets_head_title_recipients_and_signature():
    one = package("Kết nạp 31 đảng viên.")
    assert not has_head(one.body)
    lay_out(one, PAPER, DAY)
    said = lines(one)
    assert has_head(one.body) and said.index("BÁO CÁO") < said.index("Kết nạp 31 đảng viên.")
    assert "Số      -BC/BTCTU" in said and "K/T TRƯỞNG BAN" in said and "- Lưu." in said
    assert one.body[-1].tag == w("sectPr") and [what for what, _ in findings(one, DAY)] == []


@pytest.mark.parametrize(
    ("day", "guidance", "right"),
    [
        (date(2026, 5, 27), "05-HD/VPTW", 15),
        (date(2026, 5, 26), "36-HD/VPTW", 20),
        (date(2010, 1, 1), "11-HD/VPTW", 20),
    ],
)
def test_the_guidance_is_that_of_the_day(day, guidance, right):
    assert (edition(day).guidance, edition(day).margins[3]) == (guidance, right)


def test_what_is_not_as_the_guidance_has_it_is_told():
    one = package("Số: 215-BC/TU", "Đề nghị xem xét./.")
    assert {what for what, _ in findings(one, DAY)} == {
        *(f"margin_{side}" for side in ("top", "bottom", "left", "right")),
        "colon",
        "slash",
    }
