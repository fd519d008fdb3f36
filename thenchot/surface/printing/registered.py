"""What the second person is shown of an export, and what her yes does. Read when the program starts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from thenchot.access.two_persons import EXECUTORS, Executor

EXECUTOR = "export"


def register() -> None:
    """Twice changes nothing."""
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out)


def _counts(payload: Mapping[str, Any]) -> Mapping[str, int]:
    """The paper in one line, and how many persons stand in it."""
    from .issuing import said
    from .orders import Order

    return {said(Order.read(payload["order"])): payload["persons"]}


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    """Whoever asked may fetch it now; the confirmer sees no name by this."""
    from .releases import allow

    code = sha256(f"{payload['digest']}|{payload['account']}".encode()).hexdigest()[:16]
    allow(code, payload, by=by, at=at)
