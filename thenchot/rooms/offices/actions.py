"""What an office enters as one act set about posts: a new secretary, a member who goes."""

from __future__ import annotations

from datetime import date, datetime

from thenchot.law.correcting import set_of
from thenchot.law.recording import Recorded, record_many
from thenchot.ledger import reading
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import Mint

from .events import Leaving, Post, Taken, Way
from .going import Going, left, with_posts_left


def change_secretary(
    seat: int, new: int, *, on: date, way: Way, how: Leaving, at: datetime, by: int, mint: Mint,
    organisation: int | None = None, signed_on: date | None = None, paper: str | None = None,
    on_paper: bool = False,
) -> Recorded:  # fmt: skip
    """The secretary leaves and another takes the post, who is no deputy there any more. Raises Refused."""
    before = [(person, Post.SECRETARY) for person in _holders(seat, Post.SECRETARY, on)]
    if new in _holders(seat, Post.DEPUTY_SECRETARY, on):
        before.append((new, Post.DEPUTY_SECRETARY))
    counted = organisation or seat
    acts: list[Act] = [
        left(person, post, seat, on, how, counted, signed_on, paper) for person, post in before
    ]
    acts.append(
        Taken(about=new, effective_on=on, organisation=counted, post=Post.SECRETARY, seat=seat, way=way,
              signed_on=signed_on, paper=paper)
    )  # fmt: skip
    return record_many(set_of(acts, mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def go(going: Going, *, at: datetime, by: int, mint: Mint, on_paper: bool = False) -> Recorded:
    """Somebody dies, leaves or changes cell: first the posts are left, the same day. Raises Refused."""
    acts = with_posts_left(going)
    return record_many(set_of(acts, mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def _holders(seat: int, post: Post, on: date) -> list[int]:
    return reading.holding("post", str(seat), as_of=on, key=f"{post}@{seat}")
