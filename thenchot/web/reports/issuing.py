"""Trình duyệt, and what was issued: the report and its annex as they went out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.access import two_persons
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.word.official import Paper, edition, findings, has_head
from thenchot.reports.word.package import Package
from thenchot.snapshot.closing import words as closing_words
from thenchot.surface.closings import lacking_said
from thenchot.surface.drafting import issue as drafting_issue
from thenchot.surface.drafting import pdf as drafting_pdf
from thenchot.surface.drafting.frozen import pending_for, standing_for
from thenchot.surface.drafting.outline import heading
from thenchot.surface.drafting.review import open_questions

from ..download import download
from ..page import Asked, go
from .door import READS, WRITES, draft_page, tell
from .one import around

FILES = {"bao-cao": 0, "phu-luc": 1}


@draft_page("GET", "POST", actions=WRITES)
def submit(request: Asked, saved: Saved) -> HttpResponse:
    """GET shows the head, the signature and whether the period is closed; POST asks the second person."""
    if request.method == "POST":
        return _posted(request, saved)
    package = Package.read(saved.file())
    standing = standing_for(saved)
    pending = pending_for(saved)
    said = around(request, saved) | {
        "has_head": has_head(package.body),
        "layout": list(findings(package, saved.period.last)),
        "edition": edition(saved.period.last),
        "standing": standing,
        "closing": closing_words.title(standing) if standing else "",
        "lacking": lacking_said(standing) if standing else "",
        "pending": pending,
        "open": open_questions(saved),
        "paper": usual(saved) | saved.content.paper,
        "asked": _request_of(request, saved),
    }
    return render(request, "reports/submit.html", said)


def _posted(request: Asked, saved: Saved) -> HttpResponse:
    here, given = request.here, request.POST
    who = {"by": here.by, "at": here.at}
    try:
        if given.get("buoc") == "rut":
            asked = _request_of(request, saved)
            if asked is not None:
                here.desk.decline(asked.code, **who)
            drafting_issue.withdraw(saved, **who)
            messages.success(request, _("Đã rút lại để sửa tiếp."))
        else:
            made = drafting_issue.submit(here.desk, saved, _paper(saved, given), **who)
            here.desk.seal_the_day(here.at)
            messages.success(request, _("Đã trình duyệt; chờ người thứ hai xác nhận trong 72 giờ."))
            if made.changed:
                messages.warning(request, _("{n} số đã đổi theo số chốt.").format(n=made.changed))
            return redirect(reverse("tasks:request", kwargs={"code": made.request.code}))
    except Exception as error:
        if not tell(request, error):
            raise
    return go("reports:submit", here, code=saved.code)


@draft_page("POST", actions=READS)
def issued(request: Asked, saved: Saved) -> HttpResponse:
    """One of the two files, byte for byte."""
    place = FILES.get(request.POST.get("tep", ""))
    found = drafting_issue.issued(saved, request.here.desk.key.public_key())
    if place is None or len(found) < 2:
        raise Http404
    return download(found[place].content, found[place].name)


@draft_page("POST", actions=READS)
def as_pdf(request: Asked, saved: Saved) -> HttpResponse:
    """*Lưu PDF*: whoever reads the draft may print it."""
    try:
        made = drafting_pdf.as_pdf(saved, request.here.desk.key.public_key())
    except Exception as error:
        if not tell(request, error):
            raise
        return go("reports:draft", request.here, code=saved.code)
    return download(made, f"bao-cao-{saved.code}-{saved.number}.pdf")


def _request_of(request: Asked, saved: Saved) -> two_persons.Request | None:
    """The request for this draft that nobody has answered."""
    if saved.state != keeping.ASKED:
        return None
    for one in two_persons.standing(request.here.at):
        if one.said["executor"] == drafting_issue.EXECUTOR and one.said["payload"]["draft"] == saved.code:
            return one
    return None


def _paper(saved: Saved, given: dict[str, str]) -> Paper | None:
    """What was typed for the head and the signature; nothing where the file brings its own."""
    if not given.get("noi-ban-hanh", "").strip():
        return None
    words = {name: given.get(name, "").strip()[:200] for name in FIELDS}
    return Paper(
        words["cap-tren"], words["noi-ban-hanh"], words["ky-hieu"] or usual(saved)["code"], words["dia-danh"],
        words["trich-yeu"], _lines(words["tham-quyen"]), words["chuc-vu"],
        _lines(given.get("noi-nhan", "")[:1000]), words["ho-ten"],
    )  # fmt: skip


def usual(saved: Saved) -> dict[str, Any]:
    """What most papers of an organisation say, until one has said otherwise."""
    found = heading(saved.organisation, saved.period.data_to)
    return {
        "code": f"BC/{found.letters}",
        "signing": list(found.signer.lines),
        "post": found.signer.post or "PHÓ BÍ THƯ",
    }


FIELDS = ("cap-tren", "noi-ban-hanh", "ky-hieu", "dia-danh", "trich-yeu", "tham-quyen", "chuc-vu", "ho-ten")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.replace(";", "\n").splitlines() if line.strip())
