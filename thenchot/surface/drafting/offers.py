"""What a printed number may be: what the words say, and whose value last period it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from thenchot.reports.drafts.periods import period_of
from thenchot.reports.drafts.shapes import ROUNDED, Mode, Number, State
from thenchot.reports.matching.entries import same_sort
from thenchot.reports.reading.written import Period as Said
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.period import Period

from .bounds import fits, zeros
from .found import Found
from .printed import PERCENT, places_of
from .values import Value, everything

MOST = 5
LEAST = 0.3  # of the words of a figure's name, where nothing but its value speaks for it
SURE = 0.75  # of a match: it is offered even where the value is another
ASKED = (Mode.THIS, Mode.CUMULATIVE, Mode.SAME_LAST_YEAR, Mode.CUMULATIVE_LAST_YEAR, Mode.TERM)


@dataclass(frozen=True)
class Known:
    """What last period's report could print: by the period seen from that report, codes by value."""

    periods: Mapping[Mode, Period]
    values: Mapping[Mode, Mapping[Decimal, Sequence[str]]]


def known_then(
    engine: Engine,
    organisation: int,
    before: Period | None,
    term_first: date | None,
    catalogue: Catalogue = CATALOGUE,
) -> Known:
    """Every value of the last period, each period counted once; nothing where there was none."""
    periods: dict[Mode, Period] = {}
    values: dict[Mode, Mapping[Decimal, Sequence[str]]] = {}
    for mode in ASKED if before is not None else ():
        period = period_of(mode, before, term_first) if before is not None else None
        if period is not None and period not in periods.values():
            periods[mode] = period
            values[mode] = _by_value(everything(engine, organisation, period, catalogue))
    return Known(periods, values)


def numbers(
    found: Sequence[Found], known: Known, names: Mapping[str, str], catalogue: Catalogue = CATALOGUE
) -> list[Number]:
    """A number of the draft for each that was found, with at most five offers, the best first."""
    words = {code: _words(name) for code, name in names.items()}
    return [
        _number(f"n{place}", one, _scored(one, known, words, catalogue)) for place, one in enumerate(found, 1)
    ]


def _number(tag: str, one: Found, scored: Iterable[tuple[float, str, Mode]]) -> Number:
    best = sorted(scored, key=lambda each: (-each[0], each[1]))
    offers = tuple(dict.fromkeys((code, mode) for _score, code, mode in best))[:MOST]
    return replace(
        Number(tag, one.text, before=one.text, places=places_of(one.text), offers=offers),
        style=one.style,
        round_to=zeros(one.value) if one.style in ROUNDED and not places_of(one.text) else 0,
        state=State.OFFERED if offers else State.FOUND,
    )


def _scored(
    one: Found, known: Known, words: Mapping[str, set[str]], catalogue: Catalogue
) -> Iterator[tuple[float, str, Mode]]:
    said, met = _words(one.sentence), False
    for mode, values in known.values.items():
        of_then = _same_days(known.periods[mode], one.period)
        for code in _of_value(one, values, catalogue):
            near = len(words.get(code, set()) & said) / max(1, len(words.get(code, ())))
            if not _same_sort(one.unit, _unit(code, catalogue)):
                continue
            if code == one.code or near >= LEAST:
                met = met or code == one.code
                yield near + 2 * (code == one.code) + _whole(code, catalogue) + of_then, code, mode
    if one.code and one.score >= SURE and not met:
        yield 1 + one.score, one.code, _mode(one, known)


def _mode(one: Found, known: Known) -> Mode:
    """The mode whose days the sentence says."""
    best = max(known.periods, key=lambda mode: _same_days(known.periods[mode], one.period), default=Mode.THIS)
    return best


def _same_days(period: Period, said: Said) -> float:
    """How well a period fits the days a sentence says, of which it may say only a part."""
    ends = ((said.since, period.first), (said.until, period.last), (said.as_of, period.data_to))
    told = [(text, day.isoformat()) for text, day in ends if text]
    return sum(0.3 if day.startswith(text) else -0.2 for text, day in told)


def _of_value(
    one: Found, values: Mapping[Decimal, Sequence[str]], catalogue: Catalogue
) -> Iterator[str]:  # fmt: skip
    """Codes with that value last period: exact, or as it was rounded for print."""
    percent = PERCENT.search(one.text) is not None
    if one.style not in ROUNDED and not percent and one.value == int(one.value):
        yield from (code for code in values.get(one.value, ()) if not _share(code, catalogue))
        return
    places = Decimal(1).scaleb(-places_of(one.text))
    step = places if places_of(one.text) else Decimal(zeros(one.value))
    for value, codes in values.items():
        if one.style in ROUNDED:
            same = fits(value, one.value, one.style, step)
        else:
            same = value.quantize(places, rounding=ROUND_HALF_UP) == one.value
        if same:
            yield from (code for code in codes if _share(code, catalogue) == percent)


def _same_sort(printed: str, declared: str) -> bool:
    """A share of a target is printed as other shares are."""
    return same_sort(printed.partition(" ")[0], declared.partition(" ")[0]) or same_sort(printed, declared)


def _whole(code: str, catalogue: Catalogue) -> float:
    """A figure that is no part of another one is what a bare sentence means."""
    figure = catalogue.figures.get(code)
    return 0.3 if figure is not None and not any(one.verb == "part_of" for one in figure.relations) else 0.0


def _share(code: str, catalogue: Catalogue) -> bool:
    return _unit(code, catalogue) == "percent"


def _unit(code: str, catalogue: Catalogue) -> str:
    declared = catalogue.figures.get(code) or catalogue.ratios.get(code) or catalogue.stated.get(code)
    return declared.unit if declared else ""


def _by_value(values: Mapping[str, Value]) -> dict[Decimal, list[str]]:
    found = defaultdict(list)
    for code, value in values.items():
        found[Decimal(value)].append(code)
    return dict(found)


def _words(text: str) -> set[str]:
    letters = "".join(letter if letter.isalpha() else " " for letter in text.casefold())
    return {word for word in letters.split() if len(word) > 1}
