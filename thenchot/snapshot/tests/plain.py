"""The same figures by plain loops over the Python fold: slow, and sharing nothing with the engine."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from thenchot.ledger.entries import Entry
from thenchot.ledger.fold import in_force, periods


class Book(list[Entry]):
    """Entries that never change, so that what was found once can be kept."""

    __hash__ = object.__hash__


once = lru_cache(maxsize=4096)


@once
def held(entries: list[Entry], track: str, day: date) -> dict[tuple[int, str], str]:
    return {(p.subject, p.key): p.value for p in periods(entries) if p.track == track and p.holds_on(day)}


@once
def living(entries: list[Entry], day: date) -> set[int]:
    return {subject for subject, _ in held(entries, "exists", day)}


@once
def seat(entries: list[Entry], node: int | None, day: date) -> int | None:
    """Follow heirs until somebody lives; who was never founded by then has no seat."""
    alive, heirs = living(entries, day), held(entries, "heir", day)
    founded, parents = founded_by(entries, day), last_parents(entries, day)
    while node is not None and node not in alive:
        if node not in founded:
            return None
        node = int(heirs[node, ""]) if (node, "") in heirs else parents.get(node)
    return node


@once
def founded_by(entries: list[Entry], day: date) -> set[int]:
    return {p.subject for p in periods(entries) if p.track == "exists" and p.since <= day}


@once
def last_parents(entries: list[Entry], day: date) -> dict[int, int]:
    story = sorted(periods(entries), key=lambda p: p.since)
    return {p.subject: int(p.value) for p in story if p.track == "parent" and p.since <= day}


@once
def under(entries: list[Entry], top: int, node: int | None, day: date) -> bool:
    """Whether a seat lies under `top`, climbing parent by parent (each at its own seat)."""
    parents = held(entries, "parent", day)
    here = seat(entries, node, day)
    while here is not None:
        if here == top:
            return True
        above = parents.get((here, ""))
        after = seat(entries, int(above), day) if above else None
        here = None if after == here else after
    return False


def roll(entries: list[Entry], day: date) -> dict[int, int]:
    return {person: int(cell) for (person, _), cell in held(entries, "cell", day).items()}


@once
def rows(entries: list[Entry], code: str, first: date, last: date) -> list[tuple[int | None, int, int, int]]:
    """(organisation, person, entry, amount) of every row a figure counts, wherever it lies."""
    name = code.partition(".")[0]
    return {"members": _members, "badges": _badges, "cards": _cards, "posts": _posts}[name](
        entries, code.partition(".")[2], first, last
    )


def _members(entries, which, first, last):
    standing = {p: v for (p, _), v in held(entries, "standing", last).items()}
    sex = {p: v for (p, _), v in held(entries, "sex", last).items()}
    wanted = {
        "total": lambda n: True,
        "women": lambda n: sex.get(n) == "female",
        "other": lambda n: n not in standing,
    }.get(which, lambda n: standing.get(n) == which)
    return [(cell, n, 0, 1) for n, cell in roll(entries, last).items() if wanted(n)]


@once
def _acts(entries, kind, first, last):
    return [e for e in in_force(entries) if e.kind == kind and first <= e.effective_on <= last]


def _badges(entries, which, first, last):
    acts = _acts(entries, "membership.badge_awarded", first, last)
    return [
        (e.organisation, e.about, e.seq, int(e.act.years))
        for e in acts
        if which != "years" or e.act.years != "30"
    ]


def _cards(entries, which, first, last):
    found = []
    for e in _acts(entries, "membership.card_issued", first, last):
        for track in ("standing", "sex"):
            if (e.about, "") in held(entries, track, e.effective_on):
                found.append((e.organisation, e.about, e.seq, 1))
    return [
        row for row in found
        if which != "exchanged" or next(e for e in entries if e.seq == row[2]).act.how == "exchanged"
    ]  # fmt: skip


def _posts(entries, which, first, last):
    return [
        (int(key.split("@")[1]), person, 0, 1)
        for person, key in held(entries, "post", last)
        if which != "secretaries" or key.split("@")[0] == "secretary"
    ]


def number(entries: list[Entry], code: str, top: int, first: date, last: date) -> int:
    """The figure of an organisation."""
    counted = [row for row in rows(entries, code, first, last) if under(entries, top, row[0], last)]
    if code in ("badges.persons", "cards.persons", "posts.persons", "posts.secretaries"):
        return len({row[1] for row in counted})
    if code.startswith("cards."):
        return len({row[2] for row in counted})
    return sum(row[3] for row in counted) if code == "badges.years" else len(counted)
