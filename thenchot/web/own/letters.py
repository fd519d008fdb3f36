"""The answer to a member: what was found, by which rule, how to object."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.access.actions import Action
from thenchot.access.rights import Reach
from thenchot.ledger import reading
from thenchot.rooms.people.error_events import ErrorAnswered, Item, Outcome, PaperKind
from thenchot.rooms.people.error_reading import Report
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.surface.subjects import names_of

FOUND = {
    Outcome.CORRECTED_FROM_DOSSIER: _(
        "Máy ghi khác hồ sơ gốc. Đã sửa máy theo hồ sơ gốc; lần ghi cũ vẫn xem được trong lịch sử."
    ),
    Outcome.DOSSIER_KEPT_BOTH_RECORDED: _(
        "Hồ sơ gốc khác giấy tờ của đồng chí. Hồ sơ gốc không sửa; sổ ghi nhận cả hai."
    ),
    Outcome.SENT_ABOVE: _(
        "Các giấy tờ trong hồ sơ khác nhau. Đã báo cấp ủy có thẩm quyền xem xét, kết luận; khi có kết luận,"
        " đồng chí được trả lời tiếp."
    ),
    Outcome.KEPT_YEAR_ONLY: _(
        "Hồ sơ gốc chỉ ghi năm, không ghi ngày, tháng. Sổ giữ như hồ sơ: chỉ biết năm."
    ),
}
AGE_RULE = _(
    "Từ 18/8/2016 tuổi của đảng viên lấy theo Lý lịch đảng viên khi kết nạp (13-TB/TW). Nếu máy ghi khác hồ"
    " sơ gốc thì xã sửa máy. Nếu hồ sơ gốc khác giấy tờ hộ tịch, hồ sơ không sửa; ghi nhận cả hai ngày."
)
RULE = _("Thông tin trong sổ lấy theo hồ sơ đảng viên (hồ sơ gốc) và văn bản của tổ chức đảng có thẩm quyền.")
OBJECT = _(
    "Nếu không đồng ý, đồng chí báo cáo, kiến nghị bằng văn bản với cấp ủy cấp trên trực tiếp và yêu cầu được"
    " trả lời (Điều lệ Đảng, Điều 3). Đồng chí cũng có thể báo lại mục này khi có giấy tờ khác."
)


def rule_of(item: Item) -> Any:
    """By which rule an item is judged; of the day of birth the one on age."""
    return AGE_RULE if item is Item.BIRTH else RULE


def letter_of(report: Report, name: str) -> dict[str, Any]:
    """What the answer says, for the page that prints it."""
    assert report.outcome is not None
    office = _office(report)
    names = names_of(one for one in (report.organisation, office) if one is not None)
    return {
        "name": name,
        "place": names.get(report.organisation or 0, ""),
        "answered_for": names.get(office or 0, ""),
        "report": report,
        "item": ERROR_CODES[Item][report.item],
        "paper": ERROR_CODES[PaperKind][report.paper_kind],
        "outcome": ERROR_CODES[Outcome][report.outcome],
        "found": FOUND[report.outcome],
        "rule": rule_of(report.item),
        "objecting": OBJECT,
    }


def _office(report: Report) -> int | None:
    """For which organisation whoever answered did so."""
    for entry in reversed(reading.entries(report.person)):
        if isinstance(entry.act, ErrorAnswered) and entry.act.item == report.item:
            scopes = Reach(entry.by, entry.effective_on).scopes(Action.ANSWER_ERROR)
            return scopes[0] if scopes else None
    return None
