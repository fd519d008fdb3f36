"""A personal file: dated names and addresses, numbers, phones, the exact birth day. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from thenchot.ledger.days import iso, parse_day
from thenchot.ledger.vietnamese import clean

# Kinds of number that belong to one person only; a second person with the same one is refused.
PERSONAL_NUMBER, CARD_NUMBER = "personal_number", "card_number"
NUMBERS = (PERSONAL_NUMBER, CARD_NUMBER)

BETWEEN_DIGITS = re.compile(r"[\s.\-]+")


@dataclass(frozen=True)
class Dated:
    """A name or an address, and the day since which it holds; no day: since before the file."""

    text: str
    since: date | None = None


@dataclass(frozen=True)
class Replaced:
    """What stood in the file until it was corrected on a day: of which part."""

    part: str
    text: str
    on: date


@dataclass(frozen=True, kw_only=True)
class PersonFile:
    """One person. Names and addresses in the order of their days; the last name is the one in use."""

    person: int
    names: tuple[Dated, ...]
    other_name: str | None = None  # tên khác, tên thường gọi
    born_on: date | None = None
    personal_number: str | None = None
    card_number: str | None = None
    phones: tuple[str, ...] = ()
    addresses: tuple[Dated, ...] = ()
    proposed: tuple[tuple[str, str], ...] = ()  # item and value: what the person says is right
    replaced: tuple[Replaced, ...] = ()

    @property
    def name(self) -> str:
        return self.names[-1].text

    @property
    def label(self) -> str:
        """As people tell namesakes apart: `Vàng A Sùng (1960)`."""
        return f"{self.name} ({self.born_on.year})" if self.born_on else self.name

    def name_on(self, day: date) -> str:
        """The name in use on a day; before the first dated one, the first."""
        held = [name for name in self.names if name.since is None or name.since <= day]
        return (held or self.names[:1])[-1].text

    def stored(self) -> dict[str, Any]:
        """As it is sealed: texts cleaned, numbers normalised, no empty parts. ValueError without a name."""
        names = _stored(self.names)
        if not names or not all(name[0] for name in names):
            raise ValueError("names")
        parts = {
            "names": names,
            "other_name": clean(self.other_name or "") or None,
            "born_on": iso(self.born_on) if self.born_on else None,
            PERSONAL_NUMBER: number(self.personal_number or "") or None,
            CARD_NUMBER: number(self.card_number or "") or None,
            "phones": [number(phone) for phone in self.phones],
            "addresses": _stored(self.addresses),
            "proposed": [[item, clean(value)] for item, value in self.proposed],
            "replaced": [[one.part, clean(one.text), iso(one.on)] for one in self.replaced],
        }
        return {name: part for name, part in parts.items() if part}

    @classmethod
    def read(cls, person: int, stored: dict[str, Any]) -> Self:
        """The file from what was sealed."""
        return cls(
            person=person,
            names=_read(stored["names"]),
            other_name=stored.get("other_name"),
            born_on=parse_day(stored["born_on"]) if "born_on" in stored else None,
            personal_number=stored.get(PERSONAL_NUMBER),
            card_number=stored.get(CARD_NUMBER),
            phones=tuple(stored.get("phones", ())),
            addresses=_read(stored.get("addresses", ())),
            proposed=tuple((item, value) for item, value in stored.get("proposed", ())),
            replaced=tuple(
                Replaced(part, text, parse_day(on)) for part, text, on in stored.get("replaced", ())
            ),
        )


def number(text: str) -> str:
    """A number as it is compared: cleaned, no spaces, dots or dashes, capital letters; leading zeros stay."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return BETWEEN_DIGITS.sub("", clean(text)).upper()


def _stored(parts: tuple[Dated, ...]) -> list[list[str]]:
    return [[clean(part.text), iso(part.since)] if part.since else [clean(part.text)] for part in parts]


def _read(stored: Any) -> tuple[Dated, ...]:
    return tuple(Dated(part[0], parse_day(part[1]) if len(part) > 1 else None) for part in stored)
