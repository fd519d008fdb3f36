"""Figures that something else is measured by: a rule, an aim, what there was before."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from . import dates
from .folding import pattern
from .periods import Phrase
from .standing import BEFORE
from .written import Period

BEHIND = 120  # characters looked at behind a figure
PARTS = re.compile(r"[;:]|, ")
# What stands between a comparison and the number it is made with: “(là 45”, nothing of a difference.
_BASE = re.compile(pattern(r" ?\((?:[^();.]|\.(?=[0-9])){0,60}"))
_FROM = re.compile(pattern(r"(?<!\w)từ ?$"))
_TO = re.compile(
    pattern(r"[^.;,()0-9]{0,48}(?: ?\([^();]{0,40}\))?(?<!trở)(?: giảm| tăng| nay)? (?:lên|xuống|còn)(?!\w)")
)
# “giảm từ 40 hộ (4%) xuống còn 30 hộ”: how many there were and are.
_ROSE = re.compile(
    pattern(
        r"(?<!\w)từ(?: trên| gần| hơn| khoảng)? [0-9][0-9.,]*[^.;()]{0,48}(?: ?\([^();]{0,40}\))? (?:lên|xuống|giảm còn|nay còn|nay là|còn)(?: còn| thành| đến)?(?: trên| gần| hơn| khoảng)? ?$"
    )
)
# “theo quy định không quá 20%”: a rule holds at all times.
_LAID_DOWN = re.compile(pattern(r"(?<!\w)(?:quy định|định mức|yêu cầu)(?: là| phải)?(?: đạt| có)? ?$"))
# “đạt 97% (Nghị quyết đề ra 95%)”, “Nghị quyết Đại hội yêu cầu mỗi năm kết nạp 120 đảng viên”
_RESOLVED = re.compile(
    pattern(
        r"(?<!\w)(?:nghị quyết|đại hội)[^.;:,()0-9]{0,60} (?:đặt ra|đề ra|đặt mức|đặt|giao|xác định|yêu cầu)(?: bình quân)?"
        r"(?: (?:mỗi|hằng|hàng) năm)?(?: kết nạp| phát triển| đạt| có| là)?(?: từ| trên| ít nhất)? ?$"
    )
)
_LIMITS = re.compile(pattern(r"(?:không quá|không dưới|tối thiểu|tối đa|ít nhất|không thấp hơn|từ)(?!\w)"))
# “số chi bộ có dưới 7 đảng viên còn 46”: the number is part of a name.
_CLASS = re.compile(pattern(r"(?:^|[;:.,] ?)(?:số|tỷ lệ|tỉ lệ|các|những) [^;:.,0-9]{2,60} có ?$"))
_CLASS_LIMITS = re.compile(pattern(r"(?:dưới|trên|không quá|từ)(?!\w)"))
_SO_WITH = re.compile(pattern(r"(?<!\w)so với ?$"))
# “kế hoạch (2.200”, “chỉ tiêu cả năm 2024 là 450”: the number of a plan.
_AIM = re.compile(
    pattern(
        r"(?<!\w)(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|kh)(?P<term>(?: của)? (?:cả|toàn) nhiệm kỳ)?(?: của)?(?: năm| cả năm| được giao| giao| đề ra)*(?: (?P<year>20[0-9]{2}))?(?: ?\(| ?:| là| \(kế hoạch)? ?$"
    )
)
_DONE = re.compile(
    pattern(
        r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|kỷ luật|xử lý|kiểm tra|giám sát|bổ nhiệm|tiếp nhận|giải quyết|trồng|thu(?! gọn))(?!\w)"
    )
)
_DIFFERS = re.compile(pattern(r"(?<!\w)(?:tăng|giảm|vượt|đạt|bằng)(?!\w)"))


def laid_down(sentence: str, begins: int) -> bool:
    """The number of a rule, or of the name of a kind."""
    before = sentence[max(0, begins - BEFORE) : begins]
    if (_LIMITS.match(sentence, begins) and _LAID_DOWN.search(before)) or _RESOLVED.search(before):
        return True
    return bool(_CLASS_LIMITS.match(sentence, begins) and _CLASS.search(before))


def risen(sentence: str, begins: int) -> bool:
    """“từ 45 lên 60”: at the 60."""
    return bool(_ROSE.search(sentence[max(0, begins - BEFORE) : begins]))


def moved(sentence: str, time: Period | None, begins: int, end: int) -> Period | None:
    """“tăng từ 45 lên 60 đảng viên”: when the `time` of the sentence began, and when it ended."""
    before = sentence[max(0, begins - BEFORE) : begins]
    risen = _ROSE.search(before)
    if not (risen or (_FROM.search(before) and _TO.match(sentence, end))):
        return None
    if _DONE.search(PARTS.split(before[: risen.start()] if risen else before)[-1]):
        return None
    if not time or not time.since or not time.until:
        return None
    return Period(as_of=time.until if risen else dates.day_before(time.since))


def aim(sentence: str, time: Period | None, term: int | None, begins: int, unit: str) -> Period | None:
    """The time of a plan whose own number is printed: “đạt 47% kế hoạch (2.200 đảng viên)” is that of the year.

    `time` is that of what was done, `term` the year the running term began.
    """
    found = _AIM.search(sentence, max(0, begins - BEHIND), begins)
    if not found or unit == "documents":
        return None
    if found["term"]:
        return Period(str(term), str(term + dates.TERM_YEARS)) if term else None
    if not time or not time.since or not time.until:
        return None
    year = found["year"] or (time.since[:4] if time.since[:4] == time.until[:4] else None)
    return dates.whole(year) if year else None


def base(sentence: str, compared: list[Phrase], begins: int, end: int) -> Phrase | None:
    """What a comparison is made with: “tăng 12% so với cùng kỳ năm 2024 (131 đảng viên)”, “(từ 46% lên 47%)”."""
    if not compared or risen(sentence, begins):
        return None
    if _FROM.search(sentence, max(0, begins - 8), begins) and _TO.match(sentence, end):
        return compared[0]
    ahead = next((one for one in compared if one.start >= end), None)
    if ahead and _SO_WITH.search(sentence, max(0, begins - 8), begins):  # “so với 45 lớp của năm 2024”
        return None if PARTS.search(sentence, end, ahead.start) else ahead
    behind = next((one for one in reversed(compared) if one.end <= begins), None)
    between = sentence[behind.end : begins] if behind else ""
    return behind if _BASE.fullmatch(between) and not _DIFFERS.search(between) else None
