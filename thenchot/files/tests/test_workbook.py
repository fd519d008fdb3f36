"""Writing into given workbooks: what was named changes, and not one byte beside it."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import python_calamine
import xlsxwriter
from lxml import etree

from thenchot.files.refusals import Refused
from thenchot.files.sheets.workbook import Unwritable, changed, parsed, sheets_of
from thenchot.files.zipped import part_of

from .workbooks import MAIN, book, packed, parts_of, sheet_of

SHEET = "xl/worksheets/sheet1.xml"


def cells_of(data, part=SHEET):
    root = parsed(part_of(data, part))
    return {cell.get("r"): etree.tostring(cell, method="c14n") for cell in root.iter(f"{{{MAIN}}}c")}


def raw_of(data):
    """Every part as it lies in the file, packed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [
            (one.filename, one.date_time, one.compress_type, one.CRC, one.compress_size, one.file_size)
            for one in archive.infolist()
        ]


def styled():
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("Biểu 1")
        bold = made.add_format({"bold": True, "num_format": "#,##0"})
        sheet.set_column(0, 0, 30)
        sheet.set_column(3, 3, 12, bold)
        sheet.set_row(6, 20, bold)
        sheet.write_row(0, 0, ["Chỉ tiêu", "Số", "Ghi chú"])
        sheet.write_string(1, 0, "Kết nạp")
        sheet.write_number(1, 1, 3, bold)
        sheet.write_formula(2, 1, "=B2*2", bold, 6)
        sheet.write_formula(3, 1, '=IF(B3>5,"nhiều","ít")', None, "nhiều")
        sheet.merge_range("A5:B5", "Gộp", bold)
        sheet.insert_textbox("F2", "Chú thích")
        made.add_worksheet("Khác").write_formula(0, 0, "='Biểu 1'!B2+1", None, 4)
    return buffer.getvalue()


def rows_of(data, name):
    return python_calamine.load_workbook(BytesIO(data)).get_sheet_by_name(name).to_python()


def test_nothing_changed_is_the_file_itself():
    data = styled()
    assert changed(data, {}) is data


def test_only_the_named_cells_differ():
    data = book([["Mã", "Tên", "Số"], ["001", "Giàng A Páo", 5], ["002", "Triệu Mùi Ghến", 7]])
    after = changed(data, {("Sheet1", "B2"): "Giàng A Páo & <b>", ("Sheet1", "C3"): 8})
    was, now = cells_of(data), cells_of(after)
    assert {place for place in now if now[place] != was[place]} == {"B2", "C3"}
    assert was.keys() == now.keys()
    assert rows_of(after, "Sheet1")[1:] == [["001", "Giàng A Páo & <b>", 5], ["002", "Triệu Mùi Ghến", 8]]
    differ = [one[0] for one, other in zip(raw_of(data), raw_of(after), strict=True) if one != other]
    assert differ == [SHEET]
    # Without the two cells the sheet is the same to the byte.
    before, later = parts_of(data)[SHEET], parts_of(after)[SHEET]
    assert later.startswith(before[: before.index(b'<c r="B2"')])
    assert later.endswith(before[before.index(b"</c>", before.index(b'<c r="C3"')) :])


def test_packed_bytes_of_other_parts_stay():
    data = styled()
    after = changed(data, {("Biểu 1", "B2"): 4})
    with zipfile.ZipFile(BytesIO(data)) as one, zipfile.ZipFile(BytesIO(after)) as other:
        assert other.testzip() is None and one.namelist() == other.namelist()
        for was, now in zip(one.infolist(), other.infolist(), strict=True):
            if now.filename in (SHEET, "xl/worksheets/sheet2.xml", "xl/workbook.xml"):
                continue
            size = 30 + len(was.filename.encode()) + was.compress_size
            from_, to = was.header_offset, now.header_offset
            assert data[from_ : from_ + size] == after[to : to + size]


def test_the_style_of_a_cell_stays_and_a_new_cell_takes_that_of_its_row_or_column():
    after = changed(
        styled(),
        {("Biểu 1", "B2"): Decimal("3.5"), ("Biểu 1", "D9"): 1, ("Biểu 1", "D2"): 2, ("Biểu 1", "C7"): 3},
    )
    root = parsed(part_of(after, SHEET))
    styles = {cell.get("r"): cell.get("s") for cell in root.iter(f"{{{MAIN}}}c")}
    assert styles["B2"] == styles["D9"] == styles["D2"] == styles["C7"] is not None
    assert root.find(f"{{{MAIN}}}dimension").get("ref") == "A1:D9"
    rows = rows_of(after, "Biểu 1")
    assert rows[1][:4] == ["Kết nạp", 3.5, "", 2] and rows[8][3] == 1 and rows[6][2] == 3


