"""Numbers printed as *trên 1.400*, *gần 110.000*, *khoảng 300*, *dưới 5%*: when they hold. Pure."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from thenchot.reports.drafts.shapes import Number, Style

# The words a control holds beside its digits; the first of each is written where none stood before.
WORDS = {
    Style.OVER: ("trên", "hơn"),
    Style.NEARLY: ("gần", "ngót"),
    Style.ABOUT: ("khoảng", "chừng", "xấp xỉ"),
    Style.UNDER: ("dưới", "chưa đến", "chưa đầy", "chưa tới"),
}
WORD = re.compile(
    rf"(?<!\w)(?<!không )({'|'.join(one for some in WORDS.values() for one in some)}) (?=\d)", re.IGNORECASE
)
ROUNDING = {Style.OVER: ROUND_FLOOR, Style.NEARLY: ROUND_CEILING, Style.ABOUT: ROUND_HALF_UP}
DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


def style_of(word: str) -> Style:
    """The style of a word before a number; EXACT for any other word."""
    said = word.strip().lower()
    return next((style for style, words in WORDS.items() if said in words), Style.EXACT)


def fits(value: Decimal, said: Decimal, style: Style, step: Decimal) -> bool:
    """Whether a value may be printed with that round number: *gần* within half a step below it.

    >>> n = Decimal
    >>> [fits(n(v), n(110000), Style.NEARLY, n(10000)) for v in (104999, 105000, 109999, 110000)]
    [False, True, True, False]
    >>> [fits(n(v), n(1400), Style.OVER, n(100)) for v in (1400, 1421, 1500)]
    [False, True, False]
    """
    far = value - said
    return {
        Style.OVER: 0 < far < step,
        Style.NEARLY: -step / 2 <= far < 0,
        Style.ABOUT: -step / 2 <= far < step / 2,
        Style.UNDER: -step <= far < 0,
    }[style]


def round_value(value: Decimal, one: Number) -> Decimal | None:
    """The round number a value is printed with; itself where it is round; nothing where somebody must choose.

    *Dưới* is often a bar somebody set: another one is never put in its place.
    """
    step = step_of(one, value)
    if one.style is Style.UNDER:
        said = _bar(one) or (value / step).to_integral_value(ROUND_FLOOR) * step + step
    else:
        said = (value / step).to_integral_value(ROUNDING[one.style]) * step
        if said in (value, 0):
            return value
    return said if fits(value, said, one.style, step) else None


def _bar(one: Number) -> Decimal | None:
    """The number that stands behind *dưới* in the report already."""
    said = next((text for text in (one.printed, one.before) if style_of(_word(text)) is Style.UNDER), "")
    return printed_value(said)


def word(one: Number) -> str:
    """*trên* or *hơn*: as last period wrote it."""
    said = _word(one.before)
    return said if style_of(said) is one.style else WORDS[one.style][0]


def as_rounded(one: Number) -> str:
    """`gần 110.000` as it is printed now, `gần …` where it never was."""
    return one.printed if style_of(_word(one.printed)) is one.style else f"{WORDS[one.style][0]} …"


def typed(text: str, value: int) -> tuple[Style, int]:
    """How somebody rounded by hand, and to what: *gần 10* to tens; *trên* where nothing is said."""
    style, seen = style_of(_word(text)), printed_value(text)
    if style is Style.EXACT or seen is None:
        return Style.OVER, round_step(value)
    return style, 0 if "," in text else zeros(seen)


def zeros(value: Decimal) -> int:
    """To what a printed round number was rounded: 2.600 to hundreds."""
    whole, step = int(value), 1
    while whole and whole % (step * 10) == 0 and step < abs(whole):
        step *= 10
    return step if step > 1 else round_step(whole)


def _word(text: str) -> str:
    found = WORD.match(text)
    return found[1] if found else ""


def step_of(one: Number, value: Decimal) -> Decimal:
    """To what a number is rounded: what was said, its last decimal, or what people round such a number to."""
    if one.round_to:
        return Decimal(one.round_to)
    if "," in one.before:
        return Decimal(1).scaleb(-one.places)
    return Decimal(round_step(int(value)))


def printed_value(text: str) -> Decimal | None:
    """`gần 110.000` → 110000; `dưới 4,5%` → 4.5."""
    found = DIGITS.search(text)
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def round_step(value: int) -> int:
    """To what people round: 31 to tens, 1.421 to hundreds, 63.204 to thousands.

    >>> [round_step(n) for n in (7, 31, 187, 1421, 63204)]
    [1, 10, 10, 100, 1000]
    """
    return max(1, int(10 ** max(len(str(abs(value))) - 2, min(1, len(str(abs(value))) - 1))))
