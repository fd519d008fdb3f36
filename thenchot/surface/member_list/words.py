"""Every sentence about a checked member list. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

GROUPS = {
    "columns": _("Cột thiếu hoặc trùng"),
    "missing": _("Ô thiếu"),
    "numbers": _("Số định danh, số thẻ sai"),
    "form": _("Ghi sai dạng"),
    "days": _("Ngày, tuổi không hợp lý"),
    "twins": _("Nghi trùng"),
    "overdue": _("Dự bị quá {months} tháng"),
    "small_cell": _("Chi bộ dưới {least} đảng viên chính thức"),
    "ending": _("Sắp hết thời gian dự bị"),
    "badge": _("Huy hiệu Đảng đợt {wave}"),
    "marked": _("Ngày 01/01 hoặc chỉ biết năm"),
}

COUNTED = {
    "columns": ngettext_lazy("{count} cột thiếu hoặc trùng", "{count} cột thiếu hoặc trùng", "many"),
    "missing": ngettext_lazy("{count} ô thiếu", "{count} ô thiếu", "many"),
    "numbers": ngettext_lazy("{count} số định danh, số thẻ sai", "{count} số định danh, số thẻ sai", "many"),
    "form": ngettext_lazy("{count} ô ghi sai dạng", "{count} ô ghi sai dạng", "many"),
    "days": ngettext_lazy("{count} ngày, tuổi không hợp lý", "{count} ngày, tuổi không hợp lý", "many"),
    "twins": ngettext_lazy("{count} nghi trùng", "{count} nghi trùng", "many"),
    "overdue": ngettext_lazy("{count} dự bị quá {months} tháng", "{count} dự bị quá {months} tháng", "many"),
    "small_cell": ngettext_lazy("{count} chi bộ dưới {least} đảng viên chính thức", "{count} chi bộ dưới {least} đảng viên chính thức", "many"),
    "ending": ngettext_lazy("{count} sắp hết thời gian dự bị", "{count} sắp hết thời gian dự bị", "many"),
    "badge": ngettext_lazy("{count} Huy hiệu đợt {wave}", "{count} Huy hiệu đợt {wave}", "many"),
    "marked": ngettext_lazy("{count} ngày 01/01 hoặc chỉ biết năm", "{count} ngày 01/01 hoặc chỉ biết năm", "many"),
}  # fmt: skip

# What the list is and what else could be the reason; said once, above it.
ABOUT = {
    "columns": _("Thiếu cột thì phần soát dựa vào cột ấy không làm được."),
    "missing": _("Ô bắt buộc mà để trống. Đảng viên dự bị không cần ngày chính thức và số thẻ."),
    "numbers": _("Số định danh cá nhân và số thẻ Đảng có 12 chữ số, để dạng chữ (Text) thì số 0 ở đầu không mất."),
    "form": _("Giá trị không đúng với cột. Cũng có thể hai cột bị đổi chỗ."),
    "days": _("Ngày không thể có, hoặc nên xem lại với hồ sơ gốc."),
    "twins": _("Chỉ so đúng bằng nhau, không đoán. Có thể là hai người khác nhau: xem phần “khác nhau ở”."),
    "overdue": _("Đã hết thời gian dự bị mà chưa có ngày chính thức. Có thể tệp thiếu ngày chính thức."),
    "small_cell": _("Đếm theo tệp. Có thể tệp chưa có đủ đảng viên của chi bộ."),
    "ending": _("Thời gian dự bị hết trong {days} ngày tới."),
    "badge": _("Tròn tuổi đảng sau đợt trước và đến ngày của đợt này, tính từ ngày vào Đảng ghi trong tệp. Tệp không có Huy hiệu đã tặng."),
    "marked": _("Phần mềm của cơ sở dữ liệu ghi 01/01 khi chỉ biết năm. Ở đây không coi là ngày thật."),
}  # fmt: skip

SAYS = {
    "column_missing": _("Không thấy cột “{header}”."),
    "column_twice": _("Cột “{header}” có hai lần; chỉ đọc cột đầu."),
    "missing": _("“{header}” để trống."),
    "number_lost_zeros": _("“{header}” chỉ còn {count} chữ số: đã mất số 0 ở đầu."),
    "number_as_number": _("“{header}” đủ 12 chữ số nhưng đang là ô số; nên đổi sang dạng chữ (Text)."),
    "number_length": _("“{header}” có {count} chữ số, cần 12."),
    "number_not_digits": _("“{header}” có ký tự không phải chữ số."),
    "card_short": _("“{header}” có {count} chữ số, cần 12. Số thẻ cũ ghi ở cột “Số thẻ theo QĐ 85”."),
    "not_text": _("“{header}” phải là chữ."),
    "name_with_digits": _("“{header}” có chữ số."),
    "organisation_code": _("Mã ở “{header}” không theo dạng 00.000.000.000.000."),
    "not_an_id": _("“{header}” không phải mã của cơ sở dữ liệu (UUID)."),
    "not_a_sex": _("“{header}” phải là Nam hoặc Nữ."),
    "not_a_status": _("“{header}” không thuộc sáu trạng thái của cơ sở dữ liệu."),
    "not_yes_no": _("“{header}” phải là Có hoặc Không."),
    "not_a_day": _("“{header}” không phải là ngày."),
    "month_first": _("“{header}” viết tháng trước ngày."),
    "two_digit_year": _("“{header}” chỉ có hai chữ số của năm."),
    "no_such_day": _("“{header}” là ngày không có trong lịch."),
    "year_out_of_range": _("Năm của “{header}” nằm ngoài khoảng 1900 đến 2100."),
    "in_future": _("“{header}” là {day}, sau hôm nay."),
    "before_the_party": _("“{header}” là {day}, trước ngày thành lập Đảng 03/02/1930."),
    "too_old": _("{age} tuổi mà trạng thái vẫn trong Đảng: xem lại ngày sinh hoặc trạng thái."),
    "joined_before_born": _("Vào Đảng trước ngày sinh {born}."),
    "joined_too_young": _("Vào Đảng lúc {age} tuổi, quy định từ {least} tuổi."),
    "official_before_joined": _("Chính thức trước ngày vào Đảng {joined}."),
    "official_too_early": _("Chính thức trước khi hết {months} tháng dự bị ({ends})."),
    "official_not_at_end": _("Chính thức sau ngày hết dự bị {ends}; quy định tính đúng từ ngày ấy."),
    "left_before_joined": _("“{header}” trước ngày vào Đảng {joined}."),
    "left_but_active": _("Có “{header}” mà trạng thái là Đang sinh hoạt Đảng."),
    "card_before_joined": _("Cấp thẻ trước ngày vào Đảng {joined}."),
    "twins": _("Cùng {why} với {others}."),
    "twins_differ": _("Cùng {why} với {others}; khác nhau ở {differ}."),
    "overdue": _("Vào Đảng {joined}, hết {months} tháng ngày {ends}, quá {days} ngày."),
    "ending": _("Vào Đảng {joined}, hết {months} tháng ngày {ends}, còn {days} ngày."),
    "badge": _("Huy hiệu {years} năm tuổi đảng, tròn ngày {full}."),
    "badge_unsure": _("Huy hiệu {years} năm tuổi đảng, tròn trong năm {year}; ngày vào Đảng {joined} có thể chỉ đúng năm."),
    "small_cell": _("{full} chính thức trong {members} đảng viên."),
    "first_of_january": _("“{header}” là {day}: có thể chỉ biết năm."),
    "only_year": _("“{header}” chỉ có năm {day}."),
    "only_month": _("“{header}” chỉ có tháng {day}."),
}  # fmt: skip

# Why two rows may be one person, and in what they differ.
TWINS = {
    "national_id": _("ID"),
    "personal_number": _("số định danh cá nhân"),
    "card_number": _("số thẻ Đảng"),
    "old_card": _("số thẻ theo QĐ 85"),
    "name_born_joined": _("họ tên, ngày sinh, ngày vào Đảng"),
    "name_born_cell": _("họ tên, ngày sinh, chi bộ"),
    "name": _("họ tên"),
    "born_on": _("ngày sinh"),
    "sex": _("giới tính"),
    "joined_on": _("ngày vào Đảng"),
}

OTHER = _("dòng {number}, {person}, {organisation}")

TABLES = {
    "standing": _("Theo diện"),
    "sex": _("Giới tính"),
    "ethnicity": _("Dân tộc"),
    "age": _("Nhóm tuổi"),
    "party_age": _("Tuổi đảng"),
    "general": _("Giáo dục phổ thông"),
    "professional": _("Chuyên môn, nghiệp vụ"),
    "theory": _("Lý luận chính trị"),
}
LINES = {
    "full": _("Chính thức"),
    "probationary": _("Dự bị"),
    "not_known": _("Không ghi trong tệp"),
    "male": _("Nam"),
    "female": _("Nữ"),
    "up_to_30": _("Đến 30 tuổi"),
    "31_40": _("31–40 tuổi"),
    "41_50": _("41–50 tuổi"),
    "51_60": _("51–60 tuổi"),
    "over_60": _("Trên 60 tuổi"),
    "under_30": _("Dưới 30 năm"),
    "30_39": _("30–39 năm"),
    "40_44": _("40–44 năm"),
    "45_49": _("45–49 năm"),
    "50_54": _("50–54 năm"),
    "55_59": _("55–59 năm"),
    "60_64": _("60–64 năm"),
    "65_69": _("65–69 năm"),
    "70_74": _("70–74 năm"),
    "75_up": _("Từ 75 năm"),
}
HEADS = {
    "organisation": _("Chi bộ"),
    "person": _("Họ và tên (năm sinh)"),
    "row": _("Dòng"),
    "place": _("Ô"),
    "says": _("Nội dung"),
    "what": _("Mục"),
    "members": _("Tổng số"),
    "women": _("Nữ"),
    "probationary": _("Dự bị"),
}
TOTAL = _("Cộng")
NO_CELL = _("Không ghi tổ chức đảng")
NO_NAME = _("Không ghi họ tên")
NOT_A_LIST = _(
    "Tệp không có các cột của danh sách đảng viên (cần ít nhất Họ và tên và ba cột khác). Đề nghị đồng chí chọn tệp xuất từ cơ sở dữ liệu đảng viên."
)
LEFT_ASIDE = ngettext_lazy(
    "{count} dòng không phải đảng viên, không đọc.", "{count} dòng không phải đảng viên, không đọc.", "many"
)
SHEETS = {
    "summary": _("Tổng hợp"),
    "findings": _("Cần sửa, cần xem"),
    "due": _("Đến hạn"),
    "tables": _("Cơ cấu"),
}
