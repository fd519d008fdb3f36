"""Forms that make other cells of cells: merged into one, or one split."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.exchange.layouts import TEXT, Column, Label
from thenchot.ledger import reading
from thenchot.ledger.kinds import CODE, Field
from thenchot.rooms.organisations.reading import CELLS, tree_on, types_on
from thenchot.rooms.reorganising import merge_cells, split_cell
from thenchot.surface.subjects import names_of

from . import fields
from .choosing import Hit
from .fields import Box
from .recipes import MANY, Composed, Recipe, place


class Merging(Recipe):
    """Nhập: cells of one committee end and their members go into one of them, or into a new one."""

    @cached_property
    def boxes(self) -> list[Box]:
        own = [self.own[name] for name in ("about", "effective_on", "paper", "signed_on")]
        own[0].label = str(_("Đảng bộ"))
        into = place("into", _("Nhập vào chi bộ"))
        return [*own, into, *_new_cell()]

    @cached_property
    def hits(self) -> list[Hit]:
        """The cells directly under the committee."""
        return cells_under(self.about, self.here.today) if self.about is not None else []

    def composed(self) -> Composed:
        values, chosen = self.filled.values, self.chosen_of(self.hits)
        if into := values.get("into"):
            return Composed(merge_cells([one for one in chosen if one != into], into, self.decision_paper))
        founded, notes = self.founded(values["about"], chosen[0])
        return Composed(merge_cells(chosen, founded.about, self.decision_paper, founded=founded), notes)

    @property
    def roots(self) -> list[int]:
        return [self.filled.values["about"]]

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
        founded, notes = self.founded(None, values["about"])
        members = dict.fromkeys(self.chosen_of(self.hits), founded.about)
        return Composed(split_cell([founded], members, self.decision_paper), notes)

    def wrong(self) -> dict[str, str]:
        return {} if self.chosen_of(self.hits) else {MANY: str(NOBODY_CHOSEN)}


TWO_CELLS = _("Chọn ít nhất hai chi bộ, hoặc một chi bộ và nơi nhập vào.")
NOBODY_CHOSEN = _("Chọn ít nhất một đảng viên chuyển sang chi bộ mới.")
NEW_OR_KNOWN = _("Chọn chi bộ nhập vào, hoặc ghi tên và mã của chi bộ mới.")


def cells_under(organisation: int, on: date) -> list[Hit]:
    """The cells directly under an organisation."""
    types = types_on(as_of=on)
    found = [
        one for one, parent in tree_on(as_of=on).items() if parent == organisation and types[one] in CELLS
    ]
    names = names_of(found)
    return sorted((Hit(one, names[one]) for one in found), key=lambda hit: hit.label)


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
