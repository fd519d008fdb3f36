"""What is written beside an act: put on the list *Cần xem lại*, or taken off with an act withdrawn. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from ..ledger.entries import WITHDRAW, Entry
from ..ledger.stories import Story
from ..ledger.writing import Draft
from .objections import Objection
from .review_events import Reviewed, ToReview


def listed(story: Story, entry: Entry, objection: Objection) -> Draft:
    """Open from the day of the act; where somebody has looked at it before, from that day anew."""
    looked = [
        e.effective_on
        for e in story
        if isinstance(e.act, Reviewed) and (e.act.rule, e.act.entry) == (objection.rule, entry.root)
    ]
    act = ToReview(
        about=entry.about,
        effective_on=max([entry.effective_on, *looked]),
        organisation=entry.organisation,
        rule=objection.rule,
        entry=entry.root,
        grade=objection.grade,
    )
    return Draft(act, entry.act_set)


def gone_with(story: Story, withdrawn: Entry) -> Iterator[Draft]:
    """What was listed because of an act is withdrawn with it, for the same reason."""
    for item in list(story):
        if isinstance(item.act, ToReview) and item.act.entry == withdrawn.root:
            yield Draft(item.act, withdrawn.act_set, WITHDRAW, item.root, withdrawn.reason)
