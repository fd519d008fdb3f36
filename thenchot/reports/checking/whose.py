"""Which organisation a printed figure is of: the report's own, one the sentence names, or nobody can say. Pure."""

# ruff: noqa: E501 (a pattern stays on one line)

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from thenchot.ledger.vietnamese import folded

from ..reading.written import Figure, Line, Sort

OWN = 0
_LEVELS = "xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|quận|tỉnh"
_BODIES = "chi bộ|đảng bộ|đảng ủy|chi ủy"
_CAPITAL = f"[{''.join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())}]"
_MENTION = re.compile(
    rf"(?<!\w)(?:(?i:{_BODIES})(?i: cơ sở)? (?:(?i:{_LEVELS}) )?|(?i:{_LEVELS}) ){_CAPITAL}\w*(?: {_CAPITAL}\w*){{0,4}}"
)
_ENDS = re.compile(r"[.;!?]\s")
# A mention that the sentence speaks of: it begins a clause, or stands where somebody is.
_LEADS = re.compile(
    r"(?:^|[,;:(–-]|(?<!\w)(?:tại|ở|riêng|đó|có|gồm|là|thì|ủy|thường vụ|chấp hành|bộ|tra))\s*$", re.IGNORECASE
)
_WHERE = re.compile(r"(?<!\w)(?:tại|ở|của|thuộc|trong)\s*$", re.IGNORECASE)
_TYPED = re.compile(r"[|\t]")  # the row of a table typed as text
_STOPS = re.compile(r"[,;.()]|\d")
_BEFORE = sorted(
    ("dang bo co so", "chi bo co so", "dang bo", "dang uy", "chi bo", "chi uy"), key=len, reverse=True
)
_LEVEL_WORDS = tuple(f"{folded(level)} " for level in _LEVELS.split("|"))


@dataclass(frozen=True)
class Whose:
    """`organisation` is OWN, another's id, or nothing where it cannot be told; `named` as the report has it.

    `several`: more than one of the organisations bears the name.
    """

    organisation: int | None = OWN
    named: str = ""
    several: bool = False


HERE = Whose()


class Held:
    """The organisations that a closing holds, to be found by what a report calls them."""

    def __init__(self, own: int, names: Callable[[], Mapping[int, str]]) -> None:
        """`names` is asked once, and only by a report that names any."""
        self._id, self._read = own, names

    @cached_property
    def _names(self) -> Mapping[int, str]:
        return self._read()

    @cached_property
    def _own(self) -> str:
        return bare(self._names.get(self._id, ""))

    @cached_property
    def _ids(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for one, name in self._names.items():
            for said in {bare(name), _without_level(bare(name))} if one != self._id else ():
                found[said].append(one)
        return found

    def of(self, figure: Figure, line: Line) -> Whose:
        """Whose a figure is, by the sentence it stands in; in a table by the head of its row."""
        if line.sort is Sort.CELL or _TYPED.search(line.text):
            return self._of_row(figure.noun.split(" – ")[0])
        start, end = _sentence(line.text, figure)
        sentence, at = line.text[start:end], figure.start - start
        for name, sure in _named(sentence, at, figure.end - start, figure.organisation):
            if not self._is_own(name):
                return self._called(name) if sure else Whose(None, name)
        if figure.organisation in sentence or self._is_own(figure.organisation):
            return Whose()
        return Whose(None, figure.organisation) if self._ids.get(bare(figure.organisation)) else Whose()

    def _of_row(self, head: str) -> Whose:
        if not head or self._is_own(head):
            return Whose()
        if self._ids.get(bare(head)) or _MENTION.fullmatch(head.strip()):
            return self._called(head.strip())
        return Whose()

    def _called(self, name: str) -> Whose:
        ids = self._ids.get(bare(name), [])
        exact = [one for one in ids if self._names[one].casefold().endswith(name.casefold())]
        ids = exact if len(exact) == 1 else ids
        return Whose(ids[0] if len(ids) == 1 else None, name, len(ids) > 1)

    def _is_own(self, name: str) -> bool:
        """“Đảng bộ tỉnh Cao Bằng” is the Đảng bộ tỉnh whose report it is."""
        said = bare(name)
        return f"{said} ".startswith(f"{self._own} ") or f"{self._own} ".startswith(f"{said} ")


def bare(name: str) -> str:
    """A name without tones and without what stands before the name proper: “dang bo xa hoa an” is “xa hoa an”."""
    said = " ".join(folded(name).replace(",", " ").split())
    before = next((one for one in _BEFORE if said.startswith(f"{one} ")), "")
    return said[len(before) :].strip()


def _without_level(said: str) -> str:
    return next((said.removeprefix(level) for level in _LEVEL_WORDS if said.startswith(level)), said)


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    starts = [found.end() for found in _ENDS.finditer(text, 0, figure.start)]
    after = _ENDS.search(text, figure.end)
    return (starts[-1] if starts else 0), (after.start() if after else len(text))


def _named(sentence: str, at: int, end: int, acting: str) -> Iterator[tuple[str, bool]]:
    """The organisation named nearest to a figure, and whether the figure is surely of it; at most one."""
    stop = _STOPS.search(sentence, end)
    for name, start, _end in _mentions(sentence, end, stop.start() if stop else len(sentence)):
        if _WHERE.search(sentence[:start]):
            yield name, True
            return
    before = list(_mentions(sentence, 0, at))
    if before:
        name, start, _end = before[-1]
        alone = len(before) < 2 or any(letter.isdigit() for letter in sentence[before[-2][2] : start])
        leads = name in acting or bool(_LEADS.search(sentence[:start]))
        yield name, alone and leads


def _mentions(sentence: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for found in _MENTION.finditer(sentence, start, end):
        yield found[0], found.start(), found.end()
