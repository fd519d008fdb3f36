"""A draft as commands show it: its numbers, what is to be looked at, its files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import State
from thenchot.surface.drafting import review as drafting_review
from thenchot.surface.drafting.words import NUMBERS

from .report_facts import need_to_read
from .session import Session
from .troubles import NOT_READ, Stop

Code = Annotated[str, typer.Argument(metavar="DRAFT", help=gettext_lazy("Mã dự thảo."))]


def show(context: typer.Context, code: Code) -> None:
    session: Session = context.obj
    say(session, draft_of(session, code))


def draft_of(session: Session, code: str) -> Saved:
    """The draft as it stands. Stop, NotAllowed."""
    try:
        saved = keeping.latest(code)
    except LookupError:
        raise Stop(_("Không có dự thảo mang mã này."), code=NOT_READ) from None
    need_to_read(session, saved.organisation)
    return saved


def say(session: Session, saved: Saved) -> None:
    """The numbers, then what is to be looked at."""
    if session.json:
        session.answer(_as_json(saved))
        return
    session.say(_("Dự thảo {code}, bản lưu {number}.").format(code=saved.code, number=saved.number))
    rows = [
        (one.tag, one.printed, one.before, one.figure or _offer(one), str(NUMBERS[one.state]))
        for one in saved.content.numbers
        if one.state is not State.PLAIN
    ]
    heads = (_("Số"), _("In"), _("Kỳ trước in"), _("Số liệu"), _("Trạng thái"))
    session.table(heads, rows)
    for one in drafting_review.to_review(saved):
        session.say(f"! {drafting_review.words(one)}")


def write(session: Session, place: Path | None, data: bytes) -> None:
    """To the file that was named; an existing one is left alone."""
    if place is None:
        return
    if place.exists():
        raise Stop(_("Đã có tệp {name}; không ghi đè.").format(name=place), code=NOT_READ)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    session.say(_("Đã ghi {name}.").format(name=place))


def _offer(one: Any) -> str:
    return f"{one.offers[0][0]}?" if one.offers else ""


def _as_json(saved: Saved) -> dict[str, Any]:
    return {
        "draft": saved.code, "saved": saved.number, "state": saved.state, "closing": saved.closing,
        "numbers": [
            {"number": one.tag, "printed": one.printed, "before": one.before, "figure": one.figure,
             "of": str(one.mode), "state": str(one.state), "offers": [list(offer) for offer in one.offers]}
            for one in saved.content.numbers
        ],
        "to_review": [drafting_review.words(one) for one in drafting_review.to_review(saved)],
        "returned": list(saved.content.returned),
    }  # fmt: skip
