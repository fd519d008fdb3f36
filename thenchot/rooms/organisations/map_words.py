"""Every word a person reads about places and bodies."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .map_events import BodyType, Level

MAP_KINDS = {
    "organisations.place_carried_over": _("Địa bàn có từ trước"),
    "organisations.place_founded": _("Lập địa bàn"),
    "organisations.place_moved": _("Chuyển về địa bàn cấp trên khác"),
    "organisations.place_ended": _("Kết thúc địa bàn"),
    "organisations.body_carried_over": _("Cơ quan có từ trước"),
    "organisations.body_founded": _("Thành lập cơ quan, đơn vị"),
    "organisations.reorganisation_due": _("Phải sắp xếp theo đề án"),
    "organisations.reorganised": _("Hoàn thành sắp xếp"),
    "organisations.body_ended": _("Giảm, sáp nhập, giải thể cơ quan"),
}

MAP_FIELDS = {"level": _("Cấp"), "plan": _("Đề án")}

MAP_CODES = {
    Level: {
        "province": _("tỉnh, thành phố"),
        "district": _("huyện"),
        "commune": _("xã, phường, đặc khu"),
        "village": _("thôn, bản, tổ dân phố"),
    },
    BodyType: {
        "provincial_agency": _("cơ quan cấp tỉnh"),
        "delegation_office": _("văn phòng đoàn đại biểu Quốc hội"),
        "district_authority": _("ủy ban nhân dân huyện"),
        "commune_authority": _("ủy ban nhân dân xã"),
        "inner_unit": _("đầu mối bên trong"),
        "division": _("phòng thuộc chi cục và tương đương"),
    },
}

MAP_TIMELINE = {
    "organisations.place_carried_over": _("Có từ trước khi mở sổ: {name}, {level}, thuộc {parent}"),
    "organisations.place_founded": _("Lập địa bàn: {name}, {level}, thuộc {parent}"),
    "organisations.place_moved": _("Chuyển về {parent}"),
    "organisations.place_ended": _("Kết thúc: {how}, kế thừa: {heir}"),
    "organisations.body_carried_over": _("Có từ trước khi mở sổ: {name}, {type}"),
    "organisations.body_founded": _("Thành lập: {name}, {type}"),
    "organisations.reorganisation_due": _("Phải sắp xếp theo đề án {plan}"),
    "organisations.reorganised": _("Hoàn thành sắp xếp theo đề án {plan}"),
    "organisations.body_ended": _("Kết thúc ({type}): {how}, kế thừa: {heir}"),
}

MAP_OBJECTIONS = {
    "place_or_body_begins_once": _("Địa bàn, cơ quan này đã vào sổ; đề nghị đồng chí tạo bản ghi mới."),
    "place_or_body_exists_that_day": _(
        "Địa bàn, cơ quan này chưa có hoặc đã kết thúc trong ngày {day}; đề nghị đồng chí kiểm tra lại."
    ),
    "what_lies_above_exists_that_day": _(
        "Địa bàn, cơ quan cấp trên chưa có hoặc đã kết thúc trong ngày {day}; đề nghị đồng chí chọn lại."
    ),
    "place_lies_in_a_larger_one": _(
        "Thôn, tổ dân phố thuộc xã; xã thuộc huyện hoặc tỉnh;"
        " huyện thuộc tỉnh: đề nghị đồng chí chọn lại cấp trên."
    ),
    "heir_of_a_place_or_body_exists": _(
        "Nơi kế thừa phải là nơi khác, cùng loại và đang có trong ngày {day}; đề nghị đồng chí chọn lại."
    ),
    "what_was_cut_is_of_its_type": _(
        "Loại cơ quan không phải loại đang có trong sổ; đề nghị đồng chí sửa loại."
    ),
    "reorganisation_is_due_once": _("Cơ quan này đã ở trong danh sách phải sắp xếp của đề án ấy."),
    "only_what_is_due_is_reorganised": _(
        "Cơ quan này không ở trong danh sách phải sắp xếp của đề án ấy, hoặc đã hoàn thành."
    ),
}
