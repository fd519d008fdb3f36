"""What the doors and reasons of the viewing log are called."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.access.actions import Action
from thenchot.access.limits import AuditGround, Ground
from thenchot.access.log import Door, Reason
from thenchot.access.words import ACTIONS, AUDIT_GROUNDS, DOORS, GROUNDS

from ..members.words import REASONS

ALL_DOORS: dict[str, Any] = {
    Door.LABELS: _("trang danh sách có tên"),
    Door.PERSON: _("trang của một đảng viên"),
    Door.REVEAL: _("mở số định danh, điện thoại, địa chỉ"),
    Door.FIND: _("tìm đảng viên"),
    Door.EXPORT: _("xuất danh sách"),
    Door.LOG: _("mở nhật ký này"),
    Door.DIRECTORY: _("máy chủ đọc tên vào bộ nhớ"),
    Door.DETACHED: _("bỏ phần hết thời hạn giữ"),
    Door.REFUSED: _("bị từ chối"),
    Door.STOPPED: _("tạm dừng vì mở nhiều"),
    Door.LIFTED: _("nêu lý do mở nhiều"),
}


def reason(text: str) -> Any:
    """Why, in words; the field that was opened is no reason."""
    if text in set(AuditGround):
        return AUDIT_GROUNDS[AuditGround(text)]
    if text in set(Ground):
        return GROUNDS[Ground(text)]
    return REASONS.get(Reason(text), text) if text in set(Reason) else ""


def door(name: str, field: str) -> str:
    """Which door; of a stop or a lift at which one, of a refusal what was asked for."""
    said = str(ALL_DOORS.get(name, name))
    if name == Door.REFUSED and field in set(Action):
        return f"{said}: {ACTIONS[Action(field)]}"
    stopped = name in (Door.STOPPED, Door.LIFTED) and field in set(Door)
    return f"{said}: {DOORS[Door(field)]}" if stopped else said
