"""Text as it enters the book: one spelling, one order, one search without marks."""

from __future__ import annotations

import re
import unicodedata

# Icelandic Eth is what many Vietnamese fonts and scans leave in place of Đ.
ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " "})
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
LETTERS = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}


def clean(text: str) -> str:
    """NFC, `Ð` as `Đ`, single spaces, no spaces at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).translate(ETH).split())


def folded(text: str) -> str:
    """For search: small letters without marks, `đ` as `d`."""
    apart = unicodedata.normalize("NFD", clean(text).lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def order(text: str) -> tuple[str, str]:
    """Sort key in Vietnamese order: letters first (a ă â … d đ … ), then tones word by word."""
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", clean(text).lower()):
        if letter in TONES:
            tones[-1] = str(TONES[letter])
        elif unicodedata.combining(letter) and letters:
            letters[-1] = LETTERS.get(unicodedata.normalize("NFC", letters[-1][0] + letter), letters[-1])
        else:
            letters.append(LETTERS.get(letter, letter + "0"))
            tones.append("0")
    return "".join(letters), "".join(tones)


def natural(text: str) -> tuple[tuple[str, str] | int, ...]:
    """Sort key for names with numbers in them: *thôn 2* before *thôn 10*, else Vietnamese order."""
    parts = re.split(r"([0-9]+)", clean(text))
    return tuple(int(part) if place % 2 else order(part) for place, part in enumerate(parts))


def name_order(full_name: str) -> tuple[tuple[str, str], ...]:
    """Sort key of a person: given name, then middle names, then family name."""
    words = clean(full_name).split()
    if not words:
        return ()
    return order(words[-1]), order(" ".join(words[1:-1])), order(words[0])
