"""Phụ lục nguồn số liệu beside a report: the signed facts verified, every edited number named."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from thenchot.files import words as files
from thenchot.files.refusals import Refused
from thenchot.files.word.answers import Remark
from thenchot.reports.drafts.facts import NoFacts
from thenchot.surface import checked_issued
from thenchot.surface.checked import Checked


def shown(request: HttpRequest, found: Checked) -> dict[str, Any]:
    """What the page says of the annex that came with the report; nothing where none came."""
    beside, refused, name = _beside(request, found)
    if beside is None:
        return {"refused": refused, "name": name} if refused else {}
    said = [checked_issued.sentence(one) for one in beside.edited]
    return {"facts": beside.facts, "summary": checked_issued.summary(beside), "edited": said}


def remarks(request: HttpRequest, found: Checked) -> list[Remark]:
    """Comments on the numbers that were edited; none where no annex came or it does not pass."""
    beside, _refused, _name = _beside(request, found)
    return list(checked_issued.remarks(beside, found)) if beside else []


def as_json(request: HttpRequest, found: Checked) -> dict[str, Any]:
    """The part `issued` of the JSON; nothing where no annex came."""
    beside, refused, _name = _beside(request, found)
    if beside is None:
        return {"issued": {"refused": refused}} if refused else {}
    return {"issued": checked_issued.as_json(beside)}


def _beside(request: HttpRequest, found: Checked) -> tuple[checked_issued.Beside | None, str, str]:
    """The report beside its annex; or why not, in a sentence, and the annex's name."""
    given, desk = request.FILES.get("annex"), getattr(request, "desk", None)
    if given is None:
        return None, "", ""
    name = given.name or ""
    try:
        if desk is None:
            raise NoFacts("no_book")
        facts = checked_issued.annex_facts(given.read(), name, desk.key.public_key())
    except Refused as no:
        return None, files.say(no), name
    except NoFacts as no:
        return None, checked_issued.why(no), name
    return checked_issued.beside(found, facts), "", name
