"""One line of a person's or organisation's history: the sentence of a kind filled with what an entry says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.law.signers import SIGNERS, Signer
from thenchot.law.signers import known as known_signer
from thenchot.ledger.days import spoken
from thenchot.ledger.entries import Entry

Codes = Mapping[type[StrEnum], Mapping[str, Any]]
Naming = Callable[[int], str]

ON_PAPER = _("{line} · {paper} ngày {day}")
ON_PAPER_WITHOUT_DAY = _("{line} · {paper}")
SIGNED = _("{line} · văn bản ngày {day}")
SIGNED_BY = _("{line} · người ký: {signer}")
ERASED = _("Dữ liệu của việc này đã xóa")
YES, NO = _("có"), _("không")


def told(entry: Entry, sentences: Mapping[str, Any], codes: Codes, name: Naming) -> str:
    """The entry in one line, without its day; `name` tells organisations, persons and notes by id."""
    if entry.act is None:
        return str(ERASED)
    facts = {
        field.name: _said(getattr(entry.act, field.name), field.type.name, codes, name)
        for field in entry.act.fields()
    }
    return _with_paper(str(sentences[entry.kind]).format_map(facts), entry)


def _said(value: Any, sort: str, codes: Codes, name: Naming) -> str:
    if value is None:
        return "…"
    if isinstance(value, StrEnum):
        return str(codes[type(value)][value])
    if isinstance(value, bool):
        return str(YES if value else NO)
    if isinstance(value, date):
        return spoken(value)
    return name(value) if sort in ("id", "note") else str(value)


def _with_paper(line: str, entry: Entry) -> str:
    said = _numbered(line, entry)
    known = entry.signer is not None and known_signer(entry.signer)
    return str(SIGNED_BY).format(line=said, signer=SIGNERS[Signer(entry.signer)]) if known else said


def _numbered(line: str, entry: Entry) -> str:
    if entry.paper and entry.signed_on:
        return str(ON_PAPER).format(line=line, paper=entry.paper, day=spoken(entry.signed_on))
    if entry.paper:
        return str(ON_PAPER_WITHOUT_DAY).format(line=line, paper=entry.paper)
    return str(SIGNED).format(line=line, day=spoken(entry.signed_on)) if entry.signed_on else line
