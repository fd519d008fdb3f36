"""Writing versions of drafts and reading them back; texts are sealed before they are stored."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from thenchot.sealed.envelope import seal, unseal
from thenchot.sealed.keyring import NOTES
from thenchot.sealed.randomness import Randomness, System, new_id
from thenchot.sealed.store import current_keys
from thenchot.snapshot.period import Period, parse_period

from .models import Draft, Text, Version
from .shapes import Content

DATABASE = "personal"
DRAFT, SUBMITTED, ASKED, ISSUED = "draft", "submitted", "asked", "issued"
MOST = 500  # versions of one draft


class Stale(Exception):
    """Somebody else has saved the draft since: look at it again."""


@dataclass(frozen=True)
class Saved:
    """A draft as it stands at one version."""

    code: str
    organisation: int
    period: Period
    line: str
    number: int
    account: int
    at: datetime
    what: str
    state: str
    closing: str
    content: Content
    file_id: int

    def file(self) -> bytes:
        """Its Word file, with the controls around the numbers. Unopened."""
        return b64decode(_unsealed([self.file_id])[self.file_id])


def begin(
    code: str, organisation: int, period: str, content: Content, file: bytes, *, by: int, at: datetime,
    line: str = "", randomness: Randomness | None = None,
) -> Saved:  # fmt: skip
    """A new draft with its first version. Unopened, ValueError for a period that is none."""
    parse_period(period)
    with transaction.atomic(using=DATABASE):
        Draft.objects.create(
            code=code, organisation=organisation, period=period, line=line, account=by, at=at
        )
        _add(code, 1, content, file, "begun", DRAFT, "", by, at, randomness or System())
    return latest(code)


def save(
    before: Saved, content: Content, file: bytes | None, what: str, *, by: int, at: datetime,
    state: str | None = None, closing: str | None = None, randomness: Randomness | None = None,
) -> Saved:  # fmt: skip
    """The next version after `before`; Stale where somebody was quicker. No file: the same one."""
    with transaction.atomic(using=DATABASE):
        last = Version.objects.filter(draft=before.code).order_by("-number").first()
        if last is None or last.number != before.number or last.number >= MOST:
            raise Stale(before.code)
        _add(
            before.code, before.number + 1, content, file if file is not None else before.file_id, what,
            state or before.state, before.closing if closing is None else closing, by, at,
            randomness or System(),
        )  # fmt: skip
    return latest(before.code)


def latest(code: str) -> Saved:
    """The draft as it stands. LookupError."""
    return version(code, None)


def version(code: str, number: int | None) -> Saved:
    """One version, the last where none is named. LookupError."""
    draft = Draft.objects.filter(code=code).first()
    found = Version.objects.filter(draft=code)
    row = found.filter(number=number).first() if number else found.order_by("-number").first()
    if draft is None or row is None:
        raise LookupError(code)
    return _saved(draft, row, _unsealed([row.content]))


def of_organisations(organisations: Iterable[int]) -> list[Saved]:
    """The drafts of several organisations, the newest first."""
    drafts = {one.code: one for one in Draft.objects.filter(organisation__in=list(organisations))}
    last: dict[str, Version] = {}
    for row in Version.objects.filter(draft__in=list(drafts)).order_by("number"):
        last[row.draft] = row
    texts = _unsealed([row.content for row in last.values()])
    found = [_saved(drafts[code], row, texts) for code, row in last.items()]
    return sorted(found, key=lambda one: (one.period.data_to, one.at), reverse=True)


def history(code: str) -> list[dict[str, Any]]:
    """Who saved which version when, the last first."""
    rows = Version.objects.filter(draft=code).order_by("-number")
    names = ("number", "account", "at", "what", "state", "closing")
    return [{name: getattr(row, name) for name in names} for row in rows]


def drop(code: str) -> None:
    """Let a draft go that was never issued: all its versions and texts."""
    with transaction.atomic(using=DATABASE):
        rows = list(Version.objects.filter(draft=code))
        Text.objects.filter(id__in=[id_ for row in rows for id_ in (row.content, row.file)]).delete()
        Version.objects.filter(draft=code).delete()
        Draft.objects.filter(code=code).delete()


def _add(
    code: str, number: int, content: Content, file: bytes | int, what: str, state: str, closing: str,
    by: int, at: datetime, randomness: Randomness,
) -> None:  # fmt: skip
    said = _sealed(content.stored(), randomness)
    kept = file if isinstance(file, int) else _sealed(b64encode(file).decode(), randomness)
    Version.objects.create(
        draft=code, number=number, account=by, at=at, what=what, state=state, closing=closing,
        content=said, file=kept,
    )  # fmt: skip


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


def _saved(draft: Draft, row: Version, texts: dict[int, Any]) -> Saved:
    return Saved(
        draft.code, draft.organisation, parse_period(draft.period), draft.line, row.number, row.account,
        row.at, row.what, row.state, row.closing, Content.read(texts[row.content]), row.file,
    )  # fmt: skip
