"""Every figure of organisations, villages and bodies changes on the day it should, by the number known."""

from thenchot.rooms.membership import events as m
from thenchot.rooms.offices import events as o
from thenchot.rooms.organisations import events as g
from thenchot.rooms.organisations import map_events as p
from thenchot.rooms.tests.counting import (
    BEGIN,
    CELL,
    COMMUNE,
    COMPANY,
    DISTRICT,
    HAMLET,
    P_COMMUNE,
    P_DISTRICT,
    P_PROVINCE,
    PROVINCE,
    SCHOOL,
    SECOND,
    Counted,
    codes_of,
    day,
    map_of_a_province,
    organisation,
    place,
    write,
)

AGENCY, PART_OF_IT, OFFICE, COMMITTEE, DIVISION = range(201, 206)
NEW = 20  # the first of what is founded later


def body(id_, type_, at=P_PROVINCE, parent=None):
    return p.BodyCarriedOver(about=id_, effective_on=BEGIN, type=type_, place=at, parent=parent, name=id_)


def found(id_, on, type_, sector, parent, at=None):
    return g.Founded(
        about=id_, effective_on=day(on), code=f"o{id_}", type=type_, sector=sector, parent=parent, place=at,
        name=id_,
    )  # fmt: skip


def end(id_, on, how, heir):
    return g.Ended(about=id_, effective_on=day(on), how=how, heir=heir)


def retype(id_, on, type_, sector=None):
    return g.Retyped(about=id_, effective_on=day(on), type=type_, sector=sector)


def cut(id_, on, type_):
    return p.BodyEnded(about=id_, effective_on=day(on), how=g.Ending.DISSOLVED, type=type_)


def member(id_, on, cell, standing=m.Standing.FULL):
    return m.CarriedOver(
        about=id_, effective_on=day(on), cell=cell, standing=standing, joined_on=BEGIN, party_since=BEGIN
    )


T, S, E = g.OrganisationType, g.Sector, g.Ending

ACTS = (
    # Villages: HAMLET has no cell, then its head is a member, then it has a cell.
    member(301, "2020-02-01", CELL),
    o.Taken(
        about=301, effective_on=day("2020-02-03"), post=o.Post.VILLAGE_HEAD, seat=HAMLET, way=o.Way.ELECTED
    ),
    found(NEW, "2020-02-05", T.CELL, S.RESIDENTIAL, COMMUNE, HAMLET),
    # Sizes: SECOND reaches three full members, later seven members in all.
    *(member(310 + n, "2020-02-10", SECOND) for n in range(3)),
    *(member(320 + n, "2020-02-12", SECOND, m.Standing.PROBATIONARY) for n in range(4)),
    g.CellCommitteeSet(about=SECOND, effective_on=day("2020-02-14"), has_committee=True),
    g.CellCommitteeSet(about=SECOND, effective_on=day("2020-02-16"), has_committee=False),
    # Grassroots organisations of every sector, founded one by one.
    found(30, "2020-03-01", T.GRASSROOTS, S.AGENCY, DISTRICT),
    found(31, "2020-03-02", T.GRASSROOTS, S.STATE_ENTERPRISE, DISTRICT),
    found(32, "2020-03-03", T.GRASSROOTS_CELL, S.ARMED_FORCES, DISTRICT),
    found(33, "2020-03-04", T.GRASSROOTS, S.PRIVATE_ENTERPRISE, DISTRICT),
    found(34, "2020-03-05", T.GRASSROOTS, S.PUBLIC_UNIT, DISTRICT),
    found(35, "2020-03-06", T.GRASSROOTS, S.TERRITORY, DISTRICT),
    found(36, "2020-03-07", T.GRASSROOTS, None, DISTRICT),
    found(37, "2020-03-08", T.SECTION, None, 30),
    found(38, "2020-03-09", T.DISTRICT, S.AGENCY, PROVINCE),
    # What happens to them.
    retype(SCHOOL, "2020-04-01", T.GRASSROOTS, S.PUBLIC_UNIT),
    retype(33, "2020-04-02", T.GRASSROOTS_CELL, S.PRIVATE_ENTERPRISE),
    retype(33, "2020-04-02", T.GRASSROOTS_CELL, S.STATE_ENTERPRISE),  # the day's last word; no change of form
    g.Moved(about=34, effective_on=day("2020-04-03"), parent=38),
    end(34, "2020-04-04", E.DISSOLVED, 38),
    end(31, "2020-04-05", E.MERGED, 30),
    end(35, "2020-04-06", E.DIVIDED, COMMUNE),
    end(36, "2020-04-07", E.ENDED_BY_LAW, DISTRICT),
    # Bodies.
    *(
        body(AGENCY + n, type_, at, parent)
        for n, (type_, at, parent) in enumerate(
            (
                (p.BodyType.PROVINCIAL_AGENCY, P_PROVINCE, None),
                (p.BodyType.INNER_UNIT, None, AGENCY),
                (p.BodyType.DELEGATION_OFFICE, P_PROVINCE, None),
                (p.BodyType.COMMUNE_AUTHORITY, P_COMMUNE, None),
                (p.BodyType.DIVISION, P_DISTRICT, None),
            )
        )
    ),
    p.ReorganisationDue(about=AGENCY, effective_on=day("2020-05-01"), plan="a"),
    p.Reorganised(about=AGENCY, effective_on=day("2020-05-02"), plan="a"),
    cut(PART_OF_IT, "2020-05-03", p.BodyType.INNER_UNIT),
    cut(OFFICE, "2020-05-04", p.BodyType.DELEGATION_OFFICE),
    cut(COMMITTEE, "2020-05-05", p.BodyType.COMMUNE_AUTHORITY),
    cut(DIVISION, "2020-05-06", p.BodyType.DIVISION),
    cut(AGENCY, "2020-05-07", p.BodyType.PROVINCIAL_AGENCY),
)

