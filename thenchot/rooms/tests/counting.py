"""A small book written by hand, and its figures on any day, for tests of what rooms count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module

from thenchot.law.world import shipped
from thenchot.ledger.days import PartialDay
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.organisations import events as g
from thenchot.rooms.organisations import map_events as p
from thenchot.rooms.people import events as people
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.engine import Engine, open_engine
from thenchot.snapshot.figures import Counts, count
from thenchot.snapshot.period import free

ROOMS = ("organisations", "membership", "offices")
AT = datetime(2026, 11, 21, 3, tzinfo=UTC)
BEGIN = date(2020, 1, 1)

# A province, a district, a commune with two villages, a school, an enterprise.
PROVINCE, DISTRICT, COMMUNE, CELL, SECTION, SCHOOL, COMPANY, SECOND = range(1, 9)
P_PROVINCE, P_DISTRICT, P_COMMUNE, VILLAGE, HAMLET = range(101, 106)


def day(text: str) -> date:
    return date.fromisoformat(text)


def whole_catalogue() -> Catalogue:
    """What all rooms declare together."""
    made = Catalogue()
    for room in ROOMS:
        module = import_module(f"thenchot.rooms.{room}.figures")
        made.register(module.POPULATIONS, module.FIGURES, getattr(module, "GROUNDS", {}))
    made.check()
    return made


def write(*acts: Act) -> None:
    """Into the book as they are, unjudged."""
    drafts = [Draft(act, 1000 + n) for n, act in enumerate(acts)]
    append(drafts, at=AT, by=1, mint=SeededMint("figures"))


def place(id_: int, level: p.Level, parent: int | None) -> Act:
    return p.PlaceCarriedOver(
        about=id_, effective_on=BEGIN, code=f"p{id_}", level=level, parent=parent, name=id_
    )


def organisation(id_: int, type_: str, sector: str | None, parent: int | None, at: int | None = None) -> Act:
    return g.CarriedOver(
        about=id_, effective_on=BEGIN, code=f"o{id_}", type=g.OrganisationType(type_),
        sector=g.Sector(sector) if sector else None, parent=parent, place=at, name=id_,
    )  # fmt: skip


def map_of_a_province() -> list[Act]:
    """As the book begins on 1/1/2020: HAMLET has no cell, SECOND stands under a section of the company."""
    return [
        place(P_PROVINCE, p.Level.PROVINCE, None),
        place(P_DISTRICT, p.Level.DISTRICT, P_PROVINCE),
        place(P_COMMUNE, p.Level.COMMUNE, P_DISTRICT),
        place(VILLAGE, p.Level.VILLAGE, P_COMMUNE),
        place(HAMLET, p.Level.VILLAGE, P_COMMUNE),
        organisation(PROVINCE, "province", None, None, P_PROVINCE),
        organisation(DISTRICT, "district", "territory", PROVINCE, P_DISTRICT),
        organisation(COMMUNE, "grassroots", "territory", DISTRICT, P_COMMUNE),
        organisation(CELL, "cell", "residential", COMMUNE, VILLAGE),
        organisation(SCHOOL, "grassroots_cell", "public_unit", DISTRICT),
        organisation(COMPANY, "grassroots", "private_enterprise", DISTRICT),
        organisation(SECTION, "section", None, COMPANY),
        organisation(SECOND, "cell", None, SECTION),
    ]


def person(id_: int, since: date = BEGIN, **given: object) -> Act:
    """Somebody in the register: a man of 1990, of the majority, a farmer of upper secondary schooling."""
    told: dict[str, object] = {
        "birth": "1990-06", "sex": "male", "ethnicity": "01", "general": "upper_secondary",
        "professional": "none", "theory": "none", "occupation": "farmer", "youth_union": False,
        "business_owner": False,
    }  # fmt: skip
    told |= given
    told["birth"] = PartialDay.of(str(told["birth"]))
    return people.Registered(about=id_, effective_on=since, **told)


class Counted:
    """Figures of the book as it is now; flows are of the year of the day."""

    def __init__(self) -> None:
        self.engine: Engine = open_engine(law=shipped())
        self.catalogue = whole_catalogue()

    def all(self, on: date, first: date | None = None, codes: list[str] | None = None) -> Counts:
        """All figures, or some, of all organisations at the end of a day."""
        period = free(first or date(on.year, 1, 1), on)
        return count(self.engine, period, codes, catalogue=self.catalogue)

    def wrong(self, expected: dict[str, tuple[str, int, int, int]]) -> dict[str, list[int]]:
        """What is counted otherwise than `code: (day, organisation, number the day before, on the day)`."""
        found = {}
        for code, (text, at, *numbers) in expected.items():
            on = day(text)
            first = date(on.year, 1, 1)
            counted = [self.all(asked, min(first, asked), [code]) for asked in (on - timedelta(days=1), on)]
            got = [counts.value(code, at) if at in counts.tree.parents else 0 for counts in counted]
            if got != numbers:
                found[code] = got
        return found


def codes_of(room: str) -> set[str]:
    """The figures a room counts; neither shares nor stated ones."""
    made = Catalogue()
    module = import_module(f"thenchot.rooms.{room}.figures")
    made.register(module.POPULATIONS, module.FIGURES)
    return set(made.figures)
