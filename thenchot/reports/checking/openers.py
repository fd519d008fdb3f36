"""What opens a list of parts: gồm · trong đó · a bracket · a colon · có."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from . import vocabulary as said
from .tokens import Sentence, is_figure

AS_FOLLOWS = ("như", "sau")
TOTALS = (("tổng", "số"), ("tổng", "cộng"))  # in brackets: a sum of something else, no part


class Opener(StrEnum):
    """gồm · trong đó · ( · : — how sure it is that the list says everything."""

    COMPLETE, PARTIAL, BRACKET, COLON = "complete", "partial", "bracket", "colon"


@lru_cache(maxsize=2)  # every share of a sentence asks again
def openers(sentence: Sentence) -> tuple[tuple[Opener, int, int], ...]:
    """(what opens, where the whole's side ends, where the parts begin)."""
    return tuple(_openers(sentence))


def _openers(sentence: Sentence) -> Iterator[tuple[Opener, int, int]]:
    tokens, skip = sentence.tokens, -1
    for at, token in enumerate(tokens):
        if at < skip:
            continue
        if token in ("(", ":"):
            kind, size = opening_words(tokens, at + 1)
            bracket = Opener.BRACKET if token == "(" else Opener.COLON
            if token == ":" and not kind and said.FORMS.ends(tokens[:at]):
                kind = Opener.COMPLETE
            if token == "(" and not kind and said.PART_IN_BRACKETS.at(tokens, at + 1):
                kind, size = Opener.PARTIAL, 1
            if token == "(" and (said.AMONG.at(tokens, at + 1) or tokens[at + 1 : at + 3] in TOTALS):
                continue
            if token == "(" or after_noun(tokens, at) or kind:
                yield kind or bracket, at, at + 1 + size
                skip = at + 1 + size
            continue
        if token == "có" and (after_trong(sentence, at) or officers(tokens, at)):
            yield Opener.PARTIAL, at, at + 1
            continue
        kind, size = opening_words(tokens, at)
        if kind:
            follows = at + size + (tokens[at + size : at + size + 1] == (":",))
            yield kind, at, follows
            skip = follows


def officers(tokens: tuple[str, ...], at: int) -> bool:
    """“346 đảng viên, có 135 cấp ủy viên”: who sits on a committee is a member."""
    return tokens[at + 2 : at + 5] == ("cấp", "ủy", "viên") and is_figure(tokens[at + 1])


def after_trong(sentence: Sentence, at: int) -> bool:
    """“Trong 41 đảng viên mới có …”, “trong tổng số 35 chi bộ, có …”."""
    back = at - 1
    while back > 0 and at - back < 12 and not is_figure(sentence.tokens[back]):
        if sentence.tokens[back] in (";", "(", ")", ":"):
            return False
        back -= 1
    ahead = sentence.tokens[max(back - 3, 0) : back]
    named = ahead[-1:] == ("trong",) or said.AMONG.ends(ahead)
    return sentence.tokens[back][0] == "#" and named


def opening_words(tokens: tuple[str, ...], at: int) -> tuple[Opener | None, int]:
    if tokens[at : at + 1] == (",",):
        return None, 0
    if size := said.COMPLETE.at(tokens, at):
        return Opener.COMPLETE, size
    size = said.PARTIAL.at(tokens, at)
    roll = tokens[at : at + size] in said.AMONG.all and is_figure("".join(tokens[at + size : at + size + 1]))
    if size and not roll:
        return Opener.PARTIAL, size
    return None, 0


def after_noun(tokens: tuple[str, ...], at: int) -> bool:
    """A colon that follows the noun phrase of a figure: “12 đảng viên: khiển trách 8 …”."""
    back, reach = at - 1, 16 if tokens[max(at - 2, 0) : at] == AS_FOLLOWS else 10
    while back >= 0 and at - back < reach and tokens[back] not in (",", ";", "(", ")", ":"):
        if tokens[back][0] == "#" and len(tokens[back]) > 1:
            return back < at - 1
        back -= 1
    return False
