from dataclasses import dataclass
from datetime import date

import pytest

from thenchot.law.calendar import add_working_days, load_holidays
from thenchot.law.objections import (
    AGAINST,
    IMPOSSIBLE,
    UNVERIFIED,
    Objection,
    Rules,
    added,
    against,
    by_effect,
    by_paper,
    impossible,
    judge,
    not_judged,
)
from thenchot.law.values import Grade, LawBook, Unit, Value, joined, load_shipped
from thenchot.ledger.days import months_after
from thenchot.ledger.kinds import INSTALLATION, Act


@dataclass(frozen=True, kw_only=True)
class Began(Act, kind="test_law.began", about=INSTALLATION):
    """Stands for an act that rules look at."""


@dataclass(frozen=True, kw_only=True)
class Ended(Act, kind="test_law.ended", about=INSTALLATION):
    """Stands for an act they do not."""


class Tracks(dict):
    def value(self, track, key=""):
        return self.get((track, key) if key else track)


@dataclass
class World:
    law: LawBook
    scopes: tuple = ()
    asked: int = 0

    def scope_of(self, organisation, on):
        self.asked += 1
        return self.scopes


def months(value, since, grade=Grade.READ, scope="centre"):
    return Value(
        key="probation.months",
        unit=Unit.MONTH,
        value=value,
        since=date(since, 1, 1),
        scope=scope,
        grade=grade,
    )


LAW = LawBook(
    joined(
        [
            months(12, 2012),
            months(6, 2014),
            months(None, 2016, Grade.UNVERIFIED),
            months(9, 2018, Grade.UNVERIFIED),
        ]
    )
)
WORLD = World(LAW)


def admitted_on(story, act=None):
    day = story.value("admitted_on")
    return date.fromisoformat(day) if day else None


@against("probation.months", judged_on=admitted_on, on=(Began,))
def from_the_end_of_probation(story, act, world, number):
    """Điều lệ Đảng, Điều 5."""
    due = months_after(admitted_on(story), number)
    if act.effective_on != due:
        return {"due": due}


@impossible(on=(Began,))
def not_twice(story, act, world):
    if story.value("standing") == "full":
        return {}


RULES = Rules([not_twice, from_the_end_of_probation])


def began(text, **more):
    return Began(about=1, effective_on=date.fromisoformat(text), **more)


def objections(admitted, effective, world=WORLD, **more):
    found = judge(RULES, Tracks(admitted_on=admitted, **more), began(effective), world)
    return [(objection.rule, objection.grade, objection.facts) for objection in found]


@pytest.mark.parametrize(
    ("admitted", "effective", "grade"),
    [
        ("2012-03-03", "2013-03-03", None),
        ("2012-03-03", "2013-03-04", AGAINST),
        ("2013-12-31", "2014-12-31", None),  # judged by the day before the change
        ("2014-01-01", "2014-07-01", None),  # and on the day of it
        ("2014-01-01", "2015-01-01", AGAINST),
        ("2015-12-31", "2016-06-30", None),
        ("2016-01-01", "2016-07-01", UNVERIFIED),  # not known: whatever the day
        ("2018-01-01", "2018-10-01", None),
        ("2018-01-01", "2018-10-02", UNVERIFIED),  # an unverified value
        ("2011-12-31", "2020-01-01", None),  # silent
    ],
)
def test_a_breach_weighs_by_what_is_known_of_the_law_of_its_day(admitted, effective, grade):
    found = objections(admitted, effective)
    assert [grade for _, grade, _ in found] == ([grade] if grade else [])


def test_an_objection_names_rule_facts_and_value():
    (found,) = judge(RULES, Tracks(admitted_on="2012-03-03"), began("2013-03-04"), WORLD)
    assert found == Objection(
        "from_the_end_of_probation", AGAINST, {"due": date(2013, 3, 3)}, next(iter(LAW))
    )


def test_what_is_impossible_needs_no_law_and_comes_in_the_order_of_the_rules():
    assert objections("2012-03-03", "2013-03-04", standing="full") == [
        ("not_twice", IMPOSSIBLE, {}),
        ("from_the_end_of_probation", AGAINST, {"due": date(2013, 3, 3)}),
    ]


def test_an_act_of_another_kind_is_not_looked_at():
    act = Ended(about=1, effective_on=date(2013, 3, 4))
    assert judge(RULES, Tracks(admitted_on="2012-03-03", standing="full"), act, WORLD) == []


