"""The period a heading or an opening sentence hands down to what stands under it."""

from __future__ import annotations

import re

from . import periods, running
from .blocks import Block
from .folding import pattern
from .frame import Setting
from .spoken import Kind
from .written import Period, Sort

LONGEST = 200
OPENS = 24  # characters: a mark, a word, and the paragraph begins with its time
_NUMBERED = re.compile(r"\s*(?:[IVX]+|[A-D]|\d{1,2}(?:\.\d{1,2})*)[.)/ -]")
_PART = re.compile(pattern(r"\W*(?:phần|mục|chương)(?: thứ)? [^\W\d_]+"))
_PROSE = re.compile(r"[.:!?]\W*$")
_ENDS = re.compile(r"[.;!?]\W*$")


# Such a heading looks ahead, whatever the report is about; such a one looks back.
_MARK = r"(?:\W{0,4}(?:[ivx]+|[a-d]|phần \w+(?: \w+)?|[0-9.]{1,6})[.):/ -]{1,3})?(?:một số |các |những )?"
_AHEAD = re.compile(
    pattern(
        rf"{_MARK}(?:phương hướng|(?:nhiệm vụ|giải pháp)(?:(?: và|,)? giải pháp| và phương hướng)?"
        r"(?: trọng tâm| chủ yếu|$|:|.{0,40}(?:thời gian tới|tiếp theo|tháng|quý|năm|nhiệm kỳ)))"
    )
)
_BACK = re.compile(pattern(rf"{_MARK}(?:hạn chế|tồn tại|khó khăn|khuyết điểm)(?: ?,| ?và|:|$)"))


# A paragraph that opens with such a word and a colon turns to what is planned.
_TURNS = re.compile(
    pattern(
        rf"{_MARK}(?:phương hướng(?:, nhiệm vụ)?|nhiệm vụ(?:, giải pháp)?(?: trọng tâm| chủ yếu"
        r"| (?:tháng|quý|năm|thời gian) [^.;:]{1,24})?) ?:"
    )
)


class Headings:
    """Goes down the blocks of a report and keeps the period that holds."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._section = setting.title
        self.counted: str | None = None  # the day the section says everything was counted at
        self._begun = False  # whether the title is over

    def section(self, block: Block) -> Period | None:
        """The period for the figures of a block that name none of their own."""
        text = block.folded.text[:LONGEST]
        self._begun = self._begun or bool(
            _NUMBERED.match(text.upper()) or _PART.match(text) or _PROSE.search(block.folded.text[-8:])
        )
        if self._begun and _BACK.match(text) and not self._said(block):
            self._section, self.counted = self._setting.title, None
        elif self._begun and _TURNS.match(text) and not self._said(block):
            self._section, self.counted = self._setting.plan or Period(), None
        elif self._begun and is_heading(block):
            self.counted = None
            said = self._said(block)
            if said is not None:
                self._section = said
            elif _AHEAD.match(text):
                self._section = self._setting.plan or Period()
            elif _level(block) == 1:
                self._section = self._setting.title
        return self._section

    def passed(self, block: Block, has_figures: bool) -> None:
        """To be told each block that was read: a paragraph that only sets the scene hands its period on."""
        if is_heading(block) or block.lines[0].sort is not Sort.PARAGRAPH:
            return
        text = block.folded.text
        first = next(periods.phrases(text[:LONGEST], self._setting), None)
        if (
            first
            and first.to_date
            and first.kind is Kind.PLAIN
            and first.period.as_of
            and first.start < OPENS
        ):
            self.counted = first.period.as_of
        if has_figures:
            return
        if (
            first
            and first.anchored
            and not first.resets
            and first.kind is not Kind.LOCAL
            and not text[: first.start].strip(" +-\"'")
            and _scene(text)
        ):
            self._section = running.so_far(first.period, self._setting)

    def _said(self, block: Block) -> Period | None:
        for phrase in periods.phrases(block.folded.text, self._setting):
            if phrase.period.until or phrase.period.as_of or phrase.period.since:
                return running.so_far(phrase.period, self._setting)
        return None


def is_heading(block: Block) -> bool:
    """A line that names what follows: marked so, or short, without a full stop, numbered or in capitals."""
    line, cased = block.lines[0], block.folded.cased.strip()
    if line.sort is Sort.HEADING or line.level:
        return True
    if (
        len(block.lines) > 1
        or not cased
        or len(cased) > LONGEST
        or _ENDS.search(cased)
        or line.sort is not Sort.PARAGRAPH
    ):
        return False
    text = block.folded.text
    return cased.isupper() or bool(_NUMBERED.match(cased) or _PART.match(text) or _AHEAD.match(text))


def _scene(text: str) -> bool:
    return len(text.strip()) > 40


def _level(block: Block) -> int:
    line = block.lines[0]
    return line.level or (
        1 if block.folded.cased.strip().isupper() or re.match(r"\s*[IVX]+[.]", line.text) else 2
    )
