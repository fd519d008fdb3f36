"""Roles an account holds today, and which of them one person may not hold together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.ledger.reading import ON_DAY, rows

from .events import Managing, Role

# Who may open or write records, who may write: the two halves of the incompatible pairs.
WRITING = frozenset(
    {
        Role.CELL_SECRETARY,
        Role.OFFICE,
        Role.ORGANISING,
        Role.INSPECTION,
        Role.INSPECTION_LEAD,
        Role.PETITION,
        Role.CONFIRMER,
    }
)
RECORDS = WRITING | {Role.LEADER}

HELD = f"SELECT key, value FROM ledger_period WHERE subject = %s AND track = 'role' AND {ON_DAY} ORDER BY key"


@dataclass(frozen=True, order=True)
class Held:
    """A role, the organisation it is held in, the highest managing level it reaches."""

    role: Role
    scope: int
    managing: Managing


def held_by(account: int, on: date) -> list[Held]:
    """Roles at the end of a day, read from the book each time: one that ended today is not among them."""
    return [_held(key, value) for key, value in rows(HELD, [account, on, on])]


def holders_of(role: Role, on: date) -> list[tuple[int, int]]:
    """(account, scope) of everybody who holds a role on a day."""
    query = f"SELECT subject, key FROM ledger_period WHERE track = 'role' AND key LIKE %s AND {ON_DAY}"
    found = rows(f"{query} ORDER BY subject, key", [f"{role}@%", on, on])
    # An underscore in a role's name stands for any letter in LIKE.
    return [(account, int(key.partition("@")[2])) for account, key in found if key.startswith(f"{role}@")]


def in_key(key: str) -> tuple[Role, int]:
    """Role and organisation from the key of the track `role`."""
    role, _, scope = key.partition("@")
    return Role(role), int(scope)


def unfit(role: Role, others: Iterable[Role]) -> Role | None:
    """The role among others that the same person may not hold beside this one."""
    return next((other for other in sorted(others) if _clash(role, other) or _clash(other, role)), None)


def _clash(one: Role, other: Role) -> bool:
    if one is Role.ADMINISTRATOR:
        return other in RECORDS or other is Role.AUDITOR
    return one is Role.AUDITOR and other in WRITING


def _held(key: str, value: str) -> Held:
    return Held(*in_key(key), Managing(value))
