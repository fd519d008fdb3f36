"""Members by occupation (M10), age (M11) and Party age (M12)."""

from __future__ import annotations

from functools import partial

from thenchot.snapshot.declare import Figure, Ratio, part_of, sums

member = partial(Figure, unit="members", population="members")
OF_ALL = (part_of("M01"),)
OF_FULL = (part_of("M01.full"),)
PARTY_AGE_BANDS = ((30, 39), (40, 44), (45, 49), (50, 54), (55, 59), (60, 64), (65, 69), (70, 74))

OCCUPATIONS = (
    member(
        code="M10.official", vi="Đảng viên là công chức", en="Members: officials",
        where="occupation = 'official'", relations=OF_ALL,
    ),
    member(
        code="M10.public_employee", vi="Đảng viên là viên chức", en="Members: public employees",
        where="occupation = 'public_employee'", relations=OF_ALL,
    ),
    member(
        code="M10.armed_forces", vi="Đảng viên thuộc lực lượng vũ trang", en="Members: of the armed forces",
        where="occupation = 'armed_forces'", relations=OF_ALL,
    ),
    member(
        code="M10.worker", vi="Đảng viên là công nhân, người lao động", en="Members: workers",
        where="occupation = 'worker'", relations=OF_ALL,
    ),
    member(
        code="M10.farmer", vi="Đảng viên là nông dân", en="Members: farmers", where="occupation = 'farmer'",
        relations=OF_ALL,
    ),
    member(
        code="M10.student", vi="Đảng viên là học sinh, sinh viên", en="Members: students",
        where="occupation = 'student'", relations=OF_ALL,
    ),
    member(
        code="M10.retired", vi="Đảng viên đã nghỉ hưu", en="Members: retired", where="occupation = 'retired'",
        relations=OF_ALL,
    ),
    member(
        code="M10.other", vi="Đảng viên làm nghề khác", en="Members: of other occupations",
        where="occupation = 'other'", relations=OF_ALL,
    ),
    member(
        code="M10.not_known", vi="Đảng viên chưa ghi nghề nghiệp", en="Members: of unrecorded occupation",
        where="occupation = 'not_known'", relations=OF_ALL,
    ),
)  # fmt: skip

AGES = (
    member(
        code="M11.up_to_30", vi="Đảng viên từ 30 tuổi trở xuống", en="Members aged 30 or under",
        where="age_band = 'up_to_30'", relations=OF_ALL,
    ),
    member(
        code="M11.31_40", vi="Đảng viên từ 31 đến 40 tuổi", en="Members aged 31 to 40",
        where="age_band = '31_40'", relations=OF_ALL,
    ),
    member(
        code="M11.41_50", vi="Đảng viên từ 41 đến 50 tuổi", en="Members aged 41 to 50",
        where="age_band = '41_50'", relations=OF_ALL,
    ),
    member(
        code="M11.51_60", vi="Đảng viên từ 51 đến 60 tuổi", en="Members aged 51 to 60",
        where="age_band = '51_60'", relations=OF_ALL,
    ),
    member(
        code="M11.over_60", vi="Đảng viên trên 60 tuổi", en="Members aged over 60",
        where="age_band = 'over_60'", relations=OF_ALL,
    ),
    member(
        code="M11.not_known", vi="Đảng viên chưa ghi tuổi", en="Members of unrecorded age",
        where="age_band = 'not_known'", relations=OF_ALL,
    ),
    member(
        code="M11.known", vi="Đảng viên có ghi năm sinh", en="Members whose birth is recorded",
        where="age IS NOT NULL",
        relations=(
            part_of("M01"),
            sums("M11.up_to_30", "M11.31_40", "M11.41_50", "M11.51_60", "M11.over_60"),
        ),
    ),
    member(
        code="M11.years", vi="Tổng số tuổi của đảng viên", en="Sum of members' ages", unit="years",
        where="age IS NOT NULL", counts="age",
    ),
    Ratio(
        code="M11.average", vi="Tuổi bình quân của đảng viên", en="Average age of members",
        numerator="M11.years", base="M11.known", unit="years", decimals=1,
    ),
)  # fmt: skip

PARTY_AGES = (
    member(
        code="M12.under_30", vi="Đảng viên có tuổi đảng dưới 30 năm",
        en="Members with a Party age under 30 years",
        where="standing = 'full' AND party_age_band = 'under_30'", relations=OF_FULL,
    ),
    *(
        member(
            code=f"M12.{since}_{until}", vi=f"Đảng viên có tuổi đảng từ {since} đến {until} năm",
            en=f"Members with a Party age of {since} to {until} years",
            where=f"standing = 'full' AND party_age_band = '{since}_{until}'", relations=OF_FULL,
        )
        for since, until in PARTY_AGE_BANDS
    ),
    member(
        code="M12.75_up", vi="Đảng viên có tuổi đảng từ 75 năm trở lên",
        en="Members with a Party age of 75 years and more",
        where="standing = 'full' AND party_age_band = '75_up'", relations=OF_FULL,
    ),
    member(
        code="M12.not_known", vi="Đảng viên chính thức chưa ghi tuổi đảng",
        en="Full members of unrecorded Party age", where="standing = 'full' AND party_age_band = 'none'",
        relations=OF_FULL,
    ),
)  # fmt: skip

FIGURES = (*OCCUPATIONS, *AGES, *PARTY_AGES)
