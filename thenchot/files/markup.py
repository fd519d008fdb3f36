"""XML as a stream through expat, only to find what may not come in; names and counts are kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from .limits import LIMITS
from .profiles import LIST, Profile
from .refusals import Refused

CHUNK = 65_536
CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z", re.ASCII)
CORNER = re.compile(r"\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}\Z", re.ASCII)

# Relationship types (last word, small letters) that bring code, objects or other files along.
RELATIONS = {
    "vbaproject": "macro", "xlmacrosheet": "macro", "xlintlmacrosheet": "macro", "wordvbadata": "macro",
    "control": "activex", "activexcontrolbinary": "activex", "oleobject": "embedding", "package": "embedding",
    "externallink": "external_link", "externallinkpath": "external_link", "attachedtemplate": "template",
    "connections": "external_link", "querytable": "external_link", "webextension": "activex",
    "afchunk": "embedding", "subdocument": "external_link", "frame": "external_link",
}  # fmt: skip
ELEMENTS = {
    "ddeLink": "dde", "oleLink": "embedding", "externalBook": "external_link", "attachedTemplate": "template",
    "oleObject": "embedding", "connection": "external_link", "webPublishItem": "external_link",
    "FmlaMacro": "macro",
}  # fmt: skip
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff", ".wdp")
FONTS = (".odttf", ".fntdata", ".ttf")
DRAWN = (*PICTURES, ".svg")
ENDS = {
    "image": DRAWN, "thumbnail": PICTURES, "hdphoto": PICTURES, "font": FONTS, "printersettings": (".bin",),
}  # fmt: skip


def column_number(letters: str) -> int:
    """`A` is 0, `Z` 25, `AA` 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """The reverse of `column_number`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Scan:
    """One part of a workbook, any of them: bounds, no DTD, no forbidden element.

    `found` counts what the profile tolerates, by the code it would be refused with.
    """

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        self.profile, self.found = profile, Counter[str]()
        self.place, self.elements, self.depth, self.run = place, spent, 0, 0
        self.deepest, self.most, self.longest = LIMITS.depth, LIMITS.elements, LIMITS.line
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.XmlDeclHandler = self.declared
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.doctype

    def feed(self, chunks: Iterable[bytes]) -> Iterable[bytes]:
        """The same chunks, each after it has been looked through."""
        fed = 0
        try:
            for chunk in chunks:
                # expat would follow a UTF-16 mark whatever it was told; the reader after us might not.
                if not fed and (chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in chunk[:4]):
                    raise Refused("xml_encoding", self.place)
                self.parser.Parse(chunk, False)
                fed += len(chunk)
                # A tag that does not end makes expat hold it and read it again with every chunk.
                if fed - self.parser.CurrentByteIndex > LIMITS.line + CHUNK:
                    raise Refused("line", self.place, limit=LIMITS.line)
                yield chunk
            self.parser.Parse(b"", True)
        except expat.ExpatError:
            raise Refused("broken", self.place) from None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count()
        self.element(name.rpartition(":")[2], attributes)

    def count(self) -> None:
        self.run = 0
        self.depth += 1
        self.elements += 1
        if self.depth > self.deepest:
            raise Refused("depth", self.place, limit=LIMITS.depth)
        if self.elements > self.most:
            raise Refused("elements", self.place, limit=LIMITS.elements)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name in ELEMENTS:
            self.refuse(ELEMENTS[name])

    def refuse(self, code: str, place: str = "") -> None:
        """Refused, or counted where the profile tolerates it."""
        if code not in self.profile.tolerated:
            raise Refused(code, place or self.place)
        self.found[code] += 1

    def end(self, name: str) -> None:
        self.depth -= 1

    def text(self, text: str) -> None:
        self.run += len(text)
        if self.run > self.longest:
            raise Refused("line", self.place, limit=LIMITS.line)

    def declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii", "ascii"):
            raise Refused("xml_encoding", self.place)

    def doctype(self, *_: Any) -> None:
        raise Refused("dtd", self.place)


class Relations(Scan):
    """A `.rels` part: where its part points to, by id; nothing outside but hyperlinks."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.targets: dict[str, str] = {}

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        kind = attributes.get("Type", "").rpartition("/")[2].lower()
        target = attributes.get("Target", "")
        if kind in RELATIONS:
            self.refuse(RELATIONS[kind])
        elif kind != "hyperlink":
            self.inside(kind, target, attributes.get("TargetMode", "Internal"))
        self.targets[attributes.get("Id", "")] = target

    def inside(self, kind: str, target: str, mode: str) -> None:
        """Outside targets are refused, and targets that the door does not look through."""
        if mode.lower() != "internal" or "://" in target or target.startswith("\\\\"):
            self.refuse("external_link")
        elif not target.lower().endswith(ENDS.get(kind, (".xml", ".vml"))):
            raise Refused("strange_part", self.place)