def test_a_story_without_the_day_is_not_judged_and_does_not_break():
    assert judge(RULES, Tracks(), began("2013-03-04"), WORLD) == []


def test_a_silent_law_is_said():
    story = Tracks(admitted_on="2011-12-31")
    silent = [("from_the_end_of_probation", "probation.months", date(2011, 12, 31))]
    assert not_judged(RULES, story, began("2020-01-01"), WORLD) == silent
    assert not_judged(RULES, Tracks(admitted_on="2012-01-01"), began("2020-01-01"), WORLD) == []


def test_a_local_value_is_chosen_by_the_organisation_and_asked_for_only_then():
    world = World(LawBook([*LAW, months(24, 2012, scope="province:08")]), scopes=("province:08",))
    assert objections("2012-03-03", "2014-03-03", world) == []
    assert objections("2012-03-03", "2014-03-03", replace_scopes(world)) != []
    plain = World(LAW, scopes=("province:08",))
    objections("2012-03-03", "2014-03-03", plain)
    assert (world.asked, plain.asked) == (1, 0)


def replace_scopes(world):
    return World(world.law, scopes=("province:04",))


def test_the_day_on_the_paper_comes_before_the_day_of_effect():
    act = began("2013-03-04", signed_on=date(2013, 4, 1))
    assert (by_paper(None, act), by_effect(None, act)) == (date(2013, 4, 1), date(2013, 3, 4))
    assert by_paper(None, began("2013-03-04")) == date(2013, 3, 4)


def test_the_weakest_of_several_values_weighs():
    sure = Value(key="a.sure", unit=Unit.COUNT, value=1, since=date(2000, 1, 1), grade=Grade.READ)
    unsure = Value(key="a.unsure", unit=Unit.COUNT, value=2, since=date(2000, 1, 1), grade=Grade.UNVERIFIED)

    @against("a.sure", "a.unsure")
    def always(story, act, world, first, second):
        return {"sum": first + second}

    (found,) = judge(Rules([always]), Tracks(), began("2020-01-01"), World(LawBook([sure, unsure])))
    assert (found.grade, found.facts, found.value) == (UNVERIFIED, {"sum": 3}, unsure)
    assert judge(Rules([always]), Tracks(), began("2020-01-01"), World(LawBook([sure]))) == []


def test_a_rule_asked_only_of_some_acts_says_nothing_unknown_of_the_others():
    @against("probation.months", when=lambda story, act, world: story.value("over_age") == "yes")
    def only_the_old(story, act, world, number):
        return {}

    rules, act = Rules([only_the_old]), began("2017-01-01")
    assert judge(rules, Tracks(), act, WORLD) == []
    assert [found.grade for found in judge(rules, Tracks(over_age="yes"), act, WORLD)] == [UNVERIFIED]


def test_a_calendar_that_ends_makes_the_rule_unverified():
    holidays = load_holidays()

    @against("admission.decide_within")
    def decided_in_time(story, act, world, days):
        if act.effective_on > add_working_days(act.signed_on, days, holidays):
            return {"days": days}

    world = World(load_shipped())
    rules = Rules([decided_in_time])
    late = began("2024-12-31", signed_on=date(2024, 3, 1))
    unknown = began("2028-01-31", signed_on=date(2027, 12, 20))
    assert [found.grade for found in judge(rules, Tracks(), late, world)] == [AGAINST]
    (found,) = judge(rules, Tracks(), unknown, world)
    assert (found.grade, found.facts) == (UNVERIFIED, {"no_calendar": 2028})


def test_a_rule_may_weigh_its_own_objection():
    @against("probation.months")
    def doubtful(story, act, world, number):
        return Objection("doubtful", UNVERIFIED, {"number": number})

    (found,) = judge(Rules([doubtful]), Tracks(), began("2013-01-01"), WORLD)
    assert (found.grade, found.facts) == (UNVERIFIED, {"number": 12})


def test_only_objections_that_an_act_adds_remain():
    old, new = Objection("a", AGAINST, {"due": 1}), Objection("a", AGAINST, {"due": 2})
    assert added([old], [old, new]) == [new]


def test_rules_know_their_keys_and_articles_and_refuse_two_of_one_name():
    assert RULES.keys == {"probation.months"}
    assert from_the_end_of_probation.cites == "Điều lệ Đảng, Điều 5."
    with pytest.raises(ValueError, match="one name"):
        Rules([not_twice, not_twice])
