"""report bind, fill, settle: the numbers of a draft, up to date, settled after a leader's edits."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thenchot.reports.drafts.shapes import Mode, Style
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import numbers as drafting_numbers
from thenchot.surface.drafting import returned as drafting_returned
from thenchot.surface.drafting.numbers import Choice
from thenchot.surface.drafting.returned import Do

from .report_shown import Code, draft_of, say, write
from .session import Session
from .troubles import NOT_READ, Stop

Out = Annotated[Path | None, typer.Option("--out", help=gettext_lazy("Ghi tệp Word vào đây."))]


def bind(
    context: typer.Context,
    code: Code,
    tag: Annotated[str, typer.Argument(metavar="NUMBER", help=_("Ký hiệu của số: n1, n2 …"))] = "",
    figure: Annotated[str, typer.Option("--figure", help=_("Mã số liệu."))] = "",
    mode: Annotated[str, typer.Option("--of", help=_("Của kỳ: this, cumulative, previous, …"))] = "this",
    style: Annotated[
        str, typer.Option("--print", help=_("Cách in: exact, over, share, x_of_y, average."))
    ] = "exact",
    base: Annotated[str, typer.Option("--base", help=_("Mã số gốc."))] = "",
    period: Annotated[str, typer.Option("--period", help=_("Kỳ khác, ghi rõ."))] = "",
    all_: Annotated[bool, typer.Option("--all", help=_("Nhận mọi gợi ý đầu tiên."))] = False,
) -> None:
    session: Session = context.obj
    saved, who = draft_of(session, code), {"by": session.me.id, "at": session.now}
    with KEPT.engine() as engine:
        if all_:
            tags = [one.tag for one in saved.content.numbers]
            saved, number = drafting_numbers.accept(session.desk, engine, saved, tags, **who)
            session.say(ngettext("Đã gắn {n} số.", "Đã gắn {n} số.", number).format(n=number))
        else:
            if mode not in set(Mode) or style not in set(Style) or not figure:
                raise Stop(_("Cần --figure, --of và --print đúng như trong --help."), code=NOT_READ)
            choice = Choice(figure, Mode.OTHER if period else Mode(mode), Style(style), base, period=period)
            saved = drafting_numbers.bind(session.desk, engine, saved, tag, choice, **who)
    say(session, saved)


def fill(context: typer.Context, code: Code, out: Out = None) -> None:
    """Bound numbers as they are counted now."""
    session: Session = context.obj
    saved = draft_of(session, code)
    with KEPT.engine() as engine:
        saved, number = drafting_numbers.update(
            session.desk, engine, saved, by=session.me.id, at=session.now
        )  # fmt: skip
    session.say(ngettext("Đã cập nhật {n} số.", "Đã cập nhật {n} số.", number).format(n=number))
    write(session, out, drafting_returned.exported(saved))
    if session.json:
        session.answer({"draft": saved.code, "saved": saved.number, "changed": number})


def settle(
    context: typer.Context,
    code: Code,
    tag: Annotated[str, typer.Argument(metavar="NUMBER")],
    do: Annotated[str, typer.Argument(metavar="keep|round|back")],
    note: Annotated[str, typer.Option("--note", help=_("Ghi chú khi giữ như sửa."))] = "",
) -> None:
    session: Session = context.obj
    if do not in set(Do):
        raise Stop(_("Chọn keep, round hoặc back."), code=NOT_READ)
    with KEPT.engine() as engine:
        saved = drafting_returned.settle(
            session.desk, engine, draft_of(session, code), tag, Do(do), note=note, by=session.me.id,
            at=session.now,
        )  # fmt: skip
    say(session, saved)
