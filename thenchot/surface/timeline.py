"""The timeline of one subject: what stands, with what was corrected or withdrawn beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thenchot.ledger import reading
from thenchot.ledger.entries import WITHDRAW, Entry
from thenchot.ledger.fold import in_force

from .told import told


@dataclass(frozen=True)
class Line:
    """An entry, what it says, what became of it (nothing for what stands), and whether it stands."""

    entry: Entry
    text: str
    state: str
    stands: bool


def timeline(one: int, *, day: date, today: date, known: int | None = None) -> list[Line]:
    """Line by line in the order of the story, up to the end of the day; today what is to come too."""
    entries = [e for e in reading.entries(one) if known is None or e.seq <= known]
    standing = {e.seq for e in in_force(entries)}
    last = {e.root: e for e in entries}
    shown = [e for e in entries if e.effective_on <= day or day >= today]
    return [
        Line(e, told(e), _state(e, last[e.root], e.seq in standing, day), e.seq in standing)
        for e in sorted(shown, key=lambda e: (*e.order, e.seq))
        if not e.kind.startswith("law.")
    ]


def _state(entry: Entry, last: Entry, stands: bool, day: date) -> str:
    if stands:
        return _("sắp có hiệu lực") if entry.effective_on > day else ""
    if last.does == WITHDRAW:
        return (
            _("hủy bản ghi (ghi nhầm)")
            if entry.seq == last.seq
            else _("đã hủy bởi bản ghi {seq}").format(seq=last.seq)
        )
    return _("đã đính chính bởi bản ghi {seq}").format(seq=last.seq)
