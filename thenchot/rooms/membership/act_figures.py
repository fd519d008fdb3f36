"""Acts: recognition (M28), transfers (M30), leaving and return (M31–M36), papers (M38–M41)."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.utils.translation import gettext_noop as N_

from thenchot.snapshot.declare import PERSONS, Figure, Ratio, part_of, sums

transfer = partial(Figure, unit="member-times", population="transfers")
departure = partial(Figure, unit="members", population="departures", sensitive=True)
badge = partial(Figure, unit="badges", population="badges")
card = partial(Figure, unit="cards", population="cards")
OF_EXPELLED = (part_of("M32"),)
OF_ALL_BADGES = (part_of("M39"),)
BADGES = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90)

MOVES = (
    Figure(
        code="M28", vi="Đảng viên được công nhận chính thức", en="Members recognised as full members",
        unit="members", population="recognitions",
    ),
    transfer(
        code="M30.in", vi="Đảng viên chuyển sinh hoạt đến từ nơi khác ngoài sổ",
        en="Transfers in from outside the book", where="way = 'in'",
    ),
    transfer(
        code="M30.out", vi="Đảng viên chuyển sinh hoạt đi nơi khác ngoài sổ", en="Transfers out of the book",
        where="way = 'out'",
    ),
    transfer(
        code="M30.received", vi="Tiếp nhận chuyển sinh hoạt chính thức trong sổ",
        en="Transfers received within the book", where="way = 'received'",
    ),
    transfer(
        code="M30.sent", vi="Giới thiệu chuyển sinh hoạt chính thức trong sổ",
        en="Transfers sent within the book", where="way = 'sent'",
    ),
    transfer(
        code="M30.internal", vi="Chuyển sinh hoạt nội bộ", en="Internal transfers", where="way = 'internal'",
    ),
    transfer(
        code="M30.reorganisation", vi="Chuyển sinh hoạt do sắp xếp tổ chức", en="Transfers by reorganisation",
        where="way = 'reorganisation'",
    ),
    transfer(
        code="M30.temporary_out", vi="Giới thiệu sinh hoạt tạm thời đi nơi khác",
        en="Temporary transfers out", where="way = 'away'",
    ),
    transfer(
        code="M30.temporary_in", vi="Đến sinh hoạt tạm thời", en="Temporary transfers in",
        where="way = 'guest'",
    ),
)  # fmt: skip

NO_DISTRICTS = N_("Từ ngày 01/7/2025 không còn cấp ủy cấp huyện.")

LEAVING = (
    departure(
        code="M31", vi="Đảng viên đưa ra khỏi Đảng", en="Members put out of the Party or let go",
        where="cause IN ('expelled', 'name_removed', 'released')", relations=(sums("M32", "M33", "M34"),),
    ),
    Ratio(
        code="M31.share", vi="Tỷ lệ đảng viên đưa ra khỏi Đảng",
        en="Share of members put out of the Party or let go", numerator="M31", base="M01",
    ),
    departure(
        code="M31.cancelled", vi="Hủy quyết định kết nạp", en="Admissions cancelled",
        where="cause = 'admission_cancelled'",
    ),
    departure(
        code="M32", vi="Đảng viên bị khai trừ", en="Members expelled", where="cause = 'expelled'",
        relations=(
            part_of("M31"),
            sums(
                "M32.grassroots", "M32.district", "M32.commune", "M32.province", "M32.centre",
                "M32.not_known",
            ),
        ),
        reach="body",
    ),
    departure(
        code="M32.grassroots", vi="Đảng viên bị cấp ủy cơ sở khai trừ",
        en="Members expelled by grassroots committees",
        where="cause = 'expelled' AND decided_by = 'grassroots'", relations=OF_EXPELLED, reach="body",
    ),
    departure(
        code="M32.district", vi="Đảng viên bị cấp ủy cấp huyện khai trừ",
        en="Members expelled by district-level committees",
        where="cause = 'expelled' AND decided_by = 'district'", relations=OF_EXPELLED, reach="body",
        breaks=(date(2025, 7, 1),), why_not_comparable=NO_DISTRICTS,
    ),
    departure(
        code="M32.commune", vi="Đảng viên bị cấp ủy cấp xã khai trừ",
        en="Members expelled by commune committees", where="cause = 'expelled' AND decided_by = 'commune'",
        relations=OF_EXPELLED, reach="body",
    ),
    departure(
        code="M32.province", vi="Đảng viên bị cấp ủy cấp tỉnh khai trừ",
        en="Members expelled by provincial committees",
        where="cause = 'expelled' AND decided_by = 'province'", relations=OF_EXPELLED, reach="body",
    ),
    departure(
        code="M32.centre", vi="Đảng viên bị Trung ương khai trừ", en="Members expelled by central committees",
        where="cause = 'expelled' AND decided_by = 'centre'", relations=OF_EXPELLED, reach="body",
    ),
    departure(
        code="M32.not_known", vi="Đảng viên bị khai trừ, không còn ghi cấp quyết định",
        en="Members expelled, by whom is no longer recorded",
        where="cause = 'expelled' AND decided_by = 'not_known'", relations=OF_EXPELLED, reach="body",
    ),
    departure(
        code="M33", vi="Đảng viên bị xóa tên", en="Members struck off the list",
        where="cause = 'name_removed'", relations=(part_of("M31"),),
    ),
    departure(
        code="M34", vi="Đảng viên được cho ra khỏi Đảng", en="Members allowed to leave the Party",
        where="cause = 'released'", relations=(part_of("M31"),),
    ),
    departure(
        code="M35", vi="Đảng viên từ trần", en="Members who died", where="cause = 'died'", sensitive=False,
    ),
    Figure(
        code="M36", vi="Đảng viên được khôi phục quyền đảng viên", en="Members whose rights were restored",
        unit="members", population="restorations",
    ),
)  # fmt: skip

PAPERS = (
    Figure(
        code="M38", vi="Đảng viên đã có phiếu nhận xét nơi cư trú",
        en="Members whose residence sheet has come", unit="members", population="residence_sheets",
        counts=PERSONS,
    ),
    Ratio(
        code="M38.share", vi="Tỷ lệ đảng viên giữ mối liên hệ đã có phiếu nhận xét nơi cư trú",
        en="Share of linked members whose residence sheet has come", numerator="M38", base="M37",
    ),
    badge(
        code="M39", vi="Huy hiệu Đảng được tặng, truy tặng", en="Badges awarded",
        relations=(sums(*(f"M39.{years}" for years in BADGES), "M39.other"),),
    ),
    *(
        badge(
            code=f"M39.{years}", vi=f"Huy hiệu {years} năm tuổi đảng",
            en=f"Badges of {years} years of Party age", where=f"years = '{years}'", relations=OF_ALL_BADGES,
        )
        for years in BADGES
    ),
    badge(
        code="M39.other", vi="Huy hiệu Đảng không còn ghi mức", en="Badges of a degree no longer recorded",
        where="years = 'other'", relations=OF_ALL_BADGES,
    ),
    badge(
        code="M40", vi="Huy hiệu Đảng được truy tặng", en="Badges awarded posthumously",
        where="posthumous = 'yes'", relations=OF_ALL_BADGES,
    ),
    card(
        code="M41", vi="Thẻ đảng viên đổi, cấp lại, làm lại", en="Party cards exchanged, reissued, remade",
        where="how IN ('exchanged', 'reissued', 'remade')",
        relations=(sums("M41.exchanged", "M41.reissued", "M41.remade"),),
    ),
    card(
        code="M41.exchanged", vi="Thẻ đảng viên được đổi", en="Party cards exchanged",
        where="how = 'exchanged'", relations=(part_of("M41"),),
    ),
    card(
        code="M41.reissued", vi="Thẻ đảng viên được cấp lại", en="Party cards reissued",
        where="how = 'reissued'", relations=(part_of("M41"),),
    ),
    card(
        code="M41.remade", vi="Thẻ đảng viên được làm lại", en="Party cards remade", where="how = 'remade'",
        relations=(part_of("M41"),),
    ),
    card(
        code="M41.first", vi="Thẻ đảng viên phát lần đầu", en="Party cards issued for the first time",
        where="how = 'first'",
    ),
)  # fmt: skip

FIGURES = (*MOVES, *LEAVING, *PAPERS)
