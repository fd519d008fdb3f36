"""Căn cứ: the source of a value in words, and loading one, for commands and pages alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from thenchot.access import two_persons
from thenchot.access.actions import Action
from thenchot.access.desk import Desk, NotAllowed, Outcome
from thenchot.law.events import ValueLoaded
from thenchot.law.reading import misfit
from thenchot.law.recording import Recorded
from thenchot.law.values import Grade, LawBook, Value
from thenchot.law.words import citation
from thenchot.ledger import reading
from thenchot.ledger.writing import Draft
from thenchot.sealed import store
from thenchot.sealed.labels import labels
from thenchot.sealed.randomness import System
from thenchot.sealed.tables import ALIAS

from .together import book_held, token_id
from .troubles import NOT_READ, Stop

MISFIT: dict[str, Any] = {
    "scope": _("Phạm vi phải là centre, province:MÃ hoặc commune:MÃ."),
    "unit": _("Khóa này đã có đơn vị khác; đơn vị của một khóa không đổi."),
    "value": _(
        "Giá trị không đúng đơn vị: số nguyên; phân số như 2:3 hoặc above:1:2; danh sách như 30:40:45."
    ),
}
NO_SOURCE = _("Đề nghị ghi căn cứ: văn bản, ngày, điểm.")


def sources(values: Iterable[Value]) -> dict[tuple[Any, ...], str]:
    """The source of each value by its place: of one loaded here the sealed note, else the citation."""
    listed = list(values)
    notes = labels({one.note for one in listed if one.note is not None and one.source is None})
    return {one.place: _source(one, notes) for one in listed}


def load(desk: Desk, act: ValueLoaded, source: str, law: LawBook, *, by: int, at: datetime) -> Outcome:
    """Load one value, its source sealed; *đã đối chiếu* waits for the second person. Sent twice it is one.

    Stop for what does not fit, NotAllowed, Refused.
    """
    if field := misfit(act, law):
        raise Stop(str(MISFIT[field]), code=NOT_READ)
    if not source.strip():
        raise Stop(str(NO_SOURCE), code=NOT_READ)
    action = Action.LOAD_VALUE_READ if act.grade is Grade.READ else Action.LOAD_VALUE
    if (decision := desk.may(action, by=by, at=at)).refused:
        raise NotAllowed({0: decision})
    said = (act.key, act.scope, act.effective_on.isoformat(), act.value or "", act.grade, source.strip())
    act_set = token_id("law", *map(str, said), str(by), f"{at:%Y-%m-%d}")
    with book_held(), transaction.atomic(using=ALIAS):
        if there := _sent(act_set, by, at):
            return there
        (note,) = store.put_notes([source.strip()], at=at, randomness=System())
        return desk.record([Draft(replace(act, source=note), act_set)], by=by, at=at)


def _sent(act_set: int, by: int, at: datetime) -> Outcome | None:
    """What the same button wrote, or asked for, a moment before."""
    if stored := reading.of_act_sets([act_set]):
        return Outcome(Recorded(stored, again=True))
    waiting = [
        asked for asked in two_persons.asked_by(by, at) if any(d.act_set == act_set for d in asked.drafts)
    ]
    return Outcome(waiting=waiting) if waiting else None


def _source(value: Value, notes: Mapping[int, str]) -> str:
    if value.source is None and value.note is not None:
        return notes.get(value.note) or citation(value)
    said = citation(value)
    return said.partition(" (")[0] if value.grade is Grade.UNVERIFIED else said
