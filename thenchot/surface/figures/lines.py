"""The numbers of an organisation, a line each; beside the same period, or on today's units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from thenchot.snapshot.declare import STOCK, Figure
from thenchot.snapshot.figures import Number
from thenchot.snapshot.sources import Live, Source
from thenchot.snapshot.stated import Said, comparable

from .. import counted_words
from ..numbers import number, share
from .asked import Asked, titles


@dataclass(frozen=True)
class Line:
    """`shown` is the number as it is printed; `mark` says that it was stated (*số nhập*, *ước*), in `entry`.

    `counted`: it opens to rows.
    """

    code: str
    title: str
    unit: str
    value: Any
    shown: str
    mark: str = ""
    entry: int | None = None
    numerator: Number | None = None
    base: Number | None = None
    counted: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Compared:
    """A figure beside the same period last year; nothing where it is hidden, not known or not comparable."""

    code: str
    value: Number | None
    before: Number | None
    change: Number | None
    why: str


def lines_of(asked: Asked, codes: Iterable[str]) -> list[Line]:
    """A line for every figure, share and stated figure asked for, in that order."""
    names, shares = titles(asked.catalogue), asked.source.shares(asked.organisation)
    return [
        _share(asked, code, names[code], shares[code])
        if code in shares
        else _number(asked, code, names[code])
        for code in codes
    ]


def _share(asked: Asked, code: str, title: str, one: Any) -> Line:
    ratio = asked.catalogue.ratios[code]
    if asked.hidden(ratio.numerator) or asked.hidden(ratio.base):
        return Line(code, title, ratio.unit, None, str(counted_words.HIDDEN), hidden=True)
    mark = _("số nhập") if one.stated else ""
    return Line(
        code, title, ratio.unit, one.value, share(one, ratio.unit), mark,
        numerator=one.numerator, base=one.base,
    )  # fmt: skip


def _number(asked: Asked, code: str, title: str) -> Line:
    counted = code in asked.catalogue.figures
    unit = (asked.catalogue.figures if counted else asked.catalogue.stated)[code].unit
    if asked.hidden(code):
        return Line(
            code, title, unit, None, str(counted_words.HIDDEN), counted=True, hidden=True
        )  # fmt: skip
    said = said_instead(asked.source, code, asked.organisation)
    if said is not None:
        return Line(
            code, title, unit, said.value, number(said.value), said.mark(), said.entry, counted=counted
        )
    value = asked.source.value(code, asked.organisation)
    return Line(code, title, unit, value, number(value), counted=counted)


def said_instead(source: Source, code: str, organisation: int) -> Said | None:
    """What is stated where nothing is counted; it gives way as soon as something is."""
    value, said = source.value(code, organisation), source.said(code, organisation)
    return said if said is not None and (not value or code in source.catalogue.stated) else None


def compared(asked: Asked, other: Live, codes: Iterable[str]) -> dict[str, Compared]:
    """Every counted figure beside its number in another period of the book."""
    there = other.has(asked.organisation)
    found = {}
    for code in codes:
        if code not in asked.catalogue.figures:
            continue
        hidden = asked.hidden(code)
        now = None if hidden else asked.source.value(code, asked.organisation)
        before = None if hidden or not there else other.value(code, asked.organisation)
        why = comparable(asked.catalogue.figures[code], asked.source.period, other.period) or ""
        change = None if why or now is None or before is None else now - before
        found[code] = Compared(code, now, before, change, why)
    return found


def not_recast(figure: Figure, asked: Asked, day: date) -> str:
    """Why a figure of a past period says nothing on the units of a later day; empty where it does."""
    period = asked.source.period
    stock = asked.catalogue.kind(figure) == STOCK
    first = period.data_to if stock else period.first
    if not any(first < broken <= day for broken in figure.breaks):
        return ""
    why = _(figure.why_not_comparable) if figure.why_not_comparable else _("loại hình tổ chức đã thay đổi")
    return _("không so sánh được ({why})").format(why=why.rstrip("."))
