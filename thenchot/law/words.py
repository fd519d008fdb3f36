"""Words of the law: how a value is cited, how a number of votes is reached."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..ledger.days import spoken
from .objections import Objection, Weight
from .recording import rules
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


# What each rule says when it objects, by its name. Rooms add theirs when the program starts.
OBJECTIONS: dict[str, Any] = {
    "field_of_its_type": gettext_lazy(
        "Ô “{field}” chưa đúng loại dữ liệu (ngày, số, mã hoặc có/không); đề nghị đồng chí nhập lại ô này."
    ),
    "known_kind": gettext_lazy("Phần mềm không có loại việc “{kind}”; đề nghị đồng chí chọn loại việc khác."),
    "not_signed_in_the_future": gettext_lazy(
        "Ngày trên văn bản {signed_on} sau ngày hôm nay {today}; đề nghị đồng chí kiểm tra lại ngày ký."
    ),
    "within_the_book": gettext_lazy(
        "Sổ bắt đầu từ ngày {begins_on}, không ghi việc tính từ ngày {day};"
        " việc trước đó đề nghị đồng chí chuyển vào sổ theo danh sách."
    ),
    "paper_is_a_number": gettext_lazy(
        "“{paper}” không phải số văn bản; đề nghị đồng chí ghi dạng 12-QĐ/ĐU, không ghi câu chữ."
    ),
    "signer_is_of_the_list": gettext_lazy(
        "“{signer}” không có trong danh mục chức danh ký văn bản; đề nghị đồng chí chọn một chức danh."
    ),
    "change_has_a_reason": gettext_lazy(
        "Đính chính hoặc hủy bản ghi phải nêu lý do theo danh mục và bản ghi được sửa."
    ),
    "stays_as_it_is": gettext_lazy(
        "Việc “{kind}” không sửa, không hủy được; đề nghị đồng chí ghi việc mới thay thế."
    ),
    "in_force_to_be_changed": gettext_lazy(
        "Bản ghi số {root} không còn hiệu lực hoặc khác loại việc;"
        " đề nghị đồng chí tải lại rồi sửa bản ghi mới nhất."
    ),
    "nobody_is_left_behind": gettext_lazy(
        "Còn {count} đảng viên, tổ chức hoặc chức vụ gắn với nơi này sau ngày kết thúc;"
        " đề nghị đồng chí chuyển đi, thôi chức vụ trong cùng một lần ghi."
    ),
}

LATER = gettext_lazy("Làm cho một việc ghi sau đó không còn đúng: {sentence}")
CITED = gettext_lazy("{sentence} Căn cứ: {citation}.")
CALENDAR = gettext_lazy("Lịch nghỉ của thời gian này chưa đối chiếu văn bản gốc.")


def register(sentences: Mapping[str, Any]) -> None:
    """A room puts the sentences of its rules here when the program starts."""
    OBJECTIONS.update(sentences)


def say(objection: Objection) -> str:
    """An objection as people read it: what is wrong, by which rule and article, what to do."""
    said = _sentence(objection)
    if objection.facts.get("calendar"):
        said = f"{said} {CALENDAR}"
    if cited := _cited(objection):
        said = str(CITED).format(sentence=said, citation=cited)
    return str(LATER).format(sentence=said) if objection.facts.get("later") else said


def _sentence(objection: Objection) -> str:
    facts, value = objection.facts, objection.value
    if "no_calendar" in facts:
        return str(NO_CALENDAR).format(year=facts["no_calendar"])
    if value is not None and value.not_known:
        return str(NOT_KNOWN).format(since=spoken(value.since))
    shown = {name: spoken(fact) if isinstance(fact, date) else fact for name, fact in facts.items()}
    return str(OBJECTIONS[objection.rule]).format_map(shown)


def _cited(objection: Objection) -> str:
    """The value it rests on; without one, what the rule itself cites; nothing for what simply cannot be."""
    if objection.value is not None:
        return citation(objection.value)
    if objection.grade is Weight.IMPOSSIBLE:
        return ""
    rule = next((rule for rule in rules() if rule.name == objection.rule), None)
    return rule.cites.partition(":")[0] if rule else ""
