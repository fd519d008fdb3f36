"""Every word a person reads about posts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.entries import Entry

from ..telling import Naming, told
from .events import Leaving, Post, Way

ROOM = _("Cấp ủy, chức vụ")

KINDS = {
    "offices.carried_over": _("Chức vụ có từ trước"),
    "offices.taken": _("Nhận chức vụ"),
    "offices.left": _("Thôi giữ chức vụ"),
}

FIELDS = {
    "post": _("Chức vụ"),
    "seat": _("Nơi giữ chức vụ"),
    "not_local": _("Không là người địa phương"),
    "way": _("Hình thức"),
    "how": _("Vì sao thôi giữ"),
}

CODES = {
    Post: {
        "secretary": _("bí thư"),
        "deputy_secretary": _("phó bí thư"),
        "standing_member": _("ủy viên ban thường vụ"),
        "committee_member": _("cấp ủy viên, chi ủy viên"),
        "authority_chair": _("chủ tịch ủy ban nhân dân"),
        "village_head": _("trưởng thôn, tổ trưởng tổ dân phố"),
        "front_work_head": _("trưởng ban công tác mặt trận"),
        "commune_officer": _("cán bộ, công chức cấp xã"),
    },
    Way: {
        "elected": _("được bầu"),
        "designated": _("được chỉ định"),
        "appointed": _("được bổ nhiệm"),
        "approved": _("được chuẩn y"),
    },
    Leaving: {
        "term_ended": _("hết nhiệm kỳ"),
        "relieved": _("miễn nhiệm"),
        "released": _("cho thôi giữ chức vụ"),
        "transferred": _("điều động, luân chuyển"),
        "retired": _("nghỉ hưu"),
        "left_party": _("ra khỏi Đảng"),
        "died": _("từ trần"),
        "seat_ended": _("tổ chức, địa bàn kết thúc"),
    },
}

TIMELINE = {
    "offices.carried_over": _("Đang giữ chức vụ {post} tại {seat} khi mở sổ"),
    "offices.taken": _("{way} giữ chức vụ {post} tại {seat}"),
    "offices.left": _("Thôi giữ chức vụ {post} tại {seat}: {how}"),
}

OBJECTIONS = {
    "seat_exists_that_day": _(
        "Nơi giữ chức vụ chưa có hoặc đã kết thúc trong ngày {day};"
        " đề nghị đồng chí chọn nơi khác hoặc sửa ngày."
    ),
    "seat_is_of_the_posts_kind": _(
        "Chức vụ này không ở nơi đã chọn: chức vụ đảng ở tổ chức đảng, chủ tịch UBND ở cơ quan,"
        " trưởng thôn và trưởng ban công tác mặt trận ở thôn, tổ dân phố."
    ),
    "cells_have_no_standing_committee": _(
        "Chi bộ không có ban thường vụ; đề nghị đồng chí chọn chức vụ khác."
    ),
    "post_is_not_held_already": _(
        "Người này đang giữ chính chức vụ ấy từ {since};"
        " đề nghị đồng chí ghi thôi giữ trước, hoặc bỏ việc này."
    ),
    "post_left_was_held": _(
        "Ngày {day} người này không giữ chức vụ ấy, nên không thể thôi giữ;"
        " đề nghị đồng chí kiểm tra chức vụ và ngày."
    ),
    "holder_is_alive": _("Người này đã từ trần ngày {died}; đề nghị đồng chí kiểm tra người và ngày."),
    "party_posts_are_for_members": _(
        "Ngày {day} người này không phải đảng viên trong sổ nên không giữ chức vụ đảng;"
        " đề nghị đồng chí ghi kết nạp hoặc tiếp nhận trước."
    ),
    "probationers_hold_no_party_post": _(
        "Đảng viên dự bị không có quyền ứng cử, bầu cử; đề nghị đồng chí kiểm tra ngày chính thức và văn bản."
    ),
    "posts_of_a_cell_are_for_its_members": _(
        "Người này không sinh hoạt ở chi bộ ấy; nếu đã chuyển đến, đề nghị đồng chí ghi chuyển sinh hoạt"
        " trước."
    ),
    "one_secretary_at_a_time": _(
        "Nơi này đang có bí thư khác; nếu bàn giao cùng ngày, đề nghị đồng chí ghi người cũ thôi giữ trước."
    ),
    "deputies_of_a_cell_are_few": _(
        "Chi bộ sẽ có {count} phó bí thư, quy định là {most};"
        " đề nghị đồng chí kiểm tra người cũ đã thôi giữ chưa."
    ),
}


def timeline(entry: Entry, *, name: Naming = str) -> str:
    """One line of a person's history."""
    return told(entry, TIMELINE, CODES, name)
