"""What an office enters as one act set about a deadline: the deadline with all who must answer it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from thenchot.law.correcting import set_of
from thenchot.law.recording import Recorded, record_many
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import Mint

from .events import Answered, Asked, DeadlineSet, How, Reminded
from .rounds import Deadline


def new_code(mint: Mint) -> str:
    """The code of a new deadline."""
    return f"{mint.id():016x}"


def with_asked(deadline: DeadlineSet, organisations: Iterable[int]) -> list[Act]:
    """The acts of a new deadline: itself, then one for each organisation that must answer."""
    asked = [
        Asked(
            about=one, effective_on=deadline.effective_on, organisation=one, signed_on=deadline.signed_on,
            paper=deadline.paper, deadline=deadline.deadline, of=deadline.about,
        )
        for one in dict.fromkeys(organisations)
    ]  # fmt: skip
    return [deadline, *asked]


def set_deadline(
    deadline: DeadlineSet, organisations: Iterable[int], *, at: datetime, by: int, mint: Mint,
    on_paper: bool = False,
) -> Recorded:  # fmt: skip
    """A deadline with those who must answer it, all or nothing. Raises Refused."""
    acts = with_asked(deadline, organisations)
    return record_many(set_of(acts, mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def answered(
    deadline: Deadline, organisation: int, *, on: date, how: How, paper: str | None = None
) -> Answered:
    """The act by which an organisation answers a round."""
    return Answered(
        about=organisation, effective_on=on, organisation=organisation, paper=paper,
        deadline=deadline.deadline, month=deadline.month, how=how,
    )  # fmt: skip


def reminded(deadline: Deadline, *, on: date) -> list[Reminded]:
    """The acts of reminding everybody who has not answered a round."""
    return [
        Reminded(
            about=one, effective_on=on, organisation=one, deadline=deadline.deadline, month=deadline.month
        )
        for one in deadline.waiting
    ]
