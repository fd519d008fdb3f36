"""Tables as they are read: kinds of value, places, headers, text, hidden parts; the worker's bounds."""

import json
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal

import pytest

from thenchot.files import confined, tables
from thenchot.files.limits import LIMITS
from thenchot.files.refusals import Refused
from thenchot.files.tables import Note, read_table

from .workbooks import book, sheet_of


def test_values_keep_what_the_file_held_them_as():
    def days(made, sheet):
        sheet.write_datetime("E2", datetime(2026, 11, 21), made.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001

    table = read_table(book([list("abcdef"), ["099", 99012345678, 1.5, True, None, None]], also=days))

    cells = [table.cell(0, place) for place in range(6)]
    assert [(cell.value, cell.kind, cell.place) for cell in cells] == [
        ("099", "text", "Sheet1!A2"),
        (99012345678, "number", "Sheet1!B2"),
        (Decimal("1.5"), "number", "Sheet1!C2"),
        (True, "yes_no", "Sheet1!D2"),
        (date(2026, 11, 21), "day", "Sheet1!E2"),
        (None, "empty", "Sheet1!F2"),
    ]


def test_text_is_cleaned():
    table = read_table(book([["Họ và tên"], ["Ðàm\u00a0 Đức\n"], ["Nguye\u0302\u0303n"]]))

    assert table.rows == [["Đàm Đức"], ["Nguyễn"]]
    assert table.headers == ["Họ và tên"]


def test_a_table_may_begin_anywhere_and_have_empty_rows():
    rows = [
        [],
        ["DANH SÁCH"],
        [],
        [None, None, "a", "b", "c"],
        [None, None, "1", "2", "3"],
        [],
        [None, None, "4"],
    ]
    table = read_table(book(rows))

    assert table.headers == ["", "", "a", "b", "c"]
    assert [row[2:] for row in table.rows] == [["1", "2", "3"], ["4", None, None]]
    assert (table.place(-1, 2), table.place(1, 2)) == ("Sheet1!C4", "Sheet1!C7")


def test_places_of_a_table_that_begins_below_and_to_the_right():
    table = read_table(book([[], [], [None, None, "a", "b"], [None, None, "1", "2"]]))

    assert table.headers == ["a", "b"]
    assert (table.cell(0, 1).value, table.place(0, 1)) == ("2", "Sheet1!D4")


def test_two_row_header_is_joined():
    def header(made, sheet):
        sheet.merge_range("A1:A2", "STT")
        sheet.merge_range("B1:C1", "Quê quán")
        sheet.merge_range("D1:D2", "Ngày")
        sheet.write_string("B2", "tỉnh")
        sheet.write_string("C2", "chi tiết")

    table = read_table(book([[], [], ["1", "A", "B", "2026"]], also=header))

    assert table.headers == ["STT", "Quê quán: tỉnh", "Quê quán: chi tiết", "Ngày"]
    assert table.rows == [["1", "A", "B", "2026"]]
    assert table.notes == []


def test_two_row_header_can_be_named():
    table = read_table("Nơi ở;;Ngày\ntỉnh;xã;\nA;B;2026\n".encode(), header=(1, 2))

    assert table.headers == ["Nơi ở: tỉnh", "Nơi ở: xã", "Ngày"]


def test_merged_cells_below_the_header_are_said():
    table = read_table(book([["a", "b"]], also=lambda made, sheet: sheet.merge_range("A2:A3", "x")))

    assert table.notes == [Note("merged", "Sheet1", 1)]
    assert table.rows == [["x", None]]


def test_a_hidden_sheet_is_read_when_asked_for_and_said():
    def hidden(made, sheet):
        other = made.add_worksheet("Danh mục")
        other.hide()
        other.write_row(0, 0, ["c", "d"])
        other.write_row(1, 0, ["5", "6"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    data = book([["a", "b"], ["1", "2"]], also=hidden)
    table, other = read_table(data), read_table(data, sheet="Danh mục")

    assert (table.rows, other.rows) == ([["1", "2"]], [["5", "6"]])
    assert table.notes == [
        Note("hidden_rows", "Sheet1", 1),
        Note("hidden_columns", "Sheet1", 1),
        Note("hidden_sheet_left", "Danh mục"),
    ]
    assert other.notes == [Note("sheet_left", "Sheet1"), Note("hidden_sheet", "Danh mục")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_every_encoding_and_delimiter(encoding, delimiter):
    lines = [["Họ tên", "Số"], ["Đặng, Ðức; A", "0990"], ['"Ba"', "1"]]
    quoted = [delimiter.join('"' + one.replace('"', '""') + '"' for one in line) for line in lines]

    table = read_table("\r\n".join(quoted).encode(encoding), name="a.csv")

    assert (table.headers, table.rows) == (["Họ tên", "Số"], [["Đặng, Đức; A", "0990"], ['"Ba"', "1"]])
    assert table.place(0, 1) == "B2"


def test_decimal_commas_do_not_hide_the_semicolon():
    assert read_table(b"a;b;c\n1,5;2;3\n2,5;3;4\n").rows == [["1,5", "2", "3"], ["2,5", "3", "4"]]


def test_delimiter_named_on_the_first_line():
    assert read_table(b"sep=;\na;b\n1;2\n").rows == [["1", "2"]]


def test_a_long_number_in_a_cell_for_days_stays_a_number():
    def number(made, sheet):
        sheet.write_number("A2", 99012345678, made.add_format({"num_format": "dd/mm/yyyy"}))

    table = read_table(book([["a", "b"], [None, "x"]], also=number))

    assert (table.cell(0, 0).value, table.cell(0, 0).kind) == (99012345678, "number")


def test_a_number_written_over_by_another_is_not_lost_in_silence():
    cell = '<c r="A1"><v>1</v></c>'

    with pytest.raises(Refused, match="lost_numbers"):
        read_table(sheet_of(f'<sheetData><row r="1">{cell}{cell}</row></sheetData>'))


# What is tried inside the worker, and what the system answers: no memory, too many open files.
PROBES = {
    "memory": ("bytearray(600_000_000)", "MemoryError"),
    "file": ("open(sys.executable, 'rb')", "EMFILE"),
    "network": ("socket.socket()", "EMFILE"),
}


@pytest.mark.parametrize("what", PROBES)
def test_the_worker_can_take_no_memory_file_or_connection(what):
    tried, answer = PROBES[what]
    code = f"""
import errno, socket, sys
from thenchot.files import worker
{tried}
worker.confine()
try:
    {tried}
except MemoryError:
    sys.stdout.write("MemoryError")
except OSError as no:
    sys.stdout.write(errno.errorcode[no.errno])
"""

    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == answer


def test_the_worker_gets_no_environment(monkeypatch):
    monkeypatch.setenv("THENCHOT_KEY_FILE", "secret")
    seen = {}
    real = confined.subprocess.Popen

    def popen(*given, **named):
        seen.update(named["env"])
        return real(*given, **named)

    monkeypatch.setattr(confined.subprocess, "Popen", popen)
    read_table(b"a,b\n1,2\n")

    assert seen == {}


SHAPE = {"top": 0, "left": 0, "width": 1, "merged": [], "merged_all": 0}
ANSWERS = [
    [],
    [SHAPE],
    [SHAPE, {"rows": 1}],
    [SHAPE, [1, ["a"]]],
    [SHAPE, [1, [{"n": "1; import os"}]], {"rows": 1}],
    [SHAPE, [1, [{"d": "2026-02-30"}]], {"rows": 1}],
    [SHAPE, [1, [1.5]], {"rows": 1}],
    [SHAPE, [-1, ["a"]], {"rows": 1}],
    [SHAPE, "a", {"rows": 1}],
    [{**SHAPE, "merged": [1]}],
    [[1, ["a"]]],
    [{"refused": 3}],
]


@pytest.mark.parametrize("answers", ANSWERS, ids=json.dumps)
def test_an_answer_that_is_not_of_the_form_is_refused(answers):
    with pytest.raises(Refused, match="memory"):
        tables.collect(iter(answers))


def test_a_worker_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(confined, "LIMITS", type(LIMITS)(wait=0))

    with pytest.raises(Refused, match="memory"):
        read_table(b"a,b\n1,2\n")
