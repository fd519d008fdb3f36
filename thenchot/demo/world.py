"""The province as the story goes on: persons, organisations, and the box of acts waiting to be entered."""

from __future__ import annotations

from datetime import date
from heapq import heappush
from typing import TYPE_CHECKING, Any

from .dice import Dice
from .geography import Map, read_map
from .steps import Mint, Notes, PersonRecord, Persons, Recorded
from .workdays import DAY, DISTRICTS_END, ENTRY_DAYS, entry_day

if TYPE_CHECKING:
    from .bodies import Bodies

LONG_AGO = date(2014, 1, 1)


# What happened up to the first day is entered by the entry day of the second number.
FENCES = (
    (date(2019, 11, 30), entry_day(date(2019, 12, 2))),
    (date(2022, 12, 31), entry_day(date(2023, 2, 10)) - 1),
    (date(2023, 9, 30), entry_day(date(2023, 10, 10))),
    (date(2025, 6, 30), entry_day(DISTRICTS_END)),
)


class Person:
    """A member of the story. `busy` keeps others away until then; a `rooted` one stays where he is."""

    __slots__ = (
        "away",
        "badge",
        "badge_due",
        "born",
        "busy",
        "cell",
        "ethnicity",
        "exempt",
        "female",
        "general",
        "home",
        "id",
        "joined",
        "last",
        "occupation",
        "official",
        "party_since",
        "professional",
        "residence",
        "rooted",
        "seats",
        "theory",
        "youth",
    )  # fmt: skip

    id: int
    born: date
    cell: Organisation | None  # nothing: has left, or is on the way
    seats: list[tuple[Organisation, str]]

    def free(self, day: date) -> bool:
        """An ordinary member with nothing pending, for whom something may happen on the day."""
        return self.cell is not None and not self.rooted and self.busy < day and self.last <= day


class Organisation:
    """A Party organisation; a cell has members. `what` is the demo's own word for what sort it is."""

    __slots__ = (
        "authority",
        "children",
        "code",
        "committee",
        "commune",
        "district",
        "ended",
        "hg",
        "house",
        "id",
        "members",
        "name",
        "parent",
        "place",
        "roles",
        "rooted",
        "sector",
        "type",
        "wanted",
        "what",
    )  # fmt: skip

    def __init__(self, id_: int, what: str, name: str, code: str, parent: Organisation | None) -> None:
        self.id, self.what, self.name, self.code, self.parent = id_, what, name, code, parent
        self.type = self.sector = ""
        self.place: int | None = None
        self.children: list[Organisation] = []
        self.members: list[Person] = []
        self.district = parent.district if parent else ""
        self.commune: Organisation | None = parent if parent and parent.what == "commune" else None
        self.roles: dict[str, Person] = {}
        self.wanted: list[Seat] = []
        self.committee: bool | None = None
        self.authority = 0  # the body beside a district or commune
        self.house = 0  # the place of a province, district, commune
        self.rooted = False
        self.hg = parent.hg if parent else False
        self.ended = False
        if parent:
            parent.children.append(self)


class Seat:
    """A post to be held in or beside an organisation; `same_as` names the seat whose holder holds it too."""

    __slots__ = ("key", "not_local", "post", "same_as", "seat")

    def __init__(self, key: str, post: str, seat: int, same_as: str = "", not_local: bool | None = None):
        self.key, self.post, self.seat, self.same_as, self.not_local = key, post, seat, same_as, not_local


class World:
    """Everything the parts of the story share."""

    def __init__(self, seed: int, mint: Mint, notes: Notes, persons: Persons, top: int | None = None) -> None:
        self.mint, self.notes, self.persons, self.seed = mint, notes, persons, seed
        self.top = top  # the organisation the installation was founded with, when there is one
        self.map: Map = read_map()
        self.dice = Dice(seed, 2)  # lives
        self.names = Dice(seed, 3)
        self.paths = Dice(seed, 4)  # where people go
        self.people: list[Person] = []  # of Tuyên Quang, in order of coming
        self.neighbours: list[Person] = []  # of Hà Giang
        self.cells: list[Organisation] = []
        self.villages: list[Organisation] = []  # village cells of Tuyên Quang
        self.merging: list[Organisation] = []  # those merged in 2019
        self.joint: list[Organisation] = []  # the others, in the order of posts.joint_order
        self.sizes: dict[int, int] = {}  # of cells that open with a number of their own
        self.organisations: dict[str, Organisation] = {}
        self.agenda: dict[int, list[tuple[date, int, str, Any]]] = {}
        self.box: list[list[tuple[int, Recorded]]] = [[] for _ in ENTRY_DAYS]
        self.congress_places: dict[int, int] = {}
        self.old_enough: list[Person] = []  # who may be exempt next, oldest first
        self.destinations: dict[str, list[Organisation]] = {}  # village cells by district
        self.workplaces: list[Organisation] = []
        self.deck: list[tuple[str, str]] = []  # schooling of those admitted in the printed years
        self.cards: list[tuple[str, str]] = []  # of those still to come
        self.bodies: Bodies
        self.reform: list[tuple[int, Recorded]] = []  # the acts of 1/7/2025
        self.records: list[PersonRecord] = []
        self.papers: dict[tuple[int, str, int], int] = {}
        self.exempt = self.count = 0  # persons exempt now; persons ever
        self._set = self._order = 0

    def plan(self, day: date, what: str, about: Any) -> None:
        """Something will happen on a day; `careers` looks whether it still can."""
        self._order += 1
        heappush(self.agenda.setdefault(day.year * 12 + day.month, []), (day, self._order, what, about))

    def put(self, day: date, *acts: Recorded, weeks_late: int = 0) -> None:
        """Acts of one set that happened by the day are entered within the week, or so many weeks late.

        A late paper still comes in before its fence: a printed closing, a day on which cells end.
        """
        first = at = entry_day(day + DAY)
        if weeks_late:
            at += weeks_late
            for until, fence in FENCES:
                if day <= until:
                    at = max(min(at, fence), first)
                    break
        if at < len(self.box):
            self._set += 1
            self.box[at].extend((self._set, act) for act in acts)

    def paper(self, of: Organisation | None, kind: str, day: date) -> str:
        """The next number of a kind of paper in the issuer's book of that year: `12-QĐ/HU`."""
        key = (of.id if of else 0, kind, day.year)
        self.papers[key] = number = self.papers.get(key, 0) + 1
        return f"{number}-{kind}"

    def file_away(self) -> None:
        """Hand the records of new persons to the sealed file."""
        if self.records:
            self.persons(self.records)
            self.records = []


def issuer(cell: Organisation) -> tuple[Organisation, str]:
    """The committee that decides on members of the cell, and its sign on papers."""
    above = cell.parent
    while above and above.what not in ("district", "bloc", "new_commune", "province"):
        above = above.parent
    above = above or cell
    signs = {"district": "HU", "bloc": "ĐUK", "new_commune": "ĐU", "province": "TU"}
    sign = signs.get(above.what, "ĐU")
    return above, "ThU" if sign == "HU" and above.name.startswith("Đảng bộ thành phố") else sign
