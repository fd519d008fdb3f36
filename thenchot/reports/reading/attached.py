"""The unit of a number by the words that follow it."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from dataclasses import dataclass

from . import lexicon, nouns, units
from .folding import pattern
from .not_figures import WORDS_BEFORE
from .numbers import Number
from .written import Bound

# “một” is an article as often as a number: it counts after a verb or in a list, and only such things.
_ONE_AFTER = re.compile(
    pattern(
        r"(?:^|[;:(,] ?|(?<!\w)(?:có|gồm|giảm|tăng|thêm|kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|thành lập|kết nạp|"
        r"mở|bổ nhiệm|và|được|hỗ trợ|xây|trong đó|còn|khởi tố|đối với|giải thể|sáp nhập|thành|cho|cử|mới|chỉ|miễn nhiệm|tiếp nhận|đình chỉ|xảy ra|phát hiện|xử lý) )$"
    )
)
# “giải quyết 19 đơn, 6 chưa đủ cơ sở, 11 đúng”: what became of those already counted
_SAID_OF_IT = re.compile(pattern(r" (?:chưa|không|đúng|sai|bị|được|đã|đang|vượt|còn lại)(?!\w)"))
_YEAR = re.compile(pattern(r"(?<!\w)(?:cả|sang|hằng|hàng|mỗi|đầu|cuối|suốt|[0-9]{4} là) $"))
_ARTICLE = re.compile(pattern(r" (?:số|bộ phận|phần|cách|mặt|trong|bên|chiều|loạt)(?!\w)"))
_ONE_OF = {
    lexicon.MEMBERS,
    lexicon.PERSONS,
    lexicon.ORGANISATIONS,
    "cases",
    "petitions",
    "classes",
    "rounds",
    "units",
    "enterprises",
    "villages",
}
# Too much is said of these in words: “hai mặt”, “ba vấn đề”, “một bước”.
_NOT_WORDS_OF = {
    "units per",
    lexicon.ITEMS,
    "points",
    "times",
    "m",
    "steps",
    "localities",
    "levels",
    "animals",
    "trees",
    "roads",
    "topics",
    "pages",
    "tasks",
    "violations",
    "works",
}
# “kết nạp 821/1.450 chỉ tiêu”
_ADMITTED = re.compile(pattern(r"(?<!\w)kết nạp(?: được| mới| đảng viên)* (?:[0-9.]+ ?/ ?)?$"))
_MONEY = 10**6
# What may have a part after a point in files typed the English way (46.9 km).
MEASURES = ("km", "ha", "m", lexicon.DONG, "tonnes", "points", "times")


@dataclass(frozen=True)
class Unit:
    """A unit, the bound a range gives (3 - 5: at least 3, at most 5), and whether the next number has the noun."""

    name: str
    range: Bound | None = None
    shares: bool = False


def attached(text: str, number: Number) -> Unit | None:
    """The unit by what follows the number itself."""
    if number.word:
        return _in_letters(text, number)
    if number.percent:
        return Unit(units.of_percent(text, number.start, number.end))
    if units.points(text, number.end):
        return Unit(lexicon.POINTS)
    counted = units.after(text, number.end)
    if (
        counted
        and counted.unit == "targets"
        and _ADMITTED.search(text[max(0, number.start - 32) : number.start])
    ):
        return Unit(lexicon.MEMBERS)
    if counted:
        fits = not number.dotted or counted.unit in MEASURES
        return Unit(counted.unit) if fits else None
    if number.dotted:
        return None
    if number.scale > 1 and number.value >= _MONEY and not nouns.follows(text, number.end):
        return Unit(lexicon.DONG)
    if nouns.follows(text, number.end):
        return _unlisted(text, number)
    return None


def _unlisted(text: str, number: Number) -> Unit | None:
    """A word that no list has follows: items, unless it only says which of those already counted."""
    said_of_it = units.quality(text, number.end) or _SAID_OF_IT.match(text, number.end)
    return None if said_of_it else Unit(lexicon.ITEMS)


def _in_letters(text: str, number: Number) -> Unit | None:
    before = text[max(0, number.start - 24) : number.start]
    if number.percent:
        return Unit(units.of_percent(text, number.start, number.end))
    counted = units.after(text, number.end)
    if counted is None or WORDS_BEFORE.search(before) or counted.unit in _NOT_WORDS_OF:
        return None
    if counted.unit == "rounds" and before.endswith("cả "):
        return None  # “trong cả bốn đợt”: all of them
    if number.value == 5 and _YEAR.search(before):
        return None  # “cả năm giải ngân”, “sang năm tỉnh phấn đấu”: the year
    if _ARTICLE.match(text, number.end):
        return None
    if number.value == 1 and not (counted.unit in _ONE_OF and _ONE_AFTER.search(before)):
        return None
    return Unit(counted.unit)
