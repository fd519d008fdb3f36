"""A draft as it is read on a page: its sections, their lines, each number of ours apart from the letters."""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from threading import Lock

from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Content, Number, Owned
from thenchot.reports.word.outline import whole_sections
from thenchot.reports.word.package import Package
from thenchot.reports.word.refusing import SENTENCE
from thenchot.reports.word.whole import Whole, read


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
    mine: bool = False


@dataclass(frozen=True)
class Head:
    """A section in the list at the left: how many numbers of it are still unsaid, who writes it.

    `mine`: this account may write it; `who`: its owner's name.
    """

    place: int
    title: str
    level: int
    owned: Owned | None
    open: int = 0
    mine: bool = False
    who: str = ""

    @property
    def reminded(self) -> date | None:
        return date.fromisoformat(self.owned.reminded) if self.owned and self.owned.reminded else None

    @property
    def waits(self) -> bool:
        """Whether it was given to somebody who has not sent it."""
        return self.owned is not None and bool(self.owned.owner) and not self.owned.sent

    @property
    def done(self) -> bool:
        return not self.open and not self.waits


TOKEN = re.compile(r"⟦(\w+)⟧")


def readable(text: str, content: Content) -> str:
    """A sentence with its numbers as they are printed: `⟦n2⟧` becomes `⟦22.449⟧`."""
    printed = {one.tag: one.printed or "…" for one in content.numbers}
    return TOKEN.sub(lambda found: f"⟦{printed.get(found[1], '…')}⟧", text)


KEPT = 4  # files as they were read last: who writes goes from page to page of one
_kept: OrderedDict[bytes, Whole] = OrderedDict()
_turn = Lock()


def _whole(file: bytes) -> Whole:
    """A file read through; what is read follows from its bytes alone."""
    key = sha256(file).digest()
    with _turn:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = read(Package.read(file))
    with _turn:
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


@dataclass
class Page:
    """A draft opened for reading. `given`: sections this account writes; `all_`: it writes all of them."""

    saved: Saved
    whole: Whole
    given: frozenset[str] = frozenset()
    all_: bool = False

    @classmethod
    def of(cls, saved: Saved, given: Iterable[str] = (), *, all_: bool = False) -> Page:
        return cls(saved, _whole(saved.file()), frozenset(given), all_)

    def may(self, paragraph: int) -> bool:
        """Whether this account may write a line."""
        return self.all_ or bool(self.given and self.given & set(self.whole.titles_at(paragraph)))

    def heads(self) -> list[Head]:
        """Every section with its state."""
        known = {one.title: one for one in self.saved.content.sections}
        unsaid = {one.tag for one in self.saved.content.numbers if one.state in ("found", "offered")}
        open_ = Counter(self.section_of(tag) for tag in unsaid if tag in self.whole.places)
        return [
            Head(place, one.title, one.level, known.get(one.title), open_[place], self.may(one.first))
            for place, one in enumerate(self.whole.sections)
        ]

    def section_of(self, tag: str) -> int:
        """In which section a number stands; the first for one that is not there."""
        return self.whole.section_at(self.whole.places.get(tag, -1))

    def shown(self, place: int) -> list[Shown]:
        """The lines of a section and of those under it; empty ones left out."""
        one = whole_sections(self.whole.sections, place)
        return [self._shown(at) for at in range(one.first, one.last) if self.whole.lines[at].text.strip()]

    def around(self, tag: str) -> str:
        """The line a number stands in, as it is read."""
        at = self.whole.places.get(tag, -1)
        return self.whole.lines[at].text if at >= 0 else ""

    def _shown(self, at: int) -> Shown:
        line = self.whole.lines[at]
        return Shown(
            at, tuple(self._parts(at)), line.level, line.table, line.row, line.column,
            line.text.strip() == SENTENCE, self.whole.marked(at), self.may(at),
        )  # fmt: skip

    def _parts(self, line: int) -> Iterator[Part]:
        text, at = self.whole.lines[line].text, 0
        for start, end, tag in self.whole.spans.get(line, ()):
            if start > at:
                yield Part(text[at:start])
            yield Part(text[start:end], self._numbers.get(tag))
            at = end
        if at < len(text):
            yield Part(text[at:])

    @cached_property
    def _numbers(self) -> dict[str, Number]:
        return {one.tag: one for one in self.saved.content.numbers}
