"""What happens in a month: chance and plan put things on the agenda, here they are done in order of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from heapq import heappop
from typing import Any

from thenchot.rooms.membership.events import Move
from thenchot.rooms.offices.events import Leaving

from . import joining, leaving, living
from .congresses import congress, plan_congresses
from .targets import Month
from .workdays import ENDS
from .world import Person, World

# Deaths in a year of a hundred thousand, by age from … on.
DEATHS = ((90, 24000), (85, 14000), (80, 8500), (75, 4800), (70, 2700), (65, 1500), (60, 900), (50, 480),
          (40, 200),
          (0, 80))  # fmt: skip
RETIRED_AT = (60, 55)  # men, women
# In a month of the province.
TRANSFERS_OUT, ARRIVALS, INTERNAL, SENT, STUDIES, AWAY, RETURNS = 17, 17, 16, 14, 16, 5, 1
LAST_DAY = 24  # exemptions follow on the last days of the month


def plan_year(world: World, year: int) -> None:
    """Who dies, retires, leaves the youth union, is due a badge this year."""
    world.people = [p for p in world.people if p.cell is not None or p.busy.year >= year]
    living.list_the_old(world, year)
    rate = [next(r for low, r in DEATHS if age >= low) for age in range(130)]
    dice, neighbours = world.dice, world.neighbours
    for p in world.people + neighbours:
        age = year - p.born.year
        if not p.rooted and p.official is not None and dice.below(100_000) < rate[age]:
            world.plan(date(year, dice.between(1, 12), dice.between(1, LAST_DAY)), "died", p)
        elif age == RETIRED_AT[p.female] and p.cell is not None and p.cell.what != "village":
            world.plan(date(year, dice.between(1, 12), dice.between(1, LAST_DAY)), "retired", p)
        if p.youth and age == 30:
            world.plan(date(year, p.born.month, min(p.born.day, LAST_DAY)), "youth", p)
        if p.badge_due is not None and p.badge_due.year == year:
            world.plan(living.wave(p.badge_due), "badge", p)


def plan_month(world: World, year: int, month: int, counts: Month) -> None:
    """So many of each kind, on days thrown by the dice."""
    dice = world.dice
    twice = (year, month) in ((2022, 10), (2022, 11))
    for what, count in (
        ("admitted", counts.admitted - 2 * twice), ("admitted_twice", int(twice)),
        ("name_removed", counts.name_removed), ("released", counts.released), ("expelled", counts.expelled),
        ("out", TRANSFERS_OUT), ("in", ARRIVALS), ("internal", INTERNAL), ("sent", SENT), ("study", STUDIES),
        ("away", AWAY), ("exemption_ended", RETURNS),
    ):  # fmt: skip
        for _ in range(count):
            world.plan(date(year, month, dice.between(1, LAST_DAY)), what, None)
    plan_congresses(world, year, month)
    if year == 2020 and month in (3, 4, 5):
        links = [p for p in world.people if p.cell is not None and p.cell.what != "village"]
        for p in links[month - 3 :: 3]:
            world.plan(date(year, month, dice.between(5, LAST_DAY)), "link", p)


def pick(world: World, day: date, fit: Callable[[Person], bool]) -> Person:
    """Somebody who is free on the day and fits; ValueError when nobody is found in a thousand throws."""
    for _ in range(1000):
        p = world.paths.pick(world.people)
        if p.official is not None and leaving.may_go(p, day) and fit(p):
            return p
    raise ValueError(day)


def plain(p: Person) -> bool:
    return not p.seats and not p.exempt


def _put_out(world: World, day: date, what: str) -> None:
    p = pick(world, day, lambda p: not p.seats and not p.exempt and day.year - p.born.year < 70)
    leaving.go(world, p, day, Leaving.LEFT_PARTY, leaving.put_out(world, p, day, what))


def _internal(world: World, day: date) -> None:
    def fit(p: Person) -> bool:
        return plain(p) and p.cell is not None and p.cell.what == "village"

    p = pick(world, day, fit)
    assert p.cell is not None and p.cell.parent is not None
    others = [c for c in p.cell.parent.children if c.what == "village" and c is not p.cell and not c.rooted]
    others = [c for c in others if c not in world.merging]
    if others:
        act = leaving.move(world, p, day, world.paths.pick(others), Move.INTERNAL)
        world.put(day, *act)


def _sent(world: World, day: date) -> None:
    p = pick(world, day, lambda p: plain(p) and day.year - p.born.year < 58)
    assert p.cell is not None
    while True:
        to = world.paths.pick(world.villages if p.cell.what == "village" else world.workplaces)
        if (
            not to.ended
            and to is not p.cell
            and not to.rooted
            and to.what != "agency"
            and to not in world.merging
        ):
            break
    leaving.send(world, p, day, to)


def _study(world: World, day: date) -> None:
    p = pick(world, day, lambda p: day.year - p.born.year < 50)
    p.last = day
    living.study(world, p, day, world.paths.pick(world.people))


DO: dict[str, Callable[[World, date, Any], None]] = {
    "admitted": lambda w, day, _: _none(joining.admit(w, day)),
    "admitted_twice": lambda w, day, _: joining.admit_twice(w, day, date(2023, 3, 6)),
    "recognised": lambda w, day, p: joining.recognise(w, p, day),
    "card": lambda w, day, p: joining.card(w, p, day),
    "link": lambda w, day, p: joining.link(w, p, day),
    "in": lambda w, day, _: joining.arrive(w, day),
    "died": lambda w, day, p: leaving.die(w, p, day),
    "retired": lambda w, day, p: leaving.retire(w, p, day),
    "received": lambda w, day, x: leaving.receive(w, x[0], x[1], day),
    "name_removed": lambda w, day, _: _put_out(w, day, "name_removed"),
    "released": lambda w, day, _: _put_out(w, day, "released"),
    "expelled": lambda w, day, _: _put_out(w, day, "expelled"),
    "out": lambda w, day, _: leaving.send_away(w, pick(w, day, plain), day),
    "internal": lambda w, day, _: _internal(w, day),
    "sent": lambda w, day, _: _sent(w, day),
    "study": lambda w, day, _: _study(w, day),
    "away": lambda w, day, _: living.go_for_a_while(w, pick(w, day, plain), day),
    "returned": lambda w, day, x: living.come_back(w, x[0], x[1], day),
    "exemption_ended": lambda w, day, _: living.end_exemption(w, pick(w, day, lambda p: p.exempt), day),
    "badge": lambda w, day, p: living.badge(w, p, day),
    "youth": lambda w, day, p: living.leave_youth_union(w, p, day),
    "remarks": lambda w, day, cell: living.remarks(w, cell, day),
    "congress": lambda w, day, x: congress(w, x[0], x[1], day),
    "correct": lambda w, day, x: w.put(day, x),
    "withdraw": lambda w, day, x: w.put(day, *x),
}


def _none(_: object) -> None:
    return None


def do_month(world: World, year: int, month: int) -> None:
    """Everything on the agenda of the month, in order; what it brings about this month is done as well."""
    agenda = world.agenda.setdefault(year * 12 + month, [])
    while agenda:
        day, _, what, about = heappop(agenda)
        if day < ENDS:
            DO[what](world, day, about)


def after_closing(world: World, year: int, month: int) -> None:
    """Papers of a closed period that come in later: the closed figure stands, the movement tells of them."""
    if (year, month) == (2023, 3):
        for i in range(3):
            joining.admit(world, date(2022, 12, 12 + i), entered=date(2023, 3, 8))
    if (year, month) == (2023, 11):
        day, entered = date(2023, 9, 15), date(2023, 11, 14)
        for what in ("name_removed", "name_removed", "released"):
            p = pick(world, day, lambda p: plain(p) and p.last < day)
            act = leaving.put_out(world, p, day, what)
            leaving.out_of_cell(world, p, day)
            world.put(entered, act)
        for p in [p for p in world.old_enough if p.free(day) and not p.seats and not p.exempt][:4]:
            living.exempt(world, p, day + timedelta(days=3), entered=entered)
