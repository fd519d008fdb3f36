"""The form of *Thêm hạn từ công văn*: number, day, issuer, what, by when, data as of, which units."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.ledger import reading
from thenchot.rooms.documents.actions import new_code
from thenchot.rooms.documents.events import Asked, Asks, DeadlineSet
from thenchot.rooms.documents.words import CODES
from thenchot.rooms.membership.strengths import tree
from thenchot.surface import together
from thenchot.surface.rows import Row

from ..here import Here


class Day(forms.DateField):
    """The browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d")


def _text(label: Any, **more: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"})
    return forms.CharField(label=label, widget=widget, **more)


class LetterForm(forms.Form):
    """Saved once: `token` is drawn when the form is opened, and the act set follows from it."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=40)
    paper = _text(_("Số công văn"), max_length=60)
    signed_on = Day(label=_("Ngày ký"))
    issuer_name = _text(_("Cơ quan ban hành"), max_length=120)
    title = _text(_("Việc phải làm"), max_length=200)
    asks = forms.ChoiceField(label=_("Loại việc"), widget=forms.Select(attrs={"class": "form-select"}))
    due_on = Day(label=_("Hạn nộp"))
    data_to = Day(label=_("Số liệu đến ngày"), required=False)
    monthly = forms.BooleanField(
        label=_("Lặp lại hằng tháng"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, here: Here, given: Any = None) -> None:
        super().__init__(given, initial={"token": secrets.token_hex(16)}, label_suffix="")
        self.here = here
        self.fields["asks"].choices = [(str(code), label) for code, label in CODES[Asks].items()]  # type: ignore[attr-defined]
        self.chosen = {int(one) for one in given.getlist("units") if one.isdigit()} if given else set()
        for name in self.errors if given is not None else ():
            if name in self.fields:
                self.fields[name].widget.attrs |= {
                    "aria-invalid": "true",
                    "aria-describedby": f"fault-{name}",
                }

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        below = set(tree(as_of=self.here.today).children.get(self.here.home or 0, ()))
        self.chosen &= below
        if not self.chosen and below:
            raise forms.ValidationError(_("Chưa chọn đơn vị phải nộp."))
        return said

    def save(self) -> int:
        """Write the deadline and whom it asks; how many. What the rules refuse is raised."""
        here, said = self.here, self.cleaned_data
        assert here.home is not None
        with together.book_held():
            act_set = together.token_id("deadline", str(here.by), said["token"])
            if reading.of_act_sets([act_set]):
                return len(self.chosen)  # sent before
            code, title, issuer = new_code(here.desk.mint), here.desk.mint.id(), here.desk.mint.id()
            base = {
                "effective_on": here.today, "signed_on": said["signed_on"], "paper": said["paper"],
                "deadline": code,
            }  # fmt: skip
            fields = {
                **base, "organisation": here.home, "asks": Asks(said["asks"]), "title": title,
                "issuer_name": issuer, "due_on": said["due_on"], "data_to": said["data_to"],
                "monthly": said["monthly"],
            }  # fmt: skip
            notes = {title: said["title"], issuer: said["issuer_name"]}
            rows = [Row("", DeadlineSet, here.home, fields, notes=notes)]
            rows += [
                Row("", Asked, one, {**base, "organisation": one, "of": here.home})
                for one in sorted(self.chosen)
            ]
            together.write(here.desk, rows, by=here.by, at=here.at, act_set=act_set, on_paper=False)
        return len(self.chosen)
