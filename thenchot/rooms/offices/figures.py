"""What this room counts: cell secretaries and their second posts (O17), not local (K04), schooling (K16)."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from django.utils.translation import gettext_noop as N_

from thenchot.snapshot.declare import (
    PERSONS,
    STOCK,
    Figure,
    Population,
    Ratio,
    part_of,
    populations_in,
    same_as,
)

SQL = populations_in(Path(__file__).with_name("populations.sql"))

POPULATIONS = (
    Population(
        name="posts", kind=STOCK, sql=SQL["posts"], vi="Chức vụ đang giữ", en="Posts held",
        dimensions={
            "post": "post", "not-local": "not_local", "seat-type": "seat_type", "seat-sector": "seat_sector",
            "seat-level": "seat_level", "village-head-too": "village_head_too",
            "front-work-head-too": "front_work_head_too", "commune-officer-too": "commune_officer_too",
        },
    ),
    Population(
        name="cell_secretaries", kind=STOCK, sql=SQL["cell_secretaries"], vi="Bí thư chi bộ",
        en="Cell secretaries",
        dimensions={
            "seat-type": "seat_type", "general": "general", "professional": "professional",
            "theory": "theory",
        },
    ),
)  # fmt: skip

LEVELS_2025 = date(2025, 7, 1)
NO_DISTRICTS = N_("Từ ngày 01/7/2025 không còn cấp huyện.")
NEW_COMMUNES = N_("Xã, phường được sắp xếp lại từ ngày 01/7/2025.")
NEW_CELLS = N_("Từ ngày 26/7/2026 chỉ còn một tên gọi chi bộ, không tách chi bộ cơ sở và chi bộ trực thuộc.")

# Persons, each once: a secretary of two cells is one secretary.
holder = partial(Figure, unit="persons", population="posts", counts=PERSONS)
district = partial(holder, breaks=(LEVELS_2025,), why_not_comparable=NO_DISTRICTS)
commune = partial(holder, breaks=(LEVELS_2025,), why_not_comparable=NEW_COMMUNES)
secretary = partial(
    Figure, unit="persons", population="cell_secretaries", counts=PERSONS,
    breaks=(date(2026, 7, 26),), why_not_comparable=NEW_CELLS,
)  # fmt: skip

OF_VILLAGE = "seat_type IN ('cell', 'grassroots_cell') AND seat_sector = 'residential'"
VILLAGE_SECRETARY = f"post = 'secretary' AND {OF_VILLAGE}"

VILLAGES = (
    holder(
        code="O17", vi="Bí thư chi bộ thôn, tổ dân phố", en="Secretaries of village cells",
        where=VILLAGE_SECRETARY, relations=(same_as("O08"),),
    ),
    holder(
        code="O17.village_head", vi="Bí thư chi bộ đồng thời là trưởng thôn, tổ trưởng tổ dân phố",
        en="Cell secretaries who are also village heads",
        where=f"{VILLAGE_SECRETARY} AND village_head_too = 'yes'", relations=(part_of("O17"),),
    ),
    Ratio(
        code="O17.village_head.share",
        vi="Tỷ lệ bí thư chi bộ đồng thời là trưởng thôn, tổ trưởng tổ dân phố",
        en="Share of cell secretaries who are also village heads", numerator="O17.village_head", base="O17",
    ),
    holder(
        code="O17.front_work_head", vi="Bí thư chi bộ đồng thời là trưởng ban công tác mặt trận",
        en="Cell secretaries who also head the Front work board",
        where=f"{VILLAGE_SECRETARY} AND front_work_head_too = 'yes'", relations=(part_of("O17"),),
    ),
    Ratio(
        code="O17.front_work_head.share", vi="Tỷ lệ bí thư chi bộ đồng thời là trưởng ban công tác mặt trận",
        en="Share of cell secretaries who also head the Front work board",
        numerator="O17.front_work_head", base="O17",
    ),
    holder(
        code="O17.both", vi="Bí thư chi bộ đồng thời là trưởng thôn và trưởng ban công tác mặt trận",
        en="Cell secretaries who are village head and Front head at once",
        where=f"{VILLAGE_SECRETARY} AND village_head_too = 'yes' AND front_work_head_too = 'yes'",
        relations=(part_of("O17.village_head", "O17.front_work_head"),),
    ),
    holder(
        code="O17.officer_deputy", vi="Cán bộ, công chức cấp xã làm phó bí thư chi bộ thôn",
        en="Commune officers serving as deputy cell secretaries",
        where=f"post = 'deputy_secretary' AND {OF_VILLAGE} AND commune_officer_too = 'yes'",
        relations=(part_of("O08"),),
    ),
    Ratio(
        code="O17.officer_deputy.share", vi="Tỷ lệ chi bộ có cán bộ, công chức cấp xã làm phó bí thư",
        en="Share of cells with a commune officer as deputy secretary",
        numerator="O17.officer_deputy", base="O08",
    ),
)  # fmt: skip

DISTRICT_SECRETARY = "post = 'secretary' AND seat_type = 'district' AND seat_level = 'district'"
DISTRICT_CHAIR = "post = 'authority_chair' AND seat_type = 'district_authority'"
COMMUNE_SECRETARY = (
    "post = 'secretary' AND seat_type IN ('commune', 'grassroots') AND seat_level = 'commune'"
    " AND seat_sector = 'territory'"
)
COMMUNE_CHAIR = "post = 'authority_chair' AND seat_type = 'commune_authority'"
NOT_LOCAL = "not_local = 'yes'"

NOT_LOCALS = (
    district(
        code="K04.district_secretary", vi="Tổng số bí thư cấp huyện", en="All district secretaries",
        where=DISTRICT_SECRETARY,
    ),
    district(
        code="K04.district_secretary.not_local", vi="Bí thư cấp huyện không là người địa phương",
        en="District secretaries who are not local", where=f"{DISTRICT_SECRETARY} AND {NOT_LOCAL}",
        relations=(part_of("K04.district_secretary"),),
    ),
    Ratio(
        code="K04.district_secretary.share", vi="Tỷ lệ bí thư cấp huyện không là người địa phương",
        en="Share of district secretaries who are not local", numerator="K04.district_secretary.not_local",
        base="K04.district_secretary",
    ),
    district(
        code="K04.district_chair", vi="Tổng số chủ tịch UBND cấp huyện",
        en="All district People's Committee chairs", where=DISTRICT_CHAIR,
    ),
    district(
        code="K04.district_chair.not_local", vi="Chủ tịch UBND cấp huyện không là người địa phương",
        en="District People's Committee chairs who are not local", where=f"{DISTRICT_CHAIR} AND {NOT_LOCAL}",
        relations=(part_of("K04.district_chair"),),
    ),
    Ratio(
        code="K04.district_chair.share", vi="Tỷ lệ chủ tịch UBND cấp huyện không là người địa phương",
        en="Share of district chairs who are not local", numerator="K04.district_chair.not_local",
        base="K04.district_chair",
    ),
    commune(
        code="K04.commune_secretary", vi="Tổng số bí thư cấp xã", en="All commune secretaries",
        where=COMMUNE_SECRETARY,
    ),
    commune(
        code="K04.commune_secretary.not_local", vi="Bí thư cấp xã không là người địa phương",
        en="Commune secretaries who are not local", where=f"{COMMUNE_SECRETARY} AND {NOT_LOCAL}",
        relations=(part_of("K04.commune_secretary"),),
    ),
    Ratio(
        code="K04.commune_secretary.share", vi="Tỷ lệ bí thư cấp xã không là người địa phương",
        en="Share of commune secretaries who are not local", numerator="K04.commune_secretary.not_local",
        base="K04.commune_secretary",
    ),
    commune(
        code="K04.commune_chair", vi="Tổng số chủ tịch UBND cấp xã",
        en="All commune People's Committee chairs", where=COMMUNE_CHAIR,
    ),
    commune(
        code="K04.commune_chair.not_local", vi="Chủ tịch UBND cấp xã không là người địa phương",
        en="Commune People's Committee chairs who are not local", where=f"{COMMUNE_CHAIR} AND {NOT_LOCAL}",
        relations=(part_of("K04.commune_chair"),),
    ),
    Ratio(
        code="K04.commune_chair.share", vi="Tỷ lệ chủ tịch UBND cấp xã không là người địa phương",
        en="Share of commune chairs who are not local", numerator="K04.commune_chair.not_local",
        base="K04.commune_chair",
    ),
)  # fmt: skip

SUBORDINATE = "seat_type = 'cell'"

SCHOOLING = (
    secretary(
        code="K16", vi="Bí thư chi bộ trực thuộc đảng ủy cơ sở", en="Secretaries of subordinate cells",
        where=SUBORDINATE,
    ),
    secretary(
        code="K16.general", vi="Bí thư chi bộ trực thuộc có trình độ trung học phổ thông",
        en="Those of upper secondary schooling", where=f"{SUBORDINATE} AND general = 'upper_secondary'",
        relations=(part_of("K16"),),
    ),
    Ratio(
        code="K16.general.share", vi="Tỷ lệ bí thư chi bộ trực thuộc có trình độ trung học phổ thông",
        en="Share of those secretaries with upper secondary education", numerator="K16.general", base="K16",
    ),
    secretary(
        code="K16.theory", vi="Bí thư chi bộ trực thuộc được đào tạo lý luận chính trị",
        en="Those trained in political theory",
        where=f"{SUBORDINATE} AND theory NOT IN ('none', 'not_known')", relations=(part_of("K16"),),
    ),
    Ratio(
        code="K16.theory.share", vi="Tỷ lệ bí thư chi bộ trực thuộc được đào tạo lý luận chính trị",
        en="Share of those secretaries trained in political theory", numerator="K16.theory", base="K16",
    ),
    secretary(
        code="K16.professional", vi="Bí thư chi bộ trực thuộc được đào tạo chuyên môn, nghiệp vụ",
        en="Those with professional training",
        where=f"{SUBORDINATE} AND professional NOT IN ('none', 'not_known')", relations=(part_of("K16"),),
    ),
    Ratio(
        code="K16.professional.share",
        vi="Tỷ lệ bí thư chi bộ trực thuộc được đào tạo chuyên môn, nghiệp vụ",
        en="Share of those secretaries with professional training", numerator="K16.professional", base="K16",
    ),
)  # fmt: skip

FIGURES = (*VILLAGES, *NOT_LOCALS, *SCHOOLING)
