"""A draft as it is read on a page: its sections, their lines, each number of ours apart from the letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Content, Number, Owned
from thenchot.reports.word import controls
from thenchot.reports.word.lines import lines_of
from thenchot.reports.word.names import Element
from thenchot.reports.word.outline import Section, sections, whole_sections
from thenchot.reports.word.package import Package
from thenchot.reports.word.refusing import SENTENCE
from thenchot.reports.word.text import paragraphs, text_of


@dataclass(frozen=True)
class Part:
    """Some letters of a line, or one of its numbers."""

    text: str
    number: Number | None = None


@dataclass(frozen=True)
class Shown:
    """A line: `level` of a heading, row and column of a table's cell; `refused`: the fixed sentence."""

    paragraph: int
    parts: tuple[Part, ...]
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    refused: bool = False
    marked: str = ""


@dataclass(frozen=True)
class Head:
    """A section in the list at the left: how many numbers of it are still unsaid, who writes it."""

    place: int
    title: str
    level: int
    owned: Owned | None
    open: int = 0


TOKEN = re.compile(r"⟦(\w+)⟧")


def readable(text: str, content: Content) -> str:
    """A sentence with its numbers as they are printed: `⟦n2⟧` becomes `⟦22.449⟧`."""
    printed = {one.tag: one.printed or "…" for one in content.numbers}
    return TOKEN.sub(lambda found: f"⟦{printed.get(found[1], '…')}⟧", text)


@dataclass
class Page:
    """A draft opened for reading."""

    saved: Saved
    package: Package
    sections: Sequence[Section]
    lines: Sequence[Element]

    @classmethod
    def of(cls, saved: Saved) -> Page:
        package = Package.read(saved.file())
        root = package.body
        return cls(saved, package, sections(root, package.styles), paragraphs(root))

    def heads(self) -> list[Head]:
        """Every section with its state."""
        known = {one.title: one for one in self.saved.content.sections}
        unsaid = {one.tag for one in self.saved.content.numbers if one.state in ("found", "offered")}
        places = [one.paragraph for one in controls.controls(self.package.body) if one.tag in unsaid]
        return [
            Head(
                place, one.title, one.level, known.get(one.title),
                sum(one.first <= at < one.last for at in places),
            )
            for place, one in enumerate(self.sections)
        ]  # fmt: skip

    def section_of(self, tag: str) -> int:
        """In which section a number stands; the first for one that is not there."""
        at = next((one.paragraph for one in controls.controls(self.package.body) if one.tag == tag), -1)
        return next((place for place, one in enumerate(self.sections) if one.first <= at < one.last), 0)

    def shown(self, place: int) -> list[Shown]:
        """The lines of a section and of those under it; empty ones left out."""
        one = whole_sections(self.sections, place)
        all_lines = lines_of(self.package.body, self.package.styles)
        found = []
        for at in range(one.first, one.last):
            if not text_of(self.lines[at]).strip():
                continue
            line = all_lines[at]
            found.append(
                Shown(
                    at, tuple(self._parts(self.lines[at])), line.level, line.table, line.row, line.column,
                    line.text.strip() == SENTENCE, controls.marked(self.lines[at]),
                )
            )  # fmt: skip
        return found

    def around(self, tag: str) -> str:
        """The line a number stands in, as it is read."""
        for line in self.lines:
            if f"⟦{tag}⟧" in controls.marked(line):
                return text_of(line)
        return ""

    def _parts(self, line: Element) -> Iterator[Part]:
        text, at = text_of(line), 0
        for start, end, tag in controls.spans(line):
            if start > at:
                yield Part(text[at:start])
            yield Part(text[start:end], self.saved.content.number(tag))
            at = end
        if at < len(text):
            yield Part(text[at:])
