"""What a whole report says about time, and the day that “đến nay” means in it."""

from __future__ import annotations

from dataclasses import dataclass

from .written import Period


@dataclass(frozen=True)
class Setting:
    """What a whole report says about time: its day, the term it stands in, the period of its title.

    `latest` is the latest year printed as past; a phase that ends later is still running. `plan` is the
    period its title looks ahead to, `counted` the day its title says everything was counted at. `opened`: no
    title names its period, its first sentences do.
    """

    day: str | None = None
    term: int | None = None
    title: Period | None = None
    latest: int | None = None
    plan: Period | None = None
    counted: str | None = None
    opened: bool = False

    @property
    def year(self) -> int | None:
        """The year meant where none is printed."""
        if self.title and (said := self.title.until or self.title.as_of):
            return int(said[:4])
        return int(self.day[:4]) if self.day else None


def now(setting: Setting) -> str | None:
    """The day “đến nay” means: that of the report, else the end of the time it is about."""
    if setting.day or not setting.title:
        return setting.day
    known = setting.title.since or not setting.opened  # else only the day of some numbers is known
    return setting.title.until if known else None


def until_now(since: str | None, setting: Setting) -> Period:
    """From a day, or from no known one, up to the day of the report."""
    return Period(since, now(setting))
