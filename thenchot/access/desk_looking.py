"""The desk, looking: what an account may see, each view behind its line in the viewing log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from thenchot.sealed.codes import coded_label
from thenchot.sealed.persons import PersonFile

from . import limits, personal, scope
from .actions import Action
from .judging import today
from .limits import Ground
from .log import Door, Reason, Viewer
from .rights import Decision, Reach, allowed

PAGE = 1000  # of more persons it is quicker to read who all belongs there


class NotAllowed(Exception):
    """Nothing was written or shown. `decisions` says why, by the place of the draft in the list."""

    def __init__(self, decisions: Mapping[int, Decision]) -> None:
        super().__init__(*decisions.values())
        self.decisions = dict(decisions)


class Looking:
    """The half of the desk that only reads. Every method takes the account and the moment."""

    def may(self, action: Action, *, by: int, at: datetime, **about: Any) -> Decision:
        """Whether an account may do something now; `about`: organisation, person, managed_by."""
        return allowed(by, action, on=today(at), **about)

    def need(self, action: Action, *, by: int, at: datetime, **about: Any) -> Decision:
        """The same, for what cannot wait for a second person. NotAllowed."""
        return self._needed(Reach(by, today(at)), action, **about)

    def _needed(self, reach: Reach, action: Action, **about: Any) -> Decision:
        decision = reach.decide(action, **about)
        if not decision.yes:
            raise NotAllowed({0: decision})
        return decision

    def viewer(self, by: int, decision: Decision, *, session: str = "") -> Viewer:
        """Who looks, for the viewing log: the role that opened the door, and its organisation."""
        held = decision.held
        return Viewer(by, held.role if held else "member", held.scope if held else 0, session)

    def find(
        self, text: str, *, by: int, at: datetime, session: str = "", reach: Reach | None = None
    ) -> dict[int, str]:
        """Persons by name or number within the account's scope; outside it the same answer as for nobody.

        NotAllowed for an account without a role that searches; TooShort, LogUnavailable, Unopened.
        """
        reach, decision = self._searches(reach or Reach(by, today(at)))
        within = scope.persons_within(reach.scopes(Action.FIND), reach.on)
        return personal.find(text, self.viewer(by, decision, session=session), at, within)

    def lift(self, door: Door, ground: Ground, *, by: int, at: datetime, session: str = "") -> None:
        """State why so much is opened: for an hour `TooMany` is not raised at that door. NotAllowed."""
        _, decision = self._searches(Reach(by, today(at)))
        limits.lift(door, ground, self.viewer(by, decision, session=session), at)

    def _searches(self, reach: Reach) -> tuple[Reach, Decision]:
        decision = reach.among(Action.FIND, reach.scopes(Action.FIND))
        if not decision.yes:
            raise NotAllowed({0: decision})
        return reach, decision

    def names(
        self,
        ids: Iterable[int],
        *,
        by: int,
        at: datetime,
        organisation: int,
        session: str = "",
        reach: Reach | None = None,
        action: Action = Action.SEE_NAMES,
    ) -> dict[int, str]:
        """Names for the rows of a list of an organisation, in Vietnamese order. NotAllowed, LogUnavailable.

        Who is not within the account's scope keeps a code. `action`: SEE_ROLL for the roll of members.
        """
        reach = reach or Reach(by, today(at))
        decision = self._needed(reach, action, organisation=organisation)
        wanted, scopes = list(ids), reach.scopes(action)
        few = len(wanted) <= PAGE
        within = (scope.persons_among(wanted, scopes, reach.on) if few
                  else scope.persons_within(scopes, reach.on))  # fmt: skip
        shown = personal.labels(
            [one for one in wanted if one in within], self.viewer(by, decision, session=session), at
        )
        hidden = [one for one in wanted if one not in within]
        return shown | {one: coded_label(one) for one in hidden}

    def in_order(
        self,
        ids: Iterable[int],
        *,
        by: int,
        at: datetime,
        organisation: int,
        reach: Reach | None = None,
        action: Action = Action.SEE_NAMES,
    ) -> list[int]:
        """Persons in the Vietnamese order of their names, to choose a page of a list whose names `names` then
        gives and logs. NotAllowed.
        """
        self._needed(reach or Reach(by, today(at)), action, organisation=organisation)
        return personal.in_order(ids, at)

    def reveal(
        self,
        person: int,
        name: str,
        reason: Reason,
        *,
        by: int,
        at: datetime,
        session: str = "",
        reach: Reach | None = None,
    ) -> Any:
        """One field of a person's file, for a reason from the list. NotAllowed, LogUnavailable, Unopened."""
        decision = self._needed(reach or Reach(by, today(at)), Action.REVEAL, person=person)
        return personal.reveal(person, name, reason, self.viewer(by, decision, session=session), at)

    def show(
        self, person: int, *, by: int, at: datetime, session: str = "", reach: Reach | None = None
    ) -> str:
        """The name over a person's own page; the line of the log is written first. NotAllowed."""
        decision = self._needed(reach or Reach(by, today(at)), Action.SEE_PERSON, person=person)
        viewer = self.viewer(by, decision, session=session)
        return personal.labels([person], viewer, at, door=Door.PERSON)[person]

    def head(
        self, person: int, *, by: int, at: datetime, session: str = "", reach: Reach | None = None
    ) -> personal.Head:
        """What stands over a person's own page; the line of the log is written first. NotAllowed."""
        decision = self._needed(reach or Reach(by, today(at)), Action.SEE_PERSON, person=person)
        return personal.head(person, self.viewer(by, decision, session=session), at)

    def reported(
        self,
        person: int,
        *,
        by: int,
        at: datetime,
        session: str = "",
        reach: Reach | None = None,
        action: Action = Action.ANSWER_ERROR,
    ) -> PersonFile | None:
        """The file with what a member says is right: for REPORT_OWN_ERROR, or for whoever answers.

        NotAllowed, LogUnavailable, Unopened.
        """
        decision = self._needed(reach or Reach(by, today(at)), action, person=person)
        return personal.with_proposal(person, self.viewer(by, decision, session=session), at)

    def to_correct(
        self, person: int, *, by: int, at: datetime, session: str = "", reach: Reach | None = None
    ) -> PersonFile | None:
        """The file of whoever may record what is counted of the person, to be corrected by a paper.

        NotAllowed, LogUnavailable, Unopened.
        """
        decision = self._needed(reach or Reach(by, today(at)), Action.RECORD_PEOPLE, person=person)
        return personal.to_correct(person, self.viewer(by, decision, session=session), at)
