"""Taking the steps: killed at any point, each leaves what stood before or a pending closing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace as dataclass_replace
from datetime import datetime
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ...access.actions import Action
from ...access.judging import today
from ...access.two_persons import rehearse
from ...law.recording import record_many
from ...ledger import proof
from ...ledger.entries import WITHDRAW, canonical, moment
from ...ledger.minting import Mint
from ...ledger.writing import Draft, writing
from ..catalogue import CATALOGUE, Catalogue
from ..engine import open_engine
from ..period import Period
from . import folder, notes
from .contents import Contents
from .events import Approved, Line, Prepared, Received, Returned, Reviewed, Step, Submitted, Why
from .lacking import Lacking, all_named, asked_of, fact_of
from .listing import Standing, known, standing
from .manifest import installation, manifest_of
from .rights import need, need_above
from .verifying import examine

PENDING = "0" * 64  # stands for the digest while it is asked whether the step may be taken at all
DROPPED = "not_needed"


class Desk(Protocol):
    """What `access.desk.Desk` has, and no more of it."""

    @property
    def key(self) -> Ed25519PrivateKey:
        """The installation's signing key."""

    @property
    def mint(self) -> Mint:
        """New codes, act sets, salts."""


class NotAsPrepared(Exception):
    """The folder is not what was prepared: (code, faults). It can only be dropped."""


def prepare(
    desk: Desk,
    organisation: int,
    period: Period,
    *,
    by: int,
    at: datetime,
    line: Line | None = None,
    replaces: str | None = None,
    why: Why | None = None,
    catalogue: Catalogue = CATALOGUE,
) -> str:
    """Lập biểu: count everything at the end of the book as it is now, and write the folder; its code.

    A second closing of the same period names the one it `replaces` and `why`. Refused, NotAllowed.
    """
    need(Action.PREPARE_CLOSING, organisation, by=by, at=at)
    mint = desk.mint
    with folder.locked():
        folder.tidy(known())
        with writing(at=at, by=by, mint=mint):  # the book is held only for the cut-off
            checkpoint = proof.make_checkpoint(desk.key, occasion="closing", at=at)
        act = Prepared(
            about=organisation, organisation=organisation, effective_on=today(at), code=_code(mint),
            account=by, manifest=PENDING, period=period.kind, first=period.first, last=period.last,
            data_to=period.data_to, cut_off=checkpoint.size, line=line, replaces=replaces, why=why,
        )  # fmt: skip
        rehearse([Draft(act, 1)], by=by, at=at, mint=mint, on_paper=False)
        engine = open_engine(checkpoint.size)
        try:
            files, said = Contents(engine, period, organisation, catalogue, mint).files()
        finally:
            engine.close()
        content = canonical(manifest_of(act, checkpoint.note, at) | said).encode()
        written = folder.write(act.code, {**files, folder.MANIFEST: content})
        try:
            _record(act, folder.sha(content), by=by, at=at, mint=mint)
        except Exception:
            folder.remove(written)
            raise
    return act.code


def review(desk: Desk, code: str, *, by: int, at: datetime) -> Standing:
    """Soát xong. Refused, NotAllowed, NotAsPrepared."""
    return _step(desk, Reviewed, Action.REVIEW_CLOSING, code, by=by, at=at)


def approve(desk: Desk, code: str, *, by: int, at: datetime, without: Collection[int] = ()) -> Standing:
    """Duyệt: checkpoint, signature, entry, in this order. Refused, NotAllowed, NotAsPrepared, Lacks.

    *Chốt thiếu*: `without` are the units known to be missing; those that still are stand in what is signed.
    Signed and not yet in the book is still pending: approving again signs again.
    """
    with folder.locked():
        one = standing(code)
        need(Action.CONFIRM, one.organisation, by=by, at=at)
        _intact(one)
        act, mint = Approved(**_common(one, by, at)), desk.mint
        rehearse([Draft(act, 1)], by=by, at=at, mint=mint, on_paper=False)
        missing = _missing(one, at, without)
        checkpoint = proof.make_checkpoint(desk.key, occasion="closing", at=at)
        facts = {
            "prepared_by": str(one.taken_by("prepared")), "reviewed_by": str(one.taken_by("reviewed")),
            "approved_by": str(by), "approved_at": moment(at),
            "book": {"size": checkpoint.size, "root": checkpoint.root.hex()}, **fact_of(missing),
        }  # fmt: skip
        name = notes.name_of(installation(), notes.CLOSING)
        note = notes.Note(name, code, bytes.fromhex(one.manifest), facts)
        folder.replace(one.path / folder.SIGNED, notes.sign(note, desk.key).encode())
        record_many([Draft(act, mint.id())], at=at, by=by, mint=mint)
    return standing(code)


