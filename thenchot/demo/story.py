"""The story of the demo province, month by month from 1/1/2015 to 20/11/2026, as calls of record_many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from .careers import after_closing, do_month, plan_month, plan_year
from .letters import letters
from .living import exempt_up_to, plan_remarks
from .members_before import members_sheets
from .mergers import blocs_2021, villages_2019
from .organisations_before import Opening, Sheet
from .reform import one_name
from .reform_districts import reform_2025
from .steps import Close, Mint, Notes, Persons, Recorded, Step
from .targets import CLOSES, months
from .workdays import BEGINS, DAY, DISTRICTS_END, ENTRY_DAYS, moment
from .world import World

MINUTE = timedelta(minutes=1)


def story(
    seed: int, mint: Mint, notes: Notes, persons: Persons, top: int | None = None
) -> Iterator[Step | Close]:
    """Every step in the order of its moment; the same for the same seed and the same mint.

    `top`: the id of Tuyên Quang's organisation where the book has it from its founding.
    """
    world = World(seed, mint, notes, persons, top)
    yield from _opening(world)
    entered, closes = 0, list(CLOSES)
    for (year, month), counts in months().items():
        _month(world, year, month)
        plan_month(world, year, month, counts)
        do_month(world, year, month)
        if (year, month) != (2026, 11):
            exempt_up_to(world, counts.exempt, year, month)
        after_closing(world, year, month)
        world.file_away()
        while entered < len(ENTRY_DAYS) and (ENTRY_DAYS[entered].year, ENTRY_DAYS[entered].month) <= (
            year,
            month,
        ):
            while closes and closes[0].at.date() < ENTRY_DAYS[entered]:
                yield closes.pop(0)
            yield from _entry_day(world, entered)
            entered += 1
    yield from closes


def _opening(world: World) -> Iterator[Step]:
    opening = Opening(world)
    world.bodies = opening.bodies
    at = moment(BEGINS + DAY, 8)
    for sheets in (opening.sheets(), members_sheets(world, opening)):
        for sheet in sheets:
            world.file_away()
            yield _step(at, sheet)
            at += MINUTE
    for cell in world.cells:
        if not cell.hg:
            world.destinations.setdefault(cell.district, [])
    for cell in world.villages:
        if not cell.rooted and cell not in world.merging:
            world.destinations[cell.district].append(cell)
    _workplaces(world)


def _workplaces(world: World) -> None:
    world.workplaces = [c for c in world.cells if c.what != "village" and not c.ended and not c.hg]


def _month(world: World, year: int, month: int) -> None:
    """What belongs to the month as a whole, before the days are gone through."""
    if month == 1:
        plan_year(world, year)
    if (year, month) == (2019, 12):
        villages_2019(world)
    if (year, month) == (2021, 7):
        blocs_2021(world)
    if (year, month) == (2025, 7):
        reform_2025(world)
        _workplaces(world)
    if (year, month) == (2026, 8):
        one_name(world)
    if month == 12 and year in (2024, 2025):
        plan_remarks(world, year, 15 if year == 2024 else 45)
    world.bodies.month(year, month)
    letters(world, year, month)


def _step(at: object, sheet: Sheet | tuple[str, list[tuple[int, Recorded]]]) -> Step:
    label, acts = sheet
    return Step(at, label, [act for _, act in acts], [set_ for set_, _ in acts])  # type: ignore[arg-type]


def _entry_day(world: World, place: int) -> Iterator[Step]:
    day, acts = ENTRY_DAYS[place], world.box[place]
    world.box[place] = []
    hour = (7, 0) if day == DISTRICTS_END else (9, 30)
    if acts:
        yield _step(moment(day, *hour), (f"entered {day.isoformat()}", acts))
    if day == DISTRICTS_END:
        yield _step(moment(day, 8), ("reform 2025", world.reform))
        world.reform = []
