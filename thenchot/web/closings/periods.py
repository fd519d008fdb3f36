"""The period a closing is to be of: a code, or the words in which *Việc cần làm* names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from thenchot.snapshot import period
from thenchot.snapshot.period import Period

from ..figures.periods import asked as by_form
from ..figures.periods import code

PERIOD = "ky"
YEARS = 3  # how far back a period is told by its words


def asked(given: Mapping[str, str], today: date) -> Period:
    """The month before where nothing is said. NotAPeriod. The data reach today at most."""
    said = str(given.get(PERIOD, ""))
    for one in reported(today):
        if said and one.words() == said:
            return by_form({**_plain(given), PERIOD: code(one)}, today, today)
    if not said and not given.get("loai"):
        return last_month(today)
    return by_form(_plain(given), today, today)


def _plain(given: Mapping[str, str]) -> dict[str, str]:
    return {name: str(given.get(name, "")) for name in given}


def last_month(today: date) -> Period:
    """The month that ended last."""
    return period.month(*((today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)))


def reported(today: date) -> Iterator[Period]:
    """The periods of these years that people report on."""
    for year in range(today.year, today.year - YEARS, -1):
        yield period.whole_year(year)
        yield period.first_quarter(year)
        for number in range(1, 13):
            yield period.month(year, number)
            yield period.months(year, number)
