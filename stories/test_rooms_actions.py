from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections

from stories.book import (
    AN,
    BINH,
    CELL_1,
    CELL_2,
    CELL_3,
    CHI,
    COMMUNE,
    DUNG,
    EM,
    NOON,
    PROVINCE,
    begun,
    kinds_after,
    registered,
)
from thenchot.law.calendar import add_working_days
from thenchot.law.correcting import NotInForce, Reason, StandsOn, annul, correct
from thenchot.law.recording import Refused
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger import reading
from thenchot.ledger.days import PartialDay
from thenchot.ledger.minting import SeededMint
from thenchot.rooms.due import Clocks, Subtree
from thenchot.rooms.membership.actions import admit_new_person, transfer
from thenchot.rooms.membership.due import badges, of_members
from thenchot.rooms.membership.events import (
    Admitted,
    Died,
    Exempted,
    Hosted,
    Recognised,
    ResidenceIntroduced,
    Sent,
    TemporarilySent,
    TransferredOut,
)
from thenchot.rooms.membership.reading import members_of, membership_of, on_the_way_to, to_review
from thenchot.rooms.membership.roster import Roster
from thenchot.rooms.offices.actions import change_secretary, go
from thenchot.rooms.offices.events import Leaving, Post, Way
from thenchot.rooms.offices.reading import holders_of, posts_of
from thenchot.rooms.organisations.events import Ended, Ending, Founded, Moved, OrganisationType
from thenchot.rooms.organisations.reading import below, organisation_on, tree_on
from thenchot.rooms.people.reading import person_on
from thenchot.rooms.reorganising import Decision, end_organisation, merge_cells, reorganise, split_cell

D = date(2024, 5, 2)
BEFORE, AFTER = date(2024, 4, 1), date(2024, 9, 1)
BY = Decision(D, signed_on=D, paper="5-QĐ/ĐU")


@pytest.fixture
def book(installation):
    return begun()


def broken(refusal):
    return [finding.objection.rule for finding in refusal.value.findings]


def admitted(person=EM, cell=CELL_1, day=date(2023, 3, 3), **more):
    return Admitted(about=person, effective_on=day, organisation=cell, cell=cell, decided_on=day, **more)


def founded(subject, kind=OrganisationType.CELL, parent=COMMUNE):
    return Founded(about=subject, effective_on=D, code="new", type=kind, parent=parent, name=500)


def test_a_new_person_is_registered_and_admitted_in_one_set(book):
    done = admit_new_person(registered(EM, D), admitted(day=D), **book.hand)
    assert [e.kind for e in done.entries] == ["people.registered", "membership.admitted"]
    assert len({e.act_set for e in done.entries}) == 1
    assert membership_of(EM, as_of=D).cell == CELL_1
    assert person_on(EM, as_of=D).birth == PartialDay.of("1985-05")


def test_nothing_is_written_where_one_act_of_a_set_is_refused(book):
    size = reading.size()
    with pytest.raises(Refused) as refusal:
        admit_new_person(registered(EM, D), admitted(cell=COMMUNE, day=D), **book.hand)
    assert broken(refusal) == ["cell_is_a_cell"]
    assert reading.size() == size


def test_what_is_against_a_rule_waits_for_the_paper_and_is_reviewed(book):
    admit_new_person(registered(EM), admitted(), **book.hand)
    late = Recognised(about=EM, effective_on=date(2024, 3, 4), organisation=CELL_1)
    with pytest.raises(Refused) as refusal:
        book.write(late)
    assert broken(refusal) == ["recognised_from_the_end_of_probation"]
    (entry,) = book.write(late, on_paper=True).entries
    (review,) = to_review(as_of=D)
    assert (review.subject, review.rule, review.entry) == (
        EM,
        "recognised_from_the_end_of_probation",
        entry.root,
    )


def test_a_late_act_that_makes_a_later_one_impossible_is_refused(book):
    book.write(Exempted(about=AN, effective_on=date(2020, 5, 1), organisation=CELL_1))
    gone = TransferredOut(about=AN, effective_on=date(2019, 5, 1), organisation=CELL_1, destination="abroad")
    with pytest.raises(Refused) as refusal:
        book.write(gone)
    assert broken(refusal) == ["member_that_day"]
    assert refusal.value.findings[0].objection.facts["later"]


def test_a_transfer_is_sent_and_received(book):
    done = transfer(AN, CELL_2, sent_on=D, received_on=date(2024, 5, 20), **book.hand)
    assert [e.organisation for e in done.entries] == [CELL_1, CELL_2]
    assert on_the_way_to(CELL_2, as_of=D) == [AN]
    assert members_of(CELL_1, as_of=D) == [BINH, CHI]
    assert members_of(COMMUNE, as_of=date(2024, 5, 20)) == [AN, BINH, CHI, DUNG]


def test_a_new_secretary_follows_the_old_one_on_the_same_day(book):
    change_secretary(CELL_1, BINH, on=D, way=Way.ELECTED, how=Leaving.TERM_ENDED, **book.hand)
    assert [h.person for h in holders_of(CELL_1, as_of=date(2024, 5, 1))] == [AN]
    assert [(h.person, h.post) for h in holders_of(CELL_1, as_of=D)] == [(BINH, Post.SECRETARY)]


