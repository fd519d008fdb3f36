"""The one door for files from outside: admitted or refused with a sentence, before any parser sees them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from . import limits, plain
from .archive import SheetSeen, unpack
from .limits import LIMITS, MB
from .refusals import Refused

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Names that say what a file is, when it is none of ours.
OTHER = {".xls": "old_excel", ".xlsm": "macro", ".xltm": "macro", ".xlam": "macro", ".xlsb": "old_excel"}


@dataclass(frozen=True)
class Admitted:
    """A file that passed. `data` is what may be parsed (a workbook packed anew, CSV as UTF-8); `original`
    the bytes that came; `name` is shown to people, never used as a path."""

    kind: str
    name: str
    data: bytes = field(repr=False)
    original: bytes = field(repr=False)
    sheets: tuple[SheetSeen, ...] = ()
    delimiter: str = ""


def admit(given: Path | str | bytes, kinds: Collection[str], name: str = "") -> Admitted:
    """The file, if it is one of `kinds` (names in `limits.KINDS`) and nothing in it is forbidden.

    Bytes may come with the user's `name` for them. Refused otherwise.
    """
    data = given if isinstance(given, bytes) else _read(Path(given))
    name = name or ("" if isinstance(given, bytes) else Path(given).name)
    if len(data) > LIMITS.size:
        raise Refused("size", name, limit=LIMITS.size // MB)
    kind = _kind_of(data, Path(name).suffix.lower(), kinds)
    if kind == limits.CSV.name:
        text = plain.decoded(data)
        return Admitted(kind, name, text.encode(), data, delimiter=plain.delimiter(text))
    anew, sheets = unpack(data)
    return Admitted(kind, name, anew, data, sheets)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LIMITS.size + 1)


def _kind_of(data: bytes, extension: str, kinds: Collection[str]) -> str:
    """By the first bytes; the name of the file must say the same."""
    if not data:
        raise Refused("empty")
    if data.startswith(OLE):
        raise Refused("encrypted" if ENCRYPTED in data else "old_excel")
    if extension in OTHER:
        raise Refused(OTHER[extension])
    zipped = data.startswith(b"PK")
    kind = limits.XLSX if zipped else limits.CSV
    if zipped and not data.startswith(limits.XLSX.magic):
        raise Refused("broken")
    if kind.name not in kinds or extension not in ("", kind.extension):
        raise Refused("wrong_kind", accepted=", ".join(limits.KINDS[one].extension for one in sorted(kinds)))
    return kind.name
