"""Two backups, never one, and the way back: the book with its closings, and what only the sheets open.

FOLDER/book-20261121-080000/        manifest.json, the book, closings/; no names; kept for years
FOLDER/personal-20261121-080000.sealed     names, accounts, viewing log, signing key; kept 60 days
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from thenchot.access import beside, erasing, log
from thenchot.access.accounts import Account
from thenchot.access.desk import Desk
from thenchot.access.judging import today
from thenchot.access.log import Door, Viewer
from thenchot.databases import migrate_all
from thenchot.ledger import backup as book
from thenchot.ledger import proof, reading
from thenchot.ledger.entries import canonical, moment
from thenchot.sealed import backup as personal
from thenchot.sealed import opening, sheets, slots, tables
from thenchot.sealed.files import force_folder, write_whole
from thenchot.sealed.randomness import Randomness

from .closing import folder as closings
from .closing.erasing import forget

FORMAT = "thenchot/book-backup/1"
MANIFEST, CLOSINGS, RESTORING = "manifest.json", "closings", "restoring"
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Kept:
    """The two backups made, how many entries the book has in them, and old personal ones deleted."""

    book: Path
    personal: Path
    entries: int
    deleted: tuple[Path, ...] = ()


class NotTogether(Exception):
    """`args[0]`: other_installation, or older_book (the personal backup knows a longer book)."""


class Occupied(Exception):
    """There is an installation here already; a restore needs an empty place."""


def backup(
    folder: Path,
    desk: Desk,
    *,
    at: datetime,
    randomness: Randomness,
    viewer: Viewer = log.SERVER,
    progress: Progress = lambda n: None,
) -> Kept:
    """Make both, each whole or not at all. Killed in the middle, what stands is whole; run it again."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closings.locked(), _part(folder, desk.keyring.installation) as part:
        made = part / "book"
        (made / CLOSINGS).mkdir(mode=0o700, parents=True)
        size = book.backup(made, desk.key, at=at, progress=progress)
        _copy_closings(closings.place(), made / CLOSINGS)
        manifest = _with_digest(_manifest(made, desk, size, at))
        closings.put(made / MANIFEST, manifest)
        sealed = personal.backup_personal(part, at=at, randomness=randomness, beside=beside.beside())
        log.write(Door.EXPORT, viewer, at, file=sha256(manifest).hexdigest())
        kept = made.rename(_free(folder / at.astimezone(UTC).strftime("book-%Y%m%d-%H%M%S")))
        named = sealed.rename(folder / sealed.name)
        force_folder(folder)
    old = tuple(personal.expired(folder, today(at)))
    for path in old:
        path.unlink()
    return Kept(kept, named, size, old)


@contextmanager
def _part(folder: Path, installation: str) -> Iterator[Path]:
    """A place to write in; under the lock, so what a killed backup left there is nobody's."""
    part = folder / f".{installation}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def _copy_closings(place: Path, to: Path) -> None:
    for one in sorted(place.iterdir()) if place.is_dir() else ():
        if (one / closings.MANIFEST).is_file() and not one.name.startswith("."):
            for file in sorted(one.rglob("*")):
                target = to / file.relative_to(place)
                if file.is_file() and not file.name.endswith(".unfinished"):
                    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    closings.put(target, file.read_bytes())


def _manifest(made: Path, desk: Desk, size: int, at: datetime) -> dict[str, Any]:
    note = next(text for covers, _, _, text in reversed(proof.notes()) if covers == size)
    return {
        "format": FORMAT,
        "installation": desk.keyring.installation,
        "mode": str(desk.mode),
        "made_at": moment(at),
        "entries": size,
        "checkpoint": note,
        "files": {name: _digest(made / name) for name in _files(made)},
    }


def _with_digest(said: dict[str, Any]) -> bytes:
    """The manifest finds its own changed byte; what somebody changes on purpose, `verify` finds."""
    return canonical({**said, "digest": sha256(canonical(said).encode()).hexdigest()}).encode()


