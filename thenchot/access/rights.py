"""May this account do that, here, today? Scope × office × managing level, read anew at every call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from thenchot.ledger import reading
from thenchot.ledger.stories import Story

from . import scope
from .accounts import Account
from .actions import RIGHTS, Action, Answer, Of, Right
from .events import Managing, Role
from .holdings import DataClass, Hold, may_hold
from .roles import Held, held_by

LEVELS = list(Managing)


class Relation(StrEnum):
    """Where the thing stands, seen from a role's organisation or from the account's own person."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    ABOVE = "above"
    OWN = "own"
    NONE = "none"  # nowhere: the action is about the installation


class Why(StrEnum):
    """The reason of a decision; `words.WHY` has its sentence."""

    ALLOWED = "allowed"
    SECOND_PERSON = "second_person"
    NO_ROLE = "no_role"
    OUT_OF_SCOPE = "out_of_scope"
    MANAGED_ABOVE = "managed_above"
    HOLDING = "holding"
    BLOCKED = "blocked"
    NOT_LISTED = "not_listed"
    ONESELF = "oneself"
    LAST_CONFIRMER = "last_confirmer"


@dataclass(frozen=True)
class Decision:
    """The answer, why, and the role it rests on (none: the own record, or no role)."""

    action: Action | None
    answer: Answer
    why: Why
    held: Held | None = None

    @property
    def yes(self) -> bool:
        """Allowed at once, without a second person."""
        return self.answer is Answer.YES

    @property
    def refused(self) -> bool:
        return self.answer is Answer.NO


def allowed(
    account: int,
    action: Action,
    *,
    on: date,
    organisation: int | None = None,
    person: int | None = None,
    managed_by: Managing | None = None,
) -> Decision:
    """Whether an account may do an action today, `on`; about an organisation, a person, or neither.

    `managed_by` is the level that manages the person, where it is known. No state outlives the call.
    """
    return Reach(account, on).decide(action, organisation=organisation, person=person, managed_by=managed_by)


class Reach:
    """An account on a day: the roles it holds and how far they go. Made for one request and thrown away."""

    def __init__(
        self, account: int, on: date, *, read: Account | None = None, founding: Story | None = None
    ) -> None:
        """`read`, `founding`: the account and how the book was founded, where this request read them."""
        known = read or Account.objects.filter(id=account).first()
        self.blocked, self.person = (known.blocked, known.person) if known else (True, None)
        self.account, self.on = account, on
        self.held = [] if self.blocked else held_by(account, on)
        self._founding = founding
        self._lines: dict[int, tuple[int, ...]] = {}
        self._existing: dict[int, bool] = {}
        self._places: dict[int, list[scope.Belonging]] = {}

    def decide(
        self,
        action: Action,
        *,
        organisation: int | None = None,
        person: int | None = None,
        managed_by: Managing | None = None,
    ) -> Decision:
        """One action on one organisation, one person, or the installation."""
        right = RIGHTS[action]
        if self.blocked:
            return Decision(action, Answer.NO, Why.BLOCKED)
        if right.anyone or (person is not None and person == self.person and right.own):
            return Decision(action, Answer.YES, Why.ALLOWED)
        if person is not None:
            places = self.places_of(person, right)
        else:
            places = [] if organisation is None else [organisation]
        return self.among(action, places, managed_by)

    def among(self, action: Action, places: Iterable[int], managed_by: Managing | None = None) -> Decision:
        """An action on something that stands in any of these organisations."""
        right, where = RIGHTS[action], list(places)
        office = [held for held in self.held if held.role in right.roles]
        if not office:
            return Decision(action, Answer.NO, Why.NO_ROLE)
        near = [held for held in office if self._reaches(held, right, where)]
        if not near:
            return Decision(action, Answer.NO, Why.OUT_OF_SCOPE)
        managing = [held for held in near if not right.managed or _high_enough(held, managed_by)]
        if not managing:
            return Decision(action, Answer.NO, Why.MANAGED_ABOVE)
        best = min(managing, key=lambda held: (right.roles[held.role] is not Answer.YES, held))
        if right.holds and not self._may_be_held(right.holds, best):
            return Decision(action, Answer.NO, Why.HOLDING, best)
        answer = right.roles[best.role]
        return Decision(action, answer, Why.ALLOWED if answer is Answer.YES else Why.SECOND_PERSON, best)

    def relation(self, held: Held, places: Iterable[int]) -> Relation:
        """How organisations stand to a role's; the nearest counts. An ended scope holds nothing inside."""
        where = list(places)
        if not self._exists(held.scope):
            return Relation.OUTSIDE  # the accounts of an organisation that ended, end with it
        if any(held.scope in self.line(place) for place in where):
            return Relation.INSIDE
        above = self.line(held.scope)
        return Relation.ABOVE if any(place in above for place in where) else Relation.OUTSIDE

    def line(self, organisation: int) -> tuple[int, ...]:
        if organisation not in self._lines:
            found = scope.line(organisation, self.on)
            self._lines |= {one: found[place:] for place, one in enumerate(found)}
            self._lines[organisation] = found
        return self._lines[organisation]

    def know(self, persons: Iterable[int]) -> None:
        """Read at once where many persons belong, before they are asked about one by one."""
        wanted = [person for person in dict.fromkeys(persons) if person not in self._places]
        found = scope.belongings(wanted, self.on)
        self._places |= {person: found.get(person, []) for person in wanted}

    def belongings(self, person: int) -> list[scope.Belonging]:
        self.know([person])
        return self._places[person]

    def places_of(self, person: int, right: Right) -> list[int]:
        """The organisations from which a person is seen, by what is to be done."""
        held = self.belongings(person)
        places = scope.seen_from(held, self.on)
        if not places and right.reaches_back and held:
            places = [held[-1].organisation]
        if not held:  # recorded and never yet a member: the office that recorded sees it
            places = list(scope.recorded_under([person]).values())
        return places

    def scopes(self, action: Action) -> Sequence[int]:
        """The organisations in which the account may do an action, for lists and searches."""
        right = RIGHTS[action]
        return sorted(
            {
                held.scope
                for held in self.held
                if right.roles.get(held.role) is Answer.YES
                and self._exists(held.scope)
                and (right.holds is None or self._may_be_held(right.holds, held))
            }
        )

    def _exists(self, organisation: int) -> bool:
        if organisation not in self._existing:
            self._existing[organisation] = scope.exists(organisation, self.on)
        return self._existing[organisation]

    def _may_be_held(self, data: DataClass, held: Held) -> bool:
        """Whether this installation may hold what the role would open. An unfounded book holds nothing."""
        hold = may_hold(self._holding, data) if self._holding else Hold.NO
        return hold is Hold.YES or (hold is Hold.OWN_CELL and held.role is Role.CELL_SECRETARY)

    @cached_property
    def _holding(self) -> str:
        """Read once: the story it stands in is that of the law too, and long."""
        founding = self._founding or reading.founding()
        return founding.value("holding") or "" if founding else ""

    def _reaches(self, held: Held, right: Right, places: list[int]) -> bool:
        if right.of is Of.INSTALLATION:
            return self._exists(held.scope) and self.line(held.scope) == (held.scope,)
        relation = self.relation(held, places)
        return relation is Relation.INSIDE or (right.above and relation is Relation.ABOVE)


def _high_enough(held: Held, managed_by: Managing | None) -> bool:
    return managed_by is None or LEVELS.index(held.managing) >= LEVELS.index(managed_by)
