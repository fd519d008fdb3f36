"""Who may look at a line of the book, and what its subject is called to this account."""

from __future__ import annotations

from thenchot.access.actions import Action
from thenchot.ledger import reading
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import KINDS, ORGANISATION, PERSON
from thenchot.surface.kinds import recorded
from thenchot.surface.subjects import names_of

from ..here import Here
from ..page import NobodyHere
from .choosing import person_label
from .form import action_of


def line(here: Here, seq: int) -> Entry:
    """The entry, for whoever may see its subject or record about it. NobodyHere."""
    try:
        entry = reading.entry(seq)
    except (LookupError, OverflowError):
        raise NobodyHere from None
    if entry.kind not in recorded() or not visible(here, entry):
        raise NobodyHere
    return entry


def visible(here: Here, entry: Entry) -> bool:
    """Whether this account may read the act: it sees the subject, or corrects what is said of it."""
    subject = KINDS[entry.kind].subject
    if subject == PERSON:
        return any(here.can(action, person=entry.about) for action in (Action.SEE_PERSON, Action.CORRECT))
    if subject == ORGANISATION:
        return here.can(Action.SEE_ORGANISATION, organisation=entry.about)
    return here.can(action_of(KINDS[entry.kind]))


def name(here: Here, entry: Entry) -> str:
    """What the subject is called; the viewing log has its line first."""
    if KINDS[entry.kind].subject != PERSON:
        return names_of([entry.about])[entry.about]
    return person_label(here, entry.about)
