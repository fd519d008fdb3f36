"""How somebody becomes a member, moves, and ceases to be one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import PERSON, PERSONAL, Act, Code, Day, OrganisationId, Part, YesNo, this


class Standing(StrEnum):
    """Theo diện."""

    PROBATIONARY = "probationary"
    FULL = "full"


class Elsewhere(StrEnum):
    """Where a member comes from or goes to when that is outside this book."""

    OTHER_PROVINCE = "other_province"
    CENTRAL = "central"  # organisations directly under the Centre
    ARMED_FORCES = "armed_forces"
    ABROAD = "abroad"


class Move(StrEnum):
    """Why a member changes cell without a letter between grassroots organisations."""

    INTERNAL = "internal"
    REORGANISATION = "reorganisation"


class Decider(StrEnum):
    """The level whose committee decided."""

    GRASSROOTS = "grassroots"
    DISTRICT = "district"
    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRE = "centre"


GONE: dict[str, Part] = {
    "standing": None,
    "cell": None,
    "transit": None,
    "exempt": None,
    "temporary": None,
    "residence": None,
}
MEMBER: dict[str, Part] = {
    "standing": this.standing,
    "cell": this.cell,
    "joined": this.joined_on,
    "official": this.official_on,
    "party_since": this.party_since,
}


@dataclass(frozen=True, kw_only=True)
class _Member(Act):
    cell: OrganisationId
    standing: Standing
    joined_on: Day  # the ceremony
    official_on: Day | None = None
    party_since: Day  # the day written in the admission decision; Party age counts from it


@dataclass(frozen=True, kw_only=True)
class CarriedOver(
    _Member,
    kind="membership.carried_over",
    about=PERSON,
    holds=PERSONAL,
    sets={**MEMBER, "exempt": this.exempt},
):
    """Chuyển vào sổ: was a member already when the book began."""

    exempt: YesNo | None = None


@dataclass(frozen=True, kw_only=True)
class _Joining(Act):
    cell: OrganisationId
    resolved_on: Day | None = None  # nghị quyết của chi bộ
    decided_on: Day | None = None  # quyết định kết nạp; signed_on where missing


JOINS: dict[str, Part] = {
    "standing": "probationary",
    "cell": this.cell,
    "joined": this.effective_on,
    "official": None,
    "party_since": this.decided_on,
}


@dataclass(frozen=True, kw_only=True)
class Admitted(_Joining, kind="membership.admitted", about=PERSON, holds=PERSONAL, sets=JOINS):
    """Kết nạp: on probation in the cell from the day of the ceremony."""


@dataclass(frozen=True, kw_only=True)
class Readmitted(_Joining, kind="membership.readmitted", about=PERSON, holds=PERSONAL, sets=JOINS):
    """Kết nạp lại: once in a lifetime, on probation again."""


@dataclass(frozen=True, kw_only=True)
class Recognised(
    Act,
    kind="membership.recognised",
    about=PERSON,
    holds=PERSONAL,
    sets={"standing": "full", "official": this.effective_on},
):
    """Công nhận chính thức: counts from the end of probation, however late it is signed."""

    resolved_on: Day | None = None


@dataclass(frozen=True, kw_only=True)
class Moved(Act, kind="membership.moved", about=PERSON, holds=PERSONAL, sets={"cell": this.cell}):
    """Chuyển sinh hoạt nội bộ, or with the cell's reorganisation."""

    cell: OrganisationId
    why: Move


@dataclass(frozen=True, kw_only=True)
class Sent(
    Act,
    kind="membership.sent",
    about=PERSON,
    holds=PERSONAL,
    sets={"cell": None, "transit": this.to},
):
    """Giới thiệu chuyển sinh hoạt chính thức within this book: on the way until received."""

    to: OrganisationId


@dataclass(frozen=True, kw_only=True)
class Received(
    Act,
    kind="membership.received",
    about=PERSON,
    holds=PERSONAL,
    sets={"cell": this.cell, "transit": None},
):
    """Tiếp nhận sinh hoạt chính thức of one who was on the way."""

    cell: OrganisationId


@dataclass(frozen=True, kw_only=True)
class TransferredIn(
    _Member,
    kind="membership.transferred_in",
    about=PERSON,
    holds=PERSONAL,
    sets=MEMBER,
):
    """Chuyển sinh hoạt đến from outside this book."""

    source: Elsewhere


@dataclass(frozen=True, kw_only=True)
class TransferredOut(Act, kind="membership.transferred_out", about=PERSON, holds=PERSONAL, sets=GONE):
    """Chuyển sinh hoạt đi to outside this book."""

    destination: Elsewhere


