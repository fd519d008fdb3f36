"""The signed facts inside the annex *Nguồn số liệu*: exactly what it prints, readable by a machine."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from lxml import etree

from thenchot.ledger.entries import canonical
from thenchot.reports.reading.written import Line
from thenchot.reports.word.names import PACKAGE, TYPES, parse, written
from thenchot.reports.word.package import NotWord, Package
from thenchot.snapshot.closing import notes

FORMAT, SPACE, KIND = "thenchot/report-facts/1", "urn:thenchot:report-facts:1", "report"
PART, RELATION = "customXml/item1.xml", (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
)  # fmt: skip


LONGER = re.compile(r"\d|[.,]\d")


class NoFacts(ValueError):
    """No annex of ours, or one that was changed: what is wrong with it."""


@dataclass(frozen=True)
class Fact:
    """One number of the report: where it stands, as printed, and what it is.

    `line` counts paragraphs from 1; `how` is counted, stated, estimate or kept; `rows` where it opens.
    """

    number: int
    line: int
    start: int
    printed: str
    sentence: str
    figure: str
    title: str
    organisation: str
    period: str
    data_to: str
    how: str
    value: str = ""
    rows: str = ""
    closing: str = ""
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything the annex says. `report` is the SHA-256 of the issued file, `code` the closing's."""

    installation: str
    organisation: str
    title: str
    period: str
    code: str
    manifest: str
    report: str
    issued_on: str
    facts: tuple[Fact, ...]
    note: str = ""

    @property
    def content(self) -> bytes:
        """What is signed: canonical JSON of everything but the note."""
        said = {key: value for key, value in asdict(self).items() if key != "note"}
        return canonical({"format": FORMAT, **said}).encode()


def signed(facts: Facts, key: Ed25519PrivateKey) -> str:
    """The note over the facts."""
    digest = sha256(facts.content).digest()
    name = notes.name_of(facts.installation, KIND)
    return notes.sign(notes.Note(name, facts.code, digest, {"report": facts.report}), key)


def put(package: Package, facts: Facts, note: str) -> None:
    """Into the annex, as a part Word keeps."""
    root = etree.Element(f"{{{SPACE}}}facts", nsmap={None: SPACE})
    for name, content in (("content", facts.content), ("note", note.encode())):
        etree.SubElement(root, f"{{{SPACE}}}{name}").text = b64encode(content).decode()
    package.parts[PART] = written(root)
    folder, _slash, name = package.main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    tree = parse(package.parts[relations])
    one = etree.SubElement(tree, f"{{{PACKAGE}}}Relationship")
    for key, value in (("Id", "rIdFacts"), ("Type", RELATION), ("Target", f"../{PART}")):
        one.set(key, value)
    package.parts[relations] = written(tree)
    types = parse(package.parts["[Content_Types].xml"])
    if not any(one.get("Extension") == "xml" for one in types.iter(f"{{{TYPES}}}Default")):
        one = etree.SubElement(types, f"{{{TYPES}}}Override")
        one.set("PartName", f"/{PART}")
        one.set("ContentType", "application/xml")
        package.parts["[Content_Types].xml"] = written(types)


def read_facts(data: bytes) -> Facts:
    """The facts inside an annex, not yet verified. NoFacts."""
    try:
        parts = Package.read(data).parts
    except NotWord:
        raise NoFacts("file") from None
    for name in [one for one in parts if one.startswith("customXml/item") and one.endswith(".xml")]:
        try:
            root = parse(parts[name])
        except etree.XMLSyntaxError:
            continue
        if root.tag == f"{{{SPACE}}}facts":
            return _read(root)
    raise NoFacts("none")


def verify(facts: Facts, key: Ed25519PublicKey) -> None:
    """Signed by this key, and as they were signed. NoFacts."""
    try:
        note = notes.opened(facts.note, notes.name_of(facts.installation, KIND), key)
    except notes.BadNote as bad:
        raise NoFacts(str(bad)) from None
    if note.digest != sha256(facts.content).digest() or note.code != facts.code:
        raise NoFacts("changed")
    if note.facts.get("report") != facts.report:
        raise NoFacts("changed")


@dataclass(frozen=True)
class Edited:
    """A number that was issued otherwise than it stands in a file now; `now` is empty where it is gone."""

    fact: Fact
    now: str


def edited(facts: Facts, lines: Sequence[Line]) -> list[Edited]:
    """Numbers of an issued report that were changed since, told by the sentence around them."""
    texts = [line.text for line in lines]
    found = []
    for fact in facts.facts:
        text = texts[fact.line - 1] if 0 < fact.line <= len(texts) else ""
        if _stands(text, fact):
            continue
        before, _mark, after = fact.sentence.partition("⟦⟧")
        now = _between(texts, before[-40:], after[:40])
        if now != fact.printed:
            found.append(Edited(fact, now))
    return found


def _stands(text: str, fact: Fact) -> bool:
    """Whether the number stands where it stood, and is not the beginning or end of another."""
    end = fact.start + len(fact.printed)
    if text[fact.start : end] != fact.printed:
        return False
    return not (LONGER.match(text[end:]) or (fact.start and text[fact.start - 1].isdigit()))


def _between(texts: Sequence[str], before: str, after: str) -> str:
    """What stands between the words before and after; nothing where they are not found together."""
    if not before and not after:
        return ""
    for text in texts:
        at = text.find(before) if before else 0
        while at >= 0:
            start = at + len(before)
            end = text.find(after, start) if after else len(text)
            if 0 <= end - start <= 40:
                return text[start:end]
            at = text.find(before, at + 1) if before else -1
    return ""


def _read(root: Any) -> Facts:
    said = {child.tag.rpartition("}")[2]: child.text or "" for child in root}
    try:
        content = json.loads(b64decode(said["content"], validate=True))
        note = b64decode(said["note"], validate=True).decode()
        if content.pop("format") != FORMAT:
            raise NoFacts("format")
        listed = tuple(Fact(**one) for one in content.pop("facts"))
        return Facts(**content, facts=listed, note=note)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NoFacts("format") from None
