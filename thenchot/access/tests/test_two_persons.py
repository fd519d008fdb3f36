import time
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections

from thenchot.access import erasing, two_persons
from thenchot.access.actions import Action
from thenchot.access.events import Confirmed, Declined, Ended, Granted, Requested, Role
from thenchot.access.requests import Request, draft_from, stored
from thenchot.access.tests.book import A1, AN, AT, BEGINS, BINH, TODAY, A, B, joining
from thenchot.access.two_persons import Executor, NotConfirmed
from thenchot.law.recording import Refused
from thenchot.ledger import reading
from thenchot.ledger.entries import RESTATE, WITHDRAW
from thenchot.ledger.kinds import KINDS
from thenchot.ledger.minting import SystemMint
from thenchot.ledger.verifying import verify
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership import events as membership
from thenchot.rooms.people.events import Erased
from thenchot.sealed import store, unsealed

LATER = AT + timedelta(hours=2)


@pytest.fixture
def clerk(book):
    return book.account("ngan", (Role.OFFICE, A), (Role.ORGANISING, A)).id


@pytest.fixture
def deputy(book):
    return book.account("hung", (Role.CONFIRMER, A)).id


def admission(person=AN):
    (entry,) = [e for e in reading.entries(person) if e.kind == "membership.carried_over"]
    return entry


def annulment(entry, act_set=501):
    return Draft(entry.act, act_set, WITHDRAW, entry.root, "typed_wrong")


def refused(code, by, at=LATER, book=None):
    with pytest.raises(NotConfirmed) as told:
        two_persons.confirm(code, by=by, at=at, mint=book.mint)
    return told.value.args[0]


def kinds_after(size):
    return [reading.entry(seq).kind for seq in range(size + 1, reading.size() + 1)]


def test_an_annulment_after_31_days_waits_and_one_after_30_does_not(book, clerk):
    fresh = AT + timedelta(days=30)
    entry = admission()
    assert book.desk.record([annulment(entry)], by=clerk, at=fresh).waiting == []
    book.write(*joining(106, A1), at=fresh)
    outcome = book.desk.record(
        [annulment(admission(106), 502)], by=clerk, at=fresh + timedelta(days=30, seconds=1)
    )
    assert (outcome.recorded.entries, [one.what for one in outcome.waiting]) == ([], ["annul_old"])


def test_what_is_in_a_closed_period_waits_whatever_its_age(book, clerk, monkeypatch):
    from thenchot.access import judging

    monkeypatch.setattr(judging, "IN_A_CLOSED_PERIOD", [lambda entry: entry.effective_on == BEGINS])
    (waiting,) = book.desk.record([annulment(admission())], by=clerk, at=AT).waiting
    assert waiting.what == "annul_old"


def test_the_second_person_sees_and_writes_exactly_what_was_asked(book, clerk, deputy):
    entry = admission()
    at = AT + timedelta(days=40)
    (asked,) = book.desk.record([annulment(entry)], by=clerk, at=at).waiting
    assert reading.story(AN).value("standing") == "full"
    assert [one.code for one in two_persons.pending(deputy, at)] == [asked.code]
    assert two_persons.pending(clerk, at) == []
    assert [one.code for one in two_persons.asked_by(clerk, at)] == [asked.code]

    shown = two_persons.diff(asked)
    assert shown.counts == {"withdraw membership.carried_over": 1}
    ((does, kind, about, before, after),) = [
        (one.does, one.kind, one.about, one.before, one.after) for one in shown.lines
    ]
    assert (does, kind, about, before, after) == ("withdraw", "membership.carried_over", AN, entry.act, None)

    size = reading.size()
    recorded = book.desk.confirm(asked.code, by=deputy, at=at + timedelta(hours=71))
    assert kinds_after(size) == ["membership.carried_over", "access.confirmed"]
    assert {one.act_set for one in recorded.entries} == {501}
    assert {one.by for one in recorded.entries} == {deputy}
    assert reading.story(AN).value("standing") is None
    assert Request.objects.count() == 0
    assert refused(asked.code, deputy, at + timedelta(hours=71), book) == "gone"


