"""The phrase that says what a number counts: behind it, or before it where nothing follows."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from . import units
from .folding import pattern

LONGEST = 160
# In what is repeated up to an end no two branches match the same letters: else noise takes for ever.
# Where a phrase behind a number ends, unless a comma goes on with a list of nouns (cán bộ, đảng viên, công chức).
_STOP = re.compile(
    pattern(
        r"[.;:()\[\]+]|, | - |(?<!\w)(?:chiếm|đạt|trong đó|tăng|giảm|so với|gồm|bao gồm|qua đó|góp phần|bằng(?! khen)|nâng tổng số)(?!\w)"
    )
)
_TRAILING = re.compile(
    pattern(
        r"(?:[x\"'](?!\w)|[ ,/=-]|(?<!\w)(?:và|với|cho|của|tại|là|có|từ|đã|được|(?<!dự )bị|đến|còn|gần|hơn|khoảng|đối|để|thì|trong|trở lên|trở xuống))+$"
    )
)
_TRAILING_IN_FRONT = re.compile(
    pattern(
        r"(?:[ ,/=:.;(\"'-]|(?<!\w)(?:và|với|cho|của|tại|là|có|từ|đã|được|(?<!dự )bị|đến|còn|gần|hơn|trên|dưới|khoảng|đối với|để|thì|trong|chiếm|đạt|"
        r"tỷ lệ|tỉ lệ|bằng|tương đương|tăng|giảm|(?<!trở )lên|(?<!trở )xuống|chỉ|ước|gồm|bao gồm|đó))+$"
    )
)
_CONNECTED = re.compile(pattern(r"(?<!\w)(?:và|với|cho|cùng|trên|gần|hơn|có) ?$"))
_LEADING = re.compile(
    pattern(
        r"^(?:[ ,;:./+-]|(?<!\w)(?:và|với|có|là|đến|trong đó|đã|số|tổng số|các|đến nay|theo đó|kết quả|trở lên|trở xuống)(?!\w))+"
    )
)
_BEGINS = re.compile(r"[.;:(]|, ")
# Words a number may be followed by that are no noun of what it counts.
_NO_NOUN = re.compile(
    pattern(
        r"(?:là|đạt|chiếm|và|từ|được|bị|trong|so|tăng|giảm|do|của|tại|theo|với|ở|đến|đã|trên|để|cho|vào|thì|cũng|mà|khi|nếu|hoặc|"
        r"nhưng|vì|bằng|như|còn|gồm|trở|mỗi|hằng|hàng|này|nêu|nói|sang|lên|xuống|về|qua|ra|trước|sau|đối|nhằm|thuộc|dưới|có|"
        r"không|lần thứ|thứ|nên|gần|hơn|khoảng|cùng|đều|đang|sẽ|phải|bao|đồng thời|song|tuy|nay|năm)(?!\w)"
    )
)
_WORD = re.compile(r" ?[^\W\d_]")


def behind(text: str, place: int, limit: int, last: bool) -> tuple[int, int]:
    """The span of the phrase that begins at `place` and ends before `limit`; empty where nothing follows.

    Unless it is the `last`, a number stands at `limit`, and words after a comma may be its own:
    “12 cuộc, cấp huyện 45 cuộc”.
    """
    far = min(limit, place + LONGEST)
    end = _end(
        text, place, far, last or far < limit or bool(_CONNECTED.search(text[max(place, far - 8) : far]))
    )
    if end == place + LONGEST:
        end = max(place, text.rfind(" ", place, end))
    return _trimmed(text, place, end, _TRAILING)


def in_front(text: str, begin: int, place: int) -> tuple[int, int]:
    """The span of the phrase before a number at `place`, of the clause it closes, not before `begin`."""
    begin = max(begin, place - LONGEST)
    separators = [found.end() for found in _BEGINS.finditer(text, begin, place)]
    for start in reversed([begin, *separators]):
        span = _trimmed(text, start, place, _TRAILING_IN_FRONT)
        if span[1] > span[0]:
            return span
    return place, place


def follows(text: str, place: int) -> bool:
    """Whether an ordinary word follows the number, one that can be a noun though no list has it."""
    if not _WORD.match(text, place):
        return False
    start = place + (text[place] == " ")
    return not _NO_NOUN.match(text, start)


def _end(text: str, place: int, limit: int, goes_on: bool) -> int:
    stops = list(_STOP.finditer(text, place, limit))
    for index, stop in enumerate(stops):
        own = goes_on or index + 1 < len(stops)
        if (
            stop.start() == place
            or stop.group() != ", "
            or not own
            or not units.alike(text, place, stop.end())
        ):
            return stop.start()
    return limit


def _trimmed(text: str, start: int, end: int, trailing: re.Pattern[str]) -> tuple[int, int]:
    leading = _LEADING.match(text[start:end])
    start += leading.end() if leading else 0
    found = trailing.search(text[start:end])
    return start, start + found.start() if found else end
