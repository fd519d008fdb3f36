"""The tree of organisations, bodies and places on a day, and who would be left behind by an end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import zip_longest

from .fold import Period
from .kinds import KINDS, Ref
from .stories import Story

# What points to a subject without depending on its existence.
LOOSE = frozenset({"heir", "transit"})


def lineage(story_of: Callable[[int], Story], subject: int, on: date) -> list[int]:
    """The subject and everything above it on a day, from below to the top."""
    line = [subject]
    while (parent := story_of(line[-1]).value("parent", on=on)) and int(parent) not in line:
        line.append(int(parent))
    return line


@cache
def binding_tracks() -> tuple[str, ...]:
    """Tracks whose value is the id of a subject that must exist as long as the track holds it."""
    return tuple(
        sorted(
            {
                setting.track
                for kind in KINDS.values()
                for setting in kind.sets
                if isinstance(setting.value, Ref)
                and any(f.name == setting.value.field and f.type.name == "id" for f in kind.fields())
            }
            - LOOSE
        )
    )


def held_by(subject: int) -> list[Period]:
    """Every period in which something hangs on this subject: members, children, posts, seats."""
    from .reading import PERIODS, rows

    tracks = binding_tracks()
    marks = ",".join(["%s"] * len(tracks))
    found = rows(f"{PERIODS} WHERE value = %s AND track IN ({marks})", [str(subject), *tracks])
    return [Period(*row) for row in found]


def left_behind(story: Story, hanging: list[Period]) -> list[Period]:
    """The periods that reach over days on which the subject does not exist."""
    spans = existence(story)
    return [
        p for p in hanging if not any(since <= p.since and _within(p.until, until) for since, until in spans)
    ]


def existence(story: Story) -> list[tuple[date, date | None]]:
    """The spans of days on which a subject exists, half open."""
    steps = story.steps.get(("exists", ""), [])
    return [
        (day, after[0] if after else None)
        for (day, _, value, _), after in zip_longest(steps, steps[1:])
        if value is not None
    ]


def _within(end: date | None, until: date | None) -> bool:
    return until is None or (end is not None and end <= until)
