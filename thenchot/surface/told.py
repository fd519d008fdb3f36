"""An entry in one line, and what its subjects and its author are called."""

from __future__ import annotations

from thenchot.access.accounts import Account
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import PERSON
from thenchot.sealed.codes import code
from thenchot.sealed.labels import labels
from thenchot.snapshot.closing import words as closing_words
from thenchot.snapshot.closing.events import Step
from thenchot.snapshot.closing.listing import standing

from .kinds import label_of, room_words
from .subjects import names_of


def told(entry: Entry) -> str:
    """The entry in one line."""
    if entry.kind.partition(".")[0] in ("organisations", "people", "membership", "offices"):
        return str(room_words(entry.kind).timeline(entry, name=naming))
    if isinstance(entry.act, Step):
        step = closing_words.STEPS[entry.kind.partition(".")[2]]
        return f"{step} · {closing_words.title(standing(entry.act.code))}"
    return label_of(entry.kind)


def naming(one: int) -> str:
    """A name that was sealed, or the name or code of an organisation or place."""
    return labels([one]).get(one) or names_of([one])[one]


def subject(kind: str, about: int, form: str) -> str:
    """Whom an act is about: a code for persons, whose names have a log of their own."""
    return code(about) if form == PERSON else names_of([about])[about]


def account(one: int) -> str:
    """The login name of an account."""
    return Account.objects.filter(id=one).values_list("name", flat=True).first() or str(one)
