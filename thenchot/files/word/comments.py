"""Comments put into a Word document at exact letters; nothing else of it changes. For the worker."""

from __future__ import annotations

import posixpath
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..refusals import Refused
from .parts import Element, WordParts, local, parse, value
from .text import Piece, Spoken, WordText

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
TYPES = "[Content_Types].xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Comment:
    """What is said of the letters from `start` to `end` of a line; the first paragraph is printed bold."""

    line: int
    start: int
    end: int
    paragraphs: tuple[str, ...]


def commented(
    parts: WordParts, comments: tuple[Comment, ...], author: str, initials: str
) -> dict[str, bytes]:
    """The parts that change, by name. Refused when a comment points to no letters."""
    text = WordText(parts)
    notes = CommentPart(parts, etree.QName(text.root).namespace, author, initials)
    for one in comments:
        if not 1 <= one.line <= len(text.spoken):
            raise Refused("memory")
        place(text.spoken[one.line - 1], one, notes)
    return {parts.main: written(text.root), **notes.parts()}


def place(spoken: Spoken, comment: Comment, notes: CommentPart) -> None:
    """Marks around the runs that hold exactly these letters; a footnote's or box's at what leads to it."""
    if spoken.anchor is not None:
        first = last = spoken.anchor
    else:
        if not 0 <= comment.start < comment.end <= len(spoken.line.text):
            raise Refused("memory")
        begin, end = cut(spoken.pieces, comment.start), cut(spoken.pieces, comment.end)
        first, last = spoken.pieces[begin].run, spoken.pieces[end - 1].run
    key = notes.add(comment.paragraphs)
    first.addprevious(notes.made("commentRangeStart", id=key))
    after = notes.made("commentRangeEnd", id=key)
    last.addnext(after)
    run = notes.made("r")
    run.append(notes.made("commentReference", id=key))
    after.addnext(run)


def cut(pieces: list[Piece], offset: int) -> int:
    """Which piece begins at this letter, once no run holds letters on both sides of it."""
    begin = 0
    for number, piece in enumerate(pieces):
        if begin == offset:
            _part_run(pieces, number)
            return number
        if begin < offset < begin + len(piece.text):
            _part_text(pieces, number, offset - begin)
            _part_run(pieces, number + 1)
            return number + 1
        begin += len(piece.text)
    return len(pieces)


def _part_text(pieces: list[Piece], number: int, at: int) -> None:
    """One w:t as two that stand side by side."""
    piece = pieces[number]
    later = deepcopy(piece.node)
    for node, text in ((piece.node, piece.text[:at]), (later, piece.text[at:])):
        node.text = text
        node.set(SPACE, "preserve")
    later.tail = None
    piece.node.addnext(later)
    pieces[number : number + 1] = [
        Piece(piece.text[:at], piece.node, piece.run),
        Piece(piece.text[at:], later, piece.run),
    ]


def _part_run(pieces: list[Piece], number: int) -> None:
    """The piece becomes the first of its run; what stood before it stays in a run of its own."""
    run, node = pieces[number].run, pieces[number].node
    before = [one for one in run[: run.index(node)] if local(one) != "rPr"]
    if not before:
        return
    later = etree.Element(run.tag, run.attrib, run.nsmap)
    for one in run:
        if local(one) == "rPr":
            later.append(deepcopy(one))
    for one in list(run[run.index(node) :]):
        later.append(one)
    run.addnext(later)
    for piece in pieces:
        if piece.run is run and piece.node.getparent() is later:
            piece.run = later


class CommentPart:
    """The part with the comments, new or the document's own, and what leads to it."""

    def __init__(self, parts: WordParts, namespace: str | None, author: str, initials: str) -> None:
        self.package, self.namespace = parts, namespace or ""
        self.author, self.initials = author, initials
        folder = posixpath.dirname(parts.main)
        self.name = parts.links.get("comments", "") or self._free(folder)
        data = parts.data.get(self.name)
        self.root = parse(data) if data else etree.Element(self.tag("comments"), nsmap={"w": self.namespace})
        self.next = 1 + max(
            (int(value(one, "id")) for one in self.root if value(one, "id").isdigit()), default=-1
        )

    def _free(self, folder: str) -> str:
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(1_000))
        return next(name for name in names if name not in self.package.data)

    def tag(self, name: str) -> str:
        return f"{{{self.namespace}}}{name}"

    def made(self, name: str, **attributes: str) -> Element:
        """An element of the document's own namespace with attributes of it."""
        element = etree.Element(self.tag(name))
        for key, given in attributes.items():
            element.set(self.tag(key), given)
        return element

    def add(self, paragraphs: tuple[str, ...]) -> str:
        """A comment with these paragraphs; its id."""
        key, self.next = str(self.next), self.next + 1
        comment = self.made("comment", id=key, author=self.author, initials=self.initials)
        for number, text in enumerate(paragraphs):
            paragraph, run, letters = self.made("p"), self.made("r"), self.made("t")
            if number == 0 and len(paragraphs) > 1:
                bold = self.made("rPr")
                bold.append(self.made("b"))
                run.append(bold)
            letters.text = NOT_XML.sub(" ", text)
            letters.set(SPACE, "preserve")
            run.append(letters)
            paragraph.append(run)
            comment.append(paragraph)
        self.root.append(comment)
        return key

    def parts(self) -> dict[str, bytes]:
        """The comments, and the two parts that say where they are, when they are new."""
        found = {self.name: written(self.root)}
        if self.name != self.package.links.get("comments"):
            found[TYPES] = self._typed()
            found[self.package.rels] = self._linked()
        return found

    def _typed(self) -> bytes:
        root = parse(self.package.data[TYPES])
        etree.SubElement(
            root, f"{{{PACKAGE}/content-types}}Override", PartName=f"/{self.name}", ContentType=TYPE
        )
        return written(root)

    def _linked(self) -> bytes:
        tag = f"{{{PACKAGE}/relationships}}Relationship"
        data = self.package.data.get(self.package.rels)
        root = parse(data) if data else etree.Element(tag + "s", nsmap={None: f"{PACKAGE}/relationships"})
        taken = {one.get("Id") for one in root}
        free = next(f"rIdC{number}" for number in range(1, 10_000) if f"rIdC{number}" not in taken)
        target = posixpath.relpath(self.name, posixpath.dirname(self.package.main) or ".")
        etree.SubElement(root, tag, Id=free, Type=KIND, Target=target)
        return written(root)


def written(root: Any) -> bytes:
    """A part as bytes."""
    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
