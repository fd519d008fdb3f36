"""What a member says is wrong in the own record, and what came of it (Báo thông tin chưa đúng)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import PERSON, PERSONAL, Act, Code, this


class Item(StrEnum):
    """What of the record is said to be wrong."""

    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    GENERAL = "general"
    PROFESSIONAL = "professional"
    THEORY = "theory"
    OCCUPATION = "occupation"
    PERSONAL_NUMBER = "personal_number"
    CARD_NUMBER = "card_number"
    PHONE = "phone"
    JOINED = "joined"
    OFFICIAL = "official"
    PARTY_SINCE = "party_since"


class PaperKind(StrEnum):
    """The paper the member goes by."""

    CITIZEN_CARD = "citizen_card"  # căn cước
    BIRTH_CERTIFICATE = "birth_certificate"
    DIPLOMA = "diploma"  # văn bằng, chứng chỉ
    PARTY_DECISION = "party_decision"
    PARTY_CARD = "party_card"
    PARTY_RECORD = "party_record"  # lý lịch đảng viên


class Outcome(StrEnum):
    """What the office found; each is answered with its rule (13-TB/TW: the original record decides)."""

    CORRECTED_FROM_DOSSIER = "corrected_from_dossier"
    DOSSIER_KEPT_BOTH_RECORDED = "dossier_kept_both_recorded"
    SENT_ABOVE = "sent_above"  # the papers in the dossier differ among themselves
    KEPT_YEAR_ONLY = "kept_year_only"


@dataclass(frozen=True, kw_only=True)
class ErrorReported(
    Act,
    kind="people.error_reported",
    about=PERSON,
    holds=PERSONAL,
    sets={("error", this.item): this.paper_kind},
):
    """Báo thông tin chưa đúng, by the member. The value proposed lies in the sealed file, never here."""

    item: Item
    paper_kind: PaperKind
    last_three: Code | None = None  # of the paper's number


@dataclass(frozen=True, kw_only=True)
class ErrorAnswered(
    Act, kind="people.error_answered", about=PERSON, holds=PERSONAL, sets={("error", this.item): None}
):
    """Trả lời: the outcome, on the day the member was answered."""

    item: Item
    outcome: Outcome
