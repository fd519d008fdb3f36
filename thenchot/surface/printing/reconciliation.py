"""Danh sách đối khớp to hand over: the lines of the office's list, or those in one state."""

from __future__ import annotations

from datetime import datetime

from django.utils import translation

from thenchot.exchange.national import lines
from thenchot.ledger.days import spoken
from thenchot.reports.lists import reconciliation
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.sheets import Sheet
from thenchot.sealed.codes import coded_label

from ..national.lines import Told, in_words
from ..subjects import names_of
from .files import sheet_file
from .orders import Files, NoPaper, Order, Prepared
from .volumes import MOST


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """The list of `order.organisation`; `order.of` is the state. Numbers stand masked in it. NoPaper.

    Whoever is in the national file only counts as a person too, by the line that is about him or her.
    """
    shown = lines.every(order.organisation, order.of)
    if not shown:
        raise NoPaper("empty")
    if len(shown) > MOST[order.kind]:
        raise NoPaper("too_many")
    persons = list(dict.fromkeys(one.line.person or one.line.code for one in shown))

    def sheet(files: Files) -> Sheet:
        known = {one.line.person for one in shown if one.line.person}
        names = {one: files[one].label if one in files else coded_label(one) for one in known}
        cells = names_of({one.line.cell for one in shown if one.line.cell}, as_of=order.day)
        with translation.override("vi"):
            said = [_line(in_words(one, names, cells)) for one in shown]
        return reconciliation.reconciliation(issuer.head, issuer.signer, said, on=order.day, name=issuer.name)

    return Prepared(order, persons, sheet_file(order, sheet), (), issuer.name)


def _line(told: Told) -> reconciliation.Line:
    until = spoken(told["until"]) if told["until"] else ""
    return reconciliation.Line(
        told["cell"], told["who"], told["column"] or told["sort"], told["theirs"], told["ours"],
        told["mender"], until, told["state_name"], told["reason"],
    )  # fmt: skip
