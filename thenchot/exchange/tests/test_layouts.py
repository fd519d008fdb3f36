"""Templates, filled and read back; what does not fit is named; files that look like real people."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from thenchot.exchange import words
from thenchot.exchange.intake import RowFields, looks_real, rows_to_fields
from thenchot.exchange.layouts import Label, layout
from thenchot.exchange.templates import template
from thenchot.files import words as files
from thenchot.files.door import admit
from thenchot.files.refusals import Refused
from thenchot.files.tables import Note, Table, read_table
from thenchot.files.tests.workbooks import book, packed, parts_of
from thenchot.ledger.days import PartialDay
from thenchot.ledger.kinds import (
    KINDS,
    ORGANISATION,
    PERSON,
    PERSONAL,
    Act,
    Amount,
    Code,
    Day,
    Month,
    NoteId,
    OrganisationId,
    Whole,
    YesNo,
)  # fmt: skip


class Form(StrEnum):
    REGULAR = "regular"
    THEMATIC = "thematic"


@dataclass(frozen=True, kw_only=True)
class Tried(Act, kind="exchange_tests.tried", about=PERSON, holds=PERSONAL):
    """Every type of field once."""

    cell: OrganisationId
    form: Form
    branch: Code | None = None
    count: Whole | None = None
    amount: Amount | None = None
    done: YesNo | None = None
    born: Month | None = None
    held_on: Day | None = None
    note: NoteId | None = None


# Only these tests know this kind; a test that goes through all kinds shall not meet it.
del KINDS["exchange_tests.tried"]

LABELS = {
    "about": Label("Số định danh cá nhân", "Personal number"),
    "effective_on": Label("Ngày tính", "Effective on"),
    "organisation": Label("Tổ chức", "Organisation"),
    "signed_on": Label("Ngày ký", "Signed on"),
    "paper": Label("Số văn bản", "Paper"),
    "cell": Label("Chi bộ", "Cell"),
    "form": Label(
        "Hình thức", codes={"regular": ("Thường kỳ", "Regular"), "thematic": ("Chuyên đề", "Thematic")}
    ),
    "branch": Label("Nhánh"),
    "count": Label("Số lượt"),
    "amount": Label("Số tiền"),
    "done": Label("Đã xong"),
    "born": Label("Tháng sinh"),
    "held_on": Label("Ngày họp"),
}
LAYOUT = layout(Tried, LABELS)
NAMES = [column.name for column in LAYOUT.columns]
FILLED = {
    "about": "099000000012", "effective_on": "21/11/2026", "organisation": "99.001.002.000.003",
    "signed_on": "20-11-2026", "paper": "12-NQ/CB", "cell": "99.001.002.000.003", "form": "Chuyên đề",
    "branch": "b.1", "count": 12, "amount": 1.5, "done": "Có", "born": "03/1990", "held_on": "11/2026",
}  # fmt: skip
READ = {
    "about": 7, "effective_on": date(2026, 11, 21), "organisation": 3, "signed_on": date(2026, 11, 20),
    "paper": "12-NQ/CB", "cell": 3, "form": Form.THEMATIC, "branch": "b.1", "count": 12,
    "amount": Decimal("1.5"), "done": True, "born": PartialDay.of("1990-03"),
    "held_on": PartialDay.of("2026-11"),
}  # fmt: skip
KNOWN = {(PERSON, "099000000012"): 7, (ORGANISATION, "99.001.002.000.003"): 3}


def resolve(subject, text):
    return KNOWN.get((subject, text))


def table_of(headers, *rows):
    return read_table(book([headers, *rows]))


def taken(changed, headers=NAMES):
    row = {**FILLED, **changed}
    return rows_to_fields(table_of(headers, [row[name] for name in NAMES]), LAYOUT, resolve)


def test_template_filled_comes_back_equal():
    table = read_table(refill(template(LAYOUT), [FILLED[name] for name in NAMES]))

    found = rows_to_fields(table, LAYOUT, resolve)
    assert (found.rows, found.findings, found.unknown) == ([RowFields(2, READ)], [], [])
    assert Tried(**found.rows[0].fields).facts()["born"] == "1990-03"


def refill(data, values):
    """The template with one row typed into its first sheet, as inline text and numbers."""
    parts = parts_of(data)
    cells = "".join(
        f'<c r="{chr(65 + place)}2"><v>{value}</v></c>'
        if isinstance(value, (int, float))
        else f'<c r="{chr(65 + place)}2" t="inlineStr"><is><t>{value}</t></is></c>'
        for place, value in enumerate(values)
    )
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</row>", f'</row><row r="2">{cells}</row>')
    return packed(parts)


def test_template_passes_the_door_names_no_author_and_is_always_the_same():
    data = template(LAYOUT, organisation="Đảng ủy xã (mẫu)")

    assert [one.name for one in admit(data, {"xlsx"}).sheets] == ["Dữ liệu", "Giải thích cột"]
    assert data == template(LAYOUT, organisation="Đảng ủy xã (mẫu)")
    assert b"<dc:creator></dc:creator>" in parts_of(data)["docProps/core.xml"]
    assert "<Company>Đảng ủy xã (mẫu)</Company>".encode() in parts_of(data)["docProps/app.xml"]


def test_template_explains_every_column_and_its_codes():
    table = read_table(template(LAYOUT), sheet="Giải thích cột")

    assert [row[2] for row in table.rows] == NAMES
    assert [row[5] for row in table.rows if row[5]] == ["Thường kỳ, Chuyên đề"]


def test_columns_are_found_by_any_name_and_in_any_order():
    names = [LABELS[name].en.upper() or LABELS[name].vi + " * " for name in NAMES]
    row = [FILLED[name] for name in NAMES]
    table = table_of(["Tôn giáo", *reversed(names)], ["không đọc", *reversed(row)])

    found = rows_to_fields(table, LAYOUT, resolve)

    assert (found.rows, found.unknown) == ([RowFields(2, READ)], ["Tôn giáo"])


def test_missing_and_doubled_columns_are_named():
    found = rows_to_fields(table_of(["Chi bộ", "cell", "form"], ["x", "y", "regular"]), LAYOUT, resolve)

    assert [(one.code, one.column, one.place) for one in found.findings] == [
        ("missing_column", "about", "Sheet1"),
        ("missing_column", "effective_on", "Sheet1"),
        ("column_twice", "cell", "Sheet1!B1"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("about", 99000000012, "number_not_text"), ("about", "099000000013", "not_found"),
        ("about", True, "not_text"), ("about", None, "required"), 
        ("effective_on", "11/21/2026", "month_first"),
        ("form", "Bất thường", "not_a_code"), ("branch", "Có Dấu", "not_a_code"), 
        ("branch", 5, "number_not_text"),
        ("count", 1.5, "not_whole"), ("count", "1.234", "not_whole"), ("amount", "1.234", "not_a_number"),
        ("count", 1e18, "not_whole"), ("amount", 1.23456, "too_exact"), ("amount", 1e300, "too_exact"),
        ("done", "có lẽ", "not_yes_no"), ("born", "21/11/1990", "not_a_month"),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_fit_is_named_without_its_value(name, value, code):
    found = taken({name: value})

    place = f"Sheet1!{chr(65 + NAMES.index(name))}2"
    assert (found.rows, [(one.code, one.place, one.row) for one in found.findings]) == (
        [],
        [(code, place, 2)],
    )
    said = words.say(found.findings[0])
    assert LABELS[name].vi in said
    assert value is None or str(value) not in said.replace(LABELS[name].vi, "")


def test_what_excel_adds_to_a_decimal_is_taken_away():
    assert taken({"amount": 0.1 + 0.2}).rows[0].fields["amount"] == Decimal("0.3")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1234.56", "1234.56"),
        ("-3", "-3"),
    ],
)
def test_amounts_in_vietnamese_and_english(text, amount):
    assert taken({"amount": text}).rows[0].fields["amount"] == Decimal(amount)


def test_all_rows_or_none_and_at_most_two_hundred_findings():
    good, bad = [FILLED[name] for name in NAMES], [{**FILLED, "form": "?"}[name] for name in NAMES]

    found = rows_to_fields(table_of(NAMES, good, *[bad] * 250), LAYOUT, resolve)

    assert (found.rows, len(found.findings), found.more) == ([], 200, 50)


def numbers(*values):
    return Table("Sheet1", ["a"], [[value] for value in values], [*range(2, 2 + len(values))])


def test_more_than_a_fifth_of_other_numbers_looks_real():
    ours, other = "099" + "0" * 9, "099000000000".replace("099", "1" * 3)

    assert not looks_real(numbers())
    assert not looks_real(numbers(*[ours] * 4, other))
    assert looks_real(numbers(*[ours] * 3, other))
    assert not looks_real(numbers(99000000001))
    assert looks_real(
        numbers(int(other)),
    ) and looks_real(numbers(f"số {other[:3]} {other[3:]}"))


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    door = Path(files.__file__).parent
    folders = (Path(words.__file__).parent, door, door / "word", door / "sheets", door / "pdf")
    modules = [path for folder in folders for path in folder.glob("*.py") if path.name != "words.py"]
    source = "".join(path.read_text() for path in modules)
    words_in_quotes = set(re.findall(r'"(\w+)"', source))

    for names, sentences in (
        ("Refused", files.REFUSALS),
        ("Note", files.NOTES),
        ("DoesNotFit|NotADay|Finding", words.FINDINGS),
    ):
        raised = set(re.findall(rf'(?:{names})\(\s*"(\w+)"', source))
        assert raised <= sentences.keys()
        # `looks_real` is raised by whoever imports into a demo.
        assert sentences.keys() - {"looks_real"} <= words_in_quotes


def test_every_sentence_can_be_said():
    for code in files.REFUSALS:
        said = words.say(Refused(code, "Sheet1!C7", limit=100_000, count=3, accepted=".xlsx"))
        assert "{" not in said and said.endswith(".")
    for code in files.NOTES:
        assert "{" not in words.say(Note(code, "Sheet1", 3))
    assert "100.000" in words.say(Refused("rows", "Sheet1!A1", limit=100_000))
