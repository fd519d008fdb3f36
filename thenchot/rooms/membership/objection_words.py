"""What each rule of membership says when it objects: what is wrong and what to do."""

from django.utils.translation import gettext_lazy as _

OBJECTIONS = {
    "member_that_day": _(
        "Ngày {day} người này không phải đảng viên trong sổ (chưa vào, đã chuyển đi hoặc đã ra khỏi Đảng);"
        " đề nghị đồng chí kiểm tra người và ngày."
    ),
    "not_a_member_already": _(
        "Người này đang là đảng viên trong sổ từ {since};"
        " đề nghị đồng chí bỏ việc này hoặc ghi việc chuyển đi trước."
    ),
    "nothing_after_death": _(
        "Người này đã từ trần ngày {died}; sau ngày ấy chỉ ghi truy tặng. Đề nghị đồng chí kiểm tra ngày."
    ),
    "member_is_registered": _(
        "Người này chưa vào sổ (năm sinh, giới tính, trình độ) tính đến ngày ấy;"
        " đề nghị đồng chí ghi “Vào sổ” trước."
    ),
    "days_of_a_member_follow_each_other": _(
        "Ngày {day} không hợp: sinh trước ngày vào Đảng, vào Đảng trước ngày chính thức, đều không sau"
        " ngày ghi;"
        " đảng viên dự bị chưa có ngày chính thức."
    ),
    "cell_exists_that_day": _(
        "Chi bộ đã chọn chưa có hoặc đã kết thúc trong ngày {day};"
        " đề nghị đồng chí chọn chi bộ khác hoặc sửa ngày."
    ),
    "cell_is_a_cell": _(
        "Nơi đã chọn không phải chi bộ; đề nghị đồng chí chọn chi bộ mà đảng viên sinh hoạt."
    ),
    "decision_has_its_day": _(
        "Chưa có ngày quyết định kết nạp, nên không tính được tuổi đảng;"
        " đề nghị đồng chí ghi ngày trên quyết định."
    ),
    "ceremony_follows_the_decision": _(
        "Lễ kết nạp ghi trước ngày quyết định {decided}; đề nghị đồng chí kiểm tra hai ngày."
    ),
    "decision_follows_the_resolution": _(
        "Quyết định ngày {decided} có trước nghị quyết chi bộ ngày {resolved};"
        " đề nghị đồng chí kiểm tra hai văn bản."
    ),
    "old_enough_at_the_resolution": _(
        "Sinh {birth}, ngày chi bộ xét {day} chưa đủ {years} tuổi (tính theo tháng);"
        " đề nghị đồng chí kiểm tra."
    ),
    "not_too_old_at_the_resolution": _(
        "Sinh {birth}, ngày chi bộ xét {day} đã quá {years} tuổi (tính theo tháng);"
        " cần có ý kiến của cấp ủy trực thuộc Trung ương, đề nghị đồng chí kiểm tra văn bản."
    ),
    "schooled_as_the_day_requires": _(
        "Trình độ học vấn trong sổ thấp hơn trung học cơ sở;"
        " nếu thuộc vùng được áp dụng mức thấp hơn, đề nghị đồng chí kiểm tra văn bản của cấp có thẩm quyền."
    ),
    "admission_is_decided_in_time": _(
        "Quyết định ngày {done}, chậm nhất là {due} ({days} ngày làm việc từ nghị quyết chi bộ, tính cả"
        " gia hạn)."
    ),
    "ceremony_is_held_in_time": _(
        "Lễ kết nạp ngày {done} sau {due} ({days} ngày làm việc từ ngày quyết định);"
        " đề nghị đồng chí kiểm tra ngày nhận quyết định hoặc văn bản đồng ý của cấp trên trực tiếp."
    ),
    "former_members_are_readmitted": _(
        "Người này đã ra khỏi Đảng ngày {left}; vào lại là kết nạp lại, đề nghị đồng chí chọn “Kết nạp lại”."
    ),
    "readmitted_after_the_wait": _(
        "Ra khỏi Đảng ngày {left}, sớm nhất {due} mới được xét kết nạp lại (đủ {months} tháng)."
    ),
    "readmitted_only_once": _("Người này đã được kết nạp lại; quy định chỉ kết nạp lại {times} lần."),
    "not_readmitted_after_own_request": _(
        "Người này tự xin ra khỏi Đảng ngày {left}; chỉ xét kết nạp lại khi có hoàn cảnh đặc biệt khó khăn,"
        " đề nghị đồng chí kiểm tra văn bản."
    ),
    "only_probationers_are_recognised": _(
        "Người này đã là đảng viên chính thức; đề nghị đồng chí kiểm tra người."
    ),
    "recognised_from_the_end_of_probation": _(
        "Phải tính chính thức từ {due}, ngày hết {months} tháng dự bị kể từ {joined}, dù quyết định ký muộn."
    ),
    "cell_considers_after_probation": _(
        "Nghị quyết chi bộ ngày {resolved} có trước ngày hết dự bị {due}; chi bộ xét sau khi hết dự bị."
    ),
    "cell_considers_in_time": _(
        "Chi bộ xét ngày {done}, chậm nhất là {due} ({days} ngày làm việc từ khi hết dự bị)."
    ),
    "recognition_is_decided_in_time": _(
        "Quyết định công nhận ngày {done}, chậm nhất là {due}"
        " ({days} ngày làm việc từ nghị quyết chi bộ, tính cả gia hạn)."
    ),
    "moving_changes_the_cell": _("Người này đang sinh hoạt ở chính chi bộ ấy; không có gì để chuyển."),
    "not_on_the_way_already": _(
        "Người này đang chuyển sinh hoạt từ {since}, chưa nơi nào tiếp nhận;"
        " đề nghị đồng chí ghi tiếp nhận trước."
    ),
    "sent_to_another_organisation": _(
        "Nơi đến là chính chi bộ đang sinh hoạt, hoặc không có trong ngày {day};"
        " đề nghị đồng chí chọn lại nơi đến."
    ),
    "received_from_the_way": _(
        "Người này không đang chuyển sinh hoạt, nên chưa tiếp nhận được;"
        " đề nghị đồng chí ghi giới thiệu chuyển sinh hoạt trước."
    ),
    "letter_is_presented_in_time": _(
        "Tiếp nhận ngày {done}, chậm nhất là {due} ({days} ngày làm việc từ ngày giới thiệu)."
    ),
    "temporary_ends_after_it_begins": _(
        "Ngày hết hạn {until} không sau ngày bắt đầu; đề nghị đồng chí sửa ngày."
    ),
    "temporary_is_of_a_few_months": _(
        "Sinh hoạt tạm thời đến {until}: quy định từ {least} tháng đến dưới {below} tháng, đi học đến"
        " {study} tháng;"
        " đề nghị đồng chí kiểm tra giấy giới thiệu."
    ),
    "returned_from_elsewhere": _(
        "Người này không đang sinh hoạt tạm thời nơi khác; đề nghị đồng chí kiểm tra người và ngày."
    ),
    "guest_of_one_other_cell": _(
        "Đây là chi bộ của chính người này, hoặc người này đang sinh hoạt tạm thời ở chi bộ khác;"
        " đề nghị đồng chí ghi hết sinh hoạt tạm thời ở đó trước."
    ),
    "hosting_ended_had_begun": _(
        "Người này không đang sinh hoạt tạm thời tại đây; đề nghị đồng chí kiểm tra người."
    ),
    "residence_is_another_cell": _(
        "Đây là chi bộ người này đang sinh hoạt; mối liên hệ nơi cư trú là với chi bộ khác."
    ),
    "residence_link_had_begun": _("Trong sổ không có mối liên hệ nơi cư trú nào để thôi giữ."),
    "remark_of_a_year_comes_once": _("Phiếu nhận xét nơi cư trú năm {year} đã ghi nhận; không ghi lần nữa."),
    "not_exempt_already": _("Người này đang miễn sinh hoạt từ {since}; không ghi miễn lần nữa."),
    "exemption_ended_had_begun": _("Người này không đang miễn sinh hoạt; đề nghị đồng chí kiểm tra người."),
    "cards_are_for_official_members": _(
        "Thẻ phát cho đảng viên chính thức; người này còn dự bị, đề nghị đồng chí kiểm tra ngày công nhận."
    ),
    "ground_is_a_clause": _("“{ground}” không phải căn cứ xóa tên; đề nghị đồng chí chọn điểm của quy định."),
    "only_probationers_fail_recognition": _(
        "Người này là đảng viên chính thức; căn cứ “không đủ điều kiện công nhận” chỉ dùng với đảng viên"
        " dự bị."
    ),
    "probationers_are_not_expelled": _(
        "Đảng viên dự bị không bị khai trừ; vi phạm nặng thì xóa tên. Đề nghị đồng chí kiểm tra quyết định."
    ),
    "badge_is_for_a_member": _(
        "Ngày {day} không tặng được: Huy hiệu tặng đảng viên đang sinh hoạt, truy tặng người đã từ trần."
    ),
    "badge_is_given_once": _("Đã tặng Huy hiệu {years} năm tuổi đảng ngày {since}; không tặng lần nữa."),
    "badge_is_one_of_the_law": _("Không có Huy hiệu {years} năm tuổi đảng; đề nghị đồng chí chọn lại."),
    "badge_comes_with_its_party_age": _(
        "Đủ {years} năm tuổi đảng ngày {full}; chỉ xét sớm không quá {months} tháng, đề nghị đồng chí"
        " kiểm tra."
    ),
    "badge_is_presented_on_its_day": _(
        "Ngày {day} không phải một trong các đợt trao Huy hiệu;"
        " đề nghị đồng chí kiểm tra ngày trên quyết định."
    ),
}
