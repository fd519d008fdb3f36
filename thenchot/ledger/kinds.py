"""Kinds of act: frozen dataclasses with a closed set of field types and the tracks they set.

A room declares what can happen; the ground floor needs nothing more to store, check, fold and count it::

    @dataclass(frozen=True, kw_only=True)
    class Admitted(Act, kind="membership.admitted", about=PERSON, holds=PERSONAL,
                   sets={"standing": "probationary", "cell": this.cell}):
        '''Kết nạp: in the cell from the day of the ceremony, on probation.'''
        cell: OrganisationId
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from .days import PartialDay, iso, parse_day

# Classes of facts (design 2.1): who may read them and whether they can be erased.
OPEN, PERSONAL, SEALED = "open", "personal", "sealed"

# Subjects.
PERSON, ORGANISATION, BODY, PLACE = "person", "organisation", "body", "place"
ACCOUNT, INSTALLATION = "account", "installation"
SUBJECTS = (PERSON, ORGANISATION, BODY, PLACE, ACCOUNT, INSTALLATION)


@dataclass(frozen=True)
class Type:
    """One of the closed set of field types; `sql` is its column in segments."""

    name: str
    sql: str
    subject: str | None = None


CODE, WHOLE, YES_NO = Type("code", "VARCHAR"), Type("whole", "BIGINT"), Type("yes_no", "BOOLEAN")
DECIMAL = Type("decimal", "DECIMAL(18,4)")
DAY, MONTH = Type("day", "DATE"), Type("month", "DATE")
NOTE = Type("note", "BIGINT")
IDS = {subject: Type("id", "BIGINT", subject) for subject in SUBJECTS}

# What rooms write as annotations.
Code = Annotated[str, CODE]
Whole = Annotated[int, WHOLE]
YesNo = Annotated[bool, YES_NO]
Amount = Annotated[Decimal, DECIMAL]
Day = Annotated[date, DAY]
Month = Annotated[date, MONTH]
NoteId = Annotated[int, NOTE]
PersonId = Annotated[int, IDS[PERSON]]
OrganisationId = Annotated[int, IDS[ORGANISATION]]
BodyId = Annotated[int, IDS[BODY]]
PlaceId = Annotated[int, IDS[PLACE]]
AccountId = Annotated[int, IDS[ACCOUNT]]
SubjectId = Annotated[int, Type("id", "BIGINT")]  # any subject: the seat of a post, say

CODE_FORM = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,63}\Z")
LARGEST = 2**63 - 1


Codes = type[StrEnum]


@dataclass(frozen=True)
class Field:
    """One declared field: its name, type, whether it may be missing, the codes it allows (none: any code)."""

    name: str
    type: Type
    optional: bool
    codes: Codes | None = None

    @property
    def stored(self) -> Callable[[Any], Any]:
        """Turns a value into what stands in the facts; ValueError or KeyError when it is not of the type."""
        if self.codes is not None:
            return {str(code): str(code) for code in self.codes}.__getitem__
        return STORED[self.type.name]

    def read(self, value: Any) -> Any:
        """The value an act carries, from the facts."""
        if self.codes is not None:
            return self.codes(value)
        return READ[self.type.name](value)


def _code(value: object) -> str:
    if not isinstance(value, str) or not CODE_FORM.match(value):
        raise ValueError(value)
    return str(value)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 2**53:
        raise ValueError(value)
    return value


def _id(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= LARGEST:
        raise ValueError(value)
    return str(value)


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _decimal(value: object) -> str:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise ValueError(value)
    return format(value, "f")


def _day(value: object) -> str:
    if not isinstance(value, date):
        raise ValueError(value)
    return iso(value)


def _month(value: object) -> str:
    if not isinstance(value, PartialDay):
        raise ValueError(value)
    return iso(value)


STORED: dict[str, Callable[[Any], Any]] = {
    "code": _code, "whole": _whole, "yes_no": _yes_no, "decimal": _decimal,
    "day": _day, "month": _month, "id": _id, "note": _id,
}  # fmt: skip
READ: dict[str, Callable[[Any], Any]] = {
    "code": str, "whole": int, "yes_no": bool, "decimal": Decimal,
    "day": parse_day, "month": parse_day, "id": int, "note": int,
}  # fmt: skip


@dataclass(frozen=True)
class Ref:
    """A field of the act itself, named where a kind declares what it sets."""

    field: str


class _This:
    def __getattr__(self, name: str) -> Ref:
        return Ref(name)


this = _This()

Part = str | Ref | None


@dataclass(frozen=True)
class Setting:
    """One track an act sets: `key` is empty or built of parts joined by `@`; `value` nothing ends it."""

    track: str
    key: tuple[Part, ...]
    value: Part


def _settings(declared: Mapping[Any, Part]) -> tuple[Setting, ...]:
    return tuple(
        Setting(track, (), value) if isinstance(track, str) else Setting(track[0], tuple(track[1:]), value)
        for track, value in declared.items()
    )


def as_text(value: object) -> str | None:
    """A value as it stands on a track: yes/no, ISO days, decimal ids; nothing for nothing."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, str):
        return str(value)  # a code of an enumeration
    if isinstance(value, bool):
        return "yes" if value else "no"
    return iso(value) if isinstance(value, date) else str(value)


