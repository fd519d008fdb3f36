"""How fast acts are written, judged by the rules of all rooms, on SQLite and on PostgreSQL.

    python -m bench.recording                      400,000 entries on SQLite
    python -m bench.recording --entries 2000000    five times as many
    THENCHOT_POSTGRES="$(tools/postgres.sh start)" python -m bench.recording

Cells and members are synthetic; every act goes through record_many, a few thousand at a time.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

AT = datetime(2026, 11, 21, 3, tzinfo=UTC)
BEGINS = date(2015, 1, 1)
AT_ONCE = 5_000
MEMBERS_OF_A_CELL = 30


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=400_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["THENCHOT_HOME"] = str(Path(home) / "home")
        os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
        if os.environ.get("THENCHOT_POSTGRES"):
            os.environ["THENCHOT_POSTGRES"] += f" dbname=bench_{os.getpid()}"
        try:
            run(options.entries)
        finally:
            leave_nothing()


def leave_nothing() -> None:
    """On PostgreSQL the databases made for this run go again."""
    from django.db import connections

    from thenchot.databases import ALIASES, maintenance, on_postgresql

    for alias in ALIASES if on_postgresql() else ():
        connections[alias].close()
        with maintenance(alias) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{connections[alias].settings_dict["NAME"]}"')


def run(entries: int) -> None:
    import django

    django.setup()
    from django.db import connection

    from bench.figures import machine
    from thenchot.databases import migrate_all
    from thenchot.law.recording import record_many
    from thenchot.ledger import reading
    from thenchot.ledger.minting import SeededMint
    from thenchot.ledger.writing import Draft, Memory, append

    machine()
    migrate_all()
    mint, memory = SeededMint("bench"), Memory()
    append([Draft(_founding(mint.id()), mint.id())], at=AT, by=1, mint=mint)
    part: list[Draft] = []
    start, spent = time.perf_counter(), time.process_time()
    for act in acts(mint, entries):
        part.append(Draft(act, mint.id()))
        if len(part) == AT_ONCE:
            record_many(part, at=AT, by=1, mint=mint, memory=memory)
            part = []
    record_many(part, at=AT, by=1, mint=mint, memory=memory)
    took, own = time.perf_counter() - start, time.process_time() - spent
    size = reading.size()
    print(f"{connection.vendor}: {size:,} entries in {took:.1f} s, {size / took:,.0f} a second; "
          f"{own:.1f} s of them in this process")  # fmt: skip


def _founding(installation: int):
    from thenchot.ledger.events import Founded, Holding, Mode

    return Founded(
        about=installation, effective_on=BEGINS, mode=Mode.DEMO, code="bench", holding=Holding.SINGLE,
        begins_on=BEGINS,
    )  # fmt: skip


def acts(mint, entries: int) -> Iterator:
    """Organisations, then for every member six acts of a life, year after year."""
    from thenchot.ledger.days import PartialDay
    from thenchot.rooms.membership import events as membership
    from thenchot.rooms.organisations import events as organisations
    from thenchot.rooms.people import events as people

    top, name = mint.id(), mint.id()
    yield organisations.CarriedOver(about=top, effective_on=BEGINS, code="top", type="province", name=name)
    members = entries // 6
    cells = []
    for number in range(members // MEMBERS_OF_A_CELL + 1):
        cells.append(mint.id())
        yield organisations.CarriedOver(
            about=cells[-1],
            effective_on=BEGINS,
            code=f"c{number}",
            type="grassroots_cell",
            parent=top,
            name=name,
        )
    lives = [(mint.id(), cells[number % len(cells)]) for number in range(members)]
    for number, (person, cell) in enumerate(lives):
        yield people.Registered(
            about=person, effective_on=BEGINS, organisation=cell, ethnicity="02", occupation="farmer",
            birth=PartialDay.of(f"{1950 + number % 40}-03"), sex="female" if number % 3 else "male",
            general="upper_secondary", professional="none", theory="none", youth_union=False,
            business_owner=False,
        )  # fmt: skip
        yield membership.CarriedOver(
            about=person, effective_on=BEGINS, organisation=cell, cell=cell, standing="full",
            joined_on=date(1990, 5, 19), official_on=date(1991, 5, 19), party_since=date(1990, 5, 19),
        )  # fmt: skip
    for year, life in ((2017, _studied), (2019, _exempted), (2021, _returned), (2023, _moved)):
        for number, (person, cell) in enumerate(lives):
            day = date(year, 1, 1) + timedelta(days=number % 360)
            yield life(person, cell, cells[(number + 7) % len(cells)], day)


def _studied(person, cell, other, day):
    from thenchot.rooms.people.events import Studied

    return Studied(about=person, effective_on=day, organisation=cell, general="upper_secondary",
                   professional="college", theory="elementary")  # fmt: skip


def _exempted(person, cell, other, day):
    from thenchot.rooms.membership.events import Exempted

    return Exempted(about=person, effective_on=day, organisation=cell)


def _returned(person, cell, other, day):
    from thenchot.rooms.membership.events import ExemptionEnded

    return ExemptionEnded(about=person, effective_on=day, organisation=cell)


def _moved(person, cell, other, day):
    from thenchot.rooms.membership.events import Moved

    return Moved(about=person, effective_on=day, organisation=other, cell=other, why="reorganisation")


if __name__ == "__main__":
    main()
