"""How well one way of saying a figure fits what is said around a printed number. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thenchot.reports.reading.written import Figure

from . import beside, over_time
from .entries import Entry, same_sort
from .nearness import Context
from .spots import Sort, sorts, spots
from .terms import ACTS, ALL, SAYINGS, SOFT

# What a term that the figure does not have leaves of the score when it is said in the own clause.
TAKES = {Sort.FOREIGN: 0.4, Sort.HEAD: 0.72, Sort.QUALIFIER: 0.6, Sort.UNKNOWN: 1.0}
UNKNOWN = 0.3
ABOVE = 0.75  # … for an act of the whole sentence that the figure is not of
NO_HEAD = 0.7  # … for one whose thing or act is not named at all
MEMBER, AIM = "đảng viên", "chỉ tiêu"  # an aim of what, members that did what: these two name nothing alone
BADGE = "huy hiệu"
LEAST_SAID = 0.3  # how near everything must be said that a share is of
NEARBY = 0.5  # … and what persons must be called within to be members
WHOLE, PARTLY = ALL, 0.75  # “1 chi bộ công an” is no sum of all
MISSING = 0.6  # … and a narrowing word of the figure that is said nowhere near


@dataclass(frozen=True)
class Label:
    """One way of saying a figure: its terms and what each weighs."""

    entry: Entry
    terms: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """A printed number with what stands around it and beside it.

    `part`: the first of x/y. `wholes`: what it breaks down, which it cannot be; `within`: the only one whose
    parts it can be, or empty. `fewer`: by how many something was reduced; `remains`: how many are left.
    """

    figure: Figure
    context: Context
    part: bool
    wholes: frozenset[str]
    within: str
    remains: bool
    fewer: bool


def weights(labels: Iterable[Label], entries: int) -> dict[str, float]:
    """Term -> what it weighs: the fewer figures share it, the more."""
    codes: dict[str, set[str]] = {}
    for label in labels:
        for term in label.terms:
            codes.setdefault(term, set()).add(label.entry.code)
    return {term: 0.3 + math.log(1 + (entries or 1) / len(of)) for term, of in codes.items()}


def possible(label: Label, asked: Asked) -> bool:
    """Whether a number can be the figure of a label at all: by unit, by its whole, by who is counted."""
    figure, entry, near = asked.figure, label.entry, asked.context.near
    if entry.share != figure.unit.startswith("percent"):
        return False
    if not entry.share and not same_sort(figure.unit, entry.unit):
        return False
    if entry.code in asked.wholes or label.terms.isdisjoint(near) or _of_other_people(asked, entry):
        return False
    if asked.part and entry.code in beside.NAMED_BY_ALL:
        return False
    if asked.within and beside.ALSO.get(asked.within, asked.within) not in entry.wholes:
        return False
    reduced = entry.code.startswith(over_time.REDUCED)
    if (asked.remains and reduced) or (asked.fewer and not reduced):
        return False
    return not entry.share or all(near.get(term, 0.0) >= LEAST_SAID for term in _heads(label))


def score(label: Label, context: Context, weight: Mapping[str, float]) -> float:
    """How much of the label is said, less for every word that says something else."""
    near = context.near
    whole = sum(weight[term] for term in label.terms)
    score = sum(weight[term] * near.get(term, 0.0) for term in label.terms) / whole
    for term in label.terms:
        if sort_of(term) is Sort.QUALIFIER and near.get(term, 0.0) < 0.3:
            score *= MISSING
    soft = SOFT | {MEMBER} if BADGE in label.terms else SOFT  # to whom a badge is given
    for term in context.own - label.terms - soft:
        score *= TAKES[sort_of(term)]
    things = [term for term in label.terms - {MEMBER, AIM} if sort_of(term) is Sort.HEAD]
    if things and not any(near.get(term, 0.0) for term in things):
        score *= NO_HEAD
    if WHOLE in label.terms and context.strange and not near.get(WHOLE):
        score *= PARTLY
    score *= ABOVE ** len(context.above - label.terms - SOFT)
    if context.other and not context.own & {context.other, *ACTS}:
        score *= TAKES[Sort.FOREIGN]
    return score * (1 - UNKNOWN * context.strange / max(context.close, 3))


def said_of(label: Label, context: Context) -> float:
    """How much of a label the own clause says, whatever it says besides."""
    narrow = any(sort_of(term) is Sort.QUALIFIER and term not in context.own for term in label.terms)
    terms = label.terms - {WHOLE}
    return 0.0 if narrow or not terms else sum(term in context.here for term in terms) / len(terms)


def _of_other_people(asked: Asked, entry: Entry) -> bool:
    """Persons that the sentence does not call members are not counted as members."""
    return (
        asked.figure.unit in ("persons", "person-times")
        and entry.unit == "members"
        and asked.context.near.get(MEMBER, 0.0) < NEARBY
    )


def _heads(label: Label) -> set[str]:
    """What a share is of and of what it tells: none of it may go unsaid."""
    return {term for term in label.terms if sort_of(term) is Sort.HEAD and term not in (WHOLE, AIM)}


def says_something(context: Context) -> bool:
    """Whether the own clause names anything that is counted."""
    return any(sort_of(term) in (Sort.HEAD, Sort.QUALIFIER) for term in context.own)


def sort_of(term: str) -> Sort:
    """What a term tells."""
    return sorts().get(term, Sort.UNKNOWN)


def labels_of(entry: Entry) -> Iterable[Label]:
    """The ways of saying a figure: its name, and others that reports use."""
    for said in (entry.label, *SAYINGS.get(entry.code, ())):
        terms = frozenset(spot.term for spot in spots(said))
        if terms:
            yield Label(entry, terms)
