"""Sentences on cadres, inspection, mobilisation, internal affairs, the office, grading and finance."""

# ruff: noqa: E501 (a sentence stays on one line)

SENTENCES = [
    # cadres
    (
        "Bổ nhiệm mới 24 đồng chí, bổ nhiệm lại 31 đồng chí, kéo dài thời gian giữ chức vụ 2 đồng chí.",
        "24 persons; 31 persons; 2 persons",
    ),
    (
        "Luân chuyển 52 cán bộ, gồm: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 27.",
        "52 persons; 18 persons; 7 persons; 27 persons",
    ),
    ("Điều động 16 đồng chí từ tỉnh về cơ sở, 5 từ cơ sở về tỉnh.", "16 persons; 5 persons"),
    ("Có 6/9 bí thư cấp huyện không là người địa phương.", "of 6 persons; 9 persons"),
    (
        "Quy hoạch cấp ủy nhiệm kỳ 2025 - 2030 có 74 đồng chí, trong đó nữ chiếm 25,7%, dưới 42 tuổi chiếm 31%.",
        "74 persons; 25.7 percent; 31 percent",
    ),
    ("Cử 128 lượt cán bộ đi đào tạo, bồi dưỡng; 09 đồng chí học thạc sĩ.", "128 person-times; 9 persons"),
    ("Thi tuyển 4 chức danh lãnh đạo cấp phòng với 11 ứng viên dự thi.", "4 posts; 11 persons"),
    ("Giải quyết nghỉ hưu trước tuổi đối với 43 người, tinh giản 78 biên chế.", "43 persons; 78 posts"),
    (
        "Lấy phiếu tín nhiệm đối với 29 đồng chí, 100% đạt tín nhiệm cao và tín nhiệm.",
        "29 persons; 100 percent",
    ),
    (
        "Có 812 cán bộ hoàn thành xuất sắc nhiệm vụ, chiếm 19,6%; 3.105 cán bộ hoàn thành tốt nhiệm vụ.",
        "812 persons; 19.6 percent; 3105 persons",
    ),
    ("Giao 215 việc đột phá cho 43 đồng chí diện Ban Thường vụ quản lý.", "215 tasks; 43 persons"),
    (
        "Chỉ định bổ sung 3 đồng chí tham gia ban chấp hành, 1 đồng chí tham gia ban thường vụ.",
        "3 persons; 1 persons",
    ),
    (
        "Tỷ lệ cán bộ nữ tham gia cấp ủy đạt 22,4%, tăng 1,8 điểm % so với nhiệm kỳ trước.",
        "22.4 percent; 1.8 percentage points",
    ),
    ("Rà soát 1.640 hồ sơ cán bộ, bổ sung 212 hồ sơ.", "1640 dossiers; 212 dossiers"),
    ("Tập huấn nghiệp vụ cho 2 lớp, mỗi lớp 60 học viên.", "2 classes; 60 persons"),
    ("Cán bộ trẻ trong cấp ủy xã tăng từ 12,5% lên 15,2%.", "12.5 percent; 15.2 percent"),
    ("Bầu đủ số lượng cấp ủy viên khóa mới.", "100 percent"),
    ("Kiện toàn 15 ban chỉ đạo và 9 tổ công tác.", "15 organisations; 9 teams"),
    ("Miễn nhiệm một đồng chí, cho thôi giữ chức vụ hai đồng chí.", "1 persons; 2 persons"),
    # inspection, supervision, discipline
    ("Ban Thường vụ tiến hành 6 cuộc kiểm tra, 8 cuộc giám sát chuyên đề.", "6 rounds; 8 rounds"),
    (
        "Cấp ủy các cấp kiểm tra 1.204 lượt tổ chức đảng và 2.981 lượt đảng viên (415 cấp ủy viên các cấp).",
        "1204 organisation-times; 2981 person-times; 415 persons",
    ),
    (
        "Kiểm tra khi có dấu hiệu vi phạm đối với 18 tổ chức đảng, 96 đảng viên; kết luận 11 tổ chức, 83 đảng viên có vi phạm.",
        "18 organisations; 96 members; 11 organisations; 83 members",
    ),
    ("Qua kiểm tra, phải thi hành kỷ luật 27 đảng viên, đã thi hành kỷ luật 25.", "27 members; 25 members"),
    (
        "Thi hành kỷ luật 142 đảng viên (khiển trách 98, cảnh cáo 31, cách chức 4, khai trừ 9), tăng 11 đảng viên so với năm 2023.",
        "142 members; 98 members; 31 members; 4 members; 9 members; 11 members",
    ),
    ("Kỷ luật khiển trách 2 tổ chức đảng.", "2 organisations"),
    (
        "Trong đó, cấp huyện và tương đương kỷ luật 36 đảng viên, đảng ủy cơ sở 58, chi bộ 48.",
        "36 members; 58 members; 48 members",
    ),
    (
        "Kiểm tra tài chính đảng 64 tổ chức đảng; phát hiện 5 tổ chức có thiếu sót với số tiền 38,6 triệu đồng.",
        "64 organisations; 5 organisations; 38600000 dong",
    ),
    (
        "Kiểm tra thu, nộp, sử dụng đảng phí đối với 1.120 tổ chức đảng và 24.506 đảng viên.",
        "1120 organisations; 24506 members",
    ),
    ("Ủy ban kiểm tra các cấp giải quyết xong 14/15 đơn tố cáo đảng viên.", "of 14 petitions; 15 petitions"),
    (
        "Giải quyết khiếu nại kỷ luật đối với 3 trường hợp: giữ nguyên 2, giảm hình thức 1.",
        "3 cases; 2 cases; 1 cases",
    ),
    (
        "Xác minh tài sản, thu nhập của 42 người, thuộc 12 cơ quan, đơn vị.",
        "42 persons; 12 organisations",
    ),
    ("Toàn tỉnh có 312 cán bộ kiểm tra, trong đó chuyên trách 87 người.", "312 persons; 87 persons"),
    ("Đình chỉ sinh hoạt đảng đối với 05 đảng viên do bị khởi tố.", "5 members"),
    (
        "Các chi bộ tự kiểm tra 2.415 lượt đảng viên, giám sát chuyên đề 1.007 đảng viên.",
        "2415 person-times; 1007 members",
    ),
    ("Hoàn thành 100% chương trình kiểm tra, giám sát năm.", "100 percent"),
    ("Số đảng viên bị kỷ luật giảm 8,3% so với năm trước.", "8.3 percent"),
    ("Đã thực hiện 46/52 kiến nghị sau thanh tra.", "of 46 recommendations; 52 recommendations"),
    ("Xử lý hình sự 3 đảng viên, xử lý hành chính 7 đảng viên.", "3 members; 7 members"),
    ("Có không quá 2% đảng viên vi phạm phải xử lý.", "under 2 percent"),
    (
        "Ủy ban Kiểm tra Huyện ủy giám sát 4 tổ chức đảng, 04 đồng chí bí thư cấp ủy.",
        "4 organisations; 4 persons",
    ),
    # mobilisation, Front and unions
    (
        "Xây dựng 186 mô hình “Dân vận khéo” (kinh tế 74, văn hóa - xã hội 68, quốc phòng - an ninh 44).",
        "186 models; 74 models; 68 models; 44 models",
    ),
    (
        "Tổ chức 27 cuộc đối thoại với 3.415 người tham dự, tiếp nhận 412 ý kiến, giải quyết 396 ý kiến.",
        "27 rounds; 3415 persons; 412 opinions; 396 opinions",
    ),
    ("Giúp 318 hộ nghèo, 97 hộ cận nghèo sửa nhà.", "318 households; 97 households"),
    (
        "Xóa 1.026 căn nhà tạm, nhà dột nát với kinh phí trên 62 tỷ đồng.",
        "1026 houses; over 62000000000 dong",
    ),
    ("Nhân dân hiến 45.700 m2 đất, đóng góp 12.650 ngày công.", "45700 m2; 12650 workdays"),
    ("Làm mới 38,5 km đường giao thông nông thôn.", "38.5 km"),
    ("Trao 540 suất quà trị giá 270 triệu đồng.", "540 gifts; 270000000 dong"),
    (
        "Phát triển mới 1.870 đoàn viên công đoàn, thành lập 9 công đoàn cơ sở.",
        "1870 persons; 9 organisations",
    ),
    ("Tỷ lệ tập hợp thanh niên đạt 68,2%.", "68.2 percent"),
    (
        "Mặt trận Tổ quốc các cấp chủ trì 54 cuộc giám sát, 21 hội nghị phản biện xã hội.",
        "54 rounds; 21 meetings",
    ),
    ("Có 99,87% cử tri đi bầu.", "99.87 percent"),
    (
        "Vận động quỹ “Vì người nghèo” được 15,4 tỷ đồng, đạt 102,7% kế hoạch.",
        "15400000000 dong; 102.7 percent of target",
    ),
    ("Trồng trên 12 nghìn cây xanh, vệ sinh 214 km đường làng.", "over 12000 trees; 214 km"),
    ("Thành lập 12 câu lạc bộ, 35 tổ tự quản.", "12 clubs; 35 teams"),
    ("Hỗ trợ xây 14 nhà văn hóa thôn.", "14 culture houses"),
    # internal affairs
    ("Tiếp 1.845 lượt công dân, 14 đoàn đông người.", "1845 person-times; 14 rounds"),
    (
        "Tiếp nhận 1.236 đơn (124 đơn khiếu nại, 58 đơn tố cáo, 1.054 đơn kiến nghị, phản ánh).",
        "1236 petitions; 124 petitions; 58 petitions; 1054 petitions",
    ),
    (
        "Đã giải quyết 171/182 đơn thuộc thẩm quyền, đạt 93,96%.",
        "of 171 petitions; 182 petitions; 93.96 percent",
    ),
    ("Khởi tố mới 9 vụ, 21 bị can về tội tham nhũng.", "9 cases; 21 persons"),
    ("Khởi tố 12 vụ/31 bị can, truy tố 8 vụ/19 bị can.", "12 cases; 31 persons; 8 cases; 19 persons"),
    ("Thu hồi 12,5/15,8 tỷ đồng, đạt 79,1%.", "of 12500000000 dong; 15800000000 dong; 79.1 percent"),
    (
        "Triển khai 48 cuộc thanh tra tại 112 đơn vị, kiến nghị thu hồi 1 tỷ 250 triệu đồng.",
        "48 rounds; 112 units; 1250000000 dong",
    ),
    ("Có 6.412/6.412 người kê khai tài sản, thu nhập.", "of 6412 persons; 6412 persons"),
    ("Ban Chỉ đạo đưa 7 vụ án, 5 vụ việc vào diện theo dõi.", "7 cases; 5 cases"),
    ("Người đứng đầu cấp ủy tiếp dân 96 buổi, tiếp 318 lượt người.", "96 sessions; 318 person-times"),
    ("Số đơn tồn đọng còn 11 đơn.", "11 petitions"),
    # the office and ways of leading
    (
        "Ban hành 4 nghị quyết, 3 chỉ thị, 27 kết luận, 61 kế hoạch và 412 công văn.",
        "4 documents; 3 documents; 27 documents; 61 documents; 412 documents",
    ),
    ("Ban Chấp hành họp 4 kỳ, Ban Thường vụ họp 25 phiên.", "4 meetings; 25 meetings"),
    ("Giảm 16,2% số văn bản và 11% số cuộc họp so với năm trước.", "16.2 percent; 11 percent"),
    (
        "Trong 318 nhiệm vụ được giao, có 297 nhiệm vụ hoàn thành đúng hạn, 21 nhiệm vụ đang thực hiện.",
        "318 tasks; 297 tasks; 21 tasks",
    ),
    ("Văn bản ký số đạt tỷ lệ 97,5%.", "97.5 percent"),
    (
        "Cung cấp 25 thủ tục hành chính đảng trên môi trường mạng, tiếp nhận 3.245 hồ sơ.",
        "25 procedures; 3245 dossiers",
    ),
    ("Trang bị 340 máy tính cho cấp ủy cơ sở.", "340 computers"),
    ("Đến nay 45/45 xã, phường sử dụng phần mềm dùng chung.", "of 45 communes; 45 communes"),
    # grading and praise
    (
        "Xếp loại tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 92 (18,9%), hoàn thành tốt nhiệm vụ 371 (76,3%), hoàn thành nhiệm vụ 20 (4,1%), không hoàn thành nhiệm vụ 3 (0,6%).",
        "92 organisations; 18.9 percent; 371 organisations; 76.3 percent; 20 organisations; 4.1 percent; 3 organisations; 0.6 percent",
    ),
    (
        "Có 48.236 đảng viên được xếp loại, trong đó 8.912 đảng viên hoàn thành xuất sắc nhiệm vụ (18,5%).",
        "48236 members; 8912 members; 18.5 percent",
    ),
    (
        "Khen thưởng 64 tập thể, 215 cá nhân; tặng bằng khen cho 12 chi bộ.",
        "64 collectives; 215 persons; 12 organisations",
    ),
    ("Gợi ý kiểm điểm đối với 5 tập thể và 8 cá nhân.", "5 collectives; 8 persons"),
    ("Tặng 45 giấy khen, 3 cờ thi đua.", "45 awards; 3 awards"),
    # finance
    (
        "Thu đảng phí được 18.426.350.000 đồng, đạt 101,3% kế hoạch.",
        "18426350000 dong; 101.3 percent of target",
    ),
    (
        "Đảng phí thu nộp đạt 578,5 triệu đồng, trích giữ lại 312 triệu đồng.",
        "578500000 dong; 312000000 dong",
    ),
    ("Có 7 chi bộ nộp đảng phí chậm, 24 đảng viên được giảm đảng phí.", "7 organisations; 24 members"),
    ("Tổng chi ngân sách đảng 96,7 tỷ đồng, bằng 98% dự toán.", "96700000000 dong; 98 percent of target"),
    ("Số tiền nộp trực tuyến chiếm 64,8%, tăng 1,5 lần so với cùng kỳ.", "64.8 percent; 1.5 times"),
    ("Hỗ trợ 500.000 đồng/người cho 85 đồng chí.", "500000 dong per person; 85 persons"),
]
