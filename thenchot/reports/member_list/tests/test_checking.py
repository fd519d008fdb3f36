"""A list checked: what is planted is found, at its cell; what is not planted is not."""

from dataclasses import replace
from datetime import date

import pytest

from thenchot.files.tables import Table, read_table
from thenchot.law.values import LawBook, load_shipped
from thenchot.reports.member_list.checking import NotAMemberList, check
from thenchot.reports.member_list.columns import CLEAN_UP_28, IMPORT_31, LAYOUTS
from thenchot.reports.member_list.findings import Group

from .invented import TODAY, changed, people, workbook

LAW = load_shipped()


def table_of(rows, layout=IMPORT_31, extra=()) -> Table:
    """What `read_table` would give, without the door."""
    names = [one.name for one in layout.columns] + [name for _, name in extra]
    headers = [one.label for one in layout.columns] + [header for header, _ in extra]
    values = [[row.get(name) for name in names] for row in rows]
    return Table("Sheet1", headers, values, list(range(3, len(rows) + 3)), header_row=2)


def checked(rows, layout=IMPORT_31, extra=(), today=TODAY):
    return check(table_of(rows, layout, extra), LAW, today)


def found(rows, *groups, **more):
    """(code, cell) of everything found but badges; a group, or all."""
    result = checked(rows, **more)
    return [
        (one.code, one.place.removeprefix("Sheet1!"))
        for one in result.findings
        if (one.group in groups if groups else one.group is not Group.BADGE)
    ]


def test_a_sound_list_has_no_findings():
    assert found(people(400)) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.name)
def test_a_file_of_either_layout_with_two_rows_of_header_is_read(layout):
    rows = people(90, cells=9)
    result = check(read_table(workbook(rows, layout), ("xlsx",), name="a.xlsx"), LAW, TODAY)
    assert (result.mapped.layout, len(result.members), result.roll, result.cells) == (layout, 90, 90, 9)
    assert result.to_mend == []


def test_the_order_of_columns_does_not_matter():
    rows = changed(people(40, cells=4), 7, personal_number=None)
    turned = [*range(23, 31), *range(23)]
    plain, other = (
        check(read_table(workbook(rows, order=order), ("xlsx",), name="a.xlsx"), LAW, TODAY)
        for order in ((), turned)
    )
    assert plain.tables == other.tables
    assert [replace(one, place="") for one in plain.findings] == [
        replace(one, place="") for one in other.findings
    ]
    assert [one.place for one in plain.of(Group.MISSING)] == ["Sheet1!I10"]


class Poison:
    """Whatever is done with it is a fault."""

    def _read(self, *_):
        raise AssertionError("a column that is not held was read")

    __str__ = __repr__ = __eq__ = __hash__ = __len__ = __bool__ = __getattribute__ = __format__ = _read
    __iter__ = __lt__ = __int__ = __contains__ = _read


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.name)
def test_columns_that_are_not_held_are_not_read(layout):
    rows = changed(people(60, cells=6), 3, sex="?", born_on="31/02/1970", official_on=None)
    table = table_of(rows, layout)
    held = {one.name: place for place, one in enumerate(layout.columns) if one.held}
    before = check(table, LAW, TODAY)
    for row in table.rows:
        for place in range(len(row)):
            if place not in held.values():
                row[place] = Poison()
    after = check(table, LAW, TODAY)
    assert (after.findings, after.tables) == (before.findings, before.tables)
    assert len(after.unread) == 11


@pytest.mark.parametrize(
    "name", ["name", "sex", "born_on", "ethnicity", "personal_number", "card_number", "organisation",
             "joined_on", "status"],
)  # fmt: skip
def test_an_empty_cell_of_a_required_column_is_named(name):
    place = [one.name for one in IMPORT_31.columns].index(name)
    letters = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA"][place]
    assert found(changed(people(30, cells=3), 4, **{name: None}), Group.MISSING) == [
        ("missing", f"{letters}7")
    ]


def test_what_is_not_held_is_not_missed():
    rows = [{**one, "religion": None, "home_province": None} for one in people(20, cells=2)]
    assert found(rows) == []


def test_a_probationary_member_needs_no_official_date_and_no_card():
    rows = changed(people(30, cells=3), 2, joined_on=date(2026, 3, 4), official_on=None, card_number=None)
    assert found(rows) == []


