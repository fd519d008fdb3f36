"""The lines of the forms of the house: what each prints, and how deep it stands. Data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of a form. `sum_of`: how many lines right below it add up to it (in the sheet's own formula)."""

    label: str
    code: str
    number: str = ""
    sum_of: int = 0
    bold: bool = False


MOVEMENT = (
    Line("Đảng viên đầu kỳ", "move.opening", "I", bold=True),
    Line("Tăng trong kỳ", "move.in", "II", 5, bold=True),
    Line("Kết nạp", "move.in.admitted", "1"),
    Line("Kết nạp lại", "move.in.admitted_again", "2"),
    Line("Chuyển sinh hoạt đến", "move.in.transferred", "3"),
    Line("Khôi phục quyền đảng viên", "move.in.restored", "4"),
    Line("Tăng khác", "move.in.other", "5"),
    Line("Giảm trong kỳ", "move.out", "III", 6, bold=True),
    Line("Chuyển sinh hoạt đi", "move.out.transferred", "1"),
    Line("Từ trần", "move.out.died", "2"),
    Line("Khai trừ", "move.out.expelled", "3"),
    Line("Xóa tên", "move.out.name_removed", "4"),
    Line("Xin ra, cho ra khỏi Đảng", "move.out.released", "5"),
    Line("Giảm khác", "move.out.other", "6"),
    Line("Đảng viên cuối kỳ (I + II − III)", "move.closing", "IV", bold=True),
    Line("Trong đó: đảng viên chính thức", "M01.full"),
    Line("Trong đó: đảng viên dự bị", "M03"),
)
ORGANISATIONS = (
    Line("Tổ chức cơ sở đảng", "O02", "I", 2, bold=True),
    Line("Đảng bộ cơ sở", "O03", "1"),
    Line("Chi bộ cơ sở", "O04", "2"),
    Line("Đảng bộ bộ phận", "O05", "II", bold=True),
    Line("Chi bộ trực thuộc", "O06", "III", bold=True),
    Line("Tổng số chi bộ", "O06.all", "IV", bold=True),
    Line("Chi bộ thôn, tổ dân phố", "O08", "1"),
    Line("Chi bộ có chi ủy", "O11.with", "2"),
    Line("Chi bộ không có chi ủy", "O11.without", "3"),
    Line("Chi bộ dưới 3 đảng viên chính thức", "O10.under_3", "4"),
    Line("Chi bộ dưới 7 đảng viên", "O10.under_7", "5"),
    Line("Tổ chức cơ sở đảng theo loại hình", "O02", "V", 7, bold=True),
    Line("Xã, phường, thị trấn", "O14.territory", "1"),
    Line("Cơ quan", "O14.agency", "2"),
    Line("Đơn vị sự nghiệp", "O14.public_unit", "3"),
    Line("Doanh nghiệp nhà nước", "O14.state_enterprise", "4"),
    Line("Doanh nghiệp ngoài khu vực nhà nước", "O14.private_enterprise", "5"),
    Line("Lực lượng vũ trang", "O14.armed_forces", "6"),
    Line("Loại hình khác hoặc chưa ghi", "O14.other", "7"),
)
ADMISSIONS = (
    Line("Đảng viên mới kết nạp", "M16", "I", bold=True),
    Line("Nữ", "M19", "1"),
    Line("Dân tộc thiểu số", "M21", "2"),
    Line("Đoàn viên thanh niên", "M20", "3"),
    Line("Theo tuổi", "M16", "II", 6, bold=True),
    Line("Từ 30 tuổi trở xuống", "M24.up_to_30", "1"),
    Line("Từ 31 đến 40 tuổi", "M24.31_40", "2"),
    Line("Từ 41 đến 50 tuổi", "M24.41_50", "3"),
    Line("Từ 51 đến 60 tuổi", "M24.51_60", "4"),
    Line("Trên 60 tuổi", "M24.over_60", "5"),
    Line("Chưa ghi tuổi", "M24.not_known", "6"),
    Line("Theo nghề nghiệp", "M16", "III", 9, bold=True),
    Line("Công chức", "M23.official", "1"),
    Line("Viên chức", "M23.public_employee", "2"),
    Line("Lực lượng vũ trang", "M23.armed_forces", "3"),
    Line("Công nhân, người lao động", "M23.worker", "4"),
    Line("Nông dân", "M23.farmer", "5"),
    Line("Học sinh, sinh viên", "M23.student", "6"),
    Line("Đã nghỉ hưu", "M23.retired", "7"),
    Line("Nghề khác", "M23.other", "8"),
    Line("Chưa ghi nghề nghiệp", "M23.not_known", "9"),
    Line("Theo trình độ", "", "IV", bold=True),
    Line("Học vấn trung học phổ thông", "M22.upper_secondary", "1"),
    Line("Có trình độ chuyên môn", "M22.professional", "2"),
    Line("Trong đó: đại học trở lên", "M22.university", "3"),
)
# Columns of the structure of members: a line for each organisation below.
MEMBERS: tuple[tuple[str, str], ...] = (
    ("Tổng số đảng viên", "M01"), ("Chính thức", "M01.full"), ("Dự bị", "M03"), ("Nữ", "M04"),
    ("Dân tộc thiểu số", "M05"), ("Đoàn viên", "M07"), ("Từ 30 tuổi trở xuống", "M11.up_to_30"),
    ("31–40 tuổi", "M11.31_40"), ("41–50 tuổi", "M11.41_50"), ("51–60 tuổi", "M11.51_60"),
    ("Trên 60 tuổi", "M11.over_60"), ("Đại học trở lên", "M13.university"),
    ("Lý luận chính trị trung cấp trở lên", "M13.theory.intermediate_up"),
)  # fmt: skip
# As they are called in a paper, whatever language the page is read in.
NAMES = {
    "tang-giam": "Biểu tăng, giảm đảng viên",
    "dang-vien": "Biểu cơ cấu đảng viên",
    "to-chuc": "Biểu tổ chức đảng theo loại hình",
    "ket-nap": "Biểu cơ cấu đảng viên mới kết nạp",
}
