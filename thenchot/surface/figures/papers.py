"""The paper behind an act: its number and day, who recorded it, whom and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from thenchot.access.accounts import Account
from thenchot.ledger import reading
from thenchot.ledger.entries import entry_from

from ..kinds import label_of


class Paper(NamedTuple):
    """`signed_on` is the day on the paper, `day` the one from which the act counts."""

    kind: str
    number: str | None
    signed_on: date | None
    day: date
    by: int

    @property
    def act(self) -> str:
        """What kind of act it is."""
        return label_of(self.kind)


def papers(entries: Iterable[int]) -> dict[int, Paper]:
    """Of these entries, by seq."""
    wanted = list(dict.fromkeys(entries))
    found = {}
    for start in range(0, len(wanted), reading.AT_ONCE):
        condition, values = reading.among(wanted[start : start + reading.AT_ONCE])
        for row in reading.rows(f"{reading.STORED} WHERE e.seq {condition}", values):
            one = entry_from(*row)
            found[one.seq] = Paper(one.kind, one.paper, one.signed_on, one.effective_on, one.by)
    return found


def authors(accounts: Iterable[int]) -> dict[int, str]:
    """The login names of accounts; the number of one that is gone."""
    wanted = set(accounts)
    known = dict(Account.objects.filter(id__in=wanted).values_list("id", "name"))
    return {one: known.get(one, str(one)) for one in wanted}
