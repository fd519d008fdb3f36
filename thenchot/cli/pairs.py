"""`field=value` on the command line into the values of a kind's columns, as one row of a table would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from thenchot.exchange.layouts import Layout, key
from thenchot.surface import filling
from thenchot.surface.kinds import label_of

from . import words
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
    filled = filling.read(layout, texts)
    if filled.wrong:
        raise Stop(*(_said(one) for one in filled.wrong), code=NOT_READ)
    return filled.values


def _said(wrong: filling.Wrong) -> str:
    if wrong.code == filling.MISSING:
        return str(words.MISSING).format(label=wrong.column.label.vi, name=wrong.column.name)
    return filling.say(wrong, place=wrong.column.name)


def _no_such(layout: Layout, name: str) -> str:
    names = ", ".join(f"{column.name} ({column.label.vi})" for column in layout.columns)
    return str(words.NO_SUCH_FIELD).format(kind=label_of(layout.kind), field=name, fields=names)
