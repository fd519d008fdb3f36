"""figures: numbers of any organisation and period, opened to rows, broken down, compared, balanced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.sources import Live, Source
from thenchot.snapshot.tree import AS_IT_WAS, RECAST
from thenchot.surface.book import begins_on, not_kept
from thenchot.surface.figures.asked import Asked
from thenchot.surface.subjects import names_of

from . import asking, figures_opened, figures_printed
from .closing_shown import standing
from .figures_printed import Question
from .session import Session
from .troubles import NOT_READ, Stop


def figures(
    context: typer.Context,
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", help=_("Mã số liệu; không ghi: tất cả."))
    ] = None,
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))
    ] = "",
    period: Annotated[
        str,
        typer.Option(
            "--period", help=_("Kỳ: 2026, 2026-11, 11T2026, Q1-2026 …@ngày; không ghi: từ đầu năm.")
        ),
    ] = "",
    rows: Annotated[bool, typer.Option("--rows", help=_("Mở thành từng dòng: số bằng số dòng."))] = False,
    by: Annotated[
        str, typer.Option("--by", metavar="A,B", help=_("Phân tổ theo một hoặc hai chiều: sex,age-band …"))
    ] = "",
    relations: Annotated[
        bool, typer.Option("--relations", help=_("Đối chiếu các số liệu với nhau."))
    ] = False,
    same_period: Annotated[bool, typer.Option("--same-period", help=_("So với cùng kỳ năm trước."))] = False,
    moved: Annotated[
        bool, typer.Option("--movement", help=_("Biểu tăng, giảm đảng viên, cân đối từng dòng."))
    ] = False,
    closing: Annotated[
        str, typer.Option("--closing", metavar="CODE", help=_("Chỉ đọc từ thư mục của lần chốt."))
    ] = "",
    known_by: Annotated[
        int | None, typer.Option("--known-by", metavar="SEQ", help=_("Theo sổ đến bản ghi số."))
    ] = None,
    as_it_was: Annotated[
        bool, typer.Option("--as-it-was", help=_("Theo tổ chức khi ấy, không theo tổ chức cuối kỳ."))
    ] = False,
    all_: Annotated[
        bool,
        typer.Option("--all", help=_("Mọi số liệu của tổ chức cao nhất ở mọi lần chốt, mới nhất trước.")),
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help=_("Danh mục số liệu và các chiều phân tổ."))] = False,
) -> None:
    """Everything a figure can say, in one command."""
    session: Session = context.obj
    if list_:
        figures_printed.catalogue(session, known(CATALOGUE, codes or []))
        return
    if all_:
        figures_printed.all_closings(session)
        return
    with _asked(session, codes or [], organisation, period, closing, known_by, as_it_was) as question:
        question.by = tuple(part for part in by.replace(" ", "").split(",") if part)
        if moved:
            figures_opened.movement(question, same_period)
        elif relations:
            figures_printed.relations(question)
        elif rows:
            for code in _countable(question):
                figures_opened.rows(question, code)
        elif question.by:
            for code in _countable(question):
                figures_opened.by(question, code)
        elif same_period:
            figures_printed.same_period(question)
        else:
            figures_printed.numbers(question)


@contextmanager
def _asked(
    session: Session,
    codes: list[str],
    organisation: str,
    period: str,
    closing: str,
    known_by: int | None,
    as_it_was: bool,
) -> Iterator[Question]:
    if closing:
        one = standing(closing)
        subject = asking.organisation(organisation, one.period.data_to) if organisation else one.organisation
        yield _permitted(session, Closed(one), subject, codes)
        return
    said = period or f"{session.day.month}T{session.day.year}@{session.day.isoformat()}"
    asked = asking.period(said)
    if asked.data_to < begins_on():
        raise Stop(not_kept(_("Sổ")), code=NOT_READ)
    subject = asking.organisation(organisation, asked.data_to)
    with session.progress(_("Mở số liệu")):
        engine = open_engine(asking.place(known_by))
    try:
        yield _permitted(session, Live(engine, asked, AS_IT_WAS if as_it_was else RECAST), subject, codes)
    finally:
        engine.close()


def _permitted(session: Session, source: Source, organisation: int, codes: list[str]) -> Question:
    who = {"by": session.me.id, "at": session.now, "organisation": organisation}
    session.desk.need(Action.SEE_FIGURES, **who)
    if not source.has(organisation):
        named = names_of([organisation])[organisation]
        raise Stop(_("{name} không có trong cây tổ chức của kỳ này.").format(name=named), code=NOT_READ)
    rows, names = (session.desk.may(action, **who).yes for action in (Action.SEE_ROWS, Action.SEE_NAMES))
    asked = Asked(source, organisation, sees_rows=rows, sees_names=names)
    return Question(session, asked, known(source.catalogue, codes))


def known(catalogue: Catalogue, codes: list[str]) -> list[str]:
    """Codes as declared, whatever their case; all where none is named."""
    declared = [*catalogue.figures, *catalogue.ratios, *catalogue.stated]
    by_name = {code.lower(): code for code in declared}
    if missing := [code for code in codes if code.lower() not in by_name]:
        raise Stop(
            _("Không có số liệu {codes}. Xem danh mục: thenchot figures --list").format(
                codes=", ".join(missing)
            ),
            code=NOT_READ,
        )
    return [by_name[code.lower()] for code in codes] or sorted(declared)


def _countable(question: Question) -> list[str]:
    catalogue, codes = question.asked.catalogue, question.codes
    found = [code for code in codes if code in catalogue.figures]
    if not found or len(found) < len(codes) <= 3:
        raise Stop(
            _("Chỉ số liệu đếm được mới mở thành dòng hoặc phân tổ; tỷ lệ và số nhập thì không."),
            code=NOT_READ,
        )
    if len(codes) > 20:
        raise Stop(_("Đề nghị ghi mã số liệu cần mở, ví dụ: thenchot figures M01 --rows"), code=NOT_READ)
    return found
