from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.law.values import (
    Grade,
    LawBook,
    NotKnown,
    Share,
    Silent,
    Unit,
    Value,
    as_code,
    from_code,
    joined,
    load_shipped,
    unmarked_gaps,
    votes_needed,
)
from thenchot.ledger.kinds import CODE_FORM

SHIPPED = load_shipped()


def of(key="a.b", value=1, since="2020-01-01", until=None, scope="centre", unit=Unit.COUNT, grade=Grade.READ):
    end = date.fromisoformat(until) if until else None
    since = date.fromisoformat(since)
    return Value(key=key, unit=unit, value=value, since=since, until=end, scope=scope, grade=grade)


def test_every_shipped_value_names_its_source():
    assert [v.place for v in SHIPPED if not (v.source and v.source.instrument and v.source.signed_on)] == []


def test_a_value_that_was_read_names_the_article():
    assert [v.place for v in SHIPPED if v.grade is Grade.READ and not v.source.article] == []


def test_what_is_not_known_is_never_called_read():
    assert [v.place for v in SHIPPED if v.not_known and v.grade is not Grade.UNVERIFIED] == []


def test_no_version_holds_before_its_instrument_was_signed():
    early = [v.place for v in SHIPPED if v.since < v.source.signed_on]
    assert early == []


def test_versions_of_a_key_follow_each_other_without_gap_or_overlap():
    assert unmarked_gaps(SHIPPED) == []


def test_every_key_and_value_fits_into_the_book():
    codes = [code for v in SHIPPED for code in (v.key, v.scope, as_code(v.value)) if code is not None]
    assert [code for code in codes if not CODE_FORM.match(code)] == []


def test_every_value_comes_back_from_its_code():
    known = [v for v in SHIPPED if not v.not_known]
    assert [from_code(as_code(v.value), v.unit) for v in known] == [v.value for v in known]


def test_no_two_shipped_values_share_a_digest():
    digests = [v.digest() for v in SHIPPED]
    assert len(set(digests)) == len(digests)


@pytest.mark.parametrize(
    ("day", "value", "grade"),
    [
        ("2016-07-24", None, None),
        ("2016-07-25", "receipt", Grade.READ),
        ("2025-06-30", "receipt", Grade.READ),
        ("2025-07-01", "receipt", Grade.SECONDARY),
        ("2026-04-07", "receipt", Grade.SECONDARY),
        ("2026-04-08", None, Grade.UNVERIFIED),
        ("2026-07-25", None, Grade.UNVERIFIED),
        ("2026-07-26", "issue", Grade.SECONDARY),
    ],
)
def test_the_start_of_the_ceremony_deadline_on_the_days_it_changed(day, value, grade):
    found = SHIPPED.value("admission.ceremony_counted_from", date.fromisoformat(day))
    assert (found.value if found else None, found.grade if found else None) == (value, grade)


def test_silent_and_not_known_are_told_apart():
    with pytest.raises(Silent):
        SHIPPED.needed("admission.ceremony_counted_from", date(2016, 7, 24))
    with pytest.raises(NotKnown):
        SHIPPED.needed("admission.ceremony_counted_from", date(2026, 5, 1))
    assert SHIPPED.needed("admission.decide_within", date(2022, 5, 1)).value == 60


def test_a_value_of_a_province_speaks_only_there():
    key, day = "village_cell.officer_below", date(2024, 1, 1)
    assert SHIPPED.value(key, day) is None
    assert SHIPPED.value(key, day, ("province:04",)) is None
    assert SHIPPED.value(key, day, ("province:08", "commune:02200")).value == 7


def test_the_narrowest_scope_wins_while_it_speaks():
    book = LawBook(
        [
            of(value=1),
            of(value=2, scope="province:08"),
            of(value=3, scope="commune:02200", until="2021-01-01"),
        ]
    )
    there = ("province:08", "commune:02200")
    assert book.value("a.b", date(2020, 6, 1), there).value == 3
    assert book.value("a.b", date(2021, 1, 1), there).value == 2
    assert book.value("a.b", date(2021, 1, 1), ("province:04",)).value == 1
    assert book.value("a.b", date(2019, 12, 31), there) is None


def test_versions_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        LawBook([of(), of(since="2021-01-01")])


def test_two_units_of_one_key_are_refused():
    with pytest.raises(ValueError, match="unit"):
        LawBook([of(), of(scope="province:08", unit=Unit.MONTH)])


def test_a_scope_that_is_none_is_refused():
    with pytest.raises(ValueError, match="scope"):
        LawBook([of(scope="district:070")])


def test_a_gap_is_found():
    book = LawBook([of(until="2020-06-01"), of(since="2021-01-01")])
    assert unmarked_gaps(book) == [("a.b", "centre", date(2020, 6, 1))]


def test_a_file_with_a_value_of_the_wrong_unit_is_refused(tmp_path):
    path = tmp_path / "values.toml"
    path.write_text(
        '[instrument.x]\nname = "X"\nday = 2020-01-01\n[[value]]\nkey = "a.b"\nunit = "month"\n'
        'versions = [{ since = 2020-01-01, value = "12", source = "x", grade = "read" }]\n',
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="month"):
        load_shipped(path)


@pytest.mark.parametrize(
    ("total", "share", "votes"),
    [
        (20, "2/3", 14),
        (21, "2/3", 14),
        (22, "2/3", 15),
        (20, ">1/2", 11),
        (21, ">1/2", 11),
        (9, "1/3", 3),
        (0, "2/3", 0),
    ],
)
def test_votes_needed(total, share, votes):
    assert votes_needed(total, Share.of(share)) == votes


@given(st.integers(0, 10_000), st.fractions(min_value=Fraction(1, 100), max_value=1), st.booleans())
def test_votes_needed_is_the_fewest_that_reach_the_share(total, part, above):
    share = Share(part, above)
    needed = votes_needed(total, share)

    def reaches(votes):
        return votes > total * part if above else votes >= total * part

    assert (reaches(needed), reaches(needed - 1)) == (True, False)


@pytest.mark.parametrize("text", ["0", "-1/2", "3/2", "two thirds", ">0"])
def test_what_is_no_share_is_refused(text):
    with pytest.raises(ValueError):
        Share.of(text)


@given(st.sets(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1, max_size=8), st.dates())
def test_on_every_day_the_last_version_begun_holds(days, on):
    book = LawBook(joined(of(since=day.isoformat(), value=day.toordinal()) for day in days))
    begun = [day.toordinal() for day in days if day <= on]
    found = book.value("a.b", on)
    assert (found.value if found else None) == (max(begun) if begun else None)
