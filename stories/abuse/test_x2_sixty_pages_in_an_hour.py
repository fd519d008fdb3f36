"""X2: sixty members' pages in an hour without a task: the forty-first asks for a reason from a list."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from stories.viewing import lines
from thenchot.access import limits
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AT, A
from thenchot.web.members.tests.province import members

MANY = range(5_000, 5_060)


@pytest.fixture
def clerk(book, signed_in):
    members(book, MANY, A1)
    who = book.account("to.chuc", (Role.ORGANISING, A))
    return who.id, signed_in("to.chuc")


def test_the_forty_first_page_asks_why_and_the_reviewer_sees_it(clerk):
    account, browser = clerk
    answers = [browser.get(f"/dang-vien/{one}/") for one in MANY]
    assert [one.status_code for one in answers] == [200] * 40 + [429] * 20
    asked = answers[40].content.decode().partition("<main")[2].partition("</main>")[0]
    assert "Sùng Thị Dợ" not in asked and 'value="meeting"' in asked
    assert not re.search(r"<textarea|<input[^>]*type=.text", asked), "chosen, never typed"
    assert len([one for one in lines() if one.account == account and one.door == "person"]) == 40
    assert browser.post("/dang-vien/ly-do/", {}).status_code in (400, 404)
    said = {"door": "person", "ground": "meeting", "next": f"/dang-vien/{MANY[-1]}/"}
    assert browser.post(reverse("members:lift"), said)["Location"] == f"/dang-vien/{MANY[-1]}/"
    assert browser.get(f"/dang-vien/{MANY[-1]}/").status_code == 200
    runs = list(limits.runs(AT - timedelta(days=1), AT + timedelta(days=1)))
    assert [(one.what, one.door, one.reason) for one in runs] == [
        ("stopped", "person", ""), ("lifted", "person", "meeting"),
    ]  # fmt: skip
    assert {one.account for one in runs} == {account}


def test_another_sign_in_of_the_account_starts_no_new_hour(clerk, signed_in):
    _account, browser = clerk
    for one in MANY[:40]:
        browser.get(f"/dang-vien/{one}/")
    assert signed_in("to.chuc").get(f"/dang-vien/{MANY[-1]}/").status_code == 429
