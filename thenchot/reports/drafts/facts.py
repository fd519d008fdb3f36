"""The signed facts inside the annex *Nguồn số liệu*: exactly what it prints, readable by a machine."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from lxml import etree

from thenchot.files.refusals import Refused
from thenchot.ledger.entries import canonical
from thenchot.reports.word.confined import work
from thenchot.reports.word.names import PACKAGE, TYPES, parse, written
from thenchot.reports.word.package import Package
from thenchot.snapshot.closing import notes

FORMAT, SPACE, KIND = "thenchot/report-facts/1", "urn:thenchot:report-facts:1", "report"
PART, RELATION = "customXml/item1.xml", (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
)  # fmt: skip


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
    """Everything the annex says. `report` is the SHA-256 of the issued file, `code` the closing's.

    `lacking` says which units it was closed without; an annex of a whole closing has no such word.
    """

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
    lacking: str = ""

    @property
    def content(self) -> bytes:
        """What is signed: canonical JSON of everything but the note."""
        left_out = {"note"} if self.lacking else {"note", "lacking"}
        said = {key: value for key, value in asdict(self).items() if key not in left_out}
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
    """The facts inside an annex that has passed the door, read in the confined process; not yet verified.

    NoFacts.
    """
    try:
        said, _file = work("carried", [data], space=SPACE)
    except Refused:
        raise NoFacts("file") from None
    if not said:
        raise NoFacts("none")
    return _read(said)


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


def _read(said: Mapping[str, Any]) -> Facts:
    try:
        content = json.loads(b64decode(said["content"], validate=True))
        note = b64decode(said["note"], validate=True).decode()
        if content.pop("format") != FORMAT:
            raise NoFacts("format")
        listed = tuple(Fact(**one) for one in content.pop("facts"))
        return Facts(**content, facts=listed, note=note)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NoFacts("format") from None
