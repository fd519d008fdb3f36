"""A filled form issued from a closing: kept beside it for good, once a second person has confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.requests import Request
from thenchot.access.two_persons import EXECUTORS, Executor, NotConfirmed
from thenchot.snapshot.closing import issued
from thenchot.snapshot.closing.listing import standing

from . import keeping
from .keeping import Sent

EXECUTOR = "form"


class NotFromClosing(ValueError):
    """Only what was filled from a closing is issued."""


def register() -> None:
    """The second person's step; twice changes nothing."""
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out)


def file_name(sent: Sent) -> str:
    """As it lies beside its closing."""
    return f"bieu-{sent.serial.lower()}.xlsx"


def ask(sent: Sent, desk: Desk, *, by: int, at: datetime) -> Request:
    """Ask the second person. NotFromClosing, NotAllowed, NotIssued for one that is issued already."""
    if not sent.closing:
        raise NotFromClosing(sent.serial)
    if is_issued(sent):
        raise issued.NotIssued("taken")
    one = standing(sent.closing)
    payload = {"serial": sent.serial, "digest": sent.digest, "closing": sent.closing}
    return desk.ask(
        Action.ISSUE, by=by, at=at, organisation=one.organisation, executor=EXECUTOR, payload=payload
    )  # fmt: skip


def is_issued(sent: Sent) -> bool:
    """Whether it lies beside its closing."""
    return bool(sent.closing) and (standing(sent.closing).path / "issued" / file_name(sent)).exists()


def _counts(payload: Mapping[str, Any]) -> Mapping[str, int]:
    sent = keeping.sent(payload["serial"])
    return {_("biểu {serial} điền từ lần chốt {code}").format(serial=sent.serial, code=sent.closing): 1}


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    sent = keeping.sent(payload["serial"])
    if sent.digest != payload["digest"]:
        raise NotConfirmed("changed")
    key = Desk.open().key
    issued.issue(sent.closing, file_name(sent), sent.file(), key=key, by=by, at=at)
