"""Every word a person reads about the attributes that are counted."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.entries import Entry

from ..telling import Naming, told
from .error_events import Item, PaperKind
from .error_words import ERROR_CODES, ERROR_FIELDS, ERROR_KINDS, ERROR_OBJECTIONS, ERROR_TIMELINE
from .events import FileChanged, General, Ground, Occupation, Professional, Sex, Theory, Why

ROOM = _("Lý lịch")

KINDS = {
    "people.registered": _("Vào sổ"),
    "people.adjusted": _("Điều chỉnh hồ sơ"),
    "people.studied": _("Cập nhật trình độ"),
    "people.occupied": _("Cập nhật nghề nghiệp"),
    "people.youth_union_set": _("Đoàn viên, trưởng thành Đoàn"),
    "people.business_owner_set": _("Chủ doanh nghiệp"),
    "people.file_changed": _("Sửa hồ sơ niêm phong"),
    "people.erased": _("Xóa dữ liệu của một người"),
    **ERROR_KINDS,
}

FIELDS = {
    "birth": _("Tháng, năm sinh"),
    "sex": _("Giới tính"),
    "ethnicity": _("Dân tộc (tự khai)"),
    "general": _("Trình độ học vấn phổ thông"),
    "professional": _("Trình độ chuyên môn"),
    "theory": _("Trình độ lý luận chính trị"),
    "occupation": _("Nghề nghiệp"),
    "youth_union": _("Là đoàn viên"),
    "member": _("Là đoàn viên"),
    "business_owner": _("Là chủ doanh nghiệp"),
    "owner": _("Là chủ doanh nghiệp"),
    "version": _("Lần sửa"),
    "digest": _("Mã kiểm"),
    "parts": _("Phần đã sửa"),
    "why": _("Lý do sửa"),
    "ground": _("Căn cứ xóa"),
    **ERROR_FIELDS,
}

CODES = {
    Sex: {"male": _("nam"), "female": _("nữ")},
    General: {
        "none": _("chưa tốt nghiệp tiểu học"),
        "primary": _("tiểu học"),
        "lower_secondary": _("trung học cơ sở"),
        "upper_secondary": _("trung học phổ thông"),
    },
    Professional: {
        "none": _("chưa qua đào tạo"),
        "vocational": _("sơ cấp, công nhân kỹ thuật"),
        "secondary": _("trung cấp"),
        "college": _("cao đẳng"),
        "university": _("đại học"),
        "master": _("thạc sĩ"),
        "doctor": _("tiến sĩ"),
    },
    Theory: {
        "none": _("chưa qua lớp lý luận"),
        "elementary": _("sơ cấp lý luận"),
        "intermediate": _("trung cấp lý luận"),
        "advanced": _("cao cấp, cử nhân lý luận"),
    },
    Occupation: {
        "official": _("công chức"),
        "public_employee": _("viên chức"),
        "armed_forces": _("quân đội, công an"),
        "worker": _("công nhân"),
        "farmer": _("nông dân"),
        "student": _("học sinh, sinh viên"),
        "retired": _("hưu trí"),
        "other": _("nghề khác"),
    },
    Why: {
        "typed_wrong": _("ghi nhầm, sửa theo giấy tờ"),
        "left_out": _("bổ sung phần còn thiếu"),
        "changed_by_paper": _("thay đổi theo giấy tờ mới"),
    },
    Ground: {
        "retention_ended": _("hết thời hạn lưu"),
        "requested": _("theo yêu cầu hợp lệ"),
        "entered_wrongly": _("ghi nhầm người"),
    },
    **ERROR_CODES,
}

TIMELINE = {
    "people.registered": _(
        "Vào sổ: sinh {birth}, {sex}; học vấn {general}, chuyên môn {professional}, {theory}"
    ),
    "people.adjusted": _("Điều chỉnh hồ sơ: sinh {birth}, {sex}"),
    "people.studied": _("Trình độ: học vấn {general}, chuyên môn {professional}, {theory}"),
    "people.occupied": _("Nghề nghiệp: {occupation}"),
    "people.youth_union_set": _("Là đoàn viên: {member}"),
    "people.business_owner_set": _("Là chủ doanh nghiệp: {owner}"),
    "people.file_changed": _("Sửa hồ sơ niêm phong, lần {version}"),
    "people.erased": _("Xóa dữ liệu, {ground}"),
    **ERROR_TIMELINE,
}

PARTS = {
    "name": ERROR_CODES[Item]["name"],
    "other_name": _("tên khác"),
    "born_on": ERROR_CODES[Item]["birth"],
    "personal_number": ERROR_CODES[Item]["personal_number"],
    "card_number": ERROR_CODES[Item]["card_number"],
    "phone": ERROR_CODES[Item]["phone"],
}

# A file somebody corrected: the parts, the reason; then the paper it rests on.
FILE_CHANGED = _("Sửa hồ sơ: {parts} ({why})")
BY_PAPER = _(", theo {paper}{ends}")
ENDS = _(" số cuối {ends}")

OBJECTIONS = {
    "person_is_registered_once": _(
        "Người này đã vào sổ; có văn bản thay đổi thì ghi “Điều chỉnh hồ sơ”, ghi nhầm thì dùng “Đính chính”."
    ),
    "attributes_are_of_a_registered_person": _(
        "Người này chưa vào sổ tính đến ngày ấy; đề nghị đồng chí ghi “Vào sổ” trước."
    ),
    "born_before_that_day": _(
        "Sinh {birth} không hợp với ngày ghi {day} (sinh sau ngày ghi, hoặc quá 120 tuổi);"
        " đề nghị đồng chí kiểm tra năm sinh."
    ),
    "born_before_joining": _(
        "Sinh {birth} không trước ngày vào Đảng {joined} đã ghi; đề nghị đồng chí kiểm tra lại hai ngày."
    ),
    **ERROR_OBJECTIONS,
}


def timeline(entry: Entry, *, name: Naming = str) -> str:
    """One line of a person's history."""
    if isinstance(entry.act, FileChanged) and entry.act.parts:
        return told(entry, {entry.kind: _changed(entry.act)}, CODES, name)
    return told(entry, TIMELINE, CODES, name)


def _changed(act: FileChanged) -> str:
    """Which parts of the file, why, by which paper; the values stay sealed."""
    parts = ", ".join(str(PARTS.get(one, one)) for one in (act.parts or "").split("."))
    said = str(FILE_CHANGED).format(parts=parts, why=CODES[Why][act.why] if act.why else "…")
    if act.paper_kind is None:
        return said
    ends = str(ENDS).format(ends=act.last_three) if act.last_three else ""
    return said + str(BY_PAPER).format(paper=CODES[PaperKind][act.paper_kind], ends=ends)
