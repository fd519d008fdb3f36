"""Words of the law: how a value is cited, how a number of votes is reached."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..ledger.days import spoken
from .values import CENTRE, Grade, Share, Unit, Value, votes_needed

UNVERIFIED = gettext_lazy("chưa đối chiếu văn bản gốc")

GRADES = {
    Grade.READ: gettext_lazy("đã đối chiếu văn bản gốc"),
    Grade.SECONDARY: gettext_lazy("theo văn bản dẫn lại"),
    Grade.UNVERIFIED: UNVERIFIED,
}

UNITS = {
    Unit.DAY: gettext_lazy("{number} ngày"),
    Unit.WORKING_DAY: gettext_lazy("{number} ngày làm việc"),
    Unit.MONTH: gettext_lazy("{number} tháng"),
    Unit.YEAR: gettext_lazy("{number} năm"),
}

# What an objection says instead of its own sentence when the value or the calendar is missing.
NOT_KNOWN = gettext_lazy(
    "Chưa có nội dung văn bản áp dụng từ ngày {since} để đối chiếu; đề nghị đồng chí xem văn bản gốc."
)
NO_CALENDAR = gettext_lazy(
    "Chưa có lịch ngày làm việc năm {year}, không tính được thời hạn; đề nghị đồng chí kiểm tra theo văn bản."
)


def citation(value: Value) -> str:
    """Its source for people: `Quy định 24-QĐ/TW ngày 30/07/2021, điểm 4.3.1`, marked when unverified."""
    said = _source(value)
    return f"{said} ({UNVERIFIED})" if value.grade is Grade.UNVERIFIED else said


def _source(value: Value) -> str:
    if value.source is None:
        return _("giá trị do đơn vị nạp") if value.note else _("không còn lời dẫn nguồn")
    said = _dated(value)
    return f"{said}, {value.source.article}" if value.source.article else said


def _dated(value: Value) -> str:
    assert value.source is not None
    day = value.source.signed_on
    whole = getattr(day, "precision", "day") == "day"
    form = _("{instrument} ngày {day}") if whole else _("{instrument} năm {day}")
    return form.format(instrument=value.source.instrument, day=spoken(day))


def scope(value: Value) -> str:
    """Where a value holds, for people."""
    if value.scope == CENTRE:
        return _("toàn Đảng")
    return _("riêng tỉnh") if value.scope.startswith("province:") else _("riêng xã, phường, đặc khu")


def amount(value: Value) -> str:
    """A value with its unit: `60 ngày làm việc`; codes and lists as they are."""
    if isinstance(value.value, Share):
        return share(value.value)
    form = UNITS.get(value.unit)
    return str(form).format(number=value.value) if form and not value.not_known else _plain(value)


def _plain(value: Value) -> str:
    if value.not_known:
        return _("chưa rõ")
    return ", ".join(map(str, value.value)) if isinstance(value.value, tuple) else str(value.value)


def share(given: Share) -> str:
    """A share in words: at least 2/3, more than 1/2."""
    part = f"{given.part.numerator}/{given.part.denominator}"
    return _("trên {part}").format(part=part) if given.above else _("ít nhất {part}").format(part=part)


def derivation(total: int, given: Share) -> str:
    """How the number of votes follows: `ít nhất 2/3 của 20 = 40/3, cần từ 14 phiếu`."""
    exact = given.part * total
    return _("{share} của {total} = {exact}, cần từ {votes} phiếu").format(
        share=share(given), total=total, exact=exact, votes=votes_needed(total, given)
    )
