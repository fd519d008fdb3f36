"""Writing versions of drafts and reading them back; texts are sealed before they are stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thenchot.sealed import texts
from thenchot.sealed.randomness import Randomness, System
from thenchot.sealed.versions import Shelf, Standing
from thenchot.snapshot.period import Period, parse_period

from .models import Draft, Text, Version
from .shapes import Content

DRAFT, SUBMITTED, ASKED, ISSUED = "draft", "submitted", "asked", "issued"
DRAFTS = Shelf(Draft, Version, Text, of="draft", most=500)


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
        return texts.file(Text, self.file_id)


def begin(
    code: str, organisation: int, period: str, content: Content, file: bytes, *, by: int, at: datetime,
    line: str = "", randomness: Randomness | None = None,
) -> Saved:  # fmt: skip
    """A new draft with its first version. Unopened, ValueError for a period that is none."""
    parse_period(period)
    draft = Draft(code=code, organisation=organisation, period=period, line=line, account=by, at=at)
    DRAFTS.begin(
        draft, content.stored(), file, what="begun", state=DRAFT, closing="",
        randomness=randomness or System(),
    )  # fmt: skip
    return latest(code)


def save(
    before: Saved, content: Content, file: bytes | None, what: str, *, by: int, at: datetime,
    state: str | None = None, closing: str | None = None, randomness: Randomness | None = None,
) -> Saved:  # fmt: skip
    """The next version after `before`; Stale where somebody was quicker. No file: the same one."""
    DRAFTS.add(
        before.code, before.number, content.stored(), before.file_id if file is None else file,
        what=what, state=state or before.state, closing=before.closing if closing is None else closing,
        by=by, at=at, randomness=randomness or System(),
    )  # fmt: skip
    return latest(before.code)


def latest(code: str) -> Saved:
    """The draft as it stands. LookupError."""
    return version(code, None)


def version(code: str, number: int | None) -> Saved:
    """One version, the last where none is named. LookupError."""
    return _saved(DRAFTS.version(code, number))


def of_organisations(organisations: Iterable[int]) -> list[Saved]:
    """The drafts of several organisations, the newest first."""
    found = [_saved(one) for one in DRAFTS.of_organisations(organisations)]
    return sorted(found, key=lambda one: (one.period.data_to, one.at), reverse=True)


def being_written(organisation: int) -> list[Saved]:
    """The drafts of an organisation that are neither handed in nor issued."""
    return [_saved(one) for one in DRAFTS.of_organisations([organisation], state=DRAFT)]


def history(code: str) -> list[dict[str, Any]]:
    """Who saved which version when, the last first."""
    return DRAFTS.history(code, "what", "state", "closing")


def lately(code: str, most: int) -> list[Content]:
    """What the last versions of a draft say, the last first."""
    return [Content.read(one) for one in DRAFTS.contents(code, most)]


def drop(code: str) -> None:
    """Let a draft go that was never issued: all its versions and texts."""
    DRAFTS.drop(code)


def _saved(one: Standing) -> Saved:
    draft, row, content = one
    return Saved(
        draft.code, draft.organisation, parse_period(draft.period), draft.line, row.number, row.account,
        row.at, row.what, row.state, row.closing, Content.read(content), row.file,
    )  # fmt: skip
