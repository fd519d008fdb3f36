"""report: a draft from last period's Word file, filled, taken back, handed in; the issued files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.word import outlining
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import issue as drafting_issue
from thenchot.surface.drafting import making as drafting
from thenchot.surface.drafting import outline as drafting_outline
from thenchot.surface.drafting import pdf as drafting_pdf
from thenchot.surface.drafting import returned as drafting_returned
from thenchot.surface.drafting import rights as drafting_rights
from thenchot.surface.drafting.making import Start
from thenchot.surface.drafting.words import STATES

from . import asking, results
from .report_facts import facts, need_to_read
from .report_numbers import bind, fill, settle
from .report_shown import Code, draft_of, say, show, write
from .session import Session
from .troubles import NOT_READ, Stop


def add(app: typer.Typer) -> None:
    """Put `report` and what stands under it into the app."""
    group = typer.Typer(
        help=_("Báo cáo: dự thảo từ tệp Word kỳ trước, cập nhật số liệu, nhận lại, trình duyệt."),
        no_args_is_help=True,
    )
    for name, command, said in (
        ("draft", draft, _("Lập dự thảo từ báo cáo kỳ trước, hoặc từ đề cương có sẵn.")),
        ("list", list_, _("Các dự thảo và báo cáo của một tổ chức.")),
        ("show", show, _("Các con số của một dự thảo và những điều cần xem lại.")),
        ("bind", bind, _("Gắn một số với số liệu; --all nhận mọi gợi ý đầu tiên.")),
        ("fill", fill, _("Cập nhật số liệu và xuất Word.")),
        ("take-back", take_back, _("Nhận lại bản Word đã sửa.")),
        ("settle", settle, _("Xử lý một số đã sửa: keep, round hoặc back.")),
        ("issue", issue, _("Trình duyệt; sau khi người thứ hai xác nhận thì lấy tệp đã ban hành.")),
        ("pdf", pdf, _("Lưu báo cáo thành PDF, khi máy có LibreOffice.")),
        ("drop", drop, _("Bỏ một dự thảo chưa trình.")),
        ("facts", facts, _("Đọc và kiểm chữ ký phụ lục nguồn số liệu; so với tệp báo cáo.")),
    ):
        group.command(name, help=said)(command)
    app.add_typer(group, name="report")


def draft(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE.docx", help=_("Báo cáo kỳ trước."))] = None,
    period: Annotated[str, typer.Option("--period", help=_("Kỳ: 2026-11@2026-11-20, 11T2026, 2026 …"))] = "",
    organisation: Annotated[str, typer.Option("--organisation", help=_("Mã tổ chức."))] = "",
    before: Annotated[str, typer.Option("--before", help=_("Kỳ của tệp; không ghi: kỳ liền trước."))] = "",
    term: Annotated[str, typer.Option("--term", help=_("Ngày đầu nhiệm kỳ."))] = "",
    title: Annotated[str, typer.Option("--title", help=_("Tên gọi."))] = "",
    receiver: Annotated[str, typer.Option("--to", help=_("Gửi đến."))] = "",
    line: Annotated[str, typer.Option("--line", help=_("Ngành: office, organising, …"))] = "",
    outline: Annotated[str, typer.Option("--outline", help=_("Đề cương: giua-nhiem-ky, thang."))] = "",
) -> None:
    """The numbers are found and offered; nothing is bound before somebody says so."""
    session: Session = context.obj
    if not period or (file is None) == (not outline):
        raise Stop(_("Cần --period, và một tệp Word hoặc --outline."), code=NOT_READ)
    asked = asking.period(period)
    start = Start(
        asking.organisation(organisation, asked.data_to), asked, period, title=title, receiver=receiver,
        line=line, term_first=asking.day(term) if term else None,
        before=asking.period(before) if before else None,
    )  # fmt: skip
    by = session.me.id
    with session.progress(_("Đọc và đếm")), KEPT.engine() as engine:
        if file is not None:
            data = file.read_bytes()
            saved = drafting.begin(
                session.desk, engine, start, data, file.name, by=by, at=session.now
            )  # fmt: skip
        else:
            saved = _outlined(session, engine, start, outline, by)
    say(session, saved)


def list_(
    context: typer.Context,
    organisation: Annotated[str, typer.Option("--organisation", help=_("Mã tổ chức."))] = "",
) -> None:
    session: Session = context.obj
    place = asking.organisation(organisation, session.day)
    need_to_read(session, place)
    rows = [
        {
            "draft": one.code, "period": one.period.words(), "state": str(STATES[one.state]),
            "saved": one.number, "title": one.content.title,
        }
        for one in keeping.of_organisations([place])
    ]  # fmt: skip
    heads = {"draft": _("Dự thảo"), "period": _("Kỳ"), "state": _("Trạng thái"), "saved": _("Bản lưu"),
             "title": _("Tên gọi")}  # fmt: skip
    session.listing(heads, rows)


def take_back(
    context: typer.Context,
    code: Code,
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help=_("Bản Word đã sửa."))],
) -> None:
    session: Session = context.obj
    saved = drafting_returned.take_back(
        session.desk, draft_of(session, code), file.read_bytes(), file.name, by=session.me.id, at=session.now
    )  # fmt: skip
    numbers, sentences = len(saved.content.returned), len(saved.content.reworded)
    session.say(_("Lãnh đạo sửa {numbers} số, {sentences} câu.").format(numbers=numbers, sentences=sentences))
    say(session, saved)


def issue(
    context: typer.Context,
    code: Code,
    out: Annotated[Path | None, typer.Option("--out", help=_("Thư mục ghi hai tệp đã ban hành."))] = None,
) -> None:
    """The first time it asks for the second person (`thenchot confirm`); then it gives the files."""
    session: Session = context.obj
    saved = draft_of(session, code)
    if saved.state == keeping.ISSUED:
        for one in drafting_issue.issued(saved, session.desk.key.public_key()):
            write(session, out and out / one.name, one.content)
        return
    if saved.state == keeping.ASKED:
        raise Stop(_("Đã trình duyệt, chờ người thứ hai xác nhận: thenchot confirm."))
    made = drafting_issue.submit(session.desk, saved, None, by=session.me.id, at=session.now)
    session.say(_("{n} số đã đổi theo số chốt.").format(n=made.changed))
    results.wait(session, [made.request])


def pdf(
    context: typer.Context,
    code: Code,
    out: Annotated[Path, typer.Option("--out", help=_("Tệp PDF sẽ ghi."))],
) -> None:
    session: Session = context.obj
    saved = draft_of(session, code)
    write(session, out, drafting_pdf.as_pdf(saved, session.desk.key.public_key()))


def drop(context: typer.Context, code: Code) -> None:
    session: Session = context.obj
    saved = draft_of(session, code)
    drafting_rights.writable(session.desk, saved, by=session.me.id, at=session.now)
    keeping.drop(code)
    session.say(_("Đã bỏ dự thảo."))


def _outlined(session: Session, engine: Any, start: Start, outline: str, by: int) -> Saved:
    try:
        return drafting_outline.begin(session.desk, engine, start, outline, by=by, at=session.now)
    except LookupError:
        known = ", ".join(outlining.names())
        raise Stop(_("Không có đề cương này. Có: {names}.").format(names=known), code=NOT_READ) from None
