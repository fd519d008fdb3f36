"""The one door for files from outside: admitted or refused with a sentence, before any parser sees them."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from . import limits, plain
from .limits import MB
from .pdf import marks as pdf_marks
from .profiles import LIST, Profile
from .refusals import Note, Refused
from .sheets import archive
from .sheets.archive import BROKEN, SheetSeen
from .word import archive as word_archive

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED, WORD = "EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le")
# Names that say what a file is, when it is none of ours.
OTHER = {
    ".xls": "old_excel", ".xlsm": "macro", ".xltm": "macro", ".xlam": "macro", ".xlsb": "old_excel",
    ".doc": "old_word", ".dot": "old_word", ".dotx": "old_word", ".rtf": "old_word", ".odt": "old_word",
    ".docm": "macro", ".dotm": "macro",
}  # fmt: skip


@dataclass(frozen=True)
class Admitted:
    """A file that passed. `data` is what may be parsed (a workbook or Word document packed anew, text as
    UTF-8); `original` the bytes that came; `name` is shown to people, never used as a path.

    `main` is the part that holds a Word document's text; `notes` say what the profile tolerated.
    """

    kind: str
    name: str
    data: bytes = field(repr=False)
    original: bytes = field(repr=False)
    sheets: tuple[SheetSeen, ...] = ()
    delimiter: str = ""
    main: str = ""
    notes: tuple[Note, ...] = ()


def admit(
    given: Path | str | bytes, kinds: Collection[str], name: str = "", profile: Profile = LIST
) -> Admitted:
    """The file, if it is one of `kinds` (names in `limits.KINDS`) and nothing in it is forbidden.

    Bytes may come with the user's `name` for them. `profile` (in `profiles`) says what it is wanted for:
    LIST, FORM (a workbook to be filled: `data` holds every part), CHECK, TEMPLATE (a Word file that is kept
    and written anew: `data` holds every part). Refused otherwise.
    """
    data = given if isinstance(given, bytes) else _read(Path(given), profile.size)
    name = name or ("" if isinstance(given, bytes) else Path(given).name)
    if len(data) > profile.size:
        raise Refused("size", name, limit=profile.size // MB)
    kind = _kind_of(data, Path(name).suffix.lower(), kinds)
    return ADMITS[kind](name, data, profile)


def _workbook(name: str, data: bytes, profile: Profile) -> Admitted:
    anew, sheets = archive.unpack(data, profile)
    return Admitted("xlsx", name, anew, data, sheets, notes=tuple(_seen(sheets) if profile.formulas else ()))


def _seen(sheets: tuple[SheetSeen, ...]) -> list[Note]:
    """What somebody who fills a form should know of it."""
    notes = []
    for one in sheets:
        notes += [Note("form_hidden", one.name)] if one.hidden else []
        notes += [Note("form_locked", one.name)] if one.locked else []
        notes += [Note("form_merged", one.name, one.merged)] if one.merged else []
        notes += [Note("form_formulas", one.name, one.formulas)] if one.formulas else []
    return notes


def _word(name: str, data: bytes, profile: Profile) -> Admitted:
    anew, main, found = word_archive.unpack(data, profile)
    notes = tuple(Note(code, "", count) for code, count in sorted(found.items()))
    return Admitted("docx", name, anew, data, main=main, notes=notes)


def _pdf(name: str, data: bytes, profile: Profile) -> Admitted:
    pdf_marks.check(data)
    return Admitted("pdf", name, data, data)


def _table_as_text(name: str, data: bytes, profile: Profile) -> Admitted:
    text = plain.decoded(data)
    return Admitted("csv", name, text.encode(), data, delimiter=plain.delimiter(text))


def _text(name: str, data: bytes, profile: Profile) -> Admitted:
    text = plain.decoded(data, limits.LIMITS.paragraphs, "paragraphs")
    return Admitted("txt", name, text.encode(), data)


ADMITS = {"xlsx": _workbook, "docx": _word, "pdf": _pdf, "csv": _table_as_text, "txt": _text}


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def _kind_of(data: bytes, extension: str, kinds: Collection[str]) -> str:
    """By the first bytes; the name of the file must say the same."""
    if not data:
        raise Refused("empty")
    if data.startswith(OLE):
        wordy = WORD in data or extension in (".doc", ".docx") or not set(kinds) & set(limits.TABLES)
        raise Refused("encrypted" if ENCRYPTED in data else "old_word" if wordy else "old_excel")
    if data.startswith(b"{\\rtf"):
        raise Refused("old_word")
    if extension in OTHER:
        raise Refused(OTHER[extension])
    kind = limits.KINDS[_zipped(data, kinds) if data.startswith(b"PK") else _unzipped(data, extension, kinds)]
    if kind.name not in kinds or extension not in ("", kind.extension):
        raise Refused("wrong_kind", accepted=", ".join(limits.KINDS[one].extension for one in sorted(kinds)))
    return kind.name


def _zipped(data: bytes, kinds: Collection[str]) -> str:
    """A workbook or a Word document, by the parts inside."""
    if not data.startswith(limits.XLSX.magic):
        raise Refused("broken")
    if not {"xlsx", "docx"} <= set(kinds):
        return "docx" if "docx" in kinds else "xlsx"
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            return "xlsx" if any(name.startswith("xl/") for name in file.namelist()) else "docx"
    except BROKEN:
        raise Refused("broken") from None


def _unzipped(data: bytes, extension: str, kinds: Collection[str]) -> str:
    if data.startswith(limits.PDF.magic):
        return "pdf"
    texts = [one for one in ("csv", "txt") if one in kinds] or ["csv"]
    return extension[1:] if extension[1:] in texts else texts[0]
