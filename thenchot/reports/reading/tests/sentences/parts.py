"""Sentences whose numbers break down what was counted before them, and the figures a person reads in them."""

SENTENCES = [
    # documents of each kind are no numbers of documents
    (
        "Ban hành 60 văn bản, trong đó: nghị quyết 12; kế hoạch 27; thông báo 21.",
        "60 documents; 12 documents; 27 documents; 21 documents",
    ),
    (
        "Đã phát hành 31 văn bản (quyết định, quy định 6; kết luận 5; các loại khác 20).",
        "31 documents; 6 documents; 5 documents; 20 documents",
    ),
    ("Triển khai các văn bản: Nghị quyết 18, Nghị quyết 19; Kết luận 21.", ""),
    # those penalised
    (
        "Thi hành kỷ luật 14 đảng viên: 9 khiển trách; 3 cảnh cáo; 2 khai trừ.",
        "14 members; 9 members; 3 members; 2 members",
    ),
    (
        "Kỷ luật 20 đảng viên, trong đó có 6 cấp ủy viên; hình thức khiển trách 15, cảnh cáo 5.",
        "20 members; 6 persons; 15 members; 5 members",
    ),
    ("Xem xét, khai trừ 4 trường hợp, giảm 2 trường hợp so với năm 2023.", "4 members; 2 members"),
    ("Giải quyết khiếu nại kỷ luật 3 trường hợp.", "3 cases"),
    # who they are does not change what they are counted as
    (
        "Kết nạp 50 đảng viên, trong đó có 28 nữ, 17 người dân tộc thiểu số.",
        "50 members; 28 members; 17 members",
    ),
    ("Đảng viên là người có đạo 64 đồng chí.", "64 members"),
    # kinds in brackets
    (
        "Toàn phường có 11 trường (4 mầm non, 5 tiểu học, 2 THCS).",
        "11 schools; 4 schools; 5 schools; 2 schools",
    ),
    ("Hỗ trợ 200 triệu đồng (4 bồn nước).", "200000000 dong; 4 items"),
    # traits of the people counted in the paragraph above
    (
        "Toàn Đảng bộ có 90 đảng viên.\nVề trình độ: đại học trở lên 50, trung cấp 30, chưa qua đào tạo 10.",
        "90 members; 50 members; 30 members; 10 members",
    ),
    (
        "Cử 40 cán bộ đi học.\n- Theo độ tuổi: dưới 30 tuổi 15; từ 31 đến 40 tuổi 25.",
        "40 persons; 15 persons; 25 persons",
    ),
    # two counts, and differences
    ("Cấp tiểu học có 412 học sinh/16 lớp.", "412 persons; 16 classes"),
    ("Tỷ lệ đạt 71%, cao hơn 6,5 điểm phần trăm so với năm 2023.", "71 percent; 6.5 percentage points"),
    ("Kiểm tra 19 tổ chức đảng, nhiều hơn 4 tổ chức so với quý trước.", "19 organisations; 4 organisations"),
    ("Bảo đảm tỷ lệ không thấp hơn 85%.", "over 85 percent"),
    # against an aim
    ("Chỉ tiêu được giao 300 đảng viên, đã đạt 104%.", "300 members; 104 percent of target"),
    ("Hoàn thành 62% chương trình công tác năm.", "62 percent of target"),
    # words that are no numbers here
    ("Phấn đấu cả năm giải ngân trên 95%.", "over 95 percent"),
    ("Thu 12 triệu đồng, lũy kế 8 tháng 45 triệu đồng.", "12000000 dong; 45000000 dong"),
    ("Số đảng viên cuối kỳ 52.120 đồng chí.", "52120 members"),
    # syllables of other words
    ("Giải thể 11, sáp nhập 58.", "11 organisations; 58 organisations"),
    ("Tỷ lệ đảng viên được phân công trong kỳ đạt 90% (81/90).", "90 percent; of 81 members; 90 members"),
    # grades of what was counted
    (
        "Có 80 chi bộ đạt loại tốt, 12 loại khá, 3 loại yếu.",
        "80 organisations; 12 organisations; 3 organisations",
    ),
    ("Bình quân mỗi năm mở 4 lớp; năm 2024 có 6 lớp.", "4 classes per year; 6 classes"),
    (
        "Vốn được giao 200 triệu đồng, giải ngân 190 triệu đồng, đạt 95%.",
        "200000000 dong; 190000000 dong; 95 percent of target",
    ),
    ("Số tổ còn hoạt động đến thời điểm báo cáo là 34 tổ.", "34 teams"),
]
