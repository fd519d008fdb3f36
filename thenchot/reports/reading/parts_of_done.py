"""Whether figures break down what was done: “kết nạp 45 đảng viên, trong đó nữ là 20; nông dân là 12”."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .folding import pattern

BACK = 90  # characters looked back

GOES_ON = re.compile(
    pattern(
        r"\W*(?:trong đó|trong số đó|trong số này|trong số ấy|bao gồm|gồm|cụ thể|chia ra|(?:phân |chia )?theo (?:nghề nghiệp|thành phần))(?!\w)"
    )
)
_PART = re.compile(pattern(r"(?:trong đó|trong số|trong [0-9])"))
_KINDS = re.compile(pattern(r" ?(?:đồng chí (?:là )?)?(?:nữ|đoàn viên|(?:người )?dân tộc thiểu số)(?!\w)"))
# “…, trong đó nữ 20; hiện toàn huyện có 3.400 đảng viên”
_AFRESH = re.compile(
    pattern(
        r"(?<!\w)(?:hiện|đến nay|tổng số|nâng|đưa|như vậy|duy trì|toàn (?:tỉnh|huyện|xã|đảng bộ|thành phố|phường)|số đảng viên (?:của )?toàn|còn(?= (?:trên |gần |hơn |khoảng |dưới )?[0-9]))(?!\w)"
    )
)


class PartsOfDone:
    """Goes along the figures of one sentence. `ends`: where the last one ends that counts what was done."""

    def __init__(self, sentence: str, *, told: bool) -> None:
        self._sentence = sentence
        self._parts = told and bool(GOES_ON.match(sentence))
        self.ends: int | None = None

    def holds(self, begins: int, end: int) -> bool:
        """Of the figure at `begins:end`; what is told of now, or of the whole body, begins anew."""
        if _AFRESH.search(self._sentence, max(0, begins - BACK, self.ends or 0), begins):
            self._parts = False
        elif self.ends is not None and self._led_in(self.ends, begins, end):
            self._parts = True
        return self._parts

    def _led_in(self, last: int, begins: int, end: int) -> bool:
        return bool(_PART.search(self._sentence, last, begins) or _KINDS.match(self._sentence, end))
