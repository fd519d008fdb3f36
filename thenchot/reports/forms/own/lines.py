"""The lines of the forms of the house: what each prints, and how deep it stands. Data."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Line:
    """A line of a form. `sum_of`: how many lines right below it add up to it (in the sheet's own formula)."""

    label: Words
    code: str
    number: str = ""
    sum_of: int = 0
    bold: bool = False


MOVEMENT = (
    Line(_("Đảng viên đầu kỳ"), "move.opening", "I", bold=True),
    Line(_("Tăng trong kỳ"), "move.in", "II", 5, bold=True),
    Line(_("Kết nạp"), "move.in.admitted", "1"),
    Line(_("Kết nạp lại"), "move.in.admitted_again", "2"),
    Line(_("Chuyển sinh hoạt đến"), "move.in.transferred", "3"),
    Line(_("Khôi phục quyền đảng viên"), "move.in.restored", "4"),
    Line(_("Tăng khác"), "move.in.other", "5"),
    Line(_("Giảm trong kỳ"), "move.out", "III", 6, bold=True),
    Line(_("Chuyển sinh hoạt đi"), "move.out.transferred", "1"),
    Line(_("Từ trần"), "move.out.died", "2"),
    Line(_("Khai trừ"), "move.out.expelled", "3"),
    Line(_("Xóa tên"), "move.out.name_removed", "4"),
    Line(_("Xin ra, cho ra khỏi Đảng"), "move.out.released", "5"),
    Line(_("Giảm khác"), "move.out.other", "6"),
    Line(_("Đảng viên cuối kỳ (I + II − III)"), "move.closing", "IV", bold=True),
    Line(_("Trong đó: đảng viên chính thức"), "M01.full"),
    Line(_("Trong đó: đảng viên dự bị"), "M03"),
)
ORGANISATIONS = (
    Line(_("Tổ chức cơ sở đảng"), "O02", "I", 2, bold=True),
    Line(_("Đảng bộ cơ sở"), "O03", "1"),
    Line(_("Chi bộ cơ sở"), "O04", "2"),
    Line(_("Đảng bộ bộ phận"), "O05", "II", bold=True),
    Line(_("Chi bộ trực thuộc"), "O06", "III", bold=True),
    Line(_("Tổng số chi bộ"), "O06.all", "IV", bold=True),
    Line(_("Chi bộ thôn, tổ dân phố"), "O08", "1"),
    Line(_("Chi bộ có chi ủy"), "O11.with", "2"),
    Line(_("Chi bộ không có chi ủy"), "O11.without", "3"),
    Line(_("Chi bộ dưới 3 đảng viên chính thức"), "O10.under_3", "4"),
    Line(_("Chi bộ dưới 7 đảng viên"), "O10.under_7", "5"),
    Line(_("Tổ chức cơ sở đảng theo loại hình"), "O02", "V", 7, bold=True),
    Line(_("Xã, phường, thị trấn"), "O14.territory", "1"),
    Line(_("Cơ quan"), "O14.agency", "2"),
    Line(_("Đơn vị sự nghiệp"), "O14.public_unit", "3"),
    Line(_("Doanh nghiệp nhà nước"), "O14.state_enterprise", "4"),
    Line(_("Doanh nghiệp ngoài khu vực nhà nước"), "O14.private_enterprise", "5"),
    Line(_("Lực lượng vũ trang"), "O14.armed_forces", "6"),
    Line(_("Loại hình khác hoặc chưa ghi"), "O14.other", "7"),
)
ADMISSIONS = (
    Line(_("Đảng viên mới kết nạp"), "M16", "I", bold=True),
    Line(_("Nữ"), "M19", "1"),
    Line(_("Dân tộc thiểu số"), "M21", "2"),
    Line(_("Đoàn viên thanh niên"), "M20", "3"),
    Line(_("Theo tuổi"), "M16", "II", 6, bold=True),
    Line(_("Từ 30 tuổi trở xuống"), "M24.up_to_30", "1"),
    Line(_("Từ 31 đến 40 tuổi"), "M24.31_40", "2"),
    Line(_("Từ 41 đến 50 tuổi"), "M24.41_50", "3"),
    Line(_("Từ 51 đến 60 tuổi"), "M24.51_60", "4"),
    Line(_("Trên 60 tuổi"), "M24.over_60", "5"),
    Line(_("Chưa ghi tuổi"), "M24.not_known", "6"),
    Line(_("Theo nghề nghiệp"), "M16", "III", 9, bold=True),
    Line(_("Công chức"), "M23.official", "1"),
    Line(_("Viên chức"), "M23.public_employee", "2"),
    Line(_("Lực lượng vũ trang"), "M23.armed_forces", "3"),
    Line(_("Công nhân, người lao động"), "M23.worker", "4"),
    Line(_("Nông dân"), "M23.farmer", "5"),
    Line(_("Học sinh, sinh viên"), "M23.student", "6"),
    Line(_("Đã nghỉ hưu"), "M23.retired", "7"),
    Line(_("Nghề khác"), "M23.other", "8"),
    Line(_("Chưa ghi nghề nghiệp"), "M23.not_known", "9"),
    Line(_("Theo trình độ"), "", "IV", bold=True),
    Line(_("Học vấn trung học phổ thông"), "M22.upper_secondary", "1"),
    Line(_("Có trình độ chuyên môn"), "M22.professional", "2"),
    Line(_("Trong đó: đại học trở lên"), "M22.university", "3"),
)
# Columns of the structure of members: a line for each organisation below.
MEMBERS: tuple[tuple[Words, str], ...] = (
    (_("Tổng số đảng viên"), "M01"), (_("Chính thức"), "M01.full"), (_("Dự bị"), "M03"), (_("Nữ"), "M04"),
    (_("Dân tộc thiểu số"), "M05"), (_("Đoàn viên"), "M07"), (_("Từ 30 tuổi trở xuống"), "M11.up_to_30"),
    (_("31–40 tuổi"), "M11.31_40"), (_("41–50 tuổi"), "M11.41_50"), (_("51–60 tuổi"), "M11.51_60"),
    (_("Trên 60 tuổi"), "M11.over_60"), (_("Đại học trở lên"), "M13.university"),
    (_("Lý luận chính trị trung cấp trở lên"), "M13.theory.intermediate_up"),
)  # fmt: skip
