"""A form as its template draws it: every box with its texts, what it chose, what is said beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.desk import NotAllowed
from thenchot.access.personal import TOO_SHORT, TooShort
from thenchot.ledger.kinds import PERSON
from thenchot.ledger.vietnamese import clean

from . import choosing, words
from .choosing import Hit
from .fields import ABOUT_SOMEBODY, CHOSEN, GROUPS, MONTH_OF, PARTIAL, Box
from .form import Form
from .judging import Judged, Said
from .typed import DAY_PART, MONTH_PART, SEARCHED, YEAR_PART


@dataclass
class Drawn:
    """One box ready to be drawn."""

    box: Box
    value: str
    parts: list[dict[str, Any]] = field(default_factory=list)
    searched: str = ""
    chosen: Hit | None = None
    hits: list[Hit] = field(default_factory=list)
    told: str = ""  # why the search found nothing
    error: str = ""
    findings: list[Said] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"o-{self.box.name}"

    @property
    def first(self) -> str:
        """The id of the control an error leads to."""
        if self.parts:
            return f"{self.id}{self.parts[0]['part']}".replace(".", "-")
        if self.box.sort == CHOSEN and not self.chosen:
            return f"{self.id}-tim"
        return f"{self.id}-0" if self.box.sort in ("radio", CHOSEN) else self.id

    @property
    def described(self) -> str:
        """The ids of what is said about the box."""
        return " ".join([*([f"{self.id}-goi-y"] if self.box.hint else []), f"{self.id}-noi"])


def drawn(form: Form, judged: Judged, *, search: str = "", complete: bool = False) -> dict[str, Any]:
    """Everything the form's template needs. `search`: the box whose *Tìm* was pressed; `complete`: say what
    is missing too, not only what does not fit."""
    errors = form.errors | problems(form, complete)
    shown = [_drawn(form, box, judged, errors, searching=box.name == search) for box in form.boxes]
    groups = [
        {"label": _label(form, name, label), "boxes": [one for one in shown if one.box.group == name]}
        for name, label in GROUPS.items()
    ]
    return {
        "form": form,
        "groups": [group for group in groups if group["boxes"]],
        "shown": shown,
        "judged": judged,
        "whole": judged.beside(""),
        "summary": _summary(form, shown, judged) if complete else [],
    }


def _label(form: Form, name: str, label: Any) -> Any:
    return ABOUT_SOMEBODY if name == "about" and form.act.subject == PERSON else label


def problems(form: Form, complete: bool) -> dict[str, str]:
    """What is missing or does not fit, by box."""
    labels = {box.name: box.label for box in form.boxes}
    return {
        wrong.column.name: str(words.NOT_FILLED.get(wrong.code, words.NOT_FILLED["not_a_code"])).format(
            label=labels[wrong.column.name]
        )
        for wrong in form.filled.wrong
        if complete or wrong.code not in ("required", "not_found")
    }


def _drawn(form: Form, box: Box, judged: Judged, errors: dict[str, str], *, searching: bool) -> Drawn:
    made = Drawn(
        box, form.said.get(box.name, ""), error=errors.get(box.name, ""), findings=judged.beside(box.name)
    )
    if box.sort in (PARTIAL, MONTH_OF):
        made.parts = _parts(form, box)
    if box.sort == CHOSEN:
        made.searched = clean(form.said.get(box.name + SEARCHED, ""))
        chosen = form.filled.values.get(box.name)
        if chosen is not None:
            made.chosen = Hit(chosen, choosing.label(form.here, chosen, box.subject))
        if chosen is not None and not searching:
            made.searched = ""
        if made.searched:
            made.hits, made.told = found(form, box, made.searched)
    return made


def found(form: Form, box: Box, text: str) -> tuple[list[Hit], str]:
    """What a search finds for a box, or a sentence about why it does not."""
    try:
        hits = choosing.hits(form.here, text, subject=box.subject, field=box.name, action=form.action)
    except TooShort:
        return [], str(TOO_SHORT)
    except NotAllowed:
        return [], str(words.GONE_RIGHT)
    return hits, "" if hits else _("Không tìm thấy trong phạm vi của đồng chí.")


def _parts(form: Form, box: Box) -> list[dict[str, Any]]:
    listed = ((DAY_PART, _("ngày"), 2), (MONTH_PART, _("tháng"), 2), (YEAR_PART, _("năm"), 4))
    return [
        {"part": part, "name": box.name + part, "label": label, "size": size,
         "value": form.said.get(box.name + part, ""), "id": f"o-{box.name}{part}".replace(".", "-")}
        for part, label, size in (listed if box.sort == PARTIAL else listed[1:])
    ]  # fmt: skip


def _summary(form: Form, shown: list[Drawn], judged: Judged) -> list[dict[str, str]]:
    """Every line of the box over the form, with the control it leads to."""
    lines = [{"text": text, "to": ""} for text in [*form.trouble, *judged.trouble]]
    lines += [{"text": one.error, "to": one.first} for one in shown if one.error]
    lines += [
        {"text": said.sentence, "to": one.first}
        for one in shown
        for said in one.findings
        if said.grade != "unverified"
    ]
    return lines + [
        {"text": said.sentence, "to": ""} for said in judged.beside("") if said.grade != "unverified"
    ]
