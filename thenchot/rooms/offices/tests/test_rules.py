# ruff: noqa: E501  (a line is a decision)
import pytest

from stories.pairs import breaking, inside
from stories.telling import story
from thenchot.rooms.offices.rules import RULES

MEMBER = "2015-01-01 | | chuyển vào sổ | {} | {} | full | 2012-03-03 \n"
AN = MEMBER.format("An", "Chi bộ 1")
BINH = MEMBER.format("Bình", "Chi bộ 1")

PAIRS = {
    "seat_exists_that_day": (
        "2020-01-01 | | nhận chức | An | village_head | Thôn 1 \n 2020-01-02 | | lập địa bàn | Thôn 1 | village | Xã 1",
        "2020-01-01 | | lập địa bàn | Thôn 1 | village | Xã 1 \n 2020-01-01 | | nhận chức | An | village_head | Thôn 1",
    ),
    "seat_is_of_the_posts_kind": (
        "2020-01-01 | | nhận chức | An | village_head | Chi bộ 1",
        "2020-01-01 | | nhận chức | An | village_head | Thôn 1",
    ),
    "cells_have_no_standing_committee": (
        AN + "2020-01-01 | | nhận chức | An | standing_member | Chi bộ 1",
        AN + "2020-01-01 | | nhận chức | An | standing_member | Đảng bộ xã",
    ),
    "post_is_not_held_already": (
        AN + "2020-01-01 | | đang giữ | An | secretary | Chi bộ 1 \n 2020-05-01 | | nhận chức | An | secretary | Chi bộ 1",
        AN + "2020-01-01 | | đang giữ | An | secretary | Chi bộ 1 \n 2020-05-01 | | thôi chức | An | secretary | Chi bộ 1"
        "\n 2020-05-01 | | nhận chức | An | secretary | Chi bộ 1",
    ),
    "post_left_was_held": (
        AN + "2020-01-01 | | thôi chức | An | secretary | Chi bộ 1",
        AN + "2020-01-01 | | đang giữ | An | secretary | Chi bộ 1 \n 2020-01-01 | | thôi chức | An | secretary | Chi bộ 1",
    ),
    "holder_is_alive": (
        AN + "2020-01-01 | | từ trần | An \n 2020-01-01 | | nhận chức | An | village_head | Thôn 1",
        AN + "2020-01-01 | | nhận chức | An | village_head | Thôn 1 \n 2020-01-01 | | từ trần | An",
    ),
    "party_posts_are_for_members": (
        "2020-01-01 | | nhận chức | An | committee_member | Đảng bộ xã",
        AN + "2020-01-01 | | nhận chức | An | committee_member | Đảng bộ xã",
    ),
    "probationers_hold_no_party_post": (
        "2020-01-01 | | kết nạp | An | Chi bộ 1 \n 2020-12-31 | | nhận chức | An | deputy_secretary | Chi bộ 1",
        "2020-01-01 | | kết nạp | An | Chi bộ 1 \n 2021-01-01 ký 2021-02-05 | | chính thức | An"
        "\n 2021-01-01 | | nhận chức | An | deputy_secretary | Chi bộ 1",
    ),
    "posts_of_a_cell_are_for_its_members": (
        AN + "2020-01-01 | | nhận chức | An | secretary | Chi bộ 2",
        AN + "2020-01-01 | | chuyển nội bộ | An | Chi bộ 2 \n 2020-01-01 | | nhận chức | An | secretary | Chi bộ 2",
    ),
    "one_secretary_at_a_time": (
        AN + BINH + "2020-01-01 | | đang giữ | An | secretary | Chi bộ 1"
        "\n 2021-01-01 | | nhận chức | Bình | secretary | Chi bộ 1",
        AN + BINH + "2020-01-01 | | đang giữ | An | secretary | Chi bộ 1"
        "\n 2021-01-01 | | thôi chức | An | secretary | Chi bộ 1"
        "\n 2021-01-01 | | nhận chức | Bình | secretary | Chi bộ 1",
    ),
    "deputies_of_a_cell_are_few": (
        AN + BINH + "2018-01-01 | | đang giữ | An | deputy_secretary | Chi bộ 1"
        "\n 2018-06-01 | | nhận chức | Bình | deputy_secretary | Chi bộ 1",
        AN + BINH + "2018-01-01 | | đang giữ | An | deputy_secretary | Đảng bộ xã"
        "\n 2018-06-01 | | nhận chức | Bình | deputy_secretary | Đảng bộ xã",
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


def test_two_secretaries_are_looked_at_again_and_not_refused():
    assert story(PAIRS["one_secretary_at_a_time"][0]).weights == {"one_secretary_at_a_time": "against"}


def test_a_second_deputy_is_unverified_once_the_later_text_was_not_seen():
    told = (
        AN
        + BINH
        + """2018-01-01 | | đang giữ  | An   | deputy_secretary | Chi bộ 1
                          2023-06-01 | | nhận chức | Bình | deputy_secretary | Chi bộ 1"""
    )
    assert story(told).weights == {"deputies_of_a_cell_are_few": "unverified"}
