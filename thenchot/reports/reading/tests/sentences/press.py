"""Sentences as newspapers write them of a Party organisation. As in party_life.py."""

# ruff: noqa: E501 (a sentence stays on one line)

SENTENCES = [
    (
        "Ngày 10/7, tại Trung tâm Hội nghị tỉnh, Tỉnh ủy tổ chức Hội nghị sơ kết công tác xây dựng Đảng 6 tháng đầu năm, triển khai nhiệm vụ trọng tâm 6 tháng cuối năm 2025.",
        "",
    ),
    (
        "6 tháng đầu năm 2025, toàn Đảng bộ kết nạp 1.045 đảng viên mới, đạt 52,2% kế hoạch năm; nâng tổng số đảng viên toàn tỉnh lên 96.312 đồng chí.",
        "1045 members; 52.2 percent of target; 96312 members",
    ),
    (
        "Thực hiện Kết luận số 127-KL/TW, Đảng bộ tỉnh đã kết thúc hoạt động 10 đảng bộ cấp huyện, thành lập 99 đảng bộ xã, phường với 3.120 chi bộ, trên 92 nghìn đảng viên.",
        "10 organisations; 99 organisations; 3120 organisations; over 92000 members",
    ),
    (
        "Sau hợp nhất, tỉnh có 124 xã, phường (gồm 117 xã và 7 phường), giảm 195 đơn vị so với trước.",
        "124 communes; 117 communes; 7 communes; 195 units",
    ),
    (
        "Công tác chuyển đổi số: 100% đảng bộ triển khai; 86.540/96.312 đảng viên cài đặt Sổ tay đảng viên (đạt 89,85%).",
        "100 percent; of 86540 members; 96312 members; 89.85 percent",
    ),
    (
        "Đã có 124/124 đảng bộ tổ chức thành công đại hội, hoàn thành trước ngày 31/7/2025.",
        "of 124 organisations; 124 organisations",
    ),
    (
        "Đại hội đã bầu Ban Chấp hành gồm 27 đồng chí, Ban Thường vụ 9 đồng chí; đồng chí A được bầu làm Bí thư với 100% phiếu.",
        "27 persons; 9 persons; 100 percent",
    ),
    (
        "Tỷ lệ cấp ủy viên nữ đạt 18,5% (tăng 2,1% so với nhiệm kỳ trước), trẻ dưới 42 tuổi đạt 15,3%, dân tộc thiểu số 41,2%.",
        "18.5 percent; 2.1 percent; 15.3 percent; 41.2 percent",
    ),
    (
        "Trong 5 năm, toàn tỉnh đã mở 1.245 lớp bồi dưỡng cho hơn 98 nghìn lượt cán bộ, đảng viên.",
        "1245 classes; over 98000 person-times",
    ),
    (
        "Năm 2024, UBKT các cấp kiểm tra 108 đảng viên khi có dấu hiệu vi phạm (tăng 12,5% so với năm 2023), trong đó có 47 cấp ủy viên (43,5%).",
        "108 members; 12.5 percent; 47 persons; 43.5 percent",
    ),
    (
        "Nội dung vi phạm chủ yếu: về phẩm chất đạo đức, lối sống 25 trường hợp; chế độ dân số, kế hoạch hóa gia đình 41 trường hợp; đất đai 6 trường hợp.",
        "25 cases; 41 cases; 6 cases",
    ),
    (
        "Cấp ủy, chi bộ xem xét, giải quyết 12 đơn tố cáo đối với 3 tổ chức đảng và 14 đảng viên.",
        "12 petitions; 3 organisations; 14 members",
    ),
    (
        "Toàn huyện có 37 chi bộ, đảng bộ trực thuộc với 3.512 đảng viên sinh hoạt tại 212 chi bộ.",
        "37 organisations; 3512 members; 212 organisations",
    ),
    (
        "Chi bộ thôn Nà Phạ có 32 đảng viên, trong đó 12 đảng viên được miễn công tác, sinh hoạt; 5 đồng chí đi làm ăn xa.",
        "32 members; 12 members; 5 members",
    ),
    ("Đồng chí Lò Văn A, 35 tuổi, là một trong 12 bí thư chi bộ trẻ nhất huyện.", "12 persons"),
    (
        "Từ 1 chi bộ với 5 đảng viên năm 1948, đến nay Đảng bộ huyện đã có 45 tổ chức cơ sở đảng, 4.012 đảng viên.",
        "1 organisations; 5 members; 45 organisations; 4012 members",
    ),
    (
        "Có 9 mục tiêu, 5 nhiệm vụ đột phá, 12 nhóm giải pháp được Đại hội thông qua.",
        "9 items; 5 items; 12 items",
    ),
    (
        "Tổng thu ngân sách ước đạt 2.345 tỷ đồng, bằng 112% dự toán, tăng 15% cùng kỳ.",
        "nearly 2345000000000 dong; 112 percent of target; 15 percent",
    ),
    ("Tỷ lệ hộ nghèo giảm còn 8,45%, bình quân mỗi năm giảm 3,2%.", "8.45 percent; 3.2 percent"),
    (
        "Các địa phương thành lập 1.520 tổ công nghệ số cộng đồng với 8.945 thành viên.",
        "1520 teams; 8945 persons",
    ),
    (
        "Tỉnh ủy ban hành 1 nghị quyết, 3 chỉ thị, 12 kế hoạch; Ban Thường vụ Tỉnh ủy ban hành trên 250 văn bản.",
        "1 documents; 3 documents; 12 documents; over 250 documents",
    ),
    (
        "Số đảng viên được công nhận “Hoàn thành xuất sắc nhiệm vụ” chiếm 17,2% tổng số đảng viên được đánh giá, xếp loại.",
        "17.2 percent",
    ),
    (
        "Hiện nay, toàn tỉnh có trên 1.500 người có uy tín; gần 400 già làng; 12 chức sắc là đảng viên.",
        "over 1500 persons; nearly 400 persons; 12 persons",
    ),
    (
        "Bước vào nhiệm kỳ mới, xã có 2.145 hộ, 9.876 nhân khẩu với 7 dân tộc cùng sinh sống.",
        "2145 households; 9876 persons; 7 items",
    ),
    (
        "Đảng bộ gồm 4 chi bộ cơ quan, 12 chi bộ thôn, 3 chi bộ trường học, 1 chi bộ quân sự và 1 chi bộ công an.",
        "4 organisations; 12 organisations; 3 organisations; 1 organisations; 1 organisations",
    ),
    ("Trong 10 năm (2015 - 2025), đã có 4 lần điều chỉnh quy hoạch.", "4 times"),
    (
        "Giai đoạn 2020-2025 kết nạp 9.520 đảng viên, vượt 5,8% so với chỉ tiêu Nghị quyết.",
        "9520 members; 5.8 percent",
    ),
    ("Kết nạp được 52/50 đảng viên, bằng 104% chỉ tiêu.", "of 52 members; 50 members; 104 percent of target"),
    ("Bình quân mỗi chi bộ có 28 đảng viên.", "28 members"),
    ("Chi bộ nào cũng có từ 1 đến 2 mô hình.", "over 1 models; under 2 models"),
    ("Toàn tỉnh còn 0,35% chi bộ yếu.", "0.35 percent"),
    (
        "Điều tra, khám phá 245 vụ, bắt 412 đối tượng; tỷ lệ phá án đạt 91,4%, trong đó án rất nghiêm trọng đạt 100%.",
        "245 cases; 412 persons; 91.4 percent; 100 percent",
    ),
    (
        "Xây dựng 2 nhà văn hóa, bê tông hóa 12km đường, lắp 320 bóng đèn.",
        "2 culture houses; 12 km; 320 lights",
    ),
    ("Quyên góp 3,2 tỷ đồng và 12 tấn gạo.", "3200000000 dong; 12 tonnes"),
    ("Mua sắm 850 bộ máy tính, 320 máy in.", "850 computers; 320 computers"),
    (
        "Hội đồng nhân dân tỉnh tổ chức 05 kỳ họp (02 kỳ họp thường lệ, 03 kỳ họp chuyên đề), ban hành 98 nghị quyết.",
        "5 meetings; 2 meetings; 3 meetings; 98 documents",
    ),
    ("Thực hiện đánh giá 3.512 tập thể và 28.540 cá nhân.", "3512 collectives; 28540 persons"),
    (
        "Cán bộ nghỉ theo Nghị định 178/2024/NĐ-CP là 512 người; kinh phí chi trả trên 480 tỷ đồng.",
        "512 persons; over " + f"{480 * 10**9} dong",
    ),
    (
        "Tinh gọn bộ máy: giảm 5/17 cơ quan chuyên môn (29,4%), 45 phòng, 12 đơn vị sự nghiệp.",
        "of 5 organisations; 17 organisations; 29.4 percent; 45 units; 12 units",
    ),
    (
        "Kết nạp 512 đảng viên, trong đó nữ 190 đồng chí (37,1%), đoàn viên thanh niên 301 đồng chí (58,8%), 77 nông dân.",
        "512 members; 190 members; 37.1 percent; 301 members; 58.8 percent; 77 members",
    ),
    (
        "Đảng viên người Hmông, đảng viên dân tộc thiểu số 8.215 đồng chí; mở 4 lớp cho 77 nông dân.",
        "8215 members; 4 classes; 77 persons",
    ),
    (
        "Phát triển đảng viên vượt kế hoạch: kết nạp 418/400 đảng viên, đạt 104,5%; năm 2025 là năm Đảng bộ sắp xếp bộ máy.",
        "of 418 members; 400 members; 104.5 percent of target",
    ),
    (
        "Phường An Lộc kết nạp 21 đảng viên, bằng 105% chỉ tiêu; xã Khe Lau 52 đảng viên, bằng 50,98%.",
        "21 members; 105 percent of target; 52 members; 50.98 percent of target",
    ),
    (
        "Kỷ luật 11 tổ chức đảng và 57 đảng viên. Phân theo cấp quyết định: chi bộ 28, đảng ủy cơ sở 19, ban thường vụ cấp huyện 10.",
        "11 organisations; 57 members; 28 members; 19 members; 10 members",
    ),
    (
        "Kết nạp 317 đảng viên. Theo nghề nghiệp, có 124 công chức, viên chức, 81 nông dân và 112 học sinh, sinh viên.",
        "317 members; 124 members; 81 members; 112 members",
    ),
    (
        "Kiểm tra 231 đảng viên (cấp ủy viên 118 đồng chí), trong đó kết luận đúng 40 trường hợp, sai 9 đồng chí.",
        "231 members; 118 persons; 40 members; 9 members",
    ),
    (
        "So với chỉ tiêu, năm 2016 mới đạt 96,4%.",
        "96.4 percent of target",
    ),
    (
        "Kỷ luật 3 nguyên huyện ủy viên; toàn tỉnh còn 88 đơn vị hành chính cấp xã.",
        "3 persons; 88 communes",
    ),
    (
        "Phấn đấu 100% chi bộ sinh hoạt định kỳ; kết nạp 2.000 đảng viên trở lên; trên 98% đảng viên hoàn thành nhiệm vụ.",
        "100 percent; over 2000 members; over 98 percent",
    ),
    (
        "Chỉ tiêu: tỷ lệ tập hợp đoàn viên đạt 75% trở lên; mỗi năm kết nạp 3 - 4% tổng số đảng viên.",
        "over 75 percent; over 3 percent; under 4 percent",
    ),
    ("Về thực hiện Quy định 22-QĐ/TW: giải quyết 5/5 đơn.", "of 5 petitions; 5 petitions"),
]
