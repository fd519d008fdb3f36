"""Every figure of posts changes on the day it should, by the number known; persons count once."""

from thenchot.rooms.membership import events as m
from thenchot.rooms.offices import events as o
from thenchot.rooms.organisations import events as g
from thenchot.rooms.organisations import map_events as p
from thenchot.rooms.people import events as people
from thenchot.rooms.tests.counting import (
    BEGIN,
    CELL,
    COMMUNE,
    DISTRICT,
    HAMLET,
    P_COMMUNE,
    P_DISTRICT,
    PROVINCE,
    SECOND,
    VILLAGE,
    Counted,
    codes_of,
    day,
    map_of_a_province,
    organisation,
    person,
    write,
)

DISTRICT_OFFICE, COMMUNE_OFFICE, BLOC, HAMLET_CELL = 401, 402, 60, 61
LAN, MINH, HOA, BINH = 301, 302, 303, 304
P = o.Post


def body(id_, type_, at):
    return p.BodyCarriedOver(about=id_, effective_on=BEGIN, type=type_, place=at, name=id_)


def take(who, on, post, seat, not_local=None):
    return o.Taken(
        about=who, effective_on=day(on), post=post, seat=seat, not_local=not_local, way=o.Way.ELECTED
    )


def leave(who, on, post, seat):
    return o.Left(about=who, effective_on=day(on), post=post, seat=seat, how=o.Leaving.RELEASED)


def study(who, on, general="upper_secondary", professional="none", theory="none"):
    return people.Studied(
        about=who, effective_on=day(on), general=people.General(general),
        professional=people.Professional(professional), theory=people.Theory(theory),
    )  # fmt: skip


ACTS = (
    organisation(BLOC, "district", "agency", PROVINCE),
    body(DISTRICT_OFFICE, p.BodyType.DISTRICT_AUTHORITY, P_DISTRICT),
    body(COMMUNE_OFFICE, p.BodyType.COMMUNE_AUTHORITY, P_COMMUNE),
    *(person(who, general="lower_secondary") for who in (LAN, MINH, HOA, BINH)),
    # LAN: secretary of the village's cell, then head of another village, then of hers and its front board.
    take(LAN, "2020-02-01", P.SECRETARY, CELL),
    take(LAN, "2020-02-02", P.VILLAGE_HEAD, HAMLET),
    take(LAN, "2020-02-03", P.VILLAGE_HEAD, VILLAGE),
    take(LAN, "2020-02-04", P.FRONT_WORK_HEAD, VILLAGE),
    leave(LAN, "2020-02-05", P.VILLAGE_HEAD, VILLAGE),
    # MINH: deputy there, then an officer of the commune.
    take(MINH, "2020-02-06", P.DEPUTY_SECRETARY, CELL),
    take(MINH, "2020-02-07", P.COMMUNE_OFFICER, COMMUNE_OFFICE),
    # Leaders: of the bloc (not a district), of the district, of the commune.
    take(HOA, "2020-03-01", P.SECRETARY, BLOC, True),
    take(BINH, "2020-03-02", P.SECRETARY, DISTRICT, False),
    leave(BINH, "2020-03-03", P.SECRETARY, DISTRICT),
    take(HOA, "2020-03-03", P.SECRETARY, DISTRICT, True),
    take(BINH, "2020-03-04", P.AUTHORITY_CHAIR, DISTRICT_OFFICE, False),
    o.CarriedOver(
        about=HOA, effective_on=day("2020-03-05"), post=P.AUTHORITY_CHAIR, seat=DISTRICT_OFFICE,
        not_local=True,
    ),
    take(MINH, "2020-03-06", P.SECRETARY, COMMUNE, True),
    take(MINH, "2020-03-07", P.AUTHORITY_CHAIR, COMMUNE_OFFICE, True),
    # Schooling of the secretary, one paper after the other; she takes a second cell.
    study(LAN, "2020-04-01"),
    study(LAN, "2020-04-02", theory="elementary"),
    study(LAN, "2020-04-03", theory="elementary", professional="vocational"),
    take(LAN, "2020-04-04", P.SECRETARY, SECOND),
)  # fmt: skip

