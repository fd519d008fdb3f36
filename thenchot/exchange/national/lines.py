"""Danh sách đối khớp: line by line to an end; a new file moves on what agrees now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import models, transaction

from thenchot.sealed.keyring import Keyring
from thenchot.sealed.randomness import System, new_id
from thenchot.sealed.store import current_keys

from . import sealing
from .models import Line

GIVEN = "given"  # the file's value in full, of what the sealed file holds, as long as the line is open


class Sort(StrEnum):
    """What a line is about."""

    DIFFERS = "differs"
    IN_FILE = "in_file"  # in the file, not in the book
    IN_BOOK = "in_book"  # in the book, not in the file


class State(StrEnum):
    OPEN = "open"
    EQUAL = "equal"  # a later file agrees with the book
    CLOSED = "closed"  # by somebody, with a reason


class Mender(StrEnum):
    """Who mends it: our book, or the national base."""

    BOOK = "book"
    NATIONAL = "national"


class Reason(StrEnum):
    """Why a line is closed although the two do not agree."""

    MOVED = "moved"
    NOT_OURS = "not_ours"
    PAPER = "paper"
    TOLD = "told"
    SPELLING = "spelling"


@dataclass(frozen=True)
class Found:
    """What a file shows now. `who` keeps a person of whom the book knows nothing apart from others."""

    sort: Sort
    column: str = ""
    person: int | None = None
    cell: int | None = None
    who: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Moved:
    """What a new file did to the list."""

    opened: int
    kept: int
    equal: int


@dataclass(frozen=True)
class Shown:
    """A line with what it says; nothing said where its key is gone."""

    line: Line
    said: dict[str, Any]


def reconcile(office: int, found: Sequence[Found], *, seen: Collection[int], today: date) -> Moved:
    """Open what is new, keep what stands, and call equal what the file no longer shows.

    `seen`: persons of the organisation the file is of, and the cells under it: other lines of the office are
    left as they are. A line closed with a reason opens again only when it says something else.
    """
    with transaction.atomic(using=Line.database):
        before = {_key(one): one for one in _shown(Line.objects.filter(office=office))}
        now = {(one.sort, one.column, one.person or one.who): one for one in found}
        equal = 0
        for key, shown in before.items():
            if shown.line.state == State.OPEN and key not in now and _seen(shown.line, seen):
                _end(shown, State.EQUAL, "", today)
                equal += 1
        fresh = {key for key, one in now.items() if _is_fresh(before.get(key), one)}
        Line.objects.filter(code__in=[before[key].line.code for key in fresh & before.keys()]).delete()
        keys = current_keys()
        made = (
            _made(office, one, place, today, keys)
            for place, (key, one) in enumerate(now.items())
            if key in fresh
        )
        Line.objects.bulk_create(made, batch_size=500)
        kept = {key: one for key, one in now.items() if key in before and key not in fresh}
        _say_rows([(before[key], one) for key, one in kept.items()])
        places = {before[key].line.code: place for place, key in enumerate(now) if key in before}
        _put_in_order(places)
    return Moved(len(fresh), len(now) - len(fresh), equal)


def given(office: int, code: int, person: int) -> tuple[str, str] | None:
    """(column, the file's value in full) of an open line about a person; nothing where it has none."""
    rows = Line.objects.filter(office=office, code=code, person=person, sort=Sort.DIFFERS, state=State.OPEN)
    found = next(iter(_shown(rows)), None)
    return (found.line.column, str(found.said[GIVEN])) if found and GIVEN in found.said else None


def shown(office: int, *, state: str = "", page: int = 0, size: int = 50) -> list[Shown]:
    """A page of the list in its order."""
    rows = _of(office, state).order_by("place", "code")[page * size : (page + 1) * size]
    return list(_shown(rows))


def every(office: int, state: str = "") -> list[Shown]:
    """The whole list, to print."""
    return list(_shown(_of(office, state).order_by("place", "code")))


def counts(office: int) -> dict[str, int]:
    """How many lines are in each state."""
    rows = Line.objects.filter(office=office).values_list("state").annotate(many=models.Count("code"))
    return dict.fromkeys(map(str, State), 0) | dict(rows)


def assign(office: int, codes: Iterable[int], *, mender: str, until: date | None) -> int:
    """Who mends these and until when; how many of them are open."""
    lines = Line.objects.filter(office=office, code__in=list(codes), state=State.OPEN)
    return lines.update(mender=str(Mender(mender)), until=until)


def close(office: int, codes: Iterable[int], *, reason: str, today: date) -> int:
    """End these with a reason; how many were open."""
    lines = list(Line.objects.filter(office=office, code__in=list(codes), state=State.OPEN))
    for one in _shown(lines):
        _end(one, State.CLOSED, str(Reason(reason)), today)
    return len(lines)


def reopen(office: int, code: int) -> int:
    """A line closed by mistake."""
    lines = Line.objects.filter(office=office, code=code, state=State.CLOSED)
    return lines.update(state=State.OPEN, reason="", closed_on=None)


def forget_person(person: int) -> None:
    """Everything about an erased person."""
    from . import remembered

    Line.objects.filter(person=person).delete()
    remembered.forget_person(person)


def _of(office: int, state: str) -> Any:
    lines = Line.objects.filter(office=office)
    return lines.filter(state=state) if state else lines


def _shown(rows: Iterable[Line]) -> Iterable[Shown]:
    keys = current_keys()
    for line in rows:
        yield Shown(line, sealing.opened(line.code, line.generation, line.blob, keys) or {})


def _key(one: Shown) -> tuple[str, str, int | str]:
    return one.line.sort, one.line.column, one.line.person or one.said.get("who", "")


def _is_fresh(before: Shown | None, found: Found) -> bool:
    """New, agreed once and differs again, or closed and says something else now."""
    if before is None or before.line.state == State.EQUAL:
        return True
    said = {**found.said, "who": found.who}
    return _lasting(before.said) != _lasting(said)


def _lasting(said: Mapping[str, Any]) -> dict[str, Any]:
    """What a line says, whichever row of the file says it."""
    return {name: value for name, value in said.items() if name not in ("row", GIVEN)}


def _seen(line: Line, seen: Collection[int]) -> bool:
    return line.person in seen or line.cell in seen


def _end(one: Shown, state: State, reason: str, today: date) -> None:
    """The value in full stood in it only to be put into the sealed file."""
    line, said = one.line, {name: text for name, text in one.said.items() if name != GIVEN}
    line.state, line.reason, line.closed_on = state, reason, today
    line.generation, line.blob = sealing.closed(line.code, said)
    line.save(update_fields=["state", "reason", "closed_on", "generation", "blob"])


def _made(office: int, found: Found, place: int, today: date, keys: Keyring) -> Line:
    code = new_id(System())
    box = sealing.closed(code, {**found.said, "who": found.who}, keys)
    return Line(
        code=code, office=office, sort=found.sort, column=found.column, person=found.person, cell=found.cell,
        place=place, state=State.OPEN, since=today, **box._asdict(),
    )  # fmt: skip


def _say_rows(kept: Iterable[tuple[Shown, Found]]) -> None:
    """Lines that stand name their row in the newer file, and open ones its value."""
    moved = []
    for before, found in kept:
        said = {**found.said, "who": found.who}
        if before.line.state != State.OPEN:
            said.pop(GIVEN, None)
        if before.said != said:
            box = sealing.closed(before.line.code, said)
            before.line.generation, before.line.blob = box
            moved.append(before.line)
    Line.objects.bulk_update(moved, ["generation", "blob"], batch_size=500)


def _put_in_order(places: Mapping[int, int]) -> None:
    lines = list(Line.objects.filter(code__in=list(places)))
    for line in lines:
        line.place = places[line.code]
    Line.objects.bulk_update(lines, ["place"], batch_size=500)
