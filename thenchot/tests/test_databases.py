"""Each database holds its own tables, is opened with every guard, and the server's role owns nothing."""

import pytest
from django.conf import settings
from django.db import OperationalError, connections
from django.db.migrations.recorder import MigrationRecorder

from thenchot.databases import ALIASES, REBUILT, as_owner, database_of, migrate_all, rights
from thenchot.settings import UNTRUSTED_SCHEMA

PRAGMAS = {
    "journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1,
    "foreign_keys": 1, "trusted_schema": 0, "secure_delete": 1,
}  # fmt: skip
# The second factors' table checks its JSON in the schema, which SQLite calls unsafe in one it may not trust.
TRUSTING = {"personal": {"trusted_schema": 1}}
HELD = """
SELECT c.relname, pg_has_role(current_user, c.relowner, 'USAGE'),
       array(SELECT p FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) p
             WHERE has_table_privilege(c.oid, p))
FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace"""
# On PostgreSQL: the role, and whether it may make tables. The personal file is its role's own.
SERVER = {
    "default": ("thenchot_app", False),
    "personal": ("thenchot_personal", True),
    "log": ("thenchot_app", False),
}


@pytest.mark.parametrize("alias", ALIASES)
def test_a_database_is_opened_with_every_guard_its_engine_has(installation, alias):
    with connections[alias].cursor() as cursor:
        if installation.engine == "sqlite":
            found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
            assert found == PRAGMAS | TRUSTING.get(alias, {})
            assert connections[alias].transaction_mode == "IMMEDIATE"
        else:
            cursor.execute("SELECT current_user, has_schema_privilege('public', 'CREATE')")
            assert cursor.fetchone() == SERVER[alias]


@pytest.mark.sqlite_file
def test_nothing_but_one_check_asks_the_personal_database_to_trust_its_schema(installation):
    with connections["personal"].cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%JSON_VALID%' OR type = 'trigger'")
        assert cursor.fetchall() == [("mfa_authenticator",)]
        cursor.execute(UNTRUSTED_SCHEMA)
        with pytest.raises(OperationalError, match="unsafe use of JSON_VALID"):
            cursor.execute("INSERT INTO mfa_authenticator (type, data) VALUES ('totp', '{}')")


def test_migrating_again_changes_nothing(installation):
    def applied():
        return {alias: MigrationRecorder(connections[alias]).applied_migrations().keys() for alias in ALIASES}

    before = applied()
    migrate_all()
    assert applied() == before


def test_every_table_lies_in_one_database(installation):
    from django.apps import apps

    tables = {}
    for alias in ALIASES:
        with as_owner(alias), connections[alias].cursor() as cursor:
            tables[alias] = set(connections[alias].introspection.table_names(cursor)) - {"django_migrations"}
    declared = {alias: set() for alias in ALIASES}
    for model in apps.get_models(include_auto_created=True):
        declared[database_of(model)].add(model._meta.db_table)
    declared["personal"].add(settings.CACHES["default"]["LOCATION"])  # counts tries to sign in, no model
    assert tables == declared


def test_the_server_may_only_add_to_the_book():
    assert rights("ledger_entry") == "SELECT, INSERT"
    assert rights("ledger_fact") == "SELECT, INSERT, DELETE"
    assert rights("ledger_period") == REBUILT
    assert rights("django_migrations") == "SELECT"


def test_the_server_has_exactly_the_rights_written_down(installation):
    """As the server's role asks PostgreSQL itself; SQLite has no roles."""
    for alias in ALIASES if installation.engine == "postgresql" else ():
        if alias == "personal":
            continue
        with connections[alias].cursor() as cursor:
            cursor.execute(HELD)
            for table, owned, held in cursor.fetchall():
                assert (table, owned, set(held)) == (table, False, set(rights(table).split(", ")))
