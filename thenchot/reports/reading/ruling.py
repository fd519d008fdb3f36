"""Which period a figure stands in: its own sentence's, else what paragraph, heading and report handed down."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .folding import pattern
from .periods import Phrase, Setting
from .setting import TERM_YEARS
from .written import Period

# Done in the time (counts of acts) or so at a moment (counts of what there is).
_ACTS = re.compile(
    pattern(
        r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|cho ra khỏi|đưa ra khỏi|kiểm tra|giám sát|kỷ luật|khiển trách|cảnh cáo|cách chức|"
        r"tổ chức|mở|ban hành|bổ nhiệm|luân chuyển|điều động|đào tạo|bồi dưỡng|tiếp nhận|tiếp|giải quyết|khởi tố|"
        r"thành lập|trao|tặng|truy tặng|cử|hỗ trợ|giúp|thu|chi|nộp|chuyển|đổi|phát hiện|xử lý|công nhận|giảm|tăng|"
        r"sáp nhập|giải thể|tuyên truyền|đăng|phát triển|giao|tham gia|xét|thẩm định|rà soát|khen thưởng|biểu dương|"
        r"phát động|huy động|vận động|xây mới|sửa chữa|trồng|làm|tinh giản|thanh tra|truy tố|xét xử|quán triệt)(?!\w)"
    )
)
_STATE = re.compile(
    pattern(
        r"(?<!\w)(?:hiện có|hiện nay|hiện còn|tổng số|toàn (?:tỉnh|huyện|xã|đảng bộ|thành phố|phường)(?: hiện)? có|duy trì|quản lý|"
        r"trực thuộc|đang|được miễn|trình độ|sinh hoạt tại|còn|đến nay có|là nữ|dự bị|không là)(?!\w)"
    )
)
_ELECTION = re.compile(pattern(r"(?<!\w)(?:cử tri|bầu cử|trúng cử|đại biểu được bầu|bầu đủ)(?!\w)"))
_COUNCIL_TERM = re.compile(pattern(r"nhiệm kỳ (?P<since>(?:19|20)[0-9]{2}) ?- ?(?:19|20)[0-9]{2}"))
# What a congress sets out to do covers its term.
_PROGRAMME = re.compile(
    pattern(r"(?:khâu đột phá|nhiệm vụ trọng tâm|chương trình trọng tâm|nội dung đột phá)(?!\w)")
)
_CONGRESS = re.compile(pattern(r"đại hội|báo cáo chính trị"))


@dataclass(frozen=True)
class Inherited:
    """What a sentence is handed: from the sentence before in its paragraph, and from heading or report."""

    paragraph: Phrase | None = None
    section: Period | None = None


def ruling(phrases: list[Phrase], start: int, end: int, inherited: Inherited) -> Phrase | None:
    """The phrase that rules the figure whose words span `start:end` of the sentence; None: only the section's.

    A phrase right after the figure's words, before the next figure, comes first: kết nạp 45 đảng viên
    trong tháng 9; then the last anchored one before it; then the paragraph's.
    """
    behind = [phrase for phrase in phrases if start <= phrase.start < end]
    ahead = [phrase for phrase in phrases if phrase.end <= start and phrase.anchored]
    if behind and not behind[0].resets:
        return behind[0]
    return ahead[-1] if ahead else inherited.paragraph


def period(
    phrase: Phrase | None, words: str, sentence: str, section: Period | None, setting: Setting
) -> Period:
    """The period of a figure: `words` are those in front of and behind it, `sentence` all of its sentence."""
    if _ELECTION.search(words) and (term := _COUNCIL_TERM.search(sentence)):
        return Period(as_of=term["since"])
    if phrase is None and _PROGRAMME.search(words) and _CONGRESS.search(sentence) and setting.term:
        return Period(str(setting.term), str(setting.term + TERM_YEARS))
    said = phrase.period if phrase and not phrase.resets else None
    if said is None:
        return _handed_down(section, _stands(words), setting)
    if said.as_of and not _stands(words) and _ACTS.search(words):
        return Period(section.since if section else None, said.as_of)
    if said.since and said.until and not phrase_done(said, setting):
        return Period(said.since[:4], setting.day)
    return said


def phrase_done(period: Period, setting: Setting) -> bool:
    """Whether a phase of years was over when the report was written, as far as the report tells."""
    known = setting.day[:4] if setting.day else str(setting.latest) if setting.latest else None
    if not period.until or not period.since or len(period.until) == 4 or period.since[:4] == period.until[:4]:
        return True
    return known is None or period.until[:4] <= known


def _stands(words: str) -> bool:
    return bool(_STATE.search(words)) and not _ACTS.search(words[:40])


def _handed_down(section: Period | None, stands: bool, setting: Setting) -> Period:
    if section is None:
        return Period(as_of=setting.day) if stands else Period(until=setting.day)
    if stands and section.until:
        return Period(as_of=section.until)
    return section


def without_name(phrase: Phrase) -> Phrase:
    """The phrase as the next sentence inherits it."""
    return replace(phrase, start=0, end=0)
