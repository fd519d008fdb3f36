"""Sentences for what goes wrong with closings, backups, keys and proofs; `troubles` says them."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.ledger.backup import NotABackup, NotEmpty
from thenchot.ledger.checkpoints import BadCheckpoint
from thenchot.sealed.backup import BackupRefused
from thenchot.sealed.rotation import StillInUse
from thenchot.sealed.sheets import SheetRefused
from thenchot.snapshot.closing.actions import NotAsPrepared
from thenchot.snapshot.closing.manifest import program
from thenchot.snapshot.closing.opening import Damaged, OtherVersion
from thenchot.snapshot.keeping import NotTogether, Occupied
from thenchot.snapshot.opened import NotDeclared

from . import troubles
from .troubles import NOT_NOW, NOT_READ, REFUSED, Said

SHEETS = {
    "not_a_sheet": gettext_lazy("Nội dung không phải một phiếu khóa: phiếu gồm bốn dòng như in trên giấy."),
    "typing_error": gettext_lazy(
        "Phiếu khóa gõ chưa đúng: từ kiểm tra ở dòng cuối không khớp. Đề nghị gõ lại."
    ),
    "different_sets": gettext_lazy(
        "Hai phiếu khóa thuộc hai lần in khác nhau. Đề nghị lấy hai phiếu cùng lần in."
    ),
    "same_sheet": gettext_lazy("Hai phiếu là cùng một phiếu. Đề nghị lấy phiếu của người giữ khác."),
}
BACKUPS = {
    "not empty": gettext_lazy("Nơi phục hồi đã có hồ sơ. Chỉ phục hồi vào nơi trống."),
    "generation": gettext_lazy(
        "Khóa vừa được đổi trong khi sao lưu. Không có bản nào dở dang; đề nghị chạy lại."
    ),
}
BACKUP_CHANGED = gettext_lazy(
    "Bản sao lưu hồ sơ bị cắt, bị sửa hoặc không phải bản sao lưu. Đề nghị dùng bản khác."
)
TOGETHER = {
    "other_installation": gettext_lazy("Hai bản sao lưu không cùng một cơ sở. Đề nghị kiểm tra lại."),
    "older_book": gettext_lazy(
        "Bản sao lưu sổ cũ hơn bản sao lưu hồ sơ, có thể thiếu lần xóa dữ liệu của một người."
        " Đề nghị dùng bản sao lưu sổ cùng lúc hoặc mới hơn. Chưa mở gì."
    ),
}


def _damaged(error: Exception) -> Said:
    said = _("Thư mục chốt số liệu bị thiếu hoặc hỏng tệp: {what}. Đề nghị lấy lại từ bản sao lưu.")
    return NOT_NOW, [said.format(what=error.args[0])]


def _other_version(error: OtherVersion) -> Said:
    said = _(
        "Lần chốt này do phiên bản {version} của chương trình lập; phiên bản đang dùng ({own}) không đọc được. Đề nghị mở bằng phiên bản {version}."
    )
    return NOT_NOW, [said.format(version=error.args[0], own=program())]


def _as_prepared(error: NotAsPrepared) -> Said:
    said = _(
        "Thư mục của lần chốt {code} không còn như khi lập: {faults}. Không duyệt, không nộp; đề nghị lập lại."
    )
    faults = ", ".join(f"{one.what} {one.where}".strip() for one in error.args[1]) or "manifest"
    return REFUSED, [said.format(code=error.args[0], faults=faults)]


def _backup(error: NotABackup) -> Said:
    said = _("Bản sao lưu sổ không nguyên vẹn: {what}. Không phục hồi gì; đề nghị dùng bản khác.")
    return NOT_READ, [said.format(what=error.args[0])]


def _occupied(error: Exception) -> Said:
    return REFUSED, [_("Ở đây đã có một cơ sở. Chỉ phục hồi vào thư mục trống; không ghi đè lên sổ đang có.")]


def _declared(error: NotDeclared) -> Said:
    code, asked = error.args
    said = _("Số liệu {code} không phân tổ theo {by}. Xem các phân tổ: thenchot figures --list {code}")
    return NOT_READ, [said.format(code=code, by=", ".join(asked))]


SAYING: list[tuple[Any, Callable[[Any], Said | None]]] = [
    (SheetRefused, lambda e: (NOT_READ, [str(SHEETS[e.args[0]])])),
    (BackupRefused, lambda e: (NOT_READ, [str(BACKUPS.get(e.args[0], BACKUP_CHANGED))])),
    (NotTogether, lambda e: (REFUSED, [str(TOGETHER[e.args[0]])])),
    ((Occupied, NotEmpty), _occupied),
    (NotABackup, _backup),
    (NotAsPrepared, _as_prepared),
    (OtherVersion, _other_version),
    (Damaged, _damaged),
    (NotDeclared, _declared),
    (StillInUse, lambda e: (NOT_NOW, [_("Chưa đổi khóa xong. Đề nghị chạy lại `thenchot keys rotate`.")])),
    (
        BadCheckpoint,
        lambda e: (NOT_READ, [_("Tệp đối chứng không phải của cơ sở này hoặc bị sửa ({what}).").format(what=e)]),
    ),
]  # fmt: skip


def add() -> None:
    """Before the general ones: a name that exists is a sentence of its own here."""
    if SAYING[0] not in troubles.SAYING:
        troubles.SAYING[:0] = SAYING
