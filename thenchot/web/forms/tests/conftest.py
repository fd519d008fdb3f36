"""Engines are kept by a process: each test has its own book, so none is carried over."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from thenchot.reports.forms.tests.test_binding import province_form
from thenchot.snapshot.kept import KEPT


@pytest.fixture(autouse=True)
def no_engine_of_another_book():
    KEPT.close()
    yield
    KEPT.close()


def text(answer) -> str:
    """What is read on a page."""
    plain = re.sub(r"<(script|style).*?</\1>", " ", answer.content.decode(), flags=re.S)
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", plain).split()))


def sheet_file(data, name="bieu.xlsx"):
    return SimpleUploadedFile(name, data)


@pytest.fixture
def office(book, signed_in):
    return signed_in("van.phong")


@pytest.fixture
def form(office):
    """The province's form, uploaded; its words have bound it."""
    answer = office.post("/bieu/nap/", {"tep": sheet_file(province_form()), "ten": "Biểu 3"})
    assert answer.status_code == 302
    return answer["Location"].split("/")[2]
