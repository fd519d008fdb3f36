"""A digest of every table of the three databases, to see whether anything was written."""

from hashlib import sha256

from django.db import connections

from thenchot.databases import ALIASES

# Written by whoever looks, and by nobody else.
VIEWING_LOG = {"access_viewing", "access_viewed"}
# When a session was last heard of: no page writes it, the gate before all pages does.
HEARD_OF = {"web_sitting": "seen_at"}


def digests() -> dict[str, str]:
    """`alias.table` → SHA-256 of its rows in any order; the viewing log left out."""
    found = {}
    for alias in ALIASES:
        connection = connections[alias]
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                if table not in VIEWING_LOG:
                    found[f"{alias}.{table}"] = _digest(cursor, connection.ops.quote_name(table), table)
    return found


def _digest(cursor, quoted: str, table: str) -> str:
    cursor.execute(f"SELECT * FROM {quoted}")
    kept = [place for place, one in enumerate(cursor.description) if one[0] != HEARD_OF.get(table)]
    rows = sorted(repr([row[place] for place in kept]) for row in cursor.fetchall())
    return sha256("\n".join(rows).encode()).hexdigest()
