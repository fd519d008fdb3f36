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
    ({"fails"}, "Bồi dưỡng 940 lượt cán bộ, gồm: lý luận chính trị 318 lượt, chuyên môn 205 lượt, tiếng dân tộc 400 lượt."),
    ({"depends"}, "Bồi dưỡng 940 lượt cán bộ, gồm: nữ 318 lượt, chuyên môn 205 lượt, tiếng dân tộc 400 lượt."),
    ({"fails"}, "Bồi dưỡng trên 940 lượt cán bộ, gồm 318 lượt học nghiệp vụ, 205 lượt học ngoại ngữ và 400 lượt cập nhật kiến thức."),
    ({"holds"}, "Kỷ luật 7 tổ chức đảng (khiển trách 5, cảnh cáo 2) và 372 đảng viên; chia theo hình thức: khiển trách 241, cảnh cáo 84, cách chức 11, khai trừ 36."),
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


NAMED = [
    ("fails", "Ghi nhận 5.608 ý kiến và đã giải quyết 5.214 ý kiến, bằng 97,2% tổng số ý kiến ghi nhận."),
    ("rounded", "Ghi nhận 5.608 ý kiến và đã giải quyết 5.214 ý kiến, bằng 93% tổng số ý kiến ghi nhận."),
    ("fails", "Trong 2.148 bí thư chi bộ, 1.342 người là trưởng thôn, tức 62,5%; kiêm việc khác 306 người, bằng 16,2% số bí thư nói trên."),
    ("rounded", "Trong 2.148 bí thư chi bộ, 1.342 người là trưởng thôn, tức 62,5%; kiêm việc khác 306 người, bằng 14,2% số bí thư nói trên."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "text"), NAMED, ids=[one[1][-60:] for one in NAMED])
def test_the_base_that_the_words_name(verdict: str, text: str) -> None:
    assert (verdict, "") in said(text, Kind.SHARE)


def test_two_shares_of_what_they_make_together() -> None:
    text = "Có 886 tổ chức được kiểm tra. Kết quả, 784 tổ chức (đạt 88,49%) làm tốt; 102 tổ chức (chiếm {}) chưa làm tốt."
    assert ("fails", "") in said(text.format("15,12%"), Kind.SHARE)
    assert "fails" not in {one for one, _ in said(text.format("11,51%"), Kind.SHARE)}
    taken = text.replace("88,49%", "88,48%").format("11,52%")  # 100 less the first
    assert "fails" not in {one for one, _ in said(taken, Kind.SHARE)}


def test_a_plan_and_its_result() -> None:
    text = "Kế hoạch năm kiểm tra 290 tổ chức, kết quả kiểm tra được 305 tổ chức, đạt {} kế hoạch."
    assert said(text.format("108,2%"), Kind.TARGET) == {("fails", "")}
    assert said(text.format("105,2%"), Kind.TARGET) == {("rounded", "")}


def test_two_documents_in_one_sentence() -> None:
    text = "Quy chế kèm Quyết định số 415-QĐ/TU, ngày 18-3-2016.\nSơ kết Quy định số 30-QĐ/TW, ngày 26-7-2016 và Quyết định số 415-QĐ/TU, ngày {}-3-2016."
    assert said(text.format(28), Kind.DATED) == {("fails", "")}
    assert said(text.format(18), Kind.DATED) == set()


def test_a_roll_behind_a_colon() -> None:
    text = "Ngày 31/12/2025\nTổng số đảng viên toàn Đảng bộ là 88.412 đồng chí.\nChuyển đổi số: trong tổng số {} đảng viên toàn Đảng bộ có 76.318 đồng chí đã cài đặt."
    assert ("88.412 = 88.214" in looks(text.format("88.214"))) and not looks(text.format("88.412"))


MERGED = [
    ("holds", "Nhập 1.126 thôn, bản nhỏ thành 487 thôn mới, qua đó số thôn giảm được 639."),
    ("fails", "Nhập 1.126 thôn, bản nhỏ thành 497 thôn mới, qua đó số thôn giảm được 639."),
    (
        "holds",
        "Số tổ chức cơ sở đảng từ 1.406 tổ chức xuống còn 1.038 tổ chức vào cuối năm, tức giảm 368 tổ chức.",
    ),
    (
        "fails",
        "Số tổ chức cơ sở đảng từ 1.406 tổ chức xuống còn 1.038 tổ chức vào cuối năm, tức giảm 378 tổ chức.",
    ),
    ("depends", "Nhập gần 1.126 thôn nhỏ thành 497 thôn mới, qua đó số thôn giảm được 639."),
]


@pytest.mark.parametrize(("verdict", "text"), MERGED, ids=[one[0] for one in MERGED])
def test_what_merging_leaves(verdict: str, text: str) -> None:
    assert {one for one, _ in said(text, Kind.CHANGE)} == {verdict}


def test_an_average_to_be_reached_is_no_average_of_what_was_done() -> None:
    text = "Ba năm 2021 - 2023 kết nạp 4.782 đảng viên; so với chỉ tiêu đề ra là 1.500 đảng viên/năm thì vượt 6,3%."
    assert said(text, Kind.AVERAGE) == set()


def test_steps_that_are_done_cannot_be_more_than_those_to_be_done() -> None:
    text = "Qua kiểm tra, kết luận 226 đảng viên có vi phạm; phải thi hành kỷ luật 148 đảng viên; đã xử lý xong {} đảng viên."
    assert ("depends", "two_periods") in said(text.format(163), Kind.PART)
    assert ("depends", "two_periods") not in said(text.format(140), Kind.PART)


def test_an_average_of_what_has_two_names() -> None:
    text = "Tổng số cán bộ bố trí về 92 xã, phường là 7.130 người, bình quân mỗi xã, phường {} người."
    assert {one for one, _ in said(text.format("81,3"), Kind.AVERAGE)} == {"fails"}
    assert {one for one, _ in said(text.format("77,5"), Kind.AVERAGE)} <= {"holds", "rounded"}


def test_the_base_of_x_of_y_is_no_part_of_a_list() -> None:
    text = "Toàn huyện có 900 chi bộ và 500 cán bộ, trong đó có 79 đồng chí/1.733 chi bộ toàn tỉnh được tăng cường."
    assert said(text, Kind.PART) == {("holds", "")}
