"""forms: Excel forms without the site: list, bind cell by cell, fill for any organisation, compare."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.files.forms import read_form, take_form
from thenchot.files.sheets.cells import Book
from thenchot.reports.forms import keeping
from thenchot.reports.forms.binding import Binding, Bound, When
from thenchot.reports.forms.coming_back import compare as compared
from thenchot.reports.forms.own.forms import FORMS
from thenchot.reports.forms.recognising import recognised
from thenchot.surface.forms import sending
from thenchot.surface.forms.below import below, offices
from thenchot.surface.subjects import names_of

from . import asking as typed
from .forms_filled import fill
from .forms_kept import Organisation, form_of, reach_of
from .session import Session
from .troubles import NOT_READ, Stop

CELL = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>[A-Z]{1,3}[1-9]\d{0,6})=(?P<code>[^@]*)(?:@(?P<when>\w+))?\Z")


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
    reach = reach_of(session)
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
        one = form_of(session, form)
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
