"""Names are shown within scope only, and each look is a line of the log (X1, X11)."""

import inspect
import json

import pytest

from thenchot.access import log_reading, personal
from thenchot.access.desk import Desk, NotAllowed
from thenchot.access.events import Role
from thenchot.access.log import Reason
from thenchot.access.rights import Why
from thenchot.access.tests.book import A1, AN, AT, BINH, CHI, DUNG, NAMES, A, B, carried_over, registered
from thenchot.sealed import store
from thenchot.sealed.codes import coded_label
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import System


@pytest.fixture
def clerk(book):
    return book.account("ngan", (Role.OFFICE, A), (Role.ORGANISING, A)).id


def said():
    """What the log says: head and facts of every line, without those of the server."""
    rows = log_reading._ask(
        "SELECT head, facts FROM access_viewing JOIN access_viewed USING (seq) ORDER BY seq"
    )
    lines = [(json.loads(head), json.loads(facts)) for head, facts in rows]
    return [(head["door"], head["organisation"], facts) for head, facts in lines if facts["account"] != "0"]


def test_x1_a_name_of_another_commune_is_as_if_it_did_not_exist(book, clerk):
    elsewhere = book.desk.find("Lý Thị Mai", by=clerk, at=AT)
    nobody = book.desk.find("Hầu Thị Không", by=clerk, at=AT)
    by_number = book.desk.find(f"099{BINH:09d}", by=clerk, at=AT)
    assert elsewhere == nobody == by_number == {}
    assert book.desk.find("Vàng A Sùng", by=clerk, at=AT) == {AN: "Vàng A Sùng"}
    lines = said()
    assert [(door, place, facts["ids"]) for door, place, facts in lines] == [
        ("find", str(A), []),
        ("find", str(A), []),
        ("find", str(A), []),
        ("find", str(A), [str(AN)]),
    ]
    # Two lines that tell apart only the keyed digest of the word.
    first, second = (facts | {"search": ""} for _, _, facts in lines[:2])
    assert first == second
    assert not any(name in json.dumps(lines, ensure_ascii=False) for name in NAMES.values())


def test_x1_as_much_is_read_for_a_name_elsewhere_as_for_no_name(book, clerk, django_queries):
    book.desk.find("Vàng", by=clerk, at=AT)  # the directory is built
    elsewhere = django_queries(lambda: book.desk.find("Lý Thị Mai", by=clerk, at=AT))
    nobody = django_queries(lambda: book.desk.find("Hầu Thị Không", by=clerk, at=AT))
    assert elsewhere == nobody


@pytest.fixture
def django_queries():
    """The statements an action sends, to all three databases."""
    from contextlib import ExitStack

    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    def sent(action):
        with ExitStack() as stack:
            captured = [stack.enter_context(CaptureQueriesContext(connections[a])) for a in connections]
            action()
        return [[query["sql"].split(" VALUES")[0] for query in one.captured_queries] for one in captured]

    return sent


def test_x11_an_ethnic_group_is_neither_filter_nor_search_word(book, clerk):
    for place in range(3):
        book.write(registered(400 + place, A1, ethnicity="dao"), carried_over(400 + place, A1))
    files = [
        PersonFile(person=400 + place, names=(Dated(name),))
        for place, name in enumerate(("Triệu Văn Phúc", "Bàn Thị Hoa", "Lò Văn Dao"))
    ]
    store.put_persons(files, at=AT, randomness=System())
    # Only the one who is so called.
    assert list(book.desk.find("Dao", by=clerk, at=AT)) == [402]
    assert book.desk.find("người Dao", by=clerk, at=AT) == {}
    for word in ("hmong", "H'Mông", "Mông", "dân tộc Dao"):
        assert book.desk.find(word, by=clerk, at=AT) == {}
    for look in (Desk.find, Desk.names, Desk.show, Desk.reveal, personal.find, personal.labels):
        given = set(inspect.signature(look).parameters)
        assert given & {"ethnicity", "where", "filter", "by_field", "order", "sort"} == set()
    assert "ethnicity" not in personal.FIELDS


def test_rows_open_to_names_only_within_scope(book, clerk):
    shown = book.desk.names([AN, BINH, DUNG], by=clerk, at=AT, organisation=A)
    assert shown == {AN: NAMES[AN], DUNG: NAMES[DUNG], BINH: coded_label(BINH)}
    assert [facts["ids"] for _, _, facts in said()] == [[str(AN), str(DUNG)]]
    with pytest.raises(NotAllowed):
        book.desk.names([BINH], by=clerk, at=AT, organisation=B)
    assert len(said()) == 1


def test_a_member_sees_the_own_record_and_nobody_elses(book):
    member = book.account("dang.vien", person=AN).id
    assert book.desk.show(AN, by=member, at=AT) == NAMES[AN]
    assert book.desk.reveal(AN, "phones", Reason.OWN_REQUEST, by=member, at=AT) == ("0000123456",)
    for look in (
        lambda: book.desk.show(BINH, by=member, at=AT),
        lambda: book.desk.reveal(BINH, "phones", Reason.CONTACT, by=member, at=AT),
        lambda: book.desk.find("Vàng A Sùng", by=member, at=AT),
    ):
        with pytest.raises(NotAllowed):
            look()
    assert [(door, place, facts["role"]) for door, place, facts in said()] == [
        ("person", "0", "member"),
        ("reveal", "0", "member"),
    ]


def test_numbers_are_opened_by_the_organising_office_alone(book, clerk):
    leader = book.account("thuong.truc", (Role.LEADER, A)).id
    assert book.desk.reveal(AN, "personal_number", Reason.PAPER, by=clerk, at=AT) == f"099{AN:09d}"
    with pytest.raises(NotAllowed) as told:
        book.desk.reveal(AN, "personal_number", Reason.PAPER, by=leader, at=AT)
    assert told.value.decisions[0].why is Why.NO_ROLE
    assert book.desk.show(AN, by=leader, at=AT) == NAMES[AN]
    with pytest.raises(NotAllowed):
        book.desk.show(CHI, by=leader, at=AT)
