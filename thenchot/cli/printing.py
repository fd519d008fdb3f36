"""print: a paper from the book into a file; a second person where it holds many persons or numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.sealed.files import write_whole
from thenchot.surface import subjects
from thenchot.surface.numbers import number
from thenchot.surface.printing import cases, issuing, papers, releases, words
from thenchot.surface.printing.issuing import NotAsConfirmed
from thenchot.surface.printing.orders import EXCEL, WORD, NoPaper, Order, Prepared
from thenchot.surface.printing.papers import DEADLINE, LIST, PAPERS, PERSON

from . import asking, results
from .session import Session
from .troubles import NOT_READ, Stop


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command("print", help=_("In danh sách, sổ, mẫu, giấy tờ từ sổ ra tệp Word hoặc Excel."))(print_)


def print_(
    context: typer.Context,
    paper: Annotated[
        str, typer.Argument(metavar="PAPER", help=_("Giấy tờ; để trống: liệt kê các giấy tờ."))
    ] = "",
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))
    ] = "",
    person: Annotated[str, typer.Option("--person", help=_("Đảng viên, với giấy tờ của một người."))] = "",
    of: Annotated[
        str,
        typer.Option(
            "--of",
            help=_("Mã hạn công văn, mã lần chốt, hoặc trạng thái của dòng đối khớp (open, equal, closed)."),
        ),
    ] = "",
    day: Annotated[str, typer.Option("--day", help=_("Tính đến ngày; không ghi: hôm nay."))] = "",
    since: Annotated[str, typer.Option("--since", help=_("Từ ngày, hoặc ngày của đợt tặng."))] = "",
    numbers: Annotated[bool, typer.Option("--numbers", help=_("In đủ số thẻ; cần người thứ hai."))] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=_("Tệp .docx hoặc .xlsx sẽ ghi."))
    ] = None,
) -> None:
    """One paper; without one, which there are."""
    session: Session = context.obj
    if not paper:
        _list(session)
        return
    if out is None or out.suffix[1:] not in (WORD, EXCEL):
        raise Stop(_("Đề nghị cho biết tệp sẽ ghi: --out TỆP.docx hoặc --out TỆP.xlsx"), code=NOT_READ)
    on = asking.day(day) if day else session.day
    one = subjects.subject(person) if person else None
    order = Order(
        paper, _place(organisation, one, on), on, out.suffix[1:], numbers, one, of,
        asking.day(since) if since else None,
    )  # fmt: skip
    try:
        prepared = papers.prepare(order, at=session.now)
        _tell(session, prepared)
        issued = _issued(session, prepared)
    except NoPaper as error:
        raise Stop(words.said(error), code=NOT_READ) from None
    out = out.with_suffix(f".{prepared.ending}")
    write_whole(out, [issued.content])
    session.say(_("Đã ghi {file}. Số hiệu bản in {serial}.").format(file=out, serial=issued.serial))


def _place(organisation: str, person: int | None, on: date) -> int:
    """The organisation named; of a person's paper the cell."""
    cell = cases.cell_of(person, on=on) if person and not organisation else None
    return cell or asking.organisation(organisation, on)


def _list(session: Session) -> None:
    about = {PERSON: "--person", DEADLINE: "--of", "closing": "--of", LIST: "--organisation --of"}
    rows = [
        {
            "code": code,
            "label": str(one.label),
            "of": about.get(one.of, "--organisation"),
            "kinds": ", ".join(one.kinds),
        }
        for code, one in PAPERS.items()
    ]
    heads = {"code": _("Mã"), "label": _("Giấy tờ"), "of": _("Cần"), "kinds": _("Tệp")}
    session.listing(heads, rows)


def _tell(session: Session, prepared: Prepared) -> None:
    """What is missing and into how many files it goes, before anything is made."""
    if prepared.volumes:
        said = _("Danh sách dài: chia thành {count} tập theo tổ chức trực thuộc, gói trong một tệp .zip.")
        session.say(said.format(count=number(prepared.volumes)))
    for one in prepared.missing:
        count = f": {number(len(one.persons))}" if one.persons else ""
        session.say(_("Còn thiếu {what}").format(what=f"{one.what}{count}"))


def _issued(session: Session, prepared: Prepared) -> issuing.Issued:
    """The file, or the request that waits: the same command fetches it once it is confirmed."""
    by, at, desk = session.me.id, session.now, session.desk
    confirmed = [one for one in releases.released(by, at) if one.order == prepared.order]
    try:
        return issuing.issue(prepared, desk, by=by, at=at, release=confirmed[-1] if confirmed else None)
    except NotAsConfirmed:
        results.wait(session, [issuing.request(prepared, desk, by=by, at=at)])
        raise
