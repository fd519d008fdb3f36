"""What a password must be, and one-time passwords; no rule of composition, no date of expiry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from thenchot.ledger.vietnamese import folded
from thenchot.sealed.randomness import Randomness

SHORTEST, LONGEST = 15, 128
# With the words anybody would try taken out, so many characters must be left.
LEFT_OVER = 6
WORDS = Path(__file__).with_name("common_words.txt")
# No 0, o, 1, l, i: read from paper, typed by hand. Thirty-two signs: five bits each.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789@"
ONE_TIME = 16

BIRTH_YEAR = re.compile(r"(19|20)\d\d")
RUNS = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def faults(password: str, own_words: Iterable[str] = ()) -> list[str]:
    """What is wrong with a password: `short`, `long`, `guessable`. `own_words`: account, unit, places."""
    found = []
    if len(password) < SHORTEST:
        found.append("short")
    if len(password) > LONGEST:
        found.append("long")
    if left_over(password, own_words) < LEFT_OVER:
        found.append("guessable")
    return found


def left_over(password: str, own_words: Iterable[str] = ()) -> int:
    """How many different characters remain once common words, own words, years and runs are taken out."""
    text = re.sub(r"[\W_]+", "", folded(password))
    for word in sorted({*common_words(), *map(_plain, own_words)}, key=len, reverse=True):
        if len(word) >= 3:
            text = text.replace(word, "")
    text = BIRTH_YEAR.sub("", text)
    for run in RUNS:
        for start in range(len(run) - 2):
            text = text.replace(run[start : start + 3], "").replace(run[start : start + 3][::-1], "")
    return len(set(text))


def one_time_password(randomness: Randomness) -> str:
    """Sixteen characters, eighty bits."""
    return "".join(SIGNS[byte & 31] for byte in randomness.random_bytes(ONE_TIME))


@cache
def common_words() -> frozenset[str]:
    """The offline list: folded, a word a line."""
    return frozenset(WORDS.read_text(encoding="utf-8").split())


def _plain(word: str) -> str:
    return re.sub(r"[\W_]+", "", folded(word))
