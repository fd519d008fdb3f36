"""The movement table of an organisation as lines, and the changes behind one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thenchot.ledger.days import spoken
from thenchot.snapshot.movement import Change
from thenchot.snapshot.movement import Line as Moved
from thenchot.snapshot.sources import Live

from .. import counted_words
from ..numbers import number
from .asked import Asked

INTO, OUT_OF, INSIDE, OPENING, AWAY, CLOSING = "into", "out_of", "inside", "opening", "away", "closing"
# Acts whose figures are sensitive: their lines open to codes, and say nothing to who opens no rows.
PUT_OUT = frozenset(
    f"membership.{name}" for name in ("expelled", "name_removed", "released", "admission_cancelled")
)
Cause = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """One line: what it is, its number now and in the same period; `cause` where it is one of a side."""

    side: str
    label: str
    now: int
    before: int | None = None
    cause: Cause | None = None

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.now - self.before

    @property
    def kind(self) -> str:
        return self.cause[0] if self.cause else ""

    @property
    def ground(self) -> str:
        return self.cause[1] if self.cause else ""


@dataclass(frozen=True)
class Table:
    """`balance` is the sum written out; the rows give it, nothing is filled in."""

    lines: list[Line]
    balance: str


def table(asked: Asked, live: Live, before: Live | None = None) -> Table:
    """Opening, each cause of coming and leaving, what happened inside, closing, who is on the way.

    Who may not open rows sees no causes: among them are those of leaving the Party.
    """
    node, period = asked.organisation, live.period
    now, then = live.movement.lines[node], _line(before, node)
    assert now.difference == 0
    away = len(live.on_the_way(node))
    away_then = len(before.on_the_way(node)) if before and then else None
    begins = _("Đầu kỳ ({day})").format(day=spoken(period.first))
    ends = _("CUỐI KỲ ({day})").format(day=spoken(period.data_to))
    lines = [
        Line(OPENING, begins, now.opening, _of(then, "opening")),
        *_side(INTO, _("TĂNG"), now, then, asked.sees_rows),
        *_side(OUT_OF, _("GIẢM"), now, then, asked.sees_rows),
        Line(CLOSING, ends, now.closing, _of(then, "closing")),
        *_side(INSIDE, _("Nội bộ (không tính tăng, giảm)"), now, then, asked.sees_rows),
        Line(AWAY, _("Đang chuyển, chưa nơi nhận"), away, away_then),
    ]
    return Table(lines, balance(now))


def balance(line: Moved) -> str:
    """`1.412 + 55 − 46 = 1.421`."""
    into, out = number(line.into.total()), number(line.out_of.total())
    return f"{number(line.opening)} + {into} − {out} = {number(line.closing)}"


def behind(live: Live, organisation: int, side: str, cause: Cause) -> list[Change]:
    """The changes a line counts, in order of day."""
    return [one for one in live.movement.behind(organisation, side) if one.cause == cause]


def _line(before: Live | None, node: int) -> Moved | None:
    return before.movement.lines.get(node) if before is not None and before.counts.kept else None


def _of(line: Moved | None, name: str) -> int | None:
    return None if line is None else int(getattr(line, name))


def _side(side: str, label: str, now: Moved, then: Moved | None, causes: bool) -> list[Line]:
    ours: Counter[Cause] = getattr(now, side)
    theirs: Counter[Cause] = getattr(then, side) if then is not None else Counter()
    known = then is not None
    found = [Line(side, label, ours.total(), theirs.total() if known else None)]
    for one in sorted({*ours, *theirs}, key=lambda cause: (-ours[cause], cause)) if causes else ():
        said = counted_words.cause(*one)
        found.append(Line(side, said, ours[one], theirs[one] if known else None, one))
    return found
