"""A small founded book for tests: a province, two communes, their cells, a member in each."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime

from thenchot.access import accounts
from thenchot.access.accounts import Account
from thenchot.access.desk import Desk
from thenchot.access.events import Granted, Managing, Role
from thenchot.access.founding import Begun, Plan, found
from thenchot.ledger.days import PartialDay
from thenchot.ledger.events import Holding, Mode
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as membership
from thenchot.rooms.organisations import events as organisations
from thenchot.rooms.people import events as people
from thenchot.sealed import opening, store
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import System
from thenchot.tests import installations

BEGINS = date(2026, 1, 1)
AT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)

# Names in the book, their ids, where they stand.
A, B, A1, A2, B1, P1 = 11, 12, 21, 22, 23, 24
TREE = {A: "province", B: "province", A1: A, A2: A, B1: B, P1: "province"}
AN, BINH, CHI, DUNG = 101, 102, 103, 104
CELLS = {AN: A1, BINH: B1, CHI: P1, DUNG: A2}
NAMES = {AN: "Vàng A Sùng", BINH: "Lý Thị Mai", CHI: "Trần Văn An", DUNG: "Giàng A Páo"}


@dataclass
class Book:
    """What the tests ask of it."""

    begun: Begun
    desk: Desk
    mint: SeededMint

    @property
    def top(self) -> int:
        return self.begun.organisation

    def account(self, name: str, *roles: tuple[Role, int], person: int | None = None) -> Account:
        """A new account with roles since the first day of the book."""
        account = accounts.create(name, mint=self.mint, person=person)
        self.grant(account, *roles)
        return account

    def grant(
        self, account: Account, *roles: tuple[Role, int], managing: Managing = Managing.COMMUNE
    ) -> None:
        self.write(
            *(
                Granted(about=account.id, effective_on=BEGINS, role=role, scope=scope, managing=managing)
                for role, scope in roles
            )
        )

    def write(self, *acts: Act, at: datetime = AT) -> None:
        """Into the book as they are, unjudged."""
        if acts:
            append([Draft(act, 77) for act in acts], at=at, by=1, mint=self.mint)


def plan(**changes) -> Plan:
    """A demo in a province."""
    said = {
        "mode": Mode.DEMO,
        "code": "test",
        "holding": Holding.NETWORK,
        "begins_on": BEGINS,
        "name": "Đảng bộ tỉnh",
        "top": province,
        "office": "van.phong",
        "confirmer": "pho.bi.thu",
        "decision": "12-QĐ/TU",
        "decided_on": date(2026, 1, 2),
    }
    return Plan(**(said | changes))


def province(organisation: int, name: int) -> Act:
    return organisations.CarriedOver(
        about=organisation, effective_on=BEGINS, code="08", type="province", name=name
    )


def begin(**changes) -> Book:
    """Found the installation and put organisations and members into it; the second time put it back."""
    name = f"book of tests: {sorted(changes.items())}"
    told = installations.KEEPER and installations.KEEPER.put_back(name)
    if told:
        opening.use(None)
        begun, mint = told
        return Book(begun, Desk.open(), deepcopy(mint))
    book = _begun(**changes)
    if installations.KEEPER:
        installations.KEEPER.keep(name, (book.begun, deepcopy(book.mint)))
    return book


def _begun(**changes) -> Book:
    begun = found(plan(**changes), at=datetime(2026, 1, 5, 2, 0, tzinfo=UTC), mint=SeededMint("book"))
    book = Book(begun, Desk.open(), SeededMint("tests"))
    book.write(*(_organisation(one, above, book.top) for one, above in TREE.items()))
    for person, cell in CELLS.items():
        book.write(*joining(person, cell))
    files = [
        PersonFile(person=one, names=(Dated(name),), personal_number=f"099{one:09d}", phones=("0000123456",))
        for one, name in NAMES.items()
    ]
    store.put_persons(files, at=AT, randomness=System())
    return book


def joining(person: int, cell: int, day: date = BEGINS) -> list[Act]:
    """A member carried over into a cell."""
    return [registered(person, cell, day), carried_over(person, cell, day)]


def registered(person: int, organisation: int, day: date = BEGINS, **more) -> Act:
    said = {
        "birth": PartialDay.of("1960-03"),
        "sex": "male",
        "ethnicity": "hmong",
        "general": "upper_secondary",
        "professional": "none",
        "theory": "elementary",
        "occupation": "farmer",
        "youth_union": False,
        "business_owner": False,
    }
    return people.Registered(about=person, effective_on=day, organisation=organisation, **(said | more))


def carried_over(person: int, cell: int, day: date = BEGINS) -> Act:
    return membership.CarriedOver(
        about=person,
        effective_on=day,
        organisation=cell,
        cell=cell,
        standing="full",
        joined_on=date(1990, 5, 1),
        official_on=date(1991, 5, 1),
        party_since=date(1990, 5, 1),
    )


def _organisation(one: int, above: int | str, top: int) -> Act:
    parent = top if isinstance(above, str) else above
    form = "grassroots" if one in (A, B) else "cell"
    return organisations.CarriedOver(
        about=one, effective_on=BEGINS, code=f"c{one}", type=form, sector="territory", parent=parent, name=one
    )