@pytest.mark.parametrize(
    "column, value, code",
    [
        ("personal_number", 99012345678, "number_lost_zeros"),
        ("personal_number", "99012345678", "number_lost_zeros"),
        ("personal_number", 99_0123_456_789, "number_as_number"),
        ("personal_number", "099 012 345 678", None),
        ("personal_number", "0990123456789", "number_length"),
        ("personal_number", "099012345", "number_length"),
        ("personal_number", "09901234567O", "number_not_digits"),
        ("card_number", "09912345", "card_short"),
        ("card_number", 9900000001, "number_lost_zeros"),
    ],
)
def test_numbers_of_twelve_digits(column, value, code):
    letter = "I" if column == "personal_number" else "J"
    expected = [(code, f"{letter}4")] if code else []
    assert found(changed(people(30, cells=3), 1, **{column: value})) == expected


@pytest.mark.parametrize(
    "given, code, cell",
    [
        ({"name": "Lò Văn 2"}, "name_with_digits", "C3"),
        ({"sex": "Nam giới"}, "not_a_sex", "E3"),
        ({"sex": " nữ "}, None, ""),
        ({"status": "đang  sinh hoạt đảng"}, None, ""),
        ({"status": "Đã chuyển"}, "not_a_status", "AA3"),
        ({"to_delete": "có lẽ"}, "not_yes_no", "AC3"),
        ({"national_id": "123"}, "not_an_id", "B3"),
        ({"organisation": "08.001.002.003"}, "organisation_code", "N3"),
        ({"organisation": "08.001.002.003.004"}, "small_cell", "N3"),
        ({"born_on": "31/02/1970"}, "no_such_day", "F3"),
        ({"born_on": "02/31/1970"}, "month_first", "F3"),
        ({"born_on": "01/02/70"}, "two_digit_year", "F3"),
        ({"born_on": "không rõ"}, "not_a_day", "F3"),
        ({"born_on": date(1899, 5, 5)}, "year_out_of_range", "F3"),
    ],
)
def test_cells_that_do_not_hold_what_their_column_holds(given, code, cell):
    rows = changed(people(30, cells=3), 0, **given)
    found_ = found(rows)
    assert (code, cell) in found_ if code else found_ == []


OLD = {"born_on": date(1960, 5, 6), "joined_on": date(1985, 5, 6), "official_on": date(1986, 5, 6)}
NEW = {"born_on": date(1990, 5, 6), "joined_on": date(2018, 5, 6), "official_on": date(2019, 5, 6)}


@pytest.mark.parametrize(
    "given, code",
    [
        (OLD, None),
        (NEW, None),
        ({**OLD, "born_on": date(2027, 1, 5)}, "in_future"),
        ({**OLD, "born_on": date(1986, 1, 5)}, "joined_before_born"),
        ({**OLD, "born_on": date(1968, 1, 5)}, "joined_too_young"),
        ({**NEW, "born_on": date(2000, 5, 7)}, "joined_too_young"),
        ({**NEW, "born_on": date(2000, 5, 6)}, None),
        ({**OLD, "official_on": date(1985, 5, 5)}, "official_before_joined"),
        ({**OLD, "official_on": date(1985, 6, 5)}, None),  # the law of 1985 is not held here
        ({**NEW, "official_on": date(2019, 5, 5)}, "official_too_early"),
        ({**NEW, "official_on": date(2019, 6, 30)}, "official_not_at_end"),
        ({**OLD, "born_on": date(1901, 5, 6), "joined_on": date(1929, 5, 6)}, "before_the_party"),
        ({**OLD, "born_on": date(1910, 5, 6)}, "too_old"),
        ({**OLD, "card_issued_on": date(1984, 1, 5)}, "card_before_joined"),
        ({**OLD, "left_on": date(2020, 1, 5)}, "left_but_active"),
        ({**OLD, "left_on": date(1980, 1, 5), "status": "Từ trần"}, "left_before_joined"),
        ({**OLD, "left_on": date(2020, 1, 5), "status": "Từ trần"}, None),
    ],
)
def test_days_and_ages_that_cannot_be(given, code):
    codes = {one for one, _ in found(changed(people(30, cells=3), 0, **given), Group.DAYS)}
    assert code in codes if code else codes == set()


def test_somebody_who_is_gone_needs_the_day():
    rows = changed(people(30, cells=3), 0, status="Từ trần")
    assert found(rows, Group.MISSING) == [("missing", "AB3")]


