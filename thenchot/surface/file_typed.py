"""What somebody typed to correct a sealed file, judged: each part, the paper, the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.days import parse_day, spoken
from thenchot.ledger.vietnamese import clean
from thenchot.rooms.people.error_events import PaperKind
from thenchot.rooms.people.events import Why
from thenchot.rooms.people.file_parts import OF_THE_PERSON, NotAPart, NotTheMonth, Part, value
from thenchot.sealed.persons import PersonFile, number

from .file_changes import Paper, differing

# What is typed beside the parts, as the act calls it.
KIND, NUMBER, DAY, WHY = "paper_kind", "paper", "signed_on", "why"
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
class Typed:
    """Texts by part, and by KIND, NUMBER, DAY, WHY; `birth` as the book counts it.

    `errors` holds sentences by the same names, once `wanted`, `paper` and `why` were read.
    """

    file: PersonFile
    parts: Mapping[Part, str]
    beside: Mapping[str, str]
    birth: str | None
    today: date
    errors: dict[str, str] = field(default_factory=dict)

    @cached_property
    def wanted(self) -> dict[Part, str]:
        """What differs from the file; an empty text leaves what is there."""
        found = {}
        for part, said in self.parts.items():
            if text := clean(said)[:LONGEST]:
                try:
                    found[part] = value(part, text, birth=self.birth)
                except NotTheMonth as other:
                    self.errors[part] = str(MONTH).format(birth=spoken(parse_day(other.args[0])))
                except NotAPart:
                    self.errors[part] = str(WRONG[part])
        return differing(self.file, found)

    @cached_property
    def paper(self) -> Paper:
        """The paper; a phone number alone needs none."""
        kind, text = self.beside.get(KIND, ""), clean(self.beside.get(NUMBER, ""))[:LONGEST]
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
        if chosen not in OF_THE_PERSON and _long(text):
            self.errors[NUMBER] = str(LONG_NUMBER)
        return paper

    @property
    def why(self) -> Why | None:
        chosen = self.beside.get(WHY, "")
        if chosen not in set(Why):
            self.errors[WHY] = str(NO_WHY)
            return None
        return Why(chosen)

    def _day(self) -> date | None:
        text = clean(self.beside.get(DAY, ""))
        if not text:
            return None
        try:
            found = parse_day("-".join(reversed([part.zfill(2) for part in text.split("/")])))
        except ValueError:
            found = None
        if not isinstance(found, date) or text.count("/") != 2 or found > self.today:
            self.errors[DAY] = str(NO_DAY)
            return None
        return found


def _long(text: str) -> bool:
    """So many digits that it is somebody's number, not a paper's."""
    return len(number(text)) >= NUMBER_ALONE and number(text).isdigit()
