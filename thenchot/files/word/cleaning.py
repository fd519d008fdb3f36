"""A Word document made fit to be kept: changes accepted, hidden text, comments, fields that fetch taken out.

For the worker. What stands on the page stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .comments import written
from .markup import CHANGES, FETCHING, NESTED
from .parts import Element, Style, WordParts, child, local, on, parse, value
from .trees import complex_fields, drop, found, join_next, unwrap

GONE, KEPT = {"del", "moveFrom"}, {"ins", "moveTo"}
CHANGED = {name for name in CHANGES if name.endswith("Change")}
RANGES = {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
REMARKS = {"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"}
# Relations whose parts hold comments and those who wrote them.
OF_COMMENTS = {"comments", "commentsextended", "commentsids", "commentsextensible", "people"}
OUTSIDE_PARTS = {"attachedTemplate", "mailMerge", "trackRevisions", "revisionView"}
DRAWN = ("drawing", "pict", "object", "AlternateContent")
PICTURED = ("imagedata", "fill", "stroke")


class Cleaning:
    """One document; `parts` are those that change, `without` those that go, `removed` how often what went."""

    def __init__(self, package: WordParts) -> None:
        self.package, self.styles = package, package.styles()
        self.parts: dict[str, bytes] = {}
        self.without: list[str] = []
        self.removed = Counter[str]()
        for name in package.data:
            if name.lower().startswith("word/") and name.endswith(".xml"):
                self.story(name)
        for name in package.data:
            if name.endswith(".rels"):
                self.links(name)

    def story(self, name: str) -> None:
        root = parse(self.package.data[name])
        before = written(root)
        self.changes(root)
        self.hidden(root)
        self.remarks(root)
        self.fields(root)
        self.outside(root, name)
        if (after := written(root)) != before:
            self.parts[name] = after

    def changes(self, root: Element) -> None:
        """Every change accepted."""
        for one in found(root, {"trPr", "tcPr"}):
            if child(one, "del") is not None or child(one, "cellDel") is not None:
                self.count("tracked", drop(one.getparent()))
        for one in found(root, GONE | CHANGED | RANGES | {"cellIns", "cellMerge", "numberingChange"}):
            if local(one.getparent()) == "rPr" and local(one) in GONE:
                join_next(next((up for up in one.iterancestors() if local(up) == "p"), one))
            self.count("tracked", drop(one))
        for one in found(root, KEPT):
            self.count("tracked", unwrap(one))

    def hidden(self, root: Element) -> None:
        """Runs that nobody sees; a style that hides is looked up."""
        for run in found(root, {"r"}):
            properties = child(run, "rPr")
            own = child(properties, "vanish")
            styled = child(properties, "rStyle")
            paragraph = next((up for up in run.iterancestors() if local(up) == "p"), None)
            around = child(paragraph, "pPr", "pStyle")
            by_style = any(
                one is not None and self.styles.get(value(one), Style()).hidden for one in (styled, around)
            )
            if on(own) if own is not None else by_style:
                self.count("hidden_text", drop(run))

    def remarks(self, root: Element) -> None:
        if local(root) == "comments":
            self.removed["comments"] += sum(local(one) == "comment" for one in root)
        for one in found(root, REMARKS):
            run = one.getparent()
            drop(one)
            if local(run) == "r" and all(local(left) == "rPr" for left in run):
                drop(run)

    def fields(self, root: Element) -> None:
        """A field that fetches leaves its result as plain text."""
        for one in found(root, {"fldSimple"}):
            if fetching(value(one, "instr")):
                self.count("field", unwrap(one))
        for marks, code in complex_fields(root):
            if fetching(code):
                self.removed["field"] += 1
                for mark in marks:
                    drop(mark)

    def outside(self, root: Element, name: str) -> None:
        for one in found(root, OUTSIDE_PARTS):
            kind = "template" if local(one) == "attachedTemplate" else "external_link"
            self.count("tracked" if local(one) in ("trackRevisions", "revisionView") else kind, drop(one))
        gone = set(self.leading_out(f"{name.rpartition('/')[0]}/_rels/{name.rpartition('/')[2]}.rels"))
        for one in list(root.iter()):
            keys = {v for k, v in one.attrib.items() if "relationships" in k} if local(one) else set()
            fetched = local(one) in PICTURED and (value(one, "src") or value(one, "href"))
            if keys & gone or fetched:
                drawn = [up for up in one.iterancestors() if local(up) in DRAWN]
                done = drop(drawn[-1] if drawn else one)
                self.count("external_link", bool(fetched) and done)  # relations are counted where they are

    def leading_out(self, name: str) -> Iterator[str]:
        """Ids of the relations that lead outside, hyperlinks excepted."""
        for link in parse(self.package.data[name]) if name in self.package.data else ():
            kind = value(link, "Type").rpartition("/")[2].lower()
            if kind != "hyperlink" and value(link, "TargetMode").lower() == "external":
                yield value(link, "Id")

    def links(self, name: str) -> None:
        """Relations that lead outside or to comments go, and the comments with them."""
        root = parse(self.package.data[name])
        gone = set(self.leading_out(name))
        folder = name.rpartition("_rels/")[0]
        for link in list(root):
            kind, target = value(link, "Type").rpartition("/")[2].lower(), value(link, "Target")
            if kind in OF_COMMENTS:
                self.without.append(target[1:] if target.startswith("/") else folder + target)
            elif value(link, "Id") not in gone:
                continue
            else:
                self.removed["template" if kind == "attachedtemplate" else "external_link"] += 1
            root.remove(link)
            self.parts[name] = written(root)
        if self.without:
            self.types()

    def types(self) -> None:
        name = "[Content_Types].xml"
        root = parse(self.parts.get(name, self.package.data[name]))
        for one in list(root):
            if value(one, "PartName").removeprefix("/") in self.without:
                root.remove(one)
        self.parts[name] = written(root)
        for gone in self.without:
            self.parts.pop(gone, None)

    def count(self, code: str, done: bool) -> None:
        self.removed[code] += done


def fetching(code: str) -> bool:
    """Whether this code is to go; the same question as the door's."""
    words = code.split()
    return bool(words) and (words[0].split('"')[0].split("\\")[0].upper() in FETCHING or NESTED in words[0])
