"""The report as it is shown: its lines with the figures marked in place, its tables as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from thenchot.reports.checking.relations import Verdict
from thenchot.reports.reading.written import Figure, Line, Sort

MOST = 3_000  # lines on the page; of a longer report those with a figure or a finding


@dataclass(frozen=True)
class Mark:
    """How a figure is marked: its sign, its verdict, and the finding it leads to, if any."""

    sign: str = ""
    verdict: str = "read"
    finding: int | None = None


@dataclass(frozen=True)
class Piece:
    """A stretch of a line; one with a mark is a figure (by its ordinal)."""

    text: str
    mark: Mark | None = None
    ordinal: int | None = None


@dataclass(frozen=True)
class Shown:
    """One line in pieces; `heading` is its level, 0 for text."""

    number: int
    place: str
    heading: int
    pieces: tuple[Piece, ...]

    @property
    def html(self) -> SafeString:
        """Its text with marked figures; a long report has thousands, too many for a template each."""
        return mark_safe("".join(map(_html, self.pieces)))  # each part is escaped


@dataclass
class Block:
    """A line of text, or a table: rows of cells."""

    line: Shown | None = None
    rows: list[list[Shown]] = field(default_factory=list)


SIGNS = {
    Verdict.FAILS: "✗", Verdict.DEPENDS: "?", Verdict.ROUNDED: "≈", Verdict.HOLDS: "✓", Verdict.UNKNOWN: "",
}  # fmt: skip


def blocks(
    lines: Sequence[Line], figures: Iterable[Figure], marks: Mapping[int, Mark], wanted: Iterable[int]
) -> list[Block]:
    """The report in blocks. Of one longer than a page can bear only lines `wanted` or with a figure."""
    by_line: dict[int, list[Figure]] = {}
    for figure in figures:
        by_line.setdefault(figure.line, []).append(figure)
    if len(lines) > MOST:
        chosen = {*wanted, *by_line}
        lines = [one for one in lines if one.number in chosen][:MOST]
    return list(_blocks(lines, by_line, marks))


def _blocks(
    lines: Sequence[Line], by_line: Mapping[int, list[Figure]], marks: Mapping[int, Mark]
) -> Iterator[Block]:
    table = row = 0
    block = Block()
    for line in lines:
        shown = Shown(
            line.number, line.place, line.level if line.sort is Sort.HEADING else 0,
            tuple(_pieces(line, by_line.get(line.number, []), marks)),
        )  # fmt: skip
        if line.sort is not Sort.CELL or not line.table:
            table = 0
            if line.text.strip():
                yield Block(shown)
            continue
        if line.table != table:
            table, row, block = line.table, 0, Block()
            yield block  # its rows are filled as they come
        if line.row != row:
            row = line.row
            block.rows.append([])
        block.rows[-1].append(shown)


def _html(piece: Piece) -> str:
    text, mark = escape(piece.text), piece.mark
    if mark is None:
        return text
    sign = f'<span class="sign">{mark.sign}</span>' if mark.sign else ""
    marked = f'class="figure-mark figure-{mark.verdict}" data-figure="{piece.ordinal}"'
    if mark.finding is None:
        return f"<span {marked}>{text}{sign}</span>"
    return f'<a {marked} href="#k{mark.finding}" data-finding="{mark.finding}">{text}{sign}</a>'


def _pieces(line: Line, figures: Sequence[Figure], marks: Mapping[int, Mark]) -> Iterator[Piece]:
    """The line cut at its figures; one that lies inside another is not cut again."""
    at = 0
    for figure in sorted(figures, key=lambda one: one.start):
        if figure.start < at:
            continue
        if figure.start > at:
            yield Piece(line.text[at : figure.start])
        yield Piece(line.text[figure.start : figure.end], marks.get(figure.ordinal, Mark()), figure.ordinal)
        at = figure.end
    if at < len(line.text):
        yield Piece(line.text[at:])
