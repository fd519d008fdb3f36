"""Content controls around numbers: put, listed, filled, taken out. What was lost is named. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from .names import Element, made, w
from .text import RUN, TEXT, paragraphs, pieces, runs_of, set_text, text_of

PREFIX = "thenchot:"  # our tags; everybody else's controls stay as they are
LONGEST_TITLE = 60


class Fault(StrEnum):
    """What happened to a control in other hands."""

    LOST = "lost"  # the number is gone, or typed anew without its control
    DOUBLED = "doubled"  # a sentence was copied with it
    BROKEN = "broken"  # empty, or no longer around letters of one line


@dataclass(frozen=True)
class Control:
    """One of ours: `tag` without the prefix, in which paragraph, with which text."""

    tag: str
    paragraph: int
    text: str
    element: Element
    whole: bool


def wrap(paragraph: Element, start: int, end: int, tag: str, title: str = "") -> bool:
    """Put a control around these letters of a paragraph; False where that cannot be done.

    Letters in runs of different parents (half of a number in a link) come together in the first run.
    """
    runs = runs_of(paragraph, start, end)
    if not runs or any(_ours_above(run) for run in runs):
        return False
    first = runs[0]
    parent = first.getparent()
    if any(run.getparent() is not parent for run in runs):
        _together(runs)
        runs = [first]
    at, last = parent.index(first), parent.index(runs[-1])
    content = made("sdtContent")
    control = made("sdt", _properties(tag, title), content)
    inside = list(parent)[at : last + 1]
    parent.insert(at, control)
    for one in inside:
        one.tail = None
        if one.tag == w("proofErr"):
            parent.remove(one)
        else:
            content.append(one)
    return True


def controls(root: Element) -> list[Control]:
    """All of ours, in order."""
    places = {one: number for number, one in enumerate(paragraphs(root))}
    found = []
    for element in root.iter(w("sdt")):
        if not (tag := tag_of(element)):
            continue
        above = next((up for up in element.iterancestors(w("p"))), None)
        text = "".join(node.text or "" for node in element.iter(TEXT))
        whole = (
            above is not None and bool(text.strip()) and not _ours_above(element)
            and element.find(f".//{w('p')}") is None and any(True for _ in element.iter(RUN))
        )  # fmt: skip
        found.append(Control(tag, places.get(above, -1), text, element, whole))
    return found


def faults(found: Iterable[Control], wanted: Iterable[str]) -> dict[str, Fault]:
    """What is not in order, by tag."""
    listed = list(found)
    number = Counter(one.tag for one in listed)
    broken = {one.tag for one in listed if not one.whole}
    answer = {}
    for tag in wanted:
        if not number[tag]:
            answer[tag] = Fault.LOST
        elif number[tag] > 1:
            answer[tag] = Fault.DOUBLED
        elif tag in broken:
            answer[tag] = Fault.BROKEN
    return answer


def fill(root: Element, values: Mapping[str, str]) -> list[str]:
    """Put values into the controls, in the formatting of their first letter; the tags that were filled."""
    filled = []
    for one in controls(root):
        if one.whole and one.tag in values:
            if one.text != values[one.tag]:
                _put(one.element, values[one.tag])
            filled.append(one.tag)
    return filled


def unwrap(root: Element, tags: Iterable[str] | None = None) -> None:
    """Take our controls out and leave what stands in them; all of them, or some."""
    wanted = None if tags is None else set(tags)
    for element in list(root.iter(w("sdt"))):
        tag = tag_of(element)
        if tag and (wanted is None or tag in wanted):
            _open(element)


def _open(element: Element) -> None:
    parent, content = element.getparent(), element.find(w("sdtContent"))
    at = parent.index(element)
    for place, child in enumerate(list(content) if content is not None else []):
        parent.insert(at + place, child)
    parent.remove(element)


def one_of_each(root: Element) -> None:
    """Take out the copies of a control that was doubled, and those that hold no number any more."""
    met = set()
    for one in controls(root):
        if one.tag in met or not one.whole:
            _open(one.element)
        else:
            met.add(one.tag)


def marked(paragraph: Element) -> str:
    """The text of a line with ⟦tag⟧ in place of each number of ours: the sentence without its numbers."""
    return marked_at(text_of(paragraph), spans(paragraph))


def marked_at(text: str, numbers: Iterable[tuple[int, int, str]]) -> str:
    """The same of a text and the spans of its numbers."""
    found, at = [], 0
    for start, end, tag in numbers:
        found += [text[at:start], f"⟦{tag}⟧"]
        at = end
    return "".join([*found, text[at:]])


def spans(paragraph: Element) -> list[tuple[int, int, str]]:
    """(start, end, tag) of our controls in a line, by its letters."""
    found: dict[Element, list[int]] = {}
    for piece in pieces(paragraph):
        above = next((up for up in piece.run.iterancestors(w("sdt")) if tag_of(up)), None)
        if above is not None:
            span = found.setdefault(above, [piece.start, piece.end])
            span[1] = piece.end
    return [(start, end, tag_of(element)) for element, (start, end) in found.items()]


def tag_of(element: Element) -> str:
    """The tag of one of ours, without its prefix; empty for anybody else's."""
    said = element.find(f"{w('sdtPr')}/{w('tag')}")
    value = said.get(w("val"), "") if said is not None else ""
    return value.removeprefix(PREFIX) if value.startswith(PREFIX) else ""


def _ours_above(element: Element) -> bool:
    return any(tag_of(up) for up in element.iterancestors(w("sdt")))


def _properties(tag: str, title: str) -> Element:
    parts = [made("alias", val=title[:LONGEST_TITLE])] if title else []
    identity = made("id", val=str(crc32(tag.encode()) % (2**31 - 1) + 1))
    return made("sdtPr", *parts, made("tag", val=f"{PREFIX}{tag}"), identity)


def _together(runs: list[Element]) -> None:
    nodes = [node for run in runs for node in run.iter(TEXT)]
    set_text(nodes[0], "".join(node.text or "" for node in nodes))
    for node in nodes[1:]:
        node.getparent().remove(node)


def _put(element: Element, text: str) -> None:
    nodes = list(element.iter(TEXT))
    set_text(nodes[0], text)
    for node in nodes[1:]:
        run = node.getparent()
        run.remove(node)
        if not [child for child in run if child.tag != w("rPr")]:
            run.getparent().remove(run)
