"""X1: a clerk of commune A searches for somebody of commune B: exactly as for nobody, and logged."""

import re
from contextlib import ExitStack

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from stories.viewing import lines
from thenchot.access.events import Role
from thenchot.access.tests.book import BINH, NAMES, A

THERE, NOWHERE = NAMES[BINH], "Lý Thị Miu"
NUMBERS = (f"099{BINH:09d}", "099999999999")


@pytest.fixture
def clerk(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A))
    browser = signed_in("to.chuc")
    browser.post("/dang-vien/tim/", {"text": "sung"})  # the names are in memory from now on
    return browser


def asked(clerk, words):
    """Status, the bytes without the words and the token, how many statements it took."""
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
        answer = clerk.post("/dang-vien/tim/", {"text": words})
        statements = [re.sub(r"X'\w*'|'\\x\w*'|\d+", "", query["sql"])[:60] for one in seen for query in one]
    text = re.sub(r"[A-Za-z0-9]{64}", "", answer.content.decode()).replace(words, "")
    return answer.status_code, text, statements


@pytest.mark.parametrize("pair", [(THERE, NOWHERE), NUMBERS])
def test_somebody_elsewhere_is_nobody(clerk, pair):
    there, nowhere = (asked(clerk, words) for words in pair)
    assert [one for one in there[2] if one not in nowhere[2]] == []
    assert there == nowhere
    assert "Không tìm thấy trong phạm vi của đồng chí." in there[1]


def test_both_searches_are_logged_with_no_word_and_no_hit(clerk):
    before = len(lines())
    for words in (THERE, NOWHERE):
        asked(clerk, words)
    assert [(one.door, one.ids) for one in lines()[before:]] == [("find", set())] * 2
    with connections["log"].cursor() as cursor:
        cursor.execute("SELECT facts FROM access_viewed")
        assert not any(THERE in facts or "ly thi" in facts for (facts,) in cursor.fetchall())


@pytest.mark.parametrize(
    "address", ["/dang-vien/{}/", "/ghi/membership.died/?nguoi={}", "/dang-vien/{}/so-dinh-danh/"]
)
def test_the_page_of_somebody_elsewhere_is_that_of_nobody(clerk, address):
    send = clerk.post if address.endswith("danh/") else clerk.get
    pages = [send(address.format(one)) for one in (BINH, 909_091)]
    texts = [re.sub(r"[A-Za-z0-9]{64}|\d{3,}", "", page.content.decode()) for page in pages]
    assert [page.status_code for page in pages] == [404, 404] and texts[0] == texts[1]
