"""How somebody takes and leaves a post. The seat is an organisation, a body or a village."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import PERSON, PERSONAL, Act, Part, SubjectId, YesNo, this


class Post(StrEnum):
    SECRETARY = "secretary"  # bí thư, of a cell or of a committee: the seat's type tells
    DEPUTY_SECRETARY = "deputy_secretary"
    STANDING_MEMBER = "standing_member"
    COMMITTEE_MEMBER = "committee_member"  # cấp ủy viên, chi ủy viên
    AUTHORITY_CHAIR = "authority_chair"  # chủ tịch UBND
    VILLAGE_HEAD = "village_head"  # trưởng thôn, tổ trưởng tổ dân phố
    FRONT_WORK_HEAD = "front_work_head"  # trưởng ban công tác mặt trận
    COMMUNE_OFFICER = "commune_officer"  # cán bộ, công chức cấp xã


class Way(StrEnum):
    """How the post was taken."""

    ELECTED = "elected"
    DESIGNATED = "designated"  # chỉ định
    APPOINTED = "appointed"  # bổ nhiệm
    APPROVED = "approved"  # chuẩn y


class Leaving(StrEnum):
    TERM_ENDED = "term_ended"
    RELIEVED = "relieved"  # miễn nhiệm
    RELEASED = "released"  # cho thôi giữ chức vụ
    TRANSFERRED = "transferred"  # điều động, luân chuyển
    RETIRED = "retired"
    LEFT_PARTY = "left_party"
    DIED = "died"
    SEAT_ENDED = "seat_ended"


HELD: dict[tuple[Part, ...], Part] = {
    ("post", this.post, this.seat): this.seat,
    ("not_local", this.post, this.seat): this.not_local,
}


@dataclass(frozen=True, kw_only=True)
class _Holding(Act):
    post: Post
    seat: SubjectId
    not_local: YesNo | None = None  # không là người địa phương: a yes/no of the appointment act


@dataclass(frozen=True, kw_only=True)
class CarriedOver(_Holding, kind="offices.carried_over", about=PERSON, holds=PERSONAL, sets=HELD):
    """Giữ chức vụ từ trước khi mở sổ."""


@dataclass(frozen=True, kw_only=True)
class Taken(_Holding, kind="offices.taken", about=PERSON, holds=PERSONAL, sets=HELD):
    """Được bầu, chỉ định, bổ nhiệm, chuẩn y."""

    way: Way


@dataclass(frozen=True, kw_only=True)
class Left(
    Act,
    kind="offices.left",
    about=PERSON,
    holds=PERSONAL,
    sets={("post", this.post, this.seat): None, ("not_local", this.post, this.seat): None},
):
    """Thôi giữ chức vụ."""

    post: Post
    seat: SubjectId
    how: Leaving
