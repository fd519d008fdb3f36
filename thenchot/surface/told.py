"""An entry in one line, and what its subjects and its author are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thenchot.access.accounts import Account
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import PERSON
from thenchot.rooms.telling import Naming
from thenchot.sealed.codes import code
from thenchot.sealed.labels import labels
from thenchot.snapshot.closing import words as closing_words
from thenchot.snapshot.closing.events import Step
from thenchot.snapshot.closing.listing import standing

from .kinds import label_of, room_words
from .subjects import names_of


def told(entry: Entry, name: Naming | None = None) -> str:
    """The entry in one line; `name` knows the names already, where many entries are told."""
    if entry.kind.partition(".")[0] in ("organisations", "people", "membership", "offices"):
        return str(room_words(entry.kind).timeline(entry, name=name or naming))
    if isinstance(entry.act, Step):
        step = closing_words.STEPS[entry.kind.partition(".")[2]]
        return f"{step} · {closing_words.title(standing(entry.act.code))}"
    return label_of(entry.kind)


def ids_in(entries: Iterable[Entry], sort: str = "id") -> set[int]:
    """The organisations and places these entries name; with `note` the sealed notes."""
    acts = [entry.act for entry in entries if entry.act is not None]
    said = {getattr(act, field.name) for act in acts for field in act.fields() if field.type.name == sort}
    return said - {None}


def known_as(entries: Iterable[Entry], names: Mapping[int, str]) -> Naming:
    """Tells what these entries name, of organisations and places whose names were read already."""
    notes = ids_in(entries, "note")
    texts = labels(notes) if notes else {}
    return lambda one: names.get(one) or texts.get(one) or str(one)


def naming(one: int) -> str:
    """A name that was sealed, or the name or code of an organisation or place."""
    return labels([one]).get(one) or names_of([one])[one]


def subject(kind: str, about: int, form: str) -> str:
    """Whom an act is about: a code for persons, whose names have a log of their own."""
    return code(about) if form == PERSON else names_of([about])[about]


def accounts(ids: Iterable[int]) -> dict[int, str]:
    """The login names of accounts; the number of one that is gone."""
    wanted = set(ids)
    known = dict(Account.objects.filter(id__in=wanted).values_list("id", "name"))
    return {one: known.get(one) or str(one) for one in wanted}


def account(one: int) -> str:
    """The login name of an account."""
    return Account.objects.filter(id=one).values_list("name", flat=True).first() or str(one)
