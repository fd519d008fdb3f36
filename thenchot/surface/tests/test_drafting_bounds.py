"""Numbers printed with a bound: rounded by its rule, kept while it holds, asked about when it does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thenchot.access.tests.book import A1, joining
from thenchot.reports.drafts.shapes import Mode, Number, State, Style
from thenchot.reports.reading.written import Line
from thenchot.snapshot.kept import Kept
from thenchot.surface.drafting import numbers as drafting_numbers
from thenchot.surface.drafting import returned as drafting_returned
from thenchot.surface.drafting.bounds import style_of
from thenchot.surface.drafting.found import found
from thenchot.surface.drafting.numbers import Choice
from thenchot.surface.drafting.printed import printed
from thenchot.surface.drafting.returned import Do
from thenchot.surface.tests.test_drafting import begun, book, edited, engine, who  # noqa: F401
from thenchot.surface.troubles import Stop


def number(text, style, round_to=0, places=0):
    return Number("n1", text, before=text, style=style, round_to=round_to, places=places, figure="M01")


@pytest.mark.parametrize(
    ("text", "style", "step", "value", "said"),
    [
        ("gần 110.000", Style.NEARLY, 10000, 109586, "gần 110.000"),
        ("gần 110.000", Style.NEARLY, 10000, 118000, "gần 120.000"),
        ("gần 110.000", Style.NEARLY, 10000, 110000, "110.000"),
        ("gần 110.000", Style.NEARLY, 10000, 112300, ""),
        ("Gần 300", Style.NEARLY, 100, 280, "Gần 300"),
        ("khoảng 300", Style.ABOUT, 100, 340, "khoảng 300"),
        ("khoảng 300", Style.ABOUT, 100, 350, "khoảng 400"),
        ("dưới 100", Style.UNDER, 100, 93, "dưới 100"),
        ("dưới 100", Style.UNDER, 100, 100, ""),
        ("trên 1.400", Style.OVER, 100, 1521, "trên 1.500"),
        ("hơn 1.400", Style.OVER, 100, 1421, "hơn 1.400"),
        ("trên 7", Style.OVER, 10, 5, "5"),
    ],
)
def test_a_count_with_its_bound(text, style, step, value, said):
    assert printed(value, number(text, style, step)) == said


@pytest.mark.parametrize(
    ("text", "style", "step", "value", "said"),
    [
        ("gần 90%", Style.NEARLY, 10, "88.57", "gần 90%"),
        ("gần 90%", Style.NEARLY, 10, "91", ""),
        ("trên 96,5%", Style.OVER, 0, "96.54", "trên 96,5%"),
        ("dưới 4,5%", Style.UNDER, 0, "4.46", "dưới 4,5%"),
        ("dưới 4,5%", Style.UNDER, 0, "4.6", ""),
        ("trên 90 phần trăm", Style.OVER, 10, "93.2", "trên 90 phần trăm"),
    ],
)
def test_a_share_with_its_bound_keeps_its_sign(text, style, step, value, said):
    places = 1 if "," in text else 0
    assert printed(Decimal(value), number(text, style, step, places)) == said


def test_the_bar_of_under_is_that_of_the_report_not_a_new_one():
    one = number("dưới 100", Style.UNDER, 10)
    assert printed(95, one) == "dưới 100" and printed(85, one) == ""
    typed = replace(one, before="93", printed="93")
    assert printed(93, typed) == "dưới 100"


@pytest.mark.parametrize("word", ["gần", "Khoảng", "dưới", "hơn"])
def test_the_word_stands_inside_the_number_found(word):
    line = Line(1, f"Toàn Đảng bộ có {word} 110.000 đảng viên.")
    (one,) = found([line])
    assert (one.text, one.style) == (f"{word} 110.000", style_of(word))


@pytest.mark.parametrize("word", ["không quá", "ước"])
def test_words_that_are_not_a_rounding_are_left_alone(word):
    assert found([Line(1, f"Toàn Đảng bộ có {word} 110.000 đảng viên.")]) == []


def test_a_sentence_with_at_least_keeps_its_own_words():
    (one,) = found([Line(1, "Toàn Đảng bộ có không dưới 110.000 đảng viên.")])
    assert (one.text, one.style) == ("110.000", Style.EXACT)


def bound(book, engine, who):  # noqa: F811
    """*gần 10 đảng viên*; 5 in the book are not nearly ten, so six are bound after another joined."""
    saved = begun(book, engine, who, "BÁO CÁO", "Toàn Đảng bộ có gần 10 đảng viên.")
    (one,) = saved.content.numbers
    return saved, one


def test_nearly_is_offered_bound_and_kept_while_it_holds(book, engine, who):  # noqa: F811
    saved, one = bound(book, engine, who)
    assert (one.printed, one.style, one.state) == ("gần 10", Style.NEARLY, State.OFFERED)
    choice = Choice("M01", Mode.THIS, Style.NEARLY)
    saved = drafting_numbers.bind(book.desk, engine, saved, one.tag, choice, **who)
    assert saved.content.number(one.tag).printed == "gần 10"
    assert drafting_numbers.differing(engine, saved) == []


def test_what_does_not_fit_any_more_is_asked_not_changed(book, who):  # noqa: F811
    kept = Kept()
    with kept.engine() as engine:  # noqa: F811
        saved, one = bound(book, engine, who)
        choice = Choice("M01", Mode.THIS, Style.NEARLY)
        saved = drafting_numbers.bind(book.desk, engine, saved, one.tag, choice, **who)
    for person in range(106, 112):
        book.write(*joining(person, A1, date(2026, 11, 3)))
    with kept.engine() as engine:
        (asks,) = drafting_numbers.differing(engine, saved)
        assert asks.asks and asks.counted.value == 11 and "gần 10" in asks.counted.why
        after, changed = drafting_numbers.update(book.desk, engine, saved, **who)
        assert changed == 0 and after.content.number(one.tag).printed == "gần 10"
        with pytest.raises(Stop, match="11"):
            drafting_numbers.bind(book.desk, engine, saved, one.tag, choice, **who)
        over = replace(choice, style=Style.OVER)
        saved = drafting_numbers.bind(book.desk, engine, saved, one.tag, over, **who)
        assert saved.content.number(one.tag).printed == "trên 10"
    kept.close()


def test_a_rounding_typed_in_word_is_taken_as_it_was_typed(book, engine, who):  # noqa: F811
    saved = begun(book, engine, who, "BÁO CÁO", "Toàn Đảng bộ có 4 đảng viên.")
    (one,) = saved.content.numbers
    saved = drafting_numbers.bind(book.desk, engine, saved, one.tag, Choice("M01"), **who)
    back = edited(saved, one.tag, "gần 10")
    saved = drafting_returned.take_back(book.desk, saved, back.bytes(), "x.docx", **who)
    saved = drafting_returned.settle(book.desk, engine, saved, one.tag, Do.ROUND, **who)
    now = saved.content.number(one.tag)
    assert (now.printed, now.style, now.state) == ("gần 10", Style.NEARLY, State.BOUND)
