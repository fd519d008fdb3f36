"""Rows of the file as members: the columns held are read cell by cell, no other is touched. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from thenchot.files.tables import Table, Value

from .columns import Column, Sort, Status
from .fields import READERS, Amiss
from .findings import Finding, Group, Member, Weight
from .mapping import Mapped

NUMBERED = re.compile(r"\(?\d{1,2}\)?\Z", re.ASCII)
# Whoever has none of these is no person: a line of numbers under the header, a signature under the list.
A_PERSON = ("name", "personal_number", "card_number", "born_on", "joined_on")
# Empty means something: no official date is probation, no card is not yet one, no day is not gone.
OPTIONAL_FOR_SOME = {"official_on", "card_number"}
HELD = frozenset(one.name for one in fields(Member)) - {"at", "number", "official_given"}


class Rows:
    """The members of one table; `findings` grow while they are read, `left_aside` are rows of no person."""

    def __init__(self, table: Table, mapped: Mapped) -> None:
        self.table, self.mapped = table, mapped
        held = [one for one in (*mapped.layout.columns, *_extra(mapped)) if one.held]
        self.columns = [(one, mapped.places[one.name]) for one in held if one.name in mapped.places]
        # The line's number, and what the database itself said of the row, say nothing here.
        self.rows = [(one, place) for one, place in self.columns if one.name in HELD]
        self.people = [mapped.places[name] for name in A_PERSON if name in mapped.places]
        self.findings: list[Finding] = []
        self.left_aside: list[int] = []
        self.row_of: list[int] = []  # a member's place in the list → row of the table

    def members(self) -> Iterator[Member]:
        """Each row that is a person, in the file's order."""
        for row, values in enumerate(self.table.rows):
            if self._nobody(values):
                self.left_aside.append(self.table.numbers[row])
                continue
            self.row_of.append(row)
            yield self._member(len(self.row_of) - 1, row, values)

    def place(self, at: int, column: str) -> str:
        """The cell of a member's column in the file; nothing where the file has no such column."""
        known = column in self.mapped.places
        return self.table.place(self.row_of[at], self.mapped.places[column]) if known else ""

    def _nobody(self, values: list[Value]) -> bool:
        filled = [str(values[place]) for place in self.people if values[place] is not None]
        return all(NUMBERED.match(one.strip()) for one in filled)

    def _member(self, at: int, row: int, values: list[Value]) -> Member:
        member = Member(at, self.table.numbers[row])
        for column, place in self.rows:
            value = values[place]
            if value is None:
                continue
            if column.name == "official_on":
                member.official_given = True
            try:
                read = READERS[column.sort](value, column)
            except Amiss as no:
                self._amiss(member, row, place, column, no)
                read = no.value
            if read is not None:
                setattr(member, column.name, read)
        self._missing(member, row, values)
        return member

    def _amiss(self, member: Member, row: int, place: int, column: Column, no: Amiss) -> None:
        group = Group.NUMBERS if column.sort is Sort.TWELVE else Group.FORM
        where = self.table.place(row, place)
        weight = Weight.LOOK if no.code == "number_as_number" else Weight.WRONG
        self.findings.append(
            Finding(group, no.code, weight, (member.at,), where, column.name, given=dict(no.given))
        )

    def _missing(self, member: Member, row: int, values: list[Value]) -> None:
        for column, place in self.rows:
            if values[place] is None and self._needed(column, member):
                where = self.table.place(row, place)
                found = Finding(Group.MISSING, "missing", Weight.WRONG, (member.at,), where, column.name)
                self.findings.append(found)

    def _needed(self, column: Column, member: Member) -> bool:
        """A probationary member has no official date yet, and no card."""
        if column.name == "left_on":
            return member.status in (Status.DIED, Status.LEFT, Status.EXEMPT)
        if column.name in OPTIONAL_FOR_SOME:
            return column.name == "card_number" and member.official_given
        return column.required


def _extra(mapped: Mapped) -> list[Column]:
    known = {one.name for one in mapped.layout.columns}
    return [mapped.layout.column(name) for name in mapped.places if name not in known]
