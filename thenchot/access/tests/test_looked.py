"""A member learns which organisation looked, in which month, how often; nothing of accounts or cases."""

from datetime import timedelta

import pytest

from thenchot.access import log
from thenchot.access.events import Role
from thenchot.access.log import Door, Reason, Viewer
from thenchot.access.looked import Looked, who_looked
from thenchot.access.tests.book import AN, AT, A
from thenchot.access.tests.test_viewing import CLERK, NOW, OTHER

LONG = 2**62 + 7


def test_organisation_month_and_times(installation):
    for viewer, day, door in (
        (CLERK, NOW, Door.PERSON),
        (CLERK, NOW - timedelta(days=1), Door.LABELS),
        (CLERK, NOW, Door.FIND),
        (OTHER, NOW - timedelta(days=40), Door.REVEAL),
        (OTHER, NOW, Door.EXPORT),
    ):
        log.write(door, viewer, day, [5, LONG], reason=Reason.PAPER)
    log.write(Door.PERSON, CLERK, NOW, [55])
    told = [Looked(900, "2026-11", 1, 2), Looked(901, "2026-11", 1, 0), Looked(901, "2026-10", 1, 0)]
    assert who_looked(5) == who_looked(LONG) == told
    # Neither a part of an id nor an account's number is a look at that person.
    assert who_looked(41) == who_looked(7) == []


@pytest.mark.parametrize("door", [Door.CASE, Door.PETITION])
def test_what_is_not_announced_is_held_back(installation, door):
    log.write(door, CLERK, NOW, [5])
    assert who_looked(5) == []


@pytest.mark.parametrize("role", [Role.INSPECTION, Role.INSPECTION_LEAD, Role.PETITION])
@pytest.mark.parametrize("door", [Door.PERSON, Door.FIND, Door.LABELS])
def test_x13_lines_of_case_roles_are_held_back_whichever_door(installation, role, door):
    log.write(door, Viewer(41, role, 900, ""), NOW, [5])
    assert who_looked(5) == []


def test_the_own_looks_and_the_servers_are_not_told(book):
    member = book.account("dang.vien", person=AN).id
    clerk = book.account("ngan", (Role.ORGANISING, A)).id
    book.desk.show(AN, by=member, at=AT)
    book.desk.reveal(AN, "phones", Reason.OWN_REQUEST, by=member, at=AT)
    log.write(Door.EXPORT, log.SERVER, AT, [AN])
    assert who_looked(AN) == []
    book.desk.show(AN, by=clerk, at=AT)
    assert who_looked(AN) == [(A, "2026-11", 1, 0)]


def test_no_account_is_told():
    assert Looked._fields == ("organisation", "month", "opened", "listed")
