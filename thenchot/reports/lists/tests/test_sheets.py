"""Lists as Word and Excel: the head repeats, texts stay texts, serial and banner stand in both."""

import re
from datetime import date

import pytest

from thenchot.reports import layout
from thenchot.reports.lists import badges, blank, excel, registers, word
from thenchot.reports.lists.badges import Proposed
from thenchot.reports.lists.sheets import Stamp

from .files import HEAD, SIGNER, STAMP, member, part, parts, said

DAY = date(2026, 11, 5)


def roll(*members):
    return registers.roll(HEAD, SIGNER, members, on=DAY, name="Chi bộ thôn Nà Tông")


def test_the_head_of_a_table_repeats_on_every_page():
    body = part(word.word(roll(member("Vàng A Sùng")), STAMP), "word/document.xml")
    assert body.count("<w:tblHeader/>") == 1
    numbered = registers.register(HEAD, SIGNER, [member("A")], on=DAY, name="x")
    body = part(word.word(numbered, STAMP), "word/document.xml")
    assert body.count("<w:tblHeader/>") == 2
    assert "(14)" in body and 'w:orient="landscape"' in body


def test_pages_are_a4_and_numbered_from_the_second():
    content = word.word(roll(member("A")), STAMP)
    body = part(content, "word/document.xml")
    assert 'w:w="11906" w:h="16838"' in body and "<w:titlePg/>" in body
    heads = [part(content, f"word/header{place}.xml") for place in (1, 2)]
    assert sorted("PAGE" in one for one in heads) == [False, True]


def test_a_name_that_begins_with_an_equals_sign_stays_text():
    sheet = roll(member('=HYPERLINK("http://x")'), member("<Vàng> & A \x07Sùng"))
    cells = parts(excel.excel(sheet, STAMP), "xl/worksheets/")
    assert "<f>" not in cells and "hyperlink" not in cells
    assert "=HYPERLINK" in parts(excel.excel(sheet, STAMP), "sharedStrings")
    assert "&lt;Vàng&gt; &amp; A Sùng" in part(word.word(sheet, STAMP), "word/document.xml")


def test_every_file_has_its_serial_and_a_demo_says_so():
    sheet = roll(member("A"))
    for content, foot in (
        (word.word(sheet, STAMP), "word/footer"),
        (excel.excel(sheet, STAMP), "worksheets/"),
    ):
        assert STAMP.serial in parts(content, foot)
        assert layout.DEMO in parts(content, "word/header|worksheets/")
    real = Stamp(STAMP.serial, STAMP.made, STAMP.organisation)
    assert layout.DEMO not in parts(word.word(sheet, real), ".xml")
    assert layout.DEMO not in parts(excel.excel(sheet, real), ".xml")


def test_a_file_names_the_organisation_and_no_tool():
    for content in (word.word(roll(member("A")), STAMP), excel.excel(roll(member("A")), STAMP)):
        core = part(content, "docProps/core.xml")
        assert STAMP.organisation in core
        assert not re.search("python|xlsxwriter|generated", core, re.IGNORECASE)


def test_the_same_rows_give_the_same_workbook():
    sheet = roll(member("A"))
    assert excel.excel(sheet, STAMP) == excel.excel(sheet, STAMP)


def test_cells_stand_in_bands_with_one_number_through_all():
    first, second = (
        member("Vàng A Sùng"),
        member("Lý Thị Mai", cell="Chi bộ Trường Tiểu học", listed=("dự bị",)),
    )
    text = said(word.word(roll(first, first, second), STAMP))
    assert "Chi bộ thôn Nà Tông: 2 đảng viên 1 Vàng A Sùng" in text
    assert "Chi bộ Trường Tiểu học: 1 đảng viên 3 Lý Thị Mai" in text
    assert "Cộng: 3 đảng viên; chính thức 2, dự bị 1." in text
    assert "tính đến ngày 05 tháng 11 năm 2026" in text


def test_one_cell_has_no_band():
    assert "1 đảng viên 1" not in said(word.word(roll(member("A")), STAMP))


def test_badges_stand_by_years_the_highest_first_and_are_summed():
    listed = [Proposed(years, DAY, member(name)) for years, name in ((30, "An"), (70, "Bình"), (30, "Chi"))]
    text = said(word.word(badges.badges(HEAD, SIGNER, listed, wave=date(2027, 2, 3), name="x"), STAMP))
    assert (
        text.index("Huy hiệu 70 năm") < text.index("Bình") < text.index("Huy hiệu 30 năm") < text.index("An ")
    )
    assert "Cộng: 3 đồng chí (70 năm: 1; 30 năm: 2)." in text
    assert "đợt ngày 03 tháng 02 năm 2027" in text


@pytest.mark.parametrize("make", [blank.handed, blank.lent])
def test_a_register_of_what_is_not_kept_is_ruled_and_says_so(make):
    sheet = make(HEAD, name="Chi bộ thôn Nà Tông")
    assert sheet.lines == blank.LINES and not any("".join(row[1:]) for row in sheet.rows)
    assert "ghi tay" in said(word.word(sheet, STAMP))


@pytest.mark.parametrize("sheet", ["register", "left", "died"])
def test_columns_fill_the_page(sheet):
    columns = {"register": registers.REGISTER, "left": registers.LEFT, "died": registers.DIED}[sheet]
    assert sum(column.width for column in columns) == 262
    assert sum(column.width for column in registers.ROLL) == 165
