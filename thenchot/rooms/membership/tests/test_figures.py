"""Every figure of members changes on the day it should, by the number known."""

from datetime import date

import pytest

from thenchot.ledger.days import PartialDay
from thenchot.rooms.membership import events as m
from thenchot.rooms.organisations import events as g
from thenchot.rooms.people import events as people
from thenchot.rooms.tests.counting import (
    BEGIN,
    CELL,
    COMMUNE,
    COMPANY,
    PROVINCE,
    SCHOOL,
    SECOND,
    Counted,
    codes_of,
    day,
    map_of_a_province,
    person,
    write,
)

from .history import BADGES, FULL, LAN, MINH, erase, write_all

# code: (day, organisation, number the day before, number on the day)
CHANGES = {
    # LAN, of May 1990, joins by admission, is studied, grows older; MINH is full already.
    "M01": ("2020-02-03", CELL, 1, 2),
    "M01.full": ("2021-02-03", CELL, 1, 2),
    "M03": ("2020-02-03", COMMUNE, 0, 1),
    "M04": ("2020-02-03", PROVINCE, 0, 1),
    "M05": ("2020-02-20", PROVINCE, 1, 0),
    "M07": ("2020-02-21", CELL, 1, 0),
    "M08": ("2020-02-22", CELL, 0, 1),
    "M09": ("2020-02-23", CELL, 0, 1),
    "M10.official": ("2020-03-01", PROVINCE, 0, 1),
    "M10.public_employee": ("2020-03-02", PROVINCE, 0, 1),
    "M10.armed_forces": ("2020-03-03", PROVINCE, 0, 1),
    "M10.worker": ("2020-03-04", PROVINCE, 0, 1),
    "M10.farmer": ("2020-03-01", PROVINCE, 1, 0),
    "M10.student": ("2020-03-01", PROVINCE, 1, 0),
    "M10.retired": ("2020-03-05", PROVINCE, 0, 1),
    "M10.other": ("2020-03-06", PROVINCE, 0, 1),
    "M10.not_known": ("2020-01-10", SCHOOL, 0, 1),
    "M11.up_to_30": ("2021-05-01", CELL, 1, 0),
    "M11.31_40": ("2021-05-01", CELL, 0, 1),
    "M11.41_50": ("2023-06-01", CELL, 1, 0),
    "M11.51_60": ("2023-06-01", CELL, 0, 1),
    "M11.over_60": ("2033-06-01", CELL, 0, 1),
    "M11.not_known": ("2020-01-10", SCHOOL, 0, 1),
    "M11.known": ("2020-02-03", CELL, 1, 2),
    "M11.years": ("2020-02-03", CELL, 47, 76),
    "M12.under_30": ("2022-04-12", CELL, 2, 1),
    "M12.30_39": ("2022-04-12", CELL, 0, 1),
    "M12.40_44": ("2032-04-12", CELL, 0, 1),
    "M12.45_49": ("2037-04-12", CELL, 0, 1),
    "M12.50_54": ("2042-04-12", CELL, 0, 1),
    "M12.55_59": ("2047-04-12", CELL, 0, 1),
    "M12.60_64": ("2052-04-12", CELL, 0, 1),
    "M12.65_69": ("2057-04-12", CELL, 0, 1),
    "M12.70_74": ("2062-04-12", CELL, 0, 1),
    "M12.75_up": ("2067-04-12", CELL, 0, 1),
    "M12.not_known": ("2020-01-11", SCHOOL, 0, 1),
    "M13.general.none": ("2020-04-01", CELL, 0, 1),
    "M13.general.primary": ("2020-04-02", CELL, 0, 1),
    "M13.general.lower_secondary": ("2020-04-03", CELL, 0, 1),
    "M13.general.upper_secondary": ("2020-04-01", CELL, 2, 1),
    "M13.general.not_known": ("2020-01-10", SCHOOL, 0, 1),
    "M13.professional.none": ("2020-04-04", CELL, 1, 0),
    "M13.professional.vocational": ("2020-04-04", CELL, 0, 1),
    "M13.professional.secondary": ("2020-04-05", CELL, 0, 1),
    "M13.professional.college": ("2020-04-06", CELL, 0, 1),
    "M13.professional.university": ("2020-04-07", CELL, 1, 2),
    "M13.professional.master": ("2020-04-08", CELL, 0, 1),
    "M13.professional.doctor": ("2020-04-09", CELL, 0, 1),
    "M13.professional.not_known": ("2020-01-10", SCHOOL, 0, 1),
    "M13.university": ("2020-04-07", CELL, 1, 2),
    "M13.theory.none": ("2020-04-10", CELL, 2, 1),
    "M13.theory.elementary": ("2020-04-10", CELL, 0, 1),
    "M13.theory.intermediate": ("2020-04-11", CELL, 0, 1),
    "M13.theory.intermediate_up": ("2020-04-11", CELL, 0, 1),
    "M13.theory.advanced": ("2020-04-12", CELL, 0, 1),
    "M13.theory.not_known": ("2020-01-10", SCHOOL, 0, 1),
    "O13": ("2020-05-01", COMPANY, 0, 1),
    # Admissions of many sorts, each on a day of its own.
    "M16": ("2020-02-03", CELL, 0, 1),
    "M19": ("2020-02-03", PROVINCE, 0, 1),
    "M20": ("2020-02-03", PROVINCE, 0, 1),
    "M21": ("2020-02-03", PROVINCE, 0, 1),
    "M22.upper_secondary": ("2020-02-03", PROVINCE, 0, 1),
    "M22.professional": ("2020-02-03", PROVINCE, 0, 1),
    "M22.vocational": ("2022-01-11", PROVINCE, 0, 1),
    "M22.secondary_college": ("2022-01-12", PROVINCE, 0, 1),
    "M22.university": ("2020-02-03", PROVINCE, 0, 1),
    "M22.unqualified": ("2022-01-13", PROVINCE, 0, 1),
    "M22.not_known": ("2022-01-20", PROVINCE, 0, 1),
    "M23.official": ("2022-01-11", PROVINCE, 0, 1),
    "M23.public_employee": ("2022-01-12", PROVINCE, 0, 1),
    "M23.armed_forces": ("2022-01-13", PROVINCE, 0, 1),
    "M23.worker": ("2022-01-14", PROVINCE, 0, 1),
    "M23.farmer": ("2022-01-15", PROVINCE, 0, 1),
    "M23.student": ("2020-02-03", PROVINCE, 0, 1),
    "M23.retired": ("2022-01-16", PROVINCE, 0, 1),
    "M23.other": ("2022-01-17", PROVINCE, 0, 1),
    "M23.not_known": ("2022-01-20", PROVINCE, 0, 1),
    "M24.up_to_30": ("2020-02-03", PROVINCE, 0, 1),
    "M24.31_40": ("2022-01-11", PROVINCE, 0, 1),
    "M24.41_50": ("2022-01-12", PROVINCE, 0, 1),
    "M24.51_60": ("2022-01-13", PROVINCE, 0, 1),
    "M24.over_60": ("2022-01-14", PROVINCE, 0, 1),
    "M24.not_known": ("2022-01-20", PROVINCE, 0, 1),
    "M24.known": ("2020-02-03", PROVINCE, 0, 1),
    "M24.years": ("2020-02-03", PROVINCE, 0, 29),
    "M25": ("2022-01-11", COMPANY, 0, 1),
    "M26": ("2022-02-01", CELL, 0, 1),
    "O15": ("2022-01-11", PROVINCE, 0, 1),
    # Recognition: LAN's twelve months end on 3/2/2021; the second of the company waits.
    "M28": ("2021-02-03", CELL, 0, 1),
    "M29.due": ("2023-01-11", COMPANY, 0, 1),
    "M29.overdue": ("2023-03-02", COMPANY, 0, 1),
    # Transfers.
    "M30.in": ("2020-01-10", SCHOOL, 0, 1),
    "M30.out": ("2020-06-08", SCHOOL, 0, 1),
    "M30.sent": ("2020-06-02", CELL, 0, 1),
    "M30.received": ("2020-06-03", SCHOOL, 1, 2),
    "M30.internal": ("2020-05-01", SECOND, 0, 1),
    "M30.reorganisation": ("2020-05-02", CELL, 0, 1),
    "M30.temporary_out": ("2020-06-05", SCHOOL, 0, 1),
    "M30.temporary_in": ("2020-06-06", CELL, 0, 1),
    "M30.away": ("2020-06-05", SCHOOL, 0, 1),
    # Leaving and coming back.
    "M31": ("2024-01-02", CELL, 1, 2),
    "M31.cancelled": ("2024-01-08", PROVINCE, 0, 1),
    "M32": ("2024-01-03", PROVINCE, 0, 1),
    "M32.grassroots": ("2024-01-03", PROVINCE, 0, 1),
    "M32.district": ("2024-01-04", PROVINCE, 0, 1),
    "M32.commune": ("2024-01-05", PROVINCE, 0, 1),
    "M32.province": ("2024-01-06", PROVINCE, 0, 1),
    "M32.centre": ("2024-01-07", PROVINCE, 0, 1),
    "M32.not_known": ("2024-01-10", PROVINCE, 0, 1),
    "M33": ("2024-01-01", CELL, 0, 1),
    "M34": ("2024-01-02", CELL, 0, 1),
    "M35": ("2024-01-09", PROVINCE, 0, 1),
    "M36": ("2024-02-01", CELL, 0, 1),
    # Residence, remarks, badges, cards.
    "M37": ("2020-06-10", SCHOOL, 0, 1),
    "M37.working": ("2020-06-03", PROVINCE, 2, 3),
    "M37.working.linked": ("2020-06-10", SCHOOL, 0, 1),
    "M37.received": ("2020-06-10", CELL, 0, 1),
    "M38": ("2020-12-01", SCHOOL, 0, 1),
    "M39": ("2025-01-05", PROVINCE, 0, 1),
    **{f"M39.{years}": (f"2025-01-{5 + n:02}", PROVINCE, 0, 1) for n, years in enumerate(BADGES)},
    "M39.other": ("2025-02-01", PROVINCE, 0, 1),
    "M40": ("2025-01-05", PROVINCE, 0, 1),
    "M41": ("2025-03-02", PROVINCE, 0, 1),
    "M41.first": ("2025-03-01", PROVINCE, 0, 1),
    "M41.exchanged": ("2025-03-02", PROVINCE, 0, 1),
    "M41.reissued": ("2025-03-03", PROVINCE, 0, 1),
    "M41.remade": ("2025-03-04", PROVINCE, 0, 1),
}  # fmt: skip


