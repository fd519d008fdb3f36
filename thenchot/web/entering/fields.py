"""What a form has for each field of a kind: the sort of box, its label, its closed list, its group."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from thenchot.exchange.layouts import Column, is_code
from thenchot.law.versions import Value
from thenchot.law.world import law_in_book
from thenchot.ledger.kinds import BODY, MONTH, ORGANISATION, PERSON, PLACE, Act
from thenchot.rooms.membership.words import GROUNDS
from thenchot.surface.differences import label, name_of_code
from thenchot.surface.kinds import columns

DAY, PARTIAL, MONTH_OF, RADIO, SELECT, TEXT, CHOSEN = (
    "day", "partial", "month", "radio", "select", "text", "chosen",
)  # fmt: skip
# Days of long ago, of which some are known only by month or year.
OF_LONG_AGO = {"born", "joined_on", "official_on", "party_since"}
MOST_RADIOS = 4
BADGES = "badge.years"

ABOUT = {
    PERSON: _("Đảng viên"),
    ORGANISATION: _("Tổ chức đảng"),
    BODY: _("Cơ quan, đơn vị"),
    PLACE: _("Địa bàn"),
}
GROUPS = {
    "about": _("Về tổ chức nào"),
    "person": _("Người"),
    "matter": _("Việc"),
    "paper": _("Văn bản"),
    "days": _("Ngày"),
}
ABOUT_SOMEBODY = _("Về ai")
GROUP_OF = {
    "paper": "paper", "signed_on": "paper", "signer": "paper", "decided_on": "paper", "resolved_on": "paper",
    "effective_on": "days", "until": "days", "joined_on": "days", "official_on": "days",
    "party_since": "days", "organisation": "about", "about": "about",
}  # fmt: skip
PAPER = ("paper", "signed_on", "signer")
# Of somebody new, said to be no unless changed.
ANSWERED = {"youth_union": "no", "business_owner": "no"}
HINTS = {
    "paper": _("Ví dụ 12-QĐ/ĐU"),
    "personal_number": _("12 chữ số"),
    "term": _("Ví dụ 2025-2030"),
    "code": _("Chữ thường không dấu, số, dấu chấm; ví dụ tq.01.05"),
    "effective_on": _("Ngày việc này bắt đầu được tính"),
    "organisation": _("Để trống: chi bộ của đảng viên"),
}


@dataclass
class Box:
    """One field of a form as it is drawn."""

    column: Column
    sort: str
    group: str
    label: str
    required: bool
    options: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.column.name

    @property
    def subject(self) -> str | None:
        """Of which sort what is chosen must be; nothing for any."""
        return self.column.field.type.subject

    @property
    def aside(self) -> bool:
        """Seldom filled: it stands folded at the end of its group."""
        return self.name == "organisation" and not self.required

    @property
    def hint(self) -> str:
        return "" if self.name == "organisation" and self.required else str(HINTS.get(self.name, ""))


def boxes(act: type[Act], *, newcomer: bool, paper_needed: bool, signer: bool = False) -> list[Box]:
    """The boxes of a form in the order of its groups; with `signer` a paper names who signed it."""
    layout = columns(act, newcomer=newcomer, signer=signer)
    found = [_box(act, column, newcomer, paper_needed) for column in layout.columns]
    takes_in = newcomer and "cell" in {one.name for one in act.fields()}
    if act.subject == ORGANISATION or takes_in:  # it counts where it stands, where somebody new is taken in
        found = [box for box in found if box.name != "organisation"]
    order = list(GROUPS)
    return sorted(found, key=lambda box: (order.index(box.group), box.aside))


def needs_paper(act: type[Act]) -> bool:
    """What is decided about organisations rests on a decision with number and day."""
    return act.subject == ORGANISATION and not act.kind.endswith(("carried_over", "congress_held", "placed"))


def _box(act: type[Act], column: Column, newcomer: bool, paper_needed: bool) -> Box:
    options = _options(act, column)
    own = {one.name for one in act.fields()}
    group = GROUP_OF.get(column.name, "matter")
    if newcomer and group == "matter" and column.name not in own:
        group = "person"
    answered = newcomer and column.name in (*ANSWERED, "organisation")
    required = column.required or answered or (paper_needed and column.name in PAPER)
    said = str(ABOUT[act.subject]) if column.name == "about" else label(column)
    return Box(column, _sort(column, options), group, said, required, options)


def _sort(column: Column, options: list[tuple[str, str]]) -> str:
    kind = column.field.type
    if kind.name == "id":
        return CHOSEN
    if kind is MONTH:
        return MONTH_OF
    if kind.name == "day":
        return PARTIAL if column.name in OF_LONG_AGO else DAY
    if kind.name == "yes_no":
        return RADIO
    if options:
        return RADIO if len(options) <= MOST_RADIOS else SELECT
    return TEXT


def _options(act: type[Act], column: Column) -> list[tuple[str, str]]:
    if column.field.type.name == "yes_no":
        return [("yes", str(_("Có"))), ("no", str(_("Không")))]
    if is_code(column):
        return [(str(code), name_of_code(column, str(code))) for code in column.field.codes or ()]
    listed = LISTS.get((act.kind, column.name))
    return listed() if listed else []


def _grounds() -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in GROUNDS.items()]


def _badges() -> list[tuple[str, str]]:
    """The years of Party age for which the law has a badge; all it ever had, where it changed."""
    years = {year for value in law_in_book() if value.key == BADGES for year in _listed(value)}
    return [(str(year), str(year)) for year in sorted(years)]


def _listed(value: Value) -> tuple[int | str, ...]:
    return value.value if isinstance(value.value, tuple) else ()


LISTS = {
    ("membership.name_removed", "ground"): _grounds,
    ("membership.badge_awarded", "years"): _badges,
}
