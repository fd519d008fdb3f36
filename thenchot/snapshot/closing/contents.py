"""What goes into a closing's folder: everything a closed figure needs, counted at one place in the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from ...ledger.entries import canonical
from ...ledger.minting import Mint
from ..asking import ask
from ..catalogue import Catalogue
from ..engine import Engine
from ..figures import Counts, count
from ..period import Period
from ..stated import check_relations, ratios, stated
from ..tree import RECAST
from . import folder, rows
from .declared import as_json

COUNTED, STATED, ESTIMATE = "counted", "stated", "estimate"
Files = dict[str, bytes]


@dataclass
class Contents:
    """One organisation and everything under it, in one period, as the engine knows it."""

    engine: Engine
    period: Period
    organisation: int
    catalogue: Catalogue
    mint: Mint

    @cached_property
    def counts(self) -> Counts:
        return count(self.engine, self.period, organisations=self.nodes, catalogue=self.catalogue)

    @cached_property
    def nodes(self) -> list[int]:
        """The organisation and all under it; LookupError where the tree of the day lacks it."""
        tree = ask(self.engine, self.period).tree
        if self.organisation not in tree.parents:
            raise LookupError(self.organisation)
        return [node for node in tree.organisations if self.organisation in tree.above(node)]

    def files(self) -> tuple[Files, dict[str, Any]]:
        """(files by name, what the manifest says of them)."""
        signed: Files = {
            folder.CATALOGUE: canonical(as_json(self.catalogue)).encode(),
            folder.FIGURES: folder.parquet(self._figures()),
            folder.RATIOS: folder.parquet(self._ratios()),
            folder.TREE: folder.parquet(self._tree()),
        }
        values: Files = {}
        populations = {}
        for name in sorted({figure.population for figure in self.catalogue.figures.values()}):
            hashes, whole = rows.hashed(self._rows(name), name, self.mint)
            signed[folder.rows_file(name)] = folder.parquet(hashes)
            values[folder.values_file(name)] = folder.parquet(whole)
            digest = rows.digest_of(hashes[rows.HASH].to_pylist())
            populations[name] = {"rows": hashes.num_rows, "digest": digest}
        said = {
            "files": {name: folder.sha(content) for name, content in signed.items()},
            "populations": populations,
            "tree_day": self.period.data_to.isoformat(),
            "view": RECAST,
            "kept": self.counts.kept,
            "kept_from": _iso(self.counts.kept_from),
            "organisations": len(self.nodes),
            **self._face(),
        }
        return signed | values, said

    def _figures(self) -> pa.Table:
        """Every figure of every organisation: a counted one that is missing here is 0."""
        found: list[tuple[Any, ...]] = sorted(
            (c, o, str(v), COUNTED, None) for c, o, v in self.counts.counted()
        )
        said = stated(self.engine, self.period, self.counts, self.catalogue)
        wanted = set(self.nodes)
        found += [
            (code, about, str(one.value), ESTIMATE if one.estimate else STATED, one.entry)
            for (code, about), one in sorted(said.items())
            if about in wanted
        ]
        columns = "figure", "organisation", "value", "how", "entry"
        return _table(columns, found, (pa.string(), pa.int64(), pa.string(), pa.string(), pa.int64()))

    def _ratios(self) -> pa.Table:
        said = stated(self.engine, self.period, self.counts, self.catalogue)
        found = [
            (code, node, _text(share.numerator), _text(share.base), _text(share.value), share.stated)
            for node in (self.nodes if self.catalogue.ratios else ())
            for code, share in ratios(self.counts, node, said, self.catalogue).items()
            if share.numerator or share.base
        ]
        columns = "ratio", "organisation", "numerator", "base", "value", "stated"
        text = pa.string()
        return _table(columns, sorted(found), (text, pa.int64(), text, text, text, pa.bool_()))

    def _tree(self) -> pa.Table:
        """Where each organisation the book knows is counted, and what stands over it."""
        tree, wanted = self.counts.tree, set(self.nodes)
        found = [
            (node, seat, tree.parents.get(node) if node != self.organisation else None)
            for node, seat in sorted(tree.seats.items())
            if seat in wanted
        ]
        return _table(("organisation", "seat", "parent"), found, (pa.int64(),) * 3)

    def _rows(self, name: str) -> pa.Table:
        question = ask(self.engine, self.period)
        table = question.population(self.catalogue.populations[name])
        columns = question.columns(self.catalogue.populations[name])
        listed = ", ".join(f"p.{column}" for column in columns)
        query = (
            f"SELECT {listed} FROM {table} AS p JOIN ancestors AS a ON a.organisation = p.seat"
            f" WHERE a.ancestor = ? ORDER BY {listed}"
        )
        if not self.counts.kept:
            query = query.replace("WHERE", "WHERE false AND")
        with question.lock:
            found = question.cursor.sql(query, params=[self.organisation]).to_arrow_table()
        return rows.plain(found)

    def _face(self) -> dict[str, Any]:
        """What was still open on the day of closing: it stands on the closing's face."""
        unmet = check_relations(self.counts, self.catalogue)
        return {
            "to_review": list(self._to_review()),
            "unmet": [
                {"figure": one.code, "verb": one.verb,
                 "others": list(one.others), "organisation": str(one.organisation)}
                for one in unmet
            ],
            "unseated": dict(sorted(self.counts.unseated.items())) if self._is_top() else {},
        }  # fmt: skip

    def _is_top(self) -> bool:
        return self.counts.tree.parents[self.organisation] is None

    def _to_review(self) -> Iterator[dict[str, Any]]:
        tree = self.counts.tree
        found = self.engine.cursor().execute(TO_REVIEW, [self.period.data_to]).fetchall()
        for key, grade, organisation in found:
            if (organisation is None and self._is_top()) or tree.contains(self.organisation, organisation):
                rule, _at, entry = key.partition("@")
                yield {"rule": rule, "grade": grade, "entry": int(entry)}


# Open is what nobody has looked at again by the cut-off, whatever day the second look bears.
TO_REVIEW = """
SELECT s.key, s.value, e.organisation FROM state AS s JOIN entry AS e ON e.seq = s.opened_by
WHERE s.track = 'review' AND s.until IS NULL AND s.since <= ? ORDER BY s.opened_by, s.key
"""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _table(names: tuple[str, ...], found: list[tuple[Any, ...]], types: tuple[pa.DataType, ...]) -> pa.Table:
    columns = list(zip(*found, strict=True)) if found else [()] * len(names)
    arrays = [pa.array(column, form) for column, form in zip(columns, types, strict=True)]
    return pa.table(arrays, names=list(names))
