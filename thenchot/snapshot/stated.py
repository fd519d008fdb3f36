"""Stated figures (*số nhập*, *ước*), shares with their base, and figures held against one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from .catalogue import CATALOGUE, Catalogue
from .declare import STOCK, Figure, Ratio
from .engine import Engine
from .figures import Counts, Number
from .period import Period
from .tree import Tree


@dataclass(frozen=True)
class Said:
    """A figure as somebody stated it: shown apart, with the entry that carries paper and author."""

    value: Number
    estimate: bool
    entry: int

    def mark(self) -> str:
        """The word that stands beside it."""
        return _("ước") if self.estimate else _("số nhập")


Statements = Mapping[tuple[str, int], Said]

LATEST = """
SELECT figure, about, whole, "decimal", estimate, seq FROM (
    SELECT f.*,
           row_number() OVER (PARTITION BY f.figure, f.about ORDER BY f.effective_on DESC, f.root DESC) AS n
    FROM figures_stated AS f WHERE f."first" = ? AND f."last" = ?
) AS said WHERE n = 1 ORDER BY figure, about
"""


def stated(
    engine: Engine, period: Period, counts: Counts | None = None, catalogue: Catalogue = CATALOGUE
) -> dict[tuple[str, int], Said]:
    """What is stated for a period (stocks: for its last day), by figure and organisation.

    A statement gives way as soon as the figure can be counted: where the book was kept for all of the
    period and `counts` has a number other than 0 there. Beside a counted 0 it stays visible.
    """
    found: dict[tuple[str, int], Said] = {}
    # A code in the book has small letters only: `m15` states M15.
    declared = {code.lower(): code for code in [*catalogue.figures, *catalogue.stated]}
    for first in dict.fromkeys((period.last, period.first)):
        rows = engine.cursor().execute(LATEST, [first, period.last]).fetchall()
        for said_code, about, whole, decimal, estimate, seq in rows:
            code = declared.get(said_code, said_code)
            found[code, about] = Said(whole if whole is not None else decimal, bool(estimate), seq)
    return {
        place: said for place, said in found.items() if not _counted(counts, *place, catalogue)
    }  # fmt: skip


def _counted(counts: Counts | None, code: str, organisation: int, catalogue: Catalogue) -> bool:
    if counts is None or code not in catalogue.figures or code not in counts.codes:
        return False
    if counts.kept_from is not None and catalogue.kind(catalogue.figures[code]) != STOCK:
        return False
    return organisation in counts.tree.parents and bool(counts.value(code, organisation))


def stated_under(said: Statements, tree: Tree, code: str, organisation: int) -> Number:
    """The sum of what the organisations under one state, itself left out; shown apart, never added in."""
    return sum(
        one.value
        for (figure, about), one in said.items()
        if figure == code and about != organisation and tree.contains(organisation, about)
    )


@dataclass(frozen=True)
class Share:
    """A share with its base; `value` is nothing where the base is 0 or not known."""

    numerator: Number | None
    base: Number | None
    value: Decimal | None
    stated: bool = False


def ratios(
    counts: Counts, organisation: int, said: Statements | None = None, catalogue: Catalogue = CATALOGUE
) -> dict[str, Share]:
    """Shares and averages of an organisation, also against stated targets; never summed."""
    return {
        code: _share(ratio, counts, organisation, said or {}) for code, ratio in catalogue.ratios.items()
    }  # fmt: skip


def _share(ratio: Ratio, counts: Counts, organisation: int, said: Statements) -> Share:
    parts = [_part(code, counts, organisation, said) for code in (ratio.numerator, ratio.base)]
    (numerator, one), (base, other) = parts
    if numerator is None or not base:
        return Share(numerator, base, None, one or other)
    value = Decimal(numerator) * (100 if ratio.unit == "percent" else 1) / Decimal(base)
    exact = value.quantize(Decimal(1).scaleb(-ratio.decimals), rounding=ROUND_HALF_UP)
    return Share(numerator, base, exact, one or other)


def _part(code: str, counts: Counts, organisation: int, said: Statements) -> tuple[Number | None, bool]:
    if (code, organisation) in said:
        return said[code, organisation].value, True
    if code in counts.codes:
        return counts.value(code, organisation), False
    return None, False


@dataclass(frozen=True)
class Unmet:
    """A relation that does not hold: *chưa khớp*."""

    code: str
    verb: str
    others: tuple[str, ...]
    organisation: int
    value: Number
    against: tuple[Number, ...]


def check_relations(counts: Counts, catalogue: Catalogue = CATALOGUE) -> list[Unmet]:
    """Every declared relation between counted figures that does not hold, at every organisation counted."""
    found: list[Unmet] = []
    for code in counts.codes if counts.kept else ():
        for relation in catalogue.figures[code].relations:
            if set(relation.others) <= set(counts.codes):
                found += _unmet(counts, code, relation.verb, relation.others)
    return found


def _unmet(counts: Counts, code: str, verb: str, others: tuple[str, ...]) -> list[Unmet]:
    found = []  # where all are 0 every relation holds
    for node in sorted(counts.nodes_of((code, *others)) & set(counts.organisations)):
        value, against = counts.value(code, node) or 0, tuple(counts.value(o, node) or 0 for o in others)
        if not HOLDS[verb](value, against):
            found.append(Unmet(code, verb, others, node, value, against))
    return found


HOLDS: dict[str, Callable[[Number, tuple[Number, ...]], bool]] = {
    "part_of": lambda value, against: all(value <= other for other in against),
    "sums_to": lambda value, against: value == sum(against),
    "same_as": lambda value, against: all(value == other for other in against),
}


def comparable(figure: Figure, period: Period, other: Period, catalogue: Catalogue = CATALOGUE) -> str | None:
    """Nothing where the figure may be compared between two periods, else the reason why not."""
    if period.kind != other.kind:
        return _("Không so sánh được: hai kỳ không cùng loại.")
    stock = catalogue.kind(figure) == STOCK
    days = [day for p in (period, other) for day in ((p.data_to,) if stock else (p.first, p.data_to))]
    if not any(len({day >= broken for day in days}) > 1 for broken in figure.breaks):
        return None
    return _("Không so sánh được: %(why)s") % {
        "why": _(figure.why_not_comparable)
        if figure.why_not_comparable
        else _("cách tính hoặc loại hình tổ chức đã thay đổi giữa hai kỳ.")
    }
