"""How a room declares what can be counted: populations (what there is to count) and figures over them.

From one declaration come the number, its rows, the breakdown, the rollup and the cross-checks. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

STOCK: Final = "stock"  # rows as they stand at the end of the period's last day
FLOW: Final = "flow"  # acts whose day lies in the period

ROWS: Final = "rows"  # lượt, documents: every row counts
PERSONS: Final = "persons"  # each person once in the scope asked for: never summed up the tree
ROUNDS: Final = "rounds"  # cuộc: distinct acts


@dataclass(frozen=True, kw_only=True)
class Population:
    """One row per thing counted.

    `sql` gives at least: `organisation` (that holds the row directly), `person` (or NULL), `subject`, `entry`
    (seq of the act by which it counts) and `day`; further columns are what predicates and dimensions use.
    It reads `asked(first, last)`, `state(subject, track, key, value, since, until, opened_by)`, one table per
    kind of act in force named like `membership_admitted`, `law` and `workday`.
    `dimensions` maps the name people use (`age-band`) to a column.
    """

    name: str
    vi: str
    en: str
    kind: str
    sql: str
    dimensions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """What must hold between figures: `part_of`, `sums_to` (this is the sum of the others), `same_as`."""

    verb: str
    others: tuple[str, ...]


def part_of(*others: str) -> Relation:
    return Relation("part_of", others)


def sums(*others: str) -> Relation:
    return Relation("sums_to", others)


def same_as(*others: str) -> Relation:
    return Relation("same_as", others)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A predicate and a measure over a population.

    `counts` is rows, persons, rounds, or the name of a column that is added up. Rows and amounts are additive
    and summed up the tree; persons and rounds are counted at every level. `sensitive` figures and dimensions
    follow security.md 4.2. Two periods on different sides of a day in `breaks` are
    *không so sánh được*, with the reason.
    """

    code: str
    vi: str
    en: str
    unit: str
    population: str
    where: str = "true"
    counts: str = ROWS
    relations: tuple[Relation, ...] = ()
    sensitive: bool = False
    reach: str = "grassroots"
    breaks: tuple[date, ...] = ()
    why_not_comparable: str = ""

    @property
    def additive(self) -> bool:
        """Whether a parent's number is the sum of its children's."""
        return self.counts not in (PERSONS, ROUNDS)


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """A share, rate or average of two figures: computed from whole numbers, printed with its base."""

    code: str
    vi: str
    en: str
    numerator: str
    base: str
    unit: str = "percent"
    decimals: int = 2


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A figure that no room counts yet: typed with its paper and author, shown apart as *số nhập*."""

    code: str
    vi: str
    en: str
    unit: str


SECTION = re.compile(r"^-- population: (\w+)$", re.MULTILINE)


def populations_in(file: Path) -> dict[str, str]:
    """The queries of a `populations.sql`, by the name above each (`-- population: members`)."""
    parts = SECTION.split(file.read_text(encoding="utf-8"))
    return {name: sql.strip().rstrip(";") for name, sql in zip(parts[1::2], parts[2::2], strict=True)}
