"""check-list: a member list from the national database, checked; needs no book and keeps nothing."""

from __future__ import annotations

import json as json_text
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.files.limits import LIMITS
from thenchot.law.recording import VIET_NAM
from thenchot.law.values import LawBook
from thenchot.law.world import law_in_book
from thenchot.sealed.files import write_whole
from thenchot.surface.member_list.as_json import as_json
from thenchot.surface.member_list.asked import Answer, NotRead, check_bytes
from thenchot.surface.member_list.sheets import workbook
from thenchot.surface.member_list.told import Section, sections, tables
from thenchot.surface.member_list.words import HEADS, LEFT_ASIDE
from thenchot.surface.numbers import number

from .session import Session
from .troubles import NOT_READ, Stop

FOUND = 1
SHOWN = 20  # lines of one list on the terminal; the Excel file has all


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command(
        "check-list",
        help=_(
            "Soát tệp đảng viên xuất từ cơ sở dữ liệu: lỗi theo ô, nghi trùng, dự bị, Huy hiệu, cơ cấu."
            " Kết thúc 0 nếu không có gì cần sửa, 1 nếu có, 2 nếu không đọc được."
        ),
    )(check_list)


def check_list(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("Tệp .xlsx hoặc .csv."))],
    excel: Annotated[
        Path | None, typer.Option("--excel", metavar="OUT", help=_("Ghi kết quả ra tệp Excel."))
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="OUT", help=_("Ghi kết quả ra tệp JSON."))
    ] = None,
) -> None:
    session: Session = context.obj
    answer = _read(file, _day(session.today), law_in_book() if session.account and session.me else None)
    if excel:
        write_whole(excel, [workbook(answer)], mode=0o600)
    if json:
        text = json_text.dumps(as_json(answer), ensure_ascii=False, indent=1)
        write_whole(json, [text.encode()], mode=0o600)
    if session.json:
        session.answer(as_json(answer))
    else:
        _say(session, answer)
    if answer.checked.to_mend:
        raise typer.Exit(FOUND)


def _read(file: Path, day: date, law: LawBook | None) -> Answer:
    """The list checked, by the `law` of a book or as shipped; Stop when the file is not there or is none."""
    try:
        with file.open("rb") as given:
            data = given.read(LIMITS.size + 1)
    except OSError:
        raise Stop(_("Không mở được tệp {name}.").format(name=file), code=NOT_READ) from None
    try:
        return check_bytes(data, file.name, day, law)
    except NotRead as no:
        raise Stop(str(no), code=NOT_READ) from None


def _day(text: str) -> date:
    if not text:
        return datetime.now(VIET_NAM).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Stop(_("Ngày phải viết dạng 2026-11-21."), code=NOT_READ) from None


def _say(session: Session, answer: Answer) -> None:
    """Counts first, then each list, then how the roll is made up."""
    checked, lists = answer.checked, sections(answer.checked)
    for note in answer.notes:
        session.say(note)
    session.say(
        _("{rows} dòng, {roll} đảng viên trong danh sách, {cells} chi bộ. Soát ngày {day}.").format(
            rows=number(len(checked.members)), roll=number(checked.roll), cells=number(checked.cells),
            day=f"{checked.today:%d/%m/%Y}",
        )
    )  # fmt: skip
    if count := len(checked.left_aside):
        session.say(str(LEFT_ASIDE % {"many": count}).format(count=number(count)))
    session.say(" · ".join(one.counted for one in lists))
    for section in lists:
        if section.lines:
            _list(session, section)
    for table in tables(checked):
        rows = [
            (one.label, number(one.members), number(one.women), number(one.probationary))
            for one in (*table.lines, table.total)
        ]
        heads = [str(HEADS[name]) for name in ("what", "members", "women", "probationary")]
        session.table(heads, rows, title=table.title)


def _list(session: Session, section: Section) -> None:
    names = ("organisation", "person", "place", "says")
    rows = [[getattr(line, name) for name in names] for line in section.lines[:SHOWN]]
    session.table([str(HEADS[name]) for name in names], rows, title=f"\n{section.title}")
    if (more := len(section.lines) - SHOWN) > 0:
        session.say(_("Còn {count} dòng; thêm --excel để ghi đủ.").format(count=number(more)))
