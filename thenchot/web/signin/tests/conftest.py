"""A service book; a clock that can be moved."""

from datetime import timedelta

import pytest


@pytest.fixture
def service(installation):
    from thenchot.access.tests.book import begin
    from thenchot.ledger.events import Mode
    from thenchot.sealed import directory, labels, opening

    opening.use(None)
    labels._held = None
    yield begin(mode=Mode.SERVICE)
    opening.use(None)
    directory.forget()


@pytest.fixture
def clock(monkeypatch):
    """`clock(minutes=11)`: the time that sessions read goes on."""
    from django.utils import timezone

    from thenchot.web.signin import gate, sessions

    real, gone = timezone.now, [timedelta()]

    class Clock:
        @staticmethod
        def now():
            return real() + gone[0]

    monkeypatch.setattr(gate, "timezone", Clock)
    monkeypatch.setattr(sessions, "timezone", Clock)

    def on(**by):
        gone[0] += timedelta(**by)

    return on
