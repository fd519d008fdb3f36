"""Page numbers as Party papers have them: from the second page, in the middle of the top, 13 pt. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from .names import OFFICE, PACKAGE, TYPES, Element, made, parse, w, written
from .package import TYPE, Package

HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
SIZE = "26"  # half points
FONT = "Times New Roman"
REFERENCE, ID, KIND = w("headerReference"), f"{{{OFFICE}}}id", w("type")
# What may stand behind titlePg in the properties of a section.
BEHIND = {w(name) for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")}


def number_pages(package: Package) -> bool:
    """Numbers for a file that has none, its own heads kept; False where its pages are numbered already."""
    if any(_has_number(root) for root in _edges(package)):
        return False
    parts = list(package.body.iter(w("sectPr"))) or [_section(package.body)]
    numbered: dict[str, str] = {}
    for place, part in enumerate(parts):
        own = _reference(part, "default")
        if own is None and place:
            continue  # takes the head of the section before it
        before = own.get(ID) if own is not None else ""
        if before not in numbered:
            numbered[before] = _numbered(package, before)
        if before and _reference(part, "first") is None:
            part.insert(0, _leads("first", before))
        for kind in ("default", "even") if _even(package) else ("default",):
            _put(part, kind, numbered[before])
    _first_apart(parts[0])
    return True


def _edges(package: Package) -> Iterator[Element]:
    """Every header and footer of the file."""
    folder = package.main.rpartition("/")[0]
    for name in package.parts:
        if name.startswith((f"{folder}/header", f"{folder}/footer")) and name.endswith(".xml"):
            yield parse(package.parts[name])


def _has_number(root: Element) -> bool:
    said = [one.text or "" for one in root.iter(w("instrText"))]
    said += [one.get(w("instr"), "") for one in root.iter(w("fldSimple"))]
    return any(text.split()[:1] == ["PAGE"] for text in said)


def _numbered(package: Package, before: str) -> str:
    """A header with the number, over what the header `before` says; the id that leads to it."""
    folder, _slash, main = package.main.rpartition("/")
    relations = f"{folder}/_rels/{main}.rels"
    tree = parse(package.parts[relations])
    name = f"headerPages{sum(one.startswith(f'{folder}/headerPages') for one in package.parts) + 1}"
    root = made("hdr")
    if before and (old := _part(tree, folder, before)) in package.parts:
        root = parse(package.parts[old])
        if (links := f"{folder}/_rels/{old.rpartition('/')[2]}.rels") in package.parts:
            package.parts[f"{folder}/_rels/{name}.xml.rels"] = package.parts[links]
    root.insert(0, _number())
    package.parts[f"{folder}/{name}.xml"] = written(root)
    one = tree.makeelement(f"{{{PACKAGE}}}Relationship", {})
    for key, value in (("Id", f"rId{name}"), ("Type", f"{OFFICE}/header"), ("Target", f"{name}.xml")):
        one.set(key, value)
    tree.append(one)
    package.parts[relations] = written(tree)
    types = parse(package.parts[TYPE])
    kind = types.makeelement(f"{{{TYPES}}}Override", {})
    kind.set("PartName", f"/{folder}/{name}.xml")
    kind.set("ContentType", HEADER)
    types.append(kind)
    package.parts[TYPE] = written(types)
    return f"rId{name}"


def _part(relations: Element, folder: str, identity: str) -> str:
    found = (one.get("Target", "") for one in relations if one.get("Id") == identity)
    target = next(found, "")
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"


def _number() -> Element:
    """A line in the middle that says which page it is on."""
    look = [made("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT), made("sz", val=SIZE), made("szCs", val=SIZE)]
    said = made("instrText")
    said.text = "PAGE"
    inside = [made("fldChar", fldCharType="begin"), said, made("fldChar", fldCharType="end")]
    runs = [made("r", made("rPr", *deepcopy(look)), one) for one in inside]
    return made("p", made("pPr", made("jc", val="center")), *runs)


def _reference(part: Element, kind: str) -> Element | None:
    return next((one for one in part.iter(REFERENCE) if one.get(KIND, "default") == kind), None)


def _put(part: Element, kind: str, identity: str) -> None:
    if (old := _reference(part, kind)) is not None:
        part.remove(old)
    part.insert(0, _leads(kind, identity))


def _leads(kind: str, identity: str) -> Element:
    one = made("headerReference", type=kind)
    one.set(ID, identity)
    return one


def _first_apart(part: Element) -> None:
    """The first page without a number."""
    if (there := part.find(w("titlePg"))) is not None:
        part.remove(there)
    after = next((one for one in part if one.tag in BEHIND), None)
    if after is None:
        part.append(made("titlePg"))
    else:
        after.addprevious(made("titlePg"))


def _even(package: Package) -> bool:
    """Whether even pages have heads of their own."""
    folder = package.main.rpartition("/")[0]
    settings = package.parts.get(f"{folder}/settings.xml")
    return settings is not None and parse(settings).find(w("evenAndOddHeaders")) is not None


def _section(body: Element) -> Element:
    """The properties of a file that has none: an A4 page."""
    part = made("sectPr", made("pgSz", w="11906", h="16838"), made("pgMar", header="510", footer="510"))
    body.append(part)
    return part
