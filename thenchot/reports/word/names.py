"""Names of WordprocessingML, and the one parser: nothing is resolved, nothing fetched. Pure."""

from __future__ import annotations

from typing import Any

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Written by old Word for what newer Word says beside it: read once.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Element = Any  # lxml has no types


def w(name: str) -> str:
    """`w("p")`: the paragraph's full name."""
    return f"{{{MAIN}}}{name}"


def parse(data: bytes) -> Element:
    """The root of a part. etree.XMLSyntaxError for what is no XML."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def written(root: Element) -> bytes:
    """A part as bytes, as Word writes it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def made(name: str, *children: Element, **attributes: str) -> Element:
    """A new element of the main namespace: `made("tag", val="x")`."""
    element = etree.Element(w(name), nsmap={"w": MAIN})
    for key, value in attributes.items():
        element.set(w(key), value)
    element.extend(children)
    return element
