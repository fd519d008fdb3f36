"""Figures of what changed: grassroots organisations founded, ended, moved (O07), bodies reorganised (K14)."""

from __future__ import annotations

from thenchot.snapshot.declare import Figure, Ratio, part_of, sums

ORGANISATIONS = (
    Figure(
        code="O07", vi="Lượt tổ chức cơ sở đảng thay đổi", en="Changes of grassroots organisations",
        unit="organisation-times", population="organisation_changes",
        where="grassroots = 'yes' AND change <> 'resectored'",
        relations=(
            sums(
                "O07.founded", "O07.dissolved", "O07.merged", "O07.divided", "O07.ended_by_law",
                "O07.transferred", "O07.raised", "O07.lowered",
            ),
        ),
    ),
    Figure(
        code="O07.founded", vi="Tổ chức cơ sở đảng thành lập mới", en="Grassroots organisations founded",
        unit="organisations", population="organisation_changes",
        where="grassroots = 'yes' AND change = 'founded'",
    ),
    Figure(
        code="O07.dissolved", vi="Tổ chức cơ sở đảng giải thể", en="Grassroots organisations dissolved",
        unit="organisations", population="organisation_changes",
        where="grassroots = 'yes' AND change = 'dissolved'",
    ),
    Figure(
        code="O07.merged", vi="Tổ chức cơ sở đảng sáp nhập vào tổ chức khác",
        en="Grassroots organisations merged",
        unit="organisations", population="organisation_changes",
        where="grassroots = 'yes' AND change = 'merged'",
    ),
    Figure(
        code="O07.divided", vi="Tổ chức cơ sở đảng chia, tách", en="Grassroots organisations divided",
        unit="organisations", population="organisation_changes",
        where="grassroots = 'yes' AND change = 'divided'",
    ),
    Figure(
        code="O07.ended_by_law", vi="Tổ chức cơ sở đảng kết thúc hoạt động theo quy định",
        en="Grassroots organisations ended by law", unit="organisations", population="organisation_changes",
        where="grassroots = 'yes' AND change = 'ended_by_law'",
    ),
    Figure(
        code="O07.transferred", vi="Lượt tổ chức cơ sở đảng chuyển giao",
        en="Grassroots organisations transferred",
        unit="organisation-times", population="organisation_changes",
        where="grassroots = 'yes' AND change = 'transferred'",
    ),
    Figure(
        code="O07.raised", vi="Lượt tổ chức nâng lên hoặc trong tổ chức cơ sở đảng",
        en="Organisations raised to or among the grassroots ones", unit="organisation-times",
        population="organisation_changes", where="grassroots = 'yes' AND change = 'raised'",
    ),
    Figure(
        code="O07.lowered", vi="Lượt tổ chức hạ xuống hoặc trong tổ chức cơ sở đảng",
        en="Organisations lowered to or among the grassroots ones", unit="organisation-times",
        population="organisation_changes", where="grassroots = 'yes' AND change = 'lowered'",
    ),
    Figure(
        code="O12.founded", vi="Tổ chức đảng thành lập mới trong doanh nghiệp ngoài khu vực nhà nước",
        en="Party organisations founded in private enterprises", unit="organisations",
        population="organisation_changes", where="change = 'founded' AND sector = 'private_enterprise'",
    ),
)  # fmt: skip

BODIES = (
    Figure(
        code="K14.due", vi="Cơ quan cấp tỉnh phải sắp xếp", en="Provincial agencies due to be reorganised",
        unit="organisations", population="reorganisations",
        where="type IN ('provincial_agency', 'delegation_office')",
    ),
    Figure(
        code="K14.done", vi="Cơ quan cấp tỉnh hoàn thành sắp xếp tổ chức bộ máy",
        en="Provincial agencies that finished reorganising", unit="organisations",
        population="reorganisations",
        where="type IN ('provincial_agency', 'delegation_office') AND state = 'done'",
        relations=(part_of("K14.due"),),
    ),
    Ratio(
        code="K14.done.share", vi="Tỷ lệ cơ quan cấp tỉnh hoàn thành sắp xếp",
        en="Share of provincial agencies that finished reorganising", numerator="K14.done", base="K14.due",
    ),
    Figure(
        code="K14", vi="Cơ quan, đơn vị, đầu mối giảm", en="Bodies and units cut", unit="organisations",
        population="bodies_ended",
        relations=(
            sums(
                "K14.agencies", "K14.delegation_office", "K14.inner_units", "K14.divisions", "K14.authorities"
            ),
        ),
    ),
    Figure(
        code="K14.agencies", vi="Cơ quan cấp tỉnh giảm", en="Provincial agencies cut", unit="organisations",
        population="bodies_ended", where="type = 'provincial_agency'", relations=(part_of("K14"),),
    ),
    Figure(
        code="K14.delegation_office", vi="Văn phòng đoàn đại biểu Quốc hội tỉnh giảm",
        en="Office of the National Assembly delegation cut", unit="organisations", population="bodies_ended",
        where="type = 'delegation_office'", relations=(part_of("K14"),),
    ),
    Figure(
        code="K14.inner_units", vi="Đầu mối bên trong của các cơ quan, tổ chức giảm", en="Internal units cut",
        unit="units", population="bodies_ended", where="type = 'inner_unit'", relations=(part_of("K14"),),
    ),
    Figure(
        code="K14.divisions", vi="Phòng thuộc chi cục và tương đương giảm",
        en="Divisions of sub-departments cut",
        unit="units", population="bodies_ended", where="type = 'division'", relations=(part_of("K14"),),
    ),
    Figure(
        code="K14.authorities", vi="Ủy ban nhân dân cấp huyện, cấp xã kết thúc hoạt động",
        en="District and commune People's Committees ended", unit="organisations", population="bodies_ended",
        where="type IN ('district_authority', 'commune_authority')", relations=(part_of("K14"),),
    ),
)  # fmt: skip

FIGURES = (*ORGANISATIONS, *BODIES)
