"""A few lives, so that each figure of members changes on a day of its own."""

from __future__ import annotations

from thenchot.ledger.kinds import Act
from thenchot.rooms.membership import events as m
from thenchot.rooms.people import events as people
from thenchot.rooms.tests.counting import BEGIN, CELL, SCHOOL, SECOND, day, map_of_a_province, person, write

LAN, MINH, HOA, BINH, TAM, NGA, YEN = range(301, 308)
FULL, PROBATIONARY = m.Standing.FULL, m.Standing.PROBATIONARY


def act(kind: type[Act], who: int, on: str, organisation: int | None = None, **given: object) -> Act:
    """An act of one day; it counts at the organisation named."""
    return kind(about=who, effective_on=day(on), organisation=organisation, **given)


def carried(who: int, on: str, cell: int, **given: object) -> Act:
    given = {"standing": FULL, "joined_on": BEGIN, "party_since": BEGIN} | given
    return m.CarriedOver(about=who, effective_on=day(on), organisation=cell, cell=cell, **given)


def study(who: int, on: str, general: str, professional: str, theory: str = "none") -> Act:
    return act(
        people.Studied, who, on, general=people.General(general),
        professional=people.Professional(professional), theory=people.Theory(theory),
    )  # fmt: skip


OCCUPATIONS = ("official", "public_employee", "armed_forces", "worker", "retired", "other")
RANKS = ("vocational", "secondary", "college", "university", "master", "doctor")

# MINH, of June 1972, a farmer and full member; LAN, of May 1990, a student of the Tày, admitted on 3/2/2020.
MEMBERS = (
    person(MINH, birth="1972-06"),
    carried(MINH, "2020-01-05", CELL, party_since=day("1992-04-12")),
    person(
        LAN, birth="1990-05", sex="female", ethnicity="02", occupation="student", youth_union=True,
        professional="university",
    ),
    act(m.Admitted, LAN, "2020-02-03", CELL, cell=CELL, decided_on=day("2020-01-20")),
    act(
        people.Adjusted, LAN, "2020-02-20", birth=person(LAN, birth="1990-05").birth,
        sex=people.Sex.FEMALE, ethnicity="01",
    ),
    act(people.YouthUnionSet, LAN, "2020-02-21", member=False),
    act(people.BusinessOwnerSet, LAN, "2020-02-22", owner=True),
    act(m.Exempted, MINH, "2020-02-23", CELL),
    # LAN stops being a student and MINH a farmer on 1/3, then LAN goes through all occupations.
    act(people.Occupied, MINH, "2020-03-01", occupation=people.Occupation.OFFICIAL),
    *(
        act(people.Occupied, LAN, f"2020-03-0{1 + n}", occupation=people.Occupation(name))
        for n, name in enumerate(("other", *OCCUPATIONS[1:5]))
    ),
    act(people.Occupied, LAN, "2020-03-06", occupation=people.Occupation.OTHER),
    study(MINH, "2020-04-01", "none", "none"),
    study(MINH, "2020-04-02", "primary", "none"),
    study(MINH, "2020-04-03", "lower_secondary", "none"),
    *(study(MINH, f"2020-04-{4 + n:02}", "lower_secondary", name) for n, name in enumerate(RANKS)),
    study(MINH, "2020-04-10", "lower_secondary", "doctor", "elementary"),
    study(MINH, "2020-04-11", "lower_secondary", "doctor", "intermediate"),
    study(MINH, "2020-04-12", "lower_secondary", "doctor", "advanced"),
    act(m.Recognised, LAN, "2021-02-03", CELL),
)  # fmt: skip

# HOA and BINH come from elsewhere, nothing else recorded of them; TAM moves about.
MOVERS = (
    act(
        m.TransferredIn, HOA, "2020-01-10", SCHOOL, cell=SCHOOL, standing=FULL, joined_on=BEGIN,
        party_since=BEGIN, source=m.Elsewhere.OTHER_PROVINCE,
    ),
    # Of YEN it is not known when she joined: her admission was withdrawn as recorded wrongly.
    act(m.Received, YEN, "2020-01-11", SCHOOL, cell=SCHOOL),
    act(m.Recognised, YEN, "2020-01-11", SCHOOL),
    person(TAM, occupation="retired"),
    carried(TAM, "2020-04-20", CELL),
    act(m.Moved, TAM, "2020-05-01", SECOND, cell=SECOND, why=m.Move.INTERNAL),
    act(m.Moved, TAM, "2020-05-02", CELL, cell=CELL, why=m.Move.REORGANISATION),
    act(m.Sent, TAM, "2020-06-02", CELL, to=SCHOOL),
    act(m.Received, TAM, "2020-06-03", SCHOOL, cell=SCHOOL),
    act(m.TemporarilySent, TAM, "2020-06-05", SCHOOL, until=day("2020-12-31")),
    act(m.Hosted, NGA, "2020-06-06", CELL, cell=CELL, until=day("2020-12-31")),
    act(m.TransferredOut, HOA, "2020-06-08", SCHOOL, destination=m.Elsewhere.ABROAD),
    act(m.ResidenceIntroduced, TAM, "2020-06-10", SCHOOL, cell=CELL),
    act(m.RemarkReceived, TAM, "2020-12-01", SCHOOL, year="2020"),
    act(m.RemarkReceived, TAM, "2020-12-02", SCHOOL, year="2020"),
)  # fmt: skip