def test_the_book_says_who_asked_and_a_digest_that_says_nothing(book, clerk):
    at = AT + timedelta(days=40)
    (one,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    asked = reading.entry(reading.size())
    assert (asked.kind, asked.by, asked.act) == (
        "access.requested",
        clerk,
        Requested(
            about=clerk,
            effective_on=date(2026, 12, 31),
            organisation=A1,
            request=one.code,
            what="annul_old",
            digest=one.digest,
        ),
    )
    two_persons.decline(one.code, by=clerk, at=at, mint=book.mint)
    (again,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    assert again.digest != one.digest  # the same annulment, another salt


def test_the_same_person_a_stranger_and_a_latecomer_are_refused(book, clerk, deputy):
    at = AT + timedelta(days=40)
    book.grant(two := book.account("hai.vai", (Role.OFFICE, A)), (Role.CONFIRMER, A))
    stranger = book.account("nguoi.la", (Role.CONFIRMER, B)).id
    (asked,) = book.desk.record([annulment(admission())], by=two.id, at=at).waiting
    size = reading.size()
    assert refused(asked.code, two.id, at, book) == "same_person"
    assert refused(asked.code, stranger, at, book) == "not_yours"
    assert refused(asked.code, clerk, at, book) == "not_yours"
    assert refused(asked.code, deputy, at + timedelta(hours=72), book) == "expired"
    assert refused(asked.code, deputy, at, book) == "gone"  # what expired has vanished
    assert (reading.size(), Request.objects.count()) == (size, 0)


def test_the_level_above_may_be_the_second(book, clerk):
    at = AT + timedelta(days=40)
    (asked,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    book.desk.confirm(asked.code, by=book.begun.confirmer.id, at=at)
    assert reading.story(AN).value("standing") is None


def test_a_request_dies_with_the_role_of_the_one_who_asked(book, clerk, deputy):
    at = AT + timedelta(days=40)
    (asked,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    day = date(2026, 12, 31)
    book.write(
        *(Ended(about=clerk, effective_on=day, role=r, scope=A) for r in (Role.OFFICE, Role.ORGANISING)),
        at=at,
    )
    assert refused(asked.code, deputy, at, book) == "asker"


def test_a_request_changed_behind_our_back_is_not_written(book, clerk, deputy):
    at = AT + timedelta(days=40)
    (asked,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    asked.contents = asked.contents.replace(f'"about":"{AN}"', f'"about":"{BINH}"')
    asked.save()
    assert refused(asked.code, deputy, at, book) == "changed"


def test_the_same_form_sent_twice_is_one_request(book, clerk):
    at = AT + timedelta(days=40)
    (first,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    (again,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    assert (again.code, Request.objects.count()) == (first.code, 1)


def test_declined_or_taken_back_nothing_is_written(book, clerk, deputy):
    at = AT + timedelta(days=40)
    stranger = book.account("nguoi.la", (Role.CONFIRMER, B)).id
    for by in (deputy, clerk):
        (asked,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
        with pytest.raises(NotConfirmed):
            book.desk.decline(asked.code, by=stranger, at=at)
        book.desk.decline(asked.code, by=by, at=at)
        assert reading.entry(reading.size()).kind == "access.declined"
        assert (reading.story(AN).value("standing"), Request.objects.count()) == ("full", 0)


def test_what_the_rules_refuse_is_refused_before_anybody_is_asked(book, clerk):
    entry = admission()
    at = AT + timedelta(days=40)
    size = reading.size()
    nothing = Draft(entry.act, 9, WITHDRAW, 3, "typed_wrong")  # the root of another subject
    with pytest.raises(Refused):
        book.desk.record([nothing], by=clerk, at=at)
    assert (reading.size(), Request.objects.count()) == (size, 0)


def test_it_is_judged_again_when_it_is_confirmed(book, clerk, deputy):
    at = AT + timedelta(days=40)
    (asked,) = book.desk.record([annulment(admission())], by=clerk, at=at).waiting
    entry = admission()
    book.desk.record([Draft(entry.act, 8, RESTATE, entry.root, "typed_wrong")], by=clerk, at=at)
    (other,) = book.desk.record([annulment(entry, 502)], by=clerk, at=at).waiting
    book.desk.confirm(other.code, by=deputy, at=at)
    with pytest.raises(Refused):
        book.desk.confirm(asked.code, by=deputy, at=at)


def test_undoing_an_import_after_a_day_waits(book, clerk):
    entries = [e for e in reading.entries(AN) if e.act_set == 77]
    drafts = [annulment(e) for e in reversed(entries)]
    assert len(drafts) == 2
    (asked,) = book.desk.record(drafts, by=clerk, at=AT + timedelta(days=1, seconds=1)).waiting
    assert asked.what == "undo_old_import"
    book.desk.decline(asked.code, by=clerk, at=AT + timedelta(days=1, seconds=1))
    book.write(*joining(106, A1), at=AT + timedelta(days=2))
    fresh = [annulment(e, 503) for e in reversed(reading.entries(106))]
    outcome = book.desk.record(fresh, by=clerk, at=AT + timedelta(days=3))
    assert (outcome.waiting, len(outcome.recorded.entries)) == ([], 2)


def test_erasure_needs_two_and_then_facts_and_file_go_and_the_tree_stays(book, clerk, deputy, monkeypatch):
    told = []
    monkeypatch.setattr(erasing, "HOOKS", [told.append])
    head = admission()
    draft = Draft(Erased(about=AN, effective_on=TODAY, organisation=A1, ground="requested"), 601)
    (asked,) = book.desk.record([draft], by=clerk, at=AT).waiting
    assert asked.what == "erase" and list(unsealed.fetch([AN])) == [AN]
    # Something else about the same person waits too; it may not outlive the erasure.
    old = book.desk.record([annulment(head)], by=clerk, at=AT + timedelta(hours=1))
    assert old.waiting == [] and len(old.recorded.entries) == 1
    book.desk.confirm(asked.code, by=deputy, at=AT + timedelta(hours=3))
    entries = reading.entries(AN)
    assert [(e.kind, e.act is None) for e in entries] == [
        ("people.registered", True),
        ("membership.carried_over", True),
        ("membership.carried_over", True),
        ("people.erased", False),
    ]
    assert reading.periods_of(AN) == []
    assert (unsealed.fetch([AN]), store.by_number(f"099{AN:09d}"), told) == ({}, None, [AN])
    assert reading.story(BINH).value("standing") == "full"
    assert erasing.unfinished() == []
    assert_verifies(book)


def assert_verifies(book):
    from thenchot.ledger import proof

    proof.make_checkpoint(book.desk.key, occasion="test", at=AT + timedelta(days=90))
    assert verify(book.desk.key.public_key()).faults == []


def test_an_erasure_that_was_cut_off_is_finished(book, clerk, deputy, monkeypatch):
    draft = Draft(Erased(about=AN, effective_on=TODAY, organisation=A1, ground="requested"), 601)
    (asked,) = book.desk.record([draft], by=clerk, at=AT).waiting

    def cut_off(person):
        raise KeyboardInterrupt

    monkeypatch.setattr(erasing, "erase", cut_off)
    with pytest.raises(KeyboardInterrupt):
        book.desk.confirm(asked.code, by=deputy, at=AT)
    monkeypatch.undo()
    assert list(unsealed.fetch([AN])) == [AN] == list(erasing.unfinished())
    assert erasing.finish() == [AN]
    assert (unsealed.fetch([AN]), list(erasing.unfinished())) == ({}, [])


def test_facts_of_somebody_not_erased_do_not_go(book):
    with pytest.raises(LookupError):
        erasing.erase(BINH)
    from django.db import DatabaseError

    with pytest.raises(DatabaseError):
        erasing.forget_facts(BINH, reading.size() + 1)
    assert reading.story(BINH).value("standing") == "full"


def grant(account, role, scope, act_set=701, **paper):
    act = Granted(about=account, effective_on=TODAY, organisation=scope, role=role, scope=scope, **paper)
    return Draft(act, act_set)


def test_a_grant_needs_the_level_above_and_a_cell_role_does_not(book, clerk, deputy):
    new = book.account("moi").id
    other = book.account("cung.cap", (Role.CONFIRMER, A)).id
    (asked,) = book.desk.record([grant(new, Role.OFFICE, A)], by=deputy, at=AT).waiting
    assert refused(asked.code, other, LATER, book) == "not_yours"
    book.desk.confirm(asked.code, by=book.begun.confirmer.id, at=LATER)
    assert book.desk.may(Action.RECORD_ORGANISATIONS, by=new, at=LATER, organisation=A1).yes
    cell = book.account("bi.thu").id
    assert book.desk.record([grant(cell, Role.CELL_SECRETARY, A1, 702)], by=deputy, at=LATER).waiting == []
    assert book.desk.may(Action.SEE_NAMES, by=cell, at=LATER, organisation=A1).yes


def test_at_the_top_the_paper_of_the_superior_and_another_person_there(book):
    new = book.account("moi").id
    first, office = book.begun.confirmer.id, book.begun.office.id
    (bare,) = book.desk.record([grant(new, Role.LEADER, book.top)], by=first, at=AT).waiting
    assert refused(bare.code, office, LATER, book) == "no_paper"
    paper = {"paper": "7-QĐ/TU", "signed_on": TODAY}
    (asked,) = book.desk.record([grant(new, Role.LEADER, book.top, 703, **paper)], by=first, at=AT).waiting
    assert refused(asked.code, first, LATER, book) == "same_person"
    book.desk.confirm(asked.code, by=office, at=LATER)
    assert book.desk.may(Action.SEE_FIGURES, by=new, at=LATER, organisation=A).yes


def test_nobody_confirms_a_role_for_herself(book, deputy):
    above = book.account("tren", (Role.CONFIRMER, book.top)).id
    (asked,) = book.desk.record([grant(above, Role.LEADER, A)], by=deputy, at=AT).waiting
    assert refused(asked.code, above, LATER, book) == "oneself"


def test_a_higher_floor_asks_with_its_own_executor(book, monkeypatch):
    done = []
    executor = Executor(lambda payload: {"figures": payload["figures"]}, lambda *args: done.append(args))
    monkeypatch.setitem(two_persons.EXECUTORS, "closing", executor)
    payload = {"figures": 62, "period": "2026-10"}
    clerk, deputy = book.account("ngan", (Role.OFFICE, A)).id, book.account("hung", (Role.CONFIRMER, A)).id
    asked = book.desk.ask(
        Action.APPROVE_CLOSING, by=clerk, at=AT, organisation=A, executor="closing", payload=payload
    )
    assert two_persons.diff(asked).counts == {"figures": 62}
    assert done == []
    book.desk.confirm(asked.code, by=deputy, at=LATER)
    assert done == [(payload, deputy, LATER)]
    assert reading.entry(reading.size()).kind == Confirmed.kind


@pytest.mark.parametrize("other", ["confirm", "decline"])
def test_of_two_who_answer_at_the_same_instant_one_finds_it_gone(book, monkeypatch, other):
    done, said, start = [], [], Barrier(2)
    monkeypatch.setitem(
        two_persons.EXECUTORS, "closing", Executor(lambda payload: {}, lambda *args: done.append(args))
    )
    clerk = book.account("ngan", (Role.OFFICE, A)).id
    persons = [book.account(name, (Role.CONFIRMER, A)).id for name in ("hung", "lan")]
    asked = book.desk.ask(Action.APPROVE_CLOSING, by=clerk, at=AT, organisation=A, executor="closing")
    size, checked = reading.size(), two_persons.hindrance

    def slowly(*args):
        found = checked(*args)
        time.sleep(0.3)  # long enough for both to have checked, did nothing hold them
        return found

    monkeypatch.setattr(two_persons, "hindrance", slowly)

    def answers(answer, by):
        start.wait()
        try:
            answer(asked.code, by=by, at=LATER, mint=SystemMint())
            said.append("answered")
        except NotConfirmed as refusal:
            said.append(refusal.args[0])
        finally:
            connections.close_all()

    both = [two_persons.confirm, getattr(two_persons, other)]
    threads = [Thread(target=answers, args=pair) for pair in zip(both, persons, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["answered", "gone"]
    assert kinds_after(size) in ([Confirmed.kind], [Declined.kind])
    assert len(done) == (kinds_after(size) == [Confirmed.kind])
    assert Request.objects.count() == 0


def test_drafts_come_back_as_they_were_stored(book, clerk):
    entry = admission()
    for draft in (annulment(entry), Draft(entry.act, 5), grant(clerk, Role.OFFICE, A, paper="7-QĐ/TU")):
        assert draft_from(stored(draft)) == draft
    assert membership.Moved.kind in KINDS
