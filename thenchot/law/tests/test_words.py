from datetime import date

import pytest

from thenchot.law import words
from thenchot.law.values import Grade, Share, Unit, Value, load_shipped
from thenchot.ledger.days import spoken

SHIPPED = load_shipped()


@pytest.mark.parametrize(
    ("key", "day", "said"),
    [
        ("admission.decide_within", "2022-05-01", "Quy định 24-QĐ/TW ngày 30/07/2021, điểm 4.3.1"),
        (
            "admission.decide_within",
            "2026-09-01",
            "Quy định 294-QĐ/TW ngày 26/05/2025, điểm 4.3.1 (chưa đối chiếu văn bản gốc)",
        ),
        ("admission.age_from", "2026-09-01", "Quy định 208-QĐ/TW ngày 26/07/2026"),
        ("card.digits", "2026-09-01", "Hướng dẫn 38-HD/BTCTW năm 2025"),
    ],
)
def test_a_citation_for_people(key, day, said):
    assert words.citation(SHIPPED.value(key, date.fromisoformat(day))) == said


def test_what_was_read_is_cited_with_instrument_day_and_article():
    for value in SHIPPED:
        if value.grade is Grade.READ:
            said, source = words.citation(value), value.source
            assert said == f"{source.instrument} ngày {spoken(source.signed_on)}, {source.article}"


def test_only_unverified_values_are_marked_so():
    marked = {value.place for value in SHIPPED if "chưa đối chiếu văn bản gốc" in words.citation(value)}
    assert marked == {value.place for value in SHIPPED if value.grade is Grade.UNVERIFIED}


def test_codes_of_the_working_notes_are_not_shown():
    for value in SHIPPED:
        assert not {"S-A", "S-B", "S-C", "GAP", "idx"} & set(words.citation(value).split())


def test_a_value_loaded_here_says_so():
    day = date(2026, 1, 1)
    local = Value(
        key="a.b", unit=Unit.COUNT, value=1, since=day, grade=Grade.READ, note=5, scope="commune:02200"
    )
    assert (words.citation(local), words.scope(local)) == (
        "giá trị do đơn vị nạp",
        "riêng xã, phường, đặc khu",
    )


@pytest.mark.parametrize(
    ("key", "day", "said"),
    [
        ("admission.decide_within", "2022-05-01", "60 ngày làm việc"),
        ("probation.months", "2022-05-01", "12 tháng"),
        ("admission.cell_vote", "2022-05-01", "ít nhất 2/3"),
        ("admission.ceremony_counted_from", "2026-05-01", "chưa rõ"),
        ("organisation.levels", "2026-09-01", "centre, province, grassroots"),
        ("card.digits", "2020-01-01", "8"),
    ],
)
def test_an_amount_with_its_unit(key, day, said):
    assert words.amount(SHIPPED.value(key, date.fromisoformat(day))) == said


@pytest.mark.parametrize(
    ("total", "share", "said"),
    [
        (20, "2/3", "ít nhất 2/3 của 20 = 40/3, cần từ 14 phiếu"),
        (21, "2/3", "ít nhất 2/3 của 21 = 14, cần từ 14 phiếu"),
        (20, ">1/2", "trên 1/2 của 20 = 10, cần từ 11 phiếu"),
    ],
)
def test_the_number_of_votes_is_derived_in_print(total, share, said):
    assert words.derivation(total, Share.of(share)) == said
