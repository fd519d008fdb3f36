"""forms fill: a form with the numbers of one organisation, of a period or a closing, as a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.rights import Decision
from thenchot.files.forms import read_form
from thenchot.files.sheets.cells import Book, place_of, read_book
from thenchot.reports.forms.answers import State
from thenchot.reports.forms.binding import Binding
from thenchot.reports.forms.filling import Cell, Filled
from thenchot.reports.forms.own.forms import FORMS
from thenchot.reports.forms.sums import checks
from thenchot.sealed.files import write_whole
from thenchot.surface.book import begins_on, not_kept
from thenchot.surface.forms import sending
from thenchot.surface.forms.asking import Asking, NotInTree, asking
from thenchot.surface.forms.sending import Whole, code_of
from thenchot.surface.forms.words import SAID
from thenchot.surface.subjects import names_of

from . import asking as typed
from .closing_shown import standing
from .forms_kept import Organisation, form_of, reach_of
from .session import Session
from .troubles import NOT_READ, Stop

Period = Annotated[
    str,
    typer.Option("--period", help=_("Kỳ: 2026, 2026-11, 11T2026, Q1-2026 …@ngày; không ghi: từ đầu năm.")),
]


def fill(
    context: typer.Context,
    form: Annotated[str, typer.Argument(metavar="CODE", help=_("Mã biểu, xem: thenchot forms list."))],
    out: Annotated[Path, typer.Option("--out", metavar="OUT.xlsx", help=_("Ghi biểu đã điền ra đây."))],
    organisation: Organisation = "",
    period: Period = "",
    closing: Annotated[str, typer.Option("--closing", metavar="CODE", help=_("Điền từ lần chốt."))] = "",
    annex: Annotated[
        Path | None, typer.Option("--annex", metavar="OUT.xlsx", help=_("Ghi nguồn của từng ô ra đây."))
    ] = None,
) -> None:
    """Exported with a serial: it stands in the viewing log and can be compared when it comes back."""
    session: Session = context.obj
    with _filled(session, form, organisation, period, closing) as (filled, asked, whole, decision):
        sent = sending.send(filled, asked, whole, session.desk, decision, by=session.me.id, at=session.now)
        write_whole(out, [sent.file()], mode=0o644)
        if annex is not None:
            write_whole(annex, [sending.explained(filled, asked, _address)], mode=0o644)
        _say(session, filled, asked, sent.serial, out)


@contextmanager
def _filled(
    session: Session, form: str, organisation: str, period: str, closing: str
) -> Iterator[tuple[Filled, Asking, Whole, Decision]]:
    chosen = standing(closing) if closing else None
    said = period or f"{session.day.month}T{session.day.year}@{session.day.isoformat()}"
    asked_for = chosen.period if chosen else typed.period(said)
    if asked_for.data_to < begins_on():
        raise Stop(not_kept(_("Sổ")), code=NOT_READ)
    whose = chosen.organisation if chosen and not organisation else None
    subject = whose if whose is not None else typed.organisation(organisation, asked_for.data_to)
    who: dict[str, Any] = {"by": session.me.id, "at": session.now, "organisation": subject}
    decision = session.desk.need(Action.SEE_FIGURES, **who)
    rows, reach = session.desk.may(Action.SEE_ROWS, **who).yes, reach_of(session)
    with asking(
        subject, asked_for, begins_on=begins_on(), sees_rows=rows, standing=chosen,
        may=lambda one: reach.among(Action.SEE_FIGURES, [one]).yes,
    ) as asked:  # fmt: skip
        try:
            asked.names  # noqa: B018 (whoever is not in the tree has no form)
        except NotInTree:
            named = names_of([subject])[subject]
            raise Stop(
                _("{name} không có trong cây tổ chức của kỳ này.").format(name=named), code=NOT_READ
            ) from None
        data, book, binding, whole = _opened(session, form, len(asked.children))
        yield asked.fill(data, book, binding), asked, whole, decision


def _opened(session: Session, code: str, children: int) -> tuple[bytes, Book, Binding, Whole]:
    if code in FORMS:
        data, binding = FORMS[code].make(children)
        return data, read_book(data), binding, Whole(code, 0, str(FORMS[code].name))
    one = form_of(session, code)
    data = one.file()
    return data, read_form(data), one.binding, Whole(code, one.number, one.binding.name)


def _address(cell: Cell) -> str:
    """The command that opens the rows of a number."""
    answer, code = cell.answer, cell.bound.code
    if answer.organisation is None or answer.period is None:
        return ""
    asked = f"--organisation {answer.organisation} --period {code_of(answer.period)}"
    return f"thenchot figures {asked} --movement" if code.startswith("move.") else (
        f"thenchot figures {code} {asked} --rows"
    )  # fmt: skip


def _say(session: Session, filled: Filled, asked: Asking, serial: str, out: Path) -> None:
    found = checks(filled, asked.source.catalogue)
    unmet = [one for one in found if not one.meets]
    unequal = [one for one in filled.compared if not one.meets]
    without = filled.without(*(state for state in State if state in SAID))
    if session.json:
        session.answer({
            "serial": serial, "file": str(out), "cells": len(filled.cells), "sums": len(found),
            "unmet": [one.place for one in unmet], "formulas": len(filled.compared),
            "unequal": [one.place for one in unequal],
            "without": [(*one.place, str(one.answer.state)) for one in without],
            "hidden": len(filled.without(State.HIDDEN)),
            "not_computed": [place for place, _what in _unknown(filled)],
        })  # fmt: skip
        return
    session.say(_("Đã ghi {file}, bản số {serial}.").format(file=out, serial=serial))
    for one in unequal:
        session.say(
            _("Ô {cell} chưa khớp: công thức {computed}, số liệu {figure}.").format(
                cell=one.place[1], computed=one.computed, figure=one.figure
            )
        )
    for check in unmet:
        session.say(
            _("Ô {cell} chưa khớp: {whole}, cộng được {added}.").format(
                cell=check.place[1], whole=check.whole, added=check.added
            )
        )
    for cell in without[:20]:
        session.say(_("Ô {cell}: {why}.").format(cell=cell.bound.cell, why=SAID[cell.answer.state]))
    for place, what in _unknown(filled)[:20]:
        session.say(_("công thức ở ô {cell} chưa tính lại được ở đây ({what})").format(cell=place, what=what))


def _unknown(filled: Filled) -> list[tuple[str, str]]:
    found = filled.computed.unknown.items()
    return [(f"{sheet}!{place_of(row, column)}", what) for (sheet, row, column), what in found]
