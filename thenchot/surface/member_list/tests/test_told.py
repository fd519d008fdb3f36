"""What is said of a checked list: sections by cell, sentences, the Excel file, JSON."""

import json
from datetime import date
from io import BytesIO

import pytest
from python_calamine import load_workbook

from thenchot.files.limits import LIMITS
from thenchot.reports.member_list import columns
from thenchot.reports.member_list.findings import Group
from thenchot.reports.member_list.tests.invented import TODAY, changed, people, workbook
from thenchot.surface.member_list import sheets, told, words
from thenchot.surface.member_list.as_json import as_json
from thenchot.surface.member_list.asked import NotRead, check_bytes


@pytest.fixture(scope="module")
def answer():
    rows = people(120, cells=12)
    rows = changed(rows, 3, personal_number=int(rows[3]["personal_number"]))
    rows = changed(rows, 4, name=None, joined_on=date(2020, 3, 4), official_on=None)
    rows = changed(rows, 5, personal_number=rows[40]["personal_number"])
    rows = changed(rows, 6, organisation="Chi bộ =1+1", born_on=date(1950, 1, 1))
    rows = changed(
        rows, 7, joined_on=date(1987, 1, 1), official_on=date(1988, 1, 1), born_on=date(1960, 2, 2)
    )
    return check_bytes(workbook(rows), "danh-sach.xlsx", TODAY)


def section(answer, key):
    return next(one for one in told.sections(answer.checked) if one.key == key)


def test_every_list_has_its_count_its_lines_and_its_words(answer):
    for one in told.sections(answer.checked):
        assert "{" not in one.title + one.counted + one.about
        assert all("{" not in line.says for line in one.lines)
    assert section(answer, "overdue").title == "Dự bị quá 12 tháng"
    assert section(answer, "overdue").rests_on == ("Điều lệ Đảng ngày 19/01/2011, Điều 5",)
    assert [one.key for one in told.sections(answer.checked) if one.group is Group.BADGE] == [
        "badge-2027-02-03", "badge-2027-05-19", "badge-2027-09-02", "badge-2027-11-07",
    ]  # fmt: skip


def test_twins_name_one_another_with_reason_and_difference(answer):
    one, other = section(answer, "twins").lines
    assert (one.row, one.place, other.row, other.place) == (8, "I8", 43, "I43")
    assert one.says.startswith("Cùng số định danh cá nhân với dòng 43, ") and "khác nhau ở họ tên" in one.says
    assert "với dòng 8, " in other.says


def test_somebody_without_a_name_and_a_badge_that_is_unsure_are_said_so(answer):
    (line,) = section(answer, "overdue").lines
    assert line.person.startswith("Không ghi họ tên (") and line.place == "X7"
    badges = [line for one in told.sections(answer.checked) if one.group is Group.BADGE for line in one.lines]
    assert any("tròn trong năm 2027" in line.says and "có thể chỉ đúng năm" in line.says for line in badges)


def test_by_cell_holds_the_same_lines_as_by_kind(answer):
    lists = told.sections(answer.checked)
    by_kind = {(one.key, line) for one in lists for line in one.lines}
    by_cell = {
        (one.key, line) for _, found in told.by_cell(answer.checked) for one, lines in found for line in lines
    }
    assert by_cell == by_kind


def test_the_words_know_every_code_of_the_check():
    assert words.GROUPS.keys() == words.COUNTED.keys() == words.ABOUT.keys() == {str(one) for one in Group}
    assert {one.name for one in columns.EXTRA} <= words.TABLES.keys()


def test_the_excel_file_has_every_line_and_no_formula(answer):
    book = load_workbook(BytesIO(sheets.workbook(answer)))
    assert book.sheet_names == ["Tổng hợp", "Cần sửa, cần xem", "Đến hạn", "Cơ cấu"]
    lines = [row for name in book.sheet_names[1:3] for row in book.get_sheet_by_name(name).to_python()[1:]]
    assert len(lines) == sum(len(one.lines) for one in told.sections(answer.checked))
    assert any(row[1] == "Chi bộ =1+1" for row in lines)
    sums = [row for row in book.get_sheet_by_name("Cơ cấu").to_python() if row[0] == "Cộng"]
    assert [row[1] for row in sums] == [120.0] * 5


def test_json_says_the_same(answer):
    said = json.loads(json.dumps(as_json(answer)))
    assert (said["layout"], said["rows"], said["today"]) == ("import_31", 120, "2026-11-21")
    assert len(said["findings"]) == len(answer.checked.findings)
    twins = next(one for one in said["findings"] if one["group"] == "twins")
    assert twins["rows"] == [8, 43] and twins["say"].startswith("Cùng số định danh")
    assert {one["total"] for one in said["tables"]} == {120}


@pytest.mark.parametrize(
    "data, name, part",
    [
        (b"PK\x03\x04 not a zip", "a.xlsx", "hỏng"),
        (b"Ten,So\nA,1\n", "a.csv", "danh sách đảng viên"),
        (b"x" * (LIMITS.size + 1), "a.csv", "lớn hơn"),
        (b"", "a.xlsx", "Không có dữ liệu"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data, name, part):
    with pytest.raises(NotRead, match=part):
        check_bytes(data, name, TODAY)
