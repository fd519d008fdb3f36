"""Writing versions of forms and reading them back, and the files filled from them; sealed before stored."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import models, transaction

from thenchot.sealed.envelope import seal, unseal
from thenchot.sealed.keyring import NOTES
from thenchot.sealed.randomness import Randomness, System, new_id
from thenchot.sealed.store import current_keys

from .binding import Binding
from .models import Filled, Form, Text, Version

DATABASE = "personal"
MOST = 5_000  # versions of one form


class Stale(Exception):
    """Somebody else has saved the form since: look at it again."""


@dataclass(frozen=True)
class Kept:
    """A form as it stands at one version. `number` of the first version is 1."""

    code: str
    organisation: int
    number: int
    account: int
    at: datetime
    binding: Binding
    file_id: int

    def file(self) -> bytes:
        """The workbook as it was uploaded. Unopened."""
        return file_of(self.file_id)


@dataclass(frozen=True)
class Sent:
    """A filled form that went out."""

    serial: str
    form: str
    number: int
    organisation: int
    period: str
    closing: str
    account: int
    at: datetime
    digest: str
    file_id: int

    def file(self) -> bytes:
        """The bytes that went out. Unopened."""
        return file_of(self.file_id)


def begin(
    code: str, organisation: int, binding: Binding, file: bytes, *, by: int, at: datetime,
    randomness: Randomness | None = None,
) -> Kept:  # fmt: skip
    """A new form with its first version. Unopened."""
    with transaction.atomic(using=DATABASE):
        Form.objects.create(code=code, organisation=organisation, account=by, at=at)
        _add(code, 1, binding, file, by, at, randomness or System())
    return latest(code)


def save(
    before: Kept, binding: Binding, *, by: int, at: datetime, file: bytes | None = None,
    randomness: Randomness | None = None,
) -> Kept:  # fmt: skip
    """The next version after `before`; Stale where somebody was quicker. No file: the same one."""
    with transaction.atomic(using=DATABASE):
        last = Version.objects.filter(form=before.code).order_by("-number").first()
        if last is None or last.number != before.number or last.number >= MOST:
            raise Stale(before.code)
        kept = before.file_id if file is None else file
        _add(before.code, before.number + 1, binding, kept, by, at, randomness or System())
    return latest(before.code)


def latest(code: str) -> Kept:
    """The form as it stands. LookupError."""
    return version(code, None)


def version(code: str, number: int | None) -> Kept:
    """One version, the last where none is named. LookupError."""
    form = Form.objects.filter(code=code).first()
    found = Version.objects.filter(form=code)
    row = found.filter(number=number).first() if number else found.order_by("-number").first()
    if form is None or row is None:
        raise LookupError(code)
    return _kept(form, row, _unsealed([row.content]))


def of_organisations(organisations: Iterable[int]) -> list[Kept]:
    """The forms of several organisations by name, each as it stands."""
    forms = {one.code: one for one in Form.objects.filter(organisation__in=list(organisations))}
    last: dict[str, Version] = {}
    for row in Version.objects.filter(form__in=list(forms)).order_by("number"):
        last[row.form] = row
    texts = _unsealed([row.content for row in last.values()])
    found = [_kept(forms[code], row, texts) for code, row in last.items()]
    return sorted(found, key=lambda one: one.binding.name)


def file_of(file_id: int) -> bytes:
    """The bytes of a workbook. Unopened."""
    return b64decode(_unsealed([file_id])[file_id])


def history(code: str, most: int = 50) -> list[dict[str, Any]]:
    """Who saved which version when, the last first."""
    rows = Version.objects.filter(form=code).order_by("-number")
    return [dict(row) for row in rows.values("number", "account", "at", "bound")[:most]]


def send(
    serial: str, form: str, number: int, organisation: int, period: str, file: bytes, *, by: int,
    at: datetime, closing: str = "", randomness: Randomness | None = None,
) -> Sent:  # fmt: skip
    """Keep a filled form as it goes out. Unopened."""
    with transaction.atomic(using=DATABASE):
        kept = _sealed(b64encode(file).decode(), randomness or System())
        Filled.objects.create(
            serial=serial, form=form, number=number, organisation=organisation, period=period,
            closing=closing, account=by, at=at, digest=sha256(file).hexdigest(), file=kept,
        )  # fmt: skip
    return sent(serial)


def sent(serial: str) -> Sent:
    """One filled form. LookupError."""
    row = Filled.objects.filter(serial=serial).first()
    if row is None:
        raise LookupError(serial)
    return _sent(row)


def sent_from(organisations: Iterable[int], most: int = 100, *, account: int = 0) -> list[Sent]:
    """What went out for several organisations, or by an account, the last first."""
    wanted = models.Q(organisation__in=list(organisations)) | models.Q(account=account)
    rows = Filled.objects.filter(wanted).order_by("-at", "serial")[:most]
    return [_sent(row) for row in rows]


def _add(
    code: str, number: int, binding: Binding, file: bytes | int, by: int, at: datetime, randomness: Randomness
) -> None:
    said = b64encode(zlib.compress(json.dumps(binding.stored(), ensure_ascii=False).encode())).decode()
    content = _sealed(said, randomness)
    kept = file if isinstance(file, int) else _sealed(b64encode(file).decode(), randomness)
    Version.objects.create(
        form=code, number=number, account=by, at=at, bound=len(binding.cells), content=content, file=kept
    )


def _sealed(value: Any, randomness: Randomness) -> int:
    one = new_id(randomness)
    made = seal(current_keys(), NOTES, one, value, randomness)
    Text.objects.create(id=one, generation=made.generation, blob=made.blob)
    return one


def _unsealed(ids: list[int]) -> dict[int, Any]:
    keys = current_keys()
    return {
        row.id: unseal(keys, NOTES, row.id, row.generation, bytes(row.blob)).value
        for row in Text.objects.filter(id__in=ids)
    }


def _kept(form: Form, row: Version, texts: dict[int, Any]) -> Kept:
    binding = Binding.read(json.loads(zlib.decompress(b64decode(texts[row.content]))))
    return Kept(form.code, form.organisation, row.number, row.account, row.at, binding, row.file)


def _sent(row: Filled) -> Sent:
    return Sent(
        row.serial, row.form, row.number, row.organisation, row.period, row.closing, row.account, row.at,
        row.digest, row.file,
    )  # fmt: skip
