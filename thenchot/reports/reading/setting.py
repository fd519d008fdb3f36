"""The day of a report, the term it stands in and the period of its title: from its head, foot and words."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from . import dates, periods, titles
from .blocks import Block
from .brackets import in_brackets
from .dates import TERM_YEARS, YEAR
from .folding import fold, pattern
from .frame import Setting
from .periods import Phrase
from .spoken import Kind
from .written import Period, Sort

HEAD = 15  # lines with words in them
BODIES, OPENING = 3, 160  # paragraphs that tell figures, and how far into one its time is looked for
_YEAR = re.compile(pattern(rf"(?<!\w)năm (?P<year>{YEAR})"))
LENGTH = 10  # of a day
# “đến 30/11 kết nạp 45 đảng viên, vượt kế hoạch năm”: since the year began
YEARS_AIM = re.compile(pattern(r"(?<!\w)(?:kế hoạch|chỉ tiêu)(?!\w)"))
# “(năm 2019: 1.891)”, “cuối năm 2019 còn 3,15%”: what is told of a year that is over
_CLOSED = re.compile(
    pattern(
        rf"(?<!\w)(?:cuối năm (?P<end>{YEAR}) (?:còn|là|có|đạt)|năm (?P<year>{YEAR})(?::| là| đạt| kết nạp)? [0-9]|(?:đến|tới)(?: hết| cuối) năm (?P<until>{YEAR}),)"
    )
)
SENTENCE = 40  # characters: what is shorter names something
_COUNTS = re.compile(r"[0-9][^.]*[0-9]|[0-9]{2}")
_DATED = re.compile(
    pattern(
        rf"(?P<day>(?:ngày )?[0-9]{{1,2}} ?(?:/|-|\.| tháng ) ?[0-9]{{1,2}} ?(?:/|-|\.| năm ) ?{YEAR}"
        rf"|ngày[ ._…]{{1,12}}tháng[ ._…]{{0,12}}(?:[0-9]{{1,2}})?[ ._…]{{1,12}}năm {YEAR})(?![0-9])"  # a day left blank
    )
)
# What may stand beside the day in a line that dates a paper: a place, a weekday, an hour, counters of a page.
_BESIDE = re.compile(
    pattern(
        r"(?:[^\W\d_]+ ){0,6}[^\W\d_]*, ?$|.{0,12}(?:chủ nhật|thứ \w+).{0,6}$|.{0,24}(?:cập nhật|ngày đăng|đăng ngày|bài đăng|đăng lúc|xuất bản)"
        r".{0,12}$|\(?[^\W\d_]{2,12}\)? ?[-|] ?$|[\W\d]*$|số\W.{0,60} {2,}[^\W\d_][^.;:()0-9]{1,40}, ?$"
    )
)
_FOOT = re.compile(
    pattern(rf"^[^\W\d_][^.;:()0-9]{{2,40}}, (?P<day>ngày [0-9]{{1,2}} tháng [0-9]{{1,2}} năm {YEAR})")
)
_TERM = re.compile(pattern(rf"nhiệm kỳ(?: [^.;:0-9]{{0,30}}?)?,? ?(?P<since>{YEAR}) ?- ?(?P<until>{YEAR})"))
_OPENING = re.compile(pattern(rf"(?:đầu|nửa(?: đầu)?|trong) nhiệm kỳ (?P<since>{YEAR}) ?- ?{YEAR}"))


def setting(blocks: Sequence[Block]) -> Setting:
    """What is said once for all figures. Nothing is guessed from the clock."""
    texts = [block.folded.text for block in blocks]
    lines = (line for block in blocks for line in block.lines if line.text.strip())
    head = [(fold(line.text).text, line.sort) for line in islice(lines, HEAD)]
    day = _day([text for text, _ in head]) or _foot(texts)
    naming = [text for text, sort in head if sort is not Sort.CELL and "|" not in text and not _dated(text)]
    named = titles.title(naming, day)
    about = named.period
    term = _term(texts, day, about)
    if term and named.half and (about is None or about.since == str(term)):
        about = _since_congress(texts, term, day)  # a review of the half term
    opened = _opened(blocks, day) if about is None and not named.half else None
    counted = named.counted
    if opened and day:
        counted = min(day, opened.until or day) if opened.until and opened.until[5:] != "12-31" else day
    elif opened and opened.since is None:
        counted = opened.until
    return Setting(day, term, about or opened, _latest(texts), named.plan, counted, bool(opened))


def _since_congress(texts: Sequence[str], term: int, day: str | None) -> Period:
    """What was done since the congress up to the day that is named for it, else the day of the report."""
    bodies = islice((text for text in texts if len(text) > SENTENCE), 2 * BODIES)
    said = (phrase.period for text in bodies for phrase in periods.phrases(text, Setting(day=day, term=term)))
    counted = (
        one
        for one in said
        if one.since == str(term) and one.until and len(one.until) == LENGTH and one.until != day
    )
    return next(counted, Period(str(term), day))


def _opened(blocks: Sequence[Block], day: str | None) -> Period | None:
    """What a text without a title of its own opens with: “Năm 2018, …”, “Trong 6 tháng đầu năm 2020, …”."""
    counted = ""
    bodies = (block.folded.text for block in blocks if _is_body(block.folded.text))
    for text in islice(bodies, BODIES):
        printed = _YEAR.search(text)
        about = Setting(day=day or (printed["year"] if printed else None))
        for phrase in periods.phrases(text[:OPENING], about):
            aim = titles.SHARE_OF_AIM.search(text[: phrase.start])
            ahead = text[: phrase.start]
            later = ". " in ahead and not ahead.endswith(". ")  # inside a further sentence
            if not phrase.anchored or aim or later or in_brackets(text, phrase.start):
                continue
            if _is_over(phrase, day):
                return phrase.period
            until = phrase.period.as_of or ""
            counted = counted or (until if phrase.to_date and len(until) == LENGTH else "")
            if phrase.to_date and len(until) == LENGTH and YEARS_AIM.search(text):
                return Period(f"{until[:4]}-01-01", until)
    return Period(until=counted) if counted else None


def _is_over(phrase: Phrase, day: str | None) -> bool:
    """Whether a phrase names a time within a year, or one up to the day, that a text of that day tells of."""
    since, until = phrase.period.since, phrase.period.until
    if not since or not until:
        return False
    if phrase.kind is Kind.EXACT and (not day or until <= day):
        return True
    if day is None or phrase.to_date:
        return day is not None or (since[:4] == until[:4] and not phrase.to_date)
    if until > day and not since.endswith("-01-01"):
        return False  # “…, nhiệm vụ 6 tháng cuối năm”
    return since[:4] == until[:4] and int(day[:4]) - int(until[:4]) in (0, 1) and min(until, since[:4]) <= day


def _is_body(text: str) -> bool:
    return len(text) > SENTENCE and "|" not in text and bool(_COUNTS.search(text)) and not _dated(text)


def _day(head: Sequence[str]) -> str | None:
    return next(filter(None, map(_dated, head)), None)


def _dated(text: str) -> str | None:
    """The day of a line that dates a paper."""
    found = _DATED.search(text[:200])
    if found and len(text) < 200 and _BESIDE.match(text[: found.start()]):
        return dates.iso(found["day"], None)
    return None


def _foot(texts: Sequence[str]) -> str | None:
    for text in reversed(texts):
        if found := _FOOT.match(text[:120]):
            return dates.iso(found["day"], None)
    return None


def _term(texts: Sequence[str], day: str | None, title: Period | None) -> int | None:
    """The year the running term began: as printed after “đầu nhiệm kỳ”, else of the term the day lies in."""
    for text in texts:
        if found := _OPENING.search(text):
            return int(found["since"])
    named = Counter(int(found["since"]) for text in texts for found in _TERM.finditer(text))
    said = day or (title.until if title else None)
    if said is None:
        return min(named) if named else None
    began = int(said[:4]) - int(said[:4]) % TERM_YEARS
    # A year of congresses: those of provinces meet in its last quarter.
    return began - TERM_YEARS if int(said[:4]) == began and said[5:7] < "10" else began


def _latest(texts: Sequence[str]) -> int | None:
    """The latest year of a printed day: what the writer had certainly seen."""
    years = [int(found["day"][-4:]) for text in texts for found in _DATED.finditer(text)]
    years += [
        int(found["end"] or found["year"] or found["until"])
        for text in texts
        for found in _CLOSED.finditer(text)
    ]
    return max(years, default=None)
