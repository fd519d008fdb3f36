"""Lines of the movement of members that a cell may print: how the period opened, who came, who left. Pure.

A line is a group of causes; `opening + in − out = closing` holds at every organisation.
"""

from __future__ import annotations

from collections import Counter

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thenchot.snapshot.movement import Line

MOVE = "move."  # how their codes begin
OPENING, INTO, OUT_OF, INSIDE, CLOSING = "move.opening", "move.in", "move.out", "move.inside", "move.closing"
# Every act by which somebody comes to have a cell, or to have none, by the line it is printed in.
CAME = {
    "move.in.admitted": frozenset({"membership.admitted"}),
    "move.in.admitted_again": frozenset({"membership.readmitted"}),
    "move.in.transferred": frozenset(
        {"membership.received", "membership.transferred_in", "membership.moved"}
    ),
    "move.in.restored": frozenset({"membership.restored"}),
}
LEFT = {
    "move.out.transferred": frozenset({"membership.sent", "membership.transferred_out", "membership.moved"}),
    "move.out.died": frozenset({"membership.died"}),
    "move.out.expelled": frozenset({"membership.expelled"}),
    "move.out.name_removed": frozenset({"membership.name_removed"}),
    "move.out.released": frozenset({"membership.released"}),
}
OTHER_IN, OTHER_OUT = "move.in.other", "move.out.other"
TITLES: dict[str, str | Promise] = {
    OPENING: _("Đảng viên đầu kỳ"),
    INTO: _("Đảng viên tăng trong kỳ"),
    "move.in.admitted": _("Tăng: kết nạp"),
    "move.in.admitted_again": _("Tăng: kết nạp lại"),
    "move.in.transferred": _("Tăng: chuyển sinh hoạt đến"),
    "move.in.restored": _("Tăng: khôi phục quyền đảng viên"),
    OTHER_IN: _("Tăng: việc khác"),
    OUT_OF: _("Đảng viên giảm trong kỳ"),
    "move.out.transferred": _("Giảm: chuyển sinh hoạt đi"),
    "move.out.died": _("Giảm: từ trần"),
    "move.out.expelled": _("Giảm: khai trừ"),
    "move.out.name_removed": _("Giảm: xóa tên"),
    "move.out.released": _("Giảm: xin ra, cho ra khỏi Đảng"),
    OTHER_OUT: _("Giảm: việc khác"),
    INSIDE: _("Chuyển trong nội bộ"),
    CLOSING: _("Đảng viên cuối kỳ"),
}
# Nobody who may not open rows sees by which cause members came or left (security.md 4.2).
OPEN_TO_ALL = frozenset({OPENING, INTO, OUT_OF, INSIDE, CLOSING})


def number(line: Line, code: str) -> int:
    """A line's number. KeyError for a code there is not."""
    plain = {
        OPENING: line.opening, CLOSING: line.closing, INTO: line.into.total(),
        OUT_OF: line.out_of.total(), INSIDE: line.inside.total(),
    }  # fmt: skip
    if code in plain:
        return plain[code]
    if code in CAME or code == OTHER_IN:
        return _of(line.into, CAME, code)
    if code in LEFT or code == OTHER_OUT:
        return _of(line.out_of, LEFT, code)
    raise KeyError(code)


def causes(counted: Counter[tuple[str, str]], code: str) -> list[tuple[str, str]]:
    """The causes of one side that a line adds up, in order."""
    groups = CAME if code.startswith(INTO) else LEFT
    return sorted(cause for cause in counted if _line_of(cause, groups, code) == code)


def _of(counted: Counter[tuple[str, str]], groups: dict[str, frozenset[str]], code: str) -> int:
    return sum(number for cause, number in counted.items() if _line_of(cause, groups, code) == code)


def _line_of(cause: tuple[str, str], groups: dict[str, frozenset[str]], code: str) -> str:
    other = OTHER_IN if groups is CAME else OTHER_OUT
    return next((line for line, kinds in groups.items() if cause[0] in kinds), other)
