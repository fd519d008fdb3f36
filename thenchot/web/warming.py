"""Before anybody asks: names and engine are brought into memory, so that the first page is quick too."""

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
    """In a thread of its own, beside the first pages."""
    if os.environ.get(SERVING):
        threading.Thread(target=_warm, name="warming", daemon=True).start()


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
