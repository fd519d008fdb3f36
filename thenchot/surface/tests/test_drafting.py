"""A draft of last period's report: numbers offered, bound, brought up to date, taken back from Word."""

from dataclasses import replace
from datetime import date

import pytest

from thenchot.access.desk import NotAllowed
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AT, A, begin, joining
from thenchot.files.refusals import Refused
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.shapes import Mode, State, Style
from thenchot.reports.word import controls
from thenchot.reports.word.package import Package
from thenchot.reports.word.tests.files import word
from thenchot.reports.word.text import paragraphs, text_of
from thenchot.sealed import directory, labels, opening
from thenchot.snapshot.kept import Kept
from thenchot.snapshot.period import parse_period
from thenchot.surface.drafting import making as drafting
from thenchot.surface.drafting import numbers as drafting_numbers
from thenchot.surface.drafting import returned as drafting_returned
from thenchot.surface.drafting import review as drafting_review
from thenchot.surface.drafting.numbers import Choice
from thenchot.surface.drafting.returned import Do
from thenchot.surface.troubles import Stop

LAST = (
    "BÁO CÁO", "kết quả công tác tháng 10 năm 2026",
    "Tổ chức thành công Đại hội chi bộ Bản Cườm theo đúng kế hoạch.",
    [("1. Công tác tổ chức", True)],
    "Đến ngày 31/10/2026 toàn Đảng bộ có 4 đảng viên; đảng viên nữ 0 đồng chí. Kết nạp 7 đảng viên {{ x }}.",
    [("2. Bảo vệ chính trị nội bộ", True)], "Thẩm định 12 trường hợp.",
    [("3. Dân vận", True)], "Nhiệm vụ tháng 11: giúp 30 hộ.",
)  # fmt: skip
START = {"period": parse_period("2026-11@2026-11-20"), "period_code": "2026-11@2026-11-20"}


@pytest.fixture
def book(installation):
    opening.use(None)
    labels._held = None
    made = begin()
    made.write(*joining(105, A1, date(2026, 11, 3)))
    yield made
    opening.use(None)
    directory.forget()


@pytest.fixture
def engine(book):
    kept = Kept()
    with kept.engine() as engine:
        yield engine
    kept.close()


@pytest.fixture
def who(book):
    from thenchot.access import accounts

    return {"by": accounts.named("van.phong").id, "at": AT}


def begun(book, engine, who, *lines):
    start = drafting.Start(organisation=book.top, **START)
    return drafting.begin(book.desk, engine, start, word(*(lines or LAST)), "bao-cao.docx", **who)


def text(saved):
    return "\n".join(text_of(line) for line in paragraphs(Package.read(saved.file()).body))


def members(saved):
    return next(one for one in saved.content.numbers if one.printed in ("4", "5") and one.offers)


def test_last_periods_numbers_are_found_and_offered(book, engine, who):
    saved = begun(book, engine, who)
    assert members(saved).offers[0] == ("M01", Mode.THIS)
    assert {one.printed for one in saved.content.numbers} >= {"4", "7"}
    assert "2026" not in {one.printed for one in saved.content.numbers}


def test_the_words_of_the_period_and_refused_matters(book, engine, who):
    saved = begun(book, engine, who)
    said = text(saved)
    assert "tháng 11 năm 2026" in said and "Đến ngày 20/11/2026" not in said and "Nhiệm vụ tháng 12" in said
    assert "Phần này nhập trực tiếp trong Word; phần mềm không quản lý nội dung này." in said
    assert "12 trường hợp" not in said and "{{ x }}" in said
    assert [one.title for one in saved.content.sections if one.refused] == ["2. Bảo vệ chính trị nội bộ"]


def test_accepted_offers_come_back_with_this_periods_values(book, engine, who):
    saved = begun(book, engine, who)
    tag = members(saved).tag
    saved, number = drafting_numbers.accept(book.desk, engine, saved, [tag], **who)
    one = saved.content.number(tag)
    assert (number, one.printed, one.before, one.state) == (1, "5", "4", State.BOUND)
    assert "có 5 đảng viên" in text(saved)


def test_an_act_written_later_is_one_changed_number(book, who):
    kept = Kept()
    with kept.engine() as engine:
        saved = begun(book, engine, who)
        saved, _n = drafting_numbers.accept(book.desk, engine, saved, [members(saved).tag], **who)
    book.write(*joining(106, A1, date(2026, 11, 4)))
    with kept.engine() as engine:
        (changed,) = drafting_numbers.differing(engine, saved)
        assert (changed.number.printed, changed.counted.text) == ("5", "6")
        saved, number = drafting_numbers.update(book.desk, engine, saved, **who)
    assert number == 1 and "có 6 đảng viên" in text(saved)
    kept.close()


def bound(book, engine, who):
    saved = begun(book, engine, who)
    tag = members(saved).tag
    return drafting_numbers.accept(book.desk, engine, saved, [tag], **who)[0], tag


def edited(saved, tag, printed):
    package = Package.read(drafting_returned.exported(saved))
    controls.fill(package.body, {tag: printed})
    return package


