"""A report read and checked by the confined worker, and what comes back of it."""

import json
import socket
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from python_calamine import load_workbook

from thenchot.files.door import admit
from thenchot.files.limits import DOCUMENTS
from thenchot.files.profiles import CHECK
from thenchot.files.refusals import Refused
from thenchot.files.tests.word_files import word
from thenchot.files.wire import NotOfThisKind, pack, unpack
from thenchot.reports.checking.relations import Relation, Verdict
from thenchot.reports.commented import AUTHOR, commented
from thenchot.reports.matching.entries import Entry
from thenchot.reports.reading.reader import lines_of, read
from thenchot.reports.reading.written import Figure
from thenchot.reports.table_of_findings import table
from thenchot.reports.worker_answers import found, read_and_check

WRONG = (
    "Trong năm luân chuyển 52 cán bộ, gồm: tỉnh về xã 18 cán bộ, xã về tỉnh 7 cán bộ, giữa các xã 24 cán bộ."
)


def answered(data, entries=()):
    admitted = admit(data, DOCUMENTS, "", CHECK)
    return admitted, read_and_check(admitted, entries)


def test_worker_finds_what_is_found_here():
    _admitted, answer = answered(WRONG.encode())

    assert answer.reading == read(lines_of(WRONG))
    assert [one.verdict for one in answer.relations] == [Verdict.FAILS]
    assert (answer.relations[0].expected, answer.relations[0].printed) == (49, 52)


def test_figures_are_matched_with_the_entries_given():
    entry = Entry("B1.1", "Đảng viên mới kết nạp", "members")

    _admitted, answer = answered("Trong năm 2023 kết nạp 45 đảng viên.".encode(), [entry])

    assert [one.match.code for one in answer.reading.figures if one.match] == ["B1.1"]


def test_word_file_comes_back_with_a_comment_at_the_figure():
    admitted, answer = answered(word(WRONG))

    given = docx.Document(BytesIO(commented(admitted, answer.reading, answer.relations)))

    (comment,) = given.comments
    assert comment.author == AUTHOR and "49" in comment.text
    runs = [one.text for one in given.paragraphs[0].runs if one.text]
    assert runs == ["Trong năm luân chuyển ", "52", WRONG.partition("52")[2]]


def test_only_word_files_take_comments():
    admitted, answer = answered(WRONG.encode())

    with pytest.raises(ValueError):
        commented(admitted, answer.reading, answer.relations)


def test_table_lists_findings_and_figures_as_text():
    _admitted, answer = answered(WRONG.encode())

    book = load_workbook(BytesIO(table(answer.reading, answer.relations)))

    findings, figures = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    assert findings[1][1] == "chưa khớp" and "49" in findings[1][3]
    assert [row[2:4] for row in figures[1:]] == [["52", 52], ["18", 18], ["7", 7], ["24", 24]]


def test_nothing_in_the_table_is_a_formula_or_a_link():
    from thenchot.files.tests.workbooks import parts_of

    text = "=cmd|'/C calc'!A0 có 12 cuộc; https://example.test/ có 13 cuộc, trong đó 14 cuộc."
    _admitted, answer = answered(text.encode())
    parts = parts_of(table(answer.reading, answer.relations))

    sheets = b"".join(part for name, part in parts.items() if name.startswith("xl/worksheets"))
    assert b"<f>" not in sheets and b"hyperlink" not in sheets and sheets.count(b"<row") > 3


def test_values_pass_unchanged_over_the_wire():
    reading = read(lines_of(WRONG + " Thu 578,47 triệu đồng, đạt 46,9%."))

    again = unpack(tuple[Figure, ...], json.loads(json.dumps(pack(reading.figures))))

    assert again == reading.figures


@pytest.mark.parametrize(
    "given",
    [
        None, [], ["sum"], {"kind": "sum"},
        ["none", "fails", [0], [1], "", None, "1", "", "", "", []],
        ["sum", "fails", [0.5], [1], "", None, "1", "", "", "", []],
        ["sum", "fails", [0], [1], "", "NaN", "1", "", "", "", []],
        ["sum", "fails", [0], [1], "", "1; import os", "1", "", "", "", []],
        ["sum", "fails", [True], [1], "", None, "1", "", "", "", []],
        ["sum", "fails", [0], [1], "", None, "1", "", "", "", [["a"]]],
    ],
)  # fmt: skip
def test_what_is_of_another_kind_is_refused(given):
    with pytest.raises(NotOfThisKind):
        unpack(Relation, given)


def changed(place, name, value):
    reading = read(lines_of(WRONG))
    figures = pack(reading.figures)
    figures[place][[*Figure.__dataclass_fields__].index(name)] = value
    return {"figures": figures, "relations": []}


@pytest.mark.parametrize(
    "answer",
    [
        None, {}, {"figures": []}, {"figures": [], "relations": [[]]},
        changed(0, "line", 2), changed(0, "line", 0), changed(0, "start", -1), changed(0, "text", "53"),
        changed(0, "ordinal", 1), changed(0, "of", 9), changed(0, "bound", "about"),
        {"figures": [], "relations": [["sum", "fails", [0], [1], "", None, "1", "", "", "", []]]},
        {"figures": [], "relations": [["sum", "fails", [], [7], "", None, "1", "", "", "", []]]},
    ],
)  # fmt: skip
def test_an_answer_that_points_nowhere_is_refused(answer):
    with pytest.raises(Refused, match="memory"):
        found(iter([answer]), lines_of(WRONG))


def test_a_sound_answer_passes():
    reading = read(lines_of(WRONG))

    assert found(iter([{"figures": pack(reading.figures), "relations": []}]), reading.lines)[0] == reading
    assert reading.figures[0].value == Decimal(52)


def test_it_works_without_a_network_and_writes_no_file(monkeypatch, tmp_path):
    def none(*_given, **_named):
        raise AssertionError("a connection or a temporary file")

    monkeypatch.setattr(socket, "socket", none)
    monkeypatch.setattr("tempfile._mkstemp_inner", none)
    monkeypatch.setattr("tempfile.TemporaryFile", none)
    admitted, answer = answered(word(WRONG))

    assert commented(admitted, answer.reading, answer.relations)
    assert table(answer.reading, answer.relations)
