"""What stands against the same period, in the many ways that reports say it."""

import pytest

from .test_check import relations

STORIES = [
    ("tăng 9 (4,9%) so với cùng kỳ 184.", {"holds", "rounded"}),
    ("tăng 12 (4,9%) so với cùng kỳ 184.", {"fails", "rounded"}),
    ("tăng 9 (6,9%) so với cùng kỳ 184.", {"holds", "fails"}),
    ("bằng 104,9% so với cùng kỳ năm trước (184 đảng viên).", {"rounded"}),
    ("bằng 114,9% so với cùng kỳ năm trước (184 đảng viên).", {"fails"}),
    ("đạt 104,9% cùng kỳ năm trước (184 đảng viên).", {"rounded"}),
    ("tăng 9 đảng viên so cùng kỳ (4,9%).", {"rounded"}),
    ("tăng 9 đảng viên so với cùng kỳ, tỷ lệ tăng 5,9%.", {"fails"}),
    ("nhiều hơn cùng kỳ 9 đồng chí (184 đồng chí).", {"holds"}),
    ("nhiều hơn cùng kỳ 12 đồng chí (184 đồng chí).", {"fails"}),
    ("gấp 2 lần so với cùng kỳ (184 đảng viên).", {"fails"}),
    ("gấp 2 lần so với cùng kỳ (97 đảng viên).", {"rounded"}),
]


@pytest.mark.parametrize(("ending", "verdicts"), STORIES, ids=[one[0] for one in STORIES])
def test_a_change_meets_what_it_is_of(ending: str, verdicts: set[str]) -> None:
    found = [one for one in relations(f"Trong kỳ kết nạp 193 đảng viên, {ending}") if one.kind == "change"]

    assert {one.verdict.value for one in found} == verdicts


def test_a_percentage_of_growth_is_no_share_of_the_whole() -> None:
    text = "Xóa tên 6 đảng viên, giảm 2 trường hợp (25%) so với năm 2023 (8 trường hợp)."

    assert {(one.kind.value, one.verdict.value) for one in relations(text)} == {("change", "holds")}


def test_what_it_was_behind_a_stroke_is_no_whole() -> None:
    found = relations("Kết nạp 193 đảng viên/184 đảng viên cùng kỳ, tăng 12 đảng viên.")

    assert {(one.kind.value, one.verdict.value, one.expression) for one in found} == {
        ("change", "fails", "193 − 184")
    }


def test_what_it_is_now_may_come_last() -> None:
    text = "So với cùng kỳ năm trước (184 đảng viên), tăng {} đảng viên; năm nay kết nạp 193 đảng viên."

    verdicts = [next(iter(relations(text.format(gap)))).verdict.value for gap in (9, 12)]

    assert verdicts == ["holds", "depends"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kết nạp 193 đảng viên (năm 2022: 204 đảng viên, giảm 5,4%).", {("change", "rounded")}),
        ("Kết nạp 193 đảng viên (năm 2022: 204 đảng viên, giảm 6,4%).", {("change", "fails")}),
        ("Kết nạp 193 đảng viên (năm 2022: 90 đảng viên, năm 2023: 103 đảng viên).", {("sum", "holds")}),
    ],
    ids=["another year", "not so", "a list of years"],
)
def test_a_year_in_brackets(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(one.kind.value, one.verdict.value) for one in relations(text)} == expected


def test_from_so_many_to_so_many() -> None:
    text = "Số kết nạp tăng từ 184 đảng viên năm 2022 lên 193 đảng viên năm 2023 (tăng 12 đảng viên)."

    assert ("change", "fails") in {(one.kind.value, one.verdict.value) for one in relations(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xảy ra 61 vụ, có 53 người bị thương. So với tháng trước giảm 9 vụ (-12,86%).", {"rounded"}),
        ("Xảy ra 61 vụ, có 53 người bị thương. So với tháng trước giảm 9 vụ (-15,86%).", {"depends"}),
        ("Kết nạp 18 đảng viên, giảm 30,77% (giảm 8 đảng viên), trong đó nữ 2.", {"rounded"}),
        ("Kết nạp 18 đảng viên, giảm 37,77% (giảm 8 đảng viên), trong đó nữ 2.", {"fails"}),
    ],
)
def test_a_percentage_repeats_its_difference(text: str, expected: set[str]) -> None:
    assert {one.verdict.value for one in relations(text) if one.kind == "change"} == expected
