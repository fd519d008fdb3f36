"""A checked list as sections: a title with its count, what it means, its lines cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.law.words import citation
from thenchot.ledger.days import spoken
from thenchot.ledger.vietnamese import name_order, natural
from thenchot.reports.member_list.checking import Checked
from thenchot.reports.member_list.columns import EXTRA, IMPORT_31
from thenchot.reports.member_list.due import AHEAD
from thenchot.reports.member_list.findings import Breakdown, Finding, Group, Member, Weight
from thenchot.reports.member_list.values import BADGES, EFFECTIVE, PROBATION, SMALLEST, WAVES, YOUNGEST
from thenchot.surface.numbers import number

from . import words

DIGITS = "0123456789"
HEADERS = {one.name: one.label for one in (*IMPORT_31.columns, *EXTRA)}
RESTS_ON = {
    Group.DAYS: (YOUNGEST, PROBATION, EFFECTIVE), Group.OVERDUE: (PROBATION,), Group.ENDING: (PROBATION,),
    Group.SMALL_CELL: (SMALLEST,), Group.BADGE: (BADGES, WAVES),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of a list: whom or what it is about, its cell in the file, what is said of it."""

    organisation: str
    person: str
    row: int | None
    place: str
    says: str


@dataclass(frozen=True)
class Section:
    """One list: `key` names it in addresses inside the page, `weight` says how much it matters."""

    key: str
    group: Group
    title: str
    counted: str
    about: str
    rests_on: tuple[str, ...]
    weight: Weight
    count: int  # findings; a pair of twins is one of them and two lines
    lines: tuple[Line, ...]

    @property
    def cells(self) -> list[tuple[str, list[Line]]]:
        """The lines by cell, in the order they stand in."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.organisation, []).append(line)
        return list(found.items())


@dataclass(frozen=True)
class TableLine:
    label: str
    members: int
    women: int
    probationary: int


@dataclass(frozen=True)
class TableTold:
    """A structure table; the last line is the sum."""

    key: str
    title: str
    lines: tuple[TableLine, ...]
    total: TableLine


def sections(checked: Checked) -> list[Section]:
    """Every list that has a line, and each of the next four days of award even without one."""
    found = []
    for group in Group:
        for wave in checked.waves if group is Group.BADGE else (None,):
            if (findings := checked.of(group, wave)) or wave:
                found.append(_section(checked, group, wave, findings))
    return found


def _section(checked: Checked, group: Group, wave: date | None, findings: list[Finding]) -> Section:
    given = _of_group(findings, wave)
    lines = sorted(
        (pair for one in findings for pair in _lines(checked, one)), key=lambda pair: (pair[0], pair[1].place)
    )
    return Section(
        key=f"{group}-{wave.isoformat()}" if wave else str(group),
        group=group,
        title=str(words.GROUPS[group]).format(**given),
        counted=_counted(words.COUNTED[group], len(findings)).format(**given, count=number(len(findings))),
        about=str(words.ABOUT[group]).format(**given),
        rests_on=_rests_on(checked, group),
        weight=_heaviest(findings) if findings else Weight.DUE,
        count=len(findings),
        lines=tuple(line for _, line in lines),
    )


def _rests_on(checked: Checked, group: Group) -> tuple[str, ...]:
    """The articles a list rests on, each once."""
    cited = (citation(one) for one in checked.cited if one.key in RESTS_ON.get(group, ()))
    return tuple(dict.fromkeys(cited))


def _counted(sentence: Any, count: int) -> str:
    """The plural form chosen by the bare number; the number printed comes with its points."""
    return str(sentence % {"many": count})


def _of_group(findings: list[Finding], wave: date | None) -> dict[str, Any]:
    """What the title of a list prints: numbers of the law it was checked with, the day of award."""
    months = {one.given["months"] for one in findings if "months" in one.given}
    least = {one.given["least"] for one in findings if "least" in one.given}
    return {
        "months": "/".join(str(one) for one in sorted(months, key=str)),
        "least": "/".join(str(one) for one in sorted(least, key=str)),
        "wave": spoken(wave),
        "days": AHEAD,
    }


def _heaviest(findings: list[Finding]) -> Weight:
    found = {one.weight for one in findings}
    return next(one for one in Weight if one in found)


def _lines(checked: Checked, finding: Finding) -> Iterator[tuple[tuple[Any, ...], Line]]:
    """The finding's lines with what they are sorted by: cell, given name, row. Twins have a line each."""
    where = finding.place.rpartition("!")[2]
    if not finding.members or finding.group is Group.SMALL_CELL:
        line = Line(finding.organisation, "", None, where, sentence(finding))
        yield _order(finding.organisation, None), line
        return
    members = [checked.members[at] for at in finding.members]
    order = _order(members[0].organisation or str(words.NO_CELL), members[0])
    for turn, member in enumerate(members):
        place = f"{where.rstrip(DIGITS)}{member.number}" if where else ""
        said = sentence(finding, [one for one in members if one is not member])
        organisation = member.organisation or str(words.NO_CELL)
        yield (*order, turn), Line(organisation, label(member), member.number, place, said)


def _order(organisation: str, member: Member | None) -> tuple[Any, ...]:
    if member is None:
        return natural(organisation), (), 0, 0
    return natural(organisation), name_order(member.name), member.number


def label(member: Member) -> str:
    """As people tell namesakes apart: `Vàng A Sùng (1960)`."""
    name = member.name or str(words.NO_NAME)
    return f"{name} ({member.born_on.year})" if member.born_on else name


def sentence(finding: Finding, others: Sequence[Member] = ()) -> str:
    """What is found, in one sentence; of twins it names the `others`."""
    given: dict[str, Any] = {
        name: spoken(value) if isinstance(value, date) else value for name, value in finding.given.items()
    }
    given["header"] = HEADERS.get(finding.column, "")
    code = finding.code
    if code == "twins":
        code = "twins_differ" if given["differ"] else code
        given |= {name: _listed(given[name]) for name in ("why", "differ")}
        given["others"] = "; ".join(_other(one) for one in others)
    if code == "badge_unsure":
        given["year"] = str(finding.given["full"])[:4]
    return str(words.SAYS[code]).format(**given)


def _other(member: Member) -> str:
    return str(words.OTHER).format(
        number=member.number, person=label(member), organisation=member.organisation or words.NO_CELL
    )


def _listed(names: str) -> str:
    return ", ".join(str(words.TWINS[name]) for name in names.split())


def tables(checked: Checked) -> list[TableTold]:
    """The structure tables in words."""
    return [_table(one) for one in checked.tables]


def _table(breakdown: Breakdown) -> TableTold:
    lines = tuple(
        TableLine(one.label or str(words.LINES[one.code]), one.members, one.women, one.probationary)
        for one in breakdown.lines
    )
    sums = [sum(getattr(one, name) for one in lines) for name in ("members", "women", "probationary")]
    return TableTold(breakdown.by, str(words.TABLES[breakdown.by]), lines, TableLine(str(words.TOTAL), *sums))


def by_cell(checked: Checked) -> list[tuple[str, list[tuple[Section, list[Line]]]]]:
    """The same lines the other way round, for printing: each cell with the lists it stands in."""
    found: dict[str, list[tuple[Section, list[Line]]]] = {}
    for section in sections(checked):
        for organisation, lines in section.cells:
            found.setdefault(organisation, []).append((section, lines))
    return sorted(found.items(), key=lambda one: natural(one[0]))
