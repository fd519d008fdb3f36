"""The book as a folder that a second program checks (docs/book-format.md)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from . import proof, reading
from .checkpoints import verifier_key
from .entries import canonical


def export(folder: Path, key: Ed25519PublicKey, *, progress: Callable[[int], None] = lambda n: None) -> int:
    """Write the book into a new folder; how many entries. FileExistsError when the folder is there.

    It is written beside and renamed at the end: a stopped export leaves no folder of that name.
    """
    if folder.exists():
        raise FileExistsError(folder)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        (beside / "checkpoints").mkdir(parents=True)
        size = reading.size()
        _entries(beside / "entries.jsonl", size, progress)
        for number, (_, _, _, note) in enumerate(proof.notes(), start=1):
            (beside / "checkpoints" / f"{number:08d}.txt").write_text(note, encoding="utf-8", newline="")
        (beside / "key.txt").write_text(
            verifier_key(proof.origin(), key) + "\n", encoding="utf-8", newline=""
        )
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return size


def _entries(file: Path, size: int, progress: Callable[[int], None]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        for number, (head, salt, facts) in enumerate(reading.heads(upto=size), start=1):
            line = {"head": head}
            if salt is not None and facts is not None:
                line |= {"salt": salt.hex(), "facts": facts}
            lines.write(canonical(line) + "\n")
            if number % reading.AT_ONCE == 0:
                progress(number)
        lines.flush()
        os.fsync(lines.fileno())
    progress(size)
