"""Forms that write many acts at once: an organisation ends, cells are merged into one, a cell is split."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thenchot.exchange.layouts import TEXT, Column, Label
from thenchot.ledger import reading
from thenchot.ledger.kinds import CODE, IDS, ORGANISATION, Act, Field
from thenchot.rooms.organisations.events import Ended, Ending, Founded
from thenchot.rooms.organisations.reading import CELLS, organisation_on, tree_on, types_on
from thenchot.rooms.reorganising import Decision, end_organisation, merge_cells, split_cell
from thenchot.surface.subjects import names_of

from . import fields
from .choosing import Hit
from .fields import CHOSEN, Box
from .form import Form

MANY = "many"  # a box of things to tick


@dataclass
class Composed:
    """The acts in the order of the story, and the names they bring."""

    acts: list[Act]
    notes: dict[int, str] = field(default_factory=dict)


@dataclass
class Recipe(Form):
    """A form whose boxes are those of an ending without its own words, and some more."""

    title: Any = ""

    @property
    def label(self) -> str:
        return str(self.title)

    @cached_property
    def own(self) -> dict[str, Box]:
        """The boxes of a decision that ends an organisation, by name."""
        return {box.name: box for box in fields.boxes(Ended, newcomer=False, paper_needed=True)}

    @property
    def decision_paper(self) -> Decision:
        values = self.filled.values
        return Decision(values["effective_on"], values["signed_on"], values["paper"])

    def composed(self) -> Composed:
        """What is written; only of a form whose boxes are filled."""
        raise NotImplementedError

    @property
    def typed(self) -> list[str]:
        """Everything chosen, so that what is saved is what was shown."""
        return [f"{box.name}={self.said.get(box.name, '')}" for box in self.boxes] + sorted(self.ticked)

    @property
    def ticked(self) -> list[str]:
        return [name for name, value in self.said.items() if value == "1" and name.startswith(TICK)]

    def chosen_of(self, hits: list[Hit]) -> list[int]:
        return [hit.id for hit in hits if f"{TICK}{hit.id}" in self.ticked]

    def _founded(self, parent: int | None, like: int) -> tuple[Founded, dict[int, str]]:
        """A new cell like one that was, and its name."""
        mint, values, by = self.here.desk.mint, self.filled.values, self.decision_paper
        known = organisation_on(like, as_of=by.on)
        assert known is not None
        note, one = mint.id(), mint.id()
        act = Founded(
            about=one, effective_on=by.on, organisation=one, signed_on=by.signed_on, paper=by.paper,
            code=values["new_code"], type=known.type, sector=known.sector, parent=parent or known.parent,
            name=note,
        )  # fmt: skip
        return act, {note: values["new_name"]}


TICK = "chon."


class Finishing(Recipe):
    """Giải thể, sáp nhập, chia: an organisation ends; whoever stands under it goes somewhere."""

    @cached_property
    def boxes(self) -> list[Box]:
        found = list(self.own.values())
        found.append(_place("children_to", _("Tổ chức trực thuộc chuyển về")))
        return [*found, _place("members_to", _("Đảng viên chuyển về"))]

    def composed(self) -> Composed:
        values = self.filled.values
        acts = end_organisation(
            values["about"], values["heir"], self.decision_paper, how=Ending(values["how"]),
            members_to=values.get("members_to"), children_to=values.get("children_to"),
        )  # fmt: skip
        return Composed(acts)


class Merging(Recipe):
    """Nhập: cells of one committee end and their members go into one of them, or into a new one."""

    @cached_property
    def boxes(self) -> list[Box]:
        own = [self.own[name] for name in ("about", "effective_on", "paper", "signed_on")]
        own[0].label = str(_("Đảng bộ"))
        into = _place("into", _("Nhập vào chi bộ"))
        return [*own, into, *_new_cell()]

    @cached_property
    def hits(self) -> list[Hit]:
        """The cells directly under the committee."""
        return cells_under(self.about, self.here.today) if self.about is not None else []

    def composed(self) -> Composed:
        values, chosen = self.filled.values, self.chosen_of(self.hits)
        if into := values.get("into"):
            return Composed(merge_cells([one for one in chosen if one != into], into, self.decision_paper))
        founded, notes = self._founded(values["about"], chosen[0])
        return Composed(merge_cells(chosen, founded.about, self.decision_paper, founded=founded), notes)

    def wrong(self) -> dict[str, str]:
        """What is missing beyond single boxes."""
        values = self.filled.values
        found: dict[str, str] = {}
        if len(set(self.chosen_of(self.hits)) | {values.get("into")} - {None}) < 2:
            found[MANY] = str(TWO_CELLS)
        return found | _new_or_known(values, "into")


class Splitting(Recipe):
    """Tách: a new cell is founded and the members chosen go there."""

    @cached_property
    def boxes(self) -> list[Box]:
        own = [self.own[name] for name in ("about", "effective_on", "paper", "signed_on")]
        own[0].label = str(_("Chi bộ được tách"))
        return [*own, *_new_cell(required=True)]

    @cached_property
    def hits(self) -> list[Hit]:
        """The members of the cell today, by name."""
        if self.about is None:
            return []
        members = reading.holding("cell", str(self.about), as_of=self.here.today)
        found = self.here.desk.names(members, organisation=self.about, **self.here.who)
        return [Hit(person, name) for person, name in found.items()]

    def composed(self) -> Composed:
        values = self.filled.values
        founded, notes = self._founded(None, values["about"])
        members = dict.fromkeys(self.chosen_of(self.hits), founded.about)
        return Composed(split_cell([founded], members, self.decision_paper), notes)

    def wrong(self) -> dict[str, str]:
        return {} if self.chosen_of(self.hits) else {MANY: str(NOBODY_CHOSEN)}


TWO_CELLS = _("Chọn ít nhất hai chi bộ, hoặc một chi bộ và nơi nhập vào.")
NOBODY_CHOSEN = _("Chọn ít nhất một đảng viên chuyển sang chi bộ mới.")
NEW_OR_KNOWN = _("Chọn chi bộ nhập vào, hoặc ghi tên và mã của chi bộ mới.")


def cells_under(organisation: int, on: Any) -> list[Hit]:
    """The cells directly under an organisation."""
    types = types_on(as_of=on)
    found = [
        one for one, parent in tree_on(as_of=on).items() if parent == organisation and types[one] in CELLS
    ]
    names = names_of(found)
    return sorted((Hit(one, names[one]) for one in found), key=lambda hit: hit.label)


def _place(name: str, label: Promise | str) -> Box:
    column = Column(Field(name, IDS[ORGANISATION], True), Label(str(label)))
    return Box(column, CHOSEN, "matter", str(label), False)


def _new_cell(*, required: bool = False) -> list[Box]:
    listed = (("new_name", TEXT, _("Tên chi bộ mới")), ("new_code", CODE, _("Mã chi bộ mới")))
    return [
        Box(
            Column(Field(name, kind, not required), Label(str(label))),
            fields.TEXT,
            "matter",
            str(label),
            required,
        )
        for name, kind, label in listed
    ]


def _new_or_known(values: dict[str, Any], known: str) -> dict[str, str]:
    new = [values.get("new_name"), values.get("new_code")]
    good = all(new) if not values.get(known) else not any(new)
    return {} if good else {known: str(NEW_OR_KNOWN)}
