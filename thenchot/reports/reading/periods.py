"""Phrases that say when: từ đầu nhiệm kỳ đến nay, năm 2023, 6 tháng đầu năm, tính đến ngày …"""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import bases
from .folding import pattern
from .frame import Setting
from .spoken import (
    A_YEAR,
    AGAIN,
    BEFORE,
    KINDS,
    OF_THE_YEAR,
    OPENING,
    PARTS_OF_YEAR,
    PATTERNS,
    PHASE,
    SINCE,
    TERM,
    WORD_OF,
    YEARLY,
    Kind,
    Made,
)
from .written import Period


@dataclass(frozen=True)
class Phrase:
    """A span of folded text and the period it names. `resets`: hằng năm takes back what was said before.

    `to_date` says it runs up to a day (đến nay, đến 30/6): acts are counted until it; `anchored` that it opens a clause or stands
    after a word of time, so that it rules what follows; an unanchored one may be part of a name.
    """

    start: int
    end: int
    period: Period
    resets: bool = False
    to_date: bool = False
    anchored: bool = True
    kind: Kind = Kind.PLAIN


_COMPARED = re.compile(
    pattern(
        r"(?:(?:so cùng kỳ|cùng kỳ|cùng thời điểm|so)(?: với)?(?: cùng kỳ| cả| cuối| đầu| kết quả| thời điểm)?(?: các)?|(?:nhiều|ít|cao|thấp) hơn|so (?:với|sánh với)(?: [0-9][0-9.,]*)?(?: [^\W\d_]+){0,5}) ?$"
    )
)
_NAMED = re.compile(
    pattern(
        r"(?:kế hoạch|chương trình|nghị quyết|đề án|chỉ tiêu|dự toán|chủ đề|hướng dẫn|quyết định|đại hội|chiến lược|"
        r"bầu cử|quy hoạch|hđnd|hội đồng nhân dân|các cấp|tỉnh|đảng bộ|chuyên đề|lần thứ \w+) ?$"
    )
)
_CLAUSE = re.compile(r"(?:^|[.;:(+\"-]|(?:^|[.;:(] )[^.;:(]{0,40},) ?$")
_IN = re.compile(pattern(r"(?<!\w)(?:trong|sang|bước sang|ở|vào|của|từ|riêng|suốt|cả|qua|đầu|kết quả|kỳ) ?$"))


def phrases(text: str, setting: Setting) -> Iterator[Phrase]:
    """Every phrase of time of a folded sentence that is no comparison, in order, without overlaps."""
    return (phrase for phrase in with_compared(text, setting) if phrase.kind is not Kind.COMPARED)


def with_compared(text: str, setting: Setting) -> Iterator[Phrase]:
    """Also those of comparisons: “so với cùng kỳ năm 2024 (131 đảng viên)” says when the 131 were."""
    rules = (rule for rule in PATTERNS if WORD_OF.get(rule[1], "") in text)
    found = [phrase for rule in rules for phrase in _of(rule, text, setting)]
    taken = -1
    for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= taken:
            taken = phrase.end
            yield phrase


def _of(rule: tuple[re.Pattern[str], Made, bool], text: str, setting: Setting) -> Iterator[Phrase]:
    shape, made, to_date = rule
    for match in shape.finditer(text):
        before = text[max(0, match.start() - 48) : match.start()]
        period = made(match, _about(text[: match.start()], setting) if shape is AGAIN else setting)
        if period is None or _BORN.search(before) or _of_the_aim(shape, made, before):
            continue
        kind = _kind(shape, made, text, match.start(), before, setting)
        if kind is Kind.COMPARED and made is bases.year_begins and period.as_of:
            period = bases.year_closed(period.as_of[:4])
        elif shape in OPENING and not (_OPENS.search(before) or _WITHIN.match(match.group())):
            continue
        rules = kind is not Kind.COMPARED and _rules(shape, text, match.start(), before)
        yield Phrase(*match.span(), period, shape is YEARLY, to_date, rules, kind)


def _of_the_aim(shape: re.Pattern[str], made: Made, before: str) -> bool:
    """Whether a year is only that of the aim a share is of."""
    return bool(
        (made in OF_THE_YEAR and _AIM.search(before)) or (shape is A_YEAR and _AIM_OF_YEAR.search(before))
    )


