"""Typed texts into the values of a kind's columns, as one row of a table would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thenchot.exchange import words as exchange
from thenchot.exchange.cells import DoesNotFit, field_value
from thenchot.exchange.intake import Finding
from thenchot.exchange.layouts import Column, Layout
from thenchot.files.tables import Cell
from thenchot.ledger.vietnamese import clean

from . import subjects

MISSING = "required"


@dataclass(frozen=True)
class Wrong:
    """A column and why its text does not fit: a code of `exchange.words.FINDINGS`."""

    column: Column
    code: str


@dataclass
class Filled:
    """The values by field; empty ones are left out. `wrong` is in the order of the columns."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)


def read(layout: Layout, texts: Mapping[str, str]) -> Filled:
    """Every text that fits as a value, and everything that is missing or does not fit."""
    filled = Filled()
    for column in layout.columns:
        text = clean(texts.get(column.name, ""))
        if not text and column.required:
            filled.wrong.append(Wrong(column, MISSING))
        if not text:
            continue
        try:
            filled.values[column.name] = value(column, text)
        except DoesNotFit as no:
            filled.wrong.append(Wrong(column, no.code))
    return filled


def say(wrong: Wrong, *, place: str) -> str:
    """The sentence; `place` is what the reader finds the text by."""
    return exchange.say(Finding(wrong.code, place, 0, wrong.column.name, wrong.column.label.vi, "text"))


def value(column: Column, text: str) -> Any:
    """One value as people write it: a day as 21/11/2026, a code by its name, an organisation by its code."""
    return field_value(Cell(text, "text", column.name), column, subjects.resolve)
