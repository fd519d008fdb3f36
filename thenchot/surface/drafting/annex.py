"""Phụ lục nguồn số liệu: for every number of a report what it counts, of which days, in how many rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils.translation import gettext as _
from docx.shared import Length

from thenchot.access.judging import today
from thenchot.ledger.days import spoken
from thenchot.reports import layout
from thenchot.reports.drafts import facts as signed_facts
from thenchot.reports.drafts.facts import Fact, Facts
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import BY_HAND, Mode, Number, State
from thenchot.reports.word import controls
from thenchot.reports.word.cleaning import clean
from thenchot.reports.word.outline import sentences
from thenchot.reports.word.package import Package
from thenchot.reports.word.text import TEXT, paragraphs, set_text, text_of
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing.folder import path_of
from thenchot.snapshot.closing.lacking import kept
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.words import closed_without

from ..closings import lacking_said
from ..numbers import number
from ..subjects import names_of
from .frozen import Frozen
from .values import COUNTED, Counted

TOKEN = re.compile(r"⟦(\w+)⟧")
WIDTHS = (0.06, 0.11, 0.27, 0.25, 0.17, 0.14)
KEPT = "kept"


def facts_of(saved: Saved, frozen: Frozen, issued: Package, names: Mapping[str, str]) -> list[Fact]:
    """A fact for every number that is counted or kept by hand, in the order of the text.

    `issued` still has its controls: they say where the numbers stand.
    """
    lines = paragraphs(issued.body)
    known = {one.tag: one for one in saved.content.numbers}
    places = names_of({one.organisation or saved.organisation for one in known.values()})
    found: list[Fact] = []
    for at, line in enumerate(lines, 1):
        text, marked = text_of(line), controls.marked(line)
        for start, end, tag in controls.spans(line):
            one = known.get(tag)
            if one is None or not (one.bound or one.state in BY_HAND):
                continue
            place = places[one.organisation or saved.organisation]
            said = _sentence(marked, tag, known)
            found.append(_fact(len(found) + 1, at, start, text[start:end], said, one, frozen, place, names))
    return found


def annex(facts: Facts, key: Ed25519PrivateKey, *, at: datetime, issuer: str) -> bytes:
    """The annex as a Word file, with the same facts inside, signed."""
    word = layout.paper(issuer, title=_("Phụ lục nguồn số liệu"), landscape=True)
    layout.title(word, _("Phụ lục nguồn số liệu"), facts.title)
    for text in _head(facts):
        layout.body(word, text, indent=False)
    _table(word, facts.facts)
    layout.page_numbers(word)
    package = Package.read(layout.bytes_of(word))
    clean(package, organisation=issuer, title=_("Phụ lục nguồn số liệu"), at=at)
    note = signed_facts.signed(facts, key)
    signed_facts.put(package, facts, note)
    return package.bytes()


def facts_for(
    saved: Saved, standing: Standing, listed: Sequence[Fact], digest: str, installation: str, at: datetime
) -> Facts:
    """The facts of a whole report."""
    name = names_of([saved.organisation], as_of=saved.period.data_to)[saved.organisation]
    return Facts(
        installation, name, saved.content.title, saved.period.words(), standing.code, standing.manifest,
        digest, today(at).isoformat(), tuple(listed), lacking=lacking_said(standing),
    )  # fmt: skip


def _head(facts: Facts) -> list[str]:
    lacking = [facts.lacking] if facts.lacking else []
    return [
        _("Đơn vị: {name}").format(name=facts.organisation),
        _("Kỳ báo cáo: {period}").format(period=facts.period),
        *lacking,
        _("Mã số liệu: {code} · mã băm biên bản chốt: {digest}").format(
            code=facts.code, digest=facts.manifest
        ),
        _("Mã băm tệp báo cáo: {digest}").format(digest=facts.report),
        _("Lập ngày {day} · cơ sở dữ liệu {installation}").format(
            day=facts.issued_on, installation=facts.installation
        ),
    ]


def _table(word: Any, listed: Sequence[Fact]) -> None:
    heads = (
        _("STT, dòng"), _("Số in"), _("Câu trong báo cáo"), _("Số liệu, đơn vị"), _("Kỳ, số liệu đến"),
        _("Nguồn, số dòng"),
    )  # fmt: skip
    table = word.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    whole = layout.width(word)
    widths = [Length(int(whole * share)) for share in WIDTHS]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _row(table.rows[0], heads, widths, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(layout.element("w:tblHeader"))
    if listed:
        _row(table.add_row(), ["…"] * len(heads), widths)
        _filled(table, listed)


def _filled(table: Any, listed: Sequence[Fact]) -> None:
    """A copy of the last row for every fact: hundreds of rows are laid out once."""
    pattern = table.rows[-1]._tr
    for fact in listed:
        made = deepcopy(pattern)
        for node, text in zip(made.iter(TEXT), cells(fact), strict=True):
            set_text(node, text)
        pattern.addprevious(made)
    pattern.getparent().remove(pattern)


def cells(fact: Fact) -> tuple[str, ...]:
    """A fact as the annex prints it: nothing of it is left out."""
    source = [SOURCES.get(fact.how, fact.how)]
    source += [_("{n} dòng").format(n=fact.rows)] if fact.rows else []
    source += [_("giá trị {value}").format(value=fact.value)] if fact.value else []
    source += [_("mã chốt {code}").format(code=fact.closing)] if fact.closing else []
    source += [fact.note] if fact.note else []
    counted = [fact.figure, fact.title, fact.organisation]
    return (
        f"{fact.number} ({fact.line}:{fact.start})", fact.printed,
        fact.sentence.replace("⟦⟧", f"⟦{fact.printed}⟧"),
        " · ".join(one for one in counted if one), f"{fact.period}; {fact.data_to}" if fact.period else "",
        "; ".join(source),
    )  # fmt: skip


# In Vietnamese whatever the reader's language: the paper stays in the house.
SOURCES = {
    "counted": "đếm từ sổ", "stated": "số nhập", "estimate": "ước", "typed": "số nhập tay",
    KEPT: "giữ như sửa",
}  # fmt: skip


def _row(row: Any, texts: Sequence[str], widths: Sequence[Any], bold: bool = False) -> None:
    for cell, width, text in zip(row.cells, widths, texts, strict=True):
        cell.width = width
        layout.line(cell.paragraphs[0], text, size=10, bold=bold)
    row._tr.get_or_add_trPr().append(layout.element("w:cantSplit"))


def _fact(
    place: int, line: int, start: int, text: str, sentence: str, one: Number, frozen: Frozen, where: str,
    names: Mapping[str, str],
) -> Fact:  # fmt: skip
    if not one.bound:
        how = {State.ESTIMATE: "estimate", State.TYPED: "typed"}.get(one.state, KEPT)
        said = frozen.counted.get(one.tag)
        value = number(said.value) if said and said.value is not None else ""
        return Fact(
            place, line, start, text, sentence, one.figure, names.get(one.figure, ""), where, "", "", how,
            value, note=one.note,
        )  # fmt: skip
    counted = frozen.counted[one.tag]
    period = counted.period
    return Fact(
        place, line, start, text, sentence, one.figure, _title(one, names), where,
        period.upto(period.last).words() if period else "", spoken(period.data_to) if period else "",
        counted.how, _value(counted), _rows(one, counted, frozen), counted.closing,
        _without(counted.closing) if counted.closing else "",
    )  # fmt: skip


def _without(code: str) -> str:
    """What is said of a number that comes from a closing without some units."""
    found = kept(path_of(code))
    return closed_without(found) if found else ""


def _title(one: Number, names: Mapping[str, str]) -> str:
    base = f" / {one.base} {names.get(one.base, '')}" if one.base else ""
    return f"{names.get(one.figure, '')}{base}"


def _value(counted: Counted) -> str:
    """The exact number behind the print: for a share its two whole numbers."""
    if counted.parts is not None:
        return f"{number(counted.parts[0])}/{number(counted.parts[1])}"
    return number(counted.value) if counted.value is not None else ""


def _rows(one: Number, counted: Counted, frozen: Frozen) -> str:
    """How many rows it opens to, where it is counted from the closing itself."""
    if counted.how != COUNTED or one.figure not in CATALOGUE.figures or one.mode is not Mode.THIS:
        return ""
    place = one.organisation or frozen.standing.organisation
    return _rows_of(frozen.closed, one.figure, place)


@lru_cache(maxsize=500)
def _rows_of(closed: Closed, code: str, place: int) -> str:
    """Counted once for a figure however often a report prints it; a closing does not change."""
    return number(len(closed.rows(code, place).rows)) if closed.has(place) else ""


def _sentence(marked: str, tag: str, known: Mapping[str, Number]) -> str:
    """The sentence with ⟦⟧ at this number; the others as they are printed."""
    token = f"⟦{tag}⟧"
    said = next((one for one in sentences(marked) if token in one), marked)
    return TOKEN.sub(lambda found: _other(found, tag, known), said)


def _other(found: re.Match[str], tag: str, known: Mapping[str, Number]) -> str:
    if found[1] == tag:
        return "⟦⟧"
    return known[found[1]].printed if found[1] in known else found[0]
