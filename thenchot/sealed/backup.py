"""The backup of the sealed store: never in one file with the book's, kept sixty days, opened by two sheets.

A line of JSON, then chunks, each with its length before it. The file's key is in a box for the sheets, so
making a backup needs no secret; every chunk is bound to the first line, its place and whether it is the last.
"""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from . import sheets, slots, tables
from .box import WrongKey, close_box, open_box
from .envelope import canonical, unseal
from .files import write_whole
from .keyring import PERSONAL, RECOVERY, Keyring, KeyringBroken
from .randomness import Randomness
from .store import current_keys, put_tags

FORMAT = "thenchot/personal-backup/1"
KEPT = timedelta(days=60)
NAME = "personal-%Y%m%d-%H%M%S.sealed"
CHUNK = 2000
LENGTH = struct.Struct(">I")
Beside = tuple[str, list[Any]]


class BackupRefused(Exception):
    """Not a backup, changed or cut; made while a generation was destroyed; or the store is not empty."""


def backup_personal(
    folder: Path, *, at: datetime, randomness: Randomness, beside: Iterable[Beside] = ()
) -> Path:
    """Write a backup, whole or not at all; its path. Unopened.

    `beside` is what else only the sheets may open: (its name, a list), a few thousand items at a time.
    """
    keys = current_keys()
    file_key = randomness.random_bytes(32)
    header = {
        "format": FORMAT,
        "installation": keys.installation,
        "made_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "keyring": b64encode(keys.document([RECOVERY], randomness)).decode(),
        "box": b64encode(close_box(keys.recovery_public, file_key, randomness)).decode(),
    }
    path = folder / at.astimezone(UTC).strftime(NAME)
    write_whole(
        path, _closed(canonical(header) + b"\n", AESGCM(file_key), chain(_named(beside), _chunks(keys)))
    )
    return path


def restore_personal(
    path: Path,
    papers: tuple[sheets.Sheet, sheets.Sheet],
    *,
    erased: Collection[int],
    keyring_path: Path,
    machine_secret: bytes,
    randomness: Randomness,
    put_beside: Callable[[str, list[Any]], None] = lambda name, items: None,
) -> Keyring:
    """Fill the empty store of a new machine; persons `erased` in the book since are never written.

    All or nothing: the keyring's file appears when every row is in. SheetRefused, WrongKey, BackupRefused.
    `put_beside` is handed what else lay in it, inside the store's transaction.
    """
    if keyring_path.exists() or tables.ask("SELECT 1 FROM sealed_record LIMIT 1"):
        raise BackupRefused("not empty")
    line, rest = _split(path)
    header = _header(line)
    private = slots.recovery_key(sheets.join(*papers))
    cipher = AESGCM(open_box(private, b64decode(header["box"])))
    try:
        write_whole(keyring_path, [b64decode(header["keyring"])])
        keys = _opened_keyring(keyring_path, papers)
        with tables.writing() as change:
            for content in _opened(line, cipher, rest):
                if isinstance(content, dict):
                    put_beside(content["name"], content["items"])
                else:
                    _fill(keys, [row for row in content if row[0] not in erased], change)
            tables.set_generation(keys.current)
        keys.set_machine(machine_secret, randomness)
    except BaseException:
        keyring_path.unlink(missing_ok=True)
        raise
    return keys


def _opened_keyring(path: Path, papers: tuple[sheets.Sheet, sheets.Sheet]) -> Keyring:
    try:
        return Keyring.open_with_sheets(path, *papers)
    except (KeyringBroken, WrongKey):
        raise BackupRefused("changed") from None


def installation_of(path: Path) -> str:
    """Of which installation a backup is, before anything is opened. BackupRefused."""
    return _header(_split(path)[0])["installation"]


def expired(folder: Path, today: date) -> list[Path]:
    """Backups of the sealed store that are to be deleted: sixty days old or more."""
    return sorted(path for path in folder.glob("personal-*.sealed") if _made_on(path) <= today - KEPT)


def _made_on(path: Path) -> date:
    return datetime.strptime(path.name, NAME).replace(tzinfo=UTC).date()


def _chunks(keys: Keyring) -> Iterator[list[Any]]:
    """Rows of one moment, some at a time; each must be readable with the keyring that goes with them."""
    with tables.every_row() as rows:
        while some := list(islice(rows, CHUNK)):
            if not {row[3] for row in some} <= set(keys.generations):
                raise BackupRefused("generation")
            yield [[*row[:4], b64encode(row[4]).decode(), row[5]] for row in some]


def _named(beside: Iterable[Beside]) -> Iterator[dict[str, Any]]:
    return ({"name": name, "items": items} for name, items in beside)


def _closed(line: bytes, cipher: AESGCM, chunks: Iterable[Any]) -> Iterator[bytes]:
    yield line
    place = -1
    for place, rows in enumerate(chunks):
        yield _framed(cipher, line, place, canonical(rows), last=False)
    yield _framed(cipher, line, place + 1, b"[]", last=True)


def _framed(cipher: AESGCM, line: bytes, place: int, content: bytes, *, last: bool) -> bytes:
    closed = cipher.encrypt(place.to_bytes(12, "big"), content, line + bytes([last]))
    return LENGTH.pack(len(closed)) + closed


def _opened(line: bytes, cipher: AESGCM, rest: bytes) -> Iterator[Any]:
    """The chunks in their order; BackupRefused unless the last one is the last."""
    start = 0
    for place in count():
        if len(rest) < start + LENGTH.size:
            raise BackupRefused("cut")
        (length,) = LENGTH.unpack_from(rest, start)
        closed, start = rest[start + LENGTH.size : start + LENGTH.size + length], start + LENGTH.size + length
        last = start >= len(rest)
        try:
            content = cipher.decrypt(place.to_bytes(12, "big"), closed, line + bytes([last]))
        except (InvalidTag, ValueError):
            raise BackupRefused("changed") from None
        if last:
            return
        yield json.loads(content)


def _split(path: Path) -> tuple[bytes, bytes]:
    line, _, rest = path.read_bytes().partition(b"\n")
    return line + b"\n", rest


def _header(line: bytes) -> dict[str, str]:
    try:
        header: dict[str, str] = json.loads(line)
        if header["format"] != FORMAT:
            raise BackupRefused("format")
        for part in ("box", "keyring"):
            b64decode(header[part], validate=True)  # else letters that are none would be passed over
    except (ValueError, KeyError, TypeError):
        raise BackupRefused("format") from None
    return header


def _fill(keys: Keyring, rows: list[list[Any]], change: int) -> None:
    """Rows as they were, and the tags of their numbers, which no backup holds."""
    persons, stored = {}, []
    for subject, purpose, version, generation, blob, written_at in rows:
        opened = unseal(keys, purpose, subject, generation, b64decode(blob))
        stored.append((subject, purpose, version, generation, b64decode(blob), change, written_at))
        if purpose == PERSONAL:
            persons[subject] = opened.value
    tables.run_many(tables.PUT, stored)
    put_tags(keys, persons, keys.generations)