def _files(made: Path) -> list[str]:
    found = (path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    return sorted(name for name in found if name != MANIFEST)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        digest = sha256()
        while some := opened.read(1 << 20):
            digest.update(some)
    return digest.hexdigest()


def manifest_of(made: Path) -> dict[str, Any]:
    """A book's backup, every byte of it as it was written; NotABackup names the first file that is not."""
    try:
        content = (made / MANIFEST).read_bytes()
        said: dict[str, Any] = json.loads(content)
        del said["digest"]
        if said["format"] != FORMAT or _with_digest(said) != content:
            raise book.NotABackup(MANIFEST)
        files = said["files"]
    except (OSError, ValueError, KeyError, TypeError):
        raise book.NotABackup(MANIFEST) from None
    for name in sorted({*files, *_files(made)}):
        if name not in files or not (made / name).is_file() or _digest(made / name) != files[name]:
            raise book.NotABackup(name)
    return said


# ------------------------------------------------------------------------------------------ the way back


def restore(
    made: Path,
    sealed: Path,
    papers: tuple[sheets.Sheet, sheets.Sheet],
    *,
    randomness: Randomness,
    progress: Progress = lambda n: None,
) -> int:
    """Make the installation again in an empty place; how many entries. The book goes in last and at once:

    until then nothing opens, and a restore that was killed is begun again. Who is erased in the book is
    written nowhere. NotABackup, BackupRefused, NotTogether, Occupied, SheetRefused, WrongKey.
    """
    said = manifest_of(made)
    if personal.installation_of(sealed) != said["installation"]:
        raise NotTogether("other_installation")
    erased = book.erased_in(made)
    migrate_all()
    if reading.size() and _mark().exists():  # killed when all was in place
        return _finished(reading.size())
    _clear_the_place()
    returning = beside.Returning(set(erased))
    opening.use(None)
    opening.use(
        personal.restore_personal(
            sealed, papers, erased=set(erased), keyring_path=opening.keyring_path(),
            machine_secret=_machine_secret(randomness), randomness=randomness, put_beside=returning,
        )
    )  # fmt: skip
    if returning.book > said["entries"]:
        raise NotTogether("older_book")
    _copy_closings(made / CLOSINGS, closings.place())
    for person in erased:
        forget(person)
    return _finished(book.restore(made, progress=progress))


def _finished(size: int) -> int:
    erasing.finish()
    _mark().unlink()
    return size


def _mark() -> Path:
    """Stands while a restore is under way."""
    return Path(settings.THENCHOT_HOME / RESTORING)


def own_checkpoint(made: Path) -> str:
    """The signed tree that a book's backup had when it was made."""
    return str(manifest_of(made)["checkpoint"])


def _machine_secret(randomness: Randomness) -> bytes:
    if not settings.THENCHOT_KEY_FILE.exists():
        settings.THENCHOT_KEY_FILE.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        slots.write_machine_secret(settings.THENCHOT_KEY_FILE, randomness)
    return slots.read_machine_secret(settings.THENCHOT_KEY_FILE)


def _clear_the_place() -> None:
    """Nothing may be here but what a restore that was stopped has left; that goes."""
    mark = _mark()
    closed = closings.place().is_dir() and any(closings.place().iterdir())
    held = opening.keyring_path().exists() or tables.ask("SELECT 1 FROM sealed_record LIMIT 1") or closed
    if reading.size() or (not mark.exists() and (held or Account.objects.exists())):
        raise Occupied
    settings.THENCHOT_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(mark, [b""])
    opening.keyring_path().unlink(missing_ok=True)
    shutil.rmtree(closings.place(), ignore_errors=True)
    with tables.writing():
        tables.run("DELETE FROM sealed_record")
        tables.run("DELETE FROM sealed_number")
        Account.objects.all().delete()