def test_who_dies_leaves_every_post_first(book):
    done = go(Died(about=AN, effective_on=D, organisation=CELL_1), **book.hand)
    assert [e.kind for e in done.entries] == ["offices.left", "membership.died"]
    assert posts_of(AN, as_of=D) == []
    assert membership_of(AN, as_of=D).died_on == D


def test_who_is_sent_away_leaves_the_posts_of_the_cell(book):
    done = go(Sent(about=AN, effective_on=D, organisation=CELL_1, to=CELL_2), **book.hand)
    assert [e.kind for e in done.entries] == ["offices.left", "membership.sent"]


def test_an_end_that_leaves_somebody_behind_is_refused(book):
    size = reading.size()
    with pytest.raises(Refused) as refusal:
        book.write(Ended(about=CELL_1, effective_on=D, organisation=CELL_1, how=Ending.MERGED, heir=CELL_2))
    assert broken(refusal) == ["nobody_is_left_behind"]
    assert reading.size() == size


def test_cells_merged_take_everybody_along(book):
    book.write(
        Hosted(about=DUNG, effective_on=BEFORE, organisation=CELL_1, cell=CELL_1, until=AFTER),
        ResidenceIntroduced(about=DUNG, effective_on=BEFORE, organisation=CELL_2, cell=CELL_1),
        ResidenceIntroduced(about=AN, effective_on=BEFORE, organisation=CELL_1, cell=CELL_3),
    )  # fmt: skip
    reorganise(merge_cells([CELL_1, CELL_2], CELL_3, BY), **book.hand)
    assert members_of(CELL_3, as_of=D) == [AN, BINH, CHI, DUNG]
    assert members_of(CELL_1, as_of=date(2024, 5, 1)) == [AN, BINH, CHI]
    assert [membership_of(p, as_of=D).residence for p in (AN, DUNG)] == [None, None]
    assert membership_of(DUNG, as_of=D).guest_of is None
    assert posts_of(AN, as_of=D) == posts_of(DUNG, as_of=D) == []
    assert organisation_on(CELL_1, as_of=D) is None
    assert reading.story(CELL_1).value("heir") == str(CELL_3)


def test_a_guest_of_an_ended_cell_is_a_guest_of_its_heir(book):
    book.write(
        Hosted(
            about=DUNG,
            effective_on=BEFORE,
            organisation=CELL_1,
            cell=CELL_1,
            until=AFTER,
        )
    )
    reorganise(merge_cells([CELL_1], CELL_3, BY), **book.hand)
    assert membership_of(DUNG, as_of=D).guest_of == CELL_3


def test_an_organisation_that_ends_gives_its_children_a_new_parent(book):
    new = founded(110, OrganisationType.GRASSROOTS, PROVINCE)
    reorganise([new, *end_organisation(COMMUNE, 110, BY, how=Ending.MERGED)], **book.hand)
    assert below(110, as_of=D) == [110, CELL_1, CELL_2, CELL_3]
    assert below(COMMUNE, as_of=D) == []
    assert tree_on(as_of=date(2024, 5, 1))[CELL_1] == COMMUNE


def test_a_cell_is_split(book):
    new = founded(110)
    reorganise(split_cell([new], {AN: 110, BINH: 110}, BY), **book.hand)
    assert (members_of(110, as_of=D), members_of(CELL_1, as_of=D)) == ([AN, BINH], [CHI])
    assert holders_of(CELL_1, as_of=D) == []


def test_a_correction_restates_and_the_old_line_stays(book):
    done = admit_new_person(registered(EM), admitted(), **book.hand)
    root, place = done.entries[1].root, reading.size()
    correct(root, admitted(cell=CELL_2), reason=Reason.TYPED_WRONG, **book.hand)
    assert membership_of(EM, as_of=D).cell == CELL_2
    assert membership_of(EM, as_of=D, known_by=place).cell == CELL_1
    assert members_of(CELL_1, as_of=D, known_by=place) == [AN, BINH, CHI, EM]
    assert members_of(COMMUNE, as_of=D, known_by=place) == [AN, BINH, CHI, DUNG, EM]


def test_what_others_stand_on_is_annulled_only_with_them(book):
    done = admit_new_person(registered(EM), admitted(), **book.hand)
    book.write(Recognised(about=EM, effective_on=date(2024, 3, 3), organisation=CELL_1))
    book.write(Exempted(about=EM, effective_on=D, organisation=CELL_1))
    root, size = done.entries[1].root, reading.size()
    with pytest.raises(StandsOn) as refusal:
        annul(root, reason=Reason.WRONG_PERSON, **book.hand)
    assert [e.kind for e in refusal.value.entries] == ["membership.recognised", "membership.exempted"]
    assert reading.size() == size
    annul(root, reason=Reason.WRONG_PERSON, together_with_dependents=True, **book.hand)
    assert kinds_after(size) == ["membership.exempted", "membership.recognised", "membership.admitted"]
    assert membership_of(EM, as_of=D).standing is None
    with pytest.raises(NotInForce):
        annul(root, reason=Reason.WRONG_PERSON, **book.hand)


