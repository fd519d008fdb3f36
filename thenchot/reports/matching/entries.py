"""What a printed figure can be: one entry for each figure of the catalogue. Pure."""

from __future__ import annotations

from dataclasses import dataclass

PERSONS = frozenset({"members", "persons", "member-times", "person-times"})
ORGANISATIONS = frozenset({"organisations", "organisation-times", "units"})
PLACES = frozenset({"villages", "organisations"})
# “tặng Huy hiệu cho 112 đảng viên”, “1 trường hợp”
AGES = frozenset({"years", "years of age"})
GIVEN = frozenset({"members", "persons", "badges", "cards", "cases"})
ALIKE = (PERSONS, ORGANISATIONS, PLACES, GIVEN, AGES)


@dataclass(frozen=True)
class Entry:
    """A figure of the catalogue as matching needs it.

    `numerator` and `base` are codes where it is a share; `wholes` the figures that this one is a part of.
    """

    code: str
    label: str
    unit: str
    numerator: str = ""
    base: str = ""
    wholes: tuple[str, ...] = ()

    @property
    def share(self) -> bool:
        return self.unit.startswith("percent")


def same_sort(printed: str, declared: str) -> bool:
    """Whether a number printed with one unit can be a figure declared with the other."""
    return printed in ("", declared) or any(printed in units and declared in units for units in ALIKE)
