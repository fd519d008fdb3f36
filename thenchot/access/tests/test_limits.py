"""X2 and sentence 9: the 61st search, the 41st page, the 11th reveal in an hour ask for a reason."""

import threading
from datetime import timedelta

import pytest
from django.db import connections

from thenchot.access import limits, log, log_reading
from thenchot.access.events import Role
from thenchot.access.limits import Ground, TooMany
from thenchot.access.log import Door, Reason, Viewer
from thenchot.access.tests.book import AN, AT, A
from thenchot.access.tests.test_viewing import CLERK, NOW, OTHER, lines

MINUTE = timedelta(minutes=1)


def look(door=Door.PERSON, viewer=CLERK, at=NOW, times=1):
    for _ in range(times):
        log.write(door, viewer, at, [1])


def stopped(door=Door.PERSON, viewer=CLERK, at=NOW):
    try:
        look(door, viewer, at)
    except TooMany as many:
        return (many.door, many.most) == (door, limits.MOST[door])
    return False


@pytest.mark.parametrize(("door", "most"), [(Door.FIND, 60), (Door.PERSON, 40), (Door.REVEAL, 10)])
def test_one_more_than_the_limit_is_stopped(installation, door, most):
    look(door, times=most)
    assert stopped(door)
    assert not any(stopped(other) for other in limits.MOST if other is not door)
    assert not stopped(door, viewer=OTHER)
    assert limits.ask(door, CLERK, NOW) is not None and limits.ask(Door.LABELS, CLERK, NOW) is None


def test_an_hour_later_it_begins_anew(installation):
    look(times=20)
    look(at=NOW + 30 * MINUTE, times=20)
    assert stopped(at=NOW + 59 * MINUTE)
    assert not stopped(at=NOW + 60 * MINUTE)  # twenty of them are an hour ago
    look(at=NOW + 60 * MINUTE, times=19)
    assert stopped(at=NOW + 61 * MINUTE)


def test_a_reason_lifts_it_for_an_hour_and_for_that_door(installation):
    look(times=40)
    look(Door.REVEAL, times=10)
    assert stopped()
    limits.lift(Door.PERSON, Ground.ROLL, CLERK, NOW)
    look(at=NOW + 59 * MINUTE, times=70)
    assert stopped(Door.REVEAL)
    # What went under the reason has one: the count begins with the hour after it.
    look(at=NOW + 60 * MINUTE + MINUTE, times=40)
    assert stopped(at=NOW + 62 * MINUTE)


def test_a_reason_is_from_the_list_and_for_a_limited_door(installation):
    for door, ground in ((Door.PERSON, "because"), (Door.LABELS, Ground.ROLL)):
        with pytest.raises(ValueError):
            limits.lift(door, ground, CLERK, NOW)
    assert lines() == []


def test_the_log_says_once_that_it_was_stopped_and_why_it_was_lifted(installation):
    look(times=40)
    for minute in range(3):
        assert stopped(at=NOW + minute * MINUTE)
    limits.lift(Door.PERSON, Ground.AWARD, CLERK, NOW + 4 * MINUTE)
    look(at=NOW + 5 * MINUTE)
    found = list(limits.runs(NOW, NOW + timedelta(hours=1)))
    assert [(run.seq, run.what, run.door, run.reason, run.account, run.role) for run in found] == [
        (41, Door.STOPPED, "person", "", 41, "office"),
        (42, Door.LIFTED, "person", "award", 41, "office"),
    ]
    assert list(limits.runs(NOW + MINUTE, NOW + 4 * MINUTE)) == []
    assert list(log_reading.faults()) == []


def test_processes_at_once_pass_no_more_than_the_limit(installation):
    look(Door.REVEAL, times=5)
    passed = []

    def clerk():
        for _ in range(4):
            passed.append(not stopped(Door.REVEAL))
        connections.close_all()

    threads = [threading.Thread(target=clerk) for _ in range(3)]
    [one.start() for one in threads]
    [one.join() for one in threads]
    assert (len(passed), sum(passed)) == (12, 5)
    assert any(run.what is Door.STOPPED for run in limits.runs(NOW, NOW + MINUTE))


def test_the_own_record_and_the_server_are_not_limited(installation):
    look(viewer=Viewer(41, "member", 0, ""), times=45)
    look(viewer=log.SERVER, times=45)
    assert limits.ask(Door.PERSON, Viewer(41, "member", 0, ""), NOW) is None


def test_the_desk_stops_whatever_way_a_name_is_asked_for(book):
    clerk = book.account("ngan", (Role.ORGANISING, A)).id
    desk = book.desk
    for _ in range(10):
        desk.reveal(AN, "phones", Reason.CONTACT, by=clerk, at=AT)
    with pytest.raises(TooMany):
        desk.reveal(AN, "phones", Reason.CONTACT, by=clerk, at=AT)
    for _ in range(40):
        desk.show(AN, by=clerk, at=AT)
    with pytest.raises(TooMany):
        desk.show(AN, by=clerk, at=AT)
    for _ in range(60):
        desk.find("Vàng", by=clerk, at=AT)
    with pytest.raises(TooMany):
        desk.find("Vàng", by=clerk, at=AT)
