"""A .docx as its parts: what is not touched goes out byte for byte as it came in. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from .names import PACKAGE, TYPES, Element, parse, w, written

TYPE, ROOT = "[Content_Types].xml", "_rels/.rels"
SIZE = 60 * 1024 * 1024  # unpacked; the door has counted it before
DAY = (1980, 1, 1, 0, 0, 0)


class NotWord(ValueError):
    """No Word document, or one that is broken."""


@dataclass
class Package:
    """Parts by name in their order. `document` is the main part, read; `bytes` writes it back."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> Package:
        """NotWord."""
        try:
            with ZipFile(BytesIO(data)) as file:
                if sum(one.file_size for one in file.infolist()) > SIZE:
                    raise NotWord("size")
                found = cls({one.filename: file.read(one) for one in file.infolist() if not one.is_dir()})
            if found.body is None:
                raise NotWord("body")
        except (BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, OSError, EOFError) as no:
            raise NotWord(type(no).__name__) from None
        return found

    @cached_property
    def document(self) -> Element:
        return parse(self.parts[self.main])

    @cached_property
    def main(self) -> str:
        """The name of the main part: most often `word/document.xml`."""
        for one in parse(self.parts[ROOT]).iter(f"{{{PACKAGE}}}Relationship"):
            if one.get("Type", "").endswith("/officeDocument"):
                return str(one.get("Target", "")).lstrip("/")
        raise KeyError(ROOT)

    @property
    def styles(self) -> Element | None:
        """The styles, where the file has any."""
        name = f"{self.main.rpartition('/')[0]}/styles.xml"
        return parse(self.parts[name]) if name in self.parts else None

    @property
    def body(self) -> Element:
        return self.document.find(w("body"))

    def bytes(self) -> bytes:
        """The file; the same parts give the same bytes."""
        if "document" in self.__dict__:
            self.parts[self.main] = written(self.document)
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as file:
            for name, content in self.parts.items():
                one = ZipInfo(name, DAY)
                one.compress_type = ZIP_DEFLATED
                file.writestr(one, content)
        return out.getvalue()

    def drop(self, name: str) -> None:
        """Take a part out, with what leads to it."""
        if self.parts.pop(name, None) is None:
            return
        folder, _slash, last = name.rpartition("/")
        self.parts.pop(f"{folder}/_rels/{last}.rels", None)
        for part in [one for one in self.parts if one.endswith(".rels")]:
            self._edit(part, f"{{{PACKAGE}}}Relationship", "Target", _targets(part, name))
        self._edit(TYPE, f"{{{TYPES}}}Override", "PartName", {f"/{name}"})

    def _edit(self, part: str, tag: str, key: str, values: set[str]) -> None:
        root = parse(self.parts[part])
        found = [one for one in root.iter(tag) if one.get(key) in values]
        for one in found:
            root.remove(one)
        if found:
            self.parts[part] = written(root)


def _targets(part: str, name: str) -> set[str]:
    """How a relations part may name another part: from the root, or from its own folder."""
    folder = part.rpartition("_rels/")[0]
    found = {f"/{name}"}
    if name.startswith(folder):
        found.add(name.removeprefix(folder))
    elif folder:
        found.add("../" * folder.count("/") + name)
    return found
