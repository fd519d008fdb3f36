"""How long printed lists take: a roll and a register of 6,200 members as Word and Excel, slips of 500.

python -m bench.lists            rows made up, nothing read
python -m bench.lists CODE       and the roll of an organisation of the book of THENCHOT_HOME, by its code
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from time import perf_counter

from thenchot.reports.layout import Head, Signature
from thenchot.reports.lists import excel, forms, registers, residence, word
from thenchot.reports.lists.members import Member
from thenchot.reports.lists.sheets import Stamp

MEMBERS, CELLS, SLIPS = 6_200, 200, 500
HEAD = Head("Đảng bộ tỉnh", "Đảng ủy xã", place="Xã")
SIGNER = Signature(["T/M BAN THƯỜNG VỤ"])
STAMP = Stamp("0000-0000-0000", "bench", "Đảng bộ xã")
DAY = date(2026, 11, 20)


def members() -> Iterator[Member]:
    """As wide as real ones, cell by cell."""
    for place in range(MEMBERS):
        cell = place * CELLS // MEMBERS
        yield Member(
            name=f"Vàng A Sùng {place}", year=str(1940 + place % 60), sex="nam", ethnicity="Mông",
            general="trung học phổ thông", professional="đại học", theory="trung cấp lý luận",
            occupation="nông dân", joined=date(1990, 5, 1), official=date(1991, 5, 1), badges=("30",),
            cell=f"Chi bộ thôn {cell:03}", listed=("chính thức",), residence=f"Chi bộ thôn {cell:03}",
        )  # fmt: skip


def timed(what: str, make: Callable[[], bytes]) -> None:
    """One line: seconds and kilobytes."""
    start = perf_counter()
    content = make()
    print(f"{what:40} {perf_counter() - start:6.2f} s {len(content) // 1000:6} kB")


def made_up() -> None:
    """Sheets and slips from rows in memory."""
    all_ = list(members())
    for name, build in (("roll", registers.roll), ("register", registers.register)):
        sheet = build(HEAD, SIGNER, all_, on=DAY, name="Đảng bộ xã")
        for kind, write in (("docx", word.word), ("xlsx", excel.excel)):
            timed(f"{name} {kind}, {MEMBERS} members", lambda w=write, s=sheet: w(s, STAMP))
    pages = residence.slips(HEAD, all_[:SLIPS], year=2026)
    timed(f"slips docx, {SLIPS} pages", lambda: forms.word(pages, STAMP, title="213"))


def from_the_book(code: str) -> None:
    """Reading the roll of an organisation, names still closed: what a page waits for."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    import django

    django.setup()
    from datetime import UTC, datetime

    from thenchot.surface.printing import papers
    from thenchot.surface.printing.orders import Order
    from thenchot.surface.subjects import subject

    at = datetime(2026, 11, 21, 3, tzinfo=UTC)
    for paper in ("roll", "register", "badges"):
        for time in ("first", "again"):
            start = perf_counter()
            found = papers.prepare(Order(paper, subject(code), DAY), at=at)
            print(f"{paper} read, {time:30} {perf_counter() - start:6.2f} s {len(found.persons):6} persons")


if __name__ == "__main__":
    made_up()
    for given in sys.argv[1:]:
        from_the_book(given)
