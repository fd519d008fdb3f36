"""From the fields of the panel to a bound cell, or a sentence that says what is missing."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date

from django.utils.translation import gettext as _

from thenchot.reports.forms import movements
from thenchot.reports.forms.binding import Bound, Title, When, Whose
from thenchot.snapshot.catalogue import CATALOGUE


class NotBound(ValueError):
    """The fields do not make a binding; the message says why."""


def bound_from(given: Mapping[str, str], sheet: str, cell: str, names: Container[int]) -> Bound:
    """The cell as the panel's fields say. NotBound."""
    if title := given.get("tieu-de", ""):
        if title not in set(Title):
            raise NotBound(_("Chưa rõ dòng tiêu đề."))
        return Bound(sheet, cell, title=Title(title))
    code = given.get("so-lieu-khac") or given.get("so-lieu", "")
    if not code:
        raise NotBound(_("Đề nghị đồng chí chọn số liệu cho ô."))
    known = {*CATALOGUE.figures, *CATALOGUE.ratios, *CATALOGUE.stated, *movements.TITLES}
    if code not in known:
        raise NotBound(_("Không có số liệu {code}.").format(code=code))
    by, value = _part(code, given.get("phan-to", ""))
    whose, organisation, child = _whose(given, names)
    when, since = _when(given)
    return Bound(
        sheet, cell, code=code, whose=whose, organisation=organisation, child=child, when=when, since=since,
        by=by, value=value,
    )  # fmt: skip


def _part(code: str, said: str) -> tuple[str, str]:
    by, _sign, value = said.partition("=")
    if not by:
        return "", ""
    figure = CATALOGUE.figures.get(code)
    dimensions = CATALOGUE.populations[figure.population].dimensions if figure else {}
    if by not in dimensions:
        raise NotBound(_("Số liệu này không phân tổ theo chiều đã chọn. Đề nghị chọn chiều khác."))
    return by, value


def _whose(given: Mapping[str, str], names: Container[int]) -> tuple[Whose, int, int]:
    said = given.get("cua", Whose.ASKED)
    if said == Whose.CHILD:
        text = given.get("thu", "")
        if not text.isdecimal() or not 0 < int(text) < 10_000:
            raise NotBound(_("Đề nghị ghi đơn vị trực thuộc thứ mấy (từ 1)."))
        return Whose.CHILD, 0, int(text)
    if said == Whose.ONE:
        text = given.get("to-chuc", "")
        if not text.isdecimal() or int(text) not in names:
            raise NotBound(_("Đề nghị chọn tổ chức của ô."))
        return Whose.ONE, int(text), 0
    return Whose.ASKED, 0, 0


def _when(given: Mapping[str, str]) -> tuple[When, date | None]:
    said = given.get("ky-o", When.THIS)
    if said not in set(When):
        raise NotBound(_("Chưa rõ kỳ của ô."))
    if said != When.TERM:
        return When(said), None
    try:
        return When.TERM, date.fromisoformat(given.get("tu-ngay", ""))
    except ValueError:
        raise NotBound(_("Đề nghị ghi ngày đầu nhiệm kỳ.")) from None
