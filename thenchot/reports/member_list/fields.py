"""What a cell must hold by the sort of its column, and what is amiss when it does not. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from thenchot.files.dates import NotADay, read_day
from thenchot.files.tables import Value, kind_of
from thenchot.ledger.vietnamese import clean

from .columns import SEXES, STATUSES, Column, Sex, Sort, Status, key

DIGITS = 12
MOST_LOST = 2  # a citizen's number begins 0, the first provinces' 00: no more zeros than that are lost
BETWEEN = re.compile(r"[\s.\-]+")
UUID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\Z", re.IGNORECASE | re.ASCII)
CODE = re.compile(r"\d[\d. ]*\Z", re.ASCII)
CODE_FORM = re.compile(r"\d{2}(\.\d{3}){4}\Z", re.ASCII)
DIGIT = re.compile(r"\d", re.ASCII)
STATUS_OF = {key(said): status for status, said in STATUSES.items()}
SEX_OF = {key(said): sex for sex, said in SEXES.items()}
YES, NO = {"co", "x", "1"}, {"khong", "0"}


class Amiss(ValueError):
    """A cell that does not hold what its column holds; `value` is what may be used of it all the same."""

    def __init__(self, code: str, value: object = None, **given: int | str) -> None:
        super().__init__(code)
        self.code, self.value, self.given = code, value, given


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
    if DIGITS - MOST_LOST <= count < DIGITS and not digits.startswith("0"):
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
