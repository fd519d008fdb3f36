"""Who works in the demo: one account for each role, granted by papers as in any installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from thenchot.access import accounts
from thenchot.access.desk import Desk
from thenchot.access.events import Granted, Managing, Role
from thenchot.access.founding import Begun
from thenchot.access.judging import today
from thenchot.ledger import reading
from thenchot.ledger.minting import Mint
from thenchot.ledger.writing import Draft

OFFICE, CONFIRMER = "ban-to-chuc", "thuong-truc"  # named by the founding
REVIEWER = "soat-so-lieu"
COMMUNE_OFFICE, SECRETARY = "van-phong-xa", "bi-thu-chi-bo"
INSPECTOR, MEMBER = "kiem-tra", "dang-vien"
SECOND = "pho-bi-thu"  # confirms what the other confirmer asks for below the top
AT_THE_TOP = (
    (SECOND, Role.CONFIRMER),
    (REVIEWER, Role.ORGANISING),
    ("lanh-dao", Role.LEADER),
    ("giam-sat", Role.AUDITOR),
    ("quan-tri", Role.ADMINISTRATOR),
)
STEP = timedelta(minutes=1)


@dataclass
class Cast:
    """The accounts by login name; roles at the top come with the founding, the others with the last day."""

    desk: Desk
    begun: Begun
    mint: Mint

    def at_the_top(self, at: datetime) -> None:
        """At the top: the confirmer asks with the superior's paper, the office confirms."""
        for number, (name, role) in enumerate(AT_THE_TOP):
            paper, moment = f"{2 + number}-QĐ/TU", at + STEP * number
            self._grant(name, role, self.begun.organisation, moment, paper, self.begun.office.id)

    def below(self, at: datetime) -> None:
        """As the last day's tree has them: a commune's office, the secretary of one of its cells, a member of
        that cell who reads the own record; and an inspector at the top."""
        commune, cell = self._places(today(at))
        second = self.account(SECOND)
        self._grant(COMMUNE_OFFICE, Role.OFFICE, commune, at, "7-QĐ/TU", second)
        self._grant(COMMUNE_OFFICE, Role.ORGANISING, commune, at + STEP, "7-QĐ/TU", second)
        self._grant(SECRETARY, Role.CELL_SECRETARY, cell, at + 2 * STEP, "8-QĐ/TU", second)
        top, office = self.begun.organisation, self.begun.office.id
        self._grant(INSPECTOR, Role.INSPECTION, top, at + 3 * STEP, "9-QĐ/TU", office)
        self.member(at)

    def member(self, at: datetime) -> tuple[int, int]:
        """The member's account and who it is; the first time it is made, as the tree is then."""
        try:
            account = accounts.named(MEMBER)
        except LookupError:
            _, cell = self._places(today(at))
            account = accounts.create(MEMBER, mint=self.mint, person=_full_member(cell, today(at)))
        assert account.person is not None
        return int(account.id), account.person

    def account(self, name: str) -> int:
        return int(accounts.named(name).id)

    def _grant(self, name: str, role: Role, scope: int, at: datetime, paper: str, second: int) -> None:
        try:
            account = self.account(name)
        except LookupError:
            account = int(accounts.create(name, mint=self.mint).id)
        act = Granted(
            about=account,
            effective_on=today(at),
            organisation=scope,
            signed_on=today(at),
            paper=paper,
            role=role,
            scope=scope,
            managing=Managing.PROVINCE if scope == self.begun.organisation else Managing.COMMUNE,
        )
        asked = self.desk.record([Draft(act, self.mint.id())], by=self.begun.confirmer.id, at=at)
        for request in asked.waiting:
            self.desk.confirm(request.code, by=second, at=at)

    def _places(self, day: date) -> tuple[int, int]:
        """The largest commune by cells that serve a village, and the first such cell."""
        below: dict[int, list[int]] = {}
        residential = {cell for cell, _, value in reading.held("sector", as_of=day) if value == "residential"}
        for cell, _, parent in reading.held("parent", as_of=day):
            if cell in residential:
                below.setdefault(int(parent), []).append(cell)
        commune = max(below, key=lambda one: (len(below[one]), one))
        return commune, min(below[commune])


def _full_member(cell: int, day: date) -> int:
    """The first full member of a cell."""
    full = set(reading.holding("standing", "full", as_of=day))
    return next(one for one in reading.holding("cell", str(cell), as_of=day) if one in full)
