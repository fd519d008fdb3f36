"""A report in, its figures out: what each number counts, in which unit, how exactly, for when, for whom."""

from __future__ import annotations

# ruff: noqa: E501 (a pattern or a list of words stays on one line)
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from . import lexicon, periods
from .blocks import Block, blocks, sentences
from .counting import Counting, counting, sorted_numbers
from .folding import pattern
from .frame import Setting
from .headings import Headings
from .implied import implied
from .joined import with_implied
from .listed import Nouns
from .not_figures import not_counting
from .organisations import Acting
from .pages import Page
from .periods import Phrase
from .ruling import Inherited, Ruling
from .setting import setting
from .tables import Tables
from .text_tables import unfold
from .written import Figure, Line, Period, Reading, Sort

# A sentence that breaks down what the one before counted.
_GOES_ON = re.compile(
    pattern(
        r"\W*(?:cụ thể|trong đó|trong số đó|gồm|bao gồm|chia ra|chi tiết|kết quả|hình thức|so với cùng kỳ|cùng kỳ|hoàn thành|không hoàn thành|xuất sắc|(?:phân|chia) theo|theo (?:nghề nghiệp|thành phần))(?!\w)[^.;:0-9]{0,40}"
    )
)

# The mark of a note behind a word, and the note itself at the foot.
_MARKED = re.compile(r"(?<=[^\W\d_%])\(([0-9]{1,2})\)|(?<=[0-9%])\(([0-9]{1,2})\)(?=[.,;:]?\s|$)")
_NOTE = re.compile(r" ?\(([0-9]{1,2})\) ")

# A paragraph that breaks down the one above is of its time too.
_WITHIN = re.compile(
    pattern(
        r"\W*(?:trong đó|trong số (?:đó|này)|cụ thể|bao gồm|gồm|(?:cũng )?(?:trong|cùng) thời gian (?:này|đó|ấy|trên)|cùng thời gian|(?:cũng )?trong (?:giai đoạn|(?:[2-9]|hai|ba|bốn|năm) năm(?: rưỡi)?) (?:này|đó|ấy|trên))(?!\w)"
    )
)

# A line that is a name and its number: “- Chuyển đến: 84”, “+ Loại tốt: 118 (18,4%)”.
_LISTED = re.compile(pattern(r" ?[-+*•]? ?[^.;:0-9]{2,80}: ?[0-9][0-9.,]*(?: ?\([0-9.,]+ ?%\))?\W*$"))

_BY_LEVEL = re.compile(pattern(r"\W*(?:phân|chia) theo (?:cấp|thẩm quyền)(?!\w)|cả [0-9.]+ trường hợp"))

# “Về trình độ chuyên môn: …”, “Độ tuổi: …” break down the people counted last.
_TRAITS = re.compile(
    pattern(
        r"[ +-]*(?:về |theo |phân theo |cơ cấu )?(?:trình độ|độ tuổi|tuổi đời|tuổi đảng|giới tính|dân tộc|thành phần|nghề nghiệp|hình thức)(?!\w)[^0-9.;:]{0,40}:"
    )
)

APART = {Sort.CELL, Sort.FOOTNOTE}  # they belong to the document, whatever stands around them


PEOPLE = {lexicon.MEMBERS, lexicon.PERSONS}


