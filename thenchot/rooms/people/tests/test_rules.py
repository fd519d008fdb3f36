import pytest

from stories.pairs import breaking, inside
from stories.telling import story
from thenchot.rooms.people.rules import RULES

PAIRS = {
    "person_is_registered_once": (
        "2020-01-01 | | vào sổ | An \n 2021-01-01 | | vào sổ | An",
        "2020-01-01 | | vào sổ | An \n 2021-01-01 | | vào sổ | Bình",
    ),
    "attributes_are_of_a_registered_person": (
        "2020-01-01 | | nghề | An | worker \n 2021-01-01 | | vào sổ | An",
        "2020-01-01 | | vào sổ | An \n 2020-01-01 | | nghề | An | worker",
    ),
    "born_before_that_day": (
        "2020-01-31 | | vào sổ | An | 2020-02",
        "2020-02-01 | | vào sổ | An | 2020-02",
    ),
    "born_before_joining": (
        "2020-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2015-03-03"
        "\n 2021-01-01 | | điều chỉnh hồ sơ | An | 2015-04",
        "2020-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2015-03-03"
        "\n 2021-01-01 | | điều chỉnh hồ sơ | An | 2015-03",
    ),
}


def test_every_rule_has_its_stories():
    assert sorted(PAIRS) == sorted(rule.name for rule in RULES)


@pytest.mark.parametrize(("rule", "told"), breaking(PAIRS))
def test_a_rule_objects_to_what_breaks_it(rule, told):
    assert story(told).broken == [rule]


@pytest.mark.parametrize("told", inside(PAIRS))
def test_no_rule_objects_just_inside(told):
    assert story(told).broken == []


def test_nobody_is_older_than_a_long_life():
    assert story("2020-01-01 | | vào sổ | An | 1899-01").broken == ["born_before_that_day"]
    assert story("2020-01-01 | | vào sổ | An | 1899-02").broken == []


def test_a_diploma_that_comes_to_be_before_the_person_is_refused_also_when_entered_later():
    told = story("""
        2020-01-01 | | vào sổ   | An
        2019-01-01 | | học xong | An | primary
    """)
    assert told.broken == ["attributes_are_of_a_registered_person"]
