"""Word files from other hands: refused with a sentence, or read without harm; nothing of them is run."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from thenchot.files.refusals import Refused
from thenchot.reports.drafts import keeping
from thenchot.reports.word import controls
from thenchot.reports.word.names import made, parse, w, written
from thenchot.reports.word.package import Package
from thenchot.reports.word.tests.files import word
from thenchot.reports.word.text import paragraphs, text_of
from thenchot.surface.drafting import making as drafting
from thenchot.surface.drafting import returned as drafting_returned

from .test_drafting import START, book, bound, engine, text, who  # noqa: F401


def with_parts(data, **parts):
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def changed(mend):
    package = Package.read(word("BÁO CÁO", "Toàn Đảng bộ có 4 đảng viên."))
    mend(paragraphs(package.body)[1])
    return package.bytes()


def tracked(line):
    line.append(made("ins", made("r", made("t")), author="x", id="5"))


def hidden(line):
    line.find(w("r")).insert(0, made("rPr", made("vanish")))


def fetching(line):
    for kind in ("begin", "end"):
        line.append(made("r", made("fldChar", fldCharType=kind)))
    code = made("instrText")
    code.text = ' INCLUDETEXT "http://198.51.100.7/x.docx" '
    line.insert(len(line) - 1, made("r", code))


@pytest.mark.parametrize(
    "data",
    [
        with_parts(word("x"), word__vbaProject_dot_bin=b"macro"),
        with_parts(word("x"), word__embeddings__oleObject1_dot_bin=b"ole"),
        changed(tracked),
        changed(hidden),
        changed(fetching),
        word("x")[:-40],
        b"%PDF-1.7 a report",
        b"",
    ],
    ids=["macro", "embedded", "tracked", "hidden", "fetching", "cut", "pdf", "empty"],
)
def test_what_is_refused_leaves_nothing_behind(book, engine, who, data):  # noqa: F811
    start = drafting.Start(organisation=book.top, **START)
    with pytest.raises(Refused):
        drafting.begin(book.desk, engine, start, data, "bao-cao.docx", **who)
    assert keeping.of_organisations([book.top]) == []


def test_somebody_elses_braces_and_our_own_signs_are_text(book, engine, who):  # noqa: F811
    start = drafting.Start(organisation=book.top, **START)
    odd = "Có 4 đảng viên {{ 7*7 }} {% include 'x' %} ⟦n1⟧ =cmd|'/c calc'!A1"
    saved = drafting.begin(book.desk, engine, start, word("BÁO CÁO", odd), "x.docx", **who)
    assert "{{ 7*7 }} {% include 'x' %} ⟦n1⟧" in text(saved)


def test_controls_of_an_earlier_draft_in_the_file_bind_nothing(book, engine, who):  # noqa: F811
    package = Package.read(word("BÁO CÁO", "Toàn Đảng bộ có 4 đảng viên."))
    assert controls.wrap(paragraphs(package.body)[1], 16, 17, "n7")
    start = drafting.Start(organisation=book.top, **START)
    saved = drafting.begin(book.desk, engine, start, package.bytes(), "x.docx", **who)
    assert {one.tag for one in saved.content.numbers} == {"n1"} and not saved.content.numbers[0].bound


def test_a_doubled_and_a_broken_control_come_back_named(book, engine, who):  # noqa: F811
    saved, tag = bound(book, engine, who)
    package = Package.read(drafting_returned.exported(saved))
    element = next(one.element for one in controls.controls(package.body) if one.tag == tag)
    element.addnext(parse(written(element)))
    after = drafting_returned.take_back(book.desk, saved, package.bytes(), "x.docx", **who)
    assert after.content.returned[0]["fault"] == "doubled"
    there = [one for one in controls.controls(Package.read(after.file()).body) if one.tag == tag]
    assert len(there) == 1 and "55 đảng viên" in text(after)


def test_a_file_that_refuses_to_be_read_twice_is_refused_when_taken_back(book, engine, who):  # noqa: F811
    saved, _tag = bound(book, engine, who)
    with pytest.raises(Refused):
        drafting_returned.take_back(book.desk, saved, changed(tracked), "x.docx", **who)
    assert keeping.latest(saved.code).number == saved.number and text_of(
        paragraphs(Package.read(saved.file()).body)[0]
    )
