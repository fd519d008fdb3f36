"""Words that say that something was done, or befell."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from .folding import pattern

# Done in the time (counts of acts) or so at a moment (counts of what there is).
ACTS = re.compile(
    pattern(
        r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|cho ra khỏi|đưa ra khỏi|(?<!ủy ban )kiểm tra|giám sát|kỷ luật|khiển trách|cảnh cáo|cách chức|"
        r"(?<!ban )(?<![0-9] )tổ chức(?! đảng| cơ sở| hội| công đoàn| chính trị| đoàn| bộ máy| cấp)|mở|ban hành|bổ nhiệm|luân chuyển|điều động|đào tạo|bồi dưỡng|tiếp nhận|(?<!trực )tiếp(?! tục| theo)|giải quyết|khởi tố|"
        r"thành lập|trao|tặng|truy tặng|cử(?! tri| nhân| tuyển)|hỗ trợ|giúp|thu(?! hút)|chi(?! bộ| ủy| cục| đoàn| hội)|nộp|chuyển(?! biến)|đổi|phát hiện|xử lý|công nhận|giảm|tăng(?! cường)|"
        r"sáp nhập|giải thể|tuyên truyền|đăng|phát triển|(?<!biên chế được )giao|tham gia|xét|thẩm định|rà soát|khen thưởng|biểu dương|"
        r"phát động|huy động|vận động|xây mới|sửa chữa|trồng|xảy ra|tiêu hủy|tiêm|(?<!đi )làm(?! việc| điểm)|tinh giản|thanh tra|truy tố|xét xử|quán triệt)(?!\w)"
    )
)
HAPPENS = re.compile(
    pattern(
        r"(?<!\w)(?:bị|được|vi phạm|hoàn thành|tham gia|dự|học|đạt|(?<!sắp )xếp|đăng ký|thực hiện|đề nghị|xin|mất|đánh giá|phân loại|bình xét|trong sạch|vững mạnh|yếu kém|từ trần|tham dự|lượt|mới)(?!\w)"
    )
)
