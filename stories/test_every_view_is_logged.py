"""S3: no name and no number leaves before the log has its line; a log that cannot be written refuses."""

import pytest

from stories.viewing import lines, unwritable
from stories.walking import Walk
from thenchot.access.events import Role
from thenchot.access.tests.book import AN, NAMES, A

NAME, NUMBER = NAMES[AN], f"099{AN:09d}"


@pytest.fixture
def visits(book):
    """Every page, and the three that are sent: a search by name, by number, the number itself."""
    walk = Walk(book)
    walk.prepare()
    looks = [("get", v.address, {}) for v in walk.visits("inside") if "GET" in v.door.methods]
    return [
        *looks,
        ("post", "/dang-vien/tim/", {"text": NAME}),
        ("post", "/dang-vien/tim/", {"text": NUMBER}),
        ("post", f"/dang-vien/{AN}/so-dinh-danh/", {"reason": "check_paper"}),
    ]


@pytest.fixture
def office(book, signed_in):
    who = book.account("to.chuc", (Role.ORGANISING, A))
    return who.id, signed_in("to.chuc")


def asked(browser, visit):
    method, address, body = visit
    answer = getattr(browser, method)(address, body)
    assert not answer.streaming, "nothing of a page leaves before all of it was made"
    return answer.status_code, answer.content.decode(errors="replace")


def shows(said, visit):
    """Whether the answer says more of An than the question did."""
    return any(one in said for one in (NAME, NUMBER) if one not in visit[2].values())


def test_whoever_is_shown_a_person_stands_in_the_log_with_that_person(office, visits):
    account, browser = office
    told = 0
    for visit in visits:
        before = len(lines())
        _status, said = asked(browser, visit)
        if shows(said, visit):
            told += 1
            new = [one for one in lines()[before:] if one.account == account and AN in one.ids]
            assert new, visit
    assert told >= 8  # the roll, the page, three forms, history, both searches, the number


def test_without_the_log_no_page_says_a_name(office, visits):
    _account, browser = office
    shown = [visit for visit in visits if shows(asked(browser, visit)[1], visit)]
    with unwritable():
        for visit in shown:
            status, said = asked(browser, visit)
            assert status == 503 and not shows(said, visit), visit
            assert "Chưa ghi được nhật ký truy cập" in said, visit
    assert all(asked(browser, visit)[0] == 200 for visit in shown)


def test_without_the_log_numbers_that_name_nobody_still_answer(office, visits):
    _account, browser = office
    quiet = [v for v in visits if v[1].startswith("/so-lieu/") and not shows(asked(browser, v)[1], v)]
    assert len(quiet) >= 2
    before = [asked(browser, visit)[0] for visit in quiet]
    with unwritable():
        refused = [visit[1] for visit, known in zip(quiet, before, strict=True)
                   if asked(browser, visit)[0] != known]  # fmt: skip
    assert refused == []
