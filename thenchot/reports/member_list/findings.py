"""What a checked list is made of: members as their rows say, findings, tables. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .columns import STANDING, Sex, Status

Given = Mapping[str, str | int | date]


class Group(StrEnum):
    """What a finding is listed under; their order is that of the page."""

    COLUMNS = "columns"
    MISSING = "missing"
    NUMBERS = "numbers"
    FORM = "form"
    DAYS = "days"
    TWINS = "twins"
    OVERDUE = "overdue"
    SMALL_CELL = "small_cell"
    ENDING = "ending"
    BADGE = "badge"
    MARKED = "marked"


class Weight(StrEnum):
    """WRONG cannot be so; LOOK may be so; DUE comes up; MARKED says how a date is to be read."""

    WRONG, LOOK, DUE, MARKED = "wrong", "look", "due", "marked"


@dataclass(slots=True)
class Member:
    """One row, as far as it could be read: `number` is its row in the sheet, `at` its place in the list.

    Texts are cleaned, numbers digits only (lost zeros put back), days whole or partial; what could not be
    read is empty and has a finding. `official_given` says whether that cell held anything at all.
    """

    at: int
    number: int
    name: str = ""
    other_name: str = ""
    national_id: str = ""
    sex: Sex | None = None
    born_on: date | None = None
    ethnicity: str = ""
    personal_number: str = ""
    card_number: str = ""
    card_place: str = ""
    card_issued_on: date | None = None
    old_card: str = ""
    organisation: str = ""
    joined_on: date | None = None
    official_on: date | None = None
    official_given: bool = False
    status: Status | None = None
    left_on: date | None = None
    to_delete: bool = False
    general: str = ""
    professional: str = ""
    theory: str = ""

    @property
    def standing(self) -> bool:
        """On the roll: not gone, not to be deleted; a row without a status counts as on it."""
        return not self.to_delete and (self.status is None or self.status in STANDING)

    @property
    def probationary(self) -> bool:
        """Joined without an official date."""
        return self.joined_on is not None and not self.official_given

    @property
    def full(self) -> bool:
        """Đảng viên chính thức."""
        return self.official_given


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `code` names its sentence, `given` fills it; `members` are places in the list.

    `place` is the cell in the file (`Sheet1!C7`), `column` the name of its column in `columns.py`; `wave` is
    the day of award a badge is found for. `organisation` is written as the file writes it.
    """

    group: Group
    code: str
    weight: Weight
    members: tuple[int, ...] = ()
    place: str = ""
    column: str = ""
    organisation: str = ""
    given: Given = field(default_factory=dict)
    wave: date | None = None


@dataclass(frozen=True)
class Line:
    """One line of a table: what it counts (`code`, or `label` where the file's own word is shown)."""

    code: str
    label: str
    members: int
    women: int
    probationary: int


@dataclass(frozen=True)
class Breakdown:
    """A table by one thing; its lines together are the roll."""

    by: str
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        return sum(line.members for line in self.lines)
