"""From a sheet or pages to the bytes of the kind of file that was ordered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from thenchot.reports.lists import excel, forms, word
from thenchot.reports.lists.sheets import Sheet, Stamp

from .orders import EXCEL, Files, Order

Make = Callable[[Files, Stamp], bytes]


def sheet_file(order: Order, sheet: Callable[[Files], Sheet]) -> Make:
    """A table, as Word or Excel."""
    write = excel.excel if order.kind == EXCEL else word.word
    return lambda files, stamp: write(sheet(files), stamp)


def pages_file(title: str, pages: Callable[[Files], Sequence[forms.Page]]) -> Make:
    """Papers of text, as Word."""
    return lambda files, stamp: forms.word(pages(files), stamp, title=title)
