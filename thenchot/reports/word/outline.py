"""What a report is made of: its headings and the sections under them, its sentences. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .names import Element, w
from .text import RUN, paragraphs, text_of

NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2}){0,3})\s?[-.)/]?-?\s+\S|[IVX]{1,5}[-.]\s?\S")
TABLE = w("tbl")
LONGEST = 220  # letters of a heading
ENDS = re.compile(r"(?<=[.;!?…])\s+(?=[^\s\d(])|\n+")
HEAD = "Mở đầu"


@dataclass(frozen=True)
class Section:
    """A heading with the paragraphs under it: `first` is the heading's own, `last` lies outside."""

    title: str
    level: int
    first: int
    last: int


def sections(root: Element, styles: Element | None = None) -> list[Section]:
    """The sections of a report in order; what stands before the first heading is *Mở đầu*."""
    lines = paragraphs(root)
    return of_lines(lines, [text_of(one) for one in lines], styles)


def of_lines(lines: Sequence[Element], texts: Sequence[str], styles: Element | None) -> list[Section]:
    """The same of paragraphs whose texts are known."""
    named = _heading_styles(styles)
    said = enumerate(zip(lines, texts, strict=True))
    heads = [(at, level) for at, (one, text) in said if (level := _level(one, text.strip(), named))]
    if not heads:
        return [Section(HEAD, 1, 0, len(lines))]
    ends = [at for at, _ in heads[1:]] + [len(lines)]
    found = [Section(HEAD, 1, 0, heads[0][0])] if heads[0][0] else []
    for (at, level), end in zip(heads, ends, strict=True):
        found.append(Section(" ".join(texts[at].split()), level, at, end))
    return found


def sentences(text: str) -> list[str]:
    """A line in its sentences, blanks made one."""
    return [" ".join(one.split()) for one in ENDS.split(text) if one.strip()]


def same(one: str) -> str:
    """A sentence as it is compared: without the difference of blanks, capitals and dashes."""
    return " ".join(one.replace("–", "-").casefold().split())


def whole_sections(found: Sequence[Section], at: int) -> Section:
    """A section with everything of deeper level that follows it."""
    head, last = found[at], found[at].last
    for one in found[at + 1 :]:
        if one.level <= head.level:
            break
        last = one.last
    return Section(head.title, head.level, head.first, last)


def _heading_styles(styles: Element | None) -> dict[str, int]:
    """Style id → level, of the styles that are headings."""
    found = {}
    for style in styles.iter(w("style")) if styles is not None else ():
        level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        name = style.find(w("name"))
        said = (name.get(w("val"), "") if name is not None else "").lower()
        if level is not None and level.get(w("val"), "9").isdecimal() and int(level.get(w("val"))) < 9:
            found[style.get(w("styleId"), "")] = int(level.get(w("val"))) + 1
        elif said.startswith("heading ") and said[8:].isdecimal():
            found[style.get(w("styleId"), "")] = int(said[8:])
    return found


def _level(paragraph: Element, text: str, named: dict[str, int]) -> int:
    """The level of a heading, 0 for other lines. Office files seldom use styles: bold and numbered."""
    if not text or len(text) > LONGEST or any(up.tag == TABLE for up in paragraph.iterancestors()):
        return 0
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None and style.get(w("val"), "") in named:
        return named[style.get(w("val"))]
    if not NUMBERED.match(text) or text[-1] in ".;" or not _bold(paragraph):
        return 0
    return _depth(text.split()[0])


def _depth(number: str) -> int:
    if re.match(r"[IVXA-Z]", number):
        return 1
    return 2 + number.strip(".-)/").count(".")


def _bold(paragraph: Element) -> bool:
    """Whether every letter stands bold, as headings do."""
    runs = [run for run in paragraph.iter(RUN) if any((node.text or "").strip() for node in run.iter(w("t")))]
    return bool(runs) and all(_on(run.find(f"{w('rPr')}/{w('b')}")) for run in runs)


def _on(switch: Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in ("0", "false", "off")
