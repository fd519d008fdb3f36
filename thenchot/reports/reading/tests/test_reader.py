"""What a report is read into: lines, figures with place, noun, organisation; the chrome of a page is left."""

from decimal import Decimal

import pytest

from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Bound, Line, Period, Sort


def figures(text):
    return read(lines_of(text)).figures


def texts(text):
    return [figure.text for figure in figures(text)]


def nouns(text):
    return [figure.noun for figure in figures(text)]


def test_a_sentence_of_a_report():
    found = figures(
        "Năm 2024, Đảng bộ xã kết nạp 45 đảng viên mới, đạt 112,5% chỉ tiêu; khai trừ 2 đảng viên."
    )
    assert [(one.text, one.value, one.unit) for one in found] == [
        ("45", Decimal(45), "members"),
        ("112,5%", Decimal("112.5"), "percent of target"),
        ("2", Decimal(2), "members"),
    ]
    assert {one.period for one in found} == {Period("2024-01-01", "2024-12-31")}


def test_lines_are_counted_as_given():
    report = read(lines_of("Mở đầu\n\nCó 12 chi bộ"))
    assert [(line.number, line.text) for line in report.lines] == [
        (1, "Mở đầu"),
        (2, ""),
        (3, "Có 12 chi bộ"),
    ]
    (figure,) = report.figures
    assert (figure.line, figure.text, figure.unit, figure.bound) == (3, "12", "organisations", Bound.EXACT)


def test_a_sentence_broken_over_lines_is_one():
    text = (
        "Trong năm 2024, các cấp ủy trong toàn Đảng bộ huyện đã kết nạp được\n"
        "145 đảng viên mới, trong đó có 62 đồng chí là nữ, chiếm tỷ lệ 42,8% và hơn 30\n"
        "nghìn lượt người dự."
    )
    found = figures(text)
    assert [(one.line, one.text, one.value) for one in found] == [
        (2, "145", Decimal(145)),
        (2, "62", Decimal(62)),
        (2, "42,8%", Decimal("42.8")),
        (2, "30", Decimal(30_000)),
    ]
    assert found[0].period == Period("2024-01-01", "2024-12-31")


def test_a_word_broken_by_a_hyphen():
    text = "Toàn Đảng bộ tỉnh trong năm qua đã kết nạp được 1.312 đảng vi-\nên mới ở các chi bộ."
    assert [(one.text, one.unit) for one in figures(text)] == [("1.312", "members")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kiểm tra 45 lượt đảng viên, có 12 cấp ủy viên.", ["lượt đảng viên", "cấp ủy viên"]),
        ("Có 30 cán bộ, công chức, viên chức dự.", ["cán bộ, công chức, viên chức dự"]),
        (
            "Có 812 đồng chí là trưởng thôn, chiếm 47%.",
            ["đồng chí là trưởng thôn", "đồng chí là trưởng thôn"],
        ),
        ("Cấp tỉnh 12 cuộc, cấp huyện 45 cuộc.", ["cuộc", "cuộc"]),
        ("Khiển trách 12 đảng viên, cảnh cáo 3.", ["đảng viên", "cảnh cáo"]),
        ("Số đảng viên được miễn sinh hoạt đạt 4,5%.", ["đảng viên được miễn sinh hoạt"]),
        ("Có 7/9 bí thư không là người địa phương.", ["bí thư không là người địa phương"] * 2),
    ],
)
def test_nouns(text, told):
    assert nouns(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ban Thường vụ Huyện ủy Khe Suối tổ chức 6 cuộc kiểm tra.", "Ban Thường vụ Huyện ủy Khe Suối"),
        ("Ủy ban Kiểm tra các cấp giám sát 12 tổ chức đảng.", "Ủy ban Kiểm tra các cấp"),
        ("Theo báo cáo của Tỉnh ủy, Đảng bộ xã Nà Phạ có 23 chi bộ.", "Đảng bộ xã Nà Phạ"),
        ("Kết nạp 12 đảng viên.", ""),
    ],
)
def test_organisations(text, told):
    assert figures(text)[0].organisation == told


def test_the_whole_of_a_stroke_points_to_its_part():
    part, whole, share = figures("Đã có 45/50 chi bộ đại hội, đạt 90%.")
    assert (part.bound, part.of, whole.bound, whole.of, share.of) == (Bound.OF, None, Bound.EXACT, 0, None)
    cases, accused = figures("Khởi tố 30 vụ/77 bị can.")
    assert (cases.bound, accused.bound, accused.of) == (Bound.EXACT, Bound.EXACT, 0)