# Admitted one a day from 11/1/2022 in the company, born ten years apart.
NEW = range(321, 328)
TOLD = (
    ("1988-03", "official", "vocational"),
    ("1978-03", "public_employee", "college"),
    ("1968-03", "armed_forces", "none"),
    ("1958-03", "worker", "none"),
    ("1990-03", "farmer", "none"),
    ("1990-03", "retired", "none"),
    ("1990-03", "other", "none"),
)
ADMISSIONS = (
    *(
        person(who, day("2022-01-01"), birth=birth, occupation=occupation, professional=rank)
        for who, (birth, occupation, rank) in zip(NEW, TOLD, strict=True)
    ),
    *(
        act(m.Admitted, who, f"2022-01-{11 + n}", SECOND, cell=SECOND, decided_on=day("2022-01-03"))
        for n, who in enumerate(NEW)
    ),
    act(m.Admitted, 330, "2022-01-20", SECOND, cell=SECOND),  # nobody registered him
    *(act(m.Recognised, who, "2022-12-31", SECOND) for who in (*NEW[1:], 330)),
    act(m.Readmitted, BINH, "2022-02-01", CELL, cell=CELL),
    act(m.Recognised, BINH, "2022-12-31", CELL),
    act(m.Recognised, NEW[0], "2023-06-01", SECOND),
)

GONE = range(341, 351)
LEVELS = ("grassroots", "district", "commune", "province", "centre")
DEPARTURES = (
    *(carried(who, "2023-12-01", CELL) for who in GONE),
    act(m.NameRemoved, GONE[0], "2024-01-01", CELL, ground="8.1.1", decided_by=m.Decider.DISTRICT),
    act(m.Released, GONE[1], "2024-01-02", CELL, decided_by=m.Decider.DISTRICT),
    *(
        act(m.Expelled, GONE[2 + n], f"2024-01-0{3 + n}", CELL, decided_by=m.Decider(level))
        for n, level in enumerate(LEVELS)
    ),
    act(m.AdmissionCancelled, GONE[7], "2024-01-08", CELL),
    act(m.Died, GONE[8], "2024-01-09", CELL),
    act(m.Expelled, GONE[9], "2024-01-10", CELL, decided_by=m.Decider.DISTRICT),
    act(people.Erased, GONE[9], "2024-01-11", ground=people.Ground.REQUESTED),
    act(
        m.Restored, GONE[0], "2024-02-01", CELL, cell=CELL, standing=FULL, joined_on=BEGIN, party_since=BEGIN
    ),
)  # fmt: skip

BADGES = (30, 40, *range(45, 95, 5))
PAPERS = (
    *(
        act(m.BadgeAwarded, MINH, f"2025-01-{5 + n:02}", CELL, years=str(years), posthumous=n == 0)
        for n, years in enumerate(BADGES)
    ),
    act(m.BadgeAwarded, MINH, "2025-02-01", CELL, years="35"),
    *(
        act(m.CardIssued, MINH, f"2025-03-0{1 + n}", CELL, how=how)
        for n, how in enumerate(m.CardIssue)
    ),
)  # fmt: skip

ACTS = (*MEMBERS, *MOVERS, *ADMISSIONS, *DEPARTURES, *PAPERS)


def erase(who: int) -> None:
    """What the act of erasure does to the book: the facts go, the heads stay."""
    from django.db import connection

    of_the_person = "SELECT seq FROM ledger_entry WHERE about = %s AND kind <> 'people.erased'"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM ledger_fact WHERE seq IN ({of_the_person})", [who])


def write_all() -> None:
    """The whole history, with the one person erased."""
    write(*map_of_a_province(), *ACTS)
    erase(GONE[9])
