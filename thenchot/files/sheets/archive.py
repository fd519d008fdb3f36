"""A workbook as a ZIP of parts: every part is looked through while unpacking and packed anew.

What is read later is the new archive, never the one that came: two programs may see different things
in one ZIP.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

from ..limits import LIMITS, MB
from ..markup import CHUNK, DRAWN, FONTS, ContentTypes, Relations, Scan
from ..profiles import LIST, Profile
from ..refusals import Refused
from .fetching import Calculating, FormSheet, FormWorkbook
from .markup import Sheet, Workbook

# Words in the names of parts (small letters) that say what the part is.
NAMES = {
    "vbaproject": "macro", "vbadata": "macro", "macrosheets/": "macro", "activex": "activex",
    "ctrlprops/": "activex", "webextensions/": "activex", "embeddings/": "embedding",
    "connections.xml": "external_link", "querytables/": "external_link",
}  # fmt: skip
Looking = TypeVar("Looking", bound=Scan)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
# Drawings as text are often no sound XML, so their bytes are searched.
DRAWING = {
    re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE): "dtd",
    re.compile(rb"<script|FmlaMacro", re.IGNORECASE): "macro",
    re.compile(rb"(src|href)\s*=\s*[\"'][^\"'#]{0,2000}?(://|\\\\)", re.IGNORECASE): "external_link",
}
TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class SheetSeen:
    """A sheet as the door saw it: `numbers` counts cells that hold a number, a day or yes/no; `locked` is
    one that is protected against changes."""

    name: str
    hidden: bool
    filled: bool
    numbers: int
    hidden_rows: int
    hidden_columns: int
    formulas: int = 0
    merged: int = 0
    locked: bool = False


def unpack(data: bytes, profile: Profile = LIST) -> tuple[bytes, tuple[SheetSeen, ...]]:
    """The workbook packed anew from the parts looked through, and its sheets. Refused names part or cell."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return WorkbookUnpacking(archive, len(data), profile).all()
    except BROKEN:
        raise Refused("broken") from None


class Unpacking:
    """One archive on its way through the door; `found` counts what the profile tolerates."""

    def __init__(self, archive: zipfile.ZipFile, size: int, profile: Profile = LIST) -> None:
        self.archive, self.size, self.profile = archive, size, profile
        self.unpacked = self.elements = 0
        self.found = Counter[str]()
        self.parts = {one.filename: one for one in checked(archive.infolist(), size)}
        self.buffer = BytesIO()

    def look(self, name: str, scan: Looking, anew: zipfile.ZipFile) -> Looking:
        with anew.open(zipfile.ZipInfo(name), "w") as copy:
            for chunk in scan.feed(self.chunks(name)):
                copy.write(chunk)
        self.elements = scan.elements
        self.found += scan.found
        return scan

    def carry(self, name: str, anew: zipfile.ZipFile) -> None:
        """Pictures and fonts are counted and handed on as they are; drawn ones may lead nowhere."""
        with anew.open(zipfile.ZipInfo(name), "w") as copy:
            if name.lower().endswith((".svg", ".vml")):
                copy.write(drawing(name, b"".join(self.chunks(name))))
                return
            for chunk in self.chunks(name):
                copy.write(chunk)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes; counted while unpacking, whatever its header says."""
        with self.archive.open(self.parts[name]) as part:
            while chunk := part.read(CHUNK):
                self.unpacked += len(chunk)
                if self.unpacked > LIMITS.unpacked:
                    raise Refused("unpacked", name, limit=LIMITS.unpacked // MB)
                if self.unpacked > MB and self.unpacked > LIMITS.ratio * self.size:
                    raise Refused("ratio", name, limit=LIMITS.ratio)
                yield chunk

    def relations(self, name: str, anew: zipfile.ZipFile) -> Relations:
        return self.look(name, Relations(name, self.elements, self.profile), anew)


class WorkbookUnpacking(Unpacking):
    """A workbook: its sheets in order; a form that is to be filled is handed on whole."""

    def all(self) -> tuple[bytes, tuple[SheetSeen, ...]]:
        with zipfile.ZipFile(self.buffer, "w", zipfile.ZIP_STORED) as anew:
            # Links first: an outside link is named as what it is, not as the reference to it.
            for name in sorted(self.parts, key=lambda one: "externallinks/" not in one.lower()):
                if "externallinks/" in name.lower():
                    self.look(name, Scan(name), anew)
            named = self.sheet_names(anew)
            sheets = {}
            for name in self.parts:
                if name in named:
                    sheet = FormSheet if self.profile.formulas else Sheet
                    sheets[name] = self.look(name, sheet(named[name][0], self.elements), anew)
                elif name not in anew.NameToInfo and not left_out(name):
                    self.look(name, self.scan_for(name), anew)
                elif name not in anew.NameToInfo and self.profile.whole:
                    self.carry(name, anew)
            seen = tuple(_seen(named[name], sheets[name]) for name in named)
        return self.buffer.getvalue(), seen

    def scan_for(self, name: str) -> Scan:
        if name == TYPES or name.lower().endswith(".rels"):
            return (ContentTypes if name == TYPES else Relations)(name, self.elements)
        return (Calculating if self.profile.formulas else Scan)(name, self.elements)

    def sheet_names(self, anew: zipfile.ZipFile) -> dict[str, tuple[str, bool]]:
        """Part → (name of the sheet, hidden), in the workbook's order."""
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= self.parts.keys():
            raise Refused("not_workbook")
        scan = FormWorkbook if self.profile.formulas else Workbook
        book = self.look("xl/workbook.xml", scan("xl/workbook.xml"), anew)
        links = self.relations("xl/_rels/workbook.xml.rels", anew)
        named: dict[str, tuple[str, bool]] = {}
        for name, link, hidden in book.sheets:
            target = links.targets.get(link, "")
            part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            if part not in self.parts or part in named or name in {one for one, _ in named.values()}:
                raise Refused("broken", name)
            named[part] = (name, hidden)
        if not named:
            raise Refused("empty")
        return named


