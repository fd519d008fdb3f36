"""Báo thông tin chưa đúng: a member says that three things are wrong, the office answers one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.judging import today
from thenchot.ledger import reading
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.reading import membership_in
from thenchot.rooms.people.error_events import ErrorAnswered, ErrorReported, Item, Outcome, PaperKind
from thenchot.sealed.randomness import Randomness
from thenchot.surface import own

from .workdays import moment


@dataclass(frozen=True)
class Said:
    """What the member says is right, by which paper; when and how it was answered, if it was."""

    at: datetime
    item: Item
    value: str
    paper: PaperKind
    ends: str
    answered_at: datetime | None = None
    outcome: Outcome = Outcome.DOSSIER_KEPT_BOTH_RECORDED


# On the demo's last day the first waits for longer than the rule allows, the second is answered.
SAID = (
    Said(moment(date(2026, 9, 21), 10), Item.GENERAL, "lower_secondary", PaperKind.DIPLOMA, "217"),
    Said(
        moment(date(2026, 10, 6), 14), Item.BIRTH, "12/10/1968", PaperKind.BIRTH_CERTIFICATE, "046",
        moment(date(2026, 10, 23), 9),
    ),
    Said(moment(date(2026, 11, 17), 16), Item.PHONE, "0000778899", PaperKind.CITIZEN_CARD, "101"),
)  # fmt: skip


class Reporting:
    """Said and answered at their moments, between the steps of the story. `member`: account and person."""

    def __init__(
        self, desk: Desk, office: int, member: Callable[[datetime], tuple[int, int]], randomness: Randomness
    ) -> None:
        self._desk, self._office, self._member, self._randomness = desk, office, member, randomness
        told = [(said.at, self._say, said) for said in SAID]
        answered = [(said.answered_at, self._answer, said) for said in SAID if said.answered_at]
        self._waiting = sorted([*told, *answered], key=lambda one: one[0])

    def up_to(self, at: datetime) -> None:
        """What comes before a moment."""
        while self._waiting and self._waiting[0][0] < at:
            then, do, said = self._waiting.pop(0)
            do(said, then)

    def _say(self, said: Said, at: datetime) -> None:
        account, person = self._member(at)
        file = self._desk.reported(person, by=account, at=at, action=Action.REPORT_OWN_ERROR)
        assert file is not None
        cell = membership_in(Story(person, reading.entries(person)), on=today(at)).cell
        act = ErrorReported(
            about=person, organisation=cell, effective_on=today(at), item=said.item, paper_kind=said.paper,
            last_three=said.ends,
        )  # fmt: skip
        own.report(self._desk, file, act, said.value, by=account, at=at, randomness=self._randomness)

    def _answer(self, said: Said, at: datetime) -> None:
        _, person = self._member(at)
        file = self._desk.reported(person, by=self._office, at=at)
        assert file is not None
        cell = membership_in(Story(person, reading.entries(person)), on=today(at)).cell
        act = ErrorAnswered(
            about=person, organisation=cell, effective_on=today(at), item=said.item, outcome=said.outcome
        )
        own.answer(self._desk, file, act, by=self._office, at=at, randomness=self._randomness)
