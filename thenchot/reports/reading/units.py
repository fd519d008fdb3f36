"""The unit a printed number is counted in, from the words after it or, where there are none, before it."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from . import lexicon
from .folding import fold_words, pattern

UNIT_OF = {fold_words(noun): unit for unit, nouns in lexicon.NOUNS.items() for noun in nouns.split("|")}


def _any_of(nouns: Iterable[str]) -> str:
    """One pattern for all, the longest first; by first letters, so that a place is refused at once."""
    letters: dict[str, list[str]] = {}
    for noun in sorted(nouns, key=len, reverse=True):
        letters.setdefault(noun[0], []).append(re.escape(noun[1:]))
    return (
        "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in letters.items()) + ")"
    )


NOUN = _any_of(UNIT_OF)
_FIRST = re.compile(rf"{NOUN}(?![\w²³])")
_SKIPPED = re.compile(
    pattern(r"(?: ?(?:tổng )?số(?= )| ?(?:nguyên|đương kim)(?= )| ?các(?= )| ?\((?=\w)|\) (?=\w))?[ ]{0,3}")
)
_TIMES = re.compile(pattern(r"lượt(?: của)?(?: các)?(?!\w) ?"))
_PER = re.compile(
    pattern(
        r" ?/ ?(?P<what>năm|tháng|quý|tuần|ngày|chi bộ|người|đồng chí|hộ|lớp|xã|đảng viên|cuộc)(?!\w)| (?:mỗi|hằng|hàng) (?P<time>năm|tháng|quý|tuần)(?!\w)"
    )
)
_EACH = re.compile(
    pattern(r"(?:bình quân|trung bình)[^.;:()]{0,24}?(?:mỗi|hằng|hàng|một) (năm|tháng|quý|tuần)(?!\w)")
)
_WITHIN = pattern("trong đó")  # “bình quân mỗi năm 45 đồng chí, trong đó năm 2024 là 51”
_QUALITY = re.compile(rf"(?:{pattern(lexicon.QUALITIES)})(?!\w)")
_PER_WHAT = {
    fold_words(word): said
    for word, said in {
        "năm": "year", "tháng": "month", "quý": "quarter", "tuần": "week", "ngày": "day", "chi bộ": "cell",
        "người": "person", "đồng chí": "person", "hộ": "household", "lớp": "class", "xã": "commune", "đảng viên": "member", "cuộc": "round",
    }.items()
}  # fmt: skip
_TARGET = re.compile(
    pattern(
        r"(?: ?(?:so với|so|của))?(?: các| tổng)? ?(?:chương trình(?: công tác)?(?: cả)? năm|chỉ tiêu|kế hoạch|mục tiêu|kh|dự toán|chỉ tiêu kế hoạch)(?!\w)"
        r"|(?: ?so với)? (?:nghị quyết đại hội|nghị quyết đề ra)"
    )
)
# “chỉ tiêu giao 2.200, đạt 103%”
_AIMED = re.compile(
    pattern(
        r"(?<!\w)(?:chỉ tiêu|kế hoạch|dự toán)[^.;:()%0-9]{0,50} [0-9][0-9.]*(?: [^.;:()%0-9]{0,30})?, (?:đã )?đạt ?$"
        r"|(?<!\w)(?:chỉ tiêu|kế hoạch)(?:,| \() ?(?:đã )?(?:đạt|bằng) ?$"
        r"|(?<!\w)so với (?:chỉ tiêu|kế hoạch),? [^.;:()%]{0,30}(?<!\w)đạt ?$"
        r"|(?<!\w)kết nạp(?: được)? [0-9][0-9.]* ?/ ?[0-9][0-9.]*(?: [^.;:()%0-9]{0,20})?, đạt(?: tỷ lệ)? ?$"
    )
)
# “đến thời điểm báo cáo là 45”: a time.
# “được giao 22.600 triệu đồng, giải ngân 21.018 triệu đồng, đạt 93%”
_ALLOTTED = re.compile(
    pattern(
        r"(?<!\w)(?:được giao|kế hoạch|chỉ tiêu|dự toán)[^.;:()%0-9]{0,50} [0-9][0-9.,]*[^.;:()%0-9]{0,30}, (?:đã )?(?:giải ngân|thực hiện|thu|kết nạp|hoàn thành)[^.;:()%0-9]{0,30} [0-9][0-9.,]*[^.;:()%0-9]{0,30}, (?:bằng|đạt) ?$"
    )
)
_PRINTED = re.compile(pattern(r"(?<!\w)(?:phát hành|in|in ấn|cấp phát|sao gửi|nhân bản)(?!\w)"))
LABEL = 80  # characters
_DIFFERS = re.compile(
    pattern(r"(?<!\w)(?:vượt|tăng|giảm|thiếu|hụt|thấp hơn|cao hơn)(?: thêm| trên| gần| hơn| khoảng)? ?$")
)
# Said of something else that is counted: “dưới 30 tuổi: 402” counts no years.
MEASURED = {"years of age", "points", "times", "steps", "levels"}
TIMES = "-times"
_POINTS = re.compile(pattern(r" ?điểm (?:%|phần trăm)"))


@dataclass(frozen=True)
class Counted:
    """The unit, and where the noun begins and ends in the folded text."""

    unit: str
    start: int
    end: int


def after(text: str, place: int) -> Counted | None:
    """What is counted by a number that ends at `place`: None where no listed noun follows directly."""
    skipped = _SKIPPED.match(text, place)
    start = skipped.end() if skipped else place
    if noun := _FIRST.match(text, start):
        copies = noun.group() == "bản" and _PRINTED.search(text, max(0, place - 80), place)
        return _per(text, Counted("copies" if copies else UNIT_OF[noun.group()], start, noun.end()))
    if times := _TIMES.match(text, start):
        return _taking_part(text, start, times.end())
    return None


def quality(text: str, place: int) -> bool:
    """Whether the number counts by a quality of people named before: “12 nữ”."""
    return bool(_QUALITY.match(text, place + (text[place : place + 1] == " ")))


def of_percent(text: str, start: int, place: int) -> str:
    """per cent, or per cent of a target by what follows the sign; “vượt 5% chỉ tiêu” is a difference."""
    differs = _DIFFERS.search(text[max(0, start - 16) : start])
    aimed = _TARGET.match(text, place) or _AIMED.search(text, max(0, start - LABEL), start)
    aimed = aimed or _ALLOTTED.search(text, max(0, start - 2 * LABEL), start)
    return lexicon.OF_TARGET if aimed and not differs else lexicon.PERCENT


def points(text: str, place: int) -> int:
    """Where “điểm %” after a number ends; 0 where it is not said."""
    found = _POINTS.match(text, place)
    return found.end() if found else 0


def per(unit: str, lead: str) -> str:
    """With “bình quân mỗi năm” before it, a unit becomes one per year."""
    if " per " in unit or unit in (lexicon.PERCENT, lexicon.OF_TARGET, lexicon.POINTS):
        return unit
    clause = max(
        lead.rfind(";"), lead.rfind(_WITHIN), lead.rfind("(") if lead.rfind("(") > lead.rfind(")") else -1
    )
    each = _EACH.search(lead, clause + 1)
    return f"{unit} per {_PER_WHAT[each.group(1)]}" if each else unit


def _per(text: str, counted: Counted) -> Counted:
    if stroke := _PER.match(text, counted.end):
        return Counted(
            f"{counted.unit} per {_PER_WHAT[stroke['what'] or stroke['time']]}", counted.start, stroke.end()
        )
    return counted


def _taking_part(text: str, start: int, place: int) -> Counted:
    noun = _FIRST.match(text, place)
    unit = UNIT_OF[noun.group()] if noun else ""
    return Counted(lexicon.TIMES_OF.get(unit, unit or lexicon.PERSON_TIMES), start, place)


def is_noun(text: str, place: int) -> bool:
    """Whether a listed noun begins here."""
    return bool(_FIRST.match(text, place))


def alike(text: str, place: int, other: int) -> bool:
    """Whether the listed nouns at two places can stand in one list: cán bộ, đảng viên; thôn, tổ dân phố."""
    first, second = after(text, place), _FIRST.match(text, other)
    if not first or not second:
        return False
    units = {first.unit.removesuffix(TIMES), UNIT_OF[second.group()]}
    return len(units) == 1 or units <= {*lexicon.PEOPLE, "person", "organisation", lexicon.ORGANISATIONS}


def noun_follows(text: str, place: int) -> bool:
    """Whether a listed noun stands after a number that ends at `place`."""
    return text[place : place + 1] == " " and is_noun(text, place + 1)
