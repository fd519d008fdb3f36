"""A member as papers print one: every part a text ready to stand in a cell, empty where it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ledger.days import spoken


@dataclass(frozen=True, kw_only=True)
class Member:
    """One person. `cell` is what a list is divided by; `above` what the cell hangs under.

    `joined`, `official`, `since` (the day Party age counts from) are days; the rest is words. Somebody with
    `left_on` is no member here any more: died, out of the Party (`left_how`), or moved (the other two empty).
    """

    name: str
    birth_name: str = ""
    born: str = ""  # 05/12/1960, or the year where no more is known
    year: str = ""
    sex: str = ""
    ethnicity: str = ""
    general: str = ""
    professional: str = ""
    theory: str = ""
    occupation: str = ""
    joined: date | None = None
    official: date | None = None
    since: date | None = None
    card: str = ""
    badges: Sequence[str] = ()
    cell: str = ""
    above: str = ""
    listed: Sequence[str] = ()
    came_on: date | None = None
    came_from: str = ""
    left_on: date | None = None
    left_how: str = ""  # out of the Party
    left_to: str = ""  # moved to
    left_paper: str = ""
    died: bool = False
    residence: str = ""
    address: str = ""
    number: str = ""

    @property
    def moved(self) -> bool:
        """Left for another cell, outside what the list is of."""
        return self.left_on is not None and not self.died and not self.left_how


def day(value: date | None) -> str:
    """`05/12/2026`, a month or a year where no more is known; nothing where nothing is."""
    return spoken(value)


def lines(*texts: str) -> str:
    """The texts that are something, one under the other in a cell."""
    return "\n".join(text for text in texts if text)


def number(count: int) -> str:
    """`6.200`."""
    return f"{count:,}".replace(",", ".")
