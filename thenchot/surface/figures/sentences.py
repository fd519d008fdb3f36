"""A ready sentence for a report: the period, the organisation, the figure, the same period."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.ledger.days import spoken
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.declare import STOCK
from thenchot.snapshot.period import Period

from ..numbers import number
from .asked import Asked, titles
from .lines import Compared, Line

# Figures that reports tell as an act: *kết nạp 31 đảng viên*.
TOLD: Mapping[str, str | Promise] = {
    "M01": gettext_lazy("có {n} đảng viên"),
    "M16": gettext_lazy("kết nạp {n} đảng viên"),
    "M26": gettext_lazy("kết nạp lại {n} đảng viên"),
    "M28": gettext_lazy("công nhận chính thức {n} đảng viên"),
    "M31": gettext_lazy("đưa {n} đảng viên ra khỏi Đảng"),
    "M32": gettext_lazy("khai trừ {n} đảng viên"),
    "M33": gettext_lazy("xóa tên {n} đảng viên"),
    "M34": gettext_lazy("cho {n} đảng viên ra khỏi Đảng"),
    "M35": gettext_lazy("có {n} đảng viên từ trần"),
    "M36": gettext_lazy("khôi phục quyền cho {n} đảng viên"),
}


def sentence(asked: Asked, line: Line, name: str, before: Compared | None = None) -> str:
    """`11 tháng đầu năm 2026 …, Đảng bộ xã Hồng Sơn kết nạp 31 đảng viên (cùng kỳ 28).`"""
    told = before is not None and before.before is not None and not before.why
    same = number(before.before) if told and before is not None else ""
    return said(asked.catalogue, line.code, asked.source.period, name, line.shown, same, line.mark or "")


def said(
    catalogue: Catalogue, code: str, period: Period, name: str, n: str, same: str = "", mark: str = ""
) -> str:
    """The same of texts that stand for the numbers: a draft puts its own marks there."""
    figure = catalogue.figures.get(code)
    stock = figure is not None and catalogue.kind(figure) == STOCK
    when = _("Đến ngày {day}").format(day=spoken(period.data_to)) if stock else period.words()
    told = TOLD.get(code)
    title = titles(catalogue)[code]
    what = str(told).format(n=n) if told else f"{title[0].lower()}{title[1:]} {n}"
    form = _("{when}, {who} {what}{mark}{same}.") if told else _("{when}, {who}: {what}{mark}{same}.")
    before = _(" (cùng kỳ {n})").format(n=same) if same else ""
    return form.format(when=when, who=name, what=what, mark=f" ({mark})" if mark else "", same=before)
