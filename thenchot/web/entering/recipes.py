"""Forms that write many acts at once: an organisation ends, cells are merged into one, a cell is split."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thenchot.exchange.layouts import Column, Label
from thenchot.ledger.kinds import IDS, ORGANISATION, Act, Field
from thenchot.rooms.organisations.events import Ended, Ending, Founded, Moved, OrganisationType
from thenchot.rooms.organisations.reading import organisation_on
from thenchot.rooms.reorganising import Decision, end_organisation

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
    def roots(self) -> list[int]:
        """The organisations whose children change: the one above."""
        assert self.about is not None
        known = organisation_on(self.about, as_of=self.here.today)
        return [known.parent if known is not None and known.parent is not None else self.about]

    @property
    def typed(self) -> list[str]:
        """Everything chosen, so that what is saved is what was shown."""
        return [f"{box.name}={self.said.get(box.name, '')}" for box in self.boxes] + sorted(self.ticked)

    @property
    def ticked(self) -> list[str]:
        return [name for name, value in self.said.items() if value == "1" and name.startswith(TICK)]

    def chosen_of(self, hits: list[Hit]) -> list[int]:
        return [hit.id for hit in hits if f"{TICK}{hit.id}" in self.ticked]

    def founded(self, parent: int | None, like: int) -> tuple[Founded, dict[int, str]]:
        """A new cell like one that was, and its name."""
        mint, values, by = self.here.desk.mint, self.filled.values, self.decision_paper
        known = organisation_on(like, as_of=by.on)
        sort = known.type if known is not None else OrganisationType.CELL  # rules refuse it
        note, one = mint.id(), mint.id()
        act = Founded(
            about=one, effective_on=by.on, organisation=one, signed_on=by.signed_on, paper=by.paper,
            code=values["new_code"], type=sort, sector=known.sector if known else None,
            parent=parent or (known.parent if known else None), name=note,
        )  # fmt: skip
        return act, {note: values["new_name"]}


TICK = "chon."


class Finishing(Recipe):
    """Giải thể, sáp nhập, chia: an organisation ends; whoever stands under it goes somewhere."""

    @cached_property
    def boxes(self) -> list[Box]:
        found = list(self.own.values())
        found.append(place("children_to", _("Tổ chức trực thuộc chuyển về")))
        return [*found, place("members_to", _("Đảng viên chuyển về"))]

    def composed(self) -> Composed:
        values = self.filled.values
        acts = end_organisation(
            values["about"], values["heir"], self.decision_paper, how=Ending(values["how"]),
            members_to=values.get("members_to"), children_to=values.get("children_to"),
        )  # fmt: skip
        return Composed(acts)


class Reassigning(Recipe):
    """Chuyển về cấp trên khác: one act, shown as the two trees it changes."""

    @cached_property
    def boxes(self) -> list[Box]:
        return fields.boxes(Moved, newcomer=False, paper_needed=True)

    def composed(self) -> Composed:
        values, by = self.filled.values, self.decision_paper
        one = values["about"]
        act = Moved(
            about=one, effective_on=by.on, organisation=one, signed_on=by.signed_on, paper=by.paper,
            parent=values["parent"],
        )  # fmt: skip
        return Composed([act])

    @property
    def roots(self) -> list[int]:
        return list(dict.fromkeys([*super().roots, self.filled.values["parent"]]))


def place(name: str, label: Promise | str) -> Box:
    column = Column(Field(name, IDS[ORGANISATION], True), Label(str(label)))
    return Box(column, CHOSEN, "matter", str(label), False)
