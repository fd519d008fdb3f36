"""Sentences as offices write them, and the catalogue's figure of each number in them."""

# ruff: noqa: E501 (a sentence stays on one line)

import unicodedata

import pytest

from thenchot.reports.known import entries
from thenchot.reports.matching.matching import Catalogue
from thenchot.reports.reading.reader import lines_of, read


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue(entries())


# Each number in order with its code; "-" where the catalogue has none.
SENTENCES = [
    ("Toàn Đảng bộ hiện có 1.421 đảng viên, sinh hoạt tại 23 chi bộ.", "M01 O06.all"),
    ("Tổng số đảng viên của Đảng bộ xã là 1.421 đồng chí, trong đó 43 đảng viên dự bị.", "M01 M03"),
    ("Trong tháng kết nạp 4 đảng viên mới; công nhận chính thức 2 đảng viên.", "M16 M28"),
    ("Kết nạp được 31/35 đảng viên, đạt 88,57% chỉ tiêu năm.", "M16 M15 M17"),
    ("Phát triển mới 128 đảng viên, trong đó nữ 61, đoàn viên thanh niên 79, dân tộc thiểu số 90.",
     "M16 M19 M20 M21"),
    ("Đã kết nạp 128 đảng viên (nữ 61 đồng chí, chiếm 47,66%).", "M16 M19 M19.share"),
    ("Công nhận 12 đảng viên chính thức; công nhận chính thức cho 4 đảng viên dự bị.", "M28 M28"),
    ("Xóa tên 1 đảng viên; trao Huy hiệu 30 năm tuổi Đảng cho 3 đồng chí.", "M33 M39.30"),
    ("Trao tặng 40 Huy hiệu Đảng, trong đó: 30 năm: 22; 40 năm: 13; 50 năm: 5.", "M39 M39.30 M39.40 M39.50"),
    ("Kết nạp 48 đảng viên, trong đó đảng viên nữ 20 đồng chí, chiếm 41,7%.", "M16 M19 M19.share"),
    ("Kết nạp 45 đảng viên. Trong số này, có 20 nữ, 12 người dân tộc thiểu số.", "M16 M19 M21"),
    ("Kết nạp 15 đảng viên, đạt 75% kế hoạch (15/20).", "M16 M17 M16 M15"),
    ("Kết nạp 212 đảng viên mới, đạt tỷ lệ 3,4% so với đầu năm.", "M16 -"),
    ("Đảng bộ xã có 24 chi bộ với 512 đảng viên; trong quý kết nạp 9 đảng viên.", "O06.all M01 M16"),
    ("Trong 640 bí thư chi bộ thôn, 312 đồng chí được bầu làm trưởng thôn, bằng 48,8%.", "O17 O17.village_head O17.village_head.share"),
    ("Đảng viên tuổi cao được miễn công tác và sinh hoạt là 518 đồng chí.", "M09"),
    ("Cả năm kết nạp 31 đảng viên nhưng đảng viên mới trong doanh nghiệp tư nhân còn ít.", "M16"),
    # an aim, by the words in front of it
    ("Kết nạp 31 đảng viên; sang năm tỉnh đặt mục tiêu kết nạp từ 40 đảng viên trở lên.", "M16 M15"),
    ("Phấn đấu mỗi chi bộ kết nạp 2 đảng viên; các chi bộ đã kết nạp 31 đảng viên.", "M15 M16"),
    # in enterprises, by what the sentence began with
    ("Trong doanh nghiệp ngoài nhà nước, kết nạp 31 đảng viên, thành lập 4/5 tổ chức đảng.", "M25 O12.founded -"),
    ("Đến 30/6/2025, doanh nghiệp tư nhân có 57 tổ chức đảng với 812 đảng viên; toàn tỉnh có 9.120 đảng viên.", "O12 O13 M01"),
    # of those admitted, of all who left
    ("Kết nạp 31 đảng viên, đạt 103% chỉ tiêu; tuổi bình quân 28,4.", "M16 M17 M24.average"),
    ("Trong năm 2024, kết nạp 317 đảng viên. Theo nghề nghiệp, có 124 công chức, 81 nông dân.", "M16 M23.official M23.farmer"),
    ("Có 402 đảng viên ra khỏi Đảng (khai trừ 61, xóa tên 250); cho ra khỏi Đảng 91 đảng viên.", "M31 M32 M33 M34"),
    # what was done holds for what is listed behind it
    ("Kiểm tra 46 chi bộ và 48 đảng viên; kết nạp 12 đảng viên.", "- - M16"),
    ("Tặng cờ cho 6 tổ chức cơ sở đảng và 45 chi bộ trực thuộc.", "- -"),
    ("Kỷ luật 63 đảng viên (khai trừ 18) và 13 tổ chức đảng; đề nghị kỷ luật 20 đảng viên.", "- M32 - -"),
    # who does it is not counted
    ("Ban Thường vụ Huyện ủy xóa tên 2 đảng viên, đồng ý cho 1 đảng viên ra khỏi Đảng.", "M33 M34"),
    # the second of x of y; parts of a whole
    ("Đã xếp loại 117/120 tổ chức cơ sở đảng.", "- O02"),
    ("Mới 25/29 chi bộ thôn có nguồn kết nạp.", "- O08"),
    ("Đảng bộ tỉnh có 96 đảng bộ trực thuộc (92 đảng bộ xã, phường; 4 đảng bộ khác).", "O01 - -"),
    ("Kết nạp 70 đảng viên, nâng tổng số đảng viên lên 2.047 đồng chí (trong đó có 873 đảng viên nữ).", "M16 M01 M04"),
    ("Đảng bộ xã Khe Suối nay gồm 45 chi bộ với 1.008 đảng viên.", "O06.all M01"),
    ("Số đảng viên của cả tỉnh là 36.607 người.", "M01"),
    # changes, years, what is left
    ("Toàn tỉnh giảm 96 thôn.", "-"),
    ("Kết nạp 112 đảng viên (năm 2022: 55; năm 2023: 57), nữ chiếm 48,2% (54 đồng chí).", "M16 M16 M16 M19.share M19"),
    ("Tổng số đảng viên giảm 192 đồng chí.", "-"),
    ("Huyện có 66 đảng viên được trao tặng Huy hiệu Đảng, 8 đồng chí nhận huy hiệu 45 tuổi Đảng.", "M39 M39.45"),
    ("Huyện Quan Sơn kết nạp 98 đảng viên, huyện Mường Lát kết nạp 75 đảng viên.", "M16 M16"),
    ("Khai trừ (3) 2 đảng viên (khai trừ 2, xóa tên 1).", "M32 M32 M33"),
    ("Còn 23 tổ chức cơ sở đảng chưa kết nạp được đảng viên.", "-"),
    ("Phục hồi đảng tịch: 3 đảng viên.", "M36"),
    ("Kỷ luật 9 đảng viên do vi phạm chính sách dân số 4, đất đai 5.", "- - -"),
    ("Đảng bộ có 92 đảng viên (tăng 9,4% so với đầu nhiệm kỳ).", "M01 -"),
    ("Xóa tên 3 đảng viên, khai trừ 1 đảng viên, cho ra khỏi Đảng 2 đồng chí.", "M33 M32 M34"),
    ("Có 19 đảng viên từ trần trong kỳ.", "M35"),
    ("Khôi phục quyền đảng viên cho 1 đồng chí.", "M36"),
    ("Trao tặng Huy hiệu Đảng cho 112 đảng viên, trong đó 12 Huy hiệu 50 năm tuổi Đảng.", "M39 M39.50"),
    ("Miễn sinh hoạt đảng cho 187 đảng viên tuổi cao, sức yếu.", "M09"),
    ("187 đảng viên được miễn công tác và sinh hoạt đảng.", "M09"),
    ("Giới thiệu 654 đảng viên đang công tác giữ mối liên hệ với chi ủy nơi cư trú.", "M37.working.linked"),
    ("Thành lập mới 02 tổ chức cơ sở đảng, giải thể 01 tổ chức cơ sở đảng.", "O07.founded O07.dissolved"),
    ("Đảng bộ tỉnh có 17 đảng bộ trực thuộc Tỉnh ủy, 611 tổ chức cơ sở đảng, 2.415 chi bộ trực thuộc.",
     "O01 O02 O06"),
    ("Có 204 đảng bộ cơ sở và 407 chi bộ cơ sở.", "O03 O04"),
    ("Số chi bộ có dưới 3 đảng viên chính thức là 5.", "- O10.under_3"),
    ("Thành lập được 3 tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước.", "O12.founded"),
    ("Đảng viên nữ 612 đồng chí, chiếm 43,07%; đảng viên là người dân tộc thiểu số 988 đồng chí.",
     "M04 M04.share M05"),
    ("Tỷ lệ đảng viên có trình độ đại học trở lên đạt 41,2%.", "M13.university.share"),
    ("Tuổi bình quân của đảng viên là 44,6 tuổi.", "M11.average"),
    ("Tuổi bình quân của đảng viên mới kết nạp là 27,9 tuổi.", "M24.average"),
    ("Đổi 45 thẻ đảng viên, cấp lại 12 thẻ.", "M41.exchanged M41.reissued"),
    ("456/512 bí thư chi bộ đồng thời là trưởng thôn, đạt 89,06%.",
     "O17.village_head O17 O17.village_head.share"),
    ("Có 96,4% thôn, tổ dân phố có chi bộ độc lập.", "O08.share"),
    ("Còn 7 thôn chưa có đảng viên.", "O09.no_member"),
    ("124 bí thư cấp xã không là người địa phương.", "K04.commune_secretary.not_local"),
    ("Chuyển sinh hoạt đảng đi nơi khác 22 đảng viên, tiếp nhận 24 đảng viên chuyển đến.", "M30.out M30.in"),
    ("Có 402/611 tổ chức cơ sở đảng kết nạp được đảng viên.", "O15 O02"),
    ("Trong số đảng viên mới có 54 công nhân, 31 nông dân, 12 học sinh, sinh viên.",
     "M23.worker M23.farmer M23.student"),
    ("Hủy quyết định kết nạp 1 trường hợp.", "M31.cancelled"),
    ("Đảng viên dự bị quá hạn xét công nhận chính thức: 6.", "M29.overdue"),
    ("- Đảng viên từ trần: 19; xóa tên: 3; khai trừ: 1.", "M35 M33 M32"),
    ("Lũy kế từ đầu năm đến nay kết nạp 96 đồng chí, tăng 12 đồng chí so với cùng kỳ.", "M16 -"),
    ("Công tác phát triển đảng viên được quan tâm, kết quả đã kết nạp 214 quần chúng ưu tú vào Đảng.", "M16"),
    ("Đến 30/6, Đảng bộ huyện có 41 tổ chức cơ sở đảng với 5.912 đảng viên.", "O02 M01"),
    ("Đảng viên đang sinh hoạt tạm thời ở nơi khác là 37 đồng chí.", "M30.away"),
    ("Số đảng viên có trình độ cao cấp lý luận chính trị là 118 đồng chí.", "M13.theory.advanced"),
    ("Đảng viên dưới 30 tuổi: 402, trên 60 tuổi: 318.", "M11.up_to_30 M11.over_60"),
    ("Có 9 đồng chí được truy tặng Huy hiệu Đảng.", "M40"),
    ("Tiếp nhận 24 hồ sơ chuyển sinh hoạt đảng đến, giới thiệu 22 đảng viên chuyển đi.", "- M30.out"),
    ("Bí thư chi bộ thôn đồng thời là trưởng ban công tác mặt trận có 256 đồng chí.", "O17.front_work_head"),
    # A part is not its whole; people at large are no members; an aim of what is not said names nothing.
    ("Đảng bộ tỉnh có 40 đảng bộ trực thuộc: 37 đảng bộ xã, phường và 3 đảng bộ khác.", "O01 - -"),
    ("Tổng mức bán lẻ đạt 612 tỷ đồng, bằng 51% kế hoạch năm.", "- -"),
    ("Xã có đồng bào dân tộc thiểu số 3.120 người.", "-"),
    ("Tổng số đảng viên tăng từ 1.421 lên 1.470 (tăng 49).", "M01 M01 -"),
    ("Đưa 6 đảng viên ra khỏi Đảng, trong đó xóa tên 4.", "M31 M33"),
    ("Cho 6 đảng viên ra khỏi Đảng.", "M34"),
    ("Đảng bộ xã gồm 23 chi bộ, 1.421 đảng viên.", "O06.all M01"),
    ("Có 57 tổ chức cơ sở đảng (31 đảng bộ, 26 chi bộ cơ sở).", "O02 O03 O04"),
    ("Còn 57 tổ chức cơ sở đảng, giảm 5 tổ chức so với đầu năm (62 tổ chức).", "O02 - O02"),
    ("Kết nạp 45 đảng viên, đạt 50% so với chỉ tiêu cả năm (90 đảng viên).", "M16 M17 M15"),
    ("Điện lưới phủ 95% dân số.", "-"),
    # What no room counts.
    ("Kiểm tra 12 tổ chức đảng và 45 đảng viên, trong đó có 9 cấp ủy viên.", "- - -"),
    ("Thi hành kỷ luật 14 đảng viên: khiển trách 9, cảnh cáo 4, cách chức 1.", "- - - -"),
    ("Mở 3 lớp bồi dưỡng cho 214 học viên.", "- -"),
    ("Có 1.120 lượt đảng viên tham gia học tập nghị quyết, đạt 96%.", "- -"),
    ("Ban hành 12 nghị quyết, 34 kế hoạch và 5 chương trình hành động.", "- - -"),
    ("Tiếp 34 lượt công dân, giải quyết 12/15 đơn thư.", "- - -"),
    ("Khởi tố 4 vụ án, 11 bị can.", "- -"),
    ("Thăm, tặng quà 56 đảng viên cao tuổi với số tiền 112 triệu đồng.", "- -"),
    ("Giám sát chuyên đề 31 tổ chức đảng, 88 đảng viên.", "- -"),
    ("Luân chuyển 12 cán bộ, bổ nhiệm 34 cán bộ.", "- -"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, codes", SENTENCES, ids=[one[0][:40] for one in SENTENCES])
def test_each_number_of_a_sentence(catalogue, sentence, codes):
    figures = catalogue.match(read(lines_of(sentence))).figures
    found = [(figure.text, figure.match.code if figure.match else "-") for figure in figures]
    assert " ".join(code for _, code in found) == codes, found


def test_what_is_planned_is_not_what_was_done(catalogue):
    text = (
        "BÁO CÁO\ncông tác năm 2024, nhiệm vụ năm 2025\nI. Kết quả\nKết nạp 45 đảng viên."
        "\nII. Phương hướng, nhiệm vụ\nKết nạp 50 đảng viên. Xóa tên 3 đảng viên."
    )
    found = catalogue.match(read(lines_of(text))).figures
    assert [(one.text, one.match.code if one.match else "-") for one in found] == [
        ("45", "M16"),
        ("50", "M15"),
        ("3", "-"),
    ]


def test_a_list_below_counts_parts_of_the_line_above(catalogue):
    text = "Trong năm kết nạp 192 đảng viên.\nTrong đó, nữ là 125 đảng viên; đoàn viên thanh niên là 136 đảng viên."
    found = catalogue.match(read(lines_of(text))).figures
    assert [one.match and one.match.code for one in found] == ["M16", "M19", "M20"]


@pytest.mark.parametrize("typed", ["NFD", "Icelandic"])
def test_it_does_not_matter_how_letters_are_typed(catalogue, typed):
    text = "Đảng bộ xã có 29 chi bộ với 671 đảng viên; trong năm kết nạp 16 đảng viên."
    other = unicodedata.normalize("NFD", text) if typed == "NFD" else text.replace("Đ", "Ð")
    both = [
        [one.match and one.match.code for one in catalogue.match(read(lines_of(one))).figures]
        for one in (text, other)
    ]
    assert both[0] == both[1] == ["O06.all", "M01", "M16"]
