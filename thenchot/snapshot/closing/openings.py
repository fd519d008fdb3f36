"""The opening of a period from what was closed last time, in named lines, each with its persons; no plug.

closed last time + ghi nhận muộn + điều chỉnh sau đối khớp + do sắp xếp − đã xóa = opening
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ...ledger.kinds import KINDS
from ..engine import Engine
from ..movement import Movement
from ..opening import Correction, roll
from ..shapes import quoted
from .opening import Closing


@dataclass(frozen=True)
class Opening:
    """The lines of one organisation. `erased`: closed rows of persons erased since, not in today's book.

    `counted` is what the new period's movement table opens with, counted apart from these lines.
    """

    closed: int
    late: int
    reconciled: int
    rearranged: int
    erased: int
    counted: int

    @property
    def opening(self) -> int:
        return self.closed + self.late + self.reconciled + self.rearranged - self.erased

    @property
    def difference(self) -> int:
        """Always 0: no line would take up anything else."""
        return self.opening - self.counted


@dataclass(frozen=True)
class Openings:
    """Every organisation of the closing and of today's tree, and who was corrected."""

    lines: dict[int, Opening]
    corrections: list[Correction]


def openings(
    closing: Closing, now: Engine, movement: Movement, figure: str, reconciled: Collection[int] = ()
) -> Openings:
    """`figure` is the stock of members in the closing; `movement` that of the period that follows it.

    `reconciled` are act sets of the signed reconciliation list; every other entry since is *ghi nhận muộn*.
    ValueError where the period does not begin on the day after the closed data end.
    """
    closed_on = date.fromisoformat(closing.manifest["tree_day"])
    if movement.period.first != closed_on + timedelta(days=1):
        raise ValueError("the period does not follow the closing")
    top = int(closing.manifest["organisation"])
    rows = closing.rows(figure, top)
    was = dict(zip(rows.column("person"), rows.column("organisation"), strict=True))
    is_now = roll(now, closed_on)
    corrections = _corrections(now, closing, was, is_now, reconciled)
    before, after = _Before(closing), movement.tree
    late, agreed, moved, present = (defaultdict[int, int](int) for _ in range(4))
    for cell in was.values():
        _add(present, before.above(cell), 1)
    for one in corrections:
        line = agreed if one.reconciled else late
        _add(line, before.above(one.was), -1)
        _add(line, before.above(one.now), 1)
    for cell in is_now.values():
        _add(moved, before.above(cell), -1)
        _add(moved, after.above(seat) if (seat := after.seats.get(cell)) is not None else (), 1)
    nodes = {*closing.parents} | {node for node in after.organisations if after.contains(top, node)}
    lines = {}
    for node in sorted(nodes):
        closed = int(closing.figure(figure, node) or 0) if node in closing.parents else 0
        counted = movement.lines[node].opening if node in movement.lines else 0
        gone = closed - present[node]
        lines[node] = Opening(closed, late[node], agreed[node], moved[node], gone, counted)
    return Openings(lines, corrections)


class _Before:
    """The tree of the closing."""

    def __init__(self, closing: Closing) -> None:
        self.parents, self.seats = closing.parents, closing.seats

    def above(self, cell: int | None) -> list[int]:
        found, node = [], self.seats.get(cell) if cell is not None else None
        while node is not None:
            found.append(node)
            node = self.parents[node]
        return found


def _add(line: dict[int, int], nodes: Collection[int], number: int) -> None:
    for node in nodes:
        line[node] += number


def _corrections(
    now: Engine,
    closing: Closing,
    was: Mapping[int, int],
    is_now: Mapping[int, int],
    reconciled: Collection[int],
) -> list[Correction]:
    """Persons of this closing whose cell on the closed day is not what it was known to be."""
    inside = {person for person, cell in is_now.items() if cell in closing.seats}
    differ = sorted(person for person in {*was, *inside} if was.get(person) != is_now.get(person))
    moving = sorted(name for name, kind in KINDS.items() if any(s.track == "cell" for s in kind.sets))
    query = (
        "SELECT about, seq, act_set FROM entry WHERE seq > ?"
        f" AND kind IN ({', '.join(map(quoted, moving))}) ORDER BY seq"
    )
    since = defaultdict(list)
    for person, seq, act_set in now.cursor().execute(query, [closing.manifest["cut_off"]]).fetchall():
        since[person].append((seq, act_set))
    return [
        Correction(
            person, was.get(person), is_now.get(person), tuple(seq for seq, _ in since[person]),
            any(act_set in reconciled for _, act_set in since[person]),
        )
        for person in differ
    ]  # fmt: skip
