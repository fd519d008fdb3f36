"""Rows of the file as members: the columns held are read cell by cell, no other is touched. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from thenchot.files.dates import NotADay, read_day
from thenchot.files.tables import Table, Value, kind_of
from thenchot.ledger.vietnamese import clean

from .columns import SEXES, STATUSES, Column, Mapped, Sex, Sort, Status, key
from .findings import Finding, Group, Member, Weight

DIGITS = 12
FEWEST_LOST = 2  # a citizen's number begins 0, the first provinces' 00: no more zeros than that are lost
BETWEEN = re.compile(r"[\s.\-]+")
UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\Z", re.IGNORECASE | re.ASCII)
CODE = re.compile(r"\d[\d. ]*\Z", re.ASCII)
CODE_FORM = re.compile(r"\d{2}(\.\d{3}){4}\Z", re.ASCII)
NUMBERED = re.compile(r"\(?\d{1,2}\)?\Z", re.ASCII)
DIGIT = re.compile(r"\d", re.ASCII)
STATUS_OF = {key(said): status for status, said in STATUSES.items()}
SEX_OF = {key(said): sex for sex, said in SEXES.items()}
YES, NO = {"co", "x", "1"}, {"khong", "0"}
# Whoever has none of these is no person: a line of numbers under the header, a signature under the list.
A_PERSON = ("name", "personal_number", "card_number", "born_on", "joined_on")
# Empty means something: no official date is probation, no card is not yet one, no day is not gone.
OPTIONAL_FOR_SOME = {"official_on", "card_number"}


class Amiss(ValueError):
    """A cell that does not hold what its column holds; `value` is what may be used of it all the same."""

    def __init__(self, code: str, value: object = None, **given: int | str) -> None:
        super().__init__(code)
        self.code, self.value, self.given = code, value, given


class Rows:
    """The members of one table; `findings` grow while they are read, `left_aside` are rows of no person."""

    def __init__(self, table: Table, mapped: Mapped) -> None:
        self.table, self.mapped = table, mapped
        held = [one for one in (*mapped.layout.columns, *_extra(mapped)) if one.held]
        self.columns = [(one, mapped.places[one.name]) for one in held if one.name in mapped.places]
        self.rows = [(one, place) for one, place in self.columns if one.sort is not Sort.NUMBER]
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


def _text(value: Value, column: Column) -> str:
    return clean(value) if isinstance(value, str) else str(value)


def _name(value: Value, column: Column) -> str:
    if not isinstance(value, str):
        raise Amiss("not_text")
    text = clean(value)
    if DIGIT.search(text):
        raise Amiss("name_with_digits", text)
    return text


def _organisation(value: Value, column: Column) -> str:
    """A name, or a code of five parts: `08.001.002.003.004`."""
    if column.name != "organisation":
        return _text(value, column)
    text = _text(value, column)
    if CODE.match(text) and not CODE_FORM.match(text.replace(" ", "")):
        raise Amiss("organisation_code", text)
    return text


def _day(value: Value, column: Column) -> date | None:
    found = _read_day(value)
    if isinstance(found, str):
        raise Amiss(found)
    return found


@lru_cache(maxsize=20_000)
def _read_day(value: Value) -> date | str:
    """The day, or the code of why it is none; one typed badly is typed so in many rows."""
    try:
        return read_day(value)
    except NotADay as no:
        return no.code


def _twelve(value: Value, column: Column) -> str:
    """Twelve digits; a number that lost zeros gets them back, so that two rows of one person meet."""
    as_number = kind_of(value) == "number"
    digits = _whole(value) if as_number else BETWEEN.sub("", str(value))
    if not (digits.isascii() and digits.isdecimal()):
        raise Amiss("number_not_digits")
    count = len(digits)
    if count == DIGITS:
        if as_number:
            raise Amiss("number_as_number", digits)
        return digits
    if DIGITS - FEWEST_LOST <= count < DIGITS and not digits.startswith("0"):
        raise Amiss("number_lost_zeros", digits.zfill(DIGITS), count=count)
    code = "card_short" if column.name == "card_number" and count < DIGITS else "number_length"
    raise Amiss(code, digits, count=count)


def _whole(value: Value) -> str:
    if isinstance(value, (int, Decimal)) and value == int(value):
        return str(int(value))
    return ""


def _uuid(value: Value, column: Column) -> str:
    text = clean(str(value)).lower()
    if not UUID.match(text):
        raise Amiss("not_an_id")
    return text.replace("-", "")


def _sex(value: Value, column: Column) -> Sex:
    if found := SEX_OF.get(_key(str(value))):
        return found
    raise Amiss("not_a_sex")


def _status(value: Value, column: Column) -> Status:
    if found := STATUS_OF.get(_key(str(value))):
        return found
    raise Amiss("not_a_status")


def _yes_no(value: Value, column: Column) -> bool:
    if isinstance(value, bool):
        return value
    if (said := _key(str(value))) in YES | NO:
        return said in YES
    raise Amiss("not_yes_no")


_key = lru_cache(maxsize=4_000)(key)

READERS: dict[Sort, Callable[[Value, Column], object]] = {
    Sort.TEXT: _organisation, Sort.NAME: _name, Sort.DAY: _day, Sort.TWELVE: _twelve, Sort.UUID: _uuid,
    Sort.SEX: _sex, Sort.STATUS: _status, Sort.YES_NO: _yes_no,
}  # fmt: skip
