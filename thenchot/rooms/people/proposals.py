"""What a member may propose for an item: one value of the item's own sort, no sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from thenchot.ledger.days import iso, parse_day
from thenchot.ledger.vietnamese import clean
from thenchot.sealed.persons import PersonFile, number

from .error_events import Item
from .events import General, Occupation, Professional, Sex, Theory

NAME = re.compile(r"[^\W\d_]+(?:[ '][^\W\d_]+){0,7}\Z")
NUMBER = re.compile(r"[0-9A-Z]{4,20}\Z")
CODE = re.compile(r"[a-z][a-z0-9_.-]{0,40}\Z")


class NotAValue(ValueError):
    """What was written is no value of the item: (item,)."""


def proposed(item: Item, text: str) -> str:
    """The value as it is kept: a clean name, a day as ISO, a code, a number. NotAValue for anything else."""
    try:
        return SORTS[item](clean(text))
    except ValueError:
        raise NotAValue(item) from None


def with_proposal(file: PersonFile, item: Item, text: str) -> PersonFile:
    """The sealed file with what its person says is right; it is erased with the file. NotAValue."""
    kept = without_proposal(file, item).proposed
    return replace(file, proposed=(*kept, (str(item), proposed(item, text))))


def without_proposal(file: PersonFile, item: Item) -> PersonFile:
    """The sealed file once the report is answered: what was proposed goes."""
    return replace(file, proposed=tuple(pair for pair in file.proposed if pair[0] != item))


def _day(text: str) -> str:
    """12/8/1979, 8/1979 and 1979, or ISO."""
    parts = [part.zfill(2) for part in text.split("/")]
    day = parse_day("-".join(reversed(parts))) if "/" in text else parse_day(text)
    if day.year < 1850:
        raise ValueError(text)
    return iso(day)


def _of(codes: type[StrEnum]) -> Callable[[str], str]:
    return lambda text: str(codes(text))


def _like(form: re.Pattern[str], made: Callable[[str], str] = str) -> Callable[[str], str]:
    def check(text: str) -> str:
        value = made(text)
        if not form.match(value):
            raise ValueError(text)
        return value

    return check


SORTS: dict[Item, Callable[[str], Any]] = {
    Item.NAME: _like(NAME),
    Item.BIRTH: _day,
    Item.SEX: _of(Sex),
    Item.ETHNICITY: _like(CODE),
    Item.GENERAL: _of(General),
    Item.PROFESSIONAL: _of(Professional),
    Item.THEORY: _of(Theory),
    Item.OCCUPATION: _of(Occupation),
    Item.PERSONAL_NUMBER: _like(NUMBER, number),
    Item.CARD_NUMBER: _like(NUMBER, number),
    Item.PHONE: _like(NUMBER, number),
    Item.JOINED: _day,
    Item.OFFICIAL: _day,
    Item.PARTY_SINCE: _day,
}
