"""Lập biểu → soát → duyệt → nộp → nhận | trả lại: in this order, by these persons, never twice."""

from datetime import timedelta

import pytest

from thenchot.access.desk import NotAllowed
from thenchot.law.recording import Refused, record_many
from thenchot.ledger import proof, reading
from thenchot.ledger.writing import Draft
from thenchot.snapshot.closing import actions, folder
from thenchot.snapshot.closing.events import Line, Why
from thenchot.snapshot.closing.listing import closings, in_a_closed_period, last_closed, standing
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.verifying import verify
from thenchot.snapshot.tests.province import AT, ROOT

from .conftest import CLERK, CODE, COMMUNE_CLERK, DEPUTY, KEY, PERIOD, SECOND_CLERK, staff


def why(refusal):
    return [finding.objection.rule for finding in refusal.value.findings]


def test_a_closing_goes_its_way(office, close):
    code = close()
    one = standing(code)
    assert (one.state, one.number, one.closed, one.reviewed_by_preparer) == ("approved", 1, True, True)
    report = verify(one.path, KEY.public_key(), CODE)
    assert report.in_order and report.erased == 0
    assert report.signed.facts["approved_by"] == str(DEPUTY)
    actions.submit(office, code, by=CLERK, at=AT)
    assert actions.receive(office, code, by=CLERK, at=AT).state == "received"


def test_the_cut_off_is_the_size_of_a_signed_tree_and_a_checkpoint_was_made_for_the_approval(close):
    size = reading.size()
    one = standing(close())
    occasions = {size: occasion for size, _, occasion, _ in proof.notes()}
    assert one.cut_off == size and occasions[size] == "closing"
    approved = verify(one.path, KEY.public_key(), CODE).signed.facts["book"]["size"]
    assert approved > size and occasions[approved] == "closing"


def test_steps_are_refused_out_of_order(office, province, catalogue):
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    for step, by in ((actions.approve, DEPUTY), (actions.submit, CLERK), (actions.receive, CLERK)):
        with pytest.raises(Refused) as refusal:
            step(office, code, by=by, at=AT)
        assert why(refusal) == ["closing_steps_in_order"]
    assert not (standing(code).path / folder.SIGNED).exists()
    actions.review(office, code, by=CLERK, at=AT)
    actions.approve(office, code, by=DEPUTY, at=AT)
    with pytest.raises(Refused):
        actions.review(office, code, by=CLERK, at=AT)


def test_the_preparer_never_approves(office, province, catalogue):
    staff([(CLERK, "confirmer", ROOT)])
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, code, by=DEPUTY, at=AT)
    with pytest.raises(Refused) as refusal:
        actions.approve(office, code, by=CLERK, at=AT)
    assert why(refusal) == ["approver_is_not_preparer"]
    assert standing(code).state == "reviewed" and not (standing(code).path / folder.SIGNED).exists()


def test_where_the_office_has_two_the_preparer_does_not_review(office, province, catalogue):
    staff([(SECOND_CLERK, "office", ROOT)])
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    with pytest.raises(Refused) as refusal:
        actions.review(office, code, by=CLERK, at=AT)
    assert why(refusal) == ["reviewer_is_another_where_there_is_one"]
    # The deputy reviewed although a third person could have: then it is the third who has to.
    actions.review(office, code, by=DEPUTY, at=AT)
    with pytest.raises(Refused) as refusal:
        actions.approve(office, code, by=DEPUTY, at=AT)
    assert why(refusal) == ["three_persons_where_there_are_three"]
    actions.review(office, code, by=SECOND_CLERK, at=AT)
    assert actions.approve(office, code, by=DEPUTY, at=AT).closed


def test_rights_are_asked_first(office, province, catalogue):
    for by in (DEPUTY, 999):
        with pytest.raises(NotAllowed):
            actions.prepare(office, ROOT, PERIOD, by=by, at=AT, catalogue=catalogue)
    assert not folder.place().exists()
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    with pytest.raises(NotAllowed):
        actions.approve(office, code, by=CLERK, at=AT)


def below():
    """An organisation of today that stands under the root."""
    held = reading.held("parent", as_of=PERIOD.last)
    return next(node for node, _, value in held if value == str(ROOT))


def test_only_the_level_above_receives_and_returns_with_a_sentence_and_a_place(office, close):
    node = below()
    code = close(node)
    staff([(COMMUNE_CLERK, "office", node)])
    actions.submit(office, code, by=COMMUNE_CLERK, at=AT)
    with pytest.raises(NotAllowed):
        actions.receive(office, code, by=COMMUNE_CLERK, at=AT)
    with pytest.raises(Refused) as refusal:
        actions.return_(office, code, note=77, by=CLERK, at=AT)
    assert why(refusal) == ["returned_says_where"]
    one = actions.return_(office, code, note=77, figure="members.total", by=CLERK, at=AT)
    assert one.state == "returned" and one.returned.note == 77 and one.closed
    assert actions.submit(office, code, by=COMMUNE_CLERK, at=AT).state == "submitted"


