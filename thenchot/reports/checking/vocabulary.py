"""Words that reports use: what is counted, what excludes each other, what opens a list."""

# ruff: noqa: E501 (lists of words stay together)

from __future__ import annotations

import re

from .tokens import fold


class Phrases:
    """Phrases of folded words, ready to be looked for."""

    def __init__(self, phrases: set[tuple[str, ...]]) -> None:
        self.all = tuple(sorted(phrases, key=lambda words: (-len(words), words)))
        self.pattern = re.compile(
            "(?<!\\S)(?:" + "|".join(re.escape(" ".join(one)) for one in self.all) + ")(?!\\S)"
        )
        self.first: dict[str, tuple[tuple[str, ...], ...]] = {
            head: tuple(one for one in self.all if one[0] == head) for head in {one[0] for one in self.all}
        }

    def among(self, words: tuple[str, ...]) -> bool:
        """Whether one of them stands anywhere in the words."""
        return self.pattern.search(" ".join(words)) is not None

    def at(self, words: tuple[str, ...], at: int) -> int:
        """How many words of the longest one that begins at this word; 0 where none does."""
        for phrase in self.first.get(words[at], ()) if at < len(words) else ():
            if words[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def ends(self, words: tuple[str, ...]) -> bool:
        """Whether the words end with one of them."""
        return any(words[-len(phrase) :] == phrase for phrase in self.all)


def folded(*phrases: str) -> Phrases:
    """Phrases parted by `·`."""
    return Phrases({tuple(fold(one.strip()).split()) for phrase in phrases for one in phrase.split("·")})


# What is counted, by sort of thing. Within a sort one noun may be a part of another (a bí thư is a đảng viên).
NOUNS = {
    "person": folded(
        "đảng viên · đồng chí · đ/c · người · cán bộ · công chức · viên chức · cấp ủy viên · chi ủy viên · đảng ủy viên · ủy viên · bí thư · phó bí thư"
        "· quần chúng · học viên · hội viên · đoàn viên · đại biểu · bị can · bị cáo · trưởng thôn · nữ · nam · lao động"
        "· báo cáo viên · tuyên truyền viên · chủ tịch · phó chủ tịch · trưởng ban · chiến sĩ · sinh viên · học sinh · cá nhân"
        "· nhân sự · lãnh đạo · cấp phó · cấp trưởng · cộng tác viên · công dân · nông dân · công nhân · giáo viên · thanh niên"
        "· phụ nữ · huy hiệu · cựu chiến binh · già làng · trưởng bản · người có uy tín · ứng viên · đối tượng · lượt người · nhân dân"
    ),
    "body": folded(
        "tổ chức đảng · tổ chức cơ sở đảng · tổ chức · chi bộ · đảng bộ · đảng ủy · cấp ủy · cơ quan · đơn vị · tập thể"
        "· phòng · ban · chi ủy · tccsđ · xã · phường · thị trấn · thôn · bản · xóm · tổ dân phố · khu dân cư · huyện"
        "· thành phố · thị xã · tỉnh · khu phố · khối phố · ấp · buôn · làng · đặc khu · ủy ban kiểm tra · doanh nghiệp · trường"
    ),
    "event": folded(
        "cuộc · hội nghị · buổi · lần · lớp · kỳ · phiên · đợt · cuộc họp · hội thi · hội thảo · tọa đàm · khóa · lớp học"
    ),
    "document": folded(
        "văn bản · nghị quyết · chỉ thị · kết luận · quyết định · quy định · quy chế · kế hoạch · chương trình · đề án"
        "· thông báo · công văn · báo cáo · tờ trình · hướng dẫn · thông tri · giấy mời · biên bản · văn bản khác · loại khác"
    ),
    "petition": folded("đơn · đơn thư · thư · khiếu nại · tố cáo · phản ánh · kiến nghị · ý kiến"),
    "case": folded("vụ · vụ án · vụ việc"),
    "news": folded("tin · bài · tin bài"),
    "card": folded("thẻ · thẻ đảng"),
    "model": folded("mô hình · điển hình"),
    "household": folded("hộ · hộ gia đình"),
    "money": folded("đồng"),
}
BASES = folded("tổ chức cơ sở đảng · tccsđ · cơ sở đảng · chi đảng bộ cơ sở")
ANY = folded("trường hợp · số · trong đó · lượt")  # they say nothing of what is counted
TIMES = fold("lượt")

UNITS = {
    "persons": "person", "members": "person", "person-times": "person", "organisations": "body",
    "organisation-times": "body", "villages": "body", "documents": "document", "classes": "event",
    "rounds": "event", "meetings": "event", "cases": "case", "models": "model", "households": "household",
    "dong": "money", "km": "km", "schools": "body", "petitions": "petition",
}  # fmt: skip

VAGUE = frozenset(
    {"", "items", "tasks", "units", "times", "percent", "percent of target", "members per year", "years"}
)

# Alternatives that exclude each other. `whole`: together they are all there is.
Family = tuple[str, dict[str, Phrases], frozenset[str]]
FAMILIES: tuple[Family, ...] = (
    ("forms", {
        "reprimand": folded("khiển trách"), "warning": folded("cảnh cáo"), "removal": folded("cách chức · cách hết chức vụ · cách hết các chức vụ"),
        "expulsion": folded("khai trừ"), "dissolution": folded("giải tán"),
    }, frozenset({"reprimand", "warning", "removal", "expulsion"})),
    ("grades", {
        "not": folded("không hoàn thành · chưa hoàn thành"),
        "excellent": folded("hoàn thành xuất sắc · htxs · xuất sắc"),
        "good": folded("hoàn thành tốt · htt · xếp loại tốt · tốt"),
        "done": folded("hoàn thành nhiệm vụ · hoàn thành · htnv"),
    }, frozenset({"excellent", "good", "done", "not"})),
    ("levels", {
        "province": folded("cấp tỉnh"), "district": folded("cấp huyện"), "base": folded("cấp xã · cấp cơ sở"),
    }, frozenset({"province", "district", "base"})),
    ("sex", {"men": folded("nam · nam giới"), "women": folded("nữ · nữ giới · phụ nữ")},
     frozenset({"men", "women"})),
    ("standing", {"full": folded("chính thức"), "probation": folded("dự bị")}, frozenset({"full", "probation"})),
    ("body", {"branch": folded("chi bộ cơ sở · chi bộ"), "party": folded("đảng bộ cơ sở · đảng bộ · đảng ủy")},
     frozenset({"branch", "party", "other"})),
    ("grassroots", {"branch": folded("chi bộ cơ sở"), "party": folded("đảng bộ cơ sở")},
     frozenset({"branch", "party"})),
    ("moves", {"in": folded("chuyển đến"), "out": folded("chuyển đi")}, frozenset({"in", "out"})),
    ("settled", {
        "settled": folded("đã giải quyết · giải quyết xong · giải quyết dứt điểm"),
        "open": folded("đang giải quyết · chưa giải quyết · còn lại · đang xem xét · đang xác minh"),
    }, frozenset({"settled", "open"})),
    ("petitions", {
        "complaint": folded("khiếu nại"), "denunciation": folded("tố cáo"), "proposal": folded("kiến nghị"),
        "reflection": folded("phản ánh"),
    }, frozenset({"complaint", "denunciation", "proposal", "reflection"})),
    ("removal", {
        "expelled": folded("khai trừ"), "struck": folded("xóa tên"),
        "released": folded("cho ra khỏi · cho ra · xin ra khỏi · xin ra"),
    }, frozenset({"expelled", "struck", "released"})),
)  # fmt: skip
# Whether any of them is named at all.
FAMILIAR = Phrases({one for _, keys, _ in FAMILIES for phrases in keys.values() for one in phrases.all})
# A family is read without a word that opens the list only after a whole that speaks of it.
GENUS = {
    "forms": folded("kỷ luật"),
    "grades": folded("xếp loại · đánh giá · phân loại · kiểm điểm"),
    "routes": folded("luân chuyển · điều động"),
    "settled": folded("tiếp nhận · đơn"),
    "petitions": folded("đơn"),
    "removal": folded("ra khỏi đảng · đưa ra"),
}

# Marks of something that others in the list may have too: such parts overlap and need not make the whole.
ATTRIBUTES = folded(
    "nữ · dân tộc thiểu số · dân tộc · dtts · tôn giáo · có đạo · công giáo · đoàn viên · trình độ · đại học · thạc sĩ"
    "· tiến sĩ · cao đẳng · cao cấp · trung cấp · trẻ · tuổi · học sinh · sinh viên · nông thôn · trẻ tuổi · chuyên môn"
    "· lý luận chính trị · cấp ủy viên · người đứng đầu · khen thưởng · chủ chốt · nguồn · hưu trí · đồng thời"
)
WHO = folded("nữ · dân tộc thiểu số · tuổi · trẻ · đoàn viên · tôn giáo · có đạo · cấp ủy viên · nguồn")
SCHOOLED = folded(
    "trình độ · đại học · thạc sĩ · tiến sĩ · cao đẳng · cao cấp · trung cấp · sơ cấp · cử nhân"
)

COMPLETE = folded(
    "gồm · bao gồm · gồm có · chia ra · chia theo · phân ra · trong đó gồm · cụ thể là · cụ thể như sau · cụ thể"
    "· phân theo · chia thành · đó là · bao gồm có · gồm các · được phân bổ · phân bổ"
)
# A colon behind them: each has one of these, and all are told.
FORMS = folded("hình thức · hình thức kỷ luật · hình thức sau · các mức · các mức sau · mức độ")
PARTIAL = folded(
    "trong đó có · trong đó · trong số đó · trong số này · trong tổng số đó · trong tổng số này · riêng · trong số"
)
PART_IN_BRACKETS = folded("có · trong đó · trong đó có · riêng")
UNLISTED = folded(
    "một số · v v · chủ yếu · nhất là · đáng chú ý · tiêu biểu · điển hình · nổi bật · phần lớn · đa số · …"
)
NUMERALS = folded("hai · ba · bốn · năm · sáu · bảy · tám · chín · mười · một")
AMONG_THESE = folded(
    "trong số này · trong số đó · trong số trên · trong số các đồng chí này · trong số các đồng chí trên"
)
AMONG = folded("trong tổng số · trên tổng số · trong số")
# What a report says once how many there are of.
ROLLED = folded("đảng viên · chi bộ · tổ chức cơ sở đảng · chi bộ trực thuộc · thôn · tổ dân phố · xóm")
PLANNED = folded(
    "phấn đấu · dự kiến · mục tiêu · chỉ tiêu · sẽ · kế hoạch · nhiệm vụ trọng tâm · năm tới · nhiệm kỳ tới"
)