def _about(before: str, setting: Setting) -> Setting:
    """“6 tháng đầu năm giảm so với cùng kỳ”: of the months that the sentence itself named last."""
    named = [
        (found.start(), period)
        for shape, made, _ in PATTERNS
        if made in PARTS_OF_YEAR
        for found in shape.finditer(before)
        if (period := made(found, setting))
    ]
    return replace(setting, title=max(named, key=lambda one: one[0])[1]) if named else setting


def _begins(said: str, setting: Setting) -> bool:
    """Whether a term that is named begins in the year of the report: its congress is told of, not its results."""
    found = re.search(r"(?:19|20)[0-9]{2}", said)
    return bool(found and setting.day and found[0] == setting.day[:4])


def _kind(shape: re.Pattern[str], made: Made, text: str, start: int, before: str, setting: Setting) -> Kind:
    compared = _COMPARED.search(before)
    if compared and compared.group().startswith("cùng kỳ") and _OPENS.search(before[: compared.start()]):
        compared = None  # “; cùng kỳ 9 tháng năm 2024 là 45”
    stood = made is bases.year_ends and before.rstrip().endswith("%")  # “từ 12,8% cuối năm 2020”
    if compared or (made in BEFORE and not stood and _MEASURED.search(before)):
        return Kind.COMPARED
    if shape is TERM and _CONGRESS.search(before) and _begins(text[start:], setting):
        return Kind.NAMED
    inside = shape is A_YEAR and text.startswith("trong", start)
    if shape is A_YEAR and not inside and _NAMED.search(before) and not _rules(shape, text, start, before):
        return Kind.NAMED
    return KINDS.get(made, Kind.PLAIN)


def _rules(shape: re.Pattern[str], text: str, start: int, before: str) -> bool:
    if shape is SINCE:
        return bool(_OPENS.search(before))
    if shape not in (A_YEAR, PHASE, TERM):
        return True
    if shape is A_YEAR and _PLANNED.search(text[max(0, start - 24) : start]):
        return start < 24  # “Kế hoạch năm 2025: kết nạp 45”
    if shape is not A_YEAR and _AFTER_COUNT.search(before):
        return True
    if not before.strip() or _IN.search(before) or _CLAUSE.search(before[-48:]):
        return True
    return shape is A_YEAR and (text.startswith("trong", start) or not _NAMED.search(before))


# “Cùng kỳ năm 2024 kết nạp 45” opens a clause; “bằng 98% cùng kỳ” measures.
_OPENS = re.compile(
    pattern(r"(?:^(?: ?\([0-9]{1,2}\))?|[.;:,(+-])[ \"]*(?:(?:trong khi|còn|riêng|nhưng) )?$")
)
_CONGRESS = re.compile(pattern(r"(?<!\w)(?:đại hội|đại biểu)[^.;:,()]{0,40}$"))
_WITHIN = re.compile(pattern(r"(?:trong|qua) "))  # “kết nạp 45 đảng viên trong 6 tháng”
_PLANNED = re.compile(pattern(r"(?:^|[;:(.])\W*(?:kế hoạch|chỉ tiêu|mục tiêu) ?$"))
# “… kết nạp 45 đảng viên, nhiệm kỳ 2020 - 2025 …”: another time follows.
_AFTER_COUNT = re.compile(r"(?<!số )(?<![\w/.-])[0-9][0-9.]* [^,;:.()/0-9]{2,40}, $")
_MEASURED = re.compile(pattern(r"(?:hơn|bằng|với|vượt|tăng|giảm|như|%|thêm|đạt|lần)(?: của)? ?$"))
# “đạt 53,3% chỉ tiêu cả năm”: the aim's time, not that of what was done.
_AIM = re.compile(
    pattern(
        r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|chương trình(?: công tác)?)(?: của)? ?$"
    )
)
# “đạt 35,34% chỉ tiêu của cả năm 2022”: the share tells of what was done so far
_AIM_OF_YEAR = re.compile(pattern(r"% (?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)(?: [^\W\d_]+){0,3} ?$"))
_BORN = re.compile(pattern(r"(?<!\w)(?:sinh|sinh vào|nhập ngũ|vào đảng) ?$"))
