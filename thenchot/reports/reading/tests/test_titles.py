"""What a report is about, by its title: the period, the plan it ends with, the day its stocks were counted at."""

# ruff: noqa: E501 (a title stays on one line)

import pytest

from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.blocks import blocks
from thenchot.reports.reading.setting import setting


def about(text):
    return setting(list(blocks(lines_of(text))))


def written(period):
    return f"{period.since or ''}..{period.until or ''}" if period else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("BÁO CÁO\ntình hình công tác xây dựng Đảng 9 tháng đầu năm,\nnhiệm vụ 3 tháng cuối năm 2025", "2025-01-01..2025-09-30"),
        ("BÁO CÁO\nkết quả công tác 6 tháng đầu năm 2025;\nphương hướng 6 tháng cuối năm", "2025-01-01..2025-06-30"),
        ("BÁO CÁO\nKết quả công tác quý III, nhiệm vụ quý IV năm 2024", "2024-07-01..2024-09-30"),
        ("Suối Vàng, ngày 20 tháng 10 năm 2024\nBÁO CÁO\nCông tác tháng 10, nhiệm vụ công tác tháng 11 năm 2024", "2024-10-01..2024-10-31"),
        ("BÁO CÁO\nCông tác tháng 12, nhiệm vụ tháng 01 năm 2025", "2024-12-01..2024-12-31"),
        ("Suối Vàng, ngày 05 tháng 01 năm 2025\nBÁO CÁO THÁNG 12", "2024-12-01..2024-12-31"),
        ("Suối Vàng, ngày 20/12/2024\nBÁO CÁO\nCông tác tháng 12, quý IV và cả năm 2024", "2024-01-01..2024-12-31"),
        ("BÁO CÁO\nTổng kết công tác năm 2024\nphương hướng, nhiệm vụ năm 2025", "2024-01-01..2024-12-31"),
        ("BÁO CÁO\nCông tác tháng 10/2024\n(Từ ngày 15/9/2024 đến ngày 14/10/2024)", "2024-09-15..2024-10-14"),
        ("BÁO CÁO\nSơ kết 3 năm thực hiện Nghị quyết số 9-NQ/TU\n(2022 - 2024)", "2022-01-01..2024-12-31"),
        ("BÁO CÁO CHÍNH TRỊ\ntrình Đại hội Đảng bộ xã lần thứ IV, nhiệm kỳ 2025 - 2030", "2020..2025"),
        ("BÁO CÁO\nThống kê tổ chức đảng, đảng viên\n(Tính đến 31/12/2024)", "..2024-12-31"),
        ("KẾT QUẢ CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG\nNĂM 2024", "2024-01-01..2024-12-31"),
        ("Suối Vàng kết nạp 45 đảng viên trong 9 tháng đầu năm\nThứ Hai, 07/10/2024", "2024-01-01..2024-09-30"),
        ("Suối Vàng, ngày      tháng 7 năm 2024\nBÁO CÁO\nCông tác 6 tháng đầu năm", "2024-01-01..2024-06-30"),
        ("THÔNG BÁO\nKết quả kỳ họp thứ 12 của Ủy ban Kiểm tra", None),
    ],
)  # fmt: skip
def test_what_a_report_is_about(text, told):
    assert written(about(text).title) == told


def test_what_it_sets_out_to_do_and_when_it_counted():
    said = about("BÁO CÁO\nCông tác năm 2024, nhiệm vụ năm 2025\n(số liệu đảng viên tính đến 15/12/2024)")
    assert written(said.plan) == "2025-01-01..2025-12-31"
    assert said.counted == "2024-12-15"
    assert written(said.title) == "2024-01-01..2024-12-31"


def test_a_letterhead_in_two_columns_has_the_day():
    text = "Số 412-BC/TU          Suối Vàng, ngày 05 tháng 7 năm 2024\nBÁO CÁO\ncông tác 6 tháng đầu năm"
    assert about(text).day == "2024-07-05"


REPORT = """BÁO CÁO
Công tác xây dựng Đảng 9 tháng đầu năm 2024;
NHIỆM VỤ 3 THÁNG CUỐI NĂM
(Số liệu đảng viên tính đến 15/9/2024)
1. Tổ chức đảng
Kết nạp 112 đảng viên.
Toàn Đảng bộ hiện có 3.120 đảng viên.
2. Hạn chế: 14 lớp mở chậm.
3. Phương hướng, nhiệm vụ
Kết nạp 38 đảng viên."""


@pytest.mark.parametrize(
    ("number", "told"),
    [("112", ("2024-01-01", "2024-09-30", None)), ("3.120", (None, None, "2024-09-15")),
     ("14", ("2024-01-01", "2024-09-30", None)), ("38", ("2024-10-01", "2024-12-31", None))],
)  # fmt: skip
def test_the_title_rules_the_sections(number, told):
    (one,) = [figure for figure in read(lines_of(REPORT)).figures if figure.text == number]
    assert (one.period.since, one.period.until, one.period.as_of) == told
