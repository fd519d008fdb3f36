"""The door of these pages: the office of the account, and a file only for the account that brought it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404

from thenchot.access.desk import NotAllowed
from thenchot.exchange.national import uploads
from thenchot.exchange.national.models import Upload
from thenchot.surface.national.held import Clerk
from thenchot.surface.troubles import sentences

from ..here import Here


def clerk(here: Here) -> Clerk:
    """Who asks, for the organisation of the own office."""
    return Clerk(here.desk, here.by, here.at, here.home or 0, here.session, here.reach)


def upload_of(here: Here, code: str) -> Upload:
    """The file; the same answer for one that is gone and for another account's."""
    try:
        return uploads.get(code, account=here.by, now=here.at)
    except uploads.Gone:
        raise Http404(code) from None


@contextmanager
def saying(faults: list[str]) -> Iterator[None]:
    """What goes wrong and has a sentence is said on the page; what is not allowed has a page of its own."""
    try:
        yield
    except NotAllowed:
        raise
    except Exception as error:
        known = sentences(error)
        if known is None:
            raise
        faults += known[1]


def chosen(values: list[str]) -> list[int]:
    """Numbers that were ticked; what is no number is none."""
    return [int(one) for one in values if one.isascii() and one.isdigit() and len(one) < 20]
