"""What of a sealed file may be corrected, each part checked, and the file as it will stand. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from thenchot.ledger.days import iso, parse_day
from thenchot.ledger.vietnamese import clean
from thenchot.sealed.persons import Dated, PersonFile, Replaced, number

from .error_events import Item, PaperKind
from .events import Why
from .proposals import NotAValue, proposed


class Part(StrEnum):
    """A part of the sealed file, in the order a form asks for it."""

    NAME = "name"
    OTHER_NAME = "other_name"
    BORN_ON = "born_on"
    PERSONAL_NUMBER = "personal_number"
    CARD_NUMBER = "card_number"
    PHONE = "phone"


# What only those may change who may open it, and what is shown by its end only.
NUMBERED = frozenset({Part.PERSONAL_NUMBER, Part.CARD_NUMBER, Part.PHONE})
REPORTED = {
    Item.NAME: Part.NAME,
    Item.BIRTH: Part.BORN_ON,
    Item.PERSONAL_NUMBER: Part.PERSONAL_NUMBER,
    Item.CARD_NUMBER: Part.CARD_NUMBER,
    Item.PHONE: Part.PHONE,
}
# The number of these papers is the person's own; the book keeps its last three digits and no more.
OF_THE_PERSON = frozenset({PaperKind.CITIZEN_CARD, PaperKind.PARTY_CARD})
TWELVE, CARD, PHONE = re.compile(r"\d{12}\Z"), re.compile(r"\d{6,12}\Z"), re.compile(r"0\d{7,11}\Z")
BETWEEN_PHONES = re.compile(r"[,;]")


class NotAPart(ValueError):
    """What was written does not fit: (part,)."""


class NotTheMonth(ValueError):
    """The exact day lies outside the month or year of birth that the book counts by: (birth,)."""


def value(part: Part, text: str, *, birth: str | None = None) -> str:
    """A part as the file keeps it. NotAPart; NotTheMonth where the book's `birth` (ISO) says otherwise.

    >>> value(Part.PERSONAL_NUMBER, "0990 0000 0101")
    '099000000101'
    """
    try:
        found = READ[part](text)
    except ValueError:
        raise NotAPart(part) from None
    if part is Part.BORN_ON and birth and not (found.startswith(birth) or birth.startswith(found)):
        raise NotTheMonth(birth)
    return found


def held(file: PersonFile, part: Part) -> str:
    """A part as it stands in the file, written as `value` writes it; empty where it has none."""
    if part is Part.BORN_ON:
        return iso(file.born_on) if file.born_on else ""
    if part is Part.PHONE:
        return ", ".join(file.phones)
    return getattr(file, part) or ""


def changed(file: PersonFile, wanted: Mapping[Part, str], *, why: Why, since: date, on: date) -> PersonFile:
    """The file with other parts, `wanted` as `value` gives them; what stood there before stays in it.

    A new name by a paper holds `since` its day and follows the old one; a typing error gives way to it.
    """
    gone = tuple(Replaced(part, held(file, part), on) for part in wanted if held(file, part))
    parts: dict[str, Any] = {str(part): text for part, text in wanted.items()}
    if name := parts.pop(Part.NAME, None):
        if why is Why.CHANGED_BY_PAPER:
            parts["names"] = (*file.names, Dated(name, since))
            gone = tuple(one for one in gone if one.part != Part.NAME)  # it stands among the names
        else:
            parts["names"] = (*file.names[:-1], replace(file.names[-1], text=name))
    if born := parts.pop(Part.BORN_ON, None):
        parts["born_on"] = parse_day(born)
    if phones := parts.pop(Part.PHONE, None):
        parts["phones"] = tuple(phones.split(", "))
    return replace(file, **parts, replaced=(*file.replaced, *gone))


def _name(text: str) -> str:
    return proposed(Item.NAME, text)


def _like(form: re.Pattern[str], text: str) -> str:
    found = number(text)
    if not form.match(found):
        raise NotAValue(text)
    return found


def _phones(text: str) -> str:
    each = BETWEEN_PHONES.split(clean(text).strip(",; "))
    return ", ".join(dict.fromkeys(_like(PHONE, one) for one in each))


READ = {
    Part.NAME: _name,
    Part.OTHER_NAME: _name,
    Part.BORN_ON: lambda text: proposed(Item.BIRTH, text),
    Part.PERSONAL_NUMBER: lambda text: _like(TWELVE, text),
    Part.CARD_NUMBER: lambda text: _like(CARD, text),
    Part.PHONE: _phones,
}
