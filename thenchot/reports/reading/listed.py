"""The nouns of a text that name what can be counted, found once."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_left

from . import lexicon
from .folding import fold_words, pattern
from .units import LABEL, MEASURED, NOUN, UNIT_OF, Counted

_ANYWHERE = re.compile(rf"(?<!\w){NOUN}(?![\w²³])")
_TIME = re.compile(pattern(r"(?:thời điểm|kỳ) $"))
# “hoàn thành tốt nhiệm vụ 371”: a grade, and no task is counted.
_GRADED = re.compile(pattern(r"hoàn thành(?: xuất sắc| tốt)? $"))
# Nouns of one syllable that are also a part of other words: what stands before, what stands after.
_WITHIN = {
    fold_words(noun): (re.compile(pattern(ahead)), re.compile(pattern(behind)))
    for noun, ahead, behind in (
        ("giải", "(?!)", " (?:thể|quyết|ngân|trình|tỏa|đáp|thích|phóng)(?!\\w)"),
        ("thôn", "(?<!\\w)nông $", "(?!)"),
        ("con", "(?<!\\w)(?:sinh|nuôi|có) $", "(?!)"),
        ("kế hoạch", "(?!)", " hóa(?!\\w)"),
        ("tố cáo", "(?!)", "(?!)"),
        ("kỳ", "(?<!\\w)(?:cùng|trong|đầu|cuối|định|thời|học|trước) $", "(?!)"),
    )
}
_LABEL = re.compile(
    pattern(
        r"(?:(?<!\w)(?:tổng )?số [^.;:,()]{2,70}(?: là| đạt| có| tăng| giảm| lên| xuống| còn|:)|[^.;:,()0-9]{2,40}:) ?$"
    )
)
_COUNTS = ("số ", pattern("tỷ lệ "))
NEAREST = 24  # nouns looked at
_ACTS = re.compile(pattern(r"(?<!\w)(?:kiểm tra|giám sát|kết nạp|thi hành|xử lý|có|giao|quản lý)(?!\w)"))


class Nouns:
    """Every listed noun of a folded text, found once, to be asked for by the numbers behind them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = [noun for noun in _ANYWHERE.finditer(text) if not self._grades(noun)]
        self._starts = [noun.start() for noun in self._found]

    def before(self, start: int, place: int) -> Counted | None:
        """What is counted by a number with nothing after it: a listed noun of `text[start:place]`.

        “Tổng số đảng viên của Đảng bộ tỉnh là 5.120” counts members: the noun after “số” rules, else the last.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, place)
        nouns = [noun for noun in self._found[max(first, last - NEAREST) : last] if noun.end() <= place]
        if not nouns:
            return None
        head = next((noun for noun in nouns if self._text.endswith(_COUNTS, start, noun.start())), nouns[-1])
        if nouns[0].start() <= start + 1 and not _ACTS.search(self._text, start, place):
            head = nouns[0]  # “Ủy viên Ban Thường vụ: 9”
        unit = UNIT_OF[head.group()]
        if "lượt" in self._text[max(start, head.start() - 12) : head.start()]:
            unit = lexicon.TIMES_OF.get(unit, unit)
        return Counted(unit, head.start(), head.end())

    def first(self) -> Counted | None:
        """The first listed noun."""
        return next((Counted(UNIT_OF[noun.group()], *noun.span()) for noun in self._found), None)

    def labelled(self, start: int, place: int) -> str:
        """The unit a label names right before a number: “chi bộ: 3”, “số đảng viên là 45”; empty where none does."""
        start = max(start, place - LABEL)
        if not (label := _LABEL.search(self._text[start:place])):
            return ""
        counted = self.before(start + label.start(), place)
        return counted.unit if counted else ""

    def _part_of_word(self, noun: re.Match[str], before: str) -> bool:
        """“giải thể”, “cùng kỳ”: no prize and no meeting."""
        ahead, behind = _WITHIN[noun.group()]
        return bool(ahead.search(before) or behind.match(self._text, noun.end()))

    def _grades(self, noun: re.Match[str]) -> bool:
        before = self._text[max(0, noun.start() - 24) : noun.start()]
        levels = before.endswith("cấp ") or noun.group().startswith("cấp ")  # who, not what
        return (
            levels
            or UNIT_OF[noun.group()] in MEASURED
            or (noun.group() in _WITHIN and self._part_of_word(noun, before))
            or bool(_GRADED.search(before) or _TIME.search(before))
        )
