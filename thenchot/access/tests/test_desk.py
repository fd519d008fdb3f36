import sys
from datetime import UTC, date, datetime, timedelta
from subprocess import PIPE, Popen

import pytest
from django.utils import translation

from thenchot.access import accounts, words
from thenchot.access.accounts import PasswordRefused, SignInRefused
from thenchot.access.actions import Action
from thenchot.access.desk import Desk, ModeDiffers, NotAllowed, NotFounded
from thenchot.access.events import Ended, Granted, Role
from thenchot.access.founding import AlreadyFounded, FoundingRefused, found, upgrade
from thenchot.access.rights import Why
from thenchot.access.rules import RULES
from thenchot.access.tests.book import (
    A1,
    A2,
    AN,
    AT,
    B1,
    BINH,
    CELLS,
    TODAY,
    A,
    B,
    begin,
    carried_over,
    plan,
    registered,
)  # fmt: skip
from thenchot.law.events import State, ValueLoaded
from thenchot.law.recording import Refused
from thenchot.law.versions import Grade, Unit
from thenchot.ledger import proof, reading
from thenchot.ledger.minting import SeededMint, SystemMint
from thenchot.ledger.verifying import verify
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership import events as membership
from thenchot.rooms.organisations import events as organisations
from thenchot.sealed import opening, store
from thenchot.sealed.keyring import Keyring

FIRST = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def empty(installation):
    opening.use(None)
    yield
    opening.use(None)


def reasons(book, drafts, by, at=AT):
    """Why each refused draft was refused; nothing was written."""
    size = reading.size()
    with pytest.raises(NotAllowed) as told:
        book.desk.record(drafts, by=by, at=at)
    assert reading.size() == size
    return {place: one.why for place, one in told.value.decisions.items()}


# ---------------------------------------------------------------------- founding


def test_the_first_entries_are_founding_law_organisation_and_roles(empty):
    begun = found(plan(), at=FIRST, mint=SeededMint("x"))
    entries = [reading.entry(seq) for seq in range(1, reading.size() + 1)]
    assert entries[0].kind == "installation.founded"
    assert {e.kind for e in entries[1:-4]} == {"law.value_loaded"}
    last = entries[-4:]
    assert [(e.kind, e.paper) for e in last] == [
        ("organisations.carried_over", None),
        ("access.granted", "12-QĐ/TU"),
        ("access.granted", "12-QĐ/TU"),
        ("access.granted", "12-QĐ/TU"),
    ]
    assert len({e.act_set for e in last}) == 1
    assert [(e.about, e.act.role) for e in last[1:]] == [
        (begun.office.id, "office"),
        (begun.office.id, "organising"),
        (begun.confirmer.id, "confirmer"),
    ]
    assert store.texts([last[0].act.name]) == {last[0].act.name: "Đảng bộ tỉnh"}
    assert (len(begun.sheets), begun.passwords) == (3, {})
    assert proof.checkpointed_on(date(2026, 1, 5))
    assert verify(Desk.open().key.public_key()).faults == []
    with pytest.raises(AlreadyFounded):
        found(plan(), at=FIRST)


def test_a_second_release_writes_nothing_when_nothing_is_new(empty):
    begun = found(plan(), at=FIRST, mint=SeededMint("x"))
    size = reading.size()
    assert upgrade(by=begun.office.id, at=FIRST, mint=SystemMint()).entries == []
    assert reading.size() == size


