"""Kinds of act as people name them, and the columns that bring acts of one kind or somebody new."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from django.utils.translation import override

from thenchot.exchange.layouts import TEXT, Column, Label, Layout
from thenchot.law.signers import SIGNERS, Signer
from thenchot.ledger.kinds import CODE, DAY, IDS, NOTE, ORGANISATION, PERSON, Act, Field
from thenchot.rooms import people
from thenchot.rooms.apps import ROOMS
from thenchot.rooms.membership.events import CarriedOver
from thenchot.rooms.people.events import Erased, FileChanged, Registered

from . import words

LIST = "carried_over"  # the member list of an office that begins its book
BY_OTHERS = (FileChanged.kind, Erased.kind)  # written with a file, and by `erase`
# Lists write it both ways (names are compared without marks); the code is the national one.
ALSO_SPELLED = {"08": "H'Mong"}


def recorded() -> dict[str, Any]:
    """Every kind people record, with its name."""
    return {
        kind: label
        for room in ROOMS
        for kind, label in room_words(room).KINDS.items()
        if kind not in BY_OTHERS
    }


def room_words(kind: str) -> ModuleType:
    """The words of the room of a kind."""
    return import_module(f"thenchot.rooms.{kind.partition('.')[0]}.words")


def label_of(kind: str) -> str:
    """What a kind is called; kinds of the ground floors keep their code."""
    if kind.partition(".")[0] not in ROOMS:
        return kind
    return str(room_words(kind).KINDS.get(kind, kind))


def begins(act: type[Act]) -> bool:
    """Whether the act brings an organisation, a body or a place into being, so that its id is new."""
    return any(setting.track == "exists" and setting.value == "yes" for setting in act.sets)


def columns(act: type[Act], *, newcomer: bool = False, signer: bool = False) -> Layout:
    """The act's columns; with `newcomer` those of somebody who is not in the book come first.

    With `signer` the position that signed its paper is one of them: a later paper about a record has it.
    """
    signed = [Field("signer", CODE, True, Signer)] if signer else []
    if newcomer:
        own = act.fields() if act is not Registered else ()
        base = [*_base(optional_day=act is CarriedOver), *signed]
        given = [*_newcomer(), *_of(act, [*base, *own])]
        return Layout(LIST if act is CarriedOver else act.kind, tuple(given))
    about = [] if begins(act) else [Field("about", IDS[act.subject], False)]
    return Layout(act.kind, tuple(_of(act, [*about, *_base(), *signed, *act.fields()])))


def _base(optional_day: bool = False) -> list[Field]:
    return [
        Field("effective_on", DAY, optional_day),
        Field("organisation", IDS[ORGANISATION], True),
        Field("signed_on", DAY, True),
        Field("paper", TEXT, True),
    ]


def _of(act: type[Act], fields: Iterable[Field]) -> list[Column]:
    room = room_words(act.kind)
    special = words.CARRIED_OVER if act is CarriedOver else {}
    labels = {**room.FIELDS, **words.BASE, "about": words.ABOUT.get(act.subject), **special}
    return [_column(_plain(field), labels[field.name], {**room.CODES, Signer: SIGNERS}) for field in fields]


def _newcomer() -> list[Column]:
    """Name and numbers for the sealed file, then what is counted; what is left empty is no."""
    room = room_words(Registered.kind)
    file = [Field("name", TEXT, False), Field("born", DAY, False)]
    file += [Field(name, TEXT, True) for name in ("personal_number", "card_number")]
    counted = [field for field in Registered.fields() if field.name != "birth"]
    labels = {**room.FIELDS, **words.NEWCOMER}
    found = [_column(field, labels[field.name], {}) for field in file]
    for field in counted:
        note = ""
        if field.type.name == "yes_no":
            field, note = Field(field.name, field.type, True), str(words.NO_LEFT_EMPTY)
        else:  # only the national list leaves schooling and occupation unknown
            field = Field(field.name, field.type, False, field.codes)
        found.append(_column(_plain(field), labels[field.name], room.CODES, note))
    return found


def _plain(field: Field) -> Field:
    """A note comes as text and is sealed apart; ethnicity is one of the national list."""
    if field.type is NOTE:
        return Field(field.name, TEXT, field.optional)
    if field.name == "ethnicity":
        return Field(field.name, CODE, field.optional, _ethnicity())
    return field


def _column(field: Field, label: Any, codes: Mapping[Any, Mapping[str, Any]], note: str = "") -> Column:
    of_field = codes.get(field.codes, {}) if field.codes else {}
    if field.name == "ethnicity":
        named = {code: (name, ALSO_SPELLED.get(code, name)) for code, name in ethnicities().items()}
    else:
        named = {str(code): both(one) for code, one in of_field.items()}
    vi, en = both(label)
    return Column(field, Label(vi, en, note, named))


def both(sentence: Any) -> tuple[str, str]:
    """A sentence in Vietnamese and in English."""
    with override("vi"):
        vi = str(sentence)
    with override("en"):
        return vi, str(sentence)


@cache
def ethnicities() -> dict[str, str]:
    """Codes and names of the national list of 54."""
    with (Path(people.__file__).with_name("ethnicities.csv")).open(encoding="utf-8") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


@cache
def _ethnicity() -> type[StrEnum]:
    return StrEnum("Ethnicity", {f"e{code}": code for code in ethnicities()})


def is_about_persons(act: type[Act]) -> bool:
    """Whether somebody new may come with the act."""
    return act.subject == PERSON
