"""What the demo holds and how to look further, printed when it is made and whenever it is asked for again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access import accounts
from thenchot.access.accounts import Account
from thenchot.access.events import Role
from thenchot.access.roles import held_by
from thenchot.access.words import ROLES
from thenchot.ledger import proof, reading
from thenchot.rooms.organisations.reading import types_on
from thenchot.sealed.labels import labels
from thenchot.snapshot.closing.listing import Standing, closings
from thenchot.snapshot.closing.words import state

from .cast import CONFIRMER, OFFICE
from .run import TOP

LOOK = (
    "thenchot --as {office} figures --all",
    "thenchot --as {office} figures M16 --organisation tq --period 2020-01-01..2022-12-31 --by sex",
    "thenchot --as {office} figures M16 --organisation tq --period 2020-01-01..2022-12-31 --rows",
    "thenchot --as {office} show tq --as-of 30/06/2025",
    "thenchot --as {office} show tq --as-of 01/07/2025",
    "thenchot --as {office} verify --guards",
    "thenchot --help",
)


def describe(day: date) -> dict[str, Any]:
    """Numbers of the book on a day, its closings, who may sign in; all counted or read from the book."""
    top = reading.subjects_with("code", [TOP], "organisation")[TOP]
    size, *_more, note = proof.notes()[-1]
    return {
        "entries": reading.size(),
        "members": reading.number_held("cell", as_of=day),
        "organisations": len(types_on(as_of=day)),
        "to_review": reading.number_held("review", as_of=day),
        "checkpoint": {"size": size, "root": note.splitlines()[2]},
        "closings": [_closing(one) for one in reversed(closings(top))],
        "accounts": list(_accounts(day)),
        "look": [line.format(office=OFFICE, confirmer=CONFIRMER) for line in LOOK],
    }


def _closing(one: Standing) -> dict[str, Any]:
    return {"code": one.code, "period": one.period.words(), "state": state(one)}


def one_time_passwords(at: datetime) -> dict[str, str]:
    """A fresh one for every account that has chosen none of its own, or may not come in by it any more."""
    return {
        account.name: accounts.give_one_time(account, at=at)
        for account in Account.objects.filter(blocked=False).order_by("name")
        if account.must_change or not account.has_usable_password() or accounts.why_not(account, at)
    }


def _accounts(day: date) -> Any:
    for account in Account.objects.order_by("name"):
        found = [(one.role, one.scope) for one in held_by(account.id, day)]
        if account.person is not None:
            cell = reading.story(account.person).value("cell", on=day)
            found.append((Role.MEMBER, int(cell or 0)))
        if not found:
            continue
        names = labels(_name_note(scope) for _, scope in found)
        yield {
            "name": account.name,
            "roles": ", ".join(str(ROLES[role]) for role, _ in found),
            "scope": names.get(_name_note(found[0][1]), str(found[0][1])),
        }


def _name_note(organisation: int) -> int:
    return int(reading.story(organisation).value("name") or 0)


def tell(session: Any, day: date, passwords: Mapping[str, str]) -> None:
    """Print it, with passwords that are shown this once."""
    said = describe(day)
    if session.json:
        session.answer(said | {"passwords": dict(passwords)})
        return
    session.say(_("Bản thử: tỉnh Tuyên Quang, người và việc do máy tạo ra, không có người thật."))
    session.table(
        ["", ""],
        [
            (_("Bản ghi trong sổ"), _number(said["entries"])),
            (_("Đảng viên đang ở chi bộ"), _number(said["members"])),
            (_("Tổ chức đảng"), _number(said["organisations"])),
            (_("Cần xem lại"), _number(said["to_review"])),
            (
                _("Gốc của sổ ở bản ghi số {size}").format(size=said["checkpoint"]["size"]),
                said["checkpoint"]["root"],
            ),
        ],
    )
    closed = [(one["code"], one["period"], one["state"]) for one in said["closings"]]
    session.table([_("Mã số liệu"), _("Kỳ"), _("Tình trạng")], closed, title=_("Các lần chốt số liệu"))
    own = _("đã có mật khẩu riêng")
    people = [
        (one["name"], passwords.get(one["name"], own), one["roles"], one["scope"]) for one in said["accounts"]
    ]
    title = _("Ai làm được gì; mật khẩu dùng một lần để đăng nhập trang, trong 24 giờ")
    session.table([_("Tài khoản"), _("Mật khẩu"), _("Vai trò"), _("Phạm vi")], people, title=title)
    session.say(_("Xem tiếp:"))
    for line in said["look"]:
        session.say(f"  bin/{line}")


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
