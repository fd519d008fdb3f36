"""Files of invented members in both layouts: no person in them lives; numbers begin 099."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import xlsxwriter

from thenchot.ledger.days import months_after
from thenchot.reports.member_list.columns import IMPORT_31, Layout

FAMILY = tuple("Nguyễn Trần Lê Phạm Hoàng Vàng Lò Nông Giàng Ma Bế Hà Đặng Đinh Sùng".split())  # noqa: SIM905
MIDDLE = tuple("Văn Thị A Đức Minh Thanh Ngọc Hữu Quang Mai Xuân Thu".split())  # noqa: SIM905
GIVEN = tuple("An Bình Chi Dũng Giang Hà Hạnh Hùng Khánh Lan Mai Nam Quân Sùng Tâm Vân Yến".split())  # noqa: SIM905
ETHNICITIES = ("Kinh", "Tày", "Nùng", "Mông", "Dao", "Thái")
TODAY = date(2026, 11, 21)
Row = dict[str, Any]


def person(chance: random.Random, at: int, cells: int = 60) -> Row:
    """One member, sound in every column, born and joined long enough ago to be official."""
    born = date(1940, 1, 2) + timedelta(days=chance.randrange(60 * 365))
    grown = months_after(born, 19 * 12)
    joined = grown + timedelta(days=chance.randrange(max(1, (date(2024, 6, 1) - grown).days)))
    born, joined = _not_new_year(born), _not_new_year(joined)
    return {
        "number": at + 1,
        "national_id": str(UUID(int=chance.getrandbits(128), version=4)),
        "name": " ".join((chance.choice(FAMILY), chance.choice(MIDDLE), chance.choice(GIVEN))),
        "sex": chance.choice(("Nam", "Nữ")),
        "born_on": born,
        "ethnicity": chance.choice(ETHNICITIES),
        "religion": "Không",
        "personal_number": f"099{at:09}",
        "card_number": f"0990{at:08}",
        "organisation": f"Chi bộ thôn {at % cells + 1}",
        "joined_on": joined,
        "official_on": _not_new_year(months_after(joined, 12)),
        "status": "Đang sinh hoạt Đảng",
        "to_delete": "Không",
        "check_result": "Đạt",
        "check_errors": "Không có lỗi",
        **{f"{of}_{part}": f"{of} {part}" for of in ("home", "residence", "birth_registered")
           for part in ("country", "province", "detail")},
    }  # fmt: skip


def _not_new_year(day: date) -> date:
    return day.replace(day=2) if (day.month, day.day) == (1, 1) else day


def people(count: int, seed: int = 1, cells: int = 60) -> list[Row]:
    """So many members, the same for the same seed."""
    chance = random.Random(seed)
    return [person(chance, at, cells) for at in range(count)]


def workbook(rows: Iterable[Row], layout: Layout = IMPORT_31, *, order: Sequence[int] = ()) -> bytes:
    """The file: two rows of header with merged cells; days are days, numbers of persons text.

    `order` puts the columns otherwise; parts of a place stay beside one another all the same.
    """
    buffer = BytesIO()
    columns = [layout.columns[place] for place in order] or list(layout.columns)
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False}) as book:
        sheet, day = book.add_worksheet("Sheet1"), book.add_format({"num_format": "dd/mm/yyyy"})
        _header(sheet, columns)
        for number, row in enumerate(rows, 2):
            for place, column in enumerate(columns):
                _write(sheet, number, place, row.get(column.name), day)
    return buffer.getvalue()


def _header(sheet: Any, columns: Sequence[Any]) -> None:
    place = 0
    while place < len(columns):
        column = columns[place]
        star = "*" if column.required else ""
        above, colon, _ = column.label.partition(": ")
        if not colon:
            sheet.merge_range(0, place, 1, place, column.label + star)
            place += 1
            continue
        sheet.merge_range(0, place, 0, place + 2, above + star)
        for part in range(3):
            sheet.write_string(1, place + part, columns[place + part].label.partition(": ")[2])
        place += 3


def _write(sheet: Any, row: int, place: int, value: Any, day: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, str):
        sheet.write_string(row, place, value)
    elif value is not None:
        sheet.write_number(row, place, value)


def changed(rows: list[Row], at: int, **given: Any) -> list[Row]:
    """The rows with one of them changed."""
    rows[at] = {**rows[at], **given}
    return rows
