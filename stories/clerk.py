"""Clerks at work in processes of their own, until somebody kills them: `python -m stories.clerk`.

Says `ready`; then each line it reads, a seed and a file, lets a new clerk begin, and it says her process id.
She records new members, one act set after another. Only after each is recorded she writes into her file its
token, how many acts it has and its first place in the book.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from datetime import timedelta
from typing import NoReturn

import django


def main() -> None:
    """Load everything once, then fork: a kill costs no second of loading."""
    django.setup()
    import stories.book  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    say("ready")
    for line in sys.stdin:
        seed, file = line.split()
        pid = os.fork()
        if not pid:
            work(seed, os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        say(str(pid))


def work(seed: str, file: int) -> NoReturn:
    """Record, then acknowledge: in the kernel's hands when `os.write` returns."""
    from stories.book import BEGINS, CELL_1, CELL_2, CLERK, NOON, member
    from thenchot.law.recording import record_many
    from thenchot.ledger.minting import SeededMint
    from thenchot.ledger.writing import Draft, Memory
    from thenchot.rooms.membership.events import Move, Moved

    chance, mint, memory = random.Random(seed), SeededMint(f"clerk {seed}"), Memory()
    while True:
        person, act_set = mint.id(), mint.id()
        acts = member(person, CELL_1)
        for n in range(chance.randrange(3)):
            day = BEGINS + timedelta(days=n + 1)
            to = (CELL_2, CELL_1)[n]
            acts.append(
                Moved(about=person, organisation=CELL_1, effective_on=day, cell=to, why=Move.INTERNAL)
            )
        drafts = [Draft(act, act_set) for act in acts]
        entries = record_many(drafts, at=NOON, by=CLERK, mint=mint, memory=memory).entries
        os.write(file, f"{act_set} {len(entries)} {entries[0].seq}\n".encode())


def say(line: str) -> None:
    """One line that is out of this process's hands when the call returns."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
