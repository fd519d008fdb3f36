import pytest

from stories.pairs import breaking, inside
from stories.telling import story
from thenchot.rooms.people.rules import RULES

REPORT = "2025-10-01 | | báo chưa đúng | An | birth \n"
ANSWER = "2025-11-12 | | trả lời báo | An | birth | corrected_from_dossier \n"  # 30 working days later

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
    "error_is_reported_once_at_a_time": (
        REPORT + REPORT,
        REPORT + REPORT.replace("birth", "name"),
    ),
    "paper_is_named_by_three_digits": (
        REPORT.replace("birth", "birth | 1214"),
        REPORT.replace("birth", "birth | 214"),
    ),
    "answered_error_was_reported": (
        REPORT + ANSWER.replace("birth", "name"),
        REPORT + ANSWER + REPORT.replace("2025-10-01", "2025-11-12"),
    ),
    "only_of_a_day_the_year_is_kept": (
        REPORT.replace("birth", "name")
        + ANSWER.replace("birth | corrected_from_dossier", "name | kept_year_only"),
        REPORT + ANSWER.replace("corrected_from_dossier", "kept_year_only"),
    ),
    "member_is_answered_in_time": (
        REPORT + ANSWER.replace("2025-11-12", "2025-11-13"),
        REPORT + ANSWER,
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


def test_a_late_answer_is_looked_at_again_and_not_refused():
    told = story(PAIRS["member_is_answered_in_time"][0])
    assert told.weights == {"member_is_answered_in_time": "against"}


def test_only_who_is_registered_reports_an_error():
    told = "2020-01-01 | | báo chưa đúng | An | birth \n 2021-01-01 | | vào sổ | An"
    assert story(told).broken == ["attributes_are_of_a_registered_person"]
