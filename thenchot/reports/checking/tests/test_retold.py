"""A number told twice with a digit wrong; lists that count two things an item; wholes that come behind."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.checking.relations import Kind

from .test_check import relations, said

TITLE = "Huyện Khe Lau kết nạp {} đảng viên\nHuyện ủy Khe Lau cho biết, chín tháng qua các chi bộ kết nạp 316 đảng viên, khai trừ 12 đảng viên."
TEXT = (
    "Báo cáo năm 2024\nCả tỉnh có 2.391 mô hình tự quản đường biên được công nhận, đạt 84%.\n"
    "Không ít trong {} mô hình tự quản đường biên được công nhận chỉ sôi nổi lúc phát động."
)


def looks(text: str) -> set[str]:
    return {
        one.expression
        for one in relations(text)
        if one.kind is Kind.REPEATED and one.verdict.value != "holds"
    }


@pytest.mark.parametrize(
    ("title", "told"),
    [("361", {"361 = 316"}), ("326", {"326 = 316"}), ("316", set()), ("hơn 310", set()), ("90", set())],
)
def test_a_title_says_what_the_text_says(title: str, told: set[str]) -> None:
    assert looks(TITLE.format(title)) == told


@pytest.mark.parametrize(
    ("again", "told"), [("2.319", {"2.391 = 2.319"}), ("2.391", set()), ("1.204", set())]
)
def test_a_long_number_with_a_digit_wrong_among_the_same_words(again: str, told: set[str]) -> None:
    assert looks(TEXT.format(again)) == told


COLUMNS = (
    "Cấp ủy các cấp kiểm tra 131 tổ chức đảng và {} đảng viên. Nội dung kiểm tra bám sát quy chế làm việc. Trong đó: "
    "Ban Thường vụ Tỉnh ủy kiểm tra 4 tổ chức đảng, 18 đảng viên; cấp huyện kiểm tra 47 tổ chức đảng, 81 đảng viên; "
    "cấp cơ sở kiểm tra 80 tổ chức đảng, 208 đảng viên."
)
SUMS = [
    ({"holds"}, COLUMNS.format("307")),
    ({"holds", "fails"}, COLUMNS.format("370")),
    ({"holds", "fails"}, "Điều tra 21 vụ/52 bị can; trong đó, án cũ 8 vụ/11 bị can; án mới 13 vụ/38 bị can."),
    ({"holds"}, "Điều tra 21 vụ/52 bị can; trong đó, án cũ 8 vụ/11 bị can; án mới 13 vụ/41 bị can."),
    ({"fails"}, "Kiểm tra 43 tổ chức đảng (cấp tỉnh 6, cấp huyện 21, cấp cơ sở 14)."),
    ({"depends"}, "Kiểm tra 43 tổ chức đảng (cấp tỉnh 6, cấp huyện 35)."),
    ({"fails"}, "Đảng bộ có 31 đảng bộ trực thuộc, trong đó có 27 đảng bộ xã và 6 đảng bộ khác."),
    ({"holds"}, "Giảm 2 sở, giảm 84 đầu mối bên trong, gồm 41 phòng của sở, 27 phòng thuộc chi cục, 16 đơn vị sự nghiệp."),
    ({"fails"}, "Giảm 2 sở, giảm 86 đầu mối bên trong, gồm 41 phòng của sở, 27 phòng thuộc chi cục, 16 đơn vị sự nghiệp."),
]  # fmt: skip


@pytest.mark.parametrize(("verdicts", "text"), SUMS, ids=[one[1][-60:] for one in SUMS])
def test_lists(verdicts: set[str], text: str) -> None:
    assert {one for one, _hangs_on in said(text, Kind.SUM)} == verdicts


def test_nothing_grows_by_more_than_there_is() -> None:
    text = "Kiểm tra 450 tổ chức đảng và 206 đảng viên (tăng {} tổ chức và 124 đảng viên so với cùng kỳ)."
    assert said(text.format(530), Kind.CHANGE) == {("fails", "")}
    assert said(text.format(350), Kind.CHANGE) == set()


def test_the_base_of_a_share_may_come_behind_it() -> None:
    text = "Trong 587 tổ chức được xếp loại, có 87 tổ chức xuất sắc (bằng {} số tổ chức hoàn thành tốt), 443 tổ chức hoàn thành tốt."
    assert ("rounded", "") in said(text.format("19,6%"), Kind.SHARE)


def test_who_of_those_punished_is_of_all_of_them() -> None:
    text = "(3) Khiển trách 288, cảnh cáo 97, khai trừ 76 đảng viên; có 112 cấp ủy viên các cấp."
    assert not {one for one in relations(text) if one.kind is Kind.PART and one.verdict.value != "holds"}


def test_what_was_concluded_is_held_against_what_was_checked() -> None:
    text = "Ủy ban kiểm tra đã kiểm tra 185 tổ chức đảng; kết luận sau đó nêu {} tổ chức đảng có vi phạm."
    assert ("depends", "two_periods") in said(text.format(187), Kind.PART)
    assert said(text.format(87), Kind.PART) == {("holds", "")}
