"""Annex tables of invented reports: totals below, above or at the side, shares beside their counts."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from thenchot.reports.reading.written import Sort

if TYPE_CHECKING:
    from .invented import Report

PLACES = ("Khuổi Luông", "Bản Cườm", "Nà Ngần", "Phiêng Lơi", "Tà Sa", "Bó Đường", "Nậm Cang", "Lũng Chang")
TOTALS = ("Tổng cộng", "Cộng", "Tổng", "Tổng số", "TỔNG CỘNG")


def rows_of_table(written: Report, random: Random, *, spoil: bool = False) -> tuple[int, str] | None:
    """Write a table; with `spoil` one of its totals is changed: answers (line, text) of the changed cell."""
    places = random.sample(PLACES, random.randint(3, 6))
    rows = [[random.randint(8, 60), random.randint(1, 9), random.randint(0, 5)] for _ in places]
    total = [sum(column) for column in zip(*rows, strict=True)]
    wrong = random.randrange(3) if spoil else -1
    printed = [str(n + random.randint(1, 4) * (at == wrong)) for at, n in enumerate(total)]
    head = ["STT", "Chi bộ", "Đảng viên", "Kết nạp", "Dự bị"]
    body = [
        [str(n), f"Chi bộ {place}", *map(str, row)]
        for n, (place, row) in enumerate(zip(places, rows, strict=True), 1)
    ]
    last = ["", random.choice(TOTALS), *printed]
    ordered = [head, last, *body] if random.random() < 0.3 else [head, *body, last]
    number = max((line.table for line in written.lines), default=0) + 1
    spot = None
    for row, cells in enumerate(ordered, 1):
        for column, text in enumerate(cells, 1):
            line = written.say(text, Sort.CELL, table=number, row=row, column=column)
            if cells is last and column == wrong + 3:
                spot = line, text
    return spot
