"""Every address, asked as every role, answers what docs/access.csv says; looking changes nothing (S1)."""

import re
from functools import cache

import pytest

from stories.tables import digests
from stories.walking import NOBODY, RELATIONS, Visit, Walk, doors, table
from thenchot.access import accounts
from thenchot.access.events import Ended, Role
from thenchot.access.tests.book import A1, A2, AN, BINH, CHI, DUNG, NAMES, TODAY, A, B
from thenchot.rooms.organisations import events as organisations

pytestmark = pytest.mark.long

ROLES = [role for role in Role if role is not Role.MEMBER]
WITHOUT_A_HOME = (Role.ADMINISTRATOR, Role.KEY_HOLDER)
READS_PERSONS = ("see_names", "see_roll", "see_person", "find", "record_membership", "correct")
ALLOWED, REFUSED = {200, 302}, {403, 404}


@pytest.fixture
def walk(book):
    found = Walk(book)
    found.prepare()
    return found


@pytest.fixture
def staff(book):
    return {role: book.account(role.value.replace("_", "."), (role, A)) for role in ROLES}


def may(visit: Visit, role: Role, at_the_top: bool = False) -> bool:
    """What the table says of a role held in commune A, or at the top of the book."""
    known = table_once()
    if visit.about == "own":
        return False  # these accounts are nobody's own
    for action in visit.actions:
        line = known.get((action, "none" if visit.about == "" else visit.relation))
        if line is None:  # a page of one's own home that is about the whole installation
            line = known[action, "none"]
        if line["member"] == "yes":
            return True
        if visit.about == "" and not at_the_top:
            continue
        if visit.about == "home" and role in WITHOUT_A_HOME:
            continue
        if line[role] != "no":
            return True
    return False


@cache
def table_once():
    return table()


def judged(visits):
    """Those the table answers by themselves."""
    return [visit for visit in visits if visit.actions and not visit.door.open]


def looked_at(visits):
    return [visit for visit in visits if "GET" in visit.door.methods]


def wrong(visit, answer, allowed):
    if "GET" not in visit.door.methods:
        return answer.status_code != 405
    if allowed and not visit.there:
        return answer.status_code not in ALLOWED | {404}
    return answer.status_code not in (ALLOWED if allowed else REFUSED)


def test_every_part_of_every_address_is_known_to_this_walk(walk):
    unknown = set()
    for door in doors():
        try:
            list(walk.of(door, "inside"))
        except KeyError as part:
            unknown.add((door.name, str(part)))
    assert unknown == set(), "tell stories/walking.py what stands there"


def test_pages_answer_what_the_table_says(walk, staff, signed_in):
    found = []
    for role, who in staff.items():
        browser = signed_in(who.name)
        for visit in judged(walk.visits()):
            answer = browser.get(visit.address)
            if wrong(visit, answer, may(visit, role)):
                found.append((str(role), str(visit), answer.status_code, may(visit, role)))
    assert not found, "\n".join(map(str, found))


def test_at_the_top_pages_of_the_installation_answer_what_the_table_says(book, walk, signed_in):
    found = []
    for role in ROLES:
        browser = signed_in(book.account(f"tren.{role}".replace("_", "."), (role, book.top)).name)
        for visit in judged(walk.visits("inside")):
            if visit.about == "":
                answer = browser.get(visit.address)
                if wrong(visit, answer, may(visit, role, at_the_top=True)):
                    found.append((str(role), str(visit), answer.status_code))
    assert not found, "\n".join(map(str, found))


def test_ones_own_pages_are_for_oneself_whatever_the_role(book, walk, signed_in):
    """A member without a role, and an administrator who is one: the own record, and nobody else's."""
    book.account("dang.vien", person=AN)
    book.account("quan.tri", (Role.ADMINISTRATOR, book.top), person=DUNG)
    for name, person, other in (("dang.vien", AN, DUNG), ("quan.tri", DUNG, AN)):
        browser = signed_in(name)
        own = [visit for visit in walk.visits("inside") if visit.about == "own" and not visit.door.parts]
        for visit in own:
            answer = browser.get(visit.address)
            said = answer.content.decode()
            assert answer.status_code == 200 and NAMES[other] not in said, str(visit)
        assert NAMES[person] in browser.get("/cua-toi/").content.decode()
        assert browser.get(f"/dang-vien/{other}/").status_code in REFUSED


def test_sending_is_refused_to_whom_the_table_refuses_it(walk, staff, signed_in):
    browsers = {role: signed_in(who.name) for role, who in staff.items()}
    found, before = [], digests()
    for role, browser in browsers.items():
        for visit in judged(walk.visits()):
            if "POST" in visit.door.methods and not may(visit, role):
                answer = browser.post(visit.address, visit.body)
                if answer.status_code not in REFUSED:
                    found.append((str(role), str(visit), answer.status_code))
    assert not found, "\n".join(map(str, found))
    assert changed(before) == set()


def test_looking_changes_no_table_and_names_nobody_out_of_reach(walk, staff, signed_in):
    browsers = {role: signed_in(who.name) for role, who in staff.items()}
    for browser in browsers.values():
        browser.get("/")
    before, told = digests(), []
    for role, browser in browsers.items():
        hidden = [*(NAMES[one] for one in out_of_reach(role)), *(f"099{one:09d}" for one in NAMES)]
        for visit in looked_at(walk.visits(*RELATIONS, NOBODY)):
            answer = browser.get(visit.address)
            assert answer.status_code < 500, (role, str(visit))
            said = answer.content.decode() if answer.get("Content-Type", "").startswith("text/") else ""
            told += [(str(role), str(visit), one) for one in hidden if one in said]
    assert not told, "\n".join(map(str, told))
    assert changed(before) == set()


