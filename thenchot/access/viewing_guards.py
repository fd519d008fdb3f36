"""What the database itself refuses: changing, removing or replacing a line of the viewing log."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSED = "the viewing log is never changed"
SIGNED = "what was signed of the viewing log is never changed"
DETACHED = "what a line says goes only after a line that detaches it"

# A line `detached` names the last seq whose facts go; until it stands in the log they stay.
_DETACHED_UNTIL = "SELECT max(until) FROM access_viewing WHERE door = 'detached'"

SQLITE = {
    "viewing_update": ("BEFORE UPDATE ON access_viewing", "1", REFUSED),
    "viewing_delete": ("BEFORE DELETE ON access_viewing", "1", REFUSED),
    # INSERT OR REPLACE removes the old line without asking the delete guard.
    "viewing_insert": (
        "BEFORE INSERT ON access_viewing",
        "NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM access_viewing)",
        REFUSED,
    ),
    "viewed_update": ("BEFORE UPDATE ON access_viewed", "1", REFUSED),
    "viewed_delete": (
        "BEFORE DELETE ON access_viewed",
        f"OLD.seq > coalesce(({_DETACHED_UNTIL}), 0)",
        DETACHED,
    ),
    "viewed_insert": (
        "BEFORE INSERT ON access_viewed",
        "NEW.seq IS NOT (SELECT max(seq) FROM access_viewing)"
        " OR EXISTS (SELECT 1 FROM access_viewed WHERE seq = NEW.seq)",
        REFUSED,
    ),
    "log_checkpoint_update": ("BEFORE UPDATE ON access_log_checkpoint", "1", SIGNED),
    "log_checkpoint_delete": ("BEFORE DELETE ON access_log_checkpoint", "1", SIGNED),
    "log_checkpoint_insert": (
        "BEFORE INSERT ON access_log_checkpoint",
        "NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM access_log_checkpoint)",
        SIGNED,
    ),
}

POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION access_viewing_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND TG_TABLE_NAME = 'access_viewing' THEN
    IF NEW.seq = (SELECT coalesce(max(seq), 0) + 1 FROM access_viewing) THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'INSERT' THEN
    IF NEW.seq = (SELECT max(seq) FROM access_viewing) THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'access_viewed' THEN
    IF OLD.seq <= coalesce(({_DETACHED_UNTIL}), 0) THEN RETURN OLD; END IF;
    RAISE EXCEPTION '{DETACHED}';
  END IF;
  RAISE EXCEPTION '{REFUSED}';
END $$;
DROP TRIGGER IF EXISTS viewing_row ON access_viewing;
DROP TRIGGER IF EXISTS viewing_truncate ON access_viewing;
DROP TRIGGER IF EXISTS viewed_row ON access_viewed;
DROP TRIGGER IF EXISTS viewed_truncate ON access_viewed;
CREATE TRIGGER viewing_row BEFORE INSERT OR UPDATE OR DELETE ON access_viewing
  FOR EACH ROW EXECUTE FUNCTION access_viewing_guard();
CREATE TRIGGER viewing_truncate BEFORE TRUNCATE ON access_viewing
  FOR EACH STATEMENT EXECUTE FUNCTION access_viewing_guard();
CREATE TRIGGER viewed_row BEFORE INSERT OR UPDATE OR DELETE ON access_viewed
  FOR EACH ROW EXECUTE FUNCTION access_viewing_guard();
CREATE TRIGGER viewed_truncate BEFORE TRUNCATE ON access_viewed
  FOR EACH STATEMENT EXECUTE FUNCTION access_viewing_guard();
"""

ON_POSTGRESQL = ("viewing", "viewed", "log_checkpoint")
CHECKPOINTS = "access_log_checkpoint"
# Apart from the others: their first migration runs before this table is there.
CHECKPOINTS_ON_POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION access_log_checkpoint_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.number = (SELECT coalesce(max(number), 0) + 1 FROM {CHECKPOINTS}) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '{SIGNED}';
END $$;
DROP TRIGGER IF EXISTS log_checkpoint_row ON {CHECKPOINTS};
DROP TRIGGER IF EXISTS log_checkpoint_truncate ON {CHECKPOINTS};
CREATE TRIGGER log_checkpoint_row BEFORE INSERT OR UPDATE OR DELETE ON {CHECKPOINTS}
  FOR EACH ROW EXECUTE FUNCTION access_log_checkpoint_guard();
CREATE TRIGGER log_checkpoint_truncate BEFORE TRUNCATE ON {CHECKPOINTS}
  FOR EACH STATEMENT EXECUTE FUNCTION access_log_checkpoint_guard();
"""


def put_guards(connection: BaseDatabaseWrapper) -> None:
    """Put the guards, or put them back; sending it twice changes nothing."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL + (CHECKPOINTS_ON_POSTGRESQL if CHECKPOINTS in tables else ""))
            return
        for name, (when, condition, sentence) in SQLITE.items():
            if when.rpartition(" ")[2] not in tables:
                continue
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(
                f"CREATE TRIGGER {name} {when} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            )


def missing_guards(connection: BaseDatabaseWrapper) -> list[str]:
    """Guards that are not there; start-up refuses a log without them."""
    if connection.vendor == "postgresql":
        wanted = {f"{one}_{each}" for one in ON_POSTGRESQL for each in ("row", "truncate")}
        sql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
    else:
        wanted, sql = set(SQLITE), "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted(wanted - {name for (name,) in cursor.fetchall()})
