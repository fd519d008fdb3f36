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
PICTURES = (
    ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".wdp", ".emf",
    ".wmf", ".emz", ".wmz",
)  # fmt: skip
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
