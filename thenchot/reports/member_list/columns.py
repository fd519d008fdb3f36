"""The columns of the national member list, as data: two layouts and how their headers are compared. Pure.

Neither layout was seen in an official template: names are compared without marks, case and brackets, and a
column that goes by another name gets it here, in `also`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from thenchot.ledger.vietnamese import folded

BRACKETED = re.compile(r"\([^)]*\)|\[[^]]*\]")
PUNCTUATION = re.compile(r"[^\w]+|_")


class Sort(StrEnum):
    """What a column holds. `twelve` is twelve digits as text, leading zeros kept."""

    NUMBER, TEXT, NAME, DAY, TWELVE, UUID = "number", "text", "name", "day", "twelve", "uuid"
    SEX, STATUS, YES_NO = "sex", "status", "yes_no"


class Status(StrEnum):
    """Trạng thái hoạt động."""

    ACTIVE, DIED, LEFT = "active", "died", "left"
    EXEMPT, SUSPENDED, INTERRUPTED = "exempt", "suspended", "interrupted"


class Sex(StrEnum):
    """Giới tính; the words are those of the file."""

    MALE, FEMALE = "male", "female"


STATUSES = {
    Status.ACTIVE: "Đang sinh hoạt Đảng",
    Status.DIED: "Từ trần",
    Status.LEFT: "Rời khỏi Đảng",
    Status.EXEMPT: "Miễn sinh hoạt",
    Status.SUSPENDED: "Đình chỉ sinh hoạt",
    Status.INTERRUPTED: "Gián đoạn sinh hoạt",
}
# Who still stands on the roll.
STANDING = frozenset({Status.ACTIVE, Status.EXEMPT, Status.SUSPENDED, Status.INTERRUPTED})
SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}


@dataclass(frozen=True)
class Column:
    """One column: its name in code, the file's header, other headers it goes by.

    `held` says whether the product may read it: the others are neither read nor touched.
    """

    name: str
    label: str
    sort: Sort = Sort.TEXT
    required: bool = False
    held: bool = True
    also: tuple[str, ...] = ()

    def called(self) -> frozenset[str]:
        """Every name it goes by, as headers are compared."""
        return frozenset(key(one) for one in (self.name, self.label, *self.also))


@dataclass(frozen=True)
class Layout:
    """One layout: how many columns it has and which, in the file's order."""

    name: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the layout has none."""
        found = next((one for one in (*self.columns, *EXTRA) if one.name == name), None)
        if found is None:
            raise KeyError(name)
        return found


def _where(name: str, label: str, required: bool = False) -> tuple[Column, ...]:
    """Country, province and detail of a place: none of them is held."""
    parts = (
        ("country", "quốc gia", ("quốc tịch", "nước")),
        ("province", "tỉnh", ("tỉnh/thành phố", "tỉnh, thành phố")),
        ("detail", "chi tiết", ("địa chỉ chi tiết", "xã, phường")),
    )
    return tuple(
        Column(f"{name}_{part}", f"{label}: {said}", required=required, held=False, also=_joined(label, also))
        for part, said, also in parts
    )


def _joined(label: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{label}: {one}" for one in parts)


STT = Column("number", "STT", Sort.NUMBER, also=("TT", "Số thứ tự"))
ID = Column("national_id", "ID", Sort.UUID, also=("Mã định danh bản ghi", "UUID", "ID đảng viên"))
NAME = Column(
    "name", "Họ và tên", Sort.NAME, True, also=("Họ tên", "Họ và tên khai sinh", "Họ tên khai sinh")
)
OTHER_NAME = Column("other_name", "Tên gọi khác", also=("Họ và tên đang dùng", "Họ tên đang dùng"))
SEX = Column("sex", "Giới tính", Sort.SEX, True)
BORN = Column(
    "born_on", "Sinh ngày", Sort.DAY, True, also=("Ngày sinh", "Ngày, tháng, năm sinh", "birth date")
)
ETHNICITY = Column("ethnicity", "Dân tộc", Sort.TEXT, True)
RELIGION = Column("religion", "Tôn giáo", Sort.TEXT, True, held=False)
PERSONAL_NUMBER = Column(
    "personal_number", "Số định danh cá nhân", Sort.TWELVE, True,
    also=(
        "Số ĐDCN", "Số định danh", "Số CCCD", "Số căn cước", "Số căn cước công dân",
        "Số định danh cá nhân/CCCD",
    ),
)  # fmt: skip
CARD_NUMBER = Column(
    "card_number", "Số thẻ Đảng", Sort.TWELVE, True,
    also=("Số thẻ đảng viên", "Số thẻ ĐV", "Số TĐV", "Số thẻ"),
)  # fmt: skip
CARD_PLACE = Column("card_place", "Nơi cấp thẻ", also=("Nơi cấp thẻ Đảng", "Nơi cấp thẻ đảng viên"))
CARD_DAY = Column(
    "card_issued_on", "Ngày cấp thẻ", Sort.DAY, also=("Ngày cấp thẻ Đảng", "Ngày cấp thẻ đảng viên")
)
OLD_CARD = Column(
    "old_card",
    "Số thẻ theo QĐ 85",
    also=("Số thẻ Đảng theo QĐ 85", "Số thẻ đảng viên theo QĐ 85", "Số thẻ cũ"),
)
ORGANISATION = Column(
    "organisation", "Tổ chức Đảng sinh hoạt", Sort.TEXT, True,
    also=("Tổ chức Đảng đang sinh hoạt", "Tổ chức Đảng", "Nơi sinh hoạt Đảng", "Chi bộ", "Chi bộ sinh hoạt"),
)  # fmt: skip
JOINED = Column("joined_on", "Ngày vào Đảng", Sort.DAY, True, also=("Ngày kết nạp", "date joined"))
# Required of a full member only: a file without it says that somebody is on probation.
OFFICIAL = Column(
    "official_on", "Ngày chính thức", Sort.DAY, True,
    also=("Ngày vào Đảng chính thức", "Ngày công nhận chính thức", "official date"),
)  # fmt: skip
OLD_ID = Column("old_id", "Số CMND cũ", held=False, also=("Số CMND", "Số chứng minh nhân dân", "CMND"))
STATUS = Column(
    "status", "Trạng thái hoạt động", Sort.STATUS, True, also=("Trạng thái", "Trạng thái sinh hoạt")
)
LEFT_ON = Column(
    "left_on", "Ngày rời / mất / miễn SH", Sort.DAY,
    also=(
        "Ngày rời, mất, miễn sinh hoạt", "Ngày rời/mất/miễn sinh hoạt",
        "Ngày rời khỏi Đảng, từ trần, miễn sinh hoạt",
    ),
)  # fmt: skip
DELETE = Column("to_delete", "Đề nghị xóa", Sort.YES_NO, also=("Đề nghị xoá", "Xóa"))
RESULT = Column("check_result", "Kết quả kiểm tra")
ERRORS = Column("check_errors", "Chi tiết lỗi")

# What some files have beside the two layouts; read where it is there.
EXTRA = (
    Column(
        "general", "Giáo dục phổ thông",
        also=("Trình độ giáo dục phổ thông", "Trình độ văn hóa", "Trình độ học vấn", "Học vấn"),
    ),
    Column(
        "professional", "Chuyên môn, nghiệp vụ",
        also=("Trình độ chuyên môn", "Trình độ chuyên môn, nghiệp vụ", "Chuyên môn nghiệp vụ", "Chuyên môn"),
    ),
    Column("theory", "Lý luận chính trị", also=("Trình độ lý luận chính trị", "LLCT", "Lý luận")),
)  # fmt: skip

_BEFORE_CARD = (NAME, OTHER_NAME, SEX, BORN, ETHNICITY, RELIGION, PERSONAL_NUMBER, CARD_NUMBER)
_CARD = (CARD_PLACE, CARD_DAY, OLD_CARD, ORGANISATION)

IMPORT_31 = Layout(
    "import_31",
    (
        STT, ID, *_BEFORE_CARD, *_CARD,
        *_where("birth_registered", "Nơi đăng ký khai sinh"),
        *_where("home", "Quê quán"),
        *_where("residence", "Thường trú"),
        JOINED, OFFICIAL, OLD_ID, STATUS, LEFT_ON, DELETE, RESULT, ERRORS,
    ),
)  # fmt: skip
CLEAN_UP_28 = Layout(
    "clean_up_28",
    (
        ID, *_BEFORE_CARD, *_CARD,
        *_where("birth_registered", "Nơi đăng ký khai sinh", True),
        *_where("home", "Quê quán", True),
        *_where("residence", "Thường trú", True),
        JOINED, OFFICIAL, OLD_ID, STATUS, LEFT_ON, DELETE,
    ),
)  # fmt: skip
LAYOUTS = (IMPORT_31, CLEAN_UP_28)


def key(text: str) -> str:
    """A name without marks, case, stars and punctuation: `Số thẻ Đảng*` and `so the dang` are one."""
    return PUNCTUATION.sub(" ", folded(text)).strip()


def header_keys(header: str) -> tuple[str, ...]:
    """A header as it is compared: whole, then without what stands in brackets: `Sinh ngày (dd/mm/yyyy)`."""
    return key(header), key(BRACKETED.sub(" ", header))
