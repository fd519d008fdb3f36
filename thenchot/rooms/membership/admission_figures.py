"""Admissions: total and target (M15–M17), who was admitted (M19–M25), readmission (M26), O15."""

from __future__ import annotations

from functools import partial

from thenchot.snapshot.declare import Figure, Ratio, Stated, part_of, sums

admission = partial(Figure, unit="members", population="admissions")
OF_ALL = (part_of("M16"),)

TOTAL = (
    Stated(
        code="M15", vi="Chỉ tiêu kết nạp đảng viên trong năm", en="Target of admissions for the year",
        unit="members",
    ),
    admission(
        code="M16", vi="Đảng viên mới kết nạp", en="New members admitted", where="again = 'no'",
        relations=(
            sums(
                "M23.official", "M23.public_employee", "M23.armed_forces", "M23.worker", "M23.farmer",
                "M23.student", "M23.retired", "M23.other", "M23.not_known",
            ),
            sums("M24.up_to_30", "M24.31_40", "M24.41_50", "M24.51_60", "M24.over_60", "M24.not_known"),
            sums("M22.professional", "M22.unqualified", "M22.not_known"),
        ),
    ),
    Ratio(
        code="M17", vi="Kết nạp đảng viên so với chỉ tiêu", en="Admissions against the target",
        numerator="M16", base="M15",
    ),
    admission(
        code="M19", vi="Đảng viên mới kết nạp là nữ", en="Women among new members",
        where="again = 'no' AND sex = 'female'", relations=OF_ALL,
    ),
    Ratio(
        code="M19.share", vi="Tỷ lệ nữ trong đảng viên mới", en="Share of women among new members",
        numerator="M19", base="M16",
    ),
    admission(
        code="M20", vi="Đảng viên mới kết nạp là đoàn viên thanh niên",
        en="Youth Union members among new members", where="again = 'no' AND youth_union = 'yes'",
        relations=OF_ALL,
    ),
    Ratio(
        code="M20.share", vi="Tỷ lệ đoàn viên thanh niên trong đảng viên mới",
        en="Share of Youth Union members among new members", numerator="M20", base="M16",
    ),
    admission(
        code="M21", vi="Đảng viên mới kết nạp là người dân tộc thiểu số",
        en="Ethnic minorities among new members", where="again = 'no' AND minority = 'yes'", relations=OF_ALL,
        sensitive=True, reach="commune",
    ),
    Ratio(
        code="M21.share", vi="Tỷ lệ người dân tộc thiểu số trong đảng viên mới",
        en="Share of ethnic minorities among new members", numerator="M21", base="M16",
    ),
    admission(
        code="M25", vi="Đảng viên mới kết nạp trong doanh nghiệp ngoài khu vực nhà nước",
        en="New members in private enterprises",
        where="again = 'no' AND (sector = 'private_enterprise' OR grassroots_sector = 'private_enterprise')",
        relations=OF_ALL,
    ),
    admission(code="M26", vi="Kết nạp lại", en="Readmissions", where="again = 'yes'"),
    Figure(
        code="O15", vi="Tổ chức cơ sở đảng kết nạp được đảng viên",
        en="Grassroots organisations that admitted a member", unit="organisations", population="recruiters",
    ),
    Ratio(
        code="O15.share", vi="Tỷ lệ tổ chức cơ sở đảng kết nạp được đảng viên",
        en="Share of grassroots organisations that admitted a member", numerator="O15", base="O02",
    ),
)  # fmt: skip

SCHOOLING = (
    admission(
        code="M22.upper_secondary", vi="Đảng viên mới có trình độ học vấn trung học phổ thông",
        en="New members of upper secondary schooling", where="again = 'no' AND general = 'upper_secondary'",
        relations=OF_ALL,
    ),
    Ratio(
        code="M22.upper_secondary.share", vi="Tỷ lệ đảng viên mới có trình độ học vấn trung học phổ thông",
        en="Share of new members of upper secondary schooling", numerator="M22.upper_secondary", base="M16",
    ),
    admission(
        code="M22.professional", vi="Đảng viên mới có trình độ chuyên môn",
        en="New members with a professional qualification",
        where="again = 'no' AND professional NOT IN ('none', 'not_known')",
        relations=(part_of("M16"), sums("M22.vocational", "M22.secondary_college", "M22.university"),),
    ),
    Ratio(
        code="M22.professional.share", vi="Tỷ lệ đảng viên mới có trình độ chuyên môn",
        en="Share of new members with a professional qualification", numerator="M22.professional", base="M16",
    ),
    admission(
        code="M22.vocational", vi="Đảng viên mới là công nhân kỹ thuật, sơ cấp",
        en="New members of vocational training", where="again = 'no' AND professional = 'vocational'",
        relations=OF_ALL,
    ),
    admission(
        code="M22.secondary_college", vi="Đảng viên mới có trình độ trung cấp, cao đẳng",
        en="New members of secondary or college training",
        where="again = 'no' AND professional IN ('secondary', 'college')", relations=OF_ALL,
    ),
    admission(
        code="M22.university", vi="Đảng viên mới có trình độ đại học trở lên",
        en="New members with a university degree or higher",
        where="again = 'no' AND professional IN ('university', 'master', 'doctor')", relations=OF_ALL,
    ),
    Ratio(
        code="M22.university.share", vi="Tỷ lệ đảng viên mới có trình độ đại học trở lên",
        en="Share of new members with a university degree or higher", numerator="M22.university", base="M16",
    ),
    admission(
        code="M22.unqualified", vi="Đảng viên mới chưa có trình độ chuyên môn",
        en="New members without a professional qualification", where="again = 'no' AND professional = 'none'",
        relations=OF_ALL,
    ),
    admission(
        code="M22.not_known", vi="Đảng viên mới chưa ghi trình độ chuyên môn",
        en="New members of unrecorded qualification", where="again = 'no' AND professional = 'not_known'",
        relations=OF_ALL,
    ),
)  # fmt: skip

