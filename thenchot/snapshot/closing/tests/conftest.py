"""A small random province with an office of one, its deputy, and a clerk of a commune below."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from thenchot.ledger.minting import SeededMint
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.declare import Ratio, Stated
from thenchot.snapshot.period import free
from thenchot.snapshot.tests.province import AT, FIGURES, FIRST_DAY, POPULATIONS, ROOT, fill

CLERK, DEPUTY, SECOND_CLERK, COMMUNE_CLERK = 11, 12, 13, 14
PERIOD = free(FIRST_DAY, FIRST_DAY + timedelta(days=59))
CODE = "test"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@dataclass
class Office:
    """What every step needs: the key and new ids."""

    key: Ed25519PrivateKey = KEY
    mint: SeededMint = field(default_factory=lambda: SeededMint("closing"))


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def catalogue() -> Catalogue:
    made = Catalogue()
    made.register(POPULATIONS, FIGURES)
    share = Ratio(code="share.women", vi="x", en="x", numerator="members.women", base="members.total")
    made.register([], [share, Stated(code="stated.schools", vi="x", en="x", unit="school")])
    made.check()
    return made


@pytest.fixture
def province(installation):
    """The book of seed 5: ten organisations, thirty persons."""
    fill(5)
    staff([(CLERK, "office", ROOT), (DEPUTY, "confirmer", ROOT)])
    return ROOT


def staff(roles):
    from thenchot.access.accounts import Account
    from thenchot.access.events import Granted, Role
    from thenchot.ledger.writing import Draft, append

    mint = SeededMint("staff")
    for account, role, scope in roles:
        Account.objects.get_or_create(id=account, defaults={"name": f"account{account}"})
        act = Granted(about=account, effective_on=date(2023, 1, 1), role=Role(role), scope=scope)
        append([Draft(act, mint.id())], at=AT, by=1, mint=mint)


@pytest.fixture
def close(office, province, catalogue):
    """Prepare, review and approve; the code."""
    from thenchot.snapshot.closing import actions

    def through(organisation=ROOT, period=PERIOD, at=AT, **more):
        code = actions.prepare(office, organisation, period, by=CLERK, at=at, catalogue=catalogue, **more)
        actions.review(office, code, by=CLERK, at=at)
        actions.approve(office, code, by=DEPUTY, at=at)
        return code

    return through
