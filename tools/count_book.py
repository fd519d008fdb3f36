#!/usr/bin/env python3
"""Count members in an exported book of Then Chốt a second time, sharing no line with the program that counts.

    python count_book.py FOLDER --as-of 2026-06-30 [--since 2026-01-01] [--known-by SEQ] [--organisation ID]

It replays the acts in force one by one; nothing here is fast or clever. Prints, for every organisation that
exists on the day, each figure as rows and distinct persons, held directly and with everything below.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

# What each kind sets, as far as these figures need it: a value, a field of its facts ("$cell"), or nothing.
Sets = dict[str, str | None]
MEMBER: Sets = {"standing": "$standing", "cell": "$cell"}
JOINS: Sets = {"standing": "probationary", "cell": "$cell"}
GONE: Sets = {"standing": None, "cell": None, "transit": None, "exempt": None}
STANDS: Sets = {"exists": "yes", "parent": "$parent"}
SETS: dict[str, Sets] = {
    "membership.carried_over": {**MEMBER, "exempt": "$exempt"},
    "membership.admitted": JOINS,
    "membership.readmitted": JOINS,
    "membership.recognised": {"standing": "full"},
    "membership.moved": {"cell": "$cell"},
    "membership.sent": {"cell": None, "transit": "$to"},
    "membership.received": {"cell": "$cell", "transit": None},
    "membership.transferred_in": MEMBER,
    "membership.restored": MEMBER,
    "membership.exempted": {"exempt": "yes"},
    "membership.exemption_ended": {"exempt": None},
    "membership.transferred_out": GONE,
    "membership.name_removed": GONE,
    "membership.released": GONE,
    "membership.expelled": GONE,
    "membership.admission_cancelled": GONE,
    "membership.died": GONE,
    "organisations.carried_over": STANDS,
    "organisations.founded": STANDS,
    "organisations.moved": {"parent": "$parent"},
    "organisations.ended": {"exists": None, "parent": None, "heir": "$heir"},
}
# Acts that are counted themselves, and under which name.
FLOWS = {
    kind: kind.replace("membership.", "left." if sets is GONE else "")
    for kind, sets in SETS.items()
    if sets is GONE or sets is JOINS
}


class Act(NamedTuple):
    """One entry of the book; `facts` is nothing where they were erased."""

    seq: int
    root: int
    kind: str
    about: str
    organisation: str | None
    day: str
    does: str
    facts: dict[str, Any] | None


class Row(NamedTuple):
    """A person counted in a figure by the organisation that holds the person directly."""

    figure: str
    organisation: str
    person: str


def read_book(folder: Path) -> Iterator[Act]:
    """The acts of an exported book, as written. Whether the book is in order is verify_book.py's to say."""
    with (folder / "entries.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            stored = json.loads(line)
            head = json.loads(stored["head"])
            known = "facts" in stored and head["kind"] != "sealed"
            yield Act(
                head["seq"], head["root"], head["kind"], head["about"], head.get("organisation"),
                first_day(head["effective_on"]), head["does"], json.loads(stored["facts"]) if known else None,
            )  # fmt: skip


def first_day(day: str) -> str:
    """A day known only by month or year counts as its first day."""
    return day + "-01-01"[len(day) - 10 :] if len(day) < 10 else day


def in_force(acts: Iterable[Act], known_by: int | None = None) -> list[Act]:
    """For each root the entry with the highest seq known, without the withdrawn, in the order they count."""
    latest: dict[int, Act] = {}
    for act in sorted(acts):
        if known_by is None or act.seq <= known_by:
            latest[act.root] = act
    kept = [act for act in latest.values() if act.does != "withdraw"]
    return sorted(kept, key=lambda act: (act.day, act.root))


class State:
    """What is so at the end of a day, and which joinings and leavings happened since another."""

    def __init__(self, acts: Iterable[Act], as_of: str, since: str) -> None:
        self.now: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
        self.flows: list[Row] = []
        for act in acts:
            if act.day > as_of:
                continue
            before = self.now[act.about].get("cell")
            # An act whose facts were erased sets nothing any more, but it happened and is counted.
            if act.facts is not None:
                for track, value in SETS.get(act.kind, {}).items():
                    self.now[act.about][track] = text(act.facts, value)
            if act.kind in FLOWS and act.day >= since:
                where = act.organisation or before or self.now[act.about].get("cell")
                self.flows.append(Row(FLOWS[act.kind], str(where), act.about))

    def stock(self) -> Iterator[Row]:
        """Members by standing, exempt members, members on the way (to where)."""
        for person, tracks in self.now.items():
            standing, cell = tracks.get("standing"), tracks.get("cell")
            if standing and cell:
                yield Row("members", cell, person)
                yield Row(f"members.{standing}", cell, person)
                if tracks.get("exempt") == "yes":
                    yield Row("exempt", cell, person)
            elif standing and (to := tracks.get("transit")):
                yield Row("in_transit", to, person)

    def exists(self, organisation: str) -> bool:
        return self.now[organisation].get("exists") == "yes"

    def upwards(self, organisation: str) -> list[str]:
        """The organisation (or, when it has ended, its heir) and everything above it on the day."""
        while not self.exists(organisation) and (heir := self.now[organisation].get("heir")):
            organisation = heir
        path = [organisation]
        while (parent := self.now[path[-1]].get("parent")) and parent not in path:
            path.append(parent)
        return path


def text(facts: dict[str, Any], value: str | None) -> str | None:
    """The value itself, or what the field it names holds."""
    if value is None or not value.startswith("$"):
        return value
    held = facts.get(value[1:])
    if isinstance(held, bool):
        return "yes" if held else "no"
    return None if held is None else str(held)


Counts = dict[str, dict[str, dict[str, int]]]


def count(
    acts: Iterable[Act], *, as_of: str, since: str | None = None, known_by: int | None = None
) -> dict[str, Counts]:
    """Organisation -> figure -> direct and total -> rows and persons. Both ends of the period lie inside."""
    state = State(in_force(acts, known_by), as_of, since or as_of[:4] + "-01-01")
    held: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in [*state.stock(), *state.flows]:
        path = state.upwards(row.organisation)
        held[path[0], row.figure, "direct"].append(row.person)
        for organisation in path:
            held[organisation, row.figure, "total"].append(row.person)
    counts: dict[str, Counts] = {each: {} for each in list(state.now) if state.exists(each)}
    for (organisation, figure, reach), persons in sorted(held.items()):
        figures = counts.setdefault(organisation, {}).setdefault(figure, {})
        figures[reach] = {"rows": len(persons), "persons": len(set(persons))}
    return counts


def main(arguments: list[str] | None = None) -> None:
    """Print the counts as JSON."""
    parser = argparse.ArgumentParser(
        description="Đếm lại từ một sổ đã xuất · Count again from an exported book"
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", required=True, help="2026-06-30")
    parser.add_argument("--since", help="ngày đầu kỳ, mặc định 1/1 · first day of the period, else 1 January")
    parser.add_argument("--known-by", type=int, help="số thứ tự mục cuối được tính · last seq that counts")
    parser.add_argument("--organisation", help="chỉ một tổ chức · one organisation only")
    given = parser.parse_args(arguments)
    counts = count(read_book(given.folder), as_of=given.as_of, since=given.since, known_by=given.known_by)
    shown = {given.organisation: counts.get(given.organisation, {})} if given.organisation else counts
    print(json.dumps(shown, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
