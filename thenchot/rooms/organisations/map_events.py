"""What can happen to places (province, district, commune, village) and bodies (agencies and parts)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import BODY, PLACE, Act, BodyId, Code, NoteId, Part, PlaceId, this

from .events import Ending


class Level(StrEnum):
    """Of a place."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    VILLAGE = "village"  # thôn, bản, tổ dân phố


class BodyType(StrEnum):
    """What kind of body: the kinds whose number a reorganisation reports."""

    PROVINCIAL_AGENCY = "provincial_agency"
    DELEGATION_OFFICE = "delegation_office"  # văn phòng đoàn đại biểu Quốc hội
    DISTRICT_AUTHORITY = "district_authority"  # UBND huyện
    COMMUNE_AUTHORITY = "commune_authority"  # UBND xã
    INNER_UNIT = "inner_unit"  # đầu mối bên trong
    DIVISION = "division"  # phòng thuộc chi cục và tương đương


PLACED: dict[str, Part] = {
    "exists": "yes",
    "code": this.code,
    "level": this.level,
    "parent": this.parent,
    "name": this.name,
}
BODIED: dict[str, Part] = {
    "exists": "yes",
    "type": this.type,
    "parent": this.parent,
    "place": this.place,
    "name": this.name,
}


@dataclass(frozen=True, kw_only=True)
class _Place(Act):
    code: Code
    level: Level
    parent: PlaceId | None = None
    name: NoteId


@dataclass(frozen=True, kw_only=True)
class PlaceCarriedOver(_Place, kind="organisations.place_carried_over", about=PLACE, sets=PLACED):
    """Địa bàn đã có khi mở sổ."""


@dataclass(frozen=True, kw_only=True)
class PlaceFounded(_Place, kind="organisations.place_founded", about=PLACE, sets=PLACED):
    """Lập địa bàn mới."""


@dataclass(frozen=True, kw_only=True)
class PlaceMoved(Act, kind="organisations.place_moved", about=PLACE, sets={"parent": this.parent}):
    """Chuyển về địa bàn cấp trên khác."""

    parent: PlaceId


@dataclass(frozen=True, kw_only=True)
class PlaceEnded(
    Act,
    kind="organisations.place_ended",
    about=PLACE,
    sets={"exists": None, "level": None, "parent": None, "heir": this.heir},
):
    """Kết thúc, nhập hoặc chia địa bàn."""

    how: Ending
    heir: PlaceId


@dataclass(frozen=True, kw_only=True)
class _Body(Act):
    type: BodyType
    parent: BodyId | None = None
    place: PlaceId | None = None
    name: NoteId


@dataclass(frozen=True, kw_only=True)
class BodyCarriedOver(_Body, kind="organisations.body_carried_over", about=BODY, sets=BODIED):
    """Cơ quan, đơn vị đã có khi mở sổ."""


@dataclass(frozen=True, kw_only=True)
class BodyFounded(_Body, kind="organisations.body_founded", about=BODY, sets=BODIED):
    """Thành lập cơ quan, đơn vị."""


@dataclass(frozen=True, kw_only=True)
class ReorganisationDue(
    Act, kind="organisations.reorganisation_due", about=BODY, sets={("reorganisation", this.plan): "due"}
):
    """Phải sắp xếp theo một đề án."""

    plan: Code


@dataclass(frozen=True, kw_only=True)
class Reorganised(
    Act, kind="organisations.reorganised", about=BODY, sets={("reorganisation", this.plan): "done"}
):
    """Hoàn thành sắp xếp theo đề án ấy."""

    plan: Code


@dataclass(frozen=True, kw_only=True)
class BodyEnded(
    Act,
    kind="organisations.body_ended",
    about=BODY,
    sets={"exists": None, "type": None, "parent": None, "place": None, "heir": this.heir},
):
    """Giảm, sáp nhập, giải thể cơ quan, đơn vị; `type` repeats what was cut, for the count."""

    how: Ending
    heir: BodyId | None = None
    type: BodyType
