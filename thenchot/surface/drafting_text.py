"""The text of a draft: a line typed anew, a sentence kept, sections given to offices and sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.judging import today
from thenchot.access.rights import allowed
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Owned, State
from thenchot.reports.word import controls
from thenchot.reports.word.editing import rewrite
from thenchot.reports.word.outline import sections
from thenchot.reports.word.package import Package
from thenchot.reports.word.text import paragraphs

from .drafting_numbers import writable
from .troubles import NOT_READ, Stop

LONGEST = 4000  # letters of one line


def edit(desk: Desk, saved: Saved, place: str, text: str, *, by: int, at: datetime) -> Saved:
    """Another text for one line; `⟦n12⟧` stands for a number of it. Stop for a number that is not in it.

    Whoever drafts may edit any line; whoever a section was given to, the lines of that section.
    """
    package = Package.read(saved.file())
    lines = paragraphs(package.body)
    if not place.isdecimal() or len(place) > 6 or int(place) >= len(lines):
        raise Stop(_("Không thấy đoạn này trong dự thảo; có thể bản khác vừa được lưu."), code=NOT_READ)
    _may_write(desk, saved, package, int(place), by=by, at=at)
    clean = " ".join(text.split())[:LONGEST]
    if not rewrite(lines[int(place)], clean):
        said = _("Ký hiệu số trong ngoặc ⟦ ⟧ phải là của chính đoạn này, mỗi ký hiệu một lần.")
        raise Stop(said, code=NOT_READ)
    there = {one.tag for one in controls.controls(package.body)}
    left = tuple(one for one in saved.content.numbers if one.tag in there or one.state is State.LOST)
    content = replace(saved.content, numbers=left)  # whoever takes a number out of a line means it
    return keeping.save(saved, content, package.bytes(), "edited", by=by, at=at)


def keep_sentence(desk: Desk, saved: Saved, key: str, *, by: int, at: datetime) -> Saved:
    """A sentence of last period that still holds: it is not asked about again."""
    writable(desk, saved, by=by, at=at)
    if key not in saved.content.carried:
        raise Stop(_("Câu này không còn trong dự thảo."), code=NOT_READ)
    content = replace(saved.content, seen=(*saved.content.seen, key))
    return keeping.save(saved, content, None, "seen", by=by, at=at)


def assign(desk: Desk, saved: Saved, title: str, name: str, *, by: int, at: datetime) -> Saved:
    """Give a section to an account that may write sections here; an empty name takes it back."""
    writable(desk, saved, by=by, at=at)
    owner = 0
    if name.strip():
        found = Account.objects.filter(name=name.strip()).first()
        if found is None or not _writes(found.id, saved, at):
            raise Stop(
                _("Không có tài khoản này, hoặc tài khoản không viết mục báo cáo ở đây."), code=NOT_READ
            )
        owner = int(found.id)
    return _with(saved, title, by=by, at=at, owner=owner, sent=False)


def send(desk: Desk, saved: Saved, title: str, sent: bool, *, by: int, at: datetime) -> Saved:
    """The section's office says it is ready, or takes it back."""
    one = _owned(saved, title)
    if one.owner != by:
        writable(desk, saved, by=by, at=at)
    desk.need(Action.WRITE_SECTION, by=by, at=at, organisation=saved.organisation)
    return _with(saved, title, by=by, at=at, sent=sent)


def _may_write(desk: Desk, saved: Saved, package: Package, place: int, *, by: int, at: datetime) -> None:
    titles = [s.title for s in sections(package.body, package.styles) if s.first <= place < s.last]
    mine = [one for one in saved.content.sections if one.owner == by and not one.sent and one.title in titles]
    if mine and saved.state == keeping.DRAFT:
        desk.need(Action.WRITE_SECTION, by=by, at=at, organisation=saved.organisation)
    else:
        writable(desk, saved, by=by, at=at)


def _writes(account: int, saved: Saved, at: datetime) -> bool:
    return allowed(account, Action.WRITE_SECTION, on=today(at), organisation=saved.organisation).yes


def _owned(saved: Saved, title: str) -> Owned:
    one = next((one for one in saved.content.sections if one.title == title), None)
    if one is None:
        raise Stop(_("Không thấy mục này trong dự thảo."), code=NOT_READ)
    return one


def _with(saved: Saved, title: str, *, by: int, at: datetime, **changes: int | bool) -> Saved:
    one = replace(_owned(saved, title), **changes)  # type: ignore[arg-type]
    parts = tuple(one if other.title == title else other for other in saved.content.sections)
    return keeping.save(saved, replace(saved.content, sections=parts), None, "section", by=by, at=at)
