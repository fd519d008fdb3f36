"""Two stores, one act: files and names are sealed, then entries written; refused, neither is.

The book's lock is held all the while. The sealed store commits first (security 2.4), so what is in it and
not in the book was left by a process that died in between; the next to bring that number goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.db import connection, transaction
from django.utils.translation import gettext as _

from thenchot.access.desk import Desk, Outcome
from thenchot.access.requests import Request
from thenchot.law.recording import ActReused, Recorded, Refused
from thenchot.law.review_events import ToReview
from thenchot.ledger import reading
from thenchot.ledger.fold import in_force
from thenchot.ledger.kinds import NOTE, Act
from thenchot.ledger.writing import LOCK, Draft, Memory
from thenchot.rooms.people.events import FileChanged
from thenchot.sealed import store, tables
from thenchot.sealed.randomness import System

from . import words
from .kinds import begins
from .rows import Row
from .troubles import Stop


class RowsRefused(Refused):
    """What the rules refuse; `places` are the rows' own names for the acts, by their place in the list."""

    def __init__(self, refused: Refused, places: Sequence[str]) -> None:
        super().__init__(refused.findings)
        self.places = list(places)


class AlreadyThere(Stop):
    """Numbers that somebody in the book has; `taken` are pairs of a row and the kind of number."""

    def __init__(self, taken: Sequence[tuple[Row, str]]) -> None:
        said = [_taken(row.place, str(words.NEWCOMER[kind])) for row, kind in taken]
        super().__init__(*said, _("Không có gì được ghi."))
        self.taken = list(taken)


def write(
    desk: Desk,
    rows: Sequence[Row],
    *,
    by: int,
    at: datetime,
    act_set: int,
    on_paper: bool,
    dry_run: bool = False,
) -> Outcome:
    """All rows as one act set, or none. RowsRefused, AlreadyThere, NotAllowed; what the databases refuse.

    Only while the book is held.
    """
    with transaction.atomic():
        with transaction.atomic(using=tables.ALIAS):
            outcome = _write(desk, rows, by, at, act_set, on_paper)
            transaction.set_rollback(dry_run, using=tables.ALIAS)
        transaction.set_rollback(dry_run)
    if dry_run:
        desk.memory = Memory()  # the stories in it tell of what was taken back
    return outcome


def _write(desk: Desk, rows: Sequence[Row], by: int, at: datetime, act_set: int, on_paper: bool) -> Outcome:
    _settle_numbers(rows)
    files = [row.file for row in rows if row.file is not None]
    notes = {note: text for row in rows for note, text in row.notes.items()}
    written = store.put_persons(files, at=at, randomness=System()) if files else {}
    if notes:
        store.put_named(notes, at=at, randomness=System())
    drafts, places = [], []
    for row in rows:
        for act in row.acts(written):
            drafts.append(Draft(act, act_set))
            places.append(row.place)
    try:
        return desk.record(drafts, by=by, at=at, on_paper=on_paper)
    except Refused as refused:
        raise RowsRefused(refused, places) from None


@contextmanager
def book_held() -> Iterator[None]:
    """Nobody else writes meanwhile: what is read inside still holds when it is written."""
    with transaction.atomic():  # SQLite holds the book from here on
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield


def _settle_numbers(rows: Sequence[Row]) -> None:
    """Nobody twice. A number whose holder has nothing in force in the book brings its holder's id along."""
    taken = []
    known = store.by_numbers({number for row in rows for number in row.numbers.values()})
    for row in rows:
        holders = {kind: known.get(number) for kind, number in row.numbers.items()}
        found = {holder for holder in holders.values() if holder is not None}
        if len(found) == 1 and _left_behind(*found):
            row.about = found.pop()
            assert row.file is not None
            row.file = replace(row.file, person=row.about)
        elif found:
            kind = next(kind for kind, holder in holders.items() if holder is not None)
            taken.append((row, kind))
    if taken:
        raise AlreadyThere(taken)


def _taken(place: str, label: str) -> str:
    return _(
        "{place}: “{label}” đã có trong một hồ sơ khác; mỗi người vào sổ một lần."
        " Đề nghị đối chiếu giấy tờ, bỏ dòng này hoặc sửa số."
    ).format(place=place, label=label)


def _left_behind(person: int) -> bool:
    """Sealed and never recorded, or all of it annulled; and nobody is asked to confirm it."""
    if in_force(reading.entries(person)):
        return False
    return not any(draft.act.about == person for asked in Request.objects.all() for draft in asked.drafts)


def token_id(*parts: str) -> int:
    """An act set that follows from what was sent, so that sending it twice is one act."""
    said = "|".join(["thenchot/act/1", str(installation()), *parts])
    return int.from_bytes(sha256(said.encode()).digest()[:8], "big") >> 1 or 1


def installation() -> int:
    """The book's own id."""
    return int(reading.rows("SELECT about FROM ledger_entry WHERE seq = 1")[0][0])


def sent_before(act_set: int, row: Row) -> Outcome | None:
    """What was written under this act set; nothing for a new one. ActReused when it says something else."""
    stored = [e for e in reading.of_act_sets([act_set]) if e.kind not in (ToReview.kind, FileChanged.kind)]
    if not stored:
        return None
    nobody = {row.about: store.Written(0, "")}
    acts = [act for act in row.acts(nobody) if act.kind != FileChanged.kind]
    new = row.file is not None or begins(row.kind)
    if [_content(e.act, new) for e in stored] != [_content(act, new) for act in acts]:
        raise ActReused(act_set)
    return Outcome(Recorded(stored, again=True))


def _content(act: Act | None, new: bool) -> object:
    """An act without the ids that were new when it was sent."""
    if act is None:
        return None
    notes = {one.name for one in act.fields() if one.type is NOTE}
    facts = {name: value for name, value in act.facts().items() if name not in notes}
    counted = None if act.organisation == act.about else act.organisation
    return act.kind, None if new else act.about, act.effective_on, act.signed_on, act.paper, counted, facts
