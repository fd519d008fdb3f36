"""A line of a draft typed anew on the page: its numbers keep their controls. Also which version a file is."""

from __future__ import annotations

import re
from copy import deepcopy

from .controls import tag_of
from .names import Element, made, w
from .text import RUN, TEXT, paragraphs, set_text

TOKEN = re.compile(r"⟦(\w+)⟧")
STAMP = re.compile(r"_tc_([0-9a-f]{1,16})_(\d{1,6})\Z")
KEPT = (w("pPr"), w("bookmarkStart"), w("bookmarkEnd"))


def rewrite(paragraph: Element, text: str) -> bool:
    """The line with another text; `⟦n12⟧` stands for a number of it. False for a number that is not in it.

    Letters get the formatting of the line's first run: bold words inside a line become plain.
    """
    known = {tag_of(one): one for one in paragraph.iter(w("sdt")) if tag_of(one)}
    parts = TOKEN.split(text)
    tags = parts[1::2]
    if set(tags) - set(known) or len(set(tags)) < len(tags):
        return False
    outside = (
        run for run in paragraph.iter(RUN) if not any(up.tag == w("sdt") for up in run.iterancestors())
    )
    first = next((run for run in outside if run.find(TEXT) is not None), None)
    look = first.find(w("rPr")) if first is not None else None
    for child in list(paragraph):
        if child.tag not in KEPT:
            paragraph.remove(child)
    for place, part in enumerate(parts):
        if place % 2:
            paragraph.append(known[part])
        elif part:
            paragraph.append(_run(part, look))
    return True


def stamp(body: Element, code: str, number: int) -> None:
    """Say of which version of which draft the file is: a hidden bookmark, which Word keeps."""
    unstamp(body)
    first = paragraphs(body)[0]
    place = 1 if first.find(w("pPr")) is not None else 0
    for offset, name in enumerate(("bookmarkStart", "bookmarkEnd")):
        first.insert(place + offset, made(name, id="774001"))
    first[place].set(w("name"), f"_tc_{code}_{number}")


def stamped(body: Element) -> tuple[str, int] | None:
    """(code, version); nothing where the file has none."""
    for one in body.iter(w("bookmarkStart")):
        if found := STAMP.match(one.get(w("name"), "")):
            return found[1], int(found[2])
    return None


def unstamp(body: Element) -> None:
    """Take it out."""
    ids = set()
    for one in list(body.iter(w("bookmarkStart"))):
        if STAMP.match(one.get(w("name"), "")):
            ids.add(one.get(w("id")))
            one.getparent().remove(one)
    for one in list(body.iter(w("bookmarkEnd"))):
        if one.get(w("id")) in ids:
            one.getparent().remove(one)


def _run(text: str, look: Element | None) -> Element:
    node = made("t")
    set_text(node, text)
    return made("r", *([deepcopy(look)] if look is not None else []), node)
