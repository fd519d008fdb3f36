"""What can happen to Party organisations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import ORGANISATION, Act, Code, NoteId, OrganisationId, Part, PlaceId, YesNo, this


class OrganisationType(StrEnum):
    """Level and form; dated, because the levels changed on 1/7/2025 and 26/7/2026."""

    PROVINCE = "province"
    DISTRICT = "district"  # huyện, thành phố, and the blocs, army and police directly under the province
    COMMUNE = "commune"  # above the grassroots, 1/7/2025 to 25/7/2026
    GRASSROOTS = "grassroots"  # đảng bộ cơ sở
    GRASSROOTS_CELL = "grassroots_cell"  # chi bộ cơ sở
    SECTION = "section"  # đảng bộ bộ phận
    CELL = "cell"  # chi bộ trực thuộc; from 26/7/2026 simply chi bộ


class Sector(StrEnum):
    """Loại hình of a grassroots organisation, kind of a cell."""

    TERRITORY = "territory"  # xã, phường, thị trấn
    RESIDENTIAL = "residential"  # thôn, bản, tổ dân phố
    AGENCY = "agency"
    PUBLIC_UNIT = "public_unit"  # school, health station
    STATE_ENTERPRISE = "state_enterprise"
    PRIVATE_ENTERPRISE = "private_enterprise"  # ngoài khu vực nhà nước
    ARMED_FORCES = "armed_forces"


class Ending(StrEnum):
    """How an organisation, body or place ended; each names one heir."""

    DISSOLVED = "dissolved"
    MERGED = "merged"
    DIVIDED = "divided"
    ENDED_BY_LAW = "ended_by_law"  # the district level on 1/7/2025


STANDS: dict[str, Part] = {
    "exists": "yes",
    "code": this.code,
    "type": this.type,
    "sector": this.sector,
    "parent": this.parent,
    "place": this.place,
    "name": this.name,
}


@dataclass(frozen=True, kw_only=True)
class _Standing(Act):
    code: Code
    type: OrganisationType
    sector: Sector | None = None
    parent: OrganisationId | None = None
    place: PlaceId | None = None
    name: NoteId


@dataclass(frozen=True, kw_only=True)
class CarriedOver(_Standing, kind="organisations.carried_over", about=ORGANISATION, sets=STANDS):
    """Chuyển vào sổ: stood already when the book began."""


@dataclass(frozen=True, kw_only=True)
class Founded(_Standing, kind="organisations.founded", about=ORGANISATION, sets=STANDS):
    """Thành lập."""


@dataclass(frozen=True, kw_only=True)
class Renamed(Act, kind="organisations.renamed", about=ORGANISATION, sets={"name": this.name}):
    """Đổi tên."""

    name: NoteId


@dataclass(frozen=True, kw_only=True)
class Recoded(Act, kind="organisations.recoded", about=ORGANISATION, sets={"code": this.code}):
    """Cấp mã mới."""

    code: Code


@dataclass(frozen=True, kw_only=True)
class Retyped(
    Act, kind="organisations.retyped", about=ORGANISATION, sets={"type": this.type, "sector": this.sector}
):
    """Nâng, hạ cấp, chuyển loại hình."""

    type: OrganisationType
    sector: Sector | None = None


@dataclass(frozen=True, kw_only=True)
class Moved(Act, kind="organisations.moved", about=ORGANISATION, sets={"parent": this.parent}):
    """Chuyển giao về tổ chức đảng cấp trên khác."""

    parent: OrganisationId


@dataclass(frozen=True, kw_only=True)
class Placed(Act, kind="organisations.placed", about=ORGANISATION, sets={"place": this.place}):
    """Phụ trách địa bàn: the village or commune it belongs to."""

    place: PlaceId | None = None


@dataclass(frozen=True, kw_only=True)
class Ended(
    Act,
    kind="organisations.ended",
    about=ORGANISATION,
    sets={
        "exists": None,
        "type": None,
        "sector": None,
        "parent": None,
        "place": None,
        "cell_committee": None,
        "heir": this.heir,
    },
):
    """Kết thúc hoạt động: giải thể, sáp nhập, chia. The heir serves recasting only."""

    how: Ending
    heir: OrganisationId


@dataclass(frozen=True, kw_only=True)
class CellCommitteeSet(
    Act,
    kind="organisations.cell_committee_set",
    about=ORGANISATION,
    sets={"cell_committee": this.has_committee},
):
    """Có chi ủy hoặc không có chi ủy, from the result of the cell's congress."""

    has_committee: YesNo


@dataclass(frozen=True, kw_only=True)
class CongressHeld(Act, kind="organisations.congress_held", about=ORGANISATION, sets={"congress": this.term}):
    """Hoàn thành đại hội of a term such as 2020-2025."""

    term: Code
