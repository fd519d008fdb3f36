"""Members for tests: many in a cell, five of one name, partial births, one who moved three times."""

from __future__ import annotations

from datetime import date

from thenchot.access.tests.book import A1, A2, AT, B1, Book, carried_over, registered
from thenchot.ledger.days import PartialDay
from thenchot.ledger.entries import RESTATE
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as membership
from thenchot.sealed import store
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import System


def members(book: Book, ids: range, cell: int, name: str = "Sùng Thị Dợ") -> None:
    """Put so many members into a cell, born a year apart."""
    for one in ids:
        book.write(registered(one, cell), carried_over(one, cell))
    files(*(file(one, name, year=1950 + place % 50) for place, one in enumerate(ids)))


def file(person: int, name: str, year: int = 1960, **more) -> PersonFile:
    said = {"born_on": PartialDay.of(str(year)), "personal_number": f"099{person:09d}"} | more
    return PersonFile(person=person, names=(Dated(name),), **said)


def files(*made: PersonFile) -> None:
    store.put_persons(list(made), at=AT, randomness=System())


def admitted(book: Book, person: int, cell: int, day: date, **more) -> None:
    """A probationer from a day, with the name `Giàng Thị Dợ`."""
    book.write(
        registered(person, cell, day, birth=PartialDay.of("1999"), sex="female"),
        membership.Admitted(about=person, effective_on=day, organisation=cell, cell=cell, **more),
    )
    files(file(person, "Giàng Thị Dợ", year=1999))


def moved_three_times(book: Book, person: int) -> None:
    """A1 → A2 within the commune, A2 → A1 again, then out of the commune to B1, where she was received."""
    book.write(*[registered(person, A1), carried_over(person, A1)])
    said = {"about": person}
    book.write(
        membership.Moved(effective_on=date(2026, 2, 1), organisation=A2, cell=A2, why="internal", **said),
        membership.Moved(effective_on=date(2026, 3, 1), organisation=A1, cell=A1, why="internal", **said),
        membership.Sent(effective_on=date(2026, 4, 1), organisation=A1, to=B1, **said),
        membership.Received(effective_on=date(2026, 4, 20), organisation=B1, cell=B1, **said),
        membership.Exempted(effective_on=date(2026, 5, 3), organisation=B1, **said),
    )
    names = (Dated("Lò Thị Mai"), Dated("Lò Thị Mây", date(2020, 5, 1)))
    files(PersonFile(person=person, names=names, born_on=PartialDay.of("1971-08")))


def restated(book: Book, root: int, act) -> None:
    """Correct an act of the book."""
    append([Draft(act, 78, RESTATE, root, "typed_wrong")], at=AT, by=1, mint=book.mint)


def long_gone(person: int) -> list:
    """Carried over into A1, and in B1 since more than a year before the tests' today."""
    day = date(2025, 3, 1)
    return [
        registered(person, A1, day),
        carried_over(person, A1, day),
        membership.Moved(
            about=person, effective_on=date(2025, 6, 1), organisation=B1, cell=B1, why="reorganisation"
        ),
    ]
