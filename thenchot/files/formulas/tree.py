"""A formula as a tree: numbers, texts, cells, ranges, operators, calls. Pure.

>>> parsed("SUM(B2:B4)/2")
Operator('/', Call('SUM', (Range('', Corner(1, 1), Corner(3, 1)),)), Constant(2))
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from ..markup import column_number

DEEPEST, LONGEST = 60, 8_192
ROWS, COLUMNS = 1_048_576, 16_384
SHEET = r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^\W\d][\w.]*))!)?"
SHEET_2 = SHEET.replace("quoted", "q2").replace("plain", "p2")
CELL = r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}"
TOKEN = re.compile(
    rf"""\s*(?:
    (?P<reference>{SHEET}(?P<first>{CELL})(?::(?P<last>{CELL}))?(?![\w(.!]))
  | (?P<columns>{SHEET_2}(?P<c1>\$?[A-Za-z]{{1,3}}):(?P<c2>\$?[A-Za-z]{{1,3}})(?![\w(.!]))
  | (?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)
  | (?P<text>"(?:[^"]|"")*")
  | (?P<error>\#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!))
  | (?P<call>(?:_xlfn\.)?[^\W\d][\w.]*)\(
  | (?P<name>[^\W\d][\w.]*)
  | (?P<mark><=|>=|<>|[-+*/^&=<>(),%])
    )""",
    re.VERBOSE,
)


class Unknown(ValueError):
    """A formula that this house does not compute; `what` is the function or sign it stumbled over."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True)
class Constant:
    value: Any

    def __repr__(self) -> str:
        return f"Constant({self.value!r})"


@dataclass(frozen=True)
class Error:
    """A value that is an error, as Excel names it."""

    name: str


@dataclass(frozen=True)
class Corner:
    """A cell, counted from 0; a fixed row or column ($) does not move with a shared formula."""

    row: int
    column: int
    fixed_row: bool = False
    fixed_column: bool = False

    def moved(self, rows: int, columns: int) -> Corner:
        row = self.row if self.fixed_row else (self.row + rows) % ROWS
        column = self.column if self.fixed_column else (self.column + columns) % COLUMNS
        return replace(self, row=row, column=column)

    def __repr__(self) -> str:
        return f"Corner({self.row}, {self.column})"


@dataclass(frozen=True)
class Range:
    """Cells of a sheet (empty: the formula's own) between two corners; one cell when they are the same."""

    sheet: str
    first: Corner
    last: Corner

    @property
    def single(self) -> bool:
        return (self.first.row, self.first.column) == (self.last.row, self.last.column)

    def moved(self, rows: int, columns: int) -> Range:
        return Range(self.sheet, self.first.moved(rows, columns), self.last.moved(rows, columns))

    def __repr__(self) -> str:
        return f"Range({self.sheet!r}, {self.first!r}, {self.last!r})"


@dataclass(frozen=True)
class Operator:
    """Of two sides; `left` is nothing for a sign before its value."""

    sign: str
    left: Any
    right: Any

    def __repr__(self) -> str:
        return f"Operator({self.sign!r}, {self.left!r}, {self.right!r})"


@dataclass(frozen=True)
class Call:
    name: str
    given: tuple[Any, ...]

    def __repr__(self) -> str:
        return f"Call({self.name!r}, {self.given!r})"


Tree = Constant | Error | Range | Operator | Call
STRENGTH = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


def parsed(formula: str) -> Tree:
    """The tree of a formula as the file holds it, without its `=`. Unknown."""
    if len(formula) > LONGEST:
        raise Unknown(formula[:20])
    return _Parser(_tokens(formula)).whole()


def moved(tree: Tree, rows: int, columns: int) -> Tree:
    """The same formula as another cell of a shared formula has it."""
    if isinstance(tree, Range):
        return tree.moved(rows, columns)
    if isinstance(tree, Operator):
        left = None if tree.left is None else moved(tree.left, rows, columns)
        return Operator(tree.sign, left, moved(tree.right, rows, columns))
    if isinstance(tree, Call):
        return Call(tree.name, tuple(moved(one, rows, columns) for one in tree.given))
    return tree


def ranges(tree: Tree) -> list[Range]:
    """Every cell and range a formula reads."""
    if isinstance(tree, Range):
        return [tree]
    if isinstance(tree, Operator):
        return ([] if tree.left is None else ranges(tree.left)) + ranges(tree.right)
    if isinstance(tree, Call):
        return [found for one in tree.given for found in ranges(one)]
    return []


def _tokens(formula: str) -> list[re.Match[str]]:
    found, at, text = [], 0, formula.strip()
    while at < len(text):
        token = TOKEN.match(text, at)
        if not token:
            raise Unknown(text[at : at + 12])
        found.append(token)
        at = token.end()
    return found


class _Parser:
    """Operators by strength, from the left; a sign before a value binds strongest, as in Excel."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens, self.at, self.depth = tokens, 0, 0

    def whole(self) -> Tree:
        tree = self.expression(0)
        if self.at < len(self.tokens):
            raise Unknown(self.tokens[self.at][0].strip())
        return tree

    def mark(self) -> str:
        """The sign at this place; empty where there is none."""
        return (self.tokens[self.at]["mark"] or "") if self.at < len(self.tokens) else ""

    def expression(self, least: int) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unknown("(((")
        left = self.value()
        while (sign := self.mark()) and STRENGTH.get(sign, 0) > least:
            self.at += 1
            left = Operator(sign, left, self.expression(STRENGTH[sign]))
        self.depth -= 1
        return left

    def value(self) -> Tree:
        if self.mark() in ("-", "+"):
            sign = self.mark()
            self.at += 1
            tree: Tree = Operator(sign, None, self.value())
        else:
            tree = self.plain()
        while self.mark() == "%":
            self.at += 1
            tree = Operator("/", tree, Constant(100))
        return tree

    def plain(self) -> Tree:
        if self.at >= len(self.tokens):
            raise Unknown("")
        token = self.tokens[self.at]
        self.at += 1
        if token["reference"] or token["columns"]:
            return _range(token)
        if token["number"]:
            text = token["number"]
            return Constant(int(text) if text.isdigit() else float(text))
        if token["text"]:
            return Constant(token["text"][1:-1].replace('""', '"'))
        if token["error"]:
            return Error(token["error"])
        if token["call"]:
            return Call(token["call"].upper().removeprefix("_XLFN."), self.given())
        if token["mark"] == "(":
            tree = self.expression(0)
            self.need(")")
            return tree
        said = (token["name"] or token["mark"] or "").upper()
        if said in ("TRUE", "FALSE"):
            return Constant(said == "TRUE")
        raise Unknown(token["name"] or token["mark"])

    def given(self) -> tuple[Tree, ...]:
        if self.mark() == ")":
            self.at += 1
            return ()
        found: list[Tree] = []
        while True:
            empty = self.mark() in (",", ")")
            found.append(Constant(None) if empty else self.expression(0))
            if self.mark() == ",":
                self.at += 1
                continue
            self.need(")")
            return tuple(found)

    def need(self, sign: str) -> None:
        if self.mark() != sign:
            raise Unknown(sign)
        self.at += 1


def _range(token: re.Match[str]) -> Range:
    sheet = token["quoted"] or token["plain"] or token["q2"] or token["p2"] or ""
    sheet = sheet.replace("''", "'")
    if "[" in sheet:
        raise Unknown(sheet)  # another workbook
    if token["columns"]:
        pair = (f"{token['c1']}1", f"{token['c2']}{ROWS}")
    else:
        pair = (token["first"], token["last"] or token["first"])
    one, other = _corner(pair[0]), _corner(pair[1])
    first = Corner(min(one.row, other.row), min(one.column, other.column), one.fixed_row, one.fixed_column)
    last = Corner(max(one.row, other.row), max(one.column, other.column), other.fixed_row, other.fixed_column)
    return Range(sheet, first, last)


def _corner(text: str) -> Corner:
    found = re.match(r"(\$?)([A-Za-z]{1,3})(\$?)(\d+)\Z", text)
    assert found
    return Corner(int(found[4]) - 1, column_number(found[2].upper()), bool(found[3]), bool(found[1]))
