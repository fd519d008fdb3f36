"""Somebody who goes leaves posts: the acts of a going, posts first."""

from __future__ import annotations

from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.kinds import Act

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
from .events import Leaving, Left, Post

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


def with_posts_left(going: Going) -> list[Act]:
    """The acts of somebody's going: leaving each post concerned, then the going itself."""
    on, counted = going.effective_on, going.organisation
    held = [key.partition("@")[::2] for key in sorted(reading.story(going.about).held("post", on=on))]
    if isinstance(going, Sent | Moved):
        held = [(post, seat) for post, seat in held if seat == str(counted)]
    how = HOW[type(going)]
    return [*(left(going.about, Post(post), int(seat), on, how, counted) for post, seat in held), going]


def left(
    person: int, post: Post, seat: int, on: date, how: Leaving, organisation: int | None,
    signed_on: date | None = None, paper: str | None = None,
) -> Left:  # fmt: skip
    """The act of leaving one post."""
    return Left(
        about=person, effective_on=on, organisation=organisation, post=post, seat=seat, how=how,
        signed_on=signed_on, paper=paper,
    )  # fmt: skip
