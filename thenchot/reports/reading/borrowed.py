"""The unit of a number that nothing follows: of its neighbours in a list, of the words in front, of its whole."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from dataclasses import replace

from . import lexicon, units
from .attached import Unit
from .folding import pattern
from .listed import Nouns
from .numbers import Number, whole_or_part
from .written import Bound

STROKE = re.compile(pattern(r" ?/ ?(?:tổng(?: số)? )?"))
_CHAINED = re.compile(
    pattern(
        r" ?(?:,|và|-|đến|lên|xuống|xuống còn|lên thành|còn|lên đến|hoặc|đến dưới|và đến) ?(?:trên |gần |hơn |khoảng )?"
    )
)
_OUT_OF = re.compile(pattern(r" (?:trên|trong)(?: tổng)? số "))
_SHARED = re.compile(pattern(r" ?(?:/|-|đến) ?"))
_RANGE = re.compile(pattern(r" ?(?:-|đến|đến dưới) ?"))
_LABEL = re.compile(
    pattern(
        r"(?:^|[^\w])(?:là|đạt|có|còn|gồm|được|với|bằng|lên|xuống|nam|nữ|số|cho|chỉ|ước|trên|gần|hơn|khoảng|dưới|mới|thêm|giảm|tăng|"
        r"đến|thành|kết nạp|khai trừ|xóa tên|khiển trách|cảnh cáo|cách chức|tốt|vụ|viên|bộ|đảng|đó|tỷ lệ|chiếm|bị|thu)? ?[:(=,-]? ?$"
    )
)
# Verbs that have only one thing to count.
VERBS = re.compile(
    pattern(
        r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|cho ra khỏi đảng|đưa ra khỏi đảng|khiển trách|cảnh cáo|cách chức|miễn sinh hoạt|công nhận chính thức|"
        r"kết nạp mới|từ trần|xin ra(?: khỏi)? đảng|ra khỏi đảng|đảng tịch|chuyển đảng chính thức|chuyển chính thức|chuyển đến|chuyển đi)(?!\w)"
    )
)
# “tuổi đời bình quân 43,5”
_AVERAGE_AGE = re.compile(
    pattern(
        r"tuổi(?: đời)? (?:bình quân|trung bình)[^.;:()0-9]{0,40}$"
        r"|tuổi(?: đời)? (?:dưới|trên|từ)(?: [0-9]{2} (?:đến|-))? ?$"  # “tuổi từ 18 đến 30”
    )
)
# “Nam: 45; nữ: 32”, a line of its own.
_QUALITY_LABEL = re.compile(
    pattern(r"(?<!\w)(?:nam|nữ|dân tộc(?: thiểu số)?|dự bị|tôn giáo|đoàn viên) ?:? ?$")
)
# A line of a list that is nothing but a name and its number: “- Khác: 12”.
_BULLET = re.compile(r"^ ?[-+*•] ?[^.;:()0-9]{2,80}: ?$")
# “trao Huy hiệu cho 5 đồng chí; xóa tên 3”: after a semicolon the verb says who, not the figure before.
_ANOTHER = re.compile(
    pattern(r";(?:[^;:(]{0,80}, )?(?:[^;:(,0-9]{0,24} )?(?:kết nạp|khai trừ|xóa tên|cho ra khỏi đảng) ?$")
)
# Only organisations are dissolved and merged: “giải thể 11, sáp nhập 58”.
_MERGES = re.compile(pattern(r"(?<!\w)(?:giải thể|sáp nhập|hợp nhất) ?$"))
# “Cùng kỳ 6 tháng năm 2024: 803”, of what stands elsewhere.
_AGO = re.compile(pattern(r"(?<!\w)cùng kỳ[^.;:()]{0,40}(?: là|:) ?$"))
# “hai xã kết nạp 24”: only members are admitted.
_ADMITS = re.compile(pattern(r"(?<!\w)(?:kết nạp|xóa tên|khai trừ)(?: được| mới)? ?$"))
# “31 đảng viên, trong đó cấp ủy viên các cấp 12”
_OFFICERS = re.compile(pattern(r"(?<!\w)(?:cấp ủy|chi ủy|đảng ủy) viên(?: các cấp| cơ sở)?(?: có| là)? ?$"))
_ADMITTED_THERE = re.compile(
    pattern(r"trong (?:số|tổng số)[^.;:()0-9]{0,24} (?:kết nạp|đảng viên mới)(?!\w)")
)
# “Phân theo cấp quyết định: chi bộ 208, đảng ủy cơ sở 149”
_BY_LEVEL = re.compile(
    pattern(r"(?<!\w)(?:cấp (?:ra )?quyết định|thẩm quyền quyết định|các cấp như sau|cấp thi hành)(?!\w)")
)
_DONE_TO = lexicon.PEOPLE | {"cases"}
_APPOINTS = re.compile(
    pattern(r"(?<!\w)(?:bổ nhiệm|bổ nhiệm lại|luân chuyển|điều động|miễn nhiệm|biệt phái|cho thôi chức) ?$")
)
_WITH_SHARE = re.compile(r" ?\([0-9.,]+ ?%\)")
_BEHIND_SHARE = re.compile(r"[0-9] ?%\) ?[;,] ?[^;0-9]{2,120}: ?$")
_LETTER = re.compile(r"[^\W\d_]{2}")
REACH = 160  # characters a number looks back for what it counts
_CLAUSE = re.compile(r"[.;:(]|, ")


def chain(text: str, found: list[Number], direct: list[Unit | None]) -> None:
    """“3 - 5 đồng chí”, “từ 45 lên 60 đảng viên”, “12, 15 và 18 chi bộ”: one noun for all."""
    for index in range(len(found) - 2, -1, -1):
        number, following, unit = found[index], found[index + 1], direct[index + 1]
        between = text[number.end : following.start]
        if following.scale > 1 and number.scale == 1 and not number.percent and _SHARED.fullmatch(between):
            number = found[index] = replace(
                number, value=whole_or_part(number.value * following.scale), scale=following.scale
            )
        if unit is None or number.word != following.word or len(between) > 24:
            continue
        if (
            _RANGE.fullmatch(between)
            and not (direct[index] and not number.percent)
            and not _listed(text, found, index)
        ):
            direct[index] = Unit(unit.name, Bound.OVER, True)
            direct[index + 1] = replace(unit, range=Bound.UNDER)
        elif direct[index] is None and (
            _CHAINED.fullmatch(between) or STROKE.fullmatch(between) or _OUT_OF.fullmatch(between)
        ):
            direct[index] = Unit(unit.name, shares=True)


def _listed(text: str, found: list[Number], index: int) -> bool:
    """“76,0% - 20,5% - 3,5%”: three numbers with dashes between them are a list, no range."""
    ends = [(found[at].end, found[at + 1].start) for at in (index - 1, index + 1) if 0 <= at < len(found) - 1]
    return any(text[end:start].strip() == "-" for end, start in ends)


def borrowed(text: str, listed: Nouns, start: int, number: Number, whole: str) -> Unit | None:
    """The unit by the words in front of it, or that of `whole`, the figure before it in the sentence (or empty).

    “khiển trách 3, cảnh cáo 2” · “Số đảng viên là 45” · “chi bộ: 3” · “45 đảng viên (nữ 18)”.
    """
    if number.word:
        return None
    start = max(start, number.start - REACH)
    if not whole and not _LETTER.search(text, start, number.start):
        return None
    if _AVERAGE_AGE.search(text[start : number.start]):
        return Unit("years of age")
    if number.dotted:
        return None
    labelled = listed.labelled(start, number.start)
    if (
        labelled == lexicon.ORGANISATIONS
        and whole in lexicon.PEOPLE
        and _BY_LEVEL.search(text, start, number.start)
    ):
        labelled = ""  # who decided it, not what is counted
    if whole and (labelled == lexicon.ITEMS or (labelled and _asides(text, start, number))):
        labelled = ""  # “- Loại tốt: 31”, “quy chế làm việc: 8”, of what was counted above
    if labelled and not (whole in lexicon.PEOPLE and labelled in lexicon.PEOPLE):
        return Unit(labelled)
    if whole not in lexicon.PEOPLE and _members_in_front(text, listed, start, number):
        return Unit(lexicon.MEMBERS)
    if whole == lexicon.MEMBERS and _OFFICERS.search(text, start, number.start):
        return Unit(lexicon.PERSONS)
    if whole and whole not in _DONE_TO and _ADMITS.search(text, start, number.start):
        return Unit(lexicon.MEMBERS)
    if whole in lexicon.PEOPLE and _ANOTHER.search(text[start : number.start]):
        return Unit(lexicon.MEMBERS)
    return Unit(whole.partition(" per ")[0]) if whole else _in_front(text, listed, start, number)


def _asides(text: str, start: int, number: Number) -> bool:
    """Whether a number stands in a list of names and numbers, each closed by its share: “…: 8 (10,8%); …”."""
    return bool(_WITH_SHARE.match(text, number.end) and _BEHIND_SHARE.search(text, start, number.start))


def _members_in_front(text: str, listed: Nouns, start: int, number: Number) -> bool:
    """“52 chi bộ; đảng viên dự bị 187”: a clause of its own begins with them."""
    clause = max((found.end() for found in _CLAUSE.finditer(text, start, number.start)), default=start)
    counted = listed.before(clause, number.start)
    near = counted and counted.start - clause < 3 and number.start - counted.end < 32
    return bool(near and counted and counted.unit == lexicon.MEMBERS)


def _in_front(text: str, listed: Nouns, start: int, number: Number) -> Unit | None:
    clause = max((found.end() for found in _CLAUSE.finditer(text, start, number.start)), default=start)
    counted = listed.before(clause, number.start) or listed.before(start, number.start)
    if _ADMITTED_THERE.search(text, start, number.start):
        return Unit(lexicon.MEMBERS)
    if units.quality(text, number.end):
        return Unit(counted.unit if counted and counted.unit in lexicon.PEOPLE else lexicon.PERSONS)
    if _QUALITY_LABEL.search(text[start : number.start]):
        return Unit(lexicon.PERSONS)
    if VERBS.search(text, start, number.start):
        return Unit(lexicon.MEMBERS)
    if _APPOINTS.search(text[start : number.start]):
        return Unit(lexicon.PERSONS)
    if _MERGES.search(text[start : number.start]):
        return Unit(lexicon.ORGANISATIONS)
    if counted:
        touching = _LABEL.search(text[max(start, number.start - 24) : number.start])
        return Unit(counted.unit) if touching else None
    named = _BULLET.search(text[start : number.start]) or _AGO.search(text[start : number.start])
    return Unit(lexicon.ITEMS) if named else None
