"""Members by schooling (M13): general, professional, political theory."""

from __future__ import annotations

from functools import partial

from thenchot.snapshot.declare import Figure, Ratio, part_of, sums

member = partial(Figure, unit="members", population="members")
OF_ALL = (part_of("M01"),)

FIGURES = (
    member(
        code="M13.general.none", vi="Đảng viên chưa có trình độ học vấn phổ thông",
        en="Members without general schooling", where="general = 'none'", relations=OF_ALL,
    ),
    member(
        code="M13.general.primary", vi="Đảng viên có trình độ tiểu học", en="Members of primary schooling",
        where="general = 'primary'", relations=OF_ALL,
    ),
    member(
        code="M13.general.lower_secondary", vi="Đảng viên có trình độ trung học cơ sở",
        en="Members of lower secondary schooling", where="general = 'lower_secondary'", relations=OF_ALL,
    ),
    member(
        code="M13.general.upper_secondary", vi="Đảng viên có trình độ trung học phổ thông",
        en="Members of upper secondary schooling", where="general = 'upper_secondary'", relations=OF_ALL,
    ),
    member(
        code="M13.general.not_known", vi="Đảng viên chưa ghi trình độ học vấn",
        en="Members of unrecorded general level", where="general = 'not_known'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.none", vi="Đảng viên chưa có trình độ chuyên môn",
        en="Members without a professional qualification", where="professional = 'none'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.vocational", vi="Đảng viên là công nhân kỹ thuật, sơ cấp",
        en="Members of vocational training", where="professional = 'vocational'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.secondary", vi="Đảng viên có trình độ trung cấp",
        en="Members of secondary professional training", where="professional = 'secondary'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.college", vi="Đảng viên có trình độ cao đẳng",
        en="Members of college training", where="professional = 'college'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.university", vi="Đảng viên có trình độ đại học",
        en="Members with a university degree", where="professional = 'university'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.master", vi="Đảng viên có trình độ thạc sĩ",
        en="Members with a master's degree", where="professional = 'master'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.doctor", vi="Đảng viên có trình độ tiến sĩ", en="Members with a doctorate",
        where="professional = 'doctor'", relations=OF_ALL,
    ),
    member(
        code="M13.professional.not_known", vi="Đảng viên chưa ghi trình độ chuyên môn",
        en="Members of unrecorded professional level", where="professional = 'not_known'", relations=OF_ALL,
    ),
    member(
        code="M13.theory.none", vi="Đảng viên chưa qua đào tạo lý luận chính trị",
        en="Members without political theory", where="theory = 'none'", relations=OF_ALL,
    ),
    member(
        code="M13.theory.elementary", vi="Đảng viên có trình độ lý luận chính trị sơ cấp",
        en="Members of elementary political theory", where="theory = 'elementary'", relations=OF_ALL,
    ),
    member(
        code="M13.theory.intermediate", vi="Đảng viên có trình độ lý luận chính trị trung cấp",
        en="Members of intermediate political theory", where="theory = 'intermediate'", relations=OF_ALL,
    ),
    member(
        code="M13.theory.advanced", vi="Đảng viên có trình độ lý luận chính trị cao cấp, cử nhân",
        en="Members of advanced political theory", where="theory = 'advanced'", relations=OF_ALL,
    ),
    member(
        code="M13.theory.not_known", vi="Đảng viên chưa ghi trình độ lý luận chính trị",
        en="Members of unrecorded theory level", where="theory = 'not_known'", relations=OF_ALL,
    ),
    member(
        code="M13.university", vi="Đảng viên có trình độ đại học trở lên",
        en="Members with a university degree or higher",
        where="professional IN ('university', 'master', 'doctor')",
        relations=(
            sums("M13.professional.university", "M13.professional.master", "M13.professional.doctor"),
        ),
    ),
    Ratio(
        code="M13.university.share", vi="Tỷ lệ đảng viên có trình độ đại học trở lên",
        en="Share of members with a university degree or higher", numerator="M13.university", base="M01",
    ),
    Ratio(
        code="M13.upper_secondary.share", vi="Tỷ lệ đảng viên có trình độ trung học phổ thông",
        en="Share of members of upper secondary schooling", numerator="M13.general.upper_secondary",
        base="M01",
    ),
    Ratio(
        code="M13.theory.share", vi="Tỷ lệ đảng viên có trình độ lý luận chính trị trung cấp trở lên",
        en="Share of members of intermediate or higher political theory",
        numerator="M13.theory.intermediate_up", base="M01",
    ),
    member(
        code="M13.theory.intermediate_up", vi="Đảng viên có trình độ lý luận chính trị trung cấp trở lên",
        en="Members of intermediate or higher political theory",
        where="theory IN ('intermediate', 'advanced')",
        relations=(sums("M13.theory.intermediate", "M13.theory.advanced"),),
    ),
)  # fmt: skip
