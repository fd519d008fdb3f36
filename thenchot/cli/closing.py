"""close: lập biểu → soát → duyệt → nộp → nhận | trả lại."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.access.actions import Action
from thenchot.access.judging import today
from thenchot.snapshot.closing import actions, listing
from thenchot.snapshot.closing.events import Line, Why
from thenchot.snapshot.closing.lacking import all_named, asked_of
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.registered import EXECUTOR
from thenchot.surface.closings import send_back

from . import asking, mending, results
from .closing_shown import Code, as_json, list_, movement, show, standing, title, verify
from .session import Session
from .troubles import NOT_READ, Stop

Reason = Annotated[
    str, typer.Option("--why", help=gettext_lazy("Vì sao thay thế: recorded_late, corrected, …"))
]


def add(app: typer.Typer) -> None:
    """Put `close` and what stands under it into the app."""
    mending.add()
    group = typer.Typer(
        help=_("Chốt số liệu: lập biểu, soát, duyệt, nộp, nhận, trả lại."), no_args_is_help=True
    )
    for name, command, said in (
        ("prepare", prepare, _("Lập biểu: đếm mọi số liệu của kỳ và ghi thành thư mục.")),
        ("review", review, _("Soát xong.")),
        ("approve", approve, _("Duyệt: chốt và ký; người duyệt không phải người lập.")),
        ("submit", submit, _("Nộp lên cấp trên.")),
        ("receive", receive, _("Cấp trên nhận.")),
        ("return", return_, _("Cấp trên trả lại, kèm một câu và số liệu hoặc tổ chức liên quan.")),
        ("replace", replace, _("Chốt thay thế: lần chốt trước vẫn giữ nguyên.")),
        ("drop", drop, _("Bỏ một biểu chưa duyệt.")),
        ("list", list_, _("Các lần chốt của một tổ chức.")),
        ("show", show, _("Một lần chốt: ai làm bước nào, còn gì cần xem lại, các số liệu.")),
        ("movement", movement, _("Số nào thay đổi giữa hai lần chốt.")),
        ("verify", verify, _("Kiểm chữ ký, từng dòng và đếm lại từ thư mục của lần chốt.")),
    ):
        group.command(name, help=said)(command)
    app.add_typer(group, name="close")


def prepare(
    context: typer.Context,
    period: Annotated[str, typer.Option("--period", help=_("Kỳ: 2026, 2026-11, 11T2026, Q1-2026 …@ngày."))],
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))
    ] = "",
    line: Annotated[str, typer.Option("--line", help=_("Ngành: office, organising, inspection, …"))] = "",
    replaces: Annotated[str, typer.Option("--replaces", help=_("Mã lần chốt được thay thế."))] = "",
    why: Reason = "",
) -> None:
    """Takes a few seconds: everything is counted once."""
    session: Session = context.obj
    asked = asking.period(period)
    subject = asking.organisation(organisation, asked.data_to)
    by = session.me.id
    with session.progress(_("Đếm số liệu")):
        code = actions.prepare(
            session.desk, subject, asked, by=by, at=session.now, line=_of(Line, line), replaces=replaces or None,
            why=_of(Why, why),
        )  # fmt: skip
    _said(session, listing.standing(code))


def replace(context: typer.Context, code: Code, why: Reason, period: Annotated[
    str, typer.Option("--period", help=_("Chỉ để đổi ngày số liệu tính đến."))] = "") -> None:  # fmt: skip
    """A new closing of the same period; both stay."""
    session: Session = context.obj
    by, asked = session.me.id, asking.period(period) if period else None
    standing(code)
    with session.progress(_("Đếm số liệu")):
        made = actions.replace(session.desk, code, _of(Why, why), by=by, at=session.now, period=asked)
    _said(session, listing.standing(made))


def review(context: typer.Context, code: Code) -> None:
    """By another person where the office has one."""
    _step(context, actions.review, code)


def approve(
    context: typer.Context,
    code: Code,
    lacking: Annotated[
        bool, typer.Option("--lacking", help=_("Chốt thiếu: các đơn vị chưa xác nhận được ký và in kèm."))
    ] = False,
) -> None:
    """A confirmer closes at once; the office asks for one."""
    session: Session = context.obj
    one, by = standing(code), session.me.id
    missing = asked_of(one.organisation, one.period, today(session.now))
    without = missing.units if missing and lacking else ()
    all_named(code, missing, without)
    may = session.desk.may
    if may(Action.CONFIRM, by=by, at=session.now, organisation=one.organisation).yes:
        done = actions.approve(session.desk, code, by=by, at=session.now, without=without)
        _said(session, done)
        return
    asked = session.desk.ask(
        Action.APPROVE_CLOSING, by=by, at=session.now, organisation=one.organisation, executor=EXECUTOR,
        payload={"code": code, "without": [str(unit) for unit in without]},
    )  # fmt: skip
    results.wait(session, [asked])


def submit(context: typer.Context, code: Code) -> None:
    """What was returned may be submitted again as it is."""
    _step(context, actions.submit, code)


def receive(context: typer.Context, code: Code) -> None:
    """From above; the top of the book answers for its superior."""
    _step(context, actions.receive, code)


def return_(
    context: typer.Context,
    code: Code,
    sentence: Annotated[str, typer.Option("--sentence", help=_("Một câu: chưa khớp ở đâu, đề nghị làm gì."))],
    figure: Annotated[str, typer.Option("--figure", help=_("Mã số liệu liên quan."))] = "",
    concerns: Annotated[str, typer.Option("--concerns", help=_("Mã tổ chức liên quan."))] = "",
) -> None:
    """The sentence is sealed; the unit sees it as its first line."""
    session: Session = context.obj
    one = standing(code)
    about = asking.organisation(concerns, one.period.data_to) if concerns else None
    done = send_back(
        session.desk, one, sentence, by=session.me.id, at=session.now, figure=figure, concerns=about
    )
    _said(session, done)


def drop(context: typer.Context, code: Code) -> None:
    """Nothing closed is dropped."""
    session: Session = context.obj
    standing(code)
    actions.drop(session.desk, code, by=session.me.id, at=session.now)
    session.say(_("Đã bỏ biểu {code}.").format(code=code))


def _step(context: typer.Context, action: Any, code: str) -> None:
    session: Session = context.obj
    standing(code)
    _said(session, action(session.desk, code, by=session.me.id, at=session.now))


def _said(session: Session, one: Standing) -> None:
    session.desk.seal_the_day(session.now)
    if session.json:
        session.answer(as_json(one))
        return
    title(session, one)


def _of(kind: Any, text: str) -> Any:
    if not text:
        return None
    try:
        return kind(text)
    except ValueError:
        raise Stop(
            _("“{text}” không thuộc danh mục: {known}.").format(text=text, known=", ".join(kind)),
            code=NOT_READ,
        ) from None
