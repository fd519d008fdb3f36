"""A drawing let into a page: only elements and attributes on the list, only links of our own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from django.utils.safestring import SafeString, mark_safe

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset({"svg", "g", "path", "rect", "line", "text", "tspan", "a"})
ATTRIBUTES = frozenset({
    "width", "height", "viewBox", "transform", "d", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "fill",
    "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-miterlimit", "stroke-dasharray",
    "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline",
    "display",
})  # fmt: skip
PLACE = "https://then-chot.invalid/{}"  # what a bar carries until its address is put there
BAR = re.compile(r"https://then-chot\.invalid/(\d+)\Z")
VALUE = re.compile(r"[^<>&\"']*\Z")


@dataclass(frozen=True)
class Link:
    """Where a bar leads (an address of this site, or nowhere) and what it says."""

    address: str
    label: str


def allowed(drawing: str, title: str, links: Sequence[Link]) -> SafeString:
    """The drawing with everything else left out, named for those who do not see it."""
    root = ElementTree.fromstring(drawing)
    made = _copied(root, links)
    if made is None or made.tag != "svg":
        raise ValueError("no drawing")
    made.set("xmlns", SVG)
    made.set("role", "group")
    made.set("aria-label", title)
    made.set("class", "chart")
    head = ElementTree.Element("title")
    head.text = title
    made.insert(0, head)
    return mark_safe(ElementTree.tostring(made, encoding="unicode", short_empty_elements=True))


def _copied(element: ElementTree.Element, links: Sequence[Link]) -> ElementTree.Element | None:
    name = _local(element.tag)
    if name not in ELEMENTS:
        return None
    made = ElementTree.Element(name)
    if name == "a":
        made = _linked(element, links)
    for key, value in element.attrib.items():
        if name != "a" and key in ATTRIBUTES and VALUE.match(value) and "url(" not in value.lower():
            made.set(key, value)
    if name in ("text", "tspan"):
        made.text = element.text
        made.set("aria-hidden", "true")  # the table says it; a bar has a name of its own
    for child in element:
        if (kept := _copied(child, links)) is not None:
            made.append(kept)
    return made


def _linked(element: ElementTree.Element, links: Sequence[Link]) -> ElementTree.Element:
    """A bar: a link where its rows may be asked for, else a plain group."""
    said = next((value for key, value in element.attrib.items() if _local(key) == "href"), "")
    found = BAR.match(said)
    place = int(found.group(1)) if found else -1
    link = links[place] if 0 <= place < len(links) else None
    if link is None or not link.address.startswith("/") or link.address.startswith("//"):
        return ElementTree.Element("g")
    return ElementTree.Element("a", {"href": link.address, "aria-label": link.label})


def _local(name: str) -> str:
    """Without its namespace."""
    return name.rpartition("}")[2]