# code: (day, organisation, number the day before, number on the day)
CHANGES = {
    "O01": ("2020-03-09", PROVINCE, 1, 2),
    "O02": ("2020-03-01", PROVINCE, 3, 4),
    "O03": ("2020-04-01", DISTRICT, 8, 9),
    "O04": ("2020-03-03", PROVINCE, 1, 2),
    "O05": ("2020-03-08", PROVINCE, 1, 2),
    "O06": ("2020-02-05", COMMUNE, 1, 2),
    "O06.all": ("2020-02-05", PROVINCE, 3, 4),
    "O07": ("2020-04-06", PROVINCE, 12, 13),
    "O07.founded": ("2020-03-07", DISTRICT, 6, 7),
    "O07.transferred": ("2020-04-03", 38, 0, 1),
    "O07.dissolved": ("2020-04-04", 38, 0, 1),
    "O07.merged": ("2020-04-05", 30, 0, 1),
    "O07.divided": ("2020-04-06", DISTRICT, 0, 1),
    "O07.ended_by_law": ("2020-04-07", DISTRICT, 0, 1),
    "O07.raised": ("2020-04-01", SCHOOL, 0, 1),
    "O07.lowered": ("2020-04-02", 33, 0, 1),
    "O08": ("2020-02-05", COMMUNE, 1, 2),
    "O08.all": ("2020-01-01", COMMUNE, 0, 2),
    "O08.villages": ("2020-02-05", COMMUNE, 1, 2),
    "O09.no_cell": ("2020-02-05", COMMUNE, 1, 0),
    "O09.no_member": ("2020-02-03", COMMUNE, 1, 0),
    "O10.under_3": ("2020-02-10", COMPANY, 1, 0),
    "O10.under_7": ("2020-02-12", COMPANY, 1, 0),
    "O11.with": ("2020-02-14", PROVINCE, 0, 1),
    "O11.without": ("2020-02-16", PROVINCE, 0, 1),
    "O11.not_known": ("2020-02-14", PROVINCE, 4, 3),
    "O12": ("2020-03-04", PROVINCE, 1, 2),
    "O12.founded": ("2020-03-04", PROVINCE, 0, 1),
    "O14.territory": ("2020-03-06", DISTRICT, 1, 2),
    "O14.agency": ("2020-03-01", DISTRICT, 0, 1),
    "O14.public_unit": ("2020-03-05", DISTRICT, 1, 2),
    "O14.state_enterprise": ("2020-03-02", DISTRICT, 0, 1),
    "O14.private_enterprise": ("2020-04-02", DISTRICT, 2, 1),
    "O14.armed_forces": ("2020-03-03", DISTRICT, 0, 1),
    "O14.other": ("2020-03-07", DISTRICT, 0, 1),
    "K14.due": ("2020-05-01", PROVINCE, 0, 1),
    "K14.done": ("2020-05-02", PROVINCE, 0, 1),
    "K14": ("2020-05-07", PROVINCE, 4, 5),
    "K14.agencies": ("2020-05-07", PROVINCE, 0, 1),
    "K14.delegation_office": ("2020-05-04", PROVINCE, 0, 1),
    "K14.inner_units": ("2020-05-03", PROVINCE, 0, 1),
    "K14.divisions": ("2020-05-06", PROVINCE, 0, 1),
    "K14.authorities": ("2020-05-05", PROVINCE, 0, 1),
}


def test_every_figure_of_the_room_is_tried():
    assert set(CHANGES) == codes_of("organisations")


def test_each_figure_changes_on_its_day_by_the_number_known(installation):
    write(*map_of_a_province(), *ACTS)
    assert Counted().wrong(CHANGES) == {}


def test_an_agency_cut_stays_among_those_that_were_due(installation):
    write(*map_of_a_province(), *ACTS)
    counts = Counted().all(day("2020-12-31"))
    assert (counts.value("K14.due", PROVINCE), counts.value("K14.done", PROVINCE)) == (1, 1)
    assert counts.unseated == dict.fromkeys(counts.unseated, 0)


def test_a_village_without_a_cell_lies_at_its_commune_and_one_with_a_cell_at_the_cell(installation):
    write(
        place(HAMLET + 1, p.Level.VILLAGE, P_COMMUNE),
        organisation(50, "grassroots", "agency", DISTRICT),
        *map_of_a_province(),
    )
    counts = Counted().all(BEGIN)
    assert counts.value("O08.all", CELL) == 1
    assert (counts.value("O08.all", COMMUNE), counts.value("O09.no_cell", COMMUNE)) == (3, 2)
    assert counts.value("O08.all", 50) == 0
