"""What a server does that stays: names and engine in memory before anybody asks, databases kept open."""

from __future__ import annotations

import logging
import os
import threading
from datetime import UTC, datetime

from django.db import connections

from thenchot.access import personal
from thenchot.access.desk import Desk
from thenchot.snapshot.kept import KEPT
from thenchot.surface.clock import moment

# Set by `thenchot serve`: tests and commands that only load the pages read nothing.
SERVING = "THENCHOT_SERVING"


def begin() -> None:
    """Names and engine in a thread of its own, beside the first pages."""
    if os.environ.get(SERVING):
        keep_connections()
        threading.Thread(target=_warm, name="warming", daemon=True).start()


def keep_connections() -> None:
    """From page to page each thread keeps its own, as long as they answer.

    Whoever closes the last connection to an SQLite file empties its WAL and deletes it: with every line of
    the viewing log the disk would be waited for five times instead of once.
    """
    for connection in connections.all():
        connection.settings_dict.update(CONN_MAX_AGE=None, CONN_HEALTH_CHECKS=True)


def _warm() -> None:
    try:
        desk = Desk.open()
        if desk.opened:
            personal.read_names(moment(desk.mode, datetime.now(UTC)))
        with KEPT.engine():
            pass
    except Exception:
        # A page that needs them says what is wrong; a server that could not warm still serves.
        logging.getLogger(__name__).exception("not warmed")
    finally:
        connections.close_all()
