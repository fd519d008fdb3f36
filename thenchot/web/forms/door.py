"""Which forms an account sees: those of its own office and of the offices above; any other is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from django.http import Http404
from django.utils.translation import get_language

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.files.forms import read_form
from thenchot.files.sheets.cells import Book, read_book
from thenchot.reports.forms import keeping
from thenchot.reports.forms.binding import Binding
from thenchot.reports.forms.keeping import Kept, Sent
from thenchot.reports.forms.own.forms import FORMS
from thenchot.surface.forms.below import offices
from thenchot.surface.forms.sending import Whole

from ..here import Here
from ..page import Asked, View, page_of


@dataclass(frozen=True)
class Opened:
    """A form with its cells: uploaded (`kept`), or of the house, made for so many organisations below."""

    whole: Whole
    data: bytes
    book: Book
    binding: Binding
    kept: Kept | None = None


def kept(here: Here, code: str) -> Kept:
    """An uploaded form of one's office, of one above, or of one whose figures are open; 404."""
    try:
        found = keeping.latest(code)
    except LookupError:
        raise Http404(code) from None
    seen = found.organisation in offices(here.reach)
    if not (seen or here.can(Action.SEE_FIGURES, organisation=found.organisation)):
        raise Http404(code)
    return found


def opened(here: Here, code: str, children: int) -> Opened:
    """A form ready to be filled; 404."""
    if code in FORMS:
        data, binding, book = _own(code, children, get_language() or "vi")
        return Opened(Whole(code, 0, str(FORMS[code].name)), data, book, binding)
    one = kept(here, code)
    data, book = file_of(one)
    return Opened(Whole(code, one.number, one.binding.name), data, book, one.binding, one)


def file_of(one: Kept) -> tuple[bytes, Book]:
    """The workbook of a form and its cells; nobody changes either."""
    return _read(one.file_id)


@lru_cache(maxsize=16)
def _read(file_id: int) -> tuple[bytes, Book]:
    """A file is never written twice under one id. It holds an empty form, nothing about persons."""
    data = keeping.file_of(file_id)
    return data, read_form(data)


@lru_cache(maxsize=16)
def _own(code: str, children: int, language: str) -> tuple[bytes, Binding, Book]:
    """What we have made ourselves is read here, without the worker."""
    data, binding = FORMS[code].make(children)
    return data, binding, read_book(data)


def form_page(action: Action, *methods: str) -> Callable[[View], View]:
    """A page about the uploaded form in the address; the view gets it as `one`."""
    return page_of(partial(_form, action), action, address="form", methods=methods)


def sent_page(action: Action, *methods: str) -> Callable[[View], View]:
    """A page about a form that went out; the view gets it as `one`."""
    return page_of(partial(_sent, action), action, address="serial", methods=methods)


def _form(action: Action, request: Asked, code: str) -> Kept:
    one = kept(request.here, code)
    decision = request.here.may(action, organisation=one.organisation)
    if decision.refused:
        raise NotAllowed({0: decision})
    request.here.decision = decision
    return one


def _sent(action: Action, request: Asked, serial: str) -> Sent:
    here = request.here
    try:
        one = keeping.sent(serial)
    except LookupError:
        raise Http404(serial) from None
    seen = here.may(Action.SEE_FIGURES, organisation=one.organisation)
    if seen.refused:
        raise Http404(serial)
    decision = here.may(action, organisation=one.organisation)
    if decision.refused and action is Action.SEE_ROWS and one.account == here.by:
        decision = seen  # one's own copy holds what one was shown, words for the rest
    if decision.refused:
        raise NotAllowed({0: decision})
    here.decision = decision
    return one
