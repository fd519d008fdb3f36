"""Days that the rules of membership and the lists of what is due count with. Pure."""

from __future__ import annotations

from datetime import date
from typing import Any

from thenchot.law.calendar import add_working_days
from thenchot.law.objections import World
from thenchot.law.values import Grade, LawBook
from thenchot.ledger.days import months_after, parse_day
from thenchot.ledger.stories import Story

Facts = dict[str, Any] | None

# The Statutes' twelve months choose the day whose law judges a recognition; the law's own value decides.
PROBATION = 12


def day_of(story: Story, track: str) -> date | None:
    """The day a track holds; nothing where it holds none."""
    value = story.value(track)
    return parse_day(value) if value else None


def end_of_probation(story: Story, act: object = None) -> date | None:
    """The day on which the twelve months since the ceremony are over."""
    joined = day_of(story, "joined")
    return months_after(joined, PROBATION) if joined else None


def last_day(since: date, working_days: int, done: date, world: World) -> Facts:
    """Nothing when `done` lies within so many working days after `since`; else the facts of it."""
    due = add_working_days(since, working_days, world.holidays)
    if done <= due:
        return None
    facts = {"due": due, "done": done, "days": working_days}
    unsure = world.holidays.grade(since, due) is Grade.UNVERIFIED
    return {**facts, "calendar": str(Grade.UNVERIFIED)} if unsure else facts


def months_between(since: date, on: date) -> int:
    """Months from one month to another, as ages are counted by month."""
    return (on.year - since.year) * 12 + on.month - since.month


def next_wave(law: LawBook, day: date) -> date | None:
    """The first day of award of Party badges on or after a day; nothing where the law names none."""
    value = law.value("badge.presented_on", day)
    if value is None or not isinstance(value.value, tuple):
        return None
    waves = [date(year, *_month_day(at)) for year in (day.year, day.year + 1) for at in value.value]
    return min((wave for wave in waves if wave >= day), default=None)


def _month_day(text: object) -> tuple[int, int]:
    month, _, at = str(text).partition("-")
    return int(month), int(at)
