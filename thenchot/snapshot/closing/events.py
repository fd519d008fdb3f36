"""The steps of a closing: lập biểu → soát → duyệt, then nộp → nhận | trả lại."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from ...ledger.entries import RESTATE, WITHDRAW
from ...ledger.kinds import ORGANISATION, AccountId, Act, Code, Day, NoteId, OrganisationId, Whole, this
from ..period import Kind


class Line(StrEnum):
    """Which line of reporting asks (screens 1.1): each has its own *số liệu đến ngày*."""

    OFFICE = "office"  # Văn phòng
    ORGANISING = "organising"  # Tổ chức
    INSPECTION = "inspection"  # Kiểm tra
    PROPAGANDA = "propaganda"  # Tuyên giáo và Dân vận
    INTERNAL = "internal"  # Nội chính


class Why(StrEnum):
    """Why a closing is replaced."""

    RECORDED_LATE = "recorded_late"  # ghi nhận muộn
    CORRECTED = "corrected"  # đính chính trong sổ
    RECONCILED = "reconciled"  # điều chỉnh sau đối khớp
    REARRANGED = "rearranged"  # do sắp xếp tổ chức
    RETURNED = "returned"  # cấp trên trả lại
    DEFINITION = "definition"  # cách tính, biểu mẫu thay đổi


@dataclass(frozen=True, kw_only=True)
class Step(Act):
    """What every step names: the closing, who takes the step, the digest of the manifest looked at."""

    code: Code
    account: AccountId
    manifest: Code

    never: ClassVar[tuple[str, ...]] = (RESTATE,)


@dataclass(frozen=True, kw_only=True)
class Prepared(
    Step,
    kind="closing.prepared",
    about=ORGANISATION,
    sets={
        ("closing", this.code): "prepared",
        ("closing_manifest", this.code): this.manifest,
        ("closing_preparer", this.code): this.account,
        ("closing_of", this.period, this.first, this.last, this.line): this.code,
    },
):
    """Lập biểu: the folder is written; its manifest does not change from here on.

    `cut_off` is the last entry known. A second closing of the period names the one it `replaces`, and `why`.
    """

    period: Kind
    first: Day
    last: Day
    data_to: Day
    cut_off: Whole
    line: Line | None = None
    replaces: Code | None = None
    why: Why | None = None


@dataclass(frozen=True, kw_only=True)
class Reviewed(
    Step,
    kind="closing.reviewed",
    about=ORGANISATION,
    sets={("closing", this.code): "reviewed", ("closing_reviewer", this.code): this.account},
):
    """Soát xong; by another person again as long as it is not approved."""


@dataclass(frozen=True, kw_only=True)
class Approved(Step, kind="closing.approved", about=ORGANISATION, sets={("closing", this.code): "approved"}):
    """Duyệt: the figures are closed; the folder is signed."""

    never: ClassVar[tuple[str, ...]] = (RESTATE, WITHDRAW)


@dataclass(frozen=True, kw_only=True)
class Submitted(
    Step, kind="closing.submitted", about=ORGANISATION, sets={("closing", this.code): "submitted"}
):
    """Nộp lên cấp trên."""

    never: ClassVar[tuple[str, ...]] = (RESTATE, WITHDRAW)


@dataclass(frozen=True, kw_only=True)
class Received(Step, kind="closing.received", about=ORGANISATION, sets={("closing", this.code): "received"}):
    """Cấp trên nhận."""

    never: ClassVar[tuple[str, ...]] = (RESTATE, WITHDRAW)


@dataclass(frozen=True, kw_only=True)
class Returned(Step, kind="closing.returned", about=ORGANISATION, sets={("closing", this.code): "returned"}):
    """Trả lại: with a sentence, and the figure or the organisation it concerns."""

    note: NoteId
    figure: Code | None = None
    concerns: OrganisationId | None = None

    never: ClassVar[tuple[str, ...]] = (RESTATE, WITHDRAW)
