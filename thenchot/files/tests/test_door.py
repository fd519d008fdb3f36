"""What the door refuses, and that the next file is served."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from thenchot.files import limits
from thenchot.files.door import admit
from thenchot.files.refusals import Refused
from thenchot.files.tables import read_table
from thenchot.files.words import say

from .workbooks import GOOD, MAIN, book, packed, parts_of, relation, sheet_of, with_part

CELL = '<c r="A1"><v>1</v></c>'


def bomb_by_header():
    """The header says ten bytes where there are sixty million."""
    data = bytearray(with_part("xl/theme/theme1.xml", b"<a>" + b" " * 60_000_000 + b"</a>"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        real = archive.getinfo("xl/theme/theme1.xml").file_size
    return bytes(data).replace(real.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def too_much():
    """Sixty-one million bytes, packed a hundred to one: under the ratio, over the size."""
    seeds = random.Random(1)
    pieces = (seeds.randbytes(640).hex() + "x" * 62_720 for _ in range(960))
    return with_part("xl/theme/theme1.xml", "<a>" + "".join(f"<b>{piece}</b>" for piece in pieces) + "</a>")


def million_rows():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_000_001))
    return sheet_of(f"<sheetData>{rows}</sheetData>")


def same_part_twice():
    return packed([*parts_of(GOOD).items(), ("xl/worksheets/Sheet1.xml", b"<a/>")])


def other_relation(name, old, new):
    return with_part(name, parts_of(GOOD)[name].replace(old, new))


def shared_text(cells):
    """A short list of long texts used by very many cells."""
    text = "x" * 30_000
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, cells))
    parts = parts_of(sheet_of(f"<sheetData>{rows}</sheetData>"))
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>{text}</t></si></sst>'
    )
    return packed(parts)


DDE = f'<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="x"/></externalLink>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600

HOSTILE = {
    "bomb by body": (
        lambda: with_part("xl/theme/theme1.xml", b"<a>" + b" " * 50_000_000 + b"</a>"),
        {"ratio", "line"},
    ),
    "bomb by header": (bomb_by_header, {"broken"}),
    "bomb of elements": (
        lambda: with_part("xl/theme/theme1.xml", b"<a>" + b"<b>0123456789</b>" * 4_000_000),
        {"ratio", "elements"},
    ),
    "too much after unpacking": (too_much, {"unpacked"}),
    "only an empty value": (
        lambda: sheet_of('<sheetData><row r="1"><c r="A1"><v></v></c></row></sheetData>'),
        {"empty"},
    ),
    "million rows": (million_rows, {"rows"}),
    "2^40 rows by dimension": (
        lambda: sheet_of(
            f'<dimension ref="A1:XFD1099511627776"/><sheetData><row r="1">{CELL}</row></sheetData>'
        ),
        {"strange_cell"},
    ),
    "2^40 rows by cell": (
        lambda: sheet_of(
            '<sheetData><row r="1099511627776"><c r="A1099511627776"><v>1</v></c></row></sheetData>'
        ),
        {"strange_cell"},
    ),
    "two cells far apart": (
        lambda: sheet_of(
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="99999"><c r="SF99999"><v>1</v></c></row></sheetData>'
        ),
        {"area"},
    ),
    "a cell in the last column": (
        lambda: sheet_of('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'),
        {"columns"},
    ),
    "nested": (lambda: sheet_of("<a>" * 200 + "</a>" * 200), {"depth"}),
    "very many elements": (
        lambda: sheet_of("".join(f'<a b="{n}"/>' for n in range(2_200_000))),
        {"elements"},
    ),
    "a tag without end": (
        lambda: sheet_of('<a b="' + "0123456789abcdef" * 300_000),
        {"ratio", "line", "broken"},
    ),
    "part twice": (same_part_twice, {"duplicate_part"}),
    "path upwards": (lambda: with_part("../../etc/x.xml", b"<a/>"), {"path"}),
    "absolute path": (lambda: with_part("/etc/x.xml", b"<a/>"), {"path"}),
    "backslash": (lambda: packed({**parts_of(GOOD), "xl\\..\\x.xml": b"<a/>"}), {"path"}),
    "archive inside": (lambda: with_part("xl/inner.zip", GOOD), {"strange_part"}),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"x"), {"macro"}),
    "macros by relation": (lambda: relation("vbaProject", "x.xml"), {"macro"}),
    "macros by content type": (
        lambda: other_relation("[Content_Types].xml", b"sheet.main+xml", b"sheet.macroEnabled.main+xml"),
        {"macro"},
    ),
    "activeX": (lambda: with_part("xl/activeX/activeX1.xml", b"<a/>"), {"activex"}),
    "embedding": (lambda: with_part("xl/embeddings/oleObject1.bin", b"x"), {"embedding"}),
    "external link": (lambda: relation("externalLink", "externalLinks/externalLink1.xml"), {"external_link"}),
    "external target": (
        lambda: relation("image", "http://example.test/x.png", "External"),
        {"external_link"},
    ),
    "attached template": (lambda: relation("attachedTemplate", "x.xml", "External"), {"template"}),
    "hidden reader of another part": (
        lambda: other_relation("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"media/x.png"),
        {"strange_part"},
    ),
    "DDE": (lambda: with_part("xl/externalLinks/externalLink1.xml", DDE), {"dde"}),
    "DTD": (lambda: sheet_of("<sheetData/>", '<!DOCTYPE a [<!ENTITY x "y">]>'), {"dtd"}),
    "UTF-16 XML": (
        lambda: with_part("xl/worksheets/sheet1.xml", '<?xml version="1.0"?><worksheet/>'.encode("utf-16")),
        {"xml_encoding"},
    ),
    "error cell": (
        lambda: sheet_of('<sheetData><row r="1"><c r="B1" t="e"><v>#N/A</v></c></row></sheetData>'),
        {"error_cell"},
    ),
    "days from 1904": (
        lambda: other_relation("xl/workbook.xml", b"<workbookPr ", b'<workbookPr date1904="1" '),
        {"dates_1904"},
    ),
    "not a workbook": (lambda: packed({"word/document.xml": b"<a/>"}), {"not_workbook"}),
    "cut short": (lambda: GOOD[: len(GOOD) // 2], {"broken"}),
    "no bytes": (lambda: b"", {"empty"}),
    "old Excel": (lambda: OLE, {"old_excel"}),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), {"encrypted"}),
    "long text in every cell": (lambda: shared_text(50_000), {"memory", "text"}),
    "not Unicode": (lambda: "Tên,Ngày\nĐảng,1".encode("cp1258", "replace"), {"encoding"}),
    "NUL": (lambda: b"a,b\n1,\0", {"nul"}),
    "a long line": (lambda: b"a,b\n" + b"x" * 1_000_001, {"line"}),
    "an open quote": (lambda: b'a,b\n"1,2\n3,4', {"broken_line"}),
    "formula in CSV": (lambda: b"a,b\n1,=cmd|' /C calc'!A0", {"formula"}),
    "twenty million lines": (lambda: b"a,b\n" + b"\n" * 19_000_000, {"rows"}),
    "twenty million cells": (lambda: (b"," * 499 + b"\n") * 39_000, {"area"}),
    "two delimiters": (lambda: b"a,b;c\n1,2;3", {"delimiter"}),
    "many columns in CSV": (lambda: b"," * 600 + b"\n", {"columns"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_and_the_next_is_served(name):
    make, codes = HOSTILE[name]
    data = make()

    with pytest.raises(Refused) as refused:
        read_table(data)

    assert refused.value.code in codes
    assert read_table(GOOD).rows == [["001", "21/11/2026"]]


def test_formula_names_sheet_and_cell():
    data = book([["a", "b"]], also=lambda made, sheet: sheet.write_formula("C7", "=1+1"))

    with pytest.raises(Refused) as refused:
        admit(data, {"xlsx"})

    assert (refused.value.code, refused.value.place) == ("formula", "Sheet1!C7")


def test_hyperlink_is_kept_as_text():
    data = book(
        [["a"]], also=lambda made, sheet: sheet.write_url("A2", "https://example.test/", string="xem")
    )

    assert read_table(data).rows == [["xem"]]


def test_name_must_say_what_the_bytes_are(tmp_path):
    cases = [("a.xlsx", b"a,b\n"), ("a.csv", GOOD), ("a.xlsm", GOOD), ("a.xlsx", OLE), ("a.pdf", b"%PDF-1.7")]

    codes = []
    for name, data in cases:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refused) as refused:
            admit(tmp_path / name, {"xlsx", "csv"})
        codes.append(refused.value.code)

    assert codes == ["wrong_kind", "wrong_kind", "macro", "old_excel", "wrong_kind"]


def test_only_the_kinds_asked_for_pass():
    with pytest.raises(Refused, match="wrong_kind"):
        admit(b"a,b\n", {"xlsx"})


def test_too_large_a_file_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(10**10)

    with pytest.raises(Refused, match="size"):
        admit(path, {"csv"})


def test_what_is_parsed_is_what_was_looked_through():
    assert parts_of(admit(b"" + GOOD, {"xlsx"}).data) == parts_of(GOOD)


def test_page_of_limits_is_the_table():
    page = Path(__file__).parents[3] / "docs" / "uploads.md"

    assert page.read_text() == limits.page()


LONG = "{" + "x" * 5000
NAMED_AT_LENGTH = {
    "path": f"../{LONG}.xml",
    "strange_part": f"xl/{LONG}.zip",
    "broken": f"xl/worksheets/{LONG}.xml",
}


@pytest.mark.parametrize(("code", "name"), NAMED_AT_LENGTH.items())
def test_a_refusal_quotes_no_more_of_a_name_than_a_sentence_carries(code, name):
    with pytest.raises(Refused) as refused:
        admit(with_part(name, b"<a><"), {"xlsx"})

    assert refused.value.code == code
    assert len(say(refused.value)) < 300
    assert "{" not in say(refused.value)
