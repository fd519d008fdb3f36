"""A book for tests of actions: a commune of two cells, five members, the law loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from thenchot.law.events import ValueLoaded
from thenchot.law.reading import new_values
from thenchot.law.recording import record_many
from thenchot.law.values import LawBook
from thenchot.law.world import shipped
from thenchot.ledger import reading
from thenchot.ledger.days import PartialDay
from thenchot.ledger.events import Founded as BookFounded
from thenchot.ledger.events import Holding, Mode
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership.events import CarriedOver, Standing
from thenchot.rooms.offices.events import CarriedOver as Holds
from thenchot.rooms.offices.events import Post
from thenchot.rooms.organisations.events import CarriedOver as Stands
from thenchot.rooms.organisations.events import OrganisationType
from thenchot.rooms.people.events import General, Occupation, Professional, Registered, Sex, Theory

BEGINS = date(2015, 1, 1)
NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
PROVINCE, COMMUNE, CELL_1, CELL_2, CELL_3 = 101, 102, 103, 104, 105
AN, BINH, CHI, DUNG, EM = 1, 2, 3, 4, 5
INSTALLATION, CLERK = 900, 7


def registered(person: int, day: date = BEGINS) -> Registered:
    return Registered(
        about=person, effective_on=day, birth=PartialDay.of("1985-05"), sex=Sex.MALE, ethnicity="kinh",
        general=General.UPPER_SECONDARY, professional=Professional.NONE, theory=Theory.NONE,
        occupation=Occupation.FARMER, youth_union=False, business_owner=False,
    )  # fmt: skip


def stands(subject: int, kind: OrganisationType, parent: int | None) -> Stands:
    return Stands(
        about=subject, effective_on=BEGINS, organisation=subject, code=f"c{subject}", type=kind,
        parent=parent, name=subject,
    )  # fmt: skip


def member(person: int, cell: int) -> list[Act]:
    carried = CarriedOver(
        about=person, effective_on=BEGINS, organisation=cell, cell=cell, standing=Standing.FULL,
        joined_on=date(2012, 3, 3), party_since=date(2012, 2, 3),
    )  # fmt: skip
    return [registered(person), carried]


@dataclass
class Book:
    """Writes as the office does; `mint` is seeded."""

    mint: SeededMint = field(default_factory=lambda: SeededMint("rooms"))

    def write(self, *acts: Act, on_paper: bool = False):
        drafts = [Draft(act, self.mint.id()) for act in acts]
        return record_many(drafts, on_paper=on_paper, **self.hand)

    @property
    def hand(self):
        return {"at": NOON, "by": CLERK, "mint": self.mint}


def begun() -> Book:
    book = Book()
    founding = BookFounded(
        about=INSTALLATION, effective_on=BEGINS, mode=Mode.DEMO, code="x", holding=Holding.SINGLE,
        begins_on=BEGINS,
    )  # fmt: skip
    law: list[ValueLoaded] = new_values(shipped(), LawBook(), INSTALLATION)
    append([Draft(act, book.mint.id()) for act in [founding, *law]], **book.hand)
    cells = [stands(cell, OrganisationType.CELL, COMMUNE) for cell in (CELL_1, CELL_2, CELL_3)]
    book.write(
        stands(PROVINCE, OrganisationType.PROVINCE, None),
        stands(COMMUNE, OrganisationType.GRASSROOTS, PROVINCE), *cells,
        *member(AN, CELL_1), *member(BINH, CELL_1), *member(CHI, CELL_1), *member(DUNG, CELL_2),
        Holds(about=AN, effective_on=BEGINS, organisation=CELL_1, post=Post.SECRETARY, seat=CELL_1),
        Holds(about=DUNG, effective_on=BEGINS, organisation=CELL_2, post=Post.SECRETARY, seat=CELL_2),
    )  # fmt: skip
    return book


def kinds_after(size: int) -> list[str]:
    """The kinds written after a place in the book."""
    return [reading.entry(seq).kind for seq in range(size + 1, reading.size() + 1)]
