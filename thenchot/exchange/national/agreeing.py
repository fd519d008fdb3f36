"""The second person's yes to numbers that change in a file written back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.requests import Request
from thenchot.access.two_persons import EXECUTORS, Executor, asked_by

from . import uploads
from .models import Upload
from .writing_back import Change

EXECUTOR = "national_write_back"


def register() -> None:
    """Once, when the app is ready."""
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out)


def digest(data: bytes, changes: Iterable[Change]) -> str:
    """What exactly is agreed to: in which file which cells get which numbers."""
    said = sorted((one.place, str(one.written)) for one in changes)
    return sha256(sha256(data).digest() + json.dumps(said).encode()).hexdigest()


def payload(upload: str, agreed: str, count: int) -> dict[str, Any]:
    """What the request keeps: no number, only how many and which."""
    return {"upload": upload, "digest": agreed, "count": count}


def agreed(account: int, wanted: str, now: datetime) -> bool:
    """Whether a second person has said yes to exactly this, today."""
    return any(one.agreed == wanted for one in uploads.of(account, now))


def _counts(payload: Mapping[str, Any]) -> Mapping[str, int]:
    return {_("Số định danh, số thẻ sẽ thay trong tệp của cơ quan"): int(payload["count"])}


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    Upload.objects.filter(code=payload["upload"]).update(agreed=payload["digest"])


def standing(account: int, at: datetime) -> list[Request]:
    """What this account asked for here and nobody has answered."""
    return [asked for asked in asked_by(account, at) if asked.said["executor"] == EXECUTOR]
