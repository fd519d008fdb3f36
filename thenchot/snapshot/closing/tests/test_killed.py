"""Killed before any single operation on a file, a step leaves what stood before or a closing to continue."""

from contextlib import contextmanager

import pytest

from thenchot.ledger import reading
from thenchot.sealed import files as sealed_files
from thenchot.snapshot.closing import actions, erasing, folder
from thenchot.snapshot.closing.listing import closings, standing
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.verifying import verify
from thenchot.snapshot.tests.province import AT, ROOT

from .conftest import CLERK, CODE, DEPUTY, KEY, PERIOD

pytestmark = pytest.mark.long


class Killed(BaseException):
    """Nothing of ours catches it, as nothing catches kill −9."""


class Disk:
    """Counts operations on files and lets the process die before the n-th."""

    def __init__(self, monkeypatch):
        self.monkeypatch, self.done, self.last = monkeypatch, 0, None

    @contextmanager
    def watched(self, last=None):
        self.done, self.last = 0, last
        with self.monkeypatch.context() as patch:
            for where, name in OPERATIONS:
                patch.setattr(where, name, self._counting(getattr(where, name)))
            yield self

    def _counting(self, operation):
        def counted(*given, **named):
            if self.last is not None and self.done == self.last:
                raise Killed
            self.done += 1
            return operation(*given, **named)

        return counted


OPERATIONS = [
    (folder, "put"), (folder.Path, "rename"), (folder.Path, "mkdir"), (folder.Path, "replace"),
    (folder.shutil, "rmtree"), (folder, "force_folder"), (sealed_files.os, "fsync"),
    (actions.proof, "make_checkpoint"), (actions, "record_many"),
]  # fmt: skip


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


def deaths(disk, act, undo=lambda: None):
    """Do it once to count the operations, then once for each operation, dying before it."""
    with disk.watched():
        act()
    undo()
    for place in range(disk.done):
        with disk.watched(place), pytest.raises(Killed):
            act()
        yield place


def whole(path):
    return verify(path, KEY.public_key(), CODE)


def test_preparing(disk, office, province, catalogue):
    def prepare():
        return actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)

    def drop():
        for one in closings(ROOT):
            actions.drop(office, one.code, by=CLERK, at=AT)

    times = 0
    for _ in deaths(disk, prepare, drop):
        times += 1
        assert closings(ROOT) == []
        for path in folder.place().iterdir():
            if path.is_dir() and not path.name.startswith("."):  # written, and not in the book
                assert whole(path).erased == 0
        code = prepare()  # and whoever tries again succeeds; nothing of the dead is left
        assert sorted(path.name for path in folder.place().iterdir()) == sorted([code, "lock"])
        drop()
    assert times > 15
    assert [path.name for path in folder.place().iterdir()] == ["lock"]


def test_approving(disk, office, province, catalogue):
    state = {}

    def ready():
        for one in closings(ROOT):
            actions.drop(office, one.code, by=CLERK, at=AT)
        state["code"] = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
        actions.review(office, state["code"], by=CLERK, at=AT)

    def approve():
        actions.approve(office, state["code"], by=DEPUTY, at=AT)

    ready()
    # Counted on one that dies before the entry: its approval would end the experiment.
    with disk.watched():
        actions.review(office, state["code"], by=CLERK, at=AT)
    places, dead = 0, True
    while dead:
        dead = False
        try:
            with disk.watched(places):
                approve()
        except Killed:
            dead = True
            assert standing(state["code"]).state == "reviewed"
            if places % 2:  # let it go, and begin again
                ready()
            places += 1
    assert places >= 5 and standing(state["code"]).closed
    assert whole(standing(state["code"]).path).in_order
    assert reading.size() >= 1


def test_signed_and_not_in_the_book_is_still_pending(disk, office, province, catalogue, monkeypatch):
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, code, by=CLERK, at=AT)

    def dies(*given, **named):
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(actions, "record_many", dies)
        actions.approve(office, code, by=DEPUTY, at=AT)
    one = standing(code)
    assert whole(one.path).in_order and not one.closed
    assert actions.approve(office, code, by=DEPUTY, at=AT).closed
    assert whole(one.path).in_order


def test_dropping(disk, office, province, catalogue):
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    place = 0
    while any(one.code == code for one in closings(ROOT)):
        try:
            with disk.watched(place):
                actions.drop(office, code, by=CLERK, at=AT)
        except Killed:
            place += 1
            if any(one.code == code for one in closings(ROOT)):
                assert standing(code).path.is_dir()
    with folder.locked():
        folder.tidy([])
    assert [path.name for path in folder.place().iterdir()] == ["lock"]


def test_erasing(disk, close):
    one = standing(close())
    person = Closing(one.path).rows("members.total", ROOT).column("person")[0]
    place, dead = 0, True
    while dead:
        try:
            with disk.watched(place):
                erasing.forget(person)
            dead = False
        except Killed:
            assert whole(one.path).in_order
            place += 1
    assert place >= 2 and not erasing.holds(Closing(one.path), person)
    assert whole(one.path).in_order
