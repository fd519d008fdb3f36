"""A file comes in: whose list it is and of which day; what is here already."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.exchange.national import lines, uploads
from thenchot.files.limits import LIMITS, MB
from thenchot.ledger.vietnamese import natural
from thenchot.rooms.organisations.reading import tree_on
from thenchot.surface.national import held as national
from thenchot.surface.national import said as national_said
from thenchot.surface.national import words as words
from thenchot.surface.subjects import names_of
from thenchot.surface.troubles import NOT_READ, Stop

from ..here import day_in
from ..page import Asked, go, page
from .door import clerk, saying, upload_of


@page(Action.RECONCILE, about="home", methods=("GET", "POST"))
def home(request: Asked) -> HttpResponse:
    """The form; the files still here; how far the list is."""
    here = request.here
    faults: list[str] = []
    if request.method == "POST":
        look = None
        with saying(faults):
            look = _brought(request)
        if look is not None:
            national_said.keep(look)
            return redirect("national:file", code=look.upload.code)
    said = {
        "faults": faults,
        "places": _places(request),
        "chosen": request.POST.get("to-chuc", str(here.home)),
        "day": request.POST.get("ngay-lap", here.today.isoformat()),
        "most": LIMITS.size // MB,
        "files": national_said.heads(here.by, here.at),
        "counts": lines.counts(here.home or 0),
    }
    return render(request, "national/home.html", said, status=400 if faults else 200)


@page(Action.RECONCILE, about="home", methods=("POST",))
def done(request: Asked, code: str) -> HttpResponse:
    """The file goes; what was written stays."""
    uploads.drop(upload_of(request.here, code).code)
    messages.success(request, _("Đã xóa tệp khỏi máy chủ. Sổ và danh sách đối khớp giữ nguyên."))
    return go("national:home")


def _brought(request: Asked) -> national.Look:
    """The file in the form, looked at. Stop, Refused, NotAllowed."""
    given = request.FILES.get("tep")
    if given is None:
        raise Stop(str(words.NOT_XLSX), code=NOT_READ)
    organisation = request.POST.get("to-chuc", "")
    known = {str(one) for one, _name in _places(request)}
    if organisation not in known:
        raise Stop(str(words.NOT_OUR_MEMBER), code=NOT_READ)
    day = day_in(request.POST.get("ngay-lap", "")) or date.min
    return national.bring(
        clerk(request.here), given.read(), given.name or "", organisation=int(organisation), day=day
    )


def _places(request: Asked) -> list[tuple[int, str]]:
    """The own organisation and those directly under it."""
    here = request.here
    tree = tree_on(as_of=here.today)
    under = [one for one, above in tree.items() if above == here.home]
    names = names_of([here.home or 0, *under])
    listed = sorted(((one, names[one]) for one in under), key=lambda pair: natural(pair[1]))
    return [(here.home or 0, names[here.home or 0]), *listed]
