"""How long a province takes to close, how large the folder is, and how long it takes to open, recount, erase.

    python bench/closing.py                 62,000 members, 6,000 organisations, about 400,000 entries
    python bench/closing.py --members 5000  smaller
    python bench/closing.py --keep DIR      keep the book there; that of bench/figures.py will do

Acts are synthetic and written unjudged through the book's own writer.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import machine, many, took, write_book

AT = datetime(2026, 11, 21, 4, tzinfo=UTC)
CLERK, DEPUTY = 11, 12


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--members", type=int, default=62_000)
    asked.add_argument("--keep", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = options.keep or Path(temporary) / "home"
        os.environ["THENCHOT_HOME"] = str(home)
        os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
        os.environ.setdefault("THENCHOT_POSTGRES", "")
        run(options.members)


def run(members: int) -> None:
    import django

    django.setup()
    from thenchot.databases import migrate_all
    from thenchot.ledger import reading
    from thenchot.snapshot.period import free

    migrate_all()
    if not reading.size():
        took(f"book written ({members:,} members)", lambda: write_book(members))
    machine()
    print(f"{reading.size():,} entries")
    root = int(
        reading.rows("SELECT about FROM ledger_entry WHERE kind = 'organisations.carried_over' ORDER BY seq")[
            0
        ][0]
    )
    staff(root)
    measure(root, free(date(2026, 1, 1), date(2026, 11, 20)))


def staff(root: int) -> None:
    from thenchot.access.accounts import Account
    from thenchot.access.events import Granted, Role
    from thenchot.ledger.minting import SystemMint
    from thenchot.ledger.writing import Draft, append

    for account, role in ((CLERK, "office"), (DEPUTY, "confirmer")):
        _, new = Account.objects.get_or_create(id=account, defaults={"name": f"account{account}"})
        if new:
            act = Granted(about=account, effective_on=date(2026, 1, 1), role=Role(role), scope=root)
            append([Draft(act, account)], at=AT, by=1, mint=SystemMint())


@dataclass
class Office:
    key: Any
    mint: Any


def measure(root: int, period: Any) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from thenchot.ledger.minting import SystemMint
    from thenchot.snapshot.catalogue import Catalogue
    from thenchot.snapshot.closing import actions
    from thenchot.snapshot.closing.erasing import forget
    from thenchot.snapshot.closing.listing import standing
    from thenchot.snapshot.closing.opening import Closing
    from thenchot.snapshot.closing.verifying import verify
    from thenchot.snapshot.tests.province import FIGURES, POPULATIONS

    office, catalogue = (
        Office(Ed25519PrivateKey.from_private_bytes(bytes(range(32))), SystemMint()),
        Catalogue(),
    )
    catalogue.register(POPULATIONS, many(FIGURES))
    from thenchot.snapshot.engine import open_engine

    took("segments and engine, made before", lambda: open_engine().close())
    code = took(
        f"lập biểu ({len(catalogue.figures)} figures)",
        lambda: actions.prepare(office, root, period, by=CLERK, at=AT, catalogue=catalogue),
    )
    took("soát", lambda: actions.review(office, code, by=CLERK, at=AT))
    took("duyệt", lambda: actions.approve(office, code, by=DEPUTY, at=AT))
    path = standing(code).path
    for file in sorted(path.rglob("*")):
        if file.is_file():
            print(f"{'':4}{file.relative_to(path).as_posix():40} {file.stat().st_size:12,} bytes")
    print(
        f"{'':4}{'all':40} {sum(file.stat().st_size for file in path.rglob('*') if file.is_file()):12,} bytes"
    )
    closing = took("opened", lambda: Closing(path))
    took("one figure", lambda: closing.figure("members.total", root))
    rows = took("rows of the largest figure, first asked", lambda: closing.rows("members.total", root))
    print(f"{'':4}{len(rows.rows):,} rows")
    took("every figure recounted", closing.recounted)
    report = took("verified", lambda: verify(path, office.key.public_key(), closing.manifest["installation"]))
    assert report.in_order, report.faults[:3]
    took("one person erased", lambda: forget(rows.column("person")[0]))


if __name__ == "__main__":
    main()