def test_what_somebody_changed_in_word_waits_for_a_choice(book, engine, who):
    saved, tag = bound(book, engine, who)
    package = edited(saved, tag, "gần 10")
    line = paragraphs(package.body)[2]
    line[-1].find(".//{*}t").text = "Đại hội đã xong, mọi người rất vui."
    saved = drafting_returned.take_back(book.desk, saved, package.bytes(), "sua.docx", **who)
    (waits,) = saved.content.returned
    assert (waits["tag"], waits["before"], waits["after"]) == (tag, "5", "gần 10")
    assert saved.content.reworded[0][1] == "Đại hội đã xong, mọi người rất vui."
    sorts = [one.sort for one in drafting_review.to_review(saved)]
    assert sorts[0] == "returned" and "reworded" in sorts


@pytest.mark.parametrize(
    ("do", "note", "printed", "state"),
    [
        (Do.KEEP, "Số của Ban", "9", State.KEPT),
        (Do.BACK, "", "5", State.BOUND),
        (Do.ROUND, "", "5", State.BOUND),
    ],
)
def test_each_choice_does_what_it_says(book, engine, who, do, note, printed, state):
    saved, tag = bound(book, engine, who)
    saved = drafting_returned.take_back(book.desk, saved, edited(saved, tag, "9").bytes(), "x.docx", **who)
    saved = drafting_returned.settle(book.desk, engine, saved, tag, do, note=note, **who)
    one = saved.content.number(tag)
    assert (one.printed, one.state, saved.content.returned) == (printed, state, ())
    assert f"có {printed} đảng viên" in text(saved)
    assert (one.author == who["by"]) is (do is Do.KEEP)


def test_keeping_needs_a_note(book, engine, who):
    saved, tag = bound(book, engine, who)
    saved = drafting_returned.take_back(book.desk, saved, edited(saved, tag, "9").bytes(), "x.docx", **who)
    with pytest.raises(Stop):
        drafting_returned.settle(book.desk, engine, saved, tag, Do.KEEP, **who)


def test_a_bound_number_that_vanished_is_named(book, engine, who):
    saved, tag = bound(book, engine, who)
    package = Package.read(drafting_returned.exported(saved))
    controls.unwrap(package.body, [tag])
    saved = drafting_returned.take_back(book.desk, saved, package.bytes(), "x.docx", **who)
    (waits,) = saved.content.returned
    assert (waits["tag"], waits["fault"]) == (tag, "lost") and f"⟦{tag}⟧ đảng viên" in waits["around"]
    saved = drafting_returned.settle(book.desk, engine, saved, tag, Do.BACK, **who)
    assert saved.content.number(tag) is None
    assert not [one for one in drafting_review.to_review(saved) if one.sort in ("lost", "returned")]


def test_numbers_brought_up_to_date_meanwhile_stay(book, who):
    kept = Kept()
    with kept.engine() as engine:
        saved, _tag = bound(book, engine, who)
        out = drafting_returned.exported(saved)
    book.write(*joining(106, A1, date(2026, 11, 4)))
    with kept.engine() as engine:
        saved, _n = drafting_numbers.update(book.desk, engine, saved, **who)
    saved = drafting_returned.take_back(book.desk, saved, out, "x.docx", **who)
    assert saved.content.returned == () and "có 6 đảng viên" in text(saved)
    kept.close()


def test_a_file_of_another_draft_is_refused(book, engine, who):
    saved, other = begun(book, engine, who), begun(book, engine, who)
    with pytest.raises(Stop):
        drafting_returned.take_back(book.desk, other, drafting_returned.exported(saved), "x.docx", **who)


def test_carried_sentences_are_marked_until_looked_at(book, engine, who):
    saved = begun(book, engine, who)
    marked = [one for one in drafting_review.to_review(saved) if one.sort == "sentence"]
    assert marked[0].text.startswith("Tổ chức thành công Đại hội")
    seen = replace(saved, content=replace(saved.content, seen=(marked[0].key,)))
    assert marked[0] not in drafting_review.to_review(seen)


def test_styles(book, engine, who):
    saved, tag = bound(book, engine, who)
    for choice, printed in (
        (Choice("M01", style=Style.X_OF_Y, base="M01"), "5/5"),
        (Choice("M01", style=Style.SHARE, base="M01"), "100"),
        (Choice("M01", organisation=A), "3"),
        (Choice("M01", Mode.PREVIOUS), "4"),
    ):
        made = drafting_numbers.bind(book.desk, engine, saved, tag, choice, **who)
        assert made.content.number(tag).printed == printed
        saved = made


def test_a_typed_estimate_carries_its_word_and_its_author(book, engine, who):
    saved, tag = bound(book, engine, who)
    saved = drafting_numbers.by_hand(book.desk, saved, tag, State.ESTIMATE, text="35", **who)
    one = saved.content.number(tag)
    assert (one.printed, one.author, one.state) == ("ước 35", who["by"], State.ESTIMATE)
    assert "có ước 35 đảng viên" in text(saved)


def test_a_leader_drafts_nothing(book, engine):
    leader = book.account("lanh.dao", (Role.LEADER, book.top))
    with pytest.raises(NotAllowed):
        begun(book, engine, {"by": leader.id, "at": AT})
    assert keeping.of_organisations([book.top]) == []


def test_the_door_stands_before_a_draft(book, engine, who):
    start = drafting.Start(organisation=book.top, **START)
    with pytest.raises(Refused):
        drafting.begin(book.desk, engine, start, b"PK\x03\x04 broken", "x.docx", **who)
