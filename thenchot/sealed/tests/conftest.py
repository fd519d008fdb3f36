"""An installation with an opened keyring, and persons who do not exist."""

from datetime import UTC, date, datetime

import pytest

MACHINE_SECRET = bytes(range(32))


@pytest.fixture
def at():
    return datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


@pytest.fixture
def randomness():
    from thenchot.sealed.randomness import System

    return System()


@pytest.fixture
def opened(installation, randomness):
    """(keyring, three sheets) of the test's own installation, in use by this process."""
    from django.conf import settings

    from thenchot.sealed import opening
    from thenchot.sealed.files import write_whole
    from thenchot.sealed.keyring import Keyring

    write_whole(settings.THENCHOT_KEY_FILE, [MACHINE_SECRET.hex().encode()])
    ring, papers = Keyring.create(
        opening.keyring_path(),
        installation="test",
        mode="demo",
        randomness=randomness,
        machine_secret=MACHINE_SECRET,
    )
    opening.use(ring)
    yield ring, papers
    opening.use(None)


@pytest.fixture
def person():
    """Make a person's file: person(7, "Vàng A Sùng", 1960)."""
    from thenchot.sealed.persons import Dated, PersonFile

    def make(identity, name, year=1960, **more):
        more.setdefault("personal_number", f"099{identity:09d}")
        return PersonFile(person=identity, names=(Dated(name),), born_on=date(year, 3, 12), **more)

    return make
