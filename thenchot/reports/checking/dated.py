"""Two dates for one numbered document: “số 21-KL/TW ngày 15/10/2021” and elsewhere 25/10/2021."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..reading.written import Line
from .relations import Kind, Relation, Verdict
from .tokens import fold

NUMBERED = re.compile(
    r"(?<![\w/-])(?P<number>\d{1,4}) ?[-–] ?(?P<kind>[a-zđ]{1,6}) ?/ ?(?P<by>[a-zđ]{1,8}(?:[-.][a-zđ]{1,8})?)"
    r"\s*,?\s*\(?\s*(?:ban hành )?ngày "
    r"(?P<day>\d{1,2}) ?(?:[-–/.]|tháng) ?(?P<month>\d{1,2}) ?(?:[-–/.]|,? ?năm) ?(?P<year>\d{4})"
    r"(?=(?P<after>[^;.\n]{0,160}))"  # the next document may be named in it
)
TITLE = re.compile(r"\b(?:về|thực hiện|quy định|thi hành)\b(.*)|[“\"](.*)")


@dataclass(frozen=True)
class Cited:
    line: int
    name: str
    issuer: str
    date: tuple[int, int, int]
    title: frozenset[str]

    @property
    def shown(self) -> str:
        return f"{self.date[2]:02}/{self.date[1]:02}/{self.date[0]}"


def dated(lines: tuple[Line, ...]) -> Iterator[Relation]:
    first: dict[str, list[Cited]] = {}
    for line in lines:
        for cited in cited_in(line):
            others = first.setdefault(cited.name, [])
            other = next((one for one in others if one.date == cited.date), None)
            if other is None:
                if others:
                    yield differs(others[0], cited)
                others.append(cited)


def cited_in(line: Line) -> Iterator[Cited]:
    text = " ".join(fold(line.text).split())
    for found in NUMBERED.finditer(text):
        year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        name = f"{int(found['number']):02}-{found['kind']}/{found['by']}".upper()
        yield Cited(line.number, name, found["by"], (year, month, day), title(found["after"]))


def title(after: str) -> frozenset[str]:
    found = TITLE.search(after)
    return frozenset(re.findall(r"\w+", (found[1] or found[2] or "") if found else "")[:14])


def differs(one: Cited, other: Cited) -> Relation:
    """One document with two dates, unless its number may have been used again."""
    hangs_on = used_again(one, other)
    return Relation(
        Kind.DATED, Verdict.DEPENDS if hangs_on else Verdict.FAILS, (), tuple(sorted({one.line, other.line})),
        f"{one.shown} = {other.shown}", None, None, "dates_differ", "number_used_again", hangs_on,
        (("name", one.name), ("first", one.shown), ("later", other.shown),
         ("first_line", str(one.line)), ("later_line", str(other.line))),
    )  # fmt: skip


def used_again(one: Cited, other: Cited) -> str:
    """Numbers begin anew with the year below the centre; two titles are two documents."""
    if one.title and other.title:
        shared = len(one.title & other.title) / min(len(one.title), len(other.title))
        if shared < 0.5:
            return "two_documents"
        return ""
    if one.date[0] != other.date[0] and one.issuer != "tw":
        return "two_documents"
    return ""