def test_the_page_around_a_report_is_left():
    page = """Trang chủ | Tin tức | Năm 2024
08:59 - Thứ Tư, 05/11/2025 Lượt xem: 8658 In bài viết
Đảng bộ xã kết nạp 45 đảng viên.
Ảnh: chi bộ 12 họp
Ban biên tập có 3 cán bộ./.
(1) Gồm 4 chi bộ.
Xây dựng 25 chi bộ kiểu mẫu (28/11/2025)
Tin khác
Có 33 tổ chức đảng
Thống kê truy cập
Hôm nay5,702
Tổng lượt truy cập: 6,521,080
Điện thoại: 0206 3852 147 - Fax: 0206 3852 148"""
    assert texts(page) == ["45", "3", "4"]
    assert {one.period.until or one.period.as_of for one in figures(page)} == {"2025-11-05"}


def test_a_box_of_links_does_not_end_a_report():
    text = (
        "Tin liên quan\nMở 12 lớp\n"
        + "Công tác xây dựng Đảng được chú trọng. " * 10
        + "Kết nạp 45 đảng viên."
    )
    assert texts(text) == ["45"]


def test_tables_and_footnotes_are_read_after_the_end():
    lines = [
        Line(1, "Kết nạp 45 đảng viên./."),
        Line(2, "Gồm 12 nữ đảng viên", Sort.FOOTNOTE),
        Line(3, "Mở 3 lớp", Sort.CELL, table=1, row=1, column=1),
        Line(4, "Xem thêm 9 bài viết"),
    ]
    assert [figure.line for figure in read(lines).figures] == [1, 2, 3]


def test_copies_and_signatures_are_left():
    paper = "Kết nạp 45 đảng viên.\n\nNơi nhận:\n- Văn phòng (02 bản),\n- Lưu 3 bản.\n\nPHỤ LỤC\nMở 12 lớp."
    assert texts(paper) == ["45", "12"]


def test_a_menu_above_the_report_does_not_end_it():
    text = "Kết quả công tác Đảng\nThứ Ba, 20/06/2023 | 08:15:42 [GMT +7] A A\nChia sẻ bài viết\nBình luận\n"
    text += "Từ đầu năm đến nay, toàn huyện kết nạp 45 đảng viên mới, hoàn thành tốt kế hoạch giao."
    (figure,) = figures(text)
    assert (figure.text, figure.period.since, figure.period.until) == ("45", "2023-01-01", "2023-06-20")


def test_a_cell_of_a_table_typed_as_text_is_placed_in_its_line():
    text = "Đơn vị | Tổng số đảng viên | Nữ\nXã Hạ | 40 | 12\nXã Thượng | 1.030 | 9"
    for figure in figures(text):
        assert text.split("\n")[figure.line - 1][figure.start : figure.end] == figure.text
    assert texts(text) == ["40", "12", "1.030", "9"]


def test_a_review_of_the_half_term_counts_from_its_congress():
    text = "Sơ kết giữa nhiệm kỳ Đại hội Đảng bộ\nThứ Ba, 20/06/2023\nCấp ủy kiểm tra 215 lượt tổ chức đảng."
    (figure,) = figures(text)
    assert (figure.period.since, figure.period.until) == ("2020", "2023-06-20")


@pytest.mark.parametrize("line", ["QNO - 05/10/2023 08:05", "Sông Công, ngày 05 tháng 10 năm 2023"])
def test_the_day_of_a_report_stands_in_a_line_of_its_own(line):
    title = "Sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội, nhiệm kỳ 2020 - 2025"
    text = f"{title}\n{line}\nKiểm tra 15 chi bộ."
    (figure,) = figures(text)
    assert (figure.period.since, figure.period.until) == ("2020", "2023-10-05")


def test_the_time_of_an_aim_is_not_that_of_what_was_done():
    text = "Báo cáo 6 tháng đầu năm 2024\nKết nạp 96 đảng viên, đạt 60% chỉ tiêu cả năm. Trong đó có 52 nữ."
    assert {one.period.until for one in figures(text)} == {"2024-06-30"}


def test_a_line_of_nothing_but_marks_is_no_table():
    assert texts("|" * 5000 + "\n" + "|" * 5000) == []
    assert texts("1 | " * 100 + "\n" + "2 | " * 100) == []
