"""Which table lies in which database, who may do what there, and how all of them are brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections, models
from psycopg import sql

ALIASES = ("default", "personal", "log")
OWNERS = {"default": "thenchot_owner", "personal": "thenchot_personal", "log": "thenchot_owner"}
# Accounts have their sessions, second factors and limits beside them.
PERSONAL_APPS = (
    "sealed", "access", "drafts", "forms", "national", "contenttypes", "auth", "sessions", "account", "mfa",
    "django_cache",
)  # fmt: skip

# What the server's role may do with a table on PostgreSQL. A model that is no cache says so itself:
# `server_may = "SELECT, INSERT"`; the server only reads which migrations were applied.
REBUILT = "SELECT, INSERT, UPDATE, DELETE, TRUNCATE"
APPLIED = ("django_migrations", "SELECT")


def database_of(model: type[models.Model]) -> str:
    """The alias a model lives in: its own `database = "log"`, else that of its app."""
    declared: str | None = getattr(model, "database", None)
    return declared or ("personal" if model._meta.app_label in PERSONAL_APPS else "default")


class Router:
    """Names and accounts apart from the book, the viewing log apart from both."""

    def db_for_read(self, model: type[models.Model], **hints: object) -> str:
        return database_of(model)

    def db_for_write(self, model: type[models.Model], **hints: object) -> str:
        return database_of(model)

    def allow_relation(self, one: models.Model, other: models.Model, **hints: object) -> bool:
        return database_of(type(one)) == database_of(type(other))

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: object) -> bool:
        """RunSQL and RunPython have no model: they name theirs with hints={"database": "log"}."""
        if "database" in hints:
            return db == hints["database"]
        try:
            # Not hints["model"]: a migration's historical model has lost its `database`.
            return db == database_of(apps.get_model(app_label, model_name or ""))
        except LookupError:
            return db == ("personal" if app_label in PERSONAL_APPS else "default")


def on_postgresql() -> bool:
    return connections["default"].vendor == "postgresql"


@contextmanager
def as_owner(alias: str) -> Iterator[str]:
    """Inside, `alias` is connected as the role that owns its tables; gives the server's role back.

    Never inside a transaction. SQLite has no roles: nothing happens.
    """
    connection = connections[alias]
    role: str = connection.settings_dict["USER"]
    if connection.vendor != "postgresql":
        yield role
        return
    connection.close()
    connection.settings_dict["USER"] = OWNERS[alias]
    try:
        yield role
    finally:
        connection.close()
        connection.settings_dict["USER"] = role


def migrate_all() -> None:
    """Make what is missing, migrate every database, put the grants back. Sending it twice changes nothing."""
    if on_postgresql():
        for alias in ALIASES:
            create_database(alias)
    else:
        settings.THENCHOT_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    for alias in ALIASES:
        with as_owner(alias) as role:
            call_command("migrate", database=alias, interactive=False, verbosity=0)
            call_command("createcachetable", database=alias, verbosity=0)  # where the router lets it
            grant(alias, role)


def create_database(alias: str, template: str | None = None) -> None:
    """Make the database of `alias` as its owner, empty or as a copy; only its two roles may connect."""
    wanted = connections[alias].settings_dict
    with maintenance(alias) as server:
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [wanted["NAME"]]).fetchone():
            return
        name = sql.Identifier(wanted["NAME"])
        copied = sql.Identifier(template or "template0")
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'").format(name, copied))
        server.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        server.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(name, sql.Identifier(wanted["USER"]))
        )


@contextmanager
def maintenance(alias: str) -> Iterator[psycopg.Connection]:
    """A connection of the owner of `alias` to the server's own database, outside any transaction."""
    asked = connections[alias].get_connection_params() | {"dbname": "postgres", "user": OWNERS[alias]}
    kept = {key: value for key, value in asked.items() if key not in ("cursor_factory", "context")}
    kept.pop("prepare_threshold", None)
    with psycopg.connect(**kept, autocommit=True) as server:
        yield server


def grant(alias: str, role: str) -> None:
    """The server's role may on every table what is written down, no more; it owns nothing."""
    connection = connections[alias]
    if connection.vendor != "postgresql" or role == OWNERS[alias]:
        return
    with connection.cursor() as cursor:
        quote = connection.ops.quote_name
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"REVOKE ALL ON {quote(table)} FROM {quote(role)}")
            cursor.execute(f"GRANT {rights(table)} ON {quote(table)} TO {quote(role)}")


def rights(table: str) -> str:
    """What the server's role may do with a table on PostgreSQL."""
    declared = {m._meta.db_table: getattr(m, "server_may", REBUILT) for m in apps.get_models()}
    return (declared | dict([APPLIED])).get(table, REBUILT)
