"""What is said of a printed figure against a closing: by how much it differs, and since which acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from thenchot.ledger.days import spoken
from thenchot.reports.against import Outcome
from thenchot.reports.against_words import OUTCOMES
from thenchot.reports.answer import number as as_number
from thenchot.reports.reading.written import Reading

from .checked_against import Against
from .closings import Mover
from .numbers import number, signed

MOST = 5  # acts named behind one figure


def sentence(one: Against, reading: Reading) -> str:
    """“Dòng 7: ghi 1.733, đã chốt 1.735 (−2). Từ lần chốt …: …”."""
    compared, figure = one.compared, reading.figures[one.compared.ordinal]
    place = reading.lines[figure.line - 1].place or _("Dòng {numbers}").format(numbers=figure.line)
    if one.at and (compared.whose.named or compared.outcome is Outcome.DIFFERS):
        place = f"{place}, {one.at}"
    if compared.outcome is not Outcome.DIFFERS:
        return f"{place}: {figure.text}: {OUTCOMES[compared.outcome]}."
    said = _("{place}: văn bản ghi {text}, đã chốt {closed} ({gap}).").format(
        place=place, text=figure.text, closed=number(compared.closed), gap=signed(compared.gap)
    )
    if not one.movers:
        return said
    acts = "; ".join(_act(mover) for mover in one.movers[:MOST])
    since = _("Số ghi trong văn bản là số của lần chốt {code}; từ đó thay đổi: {acts}.")
    return f"{said} {since.format(code=one.other, acts=acts)}"


def _act(mover: Mover) -> str:
    paper = f" {mover.paper}" if mover.paper else ""
    return f"{mover.what}{paper} ({mover.how}, {spoken(mover.day)})"


def as_json(told: dict[str, Any], compared: Sequence[Against]) -> dict[str, Any]:
    """The answer with what the closing says beside each figure; as it is where no closing was chosen."""
    for one in compared:
        told["figures"][one.compared.ordinal]["closed"] = {
            "outcome": one.compared.outcome.value,
            "value": as_number(one.compared.closed),
            "gap": as_number(one.compared.gap),
            "organisation": one.at or None,
            "since": one.other or None,
            "acts": [mover.seq for mover in one.movers],
        }
    return told