class ContentTypes(Scan):
    """`[Content_Types].xml`: a file that says it carries macros is refused. `kinds`: types by part."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.kinds: dict[str, str] = {}

    def element(self, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "").lower()
        if "macroenabled" in kind or "vbaproject" in kind:
            raise Refused("macro", self.place)
        if name == "Override":
            self.kinds[attributes.get("PartName", "").removeprefix("/")] = kind


class Workbook(Scan):
    """`xl/workbook.xml`: names and ids of the sheets, which of them are hidden."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.sheets: list[tuple[str, str, bool]] = []

    def element(self, name: str, attributes: dict[str, str]) -> None:
        super().element(name, attributes)
        if name == "externalReference":
            raise Refused("external_link", self.place)
        if name == "workbookPr" and attributes.get("date1904", "0") not in ("0", "false"):
            raise Refused("dates_1904", self.place)
        if name == "sheet":
            ids = [value for key, value in attributes.items() if key.rpartition(":")[2] == "id"]
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), ids[0] if ids else "", hidden))


class Sheet(Scan):
    """The cells of one sheet: how far they reach, no formulas, no errors; hidden rows are counted."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.top = self.left = 10**9
        self.bottom = self.right = self.row = self.column = -1
        self.numbers = self.hidden_rows = self.hidden_columns = 0
        self.formulas, self.merged, self.locked = 0, 0, False
        self.kind, self.waiting, self.row_text = "n", False, "0"
        self.columns: dict[str, int] = {}
        self.readers = {"c": self.cell, "row": self.begin_row, "dimension": self.dimension}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        # A million cells come by here: the two most frequent elements take the short way.
        self.count()
        if name == "v":
            self.valued(name)
        elif name == "c":
            self.cell(attributes)
        else:
            self.element(name.rpartition(":")[2], attributes)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name in self.readers:
            self.readers[name](attributes)
        elif name == "f":
            raise Refused("formula", self.here())
        elif name == "v" or name == "is":
            self.valued(name)
        elif name == "col" and attributes.get("hidden", "0") in ("1", "true"):
            self.hidden_columns += 1
        elif name == "mergeCell":
            self.merged += 1
        elif name == "sheetProtection":
            self.locked = attributes.get("sheet", "0") in ("1", "true")
        else:
            super().element(name, attributes)

    def dimension(self, attributes: dict[str, str]) -> None:
        if not all(CORNER.match(corner) for corner in attributes.get("ref", "A1").split(":")):
            raise Refused("strange_cell", self.place)

    def begin_row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r", str(self.row + 2))
        if not given.isascii() or not given.isdigit() or len(given) > 7:
            raise Refused("strange_cell", self.place)
        self.row, self.column, self.row_text = int(given) - 1, -1, given
        self.hidden_rows += attributes.get("hidden", "0") in ("1", "true")

    def cell(self, attributes: dict[str, str]) -> None:
        self.kind = attributes.get("t", "n")
        given = attributes.get("r")
        if given is None:
            self.column += 1
            return
        known = self.columns.get(given[: -len(self.row_text)]) if given.endswith(self.row_text) else None
        if known is not None:
            self.column = known
            return
        found = CELL.match(given)
        if not found:
            raise Refused("strange_cell", self.place)
        letters, number = found.groups()
        if letters not in self.columns:
            self.columns[letters] = column_number(letters)
        self.column, self.row, self.row_text = self.columns[letters], int(number) - 1, number

    def valued(self, name: str) -> None:
        """A cell that holds something; empty cells that only carry a format reach nowhere."""
        if self.kind == "e":
            raise Refused("error_cell", self.here())
        row, column = self.row, self.column
        if row < self.top or row > self.bottom or column < self.left or column > self.right:
            self.reach(row, column)
        self.waiting = name == "v" and self.kind in ("n", "b", "d")

    def reach(self, row: int, column: int) -> None:
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)
        rows, columns = self.bottom - self.top + 1, self.right - self.left + 1
        if row >= LIMITS.rows or rows > LIMITS.rows:
            raise Refused("rows", self.here(), limit=LIMITS.rows)
        if column >= LIMITS.columns:
            raise Refused("columns", self.here(), limit=LIMITS.columns)
        if rows * columns > LIMITS.area:
            raise Refused("area", self.here(), limit=LIMITS.area)

    def text(self, text: str) -> None:
        super().text(text)
        if self.waiting:  # inside <v> of a number
            self.numbers += 1
            self.waiting = False

    def here(self) -> str:
        return f"{self.place}!{column_letters(self.column)}{self.row + 1}" if self.column >= 0 else self.place
