"""Figures that meet and that do not, as reports print them."""

# ruff: noqa: E501 (a sentence stays on one line)

from decimal import Decimal

import pytest

from thenchot.reports.checking.check import check
from thenchot.reports.checking.relations import Kind, Relation, Verdict
from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Line, Sort


def said(text: str, kind: Kind) -> set[tuple[str, str]]:
    """(verdict, what it hangs on) of the relations of this kind."""
    return {(one.verdict.value, one.hangs_on) for one in relations(text) if one.kind is kind}


def relations(text: str) -> tuple[Relation, ...]:
    return check(read(lines_of(text)))


STORIES = [
    # sums
    (Kind.SUM, "holds", "", "Thi hành kỷ luật 12 đảng viên, gồm: khiển trách 7, cảnh cáo 3, cách chức 1, khai trừ 1."),
    (Kind.SUM, "fails", "", "Thi hành kỷ luật 12 đảng viên, gồm: khiển trách 6, cảnh cáo 3, cách chức 1, khai trừ 1."),
    (Kind.SUM, "fails", "", "Trong năm luân chuyển 52 cán bộ, gồm: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24."),
    (Kind.SUM, "fails", "", "Đã ban hành 40 văn bản, gồm:\n- Nghị quyết: 10 văn bản.\n- Công văn: 29 văn bản."),
    (Kind.SUM, "holds", "", "Đã ban hành 39 văn bản, gồm:\n- Nghị quyết: 10 văn bản.\n- Công văn: 29 văn bản."),
    (Kind.SUM, "holds", "", "Kiểm tra 10 tổ chức và 25 đảng viên, gồm: cấp trên 3 tổ chức, 8 đảng viên; cấp dưới 7 tổ chức, 17 đảng viên."),
    (Kind.SUM, "holds", "", "Kỷ luật 7 đảng viên, khiển trách 4, cảnh cáo 2, khai trừ 1."),
    (Kind.SUM, "depends", "unlisted_parts", "Đào tạo trên 300 cán bộ (chính trị 120 cán bộ; chuyên môn 150 cán bộ)."),
    (Kind.SUM, "holds", "", "Tổ chức cho trên 300 cán bộ, đảng viên, công chức, viên chức dự các lớp bồi dưỡng về chính trị, chuyên môn, nghiệp vụ (chính trị cho 120 đảng viên; chuyên môn cho 190 cán bộ)."),
    (Kind.SUM, "fails", "", "Ban hành 64 văn bản, gồm: 38 báo cáo, 26 kế hoạch, 2 công văn."),
    (Kind.SUM, "depends", "unlisted_parts", "Tổ chức 12 hội nghị (cấp tỉnh 2 hội nghị, cấp xã 5 hội nghị)."),
    (Kind.SUM, "depends", "overlapping", "Bồi dưỡng 30 đồng chí, gồm 20 đồng chí nữ, 15 đồng chí dân tộc thiểu số."),
    (Kind.SUM, "fails", "", "Có 11 đảng viên bị khiển trách, 23 đảng viên bị cảnh cáo, tổng cộng 35 đảng viên."),
    (Kind.SUM, "rounded", "", "Xếp loại chi bộ: hoàn thành xuất sắc 20,3%, hoàn thành tốt 70,3%, hoàn thành 8,3%, không hoàn thành 1,2%."),
    (Kind.SUM, "fails", "", "Xếp loại chi bộ: hoàn thành xuất sắc 20%, hoàn thành tốt 75%, hoàn thành 8%, không hoàn thành 1%."),
    (Kind.SUM, "holds", "", "Tổng số đảng viên đầu năm: 412\nTăng trong năm: 25\nGiảm trong năm: 13\nTổng số đảng viên cuối năm: 424"),
    (Kind.SUM, "fails", "", "Tổng số đảng viên đầu năm: 412\nTăng trong năm: 25\nGiảm trong năm: 13\nTổng số đảng viên cuối năm: 434"),
    (Kind.SUM, "fails", "", "Đơn vị | Tổng số | Nữ\nXã Hạ | 40 | 12\nXã Thượng | 31 | 10\nXã Trung | 22 | 6\nCộng | 93 | 38"),
    (Kind.SUM, "holds", "", "Đơn vị\tTổng số\tNữ\nXã Hạ\t40\t12\nXã Thượng\t31\t10\nCộng\t71\t22"),
    # parts
    (Kind.PART, "holds", "", "Kiểm tra 40 đảng viên, trong đó có 12 cấp ủy viên."),
    (Kind.PART, "fails", "", "Kiểm tra 12 đảng viên, trong đó có 40 cấp ủy viên."),
    (Kind.PART, "depends", "times_or_persons", "Kiểm tra 12 đảng viên, trong đó có 40 lượt đảng viên."),
    # shares
    (Kind.SHARE, "rounded", "", "Trong tổng số 640 trưởng xóm, có 301 đồng chí là đảng viên, chiếm 47%."),
    (Kind.SHARE, "fails", "", "Trong tổng số 640 trưởng xóm, có 301 đồng chí là đảng viên, chiếm 49%."),
    (Kind.SHARE, "rounded", "", "Có 38 đồng chí/812 chi bộ, chiếm 4,68%."),
    (Kind.SHARE, "holds", "", "Có 20/40 chi bộ sinh hoạt đúng quy định, đạt 50%."),
    (Kind.SHARE, "rounded", "", "Có 2/3 chi bộ sinh hoạt đúng quy định, đạt 66,6%."),  # the rest dropped
    (Kind.SHARE, "fails", "", "Có 2/3 chi bộ sinh hoạt đúng quy định, đạt 66,8%."),
    (Kind.SHARE, "unknown", "", "Trên 95% đảng viên tham gia học tập."),
    (Kind.SHARE, "depends", "unprinted_base", "Kết nạp 50 đảng viên, trong đó nữ 20 đồng chí, chiếm 31% tổng số quần chúng ưu tú."),
    (Kind.WHOLE, "rounded", "", "Kết nạp 2.410 đảng viên mới (trong đó nữ đạt tỷ lệ 48,38%)."),
    (Kind.WHOLE, "fails", "", "Kết nạp 12 đảng viên mới (trong đó nữ chiếm 40%)."),
    (Kind.SHARE, "depends", "unprinted_base", "Kết nạp 200 đảng viên.\nCơ cấu: nữ 90 đồng chí (45%), dân tộc thiểu số 40 đồng chí (20%), đại học trở lên 130 đồng chí (75%)."),
    # targets
    (Kind.TARGET, "holds", "", "Kết nạp 206 đảng viên, đạt 103% kế hoạch."),
    (Kind.TARGET, "rounded", "", "Kết nạp 31/35 đảng viên, đạt 88,57% chỉ tiêu năm."),
    (Kind.TARGET, "fails", "", "Kết nạp 31/35 đảng viên, đạt 86,57% chỉ tiêu năm."),
    (Kind.TARGET, "rounded", "", "Chỉ tiêu giao kết nạp 35 đảng viên, đã kết nạp 31 đảng viên, đạt 88,6% chỉ tiêu."),
    (Kind.TARGET, "depends", "unprinted_target", "Kết nạp 7 đảng viên, đạt 83% kế hoạch."),
    # averages
    (Kind.AVERAGE, "holds", "", "Giai đoạn 2021 - 2023 kết nạp 600 đảng viên, bình quân mỗi năm 200 đảng viên."),
    (Kind.AVERAGE, "fails", "", "Giai đoạn 2021 - 2023 kết nạp 600 đảng viên, bình quân mỗi năm 250 đảng viên."),
    (Kind.AVERAGE, "depends", "unstated_period", "Đầu nhiệm kỳ tới nay phát triển 4.150 đảng viên, bình quân trên 1.300 đảng viên/năm."),
    # change
    (Kind.CHANGE, "holds", "", "Kết nạp 42 đảng viên, tăng 5 đảng viên so với cùng kỳ (37 đảng viên)."),
    (Kind.CHANGE, "fails", "", "Kết nạp 42 đảng viên, tăng 6 đảng viên so với cùng kỳ (37 đảng viên)."),
    (Kind.CHANGE, "holds", "", "Tỉnh giảm 6 đầu mối, từ 38 xuống còn 32; giảm 94 phòng và tương đương."),
    (Kind.CHANGE, "fails", "", "Tỉnh giảm 8 đầu mối, từ 38 xuống còn 32; giảm 94 phòng và tương đương."),
    (Kind.CHANGE, "rounded", "", "Kết nạp 42 đảng viên, tăng 5 đảng viên (13,5%) so với cùng kỳ năm trước."),
    (Kind.CHANGE, "fails", "", "Kết nạp 42 đảng viên, tăng 5 đảng viên (11,9%) so với cùng kỳ năm trước."),
    # x of y
    (Kind.OF, "holds", "", "Có 36/36 cơ quan nộp báo cáo đúng hạn."),
    (Kind.OF, "fails", "", "Có 37/36 chi bộ có chi ủy."),
    (Kind.OF, "fails", "", "Đến nay 14/12 chi bộ đã hoàn thành việc sắp xếp hồ sơ."),
    (Kind.OF, "depends", "target_or_total", "Hoàn thành 14/12 công trình chào mừng đại hội."),
    (Kind.OF, "fails", "", "Có 418/414 chi bộ sử dụng nghị quyết, biên bản trên môi trường mạng."),
    (Kind.OF, "holds", "", "Phát triển được 214/200 đảng viên so với nghị quyết."),
    (Kind.OF, "holds", "", "Kết nạp 206/200 đảng viên, vượt chỉ tiêu được giao."),
    # rolls
    (Kind.ROLL, "depends", "two_periods", "Đã kỷ luật 30 đảng viên (khiển trách 4 đồng chí, khai trừ 26 đồng chí).\nRiêng cấp ủy cấp xã khai trừ 31 đồng chí."),
    (Kind.ROLL, "depends", "times_or_persons", "Toàn Đảng bộ có 412 đảng viên.\nĐã đánh giá, xếp loại 430 đảng viên."),
    # repeated
    (Kind.REPEATED, "fails", "", "Toàn Đảng bộ có 1.412 đảng viên.\nHiện nay toàn Đảng bộ có 1.421 đảng viên."),
    (Kind.REPEATED, "holds", "", "Toàn Đảng bộ có 1.412 đảng viên.\nHiện nay toàn Đảng bộ có 1.412 đảng viên."),
    # dates
    (Kind.DATED, "fails", "", "Thực hiện Kết luận số 21-KL/TW, ngày 15/10/2021.\nQuán triệt Kết luận số 21-KL/TW ngày 25-10-2021 của Trung ương."),
    (Kind.DATED, "depends", "two_documents", "Thực hiện Kế hoạch số 15-KH/ĐU ngày 12/3/2024.\nThực hiện Kế hoạch số 15-KH/ĐU, ngày 20/2/2025."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "verdict", "hangs_on", "text"), STORIES)
