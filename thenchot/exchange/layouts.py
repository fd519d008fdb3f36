"""Columns of a table for one kind of act; they are found by what they are called, never by place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from thenchot.ledger.kinds import CODE, DAY, IDS, NOTE, ORGANISATION, Act, Field, Type
from thenchot.ledger.vietnamese import folded

# What a column of the paper's number holds: a word as it stands, not a code.
TEXT = Type("text", "VARCHAR")
PUNCTUATION = re.compile(r"[^\w]+|_")


@dataclass(frozen=True)
class Label:
    """What people call a column in two languages, what it holds, what its codes are called (vi, en)."""

    vi: str
    en: str = ""
    note: str = ""
    codes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """One column: the field it fills and its label."""

    field: Field
    label: Label

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def required(self) -> bool:
        return not self.field.optional

    def called(self) -> set[str]:
        """Every name it goes by, as headers are compared."""
        return {key(one) for one in (self.name, self.label.vi, self.label.en) if one}


@dataclass(frozen=True)
class Layout:
    """The columns that bring acts of one kind."""

    kind: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Mapped:
    """Which column of a table fills which field; what is missing, there twice, or not ours."""

    places: dict[str, int]
    missing: list[Column]
    twice: list[tuple[Column, int]]
    unknown: list[str]


def key(text: str) -> str:
    """A name without marks, case, punctuation: `Số thẻ Đảng*` and `so the dang` are one."""
    return PUNCTUATION.sub(" ", folded(text)).strip()


def layout(act: type[Act], labels: Mapping[str, Label], leave_out: Collection[str] = ()) -> Layout:
    """Columns for the act's own fields after subject, day, organisation and paper.

    `labels` names every column by field; KeyError for one without. Notes are no columns (free text is sealed
    elsewhere); ValueError when a required field is a note, or two columns go by one name.
    """
    base = (
        Field("about", IDS[act.subject], False),
        Field("effective_on", DAY, False),
        Field("organisation", IDS[ORGANISATION], True),
        Field("signed_on", DAY, True),
        Field("paper", TEXT, True),
    )
    notes = [one.name for one in act.fields() if one.type is NOTE]
    if required := [one.name for one in act.fields() if one.type is NOTE and not one.optional]:
        raise ValueError(f"{act.kind}: {required}")
    chosen = [one for one in (*base, *act.fields()) if one.name not in {*notes, *leave_out}]
    columns = tuple(Column(one, labels[one.name]) for one in chosen)
    names = [name for column in columns for name in column.called()]
    if len(names) != len(set(names)):
        raise ValueError(f"{act.kind}: two columns of one name")
    return Layout(act.kind, columns)


def map_headers(headers: list[str], layout: Layout) -> Mapped:
    """Each column of the layout found among the headers by code name, Vietnamese or English label."""
    by_name = {name: column for column in layout.columns for name in column.called()}
    places: dict[str, int] = {}
    twice, unknown = [], []
    for place, header in enumerate(headers):
        column = by_name.get(key(header)) if key(header) else None
        if column is None:
            unknown += [header] if header else []
        elif column.name in places:
            twice.append((column, place))
        else:
            places[column.name] = place
    missing = [one for one in layout.columns if one.required and one.name not in places]
    return Mapped(places, missing, twice, unknown)


def is_code(column: Column) -> bool:
    """Whether the column holds one of a closed list of codes."""
    return column.field.type is CODE and column.field.codes is not None