def test_the_members_of_a_cell_stand_on_its_founding(book):
    (entry,) = book.write(founded(110)).entries
    done = admit_new_person(registered(EM, D), admitted(cell=110, day=D), **book.hand)
    with pytest.raises(StandsOn) as refusal:
        annul(entry.root, reason=Reason.ENTERED_TWICE, **book.hand)
    assert [e.root for e in refusal.value.entries] == [done.entries[1].root]
    annul(entry.root, reason=Reason.ENTERED_TWICE, together_with_dependents=True, **book.hand)
    assert organisation_on(110, as_of=D) is None


def test_what_nothing_stands_on_is_annulled_alone(book):
    (entry,) = book.write(Exempted(about=AN, effective_on=D, organisation=CELL_1)).entries
    annul(entry.root, reason=Reason.DID_NOT_HAPPEN, **book.hand)
    assert not membership_of(AN, as_of=D).exempt


def test_two_clerks_cannot_both_send_the_same_member_away(book):
    start, outcomes = Barrier(2), []

    def clerk(to):
        start.wait()
        try:
            go(
                Sent(about=BINH, effective_on=D, organisation=CELL_1, to=to),
                at=NOON,
                by=to,
                mint=SeededMint(str(to)),
            )
            outcomes.append("written")
        except Refused as refusal:
            outcomes.append(refusal.findings[0].objection.rule)
        finally:
            connections.close_all()

    threads = [Thread(target=clerk, args=(to,)) for to in (CELL_2, CELL_3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["not_on_the_way_already", "written"]


def test_a_set_of_codes_is_free_only_once_within_one_writing(book):
    with pytest.raises(Refused) as refusal:
        book.write(founded(110), founded(111))
    assert broken(refusal) == ["code_is_free"]


def test_a_move_under_ones_own_child_is_refused(book):
    with pytest.raises(Refused) as refusal:
        book.write(Moved(about=COMMUNE, effective_on=D, organisation=COMMUNE, parent=CELL_1))
    assert "no_organisation_stands_above_itself" in broken(refusal)


def due(as_of):
    clocks = Clocks(as_of, law_in_book(), shipped_holidays())
    return list(of_members(Subtree(COMMUNE, as_of), clocks))


def test_the_end_of_probation_falls_due_and_then_overdue(book):
    admit_new_person(registered(EM), admitted(), **book.hand)
    ends = date(2024, 3, 3)
    last = add_working_days(ends, 30, shipped_holidays())

    def line(as_of):
        return [(d.facts["step"], d.facts["days"], d.overdue) for d in due(as_of) if d.subject == EM]

    assert line(ends - timedelta(days=91)) == []
    assert [line(ends - timedelta(days=n)) for n in (90, 61, 60, 30, 15, 7, 0)] == [
        [(step, days, False)]
        for step, days in ((90, 90), (90, 61), (60, 60), (30, 30), (15, 15), (7, 7), (7, 0))
    ]
    assert line(last) == [(None, (ends - last).days, False)]
    assert line(last + timedelta(days=1)) == [(None, (ends - last).days - 1, True)]
    (found,) = [d for d in due(D) if d.subject == EM]
    assert (found.since, found.due_on, found.organisation) == (ends, last, CELL_1)
    assert (found.rule, found.rests_on.value) == ("recognition.consider_within", 30)
    book.write(Recognised(about=EM, effective_on=ends, organisation=CELL_1))
    assert [d for d in due(D) if d.subject == EM] == []


def test_small_cells_letters_and_stays_elsewhere_are_due(book):
    book.write(TemporarilySent(about=BINH, effective_on=D, organisation=CELL_1, until=date(2024, 9, 2)))
    book.write(Sent(about=CHI, effective_on=D, organisation=CELL_1, to=CELL_2))
    found = due(D)
    small = [(d.subject, d.facts["full"]) for d in found if d.kind == "small_cell"]
    assert sorted(small) == [(CELL_1, 2), (CELL_2, 1), (CELL_3, 0)]
    assert [(d.subject, d.organisation, d.due_on) for d in found if d.kind == "letter"] == [
        (CHI, CELL_2, date(2024, 6, 12))
    ]
    assert [d for d in due(date(2024, 8, 2)) if d.kind == "away"] == []
    assert [(d.subject, d.since) for d in due(date(2024, 8, 3)) if d.kind == "away"] == [
        (BINH, date(2024, 9, 2))
    ]


def badges_due(wave):
    clocks = Clocks(wave, law_in_book(), shipped_holidays())
    found = badges(Roster(Subtree(COMMUNE, wave)), clocks, wave)
    return sorted((due.subject, due.facts["years"], due.due_on) for due in found)


def test_badges_are_due_by_the_day_of_award(book):
    assert badges_due(date(2042, 2, 2)) == []
    wave = date(2042, 2, 3)
    assert badges_due(wave) == [(who, 30, wave) for who in (AN, BINH, CHI, DUNG)]