@pytest.mark.parametrize(
    "day, code",
    [(date(1950, 1, 1), "first_of_january"), ("1950", "only_year"), (1950, "only_year"),
     ("5/1950", "only_month"), (date(1950, 1, 2), None)],
)  # fmt: skip
def test_days_of_which_the_year_alone_is_known_are_marked_and_not_read_back(day, code):
    rows = changed(people(30, cells=3), 0, **OLD | {"born_on": day})
    assert found(rows) == ([(code, "F3")] if code else [])


def twin_of(rows, at, other, *same, **given):
    return changed(rows, other, **{name: rows[at][name] for name in same}, **given)


@pytest.mark.parametrize(
    "same, given, why",
    [
        (("personal_number",), {}, "personal_number"),
        (("card_number",), {}, "card_number"),
        (("national_id",), {}, "national_id"),
        (("name", "born_on", "joined_on", "official_on"), {}, "name_born_joined"),
        (("name", "born_on", "organisation"), OLD, None),
        (("name", "born_on"), {}, None),
        (("name", "joined_on", "official_on", "organisation"), {}, None),
    ],
)
def test_rows_that_may_be_one_person(same, given, why):
    rows = changed(people(30, cells=30), 5, **OLD)
    rows = changed(rows, 9, **{**given, **{name: rows[5][name] for name in same}})
    result = checked(rows).of(Group.TWINS)
    if why is None and same == ("name", "born_on", "organisation"):
        why = "name_born_joined name_born_cell"
    assert [(one.members, one.given["why"]) for one in result] == ([((5, 9), why)] if why else [])


def test_a_number_that_lost_its_zero_meets_the_whole_one():
    rows = people(30, cells=3)
    rows = changed(rows, 4, personal_number=int(rows[2]["personal_number"]))
    (twins,) = checked(rows).of(Group.TWINS)
    assert twins.members == (2, 4) and "name" in twins.given["differ"]


def test_names_written_with_other_marks_of_the_same_letters_meet():
    rows = changed(people(30, cells=3), 5, **OLD, name="Hoàng Thúy Hoà")
    rows = changed(rows, 9, **OLD, name="HOÀNG  THUÝ  HÒA")
    (twins,) = checked(rows).of(Group.TWINS)
    assert twins.members == (5, 9)


def test_five_of_one_name_in_one_cell_are_five_persons():
    rows = people(30, cells=1)
    for at in range(5):
        rows = changed(rows, at, name="Vàng A Sùng")
    assert found(rows) == []


@pytest.mark.parametrize(
    "joined, expected",
    [
        (date(2025, 11, 20), [("overdue", 1)]),
        (date(2025, 11, 21), [("ending", 0)]),
        (date(2025, 12, 1), [("ending", 10)]),
        (date(2026, 2, 19), [("ending", 90)]),
        (date(2026, 2, 20), []),
        (date(2024, 2, 29), [("overdue", 631)]),
    ],
)
def test_probation(joined, expected):
    rows = changed(people(30, cells=3), 0, joined_on=joined, official_on=None)
    result = checked(rows)
    due = result.of(Group.OVERDUE) + result.of(Group.ENDING)
    assert [(one.code, one.given["days"]) for one in due] == expected


@pytest.mark.parametrize("status", ["Từ trần", "Rời khỏi Đảng"])
def test_who_is_gone_is_on_no_list_of_what_is_due(status):
    rows = changed(
        people(30, cells=3), 0, joined_on=date(2020, 3, 4), official_on=None, status=status,
        left_on=date(2021, 1, 5),
    )  # fmt: skip
    assert found(rows) == []


@pytest.mark.parametrize(
    "joined, years, wave",
    [
        (date(1996, 11, 7), None, None),  # full on the last day of award: that one was its own
        (date(1996, 11, 8), 30, date(2027, 2, 3)),
        (date(1997, 2, 3), 30, date(2027, 2, 3)),
        (date(1997, 2, 4), 30, date(2027, 5, 19)),
        (date(1987, 9, 2), 40, date(2027, 9, 2)),
        (date(1952, 11, 7), 75, date(2027, 11, 7)),
        (date(1997, 11, 8), None, None),
        (date(1992, 1, 5), None, None),  # 35 years: no badge
    ],
)
def test_badges_of_the_next_four_days_of_award(joined, years, wave):
    rows = [{**one, **NEW} for one in people(30, cells=3)]
    rows = changed(
        rows, 0, born_on=date(1930, 5, 6), joined_on=joined, official_on=joined.replace(year=joined.year + 1)
    )
    result = checked(rows)
    assert result.waves == (date(2027, 2, 3), date(2027, 5, 19), date(2027, 9, 2), date(2027, 11, 7))
    got = [(one.given["years"], one.wave) for one in result.of(Group.BADGE)]
    assert got == ([(years, wave)] if wave else [])


