"""Whether x of y says how far something has come: “36/36 cơ quan đã sắp xếp xong”."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .acts import ACTS, HAPPENS
from .folding import pattern

NEAR, BEHIND, FAR = 50, 90, 180  # characters looked at around a figure

_STROKE = re.compile(r"[^.;:()0-9/]{0,24} ?/ ?[0-9]")
_STROKE_IN_FRONT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*[^.;:()0-9/]{0,24} ?/ ?$")
# how far something has come, not who took part in it
_REACHED = re.compile(
    pattern(
        r"(?<!\w)(?:có chi bộ|có tổ chức|có đảng viên|hoàn thành(?! (?:tốt|xuất sắc|nhiệm vụ))|đồng thời|kiêm|không (?:là|phải)|thuộc diện|"
        r"sử dụng|cài|đạt chuẩn|số hóa|thực hiện mô hình|bố trí)(?!\w)"
    )
)
_BY_NOW = re.compile(pattern(r"(?<!\w)(?:đến nay|hiện nay|hiện)(?!\w)[^.;]*$"))
_BY_THEN = re.compile(pattern(r"(?<!\w)(?:đến nay|hiện nay)(?!\w)"))
_ELECTS = re.compile(pattern(r"(?<!\w)(?:bầu|trúng cử)(?!\w)"))


def reached(sentence: str, front: str, begins: int, end: int) -> bool:
    """Of one side of x/y at `begins:end`; “thành lập 17/15 chi bộ” was done. `front`: its clause ahead of it."""
    stroke = _STROKE.match(sentence, end) or _STROKE_IN_FRONT.search(sentence, max(0, begins - NEAR), begins)
    front = _BY_THEN.split(front)[-1]
    if not stroke or ACTS.search(front) or HAPPENS.search(front) or _ELECTS.search(front):
        return False
    behind = sentence[end : end + BEHIND]
    by_now = _BY_NOW.search(sentence, max(0, begins - FAR), begins) and not ACTS.search(behind)
    return bool(_REACHED.search(behind) or by_now)
