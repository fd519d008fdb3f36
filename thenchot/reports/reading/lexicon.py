"""What can be counted in a Party-building report: Vietnamese nouns by the unit they are counted in.

Units are those of the domain's list of printed figures; nouns it has no unit for follow its way of naming
(plural, lower case, English). Members are counted as members only where the text says đảng viên: đồng chí,
cấp ủy viên, học viên, bí thư … are persons, as in that list.
"""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

MEMBERS, PERSONS, PERCENT = "members", "persons", "percent"
ORGANISATIONS, ORGANISATION_TIMES, PERSON_TIMES = "organisations", "organisation-times", "person-times"
OF_TARGET, POINTS, DONG, ITEMS = "percent of target", "percentage points", "dong", "items"

NOUNS: dict[str, str] = {
    MEMBERS: "đảng viên|đ/v|đv",
    PERSONS: (
        "đồng chí|đ/c|đ.c|người|cán bộ|công chức|viên chức|cấp ủy viên|ủy viên|chi ủy viên|đảng ủy viên|huyện ủy viên|"
        "tỉnh ủy viên|thành ủy viên|thường vụ|bí thư|phó bí thư|chủ tịch|phó chủ tịch|chủ nhiệm|phó chủ nhiệm|"
        "trưởng ban|phó trưởng ban|trưởng phòng|phó trưởng phòng|phó phòng|giám đốc|phó giám đốc|hiệu trưởng|"
        "cấp trưởng|cấp phó|trưởng thôn|tổ trưởng|trưởng bản|trưởng xóm|già làng|người có uy tín|học viên|sinh viên|học sinh|giáo viên|"
        "giảng viên|báo cáo viên|tuyên truyền viên|cộng tác viên|quần chúng|đoàn viên|hội viên|công đoàn viên|"
        "công nhân|nông dân|người lao động|lao động|chiến sĩ|chiến sỹ|sĩ quan|sỹ quan|quân nhân|chuyên viên|"
        "kiểm tra viên|bị can|bị cáo|đối tượng|cử tri|đại biểu|thành viên|cá nhân|nhân dân|người dân|công dân|nhân khẩu|"
        "khẩu|phụ nữ|thanh niên|cựu chiến binh|chức sắc|chức việc|tín đồ|doanh nhân|chủ doanh nghiệp|nhân sự|"
        "lãnh đạo|nhà giáo|bác sĩ|bác sỹ|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|cử nhân|hòa giải viên|nhân viên|"
        "tình nguyện viên|nghệ nhân|anh hùng|liệt sĩ|liệt sỹ|thương binh|ứng viên|người ứng cử|thí sinh|tác giả|"
        "phóng viên|trí thức|đồng phạm|đồng nghiệp|đồng bào|đồng đội|văn nghệ sĩ|dân quân|kiểm sát viên|thẩm phán|điều tra viên|bị hại|gương|"
        "chị|anh|em|cháu|trẻ|trẻ em|thân nhân|người nghèo|hộ viên|luật sư|quần chúng ưu tú|trường hợp đảng viên"
    ),
    ORGANISATIONS: (
        "tổ chức đảng|tổ chức cơ sở đảng|cơ sở đảng|chi, đảng bộ|đảng, chi bộ|tòa án|viện kiểm sát|tccsđ|tccs đảng|tổ chức cấp dưới|tổ chức|chi bộ|đảng bộ|đảng ủy|chi ủy|cấp ủy|"
        "ban thường vụ|ban chấp hành|huyện ủy|thành ủy|thị ủy|ban cán sự đảng|đảng đoàn|ubkt|ủy ban kiểm tra|cơ quan|"
        "ban chỉ đạo|ban cán sự|sở|ban, ngành|ban|ngành|ủy ban|công đoàn|công đoàn cơ sở|chi đoàn|chi hội|đoàn thể|hội|"
        "tổ chức hội|tổ đảng|đảng bộ bộ phận|đảng bộ cơ sở|chi bộ cơ sở|chi cục|cục|trung tâm chính trị|"
        "mặt trận|tổ chức đoàn|tổ chức cơ sở|hội đồng nhân dân|hội đồng|đoàn cơ sở|hội cơ sở|"
        "tổ chức chính trị - xã hội|tổ chức công đoàn|tổ chức tôn giáo"
    ),
    "units": (
        "đầu mối|phòng|đơn vị|đơn vị sự nghiệp|khoa|bộ phận|phòng, ban|đơn vị hành chính|cơ sở|đơn vị trực thuộc|khoa, phòng|phòng ban"
    ),
    "localities": "địa phương|địa bàn",
    "agencies and units": "cơ quan, tổ chức, đơn vị|tổ chức, đơn vị",
    "villages": (
        "thôn|bản|xóm|ấp|tổ dân phố|khu phố|khu dân cư|làng|buôn|khối phố|khóm|sóc|plei|"
        "thôn, bản|thôn, xóm|thôn, tổ dân phố|khối, xóm"
    ),
    "communes": "xã|phường|thị trấn|đặc khu|xã, phường|cấp xã|đơn vị hành chính cấp xã|đơn vị cấp xã",
    "districts": "huyện|quận|thị xã|thành phố|cấp huyện",
    "provinces": "tỉnh|tỉnh, thành|tỉnh, thành phố",
    "enterprises": "doanh nghiệp|công ty|hợp tác xã|htx|tập đoàn|cơ sở sản xuất|tổ hợp tác",
    "schools": "trường|nhà trường|trường học",
    "levels": "cấp",
    "classes": "lớp|khóa|lớp học|khóa học|khóa đào tạo|khóa bồi dưỡng",
    "rounds": "cuộc|cuộc đối thoại|cuộc tiếp xúc|cuộc gặp mặt|đợt|đoàn|đoàn kiểm tra|đoàn giám sát|đoàn công tác|đoàn thanh tra|chuyến|chuyến công tác",
    "meetings": (
        "hội nghị|cuộc họp|kỳ họp|kỳ|phiên họp|buổi sinh hoạt|buổi họp|cuộc hội nghị|hội thảo|cuộc hội thảo|tọa đàm|"
        "buổi tọa đàm|hội nghị đối thoại|kỳ sinh hoạt|kỳ sinh hoạt chi bộ|cuộc sinh hoạt|cuộc giao ban|đại hội|lễ|buổi lễ|phiên"
    ),
    "sessions": "buổi|buổi đối thoại|buổi tuyên truyền|hội thi|cuộc thi|buổi nói chuyện|buổi truyền thông|tiết học|tiết|buổi học",
    "documents": (
        "văn bản|nghị quyết|chỉ thị|quy định|quyết định|kết luận|đề án|kế hoạch|chương trình|hướng dẫn|quy chế|"
        "báo cáo|thông báo|tờ trình|công văn|chương trình hành động|bản cam kết|bản kế hoạch|bản kê khai|tài liệu|"
        "biên bản|bản đăng ký|bản kiểm điểm|cam kết|quy trình|kết luận thanh tra|bài viết chuyên đề|bản thu hoạch|bản án"
    ),
    "articles": "tin|bài|tin, bài|bài viết|tin bài|phóng sự|chuyên mục|video|video clip|clip|ảnh|bức ảnh|tác phẩm|bài dự thi",
    "publications": "ấn phẩm|cuốn|cuốn sách|đầu sách|bản tin|số báo|tập san|tờ rơi|tờ gấp|pa nô|băng rôn|khẩu hiệu|áp phích",
    "topics": "chuyên đề|nội dung sinh hoạt|đề tài",
    "pages": "trang|fanpage|trang facebook|nhóm zalo|trang thông tin|kênh|nhóm",
    "cases": "vụ|vụ án|vụ việc|việc vi phạm|trường hợp|vụ, việc|sự việc|tin báo|án",
    "petitions": "đơn|đơn thư|tố cáo|khiếu nại|đơn tố cáo|đơn khiếu nại|đơn kiến nghị|đơn, thư|đơn thư khiếu nại",
    "opinions": "ý kiến|lượt ý kiến|câu hỏi|góp ý",
    "recommendations": "kiến nghị|đề xuất",
    "violations": "vi phạm|khuyết điểm|hạn chế|sai phạm",
    "tasks": "việc|nhiệm vụ|công việc|việc đột phá|phần việc|đầu việc",
    "items": (
        "khâu đột phá|nhiệm vụ trọng tâm|nhiệm vụ đột phá|nhiệm vụ chủ yếu|nhiệm vụ, giải pháp|nội dung|chương trình trọng tâm|nội dung đột phá|mục tiêu|giải pháp|"
        "nhóm giải pháp|nhóm nhiệm vụ|nhóm|vấn đề|lĩnh vực|khâu|mặt|loại|hạng mục|danh mục|nguyên tắc|bước|bài học|"
        "đột phá|quan điểm|hình thức|phong trào|hoạt động|sáng kiến|kinh nghiệm|bài học kinh nghiệm|kết quả|lĩnh vực trọng tâm"
    ),
    "checklist items": "biểu hiện|dấu hiệu",
    "targets": "chỉ tiêu",
    "criteria": "tiêu chí|tiêu chuẩn",
    "indicators": "chỉ số",
    "models": "mô hình|điển hình|mô hình, điển hình|tấm gương|cách làm|mô hình dân vận khéo|điển hình tiên tiến",
    "collectives": "tập thể|lượt tập thể|nhóm tác giả",
    "awards": "bằng khen|giấy khen|huân chương|huy chương|kỷ niệm chương|danh hiệu|giải thưởng|giải|cờ thi đua|cờ",
    "badges": "huy hiệu|huy hiệu đảng",
    "cards": "thẻ|thẻ đảng|thẻ đảng viên",
    "dossiers": "hồ sơ|hồ sơ đảng viên|bộ hồ sơ|phiếu đảng viên|lý lịch",
    "votes": "phiếu|lá phiếu|phiếu bầu|phiếu tín nhiệm",
    "accounts": "tài khoản",
    "procedures": "thủ tục|thủ tục hành chính|tthc|dịch vụ công",
    "visits": "lượt truy cập|lượt xem|lượt tiếp cận|lượt tương tác|lượt theo dõi|lượt thích|lượt chia sẻ",
    "posts": "biên chế|chức danh|vị trí|vị trí việc làm|vị trí lãnh đạo|chỉ tiêu biên chế",
    "households": "hộ|hộ gia đình|hộ nghèo|hộ cận nghèo|hộ dân|gia đình|gia đình chính sách",
    "houses": "nhà|căn nhà|ngôi nhà|nhà đại đoàn kết|nhà tình nghĩa|nhà tạm|nhà dột nát|căn|nhà tình thương|mái ấm",
    "culture houses": "nhà văn hóa|nhà sinh hoạt cộng đồng",
    "works": "công trình|công trình, phần việc|công trình dân sinh",
    "projects": "dự án",
    "roads": "tuyến đường|tuyến|đường|đoạn đường|con đường",
    "bridges": "cây cầu|cầu|cầu dân sinh",
    "incinerators": "lò đốt rác thải|lò đốt rác|lò đốt",
    "lights": "bóng đèn|cột đèn|đèn",
    "gifts": "suất quà|phần quà|suất|suất học bổng|xuất quà|học bổng|quà|sổ tiết kiệm",
    "clubs": "câu lạc bộ|clb",
    "teams": "tổ|đội|tổ công nghệ số cộng đồng|tổ công tác|tổ tự quản|tổ hòa giải|tổ giúp việc|mô hình tự quản|ban quản lý",
    "computers": "máy tính|máy|bộ máy tính|camera|thiết bị",
    "sites": "điểm cầu|điểm nhóm|điểm tuyên truyền|điểm sinh hoạt",
    "trees": "cây|cây xanh|cây xanh các loại|gốc",
    "animals": "con|con bò|con giống",
    "workdays": "ngày công|ngày công lao động|công lao động",
    "points": "điểm",
    "steps": "bậc",
    "times": "lần",
    "km": "km|ki-lô-mét|cây số|ki lô mét",
    "m": "m|mét|m dài|mét dài",
    "m2": "m2|mét vuông|m²",
    "m3": "m3|mét khối|m³",
    "km2": "km2|km²|ki-lô-mét vuông",
    "ha": "ha|héc-ta|hecta|héc ta",
    "tonnes": "tấn",
    "kg": "kg|cân|tạ|yến",
    "litres": "lít",
    DONG: "đồng|vnđ|vnd|đ",
    "dollars": "usd|đô la|đô-la",
    "years of age": "tuổi",
}  # fmt: skip

# Counted again each time they take part: lượt.
TIMES_OF = {PERSONS: PERSON_TIMES, MEMBERS: PERSON_TIMES, ORGANISATIONS: ORGANISATION_TIMES}

# “30 vụ/77 bị can”, “1.024 hộ/4.512 khẩu”: people on the other side of a stroke are a second count, no whole.
PEOPLE = {PERSONS, MEMBERS, PERSON_TIMES}

# Said of people already named: “trong đó 12 nữ”, “có 3 dự bị”. They take the unit of the whole.
QUALITIES = (
    "nữ|nam|dự bị|chính thức|dân tộc thiểu số|người dân tộc thiểu số|là nữ|là người dân tộc thiểu số|trong độ tuổi|"
    "đoàn viên|kết nạp mới|mới|cũ|tái cử|lần đầu|chuyên trách|kiêm nhiệm|kiêm chức|trực thuộc|độc lập|ghép|khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|"
    "xuất sắc|hoàn thành|không hoàn thành|tốt|khá|trung bình|yếu|kém"
)
