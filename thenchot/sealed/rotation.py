"""Rotation: every record and tag under the newest generation, in batches, from wherever it was stopped."""

from __future__ import annotations

from collections.abc import Callable

from . import tables
from .envelope import seal, unseal
from .keyring import NOTES, PERSONAL, Keyring
from .randomness import Randomness
from .store import current_keys, put_tags

BATCH = 1000
BESIDE: list[str] = []


class StillInUse(Exception):
    """Records or tags of this generation are left: finish the rotation first."""


def take_along(table: str) -> None:
    """A table of an upper floor with texts sealed as notes: its rows have `id`, `generation`, `blob`."""
    if table not in BESIDE:
        BESIDE.append(table)


def rewrite_under_new_generation(
    *, randomness: Randomness, batch: int = BATCH, progress: Callable[[int], None] = lambda done: None
) -> int:
    """Rewrite what is not under the current generation; how many. Stopped anywhere, start it again."""
    done = 0
    while some := _rewrite(batch, randomness) + sum(_rewrite_beside(one, randomness) for one in BESIDE):
        done += some
        progress(done)
    with tables.writing():
        tables.run("DELETE FROM sealed_number WHERE generation < %s", [current_keys().current])
    tables.clear_remnants()
    return done


def destroy_old_generations(*, randomness: Randomness) -> list[int]:
    """Destroy every generation but the current; StillInUse while a record or tag needs one."""
    keys = current_keys()
    old = [generation for generation in keys.generations if generation != keys.current]
    for table in ("sealed_record", "sealed_number", *BESIDE):
        if used := tables.ask(
            f"SELECT DISTINCT generation FROM {table} WHERE generation <> %s", [keys.current]
        ):
            raise StillInUse([generation for (generation,) in used])
    for generation in old:
        keys.destroy_generation(generation, randomness)
    return old


def _rewrite(batch: int, randomness: Randomness) -> int:
    """One batch in one transaction: records, then new tags beside the old, which go at the end."""
    with tables.writing():
        keys = current_keys()
        tables.set_generation(keys.current)
        rows = [
            tables.Row(*row[:4], bytes(row[4]))
            for row in tables.ask(
                f"{tables.SELECT} WHERE generation < %s LIMIT %s",
                [keys.current, batch],
            )
        ]
        _reseal(keys, rows, randomness)
    return len(rows)


def _rewrite_beside(table: str, randomness: Randomness) -> int:
    """A few texts at a time: one may be a whole Word file."""
    with tables.writing():
        keys = current_keys()
        rows = tables.ask(
            f"SELECT id, generation, blob FROM {table} WHERE generation < %s LIMIT 20", [keys.current]
        )
        fresh = []
        for one, generation, blob in rows:
            opened = unseal(keys, NOTES, one, generation, bytes(blob))
            sealed = seal(keys, NOTES, one, opened.value, randomness, salt=opened.salt)
            fresh.append((sealed.generation, sealed.blob, one))
        tables.run_many(f"UPDATE {table} SET generation = %s, blob = %s WHERE id = %s", fresh)
    return len(fresh)


def _reseal(keys: Keyring, rows: list[tables.Row], randomness: Randomness) -> None:
    """The same content and version. A new salt makes a new digest, so the old salt is kept."""
    persons, fresh = {}, []
    for row in rows:
        opened = unseal(keys, row.purpose, row.subject, row.generation, row.blob)
        sealed = seal(keys, row.purpose, row.subject, opened.value, randomness, salt=opened.salt)
        fresh.append((sealed.generation, sealed.blob, row.subject))
        if row.purpose == PERSONAL:
            persons[row.subject] = opened.value
    tables.run_many("UPDATE sealed_record SET generation = %s, blob = %s WHERE subject = %s", fresh)
    put_tags(keys, persons, [keys.current])
