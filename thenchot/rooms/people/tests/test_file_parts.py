"""Parts of a sealed file: what fits, the file as it will stand, what stood there before."""

from datetime import date

import pytest

from thenchot.rooms.people.events import Why
from thenchot.rooms.people.file_parts import NotAPart, NotTheMonth, Part, changed, held, value
from thenchot.sealed.persons import Dated, PersonFile, Replaced

TODAY, PAPER = date(2026, 11, 21), date(2026, 8, 12)
FILE = PersonFile(
    person=101, names=(Dated("Vàng A Súng"),), born_on=date(1960, 3, 1), personal_number="099000000101",
    phones=("0000111222",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("part", "text", "kept"),
    [
        (Part.NAME, "  Vàng  A Sùng ", "Vàng A Sùng"),
        (Part.BORN_ON, "5/3/1960", "1960-03-05"),
        (Part.BORN_ON, "1960", "1960"),
        (Part.PERSONAL_NUMBER, "0990 0000 0101", "099000000101"),
        (Part.CARD_NUMBER, "0999.001.00001", "099900100001"),
        (Part.PHONE, "0000 111 222; 0000111333, 0000111222", "0000111222, 0000111333"),
    ],
)
def test_a_part_is_kept_as_it_is_compared(part, text, kept):
    assert value(part, text, birth="1960-03") == kept


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part.NAME, "Vàng A Sùng, 1960"), (Part.PERSONAL_NUMBER, "09900000010"),
        (Part.PERSONAL_NUMBER, "09900000010A"), (Part.CARD_NUMBER, "12"), (Part.PHONE, "12345"),
        (Part.PHONE, "0000111222, ba"), (Part.BORN_ON, "31/2/1960"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(part, text):
    with pytest.raises(NotAPart):
        value(part, text)


@pytest.mark.parametrize("birth", ["1960-04", "1961"])
def test_the_exact_day_lies_in_the_month_the_book_counts_by(birth):
    with pytest.raises(NotTheMonth):
        value(Part.BORN_ON, "5/3/1960", birth=birth)


def test_a_typing_error_gives_way_and_stays_to_be_read():
    new = changed(FILE, {Part.NAME: "Vàng A Sùng"}, why=Why.TYPED_WRONG, since=PAPER, on=TODAY)
    assert new.names == (Dated("Vàng A Sùng"),) and new.name_on(date(2000, 1, 1)) == "Vàng A Sùng"
    assert new.replaced == (Replaced("name", "Vàng A Súng", TODAY),)


def test_a_new_name_by_a_paper_follows_the_old_one():
    new = changed(FILE, {Part.NAME: "Vàng Văn Sùng"}, why=Why.CHANGED_BY_PAPER, since=PAPER, on=TODAY)
    assert new.names == (Dated("Vàng A Súng"), Dated("Vàng Văn Sùng", PAPER)) and new.replaced == ()
    assert new.name_on(date(2026, 8, 11)) == "Vàng A Súng"


def test_every_part_comes_back_from_what_is_sealed():
    wanted = {
        Part.OTHER_NAME: "Vàng Sùng Páo", Part.BORN_ON: "1960-03-05", Part.PERSONAL_NUMBER: "099000000102",
        Part.CARD_NUMBER: "099900100001", Part.PHONE: "0000111333, 0000111444",
    }  # fmt: skip
    new = changed(FILE, wanted, why=Why.LEFT_OUT, since=PAPER, on=TODAY)
    back = PersonFile.read(101, new.stored())
    assert back == new and {part: held(back, part) for part in wanted} == wanted
    assert [one.part for one in back.replaced] == ["born_on", "personal_number", "phone"]
