"""Erasing a person from every closing: salt and values go, hashes, figures and digests stay."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from . import folder
from .opening import Closing
from .rows import without


def forget(person: int) -> dict[str, int]:
    """Remove a person's rows from all closings, also pending ones; how many rows, by closing.

    Each file is replaced whole: killed in the middle, sent again it finishes.
    """
    found = {}
    with folder.locked() as root:
        for path in sorted(root.iterdir()):
            if (path / folder.MANIFEST).is_file() and (number := _forget(Closing(path), person)):
                found[path.name] = number
    return found


def _forget(closing: Closing, person: int) -> int:
    total = 0
    for name in closing.manifest["populations"]:
        values, number = without(closing.values(name), person)
        if number:
            folder.replace(closing.path / folder.values_file(name), folder.parquet(values))
            total += number
    return total


def holds(closing: Closing, person: int) -> bool:
    """Whether a closing still holds a row of this person."""
    for name in closing.manifest["populations"]:
        table: pa.Table = closing.values(name)
        for column in {"person", "subject"} & set(table.column_names):
            if pc.index(table[column], person).as_py() >= 0:
                return True
    return False
