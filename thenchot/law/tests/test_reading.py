from dataclasses import replace
from datetime import date

import pytest

from thenchot.law.events import State, ValueLoaded
from thenchot.law.reading import law_of, misfit, new_values, no_longer_shipped
from thenchot.law.values import Grade, LawBook, Source, Unit, Value, joined, load_shipped
from thenchot.ledger.kinds import KINDS

SHIPPED = load_shipped()
HERE = 7


def version(value, since, *, key="probation.months", until=None, article="Điều 5", scope="centre"):
    source = Source("Điều lệ Đảng", date(2011, 1, 19), article)
    end = date(until, 1, 1) if until else None
    return Value(
        key=key, unit=Unit.MONTH, value=value, since=date(since, 1, 1), until=end, scope=scope,
        grade=Grade.READ, source=source,
    )  # fmt: skip


def through_the_book(act):
    """The act as it comes back from stored facts."""
    kind = KINDS["law.value_loaded"]
    facts = act.facts()
    fields = {field.name: field.read(facts[field.name]) for field in kind.fields() if field.name in facts}
    return kind(about=act.about, effective_on=act.effective_on, **fields)


def loaded(release, acts=()):
    """The acts of the book after an installation takes a release."""
    return [*acts, *new_values(release, law_of(acts, release), HERE)]


def test_a_new_book_comes_to_hold_exactly_what_is_shipped():
    acts = [through_the_book(act) for act in loaded(SHIPPED)]
    assert sorted(law_of(acts, SHIPPED), key=lambda v: v.place) == sorted(SHIPPED, key=lambda v: v.place)


def test_a_release_is_loaded_once():
    assert new_values(SHIPPED, law_of(loaded(SHIPPED), SHIPPED), HERE) == []


def test_an_upgrade_writes_only_the_new_version_and_it_ends_the_old_one():
    first, second = LawBook([version(12, 2011)]), LawBook(joined([version(12, 2011), version(6, 2027)]))
    acts = loaded(second, loaded(first))
    assert [(act.value, act.effective_on.year) for act in acts] == [("12", 2011), ("6", 2027)]
    assert list(law_of(acts, second)) == list(second)


def test_a_better_source_is_loaded_again_and_takes_the_place_of_the_old_one():
    first, second = LawBook([version(12, 2011)]), LawBook([version(12, 2011, article="Điều 5, khoản 1")])
    acts = loaded(second, loaded(first))
    assert len(acts) == 2
    assert list(law_of(acts, second)) == list(second)


def test_a_key_that_ends_falls_silent():
    first, second = LawBook([version(12, 2011)]), LawBook([version(12, 2011, until=2027)])
    acts = loaded(second, loaded(first))
    assert acts[-1].state is State.ENDED
    assert list(law_of(acts, second)) == list(second)
    assert loaded(second, acts) == acts


def test_a_key_that_ended_from_the_start_is_loaded_with_its_end():
    release = LawBook([version(12, 2011, until=2027)])
    acts = loaded(release)
    assert list(law_of(acts, release)) == list(release)
    assert loaded(release, acts) == acts


def test_the_words_of_a_source_are_lent_only_to_the_version_they_belong_to():
    acts = loaded(LawBook([version(12, 2011)]))
    other = LawBook([version(12, 2011, article="Điều 6")])
    assert [value.source for value in law_of(acts, other)] == [None]


def test_a_value_loaded_here_is_left_alone():
    release = LawBook([version(12, 2011)])
    local = ValueLoaded(
        about=HERE, effective_on=date(2011, 1, 1), key="probation.months", scope="centre", unit=Unit.MONTH,
        state=State.KNOWN, grade=Grade.READ, value="9", source=5,
    )  # fmt: skip
    acts = loaded(release, [local])
    assert acts == [local]
    assert [(value.value, value.note) for value in law_of(acts, release)] == [(9, 5)]
    assert no_longer_shipped(LawBook(), law_of(acts, release)) == []


def test_a_version_dropped_from_a_release_is_named():
    first, second = LawBook([version(12, 2011)]), LawBook([version(12, 2012)])
    law = law_of(loaded(second, loaded(first)), second)
    assert [value.since.year for value in no_longer_shipped(second, law)] == [2011]


def test_the_order_of_the_book_decides_between_two_loads_of_one_day():
    release = LawBook([version(12, 2011)])
    (act,) = loaded(release)
    later = replace(act, value="6", digest=None)
    assert [value.value for value in law_of([act, later], release)] == [6]
    assert [value.value for value in law_of([later, act], release)] == [12]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, None),
        ({"key": "a.new", "unit": Unit.FRACTION, "value": "above:1:2"}, None),
        ({"state": State.NOT_KNOWN, "value": None}, None),
        ({"scope": "district:070"}, "scope"),
        ({"unit": Unit.DAY}, "unit"),
        ({"value": None}, "value"),
        ({"state": State.ENDED}, "value"),
        ({"value": "twelve"}, "value"),
        ({"value": "012"}, "value"),
        ({"key": "a.new", "unit": Unit.FRACTION, "value": "1:0"}, "value"),
        ({"key": "a.new", "unit": Unit.FRACTION, "value": "2:4"}, "value"),
    ],
)
def test_an_act_that_would_make_the_law_unreadable_is_named(changed, field):
    (act,) = loaded(LawBook([version(12, 2011)]))
    assert misfit(replace(act, **changed), SHIPPED) == field
