"""A closing opened from its folder alone: figures as closed, the rows behind them, breakdowns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..catalogue import Catalogue, measure_column
from ..figures import Number, number
from ..opened import FIXED, Breakdown, NotDeclared
from ..stated import Said, Share
from . import folder
from .contents import COUNTED, ESTIMATE
from .counting import Counting, measure, measured, under
from .declared import from_json
from .folder import Damaged
from .manifest import FORMAT
from .rows import HASH, SALT, by_row, digest_of, row_hashes


class OtherVersion(Exception):
    """A version of the program made the folder that keeps closings otherwise than ours: (version)."""


def made_by_another(manifest: dict[str, Any]) -> str | None:
    """The version of the program where the manifest is of another format than ours."""
    if manifest["format"] == FORMAT:
        return None
    return str(manifest.get("versions", {}).get("program") or manifest["format"])


@dataclass(frozen=True)
class ClosedRows:
    """The rows behind a closed figure. `erased` more counted when it was closed; each prints *đã xóa*."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    erased: Number

    def column(self, name: str) -> list[Any]:
        """One column."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


class Closing:
    """One folder. Everything is read from it, nothing from the book."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.manifest: dict[str, Any] = json.loads((path / folder.MANIFEST).read_bytes())
            if version := made_by_another(self.manifest):
                raise OtherVersion(version)
            declared = (path / folder.CATALOGUE).read_bytes()
            named = self.manifest["files"][folder.CATALOGUE]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Damaged(str(error)) from None
        try:
            self.catalogue: Catalogue = from_json(json.loads(declared))
        except (ValueError, KeyError, TypeError) as error:
            if folder.sha(declared) == named:  # as it was written, and not as we write it
                raise OtherVersion(self.manifest["versions"]["program"]) from None
            raise Damaged(str(error)) from None

    def _table(self, name: str) -> pa.Table:
        """A table of the folder. Damaged where its file is gone, cut off or changed."""
        try:
            return folder.read_parquet(self.path / name)
        except (OSError, pa.ArrowException) as error:
            raise Damaged(f"{name}: {error}") from None

    @property
    def digest(self) -> str:
        """The digest of the manifest: what every step in the book names, what is signed."""
        return folder.sha((self.path / folder.MANIFEST).read_bytes())

    @cached_property
    def parents(self) -> dict[int, int | None]:
        """The organisations closed, each with what stood over it."""
        found = by_row(self._table(folder.TREE))
        return {node: parent for node, seat, parent in found if node == seat}

    @cached_property
    def seats(self) -> dict[int, int]:
        """Every organisation known then: at which it was counted."""
        found = by_row(self._table(folder.TREE))
        return {node: seat for node, seat, _ in found}

    @cached_property
    def _figures(self) -> tuple[dict[str, dict[int, Number]], dict[tuple[str, int], Said]]:
        counted: defaultdict[str, dict[int, Number]] = defaultdict(dict)
        said = {}
        for code, node, text, how, entry in by_row(self._table(folder.FIGURES)):
            if how == COUNTED:
                counted[code][node] = number(Decimal(text))
            else:
                said[code, node] = Said(number(Decimal(text)), how == ESTIMATE, entry)
        return dict(counted), said

    def figure(self, code: str, organisation: int) -> Number | None:
        """A figure as it was closed; nothing where the book had not begun. KeyError for one not in it."""
        if organisation not in self.parents:
            raise KeyError(organisation)
        counted, said = self._figures
        if code in self.catalogue.stated:
            return said[code, organisation].value if (code, organisation) in said else None
        if code not in self.catalogue.figures:
            raise KeyError(code)
        return counted.get(code, {}).get(organisation, 0) if self.manifest["kept"] else None

    def stated(self, code: str, organisation: int) -> Said | None:
        """What was stated for a figure when it was closed, with its mark *số nhập* or *ước*."""
        return self._figures[1].get((code, organisation))

    def ratios(self, organisation: int) -> dict[str, Share]:
        """Shares and averages as they were closed."""
        mine = self._ratios.get(organisation, {})
        return {
            code: _share(*mine[code]) if code in mine else Share(None, None, None)
            for code in self.catalogue.ratios
        }

    @cached_property
    def _ratios(self) -> dict[int, dict[str, Sequence[Any]]]:
        found: defaultdict[int, dict[str, Sequence[Any]]] = defaultdict(dict)
        for code, node, *parts in by_row(self._table(folder.RATIOS)):
            found[node][code] = parts
        return dict(found)

    def rows(self, code: str, organisation: int) -> ClosedRows:
        """The rows behind a figure, in order of day, entry and subject; with those erased, its number."""
        figure = self.catalogue.figures[code]
        population = self.catalogue.populations[figure.population]
        amount = [column] if (column := measure_column(figure)) else []
        names = tuple(dict.fromkeys([*FIXED, *population.dimensions.values(), *amount]))
        order = ", ".join(dict.fromkeys(["day", "entry", "subject", "person", *names]))
        found = self._counting.ask(
            f"SELECT {', '.join(names)} FROM {under(figure)} AS counted ORDER BY {order}", [organisation]
        )
        erased = (self.figure(code, organisation) or 0) - measured(figure, names, found)
        return ClosedRows(names, found, erased)

    def breakdown(self, code: str, organisation: int, by: Sequence[str]) -> Breakdown:
        """A closed figure by one or two dimensions; rows erased since are in a cell of their own, `()`.

        Raises NotDeclared.
        """
        figure = self.catalogue.figures[code]
        population = self.catalogue.populations[figure.population]
        if not 1 <= len(by) <= 2 or len(set(by)) < len(by) or set(by) - set(population.dimensions):
            raise NotDeclared(code, tuple(by))
        keys = ", ".join(population.dimensions[name] for name in by)
        query = f"SELECT {keys}, {measure(figure)} FROM {under(figure)} AS c GROUP BY {keys} ORDER BY {keys}"
        cells = {row[:-1]: number(row[-1] or 0) for row in self._counting.ask(query, [organisation])}
        if erased := self.rows(code, organisation).erased:
            cells[()] = erased
        total = self.figure(code, organisation) or 0
        return Breakdown(tuple(by), cells, total, sum(cells.values()) - total)

    def everywhere(self, code: str, by: str) -> dict[int, dict[tuple[Any, ...], Number]]:
        """A closed figure by one dimension at every organisation; rows erased since are in the cell `()`."""
        figure = self.catalogue.figures[code]
        key = self.catalogue.populations[figure.population].dimensions[by]
        rows = f"(SELECT * FROM counted_{figure.population} WHERE {figure.where}) AS c"
        seated = f"{rows} JOIN ancestors AS a ON a.organisation = c.seat"
        parts = f"SELECT a.ancestor, c.{key}, {measure(figure)} FROM {seated} GROUP BY a.ancestor, c.{key}"
        found: defaultdict[int, dict[tuple[Any, ...], Number]] = defaultdict(dict)
        for node, value, count in self._counting.ask(parts):
            found[node][value,] = number(count or 0)
        if self.values(figure.population)[SALT].null_count:
            whole = f"SELECT a.ancestor, {measure(figure)} FROM {seated} GROUP BY a.ancestor"
            present = dict(self._counting.ask(whole))
            for node in self.parents:
                if erased := (self.figure(code, node) or 0) - number(present.get(node) or 0):
                    found[node][()] = erased
        return dict(found)

    def recounted(self) -> dict[str, dict[int, Number]]:
        """Every figure counted again from the rows by the predicates of the folder's own catalogue."""
        return self._counting.figures(list(self.catalogue.figures.values()))

    def counted(self) -> dict[str, dict[int, Number]]:
        """Every counted figure as closed, without those that are 0."""
        return self._figures[0]

    def digests(self) -> dict[str, str]:
        """Digests worked out anew from what lies here: of all figures, of the rows of each population."""
        lines = [
            f"{code}|{node}|{value}" for code, of in self.counted().items() for node, value in of.items()
        ]
        found = {"figures": sha256("\n".join(sorted(lines)).encode()).hexdigest()}
        for name in self.manifest["populations"]:
            found[name] = digest_of(self.hashes(name))
        return found

    def hashes(self, population: str) -> list[bytes]:
        """The hash of each row, from its values where they are there, else as stored."""
        stored = self._table(folder.rows_file(population))[HASH].to_pylist()
        values = self.values(population)
        again = row_hashes(values[SALT].to_pylist(), population, values.drop_columns([SALT]))
        return [known if own is None else own for known, own in zip(stored, again, strict=True)]

    def values(self, population: str) -> pa.Table:
        """Salts and values of a population."""
        return self._table(folder.values_file(population))

    def erased(self) -> int:
        """How many rows of all populations have been erased since."""
        return sum(self.values(name)[SALT].null_count for name in self.manifest["populations"])

    @cached_property
    def _counting(self) -> Counting:
        values = {name: self.values(name) for name in self.manifest["populations"]}
        return Counting(values, self.parents)


def _share(numerator: str | None, base: str | None, value: str | None, said: bool) -> Share:
    whole = [None if text is None else number(Decimal(text)) for text in (numerator, base)]
    return Share(whole[0], whole[1], None if value is None else Decimal(value), said)
