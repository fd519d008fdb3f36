"""A made-up file of the national member list, in either layout, with lists, two header rows and odd columns.

Numbers begin 099 and nobody in it is real: whoever tries the program has a file to try it with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import xlsxwriter

from thenchot.exchange.national.ours import members, ours
from thenchot.exchange.national.spelled import label
from thenchot.exchange.templates import AS_GIVEN, NO_MOMENT
from thenchot.reports.member_list.columns import CLEAN_UP_28, IMPORT_31, Column, Layout, Sort
from thenchot.sealed.persons import PersonFile
from thenchot.surface.national.places import Places

from .dice import Dice
from .names import GROUPS, person_name

LAYOUTS = {31: IMPORT_31, 28: CLEAN_UP_28}
MARK = "DỮ LIỆU GIẢ LẬP: số định danh bắt đầu bằng 099"
SHEET = "DSDV"
LISTS = {
    "QUOCGIA": ("Việt Nam", "Lào"),
    "TINH": ("Tuyên Quang", "Hà Giang"),
    "DANTOC": ("Kinh", "Tày", "Dao"),
    "TONGIAO": ("Không", "Phật giáo"),
}
# What stands in the columns that the product neither reads nor touches.
NOT_HELD = {"religion": "Không", "old_id": "000000000"}
WHERE = {"country": "Việt Nam", "province": "Tuyên Quang", "detail": "thôn giả lập"}
WIDE = {"name": 26, "organisation": 34, "national_id": 38}
UNTIL = date(2025, 12, 31)
Row = Mapping[str, Any]


def rows(organisation: int, office: int, files: Mapping[int, PersonFile], *, as_of: date) -> list[Row]:
    """The members of an organisation as rows by column name."""
    places = Places(organisation, office, as_of=as_of)
    known = ours(members(organisation, as_of=as_of), files, as_of=as_of)
    found: list[Row] = []
    for number, (person, one) in enumerate(known.items(), 1):
        said = dict(one.values)
        said["organisation"] = places.called(said["organisation"]) if "organisation" in said else None
        said["national_id"] = str(uuid5(NAMESPACE_URL, f"thenchot/{person}"))
        found.append({"number": number, "other_name": "", "to_delete": "no", **said})
    return found


def made_up(
    count: int, cells: Sequence[str], *, seed: int = 1, until: date = date(2025, 12, 31)
) -> list[Row]:
    """So many persons whom no book has, in these cells: probationers and exempt ones among them.

    The same seed gives the same persons. `cells`: as the file calls them; `until`: nobody joined later.
    """
    dice = Dice(seed, 31)
    return [_person(dice, number, cells[number % len(cells)], seed, until) for number in range(1, count + 1)]


def _person(dice: Dice, number: int, cell: str, seed: int, until: date) -> Row:
    code = dice.pick(tuple(GROUPS))
    female = dice.one_in(3)
    born = date(dice.between(1950, 2000), dice.between(1, 12), dice.between(1, 28))
    joined = date(min(born.year + dice.between(20, 30), until.year), dice.between(1, 12), dice.between(1, 28))
    official = date(joined.year + 1, joined.month, joined.day)
    exempt = dice.one_in(25) and official < until
    return {
        "number": number,
        "national_id": str(uuid5(NAMESPACE_URL, f"thenchot/{seed}/{number}")),
        "name": person_name(dice, code, female),
        "sex": "female" if female else "male",
        "born_on": born,
        "ethnicity": code,
        "personal_number": f"099{seed % 10_000:04d}{number:05d}",
        "card_number": f"0999{seed % 1_000:03d}{number:05d}",
        "card_place": "Ban Tổ chức Tỉnh ủy",
        "card_issued_on": official,
        "organisation": cell,
        "joined_on": joined,
        "official_on": official if official <= until else None,
        "status": "exempt" if exempt else "active",
        "left_on": date(until.year, 1, 15) if exempt else None,
        "to_delete": "no",
    }


def workbook(people: Sequence[Row], layout: Layout = IMPORT_31, *, days: bool = True) -> bytes:
    """The file: a mark, two header rows (one in the layout of 28), the rows, the lists on hidden sheets.

    `days`: days as Excel's own, shown dd/mm/yyyy; otherwise as text.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_GIVEN) as book:
        book.set_properties({"author": "", "created": NO_MOMENT, "comments": MARK})
        sheet = book.add_worksheet(SHEET)
        looks = {
            "head": book.add_format({"bold": True, "text_wrap": True, "border": 1, "align": "center"}),
            "text": book.add_format({"num_format": "@"}),
            "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        }
        first = _heads(sheet, layout, looks["head"])
        for name, values in LISTS.items():
            hidden = book.add_worksheet(name)
            hidden.write_column(0, 0, values)
            hidden.hide()
        for place, column in enumerate(layout.columns):
            _column(sheet, place, column, looks, first, first + len(people))
            for at, person in enumerate(people):
                _cell(sheet, first + at, place, column, person.get(column.name), looks, days)
        sheet.freeze_panes(first, 3)
    return buffer.getvalue()


def _heads(sheet: Any, layout: Layout, look: Any) -> int:
    """The header; the first row below it. With 31 columns places stand in two rows under a merged name."""
    if layout is not IMPORT_31:
        for place, column in enumerate(layout.columns):
            sheet.write_string(0, place, column.label + ("*" if column.required else ""), look)
        return 1
    place = 0
    while place < len(layout.columns):
        above, _, below = layout.columns[place].label.partition(": ")
        if below:
            sheet.merge_range(0, place, 0, place + 2, above, look)
            for more in range(3):
                sheet.write_string(
                    1, place + more, layout.columns[place + more].label.partition(": ")[2], look
                )
            place += 3
            continue
        sheet.merge_range(0, place, 1, place, above + ("*" if layout.columns[place].required else ""), look)
        place += 1
    return 2


def _column(sheet: Any, place: int, column: Column, looks: Mapping[str, Any], first: int, last: int) -> None:
    look = looks["day"] if column.sort is Sort.DAY else looks["text"]
    sheet.set_column(place, place, WIDE.get(column.name, 16), None if column.sort is Sort.NUMBER else look)
    listed = {"ethnicity": "DANTOC", "religion": "TONGIAO"}.get(column.name)
    listed = listed or ("QUOCGIA" if column.name.endswith("_country") else None)
    if listed:
        source = f"={listed}!$A$1:$A${len(LISTS[listed])}"
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(first, place, last, place, rule)


def _cell(
    sheet: Any, row: int, place: int, column: Column, value: Any, looks: Mapping[str, Any], days: bool
) -> None:
    if not column.held:
        value = NOT_HELD.get(column.name) or WHERE.get(column.name.rpartition("_")[2])
    if value is None or value == "":
        return
    if isinstance(value, date):
        if days and type(value) is date:
            sheet.write_datetime(row, place, value, looks["day"])
            return
        value = value.strftime("%d/%m/%Y")
    if column.sort is Sort.NUMBER:
        sheet.write_number(row, place, int(value))
        return
    sheet.write_string(row, place, label(column.name, column.sort, str(value)), looks["text"])
