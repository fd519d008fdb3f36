"""A form half filled in comes back to the same account and form within a day, and lies nowhere readable."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connections

from thenchot.access import drafts, erasing
from thenchot.access.drafts import Draft
from thenchot.access.tests.book import AN, AT, BEGINS
from thenchot.rooms.people.events import Erased
from thenchot.sealed import opening, rotation
from thenchot.sealed.keyring import Keyring, Unopened
from thenchot.sealed.randomness import System

TYPED = {"name": "Hầu Thị Không Ai", "phone": "0000999888", "paper": "01-QĐ/ĐU"}
FORM = "members/101/move"
DAY = timedelta(hours=24)


def test_it_comes_back_to_the_same_account_and_form(book):
    drafts.put(41, FORM, TYPED, AT)
    assert drafts.get(41, FORM, AT) == TYPED
    assert drafts.get(42, FORM, AT) is None and drafts.get(41, "members/102/move", AT) is None
    drafts.put(41, FORM, {"name": ""}, AT)
    assert drafts.get(41, FORM, AT) == {"name": ""} and Draft.objects.count() == 1
    drafts.drop(41, FORM)
    assert drafts.get(41, FORM, AT) is None and Draft.objects.count() == 0


def test_after_a_day_it_is_not_given_and_the_next_write_erases_it(book):
    drafts.put(41, FORM, TYPED, AT)
    assert drafts.get(41, FORM, AT + DAY - timedelta(seconds=1)) == TYPED
    assert drafts.get(41, FORM, AT + DAY) is None
    drafts.put(42, "other", {}, AT + DAY)
    assert list(Draft.objects.values_list("account", flat=True)) == [42]


def test_a_row_moved_to_another_account_or_form_does_not_open(book):
    drafts.put(41, FORM, TYPED, AT)
    drafts.put(41, "other", {"name": "khác"}, AT)
    stored = bytes(Draft.objects.get(form=drafts._form(FORM)).blob)
    Draft.objects.filter(form=drafts._form("other")).update(blob=stored)
    assert drafts.get(41, "other", AT) is None
    Draft.objects.filter(form=drafts._form(FORM)).update(account=42)
    assert drafts.get(42, FORM, AT) is None


def test_no_byte_of_it_lies_in_a_file(book, installation):
    drafts.put(41, FORM, TYPED, AT)
    words = [part.encode() for part in (*TYPED.values(), FORM)]
    if installation.engine == "postgresql":
        row = repr(Draft.objects.values_list("account", "form", "generation", "blob").get()).encode()
        row += bytes(Draft.objects.get().blob)
        assert not any(word in row for word in words)
        return
    for checkpointed in (False, True):
        if checkpointed:
            with connections["personal"].cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        read = b"".join(p.read_bytes() for p in settings.THENCHOT_HOME.rglob("*") if p.is_file())
        assert read and not any(word in read for word in words)


def test_closed_or_changed_keys_give_nothing_and_keep_nothing(book):
    drafts.put(41, FORM, TYPED, AT)
    ring = opening.keyring()
    ring.rotate(System())
    assert drafts.get(41, FORM, AT) == TYPED
    rotation.rewrite_under_new_generation(randomness=System())
    rotation.destroy_old_generations(randomness=System())
    assert drafts.get(41, FORM, AT) is None
    opening.use(Keyring.unopened(ring.path))
    assert drafts.get(41, FORM, AT) is None
    with pytest.raises(Unopened):
        drafts.put(41, FORM, TYPED, AT)


def test_a_form_is_no_archive(book):
    with pytest.raises(drafts.TooLong):
        drafts.put(41, FORM, {"text": "x" * drafts.LONGEST}, AT)
    for number in range(drafts.MOST + 3):
        drafts.put(41, f"form/{number}", {}, AT + timedelta(seconds=number))
    drafts.put(42, FORM, {}, AT)
    assert Draft.objects.filter(account=41).count() == drafts.MOST
    assert drafts.get(41, "form/2", AT) is None and drafts.get(41, "form/3", AT) == {}
    drafts.drop_all(41)
    assert list(Draft.objects.values_list("account", flat=True)) == [42]


def test_erasing_a_person_lets_go_of_every_draft(book):
    drafts.put(41, FORM, TYPED, AT)
    book.write(Erased(about=AN, effective_on=BEGINS, organisation=21, ground="requested"))
    erasing.erase(AN)
    assert Draft.objects.count() == 0
