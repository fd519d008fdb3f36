"""The text of a draft: a line typed anew, a sentence of last period that is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from thenchot.access.desk import Desk
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import State
from thenchot.reports.word import controls
from thenchot.reports.word.editing import rewrite
from thenchot.reports.word.package import Package
from thenchot.reports.word.text import paragraphs
from thenchot.reports.word.whole import read

from ..troubles import NOT_READ, Stop
from .rights import may_write, writable

LONGEST = 4000  # letters of one line


def edit(desk: Desk, saved: Saved, place: str, text: str, *, by: int, at: datetime) -> Saved:
    """Another text for one line; `⟦n12⟧` stands for a number of it. Stop for a number that is not in it.

    Whoever drafts may edit any line; whoever a section was given to, the lines of that section.
    """
    package = Package.read(saved.file())
    lines = paragraphs(package.body)
    at_line = line_at(place, len(lines))
    may_write(desk, saved, read(package), at_line, by=by, at=at)
    clean = " ".join(text.split())[:LONGEST]
    if not rewrite(lines[at_line], clean):
        said = _("Ký hiệu số trong ngoặc ⟦ ⟧ phải là của chính đoạn này, mỗi ký hiệu một lần.")
        raise Stop(said, code=NOT_READ)
    there = {one.tag for one in controls.controls(package.body)}
    left = tuple(one for one in saved.content.numbers if one.tag in there or one.state is State.LOST)
    content = replace(saved.content, numbers=left)  # whoever takes a number out of a line means it
    return keeping.save(saved, content, package.bytes(), "edited", by=by, at=at)


def line_at(place: str, lines: int) -> int:
    """A paragraph by what an address or form says. Stop."""
    if not place.isdecimal() or len(place) > 6 or int(place) >= lines:
        raise Stop(_("Không thấy đoạn này trong dự thảo; có thể bản khác vừa được lưu."), code=NOT_READ)
    return int(place)


def keep_sentence(desk: Desk, saved: Saved, key: str, *, by: int, at: datetime) -> Saved:
    """A sentence of last period that still holds: it is not asked about again."""
    writable(desk, saved, by=by, at=at)
    if key not in saved.content.carried:
        raise Stop(_("Câu này không còn trong dự thảo."), code=NOT_READ)
    content = replace(saved.content, seen=(*saved.content.seen, key))
    return keeping.save(saved, content, None, "seen", by=by, at=at)
