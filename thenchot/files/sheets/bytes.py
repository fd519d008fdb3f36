"""The bytes of one sheet: where its rows and cells begin and end, and new bytes for some of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from ..formulas.tree import Error
from ..markup import column_letters, column_number
from ..refusals import Refused

Value = str | int | float | Decimal | date | bool | None
Place = tuple[int, int]
INSIDE = rb"(?:[^>\"']|\"[^\"]*\"|'[^']*')*?"  # attributes; a > may stand in quotes
HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
SHEET_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b(" + INSIDE + rb")(/?)>")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b" + INSIDE + rb"/?>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b" + INSIDE + rb"/?>")
DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b" + INSIDE + rb"/?>")
AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\Z", re.ASCII)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as the letter A
LONGEST = 32_767


@dataclass(frozen=True)
class Piece:
    """An element in the bytes: from `start` to `stop`, its first tag until `inside`, its attributes."""

    start: int
    inside: int
    stop: int
    number: int
    attributes: dict[bytes, bytes]


class SheetBytes:
    """One sheet's XML (UTF-8) and what will be cut into it. `refusing` makes the error for a cell."""

    def __init__(self, name: str, xml: bytes, refusing: Callable[[str, str], Exception]) -> None:
        self.name, self.xml, self.refusing = name, xml, refusing
        # Same length, so places in it are places in `xml`; what looks like a tag in a comment is none.
        self.seen = HIDDEN.sub(lambda found: b" " * len(found[0]), xml) if b"<!" in xml else xml
        begin = SHEET_DATA.search(self.seen)
        if not begin:
            raise Refused("broken", name)
        self.prefix, self.empty = begin[1], bool(begin[3])
        self.first = begin.end()
        self.last = self.first if self.empty else self.seen.rfind(b"</" + self.prefix + b"sheetData")
        self.begin = begin
        self.cuts: dict[tuple[int, int], bytes] = {}
        self.cell_tag = self._tag(b"c")
        self.row_tag = self._tag(b"row")

    def _tag(self, name: bytes) -> re.Pattern[bytes]:
        return re.compile(rb"<" + self.prefix + name + rb"(?=[\s/>])(" + INSIDE + rb")(/?)>")

    def joined(self) -> bytes:
        """The bytes with everything cut in."""
        parts, at = [], 0
        for (start, stop), anew in sorted(self.cuts.items()):
            parts += [self.xml[at:start], anew]
            at = stop
        return b"".join([*parts, self.xml[at:]])

    def write(self, values: Mapping[Place, Value]) -> None:
        """New values, by row and column from 0; a cell that is not there yet is made."""
        if not values:
            return
        self._check_merged(values)
        by_row: dict[int, dict[int, Value]] = {}
        for (row, column), value in values.items():
            by_row.setdefault(row, {})[column] = value
        rows = {piece.number: piece for piece in self._pieces(self.row_tag, b"row", self.first, self.last)}
        for number in sorted(by_row):
            if number in rows:
                self._write_row(rows[number], by_row[number])
        self._new_rows({number: by_row[number] for number in sorted(by_row) if number not in rows}, rows)
        self._widen(values)

    def _pieces(self, tag: re.Pattern[bytes], name: bytes, first: int, last: int) -> Iterator[Piece]:
        """Rows between two places, or cells of a row, by number from 0; those without one follow on."""
        end, number, at = b"</" + self.prefix + name, -1, first
        while found := tag.search(self.seen, at, last):
            attributes = dict(_attributes(found[1]))
            number = _number(attributes.get(b"r"), name, number, self.name)
            stop = found.end()
            if not found[2]:
                stop = self.seen.index(b">", self.seen.index(end, stop, last)) + 1
            yield Piece(found.start(), found.end(), stop, number, attributes)
            at = stop

    def _write_row(self, row: Piece, values: dict[int, Value]) -> None:
        closed = self.seen[row.inside - 2 : row.inside] == b"/>"
        end = row.stop if closed else self.seen.rindex(b"</", row.inside, row.stop)
        cells = [] if closed else list(self._pieces(self.cell_tag, b"c", row.inside, end))
        known = {cell.number: cell for cell in cells}
        added: dict[int, list[bytes]] = {}
        for column in sorted(values):
            if column in known:
                self._replace(row.number, known[column], values[column])
            elif values[column] is not None:
                place = next((cell.start for cell in cells if cell.number > column), end)
                style = row.attributes.get(b"s") if b"customFormat" in row.attributes else None
                made = self._cell(row.number, column, values[column], self._attributes_for(style, column))
                added.setdefault(place, []).append(made)
        if closed and added:
            tag = self.xml[row.start : row.inside - 2].rstrip() + b">"
            body = b"".join(added.pop(end))
            self.cuts[row.start, row.stop] = tag + body + b"</%brow>" % self.prefix
        for place, made_here in added.items():
            self.cuts[place, place] = b"".join(made_here)

    def _replace(self, row: int, cell: Piece, value: Value) -> None:
        if re.search(rb"<" + self.prefix + rb"f(?=[\s/>])", self.seen[cell.inside : cell.stop]):
            raise self.refusing(self._place(row, cell.number), "formula")
        kept = {key: said for key, said in cell.attributes.items() if key in (b"s", b"ph")}
        self.cuts[cell.start, cell.stop] = self._cell(row, cell.number, value, kept)

    def _new_rows(self, values: dict[int, dict[int, Value]], rows: Mapping[int, Piece]) -> None:
        made: dict[int, list[bytes]] = {}
        for number, cells in values.items():
            filled = {column: value for column, value in sorted(cells.items()) if value is not None}
            if not filled:
                continue
            inside = b"".join(
                self._cell(number, column, value, self._attributes_for(None, column))
                for column, value in filled.items()
            )
            place = next((rows[one].start for one in sorted(rows) if one > number), self.last)
            row = b'<%brow r="%d">%b</%brow>' % (self.prefix, number + 1, inside, self.prefix)
            made.setdefault(place, []).append(row)
        for place, new in made.items():
            self.cuts[place, place] = b"".join(new)
        if made and self.empty:
            tag = self.xml[self.begin.start() : self.begin.end() - 2].rstrip() + b">"
            body = self.cuts.pop((self.last, self.last))
            self.cuts[self.begin.start(), self.begin.end()] = tag + body + b"</%bsheetData>" % self.prefix

    def _attributes_for(self, style: bytes | None, column: int) -> dict[bytes, bytes]:
        """A new cell looks like its row, or like its column."""
        if style is None:
            for found in COLUMN.finditer(self.seen, 0, self.first):
                said = dict(_attributes(found[0]))
                if int(said.get(b"min", b"0")) <= column + 1 <= int(said.get(b"max", b"0")):
                    style = said.get(b"style")
        return {b"s": style} if style else {}

    def _cell(self, row: int, column: int, value: Value, kept: Mapping[bytes, bytes]) -> bytes:
        place = f"{column_letters(column)}{row + 1}".encode()
        kind, inside = self._inside(row, column, value)
        said = b"".join(b' %b="%b"' % pair for pair in ((b"r", place), *kept.items()))
        said += b' t="%b"' % kind if kind else b""
        return b"<%bc%b>%b</%bc>" % (self.prefix, said, inside, self.prefix) if inside else b"<%bc%b/>" % (
            self.prefix, said,
        )  # fmt: skip

    def _inside(self, row: int, column: int, value: Value) -> tuple[bytes, bytes]:
        """The kind of a cell and the elements in it."""
        p = self.prefix
        if value is None:
            return b"", b""
        if isinstance(value, str):
            said = ESCAPED.sub("_x005F_", value)
            if NOT_XML.search(value) or len(value) > LONGEST:
                raise self.refusing(self._place(row, column), "text")
            text = escape(said, {"\r": "_x000D_"}).encode()
            return b"inlineStr", b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (p, p, text, p, p)
        kind = b"b" if isinstance(value, bool) else b""
        return kind, b"<%bv>%b</%bv>" % (p, number_text(value).encode(), p)

    def _check_merged(self, values: Mapping[Place, Value]) -> None:
        """Only the first cell of a merged area is seen."""
        if not (areas := merged_areas(self.seen[self.last :])):
            return
        for row, column in values:
            for top, left, bottom, right in areas:
                if top <= row <= bottom and left <= column <= right and (row, column) != (top, left):
                    raise self.refusing(self._place(row, column), "merged")

    def _widen(self, values: Mapping[Place, Value]) -> None:
        """The sheet says how far its cells reach; new ones may lie outside."""
        found = DIMENSION.search(self.seen, 0, self.begin.start())
        area = _area(dict(_attributes(found[0])).get(b"ref", b"").decode()) if found else None
        places = [place for place, value in values.items() if value is not None]
        if not found or not area or not places:
            return
        top, left, bottom, right = area
        rows, columns = [row for row, _ in places], [column for _, column in places]
        wider = min(top, *rows), min(left, *columns), max(bottom, *rows), max(right, *columns)
        if wider != area:
            ref = f"{column_letters(wider[1])}{wider[0] + 1}:{column_letters(wider[3])}{wider[2] + 1}"
            said = re.sub(rb"ref\s*=\s*(\"[^\"]*\"|'[^']*')", b'ref="%b"' % ref.encode(), found[0])
            self.cuts[found.start(), found.end()] = said

    def drop_computed(
        self, computed: Mapping[Place, Value | Error], stale: Collection[Place] | None = None
    ) -> bool:
        """Values of formulas go, or become those of `computed`; whether there was any formula.

        Only of `stale` ones, where they are named.
        """
        if not re.search(rb"<" + self.prefix + rb"f(?=[\s/>])", self.seen[self.first : self.last]):
            return False
        for row in self._pieces(self.row_tag, b"row", self.first, self.last):
            if b"<" + self.prefix + b"f" not in self.seen[row.inside : row.stop]:
                continue
            for cell in self._pieces(self.cell_tag, b"c", row.inside, row.stop):
                if stale is None or (row.number, cell.number) in stale:
                    self._computed(row.number, cell, computed)
        return True

    def _computed(self, row: int, cell: Piece, computed: Mapping[Place, Value | Error]) -> None:
        body = self.seen[cell.inside : cell.stop]
        p = re.escape(self.prefix)
        formula = re.match(rb"\s*<%bf(?=[\s/>])%b(?:/>|>.*?</%bf\s*>)" % (p, INSIDE, p), body, re.DOTALL)
        if not formula:
            return
        kept = self.xml[cell.inside + formula.start() : cell.inside + formula.end()]
        value = computed.get((row, cell.number))
        said = {key: said for key, said in cell.attributes.items() if key != b"t"}
        if isinstance(value, Error):
            said[b"t"], inside = b"e", value.name.encode()
        elif isinstance(value, str):
            said[b"t"], inside = b"str", escape(ESCAPED.sub("_x005F_", value)).encode()
        else:
            inside = b"" if value is None else number_text(value).encode()
            said.update({b"t": b"b"} if isinstance(value, bool) else {})
        tag = b"".join(b' %b="%b"' % pair for pair in said.items())
        shown = b"<%bv>%b</%bv>" % (self.prefix, inside, self.prefix) if value is not None else b""
        self.cuts[cell.start, cell.stop] = b"<%bc%b>%b%b</%bc>" % (self.prefix, tag, kept, shown, self.prefix)

    def _place(self, row: int, column: int) -> str:
        return f"{self.name}!{column_letters(column)}{row + 1}"


