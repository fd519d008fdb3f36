"""How many there are, were and shall be: counts without a verb, rates, rises, what is laid down, plans."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.reading import lines_of, read

from .test_periods import NINE_MONTHS, NOW, written

END, BEGIN = "@2025-09-30", "@2024-12-31"

SENTENCES = [
    # a noun and its number, nothing done
    ("Đàn dê 45 con.", END),
    ("Chăn nuôi: đàn ngựa 12 con, đàn dê 45 con.", END),
    ("Tiêm phòng cho đàn dê 45 con.", NOW),
    ("Hội viên nông dân 45, hội viên phụ nữ 12.", END),
    ("Kết nạp 12 đảng viên; trong đó nữ 6, đoàn viên 45.", NOW),
    ("Biên chế được giao 45 người.", END),
    ("Ban Quản lý chợ có 45 thành viên.", END),
    ("Ban Quản lý chợ có 45 thành viên được khen thưởng.", NOW),
    ("Bếp ăn được trang bị 45 máy tính.", END),
    # parts of what was done are counted over the same time
    ("Kết nạp 120 đảng viên, trong đó nữ là 51 đảng viên; nông dân là 45 đảng viên.", NOW),
    ("Cử 60 cán bộ đi học, trong số này có 45 đồng chí đang giữ chức vụ.", NOW),
    ("Kết nạp 120 đảng viên, trong đó nữ là 51 đảng viên; hiện toàn huyện có 45 đảng viên.", END),
    ("Có 45 tổ chức cơ sở đảng thuộc diện xếp loại.", NOW),
    ("Có 45 tổ chức cơ sở đảng (9%) không kết nạp được đảng viên nào.", NOW),
    # how far something has come
    ("Đến nay, 45/50 thôn đã có nhà văn hóa.", "@2025-10-05"),
    ("Có 45/50 thôn, tổ dân phố có chi bộ.", END),
    ("Việc kiện toàn được tiến hành đồng thời nên đến nay 45/50 thôn có chi bộ độc lập.", "@2025-10-05"),
    ("45/50 chi bộ tham gia hiến đất.", NOW),
    ("Đến nay, cơ quan chuyên trách các huyện có 45 cán bộ.", "@2025-10-05"),
    ("Số hóa 45 hồ sơ đảng viên, đạt 90%.", END),
    # rates of what there is
    ("Độ che phủ rừng 45%.", END),
    ("Tỷ lệ hộ nghèo còn 45%.", END),
    ("Tỷ lệ cán bộ trẻ mới chiếm 45%.", END),
    ("Tỷ lệ lao động qua đào tạo có chứng chỉ còn dưới 45%.", END),
    ("Tỷ lệ đảng viên dự sinh hoạt đạt 45%.", NOW),
    ("Độ che phủ rừng tăng 45%.", NOW),
    ("45/50 thôn có sân bóng.", END),
    ("45/50 chi bộ dùng phần mềm.", END),
    ("45 thôn không có ai dự thi.", NOW),
    ("Đã xóa 45 thôn chưa có điện.", NOW),
    ("Quản lý đất đai 45 vụ.", NOW),
    # when the time began, and when it ended
    ("Số hộ nghèo giảm từ 45 hộ (9%) xuống còn 31 hộ.", BEGIN),
    ("Số hộ nghèo giảm từ 61 hộ (9%) xuống còn 45 hộ.", END),
    ("Tổng số đảng viên tăng từ 1.020 lên 45.", END),
    ("Trong quý II, số điểm cầu tăng từ 45 lên 60.", "@2025-03-31"),
    ("Số đảng viên kết nạp tăng từ 45 lên 60.", NOW),
    ("Khối đoàn thể được thu gọn từ 45 phòng (trước 01/02/2025) giảm còn 30 phòng.", BEGIN),
    ("Khối đoàn thể được thu gọn từ 60 phòng xuống còn 45 phòng.", END),
    ("Số phòng giảm 15 so với cùng kỳ năm 2024 (từ 60 xuống 45).", END),
    ("Thu ngân sách tăng từ 45% trở lên.", NOW),
    ("Số đơn đầu kỳ 45 đơn.", BEGIN),
    ("Số đơn cuối kỳ 45 đơn.", END),
    ("Số hộ nghèo tăng 3 hộ so với đầu kỳ (45 hộ).", BEGIN),
    # what is laid down holds at all times
    ("Có 12 chi bộ xuất sắc, bằng 9% (quy định không quá 45%).", ".."),
    ("Số chi bộ có dưới 45 đảng viên là 12.", ".."),
    ("Có dưới 45 đảng viên dự họp.", NOW),
    ("Các chi bộ có dưới 45 đảng viên được bố trí đảng viên cấp xã về cùng sinh hoạt.", ".."),
    # the year of an aim is not that of what was done
    ("Kết nạp 288 đảng viên, bằng 45% chỉ tiêu của cả năm 2025.", NOW),
    ("Kết nạp 288 đảng viên, bằng 35% chỉ tiêu của năm 2025; chuyển đảng chính thức 45 đảng viên.", NOW),
    ("Quý I kết nạp 12 đảng viên, bằng 5% chỉ tiêu cả năm (45 đảng viên).", "2025-01-01..2025-12-31"),
    ("Thành lập 9 chi bộ, bằng 20% mục tiêu cả nhiệm kỳ (45 chi bộ).", "2025..2030"),
    ("Riêng năm 2025, tính đến hết ngày 31/8, mở 45 lớp.", "2025-01-01..2025-08-31"),
    # times told one after the other: what follows is of none of them alone
    ("Bổ nhiệm 60 cán bộ: năm 2023 là 20, năm 2024 là 25. Trong đó có 45 nữ.", NOW),
    ("Trong ba năm 2022, 2023, 2024 mở 45 lớp.", "2022-01-01..2024-12-31"),
    # comparisons
    ("So với cùng kỳ năm trước (12 chi bộ, 45 đảng viên), số đảng viên tăng 3.", "2024-01-01..2024-09-30"),
    ("Thu 12 tỷ đồng, gấp 2 lần cùng kỳ; trồng 45 ha rừng.", NOW),
    ("Cùng kỳ năm 2024 là 12 vụ, tăng 45 vụ.", NOW),
    ("Cùng kỳ năm 2024 là 12 vụ, tăng 5 vụ, tương ứng 45%.", NOW),
    ("Cuối năm 2024 còn 12 hộ nghèo (9%; tính riêng vùng cao là 20%), cận nghèo 45 hộ.", BEGIN),
    ("So với 45 văn bản của năm 2024, số văn bản giảm 5%.", "2024-01-01..2024-12-31"),
    ("So với 12 văn bản của năm 2024, số văn bản giảm 45%.", NOW),
    ("Quý I kết nạp 12 đảng viên, tăng so với cùng kỳ (45 đảng viên).", "2024-01-01..2024-03-31"),
    ("(2) Cùng kỳ 6 tháng đầu năm 2024: kết nạp 45 đảng viên.", "2024-01-01..2024-06-30"),
    # a part of the time ends with its list
    ("Thu 60 tỷ đồng, trong đó quý I 12 tỷ đồng, quý II 48 tỷ đồng; khoản lớn nhất 45 tỷ đồng.", NOW),
    ("Từ khi thành lập (tháng 02/2024) đến nay mở 45 lớp.", "2024-02..2025-10-05"),
    ("Đến ngày 20/9/2025 đã hoàn thành 45 nhiệm vụ.", "2025-01-01..2025-09-20"),
    # of a year to come: a name, unless it is planned
    ("Tuyển quân năm 2026 khám sơ tuyển 45 thanh niên.", NOW),
    ("Phấn đấu năm 2026 kết nạp 45 đảng viên.", "2026-01-01..2026-12-31"),
    ("Giai đoạn 2026 - 2030 phấn đấu kết nạp 45 đảng viên.", "2026-01-01..2030-12-31"),
    ("2. Nhiệm vụ trọng tâm: có 45 thôn đạt chuẩn nông thôn mới.", "2025-10-01..2025-12-31"),
]


def of_45(text):
    (figure,) = [one for one in read(lines_of(text)).figures if one.text.startswith("45")]
    return written(figure.period)


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_in_a_report_on_nine_months(text, told):
    assert of_45(NINE_MONTHS + text) == told


def test_six_months_of_a_report_on_the_last_six():
    head = (
        "Suối Vàng, ngày 05 tháng 01 năm 2026\nBÁO CÁO\nkết quả công tác 6 tháng cuối năm 2025\nI. KẾT QUẢ\n"
    )
    assert of_45(head + "Trong 6 tháng kết nạp 45 đảng viên.") == "2025-07-01..2025-12-31"
    assert of_45(head + "Trong 6 tháng đầu năm kết nạp 45 đảng viên.") == "2025-01-01..2025-06-30"
    assert of_45(head + "Trong 3 tháng kết nạp 45 đảng viên.") == "2025-01-01..2025-03-31"


def test_the_rest_of_the_term_begins_when_the_report_ends():
    head = "Suối Vàng, ngày 05 tháng 01 năm 2028\nBÁO CÁO\ngiữa nhiệm kỳ 2025 - 2030\n(từ ngày 01/9/2025 đến ngày 30/11/2027)\n"
    text = "I. KẾT QUẢ\nKết nạp 12 đảng viên.\nII. NHIỆM VỤ ĐẾN HẾT NHIỆM KỲ\n- Kết nạp 45 đảng viên.\n"
    assert of_45(head + text) == "2027-12-01..2030"
