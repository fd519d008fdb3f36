"""show and figures: what they say, to whom, and that every look at a person is logged first."""

import json

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import AN, BEGINS, BINH, NAMES, B, joining, registered
from thenchot.cli.tests.everything import ALL
from thenchot.ledger import reading
from thenchot.sealed.codes import code
from thenchot.snapshot.stated import Share
from thenchot.surface.numbers import number, percent, share, signed


@pytest.fixture
def do(run, monkeypatch):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ALL)
    return run


@pytest.fixture
def blind(monkeypatch):
    """Nobody may open the rows behind a figure."""
    from thenchot.access import actions

    rights = actions.RIGHTS
    monkeypatch.setitem(rights, actions.Action.SEE_ROWS, actions.Right(actions.Of.ORGANISATION, {}))


def seen(person):
    from thenchot.access.looked import who_looked

    return sum(looked.opened + looked.listed for looked in who_looked(person))


def answer(said):
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_numbers_the_vietnamese_way():
    from decimal import Decimal

    assert [number(1733), number(-1733), number(None), signed(14), signed(-3)] == [
        "1.733",
        "−1.733",
        "—",
        "+14",
        "−3",
    ]
    assert percent(Decimal("46.86")) == "46,86%"
    assert share(Share(812, 1733, Decimal("46.86"))) == "46,86% (812/1.733)"
    assert share(Share(0, 0, None)) == "— (0/0)" and share(Share(None, None, None)) == "—"


def test_a_person_opens_through_the_log(book, do):
    before = seen(AN)
    said = do("show", code(AN))
    assert said.code == 0 and NAMES[AN] in said.out and "36 năm" in said.out and "c21" in said.out
    assert seen(AN) == before + 1


def test_a_person_of_another_commune_does_not_open(book, do):
    book.account("xa.b", (Role.ORGANISING, B))
    said = do("show", code(AN), by="xa.b")
    assert said.code == 1 and NAMES[AN] not in said.out + said.err and seen(AN) == 0


def test_before_the_book_it_says_so(book, do):
    assert "chưa ghi sổ" in do("show", code(AN), "--as-of", "31/12/2025").err
    assert "chưa ghi sổ" in do("figures", "M01", "--period", "2024").err


def test_as_known_earlier_needs_the_office(book, do):
    early = str(reading.entries(AN)[0].seq)
    page = answer(do("show", code(AN), "--known-by", early, "--json"))
    assert [line["seq"] for line in page["timeline"]] == [int(early)]
    book.account("bi.thu", (Role.CELL_SECRETARY, 21))
    assert do("show", code(AN), by="bi.thu").code == 0
    assert do("show", code(AN), "--known-by", early, by="bi.thu").code == 1


def test_an_organisation_with_its_line_children_and_numbers(book, do):
    page = answer(do("show", "c11", "--json"))
    assert page["state"]["Đảng viên"] == "2" and page["state"]["Trực thuộc"] == "Đảng bộ tỉnh"
    assert page["lists"]["Tổ chức trực thuộc"] == ["c21: 1", "c22: 1"]


def test_rows_are_as_many_as_the_number_says(book, do):
    for figure in ("M01", "M05"):
        found = answer(do("figures", figure, "--rows", "--json"))
        assert len(found["rows"]) == found["value"] == 4


def test_a_sensitive_figure_or_dimension_opens_to_codes_alone(book, do):
    for asked in (("M05", "--rows"), ("M01", "--rows", "--by", "ethnicity")):
        said = do("figures", *asked)
        assert said.code == 0 and code(AN) in said.out
        assert [name for name in NAMES.values() if name in said.out] == []
        lines = answer(do("figures", *asked, "--json"))["rows"]
        assert not {"entry", "day"} & set(lines[0])  # by which a code could be matched with a name


def test_names_stand_in_vietnamese_order_and_are_logged(book, do):
    before = seen(BINH)
    rows = answer(do("figures", "M01", "--rows", "--json"))["rows"]
    assert [row["who"] for row in rows] == ["Trần Văn An", "Lý Thị Mai", "Giàng A Páo", "Vàng A Sùng"]
    assert seen(BINH) == before + 1


