"""The time of a term of office: its beginning, half of it, the rest of it."""

from __future__ import annotations

import re

from . import dates
from .dates import YEAR
from .frame import Setting, until_now
from .written import Period


def term_so_far(match: re.Match[str], setting: Setting) -> Period | None:
    """từ đầu nhiệm kỳ (2020 - 2025) đến nay: from the printed year, else that of the running term."""
    printed, about = re.search(YEAR, match.group()), setting.title
    if "nửa" in match.group() and about and about.since and about.until:
        return about
    start = int(printed.group()) if printed else setting.term
    return until_now(str(start), setting) if start else None


def term_out(match: re.Match[str], setting: Setting) -> Period | None:
    """(từ nay) đến hết nhiệm kỳ: from the end of the time the report is about."""
    last = setting.title.until if setting.title else setting.day
    if setting.term is None or not last:
        return None
    return Period(dates.day_after(last), str(setting.term + dates.TERM_YEARS))


def term(match: re.Match[str], setting: Setting) -> Period | None:
    """nhiệm kỳ 2020 - 2025: years only, the months of congresses are not printed."""
    since, until = match["since"], match["until"]
    return Period(since, until) if since < until else None


def term_begins(match: re.Match[str], setting: Setting) -> Period | None:
    """đầu nhiệm kỳ: the year of the congress."""
    since = match["since"] or setting.term
    return Period(as_of=str(since)) if since else None
