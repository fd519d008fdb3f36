"""Each printed figure with the catalogue's figure that it probably is, a score, the words that decided."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thenchot.reports.reading.blocks import blocks
from thenchot.reports.reading.composing import composed
from thenchot.reports.reading.setting import setting
from thenchot.reports.reading.text_tables import unfold
from thenchot.reports.reading.written import Figure, Match, Reading

from . import beside
from .context import Context, Page
from .entries import Entry, same_sort
from .spots import Sort, sorts, spots
from .terms import ACTS, ALL, SAYINGS, SOFT

LEAST = 0.55  # below this nothing is said: a wrong name costs the reader more than none
# What a term that the figure does not have leaves of the score when it is said in the own clause.
CHANGE = "thay đổi"
LINKED = re.compile(r"(?:chiếm|bằng|tương đương|tỷ lệ|=|\()\s*(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
TAKES = {Sort.FOREIGN: 0.4, Sort.HEAD: 0.72, Sort.QUALIFIER: 0.6, Sort.UNKNOWN: 1.0}
UNKNOWN = 0.3
SAID = 0.45  # from here on a term is one of the words that decided
ABOVE = 0.75  # … for an act of the whole sentence that the figure is not of
NO_HEAD = 0.7  # … for one whose thing or act is not named at all
MEMBER, AIM = "đảng viên", "chỉ tiêu"  # an aim of what, members that did what: these two name nothing alone
LEAST_SAID = 0.3  # how near everything must be said that a share is of
NEARBY = 0.5  # … and what persons must be called within to be members
WHOLE, PARTLY = ALL, 0.75  # “1 chi bộ công an” is no sum of all
MISSING = 0.6  # … and a narrowing word of the figure that is said nowhere near


@dataclass(frozen=True)
class Label:
    """One way of saying a figure: its terms and what each weighs."""

    entry: Entry
    terms: frozenset[str]


class Catalogue:
    """The figures that printed ones are compared with; made once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.code: entry for entry in entries}
        self.labels = [label for entry in self.entries.values() for label in _labels(entry)]
        codes: dict[str, set[str]] = {}
        for label in self.labels:
            for term in label.terms:
                codes.setdefault(term, set()).add(label.entry.code)
        most = len(self.entries) or 1
        self.weight = {term: 0.3 + math.log(1 + most / len(of)) for term, of in codes.items()}

        self.shares_of = {entry.numerator: entry for entry in self.entries.values() if entry.numerator}
        self.wholes = {code for entry in self.entries.values() for code in (entry.base, *entry.wholes) if code}
        # The first of x/y is a part of something.
        self.parts = {*self.shares_of, *(entry.code for entry in self.entries.values() if entry.wholes)}

    def match(self, reading: Reading) -> Reading:
        """The reading with a `match` at every figure that is probably one of the catalogue."""
        cells = unfold(reading.lines)
        whole = composed(Reading(cells.lines, cells.unfolded(reading.figures)) if cells else reading)
        page, found = Page(whole.lines, whole.figures), list[Figure]()
        said = setting(list(blocks(whole.lines)))
        for figure in whole.figures:
            match = self._one(figure, page, found)
            if match and beside.is_planned(figure, said):
                match = beside.as_aim(match, figure)
            found.append(replace(figure, match=match))
        named = [replace(one, match=of.match) for one, of in zip(reading.figures, found, strict=True)]
        return replace(reading, figures=tuple(named))

    def _one(self, figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
        context = page.around(figure)
        if figure.of is not None:
            whole, named = self._base(before[figure.of]), self._all_of(figure, context)
            return named if named and named.code in beside.NAMED_BY_ALL else whole or named
        if beside.is_change(figure, page) and not figure.unit.startswith("percent"):
            return None
        same = (
            beside.risen(figure, page, before)
            or beside.compared(figure, page, before)
            or beside.of_base(figure, page, before)
            or beside.with_members(figure, page, before)
        )
        if same:
            return same
        if figure.unit.startswith("percent"):
            shares = self._share(figure, page, before)
            if not _says_something(context):
                return None if CHANGE in context.own else shares
            said = {term for term in context.own if _sort(term) is Sort.QUALIFIER}
            linked = LINKED.search(page.lines[figure.line].text[: figure.start])
            if shares and linked and said <= {*shares.words}:
                return shares
        pair = any(one.of == figure.ordinal for one in page.on(figure.line))
        if pair and not _says_something(context) and (printed := beside.again(figure, before)):
            return printed
        return self._best(figure, page, context, before)

    def _best(self, figure: Figure, page: Page, context: Context, before: Sequence[Figure]) -> Match | None:
        wholes = beside.wholes(figure, page, before)
        whole = beside.whole_of(figure, page, before)
        within = whole if whole in beside.BROKEN_DOWN and figure.unit == "organisations" else ""
        scores: dict[str, tuple[float, Label]] = {}
        part = any(one.of == figure.ordinal for one in page.on(figure.line))
        for label in self.labels:
            if (
                label.entry.code in wholes
                or label.terms.isdisjoint(context.near)
                or (part and label.entry.code not in self.parts)
            ):
                continue
            if _of_other_people(figure, label.entry, context):
                continue
            if label.entry.share and any(context.near.get(term, 0.0) < LEAST_SAID for term in _heads(label)):
                continue
            if part and label.entry.code in beside.NAMED_BY_ALL:
                continue
            if within and beside.ALSO.get(within, within) not in label.entry.wholes:
                continue
            if label.entry.code.startswith(beside.REDUCED) and beside.remains(figure, page):
                continue
            if label.entry.share != figure.unit.startswith("percent") or not (
                label.entry.share or same_sort(figure.unit, label.entry.unit)
            ):
                continue
            score = self._score(label, context)
            if score > scores.get(label.entry.code, (0.0, label))[0]:
                scores[label.entry.code] = (score, label)
        ranked = sorted(scores.items(), key=lambda item: (-item[1][0], -len(item[1][1].terms), item[0]))
        if not ranked or ranked[0][1][0] < LEAST:
            return None
        parts = (one for one in ranked if one[1][0] >= LEAST and whole in one[1][1].entry.wholes)
        code, (score, label) = next(parts, ranked[0]) if whole else ranked[0]
        words = sorted(term for term in label.terms if context.near.get(term, 0) >= SAID)
        return Match(code, round(score, 3), ranked[1][0] if len(ranked) > 1 else None, tuple(words))

    def _score(self, label: Label, context: Context) -> float:
        """How much of the label is said, less for every word that says something else."""
        near = context.near
        whole = sum(self.weight[term] for term in label.terms)
        score = sum(self.weight[term] * near.get(term, 0.0) for term in label.terms) / whole
        for term in label.terms:
            if _sort(term) is Sort.QUALIFIER and near.get(term, 0.0) < 0.3:
                score *= MISSING
        for term in context.own - label.terms - SOFT:
            score *= TAKES[_sort(term)]
        things = [term for term in label.terms - {MEMBER, AIM} if _sort(term) is Sort.HEAD]
        if things and not any(near.get(term, 0.0) for term in things):
            score *= NO_HEAD
        if WHOLE in label.terms and context.strange and not near.get(WHOLE):
            score *= PARTLY
        score *= ABOVE ** len(context.above - label.terms - SOFT)
        if context.other and not context.own & {context.other, *ACTS}:
            score *= TAKES[Sort.FOREIGN]
        return score * (1 - UNKNOWN * context.strange / max(context.close, 3))

    def _share(self, figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
        """A bare percentage is the share of the count printed just before it."""
        for other in reversed(before[-3:]):
            share = (
                self.shares_of.get(other.match.code) if other.match and other.line == figure.line else None
            )
            if share and other.match and not (share.base == beside.AIM_CODE and beside.is_rate(figure, page)):
                return Match(share.code, other.match.score, None, other.match.words)
        return None

    def _all_of(self, figure: Figure, context: Context) -> Match | None:
        """The second of x/y where the first is no figure: “117/120 tổ chức cơ sở đảng đã xếp loại”."""
        scored = [
            (self._said_of(label, context), label)
            for label in self.labels
            if label.entry.code in self.wholes and label.entry.unit != "members"
            if same_sort(figure.unit, label.entry.unit)
        ]
        score, label = max(scored, key=lambda one: (one[0], len(one[1].terms)), default=(0.0, None))
        if label is None or score < LEAST:
            return None
        return Match(label.entry.code, round(score, 3), None, tuple(sorted(label.terms)))

    def _said_of(self, label: Label, context: Context) -> float:
        """How much of a label the own clause says, whatever it says besides."""
        narrow = any(_sort(term) is Sort.QUALIFIER and term not in context.own for term in label.terms)
        terms = label.terms - {WHOLE}
        return 0.0 if narrow or not terms else sum(term in context.here for term in terms) / len(terms)

    def _base(self, first: Figure) -> Match | None:
        """The second of x/y is what the first is a share of, or a part of."""
        if not first.match:
            return None
        share, entry = self.shares_of.get(first.match.code), self.entries[first.match.code]
        code = share.base if share else next(iter(entry.wholes), "")
        return Match(code, first.match.score, None, first.match.words) if code else None


def _of_other_people(figure: Figure, entry: Entry, context: Context) -> bool:
    """Persons that the sentence does not call members are not counted as members."""
    return (
        figure.unit in ("persons", "person-times")
        and entry.unit == "members"
        and context.near.get(MEMBER, 0.0) < NEARBY
    )


def _heads(label: Label) -> set[str]:
    """What a share is of and of what it tells: none of it may go unsaid."""
    return {term for term in label.terms if _sort(term) is Sort.HEAD and term not in (WHOLE, AIM)}


def _says_something(context: Context) -> bool:
    """Whether the own clause names anything that is counted."""
    return any(_sort(term) in (Sort.HEAD, Sort.QUALIFIER) for term in context.own)


def _sort(term: str) -> Sort:
    return sorts().get(term, Sort.UNKNOWN)


def _labels(entry: Entry) -> Iterable[Label]:
    for said in (entry.label, *SAYINGS.get(entry.code, ())):
        terms = frozenset(spot.term for spot in spots(said))
        if terms:
            yield Label(entry, terms)
