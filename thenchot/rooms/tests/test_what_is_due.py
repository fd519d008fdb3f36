"""Việc cần làm, asked for on any day: terms, periods, closings, reviews, village cells, and the order."""

from datetime import date, timedelta

import pytest

from stories.book import AN, CELL_1, CELL_2, CELL_3, CLERK, COMMUNE, PROVINCE, begun, member, stands
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.closings_due import ended
from thenchot.rooms.due import Subtree
from thenchot.rooms.membership.deadlines import next_wave
from thenchot.rooms.membership.events import CardIssue, CardIssued, Died
from thenchot.rooms.organisations import map_events as p
from thenchot.rooms.organisations.events import CongressHeld, OrganisationType, Placed, Retyped, Sector
from thenchot.rooms.what_is_due import what_is_due
from thenchot.snapshot.closing.events import Approved, Prepared, Received, Returned, Reviewed, Submitted
from thenchot.snapshot.period import Kind

DAY = timedelta(days=1)
TODAY = date(2026, 11, 21)


@pytest.fixture
def book(installation):
    return begun()


def due(organisation, as_of, *kinds):
    found = what_is_due(organisation, as_of=as_of, law=law_in_book(), holidays=shipped_holidays())
    return [line for line in found if not kinds or line.kind in kinds]


def test_nothing_is_due_where_nothing_exists(book):
    assert due(999, TODAY) == []


def test_a_term_is_counted_from_the_congress_by_the_law_of_its_day(book):
    held = date(2022, 6, 15)
    book.write(CongressHeld(about=CELL_1, organisation=CELL_1, effective_on=held, term="2022-2025"))
    ends, last = date(2024, 12, 15), date(2025, 6, 15)  # 30 months, then six of leeway
    assert due(COMMUNE, ends - 91 * DAY, "term") == []
    (line,) = due(COMMUNE, ends - 90 * DAY, "term")
    assert (line.subject, line.since, line.due_on, line.overdue) == (CELL_1, ends, last, False)
    assert (line.rule, line.rests_on.value, line.facts["posts"]) == ("cell.term", 30, 1)
    assert [line.overdue for line in due(COMMUNE, last, "term")] == [False]
    assert [line.overdue for line in due(COMMUNE, last + DAY, "term")] == [True]
    book.write(CongressHeld(about=CELL_1, organisation=CELL_1, effective_on=last, term="2025-2027"))
    assert due(COMMUNE, last + DAY, "term") == []
    assert [line.overdue for line in due(COMMUNE, last - DAY, "term")] == [False]


def test_what_stands_on_the_list_to_review_is_due_where_the_member_is(book):
    early = date(2025, 3, 3)
    book.write(
        CardIssued(about=AN, organisation=CELL_1, effective_on=early, how=CardIssue.FIRST), on_paper=True
    )
    assert due(COMMUNE, TODAY, "review") == []
    retyped = Retyped(about=CELL_3, organisation=CELL_3, effective_on=early, type=OrganisationType.COMMUNE)
    recorded = book.write(retyped, on_paper=True)
    assert [finding.objection.rule for finding in recorded.to_review] == ["level_is_of_its_day"]
    (line,) = due(COMMUNE, TODAY, "review")
    assert (line.subject, line.facts["broken"], line.since) == (CELL_3, "level_is_of_its_day", early)
    assert due(CELL_2, TODAY, "review") == []


def test_a_small_village_cell_of_that_province_gets_an_officer(book):
    since = date(2023, 1, 1)
    book.write(*village_of(CELL_1, "08", since))
    cells = [(line.subject, line.facts["members"]) for line in due(COMMUNE, since, "officer")]
    assert cells == [(CELL_1, 3)]
    assert [line.rests_on.scope for line in due(COMMUNE, since, "officer")] == ["province:08"]
    assert due(COMMUNE, since - DAY, "officer") == []


def test_another_province_has_no_such_value(book):
    book.write(*village_of(CELL_1, "02", date(2023, 1, 1)))
    assert due(COMMUNE, date(2023, 1, 1), "officer") == []


def village_of(cell, code, on):
    begins = date(2015, 1, 1)

    def place(about, level, parent, code):
        return p.PlaceCarriedOver(
            about=about, effective_on=begins, code=code, level=level, parent=parent, name=about
        )

    return [
        place(801, p.Level.PROVINCE, None, code),
        place(802, p.Level.COMMUNE, 801, "00001"),
        place(803, p.Level.VILLAGE, 802, "00001-1"),
        Placed(about=PROVINCE, organisation=PROVINCE, effective_on=begins, place=801),
        Placed(about=cell, organisation=cell, effective_on=begins, place=803),
        Retyped(
            about=cell, organisation=cell, effective_on=on, type=OrganisationType.CELL,
            sector=Sector.RESIDENTIAL,
        ),
    ]  # fmt: skip


