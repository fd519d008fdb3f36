"""Numbers alone in the cells of a table: row and column say what they count; numbering counts nothing."""

from decimal import Decimal

from thenchot.reports.reading import read
from thenchot.reports.reading.written import Line, Period, Sort

TABLE = [
    ["TT", "Nội dung", "ĐVT", "Năm 2023", "Năm 2024", "Tỷ lệ %"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ["1", "Đảng viên mới kết nạp", "đồng chí", "1.120", "1.204", "107,5"],
    ["2", "Số lượt tổ chức đảng được kiểm tra", "lượt", "312", "trên 340", "108,9"],
    ["3", "Đảng phí thu nộp", "triệu đồng", "578,5", "601", "103,9"],
]


def cells(table):
    number = 0
    for row, texts in enumerate(table, 1):
        for column, text in enumerate(texts, 1):
            number += 1
            yield Line(number, text, Sort.CELL, f"Bảng 1, dòng {row}, cột {column}", 0, 1, row, column)


def read_table(table):
    return [(one.text, one.value, one.unit, one.period.since) for one in read(cells(table)).figures]


def test_a_table_with_measures_and_years():
    assert read_table(TABLE) == [
        ("1.120", Decimal(1120), "persons", "2023-01-01"),
        ("1.204", Decimal(1204), "persons", "2024-01-01"),
        ("107,5", Decimal("107.5"), "percent", None),
        ("312", Decimal(312), "organisation-times", "2023-01-01"),
        ("340", Decimal(340), "organisation-times", "2024-01-01"),
        ("108,9", Decimal("108.9"), "percent", None),
        ("578,5", Decimal(578_500_000), "dong", "2023-01-01"),
        ("601", Decimal(601_000_000), "dong", "2024-01-01"),
        ("103,9", Decimal("103.9"), "percent", None),
    ]


def test_without_measures_the_row_says():
    table = [
        ["Đơn vị", "Tổng số đảng viên", "Nữ"],
        ["Đảng bộ xã A", "412", "131"],
        ["Đảng bộ xã B", "389", "120"],
    ]
    found = read_table(table)
    assert [text for text, *_ in found] == ["412", "131", "389", "120"]
    assert [unit for _, _, unit, _ in found][::2] == ["members", "members"]


def test_the_noun_names_row_and_column():
    figure = read(cells(TABLE)).figures[0]
    assert figure.noun == "Đảng viên mới kết nạp – Năm 2023"
    assert figure.period == Period("2023-01-01", "2023-12-31")


def test_a_sentence_in_a_cell_is_read_as_one():
    found = read_table([["Kết quả"], ["Kết nạp 12 đảng viên; khai trừ 1 đảng viên"]])
    assert [(text, unit) for text, _, unit, _ in found] == [("12", "members"), ("1", "members")]
