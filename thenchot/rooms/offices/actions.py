"""What an office enters as one act set about posts: a new secretary, a member who goes."""

from __future__ import annotations

from datetime import date, datetime

from thenchot.law.correcting import set_of
from thenchot.law.recording import Recorded, record_many
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import Mint

from ..membership.events import (
    AdmissionCancelled,
    Died,
    Expelled,
    Moved,
    NameRemoved,
    Released,
    Sent,
    TransferredOut,
)
from .events import Leaving, Left, Post, Taken, Way
from .reading import Held, holders_of, posts_of

# Who goes so leaves every post; who only changes cell leaves those of the old one.
HOW = {
    Died: Leaving.DIED,
    TransferredOut: Leaving.TRANSFERRED,
    NameRemoved: Leaving.LEFT_PARTY,
    Released: Leaving.LEFT_PARTY,
    Expelled: Leaving.LEFT_PARTY,
    AdmissionCancelled: Leaving.LEFT_PARTY,
    Sent: Leaving.TRANSFERRED,
    Moved: Leaving.TRANSFERRED,
}
Going = Died | TransferredOut | NameRemoved | Released | Expelled | AdmissionCancelled | Sent | Moved


def change_secretary(
    seat: int, new: int, *, on: date, way: Way, how: Leaving, at: datetime, by: int, mint: Mint,
    organisation: int | None = None, signed_on: date | None = None, paper: str | None = None,
    on_paper: bool = False,
) -> Recorded:  # fmt: skip
    """The secretary leaves and another takes the post, who is no deputy there any more. Raises Refused."""
    before = holders_of(seat, as_of=on, post=Post.SECRETARY)
    before += [h for h in holders_of(seat, as_of=on, post=Post.DEPUTY_SECRETARY) if h.person == new]
    counted = organisation or seat
    acts: list[Act] = [_left(h, on, how, counted, signed_on, paper) for h in before]
    acts.append(
        Taken(about=new, effective_on=on, organisation=counted, post=Post.SECRETARY, seat=seat, way=way,
              signed_on=signed_on, paper=paper)
    )  # fmt: skip
    return record_many(set_of(acts, mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def go(going: Going, *, at: datetime, by: int, mint: Mint, on_paper: bool = False) -> Recorded:
    """Somebody dies, leaves or changes cell: first the posts are left, the same day. Raises Refused."""
    acts = with_posts_left(going)
    return record_many(set_of(acts, mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def with_posts_left(going: Going) -> list[Act]:
    """The acts of somebody's going: leaving each post concerned, then the going itself."""
    held = posts_of(going.about, as_of=going.effective_on)
    if isinstance(going, Sent | Moved):
        held = [h for h in held if h.seat == going.organisation]
    return [*(_left(h, going.effective_on, HOW[type(going)], going.organisation) for h in held), going]


def _left(
    held: Held, on: date, how: Leaving, organisation: int | None,
    signed_on: date | None = None, paper: str | None = None,
) -> Left:  # fmt: skip
    return Left(
        about=held.person, effective_on=on, organisation=organisation, post=held.post, seat=held.seat,
        how=how, signed_on=signed_on, paper=paper,
    )  # fmt: skip
