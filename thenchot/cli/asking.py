"""What people type to ask: a day, a period, an organisation, a place in the book."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _

from thenchot.ledger import reading
from thenchot.ledger.kinds import ORGANISATION
from thenchot.snapshot.period import Period, parse_period
from thenchot.surface import subjects
from thenchot.surface.book import sort_of, tops

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


def place(known_by: int | None) -> int | None:
    """A place in the book; nothing for the end of it."""
    if known_by is None or known_by >= reading.size():
        return None
    if known_by < 1:
        raise Stop(_("--known-by là số thứ tự của một bản ghi, từ 1."), code=NOT_READ)
    return known_by


def as_of(session: Session, text: str) -> date:
    """The day asked about; today where nothing is said."""
    return day(text) if text else session.day


def top(on: date) -> int:
    """The organisation nothing in this book stands above."""
    found = tops(on)
    if len(found) != 1:
        raise Stop(_("Sổ này không có đúng một tổ chức cao nhất; đề nghị ghi --organisation."), code=NOT_READ)
    return found[0]
