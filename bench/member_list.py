"""How fast a member list is checked, reading included: `python -m bench.member_list [ROWS …]`.

The files are made here, of invented members with planted faults; every planted fault must be found,
and nothing that was not planted.
"""

from __future__ import annotations

import os
import random
import sys
from datetime import date
from time import perf_counter

from thenchot.reports.member_list.columns import CLEAN_UP_28, IMPORT_31, Layout
from thenchot.reports.member_list.findings import Group
from thenchot.reports.member_list.tests.invented import TODAY, Row, people, workbook
from thenchot.surface.member_list.asked import Answer, check_bytes
from thenchot.surface.member_list.told import sections

BOUNDS = {2_000: 2.0, 10_000: 5.0}  # seconds
STEADY = {"joined_on": date(2018, 5, 6), "official_on": date(2019, 5, 6), "born_on": date(1990, 5, 6)}
# What is planted, and the list it must come out on.
FAULTS: dict[Group, Row] = {
    Group.MISSING: {"ethnicity": None},
    Group.NUMBERS: {"personal_number": 99_999_999_999},
    Group.FORM: {"sex": "Nam giới"},
    Group.DAYS: {**STEADY, "born_on": date(2018, 5, 7)},
    Group.OVERDUE: {**STEADY, "joined_on": date(2025, 3, 4), "official_on": None},
    Group.ENDING: {**STEADY, "joined_on": date(2025, 12, 4), "official_on": None},
    Group.MARKED: {**STEADY, "born_on": date(1990, 1, 1)},
}


def planted(count: int, seed: int = 7) -> tuple[list[Row], dict[Group, set[int]]]:
    """Rows, and which of them hold which fault; a hundredth of the rows is spoilt."""
    chance, rows = random.Random(seed), people(count, seed, cells=max(2, count // 30))
    places = chance.sample(range(count), max(len(FAULTS) + 1, count // 100))
    faults: dict[Group, set[int]] = {group: set() for group in (*FAULTS, Group.TWINS)}
    for turn, at in enumerate(places):
        group = list(faults)[turn % len(faults)]
        given = FAULTS.get(group) or {"personal_number": rows[(at + 1) % count]["personal_number"]}
        rows[at] = {**rows[at], **given}
        faults[group].add(at)
    rows = _apart(rows)
    return rows, faults


def _apart(rows: list[Row]) -> list[Row]:
    """Numbers that lost their zero are apart from one another, or they would be twins as well."""
    turn = 0
    for at, row in enumerate(rows):
        if isinstance(row["personal_number"], int):
            rows[at] = {**row, "personal_number": row["personal_number"] - turn}
            turn += 1
    return rows


def measured(count: int, layout: Layout) -> bool:
    """Prints one line; whether it was in time and every planted fault was found."""
    rows, faults = planted(count)
    data = workbook(rows, layout)
    begun, worked = perf_counter(), processor()
    answer = check_bytes(data, "danh-sach.xlsx", TODAY)
    told = sections(answer.checked)
    seconds, work = perf_counter() - begun, processor() - worked
    exact = all(_listed(answer, group) == places for group, places in faults.items() if group != Group.TWINS)
    twins = _listed(answer, Group.TWINS)
    exact = exact and twins >= faults[Group.TWINS] and len(twins) <= 2 * len(faults[Group.TWINS])
    lines = sum(len(one.lines) for one in told)
    within = seconds < BOUNDS.get(count, float("inf"))
    print(
        f"{count:>7,} rows  {layout.name:<13} {len(data) / 1e6:5.1f} MB "
        f"{seconds:6.2f} s (processor {work:5.2f}) {lines:>6,} lines  "
        f"planted {sum(map(len, faults.values())):>4}: {'all found, no others' if exact else 'NOT THE SAME'}"
        f"{'' if within else '  TOO SLOW'}"
    )
    return within and exact


def processor() -> float:
    """Seconds of processor of this process and of the workers it has had."""
    return sum(os.times()[:4])


def _listed(answer: Answer, group: Group) -> set[int]:
    return {at for one in answer.checked.of(group) for at in one.members}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    import django

    django.setup()
    counts = [int(one) for one in sys.argv[1:]] or list(BOUNDS)
    results = [measured(count, layout) for count in counts for layout in (IMPORT_31, CLEAN_UP_28)]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
