"""A value of an act as people read it; what changes between two acts of one kind, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thenchot.exchange.layouts import Column
from thenchot.ledger.days import spoken
from thenchot.ledger.kinds import KINDS, Act

from . import words
from .kinds import columns, recorded
from .told import naming


@dataclass(frozen=True)
class Change:
    """One field: what it is called, its values before and after."""

    name: str
    label: str
    before: str
    after: str


def changes(kind: str, before: Act | None, after: Act | None) -> list[Change]:
    """The fields in which two acts of a kind differ; with one of them missing, every field that is filled."""
    if kind not in recorded():
        return []
    found = [
        Change(column.name, label(column), said(before, column), said(after, column))
        for column in columns(KINDS[kind], signer=True).columns
        if column.name != "about"
    ]
    return [one for one in found if one.before != one.after]


def said(act: Act | None, column: Column) -> str:
    """A field as people read it: the name of a code, of an organisation, a day; or that it is empty."""
    value: Any = getattr(act, column.name, None)
    if value is None:
        return str(words.EMPTY)
    if str(value) in column.label.codes:
        return name_of_code(column, str(value))
    if act is not None and column.name in {f.name for f in act.fields() if f.type.name in ("id", "note")}:
        return naming(int(value))
    if column.name == "organisation":
        return naming(int(value))
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    return spoken(value) if hasattr(value, "year") else str(value)


def label(column: Column) -> str:
    """What the column is called in the reader's language."""
    return column.label.en if _second() and column.label.en else column.label.vi


def name_of_code(column: Column, code: str) -> str:
    """What a code of the column's list is called in the reader's language; the code itself without a name."""
    names = column.label.codes.get(code, (code, code))
    return names[_second()] or names[0]


def _second() -> int:
    """The place of the reader's language in pairs of names."""
    return int((get_language() or "vi").startswith("en"))
