"""Questions about deadlines from letters. Every answer is for the end of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from thenchot.ledger.days import iso, months_after
from thenchot.ledger.entries import entry_from
from thenchot.ledger.reading import STORED, among, rows

from ..due import on
from .events import DeadlineSet, How
from .rounds import AHEAD, Answer, Deadline, rounds

# What is unanswered for longer is no work item any more; it stays in the book.
MONTHS_BACK = 12


def open_deadlines(organisation: int, *, as_of: date) -> list[Deadline]:
    """Rounds that somebody has still to answer: kept here, or asked of this organisation; earliest first."""
    return [one for one in deadlines(organisation, as_of=as_of) if one.waiting]


def deadlines(organisation: int, *, as_of: date) -> list[Deadline]:
    """The same, with those that all have answered: due within twelve months back, and to come."""
    kept = _kept("d.subject = %s", [organisation], as_of)
    asked = [code for (code,) in rows(MUST, [organisation, as_of, as_of])]
    known = {set_.deadline for _, set_, _ in kept}
    condition, values = among([code for code in asked if code not in known] or [""])
    kept += _kept(f"d.value {condition}", values, as_of)
    board = _Board([set_.deadline for _, set_, _ in kept], as_of)
    found = [
        one
        for keeper, set_, since in kept
        for one in _rounds(keeper, set_, since, board, organisation, as_of)
    ]
    return sorted(found, key=lambda one: (one.due_on, one.deadline))


MUST = f"SELECT value FROM ledger_period a WHERE subject = %s AND track = 'asked' AND {on('a')}"
KEPT = f"""
SELECT d.subject, d.opened_by, d.since
FROM ledger_period d JOIN ledger_period u ON u.subject = d.subject AND u.track = 'due' AND u.key = d.key
JOIN ledger_period m ON m.subject = d.subject AND m.track = 'monthly' AND m.key = d.key
WHERE d.track = 'deadline' AND {{which}} AND (u.value >= %s OR m.value = 'yes')
  AND {on("d")} AND {on("u")} AND {on("m")}
"""
# Both indexed by the deadline's code; a round's key is the code with its month.
ASKED = f"SELECT value, subject FROM ledger_period a WHERE track = 'asked' AND value {{codes}} AND {on('a')}"
ANSWERED = f"""
SELECT w.key, w.subject, h.value, w.since
FROM ledger_period w JOIN ledger_period h ON h.subject = w.subject AND h.track = 'answer' AND h.key = w.key
WHERE w.track = 'answered' AND w.value {{codes}} AND {on("w")} AND {on("h")}
"""
REMINDED = f"""
SELECT key, subject, since FROM ledger_period r WHERE track = 'reminded' AND value {{codes}} AND {on("r")}
"""


def _kept(which: str, values: Sequence[object], as_of: date) -> list[tuple[int, DeadlineSet, date]]:
    back = months_after(as_of, -MONTHS_BACK).isoformat()
    found = rows(KEPT.format(which=which), [*values, back, *[as_of] * 6])
    condition, seqs = among([seq for _, seq, _ in found] or [0])
    acts = {
        entry.seq: entry.act
        for entry in (entry_from(*row) for row in rows(f"{STORED} WHERE e.seq {condition}", seqs))
    }
    return [(keeper, act, since) for keeper, seq, since in found if isinstance(act := acts[seq], DeadlineSet)]


class _Board:
    """Who is asked, who answered, who was reminded, of some deadlines."""

    def __init__(self, codes: Iterable[str], as_of: date) -> None:
        condition, values = among(list(codes) or [""])
        asked = rows(ASKED.format(codes=condition), [*values, as_of, as_of])
        answered = rows(ANSWERED.format(codes=condition), [*values, *[as_of] * 4])
        reminded = rows(REMINDED.format(codes=condition), [*values, as_of, as_of])
        self.asked: defaultdict[str, list[int]] = defaultdict(list)
        self.answers: defaultdict[str, dict[int, Answer]] = defaultdict(dict)
        self.reminded: defaultdict[str, dict[int, date]] = defaultdict(dict)
        for code, subject in asked:
            self.asked[code].append(subject)
        for key, subject, how, day in answered:
            self.answers[key][subject] = Answer(How(how), day)
        for key, subject, day in reminded:
            self.reminded[key][subject] = day


def _rounds(
    keeper: int, act: DeadlineSet, since: date, board: _Board, seen_by: int, as_of: date
) -> Iterable[Deadline]:
    """The rounds of one deadline: its keeper sees all who are asked, one of them itself."""
    back, ahead = months_after(as_of, -MONTHS_BACK), as_of + timedelta(days=AHEAD)
    asked = tuple(sorted(board.asked[act.deadline])) if seen_by == keeper else (seen_by,)
    for due, month in rounds(act.due_on, monthly=act.monthly, since=back, until=ahead):
        key = f"{act.deadline}@{iso(month) if month else ''}"
        yield Deadline(
            deadline=act.deadline, kept_by=keeper, paper=act.paper, signed_on=act.signed_on,
            issuer=act.issuer, issuer_name=act.issuer_name, asks=act.asks, title=act.title,
            due_on=due, data_to=_data_to(act, due), month=month, monthly=act.monthly,
            follows=act.follows, since=since, asked=asked,
            answers={one: told for one, told in board.answers[key].items() if one in asked},
            reminded={one: day for one, day in board.reminded[key].items() if one in asked},
        )  # fmt: skip


def _data_to(act: DeadlineSet, due: date) -> date | None:
    """Of a later round as many months later as its due day."""
    if act.data_to is None:
        return None
    return months_after(act.data_to, (due.year - act.due_on.year) * 12 + due.month - act.due_on.month)