OCCUPATIONS = (
    admission(
        code="M23.official", vi="Đảng viên mới là công chức", en="New members: officials",
        where="again = 'no' AND occupation = 'official'", relations=OF_ALL,
    ),
    admission(
        code="M23.public_employee", vi="Đảng viên mới là viên chức", en="New members: public employees",
        where="again = 'no' AND occupation = 'public_employee'", relations=OF_ALL,
    ),
    admission(
        code="M23.armed_forces", vi="Đảng viên mới thuộc lực lượng vũ trang",
        en="New members: of the armed forces", where="again = 'no' AND occupation = 'armed_forces'",
        relations=OF_ALL,
    ),
    admission(
        code="M23.worker", vi="Đảng viên mới là công nhân, người lao động", en="New members: workers",
        where="again = 'no' AND occupation = 'worker'", relations=OF_ALL,
    ),
    admission(
        code="M23.farmer", vi="Đảng viên mới là nông dân", en="New members: farmers",
        where="again = 'no' AND occupation = 'farmer'", relations=OF_ALL,
    ),
    admission(
        code="M23.student", vi="Đảng viên mới là học sinh, sinh viên", en="New members: students",
        where="again = 'no' AND occupation = 'student'", relations=OF_ALL,
    ),
    admission(
        code="M23.retired", vi="Đảng viên mới đã nghỉ hưu", en="New members: retired",
        where="again = 'no' AND occupation = 'retired'", relations=OF_ALL,
    ),
    admission(
        code="M23.other", vi="Đảng viên mới làm nghề khác", en="New members: of other occupations",
        where="again = 'no' AND occupation = 'other'", relations=OF_ALL,
    ),
    admission(
        code="M23.not_known", vi="Đảng viên mới chưa ghi nghề nghiệp",
        en="New members: of unrecorded occupation", where="again = 'no' AND occupation = 'not_known'",
        relations=OF_ALL,
    ),
)  # fmt: skip

AGES = (
    admission(
        code="M24.up_to_30", vi="Đảng viên mới từ 30 tuổi trở xuống", en="New members aged 30 or under",
        where="again = 'no' AND age_band = 'up_to_30'", relations=OF_ALL,
    ),
    admission(
        code="M24.31_40", vi="Đảng viên mới từ 31 đến 40 tuổi", en="New members aged 31 to 40",
        where="again = 'no' AND age_band = '31_40'", relations=OF_ALL,
    ),
    admission(
        code="M24.41_50", vi="Đảng viên mới từ 41 đến 50 tuổi", en="New members aged 41 to 50",
        where="again = 'no' AND age_band = '41_50'", relations=OF_ALL,
    ),
    admission(
        code="M24.51_60", vi="Đảng viên mới từ 51 đến 60 tuổi", en="New members aged 51 to 60",
        where="again = 'no' AND age_band = '51_60'", relations=OF_ALL,
    ),
    admission(
        code="M24.over_60", vi="Đảng viên mới trên 60 tuổi", en="New members aged over 60",
        where="again = 'no' AND age_band = 'over_60'", relations=OF_ALL,
    ),
    admission(
        code="M24.not_known", vi="Đảng viên mới chưa ghi tuổi", en="New members of unrecorded age",
        where="again = 'no' AND age_band = 'not_known'", relations=OF_ALL,
    ),
    admission(
        code="M24.known", vi="Đảng viên mới có ghi năm sinh", en="New members whose birth is recorded",
        where="again = 'no' AND age IS NOT NULL",
        relations=(
            part_of("M16"),
            sums("M24.up_to_30", "M24.31_40", "M24.41_50", "M24.51_60", "M24.over_60"),
        ),
    ),
    admission(
        code="M24.years", vi="Tổng số tuổi của đảng viên mới khi kết nạp",
        en="Sum of new members' ages at admission", unit="years", where="again = 'no' AND age IS NOT NULL",
        counts="age",
    ),
    Ratio(
        code="M24.average", vi="Tuổi bình quân của đảng viên mới", en="Average age of new members",
        numerator="M24.years", base="M24.known", unit="years", decimals=1,
    ),
)  # fmt: skip

FIGURES = (*TOTAL, *SCHOOLING, *OCCUPATIONS, *AGES)
