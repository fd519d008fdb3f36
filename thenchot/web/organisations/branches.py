"""What stands directly under an organisation, in groups, with members and secretaries; who leads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language

from thenchot.access.actions import Action
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger.reading import ON_DAY, among, rows
from thenchot.ledger.remembering import Remembered
from thenchot.ledger.vietnamese import natural
from thenchot.rooms.due import Clocks
from thenchot.rooms.membership.due import least_official, too_few
from thenchot.rooms.membership.rolls import roll
from thenchot.rooms.membership.strengths import Strength, strengths_below, tree
from thenchot.rooms.offices.events import Post
from thenchot.rooms.organisations.events import OrganisationType
from thenchot.rooms.organisations.reading import CELLS
from thenchot.surface.counted_words import cell as word
from thenchot.surface.subjects import names_of

from ..here import Here

SECTORS = (
    f"SELECT subject, value FROM ledger_period WHERE track = 'sector' AND subject {{these}} AND {ON_DAY}"
)
POSTS = """
SELECT p.subject, p.key, p.value, o.key FROM ledger_period p
LEFT JOIN ledger_period o ON o.subject = p.subject AND o.track = 'post' AND o.key <> p.key
  AND o.since <= %s AND (o.until IS NULL OR o.until > %s)
WHERE p.track = 'post' AND p.value {seats} AND p.since <= %s AND (p.until IS NULL OR p.until > %s)
"""
# The posts that lead, in the order in which they are read.
LEADING = (Post.SECRETARY, Post.DEPUTY_SECRETARY, Post.STANDING_MEMBER, Post.COMMITTEE_MEMBER)


@dataclass(frozen=True)
class Leader:
    """Somebody in a post, and what else he is."""

    person: int
    name: str
    post: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Branch:
    """One line of the table."""

    subject: int
    name: str
    strength: Strength | None
    secretary: Leader | None
    too_small: bool = False


@dataclass(frozen=True)
class Group:
    """Branches of one sort, with their sums."""

    label: str
    branches: Sequence[Branch]
    cells: bool

    @property
    def sums(self) -> Strength | None:
        found = [one.strength for one in self.branches if one.strength]
        if len(found) < 2:
            return None
        names = ("committees", "cells", "members", "probationary", "exempt")
        return Strength(*(sum(getattr(one, name) for one in found) for name in names))


def strength_of(organisation: int, as_of: date) -> Strength:
    """Of the organisation itself."""
    return _known.get(("strength", organisation, as_of), lambda: _strength(organisation, as_of))


def groups(
    here: Here, organisation: int, leading: Mapping[int, Sequence[Leader]], *, counted: bool
) -> list[Group]:
    """By form, cells by sector; the largest group first, inside by name."""
    question = ("groups", organisation, here.as_of, counted, here.desk.opened, get_language())
    found: list[Group] = _known.get(question, lambda: _groups(organisation, here.as_of, counted))
    return [replace(group, branches=[_led(one, leading) for one in group.branches]) for group in found]


def leaders(here: Here, organisation: int) -> dict[int, list[Leader]]:
    """Who leads the organisation and the cells directly under it, for those who may see names there.

    One question and one line of the viewing log for the whole page.
    """
    if not here.can(Action.SEE_NAMES, organisation=organisation):
        return {}
    standing = tree(as_of=here.as_of)
    cells = [one for one in standing.children.get(organisation, ()) if standing.types[one] in CELLS]
    held = _held([organisation, *cells], here.as_of)
    wanted = {key: also for key, also in held.items() if key[1] == organisation or key[0] is Post.SECRETARY}
    names = here.desk.names({person for _p, _s, person in wanted}, organisation=organisation, **here.who)
    places = {person: place for place, person in enumerate(names)}
    found: dict[int, list[Leader]] = {}
    for (post, seat, person), also in sorted(
        wanted.items(), key=lambda one: (LEADING.index(one[0][0]), places[one[0][2]])
    ):
        leader = Leader(person, names[person], word("post", post), tuple(sorted(also)))
        found.setdefault(seat, []).append(leader)
    return found


# What follows from the book alone: the page asks again at every view and most views change nothing.
_known = Remembered(64)


def _strength(organisation: int, as_of: date) -> Strength:
    if tree(as_of=as_of).types.get(organisation) in CELLS:
        on = roll(organisation, as_of=as_of)
        return Strength(0, 1, len(on.cells), len(on.probationary), len(on.exempt))
    found = list(strengths_below(organisation, as_of=as_of).values())
    names = ("committees", "cells", "members", "probationary", "exempt")
    return Strength(*(sum(getattr(one, name) for one in found) for name in names))


def _groups(organisation: int, as_of: date, counted: bool) -> list[Group]:
    standing = tree(as_of=as_of)
    children = standing.children.get(organisation, ())
    if not children:
        return []
    names = names_of(children, as_of=as_of, apart=True)
    strengths = strengths_below(organisation, as_of=as_of) if counted else {}
    sectors = dict(_in(SECTORS, "these", children, as_of))
    least, _statutes = least_official(Clocks(as_of, law_in_book(), shipped_holidays()))
    found: dict[tuple[OrganisationType, str], list[Branch]] = {}
    for one in sorted(children, key=lambda child: natural(names[child])):
        type_, strength = standing.types[one], strengths.get(one)
        small = type_ in CELLS and strength is not None and too_few(strength.full, least)
        sector = sectors.get(one, "") if type_ in CELLS else ""
        found.setdefault((type_, sector), []).append(Branch(one, names[one], strength, None, small))
    made = [Group(_label(*sort), branches, sort[0] in CELLS) for sort, branches in found.items()]
    return sorted(made, key=lambda group: -len(group.branches))


def _led(branch: Branch, leading: Mapping[int, Sequence[Leader]]) -> Branch:
    heads = leading.get(branch.subject)
    return replace(branch, secretary=heads[0]) if heads else branch


def _held(seats: Sequence[int], as_of: date) -> dict[tuple[Post, int, int], set[str]]:
    """(post, seat, person) of those who lead at these seats, with the words of what else they hold."""
    condition, values = among([str(one) for one in seats])
    held: dict[tuple[Post, int, int], set[str]] = {}
    for person, key, _seat, other in rows(
        POSTS.format(seats=condition), [as_of, as_of, *values, as_of, as_of]
    ):
        post, _at, seat = key.partition("@")
        if post in LEADING:
            also = held.setdefault((Post(post), int(seat), person), set())
            also |= {word("post", other.partition("@")[0])} if other else set()
    return held


def _in(query: str, name: str, ids: Sequence[int], as_of: date) -> list[tuple[int, str]]:
    condition, values = among(ids)
    found = rows(query.format(**{name: condition}), [*values, as_of, as_of])
    return [(one, value) for one, value in found]


def _label(type_: OrganisationType, sector: str) -> str:
    said = word("type", type_)
    return f"{said}: {word('sector', sector)}" if sector else said
