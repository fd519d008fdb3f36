"""The reconciliation list as a table to hand over: by cell, with its serial; one line in the viewing log."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from thenchot.access import log
from thenchot.access.actions import Action
from thenchot.access.log import Door
from thenchot.exchange.national import lines
from thenchot.exchange.templates import AS_GIVEN, NO_MOMENT
from thenchot.ledger.days import spoken

from .national import Clerk
from .national_lines import Told, told
from .subjects import names_of
from .troubles import Stop

MOST = 500  # persons without a second one


@dataclass(frozen=True)
class Exported:
    """The table's name and bytes, and its number in the viewing log."""

    name: str
    data: bytes
    serial: int


def exported(clerk: Clerk, *, state: str) -> Exported:
    """The whole list, or the lines in one state. Numbers stand masked in it. NotAllowed, Stop.

    More persons than one may take out alone are printed from the page instead.
    """
    decision = clerk.need(Action.EXPORT, clerk.office)
    shown = lines.every(clerk.office, state)
    persons = {one.line.person or one.line.code for one in shown}
    if len(persons) > MOST:
        said_so = _("Danh sách có hơn {most} người: đề nghị xuất từng trạng thái, hoặc in từ trang này.")
        raise Stop(said_so.format(most=MOST))
    said = told(clerk, shown)
    viewer = clerk.desk.viewer(clerk.by, decision, session=clerk.session)
    known = {one.line.person for one in shown if one.line.person}
    content = sha256(repr([one["code"] for one in said]).encode()).hexdigest()
    serial = log.write(Door.EXPORT, viewer, clerk.at, known, field="reconcile", file=content)
    office = names_of([clerk.office])[clerk.office]
    return Exported(f"doi-khop-{serial}.xlsx", _table(said, office, serial, clerk), serial)


def _table(said: list[Told], office: str, serial: int, clerk: Clerk) -> bytes:
    heads = [_("Chi bộ"), _("Họ và tên"), _("Nội dung"), _("Cột"), _("Trong tệp"), _("Trong sổ"), _("Ai sửa"),
             _("Trước ngày"), _("Trạng thái"), _("Lý do")]  # fmt: skip
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_GIVEN) as book:
        book.set_properties({"author": "", "company": office, "created": NO_MOMENT})
        bold = book.add_format({"bold": True, "text_wrap": True, "border": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        sheet = book.add_worksheet(_("Đối khớp"))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(3)
        sheet.set_footer("&C&P/&N")
        sheet.set_column(0, 9, 20)
        sheet.write_string(0, 0, _("DANH SÁCH ĐỐI KHỚP: {office}").format(office=office))
        day = spoken(clerk.today)
        sheet.write_string(
            1, 0, _("Số liệu đến ngày {day}. Số xuất {serial}.").format(day=day, serial=serial)
        )
        for place, head in enumerate(heads):
            sheet.write_string(3, place, head, bold)
        for row, one in enumerate(said, 4):
            for place, text in enumerate(_cells(one)):
                sheet.write_string(row, place, text, plain)
    return buffer.getvalue()


def _cells(one: Told) -> list[str]:
    until = spoken(one["until"]) if one["until"] else ""
    names = ("cell", "who", "sort", "column", "theirs", "ours", "mender")
    return [*(one[name] for name in names), until, one["state_name"], one["reason"]]
