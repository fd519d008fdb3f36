import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connections, transaction

from thenchot.access import log, log_reading, personal
from thenchot.access.log import Door, LogUnavailable, Reason, Viewer
from thenchot.access.looked import who_looked
from thenchot.access.viewing_guards import missing_guards, put_guards
from thenchot.databases import as_owner
from thenchot.sealed import directory, opening, store
from thenchot.sealed.codes import coded_label
from thenchot.sealed.keyring import Keyring, Unopened
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import System

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
CLERK = Viewer(account=41, role="office", organisation=900, session="5e55")
OTHER = Viewer(account=42, role="leader", organisation=901, session="0000")


@pytest.fixture
def ring(installation):
    """The installation's keyring, opened, with three persons in the store."""
    ring, _ = Keyring.create(
        opening.keyring_path(),
        installation="test",
        mode="demo",
        randomness=System(),
        machine_secret=bytes(32),
    )
    opening.use(ring)
    files = [
        PersonFile(person=one, names=(Dated(name),), personal_number=f"099{one:09d}", phones=("0000123456",))
        for one, name in ((1, "Vàng A Sùng"), (2, "Lý Thị Sung"), (3, "Trần Văn An"))
    ]
    store.put_persons(files, at=NOW, randomness=System())
    yield ring
    opening.use(None)
    directory.forget()


def lines():
    """(head, facts) of every line."""
    rows = log_reading._ask(
        "SELECT head, facts FROM access_viewing LEFT JOIN access_viewed USING (seq) ORDER BY seq"
    )
    return [(json.loads(head), json.loads(facts) if facts else None) for head, facts in rows]


def test_a_page_of_names_is_one_line_with_all_ids(ring):
    assert list(personal.labels([1, 2, 3, 9], CLERK, NOW).items()) == [
        (3, "Trần Văn An"),
        (2, "Lý Thị Sung"),
        (1, "Vàng A Sùng"),
        (9, coded_label(9)),
    ]
    (page, said), (built, by) = lines()
    assert (page["seq"], page["at"], page["door"], page["organisation"], page["count"]) == (
        1,
        "2026-11-21T08:30:00.000Z",
        "labels",
        "900",
        4,
    )
    assert said == {"account": "41", "role": "office", "session": "5e55", "ids": ["1", "2", "3", "9"]}
    assert (built["door"], by["account"], by["ids"]) == ("directory", "0", [])


def test_reveal_names_field_and_reason(ring):
    assert personal.reveal(1, "phones", Reason.CONTACT, CLERK, NOW) == ("0000123456",)
    assert personal.reveal(9, "phones", Reason.CONTACT, CLERK, NOW) is None
    assert [(said["field"], said["reason"], said["ids"]) for _, said in lines()] == [
        ("phones", "contact", ["1"]),
        ("phones", "contact", ["9"]),
    ]
    for field, reason in (("religion", Reason.CONTACT), ("phones", "curious")):
        with pytest.raises(ValueError, match=f"{field if field == 'religion' else reason}"):
            personal.reveal(1, field, reason, CLERK, NOW)


def test_a_search_leaves_hits_and_a_keyed_digest_never_the_word(ring):
    assert personal.find("sung", CLERK, NOW, {1, 3}) == {1: "Vàng A Sùng"}
    assert personal.find("Sùng", CLERK, NOW, {3}) == {}
    searches = [said for head, said in lines() if head["door"] == "find"]
    assert [said["ids"] for said in searches] == [["1"], []]
    assert searches[0]["search"] == searches[1]["search"] != log.search_digest(bytes(32), "sung").hex()
    assert [
        word for word in ("sung", "Sùng", "Vàng") if word in json.dumps(lines(), ensure_ascii=False)
    ] == []


def test_a_whole_number_finds_within_the_scope_only_and_a_part_finds_nothing(ring):
    assert personal.find("099 000 000 001", CLERK, NOW, {1, 2}) == {1: "Vàng A Sùng"}
    assert personal.find("099000000001", CLERK, NOW, {2}) == {}
    assert personal.find("099000000001", CLERK, NOW, lambda one: one == 1) == {1: "Vàng A Sùng"}
    for part in ("099", "0990000", "s", "  ", "%"):
        with pytest.raises(personal.TooShort):
            personal.find(part, CLERK, NOW, {1, 2, 3})


def test_without_the_log_no_door_opens(ring, monkeypatch):
    personal.labels([1], CLERK, NOW)
    read = []
    monkeypatch.setattr(personal.unsealed, "fetch", lambda ids: read.append(ids))

    def full(*args):
        raise DatabaseError("database or disk is full")

    monkeypatch.setattr(log, "_append", full)
    for door in (
        lambda: personal.labels([1], CLERK, NOW),
        lambda: personal.reveal(1, "phones", Reason.CONTACT, CLERK, NOW),
        lambda: personal.find("sung", CLERK, NOW, {1}),
        lambda: personal.all_files(CLERK, NOW, [1], Reason.PAPER),
    ):
        with pytest.raises(LogUnavailable):
            door()
    assert read == []


def test_a_line_is_committed_before_the_answer_or_not_written_at_all(ring):
    with transaction.atomic(using="log"), pytest.raises(RuntimeError, match="durable"):
        personal.labels([1], CLERK, NOW)
    assert lines() == []
    seen_by_another = []

    def look():
        seen_by_another.append(len(lines()))
        connections.close_all()

    log.write(Door.PERSON, CLERK, NOW, [1])
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen_by_another == [1]