def submit(desk: Desk, code: str, *, by: int, at: datetime) -> Standing:
    """Nộp; what was returned may be submitted again as it is. Refused, NotAllowed, NotAsPrepared."""
    return _step(desk, Submitted, Action.SUBMIT_CLOSING, code, by=by, at=at)


def receive(desk: Desk, code: str, *, by: int, at: datetime) -> Standing:
    """Nhận, by the level above. Refused, NotAllowed, NotAsPrepared."""
    return _step(desk, Received, Action.RECEIVE_CLOSING, code, by=by, at=at)


def return_(
    desk: Desk,
    code: str,
    *,
    note: int,
    by: int,
    at: datetime,
    figure: str | None = None,
    concerns: int | None = None,
) -> Standing:
    """Trả lại, by the level above: a sealed note holds the sentence; the figure or organisation concerned."""
    more: dict[str, Any] = {"note": note, "figure": figure, "concerns": concerns}
    return _step(desk, Returned, Action.RECEIVE_CLOSING, code, by=by, at=at, **more)


def replace(
    desk: Desk,
    code: str,
    why: Why,
    *,
    by: int,
    at: datetime,
    period: Period | None = None,
    catalogue: Catalogue = CATALOGUE,
) -> str:
    """Chốt thay thế: a new closing of the same period; both stay. `period` moves only *số liệu đến ngày*."""
    one = standing(code)
    return prepare(
        desk, one.organisation, period or one.period, by=by, at=at, line=one.line, replaces=code, why=why,
        catalogue=catalogue,
    )  # fmt: skip


def drop(desk: Desk, code: str, *, by: int, at: datetime) -> None:
    """Let a pending closing go: its entries are withdrawn, its folder removed. Refused for a closed one."""
    with folder.locked():
        one = standing(code)
        need(Action.PREPARE_CLOSING, one.organisation, by=by, at=at)
        mint = desk.mint
        together = mint.id()
        drafts = [
            Draft(entry.act, together, WITHDRAW, entry.root, DROPPED)
            for entry in reversed(one.steps)
            if entry.act is not None
        ]
        record_many(drafts, at=at, by=by, mint=mint)
        folder.remove(one.path)


def _step(
    desk: Desk, kind: type[Step], action: Action, code: str, *, by: int, at: datetime, **more: Any
) -> Standing:
    with folder.locked():
        one = standing(code)
        (need_above if action is Action.RECEIVE_CLOSING else need)(action, one.organisation, by=by, at=at)
        _intact(one)
        mint = desk.mint
        record_many([Draft(kind(**_common(one, by, at), **more), mint.id())], at=at, by=by, mint=mint)
    return standing(code)


def _missing(one: Standing, at: datetime, without: Collection[int]) -> Lacking | None:
    """Which units have not confirmed their figures by now."""
    found = asked_of(one.organisation, one.period, today(at))
    all_named(one.code, found, without)
    return found


def _common(one: Standing, by: int, at: datetime) -> dict[str, Any]:
    return {
        "about": one.organisation, "organisation": one.organisation, "effective_on": today(at),
        "code": one.code, "account": by, "manifest": one.manifest,
    }  # fmt: skip


def _intact(one: Standing) -> None:
    """Whoever takes a step takes it on the folder that was prepared."""
    report = examine(one.path)
    manifest = one.path / folder.MANIFEST
    if report.faults or folder.sha(manifest.read_bytes()) != one.manifest:
        raise NotAsPrepared(one.code, report.faults)


def _record(act: Prepared, manifest: str, *, by: int, at: datetime, mint: Mint) -> None:
    record_many([Draft(dataclass_replace(act, manifest=manifest), mint.id())], at=at, by=by, mint=mint)


def _code(mint: Mint) -> str:
    """Twelve hex digits: what the annex *Nguồn số liệu* prints."""
    return f"{mint.id() & (2**48 - 1):012x}"
