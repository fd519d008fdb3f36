"""A line of *Việc cần làm*, and the part of the tree of organisations it is asked for. Lines: what_is_due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from thenchot.access.scope import line
from thenchot.law.calendar import Holidays, NoCalendar, add_working_days
from thenchot.law.values import CENTRE, LawBook, Value
from thenchot.ledger.reading import among, rows
from thenchot.ledger.remembering import Remembered


class What(StrEnum):
    """The kinds of line, each with its own button."""

    PROBATION = "probation"
    BADGE = "badge"
    LETTER = "letter"  # on the way, not received yet
    AWAY = "away"
    TERM = "term"
    SMALL_CELL = "small_cell"
    OFFICER = "officer"  # a village cell so small that an officer of the commune sits with it
    REVIEW = "review"
    ERROR = "error"  # a member reports wrong information
    DEADLINE = "deadline"
    CLOSE = "close"  # a period has ended, its figures are not closed
    CHECK = "check"  # a closing waits to be checked (soát)
    APPROVE = "approve"
    SUBMIT = "submit"
    RECEIVE = "receive"
    RETURNED = "returned"


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something to be done. `subject` is the person or organisation it is about, `organisation` who does it.

    `since` the day from which it is due (it may lie ahead), `due_on` its deadline where law or letter set
    one; `rule` the key of the law's value it comes from, `rests_on` that value; `facts` what its sentence
    needs.
    """

    kind: What
    subject: int
    organisation: int
    since: date
    due_on: date | None = None
    overdue: bool = False
    rule: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    rests_on: Value | None = None


def by_day(due: Due) -> tuple[bool, date, str, int]:
    """The order of the list: overdue first, then by day."""
    return not due.overdue, due.due_on or due.since, due.kind, due.subject


@dataclass(frozen=True)
class Clocks:
    """The day asked about, the law and the working days; nothing here reads the clock."""

    as_of: date
    law: LawBook
    holidays: Holidays

    def number(self, key: str, on: date, scope: Sequence[str] = ()) -> tuple[int | None, Value | None]:
        """A whole number of the law; nothing where the law is silent or its text was not seen."""
        value = self.law.value(key, on, scope)
        return (value.value, value) if value and isinstance(value.value, int) else (None, value)

    def working_days(self, key: str, since: date) -> tuple[date | None, Value | None]:
        """The last of so many working days after a day; nothing where law or calendar do not reach."""
        days, value = self.number(key, since)
        if days is None:
            return None, value
        try:
            return add_working_days(since, days, self.holidays), value
        except NoCalendar:
            return None, value

    def passed(self, day: date | None) -> bool:
        """Whether a deadline is over."""
        return day is not None and self.as_of > day


def on(alias: str) -> str:
    """Of a joined period: it holds on the day given twice."""
    return f"{alias}.since <= %s AND ({alias}.until IS NULL OR {alias}.until > %s)"


# CROSS JOIN keeps the order of the tables on SQLite, `key = ''` leads it to the primary key: without
# statistics it would go through all members of a standing for each person.
TREE = f"""
WITH RECURSIVE inside(subject) AS (
  SELECT subject FROM ledger_period t WHERE subject = %s AND track = 'type' AND {on("t")}
  UNION
  SELECT p.subject FROM inside CROSS JOIN ledger_period p
  WHERE p.track = 'parent' AND p.value = CAST(inside.subject AS TEXT) AND {on("p")}
)
SELECT t.subject, t.value FROM inside CROSS JOIN ledger_period t
WHERE t.subject = inside.subject AND t.track = 'type' AND t.key = '' AND {on("t")}
"""
WHERE_IT_LIES = f"""
WITH RECURSIVE place(subject) AS (
  SELECT CAST(value AS BIGINT) FROM ledger_period o WHERE subject {{these}} AND track = 'place' AND {on("o")}
  UNION
  SELECT CAST(p.value AS BIGINT) FROM place CROSS JOIN ledger_period p
  WHERE p.subject = place.subject AND p.track = 'parent' AND p.key = '' AND {on("p")}
)
SELECT l.value, c.value FROM place CROSS JOIN ledger_period l CROSS JOIN ledger_period c
WHERE l.subject = place.subject AND l.track = 'level' AND l.key = '' AND {on("l")}
  AND c.subject = place.subject AND c.track = 'code' AND c.key = '' AND {on("c")}
"""
_trees = Remembered(8)
CELLS = ("cell", "grassroots_cell")
# With so many cells it is quicker to go through a track than through the members of each cell.
WIDE = 300


class Subtree:
    """An organisation and all under it on a day; empty where it does not exist."""

    def __init__(self, organisation: int, as_of: date) -> None:
        self.organisation, self.as_of = organisation, as_of
        self.types: Mapping[int, str] = _trees.get(
            (organisation, as_of), lambda: dict(rows(TREE, [organisation, *[as_of] * 6]))
        )

    @property
    def type(self) -> str | None:
        """What the organisation asked for is."""
        return self.types.get(self.organisation)

    @cached_property
    def cells(self) -> list[int]:
        """The cells, or itself where it is one."""
        return [subject for subject, type_ in self.types.items() if type_ in CELLS]

    @property
    def wide(self) -> bool:
        return len(self.cells) > WIDE

    @cached_property
    def ids(self) -> tuple[str, list[Any]]:
        """A condition on a track's value: one of these organisations."""
        condition, values = among(list(self.types) or [0])
        return condition, texts(values)

    def __contains__(self, organisation: int) -> bool:
        return organisation in self.types

    @cached_property
    def scopes(self) -> tuple[str, ...]:
        """Whose local values of the law apply: the centre, then the province it lies in, or its cells do."""
        for these in (line(self.organisation, self.as_of), sorted(self.cells)[:1]):
            condition, values = among(these)
            found = rows(WHERE_IT_LIES.format(these=condition), [*values, *[self.as_of] * 8]) if these else []
            codes = [f"province:{code}" for level, code in found if level == "province"]
            if codes:
                return (CENTRE, codes[0])
        return (CENTRE,)


def texts(values: Sequence[Any]) -> list[Any]:
    """Ids as tracks hold them; a list of a list where the database wants one."""
    return [list(map(str, value)) if isinstance(value, list) else str(value) for value in values]
