"""Rows beside their salted hashes: the hash is signed, the salt and the values can be erased."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from json import JSONEncoder
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ...ledger.minting import Mint

SALT, HASH = "salt", "hash"


def row_hashes(salts: Iterable[bytes | None], population: str, values: pa.Table) -> list[bytes | None]:
    """Binds each row to the manifest; with its salt gone a row has no hash of its own any more.

    SHA-256(salt ‖ JSON of the population's name and the row's values), where numbers and days are text.
    """
    said = by_row(pa.table([_said(column) for column in values.columns], names=values.column_names))
    return [
        None if salt is None else sha256(salt + _encode([population, *row]).encode()).digest()
        for salt, row in zip(salts, said, strict=True)
    ]


_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _said(column: pa.ChunkedArray) -> pa.ChunkedArray:
    kept = pa.types.is_boolean(column.type) or pa.types.is_string(column.type)
    return column if kept else column.cast(pa.string())


def hashed(rows: pa.Table, population: str, mint: Mint) -> tuple[pa.Table, pa.Table]:
    """(hashes, salts and values) of a population, both in the order of the hashes.

    In any other order a row that is erased later would still tell by its neighbours where it stood.
    """
    salts = [mint.salt() for _ in range(rows.num_rows)]
    hashes = row_hashes(salts, population, rows)
    order = pa.array(sorted(range(len(hashes)), key=hashes.__getitem__), pa.int64())
    fixed = pa.binary(16), pa.binary(32)
    whole = rows.add_column(0, SALT, pa.array(salts, fixed[0])).take(order)
    return pa.table({HASH: pa.array(sorted(hashes), fixed[1])}), whole


def by_row(table: pa.Table) -> Iterable[tuple[Any, ...]]:
    """The rows of a table as tuples."""
    columns = [column.to_pylist() for column in table.columns]
    return zip(*columns, strict=True) if columns else ()


def without(values: pa.Table, person: int) -> tuple[pa.Table, int]:
    """The same rows with salt and values of one person's gone, and how many they were."""
    his = pa.nulls(values.num_rows, pa.bool_()).fill_null(False)
    for name in ("person", "subject"):
        if name in values.column_names:
            his = pc.or_(his, pc.equal(values[name], person).combine_chunks().fill_null(False))
    number = pc.sum(his.cast(pa.int64())).as_py() or 0
    erased = [pc.if_else(his, pa.scalar(None, column.type), column) for column in values.columns]
    return pa.table(erased, schema=values.schema), number


def digest_of(hashes: Iterable[bytes]) -> str:
    """One digest for all rows of a population."""
    return sha256(b"".join(hashes)).hexdigest()


def plain(table: pa.Table) -> pa.Table:
    """The table with lists of names as text, so that every engine reads it alike."""
    for place, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            table = table.set_column(place, field.name, table.column(place).cast(pa.string()))
    return table
