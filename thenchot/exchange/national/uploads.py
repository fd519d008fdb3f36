"""Files that somebody looks at: sealed, for a day at most, and what was found in them in pieces of a page."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from thenchot.sealed.store import current_keys

from . import sealing
from .models import Part, Upload

KEPT = timedelta(hours=24)
MOST = 5  # uploads of an account; the oldest goes
FILE, HEAD = "file", "head"


class Gone(LookupError):
    """There is no such upload any more, or it is another account's."""


def put(
    code: str, *, office: int, account: int, at: datetime, name: str, data: bytes, asked: dict[str, Any]
) -> Upload:
    """Keep a file as it came. `asked`: what the office said with it. Unopened."""
    with transaction.atomic(using=Upload.database):
        forget_old(at)
        made = Upload(code=code, office=office, account=account, at=at)
        made.save(force_insert=True)
        write(made, FILE, {"name": name, "data": b64encode(data).decode(), "asked": asked})
        kept = Upload.objects.filter(account=account).order_by("-at", "code").values_list("code", flat=True)
        drop(*list(kept[MOST:]))
    return made


def get(code: str, *, account: int, now: datetime) -> Upload:
    """The upload of this account; Gone."""
    found = Upload.objects.filter(code=code, account=account, at__gt=now - KEPT).first()
    if found is None:
        raise Gone(code)
    return found


def of(account: int, now: datetime) -> list[Upload]:
    """What an account still has here, newest first."""
    return list(Upload.objects.filter(account=account, at__gt=now - KEPT).order_by("-at", "code"))


def file(upload: Upload) -> tuple[str, bytes, dict[str, Any]]:
    """The file's name, its bytes as they came, and what was said with it. Gone."""
    said = read(upload, FILE)
    return said["name"], b64decode(said["data"]), said["asked"]


def write(upload: Upload, name: str, value: Any) -> None:
    """One part, in place of the one before."""
    box = sealing.closed(int(upload.code, 16), [name, value])
    Part.objects.update_or_create(upload=upload.code, name=name, defaults=box._asdict())


def write_pages(upload: Upload, name: str, values: list[dict[str, Any]], size: int) -> None:
    """A list page by page, in place of the one before: `rows0`, `rows1`, …; always the first."""
    Part.objects.filter(upload=upload.code, name__startswith=name).delete()
    pages = [values[at : at + size] for at in range(0, max(len(values), 1), size)]
    keys = current_keys()
    boxes = [
        (f"{name}{number}", sealing.closed(int(upload.code, 16), [f"{name}{number}", page], keys))
        for number, page in enumerate(pages)
    ]
    Part.objects.bulk_create(Part(upload=upload.code, name=part, **box._asdict()) for part, box in boxes)


def read(upload: Upload, name: str) -> Any:
    """A part; Gone where it is not there or its key is not."""
    found = Part.objects.filter(upload=upload.code, name=name).first()
    said = sealing.opened(int(upload.code, 16), found.generation, found.blob) if found else None
    if said is None or said[0] != name:
        raise Gone(upload.code)
    return said[1]


def drop(*codes: str) -> None:
    """The file and everything found in it."""
    Part.objects.filter(upload__in=codes).delete()
    Upload.objects.filter(code__in=codes).delete()


def forget_old(now: datetime) -> int:
    """Let go of what is older than a day; how many."""
    old = list(Upload.objects.filter(at__lte=now - KEPT).values_list("code", flat=True))
    drop(*old)
    return len(old)


def forget_person(person: int) -> None:
    """An erased person may stand in any of them; a file is soon brought again."""
    drop(*Upload.objects.values_list("code", flat=True))
