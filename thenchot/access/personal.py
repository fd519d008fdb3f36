"""The one door to names: labels, a field with a reason, a search; each is logged before it answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.vietnamese import folded
from thenchot.sealed import directory, store, unsealed
from thenchot.sealed.codes import coded_label
from thenchot.sealed.directory import Directory
from thenchot.sealed.keyring import LOG_PRIVATE
from thenchot.sealed.opening import keyring
from thenchot.sealed.persons import Dated, PersonFile, number

from . import log
from .log import Door, Reason, Viewer

FIELDS = ("names", "born_on", "personal_number", "card_number", "phones", "addresses", "file")
SHORTEST_NAME, SHORTEST_NUMBER, MOST_HITS = 2, 8, 20
MASK, SHOWN_OF_NUMBER = "•" * 9, 3

TOO_SHORT = _("Đồng chí nhập ít nhất 2 chữ cái của tên, hoặc nhập đủ cả số định danh hay số thẻ.")
UNOPENED = _("Kho hồ sơ chưa mở khóa nên chưa đọc được tên. Đề nghị người giữ khóa mở kho.")
NUMBER_TAKEN = _("Số này đã có trong một hồ sơ khác. Đề nghị đối chiếu giấy tờ trước khi ghi.")
LOG_UNAVAILABLE = _("Chưa ghi được nhật ký truy cập nên không mở hồ sơ. Đề nghị báo người quản trị.")


class TooShort(Exception):
    """The search is fewer than two letters, or a part of a number."""


def labels(ids: Iterable[int], viewer: Viewer, now: datetime, *, door: Door = Door.LABELS) -> dict[int, str]:
    """`Vàng A Sùng (1960)` for every id, in Vietnamese order: one line of the log for the whole page.

    Who has no file, and everybody while the keyring is unopened, is `Đảng viên 7F3A-21`. LogUnavailable.
    """
    wanted = set(ids)
    log.write(door, viewer, now, wanted)
    if not keyring().opened:
        return {person: coded_label(person) for person in sorted(wanted)}
    names = _directory(now)
    return {person: names.label(person) or coded_label(person) for person in names.ordered(wanted)}


def in_order(ids: Iterable[int], now: datetime) -> list[int]:
    """Ids in the order of `labels`. Names nobody, so it is no view; whoever shows the names asks `labels`."""
    if not keyring().opened:
        return sorted(ids)
    return _directory(now).ordered(ids)


@dataclass(frozen=True)
class Head:
    """What stands over a person's own page: names in the order of their days, birth, the number's end."""

    label: str
    names: tuple[Dated, ...] = ()
    born_on: date | None = None
    number_ends: str = ""

    @property
    def masked(self) -> str:
        """`•••••••••123`; nothing where the file has no number."""
        return MASK + self.number_ends if self.number_ends else ""


def head(person: int, viewer: Viewer, now: datetime) -> Head:
    """The head of a person's page, the number masked; only a code without a file or keys. LogUnavailable."""
    log.write(Door.PERSON, viewer, now, [person])
    file = unsealed.fetch([person]).get(person) if keyring().opened else None
    if file is None:
        return Head(coded_label(person))
    ends = (file.personal_number or "")[-SHOWN_OF_NUMBER:]
    return Head(file.label, file.names, file.born_on, ends)


def reveal(person: int, field: str, reason: Reason, viewer: Viewer, now: datetime) -> Any:
    """One field of a person's file, or the whole `file`; nothing without one. LogUnavailable, Unopened."""
    if field not in FIELDS:
        raise ValueError(field)
    log.write(Door.REVEAL, viewer, now, [person], reason=Reason(reason), field=field)
    file = unsealed.fetch([person]).get(person)
    return file if file is None or field == "file" else getattr(file, field)


def with_proposal(person: int, viewer: Viewer, now: datetime) -> PersonFile | None:
    """The file in which lies what a person says is right, for the report and its answer. As `reveal`."""
    log.write(Door.REVEAL, viewer, now, [person], reason=Reason.OWN_REQUEST, field="proposed")
    return unsealed.fetch([person]).get(person)


def to_correct(person: int, viewer: Viewer, now: datetime) -> PersonFile | None:
    """The whole file, to be corrected by a paper. As `reveal`."""
    return reveal(person, "file", Reason.UPDATE, viewer, now)


def find(
    text: str,
    viewer: Viewer,
    now: datetime,
    within: Container[int] | Callable[[int], bool],
    *,
    limit: int = MOST_HITS,
) -> dict[int, str]:
    """At most twenty persons `within` the viewer's scope by name or whole number, with labels.

    The log has the hits and a keyed digest of the word. TooShort, LogUnavailable, Unopened.
    """
    key = keyring().key(LOG_PRIVATE)
    names = _directory(now)
    hits = _hits(text, within, min(limit, MOST_HITS), names)
    log.write(Door.FIND, viewer, now, hits, search=log.search_digest(key, folded(text)))
    return {person: names.label(person) or coded_label(person) for person in hits}


def all_files(
    viewer: Viewer, now: datetime, ids: Collection[int], reason: Reason, *, field: str = "file"
) -> dict[int, PersonFile]:
    """Whole files, for a prescribed export: one line naming all of them. LogUnavailable, Unopened.

    `field`: the serial of the paper they go into.
    """
    log.write(Door.EXPORT, viewer, now, ids, reason=Reason(reason), field=field)
    return unsealed.fetch(ids)


def _hits(
    text: str, within: Container[int] | Callable[[int], bool], limit: int, names: Directory
) -> list[int]:
    digits = number(text)
    if digits.isdigit() and len(digits) >= SHORTEST_NUMBER:
        held = store.by_number(digits)
        allowed = held is not None and (within(held) if callable(within) else held in within)
        return [held] if held is not None and allowed else []
    if sum(letter.isalpha() for letter in text) < SHORTEST_NAME:
        raise TooShort
    return names.find(text, within, limit)


def read_names(now: datetime) -> None:
    """Bring all names into this process's memory, as the first page would. LogUnavailable, Unopened."""
    _directory(now)


def _directory(now: datetime) -> Directory:
    """The names in memory; reading all of them into it is a line of its own."""
    if not directory.is_built():
        log.write(Door.DIRECTORY, log.SERVER, now)
    return directory.current()
