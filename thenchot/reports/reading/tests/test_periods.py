"""The period of a figure: from its sentence, its paragraph, the heading above, the title and day of the report."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.reading import lines_of, read

HALF_YEAR = """ĐẢNG BỘ TỈNH KHE SUỐI
Số: 245-BC/TU
Khe Suối, ngày 08 tháng 7 năm 2026
BÁO CÁO
kết quả công tác xây dựng Đảng 6 tháng đầu năm 2026, nhiệm vụ 6 tháng cuối năm 2026
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Công tác tổ chức
Kết nạp 612 đảng viên, tăng 12% so với cùng kỳ năm 2025.
Toàn Đảng bộ hiện có 52.120 đảng viên.
Tính đến ngày 30/6/2026, Đảng bộ có 486 tổ chức cơ sở đảng.
Trong tháng 6, thành lập 2 chi bộ. Riêng quý I mở 5 lớp.
Từ đầu nhiệm kỳ đến nay, khai trừ 41 đảng viên. Xóa tên 77 đảng viên.
Mở 9 lớp trong quý II/2026; quý I mở 7 lớp.
Giai đoạn 2021 - 2025, kết nạp 9.120 đảng viên.
Hằng năm, trên 90% chi bộ hoàn thành tốt nhiệm vụ.
Trao 45 huy hiệu đợt 19/5.
Từ năm 2022 đến nay, luân chuyển 52 cán bộ.
Từ ngày 01/01/2026 đến ngày 15/6/2026, tiếp 318 lượt công dân.
Năm 2025, kỷ luật 142 đảng viên (năm 2024: 131 đảng viên).
Chín tháng năm 2025 có 12 vụ; 9 tháng năm 2024 có 15 vụ.
Ban hành Đề án phát triển đảng viên giai đoạn 2026 - 2030; xây dựng 12 mô hình.
II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026
Phấn đấu kết nạp 700 đảng viên."""

H1 = "2026-01-01..2026-06-30"
TOLD = {
    "612": H1,
    "12%": H1,
    "52.120": "@2026-06-30",
    "486": "@2026-06-30",
    "2": "2026-06-01..2026-06-30",
    "5": "2026-01-01..2026-03-31",
    "41": "2025..2026-07-08",
    "77": "2025..2026-07-08",
    "9": "2026-04-01..2026-06-30",
    "7": "2026-01-01..2026-03-31",
    "9.120": "2021-01-01..2025-12-31",
    "90%": H1,
    "45": H1,  # badges of a đợt are awarded within the time
    "52": "2022..2026-07-08",
    "318": "2026-01-01..2026-06-15",
    "142": "2025-01-01..2025-12-31",
    "131": "2024-01-01..2024-12-31",
    "15": "2024-01-01..2024-09-30",
    "700": "2026-07-01..2026-12-31",
}


def written(period):
    return f"@{period.as_of}" if period.as_of else f"{period.since or ''}..{period.until or ''}"


def periods(text):
    return {figure.text: written(figure.period) for figure in read(lines_of(text)).figures}


@pytest.mark.parametrize(("number", "told"), TOLD.items())
def test_half_year_report(number, told):
    assert periods(HALF_YEAR)[number] == told


def test_the_name_of_a_scheme_gives_no_period():
    assert periods(HALF_YEAR)["12"] == H1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("BÁO CÁO\nkết quả công tác năm 2024\nKết nạp 45 đảng viên.", "2024-01-01..2024-12-31"),
        ("Báo cáo công tác quý III năm 2025\nKết nạp 45 đảng viên.", "2025-07-01..2025-09-30"),
        ("Báo cáo công tác tháng 8/2025\nTrong tháng, kết nạp 45 đảng viên.", "2025-08-01..2025-08-31"),
        ("Báo cáo 9 tháng năm 2025\nKết nạp 45 đảng viên.", "2025-01-01..2025-09-30"),
        ("BÁO CÁO\nnăm 2024\n(Số liệu từ ngày 15/12/2023 đến ngày 14/12/2024)\nKết nạp 45 đảng viên.", "2023-12-15..2024-12-14"),
        ("Trong năm 2023, kết nạp 45 đảng viên.", "2023-01-01..2023-12-31"),
        ("Kết nạp 45 đảng viên trong năm 2023.", "2023-01-01..2023-12-31"),
        ("Kết nạp 45 đảng viên (số liệu đến 31/12/2023).", "..2023-12-31"),
        ("Đến hết năm 2024, toàn tỉnh có 45 chi bộ.", "@2024-12-31"),
        ("Đến cuối tháng 6/2025, Đảng bộ có 45 chi bộ.", "@2025-06-30"),
        ("Tại thời điểm 31/12/2024, tổng số có 45 chi bộ.", "@2024-12-31"),
        ("Nhiệm kỳ 2020 - 2025, kết nạp 45 đảng viên.", "2020..2025"),
        ("Từ đầu nhiệm kỳ 2020 - 2025 đến nay, kết nạp 45 đảng viên.", "2020.."),
        ("Trong giai đoạn 2021-2023, mở 45 lớp.", "2021-01-01..2023-12-31"),
        ("Từ năm 2019 đến năm 2022, mở 45 lớp.", "2019-01-01..2022-12-31"),
        ("Từ tháng 3/2022 đến tháng 5/2024, mở 45 lớp.", "2022-03-01..2024-05-31"),
        ("Số lượng tăng 45 đảng viên so với năm 2022.", ".."),
        ("Thực hiện Nghị quyết năm 2021, mở 45 lớp.", ".."),
        ("Bầu cử HĐND các cấp nhiệm kỳ 2021 - 2026 có 45% cử tri đi bầu.", "@2021"),
        ("6 tháng cuối năm 2025 mở 45 lớp.", "2025-07-01..2025-12-31"),
        ("Quý 4/2025 mở 45 lớp.", "2025-10-01..2025-12-31"),
        ("Đầu nhiệm kỳ 2020 - 2025 tới nay kết nạp 45 đảng viên.", "2020.."),
        ("Quê Hương, ngày 10/9/2024\nLũy kế từ đầu năm đến nay kết nạp 45 đảng viên.", "2024-01-01..2024-09-10"),
        ("Quê Hương, ngày 10/9/2024\nTrong nhiệm kỳ, kết nạp 45 đảng viên.", "2020..2024-09-10"),
        ("Đợt 03/02/2025 trao 45 huy hiệu.", ".."),
        ("Đến giữa năm 2024, toàn tỉnh có 45 chi bộ.", "@2024-06-30"),
        ("Quê Hương, ngày 10/9/2024\nSố cấp ủy viên được bầu là 45 đồng chí.", "@2024-09-10"),
    ],
)  # fmt: skip
def test_phrases(text, told):
    (figure,) = [one for one in read(lines_of(text)).figures if one.text.startswith("45")]
    assert written(figure.period) == told


def test_an_opening_paragraph_hands_its_period_down():
    text = "Từ đầu nhiệm kỳ 2020 - 2025 đến nay, công tác xây dựng Đảng có nhiều chuyển biến.\n\nKết nạp 45 đảng viên."
    assert periods(text)["45"] == "2020.."


def test_a_heading_ends_what_the_one_above_handed_down():
    text = "Báo cáo công tác năm 2024\nI. KẾT QUẢ\nKết nạp 45 đảng viên.\nII. NHIỆM VỤ NĂM 2025\nKết nạp 50 đảng viên."
    assert periods(text) == {"45": "2024-01-01..2024-12-31", "50": "2025-01-01..2025-12-31"}


def test_a_paragraph_goes_on_with_the_years_of_the_one_above():
    text = "Giai đoạn 2016 - 2018, cử 12 cán bộ đi học.\nCũng trong ba năm ấy, bổ nhiệm 45 cán bộ."
    assert periods(text)["45"] == "2016-01-01..2018-12-31"


def test_half_a_term_is_counted_up_to_the_day_that_is_named_for_it():
    text = (
        "Nửa nhiệm kỳ, Khe Lau kết nạp hơn 40 đảng viên\n31/08/2018 13:18\n"
        "Từ đầu nhiệm kỳ cho tới ngày 30/6/2018, các cấp ủy kiểm tra 560 tổ chức đảng.\nKỷ luật 45 đảng viên."
    )
    assert periods(text)["45"] == "2015..2018-06-30"


def test_years_of_a_report_without_a_date_are_over():
    text = "Năm 2022, mở 12 lớp.\nGiai đoạn 2021 - 2023, toàn tỉnh kết nạp 45 đảng viên."
    assert periods(text)["45"] == "2021-01-01..2023-12-31"


def test_what_is_said_in_brackets_stays_in_them():
    text = "Mở lớp bồi dưỡng (năm 2023 mở 12 lớp). Kết nạp 45 đảng viên."
    assert periods(text)["45"] == ".."


def test_in_a_year_of_congresses_the_term_before_rules_until_october():
    text = "Hà Quang, ngày 10 tháng 6 năm 2025\nTừ đầu nhiệm kỳ đến nay, kết nạp 45 đảng viên."
    assert periods(text)["45"] == "2020..2025-06-10"


NINE_MONTHS = """Suối Vàng, ngày 05 tháng 10 năm 2025
BÁO CÁO
công tác xây dựng Đảng 9 tháng đầu năm 2025, nhiệm vụ 3 tháng cuối năm
I. KẾT QUẢ
"""
NOW = "2025-01-01..2025-09-30"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what something is compared with has its own time
        ("Kết nạp 12 đảng viên, tăng 3 đảng viên so với cùng kỳ năm 2024 (45 đảng viên).", "2024-01-01..2024-09-30"),
        ("Kết nạp 12 đảng viên (cùng kỳ năm trước: 45 đảng viên).", "2024-01-01..2024-09-30"),
        ("Kết nạp 12 đảng viên; cùng kỳ năm 2024 kết nạp 45 đảng viên.", "2024-01-01..2024-09-30"),
        ("Cùng kỳ 6 tháng năm 2024 kết nạp 45 đảng viên.", "2024-01-01..2024-06-30"),
        ("So với cùng kỳ năm 2024, kết nạp tăng 45 đảng viên.", NOW),
        ("Tỷ lệ dự sinh hoạt tăng so với năm 2023 (từ 45% lên 52%).", "2023-01-01..2023-12-31"),
        ("Còn 12 chi bộ, giảm 3 chi bộ so với đầu năm (45 chi bộ).", "@2024-12-31"),
        ("Năm trước, kết nạp 45 đảng viên.", "2024-01-01..2024-12-31"),
        ("Năm trước, kết nạp 12 đảng viên; khai trừ 45 đảng viên.", NOW),
        # the number of a plan is of the plan's time
        ("Kết nạp 12 đảng viên, đạt 47% kế hoạch năm (45 đảng viên).", "2025-01-01..2025-12-31"),
        ("Kết nạp 12 đảng viên, đạt 45% chỉ tiêu cả năm.", NOW),
        ("Dự kiến cả năm kết nạp 45 đảng viên.", "2025-01-01..2025-12-31"),
        # up to a day, from a day
        ("Từ ngày 01/7/2025, thành lập 45 chi bộ.", "2025-07-01..2025-10-05"),
        ("Lũy kế kết nạp 45 đảng viên.", NOW),
        ("Từ đầu năm đến ngày 15/9/2025, kết nạp 45 đảng viên.", "2025-01-01..2025-09-15"),
        ("Từ đầu nhiệm kỳ 2020 - 2025 đến hết năm 2024, kết nạp 45 đảng viên.", "2020..2024-12-31"),
        ("Nhiệm kỳ 2015 - 2020 kết nạp 12 đảng viên, nhiệm kỳ 2020 - 2025 kết nạp 45 đảng viên.", "2020..2025"),
        ("Kế hoạch năm 2026: kết nạp 45 đảng viên.", "2026-01-01..2026-12-31"),
        ("Sau 01 năm thực hiện Đề án, mở 45 lớp.", "..2025-10-05"),
        ("Thu được 12 triệu đồng, lũy kế 8 tháng 45 triệu đồng.", "2025-01-01..2025-08-31"),
        ("Lũy kế đến nay đã cấp 45 thẻ đảng viên.", "..2025-10-05"),
        ("Từ nay đến cuối năm mở 45 lớp.", "2025-10-05..2025-12-31"),
        ("Giải ngân đến hết ngày 15/9 đạt 45%.", "2025-01-01..2025-09-15"),
        ("Qua 3 năm thực hiện Nghị quyết, thành lập 45 chi bộ.", "..2025-10-05"),
        ("Ngày 12/8/2025, tổ chức hội nghị với 45 đại biểu.", "@2025-08-12"),
        ("Ngày 12/8/2025, tổ chức hội nghị. Mở 45 lớp.", NOW),
        ("Giai đoạn 2022 - 2024, bình quân mỗi năm kết nạp 45 đảng viên.", "2022-01-01..2024-12-31"),
        ("Năm 2023 mở 12 lớp, năm 2024 mở 45 lớp và 6 tháng đầu năm 2025 mở 8 lớp.", "2024-01-01..2024-12-31"),
        ("Năm 2023 mở 12 lớp, năm 2024 mở 8 lớp, như vậy tổng số là 45 lớp.", NOW),
        # how many there are, and what was done
        ("Đảng bộ có 45 chi bộ (tăng 3 chi bộ so với cuối năm 2024).", "@2025-09-30"),
        ("Đảng bộ có 45 chi bộ (giảm 3 chi bộ so với cuối năm 2024).", "@2025-09-30"),
        ("Có 12/45 thôn có chi bộ độc lập.", "@2025-09-30"),
        ("100% xã có trung tâm; 45% thôn có chi bộ độc lập.", "@2025-09-30"),
        ("Có 45 tổ chức đảng bị kiểm tra.", NOW),
        ("Toàn tỉnh có 45 tập thể và 12 cá nhân được tặng Bằng khen.", NOW),
        ("Hệ thống ủy ban kiểm tra có 45 ủy ban kiểm tra đảng ủy xã.", "@2025-09-30"),
        ("Toàn Đảng bộ có 120 đảng viên, trong đó nữ 54 đồng chí, chiếm 45%.", "@2025-09-30"),
        ("Phát triển mới 12 chi bộ, nâng tổng số chi bộ lên 45 chi bộ.", "@2025-09-30"),
        ("Hỗ trợ 12 nhà, tổng số 45 triệu đồng.", NOW),
        ("Đến ngày 20/9/2025, đồng bào theo đạo có 120 người, chiếm 45% dân số.", "@2025-09-20"),
        ("2. Nhiệm vụ trọng tâm: kết nạp 45 đảng viên.", "2025-10-01..2025-12-31"),
    ],
)  # fmt: skip
def test_in_a_report_on_nine_months(text, told):
    (figure,) = [one for one in read(lines_of(NINE_MONTHS + text)).figures if one.text.startswith("45")]
    assert written(figure.period) == told


def test_a_section_counts_at_the_day_it_opened_with():
    text = (
        NINE_MONTHS
        + "Đến ngày 20/9/2025, Đảng bộ có 12 chi bộ.\nToàn Đảng bộ hiện có 45 đảng viên.\nII. KHÁC\nĐảng bộ có 9 chi bộ."
    )
    assert periods(text) == {"12": "@2025-09-20", "45": "@2025-09-20", "9": "@2025-09-30"}
