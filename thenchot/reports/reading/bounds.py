"""How a printed number stands to the true one: trên, hơn, gần, khoảng, dưới, không quá … trở lên."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .folding import pattern
from .written import Bound

# The words stand right before the number; “đạt trên”, “có gần” are caught by their last word.
_BEFORE = {
    Bound.OVER: r"(?<!so )(?<!ít )(?<!thấp )(?<!cấp )(?<!bên )(?<!phía )(?<!như )(?<!nêu )(?<!nói )(?:trên|hơn|vượt mức|vượt quá|(?<!nơi )ít nhất|ít nhất là|tối thiểu|tối thiểu là|không dưới|"
    r"không ít hơn|lớn hơn|nhiều hơn|cao hơn|từ trên|quá|>|≥|>=)",
    Bound.UNDER: r"(?:dưới|không quá|không vượt quá|tối đa|tối đa là|nhiều nhất|nhiều nhất là|ít hơn|thấp hơn|chưa đến|chưa đầy|chưa tới|"
    r"không đến|không tới|nhỏ hơn|<|≤|<=)",
    Bound.NEARLY: r"(?:gần|khoảng|xấp xỉ|ước|ước đạt|ước khoảng|ước tính|ngót|chừng|gần như|~|≈)",
}
_PATTERNS = tuple((bound, re.compile(rf"(?<!\w){pattern(words)} ?$")) for bound, words in _BEFORE.items())
# “cao hơn 8,2 điểm phần trăm so với năm 2024”: by how much, exactly.
_BY = re.compile(pattern(r"(?<!\w)(?<!không )(?:nhiều|cao|thấp|ít|lớn|nhỏ) hơn ?$"))
_THAN = re.compile(pattern(r"[^.;,()]{0,60}? so với(?!\w)"))
# The longer phrase decides: “không dưới” is at least, “không quá” at most.
_ORDER = (
    (re.compile(pattern(r"(?<!\w)(?:không dưới|không ít hơn|không thấp hơn) ?$")), Bound.OVER),
    (
        re.compile(pattern(r"(?<!\w)(?:không quá|không vượt quá|không hơn|ít hơn|thấp hơn|chưa quá) ?$")),
        Bound.UNDER,
    ),
)
_AFTER = re.compile(pattern(r"[^.;:,()0-9]{0,40}?(?<!\w)trở (lên|xuống)(?!\w)"))
_GRADE = re.compile(
    pattern(r"hoàn thành|đại học|loại|trung cấp|cao đẳng|trung học|tốt|khá|cấp (?!ủy)|trình độ|tuổi|năm |bậc")
)
_LONGEST = 18


def bound(text: str, start: int, end: int) -> tuple[Bound, int]:
    """The bound of the number at `text[start:end]`, and where its words begin (`start` if it has none)."""
    before = text[max(0, start - _LONGEST) : start]
    if _BY.search(before) and _THAN.match(text, end):
        return Bound.EXACT, start
    for shape, said in (*_ORDER, *((shape, said) for said, shape in _PATTERNS)):
        if found := shape.search(before):
            return said, start - len(before) + found.start()
    return _upwards(text, end), start


def _upwards(text: str, end: int) -> Bound:
    """“từ 5 đồng chí trở lên” is over; “hoàn thành tốt nhiệm vụ trở lên” is a grade and bounds nothing."""
    found = _AFTER.match(text, end, end + 60)
    if not found or _GRADE.search(found.group()):
        return Bound.EXACT
    return Bound.OVER if found.group(1) == "lên" else Bound.UNDER
