"""Sections of a draft: given to an office, reminded of, sent; and what of them waits for an account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.judging import today
from thenchot.access.rights import allowed
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Owned

from ..troubles import NOT_READ, Stop
from .rights import given_to, owned, writable


@dataclass(frozen=True)
class Waiting:
    """Sections of one draft that an account has not sent; the last day it was reminded of one of them."""

    saved: Saved
    titles: tuple[str, ...]
    reminded: date | None
    due_on: date | None


def assign(desk: Desk, saved: Saved, title: str, name: str, *, by: int, at: datetime) -> Saved:
    """Give a section to an account that may write sections here; an empty name takes it back."""
    writable(desk, saved, by=by, at=at)
    if _owned(saved, title).refused:
        raise Stop(_("Phần này nhập trực tiếp trong Word: không giao qua phần mềm."), code=NOT_READ)
    owner = 0
    if name.strip():
        found = Account.objects.filter(name=name.strip()).first()
        if found is None or not _writes(found.id, saved, at):
            raise Stop(
                _("Không có tài khoản này, hoặc tài khoản không viết mục báo cáo ở đây."), code=NOT_READ
            )
        owner = int(found.id)
    return _with(saved, title, by=by, at=at, owner=owner, sent=False, reminded="")


def send(desk: Desk, saved: Saved, title: str, sent: bool, *, by: int, at: datetime) -> Saved:
    """The section's office says it is ready, or takes it back."""
    if _owned(saved, title).owner != by or saved.state != keeping.DRAFT:
        writable(desk, saved, by=by, at=at)
    desk.need(Action.WRITE_SECTION, by=by, at=at, organisation=saved.organisation)
    return _with(saved, title, by=by, at=at, sent=sent)


def remind(desk: Desk, saved: Saved, title: str, *, by: int, at: datetime) -> Saved:
    """*Nhắc*: the section's office sees it in *Việc cần làm*, with the day it was reminded."""
    writable(desk, saved, by=by, at=at)
    one = _owned(saved, title)
    if not one.owner or one.sent:
        raise Stop(_("Mục này chưa giao cho ai, hoặc đã gửi: không phải nhắc."), code=NOT_READ)
    return _with(saved, title, by=by, at=at, reminded=today(at).isoformat())


def waiting(organisation: int, account: int) -> list[Waiting]:
    """What an account has been given in the drafts of its organisation, the nearest due first."""
    drafts = keeping.being_written(organisation)
    found = [_waiting(one, titles) for one in drafts if (titles := given_to(one, account))]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.saved.code))


def unsent(saved: Saved) -> list[Owned]:
    """The sections that were given to somebody and not sent, in the order of the report."""
    return [one for one in saved.content.sections if one.owner and not one.sent]


def _waiting(saved: Saved, titles: Iterable[str]) -> Waiting:
    wanted = set(titles)
    mine = [one for one in saved.content.sections if one.title in wanted]
    days = [date.fromisoformat(one.reminded) for one in mine if one.reminded]
    due = date.fromisoformat(saved.content.due_on) if saved.content.due_on else None
    return Waiting(saved, tuple(one.title for one in mine), max(days, default=None), due)


def _writes(account: int, saved: Saved, at: datetime) -> bool:
    return allowed(account, Action.WRITE_SECTION, on=today(at), organisation=saved.organisation).yes


def _owned(saved: Saved, title: str) -> Owned:
    one = owned(saved, title)
    if one is None:
        raise Stop(_("Không thấy mục này trong dự thảo."), code=NOT_READ)
    return one


def _with(saved: Saved, title: str, *, by: int, at: datetime, **changes: int | bool | str) -> Saved:
    one = replace(_owned(saved, title), **changes)  # type: ignore[arg-type]
    parts = tuple(one if other.title == title else other for other in saved.content.sections)
    return keeping.save(saved, replace(saved.content, sections=parts), None, "section", by=by, at=at)
