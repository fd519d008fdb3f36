"""Drafts are kept in versions, sealed; a change of keys loses none."""

import json
from dataclasses import replace

import pytest
from django.db import connections

from thenchot.access import tables_beside
from thenchot.access.tests.book import AT, begin
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.models import TABLES
from thenchot.reports.drafts.shapes import Content, Mode, Number, Owned, State, Style
from thenchot.sealed import opening
from thenchot.sealed.opening import keyring
from thenchot.sealed.randomness import System
from thenchot.sealed.rotation import destroy_old_generations, rewrite_under_new_generation
from thenchot.sealed.versions import Stale

SECRET = "Tổ chức thành công Đại hội chi bộ Bản Cườm"
CONTENT = Content(
    title="Báo cáo tháng 11",
    numbers=(
        Number("n1", "31", state=State.BOUND, figure="M16", mode=Mode.CUMULATIVE, style=Style.X_OF_Y,
               offers=(("M16", Mode.THIS),)),
    ),
    sections=(Owned("1. Tổ chức", 5),), carried=(SECRET,), frozen={"cut_off": 5},
)  # fmt: skip


@pytest.fixture
def book(installation):
    opening.use(None)
    yield begin()
    opening.use(None)


def begun(book):
    return keeping.begin("a1", book.top, "2026-11@2026-11-20", CONTENT, b"PK-word", by=1, at=AT)


def test_what_is_kept_comes_back(book):
    saved = begun(book)
    assert (saved.content, saved.file(), saved.number, saved.state) == (CONTENT, b"PK-word", 1, "draft")
    assert saved.period.data_to.isoformat() == "2026-11-20"


def test_versions_are_added_and_the_second_of_two_hands_is_told(book):
    first = begun(book)
    second = keeping.save(first, replace(CONTENT, title="Khác"), None, "edited", by=2, at=AT)
    assert (second.number, second.file()) == (2, b"PK-word")
    with pytest.raises(Stale):
        keeping.save(first, CONTENT, b"x", "edited", by=1, at=AT)
    assert keeping.version("a1", 1).content == CONTENT
    assert [one["number"] for one in keeping.history("a1")] == [2, 1]


def test_nothing_of_the_text_lies_open_in_the_database(book, installation):
    begun(book)
    with connections["personal"].cursor() as cursor:
        cursor.execute("SELECT blob FROM drafts_text")
        assert not any(SECRET.encode() in bytes(blob) for (blob,) in cursor.fetchall())


def test_a_change_of_keys_loses_no_draft(book):
    begun(book)
    keyring().rotate(System())
    assert rewrite_under_new_generation(randomness=System()) >= 2
    assert destroy_old_generations(randomness=System()) == [1]
    assert keeping.latest("a1").content == CONTENT


def test_the_backup_holds_them_as_they_are_sealed(book):
    begun(book)
    pieces = list(tables_beside.pieces(TABLES))
    assert SECRET not in str(pieces)
    keeping.drop("a1")
    for piece in pieces:
        tables_beside.put_back(TABLES, json.loads(json.dumps(piece)))
    saved = keeping.latest("a1")
    assert (saved.content, saved.file(), saved.at) == (CONTENT, b"PK-word", AT)


def test_dropped_leaves_nothing(book):
    begun(book)
    keeping.drop("a1")
    assert keeping.of_organisations([book.top]) == [] and list(tables_beside.pieces(TABLES)) == []
