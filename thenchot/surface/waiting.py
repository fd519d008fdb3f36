"""Việc đang chờ của một người: the clocks of the law in sentences, each with its form and its article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.law.values import LawBook
from thenchot.law.world import shipped_holidays
from thenchot.ledger.days import spoken
from thenchot.ledger.stories import Story
from thenchot.rooms.due import Clocks, Due, What
from thenchot.rooms.membership.due import AWAY_AHEAD, STEPS, of_person

from .grounds import Ground, grounds

AHEAD = {What.PROBATION: STEPS[0], What.AWAY: AWAY_AHEAD}  # days
FORMS = {
    What.PROBATION: "membership.recognised",
    What.LETTER: "membership.received",
    What.AWAY: "membership.temporarily_returned",
}


@dataclass(frozen=True)
class Waiting:
    """One matter: what, until when, what to know of it; the kind of act that settles it, and its button."""

    what: str
    until: str
    note: str
    overdue: bool
    begun: bool
    kind: str
    button: str
    grounds: list[Ground]


def waiting_for(story: Story, *, as_of: date, law: LawBook, names: Mapping[int, str]) -> list[Waiting]:
    """What the clocks say of one person, the most pressing first."""
    clocks = Clocks(as_of, law, shipped_holidays())
    found = [due for due in of_person(story, clocks) if due.facts.get("days", 0) <= AHEAD.get(due.kind, 0)]
    found.sort(key=lambda due: (not due.overdue, due.due_on or due.since))
    return [_said(due, as_of, names) for due in found]


def _said(due: Due, as_of: date, names: Mapping[int, str]) -> Waiting:
    what, note, button = SENTENCES[due.kind](due, names)
    return Waiting(
        what=what,
        until=_until(due, as_of),
        note=note,
        overdue=due.overdue,
        begun=due.since <= as_of,
        kind=FORMS[due.kind],
        button=button,
        grounds=grounds([due.rests_on]) if due.rests_on else [],
    )


def _until(due: Due, as_of: date) -> str:
    if due.due_on is None or due.kind is What.AWAY:
        return ""
    text = {
        What.PROBATION: _("Chi bộ xét chậm nhất {day}"),
        What.LETTER: _("Nộp giấy giới thiệu chậm nhất {day}"),
    }[due.kind].format(day=spoken(due.due_on))
    late = (as_of - due.due_on).days
    if not due.overdue:
        return text
    return f"{text} · " + ngettext("quá {days} ngày", "quá {days} ngày", late).format(days=late)


def _probation(due: Due, names: Mapping[int, str]) -> tuple[str, str, str]:
    ends, left = spoken(due.facts["ends"]), due.facts["days"]
    what = _("Hết thời kỳ dự bị {day}").format(day=ends)
    if left > 0:
        what += " · " + ngettext("còn {days} ngày", "còn {days} ngày", left).format(days=left)
    note = _("Dù ký muộn, vẫn tính chính thức từ {day}").format(day=ends)
    return what, note, _("Ghi nghị quyết công nhận chính thức")


def _letter(due: Due, names: Mapping[int, str]) -> tuple[str, str, str]:
    what = _("Đã giới thiệu chuyển đến {place} ngày {day}, chưa tiếp nhận").format(
        place=names.get(due.organisation, due.organisation), day=spoken(due.since)
    )
    return what, "", _("Tiếp nhận")


def _away(due: Due, names: Mapping[int, str]) -> tuple[str, str, str]:
    what = _("Hết hạn sinh hoạt tạm thời nơi khác {day}").format(day=spoken(due.since))
    return what, "", _("Ghi trở về")


SENTENCES = {What.PROBATION: _probation, What.LETTER: _letter, What.AWAY: _away}
