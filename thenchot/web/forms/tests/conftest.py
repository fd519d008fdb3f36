"""Engines are kept by a process: each test has its own book, so none is carried over."""

import pytest

from thenchot.snapshot.kept import KEPT


@pytest.fixture(autouse=True)
def no_engine_of_another_book():
    KEPT.close()
    yield
    KEPT.close()
