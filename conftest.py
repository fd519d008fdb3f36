"""For every test: a freshly migrated installation in a temporary folder, on SQLite or on PostgreSQL."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from hypothesis import HealthCheck, settings

from thenchot.tests import installations
from thenchot.tests.installations import NUMBERS, Installation, copy, drop, pointed_at

ROOT = Path(__file__).parent
# A property says nothing of time: how long an example takes on a busy machine fails no test.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("here")
BROWSER = "test_a_working_day_of_a_commune_clerk.py"


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
        start = [ROOT / "tools" / "postgres.sh", "start", "throwaway"]
        started = subprocess.run(start, capture_output=True, text=True)
        if started.returncode:
            pytest.exit(started.stderr.strip(), returncode=1)
        os.environ["THENCHOT_POSTGRES"] = started.stdout.strip()
    django.setup()


def pytest_report_header(config):
    return f"database: {config.getoption('--database')}"


def pytest_collection_modifyitems(config, items):
    """Files marked `long` begin first: no worker is left alone with one at the end.

    On PostgreSQL only what meets a database: the rest has no second answer to give.

    `sqlite_file`: what somebody does who holds the file of the book; a server's role cannot even try. Of the
    browser's stories the longest: what the others add is how pages look, and every page has tests of its own.
    """
    if config.getoption("--database") == "postgresql":
        pure = {
            item
            for item in items
            if "installation" not in getattr(item, "fixturenames", ())
            or item.get_closest_marker("sqlite_file")
            or ("browser" in item.path.parts and item.path.name != BROWSER)
        }
        config.hook.pytest_deselected(items=list(pure))
        items[:] = [item for item in items if item not in pure]
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


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
    installations.KEEPER = installations.Keeper(tmp_path_factory.mktemp("kept"))
    yield names
    installations.KEEPER.forget()
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
        if here.warm is not None:
            here.warm.end()
        connections.close_all()
    drop(here_names)
