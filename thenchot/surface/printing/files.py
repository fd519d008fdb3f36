"""From a sheet, several or pages to the bytes of the kind of file that was ordered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from thenchot.ledger.vietnamese import folded
from thenchot.reports.lists import excel, forms, word
from thenchot.reports.lists.sheets import Sheet, Stamp

from .orders import EXCEL, Files, Order

Make = Callable[[Files, Stamp], bytes]


def sheet_file(order: Order, sheet: Callable[[Files], Sheet]) -> Make:
    """A table, as Word or Excel."""
    write = _written(order)
    return lambda files, stamp: write(sheet(files), stamp)


def volumes_file(order: Order, sheets: Callable[[Files], Iterator[tuple[str, Sheet]]]) -> Make:
    """Tables one after the other, each a file named by its place and what it is of, in one ZIP."""
    write = _written(order)

    def make(files: Files, stamp: Stamp) -> bytes:
        buffer = BytesIO()
        with ZipFile(buffer, "w") as packed:  # what stands in it is packed already
            for place, (name, sheet) in enumerate(sheets(files)):
                said = re.sub("[^a-z0-9]+", "-", folded(name)).strip("-")
                packed.writestr(ZipInfo(f"{place:03}-{said}.{order.kind}"), write(sheet, stamp))
        return buffer.getvalue()

    return make


def _written(order: Order) -> Callable[[Sheet, Stamp], bytes]:
    return excel.excel if order.kind == EXCEL else word.word


def pages_file(title: str, pages: Callable[[Files], Sequence[forms.Page]]) -> Make:
    """Papers of text, as Word."""
    return lambda files, stamp: forms.word(pages(files), stamp, title=title)
