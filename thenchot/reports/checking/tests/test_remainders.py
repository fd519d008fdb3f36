"""What is left over, items of one list, steps of an inspection, blocks of lines that look alike."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.checking.relations import Kind

from .test_check import relations, said

SUMS = [
    ({"holds"}, "Đã giải quyết 21/34 đơn, 13 đơn còn lại đang xác minh."),
    ({"fails"}, "Đã giải quyết 21/34 đơn, 18 đơn còn lại đang xác minh."),
    ({"holds"}, "Có 58 đơn thuộc thẩm quyền. Đã giải quyết 49 đơn (đạt 84,48%), còn lại 9 đơn đang thụ lý."),
    ({"fails"}, "Rà soát 62 hồ sơ, trong đó đủ điều kiện 51 hồ sơ, còn lại 15 hồ sơ phải bổ sung."),
    ({"holds"}, "Trao Huy hiệu Đảng cho 24 đảng viên, trong đó, có 3 đồng chí được nhận huy hiệu 60 năm; 8 đồng chí được nhận huy hiệu 50 năm; 13 đồng chí được nhận huy hiệu 30 năm."),
    ({"depends"}, "Trao Huy hiệu Đảng cho 24 đảng viên, trong đó, có 3 đồng chí được nhận huy hiệu 60 năm; 8 đồng chí được nhận huy hiệu 50 năm; 15 đồng chí được nhận huy hiệu 30 năm."),
    ({"holds"}, "Có 812 đảng viên đã cài đặt ứng dụng, bằng 46,9% tổng số 1.733 đảng viên, số chưa cài đặt còn 921 đồng chí."),
    ({"fails"}, "Có 812 đảng viên đã cài đặt ứng dụng, bằng 46,9% tổng số 1.733 đảng viên, số chưa cài đặt còn 991 đồng chí."),
    ({"holds"}, "Đã tổ chức 89 cuộc đối thoại, gồm 4 cuộc ở cấp tỉnh, 25 cuộc ở cấp xã và 60 cuộc ở thôn, thu hút trên 9.000 lượt người; tiếp nhận 640 ý kiến."),
    ({"fails"}, "Đã tổ chức 98 cuộc đối thoại, gồm 4 cuộc ở cấp tỉnh, 25 cuộc ở cấp xã và 60 cuộc ở thôn, thu hút trên 9.000 lượt người; tiếp nhận 640 ý kiến."),
    ({"holds"}, "Công nhận 31 công trình (14 tập thể, 17 cá nhân)."),
    ({"depends"}, "Công nhận 31 công trình (14 tập thể, 19 cá nhân)."),
]  # fmt: skip


@pytest.mark.parametrize(("verdicts", "text"), SUMS, ids=[one[1][:60] for one in SUMS])
def test_a_list_that_says_everything(verdicts: set[str], text: str) -> None:
    assert {one for one, _hangs_on in said(text, Kind.SUM)} == verdicts


STEPS = [
    ("holds", "Quý II kiểm tra 44 đảng viên, kết luận 38 đảng viên có vi phạm, phải kỷ luật 15 đảng viên."),
    ("depends", "Quý II kiểm tra 44 đảng viên, kết luận 47 đảng viên có vi phạm, phải kỷ luật 15 đảng viên."),
    ("holds", "Đảng ủy kiểm tra 4 chi bộ và 12 đảng viên. Qua kiểm tra, kết luận 3 chi bộ và 10 đảng viên có vi phạm."),
    ("depends", "Đảng ủy kiểm tra 4 chi bộ và 12 đảng viên. Qua kiểm tra, kết luận 3 chi bộ và 14 đảng viên có vi phạm."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "text"), STEPS, ids=[one[1][40:100] for one in STEPS])
def test_each_step_of_an_inspection_is_within_the_one_before(verdict: str, text: str) -> None:
    found = {one for one, _hangs_on in said(text, Kind.PART)}
    assert verdict in found and (verdict == "depends") == ("depends" in found)


def test_no_step_follows_from_another_inspection() -> None:
    text = "Kiểm tra 4 tổ chức đảng.\nNăm trước đã kết luận 9 tổ chức đảng có vi phạm. Giám sát 2 tổ chức đảng; kết luận của cấp trên nêu 7 tổ chức đảng."
    assert [one for one in relations(text) if one.verdict.value in ("fails", "depends")] == []


BLOCK = (
    "Ông {}:\nSố phiếu tán thành của đại biểu: {} phiếu.\nSố phiếu không tán thành của đại biểu: {} phiếu."
)


def test_lines_of_blocks_that_look_alike_are_of_different_things() -> None:
    text = BLOCK.format("A", 41, 3) + "\n" + BLOCK.format("B", 38, 6)
    assert [one for one in relations(text) if one.kind is Kind.REPEATED] == []


def test_what_it_was_before_is_no_part() -> None:
    text = "Cấp ủy viên có trình độ đại học là 118 đồng chí (khóa trước là 131 đồng chí); kiểm tra 40 đảng viên và 9 tổ chức (tăng 12 đảng viên và 3 tổ chức)."
    assert [one for one in relations(text) if one.kind is Kind.PART] == []


UNDONE = [
    ({"holds"}, "Có 7/8 chỉ tiêu đạt và vượt, còn 1 chỉ tiêu chưa đạt."),
    ({"fails"}, "Có 7/8 chỉ tiêu đạt và vượt, còn 2 chỉ tiêu chưa đạt."),
    ({"fails"}, "Số chi bộ có chi ủy là 48/60 chi bộ; chưa có chi ủy 22 chi bộ."),
    (set(), "Đã đại hội 7/8 chi bộ, 3 chi bộ chưa có chi ủy."),
    (set(), "Giải quyết 12/20 đơn, 4 đơn chưa đến hạn."),
    ({"holds"}, "Số đơn tồn kỳ trước 9 đơn, phát sinh trong kỳ 47 đơn, tổng số 56 đơn."),
    ({"fails"}, "Số đơn tồn kỳ trước 9 đơn, phát sinh trong kỳ 47 đơn, tổng số 65 đơn."),
]


@pytest.mark.parametrize(("verdicts", "text"), UNDONE, ids=[one[1][:60] for one in UNDONE])
def test_what_is_not_done_yet_is_within_what_is_left(verdicts: set[str], text: str) -> None:
    assert {one for one, _hangs_on in said(text, Kind.SUM)} == verdicts


PRICES = [
    ({"holds"}, "Tặng 85 suất quà, mỗi suất 500.000 đồng, tổng trị giá 42,5 triệu đồng."),
    ({"depends"}, "Tặng 85 suất quà (mỗi suất 500.000 đồng) với tổng số tiền 45,2 triệu đồng."),
    (
        set(),
        "Trao quà cho 12 hộ, mỗi hộ 1 triệu đồng, dựng 3 nhà, mỗi nhà 60 triệu đồng, tổng kinh phí 192 triệu đồng.",
    ),
    (set(), "Tặng 85 suất quà, mỗi suất 500.000 đồng và 4 xe đạp, tổng trị giá 50 triệu đồng."),
]


@pytest.mark.parametrize(("verdicts", "text"), PRICES, ids=[one[1][:60] for one in PRICES])
def test_so_many_at_so_much_each(verdicts: set[str], text: str) -> None:
    assert {one for one, _hangs_on in said(text, Kind.AVERAGE)} == verdicts


def test_who_is_no_longer_there_is_no_roll() -> None:
    text = "Toàn Đảng bộ có 4.812 đảng viên.\nQua rà soát, toàn Đảng bộ có 61 đảng viên không còn trong hàng ngũ của Đảng."
    assert [one for one in relations(text) if one.kind in (Kind.ROLL, Kind.REPEATED)] == []


def test_a_rest_that_is_too_large_may_overlap_and_lacks_no_part() -> None:
    text = "Đã giải quyết 21/34 đơn, {} đơn còn lại đang xác minh."
    reasons = [relations(text.format(rest))[-1].innocent for rest in (18, 9)]
    assert reasons == ["overlapping_or_typed", "part_missing_or_typed"]
