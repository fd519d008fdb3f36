import csv
from pathlib import Path

import pytest

from thenchot.access.accounts import NameRefused, create, named
from thenchot.access.actions import RIGHTS, Action
from thenchot.access.events import Role
from thenchot.access.holdings import CLASSES, DataClass, Hold, may_bind, may_hold
from thenchot.access.passwords import ONE_TIME, SIGNS, common_words, faults, one_time_password
from thenchot.access.rights import Why, allowed
from thenchot.access.tests.book import A1, AN, TODAY, A, begin
from thenchot.ledger.events import Holding, Mode
from thenchot.ledger.minting import SeededMint
from thenchot.sealed import directory, opening
from thenchot.sealed.randomness import Seeded

FILE = Path(__file__).parents[3] / "docs" / "installation-classes.csv"


def test_the_code_holds_what_the_table_says():
    with FILE.open(encoding="utf-8", newline="") as file:
        said = {line["class"]: {name: line[name] for name in CLASSES} for line in csv.DictReader(file)}
    assert said == {str(data): {name: str(may_hold(name, data)) for name in CLASSES} for data in DataClass}


def test_nothing_stamped_secret_and_no_scan_is_held_anywhere():
    assert {may_hold(name, data) for name in CLASSES for data in (DataClass.SECRET, DataClass.SCANS)} == {
        Hold.NO
    }


@pytest.fixture
def phones(installation):
    opening.use(None)
    yield begin(holding=Holding.INTERNET)
    opening.use(None)
    directory.forget()


def test_what_the_class_forbids_is_refused(phones):
    office = phones.account("ngan", (Role.OFFICE, A), (Role.ORGANISING, A)).id
    cell = phones.account("bi.thu", (Role.CELL_SECRETARY, A1)).id
    about = {"see_person": {"person": AN}, "record_membership": {"person": AN}, "find": {"person": AN}}
    for action in (Action.SEE_NAMES, Action.SEE_PERSON, Action.RECORD_MEMBERSHIP, Action.FIND):
        decision = allowed(office, action, on=TODAY, **about.get(action, {"organisation": A1}))
        assert decision.why is Why.HOLDING, action
    assert allowed(cell, Action.SEE_NAMES, on=TODAY, organisation=A1).yes  # own cell only
    assert allowed(cell, Action.SEE_PERSON, on=TODAY, person=AN).why is Why.HOLDING
    assert allowed(office, Action.GRANT_ROLE, on=TODAY, organisation=A1).why is Why.NO_ROLE
    assert RIGHTS[Action.GRANT_ROLE].holds is None


@pytest.mark.parametrize(
    ("address", "demo", "service"),
    [
        ("127.0.0.1", True, True),
        ("127.8.9.1", True, True),
        ("::1", True, True),
        ("localhost", True, True),
        ("0.0.0.0", False, True),
        ("::", False, True),
        ("10.1.2.3", False, True),
    ],
)
def test_a_demo_serves_loopback_only(address, demo, service):
    assert (may_bind(address, Mode.DEMO), may_bind(address, Mode.SERVICE)) == (demo, service)


def test_what_is_no_address_is_refused():
    with pytest.raises(ValueError, match="example"):
        may_bind("example.org", Mode.SERVICE)


@pytest.mark.parametrize(
    ("password", "wrong"),
    [
        ("bốn con trâu qua suối", []),
        ("kz7-hm2-qp9-xw4-tb5", []),
        ("kz7-hm2-qp9-xw", ["short"]),
        ("x" * 129, ["long", "guessable"]),
        ("tuyenquang1234567", ["guessable"]),
        ("Đảng bộ Tuyên Quang 1985", ["guessable"]),
        ("matkhauchibo2026!!", ["guessable"]),
        ("aaaaaaaaaaaaaaaaaa", ["guessable"]),
        ("qwertyuiopasdfgh", ["guessable"]),
        ("ngan.ngan.ngan.ngan", ["guessable"]),
    ],
)
def test_a_password_is_long_and_not_made_of_common_words(password, wrong):
    assert faults(password, ["ngan"]) == wrong


def test_a_one_time_password_has_sixteen_of_thirty_two_signs():
    made = one_time_password(Seeded("1", "passwords"))
    assert len(made) == ONE_TIME and set(made) <= set(SIGNS)
    assert len(set(SIGNS)) == 32 and not set("01oil") & set(SIGNS)
    assert len({one_time_password(Seeded(str(n), "passwords")) for n in range(200)}) == 200
    assert "tuyenquang" in common_words()


def test_a_login_name_is_of_one_form_and_taken_once(installation):
    mint = SeededMint("names")
    account = create("le.thi-mai_2", mint=mint)
    assert named(" LE.thi-mai_2 ").id == account.id
    assert not account.has_usable_password()
    for name in ("le.thi-mai_2", "ab", "Có Dấu", "1abc", "a" * 33, "a b c"):
        with pytest.raises(NameRefused):
            create(name, mint=mint)
    # A demo's mint starts again while the book stays as it is: the next account gets another id all the same.
    assert create("nguoi.khac", mint=SeededMint("names")).id != account.id
