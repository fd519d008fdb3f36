"""Papers of text, to be filled in with a pen or edited: blocks one under the other, as a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from .. import layout
from ..layout import Head, Signature
from .sheets import Sheet, Stamp
from .word import possible, table


@dataclass(frozen=True)
class Kind:
    """The kind of paper and its abstract; `code` above it, such as `Mẫu 6-KNĐ`."""

    kind: str
    abstract: str = ""


@dataclass(frozen=True)
class Code:
    """The code of a form, at the top right."""

    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str
    bold: bool = False
    centred: bool = False
    indent: bool = True


@dataclass(frozen=True)
class Fill:
    """A label and what is known; dots to the margin where nothing is, and so many empty lines below."""

    label: str
    value: str = ""
    lines: int = 0


@dataclass(frozen=True)
class Signed:
    """Signatures side by side; `recipients` instead of the left one."""

    blocks: Sequence[Signature | None]
    recipients: Sequence[str] = ()


@dataclass(frozen=True)
class Table:
    """A table between the paragraphs; only columns and rows of the sheet are used."""

    sheet: Sheet


Block = Head | Code | Kind | Text | Fill | Signed | Table
Page = Sequence[Block]


def word(pages: Sequence[Page], stamp: Stamp, *, title: str, foot: bool = True) -> bytes:
    """The .docx: each of `pages` begins a new page. ValueError where there is none."""
    if not pages:
        raise ValueError("no page")
    made = layout.paper(stamp.organisation, title=title, demo=stamp.demo)
    if foot:
        layout.foot(made, stamp.foot)
    drawn, end = _Drawn(), made.element.body[-1]
    for place, page in enumerate(pages):
        if place:
            layout.line(made.add_paragraph(), "", size=1).paragraph_format.page_break_before = True
        for block in page:
            for one in drawn.elements(block):
                end.addprevious(one)
    return layout.bytes_of(made)


class _Drawn:
    """Blocks as XML, each drawn once: four hundred slips differ in three lines."""

    def __init__(self) -> None:
        self.scratch = layout.paper("")
        self.known: dict[str, list[Any]] = {}

    def elements(self, block: Block) -> list[Any]:
        """Copies, to be put into a document."""
        key = repr(block)
        if key not in self.known:
            _put(self.scratch, block)
            body = self.scratch.element.body
            self.known[key] = list(body[:-1])
            for one in self.known[key]:
                body.remove(one)
        return [deepcopy(one) for one in self.known[key]]


def _put(made: Any, block: Block) -> None:
    match block:
        case Head():
            layout.party_head(made, block)
        case Code():
            layout.line(made.add_paragraph(), block.text, size=12, italic=True, align=layout.RIGHT_SIDE)
        case Kind():
            layout.title(made, block.kind, block.abstract)
        case Text():
            align = layout.CENTRE if block.centred else layout.JUSTIFIED
            indent = block.indent and not block.centred
            layout.body(made, possible(block.text), indent=indent, align=align, bold=block.bold)
        case Fill():
            _fill(made, block)
        case Signed():
            _signed(made, block)
        case Table():
            table(made, block.sheet)
            layout.line(made.add_paragraph(), "", size=6)


def _fill(made: Any, block: Fill) -> None:
    label = f"{block.label}: " if block.label else ""
    if block.value:
        layout.body(made, possible(f"{label}{block.value}"), indent=False, align=layout.LEFT_SIDE)
        layout.dotted(made, times=block.lines)
    else:
        layout.dotted(made, label, times=1 + block.lines)


def _signed(made: Any, block: Signed) -> None:
    layout.line(made.add_paragraph(), "", size=6)
    if block.recipients:
        (last,) = [one for one in block.blocks if one is not None]
        layout.signed(made, block.recipients, last)
    else:
        layout.signatures(made, *block.blocks)
