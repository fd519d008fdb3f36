"""What a printed figure is by those printed beside it, and by its time. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thenchot.reports.reading import dates
from thenchot.reports.reading.frame import Setting
from thenchot.reports.reading.written import Figure, Match

from .clauses import CLOSED
from .context import GOING_ON, Page
from .terms import ACTS

# “so với đầu năm (”, “so với cùng kỳ năm 2024 (”
COMPARED = re.compile(
    r"\bso với (?!chỉ tiêu|kế hoạch|mục tiêu|nghị quyết)[^;()]{2,40}\($"
    r"|\((?:cùng kỳ|đầu năm|cuối năm|năm|đầu nhiệm kỳ)(?: (?:năm )?(?:20\d\d|trước))?(?: là|:) $",
    re.IGNORECASE,
)  # fmt: skip
CHANGED = re.compile(r"\b(?:tăng|giảm|cao hơn|thấp hơn|vượt)\s(?:thêm |gần |hơn |trên )?$", re.IGNORECASE)
# “tổng số giảm 1.892”, “(tăng 3 chi bộ so với năm 2021)”: how many more or fewer, of whatever it is
CHANGE = re.compile(
    r"\b(?:tăng(?: thêm)?|vượt(?: thêm)?|nhiều hơn|ít hơn|(?:tổng số|số) [^.;:,()0-9]{2,40} giảm|\(giảm)"
    r"\s(?:gần |hơn |trên )?$",
    re.IGNORECASE,
)
ENDING = re.compile(r";|\.\s")
LEFT = re.compile(r"\b(?:xuống|còn|lên)(?: còn| đến)?\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
REDUCED = "K14"
# Their parts are figures only where the catalogue says so: “96 đảng bộ trực thuộc (92 đảng bộ xã, 4 khác)”.
BROKEN_DOWN = {"O01", "O04", "O06", "O06.all"}
ALSO = {"O06": "O06.all"}  # of a commune both are one number
TOTALS = {"O01", "O02", "O03", "O04", "O05", "O06"}
NAMED_BY_ALL = {"O08"}  # “25/29 chi bộ thôn”: the noun says what the 29 are
BASE = "O02"
BASE_KINDS = {"đảng bộ": "O03", "chi bộ": "O04"}
BASE_KIND = re.compile(r"\s(đảng bộ|chi bộ)(?=[,;)]|\s(?:và|cơ sở)\b)", re.IGNORECASE)
ADMITTED = "M16"
AIM_CODE = "M15"
MEMBERS = "M01"
ORGANISATIONS = re.compile(r"O0[1-6](?:\.all)?$")
WITH = re.compile(r"^[^.;]*\s(?:với|và|gồm|cùng)\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
ALL_MEMBERS = re.compile(r"\s*đảng viên\s*(?:[.,;:(]|$|đang sinh hoạt)", re.IGNORECASE)
# “(năm 2022: 1.602; năm 2023: 1.655”: the same, year by year
OF_A_YEAR = re.compile(r"\bnăm (?:19|20)\d\d(?: là| có|:)?\s$", re.IGNORECASE)
OPENED = re.compile(r"\s*(?:số\s|đảng viên\s)?\($", re.IGNORECASE)
FEWER = re.compile(r"\bgiảm(?: được| thêm)?\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
FROM = re.compile(r"\btừ\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
UP_TO = re.compile(r"[^.;()0-9]{0,24}(?:\([^();]{0,24}\))?\s*(?:lên|xuống)(?: còn| đến)?\s", re.IGNORECASE)
PARTS_OF = re.compile(r"\(|:|\btrong đó\b|\bgồm\b", re.IGNORECASE)
LIST_ENDED = re.compile(r"\)|\.\s")  # “41 chi bộ: 29 chi bộ thôn; 3 chi bộ cơ quan”
ENDED = re.compile(r"[;)]|\.\s")
# “kết nạp 45 đảng viên, đạt 103%”; “đạt tỷ lệ 3,1%” is one of all members.
REACHED = re.compile(
    r"(?:\b(?:đạt|bằng|vượt|hoàn thành|tương đương)|\()\s*(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE
)


def risen(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """“tăng từ 120 lên 131 đảng viên”: both count the same."""
    text = page.lines[figure.line].text
    for other in before[:-3:-1]:
        same = (other.line, other.unit) == (figure.line, figure.unit)
        if same and FROM.search(text[: other.start]) and UP_TO.fullmatch(text[other.end : figure.start]):
            return other.match
    return None


def by_years(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """A number of one year in a row of years is what the one before it is."""
    text = page.lines[figure.line].text
    other = before[-1] if before else None
    if other is None or other.line != figure.line or not other.match or other.unit != figure.unit:
        return None
    between = text[other.end : figure.start]
    return other.match if OF_A_YEAR.search(between) and not ENDING.search(between.replace(";", ",")) else None


def is_fewer(figure: Figure, page: Page) -> bool:
    """“giảm 96 thôn”: only what was reduced can be meant."""
    return bool(FEWER.search(page.lines[figure.line].text[: figure.start]))


def is_reached(figure: Figure, page: Page) -> bool:
    """Whether a percentage says how far an aim is reached, rather than how much of a whole something is."""
    return bool(REACHED.search(page.lines[figure.line].text[: figure.start]))


def is_change(figure: Figure, page: Page) -> bool:
    """Whether a figure says by how much something rose or fell."""
    text = page.lines[figure.line].text
    return bool(CHANGE.search(text[: figure.start])) and not UP_TO.match(text, figure.end)


def is_planned(figure: Figure, said: Setting) -> bool:
    """Whether a figure is of a time after the one that the report is about: nothing of it is done yet."""
    period, about = figure.period, said.title
    if said.plan is not None and period == said.plan:
        return True
    return bool(about and about.until and period.since and period.since > about.until)


def as_aim(match: Match, figure: Figure) -> Match | None:
    """What is to be admitted in a year is that year's aim; nothing else of a plan is a figure."""
    period = figure.period
    one_year = period.since and period == dates.whole(period.since[:4])
    return replace(match, code=AIM_CODE) if match.code == ADMITTED and one_year else None


def compared(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """“còn 57 tổ chức, giảm 5 so với đầu năm (62 tổ chức)”: its brackets count the same."""
    text = page.lines[figure.line].text
    if not COMPARED.search(text[: figure.start]):
        return None
    for other in reversed(before[-6:]):
        between = text[other.end : figure.start]
        if other.line != figure.line or other.unit != figure.unit or ENDING.search(between):
            continue
        inside = text.rfind("(", 0, other.start) > text.rfind(")", 0, other.start)
        if not inside and not CHANGED.search(text[: other.start]):
            return other.match
    return None


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


def remains(figure: Figure, page: Page) -> bool:
    """“từ 27 đầu mối xuống 15”: how many there were and are, not how many fewer."""
    text = page.lines[figure.line].text[: figure.start]
    return bool(FROM.search(text) or LEFT.search(text))


def wholes(figure: Figure, page: Page, before: Sequence[Figure]) -> set[str]:
    """What a part cannot be, its wholes: “62 đảng bộ trực thuộc: 58 đảng bộ xã và 4 đảng bộ khác”."""
    text, found = page.lines[figure.line].text, set[str]()
    for other in before[-8:]:
        if other.line != figure.line or not other.match or other.value <= figure.value:
            continue
        if other.unit == figure.unit == "organisations" and _is_part(text[other.end : figure.start]):
            found.add(other.match.code)
    return found
