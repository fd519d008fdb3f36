"""Reports retold by a newspaper or a commission's page: without a title, in running sentences, with a day on top."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.reading import lines_of, read


def told(text):
    return {
        one.text: f"@{one.period.as_of}"
        if one.period.as_of
        else f"{one.period.since or ''}..{one.period.until or ''}"
        for one in read(lines_of(text)).figures
    }


def counted(text):
    return [(one.text, one.unit, one.bound.value) for one in read(lines_of(text)).figures]


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        # what the first sentence opens with holds for the paragraphs below
        ("Năm 2021, Đảng ủy xã Khe Suối kiểm tra 12 chi bộ.\nĐảng ủy giải quyết 45 đơn tố cáo.", "45", "2021-01-01..2021-12-31"),
        ("Báo cáo tại hội nghị nêu rõ, trong năm 2021, các cấp ủy kiểm tra 12 chi bộ.\nKỷ luật 45 đảng viên.", "45", "2021-01-01..2021-12-31"),
        ("Khe Suối siết kỷ luật\n12/7/2023\nHuyện ủy sơ kết công tác kiểm tra 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2023.\nKỷ luật 45 đảng viên.", "45", "2023-01-01..2023-06-30"),
        ("Khe Suối vượt chỉ tiêu\n05/12/2023\nTính đến hết tháng 11, Đảng bộ kết nạp 12 đảng viên, vượt 20% chỉ tiêu cả năm.\nTrong đó, nữ có 45 đảng viên.", "45", "2023-01-01..2023-11-30"),
        ("Khe Suối\n05/7/2023\nNgày 5/7, Huyện ủy họp hội nghị lần thứ 14.\nTheo báo cáo 6 tháng đầu năm 2023, thu ngân sách 45 tỷ đồng.", "45 tỷ", "2023-01-01..2023-06-30"),
        # a share of the year's aim is not the time of a title
        ("Khe Suối đạt 35% chỉ tiêu của năm 2022\nĐến ngày 30/6, toàn Đảng bộ kết nạp 45 đảng viên, bằng 35% chỉ tiêu của cả năm 2022.", "45", "2022-01-01..2022-06-30"),
        ("Toàn tỉnh trong năm 2022 nhận 45 đơn tố cáo.", "45", "2022-01-01..2022-12-31"),
        ("Năm 2021 khởi tố 12 vụ.\nSang năm 2022, khởi tố 45 vụ.", "45", "2022-01-01..2022-12-31"),
        ("Đến hết quý I/2022, toàn Đảng bộ có 45 tổ chức cơ sở đảng.", "45", "@2022-03-31"),
        ("Đến hết quý I/2022, Đảng bộ có 62 tổ chức cơ sở đảng (tăng 3 tổ chức so với năm 2020), trong đó có 45 chi bộ cơ sở.", "45", "@2022-03-31"),
        ("Cuộc bầu cử đại biểu Hội đồng nhân dân ngày 15-3-2026 có 45% cử tri đi bầu.", "45%", "@2026-03-15"),
        ("Giai đoạn 2016 - 2019, kết nạp 12 đảng viên (năm 2016: 2; năm 2017: 3; năm 2018: 3; năm 2019: 4); trong số đó, nữ có 45 đồng chí.", "45", "2016-01-01..2019-12-31"),
    ],
)  # fmt: skip
def test_the_time_of_a_figure(text, figure, period):
    assert told(text)[figure] == period


def test_a_congress_sets_out_a_term_and_accounts_for_the_last():
    periods = told(
        "Đảng bộ xã Khe Suối đại hội nhiệm kỳ 2025-2030\n28/7/2025\nĐảng bộ kết nạp 45 đảng viên.\nĐảng bộ hiện có 12 chi bộ."
    )
    assert periods == {"45": "2020..2025", "12": "@2025-07-28"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Chia theo địa bàn: đô thị 29 vụ, nông thôn 118 vụ.", [("29", "cases", "exact"), ("118", "cases", "exact")]),
        ("Điện thoại Văn phòng: (0207) 3 822 119.", []),
        ("Trong tháng xảy ra một vụ cháy.", [("một", "cases", "exact")]),
        ("Khai trừ 108 đảng viên. Số 108 đảng viên này đã có quyết định.", [("108", "members", "exact"), ("108", "members", "exact")]),
        ("Kiến nghị thu hồi 1,4  tỷ đồng.", [("1,4  tỷ", "dong", "exact")]),
        ("Kết luận 24 đảng viên: tố đúng 3, tố sai 21.", [("24", "members", "exact"), ("3", "members", "exact"), ("21", "members", "exact")]),
        ("Giải quyết 19 đơn; kết luận 2 tố cáo sai, 6 chưa đủ cơ sở.", [("19", "petitions", "exact"), ("2", "petitions", "exact"), ("6", "petitions", "exact")]),
        ("Hai xã kết nạp 24; các xã khác kết nạp 31 đảng viên.", [("Hai", "communes", "exact"), ("24", "members", "exact"), ("31", "members", "exact")]),
        ("Kết nạp 821/1.450 chỉ tiêu (đạt 56,62%).", [("821", "members", "of"), ("1.450", "members", "exact"), ("56,62%", "percent of target", "exact")]),
        ("Tiếp 259 lượt công dân/316 người.", [("259", "person-times", "exact"), ("316", "persons", "exact")]),
        ("Tỷ trọng ba khu vực: 76,0% - 20,5% - 3,5%.", [("76,0%", "percent", "exact"), ("20,5%", "percent", "exact"), ("3,5%", "percent", "exact")]),
        ("Kiểm tra 31 đảng viên, trong đó cấp ủy viên các cấp 12.", [("31", "members", "exact"), ("12", "persons", "exact")]),
        ("Kỷ luật 45 đảng viên (30 người khiển trách, 15 người cảnh cáo).", [("45", "members", "exact"), ("30", "members", "exact"), ("15", "members", "exact")]),
        ("Số đảng viên của cả tỉnh là 36.607 người.", [("36.607", "members", "exact")]),
        ("Trao Huy hiệu Đảng cho 20 đảng viên, gồm: loại 30 năm 11, 40 năm 7, 50 năm 2.", [("20", "members", "exact"), ("11", "members", "exact"), ("7", "members", "exact"), ("2", "members", "exact")]),
        ("Xếp loại 89 chi bộ: 58 xuất sắc, 31 hoàn thành.", [("89", "organisations", "exact"), ("58", "organisations", "exact"), ("31", "organisations", "exact")]),
    ],
)  # fmt: skip
def test_what_is_counted(text, figures):
    assert counted(text) == figures
