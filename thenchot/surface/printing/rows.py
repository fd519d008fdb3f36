"""What the book knows of many persons on a day, in few questions, as the texts of papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation

from thenchot.ledger.days import parse_day, spoken
from thenchot.ledger.reading import AT_ONCE, among, rows
from thenchot.reports.lists.members import Member
from thenchot.rooms.membership.events import Standing
from thenchot.rooms.membership.words import CODES
from thenchot.sealed.codes import coded_label
from thenchot.sealed.persons import PersonFile

from ..counted_words import DIMENSIONS
from ..counted_words import cell as counted

TRACKS = (
    "standing", "joined", "official", "party_since", "exempt", "temporary", "birth", "sex", "ethnicity",
    "general", "professional", "theory", "occupation", "badge", "residence", "cell", "transit",
)  # fmt: skip
LACKED = ("standing", "joined", "official", "birth")  # what a member should have
WORDS = ("sex", "ethnicity", "general", "professional", "theory", "occupation")
HELD = """SELECT subject, track, key, value FROM ledger_period
WHERE subject {} AND track IN ({}) AND since <= %s AND (until IS NULL OR until > %s)"""
# The cell before the one held, and by which kind of act the one held began.
CAME = """SELECT p.subject, p.since, e.kind, b.value FROM ledger_period p
JOIN ledger_entry e ON e.seq = p.opened_by
LEFT JOIN ledger_period b ON b.subject = p.subject AND b.track = 'cell' AND b.until <= p.since
WHERE p.subject {} AND p.track = 'cell' AND p.since <= %s AND (p.until IS NULL OR p.until > %s)
ORDER BY p.subject, b.until"""
CAME_BY = {"membership.received", "membership.transferred_in", "membership.moved", "membership.restored"}
MASK = "•" * 9
SHOWN = 3


@dataclass(frozen=True)
class Facts:
    """One person's tracks on a day: what each holds; badges by years; since when the cell."""

    person: int
    held: Mapping[str, str]
    badges: Sequence[str]

    def day(self, track: str) -> date | None:
        """The day a track holds."""
        value = self.held.get(track)
        return parse_day(value) if value else None

    def place(self, track: str) -> int | None:
        """The organisation a track holds."""
        value = self.held.get(track)
        return int(value) if value else None

    @property
    def year(self) -> str:
        return self.held.get("birth", "")[:4]


def facts(persons: Iterable[int], *, on: date, tracks: Sequence[str] = TRACKS) -> dict[int, Facts]:
    """Everybody asked for, also one the book says nothing of on that day."""
    wanted = list(dict.fromkeys(persons))
    held: defaultdict[int, dict[str, str]] = defaultdict(dict)
    badges: defaultdict[int, list[str]] = defaultdict(list)
    marks = ", ".join(["%s"] * len(tracks))
    for start in range(0, len(wanted), AT_ONCE):
        condition, values = among(wanted[start : start + AT_ONCE])
        for person, track, key, value in rows(HELD.format(condition, marks), [*values, *tracks, on, on]):
            if track == "badge":
                badges[person].append(key)
            else:
                held[person][track] = value
    return {one: Facts(one, held[one], sorted(badges[one], key=_years)) for one in wanted}


def came(persons: Iterable[int], *, on: date) -> dict[int, tuple[date, int | None]]:
    """Who came into the cell from elsewhere: on which day, and from which cell of this book."""
    wanted, found = list(dict.fromkeys(persons)), dict[int, tuple[date, int | None]]()
    for start in range(0, len(wanted), AT_ONCE):
        condition, values = among(wanted[start : start + AT_ONCE])
        for person, since, kind, before in rows(CAME.format(condition), [*values, on, on]):
            if kind in CAME_BY:
                found[person] = (since, int(before) if before else None)
    return found


def words(one: Facts) -> dict[str, str]:
    """What is counted of a person, in the words of papers: Vietnamese, whatever the screen speaks."""
    with translation.override("vi"):
        said = {track: one.held.get(track, "") for track in WORDS}
        return {track: counted(track, code) if code else "" for track, code in said.items()}


def naming(one: Facts, file: PersonFile | None, *, on: date, numbers: bool) -> dict[str, Any]:
    """Name, birth and numbers of a member: from the sealed file; a code where there is none to see."""
    birth = one.held.get("birth", "")
    if file is None:
        with translation.override("vi"):
            return {"name": coded_label(one.person), "year": one.year, "born": _born(birth)}
    first, name = file.names[0].text, file.name_on(on)
    year = str(file.born_on.year) if file.born_on else one.year
    born = spoken(file.born_on) or _born(birth)
    return {
        "name": name, "birth_name": first if first != name else "", "year": year, "born": born,
        "card": _number(file.card_number, numbers), "number": _number(file.personal_number, numbers),
    }  # fmt: skip


def listed(one: Facts) -> list[str]:
    """How somebody stands on a list: the standing first."""
    with translation.override("vi"):
        said = [str(CODES[Standing][one.held["standing"]])] if "standing" in one.held else []
        more = [str(DIMENSIONS[name]).lower() for name, track in ALSO if track in one.held]
    return said + more


ALSO = (("exempt", "exempt"), ("away", "temporary"))


def member(one: Facts, named: Mapping[str, Any], **more: Any) -> Member:
    """The member as papers print one; `more` says the places."""
    return Member(
        joined=one.day("joined"), official=one.day("official"), since=one.day("party_since"),
        badges=one.badges, **{**named, **more},
    )  # fmt: skip


def _number(text: str | None, whole: bool) -> str:
    if not text:
        return ""
    return text if whole else MASK + text[-SHOWN:]


def _born(birth: str) -> str:
    """`03/1960` or `1960`: the book knows no more."""
    return spoken(parse_day(birth)) if birth else ""


def _years(text: str) -> int:
    return int(text) if text.isdecimal() else 0