@dataclass(frozen=True, kw_only=True)
class TemporarilySent(
    Act,
    kind="membership.temporarily_sent",
    about=PERSON,
    holds=PERSONAL,
    sets={"temporary": this.until},
):
    """Sinh hoạt tạm thời nơi khác: stays in the home cell's total. `until` is the letter's day."""

    until: Day


@dataclass(frozen=True, kw_only=True)
class TemporarilyReturned(
    Act, kind="membership.temporarily_returned", about=PERSON, holds=PERSONAL, sets={"temporary": None}
):
    """Trở về sau sinh hoạt tạm thời."""


@dataclass(frozen=True, kw_only=True)
class Hosted(Act, kind="membership.hosted", about=PERSON, holds=PERSONAL, sets={"guest": this.cell}):
    """Đến sinh hoạt tạm thời: a guest, not counted in the cell's members."""

    cell: OrganisationId
    until: Day


@dataclass(frozen=True, kw_only=True)
class HostingEnded(Act, kind="membership.hosting_ended", about=PERSON, holds=PERSONAL, sets={"guest": None}):
    """Hết sinh hoạt tạm thời tại đây."""


@dataclass(frozen=True, kw_only=True)
class Exempted(Act, kind="membership.exempted", about=PERSON, holds=PERSONAL, sets={"exempt": "yes"}):
    """Miễn công tác và sinh hoạt đảng, decided by the cell. No ground is stored."""


@dataclass(frozen=True, kw_only=True)
class ExemptionEnded(
    Act, kind="membership.exemption_ended", about=PERSON, holds=PERSONAL, sets={"exempt": None}
):
    """Trở lại sinh hoạt."""


@dataclass(frozen=True, kw_only=True)
class NameRemoved(Act, kind="membership.name_removed", about=PERSON, holds=PERSONAL, sets=GONE):
    """Xóa tên trong danh sách đảng viên; not a discipline. The ground is the article's clause."""

    ground: Code | None = None
    decided_by: Decider


@dataclass(frozen=True, kw_only=True)
class Released(Act, kind="membership.released", about=PERSON, holds=PERSONAL, sets=GONE):
    """Xin ra, cho ra khỏi Đảng."""

    decided_by: Decider


@dataclass(frozen=True, kw_only=True)
class Expelled(Act, kind="membership.expelled", about=PERSON, holds=PERSONAL, sets=GONE):
    """Khai trừ: the leaving; the case itself belongs to room cases."""

    decided_by: Decider


@dataclass(frozen=True, kw_only=True)
class AdmissionCancelled(Act, kind="membership.admission_cancelled", about=PERSON, holds=PERSONAL, sets=GONE):
    """Hủy quyết định kết nạp không đúng."""


@dataclass(frozen=True, kw_only=True)
class Died(
    Act, kind="membership.died", about=PERSON, holds=PERSONAL, sets={**GONE, "died": this.effective_on}
):
    """Từ trần."""


@dataclass(frozen=True, kw_only=True)
class Restored(_Member, kind="membership.restored", about=PERSON, holds=PERSONAL, sets=MEMBER):
    """Khôi phục quyền đảng viên."""


@dataclass(frozen=True, kw_only=True)
class BadgeAwarded(
    Act,
    kind="membership.badge_awarded",
    about=PERSON,
    holds=PERSONAL,
    sets={("badge", this.years): this.effective_on},
):
    """Tặng, truy tặng Huy hiệu Đảng of so many years of Party age."""

    years: Code
    posthumous: YesNo = False


class CardIssue(StrEnum):
    """Phát, đổi, cấp lại, làm lại thẻ."""

    FIRST = "first"
    EXCHANGED = "exchanged"
    REISSUED = "reissued"
    REMADE = "remade"


@dataclass(frozen=True, kw_only=True)
class CardIssued(Act, kind="membership.card_issued", about=PERSON, holds=PERSONAL, sets={"card": this.how}):
    """Thẻ đảng viên; its number lies in the sealed file."""

    how: CardIssue


@dataclass(frozen=True, kw_only=True)
class ResidenceIntroduced(
    Act, kind="membership.residence_introduced", about=PERSON, holds=PERSONAL, sets={"residence": this.cell}
):
    """Giới thiệu giữ mối liên hệ nơi cư trú (213): not in the residence cell's total."""

    cell: OrganisationId


@dataclass(frozen=True, kw_only=True)
class ResidenceEnded(
    Act, kind="membership.residence_ended", about=PERSON, holds=PERSONAL, sets={"residence": None}
):
    """Thôi giữ mối liên hệ nơi cư trú ấy."""


@dataclass(frozen=True, kw_only=True)
class RemarkReceived(
    Act,
    kind="membership.remark_received",
    about=PERSON,
    holds=PERSONAL,
    sets={("remark", this.year): this.effective_on},
):
    """Đã nhận phiếu nhận xét nơi cư trú of a year; never what it says."""

    year: Code
