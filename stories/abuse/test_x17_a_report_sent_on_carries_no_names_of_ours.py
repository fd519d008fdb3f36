"""X17: what leaves the house can be told by its own mark, and carries no number of a person, no author.

A list with personal numbers needs a second person and its serial (`stories/abuse` of lists); here the report
and its annex: whoever passes them on hands over counts, never rows, and every copy verifies or does not.
"""

import re
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import AT, NAMES, begin
from thenchot.reports.drafts import facts as signed_facts
from thenchot.reports.drafts import keeping
from thenchot.reports.word.tests.files import word
from thenchot.sealed import directory, labels, opening
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.period import parse_period
from thenchot.surface.drafting import issue as drafting_issue
from thenchot.surface.drafting import making as drafting
from thenchot.surface.drafting import numbers as drafting_numbers

PERIOD = "2026-11@2026-11-20"
LAST = ("BÁO CÁO", "kết quả tháng 10 năm 2026", "Toàn Đảng bộ có 4 đảng viên đang sinh hoạt tại các chi bộ.")


@pytest.fixture
def issued(installation):
    opening.use(None)
    labels._held = None
    book = begin()
    who = {"by": accounts.named("van.phong").id, "at": AT}
    drafting_issue.register()
    start = drafting.Start(book.top, parse_period(PERIOD), PERIOD)
    with KEPT.engine() as engine:
        saved = drafting.begin(book.desk, engine, start, word(*LAST), "x.docx", **who)
        tags = [one.tag for one in saved.content.numbers]
        saved, number = drafting_numbers.accept(book.desk, engine, saved, tags, **who)
    assert number == 1
    second = book.account("soat", (Role.OFFICE, book.top))
    code = closing.prepare(book.desk, book.top, saved.period, **who)
    closing.review(book.desk, code, by=second.id, at=AT)
    closing.approve(book.desk, code, by=accounts.named("pho.bi.thu").id, at=AT)
    made = drafting_issue.submit(book.desk, saved, None, **who)
    book.desk.confirm(made.request.code, by=accounts.named("pho.bi.thu").id, at=AT)
    yield book, drafting_issue.issued(keeping.latest(saved.code), book.desk.key.public_key())
    KEPT.close()
    opening.use(None)
    directory.forget()


def everything(data):
    file = ZipFile(BytesIO(data))
    return b"\n".join(file.read(name) for name in file.namelist()).decode("utf-8", "replace")


def test_no_person_no_number_no_account_goes_out_with_a_report(issued):
    _book, files = issued
    for one in files:
        said = everything(one.content)
        assert not any(name in said for name in NAMES.values())
        assert not re.search(r"\b099\d{9}\b", said) and "van.phong" not in said and "pho.bi.thu" not in said


def test_every_copy_is_told_by_its_signed_facts_or_is_none_of_ours(issued):
    book, (report, annex) = issued
    facts = signed_facts.read_facts(annex.content)
    signed_facts.verify(facts, book.desk.key.public_key())
    assert facts.report == sha256(report.content).hexdigest()
    assert facts.report != sha256(report.content + b" ").hexdigest()
