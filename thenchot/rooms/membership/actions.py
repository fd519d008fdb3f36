"""What an office enters as one act set about a member. Each hands its acts to the one action."""

from __future__ import annotations

from datetime import date, datetime

from thenchot.law.correcting import set_of
from thenchot.law.recording import Recorded, record_many
from thenchot.ledger import reading
from thenchot.ledger.minting import Mint

from ..people.events import Registered
from .events import Admitted, Received, Sent, TransferredIn


def admit_new_person(
    registered: Registered, admitted: Admitted | TransferredIn, *, at: datetime, by: int, mint: Mint,
    on_paper: bool = False,
) -> Recorded:  # fmt: skip
    """Somebody who was not in the book: vào sổ and kết nạp (or chuyển đến) together. Raises Refused."""
    return record_many(set_of([registered, admitted], mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def transfer(
    person: int, to: int, *, sent_on: date, received_on: date, at: datetime, by: int, mint: Mint,
    signed_on: date | None = None, paper: str | None = None, on_paper: bool = False,
) -> Recorded:  # fmt: skip
    """From cell to cell by letter when both ends are known at once. Raises Refused."""
    cell = reading.story(person).value("cell", on=sent_on)
    sent = Sent(
        about=person, effective_on=sent_on, organisation=int(cell) if cell else None, to=to,
        signed_on=signed_on, paper=paper,
    )  # fmt: skip
    received = Received(about=person, effective_on=received_on, organisation=to, cell=to)
    return record_many(set_of([sent, received], mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)