# code: (day, organisation, number the day before, number on the day)
CHANGES = {
    "O17": ("2020-02-01", COMMUNE, 0, 1),
    "O17.village_head": ("2020-02-03", CELL, 0, 1),
    "O17.front_work_head": ("2020-02-04", PROVINCE, 0, 1),
    "O17.both": ("2020-02-05", PROVINCE, 1, 0),
    "O17.officer_deputy": ("2020-02-07", CELL, 0, 1),
    "K04.district_secretary": ("2020-03-02", PROVINCE, 0, 1),
    "K04.district_secretary.not_local": ("2020-03-03", DISTRICT, 0, 1),
    "K04.district_chair": ("2020-03-04", DISTRICT, 0, 1),
    "K04.district_chair.not_local": ("2020-03-05", PROVINCE, 0, 1),
    "K04.commune_secretary": ("2020-03-06", COMMUNE, 0, 1),
    "K04.commune_secretary.not_local": ("2020-03-06", PROVINCE, 0, 1),
    "K04.commune_chair": ("2020-03-07", COMMUNE, 0, 1),
    "K04.commune_chair.not_local": ("2020-03-07", DISTRICT, 0, 1),
    "K16": ("2020-02-01", CELL, 0, 1),
    "K16.general": ("2020-04-01", CELL, 0, 1),
    "K16.theory": ("2020-04-02", COMMUNE, 0, 1),
    "K16.professional": ("2020-04-03", PROVINCE, 0, 1),
}


def test_every_figure_of_the_room_is_tried():
    assert set(CHANGES) == codes_of("offices")


def test_each_figure_changes_on_its_day_by_the_number_known(installation):
    write(*map_of_a_province(), *ACTS)
    assert Counted().wrong(CHANGES) == {}


def test_a_secretary_of_two_cells_is_one_person(installation):
    write(*map_of_a_province(), *ACTS)
    counts = Counted().all(day("2020-04-04"))
    assert [counts.value("K16", at) for at in (CELL, SECOND, COMMUNE, PROVINCE)] == [1, 1, 1, 1]


def test_head_of_another_village_is_no_second_post(installation):
    write(*map_of_a_province(), *ACTS)
    counts = Counted().all(day("2020-02-02"))
    assert counts.value("O17.village_head", PROVINCE) == 0


def test_posts_lie_where_their_seat_is(installation):
    write(*map_of_a_province(), *ACTS)
    counts = Counted().all(day("2020-12-31"))
    assert counts.unseated == dict.fromkeys(counts.unseated, 0)


def test_a_seat_follows_its_village_to_the_cell_founded_there(installation):
    head = take(BINH, "2020-02-01", P.VILLAGE_HEAD, HAMLET)
    cell = g.Founded(
        about=HAMLET_CELL, effective_on=day("2020-05-01"), code="o61", type=g.OrganisationType.CELL,
        sector=g.Sector.RESIDENTIAL, parent=COMMUNE, place=HAMLET, name=HAMLET_CELL,
    )  # fmt: skip
    joined = m.CarriedOver(
        about=BINH,
        effective_on=BEGIN,
        cell=CELL,
        standing=m.Standing.FULL,
        joined_on=BEGIN,
        party_since=BEGIN,
    )
    write(*map_of_a_province(), person(BINH), joined, head, cell)
    assert seat_of_head("2020-04-30") == COMMUNE
    assert seat_of_head("2020-05-01") == HAMLET_CELL


def seat_of_head(on):
    from thenchot.rooms.offices.figures import POPULATIONS
    from thenchot.snapshot.asking import ask
    from thenchot.snapshot.period import free

    counted = Counted()
    question = ask(counted.engine, free(day(on), day(on)))
    table = question.population(POPULATIONS[0])
    ((found,),) = question.rows(f"SELECT organisation FROM {table} WHERE post = 'village_head'")
    return found
