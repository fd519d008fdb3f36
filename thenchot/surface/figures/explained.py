"""Cách tính: what a figure counts, its predicate in words; a test reads the predicate of every figure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.declare import PERSONS, ROUNDS, ROWS, STOCK, Figure, Population

from .. import counted_words

# Columns that are no dimensions people ask by.
COLUMNS: Mapping[str, str | Promise] = {
    "grassroots": gettext_lazy("Tổ chức cơ sở đảng"),
    "cell": gettext_lazy("Là chi bộ"),
    "cell_committee": gettext_lazy("Có chi ủy"),
    "members": gettext_lazy("Số đảng viên"),
    "full_members": gettext_lazy("Số đảng viên chính thức"),
}
LITERAL = re.compile(r"'([^']*)'")
FORMS = (
    (re.compile(r"(\w+) = '([^']*)'\Z"), "is"),
    (re.compile(r"(\w+) <> '([^']*)'\Z"), "is_not"),
    (re.compile(r"(\w+) IN \((.*)\)\Z"), "one_of"),
    (re.compile(r"(\w+) NOT IN \((.*)\)\Z"), "none_of"),
    (re.compile(r"(\w+) IS NOT NULL\Z"), "known"),
    (re.compile(r"(\w+) < (\d+)\Z"), "under"),
)


def clauses(figure: Figure, population: Population) -> list[str]:
    """The conditions that all hold for a row, each in words; none for a figure of every row."""
    if figure.where == "true":
        return []
    alternatives = _split(figure.where, " OR ")
    if len(alternatives) > 1:
        return [_either(alternatives, population)]
    return [_clause(part, population) for part in _split(figure.where, " AND ")]


def extra(figure: Figure, base: Figure, population: Population) -> list[str]:
    """What a figure asks for beyond another of its population: `nữ`; nothing where it takes a sentence."""
    own, common = _split(figure.where, " AND "), _split(base.where, " AND ")
    beyond = [part for part in own if part not in common and part != "true"]
    if any(_read(part)[1] not in ("is", "one_of") for part in beyond):
        return []
    return [_short(part, population) for part in beyond]


def how_counted(figure: Figure, catalogue: Catalogue) -> str:
    """Of what it is the number, and on which day or in which time."""
    what = {
        ROWS: _("Đếm từng dòng, cộng được từ dưới lên."),
        PERSONS: _("Mỗi người tính một lần trong phạm vi, dù giữ nhiều chức vụ hoặc có nhiều việc."),
        ROUNDS: _("Mỗi việc tính một lần trong phạm vi."),
    }.get(figure.counts) or _("Cộng giá trị của từng dòng.")
    stock = catalogue.kind(figure) == STOCK
    when = _("Tính tại cuối ngày số liệu.") if stock else _("Tính các việc có ngày trong kỳ.")
    return f"{what} {when}"


def population_words(population: Population) -> str:
    """What the rows are, in the reader's language."""
    return population.en if (get_language() or "vi").startswith("en") else population.vi


def _clause(text: str, population: Population) -> str:
    inside = _unwrapped(text)
    if inside != text:
        return _either(_split(inside, " OR "), population)
    name, how, values = _read(text)
    if not name:
        return text
    label, said = _label(name, population), _values(name, values, population)
    return {
        "is": f"{label}: {said}",
        "one_of": f"{label}: {said}",
        "is_not": _("{label} khác {values}").format(label=label, values=said),
        "none_of": _("{label} khác {values}").format(label=label, values=said),
        "known": _("có ghi {label}").format(label=label.lower()),
        "under": _("{label} dưới {values}").format(label=label, values=said),
    }[how]


def _short(text: str, population: Population) -> str:
    name, how, values = _read(text)
    if how == "is" and values == ["yes"]:
        return _label(name, population)
    return _values(name, values, population)


def _either(parts: list[str], population: Population) -> str:
    return _(" hoặc ").join(_clause(part, population) for part in parts)


def _read(text: str) -> tuple[str, str, list[str]]:
    for form, how in FORMS:
        if found := form.match(text):
            rest = found.groups()[1:]
            values = LITERAL.findall(rest[0]) if how.endswith("_of") else list(rest)
            return found.group(1), how, values
    return "", "", []


def _label(column: str, population: Population) -> str:
    return str(COLUMNS.get(column) or counted_words.dimension(_dimension(column, population)))


def _values(column: str, values: list[str], population: Population) -> str:
    return ", ".join(counted_words.cell(_dimension(column, population), value) for value in values)


def _dimension(column: str, population: Population) -> str:
    names = {place: name for name, place in population.dimensions.items()}
    return names.get(column, column.replace("_", "-"))


def _unwrapped(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _split(text: str, word: str) -> list[str]:
    """At a word that stands outside every bracket."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(text):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth and text.startswith(word, at):
            parts.append(text[start:at])
            at += len(word)
            start = at
            continue
        at += 1
    return [part.strip() for part in [*parts, text[start:]]]
