# ruff: noqa: E501  (a line is a decision)
import pytest

from stories.pairs import breaking, inside
from stories.telling import story
from thenchot.rooms.membership.rules import RULES

OLD = "2015-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2012-03-03 \n"
NEW = "2023-03-03 | 12-QĐ/ĐU | kết nạp | An | Chi bộ 1 \n"  # probation ends on 2024-03-03
LEFT = OLD + "2018-02-02 | | xóa tên | An | 8.1.1 \n"
BORN = "2010-01-01 | | vào sổ | An | {} | {} \n"

PAIRS = {
    "member_that_day": (
        OLD + "2018-02-02 | | chuyển đi | An \n 2018-02-02 | | miễn sinh hoạt | An",
        OLD + "2018-02-02 | | miễn sinh hoạt | An \n 2018-02-02 | | chuyển đi | An",
    ),
    "not_a_member_already": (
        OLD + "2018-02-02 | | chuyển đến | An | Chi bộ 1 | full | 2012-03-03",
        OLD + "2018-02-02 | | chuyển đi | An \n 2018-02-02 | | chuyển đến | An | Chi bộ 1 | full | 2012-03-03",
    ),
    "nothing_after_death": (
        OLD + "2018-02-02 | | từ trần | An \n 2018-02-03 | | thôi nơi cư trú | An",
        OLD + "2018-02-02 | | từ trần | An",
    ),
    "member_is_registered": (
        "2020-01-02 | | vào sổ | An \n 2020-01-01 | | kết nạp | An | Chi bộ 1",
        "2020-01-01 | | vào sổ | An | 1990-05 \n 2020-01-01 | | kết nạp | An | Chi bộ 1",
    ),
    "days_of_a_member_follow_each_other": (
        "2015-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2012-03-03 | official_on=2012-03-02",
        "2015-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2012-03-03 | official_on=2012-03-03",
    ),
    "cell_exists_that_day": (
        "2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 2 \n 2020-01-01 | | kết nạp | An | Chi bộ 1",
        "2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 2 \n 2020-01-01 | | kết nạp | An | Chi bộ 2",
    ),
    "cell_is_a_cell": (
        "2020-01-01 | | kết nạp | An | Đảng bộ xã",
        "2020-01-01 | | kết nạp | An | Chi bộ cơ sở trường",
    ),
    "decision_has_its_day": (
        "2020-01-01 | | kết nạp | An | Chi bộ 1 | decided_on=-",
        "2020-01-01 | | kết nạp | An | Chi bộ 1 | decided_on=2019-12-20",
    ),
    "ceremony_follows_the_decision": (
        "2020-01-01 quyết định 2020-01-02 | | kết nạp | An | Chi bộ 1",
        "2020-01-02 quyết định 2020-01-02 | | kết nạp | An | Chi bộ 1",
    ),
    "decision_follows_the_resolution": (
        "2020-01-20 nghị quyết 2020-01-08 quyết định 2020-01-07 | | kết nạp | An | Chi bộ 1",
        "2020-01-20 nghị quyết 2020-01-07 quyết định 2020-01-07 | | kết nạp | An | Chi bộ 1",
    ),
    "old_enough_at_the_resolution": (
        BORN.format("2002-05", "upper_secondary") + "2020-06-10 nghị quyết 2020-04-30 | | kết nạp | An | Chi bộ 1",
        BORN.format("2002-05", "upper_secondary") + "2020-06-10 nghị quyết 2020-05-01 | | kết nạp | An | Chi bộ 1",
    ),
    "not_too_old_at_the_resolution": (
        BORN.format("1960-05", "upper_secondary") + "2020-06-10 nghị quyết 2020-06-01 | | kết nạp | An | Chi bộ 1",
        BORN.format("1960-05", "upper_secondary") + "2020-06-10 nghị quyết 2020-05-31 | | kết nạp | An | Chi bộ 1",
    ),
    "schooled_as_the_day_requires": (
        BORN.format("1990-05", "none") + "2020-06-10 | | kết nạp | An | Chi bộ 1",
        BORN.format("1990-05", "lower_secondary") + "2020-06-10 | | kết nạp | An | Chi bộ 1",
    ),
    "admission_is_decided_in_time": (
        "2023-06-01 nghị quyết 2023-01-10 quyết định 2023-05-27 | | kết nạp | An | Chi bộ 1",
        "2023-06-01 nghị quyết 2023-01-10 quyết định 2023-05-26 | | kết nạp | An | Chi bộ 1",
    ),
    "ceremony_is_held_in_time": (
        "2026-09-17 quyết định 2026-08-03 | | kết nạp | An | Chi bộ 1",
        "2026-09-16 quyết định 2026-08-03 | | kết nạp | An | Chi bộ 1",
    ),
    "former_members_are_readmitted": (
        LEFT + "2023-03-03 | | kết nạp | An | Chi bộ 1",
        OLD + "2018-02-02 | | hủy kết nạp | An \n 2023-03-03 | | kết nạp | An | Chi bộ 1",
    ),
    "readmitted_after_the_wait": (
        LEFT + "2021-03-03 nghị quyết 2021-02-01 | | kết nạp lại | An | Chi bộ 1",
        LEFT + "2021-03-03 nghị quyết 2021-02-02 | | kết nạp lại | An | Chi bộ 1",
    ),
    "readmitted_only_once": (
        LEFT + "2021-03-03 | | kết nạp lại | An | Chi bộ 1 \n 2021-04-03 | | xóa tên | An | not_recognised"
        "\n 2025-04-04 | | kết nạp lại | An | Chi bộ 1",
        LEFT + "2021-03-03 | | kết nạp lại | An | Chi bộ 1",
    ),
    "not_readmitted_after_own_request": (
        OLD + "2018-02-02 | | cho ra | An \n 2023-03-03 | | kết nạp lại | An | Chi bộ 1",
        LEFT + "2023-03-03 | | kết nạp lại | An | Chi bộ 1",
    ),
    "only_probationers_are_recognised": (
        OLD + "2016-03-03 | | chính thức | An",
        NEW + "2024-03-03 | | chính thức | An",
    ),
    "recognised_from_the_end_of_probation": (
        NEW + "2024-03-04 | | chính thức | An",
        NEW + "2024-03-03 ký 2024-04-20 | | chính thức | An",
    ),
    "cell_considers_after_probation": (
        NEW + "2024-03-03 ký 2024-04-20 nghị quyết 2024-03-02 | | chính thức | An",
        NEW + "2024-03-03 ký 2024-04-20 nghị quyết 2024-03-03 | | chính thức | An",
    ),
    "cell_considers_in_time": (
        NEW + "2024-03-03 ký 2024-04-20 nghị quyết 2024-04-13 | | chính thức | An",
        NEW + "2024-03-03 ký 2024-04-20 nghị quyết 2024-04-12 | | chính thức | An",
    ),
    "recognition_is_decided_in_time": (
        NEW + "2024-03-03 ký 2024-06-28 nghị quyết 2024-04-01 | | chính thức | An",
        NEW + "2024-03-03 ký 2024-06-27 nghị quyết 2024-04-01 | | chính thức | An",
    ),
    "moving_changes_the_cell": (
        OLD + "2020-01-01 | | chuyển nội bộ | An | Chi bộ 1",
        OLD + "2020-01-01 | | chuyển nội bộ | An | Chi bộ 2",
    ),
    "not_on_the_way_already": (
        OLD + "2020-01-02 | | giới thiệu đi | An | Chi bộ 2 \n 2020-02-01 | | giới thiệu đi | An | Chi bộ 3",
        OLD + "2020-01-02 | | giới thiệu đi | An | Chi bộ 2 \n 2020-02-01 | | tiếp nhận | An | Chi bộ 2"
        "\n 2020-02-01 | | giới thiệu đi | An | Chi bộ 3",
    ),
    "sent_to_another_organisation": (
        OLD + "2020-01-02 | | giới thiệu đi | An | Chi bộ 1",
        OLD + "2020-01-02 | | giới thiệu đi | An | Đảng bộ phường",
    ),
    "received_from_the_way": (
        OLD + "2020-01-02 | | tiếp nhận | An | Chi bộ 2",
        OLD + "2020-01-02 | | giới thiệu đi | An | Chi bộ 2 \n 2020-01-02 | | tiếp nhận | An | Chi bộ 2",
    ),
    "letter_is_presented_in_time": (
        OLD + "2024-05-03 | | giới thiệu đi | An | Chi bộ 2 \n 2024-06-14 | | tiếp nhận | An | Chi bộ 2",
        OLD + "2024-05-03 | | giới thiệu đi | An | Chi bộ 2 \n 2024-06-13 | | tiếp nhận | An | Chi bộ 2",
    ),
    "temporary_ends_after_it_begins": (
        OLD + "2024-05-03 | | tạm thời đến | An | Chi bộ 2 | 2024-05-03",
        OLD + "2024-05-03 | | tạm thời đến | An | Chi bộ 2 | 2024-05-04",
    ),
    "temporary_is_of_a_few_months": (
        OLD + "2024-05-03 | | tạm thời đi | An | 2024-08-02",
        OLD + "2024-05-03 | | tạm thời đi | An | 2024-08-03",
    ),
    "returned_from_elsewhere": (
        OLD + "2024-05-03 | | trở về | An",
        OLD + "2024-05-03 | | tạm thời đi | An | 2024-09-03 \n 2024-07-01 | | trở về | An",
    ),
    "guest_of_one_other_cell": (
        OLD + "2024-05-03 | | tạm thời đến | An | Chi bộ 1 | 2024-09-03",
        OLD + "2024-05-03 | | tạm thời đến | An | Chi bộ 2 | 2024-09-03",
    ),
    "hosting_ended_had_begun": (
        OLD + "2024-05-03 | | hết tạm thời | An",
        OLD + "2024-05-03 | | tạm thời đến | An | Chi bộ 2 | 2024-09-03 \n 2024-05-04 | | hết tạm thời | An",
    ),
    "residence_is_another_cell": (
        OLD + "2024-05-03 | | nơi cư trú | An | Chi bộ 1",
        OLD + "2024-05-03 | | nơi cư trú | An | Chi bộ 2",
    ),
    "residence_link_had_begun": (
        OLD + "2024-05-03 | | thôi nơi cư trú | An",
        OLD + "2024-05-03 | | nơi cư trú | An | Chi bộ 2 \n 2024-05-03 | | thôi nơi cư trú | An",
    ),
    "remark_of_a_year_comes_once": (
        OLD + "2024-12-03 | | nhận phiếu | An | 2024 \n 2024-12-04 | | nhận phiếu | An | 2024",
        OLD + "2024-12-03 | | nhận phiếu | An | 2024 \n 2025-12-04 | | nhận phiếu | An | 2025",
    ),
    "not_exempt_already": (
        OLD + "2024-05-03 | | miễn sinh hoạt | An \n 2024-05-04 | | miễn sinh hoạt | An",
        OLD + "2024-05-03 | | miễn sinh hoạt | An \n 2024-05-04 | | trở lại sinh hoạt | An"
        "\n 2024-05-04 | | miễn sinh hoạt | An",
    ),
    "exemption_ended_had_begun": (
        OLD + "2024-05-03 | | trở lại sinh hoạt | An",
        "2015-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2012-03-03 | exempt=có"
        "\n 2024-05-03 | | trở lại sinh hoạt | An",
    ),
    "cards_are_for_official_members": (
        NEW + "2024-03-02 | | thẻ | An | how=first",
        NEW + "2024-03-03 | | chính thức | An \n 2024-03-03 | | thẻ | An | how=first",
    ),
    "ground_is_a_clause": (
        OLD + "2024-03-02 | | xóa tên | An | 8.1.6",
        OLD + "2024-03-02 | | xóa tên | An | 8.1.5",
    ),
    "only_probationers_fail_recognition": (
        OLD + "2024-03-02 | | xóa tên | An | not_recognised",
        NEW + "2024-03-02 | | xóa tên | An | not_recognised",
    ),
    "probationers_are_not_expelled": (
        NEW + "2024-03-02 | | khai trừ | An",
        NEW + "2024-03-03 | | chính thức | An \n 2024-03-03 | | khai trừ | An",
    ),
    "badge_is_for_a_member": (
        OLD + "2042-03-03 | | truy tặng | An | 30 | có",
        OLD + "2041-12-01 | | từ trần | An \n 2042-03-03 | | truy tặng | An | 30 | có",
    ),
    "badge_is_given_once": (
        OLD + "2042-05-19 | | huy hiệu | An | 30 \n 2042-09-02 | | huy hiệu | An | 30",
        OLD + "2042-05-19 | | huy hiệu | An | 30 \n 2052-05-19 | | huy hiệu | An | 40",
    ),
    "badge_is_one_of_the_law": (
        OLD + "2047-05-19 | | huy hiệu | An | 35",
        OLD + "2057-05-19 | | huy hiệu | An | 45",
    ),
    "badge_comes_with_its_party_age": (
        OLD + "2041-03-02 | | huy hiệu | An | 30",
        OLD + "2041-03-03 | | huy hiệu | An | 30",
    ),
    "badge_is_presented_on_its_day": (
        OLD + "2042-05-18 | | huy hiệu | An | 30",
        OLD + "2042-05-19 | | huy hiệu | An | 30",
    ),
}  # fmt: skip


