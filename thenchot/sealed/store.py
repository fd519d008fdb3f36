"""Writing files and notes, reading notes, finding a number, erasing. Persons are read in `unsealed`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction

from thenchot.ledger.vietnamese import clean

from . import tables
from .envelope import Tampered, seal, unseal
from .keyring import NOTES, PERSONAL, Keyring, Unopened
from .opening import keyring
from .persons import NUMBERS, PersonFile, number
from .randomness import Randomness, new_id

# A record that no entry of the book names is offered for finishing for a day, then it goes.
FORGOTTEN_AFTER = timedelta(hours=24)


class Written(NamedTuple):
    """What the book says of a changed file (`people.file_changed`)."""

    version: int
    digest: str


class NumberTaken(Exception):
    """`person`'s number of this `kind` stands in `holder`'s file; a clerk is told only that it is taken."""

    def __init__(self, kind: str, person: int, holder: int) -> None:
        super().__init__(kind, person, holder)
        self.kind, self.person, self.holder = kind, person, holder


def put_persons(files: Sequence[PersonFile], *, at: datetime, randomness: Randomness) -> dict[int, Written]:
    """Write whole files, new or changed, all or none; write the entry of the book afterwards, never before.

    Raises NumberTaken, ValueError (no name), Unopened.
    """
    stored = {file.person: file.stored() for file in files}
    if len(stored) != len(files):
        raise ValueError("a person twice")
    with tables.writing() as change:
        keys = current_keys()
        written = _put(keys, PERSONAL, stored, change, at, randomness)
        tables.run_among(
            "DELETE FROM sealed_number WHERE person IN ({})", [p for p, w in written.items() if w.version > 1]
        )
        put_tags(keys, stored, keys.generations)
    return written


def put_notes(texts: Sequence[str], *, at: datetime, randomness: Randomness) -> list[int]:
    """Write free texts; their new ids, in the same order."""
    named = {new_id(randomness): text for text in texts}
    put_named(named, at=at, randomness=randomness)
    return list(named)


def put_named(texts: Mapping[int, str], *, at: datetime, randomness: Randomness) -> None:
    """Write free texts under ids that were minted before."""
    stored = {note: {"text": clean_lines(text)} for note, text in texts.items()}
    with tables.writing() as change:
        _put(current_keys(), NOTES, stored, change, at, randomness)


def texts(ids: Iterable[int]) -> dict[int, str]:
    """Notes: names of organisations and places, minutes. What is erased or unopened is not there."""
    wanted, keys = set(ids), keyring()
    if not wanted or not keys.opened:
        return {}
    fresh_enough(keys)
    return {
        row.subject: unseal(keys, NOTES, row.subject, row.generation, row.blob).value["text"]
        for row in tables.rows(wanted, NOTES)
    }


def by_number(text: str) -> int | None:
    """The person whose personal or card number this is."""
    return by_numbers([text]).get(text)


def by_numbers(texts: Iterable[str]) -> dict[str, int]:
    """Text → person, for those of these numbers that the store has; asked under every generation alive."""
    keys, wanted = current_keys(), {text: number(text) for text in texts}
    tags = {
        keys.tag(kind, one, generation): one
        for one in set(wanted.values())
        for generation in keys.generations
        for kind in NUMBERS
    }
    found: dict[str, int] = {}
    for tag, person in tables.among("SELECT tag, person FROM sealed_number WHERE tag IN ({})", tags):
        one = tags[bytes(tag)]
        found[one] = min(person, found.get(one, person))
    return {text: found[one] for text, one in wanted.items() if one in found}


def versions(subjects: Iterable[int]) -> dict[int, Written]:
    """Version and digest as they are now, for `verify` to compare with the book. Tampered."""
    keys = current_keys()
    found = {}
    for row in tables.rows(set(subjects), PERSONAL):
        opened = unseal(keys, PERSONAL, row.subject, row.generation, row.blob)
        found[row.subject] = Written(row.version, opened.digest)
    return found


def digest(subject: int) -> str | None:
    """SHA-256(salt ‖ plaintext) of a personal file; nothing once it is erased."""
    written = versions([subject]).get(subject)
    return written.digest if written else None


def erase(subjects: Collection[int]) -> bool:
    """Delete records and tags now, and the bytes they leave. False: deleted, but a reader still holds the
    bytes; call `tables.clear_remnants` again. Never inside a transaction."""
    with tables.writing():
        tables.run_among("DELETE FROM sealed_record WHERE subject IN ({})", subjects)
        tables.run_among("DELETE FROM sealed_number WHERE person IN ({})", subjects)
    return tables.clear_remnants()


def unrecorded(known: Collection[int], *, until: datetime) -> list[int]:
    """Records first written by `until` whose subject is not `known` to the book (*hồ sơ chưa vào sổ*)."""
    rows = tables.ask(
        "SELECT subject FROM sealed_record WHERE written_at <= %s ORDER BY written_at, subject",
        [int(until.timestamp())],
    )
    return [subject for (subject,) in rows if subject not in known]


def forget_unrecorded(known: Collection[int], *, now: datetime) -> list[int]:
    """Delete those older than a day; which."""
    forgotten = unrecorded(known, until=now - FORGOTTEN_AFTER)
    if forgotten:
        erase(forgotten)
    return forgotten


def clean_lines(text: str) -> str:
    """Cleaned line by line: minutes keep their paragraphs."""
    return "\n".join(clean(line) for line in text.strip().splitlines())


def current_keys() -> Keyring:
    """The keyring, opened and as new as anybody's who wrote; Unopened otherwise."""
    keys = keyring()
    if not keys.opened:
        raise Unopened
    return fresh_enough(keys)


