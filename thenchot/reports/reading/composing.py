"""A reading as if its letters had been typed whole: whoever looks at its text meets one spelling."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from .folding import Folded, fold
from .written import Figure, Line, Reading


def composed(reading: Reading) -> Reading:
    """The same lines and figures in one spelling; the spans are those in it. Ordinals and line numbers stay.

    Decomposed accents, Ð for Đ, soft hyphens and unbreakable spaces are gone. Linear; the reading itself when
    there are none.
    """
    folded = {line.number: fold(line.text) for line in reading.lines}
    if all(folded[line.number].cased == line.text for line in reading.lines):
        return reading
    return replace(
        reading,
        lines=tuple(_line(line, folded[line.number]) for line in reading.lines),
        figures=tuple(_figure(figure, folded[figure.line]) for figure in reading.figures),
    )


def _line(line: Line, folded: Folded) -> Line:
    return replace(line, text=folded.cased)


def _figure(figure: Figure, folded: Folded) -> Figure:
    if folded.origin is None:
        return figure
    start, end = (bisect_left(folded.origin, place) for place in (figure.start, figure.end))
    return replace(figure, start=start, end=end)
