"""`field=value` on the command line into the values of a kind's columns, as one row of a table would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from thenchot.exchange import words as exchange
from thenchot.exchange.cells import DoesNotFit, field_value
from thenchot.exchange.intake import Finding
from thenchot.exchange.layouts import Column, Layout, key
from thenchot.exchange.tables import Cell
from thenchot.ledger.vietnamese import clean

from . import subjects, words
from .kinds import label_of
from .troubles import NOT_READ, Stop


def given(layout: Layout, pairs: Sequence[str], options: Mapping[str, str]) -> dict[str, str]:
    """Texts by column name, from `field=value` and from options; Stop for a field the kind does not have."""
    by_name = {name: column for column in layout.columns for name in column.called()}
    found = {name: text for name, text in options.items() if text}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        column = by_name.get(key(name))
        if not equals:
            raise Stop(str(words.NO_VALUE).format(text=pair), code=NOT_READ)
        if column is None:
            raise Stop(_no_such(layout, name), code=NOT_READ)
        if column.name in found:
            raise Stop(str(words.FIELD_TWICE).format(field=name), code=NOT_READ)
        found[column.name] = text
    return found


def read(layout: Layout, texts: Mapping[str, str]) -> dict[str, Any]:
    """The values; empty ones are left out. Stop with everything that is missing or does not fit."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for column in layout.columns:
        text = clean(texts.get(column.name, ""))
        if not text and column.required:
            wrong.append(str(words.MISSING).format(label=column.label.vi, name=column.name))
        if not text:
            continue
        try:
            values[column.name] = value(column, text)
        except DoesNotFit as no:
            wrong.append(exchange.say(Finding(no.code, column.name, 0, column.name, column.label.vi, "text")))
    if wrong:
        raise Stop(*wrong, code=NOT_READ)
    return values


def value(column: Column, text: str) -> Any:
    """One value as people write it: a day as 21/11/2026, a code by its name, an organisation by its code."""
    return field_value(Cell(text, "text", column.name), column, subjects.resolve)


def _no_such(layout: Layout, name: str) -> str:
    names = ", ".join(f"{column.name} ({column.label.vi})" for column in layout.columns)
    return str(words.NO_SUCH_FIELD).format(kind=label_of(layout.kind), field=name, fields=names)