def test_an_upgrade_loads_what_is_new_and_withdraws_what_is_gone(empty, monkeypatch):
    from thenchot.access import founding
    from thenchot.law.values import LawBook
    from thenchot.law.world import law_in_book, shipped

    values = list(shipped())
    monkeypatch.setattr(founding, "shipped", lambda: LawBook(values[:-1]))
    begun = found(plan(), at=FIRST, mint=SeededMint("x"))
    assert values[-1].place not in {v.place for v in law_in_book()}
    monkeypatch.undo()
    (loaded,) = upgrade(by=begun.office.id, at=FIRST, mint=SystemMint()).entries
    assert (loaded.act.key, loaded.does) == (values[-1].key, "record")
    monkeypatch.setattr(founding, "shipped", lambda: LawBook(values[:-1]))
    written = upgrade(by=begun.office.id, at=FIRST, mint=SystemMint()).entries
    (gone,) = [entry for entry in written if entry.does == "withdraw"]
    assert (gone.act.key, gone.reason) == (values[-1].key, "no_longer_shipped")
    assert values[-1].place not in {v.place for v in law_in_book()}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"begins_on": date(2026, 1, 6)}, "begins_later"),
        ({"confirmer": "van.phong"}, "same_name"),
        ({"decision": ""}, "no_decision"),
        ({"decided_on": date(2026, 1, 6)}, "no_decision"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_before_anything_is_made(empty, changes, why):
    with pytest.raises(FoundingRefused) as told:
        found(plan(**changes), at=FIRST)
    assert told.value.args == (why,)
    assert reading.size() == 0 and not opening.keyring_path().exists()
    assert why in words.FOUNDING_REFUSED


def test_without_a_book_there_is_no_desk(empty):
    with pytest.raises(NotFounded):
        Desk.open()


def test_a_demo_book_is_not_opened_with_the_keys_of_a_service(book):
    from django.conf import settings

    path = opening.keyring_path()
    path.unlink()
    from thenchot.sealed.randomness import System
    from thenchot.sealed.slots import read_machine_secret

    secret = read_machine_secret(settings.THENCHOT_KEY_FILE)
    ring, _ = Keyring.create(
        path, installation="test", mode="service", randomness=System(), machine_secret=secret
    )
    opening.use(ring)
    with pytest.raises(ModeDiffers):
        Desk.open()


def test_ids_of_a_demo_told_from_a_seed_follow_from_it_and_the_size_of_the_book(book):
    first = [Desk.open(seed="1").mint.id() for _ in range(2)]
    assert first[0] == first[1] != Desk.open(seed="2").mint.id()
    desk = Desk.open(seed="1")
    one, two = desk.mint.id(), desk.mint.id()
    assert one == first[0] != two  # one stream while the book stays as it is
    book.write(Ended(about=1, effective_on=TODAY, role=Role.OFFICE, scope=A))
    assert desk.mint.id() not in (one, two)


DRAWN = """
import django
django.setup()
from thenchot.access.desk import Desk
mint = Desk.open().mint
print(mint.id(), mint.id(), mint.salt().hex())
"""


def test_two_processes_at_a_demo_never_draw_the_same(book, installation):
    run = [sys.executable, "-c", DRAWN]
    drawing = [Popen(run, env=installation.environment, stdout=PIPE, text=True) for _ in range(2)]
    drawn = [process.communicate()[0].split() for process in drawing]
    assert [len(one) for one in drawn] == [3, 3]
    assert not set(drawn[0]) & set(drawn[1])


def test_a_demo_signs_in_without_a_password_a_service_never(empty):
    book = begin()
    assert book.desk.sign_in("Van.Phong", None, at=AT).id == book.begun.office.id
    with pytest.raises(SignInRefused):
        book.desk.sign_in("khong.co", None, at=AT)
    accounts.block(book.begun.office)
    with pytest.raises(SignInRefused):
        book.desk.sign_in("van.phong", None, at=AT)


def test_a_service_signs_in_with_the_one_time_password_for_a_day(empty):
    from thenchot.ledger.events import Mode

    begun = found(plan(mode=Mode.SERVICE), at=FIRST)
    desk, password = Desk.open(), begun.passwords["van.phong"]
    assert sorted(begun.passwords) == ["pho.bi.thu", "van.phong"]
    account = desk.sign_in("van.phong", password, at=FIRST + timedelta(hours=23, minutes=59))
    assert account.must_change
    for name, given, at in (
        ("van.phong", password, FIRST + timedelta(hours=24)),
        ("van.phong", None, FIRST),
        ("van.phong", password + "x", FIRST),
        ("khong.co", password, FIRST),
    ):
        with pytest.raises(SignInRefused):
            desk.sign_in(name, given, at=at)
    with pytest.raises(PasswordRefused):
        accounts.choose_password(account, password)
    accounts.choose_password(account, "bốn con trâu qua suối sớm")
    again = desk.sign_in("van.phong", "bốn con trâu qua suối sớm", at=FIRST + timedelta(days=44))
    assert not again.must_change


# ---------------------------------------------------------------------- recording


def test_a_clerk_records_in_her_commune_and_nowhere_else(book):
    clerk = book.account("ngan", (Role.OFFICE, A)).id
    moved = membership.Moved(about=AN, effective_on=TODAY, organisation=A2, cell=A2, why="internal")
    away = membership.Moved(about=AN, effective_on=TODAY, organisation=A1, cell=B1, why="internal")
    pulled = membership.Moved(about=BINH, effective_on=TODAY, organisation=A1, cell=A1, why="internal")
    counted = membership.Moved(about=AN, effective_on=TODAY, organisation=B1, cell=A2, why="internal")
    for act in (away, pulled, counted):
        assert reasons(book, [Draft(act, 5)], clerk) == {0: Why.OUT_OF_SCOPE}
    assert reasons(book, [Draft(moved, 5), Draft(away, 6)], clerk) == {1: Why.OUT_OF_SCOPE}
    outcome = book.desk.record([Draft(moved, 5)], by=clerk, at=AT)
    assert [e.kind for e in outcome.recorded.entries] == ["membership.moved"]
    assert reading.story(AN).value("cell") == str(A2)
    assert proof.checkpointed_on(TODAY)


def test_a_new_member_belongs_where_the_batch_puts_him(book):
    clerk = book.account("ngan", (Role.OFFICE, A)).id
    nowhere = registered(201, A1, TODAY)
    there = [Draft(registered(202, A1, TODAY), 6), Draft(carried_over(202, B1, TODAY), 6)]
    assert reasons(book, there, clerk) == {0: Why.OUT_OF_SCOPE, 1: Why.OUT_OF_SCOPE}
    assert book.desk.record([Draft(nowhere, 7)], by=clerk, at=AT).waiting == []
    here = [Draft(registered(203, A1, TODAY), 8), Draft(carried_over(203, A1, TODAY), 8)]
    assert len(book.desk.record(here, by=clerk, at=AT).recorded.entries) == 2
    # Recorded and not yet a member: the office that recorded may go on, another may not.
    other = book.account("ben.b", (Role.OFFICE, B)).id
    admitted = membership.Admitted(about=201, effective_on=TODAY, organisation=A1, cell=A1)
    taken = membership.Admitted(about=201, effective_on=TODAY, organisation=B1, cell=B1)
    for act in (admitted, taken):
        assert reasons(book, [Draft(act, 9)], other) == {0: Why.OUT_OF_SCOPE}


def test_a_host_records_a_guest_and_cannot_record_anything_else_of_him(book):
    clerk = book.account("ben.b", (Role.OFFICE, B)).id
    hosted = membership.Hosted(about=AN, effective_on=TODAY, organisation=B1, cell=B1, until=date(2027, 1, 1))
    book.desk.record([Draft(hosted, 5)], by=clerk, at=AT)
    away = membership.Died(about=AN, effective_on=TODAY, organisation=B1)
    assert reasons(book, [Draft(away, 6)], clerk) == {0: Why.OUT_OF_SCOPE}
    ended = membership.HostingEnded(about=AN, effective_on=TODAY)
    book.desk.record([Draft(ended, 7)], by=clerk, at=AT)
    assert reading.story(AN).value("guest") is None


def test_new_organisations_stand_where_their_parent_stands(book):
    clerk = book.account("ngan", (Role.OFFICE, A)).id

    def cell(one, parent, act_set):
        act = organisations.Founded(
            about=one, effective_on=TODAY, code=f"n{one}", type="cell", sector="residential", parent=parent,
            name=one,
        )  # fmt: skip
        return Draft(act, act_set)

    assert reasons(book, [cell(301, B, 5)], clerk) == {0: Why.OUT_OF_SCOPE}
    assert reasons(book, [cell(302, book.top, 5)], clerk) == {0: Why.OUT_OF_SCOPE}
    moved = organisations.Moved(about=A1, effective_on=TODAY, parent=B)
    assert reasons(book, [Draft(moved, 6)], clerk) == {0: Why.OUT_OF_SCOPE}
    member = carried_over(204, 303, TODAY)
    batch = [cell(303, A, 7), Draft(registered(204, A1, TODAY), 7), Draft(member, 7)]
    assert len(book.desk.record(batch, by=clerk, at=AT).recorded.entries) == 3


def test_what_is_not_on_the_list_cannot_be_recorded(book):
    from thenchot.access.events import Confirmed
    from thenchot.law.review_events import ToReview

    office = book.begun.office.id
    own = Confirmed(about=office, effective_on=TODAY, request="0" * 16, digest="0" * 64)
    listed = ToReview(about=AN, effective_on=TODAY, rule="some", entry=3, grade="against")
    for act in (own, listed):
        assert reasons(book, [Draft(act, 5)], office) == {0: Why.NOT_LISTED}


def test_a_value_of_the_law_is_loaded_at_the_top_and_as_certain_by_two(book):
    clerk = book.account("ngan", (Role.OFFICE, A)).id
    installation, office = book.begun.installation, book.begun.office.id

    def value(grade, act_set):
        act = ValueLoaded(
            about=installation, effective_on=TODAY, key="test.days", scope="centre", unit=Unit.DAY,
            state=State.KNOWN, grade=grade, value="30",
        )  # fmt: skip
        return Draft(act, act_set)

    assert reasons(book, [value(Grade.SECONDARY, 5)], clerk) == {0: Why.OUT_OF_SCOPE}
    assert book.desk.record([value(Grade.SECONDARY, 6)], by=office, at=AT).waiting == []
    (asked,) = book.desk.record([value(Grade.READ, 7)], by=office, at=AT).waiting
    book.desk.confirm(asked.code, by=book.begun.confirmer.id, at=AT)
    assert reading.entry(reading.size() - 1).act.grade is Grade.READ


def test_the_day_gets_one_checkpoint_at_its_first_write(book):
    clerk = book.account("ngan", (Role.OFFICE, A)).id
    before = len(proof.notes())
    for place, cell in enumerate((A2, A1)):
        act = membership.Moved(about=AN, effective_on=TODAY, organisation=cell, cell=cell, why="internal")
        book.desk.record([Draft(act, 5 + place)], by=clerk, at=AT + timedelta(minutes=place))
    assert len(proof.notes()) == before + 1
    assert proof.notes()[-1][2] == "day"


# ---------------------------------------------------------------------- roles


@pytest.mark.parametrize(
    ("held", "wanted", "refused"),
    [
        (Role.ADMINISTRATOR, Role.OFFICE, True),
        (Role.OFFICE, Role.ADMINISTRATOR, True),
        (Role.ADMINISTRATOR, Role.LEADER, True),
        (Role.ADMINISTRATOR, Role.AUDITOR, True),
        (Role.AUDITOR, Role.CONFIRMER, True),
        (Role.CELL_SECRETARY, Role.AUDITOR, True),
        (Role.AUDITOR, Role.LEADER, False),
        (Role.ADMINISTRATOR, Role.KEY_HOLDER, False),
        (Role.OFFICE, Role.CONFIRMER, False),
    ],
)
def test_incompatible_roles_are_refused_in_one_person(book, held, wanted, refused):
    new = book.account("moi", (held, A)).id
    act = Granted(about=new, effective_on=TODAY, organisation=B, role=wanted, scope=B)
    if not refused:
        assert record_unchecked(book, act).entries
        return
    with pytest.raises(Refused) as told:
        record_unchecked(book, act)
    assert [f.objection.rule for f in told.value.findings] == ["incompatible_roles"]
    # Once the other one has ended, it may be granted.
    book.write(Ended(about=new, effective_on=TODAY, role=held, scope=A))
    assert record_unchecked(book, act).entries


def record_unchecked(book, act):
    """Judged by the rules alone, whoever writes it."""
    from thenchot.law.recording import record_many

    return record_many([Draft(act, book.mint.id())], at=AT, by=1, mint=book.mint)


def test_grants_that_cannot_be_are_refused(book):
    account = book.account("moi", (Role.LEADER, A)).id
    said = {"about": account, "effective_on": TODAY}
    for act, rule in (
        (Granted(**said, role=Role.LEADER, scope=999), "scope_exists"),
        (Granted(**said, role=Role.MEMBER, scope=A), "member_is_not_granted"),
        (Granted(**said, role=Role.LEADER, scope=A, managing="commune"), "not_held_already"),
        (Ended(**said, role=Role.LEADER, scope=B), "held_before_it_ends"),
    ):
        with pytest.raises(Refused) as told:
            record_unchecked(book, act)
        assert [f.objection.rule for f in told.value.findings] == [rule]


def test_nobody_grants_herself_a_role_and_a_clerk_grants_none(book):
    deputy = book.account("hung", (Role.CONFIRMER, A)).id
    clerk = book.account("ngan", (Role.OFFICE, A)).id
    for by, scope, about, why in (
        (deputy, A, deputy, Why.ONESELF),
        (deputy, B, clerk, Why.OUT_OF_SCOPE),
        (clerk, A, deputy, Why.NO_ROLE),
    ):
        act = Granted(about=about, effective_on=TODAY, organisation=scope, role=Role.LEADER, scope=scope)
        assert reasons(book, [Draft(act, 5)], by) == {0: why}


def test_every_rule_and_every_refusal_has_its_sentence():
    assert {rule.name for rule in RULES} == set(words.OBJECTIONS)
    with translation.override("vi"):
        assert str(words.OBJECTIONS["scope_exists"]).format(day="01/01/2026").count("01/01/2026") == 1
    assert CELLS[AN] == A1 and Action.FIND in words.ACTIONS
