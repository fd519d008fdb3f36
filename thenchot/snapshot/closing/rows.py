"""Rows beside their salted hashes: the hash is signed, the salt and the values can be erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ...ledger.minting import Mint

SALT, HASH = "salt", "hash"


def row_hash(salt: bytes, population: str, values: Sequence[Any]) -> bytes:
    """Binds one row to the manifest; with the salt gone it says nothing."""
    said = dumps([population, *map(_said, values)], ensure_ascii=False, separators=(",", ":"))
    return sha256(salt + said.encode()).digest()


def _said(value: Any) -> Any:
    if value is None or isinstance(value, bool | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def hashed(rows: pa.Table, population: str, mint: Mint) -> tuple[pa.Table, pa.Table]:
    """(hashes, salts and values) of a population, both in the order of the hashes.

    In any other order a row that is erased later would still tell by its neighbours where it stood.
    """
    salts = [mint.salt() for _ in range(rows.num_rows)]
    hashes = [row_hash(salt, population, row) for salt, row in zip(salts, by_row(rows), strict=True)]
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
