"""Movement: who came into and left each organisation in a period, why, and that nobody is lost between.

Every change of a person's cell is one row; at an organisation it is *in* or *out* when it crosses its border
and *nội bộ* when both cells lie inside. `opening + in − out = closing` follows from the rows, at every
organisation and for every cause; nothing is filled in by subtraction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .asking import Question, ask
from .catalogue import CATALOGUE, Catalogue
from .engine import Engine
from .period import Period
from .shapes import quoted, table_of
from .tree import RECAST, Tree, View


@dataclass(frozen=True, order=True)
class Change:
    """A person's cell on a day against the day before. `origin` or `to` is nothing outside every cell."""

    day: date
    person: int
    entry: int
    kind: str
    ground: str
    origin: int | None
    to: int | None

    @property
    def cause(self) -> tuple[str, str]:
        """The kind of act, and the ground that tells its causes apart (empty where none is declared)."""
        return self.kind, self.ground


@dataclass
class Line:
    """The movement of one organisation."""

    opening: int = 0
    into: Counter[tuple[str, str]] = field(default_factory=Counter)
    out_of: Counter[tuple[str, str]] = field(default_factory=Counter)
    inside: Counter[tuple[str, str]] = field(default_factory=Counter)
    closing: int = 0

    @property
    def difference(self) -> int:
        """Always 0: opening + in − out − closing."""
        return self.opening + self.into.total() - self.out_of.total() - self.closing


@dataclass(frozen=True)
class Movement:
    """The movement tables of all organisations of a tree, and the changes behind them."""

    period: Period
    tree: Tree
    lines: dict[int, Line]
    changes: list[Change]

    def behind(self, organisation: int, side: str) -> list[Change]:
        """The rows behind `into`, `out_of` or `inside` of an organisation."""
        return [change for change in self.changes if _side(self.tree, organisation, change) == side]


def movement(
    engine: Engine, period: Period, *, view: View = RECAST, catalogue: Catalogue = CATALOGUE
) -> Movement:
    """The movement of every organisation from the first day of a period to its *số liệu đến ngày*."""
    question = ask(engine, period, view)
    tree, found = question.tree, changes(question, catalogue)
    lines = {node: Line() for node in tree.organisations}
    for place, on in (("opening", OPENING), ("closing", CLOSING)):
        for cell, number in question.rows(f"{ROLL_SIZES} WHERE {on} GROUP BY s.value"):
            for node in _above(tree, int(cell)):
                setattr(lines[node], place, getattr(lines[node], place) + number)
    for change in found:
        left, came = set(_above(tree, change.origin)), set(_above(tree, change.to))
        for node in came - left:
            lines[node].into[change.cause] += 1
        for node in left - came:
            lines[node].out_of[change.cause] += 1
        for node in left & came:
            lines[node].inside[change.cause] += 1
    return Movement(period, tree, lines, found)


def _above(tree: Tree, cell: int | None) -> tuple[int, ...]:
    seat = tree.seats.get(cell) if cell is not None else None
    return tree.above(seat) if seat is not None else ()


def _side(tree: Tree, organisation: int, change: Change) -> str | None:
    left, came = organisation in _above(tree, change.origin), organisation in _above(tree, change.to)
    return {(False, True): "into", (True, False): "out_of", (True, True): "inside"}.get((left, came))


OPENING = "s.since < q.first AND (s.until IS NULL OR s.until >= q.first)"
CLOSING = "s.since <= q.last AND (s.until IS NULL OR s.until > q.last)"
ROLL_SIZES = "SELECT s.value, count(*) FROM asked AS q JOIN state AS s ON s.track = 'cell'"

# From what was set rather than from the periods: on a day with several acts the last one is the cause.
CHANGES = """
WITH decided AS (
    SELECT subject, since, value, seq FROM (
        SELECT s.subject, s.since, s.value, s.seq,
               row_number() OVER (PARTITION BY s.subject, s.since ORDER BY s.root DESC) AS place
        FROM setting AS s WHERE s.track = 'cell'
    ) AS of_day WHERE place = 1
), step AS (
    SELECT subject, since, value, seq, lag(value) OVER (PARTITION BY subject ORDER BY since) AS before
    FROM decided
)
SELECT p.since, p.subject, p.seq, e.kind,
       CAST(p.before AS BIGINT) AS origin, CAST(p.value AS BIGINT) AS target
FROM asked AS q
JOIN step AS p ON p.since BETWEEN q.first AND q.last AND coalesce(p.before, '') <> coalesce(p.value, '')
JOIN entry AS e ON e.seq = p.seq
ORDER BY p.since, p.subject
"""


def changes(question: Question, catalogue: Catalogue = CATALOGUE) -> list[Change]:
    """Every change of cell in the period, in order of day and person."""
    found = question.rows(CHANGES)
    grounds = _grounds(question, catalogue, {row[3] for row in found})
    return [
        Change(day, person, entry, kind, grounds.get(entry, ""), origin, to)
        for day, person, entry, kind, origin, to in found
    ]


def _grounds(question: Question, catalogue: Catalogue, kinds: Iterable[str]) -> dict[int, str]:
    """The ground of each act of the kinds that declare one."""
    queries = [
        f'SELECT k.seq, k."{catalogue.grounds[kind]}" AS ground FROM {table_of(kind)} AS k, asked AS q'
        f" WHERE k.effective_on BETWEEN q.first AND q.last"
        for kind in sorted(kinds)
        if kind in catalogue.grounds
    ]
    rows = question.rows(" UNION ALL ".join(queries)) if queries else []
    return {seq: ground for seq, ground in rows if ground is not None}


@dataclass(frozen=True)
class OnTheWay:
    """Đang chuyển: sent by one organisation and not yet received; in no cell. `to`: where the letter goes."""

    person: int
    since: date
    entry: int
    origin: int | None
    to: int


def on_the_way(engine: Engine, period: Period, view: View = RECAST) -> list[OnTheWay]:
    """Who is on the way at the period's *số liệu đến ngày*, listed apart from every roll."""
    rows = ask(engine, period, view).rows(ON_THE_WAY)
    return [OnTheWay(*row) for row in rows]


ON_THE_WAY = f"""
SELECT s.subject, s.since, s.opened_by, CAST(c.value AS BIGINT) AS origin, CAST(s.value AS BIGINT) AS target
FROM asked AS q
JOIN state AS s ON s.track = {quoted("transit")} AND {CLOSING}
LEFT JOIN state AS c ON c.subject = s.subject AND c.track = 'cell' AND c.until = s.since
ORDER BY s.subject
"""
