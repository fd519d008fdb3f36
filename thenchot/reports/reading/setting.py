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
from .moments import Setting
from .written import Period, Sort

HEAD = 15  # lines with words in them
BODIES, OPENING = 3, 160  # paragraphs that tell figures, and how far into one its time is looked for
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
    if about is None and term and named.half:
        about = Period(str(term), day)  # a review of the half term: what it did since the congress
    counted = named.counted
    if about is None and not named.half and (about := _opened(blocks, day)):
        counted = day if day and (about.until or "") > day else counted
    return Setting(day, term, about, _latest(texts), named.plan, counted)


def _opened(blocks: Sequence[Block], day: str | None) -> Period | None:
    """What a text without a title of its own opens with: “Năm 2018, …”, “Trong 6 tháng đầu năm 2020, …”."""
    bodies = (block for block in blocks if _is_body(block.folded.text))
    for block in islice(bodies, BODIES):
        for phrase in periods.phrases(block.folded.text[:OPENING], Setting(day=day)):
            since, until = phrase.period.since, phrase.period.until
            one_year = since and until and since[:4] == until[:4]
            if (
                not phrase.anchored
                or in_brackets(block.folded.text, phrase.start)
                or not since
                or not (one_year or phrase.to_date)
            ):
                continue
            if (
                not day
                or phrase.to_date
                or (until and int(day[:4]) - int(until[:4]) in (0, 1) and min(until, since[:4]) <= day)
            ):
                return phrase.period
    return None


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
    return max(years, default=None)
