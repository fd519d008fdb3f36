"""A tiny writer of exported books, from docs/book-format.md alone; tests break what it writes."""

from __future__ import annotations

import base64
import json
import random
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAME = "thenchot/thu-01/book"
Files = dict[str, bytes]


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def root_of(leaves: list[bytes]) -> bytes:
    """RFC 6962, word for word: split at the largest power of two below n."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


@dataclass
class Signer:
    """An installation's key, made from a number so that a failing test can be run again."""

    number: int = 1
    name: str = NAME
    private: Ed25519PrivateKey = field(init=False)

    def __post_init__(self) -> None:
        self.private = Ed25519PrivateKey.from_private_bytes(sha256(b"%d" % self.number).digest())

    @property
    def public(self) -> bytes:
        return b"\x01" + self.private.public_key().public_bytes_raw()

    @property
    def key_id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + self.public).digest()[:4]

    def key_line(self) -> bytes:
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(self.public).decode()}\n".encode()

    def checkpoint(self, size: int, root: bytes) -> bytes:
        text = f"{self.name}\n{size}\n{base64.b64encode(root).decode()}\n"
        signature = base64.b64encode(self.key_id + self.private.sign(text.encode())).decode()
        return f"{text}\n— {self.name} {signature}\n".encode()


@dataclass
class Book:
    """Entries as (head, salt, facts); `write` makes the files of an export."""

    seed: int = 1
    entries: list[tuple[dict[str, Any], bytes, str | None]] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    signer: Signer = field(default_factory=Signer)

    def add(
        self, kind: str, about: int, facts: dict[str, Any] | str, day: str = "2026-01-05", **more: Any
    ) -> int:
        """One more entry; returns its seq. `does`, `root`, `reason`, `organisation` … go into the head."""
        seq = len(self.entries) + 1
        salt = random.Random(f"{self.seed} {seq}").randbytes(16)
        text = facts if isinstance(facts, str) else compact(facts)
        head = {
            "seq": seq, "root": seq, "act": str(10_000 + seq), "kind": kind, "shape": 1, "about": str(about),
            "effective_on": day, "written_at": f"2026-01-05T08:{seq // 60 % 60:02}:{seq % 60:02}.000Z",
            "by": "7", "does": "record", "facts_hash": sha256(salt + text.encode()).hexdigest(), **more,
        }  # fmt: skip
        self.entries.append((head, salt, text))
        return seq

    def erase(self, seq: int) -> None:
        head, salt, _ = self.entries[seq - 1]
        self.entries[seq - 1] = head, salt, None

    def close(self) -> None:
        """A checkpoint at the present size."""
        self.sizes.append(len(self.entries))

    def line(self, entry: tuple[dict[str, Any], bytes, str | None]) -> str:
        head, salt, facts = entry
        parts = {"head": compact(head)} | ({} if facts is None else {"salt": salt.hex(), "facts": facts})
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":")) + "\n"

    def root(self, size: int) -> bytes:
        return root_of([compact(head).encode() for head, _, _ in self.entries[:size]])

    def checkpoint(self, size: int) -> bytes:
        return self.signer.checkpoint(size, self.root(size))

    def files(self) -> Files:
        files = {
            "entries.jsonl": "".join(map(self.line, self.entries)).encode(),
            "key.txt": self.signer.key_line(),
        }
        for number, size in enumerate(self.sizes, 1):
            files[f"checkpoints/{number:08}.txt"] = self.checkpoint(size)
        return files


def put(files: Files, folder: Path) -> Path:
    """Write the files of an export into an empty folder."""
    (folder / "checkpoints").mkdir(parents=True)
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    return folder


def some_book(seed: int = 1, length: int = 40) -> Book:
    """A book with every turn the format knows: papers, corrections, annulments, erasures, sealed facts."""
    chance = random.Random(seed)
    book = Book(seed)
    book.add("installation.begun", 5, {"class": "demo"}, by="0")
    book.close()
    first: dict[int, int] = {}
    while len(book.entries) < length - 2 or not first:
        person = chance.randrange(100, 130)
        paper = {
            "paper": f"{chance.randrange(99)}-QĐ/ĐU “Kết nạp”",
            **({"signer": "standing_deputy"} if person % 3 == 0 else {}),
            "signed_on": "2025-12-30",
            "organisation": "900",
        }
        match chance.randrange(6):
            case 0 if person in first:
                book.add("membership.admitted", person, {"cell": "901"}, does="restate", root=first[person],
                         reason="typing", **paper)  # fmt: skip
            case 1 if person in first:
                book.add(
                    "membership.admitted", person, {}, does="withdraw", root=first.pop(person), reason="twice"
                )
            case 2:
                book.add("sealed", 5000 + person, base64.b64encode(chance.randbytes(40)).decode())
            case 3:
                book.add("organisations.created", 700 + person, {"count": 3, "ended": False}, "2015-03")
            case _:
                first[person] = book.add("membership.admitted", person, {"cell": "902", "birth": "1990-02"},
                                         receipt="ab" * 32, **paper)  # fmt: skip
        if chance.random() < 0.1:
            book.close()
    erased = chance.choice(list(first))
    for seq, (head, _, _) in enumerate(book.entries, 1):
        if head["about"] == str(erased):
            book.erase(seq)
    book.add("people.erased", erased, {"ground": "request"}, "2026-01-05")
    book.add("membership.admitted", 131, {"cell": 'Ấp "3"\\'}, "2024")
    book.close()
    return book
