"""Who may change what of a draft: whoever drafts all of it, whoever a section was given to that section."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Owned
from thenchot.reports.word.package import Package
from thenchot.reports.word.whole import Whole, read

from ..troubles import Stop


def writable(desk: Desk, saved: Saved, *, by: int, at: datetime) -> None:
    """NotAllowed; Stop for a draft that was handed in or issued."""
    desk.need(Action.DRAFT_REPORT, by=by, at=at, organisation=saved.organisation)
    if saved.state in (keeping.ASKED, keeping.ISSUED):
        raise Stop(_("Báo cáo này đã trình duyệt hoặc đã ban hành, không sửa nữa. Đề nghị lập dự thảo mới."))


def given_to(saved: Saved, account: int) -> set[str]:
    """The titles of the sections an account writes and has not sent yet."""
    if saved.state != keeping.DRAFT:
        return set()
    return {one.title for one in saved.content.sections if one.owner == account and not one.sent}


def may_write(desk: Desk, saved: Saved, whole: Whole, paragraph: int, *, by: int, at: datetime) -> None:
    """A line of a section: the letters and the numbers in it. NotAllowed, Stop."""
    if given_to(saved, by) & set(whole.titles_at(paragraph)):
        desk.need(Action.WRITE_SECTION, by=by, at=at, organisation=saved.organisation)
    else:
        writable(desk, saved, by=by, at=at)


def may_count(desk: Desk, saved: Saved, tag: str, *, by: int, at: datetime) -> None:
    """A number: whoever is given its section must also be allowed to see figures here. NotAllowed, Stop."""
    if given_to(saved, by):
        whole = read(Package.read(saved.file()))
        may_write(desk, saved, whole, whole.places.get(tag, -1), by=by, at=at)
        desk.need(Action.SEE_FIGURES, by=by, at=at, organisation=saved.organisation)
    else:
        writable(desk, saved, by=by, at=at)


def owned(saved: Saved, title: str) -> Owned | None:
    """Who writes a section."""
    return next((one for one in saved.content.sections if one.title == title), None)
