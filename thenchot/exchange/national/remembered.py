"""What an office taught: headers and organisations the list calls otherwise, and who an id of the list is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from thenchot.reports.member_list.columns import header_keys, key
from thenchot.sealed.store import current_keys

from . import sealing
from .models import Identity, Remembered

COLUMN, ORGANISATION = "column", "organisation"


def columns(office: int, headers: Iterable[str]) -> dict[str, str]:
    """Header as compared → column, for those of these headers that the office mapped."""
    said = {one for header in headers for one in header_keys(header)}
    return _known(office, COLUMN, said)


def organisations(office: int) -> dict[str, int]:
    """Digest of a text as compared → organisation: everything the office has said."""
    rows = Remembered.objects.filter(office=office, sort=ORGANISATION)
    return {row.digest: int(row.value) for row in rows}


def remember(office: int, sort: str, text: str, value: str) -> None:
    """From now on this text means that, for this office; nothing as value forgets it."""
    said = digest(header_keys(text)[0]) if sort == COLUMN else of_organisation(text)
    if not value:
        Remembered.objects.filter(office=office, sort=sort, digest=said).delete()
        return
    Remembered.objects.update_or_create(office=office, sort=sort, digest=said, defaults={"value": value})


def persons(ids: Iterable[str]) -> dict[str, int]:
    """The file's ids whose persons are known from an earlier file. Unopened."""
    keys = current_keys()
    tags = {tag: one for one in set(ids) for tag in sealing.tag(one, keys)}
    found = Identity.objects.in_bulk(list(tags))
    return {tags[tag]: identity.person for tag, identity in found.items()}


def learn(known: Mapping[str, int]) -> None:
    """From now on an id of the file is this person."""
    keys = current_keys()
    rows = [Identity(tag=sealing.tag(one, keys)[0], person=person) for one, person in known.items()]
    Identity.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["tag"], update_fields=["person"], batch_size=500
    )


def forget_person(person: int) -> None:
    """Nobody is found by an id of the file any more."""
    Identity.objects.filter(person=person).delete()


def of_organisation(text: str) -> str:
    """The digest under which an organisation's name is remembered."""
    return digest(key(text))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _known(office: int, sort: str, said: Iterable[str]) -> dict[str, str]:
    digests = {digest(one): one for one in said}
    rows = Remembered.objects.filter(office=office, sort=sort, digest__in=list(digests))
    return {digests[row.digest]: row.value for row in rows}
