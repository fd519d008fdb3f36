"""A table into the fields of acts by a layout: all rows or none, all that does not fit named at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from thenchot.files.tables import Table, Value, kind_of

from .cells import DoesNotFit, Resolve, field_value
from .layouts import Layout, map_headers

MOST_FINDINGS = 200
LONG = 12
LONG_NUMBER = re.compile(r"(?<!\d)\d{12}(?!\d)", re.ASCII)
GAPS = re.compile(r"(?<=\d)[ .-](?=\d)")
SYNTHETIC = "099"


@dataclass(frozen=True)
class RowFields:
    """One row as fields of an act, by name; `number` is its row in the sheet."""

    number: int
    fields: dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """What does not fit: a sentence of `words.FINDINGS`, the cell, the column's field and header, the kind
    of value that stood there (never the value)."""

    code: str
    place: str
    row: int
    column: str
    header: str
    value_kind: str = "empty"


@dataclass(frozen=True)
class Taken:
    """`rows` is empty as soon as there is a finding; `more` counts those beyond the first 200; `unknown`
    are the columns that nobody reads."""

    rows: list[RowFields]
    findings: list[Finding]
    more: int
    unknown: list[str]


def rows_to_fields(table: Table, layout: Layout, resolve: Resolve) -> Taken:
    """Every row as fields, or what is wrong with the table."""
    mapped = map_headers(table.headers, layout)
    found = [
        Finding("missing_column", table.sheet, table.header_row, c.name, c.label.vi) for c in mapped.missing
    ]
    for column, place in mapped.twice:
        name = table.place(-1, place)
        found.append(Finding("column_twice", name, table.header_row, column.name, column.label.vi, "text"))
    if found:
        return Taken([], found[:MOST_FINDINGS], max(0, len(found) - MOST_FINDINGS), mapped.unknown)
    rows = []
    for row in range(len(table.rows)):
        fields: dict[str, Any] = {}
        found += _row(table, row, mapped.places, layout, resolve, fields)
        rows.append(RowFields(table.numbers[row], fields))
    if not rows:
        found = [Finding("no_rows", table.sheet, table.header_row, "", "")]
    more = max(0, len(found) - MOST_FINDINGS)
    return Taken([] if found else rows, found[:MOST_FINDINGS], more, mapped.unknown)


def _row(
    table: Table, row: int, places: dict[str, int], layout: Layout, resolve: Resolve, fields: dict[str, Any]
) -> Iterator[Finding]:
    """Fills `fields`; gives a finding for each cell that does not fit."""
    for column in layout.columns:
        if column.name not in places:
            continue
        cell = table.cell(row, places[column.name])
        try:
            value = field_value(cell, column, resolve)
        except DoesNotFit as no:
            number, label = table.numbers[row], column.label.vi
            yield Finding(no.code, cell.place, number, column.name, label, cell.kind)
        else:
            if value is not None:
                fields[column.name] = value


def looks_real(table: Table) -> bool:
    """Whether more than a fifth of the 12-digit numbers are not synthetic (099…). A demo refuses such a file.

    Numbers that lost their leading zeros count as the twelve digits they were.
    """
    numbers = [number for row in table.rows for value in row for number in _long_numbers(value)]
    real = sum(not number.startswith(SYNTHETIC) for number in numbers)
    return real * 5 > len(numbers)


def _long_numbers(value: Value) -> list[str]:
    if isinstance(value, str):
        if len(value) < LONG or not any(map(value.__contains__, "0123456789")):
            return []
        return LONG_NUMBER.findall(GAPS.sub("", value)) or LONG_NUMBER.findall(value)
    if kind_of(value) == "number" and value == int(value) and 10**9 <= value < 10**12:  # type: ignore
        return [str(int(Decimal(value))).zfill(12)]  # type: ignore[arg-type]
    return []
