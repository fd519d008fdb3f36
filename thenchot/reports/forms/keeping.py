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

from thenchot.sealed import texts
from thenchot.sealed.randomness import Randomness, System
from thenchot.sealed.tables import ALIAS
from thenchot.sealed.versions import Shelf, Standing

from .binding import Binding
from .models import Filled, Form, Text, Version

FORMS = Shelf(Form, Version, Text, of="form", most=5_000)


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
    form = Form(code=code, organisation=organisation, account=by, at=at)
    FORMS.begin(form, _packed(binding), file, bound=len(binding.cells), randomness=randomness or System())
    return latest(code)


def save(
    before: Kept, binding: Binding, *, by: int, at: datetime, file: bytes | None = None,
    randomness: Randomness | None = None,
) -> Kept:  # fmt: skip
    """The next version after `before`; Stale where somebody was quicker. No file: the same one."""
    FORMS.add(
        before.code, before.number, _packed(binding), before.file_id if file is None else file,
        bound=len(binding.cells), by=by, at=at, randomness=randomness or System(),
    )  # fmt: skip
    return latest(before.code)


def latest(code: str) -> Kept:
    """The form as it stands. LookupError."""
    return version(code, None)


def version(code: str, number: int | None) -> Kept:
    """One version, the last where none is named. LookupError."""
    return _kept(FORMS.version(code, number))


def of_organisations(organisations: Iterable[int]) -> list[Kept]:
    """The forms of several organisations by name, each as it stands."""
    found = [_kept(one) for one in FORMS.of_organisations(organisations)]
    return sorted(found, key=lambda one: one.binding.name)


def file_of(file_id: int) -> bytes:
    """The bytes of a workbook. Unopened."""
    return texts.file(Text, file_id)


def history(code: str, most: int = 50) -> list[dict[str, Any]]:
    """Who saved which version when, the last first."""
    return FORMS.history(code, "bound", most=most)


def send(
    serial: str, form: str, number: int, organisation: int, period: str, file: bytes, *, by: int,
    at: datetime, closing: str = "", randomness: Randomness | None = None,
) -> Sent:  # fmt: skip
    """Keep a filled form as it goes out. Unopened."""
    with transaction.atomic(using=ALIAS):
        kept = texts.keep_file(Text, file, randomness or System())
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


def _packed(binding: Binding) -> str:
    """Thousands of cells say much the same of each."""
    return b64encode(zlib.compress(json.dumps(binding.stored(), ensure_ascii=False).encode())).decode()


def _kept(one: Standing) -> Kept:
    form, row, content = one
    binding = Binding.read(json.loads(zlib.decompress(b64decode(content))))
    return Kept(form.code, form.organisation, row.number, row.account, row.at, binding, row.file)


def _sent(row: Filled) -> Sent:
    return Sent(
        row.serial, row.form, row.number, row.organisation, row.period, row.closing, row.account, row.at,
        row.digest, row.file,
    )  # fmt: skip