def test_a_sentence_comes_out_as_it_is(kind: Kind, verdict: str, hangs_on: str, text: str) -> None:
    assert (verdict, hangs_on) in said(text, kind)
    if verdict not in ("fails", "depends"):
        assert not {"fails", "depends"} & {one.verdict.value for one in relations(text)}


QUIET = [
    "Có 34 chi bộ; tổng số 45 đảng viên, trong đó đảng viên chính thức 40, đảng viên dự bị 5.",
    "Ban hành 2 nghị quyết, 6 kế hoạch, 11 công văn (tổng cộng 19 văn bản).",
    "Bồi dưỡng 30 đồng chí, trong đó nữ 12, dân tộc thiểu số 9, dưới 35 tuổi 14 đồng chí.",
    "Khởi tố 30 vụ/77 bị can.",
    "Tổ chức 3 lớp bồi dưỡng, trong đó có 250 học viên là cán bộ trẻ.",
    "Kỷ luật 10 đảng viên, trong đó khiển trách 5, cảnh cáo 3.",
    "Phấn đấu kết nạp 40 đảng viên.\nĐã kết nạp 35 đảng viên.",
    "Quý I kết nạp 5 đảng viên mới vào Đảng.\nQuý II kết nạp 7 đảng viên mới vào Đảng.",
    "Kiểm tra 10 tổ chức và 40 đảng viên, trong đó 5 cấp ủy viên; giám sát 60 tổ chức, 90 đảng viên.",
    "Ban hành 5 kế hoạch, 12 công văn.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_fails_where_nothing_need_meet(text: str) -> None:
    assert [one for one in relations(text) if one.verdict is Verdict.FAILS] == []


QUIET = [
    "Số đảng viên kết nạp tăng 19 đồng chí (214/195); số đảng viên bị kỷ luật giảm 3 đồng chí, tương đương giảm 14,3%.",
    "So với năm 2021 giảm 6 đảng viên (31/37).",
    "Đầu năm có 412 đảng viên; kết nạp 25 đồng chí, chuyển đi 13 đồng chí; cuối năm có 434 đảng viên.",
    "TT | Nội dung | Năm 2022 | Năm 2023\n1 | Đảng viên | 412 | 424\n2 | Nữ | 120 | 131",
]


@pytest.mark.parametrize("text", QUIET)
def test_comparisons_and_moves_are_no_failures(text):
    assert not [one for one in relations(text) if one.verdict is Verdict.FAILS]


TWO_BLOCKS = (
    "Đơn vị | Chi bộ | Đảng viên | Kết nạp\nXã Hạ | 12 | 310 | 9\nXã Thượng | 14 | 402 | 11\n"
    "Cộng khối xã | 26 | {} | 20\nCơ quan | 20 | 611 | 15\nTổng cộng | 46 | 1.323 | 35"
)


def test_a_table_with_totals_of_its_blocks():
    assert {one.verdict for one in relations(TWO_BLOCKS.format(712))} == {Verdict.HOLDS}
    wrong = [one for one in relations(TWO_BLOCKS.format(721)) if one.verdict is Verdict.FAILS]
    assert [(one.expected, one.printed) for one in wrong] == [(Decimal(712), Decimal(721))]


def test_a_column_of_differences():
    rows = [
        "Nội dung | Năm 2022 | Năm 2023 | Tăng, giảm",
        "Đảng viên | 412 | 424 | 12",
        "Nữ | 120 | 131 | 11",
    ]
    rows += ["Dự bị | 20 | 26 | 9", "Kết nạp | 18 | 25 | 7"]
    wrong = [one for one in relations("\n".join(rows)) if one.verdict is Verdict.FAILS]
    assert [(one.kind, one.lines, one.expected) for one in wrong] == [(Kind.CHANGE, (4,), Decimal(6))]


def test_one_act_counted_twice():
    text = "Trong năm 2024, toàn huyện kết nạp 48 đảng viên.\nCác mặt công tác chuyển biến tốt.\nNăm 2024 đã kết nạp được 84 đảng viên mới."
    (found,) = [one for one in relations(text) if one.kind is Kind.REPEATED]
    assert (found.verdict, found.lines) == (Verdict.DEPENDS, (1, 3))


def test_a_finding_says_the_arithmetic_and_the_lines() -> None:
    (found,) = [one for one in relations(STORIES[2][3]) if one.kind is Kind.SUM]
    assert (found.expression, found.expected, found.printed) == ("18 + 7 + 24", Decimal(49), Decimal(52))
    assert found.lines == (1,) and len(found.figures) == 4 and found.innocent == "part_missing_or_typed"


def table(*rows: list[str]) -> tuple[Relation, ...]:
    cells = [(r, c, text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)]
    lines = [
        Line(n, text, Sort.CELL, f"Bảng 1, dòng {r}, cột {c}", table=1, row=r, column=c)
        for n, (r, c, text) in enumerate(cells, 1)
    ]
    return check(read(lines))


HEAD = ["STT", "Chi bộ", "Đảng viên", "Kết nạp"]


def test_the_columns_of_a_table_meet_their_total() -> None:
    found = table(
        HEAD, ["1", "Bản Cườm", "20", "2"], ["2", "Nà Ngần", "31", "1"], ["", "Tổng cộng", "51", "3"]
    )
    assert [one.verdict.value for one in found if one.kind is Kind.SUM] == ["holds", "holds"]


def test_one_column_that_does_not_meet_its_total_fails() -> None:
    found = table(
        HEAD, ["1", "Bản Cườm", "20", "2"], ["2", "Nà Ngần", "31", "1"], ["", "Tổng cộng", "52", "3"]
    )
    assert [(one.verdict.value, one.expression) for one in found if one.verdict is Verdict.FAILS] == [
        ("fails", "20 + 31")
    ]


def test_the_answer_does_not_hang_on_how_letters_are_composed() -> None:
    import unicodedata

    text = STORIES[1][3]
    assert said(unicodedata.normalize("NFD", text), Kind.SUM) == said(text, Kind.SUM)


def test_an_empty_report_has_no_relations() -> None:
    assert relations("") == () == relations("\n\n")


def test_a_part_above_its_whole_depends_on_the_periods_and_is_said_once():
    said = check(
        read(lines_of("Khai trừ 4 đảng viên trong tổng số 3 đảng viên bị thi hành kỷ luật 9 tháng."))
    )
    assert [(one.kind, one.verdict) for one in said] == [(Kind.PART, Verdict.DEPENDS)]


@pytest.mark.parametrize(
    "text",
    [
        "Ban có 6 phòng; biên chế 80 người, có mặt 75 người; Đảng bộ Ban gồm 09 chi bộ với 70 đảng viên; kết nạp 4 quần chúng; 09/09 chi bộ đạt yêu cầu.",
        "Cử 25 người đi học, 3 người học thạc sĩ; quy hoạch cấp ủy gồm 37 đồng chí, trong đó nữ 12.",
        "Ban làm 2 cuộc khảo sát tại các xã Hạ, Thượng, Trung (tổng số xã, phường được khảo sát là 3).",
        "Hộ nghèo giảm từ 380 hộ (9,5%) xuống 300 hộ (7,5%), giảm 80 hộ, tức giảm 2 điểm phần trăm.",
        "Chú thích:\n(1) Cùng kỳ 6 tháng đầu năm 2024: 705; 6 tháng cuối năm 2024: 1.105.\n(2) Gồm: xóa tên 203, cho ra 110, khai trừ 98.",
    ],
)
def test_what_another_item_says_is_no_whole_and_points_are_no_growth(text):
    assert [one for one in relations(text) if one.verdict is Verdict.FAILS] == []