def test_a_badge_counted_from_the_first_of_january_is_said_to_be_unsure():
    rows = [{**one, **NEW} for one in people(30, cells=3)]
    rows = changed(
        rows, 0, born_on=date(1950, 5, 6), joined_on=date(1987, 1, 1), official_on=date(1988, 1, 1)
    )
    assert [one.code for one in checked(rows).of(Group.BADGE)] == ["badge_unsure"]


def test_the_day_of_award_itself_is_still_the_next_one():
    assert checked(people(5), today=date(2027, 2, 3)).waves[0] == date(2027, 2, 3)


def test_cells_with_too_few_official_members():
    rows = people(40, cells=8)
    rows = changed(rows, 3, organisation="CHI BỘ  THÔN 5")  # the same cell, written otherwise
    for at in (0, 8, 16):
        rows = changed(rows, at, joined_on=date(2026, 3, 4), official_on=None)
    result = checked(rows)
    assert result.cells == 8
    assert [
        (one.organisation, one.given["full"], one.given["members"]) for one in result.of(Group.SMALL_CELL)
    ] == [("Chi bộ thôn 1", 2, 5)]


def test_the_law_is_a_parameter():
    rows = changed(people(30, cells=3), 0, joined_on=date(2024, 11, 30), official_on=None)
    longer = LawBook(replace(one, value=24) if one.key == "probation.months" else one for one in LAW)
    assert [one.group for one in checked(rows).of(Group.OVERDUE)] == [Group.OVERDUE]
    result = check(table_of(rows), longer, TODAY)
    assert [one.given["days"] for one in result.of(Group.ENDING)] == [9]
    silent = check(table_of(rows), LawBook(), TODAY)
    assert (
        not silent.of(Group.ENDING) + silent.of(Group.OVERDUE) + silent.of(Group.BADGE) and silent.waves == ()
    )


def test_tables_add_up_to_the_roll():
    rows = changed(people(200, cells=10), 3, status="Từ trần", left_on=date(2020, 1, 5))
    rows = changed(rows, 4, sex=None, born_on=None, joined_on=None, official_on=None, ethnicity="  kinh ")
    rows = [
        {**one, "professional": ("Đại học", "đại học", "Trung cấp", None)[at % 4]}
        for at, one in enumerate(rows)
    ]
    result = checked(rows, extra=[("Trình độ chuyên môn", "professional")])
    assert result.roll == 199
    assert [one.by for one in result.tables] == [
        "standing",
        "sex",
        "ethnicity",
        "age",
        "party_age",
        "professional",
    ]
    assert {one.total for one in result.tables} == {199}
    education = {line.label: line.members for line in result.tables[-1].lines}
    assert set(education) == {"Đại học", "Trung cấp", ""} or set(education) == {"đại học", "Trung cấp", ""}


def test_lines_that_are_no_person_are_left_aside_and_said():
    table = table_of(people(20, cells=2), CLEAN_UP_28)
    width = len(table.headers)
    table.rows.insert(0, [f"({at + 1})" for at in range(width)])
    table.rows.append([None] * (width - 1) + ["NGƯỜI LẬP BIỂU"])
    table.numbers = list(range(3, 3 + len(table.rows)))
    result = check(table, LAW, TODAY)
    assert (len(result.members), result.left_aside, result.to_mend) == (20, (3, 24), [])


def test_a_column_missing_or_there_twice_is_named():
    rows = people(20, cells=2)
    table = table_of(rows, extra=[("Ngày sinh", "born_on")])
    table.headers[IMPORT_31.columns.index(IMPORT_31.column("joined_on"))] = "Cột khác"
    result = check(table, LAW, TODAY)
    assert [(one.code, one.column, one.place) for one in result.of(Group.COLUMNS)] == [
        ("column_missing", "joined_on", ""), ("column_twice", "born_on", "Sheet1!AF2"),
    ]  # fmt: skip


def test_another_table_is_refused():
    with pytest.raises(NotAMemberList):
        check(Table("Sheet1", ["STT", "Hàng", "Giá"], [[1, "a", 2]], [2]), LAW, TODAY)