def test_every_rule_has_its_stories():
    assert sorted(PAIRS) == sorted(rule.name for rule in RULES)


@pytest.mark.parametrize(("rule", "told"), breaking(PAIRS))
def test_a_rule_objects_to_what_breaks_it(rule, told):
    assert rule in story(told).broken


@pytest.mark.parametrize("told", inside(PAIRS))
def test_no_rule_objects_just_inside(told):
    assert story(told).broken == []


def test_full_membership_counts_from_the_end_of_probation_even_if_signed_late():
    told = story("""
        2023-03-03               | 12-QĐ/ĐU | kết nạp    | An | Chi bộ 1
        2024-03-03 ký 2024-04-20 | 31-QĐ/ĐU | chính thức | An
    """)
    assert told.broken == []
    assert told.value("An", "standing", on="2024-03-02") == "probationary"
    assert told.value("An", "standing", on="2024-03-03") == "full"


def test_an_earlier_leaving_makes_what_was_written_before_impossible():
    told = story(
        OLD
        + """
        2020-05-01 | | miễn sinh hoạt | An
        2019-05-01 | | chuyển đi      | An
    """
    )
    assert told.broken == ["member_that_day"]


def weights(told):
    return story(told).weights


def test_a_probation_begun_on_the_last_of_february_ends_on_the_last_of_february():
    leap = "2024-02-29 | | kết nạp | An | Chi bộ 1 \n {} | | chính thức | An"
    assert story(leap.format("2025-02-28")).broken == []
    assert story(leap.format("2025-03-01")).broken == ["recognised_from_the_end_of_probation"]


