"""The organisation a sentence speaks of: Đảng bộ tỉnh …, Ban Thường vụ Huyện ủy …, Ủy ban Kiểm tra các cấp."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_right

from .folding import pattern

_KINDS = (
    "Ban Thường vụ|Ban Chấp hành|Thường trực|Đảng bộ|Đảng ủy|Chi bộ|Chi ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|"
    "Ủy ban Kiểm tra|UBKT|Ban Tổ chức|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Văn phòng|Ban Chỉ đạo|"
    "Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND|Ủy ban Mặt trận Tổ quốc|Mặt trận Tổ quốc|MTTQ|Liên đoàn Lao động|"
    "Hội Nông dân|Hội Liên hiệp Phụ nữ|Hội Cựu chiến binh|Đoàn Thanh niên|Tỉnh đoàn|Trung tâm Chính trị|cấp ủy(?! viên)|"
    "các cơ quan chức năng|cơ quan chức năng"
)
# After the kind: names and further kinds, capitals or one of these words; at most eight.
_SMALL_WORDS = "tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|cấp|các cấp|cơ sở|và|khối|trực thuộc|thôn|bản|tổ dân phố|nhân dân"
_CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_NAME = re.compile(
    rf"(?<!\w)(?:{_KINDS})(?!\w)(?: (?:{_SMALL_WORDS}|{_KINDS})(?!\w)| [{_CAPITALS}]\w*){{0,8}}"
)
_TRIMMED = re.compile(r"(?: và| trực thuộc|(?<! các) cấp)+$")
# Of, from, to somebody: the organisation is not the one that acts.
_OTHER = re.compile(pattern(r"(?:của|thuộc|theo|tại|từ|với|cho|đối với|trực thuộc|nghị quyết|diện|bởi) $"))


class Acting:
    """The organisations named in `cased[start:end]` that act, to be asked for by the figures behind them."""

    def __init__(self, cased: str, start: int, end: int) -> None:
        self._names: list[str] = []
        self._ends: list[int] = []
        for found in _NAME.finditer(cased, start, end):
            if not _OTHER.search(cased[max(start, found.start() - 12) : found.start()].lower()):
                self._names.append(_TRIMMED.sub("", found.group()))
                self._ends.append(found.end())

    def before(self, place: int) -> str:
        """The one who acts nearest before a place; empty where none is named."""
        index = bisect_right(self._ends, place)
        return self._names[index - 1] if index else ""
