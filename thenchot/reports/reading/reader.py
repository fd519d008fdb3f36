"""A report in, its figures out: what each number counts, in which unit, how exactly, for when, for whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from . import nouns, organisations, periods, ruling
from .blocks import Block, blocks, sentences
from .counting import Counting, counting, sorted_numbers
from .headings import Headings
from .implied import implied
from .not_figures import not_counting
from .pages import Page
from .periods import Phrase, Setting
from .ruling import Inherited
from .setting import setting
from .written import Figure, Line, Period, Reading


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a plain text, counted from 1 as given; empty ones are lines too."""
    return tuple(Line(number, line) for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1))


def read(lines: Iterable[Line]) -> Reading:
    """Every figure of a report. Never fails, whatever the text is; linear in its length."""
    given = tuple(lines)
    all_blocks = list(blocks(given))
    said_once = setting(all_blocks)
    figures: list[Figure] = []
    page, headings, names = Page(), Headings(said_once), set[str]()
    for block in all_blocks:
        if page.skips(block.folded.text):
            continue
        section = headings.section(block)
        found = list(_figures(block, said_once, section, names))
        headings.passed(block, bool(found))
        offset = len(figures)
        figures += [
            replace(figure, ordinal=offset + index, of=None if figure.of is None else offset + figure.of)
            for index, figure in enumerate(found)
        ]
    return Reading(given, tuple(figures))


def _figures(block: Block, said_once: Setting, section: Period | None, names: set[str]) -> Iterator[Figure]:
    text = block.folded.text
    found, unstated = sorted_numbers(text), sorted(implied(text), key=lambda one: one.start)
    if not found and not unstated:
        return
    marks = not_counting(text)
    starts, hints = [number.start for number in found], [one.start for one in unstated]
    inherited, organisation, count = Inherited(section=section), "", 0
    for start, end in sentences(block.folded):
        phrases = list(periods.phrases(text[start:end], said_once))
        here = found[bisect_left(starts, start) : bisect_left(starts, end)]
        counted = counting(text, start, end, marks, here)
        silent = unstated[bisect_left(hints, start) : bisect_left(hints, end)]
        counted = _with_implied(text, counted, silent, names)
        spans = organisations.named(block.folded.cased, start, end) if counted else []
        for index, one in enumerate(counted):
            limit = counted[index + 1].begins if index + 1 < len(counted) else end
            phrase = ruling.ruling(phrases, one.begins - start, limit - start, inherited)
            words = text[max(start, one.begins - 90) : min(limit, one.end + 120)]
            period = ruling.period(phrase, words, text[start:end], section, said_once)
            acting = organisations.acting(spans, one.begins)
            organisation = block.folded.cased[slice(*acting)] if acting else organisation
            yield _written(block, one, period, organisation, count)
        count += len(counted)
        inherited = _handed_on(inherited, phrases)


def _with_implied(text: str, counted: list[Counting], silent: list, names: set[str]) -> list[Counting]:  # type: ignore[type-arg]
    if not silent:
        return counted
    result = list(counted)
    for one in silent:
        key = text[one.start : one.end]
        if (one.once and key in names) or any(c.start < one.end and one.start < c.end for c in counted):
            continue
        names.add(key)
        noun = nouns.behind(text, one.end, one.end + nouns.LONGEST)
        if noun[1] <= noun[0]:
            noun = nouns.in_front(text, max(0, one.start - nouns.LONGEST), one.start)
        result.append(Counting(one.start, one.end, one.value, one.unit, one.bound, one.start, noun))
    order = sorted(range(len(result)), key=lambda index: result[index].start)
    place = {old: new for new, old in enumerate(order)}
    return [
        replace(result[index], of=None if (of := result[index].of) is None else place[of]) for index in order
    ]


def _handed_on(inherited: Inherited, phrases: list[Phrase]) -> Inherited:
    anchored = [phrase for phrase in phrases if phrase.anchored]
    return replace(inherited, paragraph=ruling.without_name(anchored[-1])) if anchored else inherited


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
