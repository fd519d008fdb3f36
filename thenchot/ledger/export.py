"""The book as a folder that a second program checks (docs/book-format.md)."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from . import proof, reading
from .checkpoints import verifier_key


def export(
    folder: Path,
    key: Ed25519PrivateKey,
    *,
    at: datetime,
    progress: Callable[[int], None] = lambda n: None,
    more: Mapping[str, str] | None = None,
) -> int:
    """Write the book into a new folder; how many entries. FileExistsError when the folder is there.

    `more`: names and texts of files that the folder never lacks.

    It begins with a checkpoint of the whole book, is written beside and renamed at the end: a stopped export
    leaves no folder of that name.
    """
    if folder.exists():
        raise FileExistsError(folder)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        (beside / "checkpoints").mkdir(parents=True)
        size = proof.make_checkpoint(key, occasion="export", at=at).size
        _entries(beside / "entries.jsonl", size, progress)
        covered = [note for covers, _, _, note in proof.notes() if covers <= size]
        for number, note in enumerate(covered, start=1):
            (beside / "checkpoints" / f"{number:08d}.txt").write_text(note, encoding="utf-8", newline="")
        (beside / "key.txt").write_text(
            verifier_key(proof.origin(), key.public_key()) + "\n", encoding="utf-8", newline=""
        )
        for name, text in (more or {}).items():
            (beside / name).write_text(text, encoding="utf-8", newline="")
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
            lines.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
            if number % reading.AT_ONCE == 0:
                progress(number)
        lines.flush()
        os.fsync(lines.fileno())
    progress(size)
