"""Words of this floor: roles, actions, why something is refused, what a second person is told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .actions import Action
from .events import Managing, Role
from .limits import AuditGround, Ground
from .log import Door
from .rights import Why

ROLES = {
    Role.MEMBER: _("Đảng viên"),
    Role.CELL_SECRETARY: _("Bí thư, phó bí thư chi bộ"),
    Role.OFFICE: _("Văn phòng cấp ủy"),
    Role.ORGANISING: _("Ban Tổ chức, Ban Xây dựng Đảng"),
    Role.INSPECTION: _("Cán bộ kiểm tra"),
    Role.INSPECTION_LEAD: _("Phụ trách ủy ban kiểm tra"),
    Role.PETITION: _("Cán bộ tiếp nhận đơn"),
    Role.CONFIRMER: _("Người xác nhận"),
    Role.LEADER: _("Thường trực, ban thường vụ"),
    Role.AUDITOR: _("Giám sát hệ thống"),
    Role.ADMINISTRATOR: _("Quản trị kỹ thuật"),
    Role.KEY_HOLDER: _("Người giữ phiếu khóa"),
}

MANAGING = {
    Managing.GRASSROOTS: _("Diện cấp ủy cơ sở quản lý"),
    Managing.COMMUNE: _("Diện đảng ủy cấp xã quản lý"),
    Managing.PROVINCE: _("Diện Ban Thường vụ Tỉnh ủy quản lý"),
    Managing.CENTRE: _("Diện Trung ương quản lý"),
}

ACTIONS = {
    Action.RECORD_ORGANISATIONS: _("Ghi việc về tổ chức đảng"),
    Action.RECORD_MAP: _("Ghi việc về địa bàn, cơ quan, đơn vị"),
    Action.RECORD_PEOPLE: _("Ghi lý lịch để thống kê"),
    Action.RECORD_MEMBERSHIP: _("Ghi việc về đảng viên"),
    Action.RECORD_OFFICES: _("Ghi chức vụ"),
    Action.CLEAR_REVIEW: _("Giải quyết mục cần xem lại"),
    Action.CORRECT: _("Đính chính bản ghi"),
    Action.ANNUL: _("Hủy bản ghi"),
    Action.ANNUL_OLD: _("Hủy bản ghi quá 30 ngày hoặc thuộc kỳ đã chốt"),
    Action.IMPORT: _("Nạp danh sách"),
    Action.UNDO_IMPORT: _("Hoàn tác lần nạp trong một ngày"),
    Action.UNDO_OLD_IMPORT: _("Hoàn tác lần nạp sau một ngày"),
    Action.PREPARE_CLOSING: _("Lập biểu chốt số liệu"),
    Action.REVIEW_CLOSING: _("Soát biểu chốt số liệu"),
    Action.APPROVE_CLOSING: _("Duyệt chốt số liệu"),
    Action.SUBMIT_CLOSING: _("Nộp số liệu lên cấp trên"),
    Action.RECEIVE_CLOSING: _("Nhận hoặc trả lại số liệu của cấp dưới"),
    Action.ISSUE: _("Phát hành báo cáo, gói số liệu"),
    Action.BIND_FORM: _("Nạp biểu Excel, gắn số liệu vào ô"),
    Action.DRAFT_REPORT: _("Lập dự thảo báo cáo"),
    Action.WRITE_SECTION: _("Viết mục của báo cáo"),
    Action.RECONCILE: _("Đối khớp với tệp của cơ sở dữ liệu quốc gia"),
    Action.SEE_FIGURES: _("Xem số liệu"),
    Action.SEE_ROWS: _("Mở số liệu thành dòng mang mã"),
    Action.SEE_NAMES: _("Mở số liệu thành danh sách có tên"),
    Action.SEE_ROLL: _("Xem danh sách đảng viên"),
    Action.SEE_PERSON: _("Xem trích ngang đảng viên"),
    Action.SEE_GRADES: _("Xem kết quả xếp loại"),
    Action.SEE_ORGANISATION: _("Xem tổ chức đảng"),
    Action.FIND: _("Tìm đảng viên theo tên, số"),
    Action.REVEAL: _("Mở số định danh, điện thoại, địa chỉ"),
    Action.EXPORT: _("Xuất danh sách không có số định danh"),
    Action.EXPORT_MANY: _("Xuất danh sách trên 500 người"),
    Action.EXPORT_NUMBERS: _("Xuất danh sách có số định danh"),
    Action.ERASE: _("Xóa dữ liệu của một người"),
    Action.GRANT_ROLE: _("Giao vai trò có hai người"),
    Action.GRANT_CELL_ROLE: _("Giao vai trò ở chi bộ, phiếu khóa"),
    Action.END_ROLE: _("Thôi giao vai trò"),
    Action.CONFIRM: _("Xác nhận việc người khác đề nghị"),
    Action.LOAD_VALUE: _("Nạp giá trị quy định"),
    Action.LOAD_VALUE_READ: _("Nạp giá trị quy định là chắc chắn"),
    Action.VERIFY: _("Kiểm tra tính toàn vẹn của sổ"),
    Action.BACKUP: _("Sao lưu"),
    Action.RESTORE: _("Phục hồi từ bản sao lưu"),
    Action.ROTATE_KEYS: _("Thay khóa"),
    Action.MANAGE_ACCOUNTS: _("Lập, khóa tài khoản"),
    Action.RESET_ACCOUNT: _("Cấp lại mật khẩu, mở khóa tài khoản"),
    Action.UPGRADE: _("Nâng cấp phần mềm"),
    Action.SEE_LOG: _("Xem từng dòng nhật ký truy cập khi có căn cứ"),
    Action.SEE_TASKS: _("Xem Việc cần làm"),
    Action.RECORD_DEADLINE: _("Thêm hạn từ công văn"),
    Action.ANSWER_DEADLINE: _("Trả lời hạn: không phát sinh, đã nộp"),
    Action.ANSWER_ERROR: _("Trả lời báo thông tin chưa đúng"),
    Action.SEE_OWN_RECORD: _("Xem Trang của đảng viên"),
    Action.REPORT_OWN_ERROR: _("Báo thông tin chưa đúng"),
    Action.SEE_WHO_LOOKED: _("Xem tổ chức nào đã xem hồ sơ của mình"),
    Action.SEE_LAW: _("Xem giá trị quy định"),
    Action.SIGN_IN_SETTINGS: _("Đặt cách đăng nhập, xem các phiên của mình"),
}

WHY = {
    Why.ALLOWED: _("Được làm."),
    Why.SECOND_PERSON: _("Việc này cần người thứ hai xác nhận trong 72 giờ."),
    Why.NO_ROLE: _("Đồng chí chưa được giao vai trò làm việc này. Đề nghị hỏi người xác nhận của đơn vị."),
    Why.OUT_OF_SCOPE: _("Nội dung này không thuộc phạm vi tổ chức đồng chí được giao."),
    Why.MANAGED_ABOVE: _("Cán bộ này thuộc diện cấp trên quản lý. Đề nghị liên hệ cấp quản lý."),
    Why.HOLDING: _("Loại cơ sở này không được giữ dữ liệu ấy. Đề nghị xem bảng loại cơ sở."),
    Why.BLOCKED: _("Tài khoản đang bị khóa. Đề nghị liên hệ người quản trị."),
    Why.NOT_LISTED: _("Việc này không có trong danh mục quyền nên không làm được."),
    Why.LAST_CONFIRMER: _(
        "Đây là người xác nhận cuối cùng của tổ chức cao nhất trong sổ."
        " Đề nghị giao vai trò cho đồng chí khác trước."
    ),
    Why.ONESELF: _("Không ai tự giao vai trò cho mình. Đề nghị người xác nhận khác lập đề nghị."),
}

NOT_CONFIRMED = {
    "gone": _("Đề nghị này không còn: đã được trả lời hoặc đã rút."),
    "same_person": _("Người đề nghị không tự xác nhận. Cần một đồng chí khác xác nhận."),
    "expired": _("Đề nghị đã quá 72 giờ nên hết hiệu lực. Đề nghị lập lại."),
    "changed": _("Nội dung đề nghị không khớp mã băm đã ghi trong sổ nên không ghi được. Đề nghị lập lại."),
    "lacking": _(
        "Có đơn vị chưa xác nhận số liệu mà đề nghị không nêu."
        " Đề nghị xem lại trang chốt số liệu rồi lập đề nghị khác."
    ),
    "not_yours": _("Đồng chí không phải người thứ hai của đề nghị này."),
    "oneself": _("Đồng chí không xác nhận vai trò giao cho chính mình."),
    "own_account": _("Đồng chí không xác nhận việc cấp lại mật khẩu của chính mình."),
    "no_paper": _("Cấp trên không ở trong sổ này nên cần số và ngày văn bản của cấp trên giao vai trò."),
    "asker": _("Người đề nghị không còn quyền làm việc này nên đề nghị không xác nhận được."),
}

OBJECTIONS = {
    "scope_exists": _("Tổ chức của vai trò không tồn tại vào ngày {day}."),
    "member_is_not_granted": _(
        "Quyền xem hồ sơ của chính mình đi cùng tài khoản của đảng viên, không giao riêng."
    ),
    "incompatible_roles": _(
        "Một người không giữ cùng lúc hai vai trò này: quản trị kỹ thuật không mở hồ sơ,"
        " giám sát hệ thống không ghi sổ. Đề nghị thôi vai trò kia trước hoặc giao người khác."
    ),
    "not_held_already": _("Tài khoản đã giữ vai trò này."),
    "held_before_it_ends": _("Tài khoản không giữ vai trò này nên không có gì để thôi."),
    "request_is_open": _("Đề nghị này đã được trả lời."),
    "confirmed_as_requested": _("Nội dung xác nhận không phải nội dung đã đề nghị."),
}

TOO_MANY = {
    Door.FIND: _("Trong một giờ đồng chí đã tìm {most} lần. Đề nghị chọn lý do rồi tiếp tục."),
    Door.PERSON: _("Trong một giờ đồng chí đã mở {most} trang đảng viên. Đề nghị chọn lý do rồi tiếp tục."),
    Door.REVEAL: _(
        "Trong một giờ đồng chí đã mở {most} số định danh, điện thoại, địa chỉ."
        " Đề nghị chọn lý do rồi tiếp tục."
    ),
}
GROUNDS = {
    Ground.ROLL: _("Rà soát danh sách, đối khớp"),
    Ground.IMPORT: _("Đối chiếu danh sách vừa nạp"),
    Ground.MEETING: _("Chuẩn bị sinh hoạt, hội nghị, đại hội"),
    Ground.TRANSFER: _("Chuyển sinh hoạt đảng"),
    Ground.GRADING: _("Kiểm điểm, đánh giá, xếp loại"),
    Ground.AWARD: _("Xét tặng Huy hiệu Đảng, khen thưởng"),
    Ground.REPORT: _("Làm báo cáo, biểu"),
}
AUDIT_GROUNDS = {
    AuditGround.RUNS: _("Xem các lần mở nhiều bất thường"),
    AuditGround.REQUEST: _("Đảng viên đề nghị cho biết ai đã xem"),
    AuditGround.COMPLAINT: _("Đơn, phản ánh"),
    AuditGround.INCIDENT: _("Sự cố"),
    AuditGround.PLAN: _("Kiểm tra theo kế hoạch"),
}
DOORS = {
    Door.FIND: _("tìm đảng viên"),
    Door.PERSON: _("mở trang đảng viên"),
    Door.REVEAL: _("mở số định danh, điện thoại, địa chỉ"),
}

SIGN_IN_REFUSED = _("Chưa đăng nhập được. Đề nghị kiểm tra tên, mật khẩu hoặc liên hệ người quản trị.")
NAME_REFUSED = {
    "form": _("Tên đăng nhập gồm 3 đến 32 chữ thường không dấu, chữ số, dấu chấm, gạch; bắt đầu bằng chữ."),
    "taken": _("Tên đăng nhập này đã có. Đề nghị chọn tên khác."),
}
PASSWORD = {
    "short": _("Mật khẩu cần ít nhất 15 ký tự; nên dùng một câu dễ nhớ."),
    "long": _("Mật khẩu dài quá 128 ký tự."),
    "guessable": _("Mật khẩu chỉ gồm từ, năm, dãy phím thường gặp. Đề nghị thêm từ riêng của đồng chí."),
    "same": _("Mật khẩu mới trùng mật khẩu đang dùng. Đề nghị chọn mật khẩu khác."),
}
FOUNDING_REFUSED = {
    "begins_later": _("Sổ không thể bắt đầu từ một ngày chưa đến."),
    "same_name": _("Người nhập sổ và người xác nhận phải là hai người khác nhau."),
    "no_decision": _("Cần số và ngày quyết định giao hai vai trò đầu tiên; ngày ký không ở tương lai."),
}
ALREADY_FOUNDED = _("Cơ sở này đã lập sổ; không lập lại.")
NOT_FOUNDED = _("Chưa lập sổ ở thư mục này. Đề nghị chạy `thenchot init`.")
MODE_DIFFERS = _("Khóa và sổ không cùng một cơ sở (thử nghiệm hoặc chính thức) nên không mở.")
DEMO_STAYS_HERE = _(
    "Cơ sở thử nghiệm chỉ mở trên chính máy này (127.0.0.1)."
    " Để phục vụ máy khác, tạo cơ sở thật bằng `thenchot init`."
)
