"""A Word document as lines, as it looks with all changes accepted; letters know their run. For the worker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..lines import DocumentLine, Lines
from ..refusals import Note
from .parts import Element, Style, WordParts, child, local, on, outline, parse, value

GONE = {"del", "moveFrom"}
THROUGH = {
    "hyperlink",
    "smartTag",
    "sdtContent",
    "sdt",
    "ins",
    "moveTo",
    "fldSimple",
    "customXml",
    "bdo",
    "dir",
}
LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
NOTE_PLACES = {"footnotes": "Chú thích {n}", "endnotes": "Chú thích cuối {n}"}
OLD_FONTS = (".vn", "vni-")
# Fields whose result is the number of a page, which counts nothing.
PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "NOTEREF"}


@dataclass
class Piece:
    """Letters of one line: `node` is the w:t (or tab, break) in `run`."""

    text: str
    node: Element
    run: Element


@dataclass
class Spoken:
    """A line with its letters. `anchor` is the run in the text that leads to a footnote or text box."""

    line: DocumentLine
    pieces: list[Piece]
    anchor: Element | None = None


@dataclass
class _Field:
    """A field that is open: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


class WordText:
    """One document read: `spoken` holds its lines in order, footnotes behind them."""

    def __init__(self, parts: WordParts) -> None:
        self.parts, self.styles = parts, parts.styles()
        self.spoken: list[Spoken] = []
        self.lines = Lines()
        self.root = parse(parts.data[parts.main])
        self.boxes = self.tables = 0
        self.font = ""
        self.fields: list[_Field] = []
        self.carried: list[Piece] = []
        self.references: dict[str, list[tuple[str, Element]]] = {"footnotes": [], "endnotes": []}
        self.found_boxes: list[tuple[Element, Element]] = []
        self.anchor: Element | None = None
        body = child(self.root, "body")
        if body is not None:
            self.block(body, DocumentLine(""))
        for kind in ("footnotes", "endnotes"):
            self.notes_of(kind)

    def notes(self) -> list[Note]:
        """What a reader should know of the reading."""
        found = [Note("text_boxes", "", self.boxes)] if self.boxes else []
        return found + ([Note("old_font", self.font)] if self.font else [])

    def block(self, parent: Element, like: DocumentLine) -> None:
        """Paragraphs and tables in order; `like` says what a line in here is."""
        for one in parent:
            name = local(one)
            if name == "p":
                self.paragraph(one, like)
            elif name == "tbl":
                self.table(one)
            elif name in THROUGH:
                self.block(one, like)
            elif name == "AlternateContent":
                self.block(chosen(one), like)

    def paragraph(self, paragraph: Element, like: DocumentLine) -> None:
        properties = child(paragraph, "pPr")
        styled = child(properties, "pStyle")
        style = self.styles.get(value(styled), Style()) if styled is not None else Style()
        pieces = [*self.carried, *self.inline(paragraph, style.hidden)]
        mark = child(properties, "rPr")
        # Without its mark a paragraph goes on in the next one.
        self.carried = pieces if any(child(mark, name) is not None for name in GONE) else []
        if self.carried:
            return
        line = replace(like, text="".join(piece.text for piece in pieces))
        if line.sort == "paragraph" and (level := outline(properties) or style.level):
            line = replace(line, sort="heading", level=level)
        elif line.sort == "paragraph" and style.caption:
            line = replace(line, sort="caption")
        self.lines.append(line)
        self.spoken.append(Spoken(line, pieces, self.anchor))
        self.open_boxes()

    def open_boxes(self) -> None:
        """Text boxes are read behind the paragraph that holds them."""
        found, self.found_boxes = self.found_boxes, []
        for run, content in found:
            self.boxes += 1
            outer, self.anchor = self.anchor, self.anchor if self.anchor is not None else run
            self.block(content, DocumentLine("", place=f"Hộp văn bản {self.boxes}"))
            self.anchor = outer

    def table(self, table: Element) -> None:
        self.tables += 1
        number, row = self.tables, 0
        for line in unwrapped(table, "tr"):
            properties = child(line, "trPr")
            if child(properties, "del") is not None:
                continue
            row += 1
            column = 1 + span(child(properties, "gridBefore"), 0)
            for cell in unwrapped(line, "tc"):
                about = child(cell, "tcPr")
                merged = child(about, "vMerge")
                if merged is None or value(merged) == "restart":
                    place = f"Bảng {number}, dòng {row}, cột {column}"
                    self.block(cell, DocumentLine("", "cell", place, 0, number, row, column))
                column += span(child(about, "gridSpan"), 1)

    def inline(self, parent: Element, hidden: bool) -> Iterator[Piece]:
        """The letters in a paragraph that are seen."""
        for one in parent:
            name = local(one)
            if name == "r":
                yield from self.run(one, hidden)
            elif name == "fldSimple" and (value(one, "instr").split() or [""])[0].upper() in PAGES:
                continue
            elif name in THROUGH:
                yield from self.inline(one, hidden)
            elif name == "AlternateContent":
                yield from self.inline(chosen(one), hidden)

    def run(self, run: Element, hidden: bool) -> Iterator[Piece]:
        unseen = self.unseen(run, hidden)
        for one in run:
            name = local(one)
            if name == "fldChar":
                self.field(value(one, "fldCharType"))
            elif name == "instrText" and self.fields:
                self.fields[-1].code += one.text or ""
            elif name == "t" or name in LETTERS:
                text = (one.text or "") if name == "t" else LETTERS[name]
                if text and not unseen and not self.in_code():
                    yield Piece(text, one, run)
            elif name in NOTES and not unseen:
                self.references[NOTES[name]].append((value(one, "id"), run))
            elif name in ("drawing", "pict", "object", "AlternateContent") and not unseen:
                self.found_boxes += [(run, box) for box in boxes(one)]

    def unseen(self, run: Element, hidden: bool) -> bool:
        """Hidden letters, and small raised digits: marks of notes that somebody typed."""
        properties = child(run, "rPr")
        if properties is None:
            return hidden
        font = child(properties, "rFonts")
        if font is not None and not self.font and value(font, "ascii").lower().startswith(OLD_FONTS):
            self.font = value(font, "ascii")
        own, styled = child(properties, "vanish"), child(properties, "rStyle")
        named = styled is not None and self.styles.get(value(styled), Style()).hidden
        raised = child(properties, "vertAlign")
        mark = raised is not None and value(raised) == "superscript" and _digits(run)
        return mark or (on(own) if own is not None else hidden or named)

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def in_code(self) -> bool:
        """Whether letters here are the code of a field, or the number of a page."""
        return any(not one.result or (one.code.split() or [""])[0].upper() in PAGES for one in self.fields)

    def notes_of(self, kind: str) -> None:
        """Footnotes in the order in which the text leads to them."""
        root = self.parts.root(kind) if self.references[kind] else None
        if root is None:
            return
        found = {value(one, "id"): one for one in root if local(one) in ("footnote", "endnote")}
        for number, (key, run) in enumerate(self.references[kind], 1):
            if key in found:
                self.anchor, self.fields = run, []
                self.block(found.pop(key), DocumentLine("", "footnote", NOTE_PLACES[kind].format(n=number)))
        self.anchor = None


def unwrapped(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls and insertions."""
    for one in parent:
        name = local(one)
        if name == wanted:
            yield one
        elif name in THROUGH:
            yield from unwrapped(one, wanted)


def chosen(alternatives: Element) -> Element:
    """The first of several ways to say the same."""
    found = child(alternatives, "Choice")
    found = found if found is not None else child(alternatives, "Fallback")
    return found if found is not None else []


def boxes(drawn: Element) -> Iterator[Element]:
    """Contents of the text boxes in a drawing, outermost only."""
    if local(drawn) == "txbxContent":
        yield drawn
        return
    for one in chosen(drawn) if local(drawn) == "AlternateContent" else drawn:
        yield from boxes(one)


def span(element: Element | None, default: int) -> int:
    given = value(element) if element is not None else ""
    return min(int(given), 1_000) if given.isascii() and given.isdigit() and len(given) < 6 else default


def _digits(run: Element) -> bool:
    text = "".join(one.text or "" for one in run if local(one) == "t").strip("[]() ")
    return text.isdigit()
