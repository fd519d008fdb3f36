"""A Word document as a ZIP of parts: every part that is text is looked through and packed anew."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from io import BytesIO

from ..markup import ContentTypes, Relations, Scan
from ..profiles import LIST, Profile
from ..refusals import Refused
from ..sheets.archive import BROKEN, TYPES, Unpacking, left_out
from .markup import Plain, Story, Styles

MAIN = "wordprocessingml.document.main+xml"


def unpack(data: bytes, profile: Profile = LIST) -> tuple[bytes, str, Counter[str]]:
    """The document packed anew, the name of its main part, and how often what the profile tolerates occurs.

    Refused names the part or the paragraph.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return WordUnpacking(archive, len(data), profile).all()
    except BROKEN:
        raise Refused("broken") from None


class WordUnpacking(Unpacking):
    """One document on its way through the door."""

    def all(self) -> tuple[bytes, str, Counter[str]]:
        main = ""
        with zipfile.ZipFile(self.buffer, "w", zipfile.ZIP_STORED) as anew:
            if not {TYPES, "_rels/.rels"} <= self.parts.keys():
                raise Refused("not_word")
            types = self.look(TYPES, ContentTypes(TYPES, self.elements), anew)
            main = self.main_part(types, self.relations("_rels/.rels", anew))
            # Links first: what leads outside is named as that, not as the place where it is used.
            for name in sorted(self.parts, key=lambda one: not one.lower().endswith(".rels")):
                if name in anew.NameToInfo:
                    continue
                if left_out(name):
                    self.carry(name, anew)
                else:
                    self.look(name, self.scan_for(name), anew)
        return self.buffer.getvalue(), main, self.found

    def main_part(self, types: ContentTypes, links: Relations) -> str:
        """The part that holds the text, as the package and the list of types both say."""
        for target in links.targets.values():
            part = posixpath.normpath(target.removeprefix("/"))
            if types.kinds.get(part, "").endswith(MAIN) and part in self.parts:
                return part
        raise Refused("not_word")

    def scan_for(self, name: str) -> Scan:
        low = name.lower()
        if low.endswith(".rels"):
            return Relations(name, self.elements, self.profile)
        if not low.startswith("word/"):
            return Plain(name, self.elements, self.profile)
        styles = low.rpartition("/")[2] in ("styles.xml", "styleswitheffects.xml", "numbering.xml")
        return (Styles if styles else Story)(name, self.elements, self.profile)
