"""The book as a whole: where it begins, what stands at its top, of which sort a subject is."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from thenchot.access.scope import is_top
from thenchot.ledger import reading
from thenchot.ledger.days import spoken
from thenchot.ledger.kinds import KINDS, ORGANISATION


def tops(on: date) -> list[int]:
    """The organisations nothing in this book stands above; a whole book has one."""
    rows = reading.rows(
        "SELECT DISTINCT e.subject FROM ledger_period e WHERE e.track = 'exists' AND e.subject NOT IN"
        " (SELECT p.subject FROM ledger_period p WHERE p.track = 'parent') ORDER BY e.subject"
    )
    return [one for (one,) in rows if sort_of(one) == ORGANISATION and is_top(one, on)]


def sort_of(subject: int) -> str:
    """Person, organisation, body, place, account or installation, by the first entry about it."""
    found = reading.rows("SELECT kind FROM ledger_entry WHERE about = %s ORDER BY seq LIMIT 1", [subject])
    return KINDS[found[0][0]].subject if found and found[0][0] in KINDS else ""


def begins_on() -> date:
    """The day the book begins."""
    founding = reading.founding()
    assert founding is not None
    return date.fromisoformat(founding.value("begins_on") or "")


def not_kept(what: str) -> str:
    """The sentence for a day before the book."""
    return _("{what} bắt đầu ghi sổ từ {day}. Trước ngày này không có số liệu (chưa ghi sổ).").format(
        what=what, day=spoken(begins_on())
    )
