"""Engines are kept by a process: each test has its own book, so none is carried over."""

import re

import pytest
from django.template import Template
from django.test.utils import instrumented_test_render

from thenchot.snapshot.kept import KEPT


@pytest.fixture(autouse=True)
def contexts(monkeypatch):
    """What a page was made from can be asked: `answer.context`."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


@pytest.fixture(autouse=True)
def no_engine_of_another_book():
    KEPT.close()
    yield
    KEPT.close()


@pytest.fixture
def office(book, signed_in):
    """A browser of the office at the top, which sees everything."""
    return signed_in("van.phong")


@pytest.fixture
def leader(book, signed_in):
    """A browser of a leader of the whole: figures, and no rows."""
    from thenchot.access.events import Role

    book.account("lanh.dao", (Role.LEADER, book.top))
    return signed_in("lanh.dao")


def text(answer) -> str:
    """What is read on a page."""
    plain = re.sub(r"<(script|style).*?</\1>", " ", answer.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", plain).split())
