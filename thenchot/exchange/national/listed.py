"""A table as a national member list: which columns are read, each row's values, what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from thenchot.files.dates import NotADay
from thenchot.files.markup import column_letters
from thenchot.files.refusals import Note
from thenchot.files.tables import Table
from thenchot.ledger.vietnamese import clean
from thenchot.reports.member_list.columns import EXTRA, LAYOUTS, Column, Layout, Sort, header_keys
from thenchot.reports.member_list.mapping import Mapped, map_columns

from .cells import DoesNotFit, Named, folded_key, shape_of, value_of
from .spelled import codes

# What the book has an answer to; other columns that are held only help to find somebody.
COMPARED = (
    "name", "sex", "born_on", "ethnicity", "personal_number", "card_number", "organisation", "joined_on",
    "official_on", "status", "left_on",
)  # fmt: skip
HELPING = ("national_id", "to_delete", "general", "professional", "theory")
READ = (*COMPARED, *HELPING)


class NotAMemberList(Exception):
    """The headers are not those of the national member list."""


@dataclass(frozen=True)
class Unread:
    """A cell that could not be read: its column, its place in the file, the code of the sentence."""

    column: str
    place: str
    code: str


@dataclass
class Line:
    """One row: `number` in the sheet, values by column (only what is there), and what cannot be read.

    `shapes`: how a cell writes its day, see `shape_of`; `among`: the organisations its cell may mean.
    """

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    shapes: dict[str, str] = field(default_factory=dict)
    among: frozenset[int] = frozenset()
    organisation: str = ""  # as the file calls it


@dataclass
class NationalFile:
    """The list as read. `places` are the columns read, from 0 in `sheet`; `unknown` headers nobody knows;
    `not_read` headers of columns that are not held; `spellings` how the file itself writes each code."""

    sheet: str
    layout: Layout
    places: dict[str, int]
    lines: list[Line]
    notes: list[Note]
    missing: list[Column]
    twice: list[Column]
    unknown: list[str]
    not_read: list[str]
    left: int = 0
    spellings: dict[str, dict[str, str]] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)

    def column(self, name: str) -> Column:
        return self.layout.column(name)

    def place(self, number: int, name: str) -> str:
        """`C7`: the cell of a row and a column."""
        return f"{column_letters(self.left + self.places[name])}{number}"


def listed(table: Table, remembered: Mapping[str, str], organisation: Named) -> NationalFile:
    """The list in a table. `remembered`: header as compared → column, as the office mapped it earlier;
    `organisation`: what a cell calls an organisation, as an id. NotAMemberList.

    Columns that are not held are not looked at: their values are dropped before anything is read.
    """
    mapped = _mapped(table, remembered)
    if mapped is None:
        raise NotAMemberList
    layout = mapped.layout
    places = {name: place for name, place in mapped.places.items() if name in READ}
    unknown, not_read = _left_aside(table.headers, mapped)
    kept = set(places.values())
    table = replace(table, rows=[[v if p in kept else None for p, v in enumerate(row)] for row in table.rows])
    found = NationalFile(
        table.sheet, layout, places, [], table.notes, list(mapped.missing),
        [column for column, _ in mapped.twice], unknown, not_read, table.left,
    )  # fmt: skip
    columns = [(place, layout.column(name)) for name, place in places.items()]
    for row in range(len(table.rows)):
        line = _line(table, row, columns, organisation)
        if line.values or line.unread:
            found.lines.append(line)
    found.spellings = {name: _spellings(table, place, layout.column(name)) for name, place in places.items()}
    found.spellings["organisation"] = _called(table, places.get("organisation"), organisation)
    found.shapes = {
        name: _shape(table, place) for name, place in places.items() if layout.column(name).sort is Sort.DAY
    }
    return found


def held_only(table: Table, remembered: Mapping[str, str]) -> Table:
    """The table without the values of columns that are not held."""
    mapped = _mapped(table, remembered)
    kept = set(mapped.places.values()) if mapped else set()
    return replace(table, rows=[[v if p in kept else None for p, v in enumerate(row)] for row in table.rows])


def _mapped(table: Table, remembered: Mapping[str, str]) -> Mapped | None:
    """By what the headers say; one the office has mapped says what it was mapped to."""
    known = _known_headers()
    said = []
    for header in table.headers:
        keys = header_keys(header)
        own = next((remembered[one] for one in keys if one in remembered), None)
        said.append(own if own and not any(one in known for one in keys) else header)
    return map_columns(said)


def _known_headers() -> frozenset[str]:
    every = [column for layout in LAYOUTS for column in layout.columns]
    return frozenset(name for column in (*every, *EXTRA) for name in column.called())


def _left_aside(headers: list[str], mapped: Mapped) -> tuple[list[str], list[str]]:
    """Headers of the columns that nobody knows, and of those that are not held."""
    known = _known_headers()
    unknown: list[str] = []
    not_read: list[str] = []
    for place in mapped.not_read:
        if header := headers[place]:
            (not_read if any(one in known for one in header_keys(header)) else unknown).append(header)
    return unknown, not_read


def _line(table: Table, row: int, columns: list[tuple[int, Column]], organisation: Named) -> Line:
    line, values = Line(table.numbers[row]), table.rows[row]
    for place, column in columns:
        given, name = values[place], column.name
        if given is None or given == "":
            continue
        if column.sort is Sort.DAY and (shape := shape_of(given)):
            line.shapes[name] = shape
        if name == "organisation" and isinstance(given, str):
            line.organisation = clean(given)
        try:
            line.values[name] = value_of(given, column, organisation)
        except DoesNotFit as no:
            line.among |= no.among
            line.unread.append(Unread(name, table.place(row, place), no.code))
        except NotADay as no:
            line.unread.append(Unread(name, table.place(row, place), no.code))
    return line


def _spellings(table: Table, place: int, column: Column) -> dict[str, str]:
    """Code → how the file writes it, the first time it does; nothing for columns without codes."""
    known = codes(column.name, column.sort)
    found: dict[str, str] = {}
    if known:
        for row in table.rows:
            if isinstance(text := row[place], str) and (code := known.get(folded_key(text))):
                found.setdefault(code, text)
    return found


def _called(table: Table, place: int | None, organisation: Named) -> dict[str, str]:
    """Organisation → what the file calls it."""
    if place is None:
        return {}
    said = list(dict.fromkeys(row[place] for row in table.rows if isinstance(row[place], str)))
    known = {str(text): organisation(clean(str(text))) for text in reversed(said)}
    return {str(one): text for text, one in known.items() if isinstance(one, int)}


def _shape(table: Table, place: int) -> str:
    """How a column of days writes them: `day` for days of Excel, else a form such as `%d/%m/%Y`."""
    counts: dict[str, int] = {}
    for row in table.rows:
        if (shape := shape_of(row[place])) is not None:
            counts[shape] = counts.get(shape, 0) + 1
    return max(counts, key=lambda one: counts[one]) if counts else "%d/%m/%Y"
