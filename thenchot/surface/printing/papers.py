"""The papers there are: what each is called, of what it is, which files it comes as, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.access.actions import Action
from thenchot.reports.lists import blank, heads
from thenchot.reports.lists.heads import Issuer
from thenchot.rooms.organisations.reading import line_of, organisation_on

from ..subjects import names_of
from . import badges, cases, leaving, letters, reconciliation, residence, rolls
from .files import sheet_file
from .orders import EXCEL, WORD, NoPaper, Order, Prepared

ORGANISATION, PERSON, DEADLINE, CLOSING = "organisation", "person", "deadline", "closing"
LIST = "list"  # the reconciliation list of an office, in a state
TABLES = (WORD, EXCEL)


@dataclass(frozen=True)
class Paper:
    """One paper. `of` what it is about; `summary`: it holds trích ngang; `numbers`: it has card numbers.

    `needs` is the right to make one without many persons and without numbers. `since`: a day to choose.
    """

    label: Any
    told: Any
    prepare: Callable[..., Prepared]
    of: str = ORGANISATION
    kinds: tuple[str, ...] = (WORD,)
    summary: bool = False
    numbers: bool = False
    since: Any = ""
    needs: Action = Action.EXPORT


def _blank(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    made = blank.handed if order.paper == "handed" else blank.lent
    sheet = made(issuer.head, name=issuer.name)
    return Prepared(order, [], sheet_file(order, lambda files: sheet), (), issuer.name)


PAPERS: dict[str, Paper] = {
    "roll": Paper(
        _("Danh sách đảng viên"), _("Họ tên, năm sinh, ngày vào Đảng, ngày chính thức, diện"), rolls.prepare,
        kinds=TABLES,
    ),
    "register": Paper(
        _("Sổ danh sách đảng viên (7-HSĐV)"),
        _("14 cột, khổ ngang; có người đã chuyển đi, từ trần, ra khỏi Đảng từ ngày chọn"), rolls.prepare,
        kinds=TABLES, summary=True, numbers=True, since=_("Có cả người đã rời từ ngày"),
    ),
    "left": Paper(
        _("Sổ đảng viên đã ra khỏi Đảng"), _("Xóa tên, khai trừ, xin ra, hủy quyết định kết nạp"),
        leaving.prepare, kinds=TABLES, since=_("Từ ngày"),
    ),
    "died": Paper(
        _("Sổ đảng viên từ trần"), _("Theo ngày từ trần"), leaving.prepare, kinds=TABLES, since=_("Từ ngày"),
    ),
    "badges": Paper(
        _("Danh sách đề nghị tặng Huy hiệu Đảng"), _("Theo đợt, theo số năm tuổi Đảng"), badges.prepare,
        kinds=TABLES, summary=True, numbers=True, since=_("Ngày của đợt tặng"),
    ),
    "residence": Paper(
        _("Phiếu nhận xét nơi cư trú (213): đảng viên sinh hoạt tại đây"),
        _("Mỗi người một trang, xếp theo chi bộ nơi cư trú"), residence.prepare,
    ),
    "residence_home": Paper(
        _("Phiếu nhận xét nơi cư trú (213): đảng viên cư trú tại đây"),
        _("Mỗi người một trang, xếp theo chi bộ nơi cư trú"), residence.prepare,
    ),
    "admission": Paper(
        _("Bộ kết nạp 3-KNĐ đến 9-KNĐ"), _("Bản hỗ trợ điền; phần sổ không giữ để trống"), cases.prepare,
        summary=True,
    ),
    "recognition": Paper(
        _("Bộ công nhận 10-KNĐ đến 16-KNĐ"), _("Bản hỗ trợ điền; phần sổ không giữ để trống"), cases.prepare,
        of=PERSON, summary=True,
    ),
    "transfer": Paper(
        _("Bản hướng dẫn điền giấy giới thiệu sinh hoạt đảng"), _("Chép tay vào giấy in sẵn có số"),
        cases.prepare, of=PERSON, numbers=True,
    ),
    "handed": Paper(
        _("Sổ giao nhận hồ sơ đảng viên"), _("Dòng kẻ trống, ghi tay"), _blank, kinds=TABLES,
    ),
    "lent": Paper(_("Sổ mượn hồ sơ đảng viên"), _("Dòng kẻ trống, ghi tay"), _blank, kinds=TABLES),
    "invitation": Paper(
        _("Giấy mời"), _("Gửi các tổ chức đảng trực thuộc; nội dung ghi tay hoặc sửa trong Word"),
        letters.invitation,
    ),
    "reconciliation": Paper(
        _("Danh sách đối khớp"), _("Các dòng chưa khớp với cơ sở dữ liệu quốc gia, theo trạng thái"),
        reconciliation.prepare, of=LIST, kinds=TABLES,
    ),
    "reminder": Paper(
        _("Công văn nhắc"), _("Các đơn vị chưa trả lời một công văn"), letters.reminder, of=DEADLINE,
        needs=Action.RECORD_DEADLINE,
    ),
    "feedback": Paper(
        _("Phiếu phản hồi trả lại số liệu"), _("Câu trả lại của lần chốt"), letters.feedback, of=CLOSING,
        needs=Action.SEE_FIGURES,
    ),
}  # fmt: skip
BY_CASE = ("admission", "recognition", "transfer")


def prepare(order: Order, *, at: datetime) -> Prepared:
    """The paper, names still closed. NoPaper."""
    paper = PAPERS.get(order.paper)
    if paper is None or order.kind not in paper.kinds or (paper.of == PERSON and not order.person):
        raise NoPaper("unknown")
    line = line_of(order.organisation, as_of=order.day)
    if organisation_on(order.organisation, as_of=order.day) is None:
        raise NoPaper("no_organisation")
    names = names_of(line, as_of=order.day)
    said = [names[one] for one in line]
    issuer = heads.issuer(said)
    if order.paper in BY_CASE:
        return paper.prepare(order, (issuer, heads.issuer(said[1:]) if said[1:] else None), at)
    return paper.prepare(order, issuer, at)
