"""The period that a phrase of time names, given what the whole report says about time."""

from __future__ import annotations

import re

from . import dates, numbers
from .dates import YEAR
from .frame import Setting, now, until_now
from .written import Period


def year_so_far(match: re.Match[str], setting: Setting) -> Period | None:
    """từ đầu năm đến nay; without đến nay (từ đầu năm, lũy kế) to the end of the time the report is about."""
    year = match["year"] or setting.year
    about = setting.title.until if setting.title else None
    if about and about[:4] == str(year) and "nay" not in match.group():
        return Period(f"{year}-01-01", about)
    return until_now(f"{year}-01-01", setting) if year else None


def begun_until(match: re.Match[str], setting: Setting) -> Period | None:
    """từ đầu năm đến 15/9, từ đầu nhiệm kỳ đến hết năm 2024."""
    until = dates.iso(match["until"], setting.year)
    if not until:
        return None
    since = match["year"] or (setting.term if match["what"] != "năm" else until[:4])
    return (
        Period(f"{since}-01-01" if match["what"] == "năm" else str(since), dates.last_day(until))
        if since
        else None
    )


def all_so_far(match: re.Match[str], setting: Setting) -> Period:
    """lũy kế đến nay: since when is not printed."""
    return until_now(None, setting)


def some_years(match: re.Match[str], setting: Setting) -> Period:
    """5 năm qua, sau 3 năm thực hiện: the day they began is not printed."""
    years = numbers.worth(match["count"]) if not match["count"].isdigit() else int(match["count"])
    about = setting.title
    if (
        years > 1
        and about
        and about.since
        and about.until
        and int(about.until[:4]) - int(about.since[:4]) in (years, years - 1)
    ):
        return about
    return until_now(None, setting)


def from_now(match: re.Match[str], setting: Setting) -> Period | None:
    """từ nay đến cuối năm."""
    year = match["year"] or setting.year
    return Period(now(setting), f"{year}-12-31") if year else None


def since(match: re.Match[str], setting: Setting) -> Period | None:
    """từ năm 2019 đến nay."""
    if not re.search(rf"{YEAR}|ngày|tháng", match["since"]):
        return None
    since = dates.iso(match["since"], setting.year)
    until = now(setting)
    return Period(since, None if since and until and until < since else until) if since else None


def between(match: re.Match[str], setting: Setting) -> Period | None:
    """từ ngày 01/01 đến ngày 30/6/2025; None where it runs backwards."""
    until = dates.iso(match["until"], setting.year)
    since = dates.iso(match["since"], int(until[:4]) if until else setting.year)
    if not since or not until or since[:4] > until[:4]:
        return None
    return dates.whole(since, until)


def phase(match: re.Match[str], setting: Setting) -> Period | None:
    """giai đoạn 2021 - 2025: whole years."""
    since, until = match["since"], match["until"]
    return dates.whole(since, until) if since <= until else None


def year(match: re.Match[str], setting: Setting) -> Period | None:
    """năm 2024: the whole year."""
    return dates.whole(match["year"])


def all_year(match: re.Match[str], setting: Setting) -> Period | None:
    """cả năm: also the months still to come."""
    return dates.whole(str(setting.year)) if setting.year else None


def this_year(match: re.Match[str], setting: Setting) -> Period | None:
    """trong năm, năm nay: the period of the title, else the year of the report."""
    if setting.title:
        return setting.title
    if setting.day:
        return Period(f"{setting.day[:4]}-01-01", setting.day)
    return dates.whole(str(setting.year)) if setting.year else None


def title(match: re.Match[str], setting: Setting) -> Period | None:
    """trong kỳ, trong tháng: the period of the title."""
    return setting.title


def quarter(match: re.Match[str], setting: Setting) -> Period | None:
    """quý III/2025."""
    year = match["year"] or setting.year
    return dates.quarter(match["quarter"], int(year)) if year else None


def quarter_out(match: re.Match[str], setting: Setting) -> Period | None:
    """đến hết quý I/2025."""
    whole = quarter(match, setting)
    return Period(as_of=whole.until) if whole else None


def months(match: re.Match[str], setting: Setting) -> Period | None:
    """9 tháng năm 2025, 6 tháng cuối năm, trong 9 tháng."""
    said = match.groupdict()
    year = said.get("year") or said.get("year2") or setting.year
    about, count = setting.title, int(said["count"])
    bare = "năm" not in match.group() and not any(said.get(name) for name in ("year", "year2", "half"))
    if about and bare and dates.count_of_months(about) == count:
        return about  # “trong 6 tháng” of a report on the last six
    return dates.months(count, int(year), said.get("half") == "cuối") if year else None


def years_and_months(match: re.Match[str], setting: Setting) -> Period | None:
    """năm 2021, 2022 và 6 tháng đầu năm 2023: one time without a gap."""
    until = dates.months(int(match["count"]), int(match["year"]), False).until
    return Period(f"{match['since']}-01-01", until) if match["since"] < match["year"] else None


def half_year(match: re.Match[str], setting: Setting) -> Period | None:
    """sáu tháng đầu năm."""
    year = match["year"] or match["year2"] or setting.year
    return dates.months(6, int(year), match["half"] == "cuối") if year else None


def month(match: re.Match[str], setting: Setting) -> Period | None:
    """tháng 8/2025."""
    year = match["year"] or setting.year
    return dates.whole(f"{int(year)}-{int(match['month']):02}") if year else None


def day(match: re.Match[str], setting: Setting) -> Period | None:
    """đến 30/6/2025, thời điểm 31/12: a day to count at."""
    day = dates.iso(match["day"], setting.year)
    return Period(as_of=dates.last_day(day)) if day else None


def event(match: re.Match[str], setting: Setting) -> Period | None:
    """Ngày 12/8/2025, …: an event of that day."""
    return day(match, setting) if "/" in match["day"] or "tháng" in match["day"] else None


def mid_year(match: re.Match[str], setting: Setting) -> Period | None:
    """đến giữa năm 2023."""
    return Period(as_of=f"{match['year']}-06-30")


def year_out(match: re.Match[str], setting: Setting) -> Period | None:
    """đến cuối năm."""
    return Period(as_of=f"{setting.year}-12-31") if setting.year else None


def today(match: re.Match[str], setting: Setting) -> Period | None:
    """đến nay: the day of the report; hiện có: when all was counted."""
    about = setting.title.until if setting.title else None
    if "nay" in match.group() or not about or len(about) < 10:
        return Period(as_of=now(setting))
    return Period(as_of=setting.counted or about)


def nothing(match: re.Match[str], setting: Setting) -> Period | None:
    """hằng năm: takes back what was said before."""
    return Period()
