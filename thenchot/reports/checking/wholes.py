"""Which counts a list of parts can break down: those before it, in its sentence or the one ahead."""

from __future__ import annotations

from .page import Page, Seen
from .roles import Role
from .tokens import Sentence, fold

LEAD = 4  # “Trong đó” opens a sentence of its own: the whole stands in the one before
LEADS = frozenset(fold("trong số này đó các chia phân theo ra cụ thể và cơ cấu , :").split())
REACH = 40  # words between a whole and the bracket that breaks it down


def leads(seen: list[Seen], start: int) -> bool:
    """“Trong đó” opens the sentence."""
    return start < LEAD and not any(one.at < start for one in seen)


def is_whole(one: Seen) -> bool:
    return one.role is Role.COUNT or (one.role is Role.BASE)


def wholes_before(sentence: Sentence, seen: list[Seen], start: int) -> tuple[Seen, ...]:
    """Counts before the opener at its depth, nearest first, of the same item where the sentence has items."""
    depth = sentence.depth[start]
    found = [one for one in reversed(seen) if one.at < start and one.depth == depth and is_whole(one)]
    if not found and depth:
        found = [one for one in reversed(seen) if one.at < start and one.depth < depth and is_whole(one)]
    cut = max(
        (at for at in range(start) if sentence.tokens[at] == ";" and sentence.depth[at] <= depth), default=-1
    )
    close = tuple(one for one in found if one.at > cut)[:4]
    if sentence.tokens[start] != "(":
        # “; trong số này gồm …” goes on; “; đảng bộ gồm 8 chi bộ”, “; (3) Gồm …” begin something else.
        begins = set(sentence.tokens[cut + 1 : start]) <= LEADS
        return close or (tuple(found)[:4] if begins else ())
    shares = any(token[0] == "%" for token in sentence.tokens[close[0].at if close else start : start])
    return close if close and not shares and start - close[0].at < REACH else ()


def wholes_of_last(page: Page, number: int, place: int) -> tuple[Seen, ...]:
    """Counts of the sentence ahead, or of the one before a sentence without numbers: the nearest, and larger
    ones that these may be parts of themselves."""
    if place > 0 and not page.of_sentence(number, place):
        place -= 1
    found = [one for one in reversed(page.of_sentence(number, place)) if is_whole(one) and one.depth == 0]
    most = max((one.figure.value for one in found[:4]), default=0)
    return (*found[:4], *(one for one in found[4:] if one.figure.value > most))


def wholes_of_passage(page: Page, number: int) -> tuple[Seen, ...]:
    """Counts of the last sentence of a paragraph: “Trong đó” at the head of the next goes back to it."""
    return wholes_of_last(page, number, len(page.passages[number]) - 1) if number >= 0 else ()


def counts_ahead(page: Page, spot: Seen) -> tuple[Seen, ...]:
    """Of the sentence before, in the paragraph before where there is none."""
    if not spot.sentence:
        return wholes_of_passage(page, spot.passage - 1)
    return tuple(reversed(page.of_sentence(spot.passage, spot.sentence - 1)))
