"""What stands around a report on a web page: counters, menus, links, contact lines. None of it is read."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .folding import pattern

# From such a line on only the page speaks.
_TAIL = re.compile(
    pattern(
        r"\W*(?:tổng số điểm của bài viết|click để đánh giá|đánh giá bài viết|ý kiến bạn đọc|bình luận|"
        r"tin khác|tin cùng chuyên mục|các tin khác|các bài khác|tin mới hơn|tin cũ hơn|"
        r"những tin mới|những tin cũ|bài viết khác|tin đọc nhiều|đọc nhiều nhất|xem nhiều(?: nhất)?|"
        r"thống kê truy cập|lượt truy cập|back to top|gửi bình luận)"
        r"(?![^\W\d_]).{0,60}$"
    )
)
# A box of links may also stand in the middle: the report goes on with the next sentence.
_BOX = re.compile(
    pattern(
        r"\W*(?:tin liên quan|bài liên quan|tin, bài liên quan|bài viết liên quan|xem thêm|đọc thêm|"
        r"từ khóa|tags?)(?![^\W\d_]).{0,60}$"
    )
)
_PROSE = re.compile(r"[.;:…][\"')\]]*\W*$")
# Such a line belongs to the page wherever it stands.
_LINE = re.compile(
    pattern(
        r"\W*(?:(?:lượt xem|số lượt xem|lượt đọc|đã xem|đang truy cập|đang online|trực tuyến|khách viếng thăm|"
        r"máy chủ tìm kiếm|hôm nay|hôm qua|tuần này|tháng này|tháng hiện tại|tổng lượt truy cập|tổng truy cập|"
        r"lượt truy cập|cỡ chữ|chia sẻ|thích|like|share|views?|download|tải về|số trang) ?[:(]? ?[0-9][0-9.,]*\W*$"
        r"|(?:địa chỉ|điện thoại|đt|fax|email|hotline|website|giấy phép|bản quyền|copyright|©|ảnh|nguồn|tác giả|"
        r"chịu trách nhiệm|trụ sở|đường dây nóng)(?: [^:]{0,30})?:"
        r"|copyright|©|ghi rõ nguồn|bạn đã không sử dụng|trang chủ(?: |$)|(?:đăng nhập|đăng ký|liên hệ|chia sẻ(?: bài viết)?|nghe (?:đọc )?bài(?: viết)?)$|in bài viết|"
        r"(?:[0-9]{1,2}:[0-9]{2}|chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy)).{0,60}[0-9]{4}(?:[\W\d_]|gmt|am|pm|[aA](?=$|\W)){0,30}$)"
    )
)
_COUNTER = re.compile(pattern(r".{0,80}(?:lượt xem|lượt đọc|in bài viết|views)\W*:? ?[0-9]"))
# “./.” ends the text of a Party paper; its footnotes, annexes and tables may follow.
_END = re.compile(r"\./\.\W*$")
# After whom a paper is sent to come only copies and signatures.
_SENT_TO = re.compile(pattern(r"\W*nơi nhận\W*(?:$|[-:])"))
_NOTE = re.compile(r"\W{0,3}[0-9]{1,3}\W")
_ANNEX = re.compile(pattern(r"\W*(?:phụ lục|biểu|bảng|danh sách|số liệu|tổng hợp|ghi chú|chú thích)(?!\w)"))
# A paragraph of this length is no menu: the report goes on after a box of links.
PARAGRAPH = 300
SENTENCE = 90  # what ends like a sentence and is longer is no link in a box


class Page:
    """Goes down the blocks of a page and says which belong to the report."""

    def __init__(self) -> None:
        self._tail = self._box = self._read = False
        self._ended = False

    def skips(self, text: str) -> bool:
        """Whether a block of this folded text is left unread; to be asked once per block, in order."""
        first = text[:400]
        prose = len(text) >= SENTENCE and bool(_PROSE.search(text[-12:]))
        if len(text) < PARAGRAPH and _TAIL.match(first):
            self._tail = self._read  # above the report it is a menu, of which only this line is left out
        elif len(text) >= PARAGRAPH or _ANNEX.match(first):
            self._tail = self._ended = False
        self._box = bool(_BOX.match(first)) or (self._box and not prose)
        self._read = self._read or prose
        self._ended = self._ended or bool(_SENT_TO.match(first))
        unread = self._tail or self._box or (self._ended and not _NOTE.match(first))
        if _END.search(text[-12:]):
            self._ended = True
        menu = len(text) < PARAGRAPH and (_TAIL.match(first) or _BOX.match(first))
        return unread or bool(menu or _LINE.match(first) or (len(text) < PARAGRAPH and _COUNTER.match(first)))
