"""A founded installation with a small book, and the process's keyring put away afterwards."""

import pytest


@pytest.fixture
def book(installation):
    from thenchot.access.tests.book import begin
    from thenchot.sealed import directory, opening

    opening.use(None)
    yield begin()
    opening.use(None)
    directory.forget()
