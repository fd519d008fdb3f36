"""R1: clerks are killed at random moments under load; what they were told is recorded is in the book.

KILLS=200: so many cycles. Each kills two clerks who write at once and looks for everything they had
acknowledged; some forty times the whole book is verified against a checkpoint kept from before.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stories.book import NOON, begun
from stories.nightly import tell, times
from thenchot.ledger import proof, reading
from thenchot.ledger.checkpoints import Checkpoint
from thenchot.ledger.verifying import verify

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RESTART = 30.0  # seconds at most until a new process has recorded something
WARM = 0.4  # killed within so many seconds of beginning to write
COLD = 25  # every so many cycles the whole process is new


class Hall:
    """The process in which clerks begin."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.folder, self.began = folder, time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "stories.clerk"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
        assert self.process.stdout.readline() == "ready\n", self.process.stderr.read()

    def clerk(self, seed: str) -> Clerk:
        """A new one, writing at once."""
        file = self.folder / seed
        self.process.stdin.write(f"{seed} {file}\n")
        self.process.stdin.flush()
        return Clerk(int(self.process.stdout.readline()), file)

    def close(self) -> str:
        """What went wrong in it: nothing."""
        self.process.kill()
        return self.process.communicate()[1]


class Clerk:
    """A process that writes, and its file of acknowledgements."""

    def __init__(self, pid: int, file: Path) -> None:
        self.pid, self.file = pid, file

    def acknowledged(self) -> list[tuple[int, int, int]]:
        """(act set, acts, first place)."""
        said = self.file.read_text() if self.file.exists() else ""
        return [tuple(int(part) for part in line.split()) for line in said.splitlines()]

    def kill(self) -> None:
        """SIGKILL: nothing of ours runs after it."""
        os.kill(self.pid, signal.SIGKILL)

    def gone(self) -> bool:
        """Whether nothing is left of the process."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        return False


def test_no_acknowledged_write_is_lost(installation, tmp_path):
    begun()
    cycles, chance, hall = times("KILLS", 12), random.Random(20261121), None
    acknowledged: dict[int, int] = {}
    restarts, unsaid = [], 0
    kept = proof.make_checkpoint(KEY, occasion="test", at=NOON)
    for cycle in range(cycles):
        before, cold = reading.size(), cycle % COLD == 0
        if cold:
            assert not (hall and hall.close())
            hall = Hall(installation.environment, tmp_path)
        team = [hall.clerk(f"{cycle}.{n}") for n in range(2)]
        if cold or chance.random() < 0.5:  # else some die before they have recorded anything
            wait_for_the_first(team)
        if cold:
            restarts.append(time.monotonic() - hall.began)
        time.sleep(chance.random() * WARM)
        for clerk in chance.sample(team, 2):
            clerk.kill()
            time.sleep(chance.choice((0, 0.01)))
        while not all(clerk.gone() for clerk in team):
            time.sleep(0.001)
        said = [line for clerk in team for line in clerk.acknowledged()]
        unsaid += look_for(said, before)
        acknowledged |= {act_set: first for act_set, _, first in said}
        if cycle % max(1, cycles // 40) == 0 or cycle == cycles - 1:
            kept = verified(kept)
    assert hall.close() == ""

    places = dict(reading.rows("SELECT act_set, min(seq) FROM ledger_entry GROUP BY act_set"))
    assert [a for a, first in acknowledged.items() if places.get(a) != first] == []
    assert len(acknowledged) > cycles / 3, "the clerks hardly wrote: nothing was tried"
    assert max(restarts) <= RESTART
    tell(
        "R1", cycles=cycles, acknowledged=len(acknowledged), lost=0, recorded_and_unsaid=unsaid,
        entries=reading.size(), slowest_restart=f"{max(restarts):.1f} s",
    )  # fmt: skip


def wait_for_the_first(team: list[Clerk]) -> None:
    """Until one of them has recorded something."""
    patience = time.monotonic() + RESTART
    while not any(clerk.acknowledged() for clerk in team) and time.monotonic() < patience:
        time.sleep(0.005)


def look_for(said: list[tuple[int, int, int]], before: int) -> int:
    """Every act set acknowledged is there, and every one that is there is whole; how many were not said."""
    found = reading.rows("SELECT act_set, kind FROM ledger_entry WHERE seq > %s", [before])
    held = Counter(act_set for act_set, _ in found)
    assert [line for line in said if held[line[0]] != line[1]] == []
    members = Counter(act_set for act_set, kind in found if kind == "membership.carried_over")
    assert set(held) == set(members)
    return len(held) - len(said)


def verified(kept: Checkpoint) -> Checkpoint:
    """The book is in order and goes on from the checkpoint kept; its periods equal the fold. The next one."""
    report = verify(KEY.public_key(), own=kept)
    assert report.in_order and report.periods, (report.faults, report.missing_guards)
    return proof.make_checkpoint(KEY, occasion="test", at=NOON)
