"""How fast a national member list is read, compared, taken in and written back.

    python -m bench.national                 10,000 rows on a book of its own, SQLite
    python -m bench.national --rows 2000

The file is invented (`thenchot.demo.national_file`); every row is read in the confined worker, every new
person passes the rules. Of those in the book one in twenty is changed before writing back.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

CELLS = ("c21", "c22", "c23", "c24")
DAY = date(2026, 11, 20)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, default=10_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["THENCHOT_HOME"] = str(Path(home) / "home")
        os.environ.pop("THENCHOT_KEY_FILE", None)
        os.environ.pop("THENCHOT_POSTGRES", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
        run(options.rows)


def run(rows: int) -> None:
    import django

    django.setup()
    from bench.figures import machine
    from thenchot.access.events import Role
    from thenchot.access.tests.book import AT, begin
    from thenchot.databases import migrate_all
    from thenchot.demo.national_file import made_up, workbook
    from thenchot.rooms.membership.events import Exempted
    from thenchot.rooms.membership.reading import membership_of
    from thenchot.surface import together
    from thenchot.surface.national import acts as national_acts
    from thenchot.surface.national import file as national_file
    from thenchot.surface.national import held as national
    from thenchot.surface.national import lines as national_lines
    from thenchot.surface.national import said as national_said

    machine()
    migrate_all()
    book = begin()
    office = book.account("to.chuc", (Role.ORGANISING, book.top))
    clerk = national.Clerk(book.desk, office.id, AT, book.top)
    data = workbook(made_up(rows, CELLS))
    print(f"{rows:,} rows, {len(data) / 1e6:.1f} MB")

    with timed("preview of a file of new people"):
        look = national.bring(clerk, data, "a.xlsx", organisation=book.top, day=DAY)
        national_said.keep(look)
    with timed("taking them in, as one act set"), together.book_held():
        national_acts.bring_in(clerk, look, changes=False, on_paper=True)
    with timed("preview of the same file, all known"):
        look = national.bring(clerk, data, "a.xlsx", organisation=book.top, day=DAY)
        national_said.keep(look)
    active = [one.person for one in look.results if one.line.values["status"] == "active"][::20]
    book.write(*(Exempted(about=one, effective_on=date(2026, 7, 1),
                          organisation=membership_of(one, as_of=DAY).cell) for one in active))  # fmt: skip
    with timed(f"writing back {len(active):,} changed members, the file read and compared anew"):
        look = national.again(clerk, look.upload.code)
        written = national_file.write_back(clerk, look, numbers=False)
    with timed(f"the reconciliation list, {written.cells:,} cells differ"):
        national_lines.reconcile(clerk, look)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start, used = time.perf_counter(), time.process_time()
    yield
    seconds, used = time.perf_counter() - start, time.process_time() - used
    print(f"{what}: {seconds:.1f} s ({used:.1f} s of this process alone)")


if __name__ == "__main__":
    main()
