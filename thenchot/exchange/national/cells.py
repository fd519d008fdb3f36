"""One cell of a national list: a day, a code, an id or a cleaned text; how days are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from thenchot.files.dates import read_day
from thenchot.files.tables import Value, kind_of
from thenchot.ledger.days import PartialDay
from thenchot.ledger.vietnamese import clean
from thenchot.reports.member_list.columns import Column, Sort, key
from thenchot.sealed.persons import number

from .spelled import codes

TWELVE = re.compile(r"\d{12}\Z", re.ASCII)
# One organisation, several of the name (which, a known member's own cell tells), or none.
Named = Callable[[str], int | frozenset[int] | None]


class DoesNotFit(ValueError):
    """A cell that is not what its column takes; `code` names a sentence of `words.UNREAD`."""

    def __init__(self, code: str, among: frozenset[int] = frozenset()) -> None:
        super().__init__(code)
        self.code, self.among = code, among


def value_of(given: Value, column: Column, organisation: Named) -> Any:
    """A day, a code, an id or a cleaned text. DoesNotFit, NotADay."""
    if column.sort is Sort.DAY:
        return read_day(given)
    text = _text(given)
    if column.name == "organisation":
        found = organisation(text)
        if found is None:
            raise DoesNotFit("no_such_organisation")
        if isinstance(found, frozenset):
            raise DoesNotFit("which_organisation", found)
        return found
    known = codes(column.name, column.sort)
    if known:
        return _code(text, known)
    if column.sort is Sort.TWELVE:
        return _twelve(text)
    return _uuid(text) if column.sort is Sort.UUID else text


def _text(given: Value) -> str:
    """Text only: a number has lost its leading zeros."""
    if isinstance(given, str):
        return clean(given)
    raise DoesNotFit("number_not_text" if kind_of(given) == "number" else "not_text")


def _code(text: str, known: Mapping[str, str]) -> str:
    if (found := known.get(folded_key(text))) is None:
        raise DoesNotFit("not_a_code")
    return found


# The same few words stand in a column ten thousand times.
folded_key = lru_cache(maxsize=2048)(key)


def _twelve(text: str) -> str:
    said = number(text)
    if not TWELVE.match(said):
        raise DoesNotFit("not_twelve")
    return said


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise DoesNotFit("not_an_id") from None


SHAPES = (
    (re.compile(r"\d{2}/\d{2}/\d{4}\Z"), "%d/%m/%Y"),
    (re.compile(r"\d{1,2}/\d{1,2}/\d{4}\Z"), "%-d/%-m/%Y"),
    (re.compile(r"\d{1,2}-\d{1,2}-\d{4}\Z"), "%d-%m-%Y"),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}\Z"), "%d.%m.%Y"),
    (re.compile(r"\d{4}-\d{2}-\d{2}\Z"), "%Y-%m-%d"),
)


def shape_of(value: Any) -> str | None:
    """The form of one day; nothing for what is no whole day."""
    if isinstance(value, date) and not isinstance(value, PartialDay):
        return "day"
    if isinstance(value, str):
        return next((form for pattern, form in SHAPES if pattern.match(value.strip())), None)
    return None


def in_shape(day: date, shape: str) -> str:
    """A day as text in one of the forms; without the platform's own `%-d`."""
    said = shape.replace("%-d", str(day.day)).replace("%-m", str(day.month))
    return day.strftime(said)
