"""Damaged reports by the thousand: none may crash what reads them, none may hang.

    python -m bench.mutated [--first 0] [--count 20000] [--seed 1] [--to FILE]

Each is read in a process of its own, forked from one that has everything imported and bounded as a worker is
(`files/confined.py`): admitted, read, checked, answered, a Word file given back with its comments and read
again. Prints how many were read, what the others were refused for, how long they took of the processor; with
`--to`, a line of JSON for each. Exit 1 where a process died, was stopped at its bounds or raised anything.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
import traceback
from collections import Counter
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

WAIT = 600  # seconds by the clock; the processor's bound is the worker's own
SAID = 4_000  # bytes of an outcome
STEPS = (0.1, 0.3, 1, 3, 10, 20)  # seconds of processor


@dataclass(frozen=True)
class Outcome:
    """What became of one input: `read`, the code of a refusal, or `FAULT …`; its seconds of processor."""

    number: int
    kind: str
    size: int
    what: str
    seconds: float


def main() -> int:
    """Every input in turn; the table at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path)
    given = parser.parse_args()
    prepare()
    began = time.monotonic()
    with given.to.open("a", encoding="utf-8") if given.to else nullcontext() as to:
        found = outcomes(given.seed, given.first, given.count, to)
    show(found, time.monotonic() - began)
    return int(any(one.what.startswith("FAULT") for one in found))


def prepare() -> None:
    """Everything imported that a worker needs, once for all."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    import django

    django.setup()
    from thenchot.files import document_worker
    from thenchot.reports.tests import mutations

    for kind, data in mutations.seeds().items():
        document_worker.prepare(kind)
        assert mutations.outcome(data) == "read"  # what is imported late is imported


def outcomes(seed: int, first: int, count: int, to: TextIO | None) -> list[Outcome]:
    from thenchot.reports.tests.mutations import inputs

    found: list[Outcome] = []
    for number, kind, data in inputs(count, seed, first):
        what, seconds = apart(data)
        found.append(Outcome(number, kind, len(data), what, round(seconds, 2)))
        if to:
            to.write(json.dumps(asdict(found[-1])) + "\n")
            to.flush()
        if len(found) % 500 == 0:
            faults = sum(one.what.startswith("FAULT") for one in found)
            sys.stderr.write(f"{len(found):,} inputs, faults: {faults}\n")
    return found


def apart(data: bytes) -> tuple[str, float]:
    """What a process of its own says of an input, and its seconds of processor."""
    hears, says = os.pipe()
    child = os.fork()
    if not child:
        os.close(hears)
        signal.alarm(WAIT)
        os.write(says, said_of(data).encode()[:SAID])
        os._exit(0)
    os.close(says)
    with os.fdopen(hears, "rb") as pipe:
        what = pipe.read().decode()
    _child, status, used = os.wait4(child, 0)
    if os.WIFSIGNALED(status):
        what = f"FAULT died of {signal.Signals(os.WTERMSIG(status)).name}"
    return what or f"FAULT exit {status}", used.ru_utime + used.ru_stime


def said_of(data: bytes) -> str:
    """In the child: the outcome, or the last line of what was raised and where."""
    from thenchot.files.confined import confine
    from thenchot.reports.tests.mutations import outcome

    try:
        return outcome(data, shut=confine)
    except BaseException as fault:
        last = traceback.extract_tb(fault.__traceback__)[-3:]
        way = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(last))
        return f"FAULT {type(fault).__name__}: {fault} ({way})"


def show(found: list[Outcome], seconds: float) -> None:
    """How many came out how, and how long they took."""
    for what, count in Counter(one.what for one in found).most_common():
        print(f"{count:7,}  {what}")
    for step in STEPS:
        print(f"{sum(one.seconds > step for one in found):7,}  took more than {step} s of processor")
    for one in sorted(found, key=lambda one: -one.seconds)[:5]:
        print(f"{one.seconds:7}  seconds: input {one.number} ({one.kind}, {one.size:,} bytes): {one.what}")
    processor = sum(one.seconds for one in found)
    print(f"{len(found):7,}  inputs in {seconds:.0f} s; {processor:.0f} s of processor")


if __name__ == "__main__":
    sys.exit(main())
