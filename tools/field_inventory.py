"""Every field that is stored, from the code; prints what docs/fields.csv lacks and what it has too much.

python -m tools.field_inventory          print the missing rows
python -m tools.field_inventory --write  sort the file, add the missing rows purpose and end left blank
"""

from __future__ import annotations

import csv
import os
import sys
from dataclasses import fields as dataclass_fields
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "fields.csv"
COLUMNS = ("kind", "field", "class", "purpose", "end")

CACHE_COLUMNS = ("cache_key", "value", "expires")

Key = tuple[str, str, str]


def load_every_kind() -> None:
    """Import every module of acts of the house."""
    for path in sorted((ROOT / "thenchot").rglob("*events.py")):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def stored_fields() -> set[Key]:
    """(kind or table, field, class) of acts, of an entry's head, of the sealed file, of every table."""
    from django.apps import apps
    from django.conf import settings

    from thenchot.databases import database_of
    from thenchot.ledger.entries import Entry
    from thenchot.ledger.kinds import KINDS
    from thenchot.sealed.persons import PersonFile

    load_every_kind()
    found = {
        (kind, field.name, act.holds) for kind, act in KINDS.items() if ours(act) for field in act.fields()
    }
    found |= {("entry", field.name, "open") for field in dataclass_fields(Entry) if field.name != "act"}
    found |= {("sealed.person", field.name, "file") for field in dataclass_fields(PersonFile)}
    for model in apps.get_models():
        kind = "book" if database_of(model) == "default" else database_of(model)
        found |= {
            (str(model._meta.db_table), str(f.column), kind)
            for f in model._meta.local_concrete_fields
            if f.column
        }
    # The cache is a table without a model, beside the accounts.
    cache = str(settings.CACHES["default"]["LOCATION"])
    found |= {(cache, column, "personal") for column in CACHE_COLUMNS}
    return found


def ours(act: type) -> bool:
    """Not a kind that a test declared for itself."""
    return act.__module__.startswith("thenchot.") and ".tests." not in act.__module__


def written() -> list[dict[str, str]]:
    """The rows of docs/fields.csv."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key(row: dict[str, str]) -> Key:
    return row["kind"], row["field"], row["class"]


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    django.setup()
    rows = {key(row): row for row in written()} if FILE.exists() else {}
    stored = stored_fields()
    for lacking in sorted(stored - rows.keys()):
        print("missing:", ",".join(lacking))
    for gone in sorted(rows.keys() - stored):
        print("no longer stored:", ",".join(gone))
    if "--write" in sys.argv:
        blank = {"purpose": "", "end": ""}
        with FILE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            for row in sorted(stored):
                writer.writerow(rows.get(row) or dict(zip(COLUMNS, row, strict=False)) | blank)


if __name__ == "__main__":
    main()
