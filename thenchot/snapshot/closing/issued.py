"""Files issued from a closing: kept and given back byte for byte, each with a signed note beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ...ledger.entries import moment
from . import folder, notes
from .listing import standing
from .manifest import installation as of_this_house

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.(docx|xlsx|pdf|zip)\Z")
NOTE = ".note"


class NotIssued(Exception):
    """Nothing is issued: `name`, `taken` or `not_closed`."""


@dataclass(frozen=True)
class Issued:
    """One file: its bytes, who issued it, when."""

    name: str
    content: bytes
    by: int
    at: str


def issue(code: str, name: str, content: bytes, *, key: Ed25519PrivateKey, by: int, at: datetime) -> Issued:
    """Keep a file that goes out: the note first, then the file, which is what makes it issued. NotIssued.

    `name` is a plain file name without names of persons; the right to issue is the caller's to ask.
    """
    if not NAME.match(name):
        raise NotIssued("name")
    with folder.locked():
        one = standing(code)
        if not one.closed:
            raise NotIssued("not_closed")
        file = one.path / folder.ISSUED / name
        if file.exists():
            raise NotIssued("taken")
        file.parent.mkdir(mode=0o700, exist_ok=True)
        facts = {"name": name, "by": str(by), "at": moment(at), "manifest": one.manifest}
        digest = bytes.fromhex(folder.sha(content))
        note = notes.Note(notes.name_of(of_this_house(), notes.ISSUED), code, digest, facts)
        folder.replace(file.with_name(name + NOTE), notes.sign(note, key).encode())
        folder.replace(file, content)
    return Issued(name, content, by, facts["at"])


def issued(path: Path, key: Ed25519PublicKey, installation: str) -> list[Issued]:
    """Every file issued from a closing, in order of name. BadNote for one that is not as it went out."""
    found = []
    for file in sorted((path / folder.ISSUED).glob("*")):
        if file.name.endswith(NOTE) or not NAME.match(file.name):
            continue
        found.append(_issued(file, path.name, key, installation))
    return found


def _issued(file: Path, code: str, key: Ed25519PublicKey, installation: str) -> Issued:
    try:
        text = file.with_name(file.name + NOTE).read_bytes().decode()
    except (OSError, ValueError):
        raise notes.BadNote(file.name) from None
    note = notes.opened(text, notes.name_of(installation, notes.ISSUED), key)
    content = file.read_bytes()
    if (note.code, note.facts["name"], note.digest.hex()) != (code, file.name, folder.sha(content)):
        raise notes.BadNote(file.name)
    return Issued(file.name, content, int(note.facts["by"]), str(note.facts["at"]))
