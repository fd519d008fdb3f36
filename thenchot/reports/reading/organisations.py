"""The organisation a sentence speaks of: Đảng bộ tỉnh …, Ban Thường vụ Huyện ủy …, Ủy ban Kiểm tra các cấp."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .folding import pattern

_KINDS = (
    "Ban Thường vụ|Ban Chấp hành|Thường trực|Đảng bộ|Đảng ủy|Chi bộ|Chi ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|"
    "Ủy ban Kiểm tra|UBKT|Ban Tổ chức|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Văn phòng|Ban Chỉ đạo|"
    "Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND|Ủy ban Mặt trận Tổ quốc|Mặt trận Tổ quốc|MTTQ|Liên đoàn Lao động|"
    "Hội Nông dân|Hội Liên hiệp Phụ nữ|Hội Cựu chiến binh|Đoàn Thanh niên|Tỉnh đoàn|Trung tâm Chính trị|cấp ủy|"
    "các cơ quan chức năng|cơ quan chức năng"
)
# After the kind: names and further kinds, capitals or one of these words; at most eight.
_SMALL_WORDS = "tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|cấp|các cấp|cơ sở|và|khối|trực thuộc|thôn|bản|tổ dân phố|nhân dân"
_CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_NAME = re.compile(
    rf"(?<!\w)(?:{_KINDS})(?!\w)(?: (?:{_SMALL_WORDS}|{_KINDS})(?!\w)| [{_CAPITALS}]\w*){{0,8}}"
)
_TRIMMED = re.compile(r"(?: (?:và|cấp|trực thuộc))+$")
# Of, from, to somebody: the organisation is not the one that acts.
_OTHER = re.compile(pattern(r"(?:của|thuộc|theo|tại|từ|với|cho|đối với|trực thuộc|nghị quyết|diện|bởi) $"))


def named(cased: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Spans of organisations in `cased[start:end]`, and whether each stands as one who acts."""
    spans = []
    for found in _NAME.finditer(cased, start, end):
        name = _TRIMMED.sub("", found.group())
        acts = not _OTHER.search(cased[max(start, found.start() - 12) : found.start()].lower())
        spans.append((found.start(), found.start() + len(name), acts))
    return spans


def acting(spans: list[tuple[int, int, bool]], before: int) -> tuple[int, int] | None:
    """The one who acts nearest before a place; the first named otherwise."""
    ahead = [(start, end) for start, end, acts in spans if acts and end <= before]
    return ahead[-1] if ahead else None
