"""Installations for tests: empty ones copied from a migrated template, and begun ones kept to be put back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

NUMBERS = count()


@dataclass
class Installation:
    """Where the test's databases lie. `renew()` empties them, for one example of a property after another."""

    engine: str
    home: Path = field(default_factory=Path)
    renew: Callable[[], None] = lambda: None
    environment: dict[str, str] = field(default_factory=dict)
    warm: Any = None  # runs commands as processes (`cli/tests/everything.py`)


@dataclass(frozen=True)
class Kept:
    """A begun installation as it was: its databases by alias, a copy of its folder and key file, what its
    maker wants back."""

    databases: dict[str, str]
    folder: Path
    key_file: bytes
    told: object


class Keeper:
    """What one process keeps for all its tests; removed at its end."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._kept = folder, dict[str, Kept]()

    def keep(self, name: str, told: object) -> None:
        """The installation the settings point to, as it is now."""
        from django.conf import settings
        from django.db import connections

        connections.close_all()
        number = next(NUMBERS)
        folder = self._folder / f"kept-{number}"
        shutil.copytree(settings.THENCHOT_HOME, folder)
        databases = {}
        for alias in connections:
            current = str(connections.settings[alias]["NAME"])
            databases[alias] = str(folder / Path(current).name)
            if on_postgresql():
                databases[alias] = f"test_{os.getpid()}_kept_{number}_{alias}"
                _copied(alias, current, databases[alias])
        self._kept[name] = Kept(databases, folder, Path(settings.THENCHOT_KEY_FILE).read_bytes(), told)

    def put_back(self, name: str) -> object | None:
        """Make the settings' installation the one kept under this name; nothing if there is none."""
        from django.conf import settings
        from django.db import connections

        kept = self._kept.get(name)
        if kept is None:
            return None
        connections.close_all()
        home, key_file = Path(settings.THENCHOT_HOME), Path(settings.THENCHOT_KEY_FILE)
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(kept.folder, home)
        key_file.write_bytes(kept.key_file)
        key_file.chmod(0o600)
        if on_postgresql():
            drop({alias: str(connections.settings[alias]["NAME"]) for alias in connections})
            copy(kept.databases)
        return kept.told

    def forget(self) -> None:
        for kept in self._kept.values():
            drop(kept.databases)


KEEPER: Keeper | None = None


@contextmanager
def pointed_at(home: Path, prefix: str) -> Iterator[dict[str, str]]:
    """Lead Django's connections, of every thread, to the databases of one installation."""
    from django.db import connections

    connections.close_all()
    before = {alias: connections.settings[alias]["NAME"] for alias in connections}
    for alias in connections:
        part = "book" if alias == "default" else alias
        name = f"{prefix}_{part}" if on_postgresql() else home / f"{part}.sqlite3"
        connections.settings[alias]["NAME"] = name
    try:
        yield {alias: str(connections.settings[alias]["NAME"]) for alias in connections}
    finally:
        connections.close_all()
        for alias, name in before.items():
            connections.settings[alias]["NAME"] = name


def on_postgresql() -> bool:
    return bool(os.environ.get("THENCHOT_POSTGRES"))


def copy(templates: dict[str, str]) -> None:
    """The current installation's databases as copies of these."""
    from django.db import connections

    from thenchot.databases import create_database

    for alias, template in templates.items():
        if on_postgresql():
            create_database(alias, template)
        else:
            shutil.copyfile(template, connections.settings[alias]["NAME"])


def _copied(alias: str, source: str, name: str) -> None:
    """A database of PostgreSQL copied under another name."""
    from django.db import connections

    from thenchot.databases import create_database

    connections.settings[alias]["NAME"] = name
    try:
        create_database(alias, source)
    finally:
        connections.settings[alias]["NAME"] = source


def drop(names: dict[str, str]) -> None:
    from psycopg import sql

    from thenchot.databases import maintenance

    for alias, name in names.items() if on_postgresql() else ():
        with maintenance(alias) as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
