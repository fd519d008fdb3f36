"""Every kind of period: from the chooser, from the address, back into it; never beyond today."""

from datetime import date

import pytest

from thenchot.access.tests.book import A
from thenchot.snapshot.period import parse_period
from thenchot.web.figures import periods
from thenchot.web.figures.periods import NotAPeriod

from .conftest import text

TODAY = date(2026, 11, 21)
KINDS = [
    ({"loai": "thang", "nam": "2026", "so-thang": "10"}, "2026-10"),
    ({"loai": "n-thang", "nam": "2026", "so-thang": "11"}, "11T2026@2026-11-21"),
    ({"loai": "quy-1", "nam": "2026"}, "Q1-2026"),
    ({"loai": "6-thang", "nam": "2026"}, "6T2026"),
    ({"loai": "9-thang", "nam": "2026"}, "9T2026"),
    ({"loai": "nam", "nam": "2025"}, "2025"),
    ({"loai": "nhiem-ky", "tu": "2025-10-01"}, "NK2025-10-01..2026-11-21"),
    ({"loai": "tu-den", "tu": "2026-02-03", "den": "2026-05-06"}, "2026-02-03..2026-05-06"),
    ({"loai": "nam", "nam": "2026", "denngay": "2026-11-15"}, "2026@2026-11-15"),
]


@pytest.mark.parametrize("given, code", KINDS)
def test_every_kind_has_one_code_that_reads_back(given, code):
    found = periods.asked(given, TODAY, TODAY)
    assert periods.code(found) == code and parse_period(code) == found
    assert periods.asked({"ky": code}, TODAY, TODAY) == found


@pytest.mark.parametrize(
    "given",
    [
        {"loai": "thang", "nam": "2026", "so-thang": "13"},
        {"loai": "thang", "nam": "", "so-thang": "1"},
        {"loai": "tu-den", "tu": "2026-05-06", "den": "2026-02-03"},
        {"loai": "tu-den", "tu": "x", "den": "2026-02-03"},
        {"loai": "tuan", "nam": "2026"},
        {"ky": "tháng chín"},
        {"ky": "2027"},
        {"ky": "2026-10", "denngay": "2026-11-15"},
    ],
)
def test_what_is_no_period_is_said_in_a_sentence(given):
    with pytest.raises(NotAPeriod, match=r"\w+"):
        periods.asked(given, TODAY, TODAY)


def test_without_one_it_is_from_january_to_the_day_of_the_page():
    assert periods.code(periods.asked({}, date(2026, 3, 9), TODAY)) == "3T2026@2026-03-09"


def test_nothing_ahead_of_today_is_counted():
    assert periods.asked({"ky": "2026"}, TODAY, TODAY).data_to == TODAY


def test_the_choices_are_of_the_day_and_mark_the_one_shown():
    offered = periods.choices(TODAY, periods.usual(TODAY))
    assert [one.label for one in offered if one.current] == ["11 tháng năm 2026"]
    assert len(offered) == 8
    early = date(2026, 1, 5)
    assert all(parse_period(one.code).first <= early for one in periods.choices(early, None))


@pytest.mark.parametrize("given, code", KINDS)
def test_the_page_goes_to_the_one_address_of_a_period(book, office, given, code):
    answer = office.get(f"/so-lieu/{A}/", given)
    assert answer.status_code == 302
    assert office.get(answer.headers["Location"]).status_code == 200


def test_a_wrong_period_keeps_the_choosers(book, office):
    answer = office.get(f"/so-lieu/{A}/?ky=xyz")
    assert answer.status_code == 400 and "Đề nghị đồng chí chọn lại kỳ" in text(answer)
    assert "Quý I" in text(answer)
