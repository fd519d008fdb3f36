"""`check`: every relation between the figures of a report that was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..reading.composing import composed
from ..reading.pieces import cut
from ..reading.text_tables import Unfolded, unfold
from ..reading.written import Reading
from . import parts
from .again import again
from .averages import averages
from .chains import chains
from .changes import changes
from .dated import dated
from .each import each
from .growth import judged
from .hundred import hundred
from .lists import listings
from .merged import merged
from .movements import movements
from .page import laid_out
from .points import between, points
from .relations import Relation, Verdict
from .remainders import remainders
from .repeated import repeated
from .retold import retold
from .rolls import rolls
from .runs import runs
from .shares import shares
from .siblings import siblings
from .slashes import slashes
from .sums import sums
from .tables import tables


def check(reading: Reading) -> tuple[Relation, ...]:
    """What was checked, in the order of the text; pure, exact, without clock or database."""
    cells = unfold(reading.lines)
    if cells:
        reading = Reading(cells.lines, cells.unfolded(reading.figures))
    reading = composed(reading)
    pieces = cut(reading.lines)
    if pieces:
        reading = Reading(pieces.lines, pieces.unfolded(reading.figures))
    relations = dict.fromkeys(found(reading))
    if pieces:
        relations = dict.fromkeys(folded(one, pieces) for one in relations)
    if cells:
        relations = dict.fromkeys(folded(one, cells) for one in relations)
    return tuple(sorted(relations, key=lambda one: (one.lines, one.figures, one.kind)))


def folded(one: Relation, cells: Unfolded) -> Relation:
    """With the lines as given for those of the cells."""
    lines = tuple(sorted({cells.given_number(line) for line in one.lines}))
    given = tuple(
        (key, str(cells.given_number(int(value))) if key.endswith("_line") else value)
        for key, value in one.given
    )
    return replace(one, lines=lines, given=given)


def weaker(one: Relation, other: Relation) -> bool:
    """Whether the same percentage is judged by the other, and for sure."""
    same = one.printed == other.printed and set(one.figures) <= set(other.figures)
    return same and other.verdict is Verdict.FAILS


def found(reading: Reading) -> Iterator[Relation]:
    page = laid_out(reading)
    held = tuple(listings(page))
    for listing in held:
        yield from sums(listing)
        yield from parts.parts(listing)
    yield from parts.among(page)
    yield from runs(page)
    yield from remainders(page, {one.ordinal for listing in held for one in listing.parts})
    yield from chains(page)
    yield from merged(page)
    moved = points(page)
    rates = {ordinal for one in moved for ordinal in one.taken}
    changed = [one for one in changes(page) if not one.share or one.share.ordinal not in rates]
    grown = rates | {one.share.ordinal for one in changed if one.share}
    odd = tuple(siblings(page))
    yield from odd
    yield from (one for one in shares(page, grown) if not any(weaker(one, other) for other in odd))
    yield from slashes(page)
    yield from averages(page)
    yield from each(page)
    for change in changed:
        yield from judged(change)
    for one in moved:
        yield from between(one)
    yield from hundred(page)
    yield from rolls(page)
    told = tuple(repeated(page, held))
    yield from told
    pairs = {one.figures for one in told}
    yield from (one for one in retold(page) if one.figures not in pairs)
    yield from movements(page)
    yield from again(page)
    yield from tables(reading)
    yield from dated(reading.lines)
