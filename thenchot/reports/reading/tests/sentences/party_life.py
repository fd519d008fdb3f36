"""Sentences on ideology, organisations and members, and the figures a person reads in them.

One sentence, then its figures in order, parted by “;”: [bound] value unit. “x of y” has bound `of` on x.
"""

# ruff: noqa: E501 (a sentence stays on one line)

SENTENCES = [
    # political and ideological work
    (
        "Đã tổ chức 14 hội nghị quán triệt nghị quyết với 21.340 lượt đảng viên tham dự, đạt 98,7%.",
        "14 meetings; 21340 person-times; 98.7 percent",
    ),
    (
        "Hội nghị trực tuyến kết nối tới 215 điểm cầu, thu hút hơn 18.000 cán bộ, đảng viên.",
        "215 sites; over 18000 persons",
    ),
    ("Tỷ lệ đảng viên tham gia học tập đạt 99,1%, quần chúng đạt trên 85%.", "99.1 percent; over 85 percent"),
    ("Các trung tâm chính trị mở 46 lớp bồi dưỡng cho 3.127 học viên.", "46 classes; 3127 persons"),
    (
        "Mở được 05 lớp trung cấp lý luận chính trị (312 học viên), 02 lớp cao cấp (96 học viên).",
        "5 classes; 312 persons; 2 classes; 96 persons",
    ),
    (
        "Báo tỉnh đăng 2.415 tin, bài, 96 phóng sự và 1.020 ảnh về công tác xây dựng Đảng.",
        "2415 articles; 96 articles; 1020 articles",
    ),
    (
        "Biểu dương 38 tập thể và 74 cá nhân điển hình tiên tiến trong học tập và làm theo Bác.",
        "38 collectives; 74 persons",
    ),
    (
        "Lực lượng tuyên truyền miệng gồm 4 báo cáo viên Trung ương, 31 báo cáo viên cấp tỉnh và 2.870 tuyên truyền viên cơ sở.",
        "4 persons; 31 persons; 2870 persons",
    ),
    ("Phát hành 12 số bản tin nội bộ với 24.000 bản.", "12 publications; 24000 copies"),
    (
        "Có 412/420 chi bộ sinh hoạt chuyên đề về học tập và làm theo Bác (98,1%).",
        "of 412 organisations; 420 organisations; 98.1 percent",
    ),
    ("Đăng ký mới 265 mô hình, trong đó 41 mô hình được nhân rộng.", "265 models; 41 models"),
    ("Trang thông tin điện tử của Đảng bộ đạt 1.250.000 lượt truy cập.", "1250000 visits"),
    (
        "Tổ chức ba đợt sinh hoạt chính trị với sự tham gia của gần 9 nghìn đảng viên.",
        "3 rounds; nearly 9000 members",
    ),
    ("Nhóm nòng cốt có 27 thành viên, viết 318 bài đấu tranh phản bác.", "27 persons; 318 articles"),
    (
        "Sổ tay đảng viên điện tử được 31.205 đảng viên cài đặt, chiếm 92,4% tổng số đảng viên.",
        "31205 members; 92.4 percent",
    ),
    (
        "Biên soạn, xuất bản 03 cuốn lịch sử đảng bộ xã và tái bản 1 cuốn sổ tay.",
        "3 publications; 1 publications",
    ),
    (
        "Tổ chức 62 buổi nói chuyện thời sự cho khoảng 5.400 lượt người nghe.",
        "62 sessions; nearly 5400 person-times",
    ),
    ("Hội thi thu hút 1.218 thí sinh, ban giám khảo trao 25 giải.", "1218 persons; 25 awards"),
    ("Kiểm tra việc học tập nghị quyết tại 17 đơn vị.", "17 units"),
    ("Năm qua, cấp ủy các cấp nghe 24 báo cáo về tình hình tư tưởng.", "24 documents"),
    # organisations
    (
        "Toàn Đảng bộ có 11 đảng bộ trực thuộc, 486 tổ chức cơ sở đảng (251 đảng bộ cơ sở, 235 chi bộ cơ sở) với 52.174 đảng viên.",
        "11 organisations; 486 organisations; 251 organisations; 235 organisations; 52174 members",
    ),
    ("Đảng bộ xã hiện có 23 chi bộ trực thuộc với tổng số 612 đảng viên.", "23 organisations; 612 members"),
    (
        "Thành lập mới 7 chi bộ, giải thể 4 chi bộ, chuyển giao 2 tổ chức cơ sở đảng.",
        "7 organisations; 4 organisations; 2 organisations",
    ),
    ("Đến nay 100% thôn, bản có chi bộ, không còn chi bộ ghép.", "100 percent"),
    ("Còn 3 thôn chưa có chi bộ độc lập và 1 thôn chưa có đảng viên.", "3 villages; 1 villages"),
    (
        "Có 58 chi bộ dưới 7 đảng viên, 112 chi bộ có chi ủy.",
        "58 organisations; under 7 members; 112 organisations",
    ),
    (
        "Trong doanh nghiệp ngoài khu vực nhà nước có 36 tổ chức đảng với 874 đảng viên.",
        "36 organisations; 874 members",
    ),
    (
        "Thành lập được 05/04 tổ chức đảng trong doanh nghiệp tư nhân, đạt 125% chỉ tiêu.",
        "of 5 organisations; 4 organisations; 125 percent of target",
    ),
    (
        "Bí thư chi bộ đồng thời là trưởng thôn đạt 87/132 thôn (65,9%).",
        "of 87 villages; 132 villages; 65.9 percent",
    ),
    (
        "Công nhận 214 chi bộ “4 tốt” và 18 đảng bộ cơ sở “4 tốt”.",
        "214 organisations; 4 criteria; 18 organisations",
    ),
    ("Tỷ lệ đảng viên dự sinh hoạt chi bộ bình quân đạt 93%.", "93 percent"),
    (
        "Kết quả chấm điểm: 305 chi bộ xếp loại tốt, 88 chi bộ khá, 12 chi bộ trung bình, không có chi bộ yếu.",
        "305 organisations; 88 organisations; 12 organisations; 0 organisations",
    ),
    ("Cấp ủy viên cấp trên dự sinh hoạt 1.356 lượt tại các chi bộ.", "1356 person-times"),
    ("Sau sắp xếp, toàn tỉnh giảm 42 đầu mối, còn 128 đầu mối.", "42 units; 128 units"),
    ("Đã hoàn thành đại hội tại 486/486 tổ chức cơ sở đảng.", "of 486 organisations; 486 organisations"),
    ("Số chi bộ có đủ 3 cấp ủy viên trở lên là 97 chi bộ.", "over 3 persons; 97 organisations"),
    ("Giảm từ 36 xuống còn 33 cơ quan.", "36 organisations; 33 organisations"),
    ("Mỗi chi bộ có từ 3 - 5 đồng chí cấp ủy.", "over 3 persons; under 5 persons"),
    ("Hợp nhất hai chi bộ thành một chi bộ.", "2 organisations; 1 organisations"),
    (
        "Toàn tỉnh có 1.458/1.461 thôn, tổ dân phố có chi bộ, đạt 99,79%.",
        "of 1458 villages; 1461 villages; 99.79 percent",
    ),
    # members
    (
        "Tổng số đảng viên của Đảng bộ: 5.120 đồng chí, trong đó đảng viên dự bị 214 đồng chí (4,2%).",
        "5120 members; 214 members; 4.2 percent",
    ),
    ("Tổng số đảng viên toàn Đảng bộ là 5.120.", "5120 members"),
    (
        "Kết nạp 1.312 đảng viên mới, đạt 104,9% chỉ tiêu; tăng 87 đảng viên (7,1%) so với cùng kỳ.",
        "1312 members; 104.9 percent of target; 87 members; 7.1 percent",
    ),
    (
        "Trong số đảng viên mới kết nạp có 634 nữ (48,3%), 918 người dân tộc thiểu số (70%), 1.005 đoàn viên.",
        "634 members; 48.3 percent; 918 members; 70 percent; 1005 members",
    ),
    ("Đảng viên mới có trình độ đại học trở lên chiếm 46,75%.", "46.75 percent"),
    ("Tuổi đời bình quân của đảng viên mới là 27,8 tuổi.", "27.8 years of age"),
    ("Công nhận chính thức cho 1.108 đảng viên dự bị.", "1108 members"),
    (
        "Cho ra khỏi Đảng 12 trường hợp, xóa tên 35 trường hợp, khai trừ 9 trường hợp.",
        "12 members; 35 members; 9 members",
    ),
    (
        "Đưa ra khỏi Đảng 56 đảng viên, gồm: khai trừ 9, xóa tên 35, xin ra 12.",
        "56 members; 9 members; 35 members; 12 members",
    ),
    (
        "Trao Huy hiệu Đảng cho 1.043 đảng viên, trong đó: 75 năm 3 đồng chí, 70 năm 18 đồng chí, 65 năm 44 đồng chí.",
        "1043 members; 3 members; 18 members; 44 members",
    ),
    ("Truy tặng Huy hiệu 60 năm tuổi Đảng cho 2 đảng viên.", "2 members"),
    ("Xét tặng 245 Huy hiệu Đảng các loại đợt 03/02 và 19/5.", "245 badges"),
    ("Tiếp nhận 96 đảng viên chuyển đến, giới thiệu 104 đảng viên chuyển đi.", "96 members; 104 members"),
    (
        "Giới thiệu 3.470 đảng viên đang công tác về giữ mối liên hệ nơi cư trú, đạt 100%.",
        "3470 members; 100 percent",
    ),
    ("Miễn sinh hoạt cho 1.987 đảng viên tuổi cao, sức yếu.", "1987 members"),
    ("Cấp 1.145 thẻ đảng, làm lại 32 thẻ bị mất.", "1145 cards; 32 cards"),
    (
        "Hoàn thành số hóa 48.950/52.174 hồ sơ đảng viên (93,8%).",
        "of 48950 dossiers; 52174 dossiers; 93.8 percent",
    ),
    ("Bồi dưỡng nhận thức về Đảng cho 2.044 quần chúng ưu tú.", "2044 persons"),
    ("Bình quân mỗi năm kết nạp trên 1.200 đảng viên.", "over 1200 members per year"),
    ("Kết nạp bình quân 1.050 đảng viên/năm.", "1050 members per year"),
    ("Đảng viên là người dân tộc thiểu số có 28.412 đồng chí, bằng 54,5%.", "28412 members; 54.5 percent"),
    ("Toàn huyện có 34 đảng viên từ trần.", "34 members"),
    ("Khôi phục quyền đảng viên cho một đồng chí.", "1 members"),
    ("Phát triển được 15 đảng viên là chủ doanh nghiệp tư nhân.", "15 members"),
    ("Kết nạp 45 đảng viên (nam 27, nữ 18).", "45 members; 27 members; 18 members"),
    ("Hiện còn 21 đảng viên dự bị quá thời hạn 12 tháng chưa được công nhận chính thức.", "21 members"),
    (
        "Cơ cấu độ tuổi: dưới 30 tuổi 812 đồng chí, từ 31 đến 40 tuổi 1.945 đồng chí.",
        "812 persons; 1945 persons",
    ),
    ("Kết quả kết nạp đảng viên vượt chỉ tiêu đề ra.", "over 100 percent of target"),
    ("Tính riêng khối trường học, kết nạp được hai mươi mốt học sinh.", "21 members"),
    ("Trong kỳ không có đảng viên bị khai trừ.", "0 members"),
    (
        "Trao Huy hiệu Đảng cho 1.890 đồng chí; xóa tên 123, khai trừ 45, cho ra khỏi Đảng 67 đảng viên.",
        "1890 members; 123 members; 45 members; 67 members",
    ),
    ("Kết nạp 96 đảng viên (kế hoạch 106).", "96 members; 106 members"),
]