def fresh_enough(keys: Keyring) -> Keyring:
    """Read the keyring's file again if somebody has written under a newer generation."""
    if tables.generation() > keys.current:
        keys.reload()
    return keys


def put_tags(keys: Keyring, stored: Mapping[int, dict[str, Any]], generations: Collection[int]) -> None:
    """Tags of every generation alive: whichever a second clerk's process writes under, they meet."""
    rows = [
        (kind, keys.tag(kind, file[kind], generation), generation, person)
        for person, file in stored.items()
        for kind in NUMBERS
        if kind in file
        for generation in generations
    ]
    rows.sort()  # in the order of the index
    try:
        with transaction.atomic(using=tables.ALIAS):
            tables.run_many(tables.TAG, rows)
    except IntegrityError:
        raise _taken(rows) from None


def _taken(rows: Sequence[tuple[str, bytes, int, int]]) -> NumberTaken:
    """Which number it was: one in the store already, or twice in the batch itself."""
    held: dict[tuple[str, bytes], int] = {
        (kind, bytes(tag)): person
        for kind, tag, person in tables.among(
            "SELECT kind, tag, person FROM sealed_number WHERE tag IN ({})", [row[1] for row in rows]
        )
    }
    for kind, tag, _, person in rows:
        holder = held.setdefault((kind, tag), person)
        if holder != person:
            return NumberTaken(kind, person, holder)
    raise Tampered("numbers")


def _put(
    keys: Keyring,
    purpose: str,
    values: Mapping[int, Any],
    change: int,
    at: datetime,
    randomness: Randomness,
) -> dict[int, Written]:
    held = dict(tables.among("SELECT subject, version FROM sealed_record WHERE subject IN ({})", values))
    written, rows = {}, []
    for subject, value in values.items():
        sealed, version = seal(keys, purpose, subject, value, randomness), held.get(subject, 0) + 1
        written[subject] = Written(version, sealed.digest)
        rows.append((subject, purpose, version, sealed.generation, sealed.blob, change, int(at.timestamp())))
    rows.sort()  # in the order of the table, which an import fills much quicker
    tables.run_many(tables.PUT, rows)
    tables.set_generation(keys.current)
    return written
