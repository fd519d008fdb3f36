"""Whether persons that a report calls đồng chí, or does not name, are counted as members of the Party."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from . import lexicon
from .folding import pattern

LEAD, TAIL = 240, 44  # characters looked at before and behind
_COMRADES = re.compile(pattern(r" ?(?:đồng chí|đ/c|đ\.c|trường hợp)(?!\w)"))
# “số đảng viên của cả tỉnh là 36.607 người”
_MANY = re.compile(pattern(r" ?người(?!\w)"))
_NUMBER_OF = re.compile(
    pattern(
        r"(?<!\w)(?:số đảng viên|^đảng viên được|[.;:] đảng viên được)(?! [^.;:,()]{0,40}(?:là|gồm) [^\W\d_])[^.;:,()0-9]{0,60}$"
    )
)
# “12 đồng chí là cấp ủy viên”
_OFFICERS = re.compile(
    pattern(r" ?đồng chí là (?:[^\W\d_]+ ){0,2}?(?:cấp ủy|ủy viên|chi ủy|bí thư|cán bộ)(?!\w)")
)
# “đảng viên người dân tộc thiểu số 34.707 đồng chí”
_OF_NATION = re.compile(
    pattern(r"(?<!\w)đảng viên (?:là )?(?:người )?(?:dân tộc(?: thiểu số)?|nữ|dự bị|trẻ)(?: có| là)? $")
)
_PUNISHED = re.compile(
    pattern(
        r" ?người (?:bị |được )?(?:vào đảng|kết nạp|tặng|truy tặng|khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên)(?!\w)"
    )
)
# “kết nạp 45 đảng viên, trong đó nữ 20 đồng chí, đoàn viên thanh niên 31 đồng chí”: kinds of those admitted
_AMONG_ADMITTED = re.compile(
    pattern(
        r"(?<!\w)kết nạp [^.;]{0,30}[0-9] (?:đảng viên|đồng chí)[^.;]{0,60}trong đó[^.;]*?"
        r"(?:nữ|dân tộc thiểu số|đoàn viên(?: thanh niên)?|đại học(?: trở lên)?|theo tôn giáo)(?: có| là)? $"
    )
)
_NAMED = re.compile(pattern(r" ?[^\W\d_]"))
# What only members do or are: the words nearest before the number decide.
_OF_MEMBERS = (
    r"đảng viên(?! và nhân dân)|kết nạp|công nhận chính thức|chuyển (?:đảng )?chính thức|xóa tên|khai trừ|khiển trách|"
    r"ra khỏi đảng|ra đảng|từ trần|huy hiệu|năm tuổi đảng|miễn (?:công tác|sinh hoạt)|khôi phục|đảng tịch|thẻ đảng|"
    r"chuyển sinh hoạt đảng|kỷ luật"
)
_OF_OTHERS = (
    r"cán bộ|cấp ủy|ủy viên|bí thư|quần chúng|học viên|bổ nhiệm|luân chuyển|điều động|quy hoạch|bầu|chỉ định|cử|lãnh đạo|"
    r"đại biểu|học sinh|hội viên|đoàn viên|công chức|viên chức|chủ tịch|giới thiệu|biệt phái|tiếp nhận|dự họp|tham dự|"
    r"phân công|kiêm nhiệm|đào tạo|bồi dưỡng(?: [^\W\d_]+){0,3}? đảng viên|bồi dưỡng|lớp(?: [^\W\d_]+){0,6}? đảng viên|lớp|khởi tố|khiếu nại|tố cáo|bị can|nguồn|trưởng thôn|người|lượt|diện ban thường vụ"
)
_DECIDES = re.compile(pattern(rf"(?<!\w)(?:(?P<members>{_OF_MEMBERS})|(?:{_OF_OTHERS}))(?!\w)"))
# “đảng viên là người dân tộc thiểu số 45 đồng chí”: who they are comes before “là”.
_COPULA = re.compile(pattern(r"(?<!\w)là [^.;,:()]{0,80}"))
_COMPLAINED = re.compile(pattern(r"(?<!\w)(?:khiếu nại|tố cáo)(?!\w)"))
_BEHIND = re.compile(
    pattern(
        r"[^.;:(0-9]{0,24}?(?:bị khai trừ|bị xóa tên|bị khiển trách|bị cảnh cáo|được kết nạp|[0-9]{2} năm tuổi đảng|"
        r"được công nhận chính thức|đảng viên)(?!\w)"
    )
)
_ADMITTED = re.compile(pattern(r"kết nạp(?: được| vào đảng| đảng| đảng cho| cho| mới)* (?:[0-9.]+ ?/ ?)?$"))
_OUTSTANDING = re.compile(pattern(r" ?(?:quần chúng|đoàn viên|học sinh|sinh viên)(?: ưu tú)?(?!\w)"))


def of_members(text: str, start: int, number: int, end: int, handed: str) -> bool:
    """Whether the persons of the number at `number:end` are members, by the sentence that begins at `start`.

    `handed` is the unit that the sentence before counted.
    """
    lead = _COPULA.sub("", text[max(start, number - LEAD) : number])
    if _OUTSTANDING.match(text, end):
        return bool(_ADMITTED.search(lead))
    if _PUNISHED.match(text, end):
        return True
    if _OF_NATION.search(lead):
        return True
    if _MANY.match(text, end) and _NUMBER_OF.search(lead):
        return True
    if not _COMRADES.match(text, end) or _COMPLAINED.search(lead):
        return False
    if _OFFICERS.match(text, end):
        return False
    if _BEHIND.match(text[end : end + TAIL]):
        return True
    if _AMONG_ADMITTED.search(lead):
        return True
    said = list(_DECIDES.finditer(lead))
    return bool(said[-1]["members"]) if said else handed == lexicon.MEMBERS
