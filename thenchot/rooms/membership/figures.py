"""What this room counts of members, in order of the report's list: M01–M41, O13 and O15.

M18 (against the same period last year) is M16 asked of two periods; it has no declaration of its own.
"""

from __future__ import annotations

from pathlib import Path

from thenchot.snapshot.declare import FLOW, STOCK, Population, populations_in

from . import act_figures, admission_figures, profile_figures, schooling_figures, stock_figures

SQL = populations_in(Path(__file__).with_name("populations.sql")) | populations_in(
    Path(__file__).with_name("flow_populations.sql")
)

POPULATIONS = (
    Population(
        name="members", kind=STOCK, sql=SQL["members"],
        vi="Đảng viên", en="Members",
        dimensions={
            "standing": "standing", "sex": "sex", "minority": "minority", "ethnicity": "ethnicity",
            "age": "age", "age-band": "age_band", "party-age": "party_age",
            "party-age-band": "party_age_band",
            "general": "general", "professional": "professional", "theory": "theory",
            "occupation": "occupation", "youth-union": "youth_union", "business-owner": "business_owner",
            "exempt": "exempt", "away": "away", "residence-link": "residence_link", "sector": "sector",
            "grassroots-sector": "grassroots_sector",
        },
    ),
    Population(
        name="probation", kind=STOCK, sql=SQL["probation"], vi="Đảng viên dự bị", en="Members on probation",
        dimensions={"due": "due", "overdue": "overdue"},
    ),
    Population(
        name="residence_links", kind=STOCK, sql=SQL["residence_links"],
        vi="Đảng viên nơi khác giữ mối liên hệ", en="Members of other cells linked to this one",
    ),
    Population(
        name="admissions", kind=FLOW, sql=SQL["admissions"], vi="Kết nạp, kết nạp lại",
        en="Admissions and readmissions",
        dimensions={
            "again": "again", "sex": "sex", "minority": "minority", "ethnicity": "ethnicity", "age": "age",
            "age-band": "age_band", "general": "general", "professional": "professional",
            "occupation": "occupation", "youth-union": "youth_union", "sector": "sector",
            "grassroots-sector": "grassroots_sector",
        },
    ),
    Population(
        name="recruiters", kind=FLOW, sql=SQL["recruiters"], vi="Tổ chức cơ sở đảng có kết nạp",
        en="Grassroots organisations that admitted",
    ),
    Population(
        name="recognitions", kind=FLOW, sql=SQL["recognitions"], vi="Công nhận chính thức", en="Recognitions",
    ),
    Population(
        name="transfers", kind=FLOW, sql=SQL["transfers"], vi="Chuyển sinh hoạt đảng", en="Transfers",
        dimensions={"way": "way", "elsewhere": "elsewhere"},
    ),
    Population(
        name="departures", kind=FLOW, sql=SQL["departures"], vi="Ra khỏi Đảng, từ trần", en="Departures",
        dimensions={"cause": "cause", "decided-by": "decided_by"},
    ),
    Population(
        name="restorations", kind=FLOW, sql=SQL["restorations"], vi="Khôi phục quyền đảng viên",
        en="Restorations",
    ),
    Population(
        name="badges", kind=FLOW, sql=SQL["badges"], vi="Tặng Huy hiệu Đảng", en="Badges awarded",
        dimensions={"years": "years", "posthumous": "posthumous"},
    ),
    Population(
        name="cards", kind=FLOW, sql=SQL["cards"], vi="Phát, đổi, cấp lại, làm lại thẻ", en="Cards issued",
        dimensions={"how": "how"},
    ),
    Population(
        name="residence_sheets", kind=FLOW, sql=SQL["residence_sheets"], vi="Phiếu nhận xét nơi cư trú",
        en="Residence sheets received", dimensions={"year": "sheet_year"},
    ),
)  # fmt: skip

FIGURES = (
    *stock_figures.FIGURES,
    *profile_figures.FIGURES,
    *schooling_figures.FIGURES,
    *admission_figures.FIGURES,
    *act_figures.FIGURES,
)

# The field that tells apart the causes of a change of cell in the movement table.
GROUNDS = {
    "membership.moved": "why",
    "membership.transferred_in": "source",
    "membership.transferred_out": "destination",
}
