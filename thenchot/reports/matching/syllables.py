"""Text as syllables that compare equal however they were typed. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from thenchot.ledger.vietnamese import ETH

TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
PIECE = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|\d[\d.,]*|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A syllable, a number or a mark, and where it stands in the text."""

    text: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """Every syllable, number and mark of a text, in order; positions are of the text as given."""
    return [Piece(spelled(found[0]), found.start(), found.end()) for found in PIECE.finditer(text)]


def spelled(syllable: str) -> str:
    """Small letters, the tone at the end: `hòa` and `hoà`, composed or not, are both `hoaf`."""
    apart = unicodedata.normalize("NFD", syllable.translate(ETH).lower())
    tone = "".join(TONES[letter] for letter in apart if letter in TONES)
    plain = "".join(letter for letter in apart if letter not in TONES)
    return unicodedata.normalize("NFC", plain) + tone
