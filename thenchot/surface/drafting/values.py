"""The numbers of a draft, counted: of its period, cumulative, a year ago; from the book or what is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thenchot.reports.drafts.periods import period_of
from thenchot.reports.drafts.shapes import Number, Style
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.figures import Counts, count
from thenchot.snapshot.period import Period, whole_year
from thenchot.snapshot.stated import Said, ratios, stated

from .bounds import as_rounded
from .printed import printed

COUNTED, STATED, ESTIMATE, MISSING = "counted", "stated", "estimate", "missing"
Value = int | Decimal


@dataclass(frozen=True)
class Counted:
    """A number of the draft as it is counted: `text` as it is to be printed; nothing where it is missing.

    Nor where it has a `value` that may not be rounded as it was: somebody chooses how it is printed.

    `parts`: numerator and base of a share or average; `closing`: the code of the closing it came from.
    """

    text: str
    value: Value | None
    how: str
    period: Period | None
    parts: tuple[Value, Value] | None = None
    why: str = ""
    closing: str = ""


@dataclass
class _Source:
    """One period of the book, for the organisations and codes of a draft."""

    counts: Counts
    said: Mapping[tuple[str, int], Said]

    def value(self, code: str, organisation: int) -> tuple[Value | None, str]:
        said = self.said.get((code, organisation))
        counted = None
        if code in self.counts.codes and organisation in self.counts.tree.parents:
            counted = self.counts.value(code, organisation)
        if said is not None and not counted:
            return said.value, ESTIMATE if said.estimate else STATED
        return counted, COUNTED


@dataclass
class Values:
    """Counts what numbers ask for, each period once. `closed` answers for the periods that are closed.

    `book` opens the engine where one of them has to be counted; a report of closed periods needs none.
    """

    book: Callable[[], Engine]
    organisation: int
    period: Period
    term_first: date | None = None
    closed: Mapping[Period, Closed] = field(default_factory=dict)
    catalogue: Catalogue = field(default_factory=lambda: CATALOGUE)
    _sources: dict[Period, _Source] = field(default_factory=dict)
    _asked: dict[Period, set[tuple[str, int]]] = field(default_factory=dict)

    def of_all(self, numbers: Iterable[Number]) -> dict[str, Counted]:
        """Every bound number, by tag; each period is asked once."""
        wanted = [one for one in numbers if one.figure]
        for one in wanted:
            if period := self._period(one):
                codes = self._asked.setdefault(period, set())
                codes |= {(code, self.place(one)) for code in self._codes(one)}
        return {one.tag: self.of(one) for one in wanted}

    def of(self, one: Number) -> Counted:
        """One number."""
        period = self._period(one)
        if period is None:
            return Counted("", None, MISSING, None, why=_("Không có kỳ này."))
        if period not in self.closed and _before_the_book(self.book(), period):
            return Counted("", None, MISSING, period, why=_("Sổ chưa ghi kỳ này (chưa ghi sổ)."))
        place = self.place(one)
        ratio = self.catalogue.ratios.get(one.figure)
        pair = (ratio.numerator, ratio.base) if ratio else (one.figure, one.base)
        value, how = self._value(pair[0], place, period)
        if value is None:
            return Counted("", None, MISSING, period, why=_("Không có số liệu này của tổ chức trong kỳ."))
        parts = None
        if pair[1]:
            base, other = self._base(pair[1], place, period)
            if not base:
                return Counted("", None, MISSING, period, why=_("Số làm gốc bằng 0 hoặc chưa nhập."))
            parts, how = (value, base), how if how != COUNTED else other
            value = self._of_two(one, value, base, percent=not ratio or ratio.unit == "percent")
        closing = self.closed[period].standing.code if period in self.closed else ""
        text = printed(value, one, parts)
        why = "" if text else _not_so(one, value)
        return Counted(text, value, how, period, parts, why, closing)

    def place(self, one: Number) -> int:
        """Whose number it is."""
        return one.organisation or self.organisation

    def _of_two(self, one: Number, value: Value, base: Value, *, percent: bool) -> Value:
        if one.style is Style.X_OF_Y:
            return value
        share = one.style is not Style.AVERAGE and percent
        return Decimal(value) * (100 if share else 1) / Decimal(base)

    def _base(self, code: str, place: int, period: Period) -> tuple[Value | None, str]:
        """A target is stated for its year: it is asked there where the period itself has none."""
        found, how = self._value(code, place, period)
        year = whole_year(period.last.year)
        if not found and code in self.catalogue.stated and period != year:
            return self._value(code, place, year)
        return found, how

    def _value(self, code: str, place: int, period: Period) -> tuple[Value | None, str]:
        if (closed := self.closed.get(period)) is not None:
            return _closed_value(closed, code, place)
        return self._source(period, code, place).value(code, place)

    def _source(self, period: Period, code: str, place: int) -> _Source:
        known = self._sources.get(period)
        if known is None or (code in self.catalogue.figures and not _holds(known.counts, code, place)):
            asked = self._asked.setdefault(period, set())
            asked.add((code, place))
            codes = {one for one, _place in asked if one in self.catalogue.figures}
            engine = self.book()
            counts = count(
                engine, period, sorted(codes), organisations=sorted({o for _code, o in asked}),
                catalogue=self.catalogue,
            )  # fmt: skip
            known = _Source(counts, stated(engine, period, counts, self.catalogue))
            self._sources[period] = known
        return known

    def _codes(self, one: Number) -> list[str]:
        ratio = self.catalogue.ratios.get(one.figure)
        return [code for code in ((ratio.numerator, ratio.base) if ratio else (one.figure, one.base)) if code]

    def _period(self, one: Number) -> Period | None:
        return period_of(one.mode, self.period, self.term_first, one.period)


def everything(
    engine: Engine, organisation: int, period: Period, catalogue: Catalogue = CATALOGUE
) -> dict[str, Value]:
    """Every figure, share and stated figure of an organisation in a period, by code; 0 left out."""
    if _before_the_book(engine, period):
        return {}
    counts = count(engine, period, organisations=[organisation], catalogue=catalogue)
    if organisation not in counts.tree.parents:
        return {}
    said = stated(engine, period, counts, catalogue)
    found: dict[str, Value] = {code: value for code, value in counts.of(organisation).items() if value}
    shares = ratios(counts, organisation, said, catalogue)
    found |= {code: one.value for code, one in shares.items() if one.value is not None}
    found |= {code: one.value for (code, place), one in said.items() if place == organisation}
    return found


def _not_so(one: Number, value: Value) -> str:
    """Why it is not printed: it is not *gần 110.000* any more."""
    said = _("Nay đếm được {n}, không in được là “{printed}”. Đề nghị đồng chí chọn cách in khác.")
    exact = printed(value, replace(one, style=Style.EXACT))
    return said.format(n=exact, printed=as_rounded(one))


def _before_the_book(engine: Engine, period: Period) -> bool:
    return engine.begins_on is not None and period.data_to < engine.begins_on


def _holds(counts: Counts, code: str, place: int) -> bool:
    return code in counts.codes and place in counts.organisations


def _closed_value(closed: Closed, code: str, place: int) -> tuple[Value | None, str]:
    if not closed.has(place):
        return None, MISSING
    said = closed.said(code, place)
    known = code in closed.catalogue.figures or code in closed.catalogue.stated
    value = closed.value(code, place) if known else None
    if said is not None and not value:
        return said.value, ESTIMATE if said.estimate else STATED
    return value, COUNTED
