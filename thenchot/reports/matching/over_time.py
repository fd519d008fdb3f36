"""What a printed figure is by how it stands to another time, an aim or what was left. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thenchot.reports.reading import dates
from thenchot.reports.reading.frame import Setting
from thenchot.reports.reading.written import Figure, Match

from .context import Page

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
FEWER = re.compile(r"\bgiảm(?: được| thêm)?\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
FROM = re.compile(r"\btừ\s(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE)
UP_TO = re.compile(r"[^.;()0-9]{0,24}(?:\([^();]{0,24}\))?\s*(?:lên|xuống)(?: còn| đến)?\s", re.IGNORECASE)
# “(năm 2022: 1.602; năm 2023: 1.655”: the same, year by year
OF_A_YEAR = re.compile(r"\bnăm (?:19|20)\d\d(?: là| có|:)?\s$", re.IGNORECASE)
# “kết nạp 45 đảng viên, đạt 103%”; “đạt tỷ lệ 3,1%” is one of all members.
REACHED = re.compile(
    r"(?:\b(?:đạt|bằng|vượt|hoàn thành|tương đương)|\()\s*(?:trên |gần |hơn |khoảng )?$", re.IGNORECASE
)
REDUCED = "K14"
ADMITTED = "M16"
AIM_CODE = "M15"


def risen(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """“tăng từ 120 lên 131 đảng viên”: both count the same."""
    text = page.lines[figure.line].text
    for other in before[:-3:-1]:
        same = (other.line, other.unit) == (figure.line, figure.unit)
        if same and FROM.search(text[: other.start]) and UP_TO.fullmatch(text[other.end : figure.start]):
            return other.match
    return None


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


def by_years(figure: Figure, page: Page, before: Sequence[Figure]) -> Match | None:
    """A number of one year in a row of years is what the one before it is."""
    text = page.lines[figure.line].text
    if not OF_A_YEAR.search(text[: figure.start]):
        return None
    alike = (one for one in before[:-4:-1] if one.line == figure.line and one.unit == figure.unit)
    other = next(alike, None)
    over = other is None or ENDING.search(text[other.end : figure.start].replace(";", ","))
    return None if over or other is None else other.match


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
    return replace(match, code=AIM_CODE) if match.code in (ADMITTED, AIM_CODE) and one_year else None


def is_change(figure: Figure, page: Page) -> bool:
    """Whether a figure says by how much something rose or fell."""
    text = page.lines[figure.line].text
    return bool(CHANGE.search(text[: figure.start])) and not UP_TO.match(text, figure.end)


def is_fewer(figure: Figure, page: Page) -> bool:
    """“giảm 96 thôn”: only what was reduced can be meant."""
    return bool(FEWER.search(page.lines[figure.line].text[: figure.start]))


def remains(figure: Figure, page: Page) -> bool:
    """“từ 27 đầu mối xuống 15”: how many there were and are, not how many fewer."""
    text = page.lines[figure.line].text[: figure.start]
    return bool(FROM.search(text) or LEFT.search(text))


def is_reached(figure: Figure, page: Page) -> bool:
    """Whether a percentage says how far an aim is reached, rather than how much of a whole something is."""
    return bool(REACHED.search(page.lines[figure.line].text[: figure.start]))
