"""Paragraphs as text, and which run each letter stands in: a number may be split over runs. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from .names import FALLBACK, SPACE, Element, w

PARAGRAPH, RUN, TEXT, FIELD, SIMPLE = w("p"), w("r"), w("t"), w("fldChar"), w("fldSimple")
CHARACTER = w("fldCharType")
THROUGH = {w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "bdo", "dir")}
APART = {w("txbxContent"), FALLBACK}
OTHER = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


@dataclass(frozen=True)
class Piece:
    """Some letters of a paragraph: `node` is a w:t whose run is `run`; nothing where it is a tab or break."""

    start: int
    text: str
    run: Element
    node: Element | None
    in_field: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def paragraphs(root: Element) -> list[Element]:
    """Every paragraph of the text and its tables, in order; text boxes stand apart and are not read."""
    if next(root.iter(*APART), None) is None:
        return list(root.iter(PARAGRAPH))
    return [one for one in root.iter(PARAGRAPH) if not any(up.tag in APART for up in one.iterancestors())]


def pieces(paragraph: Element) -> list[Piece]:
    """The letters of a paragraph in order. The result of a field is read, and marked."""
    found: list[Piece] = []
    at, depth = 0, 0
    for run, simple in _runs(paragraph):
        for child in run:
            if child.tag == FIELD:
                depth += {"begin": 1, "end": -1}.get(child.get(CHARACTER, ""), 0)
                continue
            text = child.text or "" if child.tag == TEXT else OTHER.get(child.tag, "")
            if text:
                node = child if child.tag == TEXT else None
                found.append(Piece(at, text, run, node, depth > 0 or simple))
                at += len(text)
    return found


def text_of(paragraph: Element) -> str:
    """The text as people see it."""
    return "".join(piece.text for piece in pieces(paragraph))


def _runs(element: Element, simple: bool = False) -> Iterator[tuple[Element, bool]]:
    """The runs in order, and whether each is the result of a field."""
    for child in element:
        if child.tag == RUN:
            yield child, simple
        elif child.tag in THROUGH:
            yield from _runs(child, simple or child.tag == SIMPLE)


def set_text(node: Element, text: str) -> None:
    """Put text into a w:t; blanks at its ends are kept."""
    node.text = text
    if text != text.strip():
        node.set(SPACE, "preserve")


def runs_of(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs that hold exactly these letters, split off where they hold more; formatting stays.

    Empty where the letters are not all plain text (a tab, the result of a field).
    """
    touched = [p for p in pieces(paragraph) if p.start < end and p.end > start]
    if not touched or any(piece.node is None or piece.in_field for piece in touched):
        return []
    _split_at(paragraph, start)
    _split_at(paragraph, end)
    inside = [p for p in pieces(paragraph) if start <= p.start and p.end <= end]
    return list(dict.fromkeys(piece.run for piece in inside))


def _split_at(paragraph: Element, place: int) -> None:
    """After this no run holds letters on both sides of a place."""
    for piece in pieces(paragraph):
        if piece.start < place < piece.end and piece.node is not None:
            cut = place - piece.start
            later = _run_from(piece.run, piece.node)
            set_text(later.find(TEXT), piece.text[cut:])
            set_text(piece.node, piece.text[:cut])
            return
    for piece in pieces(paragraph):
        if piece.start == place and piece.node is not None and _letters_before(piece.run, piece.node):
            _run_from(piece.run, piece.node)
            piece.run.remove(piece.node)
            return


def _run_from(run: Element, node: Element) -> Element:
    """A run behind `run` with a copy of `node` and everything that stood after it."""
    later = deepcopy(run)
    at = list(run).index(node)
    for place, child in enumerate(list(later)):
        if place < at and child.tag != w("rPr"):
            later.remove(child)
    for child in list(run)[at + 1 :]:
        run.remove(child)
    run.addnext(later)
    later.tail = None
    return later


def _letters_before(run: Element, node: Element) -> bool:
    return any(child is not node and child.tag in (TEXT, *OTHER) for child in run[: list(run).index(node)])
