"""The keyring: generations of keys in one file, opened by a slot; unopened, everything counts but names."""

from __future__ import annotations

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from . import sheets, slots
from .box import WrongKey, derived
from .envelope import NONCE, canonical
from .files import write_whole
from .randomness import Randomness
from .slots import MACHINE, PASSPHRASE, RECOVERY, Slot

FORMAT = "thenchot/keyring/1"
PERSONAL, INDEX, NOTES = "personal", "index", "notes"
CASE, PETITION, MFA, LOG_PRIVATE = "case", "petition", "mfa", "log-private"
PURPOSES = (PERSONAL, INDEX, CASE, PETITION, MFA, LOG_PRIVATE, NOTES)

# Ciphertext that rotation does not rewrite: facts of the book never change, second factors are the accounts'.
OUTLIVING = (CASE, PETITION, MFA)


class Unopened(Exception):
    """Names and numbers cannot be read or written before the keyring has been opened."""


class GenerationGone(Exception):
    """No key of this generation and purpose is left: it was destroyed, or is of another keyring."""


class KeyringBroken(Exception):
    """The file is missing, not a keyring, or was changed by somebody without the root key."""


class Keyring:
    """The keys of one installation. Made by `create`, `open_with_…` or `unopened`; kept for the process."""

    def __init__(self, path: Path, way: tuple[str, X25519PrivateKey] | None = None) -> None:
        """`way` is the slot it is opened by and the key to that slot; without it, it stays unopened."""
        self.path, self._way = path, way
        self.reload()

    # ------------------------------------------------------------------ ways in

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        installation: str,
        mode: str,
        randomness: Randomness,
        machine_secret: bytes | None = None,
        passphrase: str | None = None,
    ) -> tuple[Self, tuple[sheets.Sheet, ...]]:
        """Make the file and the three sheets to print; an existing keyring is never overwritten."""
        if path.exists():
            raise KeyringBroken("exists already", str(path))
        ring = cls.__new__(cls)
        ring.path, ring.installation, ring.mode, ring.slots, ring._way = path, installation, mode, {}, None
        ring._root = randomness.random_bytes(32)
        ring._fill({1: randomness.random_bytes(32)}, {})
        if machine_secret is not None:
            ring._set_slot(MACHINE, slots.machine_key(machine_secret), randomness)
        if passphrase is not None:
            ring._set_passphrase(passphrase, randomness)
        papers = ring._new_recovery(randomness)
        ring._write(randomness)
        return ring, papers

    @classmethod
    def unopened(cls, path: Path) -> Self:
        """The keyring without its keys."""
        return cls(path)

    @classmethod
    def open_with_machine(cls, path: Path, key_file: Path) -> Self:
        """Open with the secret in `key_file`; KeyFileRefused, WrongKey."""
        return cls._open(path, MACHINE, slots.machine_key(slots.read_machine_secret(key_file)))

    @classmethod
    def open_with_sheets(cls, path: Path, one: sheets.Sheet, other: sheets.Sheet) -> Self:
        """Open with any two of the three sheets; SheetRefused, WrongKey (sheets of an earlier set)."""
        return cls._open(path, RECOVERY, slots.recovery_key(sheets.join(one, other)))

    @classmethod
    def open_with_passphrase(cls, path: Path, passphrase: str) -> Self:
        """Open with the passphrase an officer types in the morning; WrongKey."""
        slot = cls.unopened(path).slots.get(PASSPHRASE)
        if slot is None:
            raise WrongKey(PASSPHRASE)
        return cls._open(path, PASSPHRASE, slots.passphrase_key(passphrase, slot.salt))

    @classmethod
    def _open(cls, path: Path, kind: str, private: X25519PrivateKey) -> Self:
        if kind not in cls.unopened(path).slots:
            raise WrongKey(kind)
        return cls(path, (kind, private))

    # ------------------------------------------------------------------ keys

    @property
    def opened(self) -> bool:
        return self._root is not None

    @property
    def generations(self) -> tuple[int, ...]:
        """Generations under which records can be read and written; two while a rotation runs."""
        return tuple(sorted(self._secrets))

    @property
    def recovery_public(self) -> bytes:
        """The public half of the sheets' secret: closes backups without the sheets being there."""
        return self.slots[RECOVERY].public

    def key(self, purpose: str, generation: int | None = None) -> bytes:
        """The key of a purpose; of the current generation unless another is named."""
        if not self.opened:
            raise Unopened
        generation = generation or self.current
        if (purpose, generation) not in self._keys:
            self._keys[purpose, generation] = self._derive(purpose, generation)
        return self._keys[purpose, generation]

    def cipher(self, purpose: str, generation: int) -> AESGCM:
        """The key of a purpose, ready to seal with."""
        if (purpose, generation) not in self._ciphers:
            self._ciphers[purpose, generation] = AESGCM(self.key(purpose, generation))
        return self._ciphers[purpose, generation]

    def tag(self, kind: str, text: str, generation: int) -> bytes:
        """16 bytes by which a number is found without being readable."""
        message = f"{kind}|{text}".encode()
        return hmac.digest(self.key(INDEX, generation), message, "sha256")[:16]

    def _derive(self, purpose: str, generation: int) -> bytes:
        if purpose not in PURPOSES:
            raise ValueError(purpose)
        if generation > self.current:
            self.reload()
        if generation in self._secrets:
            return derived(
                self._secrets[generation], f"thenchot/{purpose}/1|{self.installation}|{generation}"
            )
        if purpose in self._kept.get(generation, {}):
            return self._kept[generation][purpose]
        raise GenerationGone(purpose, generation)

    # ------------------------------------------------------------------ changes

    def rotate(self, randomness: Randomness) -> int:
        """Add a generation and make it current; records follow by `rotation.rewrite_under_new_generation`."""
        self._must_be_open()
        number = self.current + 1
        self._fill(self._secrets | {number: randomness.random_bytes(32)}, self._kept)
        self._write(randomness)
        return number

    def destroy_generation(self, number: int, randomness: Randomness) -> None:
        """Forget an old generation. The root key changes too, so that an old copy of this file is of no use
        to the machine's secret; what outlives rotation (cases, petitions, second factors) keeps its keys."""
        self._must_be_open()
        if number == self.current or number not in self._secrets:
            raise GenerationGone(number)
        outliving = {purpose: self.key(purpose, number) for purpose in OUTLIVING}
        left = {n: secret for n, secret in self._secrets.items() if n != number}
        self._root = randomness.random_bytes(32)
        self.slots = {kind: slot.refilled(self._root, randomness) for kind, slot in self.slots.items()}
        self._fill(left, self._kept | {number: outliving})
        self._write(randomness)

    def set_machine(self, secret: bytes, randomness: Randomness) -> None:
        """Another machine opens it from now on; the one before does not."""
        self._set_slot(MACHINE, slots.machine_key(secret), randomness)
        self._write(randomness)

    def set_passphrase(self, passphrase: str, randomness: Randomness) -> None:
        self._set_passphrase(passphrase, randomness)
        self._write(randomness)

    def renew_sheets(self, randomness: Randomness) -> tuple[sheets.Sheet, ...]:
        """Three new sheets; the ones before open this file no more (backups made before still need them)."""
        papers = self._new_recovery(randomness)
        self._write(randomness)
        return papers

    def sheets_are_ours(self, one: sheets.Sheet, other: sheets.Sheet) -> bool:
        """The yearly drill: do these two sheets still open this keyring? Nothing is opened."""
        private = slots.recovery_key(sheets.join(one, other))
        return private.public_key().public_bytes_raw() == self.recovery_public

    def _new_recovery(self, randomness: Randomness) -> tuple[sheets.Sheet, ...]:
        secret = randomness.random_bytes(sheets.SECRET)
        self._set_slot(RECOVERY, slots.recovery_key(secret), randomness)
        return sheets.split(secret, sheets.set_code(self.recovery_public), randomness)

    def _set_passphrase(self, passphrase: str, randomness: Randomness) -> None:
        salt = randomness.random_bytes(16)
        self._set_slot(PASSPHRASE, slots.passphrase_key(passphrase, salt), randomness, salt)

    def _set_slot(
        self, kind: str, private: X25519PrivateKey, randomness: Randomness, salt: bytes = b""
    ) -> None:
        self.slots[kind] = slots.slot_for(private, self._must_be_open(), randomness, salt)
        if self._way is None or self._way[0] == kind:
            self._way = (kind, private)

    def _must_be_open(self) -> bytes:
        if self._root is None:
            raise Unopened
        return self._root

    # ------------------------------------------------------------------ the file

    def reload(self) -> None:
        """Read the file again: another process may have added or destroyed a generation. WrongKey."""
        try:
            stored = json.loads(self.path.read_bytes())
            if stored.pop("format") != FORMAT:
                raise ValueError
            self.installation, self.mode = stored["installation"], stored["mode"]
            self.slots = {kind: Slot.read(slot) for kind, slot in stored["slots"].items()}
            box = b64decode(stored.pop("box"), validate=True)
            self._root = self.slots[self._way[0]].open(self._way[1]) if self._way else None
            secrets, kept = _unpack(self._root, box, _bound(stored)) if self._root else ({}, {})
        except (OSError, ValueError, KeyError, TypeError, InvalidTag):
            raise KeyringBroken(str(self.path)) from None
        self._fill(secrets, kept)

    def document(self, kinds: Iterable[str], randomness: Randomness) -> bytes:
        """The file's bytes with only these slots; a backup takes the recovery slot alone."""
        stored: dict[str, Any] = {
            "installation": self.installation,
            "mode": self.mode,
            "slots": {kind: self.slots[kind].stored() for kind in kinds},
        }
        nonce = randomness.random_bytes(NONCE)
        packed = AESGCM(self._must_be_open()).encrypt(nonce, self._packed(), _bound(stored))
        stored |= {"format": FORMAT, "box": b64encode(nonce + packed).decode()}
        return canonical(stored) + b"\n"

    def _write(self, randomness: Randomness) -> None:
        write_whole(self.path, [self.document(self.slots, randomness)])

    def _packed(self) -> bytes:
        kept = {str(n): {p: key.hex() for p, key in keys.items()} for n, keys in self._kept.items()}
        return canonical({"generations": {str(n): s.hex() for n, s in self._secrets.items()}, "kept": kept})

    def _fill(self, secrets: dict[int, bytes], kept: dict[int, dict[str, bytes]]) -> None:
        self._secrets, self._kept = secrets, kept
        self.current: int = max(secrets, default=0)
        self._keys: dict[tuple[str, int], bytes] = {}
        self._ciphers: dict[tuple[str, int], AESGCM] = {}


def _bound(stored: dict[str, Any]) -> bytes:
    """The open part of the file, to which the closed part is bound: nobody turns a demo into a service."""
    return canonical([FORMAT, stored["installation"], stored["mode"], stored["slots"]])


def _unpack(root: bytes, box: bytes, bound: bytes) -> tuple[dict[int, bytes], dict[int, dict[str, bytes]]]:
    packed = json.loads(AESGCM(root).decrypt(box[:NONCE], box[NONCE:], bound))
    of_hex = bytes.fromhex
    kept = {int(n): {p: of_hex(key) for p, key in keys.items()} for n, keys in packed["kept"].items()}
    return {int(n): of_hex(secret) for n, secret in packed["generations"].items()}, kept
