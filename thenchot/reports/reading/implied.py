"""Figures that are not printed as numbers: vượt mục tiêu, bầu đủ số lượng, định kỳ hằng tháng, “bốn tốt”, không có."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from . import lexicon, numbers, units
from .folding import pattern
from .written import Bound


@dataclass(frozen=True)
class Implied:
    """A span of folded text that stands for a number. `once`: part of a name, read once in a report."""

    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    once: bool = False


_GOOD = re.compile(
    pattern(
        r"(?:(?<=\w )|(?<=\"))(?P<count>hai|ba|bốn|năm|sáu|[2-9]) (?:(?:tốt|không|nhất|sạch|giữ|sẵn sàng|có|tiên phong|chủ động)(?=\"))"
    )
)
_BEYOND = re.compile(
    pattern(r"(?<!\w)vượt (?:mục tiêu|chỉ tiêu|kế hoạch)(?!\w)(?! (?:[0-9]|đề ra [0-9]|trên|gần|hơn|khoảng))")
)
_HOPED = re.compile(pattern(r"(?<!\w)(?:phấn đấu|quyết tâm|sẽ)(?!\w)[^.;]*$"))
_FULL = re.compile(
    pattern(r"(?<!\w)(?:bầu|bầu cử) đủ (?:số lượng|số)(?: đại biểu| cấp ủy viên| ủy viên)?(?!\w)")
)
_REGULAR = re.compile(
    pattern(
        r"(?<!\w)định kỳ (?:hằng|hàng|mỗi) (?P<every>tháng|quý|tuần)(?!\w)(?=[^.;]{0,60}(?:sinh hoạt|họp|giao ban))"
    )
)
_NONE = re.compile(
    pattern(
        r"(?:^|[;:(] ?|, |\. |trong (?:kỳ|năm|tháng|quý),? |đến nay,? |chi bộ |đảng bộ )(?P<none>không có) (?=[^\W\d_])"
    )
)
_EVERY = {pattern("tháng"): "month", pattern("quý"): "quarter", pattern("tuần"): "week"}
# Of these a report says that there were none; “không có vùng cấm” counts nothing.
_COUNTABLE = {lexicon.MEMBERS, lexicon.PERSONS, lexicon.ORGANISATIONS, "cases", "petitions", "units"}
_DENIED = re.compile(
    pattern(
        r"(?:trường hợp|đảng viên|tổ chức đảng|chi bộ|đảng bộ|đơn|cán bộ|vụ|đồng chí|cấp ủy viên|đơn vị)(?! (?:nào|đủ))"
    )
)


def implied(text: str) -> Iterator[Implied]:
    """Every figure of a folded block that is implied, in no order."""
    for found in _GOOD.finditer(text):
        count = found["count"]
        value = Decimal(count) if count.isdigit() else Decimal(numbers.worth(count))
        yield Implied(*found.span(), value, "criteria", once=True)
    for found in _BEYOND.finditer(text):
        hoped = _HOPED.search(text, max(0, found.start() - 80), found.start())
        told = re.search(r"[0-9]", text[found.end() : found.end() + 12]) or text[found.end() :][:1] == ":"
        if not hoped and not told:
            yield Implied(*found.span(), Decimal(100), lexicon.OF_TARGET, Bound.OVER)
    for found in _FULL.finditer(text):
        yield Implied(*found.span(), Decimal(100), lexicon.PERCENT)
    for found in _REGULAR.finditer(text):
        yield Implied(*found.span(), Decimal(1), f"meetings per {_EVERY[found['every']]}", once=True)
    yield from _none(text)


def _none(text: str) -> Iterator[Implied]:
    for found in _NONE.finditer(text):
        counted = units.after(text, found.end())
        if counted and counted.unit in _COUNTABLE and _DENIED.match(text, found.end()):
            yield Implied(*found.span("none"), Decimal(0), counted.unit)