@dataclass(frozen=True, kw_only=True)
class Act:
    """A dated act about one subject. Every kind adds its own fields below these.

    `effective_on` is the day it counts from, `signed_on` and `paper` the day and number on the paper,
    `signer` the code of the position that signed it,
    `organisation` the one in whose figures it counts, as it was on that day.
    """

    about: int
    effective_on: date
    organisation: int | None = None
    signed_on: date | None = None
    paper: str | None = None
    signer: str | None = None

    kind: ClassVar[str] = ""
    shape: ClassVar[int] = 1
    subject: ClassVar[str] = ""
    holds: ClassVar[str] = OPEN
    sets: ClassVar[tuple[Setting, ...]] = ()
    upgrades: ClassVar[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}

    def __init_subclass__(
        cls,
        *,
        kind: str = "",
        about: str = "",
        holds: str = OPEN,
        shape: int = 1,
        sets: Mapping[Any, Part] | None = None,
    ) -> None:
        super().__init_subclass__()
        if not kind:  # fields that several kinds share
            return
        if kind in KINDS and KINDS[kind].__qualname__ != cls.__qualname__:
            raise TypeError(f"two kinds named {kind}")
        cls.kind, cls.subject, cls.holds, cls.shape = kind, about, holds, shape
        cls.sets = _settings(sets or {})
        KINDS[kind] = cls

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """The kind's own fields, in the order declared."""
        return _fields(cls)

    def facts(self) -> dict[str, Any]:
        """The fields as they are stored; missing ones are left out. ValueError names the field."""
        facts = {}
        for name, stored, optional in _storing(type(self)):
            value = getattr(self, name)
            if value is None and optional:
                continue
            try:
                facts[name] = stored(value)
            except (ValueError, TypeError, KeyError):
                raise ValueError(name) from None
        return facts

    def settings(self) -> list[tuple[str, str, str | None]]:
        """(track, key, value) for every track this act sets."""
        return [(track, key(self) if key else "", value(self)) for track, key, value in _steps(type(self))]


BASE = ("about", "effective_on", "organisation", "signed_on", "paper", "signer")
KINDS: dict[str, type[Act]] = {}
FIELDS: dict[type, tuple[Field, ...]] = {}  # worked out at the first use: the decorator runs after the class
STORING: dict[type, list[tuple[str, Callable[[Any], Any], bool]]] = {}


def _fields(kind: type[Act]) -> tuple[Field, ...]:
    found = FIELDS.get(kind)
    if found is None:
        found = FIELDS[kind] = _declared(kind)
    return found


def _storing(kind: type[Act]) -> list[tuple[str, Callable[[Any], Any], bool]]:
    """Name, function that stores it, whether it may be missing, field by field; worked out once."""
    found = STORING.get(kind)
    if found is None:
        found = STORING[kind] = [(field.name, field.stored, field.optional) for field in _fields(kind)]
    return found


def _declared(kind: type[Act]) -> tuple[Field, ...]:
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(_field(f.name, hints[f.name]) for f in dataclass_fields(kind) if f.name not in BASE)


def _field(name: str, hint: Any) -> Field:
    optional = False
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (hint,) = [part for part in typing.get_args(hint) if part is not types.NoneType]
        optional = True
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Field(name, CODE, optional, hint)
    for note in getattr(hint, "__metadata__", ()):
        if isinstance(note, Type):
            return Field(name, note, optional)
    raise TypeError(f"{name}: not a type an act may carry")


Getter = Callable[[Act], str | None]
STEPS: dict[type, list[tuple[str, Callable[[Act], str] | None, Getter]]] = {}


def _steps(kind: type[Act]) -> list[tuple[str, Callable[[Act], str] | None, Getter]]:
    """Track, function for the key (none: the empty key), function for the value; worked out once."""
    found = STEPS.get(kind)
    if found is None:
        found = STEPS[kind] = [(s.track, _key(s.key), _part(s.value)) for s in kind.sets]
    return found


def _part(given: Part) -> Getter:
    if isinstance(given, Ref):
        name = given.field
        return lambda act: as_text(getattr(act, name))
    return lambda act: given


def _key(parts: tuple[Part, ...]) -> Callable[[Act], str] | None:
    if not parts:
        return None
    getters = [_part(part) for part in parts]
    return lambda act: "@".join([getter(act) or "" for getter in getters])
