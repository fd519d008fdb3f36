"""Chốt thiếu: which units had not confirmed their figures when a period was closed; signed with it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..period import Period
from . import folder, notes

FACT = "lacking"


@dataclass(frozen=True)
class Lacking:
    """`asked` units were asked for the figures of a period; `units` have not answered."""

    asked: int
    units: tuple[int, ...]

    @property
    def answered(self) -> int:
        return self.asked - len(self.units)


class Lacks(Exception):
    """Nothing is closed without units that whoever closes does not know to be missing: (code, lacking)."""


def all_named(code: str, found: Lacking | None, without: Collection[int]) -> None:
    """Lacks where units are missing that are not among those known to be."""
    if found is not None and set(found.units) - set(without):
        raise Lacks(code, found)


# Registered by the room of letters: (organisation, period, day) → who was asked, nothing where nobody was.
ASKED: list[Callable[[int, Period, date], Lacking | None]] = []


def asked_of(organisation: int, period: Period, on: date) -> Lacking | None:
    """Who confirms the figures of this period, as known on a day; nothing where no letter asks anybody."""
    return next((found for ask in ASKED if (found := ask(organisation, period, on))), None)


def fact_of(found: Lacking | None) -> dict[str, Any]:
    """What the signed note says of it: nothing where nobody is missing."""
    if found is None or not found.units:
        return {}
    return {FACT: {"asked": found.asked, "units": [str(unit) for unit in sorted(found.units)]}}


def kept(path: Path) -> Lacking | None:
    """Which units a closing was closed without; nothing before it is signed. Damaged."""
    try:
        stamp = (path / folder.SIGNED).stat().st_mtime_ns
    except FileNotFoundError:
        return None
    return _kept(path / folder.SIGNED, stamp)


@lru_cache(maxsize=500)
def _kept(file: Path, stamp: int) -> Lacking | None:
    try:
        said = notes.facts_of(file.read_bytes().decode()).get(FACT)
        return Lacking(int(said["asked"]), tuple(int(unit) for unit in said["units"])) if said else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise folder.Damaged(f"{folder.SIGNED}: {error}") from None
