"""Percentages that rose or fell: in points or in per cent of what they were."""

import pytest

from thenchot.reports.checking.relations import Kind

from .test_check import said

MOVES = [
    ({("holds", "")}, "Tỷ lệ hộ cận nghèo giảm từ 4,85% xuống còn 3,25%, giảm 1,6%."),
    ({("fails", "")}, "Tỷ lệ hộ cận nghèo giảm từ 4,85% xuống còn 3,25%, giảm 1,9%."),
    ({("fails", "")}, "Tỷ lệ hộ cận nghèo giảm từ 4,85% năm 2022 xuống còn 3,25% năm 2024, giảm 1,9 điểm %."),
    ({("rounded", "")}, "Tỷ lệ chi bộ tốt tăng từ 80,0% lên 92,6%, tăng 15,8%."),
    ({("holds", "")}, "Có 95,2% chi bộ đạt loại tốt, tăng 3,1% so với năm 2023 (92,1%)."),
    ({("fails", "")}, "Có 95,2% chi bộ đạt loại tốt, tăng 1,3% so với năm 2023 (92,1%)."),
    # another period, another thing, a count of its own
    (
        {("depends", "two_periods")},
        "Tỷ lệ hộ nghèo giảm từ 4,85% năm 2021 xuống còn 3,25% năm 2024, giảm 0,4% so với năm 2023.",
    ),
    (set(), "Tỷ lệ hộ nghèo giảm từ 4,85% xuống còn 3,25%, bình quân mỗi năm giảm 0,5%."),
    (
        {("holds", "")},
        "Còn 73 hộ nghèo, tỷ lệ giảm từ 4,85% xuống còn 3,25%, giảm 1,6% so với cùng kỳ (98 hộ).",
    ),
    (
        {("depends", "two_periods")},
        "Kết nạp 73 đảng viên, chiếm 3,25% tổng số, tăng 0,4% so với cùng kỳ (70 đảng viên).",
    ),
]


@pytest.mark.parametrize(("verdicts", "text"), MOVES, ids=[one[1][:90] for one in MOVES])
def test_two_percentages_and_what_lies_between(verdicts: set[tuple[str, str]], text: str) -> None:
    assert said(text, Kind.CHANGE) == verdicts
