"""The words of a closing: how it stands, what stands against a step, what moved since."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_lazy

from ...ledger.days import spoken
from .events import Line, Why
from .folder import Damaged
from .lacking import Lacking
from .listing import Standing
from .movement import CORRECTED, LATE, REARRANGED, WITHDRAWN, Changed

_ = gettext_lazy

STATES = {
    "prepared": _("đã lập biểu, chờ soát"),
    "reviewed": _("đã soát, chờ duyệt"),
    "approved": _("đã chốt, chưa nộp"),
    "submitted": _("đã nộp"),
    "received": _("đã nhận"),
    "returned": _("trả lại"),
}

STEPS = {
    "prepared": _("Lập biểu"),
    "reviewed": _("Soát"),
    "approved": _("Duyệt"),
    "submitted": _("Nộp"),
    "received": _("Nhận"),
    "returned": _("Trả lại"),
}

LINES = {
    Line.OFFICE: _("Văn phòng"),
    Line.ORGANISING: _("Tổ chức"),
    Line.INSPECTION: _("Kiểm tra"),
    Line.PROPAGANDA: _("Tuyên giáo và Dân vận"),
    Line.INTERNAL: _("Nội chính"),
}

WHY = {
    Why.RECORDED_LATE: _("ghi nhận muộn"),
    Why.CORRECTED: _("đính chính trong sổ"),
    Why.RECONCILED: _("điều chỉnh sau đối khớp"),
    Why.REARRANGED: _("do sắp xếp tổ chức"),
    Why.RETURNED: _("cấp trên trả lại"),
    Why.DEFINITION: _("cách tính hoặc biểu mẫu thay đổi"),
}

CHANGES = {
    LATE: _("ghi nhận muộn"),
    CORRECTED: _("đính chính (ghi nhầm)"),
    WITHDRAWN: _("hủy bản ghi (ghi nhầm)"),
    REARRANGED: _("do sắp xếp"),
}

# The lines of an opening, in their order.
OPENING = {
    "closed": _("Số đã chốt kỳ trước"),
    "late": _("Ghi nhận muộn"),
    "reconciled": _("Điều chỉnh sau đối khớp"),
    "rearranged": _("Do sắp xếp"),
    "erased": _("Đã xóa dữ liệu cá nhân"),
    "opening": _("Đầu kỳ"),
}

# Of what is to be reviewed on a closing's face, by the grade of the objection.
REVIEWS = {
    "against": _("trái quy định, ghi theo văn bản"),
    "unverified": _("theo quy định chưa đối chiếu văn bản gốc"),
}

# Said to those whose step it is not.
WAITS = {
    "review": _("Chờ người soát: cán bộ khác của đơn vị; đơn vị có một cán bộ thì chính người lập biểu."),
    "approve": _("Chờ người duyệt: người có quyền xác nhận của đơn vị, khác người lập biểu."),
}

ERASED = _("đã xóa")
SAME_PERSON = _("Người lập biểu đồng thời là người soát (đơn vị có một cán bộ).")
CLOSED_FOR_GOOD = _(
    "Sau khi chốt, con số kỳ này không đổi nữa. Việc ghi muộn sẽ hiện ở “Thay đổi so với lần chốt”."
)
NOT_AS_PREPARED = _(
    "Tệp của lần chốt {code} không còn như khi lập biểu nên không soát, duyệt hay nộp được."
    " Đề nghị bỏ lần này và lập lại."
)

OBJECTIONS = {
    "closing_period_in_order": _(
        "Số liệu đến ngày {data_to} phải nằm trong kỳ và không sau ngày lập biểu ({today}). Đề nghị chọn lại."
    ),
    "closing_of_an_organisation": _(
        "Tổ chức không tồn tại vào ngày {data_to}. Đề nghị chốt ở tổ chức kế thừa."
    ),
    "closing_code_is_new": _("Mã lần chốt {code} đã có. Đề nghị lập lại."),
    "closed_period_is_not_reopened": _(
        "Kỳ này đã có lần chốt {before}; kỳ đã chốt không mở lại."
        " Đề nghị chốt thay thế cho lần ấy và nêu lý do."
    ),
    "replaced_closing_is_of_this_period": _(
        "Kỳ này chưa có lần chốt nào để thay thế lần {replaces}. Đề nghị kiểm tra lại kỳ báo cáo."
    ),
    "pending_closing_comes_first": _(
        "Lần chốt {before} của kỳ này chưa duyệt. Đề nghị làm tiếp hoặc bỏ lần ấy trước."
    ),
    "replacement_has_a_reason": _("Lần chốt thay thế phải nêu lý do; lần chốt đầu tiên thì không."),
    "closing_steps_in_order": _(
        "Chưa đến bước này: thứ tự là lập biểu, soát, duyệt, nộp, nhận hoặc trả lại."
    ),
    "closing_as_prepared": _("Nội dung lần chốt {code} khác nội dung đã lập biểu. Đề nghị lập lại."),
    "approver_is_not_preparer": _("Người duyệt phải khác người lập biểu. Đề nghị đồng chí khác duyệt."),
    "reviewer_is_another_where_there_is_one": _(
        "Đơn vị có cán bộ khác soát được ({others} người) nên người lập biểu không tự soát."
    ),
    "three_persons_where_there_are_three": _(
        "Đơn vị có cán bộ khác soát được ({others} người) nên người duyệt không đồng thời là người soát."
    ),
    "returned_says_where": _("Trả lại phải nêu chỉ tiêu hoặc đơn vị có vấn đề, kèm một câu nêu lý do."),
}

NOT_ISSUED = {
    "name": _("Tên tệp chỉ gồm chữ thường không dấu, chữ số, gạch; đuôi .docx, .xlsx, .pdf hoặc .zip."),
    "taken": _("Đã phát hành một tệp cùng tên từ lần chốt này. Đề nghị đặt tên khác."),
    "not_closed": _("Lần chốt chưa duyệt nên chưa phát hành được."),
}

FAULTS = {
    "signature": _("Chữ ký không đúng hoặc chưa ký"),
    "manifest": _("Trang đầu của lần chốt không đọc được hoặc đã bị sửa"),
    "checkpoint": _("Điểm chốt sổ không khớp"),
    "file": _("Tệp thiếu, thừa hoặc đã bị sửa"),
    "row": _("Dòng không khớp mã băm đã ký"),
    "figure": _("Con số không khớp các dòng"),
    "issued": _("Văn bản đã phát hành không còn như khi phát hành"),
    "version": _("Do phiên bản khác của chương trình lập; đề nghị kiểm bằng phiên bản ấy"),
}


def state(one: Standing) -> str:
    """`đã nộp`, `thay thế lần 2, đã nhận`, `đã nộp; đã có bản thay thế`."""
    said = str(STATES[one.state])
    if one.number > 1:
        said = gettext("thay thế lần {number}, {state}").format(number=one.number, state=said)
    return gettext("{state}; đã có bản thay thế").format(state=said) if one.replaced_by else said


def title(one: Standing) -> str:
    """`Chốt số liệu: Năm 2026`, `Chốt thay thế lần 2: Năm 2026 (Tổ chức; thiếu, 21/23 đơn vị)`."""
    form = (
        gettext("Chốt thay thế lần {number}: {period}")
        if one.number > 1
        else gettext("Chốt số liệu: {period}")
    )
    said = form.format(number=one.number, period=one.period.words())
    more = [str(LINES[one.line])] if one.line else []
    more += [closed_without(found)] if (found := _lacking(one)) else []
    return f"{said} ({'; '.join(more)})" if more else said


def closed_without(found: Lacking) -> str:
    """`thiếu, 21/23 đơn vị`."""
    return gettext("thiếu, {answered}/{asked} đơn vị").format(answered=found.answered, asked=found.asked)


def _lacking(one: Standing) -> Lacking | None:
    """Nothing where its signature cannot be read: a list still names it, its own pages say what is wrong."""
    try:
        return one.lacking
    except Damaged:
        return None


def change(one: Changed) -> str:
    """An entry that changed a figure: `ghi nhận muộn, tính từ 29/12/2026 (mục 4.512 của sổ)`."""
    return gettext("{how}, tính từ {day} (bản ghi số {seq} của sổ)").format(
        how=CHANGES[one.how], day=spoken(one.effective_on), seq=f"{one.seq:,}".replace(",", ".")
    )
