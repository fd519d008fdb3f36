"""forms: Excel forms without the site: list, bind cell by cell, fill for any organisation, compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.judging import today
from thenchot.access.rights import Decision, Reach
from thenchot.files.forms import read_form, take_form
from thenchot.files.sheet_cells import Book, place_of, read_book
from thenchot.reports.forms import keeping
from thenchot.reports.forms.answers import State
from thenchot.reports.forms.binding import Binding, Bound, When
from thenchot.reports.forms.coming_back import compare as compared
from thenchot.reports.forms.filling import Cell, Filled
from thenchot.reports.forms.own.forms import FORMS
from thenchot.reports.forms.recognising import recognised
from thenchot.reports.forms.sums import checks
from thenchot.sealed.files import write_whole
from thenchot.surface.book import begins_on, not_kept
from thenchot.surface.forms import sending
from thenchot.surface.forms.asking import Asking, NotInTree, asking
from thenchot.surface.forms.below import below, offices
from thenchot.surface.forms.sending import Whole, code_of
from thenchot.surface.forms.words import SAID
from thenchot.surface.subjects import names_of

from . import asking as typed
from .closing import _standing
from .session import Session
from .troubles import NOT_READ, Stop

CELL = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>[A-Z]{1,3}[1-9]\d{0,6})=(?P<code>[^@]*)(?:@(?P<when>\w+))?\Z")
Organisation = Annotated[str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))]
Period = Annotated[
    str,
    typer.Option("--period", help=_("Kỳ: 2026, 2026-11, 11T2026, Q1-2026 …@ngày; không ghi: từ đầu năm.")),
]


def add(app: typer.Typer) -> None:
    """Put the group into the app."""
    group = typer.Typer(
        name="forms", help=_("Biểu Excel: nạp, nối ô, điền số liệu, so bản gửi lại."), no_args_is_help=True
    )
    group.command("list", help=_("Các biểu: của chương trình và đã nạp; các bản đã xuất."))(list_)
    group.command("bind", help=_("Nạp biểu mới, hoặc nối thêm ô của biểu đã nạp; in các ô đã nối."))(bind)
    group.command("fill", help=_("Điền biểu cho một tổ chức, một kỳ hoặc một lần chốt."))(fill)
    group.command("compare", help=_("So từng ô của tệp gửi lại với bản đã xuất."))(compare)
    app.add_typer(group, name="forms")


def list_(context: typer.Context) -> None:
    """Own forms by their short names, uploaded ones by their codes."""
    session: Session = context.obj
    reach = _reach(session)
    rows: list[dict[str, Any]] = [
        {"code": code, "name": str(one.name), "office": "", "version": "", "bound": ""}
        for code, one in FORMS.items()
    ]
    kept = keeping.of_organisations(offices(reach))
    names = names_of(one.organisation for one in kept)
    rows += [
        {"code": one.code, "name": one.binding.name, "office": names[one.organisation],
         "version": one.number, "bound": len(one.binding.cells)}
        for one in kept
    ]  # fmt: skip
    heads = {"code": _("Mã"), "name": _("Biểu"), "office": _("Cơ quan"), "version": _("Lần lưu"),
             "bound": _("Số ô đã nối")}  # fmt: skip
    session.listing(heads, rows)


def bind(
    context: typer.Context,
    form: Annotated[str, typer.Argument(metavar="FILE|CODE", help=_("Tệp .xlsx, hoặc mã biểu đã nạp."))],
    name: Annotated[str, typer.Option("--name", help=_("Tên biểu; không ghi: tên tệp."))] = "",
    cell: Annotated[
        list[str] | None,
        typer.Option(
            "--cell", metavar="CELL=CODE[@WHEN]", help=_("Nối một ô: C9=M16, 'Biểu 1!D9=M16@last_year'.")
        ),
    ] = None,
    organisation: Organisation = "",
) -> None:
    """A path that exists is a new form; anything else is the code of a kept one."""
    session: Session = context.obj
    by, path = session.me.id, Path(form)
    if path.is_file():
        office = typed.organisation(organisation, session.day)
        session.desk.need(Action.BIND_FORM, by=by, at=session.now, organisation=office)
        given = take_form(path)
        known = recognised(given.book, Binding.of(""), below(office, session.day))
        made = Binding.of(name or path.stem, known).with_(*(_cell(said, given.book) for said in cell or ()))
        code = f"{session.desk.mint.id():016x}"
        one = keeping.begin(code, office, made, given.data, by=by, at=session.now)
        session.say(_("Đã nạp biểu {code}.").format(code=one.code))
    else:
        one = _kept(session, form)
        session.desk.need(Action.BIND_FORM, by=by, at=session.now, organisation=one.organisation)
        book = read_form(one.file())
        anew = one.binding.with_(*(_cell(said, book) for said in cell or ()))
        if anew != one.binding:
            one = keeping.save(one, anew, by=by, at=session.now)
    titles = sending.all_titles()
    bound = [one.binding.cells[place] for place in sorted(one.binding.cells)]
    rows = [{**each.stored(), "is": titles.get(each.code, "")} for each in bound]
    heads = {"sheet": _("Trang tính"), "cell": _("Ô"), "code": _("Mã số liệu"), "is": _("Số liệu"),
             "title": _("Dòng tiêu đề"), "when": _("Kỳ")}  # fmt: skip
    session.listing(heads, rows)


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


def compare(
    context: typer.Context,
    sent: Annotated[str, typer.Argument(metavar="SERIAL", help=_("Số của bản đã xuất."))],
    given: Annotated[Path, typer.Argument(metavar="FILE", help=_("Tệp gửi lại (.xlsx)."))],
) -> None:
    """Which cells were changed, by how much; exit code 1 where any was."""
    session: Session = context.obj
    try:
        one = keeping.sent(sent)
    except LookupError:
        raise Stop(_("Không có bản xuất số {serial}.").format(serial=sent), code=NOT_READ) from None
    # It holds numbers as whoever exported it saw them.
    action = Action.SEE_FIGURES if one.account == session.me.id else Action.SEE_ROWS
    session.desk.need(action, by=session.me.id, at=session.now, organisation=one.organisation)
    found = compared(read_form(one.file()), take_form(given).book, ())
    rows = [
        {"cell": f"{each.sheet}!{each.cell}", "was": each.was, "now": each.now, "change": each.change,
         "formula": each.formula}
        for each in found.differences
    ]  # fmt: skip
    if session.json or rows:
        heads = {"cell": _("Ô"), "was": _("Đã xuất"), "now": _("Gửi lại"), "change": _("Tăng, giảm"),
                 "formula": _("Công thức")}  # fmt: skip
        session.listing(heads, rows)
    if found.missing:
        session.say(_("Thiếu trang tính: {names}.").format(names=", ".join(found.missing)))
    if found.added:
        session.say(_("Thêm trang tính: {names}.").format(names=", ".join(found.added)))
    session.say(
        _("Không ô nào thay đổi ({count} ô đã so).").format(count=found.compared)
        if found.unchanged
        else _("{count} ô khác với bản đã xuất.").format(count=len(rows))
    )
    if not found.unchanged:
        raise typer.Exit(1)


@contextmanager
def _filled(
    session: Session, form: str, organisation: str, period: str, closing: str
) -> Iterator[tuple[Filled, Asking, Whole, Decision]]:
    standing = _standing(closing) if closing else None
    said = period or f"{session.day.month}T{session.day.year}@{session.day.isoformat()}"
    asked_for = standing.period if standing else typed.period(said)
    if asked_for.data_to < begins_on():
        raise Stop(not_kept(_("Sổ")), code=NOT_READ)
    whose = standing.organisation if standing and not organisation else None
    subject = whose if whose is not None else typed.organisation(organisation, asked_for.data_to)
    who: dict[str, Any] = {"by": session.me.id, "at": session.now, "organisation": subject}
    decision = session.desk.need(Action.SEE_FIGURES, **who)
    rows, reach = session.desk.may(Action.SEE_ROWS, **who).yes, _reach(session)
    with asking(
        subject, asked_for, begins_on=begins_on(), sees_rows=rows, standing=standing,
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
    one = _kept(session, code)
    data = one.file()
    return data, read_form(data), one.binding, Whole(code, one.number, one.binding.name)


def _kept(session: Session, code: str) -> keeping.Kept:
    try:
        one = keeping.latest(code)
    except LookupError:
        one = None
    if one is None or one.organisation not in offices(_reach(session)):
        raise Stop(_("Không có biểu {code}. Xem: thenchot forms list").format(code=code), code=NOT_READ)
    return one


def _reach(session: Session) -> Reach:
    return Reach(session.me.id, today(session.now))


def _cell(said: str, book: Book) -> Bound:
    found = CELL.match(said.strip())
    sheets = [one.name for one in book.sheets if not one.hidden]
    known = found is not None and (found["when"] or When.THIS) in set(When)
    if not found or not known or (found["sheet"] or sheets[0]) not in sheets:
        why = _("“{text}” không phải cách nối ô. Ví dụ: C9=M16@last_year")
        raise Stop(why.format(text=said), code=NOT_READ)
    if found["code"] not in sending.all_titles():
        raise Stop(_("Không có số liệu {code}.").format(code=found["code"]), code=NOT_READ)
    return Bound(
        found["sheet"] or sheets[0], found["cell"], code=found["code"], when=When(found["when"] or When.THIS)
    )


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
