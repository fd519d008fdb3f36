"""The confined process that opens Word files from outside: no keys, no database, no file, no network.

in:   {"do", "given", "sizes"} on one line, then the files one after another
out:  {"said", "size"} on one line, then the new file; or {"refused": "broken"}
"""

from __future__ import annotations

import encodings.cp437  # names in a zip are decoded by it; once confined nothing can be imported
import json
import sys
from dataclasses import asdict
from typing import Any

from lxml import etree

from thenchot.files.confined import confine

from .changes import changes
from .controls import controls, faults, one_of_each, unwrap, wrap
from .editing import stamped
from .lines import lines_of
from .names import parse
from .outline import sections
from .package import NotWord, Package
from .refusing import empty_refused
from .renewing import renew
from .text import paragraphs

Answer = tuple[Any, bytes]


def prepare(files: list[bytes], given: dict[str, Any]) -> Answer:
    """A last period's report made ready: old controls out, refused matters out, words of the period on."""
    one = Package.read(files[0])
    if not given.get("keep"):
        unwrap(one.document)
    titles = empty_refused(one.body, one.styles)
    renewed = renew(one.body, given.get("phrases", {}))
    said = {
        "lines": [_line(line) for line in lines_of(one.body, one.styles)],
        "sections": [asdict(section) for section in sections(one.body, one.styles)],
        "refused": titles,
        "renewed": [asdict(phrase) for phrase in renewed],
    }
    return said, one.bytes()


def whose(files: list[bytes], given: dict[str, Any]) -> Answer:
    """Of which version of which draft a file is."""
    return {"stamp": stamped(Package.read(files[0]).body)}, b""


def lines(files: list[bytes], given: dict[str, Any]) -> Answer:
    """The lines of a file, nothing changed."""
    one = Package.read(files[0])
    return {"lines": [_line(line) for line in lines_of(one.body, one.styles)]}, b""


def bind(files: list[bytes], given: dict[str, Any]) -> Answer:
    """Controls around the spans; which of them could be put."""
    one = Package.read(files[0])
    lines = paragraphs(one.body)
    put = []
    for line, start, end, tag, title in sorted(given["spans"], key=lambda span: (span[0], -span[1])):
        if 0 < line <= len(lines) and wrap(lines[line - 1], start, end, tag, title):
            put.append(tag)
    return {"put": put}, one.bytes()


def compare(files: list[bytes], given: dict[str, Any]) -> Answer:
    """The draft as it went out, and as it came back."""
    old, new = Package.read(files[0]), Package.read(files[1])
    found = changes(old.body, new.body)
    tags = [one.tag for one in controls(old.body)]
    wrong = faults(controls(new.body), tags)
    one_of_each(new.body)
    said = {
        "numbers": [asdict(one) for one in found.numbers],
        "sentences": [asdict(one) for one in found.sentences],
        "faults": dict(wrong),
        "sections": [asdict(section) for section in sections(new.body, new.styles)],
    }
    return said, new.bytes()


def carried(files: list[bytes], given: dict[str, Any]) -> Answer:
    """What a part of ours beside the text says, name by name; nothing where there is none."""
    parts = Package.read(files[0]).parts
    for name in parts:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = _root(parts[name])
            if root is not None and etree.QName(root).namespace == given["space"]:
                return {etree.QName(one).localname: one.text or "" for one in root.iter() if _said(one)}, b""
    return {}, b""


OPENS_NAMES = encodings.cp437
WORK = {"prepare": prepare, "whose": whose, "lines": lines, "bind": bind, "compare": compare,
        "carried": carried}  # fmt: skip


def _line(line: Any) -> list[Any]:
    return [line.number, line.text, str(line.sort), line.place, line.level, line.table, line.row, line.column]


def _root(data: bytes) -> Any:
    try:
        return parse(data)
    except etree.XMLSyntaxError:
        return None


def _said(one: Any) -> bool:
    return isinstance(one.tag, str) and one.getparent() is not None


def main() -> None:
    """One piece of work."""
    confine()
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    files, at = [], 0
    for size in asked["sizes"]:
        files.append(data[at : at + size])
        at += size
    try:
        said, made = WORK[asked["do"]](files, asked["given"])
    except (NotWord, MemoryError, RecursionError):
        sys.stdout.buffer.write(b'{"refused": "broken"}\n')
        return
    head = json.dumps({"said": said, "size": len(made)}, ensure_ascii=False)
    sys.stdout.buffer.write(head.encode("utf-8", "replace") + b"\n" + made)


if __name__ == "__main__":
    main()
