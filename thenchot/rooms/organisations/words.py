"""Every word a person reads about organisations. Places and bodies: map_words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.entries import Entry

from ..telling import Naming, told
from .events import Ending, OrganisationType, Sector
from .map_words import MAP_CODES, MAP_FIELDS, MAP_KINDS, MAP_OBJECTIONS, MAP_TIMELINE

ROOM = _("Tổ chức đảng")

KINDS = {
    "organisations.carried_over": _("Tổ chức có từ trước"),
    "organisations.founded": _("Thành lập"),
    "organisations.renamed": _("Đổi tên"),
    "organisations.recoded": _("Cấp mã mới"),
    "organisations.retyped": _("Nâng, hạ cấp, chuyển loại hình"),
    "organisations.moved": _("Chuyển về cấp trên khác"),
    "organisations.placed": _("Phụ trách địa bàn"),
    "organisations.ended": _("Kết thúc hoạt động"),
    "organisations.cell_committee_set": _("Có hoặc không có chi ủy"),
    "organisations.congress_held": _("Hoàn thành đại hội"),
    **MAP_KINDS,
}

FIELDS = {
    "code": _("Mã"),
    "type": _("Loại"),
    "sector": _("Loại hình"),
    "parent": _("Cấp trên trực tiếp"),
    "place": _("Địa bàn"),
    "name": _("Tên"),
    "how": _("Hình thức kết thúc"),
    "heir": _("Nơi kế thừa"),
    "has_committee": _("Có chi ủy"),
    "term": _("Nhiệm kỳ"),
    **MAP_FIELDS,
}

CODES = {
    OrganisationType: {
        "province": _("đảng bộ tỉnh, thành phố"),
        "district": _("đảng bộ huyện và tương đương"),
        "commune": _("đảng bộ xã, phường trên cơ sở"),
        "grassroots": _("đảng bộ cơ sở"),
        "grassroots_cell": _("chi bộ cơ sở"),
        "section": _("đảng bộ bộ phận"),
        "cell": _("chi bộ trực thuộc"),
    },
    Sector: {
        "territory": _("xã, phường, thị trấn"),
        "residential": _("thôn, bản, tổ dân phố"),
        "agency": _("cơ quan"),
        "public_unit": _("đơn vị sự nghiệp công lập"),
        "state_enterprise": _("doanh nghiệp nhà nước"),
        "private_enterprise": _("ngoài khu vực nhà nước"),
        "armed_forces": _("quân đội, công an"),
    },
    Ending: {
        "dissolved": _("giải thể"),
        "merged": _("sáp nhập"),
        "divided": _("chia, tách"),
        "ended_by_law": _("kết thúc theo quy định"),
    },
    **MAP_CODES,
}

TIMELINE = {
    "organisations.carried_over": _("Có từ trước khi mở sổ: {name}, {type}, thuộc {parent}"),
    "organisations.founded": _("Thành lập: {name}, {type}, thuộc {parent}"),
    "organisations.renamed": _("Đổi tên thành {name}"),
    "organisations.recoded": _("Cấp mã mới: {code}"),
    "organisations.retyped": _("Chuyển loại: {type}, {sector}"),
    "organisations.moved": _("Chuyển về trực thuộc {parent}"),
    "organisations.placed": _("Phụ trách địa bàn {place}"),
    "organisations.ended": _("Kết thúc hoạt động: {how}, kế thừa: {heir}"),
    "organisations.cell_committee_set": _("Có chi ủy: {has_committee}"),
    "organisations.congress_held": _("Hoàn thành đại hội nhiệm kỳ {term}"),
    **MAP_TIMELINE,
}

OBJECTIONS = {
    "organisation_begins_once": _(
        "Tổ chức này đã vào sổ; lập lại sau khi kết thúc là một tổ chức mới, đề nghị đồng chí tạo bản"
        " ghi mới."
    ),
    "organisation_exists_that_day": _(
        "Tổ chức này chưa có hoặc đã kết thúc trong ngày {day}; đề nghị đồng chí kiểm tra tổ chức và ngày."
    ),
    "organisation_has_a_parent": _(
        "Chưa chọn cấp trên trực tiếp; chỉ tổ chức cao nhất trong sổ không có cấp trên."
    ),
    "parent_exists_that_day": _(
        "Cấp trên đã chọn chưa có hoặc đã kết thúc trong ngày {day}; đề nghị đồng chí chọn cấp trên khác."
    ),
    "parent_is_of_a_higher_level": _(
        "Cấp trên đã chọn không ở cấp cao hơn tổ chức này;"
        " đề nghị đồng chí chọn lại, hoặc ghi chuyển loại trước."
    ),
    "moving_changes_the_parent": _("Tổ chức này đang trực thuộc chính cấp trên ấy; không có gì để chuyển."),
    "no_organisation_stands_above_itself": _(
        "Từ ngày {day} tổ chức này sẽ là cấp trên của chính mình;"
        " đề nghị đồng chí xem lại các lần chuyển đã ghi."
    ),
    "code_is_free": _(
        "Mã {code} đang thuộc một tổ chức khác; đề nghị đồng chí dùng mã khác, hoặc ghi kết thúc tổ chức"
        " ấy trước."
    ),
    "place_exists_that_day": _(
        "Địa bàn đã chọn chưa có hoặc đã kết thúc trong ngày {day}; đề nghị đồng chí chọn địa bàn khác."
    ),
    "heir_is_another": _("Nơi kế thừa không thể là chính tổ chức kết thúc; đề nghị đồng chí chọn nơi khác."),
    "heir_exists_that_day": _(
        "Nơi kế thừa chưa có hoặc đã kết thúc trong ngày {day};"
        " nếu thành lập cùng ngày, đề nghị đồng chí ghi thành lập trước."
    ),
    "dissolved_goes_to_its_parent": _(
        "Giải thể thì nơi kế thừa số liệu là cấp trên trực tiếp; đề nghị đồng chí chọn cấp trên."
    ),
    "a_cell_has_no_organisations_below": _(
        "Còn {count} tổ chức trực thuộc; chuyển các tổ chức ấy về nơi khác rồi mới chuyển thành chi bộ."
    ),
    "only_a_cell_has_a_cell_committee": _("Chỉ chi bộ có chi ủy; tổ chức này không phải chi bộ."),
    "term_is_two_years_apart": _(
        "“{term}” không phải nhiệm kỳ; đề nghị đồng chí ghi năm đầu và năm cuối, ví dụ 2025-2030."
    ),
    "congress_of_a_term_is_held_once": _("Đại hội nhiệm kỳ {term} đã ghi hoàn thành; không ghi lần nữa."),
    "level_is_of_its_day": _(
        "Ngày {day} không có cấp này; đề nghị đồng chí kiểm tra loại tổ chức và ngày hiệu lực."
    ),
    **MAP_OBJECTIONS,
}


def timeline(entry: Entry, *, name: Naming = str) -> str:
    """One line of an organisation's, place's or body's history."""
    return told(entry, TIMELINE, CODES, name)
