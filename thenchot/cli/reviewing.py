"""review: somebody has looked again at what was recorded against a rule, as on the paper."""

from __future__ import annotations

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.law.review_events import Outcome
from thenchot.ledger import reading
from thenchot.ledger.entries import Entry
from thenchot.ledger.writing import Draft
from thenchot.surface import words
from thenchot.surface.reviews import answers
from thenchot.surface.together import book_held

from . import results
from .session import Session
from .troubles import NOT_READ, Stop


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command("review", help=_("Giải quyết mọi mục cần xem lại của một bản ghi."))(review)


def review(
    context: typer.Context,
    seq: Annotated[int, typer.Argument(metavar="ENTRY", help=_("Số bản ghi, như `show --to-review` nêu."))],
    outcome: Annotated[
        str,
        typer.Option(
            "--outcome",
            help=_(
                "Kết quả: as_on_paper (đúng như văn bản), corrected (đã đính chính),"
                " paper_changed (văn bản đã thay)."
            ),
        ),
    ],
) -> None:
    session: Session = context.obj
    if outcome not in list(Outcome):
        said = _("“{text}” không có trong danh mục: {listed}.")
        raise Stop(said.format(text=outcome, listed=", ".join(Outcome)), code=NOT_READ)
    by = session.me.id
    with book_held():
        entry = _entry(seq)
        act_set = session.desk.mint.id()
        drafts = [Draft(act, act_set) for act in answers(entry, Outcome(outcome), session.day)]
        if not drafts:
            raise Stop(_("Bản ghi số {seq} không có mục nào cần xem lại.").format(seq=seq))
        done = session.desk.record(drafts, by=by, at=session.now)
    results.say(session, done)


def _entry(seq: int) -> Entry:
    try:
        return reading.entry(seq)
    except (LookupError, OverflowError):
        raise Stop(str(words.NO_SUCH_ENTRY).format(seq=seq), code=NOT_READ) from None
