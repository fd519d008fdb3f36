"""Numbers that count nothing: dates, years, document numbers, ordinals, marks, telephones, hours, codes."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re

from . import units
from .folding import Folded, pattern

# What a number may be the name of: “chi bộ 3”, “Điều 12”, “Biểu 2”, “đợt 1”. Whole words, directly before it.
_NAMED_BY_NUMBER = (
    "điều|khoản|chương|mục|tiết|tiểu mục|trang|bảng|biểu|biểu số|phụ lục|mẫu|hình|tập|quyển|bước|vòng|bậc|hạng|"
    "lần|lần thứ|thứ|khóa|khóa thứ|kỳ họp|kỳ họp thứ|phiên họp|phiên họp thứ|phiên|hội nghị lần|quốc lộ|tỉnh lộ|"
    "đường tỉnh|tổ dân phố|tổ|khu phố|khu|khối phố|thôn|xóm|ấp|phường|quận|nhà số|số nhà|ngõ|phòng số|cấp độ|"
    "mức độ|giai đoạn|nhóm|câu|đại hội|đại hội đảng|ngạch|đối tượng|chi bộ số|tiểu khu|cột|dòng|chú thích|ghi chú|"
    "đội|công an|trường|khẩu hiệu|version|phiên bản|mã|mã số|top|covid|sars-cov|đợt|số lần|phần"
)
# The same word with another word before it counts: “hạng mục 3”, “thành phần 5 người”, “tài khoản 12”.
_NOT_AFTER = (
    "(?<!hạng )(?<!vũ )(?<!danh )(?<!nông )(?<!tài )(?<!thành )(?<!góp )(?<!cổ )(?<!đại )(?<!tiêu )(?<!phát )(?<!quân )"
    "(?<!một )(?<!mỗi )(?<!toàn )(?<!các )(?<!liên )(?<!xã, )(?<!thôn, )(?<!xã và )"
)
# A number right after a kind of document is its number; “Nghị quyết 18, 19”, “Quy định 08 và 37”.
_DOCUMENT = (
    "nghị quyết(?: trung ương| hội nghị trung ương| tw)?|chỉ thị|kết luận|quy định|quyết định|hướng dẫn|"
    r"(?<!\()kế hoạch|(?<=\()kế hoạch(?! [0-9.]{1,9} ?\))|"  # “kết nạp 96 đảng viên (kế hoạch 106)” is a target
    "đề án|chương trình(?: hành động)?|thông báo|thông tri|thông tư|nghị định|công văn|tờ trình|báo cáo|(?<!kỷ )luật|"
    "ban chỉ đạo|pháp lệnh|công điện|giấy phép|văn bản|hội nghị trung ương|trung ương|tw|bch tw|công ước|dự án"
)
_MONTHS = r"(?:0?[1-9]|1[0-2])"
_DAYS = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:19|20)[0-9]{2}"
_GAP = r" ?[-/.] ?"
_LIST = r"(?: ?(?:,|và|hoặc|đến|-|&) ?(?:số )?"
_ENDS = r"(?= ?(?:[,;.:)\"]|và(?!\w)|của(?!\w)|khóa|-|$|về(?!\w)|ngày|năm|hoặc|\())"

PATTERNS = tuple(
    re.compile(pattern(written))
    for written in (
        # ngày 15 tháng 12 năm 2024 · 20-10-2022 · 16/4/2018 · 15-16/5/2025 · tháng 6/2025 · quý I/2025 · 3/2
        rf"(?<![0-9.,/])(?:{_DAYS} ?(?:-|và|,|đến) ?)?{_DAYS}{_GAP}{_MONTHS}{_GAP}{_YEAR}(?![0-9])",
        rf"(?<![0-9.,/])(?:{_DAYS} ?(?:-|và|,|đến) ?)?{_DAYS} tháng {_MONTHS}(?: năm {_YEAR})?(?![0-9])",
        r"(?<!\w)ngày(?: mùng| mồng)? [0-9]{1,2}(?: ?[-,/.] ?[0-9]{1,2}| và [0-9]{1,2}){0,6}(?![0-9%])",
        rf"(?<!\w)(?:đợt|dịp|đến|từ|trước|sau|hết|hôm|sáng|chiều|tối|và|thời điểm|mốc) {_DAYS}[/-]{_MONTHS}"
        rf"(?: ?(?:,|và|-) ?{_DAYS}/{_MONTHS}){{0,12}}(?![0-9]|[.,][0-9])(?! (?:bí thư|chi bộ|đảng|chủ tịch|xã|phường|thôn|huyện|tổ|đồng chí|cán bộ|cơ quan|đơn vị|trường|hộ|vụ|cuộc|người|mô hình|tiêu chí|chỉ tiêu|nhiệm vụ))",
        rf"(?<![0-9.,/]){_DAYS}/{_MONTHS} ?- ?{_DAYS}/{_MONTHS}(?:/{_YEAR})?",
        rf"\( ?{_DAYS}/{_MONTHS}(?:/[0-9]{{4}})?(?: ?- ?{_DAYS}/{_MONTHS}/[0-9]{{4}})? ?\)",
        r"(?<!\w)(?<![0-9] )tháng (?:[0-9]{1,2}(?: ?(?:,|và|-|đến|đến tháng) ?[0-9]{1,2}){0,12})(?: ?[/-] ?[0-9]{4}| năm [0-9]{4})?(?![0-9])",
        r"(?<!\w)(?:quý|q) ?(?:[ivx]+|[1-4])(?: ?(?:,|và|-) ?(?:quý )?(?:[ivx]+|[1-4])){0,12}(?: ?[/-] ?[0-9]{4}| năm [0-9]{4})?(?![\w])",
        rf"(?<![0-9.,/]){_MONTHS}{_GAP}{_YEAR}(?![0-9%]|[.,][0-9])",
        # năm 2024 · các năm 2021, 2022 và 2023 · 2020 - 2025 · từ 2010 · đến 2030 · năm thứ 3
        r"(?<!\w)năm(?: học)? (?:[0-9]{4})(?: ?(?:,|và|-|/|đến|so với|đến năm|và năm|, năm) ?[0-9]{4}){0,12}(?![0-9]|\.[0-9])",
        rf"(?<![0-9.,]){_YEAR} ?[-/] ?{_YEAR}(?![0-9])",
        rf"(?<![0-9.,/-]){_YEAR}(?![0-9%/]|[.,][0-9]| ?%)(?= ?(?:[,;:)\]\"]|\.(?!\w)|$|-|đến|là|đạt|và|của|trên|chiếm|tăng|giảm|có))",
        rf"(?<!\w)(?:từ|đến|trước|sau|giai đoạn|nhiệm kỳ|thời kỳ|khóa|tầm nhìn|hết|cuối|đầu|giữa|cùng kỳ|so với|niên khóa) {_YEAR}(?![0-9]|[.,][0-9])",
        # 30 năm tuổi Đảng · Huy hiệu 40, 50 năm · 6 tháng đầu năm · 15 ngày · 8 giờ 30 · dưới 40 tuổi
        r"(?<![0-9.,])(?:[0-9]{1,3}|(?<!năm )(?<!năm: )(?<!tuổi đảng )(?<!tuổi đảng: )[0-9]{1,2}(?: ?(?:,|và|-|đến|đến dưới|/) ?[0-9]{1,2}){1,12})(?:,[0-9]+)? ?(?:độ|năm(?! (?:19|20)[0-9]{2})|tháng|tuần|quý|giờ|phút|giây|tuổi|thế kỷ|thập kỷ|nhiệm kỳ|ngày(?! công| hội| thứ bảy| chủ nhật))(?!\w)",
        r"(?<!\w)huy hiệu(?: đảng)?(?: loại)? [0-9]{2}(?: ?(?:,|và|-) ?[0-9]{2}){0,12}(?= ?(?:năm|,|;|\.|\)|cho|$))",
        r"(?<![0-9.,])[0-9]{1,2} ?(?:h|g)(?: ?[0-9]{2})?(?!\w)",
        r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",
        r"(?<![0-9])(?:24 ?/ ?24|24 ?/ ?7|(?<=tỷ lệ )50 ?/ ?50|(?<=cơ hội )50 ?/ ?50)(?![0-9])",
        # số 21-KL/TW · 02 - QĐ/HU · 19/2018/NĐ-CP · Nghị quyết 18, 19 · Nghị quyết Trung ương 4 · Ban Chỉ đạo 35
        r"(?<![0-9])[0-9]{1,5} ?[-/] ?[a-zđ]{1,6}(?:\.[a-zđ]+)? ?/ ?[a-zđ][a-zđ.-]{0,12}(?!\w)",
        r"(?<![0-9])[0-9]{1,5}/[0-9]{4}/[a-zđ][\wđ-]*",
        r"(?<![0-9])[0-9]{1,5} ?-(?:kl|nq|ct|qđ|qđi|hd|kh|tb|bc|cv|tt|ctr|đa|qc|qđ-ttg|nđ-cp|nq-cp)(?!\w)",
        rf"(?<!\w)(?:{_DOCUMENT}) [0-9]{{1,4}}{_LIST}[0-9]{{1,4}}){{0,12}}(?![0-9%]|[.,][0-9]| ?/[0-9])(?:{_ENDS}|(?= ))(?! ?(?:%|nghìn|triệu|tỷ))",
        r"(?<!tổng )(?<!trong )(?<!trên )(?<!cộng )(?<!với )(?<!thiểu )(?<!đa )(?<!dân )(?<!chỉ )(?<!hệ )(?<!quân )(?<!sĩ )"
        r"(?<!doanh )(?<!tỷ )(?<!điểm )(?<!\w)số(?: hiệu| ký hiệu)?[: ] ?[0-9]{1,5}(?:[-/][\w-]+){0,12}"
        rf"{_LIST}[0-9]{{1,5}}(?![0-9.,]*[0-9])){{0,12}}(?![0-9%]|[.,][0-9]| (?:đảng viên|đồng chí|tổ chức|chi bộ|người|trường hợp)(?!\w))",
        # khóa 13 · lần thứ 9 · Điều 12, 13 · tổ 5 · thứ 3/63 · 1/3 số · phó 1
        rf"(?<!\w){_NOT_AFTER}(?:{_NAMED_BY_NUMBER}) [0-9]{{1,3}}(?:[a-zđ](?!\w)|\.[0-9]{{1,2}}(?![0-9]))?"
        rf"(?: ?(?:,|và|-|/) ?[0-9]{{1,3}}(?={_ENDS[3:-1]})){{0,12}}(?![0-9%]|[.,][0-9]|/[0-9]| ?(?:%|lượt|đồng chí|đảng viên|cuộc|người))",
        # “Tiêu chí 1: …” · hạng 3/63 · OCOP 3 sao · “3 không” (a name, read by implied.py)
        r"(?<!\w)(?:tiêu chí|chỉ tiêu|nội dung|nhiệm vụ|mục tiêu|giải pháp|vấn đề|dự án|tiểu dự án|nhóm|lớp|tổ|đội|chi bộ|câu)(?: số)? [0-9]{1,2}(?= ?[:)])",
        r"(?<!\w)(?:thứ|hạng|vị trí) [0-9]{1,3}/[0-9]{1,3}",
        r"(?<![0-9.,])[1-5] sao(?!\w)",
        r"(?<![0-9.,])[2-9] (?:tốt|không|nhất|sạch|giữ|sẵn sàng|có|tiên phong|chủ động)(?=\")|(?<=bộ )[2-9] tốt|(?<=cơ sở )[2-9] tốt",
        r"(?<!\w)(?<!thời )(?<!quan )điểm [0-9]{1,2}(?= ?(?:,|khoản|điều|mục))",
        r"\((?:kỳ|bài|phần|tập|số) [0-9]{1,3}\)",
        r"(?<!\w)(?:kỳ|bài|phần|tập) [0-9]{1,2}(?= ?(?::|\.(?![0-9])))",
        r"(?<!\w)cấp [1-4](?![.,]?[0-9])(?= ?(?:[,;.)]|$|là|có|trở|chiếm|đạt))",
        r"(?<![0-9.,/])[1-4]/[2-5] (?=(?:tổng )?số|thời gian|ủy viên|chặng)",
        # (1) · [2] · 1. · 1.1. · 1.2.3 · 1) · 2/ · 1- at the head of a line
        r"[(\[] ?[0-9]{1,3}[)\]]",
        r"^ ?[(\[]?[0-9]{1,2}(?:\.[0-9]{1,2}){0,12}(?: ?[.)/](?![0-9])| ?- ?(?=[^\W\d_])|\.[0-9]{1,2} (?=[^\W\d_]))",
        r"(?<![0-9.,])[0-9]{1,2}(?:\.[0-9]{1,2}){2,}\.?(?![0-9])",
        r"(?<=; )[0-9]{1,2}[.)] (?=[^\W\d_])",
        r"(?<=; )\([0-9]{1,2}\)",
        # telephone, identity and account numbers, addresses of pages, codes
        r"(?<!\w)(?:điện thoại|đt|sđt|đtdđ|fax|tel|hotline|zalo|mã số|mst|stk|tài khoản(?: số)?|cccd|cmnd|số định danh)(?: ?[:.]| số| [^0-9;.:]{1,24}:)? ?[+(]?[0-9][0-9 .()/+-]*",
        r"(?<![0-9.,])\+?(?:84|0)[0-9]{1,3}[ .-][0-9]{3,4}[ .-]?[0-9]{3,4}(?![0-9])",
        r"(?<![0-9.,])0[0-9]{3,}",
        r"(?<![0-9.,])[0-9]{9,}",
        r"(?<!\w)(?:https?://|www\.)[^ ]+",
        r"(?<![^ ])[^ @]{1,64}@[^ @]{1,64}",
        r"(?<!\w)(?:covid|sars-cov|h[0-9]n)-?[0-9]*",
        r"(?<![0-9.,])[2-5]\.0(?![0-9])",
        r"(?<=[^\W\d_])-[0-9]+(?:[./][0-9]+){0,12}(?!\w)",
        r"(?<!\w)(?!(?:m|km|dm)[23])[^\W\d_]{1,4}[0-9]+(?:[.-][0-9a-z]+){0,12}(?!\w)",
        r"(?<=[^\W\d_])(?<!m)[0-9]+(?:,[0-9]+){0,12}",
        r"(?<=[\")\]])[0-9]{1,2}(?= ?[,.;:)]|$| [^\W\d_])",
        r"(?<![0-9.,])[0-9]+[a-zđ](?![\w/])(?<![0-9]m)(?<![0-9]đ)",
        r"(?<![^\W\d_])k?m[23](?!\w)",
    )
)

# Number words that count nothing: một số, một trong, một là, hai chiều, ba mặt, lần thứ hai, Trung ương bốn …
WORDS_BEFORE = re.compile(
    pattern(
        r"(?:thứ|lần|tháng|ngày|mùng|mồng|trung ương|khóa|hội nghị|đại hội|quý|cấp|nghị quyết|bảng|biểu|mục|phần|điều|"
        r"khoản|chương|kỳ|đợt|bước|như|là một trong|từng|mỗi|bất kỳ|số|vài|mấy|dăm|hằng|hàng|trong|đầu|"
        r"cuối|suốt|nửa|qua|nhiều|giữa|cùng|tổ|khu|thôn|xóm) $"
    )
)


# “Chi bộ 3” is a name where it has its capital; “chi bộ 48” in a list of deciding bodies is not.
_CELL_NAMED = re.compile(
    r"(?<!\w)Chi bộ [0-9]{1,2}(?:(?:, | và )[0-9]{1,2}(?! ?[^\W\d_]{2}(?<!và))){0,6}(?![0-9.,]*[0-9]|[%/]| ?(?:%|đảng viên|đồng chí))"
)
# Counted after all: an average age; a verb that is also the name of a kind of document (kết luận 11 tổ chức).
_AVERAGE_AGE = re.compile(pattern(r"(?:bình quân|trung bình)[^.;:()0-9]{0,40}[0-9]+(?:,[0-9]+)? (?=tuổi)"))
_NOT_CONCLUDED = re.compile(pattern(r"chưa (?:đủ|có) cơ sở kết luận [0-9]{1,4}(?![0-9/-])"))
_OF_DOCUMENT = re.compile(pattern(rf"(?<!\w)(?:{_DOCUMENT}) (?P<number>[0-9]{{1,4}})(?![0-9]|[.,/-][0-9])"))


_TIMES = pattern(" lượt ")
_VERBS = tuple(map(pattern, ("kết luận", "quyết định", "thông báo")))

# “87 văn bản (quyết định 9; kết luận 14)”: parts of a count of documents, no numbers of documents.
_DOCUMENTS = re.compile(
    pattern(
        r"(?<!\w)(?:văn bản|tài liệu|[0-9] (?:nghị quyết|quyết định))(?!\w)[^.;:()]{0,60}"
        r"(?:[:(]|, (?:trong đó|bao gồm|gồm|chia ra|cụ thể)(?!\w):?)(?P<list>[^().]{8,400})"
    )
)
_ENDS_PART = re.compile(r" ?(?:[;,.)]|$)")


def not_counting(folded: Folded) -> bytearray:
    """One byte for each character of the folded text: 1 where a number would count nothing."""
    text = folded.text
    marks = bytearray(len(text))
    for shape in PATTERNS:
        for found in shape.finditer(text):
            start, end = found.span()
            marks[start:end] = b"\x01" * (end - start)
    for found in _CELL_NAMED.finditer(folded.cased):
        marks[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
    for found in _AVERAGE_AGE.finditer(text):
        marks[found.start() : found.end()] = bytes(found.end() - found.start())
    for found in _NOT_CONCLUDED.finditer(text):
        marks[found.start() : found.end()] = bytes(found.end() - found.start())
    for found in _OF_DOCUMENT.finditer(text):
        verb = folded.cased[found.start()].islower() or text.startswith(_VERBS, found.start())
        if verb and (units.noun_follows(text, found.end()) or text.startswith(_TIMES, found.end())):
            marks[found.start("number") : found.end()] = bytes(found.end() - found.start("number"))
    for listed in _DOCUMENTS.finditer(text):
        for found in _OF_DOCUMENT.finditer(text, *listed.span("list")):
            if folded.cased[found.start()].islower() and _ENDS_PART.match(text, found.end()):
                marks[found.start("number") : found.end()] = bytes(found.end() - found.start("number"))
    return marks
