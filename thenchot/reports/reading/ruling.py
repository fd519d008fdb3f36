"""Which period a figure stands in: its own sentence's, else what paragraph, heading and report handed down."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from . import compared, dates, lexicon, running
from .acts import ACTS
from .brackets import in_brackets, outside
from .compared import BEHIND, PARTS
from .dates import TERM_YEARS
from .folding import pattern
from .frame import Setting
from .periods import Phrase
from .spoken import Kind
from .standing import BEFORE, Standing
from .written import Period

_DAY = r"[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?(?:19|20)[0-9]{2}"
FAR, OPENING = 600, 60  # characters looked at around a figure

_ELECTION = re.compile(pattern(r"(?<!\w)(?:cử tri|bầu cử|trúng cử|đại biểu được bầu|bầu đủ)(?!\w)"))
# Who was elected, and how many congresses were held: so at the day.
_ELECTED = re.compile(
    pattern(
        r"(?<!\w)(?:bầu|trúng cử|tái cử|đại biểu|khóa mới|đương nhiệm|(?<!nghị quyết )đại hội(?! đảng| [ivx]+))(?!\w)"
    )
)
_COUNCIL_TERM = re.compile(pattern(r"nhiệm kỳ (?P<since>(?:19|20)[0-9]{2}) ?- ?(?:19|20)[0-9]{2}"))
_HELD = re.compile(pattern(rf"bầu cử[^.;]{{0,120}} (?P<day>ngày {_DAY})"))
# What a congress sets out to do covers its term.
_PROGRAMME = re.compile(
    pattern(r"(?:khâu đột phá|nhiệm vụ trọng tâm|chương trình trọng tâm|nội dung đột phá)(?!\w)")
)
_CONGRESS = re.compile(pattern(r"đại hội|báo cáo chính trị"))

_GREW = re.compile(pattern(r"(?<!\w)(?:tăng|giảm)(?: thêm)?(?: trên| gần| hơn| khoảng)? ?$"))
# “tồn quý trước 6, mới nhận 41”
_NOW_AGAIN = re.compile(
    pattern(r", ?(?:mới|nay|năm nay|quý này|tháng này|trong kỳ|phát sinh|tiếp nhận)(?!\w)")
)
_WITHIN = re.compile(pattern(r"(?<!\w)trong đó(?!\w)[^;]*$"))
# A total of what several times were named for: “năm 2023 …, năm 2024 …, như vậy tổng số là 45”.
_ALL_OF_THEM = re.compile(pattern(r"(?<!\w)(?:như vậy|tổng cộng|tính chung|cộng chung)(?!\w)"))
_AND = re.compile(pattern(r"(?:(?<!\w)(?:và|còn|rồi)|[,;:]) ?$"))
_SHARE = re.compile(
    pattern(r"[^;.0-9]{0,60}(?:\(|(?<!\w)chiếm(?: tỷ lệ)?|(?<!\w)bằng) ?(?:trên |gần |hơn |khoảng )?$")
)
_CHANGES = re.compile(pattern(r"(?<!\w)(?:tăng|giảm|vượt|so với)(?!\w)"))
_YEAR_OPENS = re.compile(pattern(r"đầu (?:năm|nhiệm kỳ)(?!\w| [0-9])"))
# “đến 30/11 kết nạp 45 đảng viên, vượt kế hoạch năm”: since the year began
_YEARS_AIM = re.compile(pattern(r"(?<!\w)(?:kế hoạch|chỉ tiêu)(?!\w)"))
_RAISED = re.compile(pattern(r"(?<!\w)(?:nâng|đưa)(?!\w)[^.;]{0,80}$"))
_TOPIC = re.compile(pattern(r"[ +-]*(?:tổng số|số|tỷ lệ|tỉ lệ)(?!\w)"))


@dataclass(frozen=True)
class Inherited:
    """What a sentence is handed: from the sentence before in its paragraph, and from heading or report."""

    paragraph: Phrase | None = None
    section: Period | None = None
    counted: str | None = None  # the day the section says everything was counted at
    stood: bool = False  # whether the sentence before said how many there are
    acted: bool = False  # whether it said what was done, and this one breaks it down


class Ruling:
    """The phrases of time of one sentence, to be asked which of them rules a figure."""

    def __init__(self, sentence: str, phrases: list[Phrase], inherited: Inherited, setting: Setting) -> None:
        self._sentence, self._inherited, self._setting = sentence, inherited, setting
        self._phrases = [phrase for phrase in phrases if phrase.kind is not Kind.COMPARED]
        self._compared = [phrase for phrase in phrases if phrase.kind is Kind.COMPARED]
        self._ahead = running.ahead(inherited.section, setting)
        self._standing = Standing(sentence, inherited.stood, inherited.acted)
        self._before: tuple[int, Period] | None = None  # where the last figure ends, and its time
        self._over = set[int]()  # where phrases begin whose clause has ended
        if not self._ahead and inherited.section != Period():
            self._phrases = [one for one in self._phrases if not running.to_come(sentence, one, setting)]
        self._starts = [phrase.start for phrase in self._phrases]
        self._anchored = [phrase for phrase in self._phrases if phrase.anchored]
        self._ends = [phrase.end for phrase in self._anchored]

    def period(self, begins: int, end: int, limit: int, unit: str) -> Period:
        """The period of a figure at `begins:end` of the sentence, its words ending before `limit`."""
        words = self._sentence[max(0, begins - BEFORE) : min(limit, end + BEHIND)]
        phrase = self._phrase(begins, end, limit)
        around = self._sentence[max(0, begins - FAR) : end + FAR]
        if _ELECTION.search(words) and (held := _HELD.search(self._sentence)):
            return Period(as_of=dates.iso(held["day"], self._setting.year))
        if _ELECTION.search(words) and (council := _COUNCIL_TERM.search(around)):
            return Period(as_of=council["since"])
        term = self._setting.term
        if phrase is None and term and _PROGRAMME.search(words) and _CONGRESS.search(around):
            return Period(str(term), str(term + TERM_YEARS))
        stood = self._standing.stood
        stands = self._standing.of(begins, end, unit) and not self._ahead
        if compared.laid_down(self._sentence, begins):
            return Period()
        if base := compared.base(self._sentence, self._compared, begins, end):
            return self._said(base, stands or stood, unit)
        time = phrase.period if phrase and phrase.period.since else self._inherited.section
        if aim := compared.aim(self._sentence, time, term, begins, unit):
            return aim
        period = (
            self._share(begins, unit) or self._moved(phrase, begins, end) or self._said(phrase, stands, unit)
        )
        if period.until and not period.since and not period.as_of and _ELECTED.search(self._sentence):
            period = Period(as_of=period.until)
        self._before = end, period
        return period

    def handed_on(self) -> Inherited:
        """What the next sentence of the paragraph is handed: what is said in brackets stays in them."""
        handed = replace(self._inherited, stood=self._standing.stood, acted=self._standing.acts())
        for phrase in reversed(self._anchored[: self._series()]):
            raised = _RAISED.search(self._sentence, 0, phrase.start)  # “nâng tổng số từ đầu nhiệm kỳ lên 141”
            if phrase.kind is not Kind.LOCAL and not raised and not in_brackets(self._sentence, phrase.start):
                return replace(handed, paragraph=phrase)
        return handed

    def _series(self) -> int:
        """How many phrases stand before “năm 2021 là 45, năm 2022 là 60”: what follows is of no one of these years."""
        told = len(self._anchored)
        while told and _is_part(self._anchored[told - 1]):
            told -= 1
        years = {phrase.period for phrase in self._anchored[told:]}
        return told if len(years) > 1 else len(self._anchored)

    def _moved(self, phrase: Phrase | None, begins: int, end: int) -> Period | None:
        now = compared.risen(self._sentence, begins)
        time = phrase.period if phrase and not (now and phrase.period.as_of) else self._inherited.section
        return None if self._compared and not now else compared.moved(self._sentence, time, begins, end)

    def _share(self, begins: int, unit: str) -> Period | None:
        """A share is of the time of the count right before it: “có 45 hộ nghèo, chiếm 3%”."""
        if self._before is None or unit != lexicon.PERCENT:
            return None
        between = self._sentence[self._before[0] : begins]
        return self._before[1] if _SHARE.match(between) and not _CHANGES.search(between) else None

    def _since(self, phrase: Phrase, day: str) -> str | None:
        """Since when acts are counted up to a day: the year named in front of it, else as the section says."""
        for year in self._anchored[:8]:
            since, until = year.period.since, year.period.until
            if (
                year.end <= phrase.start
                and since
                and until
                and since[:4] == until[:4] == day[:4]
                and year.kind is Kind.PLAIN
            ):
                return since
        section = self._inherited.section
        aimed = f"{day[:4]}-01-01" if _YEARS_AIM.search(self._sentence) else None
        return (section.since if section else None) or aimed

    def _phrase(self, begins: int, end: int, limit: int) -> Phrase | None:
        """The one that goes on with the figure's words (kết nạp 45 đảng viên trong tháng 9), else the last
        anchored one before it, else the paragraph's."""
        behind = bisect_left(self._starts, end)
        if behind < len(self._phrases) and self._belongs(self._phrases[behind], end, limit):
            return self._phrases[behind]
        ahead = bisect_right(self._ends, begins)
        bracketed = in_brackets(self._sentence, begins)
        for phrase in reversed(self._anchored[max(0, ahead - 8) : ahead]):
            if self._is_over(phrase, begins):
                continue
            if ahead > 1 and _ALL_OF_THEM.search(self._sentence, phrase.end, begins):
                return None
            closed = ")" in self._sentence[phrase.end : begins]  # another pair of brackets
            if not in_brackets(self._sentence, phrase.start) or (bracketed and not closed):
                return phrase
        return self._handed_over()

    def _is_over(self, phrase: Phrase, begins: int) -> bool:
        """What was told of another time, or of a part of the time, ends at the semicolon; a change is of now."""
        between = outside(self._sentence[phrase.end : begins])
        if phrase.kind is Kind.LOCAL:
            again = "," in between and (_GREW.search(between) or _NOW_AGAIN.search(between))
            if ";" in between or again:
                self._over.add(phrase.start)
            return phrase.start in self._over
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
        return not PARTS.search(between) and not _AND.search(between)

    def _said(self, phrase: Phrase | None, stands: bool, unit: str) -> Period:
        said = phrase.period if phrase and not phrase.resets else None
        section = self._inherited.section
        if said is None or not phrase:
            return _handed_down(self._inherited, stands, self._setting)
        opens = phrase.kind is Kind.LOCAL and _YEAR_OPENS.match(self._sentence, phrase.start)
        if opens and not stands and self._standing.flows(unit):
            return section or Period()  # “đầu năm giao chỉ tiêu 45”: in the year, at no day
        flows = self._standing.flows(unit) or (phrase is self._inherited.paragraph and self._inherited.acted)
        if said.as_of and phrase.to_date and not stands and flows:
            return Period(self._since(phrase, said.as_of), said.as_of)
        if phrase.kind is Kind.NOW and self._inherited.counted:
            return Period(as_of=self._inherited.counted)
        if stands and said.until and not said.as_of:
            return Period(as_of=said.until)
        ahead = section is not None and section in (self._setting.plan, Period())
        if said.since and said.until and not ahead and not running.is_done(said, self._setting):
            return (
                section if section and running.alike(said, section) else running.so_far(said, self._setting)
            )
        return said


def _is_part(phrase: Phrase) -> bool:
    """Whether a phrase names a time within one year."""
    since, until = phrase.period.since, phrase.period.until
    return bool(phrase.kind is Kind.PLAIN and since and until and since[:4] == until[:4])


def _handed_down(inherited: Inherited, stands: bool, setting: Setting) -> Period:
    section = inherited.section
    if section is None:
        return Period(as_of=setting.day) if stands else Period(until=setting.day)
    if stands:
        counted = inherited.counted or (setting.counted if section == setting.title else None)
        return Period(as_of=section.as_of or counted or section.until)
    return section
