"""A table of members checked as a whole: what is found, what is due, how the roll is made up. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thenchot.files.tables import Table
from thenchot.law.values import LawBook, Value

from .cells import cells, small
from .days import days_of, marks_of
from .due import badges, probation, waves
from .findings import Breakdown, Finding, Group, Member, Weight
from .mapping import Mapped, map_columns
from .rows import Rows
from .structure import tables
from .twins import twins
from .values import Law


class NotAMemberList(ValueError):
    """The table has not the columns of a member list: no name, or hardly another column that is known."""


@dataclass(frozen=True)
class Checked:
    """One list checked on `today`. `roll` counts members on the roll; `left_aside` are rows of no person.

    `waves` are the next days of award; `cited` the values of the law that were used; `unread` headers of
    columns that were not read.
    """

    today: date
    mapped: Mapped
    members: tuple[Member, ...]
    roll: int
    cells: int
    findings: tuple[Finding, ...]
    tables: tuple[Breakdown, ...]
    waves: tuple[date, ...]
    cited: tuple[Value, ...]
    left_aside: tuple[int, ...]
    unread: tuple[str, ...]

    def of(self, group: Group, wave: date | None = None) -> list[Finding]:
        """Findings of one group, of one day of award where it is given."""
        return [one for one in self.findings if one.group is group and wave in (None, one.wave)]

    @property
    def to_mend(self) -> list[Finding]:
        """Findings that say something is, or may be, wrong; lists of what is due and marks left out."""
        return [one for one in self.findings if one.weight in (Weight.WRONG, Weight.LOOK)]


def check(table: Table, book: LawBook, today: date) -> Checked:
    """The table checked against the law of `book` as of `today`; NotAMemberList when it is another table.

    `table.place` names cells; only columns that `columns.py` marks as held are read.
    """
    mapped = map_columns(table.headers)
    if mapped is None:
        raise NotAMemberList
    law, rows = Law(book), Rows(table, mapped)
    members = tuple(rows.members())
    roll = [one for one in members if one.standing]
    by_cell = cells(members)
    found = [*_columns(table, mapped), *rows.findings]
    found += _of_members(members, law, today)
    found += twins(members)
    found += [*probation(members, law, today), *small(by_cell, law, today), *badges(members, law, today)]
    order = {group: place for place, group in enumerate(Group)}
    placed = [_placed(one, rows, members) for one in found]
    return Checked(
        today=today, mapped=mapped, members=members, roll=len(roll), cells=len(by_cell),
        findings=tuple(sorted(placed, key=lambda one: order[one.group])),
        tables=tables(roll, today, mapped.places), waves=tuple(waves(law, today)[1:]),
        cited=tuple(law.asked[key] for key in sorted(law.asked)), left_aside=tuple(rows.left_aside),
        unread=tuple(table.headers[place] for place in mapped.not_read if table.headers[place]),
    )  # fmt: skip


def _of_members(members: Sequence[Member], law: Law, today: date) -> Iterator[Finding]:
    for member in members:
        yield from days_of(member, law, today)
        yield from marks_of(member)


def _columns(table: Table, mapped: Mapped) -> Iterator[Finding]:
    """Columns that a list must have and this one lacks, and those it has twice."""
    for column in mapped.missing:
        yield Finding(Group.COLUMNS, "column_missing", Weight.WRONG, column=column.name)
    for column, place in mapped.twice:
        where = table.place(-1, place)
        yield Finding(Group.COLUMNS, "column_twice", Weight.WRONG, place=where, column=column.name)


def _placed(finding: Finding, rows: Rows, members: Sequence[Member]) -> Finding:
    """With its cell and its organisation, where who found it could not say them."""
    if not finding.members:
        return finding
    first = finding.members[0]
    return replace(
        finding,
        place=finding.place or rows.place(first, finding.column),
        organisation=finding.organisation or members[first].organisation,
    )
