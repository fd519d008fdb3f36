"""What the databases themselves refuse, whoever asks: changing, deleting, replacing, reordering."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FIXED = ("ledger_entry", "ledger_checkpoint")  # never updated, never deleted from
NUMBERED = {"ledger_entry": "seq", "ledger_checkpoint": "number"}
ALL = (*FIXED, "ledger_fact")

# A fact may go only when a later entry says that this person's data are erased.
ERASED = """EXISTS (SELECT 1 FROM ledger_entry said JOIN ledger_entry lost ON lost.seq = OLD.seq
 WHERE said.kind = 'people.erased' AND said.does = 'record'
 AND said.about = lost.about AND said.seq > lost.seq)"""


def install(connection: Any) -> None:
    """Put the guards (back) on the book's tables; safe to repeat."""
    statements = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def missing(connection: Any) -> list[str]:
    """The guards that should stand and do not."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {row[0] for row in cursor.fetchall()}
    return sorted(expected(connection.vendor) - standing)


def expected(vendor: str) -> set[str]:
    """Names of the triggers on this database."""
    verbs = ["update", "delete", "insert"] + (["truncate"] if vendor == "postgresql" else [])
    return {f"{table}_{verb}" for table in ALL for verb in verbs}


def _rules() -> Iterator[tuple[str, str, str]]:
    """(table, verb, condition under which it is refused; empty: always)."""
    for table in FIXED:
        yield table, "UPDATE", ""
        yield table, "DELETE", ""
        number = NUMBERED[table]
        # Without this INSERT OR REPLACE would rewrite a line: it deletes without firing delete triggers.
        yield table, "INSERT", f"NEW.{number} <> (SELECT coalesce(max({number}), 0) + 1 FROM {table})"
    yield "ledger_fact", "UPDATE", ""
    yield "ledger_fact", "DELETE", f"NOT {ERASED}"
    yield (
        "ledger_fact",
        "INSERT",
        "EXISTS (SELECT 1 FROM ledger_fact WHERE seq = NEW.seq) "
        "OR NOT EXISTS (SELECT 1 FROM ledger_entry WHERE seq = NEW.seq)",
    )


def _sqlite() -> Iterator[str]:
    for table, verb, condition in _rules():
        name = f"{table}_{verb.lower()}"
        when = f"WHEN {condition} " if condition else ""
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW {when}"
            f"BEGIN SELECT RAISE(ABORT, 'the book is never changed: {name}'); END"
        )


def _postgresql() -> Iterator[str]:
    for table, verb, condition in _rules():
        name = f"{table}_{verb.lower()}"
        kept = "NEW" if verb == "INSERT" else "OLD"
        body = f"IF {condition or 'true'} THEN RAISE EXCEPTION 'the book is never changed: {name}'; END IF;"
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$guard$ BEGIN {body} RETURN {kept}; END $guard$"
        )
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    yield (
        "CREATE OR REPLACE FUNCTION ledger_truncate() RETURNS trigger LANGUAGE plpgsql AS "
        "$guard$ BEGIN RAISE EXCEPTION 'the book is never changed: truncate'; END $guard$"
    )
    for table in ALL:
        yield f"DROP TRIGGER IF EXISTS {table}_truncate ON {table}"
        yield (
            f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_truncate()"
        )
