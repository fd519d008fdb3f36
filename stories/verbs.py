"""The words in which stories are told: verb, kind of act, the fields its columns fill."""

from __future__ import annotations

from thenchot.ledger.kinds import Act
from thenchot.rooms.documents import events as d
from thenchot.rooms.membership import events as m
from thenchot.rooms.offices import events as o
from thenchot.rooms.organisations import events as g
from thenchot.rooms.organisations import map_events as p
from thenchot.rooms.people import error_events as e
from thenchot.rooms.people import events as h

VERBS: dict[str, tuple[type[Act], tuple[str, ...]]] = {
    "vào sổ": (h.Registered, ("birth", "general")),
    "điều chỉnh hồ sơ": (h.Adjusted, ("birth",)),
    "học xong": (h.Studied, ("general",)),
    "nghề": (h.Occupied, ("occupation",)),
    "đoàn viên": (h.YouthUnionSet, ("member",)),
    "chủ doanh nghiệp": (h.BusinessOwnerSet, ("owner",)),
    "chuyển vào sổ": (m.CarriedOver, ("cell", "standing", "joined_on")),
    "kết nạp": (m.Admitted, ("cell",)),
    "kết nạp lại": (m.Readmitted, ("cell",)),
    "chính thức": (m.Recognised, ()),
    "chuyển nội bộ": (m.Moved, ("cell",)),
    "giới thiệu đi": (m.Sent, ("to",)),
    "tiếp nhận": (m.Received, ("cell",)),
    "chuyển đến": (m.TransferredIn, ("cell", "standing", "joined_on")),
    "chuyển đi": (m.TransferredOut, ()),
    "tạm thời đi": (m.TemporarilySent, ("until",)),
    "trở về": (m.TemporarilyReturned, ()),
    "tạm thời đến": (m.Hosted, ("cell", "until")),
    "hết tạm thời": (m.HostingEnded, ()),
    "miễn sinh hoạt": (m.Exempted, ()),
    "trở lại sinh hoạt": (m.ExemptionEnded, ()),
    "xóa tên": (m.NameRemoved, ("ground",)),
    "cho ra": (m.Released, ()),
    "khai trừ": (m.Expelled, ()),
    "hủy kết nạp": (m.AdmissionCancelled, ()),
    "từ trần": (m.Died, ()),
    "khôi phục": (m.Restored, ("cell", "standing", "joined_on")),
    "huy hiệu": (m.BadgeAwarded, ("years",)),
    "truy tặng": (m.BadgeAwarded, ("years", "posthumous")),
    "thẻ": (m.CardIssued, ()),
    "nơi cư trú": (m.ResidenceIntroduced, ("cell",)),
    "thôi nơi cư trú": (m.ResidenceEnded, ()),
    "nhận phiếu": (m.RemarkReceived, ("year",)),
    "đang giữ": (o.CarriedOver, ("post", "seat")),
    "nhận chức": (o.Taken, ("post", "seat")),
    "thôi chức": (o.Left, ("post", "seat")),
    "có từ trước": (g.CarriedOver, ("type", "parent")),
    "thành lập": (g.Founded, ("type", "parent")),
    "đổi tên": (g.Renamed, ()),
    "cấp mã": (g.Recoded, ("code",)),
    "chuyển loại": (g.Retyped, ("type",)),
    "chuyển về": (g.Moved, ("parent",)),
    "phụ trách": (g.Placed, ("place",)),
    "kết thúc": (g.Ended, ("how", "heir")),
    "chi ủy": (g.CellCommitteeSet, ("has_committee",)),
    "đại hội": (g.CongressHeld, ("term",)),
    "địa bàn có từ trước": (p.PlaceCarriedOver, ("level", "parent")),
    "lập địa bàn": (p.PlaceFounded, ("level", "parent")),
    "địa bàn về": (p.PlaceMoved, ("parent",)),
    "hết địa bàn": (p.PlaceEnded, ("how", "heir")),
    "cơ quan có từ trước": (p.BodyCarriedOver, ("type", "parent")),
    "lập cơ quan": (p.BodyFounded, ("type", "parent")),
    "phải sắp xếp": (p.ReorganisationDue, ("plan",)),
    "sắp xếp xong": (p.Reorganised, ("plan",)),
    "hết cơ quan": (p.BodyEnded, ("how", "heir", "type")),
    "báo chưa đúng": (e.ErrorReported, ("item", "last_three")),
    "trả lời báo": (e.ErrorAnswered, ("item", "outcome")),
    "hạn công văn": (d.DeadlineSet, ("deadline", "due_on")),
    "giao": (d.Asked, ("deadline", "of")),
    "đã nộp": (d.Answered, ("deadline", "month")),
    "nhắc": (d.Reminded, ("deadline", "month")),
    "thu hồi hạn": (d.DeadlineWithdrawn, ("deadline",)),
}

# What a line need not say. A callable is given the day the act counts from and the day on its paper.
BY_DEFAULT: dict[str, object] = {
    "birth": "1990-05", "sex": "male", "ethnicity": "kinh", "general": "upper_secondary",
    "professional": "none", "theory": "none", "occupation": "farmer", "youth_union": "không",
    "business_owner": "không",
    "standing": "full", "decided_on": lambda effective, signed: signed or effective,
    "party_since": lambda effective, signed: None, "why": "internal", "destination": "abroad",
    "source": "central", "decided_by": "commune", "how": {"membership.card_issued": "first",
    "offices.left": "released", "documents.answered": "submitted"}, "way": "elected", "sector": None,
    "posthumous": "không", "name": "1", "paper_kind": "citizen_card", "asks": "report", "title": "1",
    "monthly": "không",
}  # fmt: skip

# Names that begin so are of this kind, and stand since long ago unless the story founds them.
WORLD: dict[str, tuple[str, str, str | None]] = {
    "Tỉnh ủy": ("có từ trước", "province", None),
    "Huyện ủy": ("có từ trước", "district", "Tỉnh ủy"),
    "Đảng bộ": ("có từ trước", "grassroots", "Huyện ủy"),
    "Chi bộ cơ sở": ("có từ trước", "grassroots_cell", "Huyện ủy"),
    "Chi bộ": ("có từ trước", "cell", "Đảng bộ xã"),
    "Tỉnh": ("địa bàn có từ trước", "province", None),
    "Huyện": ("địa bàn có từ trước", "district", "Tỉnh"),
    "Xã": ("địa bàn có từ trước", "commune", "Huyện"),
    "Thôn": ("địa bàn có từ trước", "village", "Xã"),
    "Cơ quan": ("cơ quan có từ trước", "provincial_agency", None),
}
