"""Numbers that stand alone in a cell of a table: their row and their column say what they count."""

from __future__ import annotations

# ruff: noqa: E501 (a pattern or a list of words stays on one line)
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from . import lexicon, numbers, periods, units
from .acts import ACTS as _ACTS
from .borrowed import VERBS
from .bounds import bound
from .folding import fold, pattern
from .frame import Setting
from .listed import Nouns
from .written import Figure, Line, Period, Sort

_ALONE = re.compile(
    pattern(
        r" ?(?:trên|hơn|gần|khoảng|dưới|[<>≤≥~+-])? ?[0-9][0-9.,/ ]*(?:%| ?(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng)?)?(?: ?\([0-9.,]+ ?%\))? ?"
    )
)
# Columns that number, date or name the rows.
_NAMING = re.compile(
    pattern(
        r" ?(?:stt|tt|số tt|số thứ tự|năm sinh|ngày|mã|số điện thoại|điện thoại|ghi chú|số, ký hiệu|số hiệu)(?!\w)"
    )
)
_SHARE = re.compile(pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng"))
_MEASURED = re.compile(pattern(r" ?(?:đơn vị tính|đvt|đơn vị đo)(?!\w)"))
_MONEY = re.compile(pattern(r"(?P<scale>nghìn|ngàn|triệu|tỷ)? ?đồng(?! chí)"))
ABOVE = 40  # rows looked up for the head of a column
HEADS = 4  # rows a head may have


@dataclass(frozen=True)
class _Heads:
    """The folded texts that head a cell: of its row, and of its column from the top."""

    row: str
    columns: tuple[str, ...]

    @property
    def noun(self) -> str:
        return " – ".join(part.strip() for part in (self.row, *self.columns) if part.strip())


class Tables:
    """The cells of all tables of a report, each to be asked for its figures."""

    def __init__(self, lines: Iterable[Line], setting: Setting) -> None:
        self._setting = setting
        self._rows: dict[tuple[int, int], list[tuple[int, str]]] = {}
        self._columns: dict[tuple[int, int], list[tuple[int, str]]] = {}
        self._titles: dict[int, str] = {}  # the line before each table
        before = ""
        for line in lines:
            if line.sort is not Sort.CELL and line.text.strip():
                before = line.text[:200]
            if line.sort is Sort.CELL:
                self._titles.setdefault(line.table, before)
            if line.sort is Sort.CELL:
                text = line.text[:400]
                self._rows.setdefault((line.table, line.row), []).append((line.column, text))
                self._columns.setdefault((line.table, line.column), []).append((line.row, text))

    def alone(self, line: Line) -> bool:
        """Whether a line is a cell with nothing but a number in it."""
        return (
            line.sort is Sort.CELL
            and bool(_ALONE.fullmatch(fold(line.text[:80]).text))
            and len(line.text) < 80
        )

    def figures(self, line: Line, section: Period | None) -> list[Figure]:
        """The figures of such a cell; none where the row or the column only numbers, dates or names."""
        heads = self._heads(line)
        if any(_NAMING.match(fold(head).text) for head in heads.columns) or self._numbers_columns(line):
            return []
        said = next(self._periods(heads), section) or Period()
        if said.since and said.until and not _ACTS.search(fold(heads.noun).text):
            said = Period(as_of=said.until)  # “Tổng số đảng viên”, in the column of a year
        folded = fold(line.text)
        found = []
        for number in islice(numbers.digits(folded.text), 4):
            if number.dotted or (number.end - number.start == 4 and 1900 < number.value < 2100):
                continue
            start, end = folded.back(number.start, number.end)
            unit, scale = self._unit(line, heads) if not number.percent else (lexicon.PERCENT, 1)
            comes, _ = bound(folded.text, number.start, number.end)
            found.append(
                Figure(
                    0,
                    line.number,
                    start,
                    end,
                    line.text[start:end],
                    number.value * scale,
                    unit,
                    comes,
                    heads.noun,
                    said,
                )
            )
        return found

    def _heads(self, line: Line) -> _Heads:
        row = next(
            (
                text
                for column, text in self._rows[line.table, line.row]
                if column < line.column and _is_words(text)
            ),
            "",
        )
        column = self._columns[line.table, line.column]
        at = bisect_left(column, (line.row, ""))
        above = [text for number, text in column[max(0, at - ABOVE) : at] if line.row - ABOVE < number]
        top = [text for number, text in column[:HEADS] if number <= HEADS and number < line.row]
        return _Heads(row, tuple(dict.fromkeys(text for text in (top or above) if _is_words(text))))

    def _periods(self, heads: _Heads) -> Iterator[Period]:
        for head in (heads.row, *reversed(heads.columns)):
            for phrase in periods.phrases(fold(head).text, self._setting):
                yield phrase.period

    def _numbers_columns(self, line: Line) -> bool:
        """A row “1 2 3 4” or “(1) (2) (3)” under the head numbers the columns."""
        texts = [text.strip(" ()") for _, text in sorted(self._rows[line.table, line.row])]
        said = [int(text) for text in texts if text.isdecimal() and len(text) < 4]
        return (
            len(said) > 2
            and len(said) >= len(texts) - 1
            and said == list(range(said[0], said[0] + len(said)))
            and said[0] <= 2
        )

    def _unit(self, line: Line, heads: _Heads) -> tuple[str, int]:
        """Column before row: “Tỷ lệ %”, “Số lượt đảng viên”; the measure's own column before both."""
        measured = [
            text
            for column, text in self._rows[line.table, line.row]
            if any(
                _MEASURED.match(fold(head).text)
                for number, head in self._columns[line.table, column][:HEADS]
                if number <= HEADS
            )
        ]
        if any(_SHARE.search(fold(head).text) for head in heads.columns):
            return lexicon.PERCENT, 1
        if any("lượt" in fold(text).text for text in measured) and _first(fold(heads.row).text).endswith(
            "-times"
        ):
            return _first(fold(heads.row).text), 1
        for head in (*measured, *reversed(heads.columns), heads.row):
            text = fold(head).text
            if money := _MONEY.search(text):
                return lexicon.DONG, numbers.SCALES.get(money["scale"] or "", 1)
            if _SHARE.search(text):
                return lexicon.PERCENT, 1
            if unit := _first(text) or (lexicon.MEMBERS if VERBS.search(text) else ""):
                return unit, 1
        return _first(fold(self._titles.get(line.table, "")).text) or lexicon.ITEMS, 1


def _is_words(text: str) -> bool:
    return (
        len(text.strip()) > 1 and not text.strip()[:1].isdigit() and any(letter.isalpha() for letter in text)
    )


def _first(text: str) -> str:
    """The unit of the noun a head begins with: “Đảng viên mới kết nạp”, “Số chi bộ …”, “Lượt tổ chức đảng …”."""
    counted = units.after(text, 0)
    if counted is None and (found := re.search(pattern(r"(?<!\w)số(?!\w)"), text)):
        counted = units.after(text, found.end())
    if counted is None:
        counted = Nouns(text).first()
    return counted.unit if counted else ""
