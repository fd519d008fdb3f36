"""A report against a closing: what agrees, what differs and since which acts; who may ask."""

from dataclasses import replace as changed
from datetime import date

import pytest

from thenchot.access import accounts
from thenchot.access.desk import NotAllowed
from thenchot.access.tests.book import A1, AT, B, begin, joining
from thenchot.files.refusals import Refused
from thenchot.reports.against import Outcome
from thenchot.reports.reading.written import Match, Period
from thenchot.sealed import directory, opening
from thenchot.snapshot.closing import actions
from thenchot.snapshot.closing.events import Why
from thenchot.snapshot.period import month
from thenchot.surface import checked_against
from thenchot.surface.checked import check_bytes, check_text
from thenchot.surface.checked_against import against
from thenchot.surface.checked_words import as_json, sentence

LATE = date(2026, 10, 20)


@pytest.fixture
def book(installation):
    opening.use(None)
    yield begin()
    opening.use(None)
    directory.forget()


@pytest.fixture
def who(book):
    return {"by": accounts.named("van.phong").id, "at": AT}


def closed(book, who):
    code = actions.prepare(book.desk, book.top, month(2026, 10), **who)
    return through(book, who, code)


def through(book, who, code):
    actions.review(book.desk, code, **who)
    actions.approve(book.desk, code, by=accounts.named("pho.bi.thu").id, at=AT)
    return code


def report(*codes):
    """A report of two figures that stand for these codes of the catalogue."""
    checked = check_text("Đến ngày 31/10/2026 toàn Đảng bộ có 4 đảng viên; kết nạp 7 đảng viên.")
    period = Period(as_of="2026-10-31")
    figures = tuple(
        changed(one, match=Match(code, 1.0) if code else None, period=period)
        for one, code in zip(checked.reading.figures, codes, strict=True)
    )
    return changed(checked, reading=changed(checked.reading, figures=figures))


def test_figures_that_agree_and_that_nobody_counts(book, who):
    code = closed(book, who)

    found = against(report("M01", ""), code, book.desk, **who)

    assert [one.compared.outcome for one in found] == [Outcome.AGREES, Outcome.NOT_IN_CATALOGUE]


@pytest.mark.parametrize(
    ("names", "outcome", "at"),
    [
        ({A1: "Đảng bộ xã Hòa An"}, Outcome.DIFFERS, "Đảng bộ xã Hòa An"),
        ({A1: "Đảng bộ xã Hòa An", B: "Chi bộ xã Hòa An"}, Outcome.ONE_OF_SEVERAL, "xã Hòa An"),
        ({}, Outcome.ELSEWHERE, "xã Hòa An"),
    ],
)
def test_a_commune_named_in_the_sentence(book, who, monkeypatch, names, outcome, at):
    code = closed(book, who)
    monkeypatch.setattr(checked_against, "called", lambda one: {one.organisation: "Đảng bộ tỉnh"} | names)
    checked = check_text("Tại xã Hòa An có 4 đảng viên.")
    (figure,) = checked.reading.figures
    figure = changed(figure, match=Match("M01", 1.0), period=Period(as_of="2026-10-31"))

    (one,) = against(
        changed(checked, reading=changed(checked.reading, figures=(figure,))), code, book.desk, **who
    )

    assert (one.compared.outcome, one.at) == (outcome, at)
    assert one.compared.gap == (3 if outcome is Outcome.DIFFERS else None)  # of four members one is there
    assert at in sentence(one, checked.reading)


def test_what_differs_names_the_acts_since_the_closing_that_was_printed(book, who):
    first = closed(book, who)
    book.write(*joining(105, A1, LATE))
    code = through(book, who, actions.replace(book.desk, first, why=Why.RECORDED_LATE, **who))
    checked = report("M01", "")

    one, _other = against(checked, code, book.desk, **who)

    assert (one.compared.outcome, one.compared.gap, one.other) == (Outcome.DIFFERS, -1, first)
    assert one.movers and {mover.day for mover in one.movers} == {LATE}
    said = sentence(one, checked.reading)
    assert "văn bản ghi 4, đã chốt 5 (−1)" in said and first in said
    told = as_json({"figures": [{}, {}]}, [one])["figures"][0]["closed"]
    assert (told["outcome"], told["value"], told["since"]) == ("differs", 5, first)


def test_whoever_may_not_see_figures_is_refused(book, who):
    code = closed(book, who)
    nobody = book.account("nguoi.la")

    with pytest.raises(NotAllowed):
        against(report("M01", ""), code, book.desk, by=nobody.id, at=AT)


def test_unknown_closing(book, who):
    with pytest.raises(LookupError):
        against(report("M01", ""), "XXXX-9999", book.desk, **who)


def test_checking_needs_no_book():
    checked = check_bytes("Khai trừ 4 đảng viên, trong đó 9 nữ.".encode(), "bao-cao.txt")

    assert len(checked.reading.figures) == 2 and not checked.is_word
    with pytest.raises(Refused, match="wrong_kind"):
        check_bytes(b"x", "bao-cao.docx")
