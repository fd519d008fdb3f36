"""The sentence of each kind of line: what is due, why, and the word on its button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.ledger.days import spoken
from thenchot.rooms.due import Due, What
from thenchot.rooms.membership.reading import Review
from thenchot.rooms.people.error_events import Item
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.surface.kinds import label_of
from thenchot.surface.numbers import number
from thenchot.surface.reviews import sentence

if TYPE_CHECKING:
    from .lines import Telling

Said = tuple[str, str, str]  # sentence, why, button


def days_late(due: Due, today: date) -> str:
    """`quá 12 ngày`, or nothing."""
    if not due.overdue or due.due_on is None:
        return ""
    late = (today - due.due_on).days
    return ngettext("quá {days} ngày", "quá {days} ngày", late).format(days=number(late))


def _until(telling: Telling, due: Due, said: str) -> str:
    late = days_late(due, telling.here.as_of)
    return f"{said} · {late}" if late else said


def _probation(telling: Telling, due: Due) -> Said:
    left = due.facts["days"]
    who = {
        "who": telling.person(due.subject),
        "cell": telling.places[due.organisation],
        "day": spoken(due.since),
    }
    if left >= 0:
        text = _("{who}, {cell}: hết thời kỳ dự bị {day}, còn {days} ngày").format(**who, days=left)
    else:
        text = _("{who}, {cell}: hết thời kỳ dự bị {day}, chưa ghi công nhận chính thức").format(**who)
    why = _("Chi bộ xét chậm nhất {day}").format(day=spoken(due.due_on)) if due.due_on else ""
    return text, _until(telling, due, why), _("Ghi nghị quyết")


def _badge(telling: Telling, due: Due) -> Said:
    text = _("{who}, {cell}: Huy hiệu {years} năm tuổi đảng, đợt {day}").format(
        who=telling.person(due.subject), cell=telling.places[due.organisation],
        years=due.facts["years"], day=spoken(due.facts["wave"]),
    )  # fmt: skip
    return (
        text,
        _("Đủ {years} năm ngày {day}").format(years=due.facts["years"], day=spoken(due.facts["full"])),
        _("Ghi tặng Huy hiệu"),
    )


def _letter(telling: Telling, due: Due) -> Said:
    text = _("{who}: đã giới thiệu chuyển đến {cell} ngày {day}, chưa tiếp nhận").format(
        who=telling.person(due.subject), cell=telling.places[due.organisation], day=spoken(due.since)
    )
    why = _("Nộp giấy giới thiệu chậm nhất {day}").format(day=spoken(due.due_on)) if due.due_on else ""
    return text, _until(telling, due, why), _("Tiếp nhận")


def _away(telling: Telling, due: Due) -> Said:
    text = _("{who}, {cell}: hết hạn sinh hoạt tạm thời nơi khác {day}").format(
        who=telling.person(due.subject), cell=telling.places[due.organisation], day=spoken(due.since)
    )
    return text, days_late(due, telling.here.as_of), _("Ghi trở về")


def _term(telling: Telling, due: Due) -> Said:
    text = _("{place}: hết nhiệm kỳ {term} ngày {day}, {count} chức vụ").format(
        place=telling.places[due.subject], term=due.facts["term"], day=spoken(due.since),
        count=due.facts["posts"],
    )  # fmt: skip
    return text, days_late(due, telling.here.as_of), _("Ghi đại hội")


def _small(telling: Telling, due: Due) -> Said:
    text = _("{cell}: {full} đảng viên chính thức, cần ít nhất {least}").format(
        cell=telling.places[due.subject], full=due.facts["full"], least=due.facts["least"]
    )
    return text, "", _("Mở chi bộ")


def _officer(telling: Telling, due: Due) -> Said:
    text = _("{cell}: {members} đảng viên, dưới {below}; cử cán bộ, công chức xã dự sinh hoạt").format(
        cell=telling.places[due.subject], members=due.facts["members"], below=due.facts["below"]
    )
    return text, "", _("Mở chi bộ")


def _review(telling: Telling, due: Due) -> Said:
    one = Review(due.subject, due.facts["broken"], due.facts["entry"], due.facts["grade"])
    entry = next((e for e in telling.reader.story(one.subject) if e.root == one.entry), None)
    what = f"{label_of(entry.kind)}, {spoken(entry.effective_on)}: " if entry else ""
    return what + sentence(one, telling.reader), telling.places[due.organisation], _("Xem lại")


def _error(telling: Telling, due: Due) -> Said:
    item = ERROR_CODES[Item][due.facts["item"]]
    text = _("{who}, {cell}: báo thông tin chưa đúng, {item}").format(
        who=telling.person(due.subject), cell=telling.places[due.organisation], item=item
    )
    why = _("Trả lời chậm nhất {day}").format(day=spoken(due.due_on)) if due.due_on else ""
    return text, _until(telling, due, why), _("Trả lời")


def _deadline(telling: Telling, due: Due) -> Said:
    one = due.facts["deadline"]
    text = _("{title} · hạn {day}").format(title=telling.notes.get(one.title, ""), day=spoken(one.due_on))
    if one.data_to:
        text += " · " + _("số liệu đến {day}").format(day=spoken(one.data_to))
    issuer = telling.places.get(one.issuer) if one.issuer else telling.notes.get(one.issuer_name)
    paper = f"{one.paper or ''}, {spoken(one.signed_on)}" if one.signed_on else one.paper or ""
    why = " · ".join(part for part in (paper, issuer or "", days_late(due, telling.here.as_of)) if part)
    if due.facts["own"] and due.facts["asked"]:
        said = _("{answered}/{asked} đơn vị đã trả lời")
        why += " · " + said.format(answered=due.facts["answered"], asked=due.facts["asked"])
    return text, why, _("Ai chưa") if due.facts["own"] else _("Trả lời")


def _close(telling: Telling, due: Due) -> Said:
    return _("Số liệu {period} chưa chốt").format(period=due.facts["period"].words()), "", _("Chốt số liệu")


def _closing(button: str) -> Callable[[Telling, Due], Said]:
    def said(telling: Telling, due: Due) -> Said:
        text = _("Chốt số liệu {period}, {place}").format(
            period=due.facts["period"].words(), place=telling.places[due.subject]
        )
        return text, STEPS[due.kind](), button

    return said


STEPS = {
    What.CHECK: lambda: _("đã lập biểu, chờ soát"),
    What.APPROVE: lambda: _("đã soát, chờ duyệt"),
    What.SUBMIT: lambda: _("đã chốt, chưa nộp"),
    What.RECEIVE: lambda: _("cấp dưới đã nộp, chờ nhận"),
    What.RETURNED: lambda: _("cấp trên trả lại"),
}


SENTENCES: dict[What, Callable[[Telling, Due], Said]] = {
    What.PROBATION: _probation, What.BADGE: _badge, What.LETTER: _letter, What.AWAY: _away,
    What.TERM: _term, What.SMALL_CELL: _small, What.OFFICER: _officer, What.REVIEW: _review,
    What.ERROR: _error, What.DEADLINE: _deadline, What.CLOSE: _close,
    What.CHECK: lambda telling, due: _closing(_("Soát"))(telling, due),
    What.APPROVE: lambda telling, due: _closing(_("Soát và duyệt"))(telling, due),
    What.SUBMIT: lambda telling, due: _closing(_("Nộp"))(telling, due),
    What.RECEIVE: lambda telling, due: _closing(_("Nhận hoặc trả lại"))(telling, due),
    What.RETURNED: lambda telling, due: _closing(_("Mở"))(telling, due),
}  # fmt: skip
