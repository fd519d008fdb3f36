"""How near each term is said to a printed figure: in its clause, beside it, in its sentence, above. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from thenchot.reports.reading.written import Figure, Line
from thenchot.reports.reading.written import Sort as LineSort

from .clauses import AND, BRACKET, CLAUSE, closed, outside, sentence_around, within
from .nearness import BEFORE, BESIDE, EARLIER, HEADING, OUTSIDE, OWN, Context, weight_of
from .spots import Sort, Spot, spots
from .terms import ACTORS, ACTS, ALL, OTHER_ACTS

SEMICOLON = re.compile(r";")
REACH = 800  # characters
LISTED, SHORT = re.compile(r"\s*[-+*•]"), 40
GOING_ON = re.compile(r"\W*(?:trong (?:đó|số)|cụ thể|gồm|bao gồm)\b", re.IGNORECASE)


class Page:
    """The lines of a report, each looked through once."""

    def __init__(self, lines: Sequence[Line], figures: Iterable[Figure]) -> None:
        self.lines = {line.number: line for line in lines}
        self._order = list(lines)
        self._place = {line.number: place for place, line in enumerate(lines)}
        self._spots: dict[int, list[Spot]] = {}
        self._figures: dict[int, list[Figure]] = {}
        self._starts: dict[int, list[int]] = {}
        self._inside: dict[int, set[int]] = {}  # the numbers of a line that are words of a phrase
        self._cells = {(one.table, one.row, one.column): one for one in lines if one.sort is LineSort.CELL}
        self._headings = list(_headings(lines))
        for figure in figures:
            self._figures.setdefault(figure.line, []).append(figure)

    def above(self, line: int) -> int | None:
        """The number of the last line with words in it above a line."""
        over = reversed(self._order[: self._place[line]])
        return next((one.number for one in over if one.text.strip()), None)

    def spots(self, line: int) -> list[Spot]:
        if line not in self._spots:
            self._spots[line] = spots(self.lines[line].text)
        return self._spots[line]

    def _near(self, line: int, place: int) -> list[Spot]:
        """The terms said within reach of a place; those farther away decide nothing."""
        found = self.spots(line)
        starts = self._starts.get(line) or self._begin(line)
        return found[bisect_left(starts, place - REACH) : bisect_right(starts, place + REACH)]

    def _begin(self, line: int) -> list[int]:
        self._starts[line] = [spot.start for spot in self.spots(line)]
        return self._starts[line]

    def on(self, line: int) -> list[Figure]:
        return self._figures.get(line, [])

    def around(self, figure: Figure) -> Context:
        """What is said around a figure."""
        line, context = self.lines[figure.line], Context()
        if line.sort is LineSort.CELL:
            self._around_cell(line, context)
        if GOING_ON.match(line.text):
            self._going_on(line, context)
        self._in_line(figure, line, context)
        context.other = self._other(figure, line)
        heads = {spot.term for spot in self.spots(line.number) if spot.sort is Sort.HEAD}
        if heads & context.here <= {"đảng viên"}:
            heads = heads if not heads & context.own else heads & ACTS
            context.above = {
                term
                for term in heads
                if context.near.get(term, 0.0) >= (BEFORE if term in ACTS else BESIDE)[0]
            }
        heading = self._headings[self._place[line.number]]
        if heading is not None and heading != line.number:
            listed = LISTED.match(line.text) and len(self.lines[heading].text) < SHORT
            for spot in self.spots(heading):  # “2. Kết nạp”, and a list of what was admitted
                context.add(spot, BEFORE if listed and spot.term in ACTS else HEADING)
        return context

    def _going_on(self, line: Line, context: Context) -> None:
        """A line that breaks down the one above is of what that one's last sentence tells."""
        above = self.lines.get(self.above(line.number) or 0)
        if above is None or above.sort is not line.sort:
            return
        begins = sentence_around(above.text, len(above.text.rstrip()) - 1)[0]
        for spot in self.spots(above.number):
            if spot.start >= begins:
                context.add(spot, BEFORE)

    def _other(self, figure: Figure, line: Line) -> str:
        """The act said last before a figure, where it is none that the catalogue counts."""
        begins = max(sentence_around(line.text, figure.start)[0], line.text.rfind(";", 0, figure.start) + 1)
        aside = closed(line.text, begins, figure.start)
        said = [
            spot
            for spot in self._near(line.number, figure.start)
            if begins <= spot.start < figure.start and not within(spot.start, aside)
            if spot.term in ACTS or spot.term in OTHER_ACTS or spot.term == ALL
        ]
        if not said or said[-1].term not in OTHER_ACTS:
            return ""
        listed = sum(said[-1].end <= one.start < figure.start for one in self.on(line.number))
        # “kiểm tra 3 chi bộ, 12 đảng viên” goes on, “bồi dưỡng cho cấp ủy, các xã bố trí 12 cán bộ” does not
        return said[-1].term if line.text.count(", ", said[-1].end, figure.start) <= listed else ""

    def _in_line(self, figure: Figure, line: Line, context: Context) -> None:
        start, end = self._pair(figure)
        neighbours = [
            one
            for one in self._figures[line.number]
            if not start <= one.start < end and not self._within(one)
        ]
        before = max((one.end for one in neighbours if one.end <= start), default=0)
        after = min((one.start for one in neighbours if one.start >= end), default=len(line.text))
        bracket = BRACKET.match(line.text, end)
        skipped = bracket.end() if bracket else end
        if bracket:  # `812 (46,86%) bí thư …`: what follows the bracket is still of the 812
            after = min((one.start for one in neighbours if one.start >= skipped), default=len(line.text))
        own = self._clause(line, start, skipped, before, after)
        outer = outside(line.text, start)
        sentence = sentence_around(line.text, start)
        ended = SEMICOLON.search(line.text, skipped, after)  # what is done behind it is done to others
        aside = closed(line.text, sentence[0], start)
        doing = self._doing(line, own, start)
        for spot in self._near(line.number, start):
            if bracket and bracket.start() <= spot.start < bracket.end():
                continue
            if within(spot.start, aside):
                context.add(spot, EARLIER)  # what is said in brackets stays in them
                continue
            weight = weight_of(spot, own, (before, ended.start() if ended else after), sentence)
            actor = spot.start < doing and (spot.term in ACTORS or spot.sort is Sort.UNKNOWN)
            context.add(spot, OUTSIDE if weight != OWN and outer[0] <= spot.start < outer[1] else weight)
            if own[0] <= spot.start < own[1] and not actor:
                context.stands(spot, spot.start > 0 and line.text[spot.start].isupper())

    def _doing(self, line: Line, own: tuple[int, int], start: int) -> int:
        """Where the act of a clause begins: who does it stands before, “Ban Thường vụ xóa tên 2 …”."""
        spots = self._near(line.number, start)
        acts = [spot.start for spot in spots if spot.term in ACTS and own[0] <= spot.start < own[1]]
        return min(acts[0], start) if acts else 0

    def _pair(self, figure: Figure) -> tuple[int, int]:
        """Both numbers of x/y stand before what they count."""
        here = self._figures[figure.line]
        together = [figure, *(one for one in here if one.of == figure.ordinal or figure.of == one.ordinal)]
        return min(one.start for one in together), max(one.end for one in together)

    def _clause(self, line: Line, start: int, end: int, before: int, after: int) -> tuple[int, int]:
        """The clause of a figure: to the nearest mark on either side that is inside no phrase."""
        near = self._near(line.number, start)
        inside = [(spot.start, spot.end) for spot in near if spot.sort is not Sort.UNKNOWN]

        def real(mark: re.Match[str]) -> bool:
            return not any(low < mark.start() and mark.end() < high for low, high in inside)

        label = line.text.rfind(":", before, start)
        if label >= 0 and not line.text[label + 1 : start].strip():  # “Đảng viên từ trần: 19”
            start = label
        left = [mark.end() for mark in CLAUSE.finditer(line.text, before, start) if real(mark)]
        right = [mark.start() for mark in CLAUSE.finditer(line.text, end, after) if real(mark)]
        if before and not left:  # “204 đảng bộ và 407 chi bộ”: each has its own
            left = [mark.end() for mark in AND.finditer(line.text, before, start) if real(mark)]
        if after < len(line.text) and not right:
            right = [mark.start() for mark in AND.finditer(line.text, end, after) if real(mark)][-1:]
        return (left[-1] if left else before, right[0] if right else after)

    def _within(self, figure: Figure) -> bool:
        """Whether a number is a word of a phrase: *dưới 3 đảng viên*, *50 năm tuổi Đảng*."""
        if figure.line not in self._inside:
            self._inside[figure.line] = set(self._in_phrases(figure.line))
        return figure.ordinal in self._inside[figure.line]

    def _in_phrases(self, line: int) -> Iterable[int]:
        phrases = [spot for spot in self.spots(line) if spot.sort is not Sort.UNKNOWN]
        starts = [spot.start for spot in phrases]
        for one in self.on(line):
            at = bisect_right(starts, one.start)
            if any(one.end <= spot.end for spot in phrases[max(0, at - 4) : at]):
                yield one.ordinal

    def _around_cell(self, line: Line, context: Context) -> None:
        """A cell is named by the first cell of its row and those above it."""
        for row, column in [(line.row, 1), (line.row, 2), *((above, line.column) for above in range(1, 4))]:
            other = self._cells.get((line.table, row, column))
            if other and other is not line and (row != line.row or column < line.column) and row <= line.row:
                for spot in self.spots(other.number):
                    context.add(spot, OWN)
                    context.stands(spot)


def _headings(lines: Sequence[Line]) -> Iterable[int | None]:
    """For each line the number of the heading it stands under."""
    last = None
    for line in lines:
        if line.sort in (LineSort.HEADING, LineSort.CAPTION):
            last = line.number
        yield last