def number_text(value: Value) -> str:
    """A number as the file keeps it; yes/no as 1 and 0."""
    if isinstance(value, bool):
        return str(int(value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def merged_areas(xml: bytes) -> list[tuple[int, int, int, int]]:
    """Merged areas as first row, first column, last row, last column, from 0."""
    said = (dict(_attributes(found[0])).get(b"ref", b"").decode() for found in MERGED.finditer(xml))
    return [area for ref in said if (area := _area(ref))]


def _area(ref: str) -> tuple[int, int, int, int] | None:
    found = AREA.match(ref)
    if not found:
        return None
    left, top, right, bottom = found.groups()
    first = int(top) - 1, column_number(left)
    return (*first, int(bottom) - 1, column_number(right)) if right else (*first, *first)


def _attributes(tag: bytes) -> Iterator[tuple[bytes, bytes]]:
    return ((one[1], one[2] if one[2] is not None else one[3]) for one in ATTRIBUTE.finditer(tag))


def _number(given: bytes | None, name: bytes, before: int, sheet: str) -> int:
    """The row of a row, the column of a cell; the next one when it does not say."""
    if given is None:
        return before + 1
    found = re.match(rb"([A-Z]{0,3})([1-9]\d{0,6})\Z", given)
    if not found or bool(found[1]) != (name == b"c"):
        raise Refused("strange_cell", sheet)
    return column_number(found[1].decode()) if name == b"c" else int(found[2]) - 1
