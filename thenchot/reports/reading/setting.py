"""The day of a report, the term it stands in and the period of its title: from its head, foot and words."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from . import dates, periods
from .blocks import Block
from .dates import YEAR
from .folding import pattern
from .moments import Setting
from .written import Period

HEAD = 15  # blocks with words in them
_DATED = re.compile(
    pattern(
        rf"(?P<day>(?:ngày )?[0-9]{{1,2}} ?(?:/|-|\.| tháng ) ?[0-9]{{1,2}} ?(?:/|-|\.| năm ) ?{YEAR})(?![0-9])"
    )
)
# What may stand beside the day in a line that dates a paper: a place, a weekday, an hour, counters of a page.
_BESIDE = re.compile(
    pattern(
        r"(?:[^\W\d_]+ ){0,6}[^\W\d_]*, ?$|.{0,12}(?:chủ nhật|thứ \w+).{0,6}$|.{0,24}(?:cập nhật|ngày đăng|đăng ngày|xuất bản)"
        r".{0,12}$|[^\W\d_]{2,12} ?[-|] ?$|[\W\d]*$"
    )
)
_FOOT = re.compile(
    pattern(rf"^[^\W\d_][^.;:()0-9]{{2,40}}, (?P<day>ngày [0-9]{{1,2}} tháng [0-9]{{1,2}} năm {YEAR})")
)
_REPORT = re.compile(
    pattern(r"báo cáo|kết quả|tình hình|sơ kết|tổng kết|đánh giá|công tác|số liệu|thông báo|nghị quyết")
)
_HALF = re.compile(pattern(r"(?:giữa|nửa(?: đầu)?) nhiệm kỳ"))
_TERM = re.compile(pattern(rf"nhiệm kỳ(?: [^.;:0-9]{{0,30}}?)?,? ?(?P<since>{YEAR}) ?- ?(?P<until>{YEAR})"))
_OPENING = re.compile(pattern(rf"(?:đầu|nửa(?: đầu)?|trong) nhiệm kỳ (?P<since>{YEAR}) ?- ?{YEAR}"))
# Party congresses come every five years.
TERM_YEARS = 5


def setting(blocks: Sequence[Block]) -> Setting:
    """What is said once for all figures. Nothing is guessed from the clock."""
    texts = [block.folded.text for block in blocks]
    head = list(islice((text for text in texts if text.strip()), HEAD))
    title = _title(head)
    day = _day(head) or _foot(texts)
    term = _term(texts, day, title)
    if title is None and term and any(map(_HALF.search, _named(head))):
        title = Period(str(term), day)  # a review of the half term: what it did since the congress
    return Setting(day, term, title, _latest(texts))


def _day(head: Sequence[str]) -> str | None:
    for text in head:
        found = _DATED.search(text[:200])
        if found and len(text) < 200 and _BESIDE.match(text[: found.start()]):
            return dates.iso(found["day"], None)
    return None


def _foot(texts: Sequence[str]) -> str | None:
    for text in reversed(texts):
        if found := _FOOT.match(text[:120]):
            return dates.iso(found["day"], None)
    return None


def _title(head: Sequence[str]) -> Period | None:
    """The period in the lines that name the report: “Báo cáo … 6 tháng đầu năm 2025”, “(số liệu từ … đến …)”."""
    for text in sorted(filter(_REPORT.search, _named(head)), key=lambda text: "số liệu" not in text):
        for phrase in periods.phrases(text, Setting()):
            if phrase.period.until and phrase.period.since:
                if len(phrase.period.until) == 4 and any(map(_HALF.search, _named(head))):
                    return None  # a term that still runs, up to a day not printed here
                return phrase.period
    return None


def _named(head: Sequence[str]) -> list[str]:
    """The lines that can name the report."""
    return [text for text in head if len(text) < 250 and not text.rstrip().endswith((".", ";"))]


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
    return max(years, default=None)
