"""Damaged reports by the thousand: none may crash what reads them, none may hang.

    python -m bench.mutated [--count 20000] [--seed 1]

Each batch is read in a process of its own, bounded as the workers are. Prints how many were read and what the
others were refused for; `slow` are those a worker would be stopped at. Exit 1 where a process died, hung or
raised something else.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import islice

BATCH = 250
SECONDS = 20  # of processor, as a worker has


def main() -> int:
    """Every batch in turn; the table at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, nargs=2, metavar=("FROM", "TO"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.batch:
        return batch(given.seed, *given.batch)
    found, faults, began = Counter[str](), list[str](), time.monotonic()
    for start in range(0, given.count, BATCH):
        end = min(start + BATCH, given.count)
        command = [sys.executable, "-m", "bench.mutated", "--seed", str(given.seed)]
        done = subprocess.run(
            [*command, "--batch", str(start), str(end)], capture_output=True, text=True, check=False
        )
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        found.update(line[1] for line in lines if len(line) == 2)
        if done.returncode or len(lines) != end - start:
            at = start + len(lines)
            faults.append(f"input {at}: {done.returncode} {done.stderr.strip().splitlines()[-1:]}")
        sys.stderr.write(f"{end:,} inputs, {time.monotonic() - began:.0f} s, faults: {len(faults)}\n")
    for what, count in found.most_common():
        print(f"{count:7,}  {what}")
    seconds = time.monotonic() - began
    print(f"{found.total():7,}  inputs in {seconds:.0f} s; faults: {len(faults)}")
    for fault in faults:
        print(fault)
    return int(bool(faults))


def batch(seed: int, start: int, end: int) -> int:
    """Inputs from `start` to before `end`, each with its outcome as a line of JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    import django

    django.setup()
    from thenchot.files.document_worker import READS, prepare
    from thenchot.reports.tests.mutations import inputs, outcome

    for kind in READS:
        prepare(kind)
    for number, _kind, data in islice(inputs(end, seed), start, end):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        print(json.dumps([number, outcome(data)]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
