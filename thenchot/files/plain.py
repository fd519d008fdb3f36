"""Text and tables as text (CSV): encoding, length of lines, the delimiter."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice

from .limits import LIMITS
from .refusals import Refused

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
DELIMITERS = ",;\t"
SAMPLE = 50


def decoded(data: bytes, rows: int = 10 * LIMITS.rows, code: str = "rows") -> str:
    """The text; Refused when it is not Unicode, holds NUL, or has a line that is too long or too many.

    A row of a table may have lines of its own inside quotes, but not ten on average; `code`: too many.
    """
    mark, encoding = next((one for one in MARKS if data.startswith(one[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        raise Refused("encoding") from None
    if "\0" in text:
        raise Refused("nul", _line(text.count("\n", 0, text.index("\0")) + 1))
    _check_lines(text, rows, code)
    if not text.strip():
        raise Refused("empty")
    return text


def _check_lines(text: str, rows: int, code: str) -> None:
    if text.count("\n") > rows:
        raise Refused(code, limit=min(rows, LIMITS.rows))
    number = begin = 0
    while begin <= len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        number += 1
        if end - begin > LIMITS.line:
            raise Refused("line", _line(number), limit=LIMITS.line)
        begin = end + 1


def delimiter(text: str) -> str:
    """The one of `, ; tab` that gives the first lines one width of two or more; a single column is `,`."""
    if text.startswith("sep=") and text[4:5] in DELIMITERS:
        return text[4]
    widths = {one: _widths(text, one) for one in DELIMITERS}
    even = {one: max(found) for one, found in widths.items() if len(found) == 1 and max(found) > 1}
    # No delimiter gives even lines when the last ones are cut short: then the first line decides.
    fit = even or {one: _first_width(text, one) for one in DELIMITERS}
    widest = max(fit.values())
    best = [one for one in fit if fit[one] == widest]
    if widest == 1:
        return ","
    if len(best) > 1:
        raise Refused("delimiter")
    return best[0]


def _widths(text: str, delimiter: str) -> set[int]:
    try:
        return {len(row) for row in islice(_rows(text, delimiter), SAMPLE) if row} or {1}
    except csv.Error:
        return {0, 1}


def _first_width(text: str, delimiter: str) -> int:
    try:
        return max(1, len(next(_rows(text, delimiter), [])))
    except csv.Error:
        return 1


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    # The first lines are enough; a quote left open must not swallow the whole file.
    sample = text[: LIMITS.line].splitlines(keepends=True)[: SAMPLE * 4]
    return csv.reader(sample, delimiter=delimiter)


def _line(number: int) -> str:
    return str(number)
