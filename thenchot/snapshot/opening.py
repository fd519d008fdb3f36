"""The opening of a period in named lines: what was closed last time, and each thing that moved it since.

    closed last time + ghi nhận muộn + điều chỉnh sau đối khớp + do sắp xếp = opening

Each line has its rows and is counted from them; there is no plug.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ..ledger.kinds import KINDS
from .asking import tree_on
from .engine import Engine
from .shapes import quoted
from .tree import RECAST, Tree


@dataclass(frozen=True)
class Correction:
    """A person whose cell on the closed day is not what it was known to be, and the entries that say so."""

    person: int
    was: int | None
    now: int | None
    entries: tuple[int, ...]
    reconciled: bool


@dataclass(frozen=True)
class Opening:
    """The lines of one organisation; they add up to `opening`."""

    closed: int
    late: int
    reconciled: int
    rearranged: int

    @property
    def opening(self) -> int:
        return self.closed + self.late + self.reconciled + self.rearranged


@dataclass(frozen=True)
class Openings:
    """The opening of every organisation of today's tree or of last time's."""

    lines: dict[int, Opening]
    corrections: list[Correction]


def openings(
    closed: Engine, now: Engine, closed_on: date, tree: Tree, reconciled: Collection[int] = ()
) -> Openings:
    """From the engine as known at the last closing to the one of today; `tree` is the new period's.

    `closed_on` is the last day of what was closed, the day before the new period. `reconciled` are the act
    sets of the signed reconciliation list; every other entry since is *ghi nhận muộn*.
    """
    before, was, is_now = tree_on(closed, closed_on, RECAST), roll(closed, closed_on), roll(now, closed_on)
    corrections = _corrections(now, closed.known_by, was, is_now, reconciled)
    lines: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for cell in was.values():
        _add(lines, before, cell, 0, 1)
    for one in corrections:
        place = 2 if one.reconciled else 1
        _add(lines, before, one.was, place, -1)
        _add(lines, before, one.now, place, 1)
    for cell in is_now.values():
        _add(lines, before, cell, 3, -1)
        _add(lines, tree, cell, 3, 1)
    nodes = sorted({*before.organisations, *tree.organisations})
    return Openings({node: Opening(*lines[node]) for node in nodes}, corrections)


def _add(lines: dict[int, list[int]], tree: Tree, cell: int | None, place: int, number: int) -> None:
    seat = tree.seats.get(cell) if cell is not None else None
    for node in tree.above(seat) if seat is not None else ():
        lines[node][place] += number


def roll(engine: Engine, day: date) -> dict[int, int]:
    """The cell of each person at the end of a day."""
    query = (
        "SELECT subject, CAST(value AS BIGINT) FROM state"
        " WHERE track = 'cell' AND since <= ? AND (until IS NULL OR until > ?) ORDER BY subject"
    )
    return dict(engine.cursor().execute(query, [day, day]).fetchall())


def _corrections(
    now: Engine, known_by: int, was: dict[int, int], is_now: dict[int, int], reconciled: Collection[int]
) -> list[Correction]:
    """Every person whose cell differs between the two places in the book, with the entries between them."""
    differ = sorted(person for person in was.keys() | is_now.keys() if was.get(person) != is_now.get(person))
    kinds = ", ".join(quoted(name) for name, kind in sorted(KINDS.items()) if _moves(name))
    query = f"SELECT about, seq, act_set FROM entry WHERE seq > ? AND kind IN ({kinds}) ORDER BY seq"
    since: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for person, seq, act_set in now.cursor().execute(query, [known_by]).fetchall() if differ else ():
        since[person].append((seq, act_set))
    return [
        Correction(
            person, was.get(person), is_now.get(person), tuple(seq for seq, _ in since[person]),
            any(act_set in reconciled for _, act_set in since[person]),
        )
        for person in differ
    ]  # fmt: skip


def _moves(kind: str) -> bool:
    return any(setting.track == "cell" for setting in KINDS[kind].sets)
