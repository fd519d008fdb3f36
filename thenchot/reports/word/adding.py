"""A number put into a line, a line put under another: in the look of what stands there. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from .controls import wrap
from .editing import TOKEN
from .names import Element, made, w
from .text import RUN, TEXT, runs_of, set_text, text_of

STAND_IN = "0"  # until the number is counted
ENDS = " .;:,!?"
NOT_COPIED = (w("sectPr"), w("pageBreakBefore"), w("keepNext"))


def add_number(paragraph: Element, tag: str) -> bool:
    """At the end of a line, before the sign that ends it; False for a line without letters."""
    text = text_of(paragraph)
    at = len(text.rstrip(ENDS))
    runs = runs_of(paragraph, at - 1, at) if at else []
    if not runs:
        return False
    place = runs[-1]
    while place.getparent() is not paragraph:
        place = place.getparent()
    place.addnext(_run(f" {STAND_IN}", runs[-1].find(w("rPr"))))
    return wrap(paragraph, at + 1, at + 1 + len(STAND_IN), tag)


def add_line(after: Element, like: Element, text: str) -> Element:
    """A line with `⟦n12⟧` for its numbers, which stand at 0; in the look of `like`."""
    parts = TOKEN.split(text)
    plain = "".join(STAND_IN if place % 2 else part for place, part in enumerate(parts))
    line = made("p")
    if (shape := like.find(w("pPr"))) is not None:
        line.append(_shape(shape))
    line.append(_run(plain, _look(like)))
    after.addnext(line)
    for start, tag in reversed(_starts(parts)):
        wrap(line, start, start + len(STAND_IN), tag)
    return line


def _starts(parts: Sequence[str]) -> list[tuple[int, str]]:
    found, at = [], 0
    for place, part in enumerate(parts):
        if place % 2:
            found.append((at, part))
        at += len(STAND_IN) if place % 2 else len(part)
    return found


def _shape(shape: Element) -> Element:
    copied = deepcopy(shape)
    for child in list(copied):
        if child.tag in NOT_COPIED:
            copied.remove(child)
    return copied


def _look(line: Element) -> Element | None:
    """Of the first run that has letters; a word in bold there is an accident."""
    first = next((run for run in line.iter(RUN) if run.find(TEXT) is not None), None)
    look = deepcopy(first.find(w("rPr"))) if first is not None else None
    for name in ("b", "bCs", "i", "iCs", "u"):
        if look is not None and (switch := look.find(w(name))) is not None:
            look.remove(switch)
    return look


def _run(text: str, look: Element | None) -> Element:
    node = made("t")
    set_text(node, text)
    return made("r", *([deepcopy(look)] if look is not None else []), node)