def test_every_figure_of_the_room_is_tried():
    assert set(CHANGES) == codes_of("membership")


def test_each_figure_changes_on_its_day_by_the_number_known(installation):
    write_all()
    assert Counted().wrong(CHANGES) == {}


@pytest.mark.parametrize("text", ["2020-06-30", "2022-12-31", "2024-12-31", "2025-12-31"])
def test_relations_hold_and_every_row_has_a_seat(installation, text):
    from thenchot.snapshot.stated import check_relations

    write_all()
    counted = Counted()
    counts = counted.all(day(text))
    unmet = [one for one in check_relations(counts, counted.catalogue) if one.code not in ("O17", "O08")]
    assert unmet == []
    assert counts.unseated == dict.fromkeys(counts.unseated, 0)


def test_schooling_at_admission_is_that_of_the_day(installation):
    """LAN had a degree when admitted; the diploma she got later, or a correction of rank, changes nothing."""
    write_all()
    counts = Counted().all(date(2020, 12, 31))
    assert (counts.value("M22.university", CELL), counts.value("M13.professional.doctor", CELL)) == (1, 1)
    assert counts.value("M21", CELL) == 1  # though her papers say otherwise since 20/2
    assert counts.value("M05", CELL) == 0


def test_a_member_on_the_way_is_in_no_cell(installation):
    write_all()
    counted = Counted()
    before, on_the_way, after = (counted.all(day(f"2020-06-0{n}")) for n in (1, 2, 3))
    assert [c.value("M01", PROVINCE) for c in (before, on_the_way, after)] == [5, 4, 5]


