"""One table of limits for every file that comes in; `docs/uploads.md` is printed from it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, fields

MB = 1_000_000


@dataclass(frozen=True)
class FileKind:
    """One kind of file the door knows: how its name ends, how its bytes begin, what it is for."""

    name: str
    extension: str
    magic: bytes
    what: str


XLSX = FileKind("xlsx", ".xlsx", b"PK\x03\x04", "a table: values only, no formulas")
CSV = FileKind("csv", ".csv", b"", "a table as text: UTF-8, or UTF-16 with its mark; `,` `;` or tab")
DOCX = FileKind("docx", ".docx", b"PK\x03\x04", "a Word document")
PDF = FileKind("pdf", ".pdf", b"%PDF-", "a PDF with text; pictures of pages are not read")
TXT = FileKind("txt", ".txt", b"", "text: UTF-8, or UTF-16 with its mark; also what is pasted")
KINDS = {kind.name: kind for kind in (XLSX, CSV, DOCX, PDF, TXT)}
TABLES = (XLSX.name, CSV.name)
DOCUMENTS = (DOCX.name, PDF.name, TXT.name)


def _limit(value: int, says: str) -> int:
    return field(default=value, metadata={"says": says})


@dataclass(frozen=True)
class Limits:
    """Bounds of one file. Sizes in bytes of a million, times in seconds."""

    size: int = _limit(20 * MB, "bytes of the file")
    checked: int = _limit(50 * MB, "bytes of a file that is only checked and not kept")
    unpacked: int = _limit(60 * MB, "bytes after unpacking, counted while unpacking")
    parts: int = _limit(2_000, "parts inside a workbook or Word document")
    ratio: int = _limit(200, "times larger after unpacking, counted while unpacking, from 1 MB on")
    depth: int = _limit(100, "elements inside one another in XML")
    elements: int = _limit(1_800_000, "elements of XML in one file")
    line: int = _limit(1_000_000, "characters in one line, or in one piece of XML")
    rows: int = _limit(100_000, "rows of one table")
    columns: int = _limit(500, "columns of one table")
    pages: int = _limit(500, "pages of a PDF")
    paragraphs: int = _limit(100_000, "lines of one document")
    area: int = _limit(5_000_000, "cells in the rectangle a table spans, empty ones too")
    text: int = _limit(60 * MB, "characters a table or document gives when read")
    memory: int = _limit(512 * MB, "bytes of address space of the worker that reads")
    processor: int = _limit(20, "seconds of processor of the worker")
    wait: int = _limit(30, "seconds until the worker is stopped")


LIMITS = Limits()

PAGE = """# Files that come in

Every file passes one door (`thenchot/files/door.py`) before anything reads it. This page is printed from
`thenchot/files/limits.py` by `python -m thenchot.files.limits`; a test holds the two equal.

| kind | name ends | first bytes | what |
|---|---|---|---|
{kinds}

| limit | at most | of what |
|---|---:|---|
{limits}

Refused in a workbook: macros, ActiveX, embedded objects, links to other files or addresses (hyperlinks are
kept as text), DDE, data connections, DTD and entities, formulas, cells with errors, days counted from 1904,
passwords, parts with the same name, names that lead outside the file, parts of an unknown sort. A form that
is to be filled keeps its formulas; those that fetch or run (WEBSERVICE, FILTERXML, IMAGE, HYPERLINK to
outside, CALL, REGISTER, EXEC, RTD, DDE, SQL.REQUEST, cubes, names in other workbooks) are refused.

Refused in a Word document, besides: an attached template, documents inside, fields that fetch or whose
kind cannot be told (DDE, DDEAUTO, INCLUDE, INCLUDETEXT, INCLUDEPICTURE, IMPORT, LINK, DATABASE, RD). Tracked
changes, hidden text and comments: a document that is only checked is read as it looks once they are accepted;
one that is kept is refused, or cleaned with a list of what was removed.

Refused in a PDF: passwords, JavaScript, programs to be started, files inside, forms of XFA, no text.

A worker process without files, network, keys or database reads what the door has passed, and only the parts
the door has looked through.
"""


def page() -> str:
    """The text of `docs/uploads.md`."""
    kinds = [
        f"| {kind.name} | `{kind.extension}` | {_magic(kind.magic)} | {kind.what} |"
        for kind in KINDS.values()
    ]
    rows = [
        f"| {one.name} | {getattr(LIMITS, one.name):,} | {one.metadata['says']} |" for one in fields(LIMITS)
    ]
    return PAGE.format(kinds="\n".join(kinds), limits="\n".join(rows))


def _magic(magic: bytes) -> str:
    return f"`{magic.hex(' ')}`" if magic else "–"


if __name__ == "__main__":
    sys.stdout.write(page())
