"""docs/access.csv is written by hand and signed by an office; the code must say the same, on a real book."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import translation

from thenchot.access import words
from thenchot.access.actions import RIGHTS, Action, Answer, Of, second_person_required
from thenchot.access.events import Ended, Managing, Role
from thenchot.access.rights import Reach, Relation, Why, allowed
from thenchot.access.roles import Held
from thenchot.access.tests.book import A1, A2, AN, B1, BINH, CHI, TODAY, A, B
from thenchot.rooms.membership.events import Moved
from thenchot.rooms.organisations import events as organisations

FILE = Path(__file__).parents[3] / "docs" / "access.csv"
ROLES = [role for role in Role if role is not Role.MEMBER]
OWN = 105  # the person of every account in these tests, member of nothing here

# What a line is tried on: an organisation and a person, seen from a role in commune A.
SEEN_FROM_A = {"inside": (A1, AN), "outside": (B1, BINH), "above": ("top", CHI), "own": (None, OWN)}


def lines():
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked(line, book):
    """The keywords of `allowed` for a line."""
    if line["relation"] == "none":
        return {}
    organisation, person = SEEN_FROM_A[line["relation"]]
    if RIGHTS[Action(line["action"])].of is Of.PERSON:
        return {"person": person}
    return {"organisation": book.top if organisation == "top" else organisation}


def answer(account, line, book, on=TODAY):
    return str(allowed(account.id, Action(line["action"]), on=on, **asked(line, book)).answer)


@pytest.fixture
def staff(book):
    """One account for each role, held in commune A; and the same at the top, where nothing else is meant."""
    return {role: book.account(role.value.replace("_", "."), (role, A), person=OWN) for role in ROLES}


@pytest.fixture
def staff_at_the_top(book):
    return {role: book.account(f"top.{role}".replace("_", "."), (role, book.top)) for role in ROLES}


def test_every_action_has_its_lines_and_its_words():
    found = {(line["action"], line["relation"]) for line in lines()}
    assert len(found) == len(lines())
    assert {action for action, _ in found} == set(Action) == set(RIGHTS)
    for action in Action:
        wanted = {"none"} if RIGHTS[action].of is Of.INSTALLATION else {"inside", "outside", "above"}
        assert wanted <= {relation for one, relation in found if one == action}, action
    with translation.override("vi"):
        said = {(line["action"], line["việc"]) for line in lines()}
        assert said == {(action, str(words.ACTIONS[action])) for action in Action}
    assert set(words.ROLES) == set(Role) and set(words.WHY) == set(Why)
    assert all(line["what"] and line["source"] for line in lines())


def test_the_code_says_what_the_table_says(book, staff, staff_at_the_top):
    found = {}
    for line in lines():
        for role in ROLES:
            who = (staff_at_the_top if line["relation"] == "none" else staff)[role]
            found[line["action"], line["relation"], role] = answer(who, line, book)
    said = {(line["action"], line["relation"], role): line[role] for line in lines() for role in ROLES}
    assert {key: (found[key], said[key]) for key in said if found[key] != said[key]} == {}


def test_a_member_without_a_role_may_what_the_table_says(book):
    member = book.account("dang.vien", person=OWN)
    found = {(x["action"], x["relation"]): (answer(member, x, book), x["member"]) for x in lines()}
    assert {key: pair for key, pair in found.items() if pair[0] != pair[1]} == {}


def for_anyone(line):
    return RIGHTS[Action(line["action"])].anyone


def test_what_concerns_the_installation_is_refused_below_the_top(book, staff):
    tried = [line for line in lines() if line["relation"] == "none" and not for_anyone(line)]
    assert {answer(who, line, book) for line in tried for who in staff.values()} == {"no"}


def test_a_role_that_ended_today_is_refused_today(book, staff):
    before = {role: [answer(who, x, book) for x in lines()] for role, who in staff.items()}
    book.write(*(Ended(about=who.id, effective_on=TODAY, role=role, scope=A) for role, who in staff.items()))
    for role, who in staff.items():
        left = [x for x in lines() if answer(who, x, book) != "no"]
        assert {x["relation"] for x in left if not for_anyone(x)} == {"own"}, role
        yesterday = [answer(who, x, book, TODAY - timedelta(days=1)) for x in lines()]
        assert yesterday == before[role]


def test_a_moved_organisation_takes_its_members_along(book, staff):
    there = {role: book.account(f"b.{role}".replace("_", "."), (role, B)) for role in ROLES}
    inside = [line for line in lines() if line["relation"] == "inside"]
    book.write(organisations.Moved(about=A1, effective_on=TODAY, parent=B))
    for line in inside:
        for role in ROLES:
            assert answer(staff[role], line, book) == "no", (line["action"], role)
            assert answer(there[role], line, book) == line[role], (line["action"], role)
            day_before = answer(staff[role], line, book, TODAY - timedelta(days=1))
            assert day_before == line[role], (line["action"], role)


def test_whoever_left_is_seen_for_twelve_months_and_erased_for_ever(book, staff):
    book.write(Moved(about=AN, effective_on=date(2026, 2, 10), cell=B1, why="internal"))
    who = staff[Role.ORGANISING].id
    for on, seen in ((date(2027, 2, 9), Answer.YES), (date(2027, 2, 10), Answer.NO)):
        assert allowed(who, Action.SEE_PERSON, on=on, person=AN).answer is seen
    from thenchot.rooms.membership.events import TransferredOut

    book.write(TransferredOut(about=AN, effective_on=date(2026, 3, 1), destination="abroad"))
    there = book.account("ben.b", (Role.ORGANISING, B)).id
    late = date(2028, 3, 1)
    assert allowed(there, Action.SEE_PERSON, on=late, person=AN).why is Why.OUT_OF_SCOPE
    assert allowed(there, Action.ERASE, on=late, person=AN).answer is Answer.SECOND
    assert allowed(who, Action.ERASE, on=late, person=AN).why is Why.OUT_OF_SCOPE


def merged():
    """Commune A goes into B today, with what hangs under it."""
    return (
        organisations.Moved(about=A1, effective_on=TODAY, parent=B),
        organisations.Moved(about=A2, effective_on=TODAY, parent=B),
        organisations.Ended(about=A, effective_on=TODAY, how="merged", heir=B),
    )


def test_after_a_merger_every_line_holds_for_the_heir_and_none_for_the_old_accounts(book, staff):
    heirs = {role: book.account(f"b.{role}".replace("_", "."), (role, B), person=OWN) for role in ROLES}
    before = {role: [answer(who, x, book) for x in lines()] for role, who in staff.items()}
    book.write(*merged())
    for line in lines():
        for role in ROLES:
            said = answer(staff[role], line, book)
            assert said == (line[role] if line["relation"] == "own" or for_anyone(line) else "no"), (
                line,
                role,
            )
            if line["relation"] == "inside":
                assert answer(heirs[role], line, book) == line[role], (line["action"], role)
    for role, who in staff.items():
        assert [answer(who, x, book, TODAY - timedelta(days=1)) for x in lines()] == before[role]


def test_a_leader_sees_figures_and_the_roll_but_opens_no_figure_to_rows(book, staff):
    """Figures of whoever may not open the rows are masked (security 4.2)."""
    leader = staff[Role.LEADER].id
    wanted = {
        Action.SEE_FIGURES: True,
        Action.SEE_ROWS: False,
        Action.SEE_NAMES: False,
        Action.SEE_ROLL: True,
    }
    assert {a: allowed(leader, a, on=TODAY, organisation=A1).yes for a in wanted} == wanted
    assert allowed(leader, Action.SEE_PERSON, on=TODAY, person=AN).yes
    assert allowed(leader, Action.REVEAL, on=TODAY, person=AN).refused
    assert not any(allowed(leader, a, on=TODAY, organisation=B1).yes for a in wanted)


def test_nobody_sees_anothers_own_pages(book, staff, staff_at_the_top):
    for action in (Action.SEE_OWN_RECORD, Action.REPORT_OWN_ERROR, Action.SEE_WHO_LOOKED):
        for who in (*staff.values(), *staff_at_the_top.values()):
            assert allowed(who.id, action, on=TODAY, person=AN).refused
        assert allowed(staff[Role.OFFICE].id, action, on=TODAY, person=OWN).yes


def test_the_cell_answers_a_deadline_of_its_own_and_the_office_above_it(book):
    cell = book.account("bi.thu", (Role.CELL_SECRETARY, A1)).id
    office, elsewhere = (book.account(n, (Role.OFFICE, p)).id for n, p in (("vp.a", A), ("vp.b", B)))
    assert allowed(cell, Action.ANSWER_DEADLINE, on=TODAY, organisation=A1).yes
    assert allowed(cell, Action.ANSWER_DEADLINE, on=TODAY, organisation=A2).why is Why.OUT_OF_SCOPE
    assert allowed(cell, Action.RECORD_DEADLINE, on=TODAY, organisation=A1).why is Why.NO_ROLE
    assert allowed(office, Action.ANSWER_DEADLINE, on=TODAY, organisation=A1).yes
    assert allowed(elsewhere, Action.ANSWER_DEADLINE, on=TODAY, organisation=A1).why is Why.OUT_OF_SCOPE


def test_after_a_merger_the_heir_sees_and_the_old_office_ends(book, staff):
    heir = book.account("ke.thua", (Role.ORGANISING, B)).id
    old = staff[Role.ORGANISING].id
    book.write(
        organisations.Moved(about=A1, effective_on=TODAY, parent=B),
        organisations.Ended(about=A, effective_on=TODAY, how="merged", heir=B),
    )
    for about in ({"organisation": A}, {"organisation": A1}):
        assert allowed(heir, Action.RECORD_ORGANISATIONS, on=TODAY, **about).yes
        assert allowed(old, Action.RECORD_ORGANISATIONS, on=TODAY, **about).why is Why.OUT_OF_SCOPE
    assert allowed(heir, Action.SEE_PERSON, on=TODAY, person=AN).yes
    assert allowed(old, Action.SEE_PERSON, on=TODAY, person=AN).refused
    assert allowed(old, Action.SEE_ORGANISATION, on=TODAY, organisation=B).refused
    assert Reach(old, TODAY).scopes(Action.FIND) == []


def test_grades_of_a_cadre_managed_above_are_refused(book, staff):
    who = staff[Role.ORGANISING].id  # up to cadres managed by the commune
    for managed_by, why in (
        (None, Why.ALLOWED),
        (Managing.COMMUNE, Why.ALLOWED),
        (Managing.PROVINCE, Why.MANAGED_ABOVE),
    ):
        decision = allowed(who, Action.SEE_GRADES, on=TODAY, person=AN, managed_by=managed_by)
        assert decision.why is why


def test_a_blocked_account_may_nothing_not_even_its_own_record(book, staff):
    from thenchot.access import accounts

    who = staff[Role.ORGANISING]
    accounts.block(who)
    assert allowed(who.id, Action.SEE_PERSON, on=TODAY, person=OWN).why is Why.BLOCKED
    assert allowed(who.id, Action.SEE_PERSON, on=TODAY, person=AN).why is Why.BLOCKED
    assert allowed(999, Action.SEE_PERSON, on=TODAY, person=AN).why is Why.BLOCKED
    for action in (Action.SEE_LAW, Action.SIGN_IN_SETTINGS):
        assert allowed(who.id, action, on=TODAY).why is Why.BLOCKED


def test_relations_are_seen_from_the_role(book):
    reach = Reach(book.account("ai.do").id, TODAY)
    held = Held(Role.OFFICE, A, Managing.COMMUNE)
    assert [reach.relation(held, [place]) for place in (A, A1, B, B1, book.top)] == [
        Relation.INSIDE,
        Relation.INSIDE,
        Relation.OUTSIDE,
        Relation.OUTSIDE,
        Relation.ABOVE,
    ]


def test_second_person_is_the_word_of_the_table():
    said = {Action(line["action"]) for line in lines() if "second" in line.values()}
    assert said == {action for action in Action if second_person_required(action)}
