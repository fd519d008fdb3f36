"""What the fold says, on cards and against the simplest possible second opinion."""

from datetime import date, timedelta

from hypothesis import given, settings

from thenchot.ledger.entries import RESTATE, WITHDRAW
from thenchot.ledger.fold import in_force, periods
from thenchot.ledger.stories import Story

from .acts import Dropped, Held, Put, histories, placed

D1, D2, D3 = date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 3)


def test_a_value_holds_until_the_next_one_is_set():
    first = placed(Put(about=1, effective_on=D1, colour="a"), 1)
    second = placed(Put(about=1, effective_on=D3, colour="b"), 2)
    found = [(p.value, p.since, p.until, p.opened_by, p.closed_by) for p in periods([second, first])]
    assert found == [("a", D1, D3, 1, 2), ("b", D3, None, 2, None)]


def test_the_last_act_of_a_day_decides_the_day():
    entries = [placed(Put(about=1, effective_on=D1, colour=c), n) for n, c in enumerate("abc", start=1)]
    assert [(p.value, p.opened_by) for p in periods(entries)] == [("c", 3)]


def test_an_act_that_ends_a_track_leaves_nothing_after_it():
    entries = [
        placed(Held(about=1, effective_on=D1, post="a"), 1),
        placed(Dropped(about=1, effective_on=D2, post="a"), 2),
    ]
    assert [(p.track, p.key, p.until) for p in periods(entries)] == [("post", "a", D2)]


def test_a_correction_keeps_the_place_of_the_act_it_restates():
    entries = [
        placed(Put(about=1, effective_on=D1, colour="a"), 1),
        placed(Put(about=1, effective_on=D1, colour="b"), 2),
        placed(Put(about=1, effective_on=D1, colour="c"), 3, root=1, does=RESTATE),
    ]
    assert [p.value for p in periods(entries)] == ["b"]
    assert [p.value for p in periods(entries, known_by=1)] == ["a"]


def test_a_withdrawn_act_is_as_if_it_had_not_been():
    entries = [
        placed(Put(about=1, effective_on=D1, colour="a"), 1),
        placed(Put(about=1, effective_on=D2, colour="b"), 2),
        placed(Put(about=1, effective_on=D2, colour="b"), 3, root=2, does=WITHDRAW),
    ]
    assert [(p.value, p.until) for p in periods(entries)] == [("a", None)]


def slowly(entries, track, key, day, known_by):
    """The second opinion: go through the acts one after the other and remember the last word."""
    last = {}
    for entry in sorted(entries, key=lambda e: e.seq):
        if entry.seq <= known_by:
            last[entry.root] = entry
    value = None
    for entry in sorted(last.values(), key=lambda e: (e.effective_on, e.root)):
        if entry.does != WITHDRAW and entry.effective_on <= day:
            for said in entry.act.settings():
                if said[:2] == (track, key):
                    value = said[2]
    return value


@settings(max_examples=400)
@given(histories())
def test_periods_and_stories_say_on_every_day_what_the_acts_say(entries):
    places = {(t, k) for e in entries for t, k, _ in e.act.settings()}
    for known_by in {1, len(entries) // 2, len(entries)}:
        folded = periods(entries, known_by=known_by)
        story = Story(1, [e for e in entries if e.seq <= known_by])
        for day in (date(2019, 12, 31) + timedelta(days=n) for n in range(16)):
            for track, key in places:
                told = slowly(entries, track, key, day, known_by)
                holding = [p.value for p in folded if (p.track, p.key) == (track, key) and p.holds_on(day)]
                assert holding == ([] if told is None else [told])
                assert story.value(track, key, on=day) == told


@given(histories())
def test_a_story_grown_act_by_act_is_the_story_read_at_once(entries):
    story = Story(1)
    for entry in entries:
        story = story.with_(entry)
    assert story.entries == in_force(entries)
