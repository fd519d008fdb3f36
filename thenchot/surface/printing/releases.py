"""Exports a second person has confirmed: whoever asked may fetch each for a day. Sealed, like drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thenchot.access import drafts
from thenchot.access.drafts import KEPT

from .orders import Order

KEY = "surface/printing/released"
MOST = 10  # of an account; the oldest goes


@dataclass(frozen=True)
class Release:
    """One export that may leave: what was confirmed, about which persons (a digest), when and by whom."""

    code: str
    order: Order
    digest: str
    persons: int
    by: int
    at: datetime


def allow(code: str, payload: Mapping[str, Any], *, by: int, at: datetime) -> None:
    """Keep what was confirmed for whoever asked. Unopened."""
    account = int(payload["account"])
    one = {**payload, "code": code, "by": str(by), "at": at.isoformat()}
    kept = [said for said in _stored(account, at) if said["code"] != code]
    drafts.put(account, KEY, {"released": [*kept, one][-MOST:]}, at)


def released(account: int, at: datetime) -> list[Release]:
    """What the account may fetch now, the oldest first."""
    return [_read(said) for said in _stored(account, at)]


def find(account: int, code: str, at: datetime) -> Release | None:
    """One of them."""
    return next((one for one in released(account, at) if one.code == code), None)


def _stored(account: int, at: datetime) -> list[dict[str, Any]]:
    kept = drafts.get(account, KEY, at) or {}
    return [said for said in kept.get("released", []) if datetime.fromisoformat(said["at"]) + KEPT > at]


def _read(said: Mapping[str, Any]) -> Release:
    return Release(
        said["code"], Order.read(said["order"]), said["digest"], int(said["persons"]), int(said["by"]),
        datetime.fromisoformat(said["at"]),
    )  # fmt: skip
