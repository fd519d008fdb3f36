"""Numbers as Vietnamese reports write them: dots and commas, scale words, per cent, number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .folding import fold_words

LARGEST = 10**15  # nothing larger takes a scale word
LONGEST = 15  # more digits than this count nothing: a code, or noise

# 1.733 · 6,521,080 · 1 733 (only before a word: columns of a table copied as text stand apart too) · 46,9 · 7
_DIGITS = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<dots>[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?)"
    r"|(?P<commas>[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])(?:\.[0-9]+)?)"
    r"|(?P<spaces>[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?:,[0-9]+)?(?= ?(?:%|[^\W\d_])))"
    r"|(?P<comma>[0-9]+,[0-9]+)"
    r"|(?P<dot>[0-9]+\.[0-9]{1,2}(?![0-9]|\.[0-9]))"
    r"|(?P<plain>[0-9]+))"
)

SCALES = {
    fold_words(word): value
    for word, value in {
        "trăm": 10**2, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4,
        "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    }.items()
}  # fmt: skip
# “tỷ lệ” is a share, not a thousand million; “triệu tập” is to convene.
_SCALE = re.compile(r" {0,2}(trăm|nghìn|ngàn|vạn|triệu(?! tập)|t[ỷỉ](?! lệ| trọng| số| suất))(?!\w)")
_PERCENT = re.compile(r" ?%| phần trăm(?!\w)")
_MORE = re.compile(r" ([0-9]{1,3}(?:,[0-9]+)?) (nghìn|ngàn|triệu)(?!\w)")

_SMALL = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_AFTER_TENS = r"(?:mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_TENS = rf"(?:{_SMALL} mươi(?: {_AFTER_TENS}(?!\w))?|mười(?: {_AFTER_TENS}(?!\w))?)"
_HUNDREDS = rf"(?:{_SMALL} trăm(?: (?:linh|lẻ) {_SMALL}(?!\w)| {_TENS})?)"
_GROUP = rf"(?:{_HUNDREDS}|{_TENS}|{_SMALL})"
_SCALED = r"(?:nghìn|ngàn|vạn|triệu|t[ỷỉ](?! lệ| trọng| số| suất))"
_WORDS = re.compile(rf"(?<!\w){_GROUP}(?: {_SCALED}(?: {_GROUP})?){{0,4}}(?!\w)")
_WORTH = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


@dataclass(frozen=True)
class Number:
    """A number in the folded text: the span covers its scale word and its per cent sign.

    `digits_end` is where the digits alone end. `thousands` is the value if the comma before three digits is
    meant as a separator (1,733 đảng viên), None where it cannot be. `word` says it is written in letters.
    """

    start: int
    end: int
    digits_end: int
    value: Decimal
    percent: bool = False
    scale: int = 1
    word: bool = False
    thousands: Decimal | None = None
    dotted: bool = False  # 46.9: a decimal point, or two numbers of a heading or a date


def digits(text: str) -> Iterator[Number]:
    """Every number written with digits, in order."""
    for found in _DIGITS.finditer(text):
        written = found.group()
        if len(written) > LONGEST + LONGEST // 3:
            continue
        yield _completed(text, _plain(found.start(), written, found.lastgroup or "plain"))


def words(text: str) -> Iterator[Number]:
    """Every number written in letters, in order; whether it counts something is for others to say."""
    for found in _WORDS.finditer(text):
        value = Decimal(worth(found.group()))
        number = Number(found.start(), found.end(), found.end(), value, word=True)
        sign = _PERCENT.match(text, found.end())
        yield replace(number, end=sign.end(), percent=True) if sign else number


def worth(written: str) -> int:
    """The value of number words that follow the grammar above: “hai mươi mốt” 21, “một trăm linh năm” 105."""
    total = group = digit = 0
    for word in written.split(" "):
        if word in _WORTH:
            digit = _WORTH[word]
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group, digit = group + 10 * digit, 0
        elif word == "trăm":
            group, digit = group + 100 * digit, 0
        elif word in SCALES:
            total, group, digit = total + (group + digit) * SCALES[word], 0, 0
    return total + group + digit


def whole_or_part(value: Decimal) -> Decimal:
    """Without the noughts a scale leaves behind: 3,2 tỷ is 3200000000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _plain(start: int, written: str, form: str) -> Number:
    end = start + len(written)
    if form in ("dots", "spaces"):
        value = Decimal(written.replace(".", "").replace(" ", "").replace(",", "."))
        return Number(start, end, end, value)
    if form == "commas":
        return Number(start, end, end, Decimal(written.replace(",", "")))
    if form == "comma":
        whole, _, part = written.partition(",")
        thousands = Decimal(whole + part) if len(part) == 3 and len(whole) < 4 and whole[0] != "0" else None
        return Number(start, end, end, Decimal(f"{whole}.{part}"), thousands=thousands)
    return Number(start, end, end, Decimal(written), dotted=form == "dot")


def _completed(text: str, number: Number) -> Number:
    """With the scale words and the per cent sign that follow it."""
    value, end, scale = number.value, number.end, 1
    while value < LARGEST and (found := _SCALE.match(text, end)):
        value, end, scale = value * SCALES[found.group(1)], found.end(), scale * SCALES[found.group(1)]
    if end > number.end:
        if more := _MORE.match(text, end):
            value += Decimal(more.group(1).replace(",", ".")) * SCALES[more.group(2)]
            end = more.end()
        value = whole_or_part(value)
        number = replace(number, value=value, end=end, scale=scale, thousands=None)
    if sign := _PERCENT.match(text, end):
        return replace(number, end=sign.end(), percent=True, thousands=None)
    return number
