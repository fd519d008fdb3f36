"""The time of what a report began with or measures itself by: đầu năm, cuối năm 2024, năm trước, cùng kỳ."""

from __future__ import annotations

import re

from . import dates
from .frame import Setting
from .written import Period


def year_begins(match: re.Match[str], setting: Setting) -> Period | None:
    """đầu năm 2025."""
    year = match["year"] or setting.year
    return Period(as_of=f"{year}-01-01") if year else None


def year_closed(year: str) -> Period:
    """so với đầu năm: what the year before closed with."""
    return Period(as_of=f"{int(year) - 1}-12-31")


def year_ends(match: re.Match[str], setting: Setting) -> Period | None:
    """cuối năm 2024."""
    return Period(as_of=f"{match['year']}-12-31")


def year_closes(match: re.Match[str], setting: Setting) -> Period | None:
    """(dự kiến) cuối năm."""
    return Period(as_of=f"{setting.year}-12-31") if setting.year else None


def period_bounds(match: re.Match[str], setting: Setting) -> Period | None:
    """đầu kỳ, cuối kỳ: the day before the report's time began; the day it ended."""
    about = setting.title
    if not about or not about.until:
        return None
    if match["what"] != "đầu":
        return Period(as_of=about.until)
    return Period(as_of=dates.day_before(about.since)) if about.since else None


def before(match: re.Match[str], setting: Setting) -> Period | None:
    """năm trước, tháng trước, quý trước: the one before that of the report."""
    about = setting.title
    if match["what"] == "năm" or not about or not about.since or len(about.since) < 7:
        return dates.whole(str(setting.year - 1)) if match["what"] == "năm" and setting.year else None
    ends = int(about.since[:4]) * 12 + int(about.since[5:7]) - 2  # months counted from 0
    begins = ends - (2 if match["what"] == "quý" else 0)
    return dates.whole(*(f"{month // 12}-{month % 12 + 1:02}" for month in (begins, ends)))


def same_period(match: re.Match[str], setting: Setting) -> Period | None:
    """cùng kỳ (năm 2024, năm trước): the months of the title, in that year."""
    about = setting.title
    if (
        not about
        or not about.since
        or not about.until
        or len(about.until) < 7
        or about.since[:4] != about.until[:4]
    ):
        return None
    year = match["year"] or str(int(about.since[:4]) - 1)
    return Period(
        year + about.since[4:],
        dates.last_day(year + about.until[4:7]) if dates.whole_months(about) else year + about.until[4:],
    )
