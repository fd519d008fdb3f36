"""The form *Sửa họ tên, số* as it was opened or sent: its boxes, what does not fit, old beside new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from thenchot.rooms.people.error_events import PaperKind
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.events import Why
from thenchot.rooms.people.file_parts import NUMBERED, Part, held
from thenchot.rooms.people.words import CODES
from thenchot.sealed.persons import PersonFile
from thenchot.surface import file_changes, file_typed
from thenchot.surface.file_changes import Paper
from thenchot.surface.file_typed import Typed
from thenchot.surface.numbers import NOT_KEPT

from ..here import Here

# What the boxes are called in what is sent.
BOXES = {
    Part.NAME: "ho-ten",
    Part.OTHER_NAME: "ten-khac",
    Part.BORN_ON: "ngay-sinh",
    Part.PERSONAL_NUMBER: "so-dinh-danh",
    Part.CARD_NUMBER: "so-the",
    Part.PHONE: "dien-thoai",
}
KIND, NUMBER, DAY, WHY = "giay-to", "so-giay", "ngay-giay", "ly-do"
TOKEN, VERSION, SEEN, REPORT, LINE = "ma-bieu", "lan", "da-xem", "muc", "doi-khop"
BESIDE = {file_typed.KIND: KIND, file_typed.NUMBER: NUMBER, file_typed.DAY: DAY, file_typed.WHY: WHY}


@dataclass
class FileForm:
    """What was typed, judged against the file. `numbers`: this account may change numbers too."""

    here: Here
    file: PersonFile
    said: Mapping[str, str]
    numbers: bool
    birth: str | None  # as the book counts it

    @property
    def parts(self) -> list[Part]:
        return [part for part in Part if self.numbers or part not in NUMBERED]

    @cached_property
    def typed(self) -> Typed:
        """The texts of the boxes, judged as they are on the command line."""
        return Typed(
            self.file,
            {part: self.said.get(BOXES[part], "") for part in self.parts},
            {name: self.said.get(box, "") for name, box in BESIDE.items()},
            self.birth,
            self.here.today,
        )

    @property
    def wanted(self) -> dict[Part, str]:
        return self.typed.wanted

    @property
    def paper(self) -> Paper:
        return self.typed.paper

    @property
    def why(self) -> Why | None:
        return self.typed.why

    @property
    def errors(self) -> dict[str, str]:
        """Sentences by box."""
        boxes = {str(part): box for part, box in BOXES.items()} | BESIDE
        return {boxes[name]: text for name, text in self.typed.errors.items()}

    @property
    def digest(self) -> str:
        """What was shown as changed; saving asks for the same."""
        said = "|".join(f"{part}={text}" for part, text in self.wanted.items())
        return sha256(f"{self.file.person}|{said}".encode()).hexdigest()[:16] if said else ""

    def drawn(self) -> dict[str, Any]:
        """For the page: boxes with what is in the file and what was typed, papers, reasons, old → new."""
        boxes = [self._box(part) for part in self.parts]
        return {
            "boxes": boxes,
            "papers": [(str(kind), label) for kind, label in ERROR_CODES[PaperKind].items()],
            "reasons": [(str(one), label) for one, label in CODES[Why].items()],
            "given": {"paper": self.said.get(KIND, ""), "number": self.said.get(NUMBER, ""),
                      "day": self.said.get(DAY, ""), "why": self.said.get(WHY, "")},
            "errors": {name.replace("-", "_"): text for name, text in self.errors.items()},
            "lines": file_changes.lines(self.file, self.wanted),
            "digest": self.digest,
        }  # fmt: skip

    def _box(self, part: Part) -> dict[str, Any]:
        name, typed = BOXES[part], self.said.get(BOXES[part], "")
        return {
            "name": name,
            "label": file_changes.label(part),
            "held": file_changes.shown(self.file, part) if held(self.file, part) else NOT_KEPT,
            "typed": typed,
            "error": self.errors.get(name, ""),
            "digits": part in NUMBERED or part is Part.BORN_ON,
        }


def opened(file: PersonFile, part: Part | None, proposed: str) -> dict[str, str]:
    """What stands in a form that was just opened: the names, and what a member or a list says is right."""
    said = {BOXES[part]: file_changes.said(part, held(file, part)) for part in Part if part not in NUMBERED}
    said = {name: "" if text == "–" else text for name, text in said.items()}
    if part is not None and proposed:
        said[BOXES[part]] = file_changes.said(part, proposed)
    return said
