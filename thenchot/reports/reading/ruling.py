"""Which period a figure stands in: its own sentence's, else what paragraph, heading and report handed down."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from . import dates, lexicon
from .dates import TERM_YEARS
from .folding import pattern
from .moments import Setting, now
from .periods import Kind, Phrase
from .standing import ACTS, BEFORE, Standing
from .written import Period

BEHIND, FAR, OPENING = 120, 600, 60  # characters looked at around a figure

_ELECTION = re.compile(pattern(r"(?<!\w)(?:cử tri|bầu cử|trúng cử|đại biểu được bầu|bầu đủ)(?!\w)"))
_COUNCIL_TERM = re.compile(pattern(r"nhiệm kỳ (?P<since>(?:19|20)[0-9]{2}) ?- ?(?:19|20)[0-9]{2}"))
# What a congress sets out to do covers its term.
_PROGRAMME = re.compile(
    pattern(r"(?:khâu đột phá|nhiệm vụ trọng tâm|chương trình trọng tâm|nội dung đột phá)(?!\w)")
)
_CONGRESS = re.compile(pattern(r"đại hội|báo cáo chính trị"))

# What stands between a comparison and the number it is made with: “(là 45”, nothing of a difference.
_BASE = re.compile(pattern(r" ?\([^();.]{0,60}"))
_FROM = re.compile(pattern(r"(?<!\w)từ ?$"))
_TO = re.compile(pattern(r"[^.;,()0-9]{0,24}(?: ?\([^();]{0,24}\))?(?<!trở) (?:lên|xuống|còn)(?!\w)"))
# “giảm từ 40 hộ (4%) xuống còn 30 hộ”: how many there were and are.
_ROSE = re.compile(
    pattern(
        r"(?<!\w)từ(?: trên| gần| hơn| khoảng)? [0-9][0-9.,]*[^.;()]{0,24}(?: ?\([^();]{0,24}\))? (?:lên|xuống)(?: còn| thành| đến)?(?: trên| gần| hơn| khoảng)? ?$"
    )
)
# “theo quy định không quá 20%”: a rule holds at all times.
_LAID_DOWN = re.compile(pattern(r"(?<!\w)(?:quy định|định mức|yêu cầu)(?: là| phải)?(?: đạt| có)? ?$"))
_LIMITS = re.compile(pattern(r"(?:không quá|không dưới|tối thiểu|tối đa|ít nhất|không thấp hơn|từ)(?!\w)"))
# “số chi bộ có dưới 7 đảng viên còn 46”: the number is part of a name.
_CLASS = re.compile(pattern(r"(?:^|[;:.,] ?)(?:số|tỷ lệ|tỉ lệ) [^;:.,0-9]{2,60} có ?$"))
_CLASS_LIMITS = re.compile(pattern(r"(?:dưới|trên|không quá|từ)(?!\w)"))
_SO_WITH = re.compile(pattern(r"(?<!\w)so với ?$"))
_GREW = re.compile(pattern(r"(?<!\w)(?:tăng|giảm)(?: thêm)?(?: trên| gần| hơn| khoảng)? ?$"))
_WITHIN = re.compile(pattern(r"(?<!\w)trong đó(?!\w)[^;]*$"))
_PLANNED = re.compile(
    pattern(
        r"(?<!\w)(?:phấn đấu|dự kiến|kế hoạch|chỉ tiêu|mục tiêu|giao|ước|dự toán|đến năm|nhiệm vụ|phương hướng|sẽ|đăng ký|tiếp tục)(?!\w)"
    )
)
# “kế hoạch (2.200”, “chỉ tiêu cả năm 2024 là 450”: the number of a plan.
_AIM = re.compile(
    pattern(
        r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|kh)(?: năm| cả năm| được giao| giao| đề ra)*(?: (?P<year>20[0-9]{2}))?(?: ?\(| ?:| là| \(kế hoạch)? ?$"
    )
)
# A total of what several times were named for: “năm 2023 …, năm 2024 …, như vậy tổng số là 45”.
_ALL_OF_THEM = re.compile(pattern(r"(?<!\w)(?:như vậy|tổng cộng|tính chung|cộng chung)(?!\w)"))
_DONE = re.compile(
    pattern(r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|kỷ luật|xử lý|kiểm tra|giám sát|bổ nhiệm|tiếp nhận|giải quyết|trồng|thu)(?!\w)")
)
_AND = re.compile(pattern(r"(?:(?<!\w)(?:và|còn|rồi)|[,;:]) ?$"))
_SHARE = re.compile(
    pattern(r"[^;.0-9]{0,60}(?:\(|(?<!\w)chiếm(?: tỷ lệ)?|(?<!\w)bằng) ?(?:trên |gần |hơn |khoảng )?$")
)
_CHANGES = re.compile(pattern(r"(?<!\w)(?:tăng|giảm|vượt|so với)(?!\w)"))
_DIFFERS = re.compile(pattern(r"(?<!\w)(?:tăng|giảm|vượt|đạt|bằng)(?!\w)"))
_PARTS = re.compile(r"[;:]|, ")
_TOPIC = re.compile(pattern(r"[ +-]*(?:tổng số|số|tỷ lệ|tỉ lệ)(?!\w)"))


@dataclass(frozen=True)
class Inherited:
    """What a sentence is handed: from the sentence before in its paragraph, and from heading or report."""

    paragraph: Phrase | None = None
    section: Period | None = None
    counted: str | None = None  # the day the section says everything was counted at
    stood: bool = False  # whether the sentence before said how many there are


class Ruling:
    """The phrases of time of one sentence, to be asked which of them rules a figure."""

    def __init__(self, sentence: str, phrases: list[Phrase], inherited: Inherited, setting: Setting) -> None:
        self._sentence, self._inherited, self._setting = sentence, inherited, setting
        self._phrases = [phrase for phrase in phrases if phrase.kind is not Kind.COMPARED]
        self._compared = [phrase for phrase in phrases if phrase.kind is Kind.COMPARED]
        self._standing = Standing(sentence, inherited.stood)
        self._before: tuple[int, Period] | None = None  # where the last figure ends, and its time
        self._phrases = [phrase for phrase in self._phrases if not self._to_come(phrase)]
        self._starts = [phrase.start for phrase in self._phrases]
        self._anchored = [phrase for phrase in self._phrases if phrase.anchored]
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
        stood = self._standing.stood
        stands = self._standing.of(begins, end, unit) and not self._ahead
        if self._laid_down(begins):
            return Period()
        if base := self._base(begins, end):
            return self._said(base, stands or stood, unit)
        if aim := self._aim(begins, unit):
            return aim
        period = self._share(begins, unit) or self._moved(phrase, begins, end) or self._said(phrase, stands, unit)
        self._before = end, period
        return period

    def handed_on(self) -> Inherited:
        """What the next sentence of the paragraph is handed: what is said in brackets stays in them."""
        handed = replace(self._inherited, stood=self._standing.stood)
        for phrase in reversed(self._anchored):
            if phrase.kind is not Kind.LOCAL and not _in_brackets(self._sentence, phrase.start):
                return replace(handed, paragraph=phrase)
        return handed

    @property
    def _ahead(self) -> bool:
        """Whether the section says what is to be done."""
        section, about = self._inherited.section, self._setting.title
        if section is None or (self._setting.plan and section == self._setting.plan):
            return section is not None
        return bool(about and about.until and section.since and section.since > about.until)

    def _to_come(self, phrase: Phrase) -> bool:
        """A year after that of the report, where nothing is planned, is part of a name: “tuyển quân năm 2027”."""
        known, since = self._setting.year, phrase.period.since
        if known is None or not since or self._ahead or self._inherited.section == Period():
            return False
        later = int(since[:4]) > known and phrase.period == dates.whole(since[:4])
        return later and not _PLANNED.search(self._sentence)

    def _laid_down(self, begins: int) -> bool:
        """The number of a rule, or of the name of a kind."""
        before = self._sentence[max(0, begins - BEFORE) : begins]
        if _LIMITS.match(self._sentence, begins) and _LAID_DOWN.search(before):
            return True
        return bool(_CLASS_LIMITS.match(self._sentence, begins) and _CLASS.search(before))

    def _moved(self, phrase: Phrase | None, begins: int, end: int) -> Period | None:
        """“tăng từ 45 lên 60 đảng viên”: when the time began, and when it ended."""
        before = self._sentence[max(0, begins - BEFORE) : begins]
        risen = _ROSE.search(before)
        if self._compared or not (risen or (_FROM.search(before) and _TO.match(self._sentence, end))):
            return None
        clause = _PARTS.split(before[: risen.start()] if risen else before)[-1]
        if _DONE.search(clause):
            return None
        time = phrase.period if phrase else self._inherited.section
        if not time or not time.since or not time.until:
            return None
        return Period(as_of=time.until if risen else dates.day_before(time.since))

    def _share(self, begins: int, unit: str) -> Period | None:
        """A share is of the time of the count right before it: “có 45 hộ nghèo, chiếm 3%”."""
        if self._before is None or unit != lexicon.PERCENT:
            return None
        between = self._sentence[self._before[0] : begins]
        return self._before[1] if _SHARE.match(between) and not _CHANGES.search(between) else None

    def _aim(self, begins: int, unit: str) -> Period | None:
        """The time of a plan whose own number is printed: “đạt 47% kế hoạch (2.200 đảng viên)” is that of the year."""
        section = self._inherited.section
        found = _AIM.search(self._sentence, max(0, begins - BEHIND), begins)
        if not found or unit == "documents" or not section or not section.since or not section.until:
            return None
        year = found["year"] or (section.since[:4] if section.since[:4] == section.until[:4] else None)
        return dates.whole(year) if year else None

    def _base(self, begins: int, end: int) -> Phrase | None:
        """What a comparison is made with: “tăng 12% so với cùng kỳ năm 2024 (131 đảng viên)”, “(từ 46% lên 47%)”."""
        if (
            self._compared
            and _FROM.search(self._sentence, max(0, begins - 8), begins)
            and _TO.match(self._sentence, end)
        ):
            return self._compared[0]
        ahead = next((one for one in self._compared if one.start >= end), None)
        if ahead and _SO_WITH.search(self._sentence, max(0, begins - 8), begins):
            return None if _PARTS.search(self._sentence, end, ahead.start) else ahead  # “so với 45 lớp của năm 2024”
        behind = next((one for one in reversed(self._compared) if one.end <= begins), None)
        between = self._sentence[behind.end : begins] if behind else ""
        return behind if _BASE.fullmatch(between) and not _DIFFERS.search(between) else None

    def _phrase(self, begins: int, end: int, limit: int) -> Phrase | None:
        """The one that goes on with the figure's words (kết nạp 45 đảng viên trong tháng 9), else the last
        anchored one before it, else the paragraph's."""
        behind = bisect_left(self._starts, end)
        if behind < len(self._phrases) and self._belongs(self._phrases[behind], end, limit):
            return self._phrases[behind]
        ahead = bisect_right(self._ends, begins)
        bracketed = _in_brackets(self._sentence, begins)
        for phrase in reversed(self._anchored[max(0, ahead - 3) : ahead]):
            if self._is_over(phrase, begins):
                continue
            if ahead > 1 and _ALL_OF_THEM.search(self._sentence, phrase.end, begins):
                return None
            if _in_brackets(self._sentence, phrase.start) <= bracketed:
                return phrase
        return self._handed_over()

    def _is_over(self, phrase: Phrase, begins: int) -> bool:
        """What was told of another time, or of a part of the time, ends at the semicolon; a change is of now."""
        between = self._sentence[phrase.end : begins]
        if phrase.kind is Kind.LOCAL:
            return ";" in between or ("," in between and bool(_GREW.search(between)))
        return ";" in between and bool(_WITHIN.search(self._sentence, 0, phrase.start))

    def _handed_over(self) -> Phrase | None:
        """The paragraph's phrase. A past phase is not handed to a sentence on how many there are of something."""
        phrase = self._inherited.paragraph
        if phrase and not phrase.to_date and phrase.period.since and _TOPIC.match(self._sentence):
            return None if not ACTS.search(self._sentence[:OPENING]) else phrase
        return phrase

    def _belongs(self, phrase: Phrase, end: int, limit: int) -> bool:
        """Whether a phrase goes on with the figure's own words, or stands alone in brackets behind them."""
        if phrase.start >= limit or phrase.resets or phrase.kind is Kind.NAMED or phrase.start - end > BEHIND:
            return False
        between = self._sentence[end : phrase.start]
        if "(" in between:
            return between.count("(") == 1 and self._sentence[
                phrase.end : phrase.end + 2
            ].lstrip().startswith(")")
        return not _PARTS.search(between) and not _AND.search(between)

    def _said(self, phrase: Phrase | None, stands: bool, unit: str) -> Period:
        said = phrase.period if phrase and not phrase.resets else None
        section = self._inherited.section
        if said is None or not phrase:
            return _handed_down(self._inherited, stands, self._setting)
        if said.as_of and phrase.to_date and not stands and self._standing.flows(unit):
            return Period(section.since if section else None, said.as_of)
        if phrase.kind is Kind.NOW and self._inherited.counted:
            return Period(as_of=self._inherited.counted)
        if stands and said.until and not said.as_of:
            return Period(as_of=said.until)
        ahead = section is not None and section in (self._setting.plan, Period())
        if said.since and said.until and not ahead and not phrase_done(said, self._setting):
            if section and _alike(said, section):
                return section
            return Period(said.since[:4], now(self._setting))
        return said


def _in_brackets(sentence: str, place: int) -> bool:
    before = sentence[max(0, place - FAR) : place]
    return before.rfind("(") > before.rfind(")")


def _alike(first: Period, second: Period) -> bool:
    return [day and day[:4] for day in (first.since, first.until)] == [
        day and day[:4] for day in (second.since, second.until)
    ]


def phrase_done(period: Period, setting: Setting) -> bool:
    """Whether a phase of years was over when the report was written, as far as the report tells."""
    if period.since and setting.day and period.since[:4] >= setting.day[:4]:
        return True  # it has just begun, or is to come: a plan
    known = setting.day[:4] if setting.day else str(setting.latest) if setting.latest else None
    if not period.until or not period.since or len(period.until) == 4 or period.since[:4] == period.until[:4]:
        return True
    return known is None or period.until[:4] <= known


def _handed_down(inherited: Inherited, stands: bool, setting: Setting) -> Period:
    section = inherited.section
    if section is None:
        return Period(as_of=setting.day) if stands else Period(until=setting.day)
    if stands:
        counted = inherited.counted or (setting.counted if section == setting.title else None)
        return Period(as_of=section.as_of or counted or section.until)
    return section
