"""What a printed figure is by those printed beside it: wholes, parts, the same again. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thenchot.reports.reading.written import Figure, Match

from .clauses import CLOSED
from .context import GOING_ON, Page
from .terms import ACTS

# Their parts are figures only where the catalogue says so: “96 đảng bộ trực thuộc (92 đảng bộ xã, 4 khác)”.
BROKEN_DOWN = {"O01", "O04", "O06", "O06.all"}
ALSO = {"O06": "O06.all"}  # of a commune both are one number
TOTALS = {"O01", "O02", "O03", "O04", "O05", "O06"}
NAMED_BY_ALL = {"O08"}  # “25/29 chi bộ thôn”: the noun says what the 29 are
BASE = "O02"
BASE_KINDS = {"đảng bộ": "O03", "chi bộ": "O04"}
BASE_KIND = re.compile(r"\s(đảng bộ|chi bộ)(?=[,;)]|\s(?:và|cơ sở)\b)", re.IGNORECASE)
MEMBERS = "M01"
ORGANISATIONS = re.compile(r"O0[1-6](?:\.all)?$|O12$")
WITH = re.compile(r"^[^.;]*\s(?:với|và|gồm|cùng)\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
ALL_MEMBERS = re.compile(r"\s*đảng viên\s*(?:[.,;:(]|$|đang sinh hoạt|trên tổng số)", re.IGNORECASE)
OPENED = re.compile(r"\s*(?:số\s|đảng viên\s)?\($", re.IGNORECASE)
PARTS_OF = re.compile(r"\(|:|\btrong đó\b|\bgồm\b", re.IGNORECASE)
LIST_ENDED = re.compile(r"\)|\.\s")  # “41 chi bộ: 29 chi bộ thôn; 3 chi bộ cơ quan”
ENDED = re.compile(r"[;)]|\.\s")


def of_base(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """“57 tổ chức cơ sở đảng (31 đảng bộ, 26 chi bộ)”: both are base organisations."""
    text = page.lines[figure.line].text
    kind = BASE_KIND.match(text, figure.end)
    if not kind or figure.unit != "organisations":
        return None
    for other in reversed(before[-3:]):
        between = CLOSED.sub(" ", text[other.end : figure.start])
        parts = other.line == figure.line and PARTS_OF.search(between) and not ENDED.search(between)
        if parts and other.match and other.match.code == BASE and other.value > figure.value:
            return replace(other.match, code=BASE_KINDS[kind[1].lower()])
    return None


def with_members(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """“Đảng bộ gồm 45 chi bộ với 1.008 đảng viên”: behind what organisations there are, all their members."""
    text = page.lines[figure.line].text
    if not (figure.unit == "members" and figure.period.as_of and ALL_MEMBERS.match(text, figure.end)):
        return None
    for other in reversed(before[-4:]):
        counted = other.line == figure.line and other.match and ORGANISATIONS.match(other.match.code)
        if counted and other.match and WITH.search(text[other.end : figure.start]):
            return replace(other.match, code=MEMBERS, words=())
    return None


def again(figure: Figure, before: Sequence[Figure]) -> Match | None:
    """“kết nạp 156 đảng viên, đạt 78% kế hoạch (156/200)”: the same number again, with nothing said of it."""
    for other in reversed(before[-4:]):
        if (other.line, other.value, other.unit) == (figure.line, figure.value, figure.unit):
            return other.match
    return None


def whole_of(figure: Figure, page: Page, before: Sequence[Figure]) -> str:
    """What a part is of: the code of the last larger number before it, which it breaks down; or empty."""
    text = page.lines[figure.line].text
    for other in reversed(before[-6:]):
        if other.line != figure.line or other.value < figure.value or not other.match:
            continue
        return other.match.code if _is_part(text[other.end : figure.start]) else ""
    said = any(spot.term in ACTS and spot.start < figure.start for spot in page.spots(figure.line))
    return _whole_above(figure, page, before) if GOING_ON.match(text) and not said else ""


def _whole_above(figure: Figure, page: Page, before: Sequence[Figure]) -> str:
    """Of a line that breaks down the one above: what that one counted."""
    above = page.above(figure.line)
    counted = (one for one in reversed(before[-12:]) if one.line == above and one.match)
    units = {one.unit for one in before[-12:] if not one.unit.startswith("percent")}
    alike = units if figure.unit.startswith("percent") else {figure.unit}
    return next((one.match.code for one in counted if one.match and one.unit in units & alike), "")


def _is_part(between: str) -> bool:
    """Whether these words between two numbers break down the first one: a list in brackets or behind a colon
    goes on behind its semicolons."""
    parts = PARTS_OF.search(between)
    if parts and parts[0] == ":" and "," in between[: parts.start()]:
        return False  # “chi bộ cơ sở: 8, đảng bộ cơ sở: 5”: the name of the next one
    return bool(parts and not (LIST_ENDED if parts[0] in "(:" else ENDED).search(between))


def wholes(figure: Figure, page: Page, before: Sequence[Figure]) -> set[str]:
    """What a part cannot be, its wholes: “62 đảng bộ trực thuộc: 58 đảng bộ xã và 4 đảng bộ khác”."""
    text, found = page.lines[figure.line].text, set[str]()
    for other in before[-8:]:
        if other.line != figure.line or not other.match or other.value <= figure.value:
            continue
        if other.unit == figure.unit == "organisations" and _is_part(text[other.end : figure.start]):
            found.add(other.match.code)
    return found
