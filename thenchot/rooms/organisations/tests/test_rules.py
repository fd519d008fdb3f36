# ruff: noqa: E501  (a line is a decision)
import pytest

from stories.pairs import breaking, inside
from stories.telling import story
from thenchot.rooms.organisations.rules import RULES

FOUND = "2019-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã \n"

PAIRS = {
    "organisation_begins_once": (
        FOUND + "2020-01-01 | | kết thúc | Chi bộ X | merged | Chi bộ 1"
        "\n 2021-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã",
        FOUND + "2020-01-01 | | kết thúc | Chi bộ X | merged | Chi bộ 1"
        "\n 2021-01-01 | | thành lập | Chi bộ Y | cell | Đảng bộ xã",
    ),
    "organisation_exists_that_day": (
        "2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 2 \n 2020-01-01 | | đổi tên | Chi bộ 1",
        "2020-01-01 | | đổi tên | Chi bộ 1 \n 2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 2",
    ),
    "organisation_has_a_parent": (
        "2020-01-01 | | thành lập | Chi bộ X | cell",
        "2020-01-01 | | thành lập | Tỉnh ủy X | province",
    ),
    "parent_exists_that_day": (
        "2019-01-01 | | thành lập | Đảng bộ X | grassroots | Tỉnh ủy"
        "\n 2018-12-31 | | thành lập | Chi bộ X | cell | Đảng bộ X",
        "2019-01-01 | | thành lập | Đảng bộ X | grassroots | Tỉnh ủy"
        "\n 2019-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ X",
    ),
    "parent_is_of_a_higher_level": (
        "2019-01-01 | | thành lập | Chi bộ X | cell | Chi bộ 1",
        "2019-01-01 | | thành lập | Bộ phận X | section | Đảng bộ xã"
        "\n 2019-01-01 | | thành lập | Chi bộ X | cell | Bộ phận X",
    ),
    "moving_changes_the_parent": (
        "2020-01-01 | | chuyển về | Chi bộ 1 | Đảng bộ xã",
        "2020-01-01 | | chuyển về | Chi bộ 1 | Đảng bộ phường",
    ),
    "no_organisation_stands_above_itself": (
        "2019-01-01 | | thành lập | Đảng bộ X | grassroots | Huyện ủy"
        "\n 2019-01-01 | | thành lập | Bộ phận X | section | Đảng bộ X"
        "\n 2020-01-01 | | chuyển loại | Đảng bộ X | section"
        "\n 2020-01-02 | | chuyển loại | Bộ phận X | grassroots"
        "\n 2020-01-03 | | chuyển về | Đảng bộ X | Bộ phận X",
        "2019-01-01 | | thành lập | Đảng bộ X | grassroots | Huyện ủy"
        "\n 2019-01-01 | | thành lập | Bộ phận X | section | Đảng bộ X"
        "\n 2020-01-01 | | chuyển loại | Đảng bộ X | section"
        "\n 2020-01-02 | | chuyển loại | Bộ phận X | grassroots"
        "\n 2020-01-02 | | chuyển về | Bộ phận X | Huyện ủy"
        "\n 2020-01-03 | | chuyển về | Đảng bộ X | Bộ phận X",
    ),
    "code_is_free": (
        "2019-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã | code=07"
        "\n 2020-01-01 | | thành lập | Chi bộ Y | cell | Đảng bộ xã | code=07",
        "2019-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã | code=07"
        "\n 2020-01-01 | | kết thúc | Chi bộ X | merged | Chi bộ 1"
        "\n 2020-01-01 | | thành lập | Chi bộ Y | cell | Đảng bộ xã | code=07",
    ),
    "place_exists_that_day": (
        "2020-01-02 | | lập địa bàn | Thôn X | village | Xã 1 \n 2020-01-01 | | phụ trách | Chi bộ 1 | Thôn X",
        "2020-01-01 | | lập địa bàn | Thôn X | village | Xã 1 \n 2020-01-01 | | phụ trách | Chi bộ 1 | Thôn X",
    ),
    "heir_is_another": (
        "2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 1",
        "2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 2",
    ),
    "heir_exists_that_day": (
        "2020-01-02 | | thành lập | Chi bộ X | cell | Đảng bộ xã"
        "\n 2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ X",
        "2020-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã"
        "\n 2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ X",
    ),
    "dissolved_goes_to_its_parent": (
        "2020-01-01 | | kết thúc | Chi bộ 1 | dissolved | Chi bộ 2",
        "2020-01-01 | | kết thúc | Chi bộ 1 | dissolved | Đảng bộ xã",
    ),
    "a_cell_has_no_organisations_below": (
        "2019-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã"
        "\n 2020-01-01 | | chuyển loại | Đảng bộ xã | grassroots_cell",
        "2019-01-01 | | thành lập | Chi bộ X | cell | Đảng bộ xã"
        "\n 2020-01-01 | | chuyển về | Chi bộ X | Đảng bộ phường"
        "\n 2020-01-01 | | chuyển loại | Đảng bộ xã | grassroots_cell",
    ),
    "only_a_cell_has_a_cell_committee": (
        "2020-01-01 | | chi ủy | Đảng bộ xã | có",
        "2020-01-01 | | chi ủy | Chi bộ 1 | có",
    ),
    "term_is_two_years_apart": (
        "2020-01-01 | | đại hội | Chi bộ 1 | 2020-2026",
        "2020-01-01 | | đại hội | Chi bộ 1 | 2020-2025",
    ),
    "congress_of_a_term_is_held_once": (
        "2020-01-01 | | đại hội | Chi bộ 1 | 2020-2025 \n 2020-03-01 | | đại hội | Chi bộ 1 | 2020-2025",
        "2020-01-01 | | đại hội | Chi bộ 1 | 2020-2022 \n 2022-03-01 | | đại hội | Chi bộ 1 | 2022-2025",
    ),
    "level_is_of_its_day": (
        "2025-06-30 | | thành lập | Đảng ủy xã | commune | Tỉnh ủy",
        "2025-07-01 | | thành lập | Đảng ủy xã | commune | Tỉnh ủy",
    ),
    "place_or_body_begins_once": (
        "2020-01-01 | | lập địa bàn | Thôn X | village | Xã 1 \n 2021-01-01 | | lập địa bàn | Thôn X | village | Xã 1",
        "2020-01-01 | | lập địa bàn | Thôn X | village | Xã 1 \n 2021-01-01 | | lập địa bàn | Thôn Y | village | Xã 1",
    ),
    "place_or_body_exists_that_day": (
        "2020-01-01 | | hết địa bàn | Thôn 1 | merged | Thôn 2 \n 2020-01-01 | | địa bàn về | Thôn 1 | Xã 2",
        "2020-01-01 | | địa bàn về | Thôn 1 | Xã 2 \n 2020-01-01 | | hết địa bàn | Thôn 1 | merged | Thôn 2",
    ),
    "what_lies_above_exists_that_day": (
        "2020-01-02 | | lập địa bàn | Xã X | commune | Tỉnh \n 2020-01-01 | | lập địa bàn | Thôn X | village | Xã X",
        "2020-01-02 | | lập địa bàn | Xã X | commune | Tỉnh \n 2020-01-02 | | lập địa bàn | Thôn X | village | Xã X",
    ),
    "place_lies_in_a_larger_one": (
        "2020-01-02 | | lập địa bàn | Xã X | commune | Thôn 1",
        "2020-01-02 | | lập địa bàn | Xã X | commune | Huyện",
    ),
    "heir_of_a_place_or_body_exists": (
        "2020-01-02 | | hết địa bàn | Thôn 1 | merged | Thôn 1",
        "2020-01-02 | | hết cơ quan | Cơ quan 1 | merged | - | provincial_agency",
    ),
    "what_was_cut_is_of_its_type": (
        "2020-01-02 | | hết cơ quan | Cơ quan 1 | merged | - | division",
        "2020-01-02 | | hết cơ quan | Cơ quan 1 | merged | Cơ quan 2 | provincial_agency",
    ),
    "reorganisation_is_due_once": (
        "2020-01-02 | | phải sắp xếp | Cơ quan 1 | a \n 2020-01-02 | | phải sắp xếp | Cơ quan 1 | a",
        "2020-01-02 | | phải sắp xếp | Cơ quan 1 | a \n 2020-01-02 | | phải sắp xếp | Cơ quan 1 | b",
    ),
    "only_what_is_due_is_reorganised": (
        "2020-01-02 | | phải sắp xếp | Cơ quan 1 | a \n 2020-01-02 | | sắp xếp xong | Cơ quan 1 | b",
        "2020-01-02 | | phải sắp xếp | Cơ quan 1 | a \n 2020-01-02 | | sắp xếp xong | Cơ quan 1 | a",
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


def test_an_organisation_ends_only_once():
    told = story("""
        2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 2
        2020-01-01 | | kết thúc | Chi bộ 1 | merged | Chi bộ 3
    """)
    assert told.broken == ["organisation_exists_that_day"]


def test_a_move_is_judged_also_by_the_moves_already_written_for_later_days():
    told = story("""
        2019-01-01 | | thành lập   | Đảng bộ X | grassroots | Huyện ủy
        2019-01-01 | | thành lập   | Bộ phận X | section    | Đảng bộ xã
        2021-01-01 | | chuyển về   | Bộ phận X | Đảng bộ X
        2020-01-01 | | chuyển loại | Bộ phận X | grassroots
        2020-01-02 | | chuyển loại | Đảng bộ X | section
        2020-01-03 | | chuyển về   | Đảng bộ X | Bộ phận X
    """)
    assert told.broken[-1:] == ["no_organisation_stands_above_itself"]


def test_a_bloc_of_the_province_may_be_founded_after_the_districts_ended():
    line = "2025-08-01 | | thành lập | Đảng bộ khối | district | Tỉnh ủy | sector={}"
    assert story(line.format("agency")).broken == []
    assert story(line.format("territory")).broken == ["level_is_of_its_day"]


def test_the_commune_is_no_level_of_its_own_from_the_day_of_regulation_208():
    line = "{} | | thành lập | Đảng ủy xã | commune | Tỉnh ủy"
    assert story(line.format("2026-07-25")).broken == []
    assert story(line.format("2026-07-26")).broken == ["level_is_of_its_day"]
