"""The second person: a request stores exactly what will be written; another account confirms or declines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from thenchot.law.recording import Recorded, record_many
from thenchot.ledger import reading
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import Mint
from thenchot.ledger.writing import Draft, Memory, writing

from . import erasing, judging, scope
from .actions import Action, Answer
from .events import Confirmed, Declined, Granted, Requested, Role
from .judging import ERASED, today
from .requests import Request, contents_of
from .rights import Reach
from .roles import holders_of

HOURS = 72
# Where nobody of this book stands above: another person of these roles, with the superior's paper.
AT_THE_TOP = (Role.CONFIRMER, Role.OFFICE, Role.LEADER)


class NotConfirmed(Exception):
    """Nothing was written: gone, same_person, expired, changed, not_yours, oneself, own_account, no_paper,
    asker, lacking."""


@dataclass(frozen=True)
class Executor:
    """What a higher floor does besides writing drafts: how many things the payload means, and doing it."""

    counts: Callable[[Mapping[str, Any]], Mapping[str, int]]
    carry_out: Callable[[Mapping[str, Any], int, datetime], None]  # payload, who confirmed, when
    # Payload, the second person's reach, organisations: why not, where it is more than to confirm there.
    hindrance: Callable[[Mapping[str, Any], Reach, Sequence[int]], str | None] | None = None


EXECUTORS: dict[str, Executor] = {}


@dataclass(frozen=True)
class Line:
    """One entry that will be written: what stands now (nothing: new) and what will stand (nothing: gone)."""

    does: str
    kind: str
    about: int
    before: Act | None
    after: Act | None


@dataclass(frozen=True)
class Diff:
    """Exactly what will be written: how many of each kind, and every one."""

    counts: Mapping[str, int]
    lines: Sequence[Line] = field(default_factory=list)


def request(
    action: Action,
    *,
    by: int,
    at: datetime,
    mint: Mint,
    drafts: Sequence[Draft] = (),
    organisations: Sequence[int] = (),
    executor: str = "",
    payload: Mapping[str, Any] | None = None,
    on_paper: bool = False,
) -> Request:
    """Keep what is asked for and write that it was asked. Refused, as if it were to be written now.

    The drafts are of one act set. `organisations` say whose confirmer answers; none: the installation's.
    """
    if len({draft.act_set for draft in drafts}) > 1:
        raise ValueError("more than one act set")
    if drafts:
        rehearse(drafts, by=by, at=at, mint=mint, on_paper=on_paper)
    contents = contents_of(
        drafts,
        salt=mint.salt(),
        organisations=organisations,
        executor=executor,
        payload=dict(payload or {}),
        on_paper=on_paper,
    )
    made = Request(code=f"{mint.id():016x}", what=str(action), account=by, asked_at=at, contents=contents)
    made.save(force_insert=True)  # first here: a request without its entry is ignored, and goes
    asked = Requested(
        about=by,
        effective_on=today(at),
        organisation=organisations[0] if organisations else None,
        request=made.code,
        what=made.what,
        digest=made.digest,
    )
    record_many([Draft(asked, mint.id())], at=at, by=by, mint=mint)
    return made


def rehearse(drafts: Sequence[Draft], *, by: int, at: datetime, mint: Mint, on_paper: bool) -> Recorded:
    """Judge and write and take it all back: Refused comes before anybody is asked."""
    with transaction.atomic():
        recorded = record_many(drafts, at=at, by=by, mint=mint, on_paper=on_paper)
        transaction.set_rollback(True)
    return recorded


def confirm(code: str, *, by: int, at: datetime, mint: Mint, memory: Memory | None = None) -> Recorded:
    """Judge again and write everything as one act set, then carry it out. NotConfirmed, Refused."""
    with writing(at=at, by=by, mint=mint):  # of two who answer at the same instant one finds it gone
        asked = open_request(code, at)
        if why := hindrance(asked, by, at):
            raise NotConfirmed(why)
        drafts, said = asked.drafts, asked.said
        answer = Confirmed(
            about=asked.account, effective_on=today(at), request=asked.code, digest=asked.digest
        )
        act_set = drafts[0].act_set if drafts else mint.id()
        answered = [*drafts, Draft(answer, act_set)]
        recorded = record_many(answered, at=at, by=by, mint=mint, on_paper=said["on_paper"], memory=memory)
    if said["executor"]:
        EXECUTORS[said["executor"]].carry_out(said["payload"], by, at)
    asked.delete()
    for draft in drafts:
        if draft.act.kind == ERASED:
            erasing.erase(draft.act.about)
    return recorded


def decline(code: str, *, by: int, at: datetime, mint: Mint) -> Recorded:
    """Say no; whoever asked may take it back. NotConfirmed for anybody who could not have confirmed."""
    with writing(at=at, by=by, mint=mint):
        asked = open_request(code, at)
        if by != asked.account and (why := hindrance(asked, by, at)):
            raise NotConfirmed(why)
        answer = Declined(about=asked.account, effective_on=today(at), request=asked.code)
        recorded = record_many([Draft(answer, mint.id())], at=at, by=by, mint=mint)
    asked.delete()
    return recorded


def diff(asked: Request) -> Diff:
    """What the second person is shown."""
    drafts, said = asked.drafts, asked.said
    counts = Counter(f"{draft.does} {draft.act.kind}" for draft in drafts)
    more = EXECUTORS[said["executor"]].counts(said["payload"]) if said["executor"] else {}
    return Diff({**counts, **more}, [_line(draft) for draft in drafts])


def pending(account: int, at: datetime) -> list[Request]:
    """Requests this account may confirm now, oldest first; those past their time vanish."""
    return [asked for asked in standing(at) if hindrance(asked, account, at) is None]


def asked_by(account: int, at: datetime) -> list[Request]:
    """What this account asked for and nobody has answered."""
    return [asked for asked in standing(at) if asked.account == account]


def standing(at: datetime) -> list[Request]:
    """Requests the book knows as open; what is past its time, answered or unknown to the book is dropped."""
    found = []
    for asked in Request.objects.order_by("asked_at", "code"):
        if _in_book(asked) and not expired(asked, at):
            found.append(asked)
        elif expired(asked, at):
            asked.delete()
    return found


def open_request(code: str, at: datetime) -> Request:
    """A request that can still be answered; NotConfirmed: gone, expired, changed."""
    asked = Request.objects.filter(code=code).first()
    known = _in_book(asked) if asked else None
    if asked is None or known is None:
        raise NotConfirmed("gone")
    if expired(asked, at):
        asked.delete()
        raise NotConfirmed("expired")
    if known != asked.digest:
        raise NotConfirmed("changed")
    return asked


def expired(asked: Request, at: datetime) -> bool:
    """Whether the 72 hours are over."""
    return at >= asked.asked_at + timedelta(hours=HOURS)


def hindrance(asked: Request, by: int, at: datetime) -> str | None:
    """Why this account may not confirm; nothing when it may."""
    if by == asked.account:
        return "same_person"
    drafts = asked.drafts
    if any(isinstance(draft.act, Granted) and draft.act.about == by for draft in drafts):
        return "oneself"
    if not _asker_still_may(asked, drafts, at):
        return "asker"
    reach = Reach(by, today(at))
    if grants := [draft.act for draft in drafts if isinstance(draft.act, Granted)]:
        return next((why for grant in grants if (why := _grant_hindrance(grant, reach))), None)
    places = asked.organisations or _tops(reach)
    executor = EXECUTORS.get(asked.said["executor"])
    if executor and executor.hindrance:
        return executor.hindrance(asked.said["payload"], reach, places)
    return cannot_confirm(reach, places)


def cannot_confirm(reach: Reach, places: Sequence[int]) -> str | None:
    """The confirmer of every organisation it is about, or of what stands above."""
    may = places and all(reach.among(Action.CONFIRM, [place]).yes for place in places)
    return None if may else "not_yours"


def _asker_still_may(asked: Request, drafts: Sequence[Draft], at: datetime) -> bool:
    """A role that has ended since takes its requests with it."""
    if drafts:
        return all(not one.refused for one in judging.decisions(drafts, asked.account, at))
    reach = Reach(asked.account, today(at))
    places = asked.organisations
    return bool(places) and reach.among(Action(asked.what), places).answer is not Answer.NO


def _grant_hindrance(grant: Granted, reach: Reach) -> str | None:
    """Grants need the level above; at the top of the book its paper and another person there."""
    above = scope.line(grant.scope, reach.on)[1:]
    held = {(one.role, one.scope) for one in reach.held}
    if above:
        confirmers = {place for _, place in holders_of(Role.CONFIRMER, reach.on)}
        if confirmers & set(above):
            return None if any((Role.CONFIRMER, place) in held for place in above) else "not_yours"
    if not any((role, place) in held for role in AT_THE_TOP for place in (grant.scope, *above)):
        return "not_yours"
    return None if grant.paper and grant.signed_on else "no_paper"


def _tops(reach: Reach) -> list[int]:
    return [held.scope for held in reach.held if scope.is_top(held.scope, reach.on)][:1]


def _in_book(asked: Request) -> str | None:
    """The digest under which the book knows the request as open."""
    return reading.story(asked.account).value("request", asked.code)


def _line(draft: Draft) -> Line:
    before = None
    if draft.root is not None:
        before = next((e.act for e in reading.story(draft.act.about) if e.root == draft.root), None)
    after = None if draft.does == "withdraw" else draft.act
    return Line(draft.does, draft.act.kind, draft.act.about, before, after)