def test_values_of_formulas_go_or_become_those_given_and_all_is_computed_on_opening():
    data = styled()
    after = changed(data, {("Biểu 1", "B2"): 1})
    assert b"<f>B2*2</f></c>" in part_of(after, SHEET)
    assert b'fullCalcOnLoad="1"' in part_of(after, "xl/workbook.xml")
    shown = changed(
        data,
        {("Biểu 1", "B2"): 1},
        computed={("Biểu 1", "B3"): 2, ("Biểu 1", "B4"): "ít", ("Khác", "A1"): 2},
    )
    rows = rows_of(shown, "Biểu 1")
    assert (rows[2][1], rows[3][1], rows_of(shown, "Khác")[0][0]) == (2, "ít", 2)
    assert part_of(shown, SHEET).count(b"<f>") == part_of(data, SHEET).count(b"<f>")


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        (("Biểu 1", "B3"), 1, "formula"),
        (("Biểu 1", "B5"), 1, "merged"),
        (("Không có", "B5"), 1, "sheet"),
        (("Biểu 1", "B0"), 1, "cell"),
        (("Biểu 1", "XFE1"), 1, "cell"),
        (("Biểu 1", "A2"), "a\x00b", "text"),
        (("Biểu 1", "A2"), float("nan"), "number"),
    ],
)
def test_what_cannot_be_written_is_named(place, value, why):
    with pytest.raises(Unwritable) as no:
        changed(styled(), {place: value})
    assert (no.value.place, no.value.why) == ("!".join(place), why)


def test_texts_come_back_as_they_were():
    texts = ["=1+1", " hai  đầu ", "_x0041_", "dòng\nmới", "<&>\"'", "Nguyễn Thị Ánh"]
    data = book([["x"]] * len(texts))
    after = changed(data, {("Sheet1", f"A{n}"): text for n, text in enumerate(texts, 1)})
    assert [row[0] for row in rows_of(after, "Sheet1")] == texts
    assert b"<f" not in part_of(after, SHEET)


def test_days_yes_no_and_empty():
    data = book([["a", "b", "c"]])
    after = changed(
        data, {("Sheet1", "A1"): date(2026, 11, 22), ("Sheet1", "B1"): True, ("Sheet1", "C1"): None}
    )
    assert rows_of(after, "Sheet1") == [[46348, True, ""]] or rows_of(after, "Sheet1") == [[46348, True]]


def test_comments_prefixes_quotes_and_cells_without_names():
    inside = (
        '<x:dimension ref="A1"/><x:sheetData><!-- <x:row r="1"><x:c r="A1"/></x:row> -->'
        '<x:row r=\'1\' ht="1>2"><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>a</x:v></x:c></x:row>'
        '<x:row r="3" /></x:sheetData>'
    )
    parts = parts_of(sheet_of(""))
    parts[SHEET] = f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}">{inside}</x:worksheet>'.encode()
    after = changed(
        packed(parts), {("Sheet1", "B1"): 2, ("Sheet1", "C1"): 3, ("Sheet1", "A2"): 4, ("Sheet1", "B3"): 5}
    )
    root = parsed(part_of(after, SHEET))
    found = {cell.get("r"): cell[0].text for cell in root.iter(f"{{{MAIN}}}c")}
    assert found == {None: "1", "B1": "2", "C1": "3", "A2": "4", "B3": "5"}
    assert [row.get("r") for row in root.iter(f"{{{MAIN}}}row")] == ["1", "2", "3"]
    assert b'<!-- <x:row r="1"><x:c r="A1"/></x:row> -->' in part_of(after, SHEET)
    empty = changed(sheet_of("<sheetData/>"), {("Sheet1", "B2"): 1})
    assert b'<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>' in part_of(empty, SHEET)


def test_a_second_directory_in_the_zip_is_refused():
    data = book([["a"]])
    with pytest.raises(Refused):
        changed(data + data[data.rfind(b"PK\x05\x06") :], {("Sheet1", "A1"): 1})


def test_five_cells_of_a_long_list():
    rows = [[f"{row}-{column}" if column % 2 else row for column in range(31)] for row in range(1_000)]
    data = book(rows)
    after = changed(data, {("Sheet1", f"C{n}"): -n for n in (2, 10, 500, 999, 1_000)})
    was, now = cells_of(data), cells_of(after)
    assert [place for place in was if was[place] != now[place]] == ["C2", "C10", "C500", "C999", "C1000"]


def test_sheets_and_which_are_hidden():
    hidden = book([["a"]], also=lambda made, sheet: (made.add_worksheet("Ẩn").hide(), None)[1])
    assert [(one.name, one.hidden) for one in sheets_of(hidden)] == [("Sheet1", False), ("Ẩn", True)]
