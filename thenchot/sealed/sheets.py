"""Recovery on paper: a secret of 128 bits on three sheets, any two of which give it back by one XOR."""

from __future__ import annotations

import hashlib
from base64 import b32decode, b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .randomness import Randomness

SECRET = 16
PAIRS = ("AB", "AC", "BC")
LETTERS, VOWELS = "bcdghklmnpqrstvx", "aiou"
# What hands write for letters that are not in base32.
MISREAD = str.maketrans("018", "OIB", "- \t")


class SheetRefused(Exception):
    """`args[0]`: not_a_sheet, typing_error, different_sets or same_sheet."""


@dataclass(frozen=True)
class Sheet:
    """One holder's paper: its letter, the code of its set, and a string for each of its two pairs."""

    letter: str
    set_code: str
    strings: tuple[tuple[str, str], tuple[str, str]]

    @property
    def check_word(self) -> str:
        """Twenty-four bits of a hash as a word that can be read aloud; finds a typing error."""
        spelled = "|".join([self.letter, self.set_code, *(part for pair in self.strings for part in pair)])
        return "".join(_syllables(hashlib.sha256(f"thenchot/sheet/1|{spelled}".encode()).digest()[:4]))

    def lines(self) -> list[str]:
        """What is printed, and typed back: letter and set, two strings in groups, the check word."""
        strings = [f"{pair} {_grouped(text)}" for pair, text in self.strings]
        return [f"{self.letter} {self.set_code}", *strings, self.check_word]


def _syllables(digest: bytes) -> Iterator[str]:
    for byte in digest:
        yield LETTERS[byte & 15] + VOWELS[byte >> 4 & 3]


def _grouped(text: str) -> str:
    cuts = [*range(0, len(text), 4), len(text)]
    return "-".join(text[start:end] for start, end in pairwise(cuts))


def split(secret: bytes, set_code: str, randomness: Randomness) -> tuple[Sheet, Sheet, Sheet]:
    """Three sheets: for each pair of holders, one has a random string and the other the secret XOR it."""
    held: dict[str, list[tuple[str, str]]] = {"A": [], "B": [], "C": []}
    for pair in PAIRS:
        drawn = randomness.random_bytes(SECRET)
        held[pair[0]].append((pair, _base32(drawn)))
        held[pair[1]].append((pair, _base32(_xor(drawn, secret))))
    a, b, c = (Sheet(letter, set_code, (first, second)) for letter, (first, second) in held.items())
    return a, b, c


def join(one: Sheet, other: Sheet) -> bytes:
    """The secret from any two sheets of one set; SheetRefused otherwise."""
    if one.letter == other.letter:
        raise SheetRefused("same_sheet")
    if one.set_code != other.set_code:
        raise SheetRefused("different_sets")
    (pair,) = dict(one.strings).keys() & dict(other.strings).keys()
    return _xor(_bytes(dict(one.strings)[pair]), _bytes(dict(other.strings)[pair]))


def read_sheet(text: str) -> Sheet:
    """A sheet as typed (small letters, spaces, 0 for O are forgiven); SheetRefused for a typing error."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    try:
        (letter, set_code), first, second, check = lines[0].upper().split(), lines[1], lines[2], lines[3]
        sheet = Sheet(letter, set_code.translate(MISREAD), (_string(first), _string(second)))
    except (ValueError, IndexError):
        raise SheetRefused("not_a_sheet") from None
    if check.lower() != sheet.check_word:
        raise SheetRefused("typing_error")
    return sheet


def set_code(public: bytes) -> str:
    """Four letters that tell one set of sheets from another, from the public half of its secret."""
    return _base32(hashlib.sha256(public).digest())[:4]


def _string(line: str) -> tuple[str, str]:
    pair, text = line.upper().split(None, 1)
    text = text.translate(MISREAD)
    if pair not in PAIRS or len(_bytes(text)) != SECRET:
        raise ValueError(line)
    return pair, text


def _base32(data: bytes) -> str:
    return b32encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return b32decode(text + "=" * (-len(text) % 8))


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
