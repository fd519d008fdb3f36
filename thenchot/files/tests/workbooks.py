"""Workbooks for tests, well-formed and hostile, made by code."""

import zipfile
from io import BytesIO

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(rows, **more):
    """A workbook of one sheet as XlsxWriter writes it; `more(sheet, book)` may add."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as made:
        sheet = made.add_worksheet("Sheet1")
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if value is not None:
                    (sheet.write_string if isinstance(value, str) else sheet.write)(number, place, value)
        if "also" in more:
            more["also"](made, sheet)
    return buffer.getvalue()


def parts_of(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    """A ZIP of (name, bytes) pairs or a dict; names may repeat."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def with_part(name, data):
    return packed({**parts_of(GOOD), name: data})


def sheet_of(inside, before=""):
    """A workbook whose sheet holds this XML."""
    return with_part(
        "xl/worksheets/sheet1.xml",
        f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}">{inside}</worksheet>',
    )


def relation(kind, target, mode="Internal"):
    """A workbook whose sheet points to something."""
    link = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return with_part(
        "xl/worksheets/_rels/sheet1.xml.rels", f'<Relationships xmlns="{PACKAGE}">{link}</Relationships>'
    )


GOOD = book([["Mã", "Ngày"], ["001", "21/11/2026"]])
