"""Each printed figure with the catalogue's figure that it probably is, a score, the words that decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from thenchot.reports.reading.blocks import blocks
from thenchot.reports.reading.composing import composed
from thenchot.reports.reading.pieces import cut
from thenchot.reports.reading.setting import setting
from thenchot.reports.reading.text_tables import unfold
from thenchot.reports.reading.written import Figure, Match, Reading

from . import beside, over_time
from .context import Page
from .entries import Entry
from .nearness import Context
from .refined import refined
from .scoring import (
    WHOLE,
    Asked,
    Label,
    labels_of,
    possible,
    said_of,
    says_something,
    score,
    sort_of,
    weights,
)
from .spots import Sort

LEAST = 0.55  # below this nothing is said: a wrong name costs the reader more than none
SAID = 0.45  # from here on a term is one of the words that decided
CHANGE = "thay đổi"
LINKED = re.compile(r"(?:chiếm|bằng|tương đương|tỷ lệ|=|\()\s*(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)


class Catalogue:
    """The figures that printed ones are compared with; made once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.code: entry for entry in entries}
        self.labels = [label for entry in self.entries.values() for label in labels_of(entry)]
        self.weight = weights(self.labels, len(self.entries))
        self.shares_of = {entry.numerator: entry for entry in self.entries.values() if entry.numerator}
        bases = (code for entry in self.entries.values() for code in (entry.base, *entry.wholes))
        self.wholes = {*beside.TOTALS, *bases} - {""}
        # The first of x/y is a part of something.
        self.parts = {*self.shares_of, *(entry.code for entry in self.entries.values() if entry.wholes)}

    def match(self, reading: Reading) -> Reading:
        """The reading with a `match` at every figure that is probably one of the catalogue."""
        cells = unfold(reading.lines)
        whole = composed(Reading(cells.lines, cells.unfolded(reading.figures)) if cells else reading)
        if pieces := cut(whole.lines):
            whole = Reading(pieces.lines, pieces.unfolded(whole.figures))
        page, found = Page(whole.lines, whole.figures), list[Figure]()
        said = setting(list(blocks(whole.lines)))
        for figure in whole.figures:
            match = refined(self._one(figure, page, found), figure, page, found, self.entries.keys())
            if match and over_time.is_planned(figure, said):
                match = over_time.as_aim(match, figure)
            found.append(replace(figure, match=match))
        named = [replace(one, match=of.match) for one, of in zip(reading.figures, found, strict=True)]
        return replace(reading, figures=tuple(named))

    def _one(self, figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
        context = page.around(figure)
        if figure.of is not None:
            whole, named = self._base(before[figure.of]), self._all_of(figure, context)
            return named if named and named.code in beside.NAMED_BY_ALL else whole or named
        if over_time.is_change(figure, page) and not figure.unit.startswith("percent"):
            return None
        same = (
            over_time.risen(figure, page, before)
            or over_time.compared(figure, page, before)
            or over_time.by_years(figure, page, before)
            or self._counted_by(figure, page, before)
            or beside.of_base(figure, page, before)
            or beside.with_members(figure, page, before)
        )
        if same:
            return same
        if figure.unit.startswith("percent"):
            shares = self._share(figure, page, before)
            if not says_something(context):
                return None if CHANGE in context.own else shares
            said = {term for term in context.own if sort_of(term) is Sort.QUALIFIER}
            linked = LINKED.search(page.lines[figure.line].text[: figure.start])
            if shares and linked and said <= {*shares.words}:
                return shares
        pair = any(one.of == figure.ordinal for one in page.on(figure.line))
        if pair and not says_something(context) and (printed := beside.again(figure, before)):
            return printed
        return self._best(figure, page, context, before)

    def _best(self, figure: Figure, page: Page, context: Context, before: Sequence[Figure]) -> Match | None:
        whole = beside.whole_of(figure, page, before)
        asked = Asked(
            figure,
            context,
            part=any(one.of == figure.ordinal for one in page.on(figure.line)),
            wholes=frozenset(beside.wholes(figure, page, before)),
            within=whole if whole in beside.BROKEN_DOWN and figure.unit == "organisations" else "",
            remains=over_time.remains(figure, page),
            fewer=over_time.is_fewer(figure, page) and not figure.unit.startswith("percent"),
        )
        ranked = [one for one in self._ranked(asked) if not asked.part or one[1].entry.code in self.parts]
        if not ranked or ranked[0][0] < LEAST:
            return None
        enough = ((fits, one) for fits, one in ranked if fits >= LEAST)
        parts = (found for found in enough if whole in (found[1].entry.base, *found[1].entry.wholes))
        best, label = next(parts, ranked[0]) if whole else ranked[0]
        words = sorted(term for term in label.terms if context.near.get(term, 0) >= SAID)
        runner_up = ranked[1][1].entry.code if len(ranked) > 1 else None
        return Match(label.entry.code, round(best, 3), runner_up, tuple(words))

    def _ranked(self, asked: Asked) -> list[tuple[float, Label]]:
        """The best label of each figure that it can be, the best one first."""
        scores: dict[str, tuple[float, Label]] = {}
        for label in self.labels:
            if possible(label, asked):
                fits = score(label, asked.context, self.weight)
                if fits > scores.get(label.entry.code, (0.0, label))[0]:
                    scores[label.entry.code] = (fits, label)
        return sorted(scores.values(), key=lambda one: (-one[0], -len(one[1].terms), one[1].entry.code))

    def _counted_by(self, figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
        """“nữ chiếm 49,8% (517 đồng chí)”: what the share before the bracket is a share of."""
        other = before[-1] if before else None
        if other is None or other.line != figure.line or not other.match:
            return None
        share = self.entries[other.match.code]
        opened = beside.OPENED.fullmatch(page.lines[figure.line].text[other.end : figure.start])
        return replace(other.match, code=share.numerator) if opened and share.numerator else None

    def _share(self, figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
        """A bare percentage is the share of the count printed just before it."""
        firsts = (one for one in reversed(before[-4:]) if one.of is None)
        counted = next((one for one in firsts if not one.unit.startswith("percent")), None)
        if counted is None or counted.line != figure.line or not counted.match:
            return None
        share = self.shares_of.get(counted.match.code)
        if share is None or (share.base == over_time.AIM_CODE and not over_time.is_reached(figure, page)):
            return None
        return Match(share.code, counted.match.score, None, counted.match.words)

    def _all_of(self, figure: Figure, context: Context) -> Match | None:
        """The second of x/y where the first is no figure: “117/120 tổ chức cơ sở đảng đã xếp loại”."""
        scored = [
            (said_of(label, context), label)
            for label in self.labels
            if label.entry.code in self.wholes and label.entry.unit != "members"
            if label.entry.unit == figure.unit
        ]
        fits, label = max(scored, key=lambda one: (one[0], len(one[1].terms - {WHOLE})), default=(0.0, None))
        if label is None or fits < LEAST:
            return None
        return Match(label.entry.code, round(fits, 3), None, tuple(sorted(label.terms)))

    def _base(self, first: Figure) -> Match | None:
        """The second of x/y is what the first is a share of, or a part of."""
        if not first.match:
            return None
        share, entry = self.shares_of.get(first.match.code), self.entries[first.match.code]
        code = share.base if share else next(iter(entry.wholes), "")
        return Match(code, first.match.score, None, first.match.words) if code else None
