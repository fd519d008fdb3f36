"""Danh sách đối khớp: lines from a look at a file, the list as it is shown and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from thenchot.access.actions import Action
from thenchot.exchange.national import lines
from thenchot.exchange.national.comparing import Compared, Verdict
from thenchot.exchange.national.lines import Found, Mender, Moved, Reason, Shown, Sort, State
from thenchot.exchange.national.writing_back import NUMBERS
from thenchot.ledger.days import iso, spoken
from thenchot.ledger.vietnamese import name_order, natural
from thenchot.reports.member_list.columns import Status
from thenchot.rooms.people.file_parts import Part

from ..subjects import names_of
from . import words as words
from .held import Clerk, Look
from .said import value

# Columns that the sealed file holds: mended there, by a paper.
PARTS = {str(one): one for one in (Part.NAME, Part.BORN_ON, Part.PERSONAL_NUMBER, Part.CARD_NUMBER)}
IN_FILE = (Verdict.NEW, Verdict.UNSURE, Verdict.ELSEWHERE)
Told = dict[str, Any]


def reconcile(clerk: Clerk, look: Look) -> Moved:
    """Bring the list up to what the file shows now: open, keep, call equal. NotAllowed."""
    clerk.need(Action.RECONCILE, look.organisation)
    found = sorted(_found(look), key=lambda one: _order(look, one))
    seen = {*look.roll, *look.places.names, *(one.person for one in look.results if one.person)}
    return lines.reconcile(clerk.office, found, seen=seen, today=clerk.today)


def page(clerk: Clerk, *, state: str, number: int, size: int = 50) -> list[Told]:
    """A page of the office's list; names are logged. NotAllowed."""
    clerk.need(Action.RECONCILE, clerk.office)
    return told(clerk, lines.shown(clerk.office, state=state, page=number, size=size))


def told(clerk: Clerk, shown: Iterable[Shown]) -> list[Told]:
    """Lines in words. Persons of the book by the names of the book, others as the file names them."""
    listed = list(shown)
    persons = {one.line.person for one in listed if one.line.person}
    names = _names(clerk, persons) if persons else {}
    cells = names_of({one.line.cell for one in listed if one.line.cell})
    return [in_words(one, names, cells) for one in listed]


def proposed(office: int, code: int, person: int) -> tuple[Part, str] | None:
    """What an open line would put into the sealed file: the part, and the value of the national list."""
    found = lines.given(office, code, person)
    return (PARTS[found[0]], found[1]) if found and found[0] in PARTS else None


def late(one: Shown, clerk: Clerk) -> bool:
    """Whether the day until which it should be mended is over."""
    return one.line.state == State.OPEN and one.line.until is not None and one.line.until < clerk.today


def _names(clerk: Clerk, persons: set[int]) -> dict[int, str]:
    who: dict[str, Any] = {"by": clerk.by, "at": clerk.at, "session": clerk.session, "reach": clerk.reach}
    return clerk.desk.names(persons, organisation=clerk.office, action=Action.RECONCILE, **who)


def in_words(one: Shown, names: Mapping[int, str], cells: Mapping[int, str]) -> Told:
    """A line as it is shown; `names` of persons of the book, `cells` of organisations."""
    line, said = one.line, one.said
    return {
        "code": line.code,
        "sort": str(words.SORTS[Sort(line.sort)]),
        "who": names.get(line.person or 0) or said.get("name") or str(words.NOTHING),
        "person": line.person,
        "cell": cells.get(line.cell or 0, ""),
        "column": said.get("column", ""),
        "in_file": line.column in PARTS and lines.GIVEN in said,
        "theirs": said.get("theirs", ""),
        "ours": said.get("ours", ""),
        "row": said.get("row"),
        "state": line.state,
        "state_name": str(words.STATES[State(line.state)]),
        "mender": str(words.MENDERS[Mender(line.mender)]) if line.mender else "",
        "until": line.until,
        "since": line.since,
        "reason": str(words.REASONS[Reason(line.reason)]) if line.reason else "",
        "closed_on": line.closed_on,
    }


def _found(look: Look) -> Iterator[Found]:
    for one in look.results:
        yield from _of_row(look, one)
    for person in look.missing:
        own = look.known.people[person].values
        said = {"column": "", "theirs": str(words.NOT_IN_FILE), "ours": ""}
        yield Found(Sort.IN_BOOK, person=person, cell=own.get("organisation"), said=said)


def _of_row(look: Look, one: Compared) -> Iterator[Found]:
    if one.verdict in (Verdict.DIFFERS, Verdict.UNREAD) and one.person is not None:
        cell = look.known.people[one.person].values.get("organisation")
        for each in one.differences:
            said = {
                "column": look.found.column(each.column).label,
                "theirs": value(look, each.column, each.theirs),
                "ours": value(look, each.column, each.ours),
                "row": one.line.number,
            }
            if each.column in PARTS and each.theirs is not None:
                said[lines.GIVEN] = _in_full(each.theirs)
            if each.column in NUMBERS:  # masked, two may look the same: what they are keeps them apart
                said["mark"] = sha256(f"{each.theirs}|{each.ours}".encode()).hexdigest()
            yield Found(Sort.DIFFERS, each.column, one.person, cell, said=said)
    elif one.verdict in IN_FILE:
        values = one.line.values
        born = f" ({values['born_on'].year})" if "born_on" in values else ""
        said = {
            "name": f"{values.get('name', '')}{born}",
            "row": one.line.number,
            "theirs": _brief(look, one),
            "ours": str(words.NOT_IN_BOOK),
        }
        cell = values.get("organisation") or look.organisation
        yield Found(Sort.IN_FILE, cell=cell, who=_who(values), said=said)


def _in_full(value: Any) -> str:
    return iso(value) if isinstance(value, date) else str(value)


def _brief(look: Look, one: Compared) -> str:
    """Why somebody of the file is not in the book, as far as it shows."""
    status = one.line.values.get("status", Status.ACTIVE)
    joined = one.line.values.get("joined_on")
    parts = [words.verdict(one.verdict), value(look, "status", status), spoken(joined) if joined else ""]
    return "; ".join(part for part in parts if part)


def _who(values: dict[str, Any]) -> str:
    known = (values.get(name) for name in ("personal_number", "card_number", "national_id"))
    return next((said for said in known if said), f"{values.get('name')} {values.get('born_on')}")


def _order(look: Look, one: Found) -> tuple[Any, ...]:
    """By cell, then by name."""
    name = look.known.people[one.person].values.get("name", "") if one.person else one.said.get("name", "")
    cell = look.places.label(one.cell) if one.cell else ""
    return (natural(cell), name_order(str(name)), one.person or 0, one.column)
