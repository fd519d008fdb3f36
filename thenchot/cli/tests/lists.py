# ruff: noqa: E501 (one row a line)
"""Member lists as offices send them, made by code: synthetic persons only."""

from __future__ import annotations

from pathlib import Path

from thenchot.files.tests.workbooks import book

HEADERS = [
    "Họ và tên*", "Giới tính*", "Sinh ngày*", "Dân tộc*", "Số định danh cá nhân*", "Số thẻ Đảng*",
    "Tổ chức Đảng sinh hoạt*", "Theo diện", "Ngày vào Đảng*", "Ngày chính thức*", "Tuổi đảng tính từ ngày",
    "Trình độ học vấn phổ thông", "Trình độ chuyên môn", "Trình độ lý luận chính trị", "Nghề nghiệp",
]  # fmt: skip


def member(place: int, /, **changes: str) -> list[str]:
    """A row of the list: somebody born in 1970, a member since 1995."""
    row = [
        f"Lò Văn {place}", "nam", "05/03/1970", "Tày", f"0995{place:08d}", f"0991{place:08d}", "c21",
        "chính thức", "12/03/1995", "12/03/1996", "01/03/1995", "trung học phổ thông", "đại học", "sơ cấp lý luận",
        "nông dân",
    ]  # fmt: skip
    for name, value in changes.items():
        row[PLACES[name]] = value
    return row


PLACES = {
    "name": 0, "sex": 1, "born": 2, "ethnicity": 3, "number": 4, "card": 5, "cell": 6, "standing": 7,
    "joined": 8, "official": 9, "since": 10, "general": 11,
}  # fmt: skip


def workbook(path: Path, rows: list[list[str]], headers: list[str] | None = None) -> Path:
    """An .xlsx under this name."""
    path.write_bytes(book([headers or HEADERS, *rows]))
    return path


def members(path: Path, count: int) -> Path:
    """A list of so many members."""
    return workbook(path, [member(number) for number in range(1, count + 1)])
