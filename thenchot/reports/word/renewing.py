"""Words of the period in the text, put forward to the next one: tháng 10 → tháng 11. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .controls import spans
from .names import Element, w
from .text import TEXT, paragraphs, runs_of, set_text, text_of


@dataclass(frozen=True)
class Renewed:
    """A phrase that was changed, in which paragraph."""

    paragraph: int
    before: str
    after: str


def renew(root: Element, phrases: Mapping[str, str]) -> list[Renewed]:
    """Change every phrase that stands as words of its own, in their capitals; bound numbers stay."""
    if not phrases:
        return []
    listed = sorted(phrases, key=len, reverse=True)
    form = re.compile(rf"(?<![\w/.,-])(?:{'|'.join(map(re.escape, listed))})(?![\w/%]|[.,]\d)", re.IGNORECASE)
    known = {one.casefold(): other for one, other in phrases.items()}
    found = []
    for number, paragraph in enumerate(paragraphs(root)):
        bound = spans(paragraph)
        for match in reversed(list(form.finditer(text_of(paragraph)))):
            start, end = match.span()
            after = _cased(match[0], known[match[0].casefold()])
            if after == match[0] or any(a < end and start < b for a, b, _ in bound):
                continue
            if replace_text(paragraph, start, end, after):
                found.append(Renewed(number, match[0], after))
    return sorted(found, key=lambda one: one.paragraph)


def replace_text(paragraph: Element, start: int, end: int, text: str) -> bool:
    """Other letters in place of these, in the formatting of the first; False for letters of a field."""
    runs = runs_of(paragraph, start, end)
    if not runs:
        return False
    nodes = [node for run in runs for node in run.iter(TEXT)]
    set_text(nodes[0], text)
    for node in nodes[1:]:
        run = node.getparent()
        run.remove(node)
        if all(child.tag == w("rPr") for child in run):
            run.getparent().remove(run)
    return True


def _cased(seen: str, text: str) -> str:
    """Word by word in the capitals of what stood there."""
    words = zip(seen.split(" "), text.split(" "), strict=True)
    return " ".join(_word(old, new) for old, new in words)


def _word(seen: str, text: str) -> str:
    if seen.isupper():
        return text.upper()
    return text[0].upper() + text[1:] if seen[0].isupper() else text
