"""The page in its sections: overdue, this week, this month; many of one kind in a row become one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger.remembering import Remembered
from thenchot.rooms.due import Due, What
from thenchot.rooms.what_is_due import what_is_due
from thenchot.surface.numbers import number

from ..here import Here
from .lines import CLOSINGS, Line, lines

SHOWN = 12  # lines of a section before *Xem thêm*
TOGETHER = 4  # more of one kind than this are one line
WEEK = timedelta(days=7)
# A list of persons and cells by a clock of the law; deadlines and closings always stand alone.
ALONE = {What.DEADLINE, What.CLOSE, *CLOSINGS}


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    count: int
    lines: Sequence[Line]
    late: bool = False


def everything(here: Here) -> list[Due]:
    """All that is due for the account's own office on the day of the page."""
    assert here.home is not None
    home, day = here.home, here.as_of
    found = _known.get((home, day), lambda: _asked(home, day))
    return [due for due in found if _mine(here, due)]


_known = Remembered(16)


def _asked(organisation: int, day: date) -> list[Due]:
    return what_is_due(organisation, as_of=day, law=law_in_book(), holidays=shipped_holidays())


def sections(here: Here, found: Sequence[Due]) -> list[Section]:
    """Those with something in them."""
    sorted_: dict[str, list[Due]] = {"late": [], "week": [], "month": [], "mine": []}
    for due in found:
        sorted_[where(here, due)].append(due)
    titles = {
        "late": _("Quá hạn"), "week": _("Tuần này"), "month": _("Trong tháng và sắp tới"),
        "mine": _("Chờ đồng chí xử lý"),
    }  # fmt: skip
    placed = {key: _placed(dues, key) for key, dues in sorted_.items() if dues}
    alone = [one for ones in placed.values() for one in ones if isinstance(one, Due)]
    told = iter(lines(here, alone))  # all at once: names are read and logged once for the page
    return [
        Section(
            key,
            titles[key],
            len(sorted_[key]),
            [next(told) if isinstance(one, Due) else one for one in ones],
            late=key == "late",
        )
        for key, ones in placed.items()
    ]


def where(here: Here, due: Due) -> str:
    if due.kind in CLOSINGS:
        return "mine"
    if due.overdue:
        return "late"
    soon = due.due_on is not None and due.due_on <= here.as_of + WEEK
    return "week" if soon else "month"


def _placed(dues: Sequence[Due], key: str) -> list[Due | Line]:
    """One by one, or together where there are many of a kind; in the order of their first."""
    by_kind: dict[What, list[int]] = {}
    for place, due in enumerate(dues):
        by_kind.setdefault(due.kind, []).append(place)
    made: dict[int, Due | Line] = {}
    for kind, places in by_kind.items():
        if kind in ALONE or len(places) <= TOGETHER:
            made |= {place: dues[place] for place in places}
        else:
            made[places[0]] = together_line(kind, [dues[place] for place in places], key)
    return [made[place] for place in sorted(made)]


def together_line(kind: What, dues: Sequence[Due], key: str) -> Line:
    said = TOGETHER_WORDS[kind](len(dues)).format(count=number(len(dues)))
    address = reverse("tasks:kind", kwargs={"kind": str(kind)}) + (f"?khi={key}" if key != "mine" else "")
    return Line(text=said, button=_("Xem danh sách"), address=address, overdue=key == "late")


TOGETHER_WORDS = {
    What.PROBATION: lambda n: ngettext(
        "{count} đảng viên dự bị đến hạn xét công nhận chính thức",
        "{count} đảng viên dự bị đến hạn xét công nhận chính thức", n,
    ),
    What.BADGE: lambda n: ngettext(
        "{count} đồng chí đủ tuổi đảng để tặng Huy hiệu Đảng",
        "{count} đồng chí đủ tuổi đảng để tặng Huy hiệu Đảng", n,
    ),
    What.LETTER: lambda n: ngettext(
        "{count} đồng chí đã giới thiệu chuyển đến, chưa tiếp nhận",
        "{count} đồng chí đã giới thiệu chuyển đến, chưa tiếp nhận", n,
    ),
    What.AWAY: lambda n: ngettext(
        "{count} đồng chí đến hạn sinh hoạt tạm thời nơi khác",
        "{count} đồng chí đến hạn sinh hoạt tạm thời nơi khác", n,
    ),
    What.TERM: lambda n: ngettext("{count} chức vụ đến hết nhiệm kỳ", "{count} chức vụ đến hết nhiệm kỳ", n),
    What.SMALL_CELL: lambda n: ngettext(
        "{count} chi bộ thiếu đảng viên chính thức so với Điều lệ",
        "{count} chi bộ thiếu đảng viên chính thức so với Điều lệ", n,
    ),
    What.OFFICER: lambda n: ngettext(
        "{count} chi bộ thôn ít đảng viên, cần cử cán bộ xã dự sinh hoạt",
        "{count} chi bộ thôn ít đảng viên, cần cử cán bộ xã dự sinh hoạt", n,
    ),
    What.REVIEW: lambda n: ngettext(
        "{count} việc ghi đúng như văn bản, cần xem lại",
        "{count} việc ghi đúng như văn bản, cần xem lại", n,
    ),
    What.ERROR: lambda n: ngettext(
        "{count} đảng viên báo thông tin chưa đúng", "{count} đảng viên báo thông tin chưa đúng", n
    ),
}  # fmt: skip


# Whose step a closing waits for.
WHO = {
    What.CHECK: Action.REVIEW_CLOSING,
    What.APPROVE: Action.CONFIRM,
    What.SUBMIT: Action.SUBMIT_CLOSING,
    What.RECEIVE: Action.RECEIVE_CLOSING,
    What.RETURNED: Action.PREPARE_CLOSING,
    What.CLOSE: Action.PREPARE_CLOSING,
    What.ERROR: Action.ANSWER_ERROR,
}


def _mine(here: Here, due: Due) -> bool:
    """What this account can do something about; a clock of the law is everybody's in the office."""
    action = WHO.get(due.kind)
    if action is None:
        return True
    place = here.home if due.kind is What.ERROR else due.organisation
    return bool(here.reach.scopes(action)) and (
        due.kind is What.ERROR or here.can(action, organisation=place)
    )
