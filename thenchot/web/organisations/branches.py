"""What stands directly under an organisation, in groups, with members and secretaries; who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.access.actions import Action
from thenchot.law.world import law_in_book
from thenchot.ledger.reading import ON_DAY, among, rows
from thenchot.ledger.vietnamese import natural
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
SMALLEST = "organisation.smallest"


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
    if tree(as_of=as_of).types.get(organisation) in CELLS:
        from thenchot.rooms.membership.rolls import roll

        on = roll(organisation, as_of=as_of)
        return Strength(0, 1, len(on.cells), len(on.probationary), len(on.exempt))
    found = list(strengths_below(organisation, as_of=as_of).values())
    return Strength(
        sum(one.committees for one in found), sum(one.cells for one in found),
        sum(one.members for one in found), sum(one.probationary for one in found),
        sum(one.exempt for one in found),
    )  # fmt: skip


def groups(here: Here, organisation: int, *, counted: bool) -> list[Group]:
    """By form, cells by sector; the largest group first, inside by name."""
    standing = tree(as_of=here.as_of)
    children = standing.children.get(organisation, ())
    if not children:
        return []
    names = names_of(children, as_of=here.as_of)
    strengths = strengths_below(organisation, as_of=here.as_of) if counted else {}
    heads = secretaries(here, organisation, [one for one in children if standing.types[one] in CELLS])
    sectors = dict(_in(SECTORS, "these", children, here.as_of))
    value = law_in_book().value(SMALLEST, here.as_of, ())
    least = value.value if value and isinstance(value.value, int) else 0
    found: dict[tuple[OrganisationType, str], list[Branch]] = {}
    for one in sorted(children, key=lambda child: natural(names[child])):
        type_, strength = standing.types[one], strengths.get(one)
        cell = type_ in CELLS
        small = cell and strength is not None and strength.full < least
        branch = Branch(one, names[one], strength, heads.get(one), small)
        found.setdefault((type_, sectors.get(one, "") if cell else ""), []).append(branch)
    made = [Group(_label(*sort), branches, sort[0] in CELLS) for sort, branches in found.items()]
    return sorted(made, key=lambda group: -len(group.branches))


def leaders(here: Here, organisation: int) -> list[Leader]:
    """Who leads the organisation, for those who may see names there."""
    found = _leaders(here, organisation, [organisation], LEADING)
    return [leader for _seat, leader in found]


def secretaries(here: Here, organisation: int, cells: Sequence[int]) -> dict[int, Leader]:
    """The secretary of each cell."""
    return dict(_leaders(here, organisation, cells, (Post.SECRETARY,)))


def _leaders(
    here: Here, organisation: int, seats: Sequence[int], posts: Sequence[Post]
) -> list[tuple[int, Leader]]:
    if not seats or not here.can(Action.SEE_NAMES, organisation=organisation):
        return []
    condition, values = among([str(one) for one in seats])
    asked = [here.as_of, here.as_of, *values, here.as_of, here.as_of]
    held: dict[tuple[Post, int, int], set[str]] = {}
    for person, key, _seat, other in rows(POSTS.format(seats=condition), asked):
        post, _at, seat = key.partition("@")
        if post in posts:
            also = held.setdefault((Post(post), int(seat), person), set())
            also |= {word("post", other.partition("@")[0])} if other else set()
    names = here.desk.names({person for _p, _s, person in held}, organisation=organisation, **here.who)
    return [
        (seat, Leader(person, names[person], word("post", post), tuple(sorted(also))))
        for (post, seat, person), also in sorted(
            held.items(), key=lambda one: (posts.index(one[0][0]), list(names).index(one[0][2]))
        )
    ]


def _in(query: str, name: str, ids: Sequence[int], as_of: date) -> list[tuple[int, str]]:
    condition, values = among(ids)
    found = rows(query.format(**{name: condition}), [*values, as_of, as_of])
    return [(one, value) for one, value in found]


def _label(type_: OrganisationType, sector: str) -> str:
    said = word("type", type_)
    return f"{said}: {word('sector', sector)}" if sector else said
