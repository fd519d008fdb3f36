"""X14: no page, figure or file counts the viewing log per person."""

import re
from pathlib import Path

import pytest

import thenchot
from stories.walking import RELATIONS, Walk
from thenchot.access.events import Role
from thenchot.access.tests.book import AN, A
from thenchot.snapshot.catalogue import CATALOGUE

pytestmark = pytest.mark.long

CLERKS = {"nguoi.thu.nhat": 7, "nguoi.thu.hai": 3}


@pytest.fixture
def worked(book, signed_in):
    """Two clerks who opened pages, one more often than the other."""
    for name, times in CLERKS.items():
        book.account(name, (Role.ORGANISING, A))
        browser = signed_in(name)
        assert {browser.get(f"/dang-vien/{AN}/").status_code for _ in range(times)} == {200}
    return book


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, Role.LEADER, Role.CONFIRMER, Role.OFFICE])
def test_no_page_puts_who_looked_beside_how_often(role, worked, signed_in):
    """Without a stated ground no page names anybody who looked."""
    walk = Walk(worked)
    walk.prepare()
    worked.account("ai.xem", (role, worked.top))
    browser = signed_in("ai.xem")
    for visit in walk.visits(*RELATIONS):
        if "GET" in visit.door.methods:
            said = browser.get(visit.address).content.decode(errors="replace")
            assert not [name for name in CLERKS if name in said], visit


def test_no_figure_is_counted_from_the_log():
    root = Path(thenchot.__file__).parent
    told = [*root.glob("rooms/**/*.sql"), *root.glob("snapshot/**/*.sql")]
    assert told and not [path.name for path in told if "access_view" in path.read_text()]
    assert not [name for name in CATALOGUE.populations if re.search(r"view|looked|log", name)]
