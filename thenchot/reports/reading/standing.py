"""Whether a figure says how many there are at a moment, or what was done in a time."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from . import lexicon, named
from .acts import ACTS, HAPPENS
from .brackets import CLOSED, in_brackets
from .folding import pattern
from .parts_of_done import GOES_ON, PartsOfDone
from .reached import reached

BEFORE, AFTER = 90, 50  # characters looked at around a figure

_STATE = re.compile(
    pattern(
        r"(?<!\w)(?:hiện có|hiện nay|hiện còn|tổng số|toàn (?:tỉnh|huyện|xã|đảng bộ|thành phố|phường)(?: hiện)? có|duy trì(?! sinh hoạt| chế độ| nề nếp| nền nếp| việc)|quản lý(?! đất| tài chính| nhà nước| đầu tư| xã hội| tài nguyên)|"
        r"trực thuộc|đang|được miễn|sinh hoạt tại|còn(?= (?:trên |gần |hơn |khoảng |dưới )?[0-9](?![0-9]? tháng))|đạt chuẩn(?! văn hóa)|có mặt|được trang bị|đã cài|cài đặt|số hóa|giữ vững|quy hoạch|đến nay có|không là|không phải là|đồng thời là|kiêm)(?!\w)|(?<!\w)đảng bộ(?: [^.;:,0-9]{1,30})? (?:hiện )?có(?!\w)"
    )
)
# Units of what is laid down, not done: they hold at a day.
STANDING = {"levels", "criteria", "checklist items"}
# Done, spent or written, never so many at a moment.
_FLOWING = {
    lexicon.DONG, lexicon.OF_TARGET, lexicon.POINTS, lexicon.PERSON_TIMES, lexicon.ORGANISATION_TIMES, "documents", "meetings", "sessions",
    "rounds", "classes", "dialogues", "petitions", "cases", "articles", "gifts", "opinions", "workdays",
}  # fmt: skip
# Of these a report says that there are so many: “Có 45 chi bộ độc lập.”
_LASTING = {
    lexicon.MEMBERS,
    lexicon.ORGANISATIONS,
    "villages",
    "communes",
    "districts",
    "enterprises",
    "schools",
}
_COMES_FAR = _LASTING | {lexicon.PERSONS, "units"}
_NAMED_ALONE = {lexicon.MEMBERS, lexicon.PERSONS, "animals", "ha", "households"}
_THERE_ARE = re.compile(pattern(r"(?<!\w)(?:có|gồm|với)(?: trên| gần| hơn| khoảng)? ?(?:[0-9.]+ ?/ ?)?$"))
_NOW = re.compile(pattern(r"(?<!\w)(?:đến nay|hiện nay|hiện)(?!\w)[^.;:0-9]{0,60} có ?$"))
_WHO_ARE = re.compile(
    pattern(r"(?<!\w)(?:là (?:nữ|nam|người)|kiêm|đồng thời)(?!\w)")
)  # “có 31/124 bí thư là nữ”
_PART = re.compile(pattern(r"(?:trong đó|trong số|trong [0-9])"))
# Who is graded, and how: of the year that is judged, not of its last day.
_GRADED = re.compile(
    pattern(
        r"(?<!\w)(?:(?:được|thuộc diện|đủ điều kiện|tiến hành)(?: kiểm điểm,?| đánh giá,?)* (?:đánh giá|xếp loại)|xếp loại (?:chất lượng )?(?:cuối )?năm|đánh giá cuối năm)(?!\w)"
    )
)
# “Số đảng viên … là 45”, “nâng tổng số chi bộ lên 45”.
_NUMBER_OF = re.compile(
    pattern(
        r"(?:(?:^|[;.:-] ?|, )số (?!còn lại)[^.;:,0-9]{2,60} là|(?:nâng|đưa) (?:tổng )?số (?P<what>[^.;:0-9]{2,80}) lên)(?: trên| gần| hơn)? ?$"
    )
)
_LEFT = re.compile(pattern(r"(?<!\w)còn ?$"))
_UNDONE = re.compile(pattern(r"[^.;:,()0-9]{1,24} (?:đang|chưa)(?!\w)"))
_BELONGS = pattern("trực thuộc")
_BEFALLS = re.compile(pattern(r"(?<!\w)(?:bị|được(?! miễn| giao))(?!\w)"))
_NOT_YET = re.compile(pattern(r"(?<!\w)(?:chưa|không còn)(?!\w)"))
_DONE = re.compile(rf"{ACTS.pattern}|{pattern('hoàn thành')}")
_SAID_OF_IT = re.compile(pattern(r",(?! [0-9])|[;:()]|\.(?![0-9])|(?<!\w)(?:tăng|giảm|so với)(?!\w)"))
_CLAUSE = re.compile(r"[;:(]|, ")
_TRAITS = re.compile(
    pattern(
        r"[ +-]*(?:về )?(?:trình độ|độ tuổi|tuổi đời|tuổi đảng|cơ cấu độ tuổi|giới tính|thành phần)(?!\w)(?![^:]{0,60} mới(?!\w))"
    )
)
_ENDS = re.compile(pattern(r"(?<!\w)(?:mới|trong (?:năm|kỳ|quý|tháng)|đã|được)(?!\w)"))
_SHARE_OF_IT = re.compile(pattern(r"[^;.0-9]{0,80}(?:\(|chiếm|bằng|tỷ lệ|tỉ lệ|đạt)[^;.0-9]{0,20}$"))


class Standing:
    """Goes along the figures of one sentence and says of each whether it stands at a moment."""

    def __init__(self, sentence: str, stood: bool, acted: bool = False) -> None:
        self._sentence = sentence
        self._done = PartsOfDone(sentence, told=acted and not stood)
        # where the last figure ends, if it said how many there are
        self._stood: int | None = 0 if stood and GOES_ON.match(sentence) else None
        self._graded = bool(_GRADED.search(sentence))
        self._traits = bool(_TRAITS.match(sentence)) and not ACTS.search(sentence)

    @property
    def stood(self) -> bool:
        return self._stood is not None

    def of(self, begins: int, end: int, unit: str) -> bool:
        """Of the figure at `begins:end`; to be asked in order."""
        if unit.startswith("percent"):
            stands = (unit != lexicon.OF_TARGET and self._share(begins)) or self._rate(begins, end, unit)
            self._stood = end if self._stood is not None else None
            return stands
        stands = self._left(begins, end) or (unit not in _FLOWING and self._is_so(begins, end, unit))
        aside = not stands and in_brackets(self._sentence, begins)
        if not aside:  # “787 tổ chức (tăng 11 so với năm 2011), trong đó 269 …” goes on behind its brackets
            self._stood = end if stands else None
            self._done.ends = None if stands else end
        return stands

    def _is_so(self, begins: int, end: int, unit: str) -> bool:
        if unit in STANDING:
            return True
        if self._graded or self._done.holds(begins, end):
            return False
        return (
            self._traits
            or (unit in _COMES_FAR and reached(self._sentence, self._front(begins), begins, end))
            or self._by_clause(begins, end, unit)
            or self._goes_on(begins, end)
        )

    def acts(self) -> bool:
        """Whether the sentence tells of something done."""
        return bool(_DONE.search(self._sentence))

    def flows(self, unit: str) -> bool:
        """Whether what does not stand is counted over a time up to a day, rather than at that day."""
        return unit in _FLOWING or unit.startswith("percent") or self.acts()

    def _share(self, begins: int) -> bool:
        """The share right behind what there is of something: “nữ 45 đồng chí, chiếm 35%”."""
        if self._stood is None:
            return False
        between = self._sentence[self._stood : begins]
        return bool(_SHARE_OF_IT.match(between)) and not ACTS.search(between)

    def _rate(self, begins: int, end: int, unit: str) -> bool:
        """“Độ che phủ rừng 53%”, “100% thôn có chi bộ”: with nothing done or changed said in front of it."""
        if named.SHARE_HAS.match(self._sentence, end):
            return True
        return unit == lexicon.PERCENT and named.is_rate(self._front(begins))

    def _front(self, begins: int) -> str:
        """The words of the clause in front of a figure."""
        before = self._sentence[max(0, begins - BEFORE) : begins].rstrip(" :")
        return before[max((found.end() for found in _CLAUSE.finditer(before)), default=0) :]

    def _left(self, begins: int, end: int) -> bool:
        """“còn 6 đơn đang xem xét”: what is not done yet is so at the end."""
        return bool(
            _LEFT.search(self._sentence, max(0, begins - 8), begins) and _UNDONE.match(self._sentence, end)
        )

    def _by_clause(self, begins: int, end: int, unit: str) -> bool:
        front = self._front(begins)
        words = self._sentence[begins:end] + CLOSED.sub("", self._sentence[end : end + BEFORE])[:AFTER]
        cut = _SAID_OF_IT.search(words, end - begins)
        behind = words[: cut.start()] if cut else words
        if number := _NUMBER_OF.search(self._sentence, max(0, begins - 2 * BEFORE), begins):
            said = number["what"] or number.group()
            return not ACTS.search(said) and not _BEFALLS.search(said)
        if ACTS.search(front) or (ACTS.search(behind) and not _NOT_YET.search(behind)):
            return False
        if self._named(begins, behind, unit):
            return True
        if (
            unit in _LASTING
            and named.SHARE_HAS.match(self._sentence, end)
            and named.PLAIN_COUNT.fullmatch(front)
        ):
            return True
        state = _STATE.search(f"{front} {behind}")
        if (
            state
            and state[0] == _BELONGS
            and _BEFALLS.search(self._sentence[end : end + BEFORE].split(",")[0])
        ):
            return False  # “3.691 chi bộ trực thuộc đảng ủy cơ sở được chấm”
        if state and state[0] == _BELONGS and ACTS.search(self._sentence[:begins].rpartition(";")[2]):
            return False  # “tặng cờ cho 45 tổ chức và 8 chi bộ trực thuộc”
        return bool(state) or self._there_are(begins, behind, unit)

    def _named(self, begins: int, behind: str, unit: str) -> bool:
        """“Đàn lợn 2.300 con”, “Ủy ban Kiểm tra có 7 ủy viên”."""
        so_far = self._sentence[max(0, begins - BEFORE) : begins]
        part = _PART.search(self._sentence[:begins].rpartition(";")[2])
        if unit not in _NAMED_ALONE or (self._stood is None and part):
            return False
        return named.named(so_far, behind)

    def _there_are(self, begins: int, behind: str, unit: str) -> bool:
        """“Có 45 chi bộ”, with nothing done or befallen said in front of it or behind."""
        so_far = self._sentence[max(0, begins - 2 * BEFORE) : begins].rpartition(";")[2]
        return (
            (
                unit in _LASTING
                or (unit == lexicon.PERSONS and bool(_WHO_ARE.search(behind) or _NOW.search(so_far)))
            )
            and bool(_THERE_ARE.search(so_far))
            and not _PART.search(so_far)
            and not ACTS.search(so_far)
            and not HAPPENS.search(so_far)
            and not HAPPENS.search(behind)
            and not ACTS.search(behind)
        )

    def _goes_on(self, begins: int, end: int) -> bool:
        """What is counted within what there is: “có 45 chi bộ, trong đó 12 chi bộ ghép”."""
        if self._stood is None:
            return False
        behind = self._sentence[end : end + AFTER]
        cut = _SAID_OF_IT.search(behind)
        blank = CLOSED.sub(lambda found: " " * len(found[0]), self._sentence[:end])
        between = blank[max(0, self._stood - 2) :] + (behind[: cut.start()] if cut else behind)
        return not ACTS.search(between) and not _ENDS.search(blank, self._stood, begins)