class _Above(NamedTuple):
    """Of the blocks above: the unit of the list whose lines follow, and that of the people counted last."""

    unit: str
    people: str


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a plain text, counted from 1 as given; empty ones are lines too."""
    return tuple(Line(number, line) for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1))


def read(lines: Iterable[Line]) -> Reading:
    """Every figure of a report. Never fails, whatever the text is; linear in its length."""
    given = tuple(lines)
    cells = unfold(given)
    if cells is None:
        return Reading(given, _read(given))
    return Reading(given, tuple(map(cells.folded, _read(cells.lines))))


def _read(given: tuple[Line, ...]) -> tuple[Figure, ...]:
    all_blocks = list(blocks(given))
    said_once = setting(all_blocks)
    figures: list[Figure] = []
    page, headings, names = Page(), Headings(said_once), set[str]()
    tables = Tables(given, said_once)
    handed = people = ""
    paragraph: Phrase | None = None
    acted, noted = False, dict[str, Period]()
    for block in all_blocks:
        line = block.lines[0]
        if line.sort not in APART and page.skips(block.folded.text):
            continue
        section = headings.section(block)
        if tables.alone(line):
            found = tables.figures(line, section)
        else:
            goes_on = paragraph if _WITHIN.match(block.folded.text) else None
            inherited = Inherited(goes_on, section, headings.counted, acted=bool(goes_on and acted))
            if (note := _NOTE.match(block.folded.text)) and note[1] in noted:
                inherited = replace(inherited, section=noted[note[1]])
            found, last = _figures(block, said_once, inherited, names, _Above(handed, people))
            if block.folded.text.strip():
                paragraph, acted = last.paragraph, last.acted
            handed = _hands(block, found, handed)
            people = next((one.unit for one in reversed(found) if one.unit in PEOPLE), people)
        noted |= _marked(block, found)
        headings.passed(block, bool(found))
        offset = len(figures)
        figures += [
            replace(figure, ordinal=offset + index, of=None if figure.of is None else offset + figure.of)
            for index, figure in enumerate(found)
        ]
    return tuple(figures)


def _marked(block: Block, found: list[Figure]) -> dict[str, Period]:
    """Mark of a note -> the time of the figure right before it: “… 138 tổ chức(2), …”."""
    marks: dict[str, Period] = {}
    for line in block.lines:
        for mark in _MARKED.finditer(line.text):
            told = [one for one in found if one.line == line.number and one.end <= mark.start()]
            marks |= {mark[1] or mark[2]: told[-1].period} if told else {}
    return marks


def _figures(
    block: Block, said_once: Setting, inherited: Inherited, names: set[str], above: _Above
) -> tuple[list[Figure], Inherited]:
    """The figures of a block, and what its last sentence hands on."""
    text, written = block.folded.text, list[Figure]()
    found, unstated = sorted_numbers(text), sorted(implied(text), key=lambda one: one.start)
    if not found and not unstated:
        return [], inherited
    marks, listed = not_counting(block.folded), Nouns(text)
    starts, hints = [number.start for number in found], [one.start for one in unstated]
    organisation, count, told = "", 0, list[str]()
    last, listed_line = "", bool(above.unit and _LISTED.match(text))
    for start, end in sentences(block.folded):
        sentence = text[start:end]
        phrases = list(periods.with_compared(sentence, said_once))
        here = found[bisect_left(starts, start) : bisect_left(starts, end)]
        handed = (last if _GOES_ON.match(sentence) else "") or (above.unit if listed_line else "")
        if _BY_LEVEL.match(sentence):
            handed = next((one for one in (lexicon.MEMBERS, lexicon.PERSONS) if one in told), handed)
        if _TRAITS.match(sentence):
            handed = last if last in PEOPLE else above.people
        counted = counting(text, listed, start, end, marks, here, handed)
        silent = unstated[bisect_left(hints, start) : bisect_left(hints, end)]
        counted = with_implied(text, counted, silent, names)
        acting = Acting(block.folded.cased, start, end) if counted else None
        ruled, period = Ruling(sentence, phrases, inherited, said_once), Period()
        for index, one in enumerate(counted):
            limit = counted[index + 1].begins if index + 1 < len(counted) else end
            own = ruled.period(one.begins - start, one.end - start, limit - start, one.unit)
            period = own if one.of is None else period  # both sides of a stroke are of one time
            organisation = (acting and acting.before(one.begins)) or organisation
            written.append(_written(block, one, period, organisation, count))
        count += len(counted)
        told += [one.unit for one in counted]
        last = next((one.unit for one in counted if not one.unit.startswith("percent")), last)
        inherited = ruled.handed_on()
    return written, inherited


def _hands(block: Block, found: list[Figure], handed: str) -> str:
    """The unit of what a list counts, to the lines of it that name none: “Xếp loại 640 chi bộ:”, “- Tốt: 391”."""
    text = block.folded.text
    if not text.strip():
        return handed
    if text.rstrip().endswith(":") or _LISTED.match(text):
        counted = next((one.unit for one in found if not one.unit.startswith("percent")), "")
        return handed if _LISTED.match(text) and counted in ("", lexicon.ITEMS) else counted
    return ""


def _written(block: Block, one: Counting, period: Period, organisation: str, count: int) -> Figure:
    line, start, end = block.place(one.start, one.end)
    return Figure(
        ordinal=0,
        line=line.number,
        start=start,
        end=end,
        text=line.text[start:end],
        value=one.value,
        unit=one.unit,
        bound=one.bound,
        noun=block.folded.cased[slice(*one.noun)],
        period=period,
        organisation=organisation,
        of=None if one.of is None else count + one.of,
    )
