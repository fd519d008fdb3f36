"""Whether a time was over when the report was written, still ran, or was to come."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from . import dates
from .dates import TERM_YEARS
from .folding import pattern
from .frame import Setting, now
from .periods import Phrase
from .written import Period

_PLANNED = re.compile(
    pattern(
        r"(?<!\w)(?:phấn đấu|dự kiến|kế hoạch|chỉ tiêu|mục tiêu|giao|ước|dự toán|đến năm|nhiệm vụ|phương hướng|sẽ|đăng ký|tiếp tục)(?!\w)"
    )
)


# “Năm 2027, tham mưu kết nạp từ 4.000 đảng viên trở lên”
_OPENS = re.compile(pattern(r"\W*(?:trong |sang )?năm 20[0-9]{2}, "))


def alike(first: Period, second: Period) -> bool:
    """Whether two times are of the same years."""
    return [day and day[:4] for day in (first.since, first.until)] == [
        day and day[:4] for day in (second.since, second.until)
    ]


def is_done(period: Period, setting: Setting) -> bool:
    """Whether a phase of years was over when the report was written, as far as the report tells."""
    if period.since and setting.day and period.since[:4] >= setting.day[:4]:
        return True  # it has just begun, or is to come: a plan
    known = setting.day[:4] if setting.day else str(setting.latest) if setting.latest else None
    if not period.until or not period.since or len(period.until) == 4 or period.since[:4] == period.until[:4]:
        return True
    if not setting.day and int(period.until[:4]) - int(period.since[:4]) < TERM_YEARS - 1:
        return True  # years that a report without a date counts by, shorter than a term
    return known is None or period.until[:4] <= known


def so_far(period: Period, setting: Setting) -> Period:
    """A phase up to the day of the report, where it still ran."""
    if is_done(period, setting) or not period.since:
        return period
    return Period(period.since[:4], now(setting))


def ahead(section: Period | None, setting: Setting) -> bool:
    """Whether a section says what is to be done: its time is the plan's, or begins when the report's is over."""
    about = setting.title
    if section is None or (setting.plan and section == setting.plan):
        return section is not None
    return bool(about and about.until and section.since and section.since > about.until)


def to_come(sentence: str, phrase: Phrase, setting: Setting) -> bool:
    """A year after that of the report, where nothing is planned, is part of a name: “tuyển quân năm 2027”."""
    since = phrase.period.since
    year = (int(setting.day[:4]) if setting.day else None) if setting.opened else setting.year
    if year is None or not since:
        return False
    later = int(since[:4]) > year and phrase.period == dates.whole(since[:4])
    return later and not _PLANNED.search(sentence) and not _OPENS.match(sentence)
