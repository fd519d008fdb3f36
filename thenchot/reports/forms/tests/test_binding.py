"""Words of a form, head cells, whole lines, periods, what comes back: without a book."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter

from thenchot.files.sheets.cells import read_book
from thenchot.files.sheets.workbook import changed
from thenchot.reports.forms.binding import Binding, Bound, Title, When, Whose, period_of
from thenchot.reports.forms.coming_back import compare
from thenchot.reports.forms.heads import title_of, written
from thenchot.reports.forms.offering import offers
from thenchot.reports.forms.organisations import matched
from thenchot.reports.forms.recognising import recognised
from thenchot.reports.forms.spreading import NotSpread, spread
from thenchot.snapshot.period import free, month, months, parse_period, term

LINES = (
    "Kết nạp đảng viên", "- Trong đó: nữ", "- Dân tộc thiểu số", "Đảng viên dự bị", "Đảng viên từ trần",
)  # fmt: skip
NAMES = {1: "Đảng bộ xã Hồng Sơn", 2: "Đảng bộ xã Nà Tông", 3: "Chi bộ Thanh tra tỉnh"}


def province_form() -> bytes:
    """A form as a province sends it: head, numbered columns, framed empty cells, sums."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("Biểu 3")
        box, head = made.add_format({"border": 1}), made.add_format({"border": 1, "bold": True})
        sheet.write_string("A1", "Đơn vị gửi: …………")
        sheet.write_string("A2", "Đơn vị nhận: …………")
        sheet.merge_range("A4:E4", "BIỂU PHÁT TRIỂN ĐẢNG VIÊN", head)
        sheet.merge_range("A5:E5", "(Có đến ngày …… tháng …… năm ……)", head)
        sheet.write_row("A7", ["STT", "Nội dung", "Số lượng", "Cùng kỳ năm trước", "Tăng, giảm"], head)
        sheet.write_row("A8", ["A", "B", 1, 2, 3], head)
        lines = (
            "Kết nạp đảng viên",
            "- Trong đó: nữ",
            "- Dân tộc thiểu số",
            "Đảng viên dự bị",
            "Đảng viên từ trần",
        )
        for row, line in enumerate(lines, 8):
            sheet.write_string(row, 1, line, box)
            sheet.write_blank(row, 2, None, box)
            sheet.write_blank(row, 3, None, box)
            sheet.write_formula(row, 4, f"=C{row + 1}-D{row + 1}", box, 0)
        sheet.write_formula("C14", "=SUM(C9:C13)", box, 0)
    return buffer.getvalue()


