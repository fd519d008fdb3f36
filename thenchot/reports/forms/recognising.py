"""Binding a form in one go: head cells, and every cell whose words name exactly one figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thenchot.files.sheets.cells import Book, Sheet, place_of

from .binding import Binding, Bound, Whose
from .heads import title_of
from .labels import row_texts, said
from .offering import Offer, offered
from .organisations import matched

SURE, AHEAD = 0.6, 0.08  # how well the first offer must fit, and by how much better than the second
LARGEST = 20_000  # cells looked at in one sheet


def recognised(book: Book, binding: Binding, names: Mapping[int, str]) -> list[Bound]:
    """What can be bound without asking; what is bound already stays as it is.

    `names`: organisations a row or column may name. Hidden sheets are left alone.
    """
    return [
        one
        for sheet in book.sheets
        if not sheet.hidden
        for one in _of_sheet(sheet, names)
        if one.place not in binding.cells
    ]


def _of_sheet(sheet: Sheet, names: Mapping[int, str]) -> Iterator[Bound]:
    known = {}  # texts that name an organisation, looked up once
    for text in {cell.value for cell in sheet.cells.values() if isinstance(cell.value, str)}:
        if (one := matched(text, names)) is not None:
            known[text] = one
    for place in sorted(sheet.cells)[:LARGEST]:
        cell = sheet.cells[place]
        if place in sheet.covered:
            continue
        if isinstance(cell.value, str) and not cell.formula:
            if (title := title_of(cell.value)) is not None:
                yield Bound(sheet.name, place_of(*place), title=title)
        elif fits(sheet, *place) and (offer := sure(sheet, *place, known)):
            yield made(sheet, *place, offer, known)


def fits(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell looks like one that takes a number: framed or formatted, with words in its row."""
    cell = sheet.cells.get((row, column))
    if cell is None or cell.formula or isinstance(cell.value, str | bool):
        return False  # what the form computes is bound by hand, to be compared
    if not (cell.look or cell.value is not None):
        return False
    return bool(row_texts(sheet, row, column)) and not _numbers_only(sheet, row)


def _numbers_only(sheet: Sheet, row: int) -> bool:
    """The row that counts the columns: 1, 2, 3 … one after the other."""
    values = [
        cell.value for (at, _), cell in sorted(sheet.cells.items()) if at == row and cell.value is not None
    ]
    whole = [value for value in values if isinstance(value, int)]
    return len(whole) > 2 and whole == list(range(whole[0], whole[0] + len(whole)))


def sure(sheet: Sheet, row: int, column: int, known: Mapping[str, int]) -> Offer | None:
    """The offer for a cell, when there is one that nobody would doubt."""
    found = offered(said(sheet, row, column), frozenset(known))
    if not found or found[0].score < SURE:
        return None
    if len(found) > 1 and found[0].score - found[1].score < AHEAD and not found[0].code.startswith("move."):
        return None
    return found[0]


def made(sheet: Sheet, row: int, column: int, offer: Offer, known: Mapping[str, int]) -> Bound:
    """The binding of an offer, for the organisation its row or column names."""
    texts = said(sheet, row, column).texts
    named = next((known[text] for text in texts if text in known), None)
    whose, organisation = (Whose.ASKED, 0) if named is None else (Whose.ONE, named)
    return Bound(
        sheet.name, place_of(row, column), code=offer.code, when=offer.when, whose=whose,
        organisation=organisation,
    )  # fmt: skip
