# ruff: noqa: E501  (a line is a decision)
import pytest

from stories.pairs import breaking, inside
from stories.telling import story
from thenchot.rooms.documents.rules import RULES

SET = (
    "2026-11-03 ký 2026-11-03 | 812-CV/VPTU | hạn công văn | Đảng bộ xã | d1 | 2026-11-25 | issuer=Tỉnh ủy \n"
)
ASKED = SET + "2026-11-03 | | giao | Chi bộ 1 | d1 | Đảng bộ xã \n"
MONTHLY = (
    SET.replace("2026-11-25", "2026-11-25 | monthly=có")
    + "2026-11-03 | | giao | Chi bộ 1 | d1 | Đảng bộ xã \n"
)
ANSWERED = "2026-11-20 | | đã nộp | Chi bộ 1 | d1 \n"

PAIRS = {
    "deadline_is_kept_by_an_organisation_of_its_day": (
        "2026-11-03 | | hạn công văn | Chi bộ 9 | d1 | 2026-11-25 | issuer=Tỉnh ủy \n 2026-11-04 | | thành lập | Chi bộ 9 | cell | Đảng bộ xã",
        "2026-11-03 | | thành lập | Chi bộ 9 | cell | Đảng bộ xã \n 2026-11-03 | | hạn công văn | Chi bộ 9 | d1 | 2026-11-25 | issuer=Tỉnh ủy",
    ),
    "deadline_is_set_once": (SET + SET, SET + SET.replace("d1", "d2")),
    "letter_has_one_issuer": (
        SET.replace(" | issuer=Tỉnh ủy", ""),
        SET.replace("issuer=Tỉnh ủy", "issuer_name=1"),
    ),
    "due_after_the_letter": (SET.replace("2026-11-25", "2026-11-02"), SET.replace("2026-11-25", "2026-11-03")),
    "data_end_before_they_are_due": (
        SET.replace("2026-11-25", "2026-11-25 | data_to=2026-11-26"),
        SET.replace("2026-11-25", "2026-11-25 | data_to=2026-11-25"),
    ),
    "asked_for_a_deadline_that_is_open": (
        SET + "2026-11-02 | | giao | Chi bộ 1 | d1 | Đảng bộ xã",
        SET + "2026-11-03 | | giao | Chi bộ 1 | d1 | Đảng bộ xã",
    ),
    "asked_within_the_organisation": (
        SET + "2026-11-03 | | giao | Chi bộ cơ sở 1 | d1 | Đảng bộ xã",
        SET + "2026-11-03 | | giao | Đảng bộ xã | d1 | Đảng bộ xã",
    ),
    "asked_once": (
        ASKED + "2026-11-04 | | giao | Chi bộ 1 | d1 | Đảng bộ xã",
        ASKED + "2026-11-04 | | giao | Chi bộ 2 | d1 | Đảng bộ xã",
    ),
    "only_who_is_asked_answers": (
        ASKED + "2026-11-20 | | đã nộp | Chi bộ 2 | d1",
        ASKED + "2026-11-20 | | đã nộp | Chi bộ 1 | d1 | how=nothing_arose",
    ),
    "answered_once": (
        ASKED + ANSWERED + ANSWERED,
        MONTHLY + ANSWERED.replace("d1", "d1 | 2026-11") + ANSWERED.replace("d1", "d1 | 2026-12"),
    ),
    "nobody_who_answered_is_reminded": (
        ASKED + ANSWERED + "2026-11-21 | | nhắc | Chi bộ 1 | d1",
        ASKED + "2026-11-21 | | nhắc | Chi bộ 1 | d1 \n" + ANSWERED.replace("11-20", "11-22"),
    ),
    "month_is_of_a_monthly_deadline": (
        MONTHLY + ANSWERED.replace("d1", "d1 | 2026-10"),
        MONTHLY + ANSWERED.replace("d1", "d1 | 2026-11"),
    ),
    "withdrawn_while_it_was_open": (
        SET + "2026-11-04 | | thu hồi hạn | Đảng bộ xã | d1 \n 2026-11-05 | | thu hồi hạn | Đảng bộ xã | d1",
        SET + "2026-11-04 | | thu hồi hạn | Đảng bộ xã | d1",
    ),
}  # fmt: skip


def test_every_rule_has_its_stories():
    assert sorted(PAIRS) == sorted(rule.name for rule in RULES)


@pytest.mark.parametrize(("rule", "told"), breaking(PAIRS))
def test_a_rule_objects_to_what_breaks_it(rule, told):
    assert story(told).broken == [rule]


@pytest.mark.parametrize("told", inside(PAIRS))
def test_no_rule_objects_just_inside(told):
    assert story(told).broken == []


@pytest.mark.parametrize("told", [ASKED + ANSWERED.replace("d1", "d1 | 2026-11"), MONTHLY + ANSWERED])
def test_a_month_is_named_exactly_where_the_deadline_is_monthly(told):
    assert story(told).broken == ["month_is_of_a_monthly_deadline"]


def test_a_due_day_before_the_letter_is_looked_at_again_and_not_refused():
    assert story(PAIRS["due_after_the_letter"][0]).weights == {"due_after_the_letter": "against"}


def test_what_was_asked_for_may_be_answered_after_the_deadline_was_withdrawn():
    withdrawn = "2026-11-10 | | thu hồi hạn | Đảng bộ xã | d1 \n"
    assert story(ASKED + withdrawn + ANSWERED).broken == []