def test_a_period_is_not_reopened_but_replaced(office, close, catalogue):
    first = close()
    with pytest.raises(Refused) as refusal:
        close()
    assert why(refusal) == ["closed_period_is_not_reopened"]
    with pytest.raises(Refused) as refusal:
        close(replaces=first)
    assert why(refusal) == ["replacement_has_a_reason"]
    with pytest.raises(Refused) as refusal:
        close(2, replaces=first, why=Why.CORRECTED)
    assert why(refusal) == ["replaced_closing_is_of_this_period"]
    with pytest.raises(Refused) as refusal:
        close(why=Why.CORRECTED)
    assert "replacement_has_a_reason" in why(refusal)
    second = actions.replace(office, first, Why.RECORDED_LATE, by=CLERK, at=AT, catalogue=catalogue)
    with pytest.raises(Refused) as refusal:  # the second is not closed itself
        actions.replace(office, second, Why.CORRECTED, by=CLERK, at=AT, catalogue=catalogue)
    assert why(refusal) == ["pending_closing_comes_first"]
    actions.review(office, second, by=CLERK, at=AT)
    actions.approve(office, second, by=DEPUTY, at=AT)
    third = actions.replace(office, second, Why.CORRECTED, by=CLERK, at=AT, catalogue=catalogue)
    assert [(one.code, one.number, one.replaced_by) for one in closings(ROOT)] == [
        (first, 1, second), (second, 2, third), (third, 3, None),
    ]  # fmt: skip
    assert Closing(standing(third).path).manifest["number"] == 3
    assert last_closed(ROOT, PERIOD).code == second
    assert all(one.path.is_dir() for one in closings(ROOT))


def test_another_line_of_reporting_closes_the_same_period_for_itself(close):
    assert standing(close()).number == standing(close(line=Line.ORGANISING)).number == 1


def test_data_do_not_reach_into_the_future(office, province, catalogue):
    late = PERIOD.__class__(
        PERIOD.kind, PERIOD.first, AT.date() + timedelta(days=9), AT.date() + timedelta(days=1)
    )
    with pytest.raises(Refused) as refusal:
        actions.prepare(office, ROOT, late, by=CLERK, at=AT, catalogue=catalogue)
    assert why(refusal) == ["closing_period_in_order"]


def test_a_pending_closing_is_dropped_and_a_closed_one_is_not(office, close, catalogue):
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, code, by=CLERK, at=AT)
    path = standing(code).path
    actions.drop(office, code, by=CLERK, at=AT)
    assert closings(ROOT) == [] and not path.exists()
    closed = close()
    with pytest.raises(Refused):
        actions.drop(office, closed, by=CLERK, at=AT)
    assert standing(closed).closed and standing(closed).path.is_dir()


@pytest.mark.parametrize("does", ["restate", "withdraw"])
def test_no_step_of_a_closed_closing_is_withdrawn_or_restated(office, close, does):
    one = standing(close())
    for entry in one.steps:
        with pytest.raises(Refused):
            draft = Draft(entry.act, 5, does, entry.root, "typing")
            record_many([draft], at=AT, by=CLERK, mint=office.mint)
    assert standing(one.code).steps == one.steps


def test_an_entry_counts_as_closed_by_its_day_and_place_in_the_book(close):
    entries = [e for e in reading.of_kind("membership.badge_awarded") if e.effective_on <= PERIOD.last]
    assert entries and not any(in_a_closed_period(entry) for entry in entries)
    one = standing(close())
    inside = [entry for entry in entries if in_a_closed_period(entry)]
    assert inside and all(entry.seq <= one.cut_off for entry in inside)


def test_a_folder_changed_after_it_was_prepared_is_not_approved(office, province, catalogue):
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, code, by=CLERK, at=AT)
    figures = standing(code).path / folder.FIGURES
    figures.write_bytes(figures.read_bytes()[:-1] + b"x")
    with pytest.raises(actions.NotAsPrepared):
        actions.approve(office, code, by=DEPUTY, at=AT)
    actions.drop(office, code, by=CLERK, at=AT)
    assert closings(ROOT) == []


def test_the_second_person_approves_through_a_request(office, province, catalogue, monkeypatch):
    from thenchot.access import two_persons
    from thenchot.access.actions import Action
    from thenchot.snapshot.closing import registered

    monkeypatch.setattr(registered.Desk, "open", lambda: office)
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, code, by=CLERK, at=AT)
    asked = two_persons.request(
        Action.APPROVE_CLOSING, by=CLERK, at=AT, mint=office.mint, organisations=[ROOT],
        executor=registered.EXECUTOR, payload={"code": code},
    )  # fmt: skip
    assert two_persons.diff(asked).counts["organisations"] == len(Closing(standing(code).path).parents)
    with pytest.raises(two_persons.NotConfirmed):
        two_persons.confirm(asked.code, by=CLERK, at=AT, mint=office.mint)
    two_persons.confirm(asked.code, by=DEPUTY, at=AT, mint=office.mint)
    assert standing(code).closed and standing(code).taken_by("approved") == DEPUTY
    assert verify(standing(code).path, KEY.public_key(), CODE).in_order
