"""Signed statements about a closing: C2SP notes of four lines, signed as the book's checkpoints are."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ...ledger.checkpoints import key_id
from ...ledger.entries import canonical

CLOSING, ISSUED = "closing", "issued"


class BadNote(ValueError):
    """The note is not in order or not of this key; the message names what is wrong with it."""


@dataclass(frozen=True)
class Note:
    """What was signed: about which closing, the SHA-256 of which bytes, and a few facts."""

    name: str
    code: str
    digest: bytes
    facts: dict[str, Any]


def name_of(installation: str, what: str) -> str:
    """First line and key name: `thenchot/08/closing`."""
    return f"thenchot/{installation}/{what}"


def sign(note: Note, key: Ed25519PrivateKey) -> str:
    """The note as text with its signature line."""
    digest = base64.b64encode(note.digest).decode()
    body = f"{note.name}\n{note.code}\n{digest}\n{canonical(note.facts)}\n"
    signature = key_id(note.name, key.public_key().public_bytes_raw()) + key.sign(body.encode())
    return f"{body}\n— {note.name} {base64.b64encode(signature).decode()}\n"


def opened(text: str, name: str, key: Ed25519PublicKey) -> Note:
    """The note, if this key signed it under this name; BadNote otherwise."""
    body, gap, signature = text.partition("\n\n")
    lines = body.split("\n")
    if not gap or len(lines) != 4 or lines[0] != name:
        raise BadNote("form")
    start = f"— {name} "
    if not signature.startswith(start) or not signature.endswith("\n"):
        raise BadNote("key")
    raw = _bytes(signature.removeprefix(start)[:-1])
    if raw[:4] != key_id(name, key.public_bytes_raw()):
        raise BadNote("key")
    try:
        key.verify(raw[4:], f"{body}\n".encode())
    except InvalidSignature:
        raise BadNote("signature") from None
    return Note(name, lines[1], _bytes(lines[2]), json.loads(lines[3]))


def facts_of(text: str) -> dict[str, Any]:
    """The facts of a note, whoever signed it: `verifying` says who did. ValueError for no note."""
    lines = text.partition("\n\n")[0].split("\n")
    if len(lines) != 4 or not isinstance(found := json.loads(lines[3]), dict):
        raise BadNote("form")
    return found


def _bytes(text: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadNote("base64") from None
    if base64.b64encode(raw).decode() != text:
        raise BadNote("base64")
    return raw
