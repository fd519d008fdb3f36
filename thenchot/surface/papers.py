"""Giấy tờ of a person's steps: those whose day or number an act holds, and those the book does not keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thenchot.ledger.entries import Entry
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.events import Admitted, Readmitted, Recognised, Standing


@dataclass(frozen=True)
class Paper:
    """A paper; without a day and a number the acts know nothing of it."""

    label: str
    day: date | None = None
    number: str = ""

    @property
    def known(self) -> bool:
        return self.day is not None or bool(self.number)


@dataclass(frozen=True)
class Step:
    """The papers of one step, and what of it only the file on paper has."""

    title: str
    papers: list[Paper]
    not_kept: str

    @property
    def known(self) -> int:
        return sum(paper.known for paper in self.papers)


def papers(story: Story, *, on: date) -> list[Step]:
    """Of the step that is next or was last first. Nothing of steps done before the book began."""
    acts = [one for one in story if one.effective_on <= on]
    admission = _last(acts, Admitted, Readmitted)
    recognition = _last(acts, Recognised)
    found = []
    if recognition or story.value("standing", on=on) == Standing.PROBATIONARY:
        found.append(_recognition(recognition))
    return [*found, _admission(admission)] if admission else found


def _last(entries: list[Entry], *kinds: type) -> Entry | None:
    return next((one for one in reversed(entries) if isinstance(one.act, kinds)), None)


def _recognition(entry: Entry | None) -> Step:
    resolved = entry.act.resolved_on if entry and isinstance(entry.act, Recognised) else None
    return Step(
        _("Giấy tờ công nhận"),
        [
            Paper(_("Nghị quyết của chi bộ đề nghị công nhận"), resolved),
            Paper(_("Quyết định công nhận"), entry and entry.signed_on, (entry and entry.paper) or ""),
        ],
        _(
            "Bản tự kiểm điểm, nhận xét của người giúp đỡ, giấy chứng nhận lớp đảng viên mới: sổ không giữ,"
            " đề nghị xem hồ sơ giấy."
        ),
    )


def _admission(entry: Entry) -> Step:
    act = entry.act
    assert isinstance(act, Admitted | Readmitted)
    return Step(
        _("Giấy tờ kết nạp"),
        [
            Paper(_("Nghị quyết của chi bộ đề nghị kết nạp"), act.resolved_on),
            Paper(_("Quyết định kết nạp"), act.decided_on or entry.signed_on, entry.paper or ""),
        ],
        _(
            "Đơn, lý lịch, giấy chứng nhận lớp nhận thức về Đảng, giấy giới thiệu: sổ không giữ,"
            " đề nghị xem hồ sơ giấy."
        ),
    )
