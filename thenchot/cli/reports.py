"""report: a draft from last period's Word file, filled, taken back, handed in; the issued files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Mode, State, Style
from thenchot.reports.word import outlining
from thenchot.snapshot.kept import KEPT
from thenchot.surface import (
    drafting,
    drafting_issue,
    drafting_numbers,
    drafting_outline,
    drafting_returned,
    drafting_review,
)
from thenchot.surface.drafting import Start
from thenchot.surface.drafting_numbers import Choice
from thenchot.surface.drafting_returned import Do
from thenchot.surface.drafting_words import NUMBERS, STATES

from . import asking, results
from .report_facts import facts, need_to_read
from .session import Session
from .troubles import NOT_READ, Stop

Code = Annotated[str, typer.Argument(metavar="DRAFT", help=gettext_lazy("Mã dự thảo."))]
Out = Annotated[Path | None, typer.Option("--out", help=gettext_lazy("Ghi tệp Word vào đây."))]


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
    _said(session, saved)


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


def show(context: typer.Context, code: Code) -> None:
    session: Session = context.obj
    _said(session, _draft(session, code))


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
    saved, who = _draft(session, code), {"by": session.me.id, "at": session.now}
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
    _said(session, saved)


def fill(context: typer.Context, code: Code, out: Out = None) -> None:
    """Bound numbers as they are counted now."""
    session: Session = context.obj
    saved = _draft(session, code)
    with KEPT.engine() as engine:
        saved, number = drafting_numbers.update(
            session.desk, engine, saved, by=session.me.id, at=session.now
        )  # fmt: skip
    session.say(ngettext("Đã cập nhật {n} số.", "Đã cập nhật {n} số.", number).format(n=number))
    _write(session, out, drafting_returned.exported(saved))
    if session.json:
        session.answer({"draft": saved.code, "saved": saved.number, "changed": number})


def take_back(
    context: typer.Context,
    code: Code,
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help=_("Bản Word đã sửa."))],
) -> None:
    session: Session = context.obj
    saved = drafting_returned.take_back(
        session.desk, _draft(session, code), file.read_bytes(), file.name, by=session.me.id, at=session.now
    )  # fmt: skip
    numbers, sentences = len(saved.content.returned), len(saved.content.reworded)
    session.say(_("Lãnh đạo sửa {numbers} số, {sentences} câu.").format(numbers=numbers, sentences=sentences))
    _said(session, saved)


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
            session.desk, engine, _draft(session, code), tag, Do(do), note=note, by=session.me.id,
            at=session.now,
        )  # fmt: skip
    _said(session, saved)


def issue(
    context: typer.Context,
    code: Code,
    out: Annotated[Path | None, typer.Option("--out", help=_("Thư mục ghi hai tệp đã ban hành."))] = None,
) -> None:
    """The first time it asks for the second person (`thenchot confirm`); then it gives the files."""
    session: Session = context.obj
    saved = _draft(session, code)
    if saved.state == keeping.ISSUED:
        for one in drafting_issue.issued(saved, session.desk.key.public_key()):
            _write(session, out and out / one.name, one.content)
        return
    if saved.state == keeping.ASKED:
        raise Stop(_("Đã trình duyệt, chờ người thứ hai xác nhận: thenchot confirm."))
    made = drafting_issue.submit(session.desk, saved, None, by=session.me.id, at=session.now)
    session.say(_("{n} số đã đổi theo số chốt.").format(n=made.changed))
    results.wait(session, [made.request])


def drop(context: typer.Context, code: Code) -> None:
    session: Session = context.obj
    saved = _draft(session, code)
    drafting_numbers.writable(session.desk, saved, by=session.me.id, at=session.now)
    keeping.drop(code)
    session.say(_("Đã bỏ dự thảo."))


def _outlined(session: Session, engine: Any, start: Start, outline: str, by: int) -> Saved:
    try:
        return drafting_outline.begin(session.desk, engine, start, outline, by=by, at=session.now)
    except LookupError:
        known = ", ".join(outlining.names())
        raise Stop(_("Không có đề cương này. Có: {names}.").format(names=known), code=NOT_READ) from None


def _draft(session: Session, code: str) -> Saved:
    try:
        saved = keeping.latest(code)
    except LookupError:
        raise Stop(_("Không có dự thảo mang mã này."), code=NOT_READ) from None
    need_to_read(session, saved.organisation)
    return saved


def _said(session: Session, saved: Saved) -> None:
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


def _write(session: Session, place: Path | None, data: bytes) -> None:
    """To the file that was named; an existing one is left alone."""
    if place is None:
        return
    if place.exists():
        raise Stop(_("Đã có tệp {name}; không ghi đè.").format(name=place), code=NOT_READ)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    session.say(_("Đã ghi {name}.").format(name=place))
