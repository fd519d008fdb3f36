"""The top organisation always keeps somebody who confirms: without one nobody could grant the role again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from . import scope
from .accounts import Account
from .events import Role
from .roles import holders_of


def lost(on: date, *, ended: Collection[tuple[int, int]] = (), blocked: Collection[int] = ()) -> bool:
    """Whether a top organisation would be left without a confirmer: (account, scope) ended, or blocked."""
    closed = set(Account.objects.filter(blocked=True).values_list("id", flat=True))
    now = {one for one in holders_of(Role.CONFIRMER, on) if one[0] not in closed}
    left = {(account, place) for account, place in now - set(ended) if account not in blocked}
    gone = {place for _, place in now} - {place for _, place in left}
    return any(scope.is_top(place, on) for place in gone)
