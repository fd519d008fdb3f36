"""The law as the book holds it, and what a release must still write into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from .events import State, ValueLoaded
from .values import LawBook, Source, Value, as_code, from_code, is_scope, joined


def law_of(acts: Iterable[ValueLoaded], shipped: LawBook) -> LawBook:
    """The law from the acts in force, given in the order of the book.

    Only the acts say what holds; `shipped` lends the words of a source where its digest is the one loaded.
    """
    words = {value.digest(): value.source for value in shipped}
    loaded = {(act.key, act.scope, act.effective_on): act for act in acts}
    values: list[Value] = []
    for _, places in groupby(sorted(loaded), key=lambda place: place[:2]):
        values += _chain([loaded[place] for place in places], words)
    return LawBook(values)


def _chain(acts: list[ValueLoaded], words: Mapping[str, Source | None]) -> list[Value]:
    """One key in one scope: each version ends where the next begins; an `ended` act only ends."""
    versions = joined(_value(act, words) for act in acts)
    return [value for value, act in zip(versions, acts, strict=True) if act.state is not State.ENDED]


def _value(act: ValueLoaded, words: Mapping[str, Source | None]) -> Value:
    return Value(
        key=act.key,
        unit=act.unit,
        value=None if act.value is None else from_code(act.value, act.unit),
        since=act.effective_on,
        scope=act.scope,
        grade=act.grade,
        source=words.get(act.digest or ""),
        note=act.source,
    )


def new_values(shipped: LawBook, law: LawBook, installation: int) -> list[ValueLoaded]:
    """The acts that bring the book up to what is shipped, in order; none when it is up to date.

    A version loaded here with a source of its own stays as it is.
    """
    held = {value.place: value for value in law}
    acts: list[ValueLoaded] = []
    for value in shipped:
        was = held.get(value.place)
        if was is None or (was.note is None and was.digest() != value.digest()):
            state = State.NOT_KNOWN if value.not_known else State.KNOWN
            acts.append(_load(value, state, installation))
    return acts + [_load(value, State.ENDED, installation) for value in _ends(shipped, law)]


def _ends(shipped: LawBook, law: LawBook) -> list[Value]:
    """Shipped versions after which the key is silent, where the book still lets something hold."""
    held = {value.place for value in law}
    last = [value for value in shipped if value.until and not _speaks(shipped, value)]
    return [value for value in last if value.place not in held or _speaks(law, value)]


def _speaks(book: LawBook, value: Value) -> bool:
    """Whether something of the same scope holds where a version ends."""
    found = book.value(value.key, value.until, (value.scope,)) if value.until else None
    return found is not None and found.scope == value.scope


def _load(value: Value, state: State, installation: int) -> ValueLoaded:
    """The act that loads a shipped version; an end carries no value and no words."""
    ends = state is State.ENDED and value.until
    return ValueLoaded(
        about=installation,
        effective_on=ends or value.since,
        key=value.key,
        scope=value.scope,
        unit=value.unit,
        state=state,
        grade=value.grade,
        value=None if ends else as_code(value.value),
        digest=None if ends else value.digest(),
    )


def no_longer_shipped(shipped: LawBook, law: LawBook) -> list[Value]:
    """Versions in the book from an earlier release that this one has dropped: to be annulled."""
    places = {value.place for value in shipped}
    return [value for value in law if value.note is None and value.place not in places]


def misfit(act: ValueLoaded, law: LawBook) -> str | None:
    """The field that would make the law unreadable: `scope`, `unit` or `value`; nothing when the act fits."""
    if not is_scope(act.scope):
        return "scope"
    if law.unit(act.key) not in (None, act.unit):
        return "unit"
    if (act.value is not None) != (act.state is State.KNOWN):
        return "value"
    try:
        known = act.value is None or as_code(from_code(act.value, act.unit)) == act.value
    except (ValueError, ZeroDivisionError):
        known = False
    return None if known else "value"