def checked(parts: list[zipfile.ZipInfo], size: int) -> list[zipfile.ZipInfo]:
    """The parts that are files, if every name and header is in order."""
    if len(parts) > LIMITS.parts:
        raise Refused("parts", limit=LIMITS.parts)
    seen: set[str] = set()
    for one in parts:
        _check_name(one.filename, one.orig_filename)
        if one.filename.lower() in seen:
            raise Refused("duplicate_part", one.filename)
        seen.add(one.filename.lower())
        if one.flag_bits & 0x1:
            raise Refused("encrypted", one.filename)
        if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("broken", one.filename)
    # Parts that share their bytes make a small file large without one of them looking strange.
    if sum(one.compress_size for one in parts) > size:
        raise Refused("broken")
    return [one for one in parts if not one.is_dir()]


def _check_name(name: str, original: str) -> None:
    strange = "\\" in original or ":" in name or any(ord(letter) < 32 for letter in original)
    if strange or name.startswith("/") or ".." in name.split("/"):
        raise Refused("path", ascii(original)[1:-1])
    low = name.lower()
    for word, code in NAMES.items():
        if word in low:
            raise Refused(code, name)
    if not (name.endswith("/") or low.endswith((".xml", ".rels")) or left_out(name)):
        raise Refused("strange_part", name)


def drawing(name: str, data: bytes) -> bytes:
    """An SVG or VML, if it holds no program and leads nowhere."""
    for pattern, code in DRAWING.items():
        if b"\0" in data or pattern.search(data):
            raise Refused(code, name)
    return data


def left_out(name: str) -> bool:
    """Pictures, fonts, drawings of comments and printer settings are not looked through."""
    low = name.lower()
    return low.endswith((*DRAWN, *FONTS, ".vml")) or ("printersettings" in low and low.endswith(".bin"))


def _seen(named: tuple[str, bool], sheet: Sheet) -> SheetSeen:
    return SheetSeen(
        *named, sheet.bottom >= 0, sheet.numbers, sheet.hidden_rows, sheet.hidden_columns,
        sheet.formulas, sheet.merged, sheet.locked,
    )  # fmt: skip
