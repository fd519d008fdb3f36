"""A draft's Word file read through once: its lines, the numbers in each, its sections. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thenchot.reports.reading.written import Line

from .controls import controls, marked_at, spans
from .lines import lines_in
from .outline import Section, of_lines
from .package import Package
from .text import paragraphs, text_of

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Whole:
    """Everything that is read of a file, nothing that could be changed.

    `spans`: (start, end, tag) of the numbers of ours by paragraph; `places`: the paragraph of each tag, or
    less than 0 for a control that is around more than letters of a line.
    """

    lines: Sequence[Line]
    spans: Mapping[int, Sequence[Span]]
    places: Mapping[str, int]
    sections: Sequence[Section]

    def marked(self, at: int) -> str:
        """A paragraph with ⟦tag⟧ in place of each number."""
        return marked_at(self.lines[at].text, self.spans.get(at, ()))

    def section_at(self, paragraph: int) -> int:
        """The place of the section a paragraph stands in; the first where it stands in none."""
        found = (place for place, one in enumerate(self.sections) if one.first <= paragraph < one.last)
        return next(found, 0)


def read(package: Package) -> Whole:
    """The main part of a file that has passed the door."""
    root = package.body
    found = paragraphs(root)
    texts = [text_of(one) for one in found]
    parts = of_lines(found, texts, package.styles)
    places = {one.tag: one.paragraph for one in controls(root)}
    holding = sorted({at for at in places.values() if at >= 0})
    return Whole(lines_in(root, found, texts, parts), {at: spans(found[at]) for at in holding}, places, parts)
