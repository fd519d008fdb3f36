"""Questions about reports of wrong information. Every answer is for the end of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.entries import Entry, entry_from
from thenchot.ledger.reading import STORED, among, rows

from ..due import Subtree, on
from .error_events import ErrorAnswered, ErrorReported, Item, Outcome, PaperKind


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report. The value the member proposes lies in the sealed file, under the same item."""

    person: int
    item: Item
    paper_kind: PaperKind
    last_three: str | None
    reported_on: date
    organisation: int | None  # where the member is today, for open reports; else where it was made
    answered_on: date | None = None
    outcome: Outcome | None = None


OPEN = f"""
SELECT r.opened_by, c.value FROM ledger_period r
LEFT JOIN ledger_period c ON c.subject = r.subject AND c.track = 'cell' AND c.key = '' AND {on("c")}
WHERE r.track = 'error' AND {on("r")}
"""


def open_reports(organisation: int, *, as_of: date) -> list[Report]:
    """What members under an organisation reported and is not answered yet, the earliest first."""
    return open_within(Subtree(organisation, as_of))


def open_within(within: Subtree) -> list[Report]:
    """The same of a subtree read before."""
    found = rows(OPEN, [within.as_of] * 4)
    cells = {seq: int(cell) for seq, cell in found if cell and int(cell) in within}
    return sorted(
        (_report(entry, cells[entry.seq]) for entry in _entries(list(cells))),
        key=lambda report: (report.reported_on, report.person, report.item),
    )


def reports_of(person: int, *, as_of: date) -> list[Report]:
    """Everything a person reported, with its answer, in the order of the days; nothing once erased."""
    found: dict[Item, Report] = {}
    told: list[Report] = []
    for entry in reading.story(person):
        if entry.effective_on > as_of:
            break
        if isinstance(entry.act, ErrorReported):
            found[entry.act.item] = _report(entry, entry.organisation)
        elif isinstance(entry.act, ErrorAnswered) and entry.act.item in found:
            told.append(_answered(found.pop(entry.act.item), entry.act))
    return sorted([*told, *found.values()], key=lambda report: (report.reported_on, report.item))


def _entries(seqs: Sequence[int]) -> list[Entry]:
    condition, values = among(list(seqs) or [0])
    return [entry_from(*row) for row in rows(f"{STORED} WHERE e.seq {condition}", values)]


def _report(entry: Entry, organisation: int | None) -> Report:
    act = entry.act
    assert isinstance(act, ErrorReported)
    return Report(
        person=entry.about, item=act.item, paper_kind=act.paper_kind, last_three=act.last_three,
        reported_on=entry.effective_on, organisation=organisation,
    )  # fmt: skip


def _answered(report: Report, act: ErrorAnswered) -> Report:
    return Report(**{**vars(report), "answered_on": act.effective_on, "outcome": act.outcome})
