"""Numbers beside a whole that are none of its parts, percentages that are no share of it."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.checking.relations import Kind, Verdict

from .test_check import relations, said

QUIET = [
    # what goes along with a part, a new total, another number in brackets
    "Khối có 34 cơ sở đảng, trong đó 21 đảng bộ và 13 chi bộ, với 140 chi bộ trực thuộc và 2 đảng bộ bộ phận.",
    "Khối có 34 cơ sở đảng, gồm 21 đảng bộ (với 140 chi bộ trực thuộc), 13 chi bộ.",
    "Quý II kết nạp 51 đảng viên, trong đó nữ 30 đồng chí, giáo viên 9 đồng chí, nâng tổng số đảng viên toàn Đảng bộ lên 2.480 đảng viên.",
    "Chọn được 27 cộng tác viên (định mức là 28) và 190 tuyên truyền viên (định mức 193).",
    "Mở 90 buổi, so với cùng kỳ giảm 25 buổi, 31 người dự (quý I năm 2022 mở 115 buổi, 140 người dự).",
    "Phiếu chọn 3 người: 812; chọn 2 người: 64.",
    "Cán bộ nữ có 61/190 đồng chí (chiếm 32,1%); 4 đồng chí trong cấp ủy (chiếm 12,9%), 9 đồng chí ở thôn (chiếm 20,5%), 2 đồng chí ở trường (chiếm 66,7%).",
    "Khối có 44 cơ sở đảng, trong đó 19 đảng bộ và 290 chi bộ trực thuộc.",
    # attributes of which one can have several
    "Kết nạp 18 đảng viên (nữ 12, dân tộc thiểu số 5), chuyển chính thức 22 đồng chí.",
    "Kết nạp 18 đảng viên (9 nữ, 5 người có đạo, 15 đoàn viên).",
    # a list that says itself that there are more
    "Trả lời 31 ý kiến cử tri: đất đai 12 ý kiến, giao thông 9 ý kiến, chế độ chính sách 6 ý kiến và lĩnh vực khác.",
    "Trả lời 31 ý kiến cử tri: đất đai 12 ý kiến, giao thông 9 ý kiến, chế độ chính sách 6 ý kiến và một số ý kiến khác.",
    # percentages of what was before, of what two things reached
    "Sau sắp xếp còn 21 trường (giảm 4 trường, tỷ lệ 16%), 412 lớp (giảm 9 lớp).",
    "Có 15 chỉ tiêu vượt, 2 chỉ tiêu chưa đạt (thu ngân sách đạt 91%, tỷ lệ che phủ rừng đạt 98%).",
    # two counts by a stroke, two items of which each has a whole of its own
    "Trong quý đã tiếp 500 lượt/400 người, định kỳ 60 lượt/52 lượt người.",
    "Có 412 hộ được vay vốn, đạt 38%; 210 hộ trẻ được học nghề, đạt 61,7%.",
    # a percentage that something reached, of its own plan, the highest, an aim
    "Toàn huyện kết nạp 126 đảng viên. Trong đó, Đảng bộ xã Hạ đạt 72,4% chỉ tiêu; Đảng bộ xã Thượng 58,3%.",
    "Kết nạp 126 đảng viên, tập trung ở các xã: xã Hạ đạt 72,41%; xã Thượng 58,33%.",
    "Tổng thu 730 triệu đồng, đạt 62,4% kế hoạch (1.170 triệu đồng); trong đó, thu phí 480 triệu đồng, đạt 60,5% và thu khác 250 triệu đồng, đạt 66%.",
    "Trong số 31 ứng cử viên có 20 người trúng cử (8 nữ), phiếu cao nhất là 97,2%, thấp nhất 54,6%.",
    "Thành lập 14 tổ công nghệ số; có 88/91 thôn có tổ, đạt 96,7% (mục tiêu năm nay là đạt 92%).",
    "Có 14 xã hoàn thành, trong đó 2 xã Hạ và Thượng đạt 99,9%.",
    "Trong tháng có 61 vụ cháy, hỏng 53 xe. So với tháng trước giảm 9 vụ (-12,9%), giảm 4 xe hỏng (-7%).",
    "Năm nay kết nạp 64 đảng viên, đạt 106,7% kế hoạch.\nNăm tới, các chi bộ phấn đấu kết nạp ít nhất 60 đảng viên.",
]  # fmt: skip


@pytest.mark.parametrize("text", QUIET, ids=[one[:60] for one in QUIET])
def test_what_only_stands_beside_the_whole_is_left_in_peace(text: str) -> None:
    assert [one for one in relations(text) if one.verdict in (Verdict.FAILS, Verdict.DEPENDS)] == []


FOUND = [
    (Kind.PART, "fails", "Quý II kết nạp 51 đảng viên, trong đó nữ 60 đồng chí, nâng tổng số đảng viên lên 2.480 đảng viên."),
    (Kind.PART, "fails", "Quý II kết nạp 51 đảng viên (nữ 60 đồng chí)."),
    (Kind.SUM, "depends", "Trả lời 31 ý kiến cử tri: đất đai 12 ý kiến, giao thông 9 ý kiến, chế độ 16 ý kiến và lĩnh vực khác."),
    (Kind.SUM, "fails", "Kết nạp 18 đảng viên (nữ 12, nam 5, đoàn viên 6)."),
    (Kind.SUM, "depends", "Kết nạp 18 đảng viên (9 đại học, 5 cao đẳng, 3 trung cấp)."),
    (Kind.PART, "fails", "Kỷ luật 4 đảng viên: khiển trách 3, cảnh cáo 1. Trong đó, cấp ủy viên có 9 đồng chí."),
    (Kind.PART, "holds", "Kỷ luật 24 đảng viên: khiển trách 13, cảnh cáo 6, cách chức 3, khai trừ 2 đảng viên. Trong đó, cấp ủy viên có 9 đồng chí."),
    (Kind.PART, "fails", "Đã giải quyết 18 đơn thư, trong đó 30 trường hợp quá hạn."),
    (Kind.WHOLE, "fails", "Kết nạp 12 đảng viên. Trong đó, tỷ lệ đảng viên nữ đạt 40%."),
    (Kind.SHARE, "fails", "Đã thẩm tra 38/46 hồ sơ đảng viên, đạt 92,6%."),
    (Kind.SHARE, "depends", "Rà soát 410 đảng viên, trong đó 205 đảng viên cài đặt phần mềm, đạt 55%."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "verdict", "text"), FOUND, ids=[one[2][:60] for one in FOUND])
def test_what_is_a_part_is_still_held_against_it(kind: Kind, verdict: str, text: str) -> None:
    assert verdict in {one for one, _hangs_on in said(text, kind)}


def test_shares_of_one_sentence_have_the_base_that_another_paragraph_prints() -> None:
    text = "Đại hội bầu 27 đồng chí vào Ban Chấp hành.\nCơ cấu: nữ 8 đồng chí, chiếm 29,63%; trẻ tuổi 5 đồng chí, chiếm 18,51%; dân tộc thiểu số 13 đồng chí, chiếm {}."
    assert said(text.format("48,14%"), Kind.SHARE) == {("rounded", "")}
    assert ("fails", "") in said(text.format("58,14%"), Kind.SHARE)  # two others prove the base


HUNDRED = [
    ("holds", "Cơ cấu thu: nông nghiệp chiếm 40,5%, công nghiệp chiếm 35,2%, dịch vụ chiếm 24,3%."),
    ("depends", "Cơ cấu thu: nông nghiệp chiếm 40,5%, công nghiệp chiếm 36,2%, dịch vụ chiếm 24,3%."),
    ("depends", "Cơ cấu thu: nông nghiệp chiếm 40,5%, công nghiệp chiếm 35,2%, dịch vụ chiếm 30,3%."),
    ("depends", "Xếp loại chi bộ: hoàn thành xuất sắc 19,4%, hoàn thành tốt 71,3%, hoàn thành 2,3%."),
    ("rounded", "Đảng bộ vững mạnh chiếm 66,7% (trong đó tiêu biểu chiếm 20%); hoàn thành 22,2%; yếu kém 11,2%."),
    ("holds", "Có 91,5% chi bộ hoàn thành tốt nhiệm vụ trở lên, trong đó xuất sắc 18,5%; hoàn thành nhiệm vụ 6%; không hoàn thành nhiệm vụ 2,5%."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "text"), HUNDRED, ids=[one[1][:60] for one in HUNDRED])
def test_all_shares_of_a_sentence_make_a_hundred(verdict: str, text: str) -> None:
    assert [one.verdict.value for one in relations(text) if one.kind is Kind.SUM] == [verdict]


def test_votes_of_all_who_could_vote_need_not_make_a_hundred() -> None:
    text = "Đánh giá ở mức cao: 39 phiếu (chiếm 92,86% tổng số đại biểu); mức khá: 2 phiếu (chiếm 4,76% tổng số đại biểu); mức thấp: 0 phiếu (chiếm 0% tổng số đại biểu)."
    assert [one for one in relations(text) if one.kind in (Kind.SUM, Kind.CHANGE)] == []


def test_shares_that_overlap_need_not_make_a_hundred() -> None:
    text = "Đảng viên mới: nữ chiếm 45,5%, dân tộc thiểu số chiếm 30,2%, đoàn viên chiếm 25,1%."
    assert not [one for one in relations(text) if one.kind is Kind.SUM]


LISTS = [
    ("holds", "Thi hành kỷ luật 31 đảng viên với các hình thức: Khiển trách 20, cảnh cáo 7, cách chức 1, khai trừ 3."),
    ("fails", "Thi hành kỷ luật 31 đảng viên với các hình thức: Khiển trách 20, cảnh cáo 7, cách chức 1, khai trừ 4."),
    ("holds", "Khối có 44 cơ sở đảng, trong đó 19 đảng bộ và 25 chi bộ."),
    ("fails", "Khối có 44 cơ sở đảng, trong đó 19 đảng bộ và 29 chi bộ."),
    ("fails", "Khối có 44 cơ sở đảng trực thuộc, gồm 19 đảng bộ và 29 chi bộ trực thuộc Đảng ủy."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "text"), LISTS, ids=[one[1][-60:] for one in LISTS])
def test_a_list_of_all_forms_and_of_all_base_organisations_is_added_up(verdict: str, text: str) -> None:
    assert said(text, Kind.SUM) == {(verdict, "")}


BUDGET = [
    ("rounded", "Thu ngân sách 397,6 tỷ đồng, đạt 48,5% so với dự toán (820 tỷ đồng)."),
    ("fails", "Thu ngân sách 397,6 tỷ đồng, đạt 45,8% so với dự toán (820 tỷ đồng)."),
    ("rounded", "Thu ngân sách 397,6 tỷ đồng, đạt 48,5% so với dự toán giao (820 tỷ đồng), tăng 3% so với cùng kỳ."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "text"), BUDGET, ids=[one[1][-60:] for one in BUDGET])
def test_the_bracket_behind_the_plan_prints_the_plan(verdict: str, text: str) -> None:
    assert {one.verdict.value for one in relations(text)} == {verdict}
