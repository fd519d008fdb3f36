"""A report is issued by two persons from a closing, kept byte for byte, with signed facts beside it."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from thenchot.access import accounts, two_persons
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AT, joining
from thenchot.reports.drafts import facts as signed_facts
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.edited import edited as edited_since
from thenchot.reports.drafts.shapes import State
from thenchot.reports.word.lines import lines_of
from thenchot.reports.word.official import Paper
from thenchot.reports.word.package import Package
from thenchot.reports.word.renewing import replace_text
from thenchot.reports.word.text import paragraphs, text_of
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.closing import lacking
from thenchot.snapshot.closing.notes import BadNote
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import annex as drafting_annex
from thenchot.surface.drafting import issue as drafting_issue
from thenchot.surface.drafting import numbers as drafting_numbers
from thenchot.surface.troubles import Stop

from .test_drafting import begun, book, bound, text, who  # noqa: F401

PAPER = Paper(
    "Đảng bộ tỉnh", "Đảng ủy xã Hồng Sơn", "BC/ĐU", "Hồng Sơn", "kết quả công tác tháng 11 năm 2026",
    ("T/M BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ", ("Văn phòng Tỉnh ủy", "Lưu Văn phòng Đảng ủy"),
)  # fmt: skip


@pytest.fixture
def engine(book):  # noqa: F811
    drafting_issue.register()
    with KEPT.engine() as engine:
        yield engine
    KEPT.close()


def closed(book, organisation, period, by):  # noqa: F811
    second = book.account("soat", (Role.OFFICE, book.top))
    code = closing.prepare(book.desk, organisation, period, by=by, at=AT)
    closing.review(book.desk, code, by=second.id, at=AT)
    return closing.approve(book.desk, code, by=accounts.named("pho.bi.thu").id, at=AT)


def asked(book, who):  # noqa: F811
    with KEPT.engine() as engine:
        saved, tag = bound(book, engine, who)
    closed(book, saved.organisation, saved.period, who["by"])
    return drafting_issue.submit(book.desk, saved, PAPER, **who), tag


def issued(book, who):  # noqa: F811
    made, tag = asked(book, who)
    head = accounts.named("pho.bi.thu").id
    book.desk.confirm(made.request.code, by=head, at=AT)
    return keeping.latest(made.saved.code), tag


def test_the_annex_of_a_closing_without_a_unit_names_it(book, engine, who, monkeypatch):  # noqa: F811
    monkeypatch.setattr(lacking, "ASKED", [lambda *_asked: lacking.Lacking(3, (A1,))])
    saved, _tag = bound(book, engine, who)
    second = book.account("soat", (Role.OFFICE, book.top)).id
    head = accounts.named("pho.bi.thu").id
    code = closing.prepare(book.desk, saved.organisation, saved.period, by=who["by"], at=AT)
    closing.review(book.desk, code, by=second, at=AT)
    closing.approve(book.desk, code, by=head, at=AT, without=[A1])
    made = drafting_issue.submit(book.desk, saved, PAPER, **who)
    book.desk.confirm(made.request.code, by=head, at=AT)
    files = drafting_issue.issued(keeping.latest(saved.code), book.desk.key.public_key())
    content = next(one.content for one in files if one.name.startswith("phu-luc"))
    facts = signed_facts.read_facts(content)
    signed_facts.verify(facts, book.desk.key.public_key())
    assert facts.lacking == "Chốt thiếu, 2/3 đơn vị. Chưa xác nhận số liệu: c21."
    assert {one.note for one in facts.facts if one.closing} == {"thiếu, 2/3 đơn vị"}
    said = "\n".join(text_of(line) for line in paragraphs(Package.read(content).body))
    assert facts.lacking in said


def test_without_a_closing_one_is_prepared_and_the_draft_waits(book, engine, who):  # noqa: F811
    saved, _tag = bound(book, engine, who)
    with pytest.raises(Stop) as stopped:
        drafting_issue.submit(book.desk, saved, PAPER, **who)
    assert "đã lập biểu" in stopped.value.sentences[0]
    with pytest.raises(Stop) as stopped:
        drafting_issue.submit(book.desk, saved, PAPER, **who)
    assert "chờ soát và duyệt" in stopped.value.sentences[0]
    assert keeping.latest(saved.code).state == keeping.DRAFT


def test_the_closing_fixes_the_numbers_and_later_acts_move_nothing(book, engine, who):  # noqa: F811
    saved, tag = bound(book, engine, who)
    book.write(*joining(107, A1, date(2026, 11, 5)))
    closed(book, saved.organisation, saved.period, who["by"])
    book.write(*joining(108, A1, date(2026, 11, 6)))
    made = drafting_issue.submit(book.desk, saved, PAPER, **who)
    assert (made.changed, made.saved.content.number(tag).printed) == (1, "6")


def test_one_person_issues_nothing(book, who, engine):  # noqa: F811
    made, _tag = asked(book, who)
    with pytest.raises(two_persons.NotConfirmed):
        book.desk.confirm(made.request.code, by=who["by"], at=AT)
    assert drafting_issue.issued(made.saved, book.desk.key.public_key()) == []


def test_what_is_handed_in_is_not_changed(book, who, engine):  # noqa: F811
    made, tag = asked(book, who)
    with pytest.raises(Stop):
        drafting_numbers.by_hand(book.desk, made.saved, tag, State.TYPED, text="9", **who)


def test_the_second_person_sees_how_many_numbers(book, who, engine):  # noqa: F811
    made, _tag = asked(book, who)
    counts = two_persons.diff(two_persons.open_request(made.request.code, AT)).counts
    assert counts["Số đếm từ sổ"] == 1 and counts["Số chưa gắn"] >= 1


def test_the_issued_file_carries_nothing_of_ours(book, who, engine):  # noqa: F811
    saved, _tag = issued(book, who)
    report, annexed = drafting_issue.issued(saved, book.desk.key.public_key())
    assert saved.state == keeping.ISSUED
    parts = {
        name: ZipFile(BytesIO(report.content)).read(name)
        for name in ZipFile(BytesIO(report.content)).namelist()
    }
    whole = b"".join(parts.values()).lower()
    for word in (b"thenchot", b"w:sdt", b"van.phong", b"_tc_", b"comments", b"python-docx"):
        assert word not in whole, word
    assert "docProps/core.xml" in parts and not [n for n in parts if n.startswith("customXml")]
    assert saved.closing.encode() not in whole
    said = "\n".join(text_of(line) for line in paragraphs(Package.read(report.content).body))
    assert "Số      -BC/ĐU" in said and "ngày    tháng 11 năm 2026" in said and "T/M BAN THƯỜNG VỤ" in said
    assert annexed.name.startswith("phu-luc")


def test_the_issued_files_are_the_same_bytes_for_ever(book, who, engine):  # noqa: F811
    saved, _tag = issued(book, who)
    key = book.desk.key.public_key()
    first = drafting_issue.issued(saved, key)
    book.write(*joining(109, A1, date(2026, 11, 7)))
    assert [one.content for one in drafting_issue.issued(saved, key)] == [one.content for one in first]


def test_an_issued_file_that_was_changed_is_not_given_out(book, who, engine):  # noqa: F811
    saved, _tag = issued(book, who)
    file = next(iter((drafting_issue.standing(saved.closing).path / "issued").glob("bao-cao-*.docx")))
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(BadNote):
        drafting_issue.issued(saved, book.desk.key.public_key())


def annexed(book, who):  # noqa: F811
    saved, _tag = issued(book, who)
    report, annex = drafting_issue.issued(saved, book.desk.key.public_key())
    return report.content, annex.content


def test_the_facts_inside_are_exactly_those_printed(book, who, engine):  # noqa: F811
    report, annex = annexed(book, who)
    facts = signed_facts.read_facts(annex)
    signed_facts.verify(facts, book.desk.key.public_key())
    printed = [text_of(line) for line in paragraphs(Package.read(annex).body)]
    (fact,) = facts.facts
    assert fact.printed == "5" and fact.figure == "M01" and fact.rows == "5" and fact.how == "counted"
    for cell in drafting_annex.cells(fact):
        assert cell in printed
    for said in (
        facts.organisation,
        facts.period,
        facts.code,
        facts.manifest,
        facts.report,
        facts.installation,
    ):
        assert any(said in line for line in printed)
    lines = lines_of(Package.read(report).body)
    assert lines[fact.line - 1].text[fact.start :].startswith("5 đảng viên")


def test_facts_that_were_changed_do_not_verify(book, who, engine):  # noqa: F811
    _report, annex = annexed(book, who)
    facts = signed_facts.read_facts(annex)
    changed = replace(facts, facts=(replace(facts.facts[0], printed="6"),))
    for forged in (changed, replace(facts, code="0" * 12), replace(facts, note="x")):
        with pytest.raises(signed_facts.NoFacts):
            signed_facts.verify(forged, book.desk.key.public_key())


def test_a_number_edited_after_issue_is_named(book, who, engine):  # noqa: F811
    report, annex = annexed(book, who)
    facts = signed_facts.read_facts(annex)
    package = Package.read(report)
    assert edited_since(facts, lines_of(package.body)) == []
    line = paragraphs(package.body)[facts.facts[0].line - 1]
    replace_text(line, facts.facts[0].start, facts.facts[0].start + 1, "15")
    paragraphs(package.body)[0].addprevious(Package.read(report).body[0])
    (edited,) = edited_since(facts, lines_of(package.body))
    assert (edited.fact.printed, edited.now) == ("5", "15")


def test_no_annex_is_no_facts(book, who, engine):  # noqa: F811
    report, _annex = annexed(book, who)
    for data in (report, b"", b"PK"):
        with pytest.raises(signed_facts.NoFacts):
            signed_facts.read_facts(data)
