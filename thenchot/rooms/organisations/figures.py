"""What this room counts: Party organisations and villages (O01–O12, O14), bodies reorganised (K14)."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from django.utils.translation import gettext_noop as N_

from thenchot.snapshot.declare import (
    FLOW,
    STOCK,
    Figure,
    Population,
    Ratio,
    part_of,
    populations_in,
    same_as,
    sums,
)

from . import change_figures

SQL = populations_in(Path(__file__).with_name("populations.sql"))

POPULATIONS = (
    Population(
        name="organisations", kind=STOCK, sql=SQL["organisations"],
        vi="Tổ chức đảng đang hoạt động", en="Party organisations that stand",
        dimensions={"type": "type", "sector": "sector", "parent-type": "parent_type"},
    ),
    Population(
        name="organisation_changes", kind=FLOW, sql=SQL["organisation_changes"],
        vi="Thay đổi của tổ chức đảng", en="Changes of Party organisations",
        dimensions={"change": "change", "type": "type", "sector": "sector"},
    ),
    Population(
        name="villages", kind=STOCK, sql=SQL["villages"],
        vi="Thôn, tổ dân phố", en="Villages and residential groups",
        dimensions={"own-cell": "own_cell", "has-member": "has_member"},
    ),
    Population(
        name="reorganisations", kind=STOCK, sql=SQL["reorganisations"],
        vi="Cơ quan phải sắp xếp theo đề án", en="Bodies due to be reorganised under a plan",
        dimensions={"type": "type", "plan": "plan", "state": "state"},
    ),
    Population(
        name="bodies_ended", kind=FLOW, sql=SQL["bodies_ended"],
        vi="Cơ quan, đơn vị giảm", en="Bodies cut",
        dimensions={"type": "type", "how": "how"},
    ),
)  # fmt: skip

LEVELS_2025 = date(2025, 7, 1)
LEVELS_2026 = date(2026, 7, 26)
NO_DISTRICTS = N_("Từ ngày 01/7/2025 không còn cấp huyện; tổ chức đảng ở xã, phường thuộc thẳng cấp tỉnh.")
NEW_FORMS = N_(
    "Loại hình tổ chức đảng thay đổi ngày 01/7/2025 và ngày 26/7/2026: số trước và sau không cùng cách gọi."
)
organisation = partial(Figure, unit="organisations", population="organisations")
grassroots = partial(organisation, breaks=(LEVELS_2025, LEVELS_2026), why_not_comparable=NEW_FORMS)
village = partial(Figure, unit="villages", population="villages")

TREE = (
    organisation(
        code="O01", vi="Đảng bộ trực thuộc Tỉnh ủy",
        en="Organisations directly under the provincial committee",
        where="parent_type = 'province' AND cell = 'no'",
        breaks=(LEVELS_2025,), why_not_comparable=NO_DISTRICTS,
    ),
    grassroots(
        code="O02", vi="Tổ chức cơ sở đảng", en="Grassroots organisations",
        where="grassroots = 'yes'",
        relations=(
            sums("O03", "O04"),
            sums(
                "O14.territory", "O14.agency", "O14.public_unit", "O14.state_enterprise",
                "O14.private_enterprise", "O14.armed_forces", "O14.other",
            ),
        ),
    ),
    grassroots(
        code="O03", vi="Đảng bộ cơ sở", en="Grassroots organisations with a committee",
        where="type = 'grassroots'",
    ),
    grassroots(
        code="O04", vi="Chi bộ cơ sở", en="Grassroots cells",
        where="type = 'grassroots_cell'",
    ),
    grassroots(
        code="O05", vi="Đảng bộ bộ phận", en="Section organisations",
        where="type = 'section'",
    ),
    grassroots(
        code="O06", vi="Chi bộ trực thuộc", en="Subordinate cells",
        where="type = 'cell'",
    ),
    organisation(
        code="O06.all", vi="Tổng số chi bộ", en="All cells",
        where="cell = 'yes'",
        relations=(sums("O04", "O06"), sums("O11.with", "O11.without", "O11.not_known")),
    ),
)  # fmt: skip

CELLS = (
    organisation(
        code="O08", vi="Chi bộ thôn, tổ dân phố", en="Cells of villages and residential groups",
        where="cell = 'yes' AND sector = 'residential'",
        relations=(part_of("O06.all"), same_as("O08.villages")),
    ),
    village(
        code="O08.all", vi="Tổng số thôn, tổ dân phố", en="All villages and residential groups",
        relations=(sums("O08.villages", "O09.no_cell"),),
    ),
    village(
        code="O08.villages", vi="Thôn, tổ dân phố có chi bộ độc lập",
        en="Villages and residential groups with a cell of their own",
        where="own_cell = 'yes'", relations=(part_of("O08.all"),),
    ),
    Ratio(
        code="O08.share", vi="Tỷ lệ thôn, tổ dân phố có chi bộ độc lập",
        en="Share of villages with a cell of their own", numerator="O08.villages", base="O08.all",
    ),
    village(
        code="O09.no_cell", vi="Thôn, tổ dân phố chưa có chi bộ độc lập",
        en="Villages without a cell of their own",
        where="own_cell = 'no'", relations=(part_of("O08.all"),),
    ),
    village(
        code="O09.no_member", vi="Thôn, tổ dân phố chưa có đảng viên", en="Villages without a member",
        where="has_member = 'no'", relations=(part_of("O08.all"),),
    ),
    organisation(
        code="O10.under_3", vi="Chi bộ dưới 3 đảng viên chính thức", en="Cells under 3 full members",
        where="cell = 'yes' AND full_members < 3",
        relations=(part_of("O06.all"),),
    ),
    organisation(
        code="O10.under_7", vi="Chi bộ dưới 7 đảng viên", en="Cells under 7 members",
        where="cell = 'yes' AND members < 7", relations=(part_of("O06.all"),),
    ),
    organisation(
        code="O11.with", vi="Chi bộ có chi ủy", en="Cells with a cell committee",
        where="cell = 'yes' AND cell_committee = 'yes'",
        relations=(part_of("O06.all"),),
    ),
    organisation(
        code="O11.without", vi="Chi bộ không có chi ủy", en="Cells without a cell committee",
        where="cell = 'yes' AND cell_committee = 'no'",
        relations=(part_of("O06.all"),),
    ),
    organisation(
        code="O11.not_known", vi="Chi bộ chưa ghi có chi ủy hay không",
        en="Cells of which it is not recorded",
        where="cell = 'yes' AND cell_committee = 'not_known'",
        relations=(part_of("O06.all"),),
    ),
)  # fmt: skip

SECTORS = (
    organisation(
        code="O12", vi="Tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước",
        en="Party organisations in private enterprises",
        where="sector = 'private_enterprise'",
    ),
    grassroots(
        code="O14.territory", vi="Tổ chức cơ sở đảng xã, phường, thị trấn",
        en="Grassroots organisations of communes",
        where="grassroots = 'yes' AND sector = 'territory'",
    ),
    grassroots(
        code="O14.agency", vi="Tổ chức cơ sở đảng cơ quan", en="Grassroots organisations of agencies",
        where="grassroots = 'yes' AND sector = 'agency'",
    ),
    grassroots(
        code="O14.public_unit", vi="Tổ chức cơ sở đảng đơn vị sự nghiệp",
        en="Grassroots organisations of public units",
        where="grassroots = 'yes' AND sector = 'public_unit'",
    ),
    grassroots(
        code="O14.state_enterprise", vi="Tổ chức cơ sở đảng doanh nghiệp nhà nước",
        en="Grassroots organisations of state enterprises",
        where="grassroots = 'yes' AND sector = 'state_enterprise'",
    ),
    grassroots(
        code="O14.private_enterprise", vi="Tổ chức cơ sở đảng doanh nghiệp ngoài khu vực nhà nước",
        en="Grassroots organisations of private enterprises",
        where="grassroots = 'yes' AND sector = 'private_enterprise'", relations=(part_of("O12"),),
    ),
    grassroots(
        code="O14.armed_forces", vi="Tổ chức cơ sở đảng lực lượng vũ trang",
        en="Grassroots organisations of the armed forces",
        where="grassroots = 'yes' AND sector = 'armed_forces'",
    ),
    grassroots(
        code="O14.other", vi="Tổ chức cơ sở đảng loại hình khác hoặc chưa ghi",
        en="Grassroots organisations of another sector or none",
        where="grassroots = 'yes' AND sector IN ('residential', 'not_known')",
    ),
)  # fmt: skip

FIGURES = (*TREE, *CELLS, *SECTORS, *change_figures.FIGURES)
