"""Which figures are offered for a cell, by the words beside and above it; each with those that decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from thenchot.files.sheets.cells import Sheet
from thenchot.ledger.vietnamese import folded
from thenchot.reports.known import entries
from thenchot.reports.matching.matching import Catalogue, Label
from thenchot.reports.matching.spots import Sort, spots

from . import movements
from .binding import When
from .labels import Said, said

BASES = (".known", ".years")  # what averages are computed from; no form prints them
LEAST, MOST = 0.34, 5
# In a form of movement these lines say more than the figure of the same words.
MOVEMENTS = {
    movements.OPENING: ("dau ky", "ky truoc chuyen sang", "co den dau"),
    movements.CLOSING: ("cuoi ky",),
    movements.INTO: ("tang trong ky", "tong so tang", "dang vien tang", "so tang"),
    movements.OUT_OF: ("giam trong ky", "tong so giam", "dang vien giam", "so giam"),
    "move.in.transferred": ("chuyen den", "noi khac den"),
    "move.out.transferred": ("chuyen di", "di noi khac"),
}
WHENS = (
    (When.LAST_YEAR, ("cung ky", "nam truoc")),
    (When.TERM, ("tu dau nhiem ky", "dau nhiem ky")),
    (When.YEAR, ("luy ke", "tu dau nam")),
    (When.MONTH, ("trong thang",)),
)


@dataclass(frozen=True)
class Offer:
    """A figure for a cell: how well it fits (0 to 1), and the words of the form that say so."""

    code: str
    score: float
    words: tuple[str, ...]
    when: When = When.THIS


def offers(sheet: Sheet, row: int, column: int, but: Iterable[str] = ()) -> list[Offer]:
    """The figures that fit a cell best. `but`: texts that name organisations, which tell nothing."""
    return offered(said(sheet, row, column), frozenset(but))


def offered(around: Said, but: frozenset[str] = frozenset()) -> list[Offer]:
    """The same from the texts alone."""
    texts = [text for text in around.texts if text not in but]
    words = folded(" ; ".join(texts))
    when = next((one for one, phrases in WHENS if any(phrase in words for phrase in phrases)), When.THIS)
    lines = (folded(" ; ".join((*around.row, *around.above))), folded(" ; ".join(around.column)))
    found = [
        Offer(code, 1.0, (phrase,), when)
        for code, phrases in MOVEMENTS.items()
        for phrase in phrases
        if any(phrase in line for line in lines)
    ]
    known = {spot.term for text in texts for spot in spots(text) if spot.sort in (Sort.HEAD, Sort.QUALIFIER)}
    scores: dict[str, Offer] = {}
    shares = "ty le" in words or "%" in words
    for label in catalogue().labels:
        if label.entry.share is not shares or label.entry.code.endswith(BASES):
            continue
        score = _score(label, known)
        if score >= LEAST and score > scores.get(label.entry.code, Offer("", 0, ())).score:
            scores[label.entry.code] = Offer(
                label.entry.code, round(score, 2), tuple(sorted(label.terms & known)), when
            )
    found += scores.values()
    unique = {one.code: one for one in sorted(found, key=lambda one: one.score)}
    return sorted(unique.values(), key=lambda one: (-one.score, _rank(one.code), one.code))[:MOST]


def _score(label: Label, known: set[str]) -> float:
    """What both say against what either says, each word by its weight."""
    weight = catalogue().weight
    both = sum(weight[term] for term in label.terms & known)
    either = sum(weight.get(term, 1.0) for term in label.terms | known)
    return both / either if either else 0.0


def _rank(code: str) -> int:
    """Of several that fit as well: lines of the movement first, shares last."""
    if code.startswith("move."):
        return 0
    entry = catalogue().entries.get(code)
    return 2 if entry is not None and entry.share else 1


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The figures of this installation as matching wants them; declared once and for all."""
    return Catalogue(entries())
