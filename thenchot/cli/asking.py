"""What people type to ask: a day, a period, an organisation, a place in the book."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _

from thenchot.access.scope import is_top
from thenchot.ledger import reading
from thenchot.ledger.days import spoken
from thenchot.ledger.kinds import KINDS, ORGANISATION
from thenchot.snapshot.period import Period, parse_period

from . import subjects
from .session import Session
from .troubles import NOT_READ, Stop

SPOKEN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")


def day(text: str) -> date:
    """`21/11/2026` or `2026-11-21`."""
    said = text.strip()
    try:
        if found := SPOKEN.match(said):
            number, month, year = map(int, found.groups())
            return date(year, month, number)
        return date.fromisoformat(said)
    except ValueError:
        raise Stop(
            _("“{text}” không phải một ngày. Ghi 21/11/2026 hoặc 2026-11-21.").format(text=text),
            code=NOT_READ,
        ) from None


def period(text: str) -> Period:
    """`2026`, `2026-11`, `11T2026`, `Q1-2026`, `2026-01-01..2026-06-15`, each with `@2026-11-20`."""
    try:
        return parse_period(text)
    except ValueError:
        said = _(
            "“{text}” không phải một kỳ. Ghi 2026, 2026-11, 11T2026, Q1-2026, NK2025-10-01..2026-11-20 hoặc"
            " 2026-01-01..2026-06-15; thêm @2026-11-20 cho ngày số liệu tính đến."
        )
        raise Stop(said.format(text=text), code=NOT_READ) from None


def organisation(text: str, on: date) -> int:
    """By its code; the top of the book where nothing is said."""
    if not text:
        return top(on)
    found = subjects.subject(text)
    if sort_of(found) != ORGANISATION:
        raise subjects.Unknown(_("“{text}” không phải mã một tổ chức đảng.").format(text=text))
    return found


def top(on: date) -> int:
    """The organisation nothing in this book stands above."""
    rows = reading.rows(
        "SELECT DISTINCT e.subject FROM ledger_period e WHERE e.track = 'exists' AND e.subject NOT IN"
        " (SELECT p.subject FROM ledger_period p WHERE p.track = 'parent') ORDER BY e.subject"
    )
    tops = [one for (one,) in rows if sort_of(one) == ORGANISATION and is_top(one, on)]
    if len(tops) != 1:
        raise Stop(_("Sổ này không có đúng một tổ chức cao nhất; đề nghị ghi --organisation."), code=NOT_READ)
    return tops[0]


def sort_of(subject: int) -> str:
    """Person, organisation, body, place, account or installation, by the first entry about it."""
    found = reading.rows("SELECT kind FROM ledger_entry WHERE about = %s ORDER BY seq LIMIT 1", [subject])
    return KINDS[found[0][0]].subject if found and found[0][0] in KINDS else ""


def place(known_by: int | None) -> int | None:
    """A place in the book; nothing for the end of it."""
    if known_by is None or known_by >= reading.size():
        return None
    if known_by < 1:
        raise Stop(_("--known-by là số thứ tự của một bản ghi, từ 1."), code=NOT_READ)
    return known_by


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


def as_of(session: Session, text: str) -> date:
    """The day asked about; today where nothing is said."""
    return day(text) if text else session.day
