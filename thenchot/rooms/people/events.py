"""What reports count of a person. Names, numbers and the exact birth day lie in the sealed file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.kinds import PERSON, PERSONAL, Act, Code, Month, Whole, YesNo, this

from .error_events import PaperKind


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class General(StrEnum):
    """Trình độ học vấn phổ thông."""

    NONE = "none"
    PRIMARY = "primary"
    LOWER_SECONDARY = "lower_secondary"
    UPPER_SECONDARY = "upper_secondary"


class Professional(StrEnum):
    """Trình độ chuyên môn, nghiệp vụ."""

    NONE = "none"
    VOCATIONAL = "vocational"  # sơ cấp, công nhân kỹ thuật
    SECONDARY = "secondary"  # trung cấp
    COLLEGE = "college"
    UNIVERSITY = "university"
    MASTER = "master"
    DOCTOR = "doctor"


class Theory(StrEnum):
    """Trình độ lý luận chính trị."""

    NONE = "none"
    ELEMENTARY = "elementary"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Occupation(StrEnum):
    OFFICIAL = "official"  # công chức
    PUBLIC_EMPLOYEE = "public_employee"  # viên chức
    ARMED_FORCES = "armed_forces"
    WORKER = "worker"
    FARMER = "farmer"
    STUDENT = "student"
    RETIRED = "retired"
    OTHER = "other"


class Why(StrEnum):
    """Why what lies in the sealed file is changed."""

    TYPED_WRONG = "typed_wrong"  # the paper always said otherwise
    LEFT_OUT = "left_out"
    CHANGED_BY_PAPER = "changed_by_paper"


class Ground(StrEnum):
    """Why a person's data are erased."""

    RETENTION_ENDED = "retention_ended"
    REQUESTED = "requested"
    ENTERED_WRONGLY = "entered_wrongly"


@dataclass(frozen=True, kw_only=True)
class Registered(
    Act,
    kind="people.registered",
    about=PERSON,
    holds=PERSONAL,
    sets={
        "birth": this.birth,
        "sex": this.sex,
        "ethnicity": this.ethnicity,
        "general": this.general,
        "professional": this.professional,
        "theory": this.theory,
        "occupation": this.occupation,
        "youth_union": this.youth_union,
        "business_owner": this.business_owner,
    },
):
    """Vào sổ: what is counted of the person, as it was on that day. Ethnicity is the person's own word.

    Schooling and occupation are asked by every form; the national member list does not hold them, and who
    comes from it is counted as *chưa rõ* there until they are recorded.
    """

    birth: Month
    sex: Sex
    ethnicity: Code
    general: General | None = None
    professional: Professional | None = None
    theory: Theory | None = None
    occupation: Occupation | None = None
    youth_union: YesNo
    business_owner: YesNo


@dataclass(frozen=True, kw_only=True)
class Adjusted(
    Act,
    kind="people.adjusted",
    about=PERSON,
    holds=PERSONAL,
    sets={"birth": this.birth, "sex": this.sex, "ethnicity": this.ethnicity},
):
    """Điều chỉnh hồ sơ by a paper; a typing error is corrected instead."""

    birth: Month
    sex: Sex
    ethnicity: Code


@dataclass(frozen=True, kw_only=True)
class Studied(
    Act,
    kind="people.studied",
    about=PERSON,
    holds=PERSONAL,
    sets={"general": this.general, "professional": this.professional, "theory": this.theory},
):
    """Trình độ after a diploma: all three as they are from that day."""

    general: General
    professional: Professional
    theory: Theory


@dataclass(frozen=True, kw_only=True)
class Occupied(
    Act, kind="people.occupied", about=PERSON, holds=PERSONAL, sets={"occupation": this.occupation}
):
    """Nghề nghiệp, nghỉ hưu."""

    occupation: Occupation


@dataclass(frozen=True, kw_only=True)
class YouthUnionSet(
    Act, kind="people.youth_union_set", about=PERSON, holds=PERSONAL, sets={"youth_union": this.member}
):
    """Là đoàn viên, trưởng thành Đoàn."""

    member: YesNo


@dataclass(frozen=True, kw_only=True)
class BusinessOwnerSet(
    Act, kind="people.business_owner_set", about=PERSON, holds=PERSONAL, sets={"business_owner": this.owner}
):
    """Là chủ doanh nghiệp, thôi là chủ doanh nghiệp."""

    owner: YesNo


@dataclass(frozen=True, kw_only=True)
class FileChanged(Act, kind="people.file_changed", about=PERSON, holds=PERSONAL):
    """The sealed file changed: its version and digest, so that a name swapped behind our back is found.

    Where a person changed it: which `parts` (`name.phone`), why, by which paper. Never a value.
    """

    version: Whole
    digest: Code
    parts: Code | None = None
    why: Why | None = None
    paper_kind: PaperKind | None = None
    last_three: Code | None = None  # of a paper whose number is the person's own


@dataclass(frozen=True, kw_only=True)
class Erased(Act, kind="people.erased", about=PERSON):
    """Xóa dữ liệu của một người: facts and sealed file go, the tree still verifies."""

    ground: Ground
