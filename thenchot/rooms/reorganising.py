"""Ending, merging and splitting organisations: one act set over all four rooms that leaves nobody behind.

The composers give acts; `reorganise` records them. Order: founded, moved, left, ended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from thenchot.law.correcting import set_of
from thenchot.law.recording import Recorded, record_many
from thenchot.ledger import reading
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import Mint

from .membership.events import Hosted, HostingEnded, Move, Moved, ResidenceEnded, ResidenceIntroduced
from .offices.events import Leaving
from .offices.going import left, with_posts_left
from .offices.reading import holders_of
from .organisations.events import Ended, Ending, Founded
from .organisations.events import Moved as Reassigned


@dataclass(frozen=True)
class Decision:
    """The paper a reorganisation rests on: the day it counts from, the day and number on it."""

    on: date
    signed_on: date | None = None
    paper: str | None = None


def reorganise(acts: Iterable[Act], *, at: datetime, by: int, mint: Mint, on_paper: bool = False) -> Recorded:
    """Record composed acts as one act set, all or none. Raises Refused."""
    return record_many(set_of(acts, mint=mint), at=at, by=by, mint=mint, on_paper=on_paper)


def end_organisation(
    organisation: int, heir: int, by: Decision, *, how: Ending, members_to: int | None = None,
    children_to: int | None = None, together: Collection[int] = (),
) -> list[Act]:  # fmt: skip
    """The organisation ends. Children and members go to the heir unless told otherwise.

    `together` names cells whose members go to the same cell by the same decision.
    """
    return [
        *_children_move(organisation, children_to or heir, by),
        *_members_move(organisation, members_to or heir, by),
        *_guests_move(organisation, members_to or heir, by, together),
        *_residences_move(organisation, members_to or heir, by, together),
        *_posts_left(organisation, by),
        Ended(about=organisation, effective_on=by.on, organisation=organisation, how=how, heir=heir,
              signed_on=by.signed_on, paper=by.paper),
    ]  # fmt: skip


def merge_cells(
    cells: Sequence[int], into: int, by: Decision, *, founded: Founded | None = None
) -> list[Act]:
    """Cells end and their members go into one cell, which may be founded by the same decision."""
    acts: list[Act] = [founded] if founded else []
    for cell in cells:
        acts += end_organisation(cell, into, by, how=Ending.MERGED, together=cells)
    return acts


def split_cell(founded: Sequence[Founded], members: Mapping[int, int], by: Decision) -> list[Act]:
    """New cells are founded and members (person → new cell) move there; posts in the old cell are left."""
    acts: list[Act] = list(founded)
    for person, cell in members.items():
        acts += with_posts_left(_moved(person, _cell_of(person, by.on), cell, by))
    return acts


def _cell_of(person: int, on: date) -> int | None:
    cell = reading.story(person).value("cell", on=on)
    return int(cell) if cell else None


def _moved(person: int, old: int | None, new: int, by: Decision) -> Moved:
    return Moved(
        about=person, effective_on=by.on, organisation=old, cell=new, why=Move.REORGANISATION,
        signed_on=by.signed_on, paper=by.paper,
    )  # fmt: skip


def _children_move(organisation: int, to: int, by: Decision) -> list[Act]:
    children = reading.holding("parent", str(organisation), as_of=by.on)
    return [
        Reassigned(about=child, effective_on=by.on, organisation=child, parent=to,
                   signed_on=by.signed_on, paper=by.paper)
        for child in children if child != to
    ]  # fmt: skip


def _members_move(organisation: int, to: int, by: Decision) -> list[Act]:
    """Who is linked with the new cell by residence now lives where he is a member."""
    acts: list[Act] = []
    linked = set(reading.holding("residence", str(to), as_of=by.on))
    for person in reading.holding("cell", str(organisation), as_of=by.on):
        acts.append(_moved(person, organisation, to, by))
        if person in linked:
            acts.append(ResidenceEnded(about=person, effective_on=by.on, organisation=organisation))
    return acts


def _guests_move(organisation: int, to: int, by: Decision, together: Collection[int]) -> list[Act]:
    acts: list[Act] = []
    for person in reading.holding("guest", str(organisation), as_of=by.on):
        acts.append(HostingEnded(about=person, effective_on=by.on, organisation=organisation))
        story = reading.story(person)
        step = story.step("guest", on=by.on)
        hosted = next((e.act for e in story if step and e.root == step[1]), None)
        if (
            isinstance(hosted, Hosted)
            and _cell_of(person, by.on) not in (to, *together)
            and hosted.until > by.on
        ):
            acts.append(
                Hosted(about=person, effective_on=by.on, organisation=to, cell=to, until=hosted.until)
            )
    return acts


def _residences_move(organisation: int, to: int, by: Decision, together: Collection[int]) -> list[Act]:
    acts: list[Act] = []
    for person in reading.holding("residence", str(organisation), as_of=by.on):
        own = _cell_of(person, by.on)
        if own == to or own in together:
            acts.append(ResidenceEnded(about=person, effective_on=by.on, organisation=own))
        else:
            acts.append(ResidenceIntroduced(about=person, effective_on=by.on, organisation=own, cell=to))
    return acts


def _posts_left(organisation: int, by: Decision) -> list[Act]:
    return [
        left(h.person, h.post, organisation, by.on, Leaving.SEAT_ENDED, organisation, by.signed_on, by.paper)
        for h in holders_of(organisation, as_of=by.on)
    ]
