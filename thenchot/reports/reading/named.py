"""Counts and shares of what there is, though no verb says so."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .acts import ACTS, HAPPENS
from .folding import pattern

_NO_ACT = re.compile(pattern(r"tham gia bảo hiểm|qua đào tạo"))
_ALLOTTED = pattern("được giao")
PLAIN_COUNT = re.compile(pattern(r"\W*(?:(?:hiện |đến )?nay|có|hiện có)?\W*"))
# “100% thôn có chi bộ”
SHARE_HAS = re.compile(
    pattern(
        r"(?: ?/ ?[0-9.]+)? (?:số )?(?:thôn|bản|xóm|ấp|tổ dân phố|khu|xã|phường|chi bộ|đảng bộ|địa phương)[^.;0-9]{0,40} (?<!chưa )(?<!không )(?:có|dùng|sử dụng)(?!\w)"
    )
)
# Named with its number and nothing done said of it: “Đàn lợn 2.300 con”, “hội viên nông dân 1.200”.
_VERBLESS = re.compile(
    pattern(
        r"(?:^|[;:,.(+-] ?)(?:tổng )?(?:đàn|hội viên|đoàn viên|dân số|nhân khẩu|diện tích|biên chế)(?: [^\W\d_]+){0,5}(?: trên| gần| hơn| khoảng)? ?$"
    )
)
# “Ủy ban Kiểm tra có 7 ủy viên”: a body has its people.
_BODY = re.compile(
    pattern(
        r"(?:^|[;:.] ?)(?:hiện )?(?:ủy ban|ban|hội đồng|trạm|văn phòng|phòng|trung tâm|đảng bộ|chi bộ|cơ quan|tổ)(?: [^\W\d_]+){0,7} (?:có|gồm) ?$"
    )
)
# Rates of what there is, not of what was done: “độ che phủ rừng 53%”, “tỷ lệ hộ nghèo còn 4%”.
_RATE = re.compile(
    pattern(
        r"(?:(?<!\w)(?:che phủ|bao phủ|tập hợp|đạt chuẩn|có trình độ|qua đào tạo|tham gia bảo hiểm|trên dân số)(?!\w)"
        r"|(?<!\w)(?:tỷ lệ|tỉ lệ) (?:đảng viên|cán bộ|công chức|viên chức|hộ nghèo|hộ cận nghèo)(?: (?:nữ|trẻ|là|người|tuổi|từ|dưới|trên|dân tộc|đa chiều))"
        r"|^[^;.:,]*(?<!\w)(?:tỷ lệ|tỉ lệ) [^;.:,]*(?<!\w)còn(?: trên| gần| hơn| khoảng| dưới)? ?$)"
    )
)
_REACHES = re.compile(pattern(r"(?<!\w)(?:mới |chỉ )?(?:đạt|chiếm)(?: trên| gần| hơn| khoảng| dưới)? ?$"))
_CHANGES = re.compile(pattern(r"(?<!\w)(?:tăng|giảm|vượt|thấp hơn|cao hơn|bằng)(?!\w)"))


def named(so_far: str, behind: str) -> bool:
    """“Đàn lợn 2.300 con”, “Ủy ban Kiểm tra có 7 ủy viên”: the words before a figure and behind it."""
    if ACTS.search(so_far):
        return False
    found = _VERBLESS.search(so_far) or (None if HAPPENS.search(behind) else _BODY.search(so_far))
    return bool(found and not HAPPENS.search(found.group().replace(_ALLOTTED, "")))


def is_rate(front: str) -> bool:
    """“Độ che phủ rừng 53%”: the clause in front of a share says nothing done or changed."""
    rest = _NO_ACT.sub("", _REACHES.sub("", front))
    done = ACTS.search(rest) or HAPPENS.search(rest) or _CHANGES.search(front)
    return bool(_RATE.search(front)) and not done
