"""Writing values into a given workbook: only the cells named change, everything else stays byte for byte.

The XML of a sheet is cut and joined as bytes, never written anew by a parser. Other parts of the file keep
their packed bytes. A text is written into its cell, so that the list of shared texts stays as it is. A cell
keeps its style. Formulas are not touched; what they had computed before is taken out, or replaced by
`computed`, and Excel computes all of them when it opens the file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from ..formulas.tree import Error
from ..markup import column_number
from ..refusals import Refused
from ..zipped import opened, part_of, with_parts
from .bytes import SheetBytes, Value

BOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z", re.ASCII)
FIRST_DAY = date(1899, 12, 30)  # day 0 of Excel's days, as they count from March 1900 on
Place = tuple[str, str]


class Unwritable(ValueError):
    """A value that cannot be written: `place` is `Sheet1!C7`; `why` is `sheet` or `cell` (there is none of
    this name), `formula`, `merged` (not the first cell of its area), `text`, `number`."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(place, why)
        self.place, self.why = place, why


@dataclass(frozen=True)
class SheetName:
    """A sheet as the workbook lists it: its name, the part that holds it, whether it is shown."""

    name: str
    part: str
    hidden: bool = False


def changed(
    data: bytes,
    values: Mapping[Place, Value],
    *,
    computed: Mapping[Place, Value | Error] | None = None,
    stale: Collection[Place] | None = None,
) -> bytes:
    """The workbook with these values in these cells: `{("Sheet1", "C7"): 5}`.

    Texts, whole numbers, Decimal, yes/no, days (as the number Excel keeps for a day: the cell's style shows
    it as one) or nothing, which empties the cell. `computed` are values of formulas, for programs that show
    a file without computing. `stale` are the formulas that may give another value now; without it all are.
    Without values the bytes that came are answered. Unwritable, Refused.
    """
    if not values and not computed:
        return data
    parts: dict[str, bytes] = {}
    sheets = {sheet.name: sheet for sheet in sheets_of(data)}
    given = _by_sheet(values, sheets)
    shown = _by_sheet(computed or {}, sheets)
    old = _by_sheet(dict.fromkeys(stale or ()), sheets)
    formulas = False
    for name, sheet in sheets.items():
        before = part_of(data, sheet.part)
        anew = SheetBytes(name, before, Unwritable)
        anew.write(given.get(name, {}))
        formulas |= anew.drop_computed(shown.get(name, {}), None if stale is None else old.get(name, {}))
        if (after := anew.joined()) != before:
            parts[sheet.part] = after
    if formulas and parts:
        parts[BOOK] = computed_on_load(part_of(data, BOOK))
    return with_parts(data, {name: part for name, part in parts.items() if part != part_of(data, name)})


def sheets_of(data: bytes) -> list[SheetName]:
    """The sheets in the workbook's order."""
    book, links = parsed(part_of(data, BOOK)), parsed(part_of(data, LINKS))
    targets = {one.get("Id"): one.get("Target", "") for one in links}
    found = []
    for sheet in book.iter("{*}sheet"):
        link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        target = str(targets.get(link, ""))
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        found.append(SheetName(str(sheet.get("name", "")), part, sheet.get("state", "visible") != "visible"))
    with opened(data) as archive:
        names = set(archive.namelist())
    if not found or any(sheet.part not in names for sheet in found):
        raise Refused("not_workbook")
    return found


def parsed(xml: bytes) -> etree._Element:
    """The root of a part; nothing outside is fetched, no entity replaced. Refused when it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise Refused("broken") from None


def split(place: str) -> tuple[int, int] | None:
    """`C7` as row and column, both from 0; nothing when it is no cell."""
    found = PLACE.match(place)
    if not found:
        return None
    row, column = int(found[2]) - 1, column_number(found[1])
    return (row, column) if row < 1_048_576 and column < 16_384 else None


def _by_sheet(
    values: Mapping[Place, Any], sheets: Mapping[str, SheetName]
) -> dict[str, dict[tuple[int, int], Any]]:
    found: dict[str, dict[tuple[int, int], Any]] = {}
    for (sheet, cell), value in values.items():
        place = split(cell)
        if sheet not in sheets or place is None:
            raise Unwritable(f"{sheet}!{cell}", "cell" if sheet in sheets else "sheet")
        if isinstance(value, Decimal | float) and not _finite(value):
            raise Unwritable(f"{sheet}!{cell}", "number")
        kept = (value - FIRST_DAY).days if isinstance(value, date) else value
        found.setdefault(sheet, {})[place] = kept
    return found


def _finite(value: Decimal | float) -> bool:
    return value == value and abs(value) != float("inf")


# In CT_Workbook calcPr follows these, the last of them that is there.
BEFORE_CALC = ("definedNames", "externalReferences", "functionGroups", "sheets")
CALC = re.compile(rb"<((?:\w+:)?)calcPr\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
FULL = re.compile(rb"\s+fullCalcOnLoad\s*=\s*(\"[^\"]*\"|'[^']*')")


def computed_on_load(book: bytes) -> bytes:
    """`xl/workbook.xml` with the word that makes Excel compute every formula when it opens the file."""
    if found := CALC.search(book):
        said = FULL.sub(b"", found[2]).rstrip() + b' fullCalcOnLoad="1"'
        return book[: found.start()] + b"<%bcalcPr%b%b>" % (found[1], said, found[3]) + book[found.end() :]
    for name in BEFORE_CALC:
        ends = rb"</((?:\w+:)?)%b\s*>|<((?:\w+:)?)%b\s*/>" % (name.encode(), name.encode())
        if found := re.search(ends, book):
            prefix = found[1] or found[2] or b""
            return book[: found.end()] + b'<%bcalcPr fullCalcOnLoad="1"/>' % prefix + book[found.end() :]
    raise Refused("not_workbook")