def units() -> bytes:
    """A line for each unit."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("Biểu")
        box = made.add_format({"border": 1})
        sheet.set_column("B:B", 30)
        sheet.write_row("A1", ["TT", "Đơn vị", "Tổng số đảng viên"], box)
        for row, name in enumerate(("Xã Hồng Sơn", "xã Nà Tông", "Xã lạ", "Thanh tra tỉnh"), 1):
            sheet.write_row(row, 0, [row, name], box)
            sheet.write_blank(row, 2, None, box)
        for row in (5, 6):
            for column in range(3):
                sheet.write_blank(row, column, None, box)
    return buffer.getvalue()


def test_the_words_of_a_line_offer_its_figure():
    (sheet,) = read_book(province_form()).sheets
    best = {row: offers(sheet, row, 2)[0] for row in range(8, 13)}
    assert [best[row].code for row in range(8, 13)] == ["M16", "M19", "M21", "M03", "M35"]
    assert "kết nạp" in best[9].words and "nữ" in best[9].words  # from the line above, and its own
    assert offers(sheet, 8, 3)[0].when is When.LAST_YEAR


def test_what_is_sure_is_bound_at_once_formulas_and_numbers_of_columns_are_not():
    book = read_book(province_form())
    found = {one.cell: one for one in recognised(book, Binding.of("x"), {})}
    assert {found[cell].title for cell in ("A1", "A2", "A5")} == {Title.SENDER, Title.RECEIVER, Title.DATA_TO}
    assert found["C9"].code == "M16" and found["D10"].when is When.LAST_YEAR
    assert not {"E9", "C8", "C14", "A9"} & set(found)
    kept = Binding.of("x", [Bound("Biểu 3", "C9", code="M01")])
    assert "C9" not in {one.cell for one in recognised(book, kept, {})}


@pytest.mark.parametrize(
    ("before", "title", "value", "after"),
    [
        ("Đơn vị gửi: ……", Title.SENDER, "Đảng bộ xã A", "Đơn vị gửi: Đảng bộ xã A"),
        ("ĐƠN VỊ NHẬN………", Title.RECEIVER, "Tỉnh ủy", "ĐƠN VỊ NHẬN Tỉnh ủy"),
        ("(Có đến ngày … tháng … năm …)", Title.DATA_TO, "20/11/2026", "(Có đến ngày 20/11/2026)"),
        ("Có đến ngày 01/01/2025", Title.DATA_TO, "20/11/2026", "Có đến ngày 20/11/2026"),
        ("Kỳ báo cáo: 9 tháng", Title.PERIOD, "11 tháng", "Kỳ báo cáo: 11 tháng"),
        ("", Title.SENDER, "Đảng bộ xã A", "Đảng bộ xã A"),
    ],
)
def test_heads_keep_their_label(before, title, value, after):
    assert written(before, title, value) == after
    assert before == "" or title_of(before) is title


def test_a_long_text_is_no_head():
    assert title_of("Đơn vị nhận báo cáo " + "x" * 200) is None and title_of("Kết nạp") is None


def test_names_of_organisations_with_and_without_what_stands_before():
    assert matched("XÃ HỒNG SƠN", NAMES) == 1
    assert matched("Đảng bộ xã Nà Tông", NAMES) == 2
    assert matched("Thanh tra tỉnh", NAMES) == 3
    assert matched("xã lạ", NAMES) is None
    assert matched("xã Hồng Sơn", NAMES | {4: "Chi bộ xã Hồng Sơn"}) is None  # two could be meant


def test_a_column_by_name_by_order_and_alike():
    (sheet,) = read_book(units()).sheets
    first = Bound("Biểu", "C2", code="M01")
    made = spread(sheet, first, "ten", "C5", NAMES)
    assert [(one.cell, one.organisation) for one in made.cells] == [("C2", 1), ("C3", 2), ("C5", 3)]
    assert made.unknown == ["Xã lạ"]
    made = spread(sheet, Bound("Biểu", "C6", code="M01", whose=Whose.CHILD, child=5), "thu-tu", "C7", NAMES)
    assert [(one.cell, one.child, one.title) for one in made.cells] == [
        ("C6", 5, None), ("B6", 5, Title.CHILD), ("C7", 6, None), ("B7", 6, Title.CHILD),
    ]  # fmt: skip
    assert len(spread(sheet, first, "nhu-nhau", "C7", NAMES).cells) == 6
    assert spread(sheet, first, "", "", NAMES).cells == [first]
    for until in ("D5", "C1", "x", "C9999"):
        with pytest.raises(NotSpread):
            spread(sheet, first, "ten", until, NAMES)


def test_a_binding_is_stored_and_read():
    binding = Binding.of(
        "Biểu 3",
        [
            Bound("Biểu 3", "C9", code="M16", when=When.TERM, since=date(2025, 10, 1)),
            Bound("Biểu 3", "D9", code="M16", whose=Whose.ONE, organisation=2**62, by="sex", value="female"),
            Bound("Biểu 3", "A1", title=Title.SENDER),
            Bound("Biểu 3", "B2", title=Title.CHILD, whose=Whose.CHILD, child=3),
        ],
    )
    assert Binding.read(binding.stored()) == binding
    assert binding.stored()["cells"][0] == {"sheet": "Biểu 3", "cell": "A1", "title": "sender"}
    for bad in ({"sheet": "x", "cell": "A1", "other": "1"}, {"sheet": "x", "cell": "A1", "when": "never"}):
        with pytest.raises(ValueError):
            Bound.read(bad)


def test_the_periods_of_cells():
    asked = parse_period("11T2026@2026-11-20")
    assert period_of(When.THIS, asked) == asked
    assert period_of(When.LAST_YEAR, asked) == months(2025, 11).upto(date(2025, 11, 20))
    assert period_of(When.BEFORE, asked) == free(date(2025, 12, 31), date(2025, 12, 31))
    assert period_of(When.MONTH, asked) == month(2026, 11).upto(date(2026, 11, 20))
    assert period_of(When.YEAR, month(2026, 10)) == months(2026, 10)
    begins = date(2025, 10, 1)
    assert period_of(When.TERM, month(2026, 10), begins) == term(begins, date(2026, 10, 31))
    with pytest.raises(ValueError):
        period_of(When.TERM, asked)


def test_what_comes_back_cell_by_cell():
    sent = changed(
        province_form(), {("Biểu 3", "C9"): 31, ("Biểu 3", "C10"): 14, ("Biểu 3", "C12"): Decimal("2.5")}
    )
    given = changed(sent, {("Biểu 3", "C9"): 33, ("Biểu 3", "C12"): "ba", ("Biểu 3", "C10"): None})
    found = compare(read_book(sent), read_book(given), {("Biểu 3", "C9")})
    assert [(one.cell, one.was, one.now, one.change, one.bound) for one in found.differences] == [
        ("C9", 31, 33, 2, True), ("C10", 14, None, -14, False), ("C12", Decimal("2.5"), "ba", None, False),
    ]  # fmt: skip
    assert compare(read_book(sent), read_book(sent), ()).unchanged


def test_a_formula_that_became_a_number_is_told():
    sent = read_book(province_form())
    given = read_book(province_form())
    sheet = given.sheets[0]
    del sheet.formulas[13, 2]
    sheet.name = "Biểu 3"
    (one,) = compare(sent, given, ()).differences
    assert (one.cell, one.formula) == ("C14", "gone")
    sheet.name = "Khác"
    found = compare(sent, given, ())
    assert (found.missing, found.added) == (["Biểu 3"], ["Khác"])
