"""A number put at the end of a line, a line put under another: read back as the page reads them."""

import pytest

from thenchot.reports.word.adding import add_line, add_number
from thenchot.reports.word.controls import fill, wrap
from thenchot.reports.word.names import w
from thenchot.reports.word.text import paragraphs, text_of
from thenchot.reports.word.whole import read

from .files import package


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Kết nạp đảng viên mới.", "Kết nạp đảng viên mới 31."),
        ("Kết nạp đảng viên mới", "Kết nạp đảng viên mới 31"),
        ("Trong kỳ kết nạp:  ", "Trong kỳ kết nạp 31:  "),
    ],
)
def test_a_number_stands_before_the_sign_that_ends_the_line(line, said):
    one = package(line)
    (paragraph,) = paragraphs(one.body)
    assert add_number(paragraph, "n1") and fill(one.body, {"n1": "31"}) == ["n1"]
    assert text_of(paragraph) == said and read(one).places == {"n1": 0}


def test_after_another_number_of_ours_and_never_inside_it():
    one = package("Kết nạp 31.")
    (paragraph,) = paragraphs(one.body)
    wrap(paragraph, 8, 10, "n1")
    assert add_number(paragraph, "n2")
    assert read(one).marked(0) == "Kết nạp ⟦n1⟧ ⟦n2⟧."


def test_an_empty_line_takes_no_number():
    one = package("")
    assert not add_number(paragraphs(one.body)[0], "n1")


def test_a_line_takes_the_look_of_another_but_not_its_bold():
    one = package([("1. Công tác", True)], [("Đảng bộ", True), " có nhiều chi bộ."])
    heading, like = paragraphs(one.body)
    add_line(heading, like, "Kết nạp ⟦n7⟧ đảng viên (cùng kỳ ⟦n8⟧).")
    whole = read(one)
    assert whole.marked(1) == "Kết nạp ⟦n7⟧ đảng viên (cùng kỳ ⟦n8⟧)."
    assert whole.places == {"n7": 1, "n8": 1}
    assert not list(paragraphs(one.body)[1].iter(w("b")))


def test_the_end_of_a_section_is_before_the_recipients_and_its_owner_owns_what_is_under_it():
    one = package(
        [("I- TỔ CHỨC", True)], [("1. Đảng viên", True)], "Kết nạp 4.", [("II- DÂN VẬN", True)], "Giúp 3 hộ.",
        "Nơi nhận:", "- Lưu.",
    )  # fmt: skip
    whole = read(one)
    assert [whole.last_line(place) for place in range(3)] == [0, 2, 4]
    assert whole.titles_at(2) == ["I- TỔ CHỨC", "1. Đảng viên"] and whole.titles_at(4) == ["II- DÂN VẬN"]
