"""Which whole, base or target a number belongs to: lists split twice, items side by side, other paragraphs."""

# ruff: noqa: E501 (a sentence stays on one line)

import pytest

from thenchot.reports.checking.relations import Kind

from .test_check import relations, said

STORIES = [
    # a list once more by something else; an item of its own behind the list
    (Kind.SUM, {("holds", "")}, "Cử 36 đồng chí đi học; chia theo lớp: trung cấp 20, cao cấp 16; chia theo khối: khối Đảng 9, khối chính quyền 14, đoàn thể 13."),
    (Kind.SUM, {("holds", ""), ("fails", "")}, "Cử 36 đồng chí đi học; chia theo lớp: trung cấp 20, cao cấp 16; chia theo khối: khối Đảng 9, khối chính quyền 14, đoàn thể 18."),
    (Kind.SUM, {("holds", "")}, "Đảng bộ có 41 chi bộ trực thuộc: 35 chi bộ thôn, bản và 6 chi bộ cơ quan; 88 tổ đảng trực thuộc chi bộ."),
    (Kind.SUM, {("fails", "")}, "Đảng bộ có 44 chi bộ trực thuộc: 35 chi bộ thôn, bản và 6 chi bộ cơ quan; 812 chi bộ nơi cư trú có giới thiệu đảng viên."),
    # of those named before
    (Kind.PART, {("holds", "")}, "Bồi dưỡng 72 quần chúng ưu tú. Có 64 đồng chí trong số này được cấp giấy chứng nhận."),
    (Kind.PART, {("fails", "")}, "Bồi dưỡng 72 quần chúng ưu tú. Có 84 đồng chí trong số này được cấp giấy chứng nhận."),
    # whoever gave the target
    (Kind.TARGET, {("rounded", "")}, "Kết nạp 64 đồng chí; chỉ tiêu Ban Thường vụ Đảng ủy xã giao là 60, đạt 106,7%."),
    (Kind.TARGET, {("fails", "")}, "Kết nạp 64 đồng chí; chỉ tiêu Ban Thường vụ Đảng ủy xã giao là 60, đạt 116,7%."),
    (Kind.TARGET, {("fails", "")}, "Phát triển được 830 đảng viên, đạt 72,4% chỉ tiêu cả năm 2026 là 1.620 đảng viên."),
    (Kind.TARGET, {("rounded", "")}, "Phát triển được 830 đảng viên, đạt 51,2% chỉ tiêu cả năm 2026 là 1.620 đảng viên."),
    (Kind.SUM, {("holds", "")}, "Cả thảy 95 vụ việc được xử lý đúng theo thẩm quyền của từng nơi như sau: tỉnh 8, xã 31, cơ sở 56."),
    (Kind.SUM, {("fails", "")}, "Cả thảy 95 vụ việc được xử lý đúng theo thẩm quyền của từng nơi như sau: tỉnh 8, xã 31, cơ sở 66."),
    (Kind.TARGET, {("rounded", "")}, "Kết nạp 40 đảng viên, vượt chỉ tiêu giao 5 đảng viên, đạt 114,3%."),
    # the others of a row have their base, one has not
    (Kind.SHARE, {("rounded", ""), ("fails", "")}, "Kết nạp 193 đảng viên. Trong số đó có 84 đồng chí nữ, chiếm 43,5%; 52 đồng chí là người dân tộc thiểu số, chiếm 26,9%; 120 đồng chí là đoàn viên, chiếm 66,2%."),
    (Kind.SHARE, {("rounded", ""), ("holds", "")}, "Kết nạp 193 đảng viên. Trong số đó có 84 đồng chí nữ, chiếm 43,5%; 52 đồng chí là người dân tộc thiểu số, chiếm 26,9%; 12/15 đồng chí là trưởng thôn, chiếm 80%."),
    # two items of one base that nobody prints
    (Kind.SHARE, {("unknown", "")}, "Có 611 hộ nghèo, tỷ lệ 18,78%; 402 hộ cận nghèo, tỷ lệ 12,35%."),
    (Kind.SHARE, {("unknown", ""), ("depends", "unprinted_base")}, "Có 611 hộ nghèo, tỷ lệ 18,78%; 402 hộ cận nghèo, tỷ lệ 15,35%."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "verdicts", "text"), STORIES, ids=[one[2][:60] for one in STORIES])
