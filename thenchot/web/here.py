"""What a page knows of its request: who asks, at which moment, about which day, from which office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.http import HttpRequest

from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.events import Role
from thenchot.access.judging import today
from thenchot.access.log import Viewer
from thenchot.access.rights import Decision, Reach
from thenchot.access.roles import Held
from thenchot.ledger.days import parse_day
from thenchot.ledger.events import Mode

# The day of the page in its address: `?ngay=2025-06-30`.
DAY = "ngay"


@dataclass
class Here:
    """Made once for each request of somebody signed in; rights are read anew each time."""

    desk: Desk
    account: Account
    at: datetime
    session: str
    asked_day: date | None = None
    decision: Decision | None = None  # of the page's own action, set by its door
    known: dict[str, Any] = field(default_factory=dict)

    @property
    def by(self) -> int:
        return int(self.account.id)

    @cached_property
    def today(self) -> date:
        return today(self.at)

    @property
    def as_of(self) -> date:
        """Tính đến ngày: the day of the page."""
        return self.asked_day or self.today

    @property
    def past(self) -> bool:
        """On a past day nothing new is recorded."""
        return self.as_of < self.today

    @property
    def demo(self) -> bool:
        return self.desk.mode is Mode.DEMO

    @cached_property
    def reach(self) -> Reach:
        return Reach(self.by, self.today, read=self.account, founding=self.desk.founding)

    @property
    def held(self) -> list[Held]:
        return self.reach.held

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(one.role for one in self.held)

    @cached_property
    def home(self) -> int | None:
        """The organisation of the account's first office; nothing for a member or an administrator."""
        offices = [one for one in self.held if one.role not in (Role.ADMINISTRATOR, Role.KEY_HOLDER)]
        return offices[0].scope if offices else None

    @cached_property
    def begins_on(self) -> date:
        """The first day of the book."""
        founding = self.desk.founding
        assert founding is not None
        return parse_day(founding.value("begins_on"))

    def may(self, action: Action, **about: Any) -> Decision:
        """Whether this account may do something now: about an `organisation`, a `person`, or neither."""
        return self.reach.decide(action, **about)

    def can(self, action: Action, **about: Any) -> bool:
        """The same as yes or no, a second person included: whether to show a button."""
        return not self.may(action, **about).refused

    def viewer(self, decision: Decision | None = None) -> Viewer:
        """Who looks, for the viewing log."""
        chosen = decision or self.decision
        assert chosen is not None
        return self.desk.viewer(self.by, chosen, session=self.session)

    @property
    def who(self) -> Mapping[str, Any]:
        """`by`, `at`, `session`, `reach`, as the desk's questions take them: rights read once."""
        return {"by": self.by, "at": self.at, "session": self.session, "reach": self.reach}


def digest(session_key: str | None) -> str:
    """What stands for a session in the viewing log."""
    return sha256((session_key or "").encode()).hexdigest()[:16]


def asked_day(request: HttpRequest) -> date | None:
    """The day in the address; nothing where it has none or what stands there is no day."""
    return day_in(request.GET.get(DAY, ""))


def day_in(text: str) -> date | None:
    """A day as a field of a form sends it; nothing where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