def test_primary_school_only_asks_for_a_second_look():
    told = BORN.format("1990-05", "primary") + "2020-06-10 | | kết nạp | An | Chi bộ 1"
    assert weights(told) == {"schooled_as_the_day_requires": "unverified"}


def test_a_ceremony_counted_from_receipt_only_asks_for_a_second_look():
    told = "2023-04-15 quyết định 2023-03-03 | | kết nạp | An | Chi bộ 1"
    assert weights(told) == {"ceremony_is_held_in_time": "unverified"}
    assert weights("2026-09-17 quyết định 2026-08-03 | | kết nạp | An | Chi bộ 1") == {
        "ceremony_is_held_in_time": "against"
    }


def test_between_one_and_two_years_away_it_may_be_for_study():
    line = OLD + "2024-05-03 | | tạm thời đi | An | {}"
    assert weights(line.format("2025-05-02")) == {}
    assert weights(line.format("2025-05-03")) == {"temporary_is_of_a_few_months": "unverified"}
    assert weights(line.format("2026-05-03")) == {"temporary_is_of_a_few_months": "unverified"}
    assert weights(line.format("2026-05-04")) == {"temporary_is_of_a_few_months": "against"}


def test_a_temporary_stay_is_extended_by_less_than_three_months():
    told = (
        OLD + "2024-05-03 | | tạm thời đi | An | 2024-09-03 \n 2024-09-01 | | tạm thời đi | An | 2024-10-03"
    )
    assert story(told).broken == []


def test_a_posthumous_badge_looks_at_the_party_age_on_the_day_of_death():
    line = OLD + "{} | | từ trần | An \n 2042-03-03 | | truy tặng | An | 30 | có"
    assert story(line.format("2041-03-03")).broken == []
    assert story(line.format("2041-03-02")).broken == ["badge_comes_with_its_party_age"]


def test_the_badge_of_seventy_years_may_come_two_years_early():
    line = "2015-01-01 | | chuyển vào sổ | An | Chi bộ 1 | full | 2012-03-03 \n {} | | huy hiệu | An | {}"
    assert story(line.format("2080-03-03", "70")).broken == []
    assert story(line.format("2076-03-02", "65")).broken == ["badge_comes_with_its_party_age"]


@pytest.mark.parametrize(
    ("first", "second"), [("2015-01-01", "trở về"), ("2015-01-01", "chuyển đi"), ("2015-01-01", "khai trừ")]
)
def test_somebody_who_was_never_a_member_neither_returns_nor_leaves(first, second):
    told = story(f"2010-01-01 | | vào sổ | An \n {first} | | {second} | An")
    assert "member_that_day" in told.broken
