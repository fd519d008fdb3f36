"""S6: outside the demo nobody reaches a page with a record before a second factor is enrolled."""

import pytest
from django.urls import reverse

from stories.walking import Walk
from thenchot.access.events import Role
from thenchot.web.signin.tests.conftest import service
from thenchot.web.signin.tests.people import browser, enrolled, enter, make

__all__ = ["service"]
# What is answered before: the factor itself, the own password, locking, leaving, what is open to all.
BEFORE = {"own_password", "enrol", "lock", "unlock", "locked", "alive", "account_reauthenticate"}


@pytest.fixture
def ngan(service):
    make(service, "ngan", (Role.ORGANISING, service.top), (Role.OFFICE, service.top))
    client = browser()
    assert enter(client).status_code == 302
    return client


def looks(book):
    for visit in Walk(book).visits("inside"):
        if not visit.door.open and visit.door.name not in BEFORE and "GET" in visit.door.methods:
            yield visit


def test_every_page_leads_to_enrolling_first(service, ngan):
    found = []
    for visit in looks(service):
        answer = ngan.get(visit.address)
        if (answer.status_code, answer.get("Location")) != (302, reverse("enrol")):
            found.append((str(visit), answer.status_code))
    assert not found, "\n".join(map(str, found))


def test_nothing_is_sent_before_either(service, ngan):
    for visit in Walk(service).visits("inside"):
        if not visit.door.open and visit.door.name not in BEFORE and "POST" in visit.door.methods:
            answer = ngan.post(visit.address, visit.body)
            assert (answer.status_code, answer.get("Location")) == (302, reverse("enrol")), str(visit)


def test_with_a_factor_the_pages_open(service, ngan):
    enrolled(ngan)
    opened = {visit.door.name for visit in looks(service) if ngan.get(visit.address).status_code == 200}
    assert {"members:of", "members:person", "figures:organisation", "entering:form"} <= opened
