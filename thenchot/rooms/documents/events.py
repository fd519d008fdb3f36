"""What can happen to a deadline that stands in a letter (hạn từ công văn)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import ORGANISATION, Act, Code, Day, Month, NoteId, OrganisationId, YesNo, this


class Asks(StrEnum):
    """What the letter asks for."""

    REPORT = "report"
    FIGURES = "figures"  # biểu, số liệu
    LIST = "list"
    MINUTES = "minutes"  # biên bản sinh hoạt
    RESOLUTION = "resolution"
    PLAN = "plan"
    SUBMISSION = "submission"  # tờ trình
    DOSSIER = "dossier"
    DRAFT_READ = "draft_read"  # góp ý dự thảo văn bản
    OTHER = "other"


class How(StrEnum):
    """How it was answered; *nothing arose* is an answer, not silence."""

    SUBMITTED = "submitted"
    NOTHING_AROSE = "nothing_arose"


@dataclass(frozen=True, kw_only=True)
class DeadlineSet(
    Act,
    kind="documents.deadline_set",
    about=ORGANISATION,
    sets={
        ("deadline", this.deadline): this.deadline,
        ("due", this.deadline): this.due_on,
        ("monthly", this.deadline): this.monthly,
    },
):
    """Thêm hạn từ công văn, kept by the organisation that hands it on; the paper is the letter.

    `deadline` is its code. The issuer is an organisation of this book or a named one. `follows` is the
    deadline from above that it hands on.
    """

    deadline: Code
    asks: Asks
    title: NoteId
    due_on: Day
    data_to: Day | None = None
    monthly: YesNo = False
    issuer: OrganisationId | None = None
    issuer_name: NoteId | None = None
    follows: Code | None = None


@dataclass(frozen=True, kw_only=True)
class Asked(Act, kind="documents.asked", about=ORGANISATION, sets={("asked", this.deadline): this.deadline}):
    """Phải trả lời: this organisation has to answer the deadline that `of` keeps."""

    deadline: Code
    of: OrganisationId


@dataclass(frozen=True, kw_only=True)
class _OfARound(Act):
    """`month` is that of the due day, where the deadline comes back every month."""

    deadline: Code
    month: Month | None = None


@dataclass(frozen=True, kw_only=True)
class Answered(
    _OfARound,
    kind="documents.answered",
    about=ORGANISATION,
    sets={
        ("answered", this.deadline, this.month): this.deadline,
        ("answer", this.deadline, this.month): this.how,
    },
):
    """Đã nộp, or không phát sinh, on the day it counts from."""

    how: How


@dataclass(frozen=True, kw_only=True)
class Reminded(
    _OfARound,
    kind="documents.reminded",
    about=ORGANISATION,
    sets={("reminded", this.deadline, this.month): this.deadline},
):
    """Đã nhắc, the last time on that day."""


@dataclass(frozen=True, kw_only=True)
class DeadlineWithdrawn(
    Act,
    kind="documents.deadline_withdrawn",
    about=ORGANISATION,
    sets={("deadline", this.deadline): None, ("due", this.deadline): None, ("monthly", this.deadline): None},
):
    """Thôi yêu cầu, by the letter's issuer; what was answered stays answered."""

    deadline: Code
