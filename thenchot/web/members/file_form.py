"""The form *Sửa họ tên, số* as it was opened or sent: its boxes, what does not fit, old beside new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.days import parse_day, spoken
from thenchot.ledger.vietnamese import clean
from thenchot.rooms.people.error_events import PaperKind
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.events import Why
from thenchot.rooms.people.file_parts import NUMBERED, NotAPart, NotTheMonth, Part, held, value
from thenchot.rooms.people.words import CODES
from thenchot.sealed.persons import PersonFile, number
from thenchot.surface import file_changes
from thenchot.surface.file_changes import Paper
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
TOKEN, VERSION, SEEN, REPORT = "ma-bieu", "lan", "da-xem", "muc"
LONGEST, NUMBER_ALONE = 120, 9

WRONG = {
    Part.NAME: _("Họ tên gồm chữ cái, viết đủ dấu; không có chữ số, dấu phẩy."),
    Part.OTHER_NAME: _("Tên khác gồm chữ cái, viết đủ dấu; không có chữ số, dấu phẩy."),
    Part.BORN_ON: _("Ngày sinh ghi như 12/8/1979; chỉ biết tháng thì 8/1979, chỉ biết năm thì 1979."),
    Part.PERSONAL_NUMBER: _("Số định danh cá nhân phải có đúng 12 chữ số."),
    Part.CARD_NUMBER: _("Số thẻ đảng viên chỉ gồm chữ số, từ 6 đến 12 chữ số."),
    Part.PHONE: _(
        "Số điện thoại bắt đầu bằng số 0, từ 8 đến 12 chữ số; nhiều số thì cách nhau bằng dấu phẩy."
    ),
}
MONTH = _(
    "Trong sổ ghi sinh {birth}; ngày sinh phải nằm trong tháng, năm ấy. Nếu sổ ghi sai, đề nghị đồng chí"
    " đính chính bản ghi Vào sổ trước."
)
NO_PAPER = _("Đề nghị đồng chí chọn giấy tờ làm căn cứ.")
NO_DAY = _("Đề nghị đồng chí ghi ngày của giấy tờ, như 12/8/2026, không sau hôm nay.")
NO_NUMBER = _("Đề nghị đồng chí ghi số của giấy tờ.")
LONG_NUMBER = _("Ô số giấy tờ không ghi số định danh. Căn cước và thẻ đảng viên thì chọn đúng loại giấy tờ.")
NO_WHY = _("Đề nghị đồng chí chọn lý do.")


@dataclass
class FileForm:
    """What was typed, judged against the file. `numbers`: this account may change numbers too."""

    here: Here
    file: PersonFile
    said: Mapping[str, str]
    numbers: bool
    birth: str | None  # as the book counts it
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> list[Part]:
        return [part for part in Part if self.numbers or part not in NUMBERED]

    @cached_property
    def wanted(self) -> dict[Part, str]:
        """What differs from the file; an empty box leaves what is there."""
        found = {}
        for part in self.parts:
            if text := clean(self.said.get(BOXES[part], ""))[:LONGEST]:
                try:
                    found[part] = value(part, text, birth=self.birth)
                except NotTheMonth as other:
                    self.errors[BOXES[part]] = str(MONTH).format(birth=spoken(parse_day(other.args[0])))
                except NotAPart:
                    self.errors[BOXES[part]] = str(WRONG[part])
        return file_changes.differing(self.file, found)

    @cached_property
    def paper(self) -> Paper:
        """The paper; a phone number alone needs none."""
        kind, text = self.said.get(KIND, ""), clean(self.said.get(NUMBER, ""))[:LONGEST]
        if kind not in set(PaperKind):
            if set(self.wanted) - {Part.PHONE}:
                self.errors[KIND] = str(NO_PAPER)
            return Paper()
        chosen = PaperKind(kind)
        paper = Paper(chosen, text, self._day())
        if chosen is not PaperKind.PARTY_RECORD:  # the dossier itself has neither number nor day
            if paper.day is None:
                self.errors[DAY] = str(NO_DAY)
            if not text:
                self.errors[NUMBER] = str(NO_NUMBER)
        if chosen not in file_changes.OF_THE_PERSON and _long(text):
            self.errors[NUMBER] = str(LONG_NUMBER)
        return paper

    def _day(self) -> Any:
        text = clean(self.said.get(DAY, ""))
        if not text:
            return None
        try:
            found = parse_day("-".join(reversed([part.zfill(2) for part in text.split("/")])))
        except ValueError:
            found = None
        if found is None or text.count("/") != 2 or found > self.here.today:
            self.errors[DAY] = str(NO_DAY)
            return None
        return found

    @property
    def why(self) -> Why | None:
        chosen = self.said.get(WHY, "")
        if chosen not in set(Why):
            self.errors[WHY] = str(NO_WHY)
            return None
        return Why(chosen)

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


def opened(file: PersonFile, report: Part | None, proposed: str) -> dict[str, str]:
    """What stands in a form that was just opened: the names, and what a member says is right."""
    said = {BOXES[part]: file_changes.said(part, held(file, part)) for part in Part if part not in NUMBERED}
    said = {name: "" if text == "–" else text for name, text in said.items()}
    if report is not None and proposed:
        said[BOXES[report]] = file_changes.said(report, proposed)
    return said


def _long(text: str) -> bool:
    """So many digits that it is somebody's number, not a paper's."""
    return len(number(text)) >= NUMBER_ALONE and number(text).isdigit()