def step(kind, **more):
    return kind(about=COMMUNE, organisation=COMMUNE, code="c1", account=CLERK, manifest="m1", **more)


def test_a_closing_waits_for_its_next_step_and_its_period_is_done_when_it_is_approved(book):
    october = {"period": Kind.MONTH, "first": date(2026, 10, 1), "last": date(2026, 10, 31)}
    prepared = step(
        Prepared, effective_on=date(2026, 11, 3), data_to=date(2026, 10, 31), cut_off=5, **october
    )
    steps = [
        (prepared, "check"),
        (step(Reviewed, effective_on=date(2026, 11, 4)), "approve"),
        (step(Approved, effective_on=date(2026, 11, 5)), "submit"),
        (step(Submitted, effective_on=date(2026, 11, 6)), "receive"),
        (step(Returned, effective_on=date(2026, 11, 7), note=77), "returned"),
        (step(Received, effective_on=date(2026, 11, 8)), None),
    ]
    append([Draft(act, book.mint.id()) for act, _ in steps], **book.hand)
    waits = {"check", "approve", "submit", "receive", "returned"}
    for act, what in steps:
        by = PROVINCE if what == "receive" else COMMUNE
        found = due(PROVINCE, act.effective_on, *waits)
        assert [(line.kind, line.organisation, line.subject, line.facts["code"]) for line in found] == (
            [(what, by, COMMUNE, "c1")] if what else []
        )
        here = due(COMMUNE, act.effective_on, *waits)
        assert [line.kind for line in here] == ([what] if what not in (None, "receive") else [])

    def open_periods(as_of):
        return [line.facts["period"].last for line in due(COMMUNE, as_of, "close")]

    september = date(2026, 9, 30)
    assert open_periods(date(2026, 11, 4)) == [september, date(2026, 10, 31)]
    assert open_periods(date(2026, 11, 5)) == [september]
    assert due(CELL_1, date(2026, 11, 4), "close") == []


@pytest.mark.parametrize(
    ("day", "lasts"),
    [
        ("2026-11-21", ["2026-10-31", "2026-09-30"]),
        ("2026-10-01", ["2026-09-30", "2026-09-30"]),
        ("2026-09-30", ["2026-08-31", "2026-06-30"]),
        ("2027-01-01", ["2026-12-31", "2026-12-31"]),
        ("2027-03-31", ["2027-02-28", "2026-12-31"]),
    ],
)
def test_the_periods_that_ended_last(day, lasts):
    assert [period.last.isoformat() for period in ended(date.fromisoformat(day))] == lasts


@pytest.mark.parametrize(
    ("day", "wave"),
    [
        ("2026-11-07", "2026-11-07"),
        ("2026-11-08", "2027-02-03"),
        ("2027-02-04", "2027-05-19"),
        ("2020-01-01", None),
    ],
)
def test_badges_come_on_the_next_day_of_award(book, day, wave):
    found = next_wave(law_in_book(), date.fromisoformat(day))
    assert (found.isoformat() if found else None) == wave


def test_a_badge_is_due_until_the_member_is_gone(book):
    wave = date(2042, 2, 3)
    before = [line.subject for line in due(CELL_1, wave, "badge")]
    book.write(Died(about=AN, organisation=CELL_1, effective_on=wave))
    assert (before[0], [line.subject for line in due(CELL_1, wave, "badge")]) == (AN, before[1:])


def test_overdue_comes_first_then_the_nearest_day(book):
    held = date(2018, 6, 15)
    book.write(CongressHeld(about=CELL_2, organisation=CELL_2, effective_on=held, term="2018-2020"))
    found = due(COMMUNE, TODAY)
    assert found[0].kind == "term" and found[0].overdue
    assert [line.overdue for line in found[1:]] == [False] * (len(found) - 1)
    days = [line.due_on or line.since for line in found[1:]]
    assert days == sorted(days)


def test_the_wide_way_finds_what_the_narrow_way_finds(book, monkeypatch):
    book.write(stands(106, OrganisationType.CELL, COMMUNE), *member(6, 106))
    held = date(2022, 6, 15)
    book.write(CongressHeld(about=CELL_1, organisation=CELL_1, effective_on=held, term="2022-2025"))
    days = (date(2024, 12, 1), TODAY, date(2042, 2, 3))
    narrow = [due(PROVINCE, day) for day in days]
    monkeypatch.setattr(Subtree, "wide", True)
    assert [due(PROVINCE, day) for day in days] == narrow
    assert {line.kind for line in narrow[2]} >= {"badge", "term", "small_cell"}
