"""Whatever stands in the cells: a list is checked, every finding has its words, tables add up to the roll."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from thenchot.files.tables import Table
from thenchot.law.values import load_shipped
from thenchot.reports.member_list.checking import check
from thenchot.reports.member_list.columns import CLEAN_UP_28, IMPORT_31
from thenchot.surface.member_list import words
from thenchot.surface.member_list.as_json import as_json
from thenchot.surface.member_list.asked import Answer
from thenchot.surface.member_list.sheets import workbook
from thenchot.surface.member_list.told import by_cell, sections, sentence

from .invented import TODAY, people

LAW = load_shipped()
NEAR = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CELL = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**13), 10**13), st.text(max_size=20), NEAR,
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12),
    st.sampled_from(["01/01/1950", "1950", "099012345678", "Nam", "Từ trần", "Miễn sinh hoạt", "Có"]),
    NEAR.map(lambda day: f"{day:%d/%m/%Y}"), st.from_regex(r"[0-9]{8,13}", fullmatch=True),
)  # fmt: skip


@st.composite
def tables(draw):
    """Sound rows, a few cells of which hold anything."""
    layout = draw(st.sampled_from([IMPORT_31, CLEAN_UP_28]))
    names = [one.name for one in layout.columns]
    rows = [[one.get(name) for name in names] for one in people(8, draw(st.integers(0, 50)), cells=2)]
    spots = st.tuples(st.integers(0, 7), st.integers(0, len(names) - 1), CELL)
    for row, column, value in draw(st.lists(spots, max_size=24)):
        rows[row][column] = value
    return Table("Sheet1", [one.label for one in layout.columns], rows, list(range(3, 11)), header_row=2)


@settings(max_examples=120, deadline=None)
@given(tables(), st.dates(date(2012, 1, 1), date(2040, 1, 1)) | st.just(TODAY))
def test_any_cells(table, today):
    checked = check(table, LAW, today)
    assert len(checked.members) + len(checked.left_aside) == 8
    assert {one.total for one in checked.tables} == {checked.roll}
    for one in checked.findings:
        members = [checked.members[at] for at in one.members]
        assert "{" not in words.SAYS[one.code].format_map(Anything()) and sentence(one, members[1:])
        assert one.place == "" or one.place.startswith("Sheet1!")
    lists = sections(checked)
    assert sum(len(lines) for _, found in by_cell(checked) for _, lines in found) == sum(
        len(one.lines) for one in lists
    )


@settings(max_examples=15, deadline=None)
@given(tables())
def test_any_cells_in_files(table):
    answer = Answer("a.xlsx", check(table, LAW, TODAY), ())
    assert workbook(answer)[:2] == b"PK" and as_json(answer)["rows"] <= 8


class Anything(dict):
    def __missing__(self, name):
        return name
