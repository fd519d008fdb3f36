"""Django's settings: where the data lies, which database holds what, the language; the site's own below."""

import os
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

# The data folder: databases, segments, closings. Its default is the demo, never a service book.
THENCHOT_HOME = Path(os.environ.get("THENCHOT_HOME") or "var/demo").absolute()
# The machine slot of the keyring lies outside the data folder, so that a copied folder opens nothing.
THENCHOT_KEY_FILE = Path(os.environ.get("THENCHOT_KEY_FILE") or THENCHOT_HOME.with_suffix(".key")).absolute()
# libpq keywords such as `host=/run/postgresql port=5433`; empty for SQLite. `dbname` is the first part of
# the names of the three databases. Passwords stay in libpq's own password file.
THENCHOT_POSTGRES = os.environ.get("THENCHOT_POSTGRES", "")

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA recursive_triggers=ON",  # INSERT OR REPLACE then fires the delete guards too
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)
# What a foreign file's schema may call. The second factors' table checks its JSON in the schema.
UNTRUSTED_SCHEMA = "PRAGMA trusted_schema=OFF"


def _sqlite(name: str) -> dict:
    pragmas = SQLITE_PRAGMAS if name == "personal" else (*SQLITE_PRAGMAS, UNTRUSTED_SCHEMA)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": THENCHOT_HOME / f"{name}.sqlite3",
        # IMMEDIATE: the second clerk waits for the first instead of failing when she writes.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": ";".join(pragmas),
        },
    }


def _postgresql(name: str, role: str) -> dict:
    server = conninfo_to_dict(THENCHOT_POSTGRES)
    prefix = server.pop("dbname", None) or "thenchot"
    server.pop("user", None)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": f"{prefix}_{name}",
        "USER": role,
        "HOST": server.pop("host", ""),
        "PORT": server.pop("port", ""),
        "OPTIONS": server,
    }


# The server's roles. Migrations run as another one (databases.as_owner).
_ROLES = {"book": "thenchot_app", "personal": "thenchot_personal", "log": "thenchot_app"}
DATABASES = {
    "default" if name == "book" else name: _postgresql(name, role) if THENCHOT_POSTGRES else _sqlite(name)
    for name, role in _ROLES.items()
}
DATABASE_ROUTERS = ["thenchot.databases.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "thenchot.web",  # first: its templates and its refusals stand before the libraries'
    "django.contrib.contenttypes",  # allauth's and auth's tables ask for it
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "thenchot.ledger",
    "thenchot.sealed",
    "thenchot.access",
    "thenchot.snapshot",
    "thenchot.rooms",
    "thenchot.exchange.national",
    "thenchot.reports.drafts",
    "thenchot.reports.forms",
]

# Set before the first migration: it cannot be changed later. Who may what is not Django's but the book's.
AUTH_USER_MODEL = "access.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_CODE = os.environ.get("THENCHOT_LANGUAGE") or "vi"
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]

from thenchot.site_settings import *  # noqa: E402, F403 — what the site adds
