"""The period of a page: read from its address, chosen from those people report on, printed back as a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.snapshot import period as periods
from thenchot.snapshot.period import Kind, Period

PERIOD, SORT, DATA_TO = "ky", "loai", "denngay"
MONTH, MONTHS, QUARTER, HALF, NINE, YEAR, TERM, FREE = (
    "thang", "n-thang", "quy-1", "6-thang", "9-thang", "nam", "nhiem-ky", "tu-den",
)  # fmt: skip
SORTS = {
    MONTH: gettext_lazy("Tháng"),
    MONTHS: gettext_lazy("n tháng"),
    QUARTER: gettext_lazy("Quý I"),
    HALF: gettext_lazy("6 tháng"),
    NINE: gettext_lazy("9 tháng"),
    YEAR: gettext_lazy("Năm"),
    TERM: gettext_lazy("Từ đầu nhiệm kỳ"),
    FREE: gettext_lazy("Từ ngày … đến ngày"),
}


class NotAPeriod(ValueError):
    """What was asked is no period; the message says what to do."""


@dataclass(frozen=True)
class Choice:
    """A period offered: what it is called, its code in the address, whether the page shows it."""

    label: str
    code: str
    current: bool


def usual(day: date) -> Period:
    """What people look at first: from 1 January to the day."""
    return periods.months(day.year, day.month).upto(day)


def asked(given: Mapping[str, Any], day: date, today: date) -> Period:
    """The period in the address; the usual one where it has none. NotAPeriod.

    Nothing is counted of what lies ahead: the data reach today at most.
    """
    if given.get(SORT):
        found = _from_form(given, today)
    elif given.get(PERIOD):
        found = _read(str(given[PERIOD]))
    else:
        found = usual(day)
    if found.first > today:
        raise NotAPeriod(_("Kỳ này chưa bắt đầu. Đề nghị đồng chí chọn một kỳ đã có số liệu."))
    until = _day(given, DATA_TO) if given.get(DATA_TO) and not given.get(SORT) else None
    if until is not None and not found.first <= until <= found.last:
        raise NotAPeriod(
            _("Ngày “số liệu đến” phải nằm trong kỳ. Đề nghị đồng chí chọn ngày khác hoặc kỳ khác.")
        )
    return found.upto(min(until or found.data_to, today))


def code(period: Period) -> str:
    """As `parse_period` reads it."""
    first, last = period.first, period.last
    said = {
        Kind.MONTH: f"{last.year}-{last.month:02d}",
        Kind.MONTHS: f"{last.month}T{last.year}",
        Kind.QUARTER: f"Q1-{last.year}",
        Kind.YEAR: f"{last.year}",
        Kind.TERM: f"NK{first.isoformat()}..{last.isoformat()}",
        Kind.FREE: f"{first.isoformat()}..{last.isoformat()}",
    }[period.kind]
    return said if period.data_to == last else f"{said}@{period.data_to.isoformat()}"


def choices(day: date, shown: Period | None) -> list[Choice]:
    """The periods people ask for most, as of a day."""
    year, month = day.year, day.month
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    offered = [
        (_("Tháng {n}/{year}").format(n=month, year=year), periods.month(year, month)),
        (_("Tháng {n}/{year}").format(n=before[1], year=before[0]), periods.month(*before)),
        (_("{n} tháng năm {year}").format(n=month, year=year), periods.months(year, month)),
        (_("Quý I năm {year}").format(year=year), periods.first_quarter(year)),
        (_("6 tháng năm {year}").format(year=year), periods.months(year, 6)),
        (_("9 tháng năm {year}").format(year=year), periods.months(year, 9)),
        (_("Năm {year}").format(year=year), periods.whole_year(year)),
        (_("Năm {year}").format(year=year - 1), periods.whole_year(year - 1)),
    ]
    found = []
    for label, period in offered:
        if period.first <= day:
            one = period.upto(min(day, period.last))
            found.append(Choice(label, code(one), one == shown))
    return found


def _from_form(given: Mapping[str, Any], today: date) -> Period:
    """From the parts of the chooser: a sort, and the year, number or days that it needs."""
    sort = str(given[SORT])
    made: dict[str, Callable[[], Period]] = {
        MONTH: lambda: periods.month(_number(given, "nam"), _number(given, "so-thang")),
        MONTHS: lambda: periods.months(_number(given, "nam"), _number(given, "so-thang")),
        QUARTER: lambda: periods.first_quarter(_number(given, "nam")),
        HALF: lambda: periods.months(_number(given, "nam"), 6),
        NINE: lambda: periods.months(_number(given, "nam"), 9),
        YEAR: lambda: periods.whole_year(_number(given, "nam")),
        TERM: lambda: periods.term(_day(given, "tu"), _day(given, "den") if given.get("den") else today),
        FREE: lambda: periods.free(_day(given, "tu"), _day(given, "den")),
    }
    if sort not in made:
        raise NotAPeriod(_("Chưa chọn loại kỳ."))
    try:
        found = made[sort]()
        return found.upto(_day(given, DATA_TO)) if given.get(DATA_TO) else found
    except NotAPeriod:
        raise
    except ValueError:
        raise NotAPeriod(
            _("Kỳ chưa đúng: ngày đầu không sau ngày cuối, tháng từ 1 đến 12, “số liệu đến” nằm trong kỳ.")
        ) from None


def _read(text: str) -> Period:
    try:
        return periods.parse_period(text)
    except ValueError:
        raise NotAPeriod(_("Địa chỉ ghi một kỳ không đọc được. Đề nghị đồng chí chọn lại kỳ.")) from None


def _number(given: Mapping[str, Any], name: str) -> int:
    text = str(given.get(name, ""))
    if not text.isdecimal() or len(text) > 4:
        raise NotAPeriod(_("Đề nghị đồng chí ghi đủ năm và tháng của kỳ."))
    return int(text)


def _day(given: Mapping[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(str(given.get(name, "")))
    except ValueError:
        raise NotAPeriod(_("Đề nghị đồng chí chọn đủ ngày của kỳ.")) from None
