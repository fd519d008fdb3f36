"""A table to be printed: columns, rows, bands between them, sum lines, signatures; and its serial."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..layout import Head, Signature

LEFT, CENTRE, RIGHT = "left", "center", "right"


@dataclass(frozen=True)
class Column:
    """A column: its title, its width in millimetres, where its texts stand."""

    title: str
    width: int
    align: str = LEFT


@dataclass(frozen=True)
class Band:
    """A row over the whole width: the cell, or the badge, that the rows below it are of."""

    text: str


Row = tuple[str, ...] | Band


@dataclass(frozen=True)
class Stamp:
    """What every issued file says of itself: its serial, who made it and when, whether it is of a demo.

    `organisation` goes into the properties of the file.
    """

    serial: str
    made: str
    organisation: str
    demo: bool = False

    @property
    def foot(self) -> str:
        return f"Số hiệu bản in {self.serial} · {self.made}"


@dataclass(frozen=True)
class Sheet:
    """One table. `rows` are tuples of texts as wide as `columns`; `code` such as `Mẫu 7-HSĐV`.

    `numbered`: a line (1) (2) … under the heads. `sums` and `notes` follow the table.
    """

    head: Head
    title: str
    abstract: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    sums: Sequence[str] = ()
    notes: Sequence[str] = ()
    signatures: Sequence[Signature | None] = ()
    code: str = ""
    landscape: bool = False
    numbered: bool = False

    @property
    def lines(self) -> int:
        """How many rows are not bands."""
        return sum(not isinstance(row, Band) for row in self.rows)
