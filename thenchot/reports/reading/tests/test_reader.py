"""A written report is read: figures with value, unit, bound, noun, period; what counts nothing is left."""

from decimal import Decimal

from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Bound, Period


def figures(text):
    return read(lines_of(text)).figures


def test_a_sentence_of_a_report():
    found = figures(
        "Năm 2024, Đảng bộ xã kết nạp 45 đảng viên mới, đạt 112,5% chỉ tiêu; khai trừ 2 đảng viên."
    )
    assert [(one.text, one.value, one.unit) for one in found] == [
        ("45", Decimal(45), "members"),
        ("112,5%", Decimal("112.5"), "percent of target"),
        ("2", Decimal(2), "members"),
    ]
    assert {one.period for one in found} == {Period("2024-01-01", "2024-12-31")}


def test_lines_are_counted_as_given():
    report = read(lines_of("Mở đầu\n\nCó 12 chi bộ"))
    assert [(line.number, line.text) for line in report.lines] == [
        (1, "Mở đầu"),
        (2, ""),
        (3, "Có 12 chi bộ"),
    ]
    (figure,) = report.figures
    assert (figure.line, figure.text, figure.unit, figure.bound) == (3, "12", "organisations", Bound.EXACT)
    assert report.lines[figure.line - 1].text[figure.start : figure.end] == "12"