def test_a_number_finds_what_it_belongs_to(kind: Kind, verdicts: set[tuple[str, str]], text: str) -> None:
    assert said(text, kind) == verdicts


YEAR = "BÁO CÁO\nKết quả năm 2024\n"


@pytest.mark.parametrize(("share", "verdict"), [("36,7%", "rounded"), ("46,7%", "depends")])
def test_the_base_may_stand_in_another_paragraph_where_the_sentence_names_it(
    share: str, verdict: str
) -> None:
    text = f"{YEAR}Toàn Đảng bộ hiện có 1.951 đảng viên.\nĐảng viên nữ là 716 đồng chí, chiếm {share} tổng số đảng viên."

    assert {one for one, _hangs_on in said(text, Kind.SHARE)} == {verdict}


def test_a_base_of_another_time_or_name_is_none() -> None:
    before = f"{YEAR}Đến ngày 31/12/2022, toàn Đảng bộ có 1.951 đảng viên.\n"
    for ending in ("46,7% tổng số đảng viên.", "46,7% tổng số đoàn viên."):
        assert said(f"{before}Đảng viên nữ là 716 đồng chí, chiếm {ending}", Kind.SHARE) == {("unknown", "")}


def test_one_act_of_one_time_in_two_paragraphs() -> None:
    text = "BÁO CÁO 9 tháng năm 2024\nTừ đầu năm đến nay, Đảng bộ kết nạp 162 đảng viên.\nTrong 9 tháng, toàn Đảng bộ kết nạp {} đảng viên mới."

    assert [one.verdict.value for one in relations(text.format(164))] == ["depends"]
    assert relations(text.format(162)) == ()


def test_members_there_are_said_twice() -> None:
    text = "BÁO CÁO 6 tháng đầu năm 2024\nHiện nay, toàn Đảng bộ xã hiện có 19 chi bộ, với 487 đảng viên.\nCần cập nhật dữ liệu của {} đảng viên toàn Đảng bộ."

    assert {one for one, _hangs_on in said(text.format(478), Kind.REPEATED)} == {"depends"}
    assert {one for one, _hangs_on in said(text.format(487), Kind.REPEATED)} == {"holds"}


AHEAD = "Đảng bộ công nhận 41 mô hình dân vận khéo; kết nạp 68 đảng viên.\n"


@pytest.mark.parametrize(
    ("kind", "verdict", "text"),
    [
        (Kind.WHOLE, "rounded", "Trong đó, nữ chiếm 69,1%."),
        (Kind.WHOLE, "depends", "Trong đó, nữ chiếm 69,4%."),
        (Kind.SUM, "holds", "Trong đó có 18 mô hình của cá nhân và 23 mô hình của tập thể."),
        (Kind.SUM, "depends", "Trong đó có 18 mô hình của cá nhân và 24 mô hình của tập thể."),
        (Kind.SUM, None, "Trong đó có 18 mô hình của cá nhân và 20 mô hình đang xây dựng."),
        (Kind.PART, None, "Trong đó có 90 quần chúng được giới thiệu."),
    ],
    ids=["share", "no such share", "sum", "no such sum", "far from the sum", "more"],
)
def test_a_paragraph_may_begin_with_the_parts(kind: Kind, verdict: str | None, text: str) -> None:
    found = {one for one, _hangs_on in said(AHEAD + text, kind)} - {"holds"} or {"holds"}
    assert found == ({verdict} if verdict else {"holds"})


def test_badges_are_given_to_members() -> None:
    text = "Trao huy hiệu cho 9 đảng viên, gồm 4 huy hiệu 60 năm tuổi Đảng và {} huy hiệu 30 năm tuổi Đảng."
    assert [next(iter(said(text.format(n), Kind.SUM)))[0] for n in (5, 6)] == ["holds", "fails"]
