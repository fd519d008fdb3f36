"""Nạp giá trị: a value of the province or commune, or a newer one; as *chắc chắn* it waits for the second."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.law import words
from thenchot.law.events import State, ValueLoaded
from thenchot.law.key_words import key_words
from thenchot.law.values import CENTRE, Grade, LawBook, Share, Unit, as_code
from thenchot.law.world import law_in_book
from thenchot.surface.laws import load as bring_in
from thenchot.surface.troubles import Stop, sentences

from ..here import day_in
from ..page import Asked, page

FIELDS = ("khoa", "pham_vi", "gia_tri", "tu_ngay", "can_cu", "muc", "so", "ngay_ky")


@page(Action.LOAD_VALUE, methods=("GET", "POST"))
def load(request: Asked) -> HttpResponse:
    """The form; what was typed stays where something is wrong."""
    here, law = request.here, law_in_book()
    given = {name: request.POST.get(name, "").strip() for name in FIELDS}
    given["khoa"] = given["khoa"] or request.GET.get("khoa", "")
    faults: list[str] = []
    if request.method == "POST":
        try:
            act = _act(request, given, law)
            outcome = bring_in(here.desk, act, given["can_cu"], law, by=here.by, at=here.at)
        except NotAllowed:
            raise
        except Exception as error:
            if (known := sentences(error)) is None:
                raise
            faults = known[1]
        else:
            if outcome.waiting:
                messages.success(request, _("Đã gửi đề nghị: chờ người thứ hai xác nhận trong 72 giờ."))
            else:
                messages.success(request, _("Đã nạp giá trị."))
            return redirect("law:value", key=act.key) if act.key in law.keys else redirect("law:values")
    said = {
        "keys": sorted(((key, key_words(key)) for key in law.keys), key=lambda pair: pair[1]),
        "grades": [(str(grade), label) for grade, label in words.GRADES.items()],
        "given": given | {"muc": given["muc"] or str(Grade.UNVERIFIED)},
        "scopes": _scopes(law),
        "faults": faults,
    }
    return render(request, "law/load.html", said, status=400 if faults else 200)


def _act(request: Asked, given: dict[str, str], law: LawBook) -> ValueLoaded:
    """Stop for what cannot be read."""
    unit = law.unit(given["khoa"])
    if unit is None:
        raise Stop(_("Đề nghị đồng chí chọn một khóa trong danh sách."))
    if given["muc"] not in set(Grade):
        raise Stop(_("Đề nghị đồng chí chọn mức đối chiếu."))
    since = day_in(given["tu_ngay"])
    if since is None:
        raise Stop(_("Đề nghị đồng chí ghi ngày có hiệu lực."))
    founding = request.here.desk.founding
    assert founding is not None
    return ValueLoaded(
        about=founding.subject, effective_on=since, key=given["khoa"], scope=given["pham_vi"] or CENTRE,
        unit=unit, state=State.KNOWN, grade=Grade(given["muc"]), value=_code(given["gia_tri"], unit),
        paper=given["so"] or None, signed_on=day_in(given["ngay_ky"]),
    )  # fmt: skip


def _code(text: str, unit: Unit) -> str:
    """As the book keeps it; people write 2/3, >1/2, and lists with commas."""
    if unit is Unit.FRACTION and "/" in text:
        try:
            return as_code(Share.of(text.replace(" ", ""))) or text
        except (ValueError, ZeroDivisionError):
            return text
    return ":".join(part.strip() for part in text.split(",")) if unit is Unit.LIST else text


def _scopes(law: LawBook) -> list[tuple[str, Any]]:
    """The whole Party first, then those that speak already; another is written."""
    known = sorted({one.scope for one in law if one.scope != CENTRE})
    return [(CENTRE, _("toàn Đảng")), *((scope, scope) for scope in known)]
