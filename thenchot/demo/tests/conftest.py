"""One run of the story serves all tests of the demo."""

import pytest

from .replay import Book

SEED = 1


@pytest.fixture(scope="session")
def book() -> Book:
    return Book(SEED)
