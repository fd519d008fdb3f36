"""Kinds of act of this floor: roles granted and ended, and what was asked of a second person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import ACCOUNT, Act, Code, OrganisationId, this


class Role(StrEnum):
    """What somebody is in the office (security 4.3.1). A member's right to the own record is not granted."""

    MEMBER = "member"
    CELL_SECRETARY = "cell_secretary"
    OFFICE = "office"
    ORGANISING = "organising"
    INSPECTION = "inspection"
    INSPECTION_LEAD = "inspection_lead"
    PETITION = "petition"
    CONFIRMER = "confirmer"
    LEADER = "leader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    KEY_HOLDER = "key_holder"


class Managing(StrEnum):
    """Diện quản lý: the level whose committee manages a cadre, from below."""

    GRASSROOTS = "grassroots"
    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRE = "centre"


@dataclass(frozen=True, kw_only=True)
class Granted(
    Act,
    kind="access.granted",
    about=ACCOUNT,
    sets={("role", this.role, this.scope): this.managing},
):
    """Giao vai trò: in the organisation and everything below it, up to cadres of a managing level."""

    role: Role
    scope: OrganisationId
    managing: Managing = Managing.GRASSROOTS


@dataclass(frozen=True, kw_only=True)
class Ended(Act, kind="access.ended", about=ACCOUNT, sets={("role", this.role, this.scope): None}):
    """Thôi vai trò: refused at the next request of that very day."""

    role: Role
    scope: OrganisationId


@dataclass(frozen=True, kw_only=True)
class Requested(Act, kind="access.requested", about=ACCOUNT, sets={("request", this.request): this.digest}):
    """Đề nghị người thứ hai: about the one who asks; the digest is of exactly what will be written."""

    request: Code
    what: Code
    digest: Code


@dataclass(frozen=True, kw_only=True)
class Confirmed(Act, kind="access.confirmed", about=ACCOUNT, sets={("request", this.request): None}):
    """Xác nhận: stands in one act set with what it let through."""

    request: Code
    digest: Code


@dataclass(frozen=True, kw_only=True)
class Declined(Act, kind="access.declined", about=ACCOUNT, sets={("request", this.request): None}):
    """Không xác nhận, or taken back by the one who asked."""

    request: Code
