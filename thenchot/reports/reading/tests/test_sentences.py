"""Each sentence of the lists is read as a person reads it; and the same in every way of typing it."""

import unicodedata
from decimal import Decimal

import pytest

from thenchot.reports.reading import lines_of, read

from .sentences import manner, not_counted, offices, parts, party_life, press, work

LISTS = (party_life, work, offices, press, manner, not_counted, parts)
ALL = [pair for one in LISTS for pair in one.SENTENCES]
BOUNDS = {"over", "under", "nearly", "of"}


def read_as(sentence):
    return [(one.bound.value, one.value, one.unit) for one in read(lines_of(sentence)).figures]


def expected(told):
    for figure in filter(None, told.split("; ")):
        words = figure.split(" ")
        bound = words.pop(0) if words[0] in BOUNDS else "exact"
        yield bound, Decimal(words[0]), " ".join(words[1:])


@pytest.mark.parametrize(("sentence", "told"), ALL)
def test_sentence(sentence, told):
    assert read_as(sentence) == list(expected(told))


HALF = [
    "Hơn một nửa số chi bộ đã họp.",
    "Một nửa số đảng viên là nữ.",
    "Qua một nửa nhiệm kỳ, công tác có chuyển biến.",
]


@pytest.mark.parametrize("sentence", HALF)
def test_a_half_is_not_one(sentence):
    assert read_as(sentence) == []


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: text.replace("ả", "ả\u00ad").replace("n", "n\u200b"),
        lambda text: text.replace(" - ", " – ").replace("“", '"').replace("”", '"'),
    ],
    ids=["decomposed", "no-break spaces", "Icelandic letters", "invisible characters", "dashes and quotes"],
)
def test_typed_otherwise(typed):
    for sentence, _ in ALL:
        assert read_as(typed(sentence)) == read_as(sentence), sentence
