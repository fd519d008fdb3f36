"""Invented reports whose figures meet, and the same with contradictions planted; seeded.

`report(seed)` is clean; `report(seed, plant=3)` has three figures changed, each named in `planted`.
`strange=True` draws from wordings written without looking at how the checker reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from thenchot.reports.reading.written import Line, Sort

from . import invented_scenes as scenes
from . import invented_sentences as sentences
from .invented_tables import rows_of_table

SECTIONS = (
    "Công tác chính trị, tư tưởng",
    "Công tác tổ chức, xây dựng đội ngũ đảng viên",
    "Công tác cán bộ",
    "Công tác kiểm tra, giám sát, thi hành kỷ luật",
    "Công tác dân vận",
    "Công tác nội chính, tiếp dân",
    "Công tác văn phòng cấp ủy",
)


@dataclass(frozen=True)
class Planted:
    """A figure that no longer meets: its kind, the line it stands in and the text that was put there."""

    kind: str
    line: int
    text: str
    sentence: str
    strange: bool


@dataclass
class Report:
    lines: list[Line] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def say(self, text: str, sort: Sort = Sort.PARAGRAPH, **where: int) -> int:
        number = len(self.lines) + 1
        self.lines.append(Line(number, text, sort, **where))
        return number


def report(seed: int, *, plant: int = 0, strange: bool = False, length: int = 16) -> Report:
    """A report of `length` sentences with figures, in seven sections, and a table."""
    random = Random(f"report {seed} {strange}")
    world = sentences.World.drawn(random)
    written = Report()
    written.say(world.title(random))
    idle = scenes.idle(random)
    chosen = scenes.chosen(random, length, strange)
    broken = set(random.sample(range(len(chosen)), min(plant, len(chosen)))) if plant else set()
    told = iter(enumerate(chosen))
    for at, section in enumerate(SECTIONS, 1):
        written.say(f"{at}. {section}", Sort.HEADING, level=1)
        share = length // len(SECTIONS) + (at <= length % len(SECTIONS))
        told_here = [one for _, one in zip(range(share), told, strict=False)]
        paragraph(written, random, world, told_here, broken, strange, idle)
    world.again(written, random)
    rows_of_table(written, random)
    return written


def paragraph(
    written: Report,
    random: Random,
    world: sentences.World,
    chosen: list[tuple[int, sentences.Scene]],
    broken: set[int],
    strange: bool,
    idle: Iterator[sentences.Told],
) -> None:
    """Sentences together in a paragraph, or each on a line of its own; sometimes others between them."""
    held: list[tuple[sentences.Told, bool]] = []
    for at, scene in chosen:
        if random.random() < 0.4:
            held.append((next(idle), False))
        held.append((scene.told(random, world, broken=at in broken, strange=strange), at in broken))
    apart = random.random() < 0.3
    groups = [[one] for one in held] if apart else [held]
    for group in groups:
        text = " ".join(told.text for told, _ in group if "\n" not in told.text)
        number = written.say(text) if text else 0
        for told, is_broken in group:
            line = number
            for one in told.text.split("\n") if "\n" in told.text else ():
                line = written.say(one)
                if is_broken and told.wrong in one:
                    written.planted.append(Planted(told.kind, line, told.wrong, told.text, strange))
                    is_broken = False
            if is_broken:
                written.planted.append(Planted(told.kind, line, told.wrong, told.text, strange))
