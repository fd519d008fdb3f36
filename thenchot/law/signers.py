"""Who signs the papers that acts rest on: a closed list of positions, never a name."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Signer(StrEnum):
    """The position in the signature of a paper, as the Party's papers and civil-status papers print it."""

    SECRETARY = "secretary"
    STANDING_DEPUTY = "standing_deputy"
    DEPUTY_SECRETARY = "deputy_secretary"
    STANDING_MEMBER = "standing_member"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    INSPECTION_HEAD = "inspection_head"
    INSPECTION_DEPUTY = "inspection_deputy"
    CHIEF_OF_OFFICE = "chief_of_office"
    DEPUTY_CHIEF_OF_OFFICE = "deputy_chief_of_office"
    COMMITTEE_CHAIR = "committee_chair"
    COMMITTEE_DEPUTY = "committee_deputy"
    UNIT_HEAD = "unit_head"
    OTHER = "other"


SIGNERS = {
    Signer.SECRETARY: _("Bí thư"),
    Signer.STANDING_DEPUTY: _("Phó Bí thư Thường trực"),
    Signer.DEPUTY_SECRETARY: _("Phó Bí thư"),
    Signer.STANDING_MEMBER: _("Ủy viên Ban Thường vụ"),
    Signer.HEAD: _("Trưởng ban"),
    Signer.DEPUTY_HEAD: _("Phó Trưởng ban"),
    Signer.INSPECTION_HEAD: _("Chủ nhiệm Ủy ban Kiểm tra"),
    Signer.INSPECTION_DEPUTY: _("Phó Chủ nhiệm Ủy ban Kiểm tra"),
    Signer.CHIEF_OF_OFFICE: _("Chánh Văn phòng"),
    Signer.DEPUTY_CHIEF_OF_OFFICE: _("Phó Chánh Văn phòng"),
    Signer.COMMITTEE_CHAIR: _("Chủ tịch Ủy ban nhân dân"),
    Signer.COMMITTEE_DEPUTY: _("Phó Chủ tịch Ủy ban nhân dân"),
    Signer.UNIT_HEAD: _("Thủ trưởng cơ quan, đơn vị"),
    Signer.OTHER: _("Chức danh khác"),
}


def known(code: str) -> bool:
    """Whether it is one of the list."""
    return code in set(Signer)
