"""A lower-case, composed copy of a text for matching, with the way back to each character of the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Characters that print nothing, or are left over from breaking a word: dropped from the copy.
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
# One character for one: what is typed for another. Icelandic Ð stands for Đ in many older Vietnamese files.
_ALIKE = {
    ord(typed): meant
    for meant, typed_for_it in {
        "Đ": "Ð",
        "đ": "ðƌ",
        " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u202f\u205f\u3000\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029",
        "-": "‐‑‒–—−―\u2043",
        '"': "“”„‟«»",
        "'": "‘’‚‛",
        "/": "⁄∕",
        "%": "％",
        ",": "，",
        ".": "․．",
        "0": "０",
        "1": "１",
        "2": "２",
        "3": "３",
        "4": "４",
        "5": "５",
        "6": "６",
        "7": "７",
        "8": "８",
        "9": "９",
    }.items()
    for typed in typed_for_it
}
_UNUSUAL = re.compile("[" + "".join(re.escape(chr(code)) for code in [*_DROPPED, *_ALIKE]) + "]")

# khoá → khóa, uỷ → ủy: the tone mark is placed in two ways; the copy knows one. Not in “quý”, “toán”.
_NEW_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")
_OLD_TONE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


@dataclass(frozen=True)
class Folded:
    """`cased` and `text` are of one length; `text` is lower case. `origin[i]` is where character i came from.

    `origin` has one entry more than the text, so that ends of spans have their place too; None: all in place.
    """

    text: str
    cased: str
    origin: tuple[int, ...] | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that the span `start:end` of the copy was made from."""
        if self.origin is None or start >= end:
            return start, end
        while self.origin[end] == self.origin[start] and end + 1 < len(self.origin):
            end += 1  # a letter and its marks come from one place
        return self.origin[start], self.origin[end]


def fold(text: str) -> Folded:
    """The copy for matching. Linear in the length of the text; never fails."""
    cased, origin = _compose(text)
    cased = cased.translate(_ALIKE)
    lower = cased.lower()
    if len(lower) != len(cased):  # a few foreign capitals become two characters: they stay as they are
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in cased)
    return Folded(_NEW_TONE.sub(lambda found: _OLD_TONE[found.group()], lower), cased, origin)


def fold_words(text: str) -> str:
    """Words of our own lists in the form the copy has."""
    return fold(text).text


def pattern(written: str) -> str:
    """A regular expression over folded texts, its words in the form the copy has."""
    return _NEW_TONE.sub(lambda found: _OLD_TONE[found.group()], unicodedata.normalize("NFC", written))


def _compose(text: str) -> tuple[str, tuple[int, ...] | None]:
    if unicodedata.is_normalized("NFC", text) and not any(code in text for code in map(chr, _DROPPED)):
        return text, None
    pieces: list[str] = []
    origin: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", text[start:end].translate(_DROPPED))
        pieces.append(piece)
        origin.extend([start] * len(piece))
    return "".join(pieces), (*origin, len(text))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Letters with the marks that follow them, dropped characters going with the letter before.

    A run of marks longer than any writing has is cut: composing it costs more than its length.
    """
    starts: list[int] = []
    for place, letter in enumerate(text):
        follows = unicodedata.combining(letter) or ord(letter) in _DROPPED
        if not starts or not follows or place - starts[-1] > 32:
            starts.append(place)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
