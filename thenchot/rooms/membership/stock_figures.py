"""Members as they stand on a day: total and shares (M01–M09), O13, probation, residence links."""

from __future__ import annotations

from functools import partial

from thenchot.snapshot.declare import Figure, Ratio, Stated, part_of, sums

member = partial(Figure, unit="members", population="members")
OF_ALL = (part_of("M01"),)
AT_WORK = "sector IN ('agency', 'public_unit', 'state_enterprise', 'private_enterprise', 'armed_forces')"

FIGURES = (
    member(
        code="M01", vi="Tổng số đảng viên", en="Members",
        relations=(
            sums("M01.full", "M03"),
            sums(
                "M10.official", "M10.public_employee", "M10.armed_forces", "M10.worker", "M10.farmer",
                "M10.student", "M10.retired", "M10.other", "M10.not_known",
            ),
            sums("M11.up_to_30", "M11.31_40", "M11.41_50", "M11.51_60", "M11.over_60", "M11.not_known"),
            sums(
                "M13.general.none", "M13.general.primary", "M13.general.lower_secondary",
                "M13.general.upper_secondary", "M13.general.not_known",
            ),
            sums(
                "M13.professional.none", "M13.professional.vocational", "M13.professional.secondary",
                "M13.professional.college", "M13.professional.university", "M13.professional.master",
                "M13.professional.doctor", "M13.professional.not_known",
            ),
            sums(
                "M13.theory.none", "M13.theory.elementary", "M13.theory.intermediate", "M13.theory.advanced",
                "M13.theory.not_known",
            ),
        ),
    ),
    member(
        code="M01.full", vi="Đảng viên chính thức", en="Full members", where="standing = 'full'",
        relations=(
            sums(
                "M12.under_30", "M12.30_39", "M12.40_44", "M12.45_49", "M12.50_54", "M12.55_59", "M12.60_64",
                "M12.65_69", "M12.70_74", "M12.75_up", "M12.not_known",
            ),
        ),
    ),
    Stated(code="M02.population", vi="Dân số", en="Population", unit="persons"),
    Ratio(
        code="M02", vi="Tỷ lệ đảng viên so với dân số", en="Members as a share of the population",
        numerator="M01", base="M02.population",
    ),
    member(
        code="M03", vi="Đảng viên dự bị", en="Probationary members", where="standing = 'probationary'",
        relations=OF_ALL,
    ),
    Ratio(
        code="M03.share", vi="Tỷ lệ đảng viên dự bị", en="Share of probationary members", numerator="M03",
        base="M01",
    ),
    member(code="M04", vi="Đảng viên nữ", en="Women members", where="sex = 'female'", relations=OF_ALL),
    Ratio(
        code="M04.share", vi="Tỷ lệ đảng viên nữ", en="Share of women members", numerator="M04", base="M01",
    ),
    member(
        code="M05", vi="Đảng viên là người dân tộc thiểu số", en="Members of ethnic minorities",
        where="minority = 'yes'", relations=OF_ALL, sensitive=True, reach="commune",
    ),
    Ratio(
        code="M05.share", vi="Tỷ lệ đảng viên là người dân tộc thiểu số",
        en="Share of members of ethnic minorities", numerator="M05", base="M01",
    ),
    member(
        code="M07", vi="Đảng viên là đoàn viên thanh niên", en="Members in the Youth Union",
        where="youth_union = 'yes'", relations=OF_ALL,
    ),
    Ratio(
        code="M07.share", vi="Tỷ lệ đảng viên là đoàn viên thanh niên",
        en="Share of members in the Youth Union", numerator="M07", base="M01",
    ),
    member(
        code="M08", vi="Đảng viên là chủ doanh nghiệp", en="Members who own a business",
        where="business_owner = 'yes'", relations=OF_ALL,
    ),
    Ratio(
        code="M08.share", vi="Tỷ lệ đảng viên là chủ doanh nghiệp", en="Share of members who own a business",
        numerator="M08", base="M01",
    ),
    member(
        code="M09", vi="Đảng viên được miễn sinh hoạt đảng", en="Members exempt from Party meetings",
        where="exempt = 'yes'", relations=OF_ALL, sensitive=True,
    ),
    Ratio(
        code="M09.share", vi="Tỷ lệ đảng viên được miễn sinh hoạt đảng", en="Share of exempt members",
        numerator="M09", base="M01",
    ),
    member(
        code="O13", vi="Đảng viên trong doanh nghiệp ngoài khu vực nhà nước",
        en="Members in private enterprises",
        where="sector = 'private_enterprise' OR grassroots_sector = 'private_enterprise'", relations=OF_ALL,
    ),
    Figure(
        code="M29.due", vi="Đảng viên dự bị đã hết 12 tháng, chưa công nhận",
        en="Probationary members due for recognition", unit="members", population="probation",
        where="due = 'yes'", relations=(part_of("M03"),),
    ),
    Figure(
        code="M29.overdue", vi="Đảng viên dự bị quá hạn xét công nhận",
        en="Probationary members overdue for recognition", unit="members", population="probation",
        where="overdue = 'yes'", relations=(part_of("M29.due"),),
    ),
    member(
        code="M30.away", vi="Đảng viên đang sinh hoạt tạm thời ở nơi khác",
        en="Members on temporary transfer elsewhere", where="away = 'yes'", relations=OF_ALL,
    ),
    member(
        code="M37", vi="Đảng viên được giới thiệu giữ mối liên hệ nơi cư trú",
        en="Members with a residence link", where="residence_link = 'yes'", relations=OF_ALL,
    ),
    member(
        code="M37.working", vi="Đảng viên đang công tác", en="Members at work", where=AT_WORK,
        relations=OF_ALL,
    ),
    member(
        code="M37.working.linked", vi="Đảng viên đang công tác được giới thiệu giữ mối liên hệ nơi cư trú",
        en="Members at work with a residence link", where=f"residence_link = 'yes' AND {AT_WORK}",
        relations=(part_of("M37", "M37.working"),),
    ),
    Ratio(
        code="M37.share", vi="Tỷ lệ đảng viên đang công tác được giới thiệu giữ mối liên hệ nơi cư trú",
        en="Share of members at work with a residence link", numerator="M37.working.linked",
        base="M37.working",
    ),
    Figure(
        code="M37.received", vi="Đảng viên nơi khác giữ mối liên hệ tại đây",
        en="Members of other cells linked here", unit="members", population="residence_links",
    ),
)  # fmt: skip
