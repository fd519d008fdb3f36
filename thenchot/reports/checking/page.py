"""The report laid out for checking: its sentences, and for every figure its words, sort and role."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ..reading.written import Bound, Figure, Reading
from . import wording
from .codes import HANGS_ON, INNOCENT, REASONS
from .numbers import decimal
from .relations import Kind, Relation, Verdict
from .roles import Role, role_of
from .tokens import Passage, Sentence, passages
from .wording import Words


@dataclass(frozen=True)
class Seen:
    """A figure where it stands: passage, sentence, position; its words, what it counts, what it does.

    `ways`: (family, alternative) of kinds that exclude each other, as its words name them.
    """

    figure: Figure
    passage: int
    sentence: int
    at: int
    depth: int
    words: Words
    sort: str
    role: Role
    times: bool
    ways: tuple[tuple[str, str], ...] = ()

    @property
    def ordinal(self) -> int:
        return self.figure.ordinal

    @property
    def loose(self) -> bool:
        if self.figure.bound is Bound.OVER and self.words.before[-2:] == ("cấp", "trên"):
            return False  # “nộp cấp trên 252 triệu” is no bound
        return self.figure.bound in (Bound.OVER, Bound.UNDER, Bound.NEARLY)


@dataclass(frozen=True)
class Page:
    reading: Reading
    passages: tuple[Passage, ...]
    seen: dict[int, Seen]

    def sentence(self, one: Seen) -> Sentence:
        return self.passages[one.passage][one.sentence]

    def of_sentence(self, passage: int, sentence: int) -> list[Seen]:
        return [self.seen[n] for _, n in self.passages[passage][sentence].figures]

    def of_passage(self, passage: int) -> list[Seen]:
        return [one for at in range(len(self.passages[passage])) for one in self.of_sentence(passage, at)]


def laid_out(reading: Reading) -> Page:
    found = tuple(passages(reading))
    figures = {figure.ordinal: figure for figure in reading.figures}
    seen = {}
    for number, passage in enumerate(found):
        for place, sentence in enumerate(passage):
            for at, ordinal in sentence.figures:
                seen[ordinal] = see(figures[ordinal], number, place, sentence, at)
    return Page(reading, found, seen)


def see(figure: Figure, passage: int, place: int, sentence: Sentence, at: int) -> Seen:
    words = wording.words_at(sentence, at)
    ways = tuple(wording.alternatives(words))
    return Seen(
        figure,
        passage,
        place,
        at,
        sentence.depth[at],
        words,
        wording.sort_of(words, figure, ways),
        role_of(sentence, at, words, figure),
        wording.times(words, figure),
        ways,
    )


def relation(
    kind: Kind,
    verdict: Verdict,
    figures: tuple[Figure, ...],
    expression: str,
    reason: str,
    *,
    expected: object = None,
    printed: Figure | None = None,
    innocent: str = "",
    hangs_on: str = "",
    **given: object,
) -> Relation:
    """A relation over these figures; `printed` is the figure that the expected number stands against."""
    if (
        reason not in REASONS
        or (hangs_on and hangs_on not in HANGS_ON)
        or (innocent and innocent not in INNOCENT)
    ):
        raise LookupError(f"no sentence for {reason} {hangs_on} {innocent}")
    number = decimal(Fraction(expected)) if isinstance(expected, (int, Fraction)) else None
    return Relation(
        kind,
        verdict,
        tuple(sorted({one.ordinal for one in figures if one.ordinal >= 0})),
        tuple(sorted({one.line for one in figures})),
        expression,
        number,
        printed.value if printed is not None else None,
        reason,
        innocent if verdict in (Verdict.FAILS, Verdict.DEPENDS) else "",
        hangs_on if verdict is Verdict.DEPENDS else "",
        tuple((key, str(value)) for key, value in given.items()),
    )
