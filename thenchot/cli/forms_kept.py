"""The uploaded forms an account may use from the command line."""

from __future__ import annotations

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.access.judging import today
from thenchot.access.rights import Reach
from thenchot.reports.forms import keeping
from thenchot.surface.forms.below import offices

from .session import Session
from .troubles import NOT_READ, Stop

Organisation = Annotated[str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))]


def form_of(session: Session, code: str) -> keeping.Kept:
    """An uploaded form of one's office or of one above. Stop."""
    try:
        one = keeping.latest(code)
    except LookupError:
        one = None
    if one is None or one.organisation not in offices(reach_of(session)):
        raise Stop(_("Không có biểu {code}. Xem: thenchot forms list").format(code=code), code=NOT_READ)
    return one


def reach_of(session: Session) -> Reach:
    return Reach(session.me.id, today(session.now))
