"""What `verify` says: what it found, what it proves, what it does not (security 3.4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

BOOK = {
    "line_in_place": _("Bản ghi {place}: sai chỗ, hoặc không đúng cách viết duy nhất."),
    "columns_repeat_the_head": _("Bản ghi {place}: cột tìm kiếm khác nội dung đã ký."),
    "entry_can_be_read": _("Bản ghi {place}: không đọc được."),
    "time_goes_forward": _("Bản ghi {place}: thời điểm ghi trước bản ghi đứng trước nó."),
    "facts_gone_without_erasure": _("Bản ghi {place}: mất dữ liệu mà sổ không có lần xóa nào."),
    "facts_are_the_ones_committed": _("Bản ghi {place}: dữ liệu khác với dữ liệu đã cam kết."),
    "checkpoint_is_ours": _("Lần ký {place}: không phải chữ ký của cơ sở này."),
    "checkpoint_matches_the_book": _("Lần ký {place}: sổ khác với sổ đã ký."),
    "book_is_cut": _("Tệp đối chứng có {place} bản ghi, sổ này ngắn hơn: sổ bị cắt hoặc là bản cũ."),
    "two_books": _(
        "HAI SỔ: ở {place} bản ghi, tệp đối chứng và sổ này khác nhau. Đề nghị dừng và giữ cả hai."
    ),
    "own_checkpoint_is_gone": _("Lần ký trong tệp đối chứng ({place} bản ghi) không còn trong sổ."),
    "periods_follow_the_book": _(
        "Trạng thái tính sẵn từ bản ghi {place} khác với sổ; sổ vẫn đúng, cần dựng lại."
    ),
}
GUARD_MISSING = _("Thiếu chốt bảo vệ {name} của cơ sở dữ liệu. Chạy `thenchot law upgrade` để đặt lại.")
PASSED = _("Cơ sở dữ liệu không từ chối: {name}.")
SEALED = {
    "tampered": _("Hồ sơ {person}: bị sửa hoặc chép từ nơi khác, không mở được."),
    "missing": _("Hồ sơ {person}: mất, mà sổ không có lần xóa nào."),
    "swapped": _("Hồ sơ {person}: nội dung khác với lần sửa sổ đã ghi."),
    "not_in_book": _("Hồ sơ {person}: có lần sửa chưa vào sổ."),
}
LOG = {
    "gap": _("Nhật ký truy cập, dòng {seq}: đứt quãng."),
    "columns": _("Nhật ký truy cập, dòng {seq}: cột khác nội dung."),
    "missing": _("Nhật ký truy cập, dòng {seq}: mất phần ai xem ai."),
    "changed": _("Nhật ký truy cập, dòng {seq}: phần ai xem ai bị sửa."),
    "unreadable": _("Nhật ký truy cập, dòng {seq}: không đọc được."),
    "nobodys": _("Nhật ký truy cập, dòng {seq}: có phần ai xem ai mà không có dòng gốc."),
    "guard": _("Thiếu chốt bảo vệ {name} của nhật ký truy cập."),
    "checkpoint_is_ours": _("Nhật ký truy cập, lần ký {seq}: không phải chữ ký của cơ sở này."),
    "checkpoint_matches": _("Nhật ký truy cập, lần ký {seq}: nhật ký khác với nhật ký đã ký."),
    "signed_more": _("Nhật ký truy cập, lần ký {seq}: đã ký nhiều dòng hơn hiện có; phần cuối bị cắt."),
    "kept_is_ours": _("Tệp log-checkpoint.txt cạnh sổ không phải chữ ký của cơ sở này."),
    "log_is_cut": _("Tệp đối chứng nhật ký có {seq} dòng, nhật ký này ngắn hơn: bị cắt hoặc là bản cũ."),
    "two_logs": _("HAI NHẬT KÝ: ở {seq} dòng, tệp đối chứng và nhật ký này khác nhau. Đề nghị giữ cả hai."),
}
CLOSING = {
    "signature": _("Lần chốt {code}: chữ ký {where}."),
    "manifest": _("Lần chốt {code}: trang đầu bị sửa ({where})."),
    "checkpoint": _("Lần chốt {code}: lần ký của sổ không khớp ({where})."),
    "file": _("Lần chốt {code}: tệp bị sửa, thiếu hoặc lạ: {where}."),
    "row": _("Lần chốt {code}: dòng khác với dòng đã ký: {where}."),
    "version": _("Lần chốt {code}: phiên bản {where} của chương trình lập; đề nghị kiểm bằng phiên bản ấy."),
    "figure": _("Lần chốt {code}: đếm lại từ các dòng ra số khác: {where}."),
}

PROVES = {
    "lines": _(
        "{size} bản ghi và mọi dữ liệu còn lại đúng là những gì đã cam kết; {erased} bản ghi đã xóa dữ liệu."
    ),
    "checkpoints": _(
        "Cây của sổ cho đúng gốc của cả {checkpoints} lần ký, lần sau nối tiếp lần trước; gốc nay {root}."
    ),
    "periods": _("{periods} quãng trạng thái tính sẵn đúng như sổ."),
    "guards": _("Cơ sở dữ liệu có đủ chốt chống sửa, xóa, thay."),
    "tried": _("Đã thử {count} cách sửa, xóa, thay trên sổ thật với vai {role}; tất cả bị từ chối:"),
    "sealed": _("{count} hồ sơ niêm phong đúng là lần sửa mà sổ đã ghi."),
    "log": _("{count} dòng nhật ký truy cập liền nhau, đúng như đã ghi."),
    "log_signed": _("Nhật ký truy cập cho đúng gốc của cả {checkpoints} lần ký; {lines} dòng đã ký."),
    "closings": _(
        "{count} lần chốt: chữ ký, từng dòng, từng số đếm lại đều đúng; {erased} dòng đã xóa dữ liệu."
    ),
}
UNWITNESSED = _("Phần chưa có đối chứng: {count} bản ghi, từ {since}.")
UNOPENED = _("Kho hồ sơ chưa mở khóa nên chưa đối chiếu hồ sơ với sổ.")
UNRECORDED = _("Hồ sơ chưa vào sổ: {count}; quá 24 giờ thì xóa bằng `thenchot keys forget-unrecorded`.")
NOT_PROVED = (
    _("Điều đã ghi là đúng sự thật."),
    _("Mọi việc xảy ra đều đã ghi (chỉ người giữ biên nhận chứng minh được cho việc của mình)."),
    _("Chính người có tài khoản đã ngồi trước máy."),
    _("Giờ của một việc giữa hai lần có đối chứng (đồng hồ của máy chủ)."),
    _("Những gì ghi sau lần ký cuối cùng đã gửi ra khỏi cơ sở."),
    _("Chủ sổ không đưa hai sổ khác nhau cho hai cấp trên: các cấp trên cần so gốc với nhau."),
)