def out_of_reach(role):
    """Whom a role in commune A never finds named: all others, and everybody where it opens no persons."""
    reads = any(table_once()[action, "inside"][role] != "no" for action in READS_PERSONS)
    return (BINH, CHI) if reads else (AN, BINH, CHI, DUNG)


def changed(before):
    """Tables that are no longer what they were, the viewing log's own left out."""
    now = digests()
    return {name for name in now if now[name] != before.get(name)}


def test_a_role_that_ends_today_opens_nothing_at_the_next_request(book, walk, staff, signed_in):
    browsers = {role: signed_in(who.name) for role, who in staff.items()}
    assert browsers[Role.OFFICE].get(f"/dang-vien/to-chuc/{A1}/").status_code == 200
    book.write(*(Ended(about=who.id, effective_on=TODAY, role=role, scope=A) for role, who in staff.items()))
    assert still_open(walk, browsers, "inside", "above") == []


def test_after_a_merger_the_old_accounts_open_nothing_and_the_heirs_do(book, walk, staff, signed_in):
    heirs = {role: book.account(f"b.{role.value}".replace("_", "."), (role, B)) for role in ROLES}
    browsers = {role: signed_in(who.name) for role, who in staff.items()}
    assert browsers[Role.OFFICE].get(f"/dang-vien/to-chuc/{A1}/").status_code == 200
    book.write(
        organisations.Moved(about=A1, effective_on=TODAY, parent=B),
        organisations.Moved(about=A2, effective_on=TODAY, parent=B),
        organisations.Ended(about=A, effective_on=TODAY, how="merged", heir=B),
    )
    assert still_open(walk, browsers, "inside") == []
    found = []
    for role in (Role.CELL_SECRETARY, Role.OFFICE, Role.ORGANISING, Role.LEADER, Role.ADMINISTRATOR):
        browser = signed_in(heirs[role].name)
        for visit in judged(walk.visits("inside")):
            if visit.about in ("organisation", "person"):
                answer = browser.get(visit.address)
                if wrong(visit, answer, may(visit, role)):
                    found.append((str(visit), str(role), answer.status_code))
    assert not found, "\n".join(map(str, found))


def test_a_cell_that_moved_is_seen_from_where_it_went(book, walk, staff, signed_in):
    there = book.account("ben.b", (Role.ORGANISING, B))
    old, new = signed_in(staff[Role.ORGANISING].name), signed_in(there.name)
    visits = [
        visit
        for visit in judged(walk.visits("inside"))
        if may(visit, Role.ORGANISING) and visit.moves and visit.there and "GET" in visit.door.methods
    ]
    assert {old.get(visit.address).status_code for visit in visits} == {200}
    book.write(organisations.Moved(about=A1, effective_on=TODAY, parent=B))
    assert [str(v) for v in visits if old.get(v.address).status_code not in REFUSED] == []
    assert [str(v) for v in visits if new.get(v.address).status_code not in ALLOWED] == []


def test_a_blocked_account_is_shown_nothing_although_its_session_is_open(walk, staff, signed_in):
    found = []
    for role in (Role.ORGANISING, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR):
        browser = signed_in(staff[role].name)
        browser.get("/")
        accounts.block(staff[role])
        for visit in looked_at(walk.visits("inside")):
            answer = browser.get(visit.address)
            sent_off = answer.status_code == 302 and answer["Location"].startswith("/tai-khoan/vao/")
            if not visit.door.open and not sent_off and answer.status_code not in REFUSED:
                found.append((str(visit), answer.status_code))
    assert not found, "\n".join(map(str, found))


def test_the_unknown_and_what_is_out_of_scope_get_the_same_answer(walk, staff, signed_in):
    found = []
    for role in (Role.CELL_SECRETARY, Role.OFFICE, Role.ORGANISING, Role.LEADER, Role.AUDITOR):
        browser = signed_in(staff[role].name)
        for door in doors():
            for outside, unknown in zip(walk.of(door, "outside"), walk.of(door, NOBODY), strict=True):
                if outside.about in ("organisation", "person"):
                    one, other = plain(browser, outside), plain(browser, unknown)
                    if one != other:
                        differ = sorted(set(one) ^ set(other))[:6]
                        found.append((str(role), str(outside), one[0], other[0], differ))
    assert not found, "\n".join(map(str, found))


def plain(browser, visit):
    """Status and lines of an answer, by GET or else by POST, without the ids of the address and the token."""
    looks = "GET" in visit.door.methods
    answer = browser.get(visit.address) if looks else browser.post(visit.address, visit.body)
    text = answer.content.decode().replace(visit.address.partition("?")[0], "")
    return [str(answer.status_code), *re.sub(r"[A-Za-z0-9]{64}|\d{2,}", "", text).splitlines()]


def still_open(walk, browsers, *relations):
    """Addresses that answer although nothing is allowed any more, but to anybody signed in."""
    found = []
    for role, browser in browsers.items():
        for visit in judged(walk.visits(*relations)):
            anybody = table_once().get((visit.actions[0], "none"), {}).get("member") == "yes"
            if "GET" in visit.door.methods and not anybody:
                answer = browser.get(visit.address)
                if answer.status_code not in REFUSED:
                    found.append((str(visit), str(role), answer.status_code))
    return found