@pytest.mark.parametrize("by", ["sex", "sex,ethnicity", "occupation", "age-band,general"])
def test_a_breakdown_adds_up_to_its_figure(book, do, by):
    found = answer(do("figures", "M01", "--by", by, "--json"))
    assert sum(cell["number"] for cell in found["cells"]) == found["total"] == 4 and found["overlap"] == 0
    assert do("figures", "M01", "--by", by).code == 0


def test_what_is_not_declared_is_a_sentence(book, do):
    assert "không phân tổ theo religion" in do("figures", "M01", "--by", "religion").err
    assert "Không có số liệu X9" in do("figures", "X9").err
    assert do("figures", "M01", "--period", "tháng chín").code == 2


def test_the_movement_balances(book, do):
    found = answer(do("figures", "--movement", "--json", "--organisation", "c11"))
    into, out = (sum(one["number"] for one in found[side]) for side in ("into", "out_of"))
    assert found["opening"] + into - out == found["closing"] == 2
    assert "0 + 2 − 0 = 2" in do("figures", "--movement", "--same-period", "--organisation", "c11").out


def test_relations_and_same_period(book, do):
    assert all(one["holds"] for one in answer(do("figures", "--relations", "--json")))
    (line,) = answer(do("figures", "M01", "--same-period", "--json"))["figures"]
    assert (line["value"], line["before"]) == (4, None)  # before the book: never zero


def test_to_review_says_the_sentence_of_the_rule(book, do):
    from datetime import date

    from thenchot.rooms.membership.events import BadgeAwarded

    act = BadgeAwarded(about=AN, effective_on=date(2026, 9, 2), organisation=21, years="50", posthumous=False,
                       signed_on=date(2026, 8, 20), paper="5-QD/TU")  # fmt: skip
    from thenchot.access.tests.book import AT
    from thenchot.ledger.writing import Draft

    office = book.begun.office.id
    done = book.desk.record([Draft(act, 901)], by=office, at=AT, on_paper=True)
    assert done.recorded.to_review
    (row,) = answer(do("show", "--to-review", "--json"))
    assert row["rule"] == done.recorded.to_review[0].objection.rule and " " in row["sentence"]
    assert row["sentence"] in do("show", code(AN)).out


def test_who_may_not_open_rows_sees_nothing_sensitive_of_an_ordinary_day(book, do, blind):
    lines = answer(do("figures", "M01", "M05", "M05.share", "--json"))["figures"]
    assert [line["shown"] for line in lines] == ["4", "dưới 5 hoặc gộp", "dưới 5 hoặc gộp"]
    assert "lần chốt" in do("figures", "M01", "--by", "ethnicity").err
    assert do("figures", "M01", "--by", "sex").code == 0
    assert do("figures", "M01", "--rows").code == 1


def test_at_a_closing_only_what_is_masked(book, do, monkeypatch):
    for extra in range(30):
        book.write(*joining(2000 + extra, 21))
    for extra in range(12):
        person = 3000 + extra
        book.write(registered(person, 23, BEGINS, ethnicity="01"), joining(person, 23)[1])
    made = answer(do("close", "prepare", "--period", "2026@2026-11-20", "--json"))["code"]
    assert do("close", "review", made, by="pho.bi.thu").code == 0
    from thenchot.access import actions

    monkeypatch.setitem(actions.RIGHTS, actions.Action.SEE_ROWS, actions.Right(actions.Of.ORGANISATION, {}))
    whole = answer(do("figures", "M05", "--closing", made, "--json"))["figures"][0]
    assert whole["shown"] == "34"
    for name in ("c12", "c23"):  # one of thirteen there is of a minority
        (line,) = answer(do("figures", "M05", "--closing", made, "--organisation", name, "--json"))["figures"]
        assert line["shown"] == "dưới 5 hoặc gộp", name
    assert "gộp" in do("figures", "M01", "--by", "minority", "--closing", made, "--organisation", "c12").err
    assert do("figures", "M01", "--by", "minority,sex", "--closing", made).code == 1
