"""The folder of a closing on disk: written beside, forced to disk, renamed; one writer at a time.

HOME/closings/7f3a…/manifest.json              what is closed, and the digest of every file
                    catalogue.json             what each figure counts, with its SQL
                    figures.parquet  ratios.parquet  tree.parquet
                    rows/NAME.parquet          the hash of every row of a population
                    rows/NAME.values.parquet   salt and values beside it: what can be erased
                    closed.txt                 signed at *duyệt*
                    issued/                    reports made from it, as bytes
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from ...sealed.files import force_folder, write_whole

MANIFEST, CATALOGUE, SIGNED = "manifest.json", "catalogue.json", "closed.txt"
FIGURES, RATIOS, TREE = "figures.parquet", "ratios.parquet", "tree.parquet"
ISSUED = "issued"


class Damaged(Exception):
    """The folder lacks a file, or one cannot be read: (what)."""


def place() -> Path:
    """Where this installation keeps its closings."""
    return Path(settings.THENCHOT_HOME) / "closings"


def path_of(code: str) -> Path:
    """The folder of a closing."""
    return place() / code


@contextmanager
def locked() -> Iterator[Path]:
    """Nobody else writes, signs or erases in a closing meanwhile."""
    root = place()
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite's own lock: it works on every system and falls when its process does.
    with closing(sqlite3.connect(root / "lock", timeout=120, isolation_level=None)) as lock:
        (root / "lock").chmod(0o600)
        lock.execute("BEGIN EXCLUSIVE")
        yield root


def write(code: str, files: Mapping[str, bytes]) -> Path:
    """Write a whole folder; killed in the middle, nothing stands under its name. FileExistsError."""
    final = path_of(code)
    if final.exists():
        raise FileExistsError(final)
    part = final.with_name(f".{code}.part")
    remove(part)
    (part / "rows").mkdir(mode=0o700, parents=True)
    for name, content in files.items():
        put(part / name, content)
    force_folder(part / "rows")
    force_folder(part)
    part.rename(final)
    force_folder(final.parent)
    return final


def put(file: Path, content: bytes) -> None:
    """One new file, forced to disk."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def replace(file: Path, content: bytes) -> None:
    """A file anew: the old one or the new one, never half of it."""
    write_whole(file, [content])


def remove(path: Path) -> None:
    """A folder that is no closing; renamed first, so that half of one never has a closing's name."""
    gone = path.with_name(f".{path.name.strip('.')}.gone")
    shutil.rmtree(gone, ignore_errors=True)
    if path.exists():
        path.rename(gone)
        shutil.rmtree(gone)


def tidy(known: Iterable[str]) -> list[str]:
    """Remove what a killed process left: parts, and folders of which the book knows nothing; their names.

    Under `locked()`, so that nothing being written is taken for left over.
    """
    kept, found = {*known, "lock"}, []
    for path in sorted(place().iterdir()):
        if path.is_dir() and path.name not in kept:
            remove(path)
            found.append(path.name)
    for unfinished in place().glob("*/**/.*.unfinished"):
        unfinished.unlink()
    return found


def parquet(table: pa.Table) -> bytes:
    """A table as the bytes of a compressed file."""
    buffer = BytesIO()
    pq.write_table(table, buffer, compression="zstd", compression_level=9, store_schema=False)
    return buffer.getvalue()


def read_parquet(file: Path) -> pa.Table:
    """A table from its file."""
    return pq.read_table(BytesIO(file.read_bytes()))


def sha(content: bytes) -> str:
    """The digest by which the manifest names a file."""
    return sha256(content).hexdigest()


def rows_file(population: str) -> str:
    """Where the hashes of a population lie."""
    return f"rows/{population}.parquet"


def values_file(population: str) -> str:
    """Where its salts and values lie."""
    return f"rows/{population}.values.parquet"