def test_unopened_the_page_has_codes_and_its_line(ring):
    opening.use(Keyring.unopened(ring.path))
    assert personal.labels([2, 1], CLERK, NOW) == {1: coded_label(1), 2: coded_label(2)}
    assert len(lines()) == 1
    with pytest.raises(Unopened):
        personal.find("sung", CLERK, NOW, {1})
    with pytest.raises(Unopened):
        personal.reveal(1, "phones", Reason.CONTACT, CLERK, NOW)


ATTEMPTS = (
    "UPDATE access_viewing SET head = 'x' WHERE seq = 1",
    "UPDATE access_viewing SET organisation = 1",
    "DELETE FROM access_viewing",
    "INSERT INTO access_viewing (seq, head, at, organisation, door) VALUES (1, 'x', '', 0, '')",
    "INSERT INTO access_viewing (seq, head, at, organisation, door) VALUES (9, 'x', '', 0, '')",
    "UPDATE access_viewed SET facts = 'x'",
    "UPDATE access_viewed SET account = 1",
    "DELETE FROM access_viewed",
    "INSERT INTO access_viewed (seq, salt, facts, account, at) VALUES (1, '', 'x', 0, '')",
)
ON_SQLITE = (
    "INSERT OR REPLACE INTO access_viewing (seq, head, at, organisation, door) VALUES (1, 'x', '', 0, '')",
    "REPLACE INTO access_viewing (seq, head, at, organisation, door) VALUES (2, 'x', '', 0, '')",
    "REPLACE INTO access_viewed (seq, salt, facts, account, at) VALUES (2, '', 'x', 0, '')",
)
ON_POSTGRESQL = ("TRUNCATE access_viewing", "TRUNCATE access_viewed")


def test_the_database_refuses_to_change_the_log(installation):
    for _ in range(2):
        log.write(Door.PERSON, CLERK, NOW, [1])
    before = lines()
    more = ON_SQLITE if installation.engine == "sqlite" else ON_POSTGRESQL
    # As the server, and as the owner of the tables, whom only the triggers stop.
    for role in (None, "owner"):
        for attempt in (*ATTEMPTS, *more):
            assert refused(attempt, role), attempt
    assert lines() == before


def refused(statement, role):
    def tried():
        with connections["log"].cursor() as cursor:
            if connections["log"].vendor == "sqlite":
                cursor.execute("PRAGMA recursive_triggers=OFF")  # a tool that does not know of our settings
        try:
            with transaction.atomic(using="log"), connections["log"].cursor() as cursor:
                cursor.execute(
                    "PRAGMA recursive_triggers=OFF" if connections["log"].vendor == "sqlite" else "SELECT 1"
                )
                cursor.execute(statement)
                return False
        except DatabaseError:
            return True

    if role is None:
        return tried()
    with as_owner("log"):
        return tried()


def test_guards_that_are_missing_are_named_and_put_back(installation):
    with as_owner("log"):
        connection = connections["log"]
        assert missing_guards(connection) == []
        name, table = (
            ("viewing_delete", "") if connection.vendor == "sqlite" else ("viewing_row", " ON access_viewing")
        )
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {name}{table}")
        assert missing_guards(connection) == [name]
        put_guards(connection)
        assert missing_guards(connection) == []


def test_two_writers_leave_no_gap(installation):
    def clerk():
        for _ in range(20):
            log.write(Door.LABELS, CLERK, NOW, [1])
        connections.close_all()

    threads = [threading.Thread(target=clerk) for _ in range(3)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert [head["seq"] for head, _ in lines()] == list(range(1, 61))
    assert list(log_reading.faults()) == []


def test_heads_are_canonical_leaves_in_order(installation):
    log.write(Door.PERSON, CLERK, NOW, [1])
    log.write(Door.EXPORT, CLERK, NOW, [1, 2], reason=Reason.PAPER, file="ab" * 32)
    heads = list(log.heads())
    again = [json.dumps(json.loads(h), sort_keys=True, separators=(",", ":")).encode() for h in heads]
    assert heads == again and len(heads) == 2
    assert list(log.heads(after=1)) == heads[1:]


def test_whom_an_account_saw_is_known_after_an_incident(installation):
    for minutes in (0, 30, 90):
        log.write(Door.PERSON, CLERK, NOW - timedelta(minutes=minutes), [1, minutes + 2])
    log.write(Door.PERSON, OTHER, NOW, [8])
    hour_ago = NOW - timedelta(hours=1)
    assert log_reading.persons_seen(41, hour_ago, NOW + timedelta(seconds=1)) == {1: 2, 2: 1, 32: 1}


def test_after_36_months_who_and_whom_go_and_the_tree_stays(installation):
    old = NOW - timedelta(days=3 * 365 + 10)
    for day in (old, old, NOW):
        log.write(Door.PERSON, CLERK, day, [1])
    heads = list(log.heads())
    assert log_reading.detach_old(log.SERVER, NOW) == 2
    assert [said is None for _, said in lines()] == [True, True, False, False]
    assert list(log.heads())[:3] == heads
    assert list(log_reading.faults()) == []
    assert who_looked(1) == [(900, "2026-11", 1, 0)]
    assert log_reading.detach_old(log.SERVER, NOW) == 0
    assert refused("DELETE FROM access_viewed WHERE seq = 3", None)
