"""Numbers, days and persons as they are read: 1.733, 46,86%, 05/12/2026, Vàng A Sùng (1960)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from thenchot.law.recording import VIET_NAM
from thenchot.ledger.days import PartialDay, spoken
from thenchot.surface.numbers import number as said

from ..here import DAY

register = template.Library()


@register.filter
def number(value: Any) -> str:
    """`1.733`; a dash for nothing."""
    return "–" if value is None else said(value)


@register.filter
def change(value: int | Decimal | None) -> str:
    """`+6`, `−3`, `0`."""
    if value is None:
        return "–"
    return said(value) if not value else f"{'+' if value > 0 else '−'}{said(abs(value))}"


@register.filter
def day(value: date | PartialDay | None) -> str:
    """`05/12/2026`, a month or a year where no more is known."""
    return "–" if value is None else spoken(value)


WEEKDAYS = (
    _("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật"),
)  # fmt: skip


@register.filter
def weekday(value: date) -> str:
    """`Thứ Bảy, 21/11/2026`."""
    return f"{WEEKDAYS[value.weekday()]}, {spoken(value)}"


@register.filter
def moment(value: datetime | None) -> str:
    """`20:14 05/12/2026` in Viet Nam."""
    if value is None:
        return "–"
    local = value.astimezone(VIET_NAM)
    return f"{local:%H:%M} {spoken(local.date())}"


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: Any) -> str:
    """The address's own question with some parts changed; a part set to nothing goes."""
    asked: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            asked.pop(name, None)
        else:
            asked[name] = str(value)
    return f"?{asked.urlencode()}" if asked else "?"


@register.simple_tag(takes_context=True)
def on_day(context: dict[str, Any], address: str, **more: Any) -> str:
    """An address on the day of this page, so that a walk through the past stays there."""
    here = context.get("here")
    said_day = {DAY: here.as_of.isoformat()} if here is not None and here.past else {}
    parts = said_day | {name: value for name, value in more.items() if value not in (None, "")}
    return f"{address}?{urlencode(parts)}" if parts else address
