"""A form: opened, checked while typed, sent."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from thenchot.access.desk import NotAllowed, Outcome
from thenchot.access.rights import Why
from thenchot.law.objections import AGAINST
from thenchot.law.recording import Refused
from thenchot.ledger.kinds import KINDS, PERSON, Act
from thenchot.surface.timeline import Line
from thenchot.surface.together import AlreadyThere
from thenchot.surface.told import told
from thenchot.surface.troubles import sentences, when

from ..page import Asked, NobodyHere, page
from . import after, beforehand, drawn, judging, kept, saving, words
from .form import MAY_BE_NEW, Form, enterable, new_token, opened, sent
from .judging import Judged

SEARCH = "tim"  # the button *Tìm* beside a choice: its value is the name of the box


def kind_of(text: str) -> type[Act]:
    """The kind in the address."""
    if text not in enterable():
        raise Http404
    return KINDS[text]


@page(None, methods=("GET", "POST"))
def form(request: Asked, kind: str) -> HttpResponse:
    here, act = request.here, kind_of(kind)
    if here.past:
        return render(request, "entering/past.html", {"label": act.kind})
    if request.method == "POST":
        return put_away(request) or _sent(request, sent(here, act, request.POST.dict()))
    shown = opened(here, act, request.GET.dict())
    need(shown)
    beforehand.fill(shown)
    before = kept.kept(here, shown.key)
    if before is not None and request.GET.get(kept.GO_ON):
        return page_of(request, sent(here, act, before.said), Judged())
    return page_of(request, shown, Judged(), kept=before)


@page(None, methods=("POST",))
def check(request: Asked, kind: str) -> HttpResponse:
    """What would be said of the form as it stands; parts for htmx, beside each box and over the form."""
    shown = sent(request.here, kind_of(kind), request.POST.dict())
    need(shown)
    if not saving.already(shown.act_set):  # what arrives after the form was saved is no draft
        kept.keep(request.here, shown.said)
    judged = judging.judged(shown) if not shown.filled.wrong else Judged()
    return render(request, "entering/checked.html", drawn.drawn(shown, judged))


@page(None, methods=("POST",))
def keep(request: Asked) -> HttpResponse:
    """A form that is not checked while it is typed is kept all the same."""
    kept.keep(request.here, request.POST.dict())
    return HttpResponse(status=204)


@page(None, methods=("POST",))
def choose(request: Asked, kind: str, box: str) -> HttpResponse:
    """The lines to choose from for one box, as they are typed."""
    shown = sent(request.here, kind_of(kind), request.POST.dict())
    need(shown)
    found = next((one for one in shown.boxes if one.name == box), None)
    if found is None:
        raise Http404
    (one,) = [one for one in drawn.drawn(shown, Judged(), search=box)["shown"] if one.box is found]
    return render(request, "entering/choices.html", {"one": one})


def put_away(request: Asked) -> HttpResponse | None:
    """*Bỏ*: the draft goes, and the form is opened anew."""
    if not request.POST.get(kept.PUT_AWAY):
        return None
    kept.put_away(request.here, request.POST.dict())
    return redirect(request.get_full_path())


def need(form: Form) -> None:
    """NotAllowed, or NobodyHere for somebody outside the account's scope; whoever is not in the book is."""
    decision = form.decision()
    if form.about is None and form.said.get("about") and not form.newcomer:
        decision = form.here.reach.among(form.action, [])  # the same answer for both (X1)
    if decision.refused and form.act.subject == PERSON and decision.why is Why.OUT_OF_SCOPE:
        raise NobodyHere
    if decision.refused:
        raise NotAllowed({0: decision})


def barred(
    request: Asked, form: Form, show: Callable[..., HttpResponse] | None = None
) -> HttpResponse | None:
    """Asked before anything is looked up for a form that was sent: what was typed stays on the page."""
    try:
        need(form)
    except NotAllowed as error:
        show = show or page_of
        return show(request, form, Judged(), complete=True, status=_in_the_way(form, error))
    return None


def _sent(request: Asked, form: Form) -> HttpResponse:
    if refused := barred(request, form):
        return refused
    if search := request.POST.get(SEARCH):
        return page_of(request, form, Judged(), search=search)
    if form.filled.wrong:
        return page_of(request, form, Judged(), complete=True)
    return tried(request, form)


def tried(
    request: Asked, form: Form, attempt: judging.Try | None = None,
    write: Callable[[], Outcome] | None = None, *, show: Callable[..., HttpResponse] | None = None,
) -> HttpResponse:  # fmt: skip
    """Save it; whatever stands in the way is said over the form, and nothing typed is lost."""
    show = show or page_of
    try:
        saved = saving.save(form, write)
    except Refused as refused:
        judged = _judged_again(form, refused, attempt)
        return show(request, form, judged, complete=True)
    except saving.Stale as stale:
        form.trouble.append(str(words.STALE))
        form.seen = max(entry.seq for entry in stale.entries)
        lines = [Line(entry, told(entry), "", True) for entry in stale.entries]
        return show(request, form, Judged(), complete=True, news=lines)
    except saving.SentOtherwise as before:
        form.trouble.append(str(words.SAVED_OTHERWISE).format(at=when(before.entries[0].written_at)))
        form.token = new_token()
        return show(request, form, Judged(), complete=True)
    except AlreadyThere as taken:
        judging.taken(form, taken)
        return show(request, form, Judged(), complete=True)
    except (NotAllowed, DatabaseError, OSError) as error:
        return show(request, form, Judged(), complete=True, status=_in_the_way(form, error))
    kept.put_away(request.here, form.said)
    return after.go_on(request, request.here, saved, form.about)


def _judged_again(form: Form, refused: Refused, attempt: judging.Try | None) -> Judged:
    """What refused it, with what would only be listed."""
    judged = judging.judged(form, attempt) if attempt or form.entry is None else Judged()
    if not judged.findings:
        judged = Judged(judging.said(refused.findings, form))
    if all(one.objection.grade is AGAINST for one in refused.findings):
        form.trouble.append(str(words.AS_ON_PAPER_NEEDED))
    return judged


def _in_the_way(form: Form, error: Exception) -> int:
    """Say it over the form; the status of the page."""
    known = sentences(error)
    if known is None:
        raise error
    form.trouble += [*known[1], str(words.KEPT)]
    return 403 if isinstance(error, NotAllowed) else 503


def page_of(
    request: Asked, form: Form, judged: Judged, *, search: str = "", complete: bool = False,
    status: int = 200, news: list[Line] | None = None, template: str = "entering/form.html", **more: object,
) -> HttpResponse:  # fmt: skip
    """The page with the form on it."""
    context = drawn.drawn(form, judged, search=search, complete=complete)
    may_be_new = form.entry is None and issubclass(form.act, MAY_BE_NEW)
    return render(
        request, template, context | {"news": news or [], "may_be_new": may_be_new, **more}, status=status
    )
