"""First start: databases, keys, the first entries, the first two accounts; and what an upgrade adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from thenchot.databases import migrate_all
from thenchot.law.events import State, ValueLoaded
from thenchot.law.reading import new_values, no_longer_shipped
from thenchot.law.recording import Recorded, record_many
from thenchot.law.world import law_in_book, shipped
from thenchot.ledger import proof, reading
from thenchot.ledger.checkpoints import verifier_key
from thenchot.ledger.entries import WITHDRAW
from thenchot.ledger.events import Founded, Holding, Mode
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import Mint, SystemMint
from thenchot.ledger.writing import Draft
from thenchot.sealed import opening, store
from thenchot.sealed.keyring import Keyring
from thenchot.sealed.randomness import Randomness, System
from thenchot.sealed.sheets import Sheet
from thenchot.sealed.signing import create_signing_key
from thenchot.sealed.slots import read_machine_secret, write_machine_secret

from . import accounts
from .accounts import Account
from .desk import signing_key_path
from .events import Granted, Managing, Role
from .judging import today

OFFICE_ROLES = (Role.OFFICE, Role.ORGANISING)
NO_LONGER_SHIPPED = "no_longer_shipped"


class AlreadyFounded(Exception):
    """The book has its first entry; it is never founded twice."""


class FoundingRefused(Exception):
    """`args[0]`: begins_later, same_name, no_decision."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What the office decides before the first start."""

    mode: Mode
    code: str
    holding: Holding
    begins_on: date
    name: str  # of the top organisation; it goes to the sealed store
    top: Callable[[int, int], Act]  # its first act, from its id and the id of its name
    office: str  # login names of the first two accounts
    confirmer: str
    decision: str  # number and day of the paper that names them
    decided_on: date
    office_roles: tuple[Role, ...] = OFFICE_ROLES
    managing: Managing = Managing.PROVINCE


@dataclass(frozen=True)
class Begun:
    """What is printed once at the end: three sheets, one-time passwords, the key others check us by."""

    installation: int
    organisation: int
    office: Account
    confirmer: Account
    sheets: tuple[Sheet, ...]
    passwords: dict[str, str]
    verifier_key: str


def found(
    plan: Plan, *, at: datetime, mint: Mint | None = None, randomness: Randomness | None = None
) -> Begun:
    """Make the installation the settings point to. AlreadyFounded, FoundingRefused, keys that exist already.

    `mint` and `randomness` come from a seed in a demo, from the system otherwise.
    """
    mint, randomness = mint or SystemMint(), randomness or System()
    _check(plan, at)
    migrate_all()
    if reading.size():
        raise AlreadyFounded
    sheets = _make_keys(plan, randomness)
    key = create_signing_key(signing_key_path(), randomness)
    office, confirmer = (accounts.create(name, mint=mint) for name in (plan.office, plan.confirmer))
    installation = _first_entry(plan, office, at, mint)
    organisation = _top_and_roles(plan, office, confirmer, at, mint, randomness)
    proof.make_checkpoint(key, occasion="day", at=at)
    both = (office, confirmer) if plan.mode is Mode.SERVICE else ()
    return Begun(
        installation,
        organisation,
        office,
        confirmer,
        sheets,
        {one.name: accounts.give_one_time(one, at=at, randomness=randomness) for one in both},
        verifier_key(proof.origin(), key.public_key()),
    )


def upgrade(*, by: int, at: datetime, mint: Mint) -> Recorded:
    """Bring databases and the law of the book up to this release; nothing when they are."""
    migrate_all()
    founding = reading.founding()
    if founding is None:
        raise LookupError("not founded")
    law, act_set = law_in_book(), mint.id()
    # In the order of their days each stands at the end of the story, and nothing after it is judged again.
    acts = sorted(new_values(shipped(), law, founding.subject), key=lambda act: act.effective_on)
    gone = {value.place for value in no_longer_shipped(shipped(), law)}
    drafts = [Draft(act, act_set) for act in acts] + list(_withdrawn(gone, act_set))
    return record_many(drafts, at=at, by=by, mint=mint) if drafts else Recorded()


def _check(plan: Plan, at: datetime) -> None:
    if plan.begins_on > today(at):
        raise FoundingRefused("begins_later")
    if plan.office == plan.confirmer:
        raise FoundingRefused("same_name")
    if not plan.decision or plan.decided_on > today(at):
        raise FoundingRefused("no_decision")


def _make_keys(plan: Plan, randomness: Randomness) -> tuple[Sheet, ...]:
    write_machine_secret(settings.THENCHOT_KEY_FILE, randomness)
    ring, sheets = Keyring.create(
        opening.keyring_path(),
        installation=plan.code,
        mode=plan.mode,
        randomness=randomness,
        machine_secret=read_machine_secret(settings.THENCHOT_KEY_FILE),
    )
    opening.use(ring)
    return sheets


def _first_entry(plan: Plan, office: Account, at: datetime, mint: Mint) -> int:
    """The founding, then the law as shipped."""
    installation = mint.id()
    act = Founded(
        about=installation,
        effective_on=plan.begins_on,
        mode=plan.mode,
        code=plan.code,
        holding=plan.holding,
        begins_on=plan.begins_on,
    )
    record_many([Draft(act, mint.id())], at=at, by=office.id, mint=mint)
    upgrade(by=office.id, at=at, mint=mint)
    return installation


def _top_and_roles(
    plan: Plan, office: Account, confirmer: Account, at: datetime, mint: Mint, randomness: Randomness
) -> int:
    """One act set: the top organisation, and by the decision's number the first roles in it."""
    (note,) = store.put_notes([plan.name], at=at, randomness=randomness)
    organisation, act_set = mint.id(), mint.id()
    roles = [(office, role) for role in plan.office_roles] + [(confirmer, Role.CONFIRMER)]
    grants = [
        Granted(
            about=account.id,
            effective_on=today(at),
            organisation=organisation,
            signed_on=plan.decided_on,
            paper=plan.decision,
            role=role,
            scope=organisation,
            managing=plan.managing,
        )
        for account, role in roles
    ]
    drafts = [Draft(act, act_set) for act in (plan.top(organisation, note), *grants)]
    record_many(drafts, at=at, by=office.id, mint=mint)
    return organisation


def _withdrawn(places: set[tuple[str, str, date]], act_set: int) -> Iterator[Draft]:
    """Values of an earlier release that this one no longer has."""
    for entry in reading.of_kind(ValueLoaded.kind):
        act = entry.act
        if not isinstance(act, ValueLoaded) or act.state is State.ENDED:
            continue
        if (act.key, act.scope, act.effective_on) in places:
            yield Draft(act, act_set, WITHDRAW, entry.root, NO_LONGER_SHIPPED)
