"""What a file must not carry out of the house: comments, authors, templates, controls of ours. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from html import escape

from .controls import unwrap
from .editing import unstamp
from .names import Element, parse, w, written
from .package import ROOT, TYPE, Package

GONE = re.compile(
    r"word/(comments\w*|people|commentsIds|documentTasks\w*|glossary/.*)\.xml\Z|customXml/|docProps/(?!core|app)"
)
REMARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd")
SETTINGS = (
    "attachedTemplate", "trackRevisions", "rsids", "documentProtection", "writeProtection", "mailMerge",
    "revisionView", "docVars",
)  # fmt: skip
MAKER = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{who}</dc:creator>\
<cp:lastModifiedBy>{who}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified></cp:coreProperties>"""
APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="{maker}"><Company>{who}</Company></Properties>"""


def clean(package: Package, *, organisation: str, title: str, at: datetime) -> None:
    """Nothing of ours and nobody's name: the properties say the organisation. The text stays."""
    unwrap(package.document)
    unstamp(package.body)
    without_remarks(package)
    for name in [one for one in package.parts if GONE.match(one)]:
        package.drop(name)
    who, said = escape(organisation), f"{at:%Y-%m-%dT%H:%M:%SZ}"
    package.parts["docProps/core.xml"] = CORE.format(title=escape(title), who=who, at=said).encode()
    package.parts["docProps/app.xml"] = APP.format(maker=MAKER, who=who).encode()
    _lead_to_properties(package)
    if "word/settings.xml" in package.parts:
        settings = parse(package.parts["word/settings.xml"])
        for name in SETTINGS:
            _take_out(settings, name)
        package.parts["word/settings.xml"] = written(settings)


def without_remarks(package: Package) -> None:
    """No comments, no marks of who typed which letter."""
    root = package.document
    for name in REMARKS:
        _take_out(root, name)
    for element in root.iter(w("p"), w("r"), w("tr"), w("sectPr")):
        for key in [one for one in element.attrib if one.startswith(w("rsid"))]:
            del element.attrib[key]


def _take_out(root: Element, name: str) -> None:
    for element in list(root.iter(w(name))):
        parent = element.getparent()
        if parent is None:
            continue
        parent.remove(element)
        if parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
            parent.getparent().remove(parent)


RELATION = {
    "docProps/core.xml": (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    "docProps/app.xml": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
}


def _lead_to_properties(package: Package) -> None:
    """A file that had no properties gets relations to its new ones."""
    relations, types = parse(package.parts[ROOT]), parse(package.parts[TYPE])
    for number, (name, (kind, content)) in enumerate(RELATION.items(), 1):
        if not any(one.get("Type") == kind for one in relations):
            one = relations.makeelement(relations.tag.replace("Relationships", "Relationship"), {})
            for key, value in (("Id", f"rIdProps{number}"), ("Type", kind), ("Target", name)):
                one.set(key, value)
            relations.append(one)
        if not any(one.get("PartName") == f"/{name}" for one in types):
            one = types.makeelement(types.tag.replace("Types", "Override"), {})
            one.set("PartName", f"/{name}")
            one.set("ContentType", content)
            types.append(one)
    package.parts[ROOT], package.parts[TYPE] = written(relations), written(types)
