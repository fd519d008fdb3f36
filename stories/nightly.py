"""How often a test of the whole house repeats: a little in the ordinary run, more by the environment."""

from __future__ import annotations

import os
import sys


def times(name: str, ordinary: int) -> int:
    """`KILLS=200 pytest …`: the number the environment gives, else that of the ordinary run."""
    return int(os.environ.get(name) or ordinary)


def tell(test: str, **numbers: object) -> None:
    """What was tried, for whoever runs with `pytest -s`."""
    said = ", ".join(f"{name} {number}" for name, number in numbers.items())
    sys.stdout.write(f"\n{test}: {said}\n")
