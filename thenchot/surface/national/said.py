"""What was found in a file as sentences and texts: kept sealed page by page, so that a page opens at once."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from thenchot.access import log
from thenchot.access.log import Door, Viewer
from thenchot.access.personal import MASK, SHOWN_OF_NUMBER
from thenchot.exchange.national import uploads
from thenchot.exchange.national.comparing import Compared, Difference, Verdict
from thenchot.exchange.national.models import Upload
from thenchot.exchange.national.ours import acts
from thenchot.exchange.national.spelled import label
from thenchot.exchange.national.writing_back import NUMBERS, Change, changes
from thenchot.ledger import reading
from thenchot.ledger.days import spoken

from ..kinds import label_of
from . import words as words
from .acts import offers
from .held import Look, notes

PAGE = 50
ROWS, CELLS = "rows", "cells"
ORDER = list(Verdict)
Told = dict[str, Any]


def keep(look: Look) -> Told:
    """Write the pages of a look; the head."""
    since = acts(one.since for result in look.results for one in result.differences)
    rows = sorted(look.results, key=lambda one: (ORDER.index(one.verdict), one.line.number))
    told = [row(look, one, since) for one in rows]
    cells = written(look)
    head = _head(look, cells)
    uploads.write_pages(look.upload, ROWS, told, PAGE)
    uploads.write_pages(look.upload, CELLS, changes_told(look, cells), PAGE)
    uploads.write(look.upload, uploads.HEAD, head)
    return head


def head_of(upload: Upload) -> Told:
    """The head as kept; `stale` when the book has grown since."""
    head: Told = uploads.read(upload, uploads.HEAD)
    return head | {"stale": head["book"] != reading.size()}


def heads(account: int, now: datetime) -> list[Told]:
    """The files an account still has here, newest first, with their heads."""
    found = []
    for upload in uploads.of(account, now):
        with suppress(uploads.Gone):
            found.append({**head_of(upload), "code": upload.code, "at": upload.at})
    return found


def page_of(upload: Upload, number: int, what: str = ROWS, *, viewer: Viewer, at: datetime) -> list[Told]:
    """A page of rows, or of the cells that writing back changes, from 0; whom it shows is logged first."""
    found: list[Told] = uploads.read(upload, f"{what}{number}")
    log.write(Door.LABELS, viewer, at, {int(one["person"]) for one in found if one["person"]})
    return found


def changes_told(look: Look, cells: list[Change]) -> list[Told]:
    """Every change as it is shown before: row, name as in the file, field, old, new, since which act."""
    since = acts(one.since for one in cells)
    by_row = {one.line.number: one for one in look.results}
    found = []
    for cell in cells:
        one = by_row[cell.number]
        (differs,) = [each for each in one.differences if each.column == cell.column]
        secret = cell.column in NUMBERS
        name = str(one.line.values.get("name", ""))
        who = {"row": cell.number, "name": name, "person": str(cell.person), "secret": secret}
        found.append({**who, **difference(look, differs, since)})
    return found


def row(look: Look, one: Compared, since: dict[int, tuple[str, date]]) -> Told:
    """A row as it is shown."""
    return {
        "row": one.line.number,
        "verdict": str(one.verdict),
        "person": str(one.person or ""),
        "name": str(one.line.values.get("name", "")),
        "born": spoken(one.line.values["born_on"]) if "born_on" in one.line.values else "",
        "differences": [difference(look, each, since) for each in one.differences],
        "why": _why(look, one),
        "acts": [str(words.MOVES[each.kind]) for each in offers(look, one)],
    }


def difference(look: Look, one: Difference, since: dict[int, tuple[str, date]]) -> Told:
    """Field, file, book, and since which act."""
    theirs, ours = value(look, one.column, one.theirs), value(look, one.column, one.ours)
    if one.column in NUMBERS and theirs == ours:
        ours += f" ({words.NUMBER_MIDDLE})"
    kind, day = since.get(one.since, ("", None))
    told_since = str(words.SINCE).format(kind=label_of(kind), day=spoken(day)) if kind else ""
    return {
        "column": look.found.column(one.column).label,
        "theirs": theirs,
        "ours": ours,
        "since": told_since,
    }


def value(look: Look, column: str, given: Any) -> str:
    """A value as people read it; a number but for its end is masked."""
    if given is None or given == "":
        return str(words.NOTHING)
    if column in NUMBERS:
        return MASK + str(given)[-SHOWN_OF_NUMBER:]
    if column == "organisation":
        return look.places.label(int(given))
    if isinstance(given, date):
        return spoken(given)
    return label(column, look.found.column(column).sort, str(given))


def written(look: Look) -> list[Change]:
    """The cells that writing back would change."""
    return list(changes(look.found, look.results, look.places.called))


def _head(look: Look, cells: list[Change]) -> Told:
    counted = Counter(str(one.verdict) for one in look.results)
    return {
        "name": look.name,
        "organisation": str(look.organisation),
        "organisation_name": look.places.label(look.organisation),
        "day_said": spoken(look.day),
        "layout": len(look.found.layout.columns),
        "rows": len(look.results),
        "verdicts": [[str(one), counted[str(one)]] for one in ORDER],
        "missing": len(look.missing),
        "notes": notes(look),
        "unknown": look.found.unknown,
        "places": sorted(_not_known(look).items(), key=lambda pair: (-pair[1], pair[0])),
        "acts": sum(len(offers(look, one)) for one in look.results),
        "cells": len(cells),
        "persons": len({one.person for one in cells}),
        "numbers": sum(one.column in NUMBERS for one in cells),
        "book": reading.size(),
    }


def _not_known(look: Look) -> dict[str, int]:
    """What rows that cannot be taken call their organisation, with how many say so."""
    unread = [one.line for one in look.results if any(each.column == "organisation" for each in one.why)]
    return look.places.not_known(line.organisation for line in unread if line.organisation)


def _why(look: Look, one: Compared) -> list[str]:
    said = [words.unread(look.found.column(each.column).label, each.place, each.code) for each in one.why]
    if one.verdict is Verdict.TWICE:
        said.append(str(words.TWICE).format(before=one.before))
    elif one.verdict in words.WHY:
        said.append(str(words.WHY[one.verdict]))
    return said
