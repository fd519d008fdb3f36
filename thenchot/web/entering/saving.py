"""Saving once: the same opened form sent again writes nothing; what changed meanwhile is said first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thenchot.access.desk import Outcome
from thenchot.ledger import reading
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import NOTE, Act
from thenchot.sealed import store
from thenchot.surface import together
from thenchot.surface.kinds import begins, recorded

from .form import Form


class Stale(Exception):
    """Nothing was written: the story has grown since the form was opened; `entries` is by what."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__(*entries)
        self.entries = entries


class SentOtherwise(Exception):
    """Nothing was written now: this form was saved before with other contents; `entries` is what it wrote."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__(*entries)
        self.entries = entries


@dataclass
class Saved:
    """What was written or waits; `again` when it had been before."""

    outcome: Outcome
    entries: list[Entry]
    again: bool = False


def save(form: Form, write: Callable[[], Outcome] | None = None) -> Saved:
    """Write the form, or find that it was written. Stale, SentOtherwise, what `together.write` raises."""
    with together.book_held():
        if before := already(form.act_set):
            if write is None and not _same(form, before):
                raise SentOtherwise(before)
            return Saved(Outcome(), before, again=True)
        if news := form.news():
            raise Stale(news)
        outcome = write() if write else _written(form)
    return Saved(outcome, outcome.recorded.entries)


def already(act_set: int) -> list[Entry]:
    """What stands in the book under this act set, as it was recorded."""
    known = recorded()
    return [e for e in reading.of_act_sets([act_set]) if e.kind in known]


def _written(form: Form) -> Outcome:
    here = form.here
    return together.write(
        here.desk, [form.row()], by=here.by, at=here.at, act_set=form.act_set, on_paper=form.on_paper
    )


def _same(form: Form, before: list[Entry]) -> bool:
    """Whether what stands under the token says what the form says now."""
    row = form.row()
    nobody = {row.about: store.Written(0, "")}
    own = next(act for act in row.acts(nobody) if act.kind == form.act.kind)
    stored = next((e.act for e in before if e.kind == form.act.kind), None)
    new = row.file is not None or begins(form.act)
    return stored is not None and _content(stored, new) == _content(own, new)


def _content(act: Act, new: bool) -> object:
    """What was typed; ids drawn at saving and the place it was counted in are not."""
    notes = {one.name for one in act.fields() if one.type is NOTE}
    facts = {name: value for name, value in act.facts().items() if name not in notes}
    return None if new else act.about, act.effective_on, act.signed_on, act.paper, act.signer, facts
