"""How long the book takes to become segments, and segments figures, at the size of a demo province.

    python bench/figures.py                 62,000 members, 6,000 organisations, about 400,000 entries
    python bench/figures.py --members 5000  smaller
    python bench/figures.py --keep DIR      keep the book there and use it again next time

Acts are synthetic and written unjudged through the book's own writer.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

AT = datetime(2026, 11, 21, 3, tzinfo=UTC)
BEGINS = date(2020, 1, 1)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--members", type=int, default=62_000)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--repeats", type=int, default=5)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = options.keep or Path(temporary) / "home"
        os.environ["THENCHOT_HOME"] = str(home)
        os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
        os.environ.setdefault("THENCHOT_POSTGRES", "")
        run(home, options.members, options.repeats)


def run(home: Path, members: int, repeats: int) -> None:
    import django

    django.setup()
    from thenchot.databases import migrate_all
    from thenchot.ledger import reading

    fresh = not (home / "book.sqlite3").exists()
    migrate_all()
    if fresh or not reading.size():
        took(f"book written ({members:,} members)", lambda: write_book(members))
    machine()
    print(f"{reading.size():,} entries")
    measure(repeats)


def machine() -> None:
    import duckdb
    import pyarrow

    cpu = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    name = cpu[0].partition(": ")[2] if cpu else platform.processor()
    print(f"{os.cpu_count()} × {name}, {platform.system()}")
    print(f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, Arrow {pyarrow.__version__}")


def took(
    what: str, work: Callable[[], Any], repeats: int = 1, before: Callable[[], Any] = lambda: None
) -> Any:
    """Do it a few times; print the middle and the worst, and the CPU it takes whoever else is busy."""
    times, busy, result = [], [], None
    for _ in range(repeats):
        before()
        start, began = time.perf_counter(), time.process_time()
        result = work()
        times.append(time.perf_counter() - start)
        busy.append(time.process_time() - began)
    middle, least = statistics.median(times), min(busy)
    print(f"{what:56} {middle:8.3f} s   worst {max(times):8.3f} s   least CPU {least:8.3f} s")
    took.last = statistics.median(times)  # type: ignore[attr-defined]
    return result


def measure(repeats: int) -> None:
    from thenchot.snapshot import segments
    from thenchot.snapshot.catalogue import Catalogue
    from thenchot.snapshot.engine import open_engine
    from thenchot.snapshot.figures import count
    from thenchot.snapshot.movement import movement
    from thenchot.snapshot.opened import listed, rows
    from thenchot.snapshot.opening import roll
    from thenchot.snapshot.period import free
    from thenchot.snapshot.tests.province import FIGURES, POPULATIONS

    def write() -> None:
        with segments.held():
            pass

    catalogue = Catalogue()
    catalogue.register(POPULATIONS, many(FIGURES))
    took("segments, all of them", write, repeats, segments.clear)
    engine = took("opening the engine", open_engine, repeats)
    day = date(2026, 11, 20)
    now, past = free(date(2026, 1, 1), day), free(date(2022, 1, 1), date(2022, 11, 20))

    def form(period: Any, **of: Any) -> Callable[[], Any]:
        return lambda: count(engine, period, catalogue=catalogue, **of)

    counts = took(f"{len(catalogue.figures)} figures of all organisations", form(now), repeats, engine.forget)
    print(f"{'':4}{len(counts.organisations):,} organisations")
    today = took.last  # type: ignore[attr-defined]
    took("the same, a day four years ago", form(past), repeats, engine.forget)
    print(f"{'':4}past ÷ today = {took.last / today:.2f}")  # type: ignore[attr-defined]
    root = max(counts.organisations, key=lambda node: counts.value("members.total", node))
    took("one organisation's full form, first asked", form(now, organisations=[root]), repeats, engine.forget)
    took("the same, asked again", form(now, organisations=[root]), repeats)
    took(
        "rows behind one figure of the whole",
        lambda: rows(engine, now, "members.total", root, catalogue=catalogue),
    )
    took("movement of every organisation", lambda: movement(engine, now), repeats, engine.forget)
    took(
        "the same by column, as a page asks",
        lambda: listed(engine, now, "members.total", root, catalogue=catalogue),
        repeats,
    )
    took("the roll of a day four years ago", lambda: roll(engine, past.last), repeats)
    engine.close()
    follow(repeats, lambda kept: count(kept, now, organisations=[root], catalogue=catalogue))
    took("book to all figures", lambda: (segments.clear(), count(open_engine(), now, catalogue=catalogue)))


def follow(repeats: int, form: Callable[[Any], Any]) -> None:
    """An engine kept open: from one more act in the book until it is known, and until a form shows it."""
    from thenchot.ledger.minting import SystemMint
    from thenchot.ledger.writing import Draft, append
    from thenchot.rooms.people.events import Registered
    from thenchot.snapshot.kept import Kept

    kept, mint = Kept(), SystemMint()

    def write() -> None:
        chance = random.Random(1)
        act = next(act for act in life(chance, mint.id(), [1]) if isinstance(act, Registered))
        append([Draft(act, act_set=mint.id())], at=AT, by=1, mint=mint)

    def known() -> None:
        with kept.engine():
            pass

    def shown() -> None:
        with kept.engine() as engine:
            form(engine)

    took("an engine kept open: first asked", shown)
    took("one act more: known to it", known, repeats, write)
    took("one act more: in one organisation's full form", shown, repeats, write)
    took("nothing more: the form again", shown, repeats)
    kept.close()
    print(f"{'':4}largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")


def many(figures: list[Any]) -> list[Any]:
    """The same figures several times over, so that there are about as many as a province reports."""
    from dataclasses import replace

    return [
        replace(figure, code=figure.code if copy == 0 else f"{figure.code}.{copy}", relations=())
        for copy in range(max(1, 200 // len(figures)))
        for figure in figures
    ]


def write_book(members: int) -> None:
    from thenchot.ledger.minting import SeededMint
    from thenchot.ledger.writing import Draft, append

    chance, mint = random.Random(2026), SeededMint("bench")
    part: list[Draft] = []
    for act in acts(chance, mint, members):
        part.append(Draft(act, act_set=mint.id()))
        if len(part) == 20_000:
            append(part, at=AT, by=1, mint=mint)
            part = []
    append(part, at=AT, by=1, mint=mint)


def acts(chance: random.Random, mint: Any, members: int) -> Iterator[Any]:
    """Organisations (a tenth as many as members), then the lives of the members one after another."""
    from thenchot.ledger.events import Founded, Holding, Mode

    yield Founded(
        about=1, effective_on=BEGINS, mode=Mode.DEMO, code="bench", holding=Holding.SINGLE, begins_on=BEGINS
    )
    cells: list[int] = []
    for act, cell in tree(mint, members // 12):
        yield act
        cells += [act.about] if cell else []
    for _ in range(members):
        yield from life(chance, mint.id(), cells)


def tree(mint: Any, cells: int) -> Iterator[tuple[Any, bool]]:
    from thenchot.rooms.organisations.events import CarriedOver, OrganisationType, Sector

    def made(level: str, parent: int | None, n: int) -> Any:
        return CarriedOver(
            about=mint.id(), effective_on=BEGINS, code=f"{level}.{n}", type=OrganisationType(level),
            name=mint.id(), parent=parent, sector=Sector.RESIDENTIAL,
        )  # fmt: skip

    root = made("province", None, 0)
    yield root, False
    committee = grassroots = root
    for n in range(cells):
        if n % 400 == 0:
            committee = made("district", root.about, n)
            yield committee, False
        if n % 6 == 0:
            grassroots = made("grassroots", committee.about, n)
            yield grassroots, False
        yield made("cell", grassroots.about, n), True


def life(chance: random.Random, person: int, cells: list[int]) -> Iterator[Any]:
    from thenchot.ledger.days import PartialDay
    from thenchot.rooms.membership import events as m
    from thenchot.rooms.people import events as p

    cell, started = chance.choice(cells), chance.random() < 0.3
    day = BEGINS + timedelta(days=chance.randrange(2000)) if started else BEGINS
    born = PartialDay.of(f"{chance.randrange(1940, 2005)}-0{chance.randrange(1, 10)}")
    yield p.Registered(
        about=person, organisation=cell, effective_on=day, birth=born,
        sex=chance.choice(list(p.Sex)), ethnicity=f"e{min(int(chance.expovariate(0.5)), 20)}",
        general=chance.choice(list(p.General)), professional=chance.choice(list(p.Professional)),
        theory=chance.choice(list(p.Theory)), occupation=chance.choice(list(p.Occupation)),
        youth_union=chance.random() < 0.2, business_owner=chance.random() < 0.05,
    )  # fmt: skip
    if started:
        yield m.Admitted(about=person, organisation=cell, effective_on=day, cell=cell, signed_on=day)
        yield m.Recognised(about=person, organisation=cell, effective_on=day + timedelta(days=365))
    else:
        joined = date(chance.randrange(1965, 2019), 5, 19)
        yield m.CarriedOver(
            about=person, organisation=cell, effective_on=day, cell=cell, standing=m.Standing.FULL,
            joined_on=joined, official_on=joined, party_since=joined, exempt=chance.random() < 0.1 or None,
        )  # fmt: skip
    left = (date(2026, 11, 20) - day).days
    for after in sorted(chance.randrange(left) for _ in range(chance.randrange(1, 9))):
        day = max(day, BEGINS + timedelta(days=after))
        kind = chance.randrange(6)
        if kind == 0:
            cell = chance.choice(cells)
            yield m.Moved(about=person, organisation=cell, effective_on=day, cell=cell, why=m.Move.INTERNAL)
        elif kind == 1 and chance.random() < 0.1:
            yield m.Died(about=person, organisation=cell, effective_on=day)
            return
        elif kind == 2:
            yield m.BadgeAwarded(
                about=person, organisation=cell, effective_on=day, years=str(chance.choice((30, 40, 50)))
            )
        elif kind == 3:
            yield p.Occupied(
                about=person,
                organisation=cell,
                effective_on=day,
                occupation=chance.choice(list(p.Occupation)),
            )
        else:
            yield m.CardIssued(about=person, organisation=cell, effective_on=day, how=m.CardIssue.EXCHANGED)


if __name__ == "__main__":
    main()
