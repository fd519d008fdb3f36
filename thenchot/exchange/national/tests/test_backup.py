"""The reconciliation list goes with the personal backup and comes back, but for whom was erased since."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.conf import settings

from thenchot.access import erasing
from thenchot.access.desk import Desk
from thenchot.access.tests.book import AN, AT, BINH, TODAY, A, begin
from thenchot.exchange.national import lines, remembered
from thenchot.exchange.national.lines import Found, Sort
from thenchot.rooms.people.events import Erased
from thenchot.sealed import directory, opening
from thenchot.sealed.randomness import System
from thenchot.snapshot import keeping

OFFICE, CELL = 11, 21
DAY = date(2026, 11, 20)
IDS = {str(UUID(int=one)): one for one in (AN, BINH)}


@pytest.fixture
def begun(installation):
    opening.use(None)
    yield begin()
    opening.use(None)
    directory.forget()


@pytest.fixture
def listed(begun):
    """A list of three lines, one of them given to somebody; an organisation and two ids learnt."""
    found = [
        Found(Sort.DIFFERS, "sex", AN, CELL, said={"theirs": "nam", "ours": "nữ"}),
        Found(Sort.DIFFERS, "sex", BINH, CELL, said={"theirs": "nữ", "ours": "nam"}),
        Found(Sort.IN_FILE, cell=CELL, who="Vàng A Páo", said={"name": "Vàng A Páo"}),
    ]
    lines.reconcile(OFFICE, found, seen={AN, BINH}, today=DAY)
    lines.assign(OFFICE, [lines.every(OFFICE)[1].line.code], mender="book", until=DAY + timedelta(days=9))
    remembered.remember(OFFICE, remembered.ORGANISATION, "CB thôn Hai", str(CELL))
    remembered.learn(IDS)
    return begun


def kept(folder, at=AT):
    return keeping.backup(folder, Desk.open(), at=at, randomness=System())


def brought_back(installation, made, papers):
    """On an empty machine."""
    installation.renew()
    settings.THENCHOT_KEY_FILE.unlink()
    opening.use(None)
    directory.forget()
    keeping.restore(made.book, made.personal, (papers[0], papers[2]), randomness=System())


def told():
    return [
        (one.line.person, one.line.sort, one.line.state, one.line.mender, one.line.until, one.line.since,
         one.said)
        for one in lines.every(OFFICE)
    ]  # fmt: skip


def test_lines_and_what_was_taught_come_back(installation, listed, tmp_path):
    made, before = kept(tmp_path), told()
    brought_back(installation, made, listed.begun.sheets)
    assert told() == before and before[1][3:5] == ("book", DAY + timedelta(days=9))
    assert set(remembered.organisations(OFFICE).values()) == {CELL}
    assert remembered.persons(IDS) == IDS


def test_who_was_erased_since_is_in_no_line(installation, listed, tmp_path):
    old = kept(tmp_path)
    listed.write(Erased(about=AN, effective_on=TODAY, organisation=A, ground="requested"))
    erasing.erase(AN)
    assert [one[0] for one in told()] == [BINH, None]
    new = kept(tmp_path, AT + timedelta(hours=1))
    mixed = keeping.Kept(new.book, old.personal, new.entries)
    brought_back(installation, mixed, listed.begun.sheets)
    assert [one[0] for one in told()] == [BINH, None]
    assert set(remembered.persons(IDS).values()) == {BINH}
