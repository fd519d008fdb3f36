"""Which period a figure stands in: its own sentence's, else what paragraph, heading and report handed down."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from .folding import pattern
from .moments import Setting
from .periods import Phrase
from .setting import TERM_YEARS
from .written import Period

BEFORE, BEHIND, FAR, OPENING, AFTER = 90, 120, 600, 60, 50  # characters looked at around a figure

# Done in the time (counts of acts) or so at a moment (counts of what there is).
ACTS = re.compile(
    pattern(
        r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|cho ra khỏi|đưa ra khỏi|kiểm tra|giám sát|kỷ luật|khiển trách|cảnh cáo|cách chức|"
        r"tổ chức(?! đảng| cơ sở| hội| công đoàn| chính trị| đoàn| bộ máy| cấp)|mở|ban hành|bổ nhiệm|luân chuyển|điều động|đào tạo|bồi dưỡng|tiếp nhận|tiếp(?! tục| theo)|giải quyết|khởi tố|"
        r"thành lập|trao|tặng|truy tặng|cử(?! tri)|hỗ trợ|giúp|thu(?! hút)|chi(?! bộ| ủy| cục| đoàn| hội)|nộp|chuyển(?! biến)|đổi|phát hiện|xử lý|công nhận|giảm|tăng(?! cường)|"
        r"sáp nhập|giải thể|tuyên truyền|đăng|phát triển|giao|tham gia|xét|thẩm định|rà soát|khen thưởng|biểu dương|"
        r"phát động|huy động|vận động|xây mới|sửa chữa|trồng|làm|tinh giản|thanh tra|truy tố|xét xử|quán triệt)(?!\w)"
    )
)
_STATE = re.compile(
    pattern(
        r"(?<!\w)(?:hiện có|hiện nay|hiện còn|tổng số|toàn (?:tỉnh|huyện|xã|đảng bộ|thành phố|phường)(?: hiện)? có|duy trì|quản lý|"
        r"trực thuộc|đang|được miễn|sinh hoạt tại|còn|đến nay có|không là)(?!\w)|(?<!\w)đảng bộ(?: [^.;:,0-9]{1,30})? (?:hiện )?có(?!\w)"
    )
)
_ELECTION = re.compile(pattern(r"(?<!\w)(?:cử tri|bầu cử|trúng cử|đại biểu được bầu|bầu đủ)(?!\w)"))
_COUNCIL_TERM = re.compile(pattern(r"nhiệm kỳ (?P<since>(?:19|20)[0-9]{2}) ?- ?(?:19|20)[0-9]{2}"))
# What a congress sets out to do covers its term.
_PROGRAMME = re.compile(
    pattern(r"(?:khâu đột phá|nhiệm vụ trọng tâm|chương trình trọng tâm|nội dung đột phá)(?!\w)")
)
_CONGRESS = re.compile(pattern(r"đại hội|báo cáo chính trị"))


# Units of what is laid down, not done: they hold at a day.
STANDING = {"levels", "criteria", "checklist items"}
_CLAUSE = re.compile(r"[;:(]|, ")
_TRAITS = re.compile(
    pattern(r"[ +-]*(?:về )?(?:trình độ|độ tuổi|tuổi đời|cơ cấu độ tuổi|thành phần dân tộc)(?!\w)")
)
_PARTS = re.compile(r"[;:]|, ")
_ENDS = re.compile(pattern(r"(?<!\w)(?:mới|trong (?:năm|kỳ|quý|tháng)|đã|được)(?!\w)"))
_TOPIC = re.compile(pattern(r"[ +-]*(?:tổng số|số|tỷ lệ|tỉ lệ)(?!\w)"))


@dataclass(frozen=True)
class Inherited:
    """What a sentence is handed: from the sentence before in its paragraph, and from heading or report."""

    paragraph: Phrase | None = None
    section: Period | None = None


class Ruling:
    """The phrases of time of one sentence, to be asked which of them rules a figure."""

    def __init__(self, sentence: str, phrases: list[Phrase], inherited: Inherited, setting: Setting) -> None:
        self._sentence, self._inherited, self._setting = sentence, inherited, setting
        self._phrases = phrases
        self._stood: int | None = None  # where the last figure ends, if it said how many there are
        self._starts = [phrase.start for phrase in phrases]
        self._anchored = [phrase for phrase in phrases if phrase.anchored]
        self._ends = [phrase.end for phrase in self._anchored]

    def period(self, begins: int, end: int, limit: int, unit: str) -> Period:
        """The period of a figure at `begins:end` of the sentence, its words ending before `limit`."""
        words = self._sentence[max(0, begins - BEFORE) : min(limit, end + BEHIND)]
        phrase = self._phrase(begins, end, limit)
        around = self._sentence[max(0, begins - FAR) : end + FAR]
        if _ELECTION.search(words) and (council := _COUNCIL_TERM.search(around)):
            return Period(as_of=council["since"])
        term = self._setting.term
        if phrase is None and term and _PROGRAMME.search(words) and _CONGRESS.search(around):
            return Period(str(term), str(term + TERM_YEARS))
        percent = unit.startswith("percent")
        stands = (
            unit in STANDING
            or (
                not percent
                and _stands(self._clause(begins), self._sentence[begins : min(limit, end + AFTER)])
            )
            or (not percent and bool(_TRAITS.match(self._sentence)) and not ACTS.search(self._sentence))
        )
        if not stands and not percent and self._stood is not None:
            between = (
                self._sentence[self._stood : end]
                + self._sentence[end : min(limit, end + AFTER)].partition("(")[0]
            )
            stands = not ACTS.search(between) and not _ENDS.search(self._sentence[self._stood : begins])
        self._stood = end if stands or (percent and self._stood is not None) else None
        return self._said(phrase, words, stands)

    def handed_on(self) -> Inherited:
        """What the next sentence of the paragraph is handed: what is said in brackets stays in them."""
        for phrase in reversed(self._anchored):
            if not _in_brackets(self._sentence, phrase.start):
                return replace(self._inherited, paragraph=phrase)
        return self._inherited

    def _clause(self, begins: int) -> str:
        """The words in front of a figure in its own clause."""
        before = self._sentence[max(0, begins - BEFORE) : begins].rstrip(" :")
        return before[max((found.end() for found in _CLAUSE.finditer(before)), default=0) :]

    def _phrase(self, begins: int, end: int, limit: int) -> Phrase | None:
        """The one that goes on with the figure's words (kết nạp 45 đảng viên trong tháng 9), else the last
        anchored one before it, else the paragraph's."""
        behind = bisect_left(self._starts, end)
        if behind < len(self._phrases) and self._belongs(self._phrases[behind], end, limit):
            return self._phrases[behind]
        ahead = bisect_right(self._ends, begins)
        bracketed = _in_brackets(self._sentence, begins)
        for phrase in reversed(self._anchored[max(0, ahead - 3) : ahead]):
            if _in_brackets(self._sentence, phrase.start) <= bracketed:
                return phrase
        return self._handed_over()

    def _handed_over(self) -> Phrase | None:
        """The paragraph's phrase. A past phase is not handed to a sentence on how many there are of something."""
        phrase = self._inherited.paragraph
        if phrase and not phrase.to_date and phrase.period.since and _TOPIC.match(self._sentence):
            return None if not ACTS.search(self._sentence[:OPENING]) else phrase
        return phrase

    def _belongs(self, phrase: Phrase, end: int, limit: int) -> bool:
        """Whether a phrase goes on with the figure's own words, or stands alone in brackets behind them."""
        if phrase.start >= limit or phrase.resets or phrase.start - end > BEHIND:
            return False
        between = self._sentence[end : phrase.start]
        if "(" in between:
            return between.count("(") == 1 and self._sentence[
                phrase.end : phrase.end + 2
            ].lstrip().startswith(")")
        return not _PARTS.search(between)

    def _said(self, phrase: Phrase | None, words: str, stands: bool) -> Period:
        said = phrase.period if phrase and not phrase.resets else None
        section = self._inherited.section
        if said is None:
            return _handed_down(section, stands, self._setting)
        if said.as_of and phrase and phrase.to_date and ACTS.search(words) and not stands:
            return Period(section.since if section else None, said.as_of)
        if stands and said.until and not said.as_of:
            return Period(as_of=said.until)
        if said.since and said.until and not phrase_done(said, self._setting):
            return Period(said.since[:4], self._setting.day)
        return said


def _in_brackets(sentence: str, place: int) -> bool:
    before = sentence[max(0, place - FAR) : place]
    return before.rfind("(") > before.rfind(")")


def phrase_done(period: Period, setting: Setting) -> bool:
    """Whether a phase of years was over when the report was written, as far as the report tells."""
    known = setting.day[:4] if setting.day else str(setting.latest) if setting.latest else None
    if not period.until or not period.since or len(period.until) == 4 or period.since[:4] == period.until[:4]:
        return True
    return known is None or period.until[:4] <= known


def _stands(front: str, behind: str) -> bool:
    """How many there are, by the words of the clause: tổng số, hiện có, … and nothing done."""
    return bool(_STATE.search(f"{front} {behind}")) and not ACTS.search(front) and not ACTS.search(behind)


def _handed_down(section: Period | None, stands: bool, setting: Setting) -> Period:
    if section is None:
        return Period(as_of=setting.day) if stands else Period(until=setting.day)
    if stands:
        return Period(as_of=section.until)
    return section
