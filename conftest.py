"""For every test: a freshly migrated installation in a temporary folder, on SQLite or on PostgreSQL."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import django
import pytest

ROOT = Path(__file__).parent


def pytest_addoption(parser):
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite")


def pytest_configure(config):
    """Whatever the environment says, a test never finds the installation of the person who runs it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
    os.environ["THENCHOT_HOME"] = str(ROOT / "var" / "no-such-installation" / "home")
    os.environ["THENCHOT_LANGUAGE"] = "vi"
    os.environ.pop("THENCHOT_KEY_FILE", None)
    if config.getoption("--database") == "sqlite":
        os.environ.pop("THENCHOT_POSTGRES", None)
    elif not os.environ.get("THENCHOT_POSTGRES"):
        started = subprocess.run([ROOT / "tools" / "postgres.sh", "start"], capture_output=True, text=True)
        if started.returncode:
            pytest.exit(started.stderr.strip(), returncode=1)
        os.environ["THENCHOT_POSTGRES"] = started.stdout.strip()
    django.setup()


def pytest_report_header(config):
    return f"database: {config.getoption('--database')}"


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what meets a database: the rest has no second answer to give.

    `sqlite_file`: what somebody does who holds the file of the book; a server's role cannot even try.
    """
    if config.getoption("--database") == "postgresql":
        pure = [
            item
            for item in items
            if "installation" not in getattr(item, "fixturenames", ())
            or item.get_closest_marker("sqlite_file")
        ]
        config.hook.pytest_deselected(items=pure)
        items[:] = [item for item in items if item not in set(pure)]


@dataclass
class Installation:
    """Where the test's databases lie. `renew()` empties them, for one example of a property after another."""

    engine: str
    home: Path = field(default_factory=Path)
    renew: Callable[[], None] = lambda: None
    environment: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
def templates(request, tmp_path_factory) -> Iterator[dict[str, str]]:
    """Migrated once for each process; every test gets a copy."""
    from django.db import connections
    from django.test import override_settings

    from thenchot.databases import ALIASES, migrate_all

    home = tmp_path_factory.mktemp("template") / "home"
    with override_settings(THENCHOT_HOME=home), pointed_at(home, f"test_{os.getpid()}_template"):
        migrate_all()
        names = {alias: str(connections[alias].settings_dict["NAME"]) for alias in ALIASES}
    yield names
    drop(names)


@pytest.fixture
def installation(request, templates, tmp_path, monkeypatch) -> Iterator[Installation]:
    """Empty, migrated databases of one's own; Django's connections lead there."""
    from django.db import connections
    from django.test import override_settings

    engine = request.config.getoption("--database")
    home, prefix = tmp_path / "home", f"test_{os.getpid()}_{next(NUMBERS)}"
    key_file = home.with_suffix(".key")
    here = Installation(engine, home)
    environment = {"THENCHOT_HOME": str(home), "THENCHOT_KEY_FILE": str(key_file)}
    if engine == "postgresql":
        environment["THENCHOT_POSTGRES"] = f"{os.environ['THENCHOT_POSTGRES']} dbname={prefix}"
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    here.environment = dict(os.environ)

    def renew() -> None:
        connections.close_all()
        drop(here_names)
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(mode=0o700)
        copy(templates)

    with (
        override_settings(THENCHOT_HOME=home, THENCHOT_KEY_FILE=key_file),
        pointed_at(home, prefix) as here_names,
    ):
        here.renew = renew
        renew()
        yield here
        connections.close_all()
    drop(here_names)


NUMBERS = count()


class pointed_at:
    """Lead Django's connections, of every thread, to the databases of one installation."""

    def __init__(self, home: Path, prefix: str) -> None:
        self.home, self.prefix = home, prefix

    def __enter__(self) -> dict[str, str]:
        from django.db import connections

        connections.close_all()
        self.before = {alias: connections.settings[alias]["NAME"] for alias in connections}
        for alias in connections:
            part = "book" if alias == "default" else alias
            name = f"{self.prefix}_{part}" if on_postgresql() else self.home / f"{part}.sqlite3"
            connections.settings[alias]["NAME"] = name
        return {alias: str(connections.settings[alias]["NAME"]) for alias in connections}

    def __exit__(self, *error: object) -> None:
        from django.db import connections

        connections.close_all()
        for alias, name in self.before.items():
            connections.settings[alias]["NAME"] = name


def on_postgresql() -> bool:
    return bool(os.environ.get("THENCHOT_POSTGRES"))


def copy(templates: dict[str, str]) -> None:
    from django.db import connections

    from thenchot.databases import create_database

    for alias, template in templates.items():
        if on_postgresql():
            create_database(alias, template)
        else:
            shutil.copyfile(template, connections.settings[alias]["NAME"])


def drop(names: dict[str, str]) -> None:
    from psycopg import sql

    from thenchot.databases import maintenance

    for alias, name in names.items() if on_postgresql() else ():
        with maintenance(alias) as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
