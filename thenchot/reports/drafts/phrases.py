"""How a period is said in a report, and what those words become in the next one. Pure."""

from __future__ import annotations

from datetime import date

from thenchot.snapshot.period import Kind, Period


def phrases(old: Period, new: Period) -> dict[str, str]:
    """`tháng 10` → `tháng 11`, `10 tháng` → `11 tháng`, `20/10/2026` → `20/11/2026`; the coming month too."""
    if old.kind != new.kind or old.kind in (Kind.TERM, Kind.FREE):
        return _days(old.data_to, new.data_to)
    found = _days(old.data_to, new.data_to) | _days(old.last, new.last)
    if old.kind in (Kind.MONTH, Kind.MONTHS):
        found |= _months(old.last, new.last) | _months(_next(old.last), _next(new.last))
    if old.last.year != new.last.year:
        for back in (-1, 0, 1):  # the year before, this one, the coming one
            found[f"năm {old.last.year + back}"] = f"năm {new.last.year + back}"
    return {one: other for one, other in found.items() if one != other}


def _months(old: date, new: date) -> dict[str, str]:
    found = {}
    for form in ("tháng {0.month}/{0.year}", "tháng {0.month:02}/{0.year}", "tháng {0.month} năm {0.year}",
                 "tháng {0.month}", "{0.month} tháng", "tháng {0.month:02} năm {0.year}"):  # fmt: skip
        found[form.format(old)] = form.format(new)
    return found


def _days(old: date, new: date) -> dict[str, str]:
    forms = (
        "{0.day:02}/{0.month:02}/{0.year}", "{0.day}/{0.month}/{0.year}", "{0.day:02}/{0.month}/{0.year}",
        "{0.day:02} tháng {0.month:02} năm {0.year}", "{0.day} tháng {0.month} năm {0.year}",
    )  # fmt: skip
    return {form.format(old): form.format(new) for form in forms}


def _next(day: date) -> date:
    return date(day.year + (day.month == 12), day.month % 12 + 1, 1)
