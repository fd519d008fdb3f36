"""A draft's Word file read through once: its lines, the numbers in each, its sections. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from thenchot.reports.reading.written import Line, Sort

from .controls import controls, marked_at, spans
from .lines import lines_in
from .outline import Section, of_lines, whole_sections
from .package import Package
from .text import paragraphs, text_of

LONG = 60  # letters of a line that is no heading, place or signature
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

    def titles_at(self, paragraph: int) -> list[str]:
        """The section a paragraph stands in, and those that section is under."""
        whole = (whole_sections(self.sections, place) for place in range(len(self.sections)))
        return [one.title for one in whole if one.first <= paragraph < one.last]

    def last_line(self, place: int) -> int:
        """The last line of a section's own text: before *Nơi nhận*, no cell of a table; else its heading."""
        one = self.sections[place]
        inside = list(takewhile(_of_text, self.lines[one.first : one.last]))
        said = [line for line in inside if line.sort is not Sort.CELL and line.text.strip()]
        return said[-1].number - 1 if said else one.first

    def body_line(self, near: int) -> int:
        """The nearest line of plain text, whose look a new line takes."""
        said = enumerate(self.lines)
        plain = [at for at, line in said if line.sort is Sort.PARAGRAPH and len(line.text) > LONG]
        return min(plain, key=lambda at: abs(at - near), default=near)


def _of_text(line: Line) -> bool:
    return not line.text.strip().lower().startswith("nơi nhận")


def read(package: Package) -> Whole:
    """The main part of a file that has passed the door."""
    root = package.body
    found = paragraphs(root)
    texts = [text_of(one) for one in found]
    parts = of_lines(found, texts, package.styles)
    places = {one.tag: one.paragraph for one in controls(root)}
    holding = sorted({at for at in places.values() if at >= 0})
    return Whole(lines_in(root, found, texts, parts), {at: spans(found[at]) for at in holding}, places, parts)
