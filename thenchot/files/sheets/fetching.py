"""Formulas of a form that is to be filled: they may calculate, they may not fetch or run."""

from __future__ import annotations

import re

from ..markup import Scan
from ..profiles import LIST, Profile
from ..refusals import Refused
from .markup import Sheet, Workbook

# Elements whose text is a formula: cells, names, validation, conditional formats, columns of tables, charts.
HOLD = {"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula"}
LONGEST = 10_000  # Excel allows 8,192 characters
TEXT = re.compile(r'"(?:[^"]|"")*"')
SHEET = re.compile(r"'(?:[^']|'')*'")
RUNS = re.compile(
    r"\b(WEBSERVICE|FILTERXML|IMAGE|CALL|REGISTER(?:\.ID)?|EXEC|RTD|DDE|SQL\.REQUEST|STOCKHISTORY|PY|CUBE\w+)\s*\(",
    re.IGNORECASE,
)
# A link to a place in this very workbook is the only one told apart with certainty.
LINK = re.compile(r"\bHYPERLINK\s*\((?!\s*\"#[^\"]*\"\s*[,)])", re.IGNORECASE)
OTHER_BOOK = re.compile(r"(?<![\w\]\[.])\[\d+\]|'[^']*\[[^\]']*\][^']*'\s*!")


def check(formula: str) -> str:
    """Nothing for a formula that only calculates, else the code of the refusal.

    `formula` is as it stands in the file, without `=`. Names of functions inside texts do not count.
    """
    bare = TEXT.sub('""', formula)
    if OTHER_BOOK.search(bare):
        return "external_link"
    bare = SHEET.sub("''", bare)
    if RUNS.search(bare):
        return "formula_runs"
    if LINK.search(TEXT.sub(_kept, formula)):
        return "formula_link"
    # Outside texts and names of sheets a bar stands only between a program and what it is asked: DDE.
    return "dde" if "|" in bare else ""


def _kept(text: re.Match[str]) -> str:
    """Texts are emptied, but for what a link may lead to."""
    return '"#"' if text[0].startswith('"#') else '""'


class Calculating(Scan):
    """Any part of a form: the text of every formula is looked through."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.formula: list[str] | None = None
        self.named = ""

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name in HOLD:
            self.formula, self.named = [], attributes.get("name", "")
        elif name == "cacheSource" and attributes.get("type") == "external":
            raise Refused("external_link", self.place)
        else:
            super().element(name, attributes)

    def text(self, text: str) -> None:
        super().text(text)
        if self.formula is not None:
            self.formula.append(text)

    def end(self, name: str) -> None:
        super().end(name)
        if self.formula is not None and name.rpartition(":")[2] in HOLD:
            formula, self.formula = "".join(self.formula), None
            if len(formula) > LONGEST:
                raise Refused("line", self.where(), limit=LONGEST)
            code = check(formula)
            if code:
                raise Refused(code, self.where())

    def where(self) -> str:
        return self.named or self.place


class FormWorkbook(Calculating, Workbook):
    """The list of sheets, and the names that are given to cells and formulas."""


class FormSheet(Calculating, Sheet):
    """A sheet that may calculate: formulas are counted, and cells that show an error are let be."""

    def element(self, name: str, attributes: dict[str, str]) -> None:
        self.formulas += name == "f"
        super().element(name, attributes)

    def valued(self, name: str) -> None:
        if self.kind == "e":
            self.kind = "str"
        super().valued(name)

    def where(self) -> str:
        return self.here()
