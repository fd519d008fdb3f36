"""national: the member list of the national database beside the book, and a file to try it with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access import personal
from thenchot.access.actions import Action
from thenchot.access.log import Reason
from thenchot.access.requests import Request
from thenchot.access.rights import Reach
from thenchot.demo import national_file as made
from thenchot.exchange.national import lines, uploads
from thenchot.exchange.national.ours import members
from thenchot.ledger.events import Mode
from thenchot.sealed.files import write_whole
from thenchot.surface import together
from thenchot.surface.national import acts as national_acts
from thenchot.surface.national import file as writing
from thenchot.surface.national import held as national
from thenchot.surface.national import lines as national_lines
from thenchot.surface.national import said as national_said
from thenchot.surface.national import words as words
from thenchot.surface.national.held import Clerk, Look

from . import asking, results
from .session import Session
from .troubles import NOT_READ, Stop

MOST = 60  # rows printed
File = Annotated[Path, typer.Argument(metavar="FILE", help=_("Tệp .xlsx xuất từ cơ sở dữ liệu quốc gia."))]
Of = Annotated[
    str,
    typer.Option("--organisation", help=_("Mã tổ chức mà tệp là danh sách; để trống: cao nhất trong sổ.")),
]
Day = Annotated[
    str, typer.Option("--day", metavar="DAY", help=_("Ngày lập tệp, ví dụ 20/11/2026; để trống: hôm nay."))
]


def add(app: typer.Typer) -> None:
    """Put `national` and what stands under it into the app."""
    group = typer.Typer(help=_("Danh sách đảng viên của cơ sở dữ liệu quốc gia."), no_args_is_help=True)
    for name, command, said in (
        ("preview", preview, _("Từng dòng của tệp: mới, khớp, khác ở đâu, vì sao không đọc được.")),
        ("import", import_, _("Nạp người mới trong tệp vào sổ, thành một lần ghi, hủy được cả lần.")),
        ("write-back", write_back, _("Ghi lại vào tệp: chỉ thay các ô khác với sổ.")),
        ("reconcile", reconcile, _("Danh sách đối khớp: cập nhật theo tệp, hoặc xem danh sách.")),
        ("sample", sample, _("Làm một tệp giả lập để chạy thử (chỉ trong bản thử).")),
    ):
        group.command(name, help=said)(command)
    app.add_typer(group, name="national")


def preview(context: typer.Context, file: File, organisation: Of = "", day: Day = "") -> None:
    """Nothing is written."""
    session: Session = context.obj
    with _looking(session, file, organisation, day) as (clerk, look):
        head = national_said.keep(look)
        decision = clerk.need(Action.RECONCILE, look.organisation)
        viewer = session.desk.viewer(clerk.by, decision)
        shown = [
            one
            for number in range((len(look.results) - 1) // national_said.PAGE + 1)
            for one in national_said.page_of(look.upload, number, viewer=viewer, at=clerk.at)
        ]
    if session.json:
        session.answer({**head, "rows": shown})
        return
    _say_head(session, head)
    rows = [one for one in shown if one["verdict"] != "same"]
    heads = (_("Dòng"), _("Họ và tên"), _("Kết quả"), _("Chi tiết"))
    session.table(
        heads, [(o["row"], o["name"], words.verdict(o["verdict"]), _detail(o)) for o in rows[:MOST]]
    )
    if len(rows) > MOST:
        session.say(_("Còn {count} dòng; xem đủ với --json.").format(count=len(rows) - MOST))


def import_(
    context: typer.Context,
    file: File,
    organisation: Of = "",
    day: Day = "",
    changes: Annotated[
        bool, typer.Option("--changes", help=_("Ghi cả thay đổi của người đã có mà tệp có ngày."))
    ] = False,
    on_paper: Annotated[
        bool,
        typer.Option(
            "--as-on-paper",
            help=_("Đúng như văn bản: vẫn ghi khi trái quy định, đưa vào danh sách cần xem lại."),
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Chỉ kiểm tra, không ghi."))] = False,
    token: Annotated[
        str, typer.Option("--token", help=_("Mã lần nạp: để nạp lại chính tệp đã nạp rồi hủy."))
    ] = "",
) -> None:
    session: Session = context.obj
    with _looking(session, file, organisation, day) as (clerk, look), together.book_held():
        outcome = national_acts.bring_in(
            clerk, look, changes=changes, on_paper=on_paper, dry_run=dry_run,
            token=sha256(look.data).hexdigest() + token,
        )  # fmt: skip
    results.say(session, outcome, lines=False)
    if outcome.recorded.entries and not session.json and not dry_run:
        act_set = outcome.recorded.entries[0].act_set
        session.say(_("Nếu nạp nhầm: thenchot annul --act-set {act_set} --reason entered_twice").format(
            act_set=act_set
        ))  # fmt: skip


def write_back(
    context: typer.Context,
    file: File,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="OUT", help=_("Ghi tệp ra đây; không ghi: chỉ liệt kê."))
    ] = None,
    organisation: Of = "",
    numbers: Annotated[
        bool, typer.Option("--numbers", help=_("Thay cả số định danh, số thẻ; cần người thứ hai."))
    ] = False,
) -> None:
    """The changes are listed; with --out they are written into a copy of the file."""
    session: Session = context.obj
    with _looking(session, file, organisation, "", keep=numbers) as (clerk, look):
        told = national_said.changes_told(look, national_said.written(look))
        heads = {"row": _("Dòng"), "name": _("Họ và tên"), "column": _("Cột"), "theirs": _("Trong tệp"),
                 "ours": _("Sẽ ghi"), "since": _("Theo")}  # fmt: skip
        session.listing(heads, told)
        if out is None:
            return
        written = writing.write_back(clerk, look, numbers=numbers)
    if isinstance(written, Request):
        results.wait(session, [written])
        return
    write_whole(out, [written.data], mode=0o600)
    session.say(_("Đã ghi {cells} ô vào {name}; số xuất {serial}.").format(
        cells=written.cells, name=out, serial=written.serial
    ))  # fmt: skip


def reconcile(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help=_("Tệp để cập nhật; không có: chỉ xem."), show_default=False),
    ] = None,
    organisation: Of = "",
    day: Day = "",
) -> None:
    """The list moves on by the file; then what is still open."""
    session: Session = context.obj
    if file is not None:
        with _looking(session, file, organisation, day) as (clerk, look):
            moved = national_lines.reconcile(clerk, look)
        session.say(_("Thêm {opened} dòng, giữ {kept} dòng, {equal} dòng đã khớp.").format(**vars(moved)))
    else:
        clerk = _clerk(session)
        clerk.need(Action.RECONCILE, clerk.office)
    told = national_lines.told(clerk, lines.every(clerk.office, "open"))
    heads = {
        "cell": _("Chi bộ"),
        "who": _("Ai"),
        "column": _("Cột"),
        "theirs": _("Trong tệp"),
        "ours": _("Trong sổ"),
        "mender": _("Ai sửa"),
        "until": _("Trước ngày"),
    }
    session.listing(heads, told)


def sample(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT", help=_("Ghi tệp .xlsx ra đây."))],
    organisation: Of = "",
    columns: Annotated[int, typer.Option("--columns", help=_("31 hoặc 28 cột."))] = 31,
    new: Annotated[int, typer.Option("--new", help=_("Thêm bao nhiêu người chưa có trong sổ."))] = 5,
) -> None:
    """The members of an organisation of the demo, and some whom it does not have."""
    session: Session = context.obj
    if session.desk.mode is not Mode.DEMO:
        raise Stop(_("Tệp giả lập chỉ làm trong bản thử."), code=NOT_READ)
    if columns not in made.LAYOUTS:
        raise Stop(_("Có hai mẫu: 31 cột và 28 cột."), code=NOT_READ)
    clerk = _clerk(session)
    place = asking.organisation(organisation, session.day)
    decision = clerk.need(Action.EXPORT, place)
    viewer = session.desk.viewer(clerk.by, decision)
    files = personal.all_files(viewer, clerk.at, members(place, as_of=session.day), Reason.CHECK_PAPER)
    rows = made.rows(place, clerk.office, files, as_of=session.day)
    cells = [one["organisation"] for one in rows if one.get("organisation")]
    rows += made.made_up(new, cells, seed=7) if cells else []
    write_whole(out, [made.workbook(rows, made.LAYOUTS[columns])], mode=0o644)
    session.say(_("Đã ghi {count} dòng giả lập vào {name}.").format(count=len(rows), name=out))


@contextmanager
def _looking(
    session: Session, file: Path, organisation: str, day: str, *, keep: bool = False
) -> Iterator[tuple[Clerk, Look]]:
    """The file beside the book; it is not kept."""
    clerk = _clerk(session)
    place = asking.organisation(organisation, session.day)
    look = national.bring(
        clerk, file.read_bytes(), file.name, organisation=place, day=asking.as_of(session, day)
    )
    try:
        yield clerk, look
    finally:
        if not keep:
            uploads.drop(look.upload.code)


def _clerk(session: Session) -> Clerk:
    """The account and its office: the organisation of its first role that may reconcile."""
    me = session.me
    reach = Reach(me.id, session.day)
    scopes = set(reach.scopes(Action.RECONCILE))
    office = next((held.scope for held in reach.held if held.scope in scopes), 0)
    return Clerk(session.desk, me.id, session.now, office, reach=reach)


def _say_head(session: Session, head: dict[str, Any]) -> None:
    for note in head["notes"]:
        session.say(note)
    for header in head["unknown"]:
        session.say(_("Cột chưa biết: {header}.").format(header=header))
    for text, count in head["places"]:
        session.say(_("Chưa nhận ra tổ chức “{text}” ({count} dòng).").format(text=text, count=count))
    said = [f"{words.verdict(verdict)}: {count}" for verdict, count in head["verdicts"] if count]
    session.say("; ".join(said))
    session.say(_("Có trong sổ, không có trong tệp: {count}.").format(count=head["missing"]))


def _line(one: dict[str, Any]) -> tuple[str, ...]:
    return str(one["row"]), one["name"], words.verdict(one["verdict"]), _detail(one)


def _detail(one: dict[str, Any]) -> str:
    differs = [f"{each['column']}: {each['theirs']} → {each['ours']}" for each in one["differences"]]
    return "; ".join([*one["why"], *differs])