def test_a_linked_member_is_not_among_the_members_of_the_residence(installation):
    write_all()
    counted = Counted()
    assert counted.all(day("2020-06-09")).value("M01", CELL) == counted.all(day("2020-06-10")).value(
        "M01", CELL
    )


def test_probation_from_29_february_ends_on_the_28th(installation):
    write(
        *map_of_a_province(),
        person(LAN),
        m.Admitted(about=LAN, effective_on=day("2020-02-29"), organisation=CELL, cell=CELL),
    )
    counted = Counted()
    due = [counted.all(day(text)).value("M29.due", CELL) for text in ("2021-02-27", "2021-02-28")]
    assert due == [0, 1]


def test_party_age_counts_from_the_paper_where_no_day_of_decision_is_given(installation):
    write(
        *map_of_a_province(),
        person(LAN),
        m.Admitted(
            about=LAN,
            effective_on=day("2020-02-20"),
            signed_on=day("2020-02-10"),
            organisation=CELL,
            cell=CELL,
        ),
        m.Recognised(about=LAN, effective_on=day("2021-02-20"), organisation=CELL),
    )
    counted = Counted()
    ages = [counted.all(day(text)).value("M12.30_39", CELL) for text in ("2050-02-09", "2050-02-10")]
    assert ages == [0, 1]


def test_a_party_age_known_by_year_counts_from_its_first_day(installation):
    write(
        *map_of_a_province(),
        person(MINH),
        m.CarriedOver(
            about=MINH, effective_on=BEGIN, cell=CELL, standing=FULL, joined_on=PartialDay.of("1991"),
            party_since=PartialDay.of("1991"),
        ),
    )  # fmt: skip
    counted = Counted()
    ages = [counted.all(day(text)).value("M12.30_39", CELL) for text in ("2020-12-31", "2021-01-01")]
    assert ages == [0, 1]


def test_the_sector_of_an_admission_is_that_of_its_day(installation):
    write(
        *map_of_a_province(),
        person(LAN),
        m.Admitted(about=LAN, effective_on=day("2020-02-01"), organisation=SECOND, cell=SECOND),
        g.Retyped(
            about=COMPANY, effective_on=day("2020-03-01"), type=g.OrganisationType.GRASSROOTS,
            sector=g.Sector.AGENCY,
        ),
    )  # fmt: skip
    counts = Counted().all(day("2020-12-31"))
    assert (counts.value("M25", COMPANY), counts.value("O13", COMPANY)) == (1, 0)


def test_an_admission_still_counts_as_one_when_its_facts_are_erased(installation):
    write(
        *map_of_a_province(),
        person(LAN),
        m.Admitted(about=LAN, effective_on=day("2020-02-01"), organisation=CELL, cell=CELL),
        people.Erased(about=LAN, effective_on=day("2020-03-01"), ground=people.Ground.REQUESTED),
    )
    erase(LAN)
    counts = Counted().all(day("2020-12-31"))
    assert (counts.value("M16", CELL), counts.value("M23.not_known", CELL)) == (1, 1)
    assert counts.value("M01", CELL) == 0
