"""What may not stand in the parts of a Word document: fields that fetch, changes, hidden text, comments."""

from __future__ import annotations

import re

from ..markup import Scan
from ..profiles import COMMENTS, FETCHES, HIDDEN, LIST, OUTSIDE, TRACKED, Profile

CHANGES = {
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange",
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange",
    "tcPrChange",
}  # fmt: skip
# Fields that bring something in from outside this file, or start something.
FETCHING = {
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE", "RD", "EMBED",
    "MACROBUTTON", "PRINT",
}  # fmt: skip
KEYWORD = re.compile(r"\s*([^\s\"\\]*)")
NESTED = "\x1a"
OFF = ("0", "false", "off", "none")
LABELS = {
    "header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích", "endnotes": "chú thích cuối",
}  # fmt: skip


def local(attributes: dict[str, str], wanted: str, default: str = "") -> str:
    """An attribute by its name without prefix."""
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == wanted), default)


def fetches(instruction: str) -> bool:
    """Whether a field's code brings something in, or hides its own name behind another field."""
    name = KEYWORD.match(instruction)
    word = name[1].upper() if name else ""
    return NESTED in word or word in FETCHING


class Plain(Scan):
    """A part that is data only (properties, custom XML): bounds, no DTD."""

    def element(self, name: str, attributes: dict[str, str]) -> None:
        return None


class Story(Scan):
    """A part with text: what is changed, hidden or fetched is named by its paragraph."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.paragraph = self.properties = 0
        self.fields: list[list[str] | None] = []  # codes of the fields that are open; none once in the result
        self.reading: list[str] | None = None
        self.stray = ""

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            self.paragraph += 1
        elif name == "pPr":
            self.properties += 1
        elif name in CHANGES:
            self.refuse(TRACKED, self.here())
        elif name == "vanish":
            if not self.properties and local(attributes, "val", "1").lower() not in OFF:
                self.refuse(HIDDEN, self.here())
        elif name == "comment":
            self.refuse(COMMENTS, self.here())
        elif name in ("instrText", "delInstrText"):
            self.reading = []
        elif name == "fldChar":
            self.field(local(attributes, "fldCharType"))
        elif name == "fldSimple":
            self.code(local(attributes, "instr"))
        elif name == "connectString" or (name in ("imagedata", "fill", "stroke") and leads_out(attributes)):
            self.refuse(OUTSIDE, self.here())
        else:
            super().element(name, attributes)

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append([])
        elif kind == "separate" and self.fields:
            self.close()
            self.fields[-1] = None
        elif kind == "end" and self.fields:
            self.close()
            self.fields.pop()
            if self.fields and (outer := self.fields[-1]) is not None:
                outer.append(NESTED)

    def close(self) -> None:
        code = self.fields[-1]
        if code is not None:
            self.code("".join(code))

    def code(self, instruction: str) -> None:
        if fetches(instruction):
            self.refuse(FETCHES, self.here())

    def text(self, text: str) -> None:
        super().text(text)
        if self.reading is not None:
            self.reading.append(text)

    def end(self, name: str) -> None:
        super().end(name)
        last = name.rpartition(":")[2]
        if last == "pPr":
            self.properties -= 1
        elif self.reading is not None and last in ("instrText", "delInstrText"):
            self.instructed("".join(self.reading))

    def instructed(self, text: str) -> None:
        self.reading = None
        open_codes = [code for code in self.fields if code is not None]
        if open_codes:
            open_codes[-1].append(text)
        else:
            # Code outside any field: nobody runs it, and nobody needs it.
            self.stray += text
            self.code(self.stray)

    def here(self) -> str:
        """`đoạn 12`, or the name of the part."""
        name = self.place.rpartition("/")[2]
        label = next((said for word, said in LABELS.items() if name.startswith(word)), "")
        if self.place.endswith("document.xml"):
            return f"đoạn {self.paragraph}"
        return label or self.place


class Styles(Story):
    """Styles may be called hidden: a style hides nothing until it is used, which the reader sees."""

    def refuse(self, code: str, place: str = "") -> None:
        if code != HIDDEN:
            super().refuse(code, place)


def leads_out(attributes: dict[str, str]) -> bool:
    """Whether a picture names where it is to be fetched."""
    targets = (local(attributes, "src"), local(attributes, "href"))
    return any("://" in one or one.startswith("\\\\") or one[:5].lower() == "file:" for one in targets)
