"""Columns are found by their headers, whatever their order, marks, case and stars."""

import random
import unicodedata

import pytest

from thenchot.reports.member_list.columns import CLEAN_UP_28, EXTRA, IMPORT_31, LAYOUTS
from thenchot.reports.member_list.mapping import map_columns


def headers(layout):
    return [one.label + ("*" if one.required else "") for one in layout.columns]


def test_both_layouts_have_as_many_columns_as_their_names_say():
    assert [len(one.columns) for one in LAYOUTS] == [31, 28]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.name)
def test_a_name_means_one_column(layout):
    names = [name for one in (*layout.columns, *EXTRA) for name in one.called()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.name)
def test_a_layout_is_found_in_any_order(layout):
    given = headers(layout)
    random.Random(1).shuffle(given)
    mapped = map_columns(given)
    assert (mapped.layout, mapped.missing, mapped.twice) == (layout, (), ())
    held = [one for one in layout.columns if one.held]
    assert {one.name: given[mapped.places[one.name]].rstrip("*") for one in held} == {
        one.name: one.label for one in held
    }


def test_columns_that_are_not_held_have_no_place():
    mapped = map_columns(headers(IMPORT_31))
    left = {IMPORT_31.columns[place].name for place in mapped.not_read}
    assert left == {one.name for one in IMPORT_31.columns if not one.held}
    assert {"religion", "home_province", "residence_detail", "old_id"} <= left


@pytest.mark.parametrize(
    "said",
    [
        "HỌ VÀ TÊN",
        "Họ và tên (chữ in hoa)*",
        "ho va ten",
        unicodedata.normalize("NFD", "Họ và tên"),
        " Họ\nvà  tên : ",
        "Họ tên",
    ],
)
def test_a_header_may_be_written_otherwise(said):
    given = headers(CLEAN_UP_28)
    given[1] = said
    assert map_columns(given).places["name"] == 1


def test_missing_and_doubled_columns_are_named():
    given = [one for one in headers(IMPORT_31) if not one.startswith("Ngày vào Đảng")] + ["Ngày sinh"]
    mapped = map_columns(given)
    assert [one.name for one in mapped.missing] == ["joined_on"]
    assert [(one.name, place) for one, place in mapped.twice] == [("born_on", len(given) - 1)]


def test_education_is_read_where_the_file_has_it():
    mapped = map_columns([*headers(CLEAN_UP_28), "Trình độ chuyên môn", "Lý luận chính trị"])
    assert mapped.places["professional"] == 28 and mapped.places["theory"] == 29


def test_another_list_is_not_taken_for_one():
    assert map_columns(["STT", "Tên tài sản", "Số lượng", "Ngày mua"]) is None
    assert map_columns(["STT", "Họ và tên", "Số tiền"]) is None
