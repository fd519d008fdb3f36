"""For tests of pages, in every folder of the site: a small founded book, and browsers signed in to it."""

import pytest


@pytest.fixture
def book(installation):
    """A demo: a province, two communes, three cells and one of the province's own, a member in each.

    Accounts: `van.phong` (office at the top), `pho.bi.thu` (confirmer); `book.account(name, (role, scope))`
    makes others. Today is 21/11/2026. See thenchot/access/tests/book.py.
    """
    from thenchot.access.tests.book import begin
    from thenchot.sealed import directory, labels, opening

    opening.use(None)
    labels._held = None
    yield begin()
    opening.use(None)
    directory.forget()


@pytest.fixture
def signed_in(book):
    """`signed_in("van.phong")`: a browser in which that account has signed in."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    def browser(name: str) -> Client:
        client = Client(headers={"host": "127.0.0.1"})
        account = get_user_model().objects.get(name=name)
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browser
