"""Files that a second person has confirmed: whoever asked fetches them within a day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.surface.printing import issuing, releases, words
from thenchot.surface.printing.issuing import NotAsConfirmed
from thenchot.surface.printing.orders import NoPaper

from ..download import download
from ..here import Here
from ..page import Asked, page
from ..tasks.lines import Line


@page(None)
def waiting(request: Asked) -> HttpResponse:
    """What this account may fetch; its own requests and nobody else's."""
    here = request.here
    listed = [
        {"code": one.code, "said": issuing.said(one.order), "persons": one.persons, "at": one.at,
         "until": one.at + releases.KEPT}
        for one in releases.released(here.by, here.at)
    ]  # fmt: skip
    return render(request, "papers/ready.html", {"released": listed})


@page(None, methods=("POST",))
def fetch(request: Asked, code: str) -> HttpResponse:
    """The right is asked for again, the list has to be the one that was confirmed."""
    here = request.here
    try:
        out = issuing.fetch(code, here.desk, by=here.by, at=here.at, session=here.session)
        return download(out.content, out.name)
    except NotAsConfirmed:
        messages.warning(request, str(words.CHANGED))
    except NoPaper as error:
        messages.warning(request, words.said(error))
    return redirect("papers:ready")


def lines(here: Here) -> list[Line]:
    """The same as lines of *Việc cần làm*."""
    return [
        Line(
            text=issuing.said(one.order), why=_("đã được xác nhận, lấy trong 24 giờ"), button=_("Lấy tệp"),
            address=reverse("papers:ready"),
        )
        for one in releases.released(here.by, here.at)
    ]  # fmt: skip
