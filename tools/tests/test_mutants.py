"""Random edits, cuts, re-orderings and forgeries of a book: every one is refused.

500 mutants in the ordinary run; MUTANTS=10000 in the environment makes as many.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import verify_book
from tools.tests.writer import Book, Files, Signer, put, some_book

MUTANTS = int(os.environ.get("MUTANTS", "500"))
BATCH = 50
ENTRIES = "entries.jsonl"


def edit_a_byte(files: Files, chance: random.Random, book: Book) -> None:
    name = chance.choice(list(files))
    raw, at = files[name], chance.randrange(len(files[name]))
    byte = bytes([raw[at] ^ chance.randrange(1, 256)])
    files[name] = chance.choice([
        raw[:at] + byte + raw[at + 1 :],
        raw[:at] + raw[at + 1 :],
        raw[:at] + chance.choice([b" ", b"\n", b"\t", byte]) + raw[at:],
    ])  # fmt: skip


def cut(files: Files, chance: random.Random, book: Book) -> None:
    name = chance.choice(list(files))
    files[name] = files[name][: chance.randrange(len(files[name]))]


def append(files: Files, chance: random.Random, book: Book) -> None:
    name = chance.choice([name for name in files if name != ENTRIES])
    files[name] += chance.choice([b"\n", b" ", b"\x00", files[name], files[name].splitlines(True)[-1]])


def lines_of(files: Files) -> list[bytes]:
    return files[ENTRIES].splitlines(keepends=True)


def cut_lines(files: Files, chance: random.Random, book: Book) -> None:
    lines = lines_of(files)
    since = chance.randrange(len(lines))
    until = chance.choice([since + 1, len(lines)])
    files[ENTRIES] = b"".join(lines[:since] + lines[until:])


def repeat_a_line(files: Files, chance: random.Random, book: Book) -> None:
    lines = lines_of(files)
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    files[ENTRIES] = b"".join(lines)


def reorder(files: Files, chance: random.Random, book: Book) -> None:
    lines = lines_of(files)
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    files[ENTRIES] = b"".join(lines)


def swap_lines(files: Files, chance: random.Random, book: Book) -> None:
    lines = lines_of(files)
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    files[ENTRIES] = b"".join(lines)


def rewrap(files: Files, chance: random.Random, book: Book) -> None:
    """The same entry, its wrapper spelled otherwise."""
    lines = lines_of(files)
    at = chance.randrange(len(lines))
    line = lines[at].decode()
    parts = json.loads(line)
    lines[at] = chance.choice([
        json.dumps(parts, ensure_ascii=False) + "\n",
        json.dumps(dict(reversed(parts.items())), ensure_ascii=False, separators=(",", ":")) + "\n",
        line.replace('{"head"', '{"head":"","head"', 1),
        line.replace('{"head"', '{"note":"","head"', 1),
        line.replace("about", "\\u0061bout", 1),
        line.replace("\n", "\r\n"),
        line.replace('"head"', '"Head"', 1),
    ]).encode()  # fmt: skip
    files[ENTRIES] = b"".join(lines)


def respell_a_head(files: Files, chance: random.Random, book: Book) -> None:
    """The same head with spaces, another order, or a key twice."""
    lines = lines_of(files)
    at = chance.randrange(len(lines))
    parts = json.loads(lines[at])
    head = parts["head"]
    parts["head"] = chance.choice([
        head.replace(",", ", ", 1),
        '{"about":"1",' + head[1:],
        json.dumps(dict(reversed(json.loads(head).items())), ensure_ascii=False, separators=(",", ":")),
        head.replace('"seq":', '"seq":0'),
    ])  # fmt: skip
    lines[at] = (json.dumps(parts, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    files[ENTRIES] = b"".join(lines)


def change_an_entry(files: Files, chance: random.Random, book: Book) -> None:
    """A head changed in good form, the checkpoints left as they were."""
    at = chance.randrange(len(book.entries))
    book.entries[at][0].update(
        chance.choice([{"paper": "forged"}, {"by": "8"}, {"organisation": "77"}, {"act": "3"}])
    )
    files[ENTRIES] = book.files()[ENTRIES]


def rewrite_the_book(files: Files, chance: random.Random, book: Book) -> None:
    """The keeper of the book changes a head and signs every checkpoint anew with the true key."""
    change_an_entry(files, chance, book)
    files.update(book.files())


def sign_with_another_key(files: Files, chance: random.Random, book: Book) -> None:
    book.signer = Signer(chance.randrange(2, 100))
    forged = book.files()
    del forged[chance.choice(["key.txt", ENTRIES])]
    files.update(forged)


def forge_an_erasure(files: Files, chance: random.Random, book: Book) -> None:
    kept = [seq for seq, (_, _, facts) in enumerate(book.entries, 1) if facts is not None]
    book.erase(chance.choice(kept))
    files[ENTRIES] = book.files()[ENTRIES]


def swap_facts(files: Files, chance: random.Random, book: Book) -> None:
    kept = [at for at, (_, _, facts) in enumerate(book.entries) if facts is not None]
    one, other = chance.sample(kept, 2)
    with_salt = chance.random() < 0.5 or book.entries[one][2] == book.entries[other][2]
    head, salt, _ = book.entries[one]
    _, its_salt, facts = book.entries[other]
    book.entries[one] = head, its_salt if with_salt else salt, facts
    files[ENTRIES] = book.files()[ENTRIES]


def change_facts(files: Files, chance: random.Random, book: Book) -> None:
    kept = [at for at, (_, _, facts) in enumerate(book.entries) if facts is not None]
    at = chance.choice(kept)
    head, salt, _ = book.entries[at]
    book.entries[at] = head, salt, '{"forged":true}'
    files[ENTRIES] = book.files()[ENTRIES]


def shuffle_checkpoints(files: Files, chance: random.Random, book: Book) -> None:
    names = [name for name in files if name.startswith("checkpoints/")]
    one, other = chance.sample(names, 2)
    files[one], files[other] = files[other], files[one]


def lose_a_file(files: Files, chance: random.Random, book: Book) -> None:
    del files[chance.choice([name for name in files if name.startswith("checkpoints/")])]


def add_a_checkpoint(files: Files, chance: random.Random, book: Book) -> None:
    """One more, signed by the true key: of size 0, of the same size, too large, or simply the last again."""
    number, size = len(book.sizes) + 1, len(book.entries)
    files[f"checkpoints/{number:08}.txt"] = chance.choice([
        book.checkpoint(0),
        book.checkpoint(size),
        book.signer.checkpoint(size + chance.randrange(1, 9), chance.randbytes(32)),
        book.signer.checkpoint(size, chance.randbytes(32)),
    ])  # fmt: skip


Mutation = Callable[[Files, random.Random, Book], None]
MUTATIONS: list[Mutation] = [
    edit_a_byte, edit_a_byte, edit_a_byte, edit_a_byte, cut, append, cut_lines, repeat_a_line, reorder,
    swap_lines, rewrap, respell_a_head, change_an_entry, rewrite_the_book, sign_with_another_key,
    forge_an_erasure, swap_facts, change_facts, shuffle_checkpoints, lose_a_file, add_a_checkpoint,
]  # fmt: skip
# Whoever holds neither key nor checkpoint of his own cannot see these; the verifier says so.
NEEDS_ONES_OWN = {rewrite_the_book, sign_with_another_key, lose_a_file}


def a_mutant(number: int) -> tuple[Mutation, Files, Book]:
    """The mutant of a number, its files different from the true ones, and the true book."""
    chance = random.Random(f"mutant {number}")
    while True:
        book = some_book(chance.randrange(1000), length=chance.randrange(10, 40))
        true, mutation = book.files(), MUTATIONS[number % len(MUTATIONS)]
        files = dict(true)
        if len(book.sizes) > 1:
            mutation(files, chance, book)
        if files != true:
            truth = some_book(book.seed, len(book.entries))
            assert truth.files() == true
            return mutation, files, truth


@pytest.mark.parametrize("batch", range(0, MUTANTS, BATCH))
def test_every_mutant_is_refused(batch: int, tmp_path: Path) -> None:
    accepted = []
    for number in range(batch, min(batch + BATCH, MUTANTS)):
        mutation, files, book = a_mutant(number)
        folder = put(files, tmp_path / str(number))
        own_key, own = folder / "own-key", folder / "own-checkpoint"
        own_key.write_bytes(book.signer.key_line())
        own.write_bytes(book.checkpoint(len(book.entries)))
        assert verify_book.verify(put(book.files(), folder / "true"), own_key, own).problems == []
        if not verify_book.verify(folder, own_key, own).problems:
            accepted.append((number, mutation.__name__, "with one's own key and checkpoint"))
        if mutation not in NEEDS_ONES_OWN and not verify_book.verify(folder).problems:
            accepted.append((number, mutation.__name__, "with nothing of one's own"))
    assert accepted == []
