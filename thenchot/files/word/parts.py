"""The parts of a Word document that hold text, parsed: main part, styles, footnotes. For the worker."""

from __future__ import annotations

import codecs
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

from ..refusals import Refused

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
codecs.lookup("cp437")  # names in a ZIP; once confined, no module can be loaded
OFF = ("0", "false", "off", "none")
MOST_STYLES = 20  # styles based on one another
HEADING = re.compile(r"heading (\d)\Z", re.IGNORECASE)
Element = Any


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element, name: str = "val", default: str = "") -> str:
    """An attribute by its name without namespace."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), default)


def child(element: Element | None, *names: str) -> Element | None:
    """The child at a path of names without namespace, or nothing."""
    for name in names:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def on(element: Element | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    return element is not None and value(element, default="1").lower() not in OFF


def parse(data: bytes) -> Element:
    """Refused when it is no sound XML."""
    try:
        return etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError:
        raise Refused("broken") from None


@dataclass
class Style:
    """What matters of a style: heading level (0: none), a caption, hidden text."""

    level: int = 0
    caption: bool = False
    hidden: bool = False


@dataclass
class WordParts:
    """A document's parts by name, and where its styles and notes are."""

    data: dict[str, bytes]
    main: str
    links: dict[str, str] = field(default_factory=dict)  # last word of the type → part

    @classmethod
    def read(cls, data: bytes, main: str) -> WordParts:
        with zipfile.ZipFile(BytesIO(data)) as file:
            texts = [name for name in file.namelist() if name.lower().endswith((".xml", ".rels"))]
            parts = cls({name: file.read(name) for name in texts}, main)
        folder, _slash, _last = main.rpartition("/")
        for link in parse(parts.data.get(parts.rels, b"<none/>")):
            target = posixpath.normpath(posixpath.join("/" + folder, value(link, "Target")))[1:]
            if value(link, "TargetMode") != "External":
                parts.links.setdefault(value(link, "Type").rpartition("/")[2], target)
        return parts

    @property
    def rels(self) -> str:
        folder, _slash, last = self.main.rpartition("/")
        return posixpath.join(folder, "_rels", f"{last}.rels")

    def root(self, kind: str) -> Element | None:
        """The part of this kind of relation, parsed, if there is one."""
        data = self.data.get(self.links.get(kind, ""))
        return None if data is None else parse(data)

    def styles(self) -> dict[str, Style]:
        """Every style by its id, with what it takes over from those it is based on."""
        root = self.root("styles")
        found = (
            {value(one, "styleId"): one for one in root if local(one) == "style"} if root is not None else {}
        )
        return {name: _style(name, found) for name in found}


def _style(name: str, found: dict[str, Element]) -> Style:
    style, seen = Style(), 0
    while name in found and seen < MOST_STYLES:
        element, seen = found[name], seen + 1
        called = child(element, "name")
        said = value(called) if called is not None else ""
        heading = HEADING.match(said)
        style.level = style.level or (int(heading[1]) if heading else outline(child(element, "pPr")))
        style.caption = style.caption or said.lower() == "caption"
        style.hidden = style.hidden or on(child(element, "rPr", "vanish"))
        based = child(element, "basedOn")
        name = value(based) if based is not None else ""
    return style


def outline(properties: Element | None) -> int:
    """The level of a paragraph in the outline, 1 … 9; 0 is plain text."""
    found = child(properties, "outlineLvl")
    given = value(found) if found is not None else "9"
    return int(given) + 1 if given.isascii() and given.isdigit() and int(given) < 9 else 0
