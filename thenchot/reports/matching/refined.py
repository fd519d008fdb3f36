"""What a match is after all by its sentence: an aim, in enterprises, of those admitted, of all who left."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from thenchot.reports.reading.written import Figure, Match

from .context import Page
from .over_time import ADMITTED, AIM_CODE

# “đặt mục tiêu kết nạp từ 2.300 đảng viên”, “chỉ tiêu cả năm 2026 là 3.300”
AIMED = re.compile(
    r"\b(?:chỉ tiêu|mục tiêu|phấn đấu|kế hoạch|đặt mức|yêu cầu)\s"
    r"(?:(?!được|đã)[^.,;:()0-9\s]+\s){0,8}kết nạp\s(?:(?!được)[^.,;:()0-9\s]+\s){0,4}$"
    r"|\b(?:chỉ tiêu|kế hoạch|mục tiêu)(?:\s[^.,;:()0-9\s]+){0,4}(?:\s20\d\d)?\slà\s$",
    re.IGNORECASE,
)
ENTERPRISES = re.compile(
    r"\bdoanh nghiệp (?:tư nhân|ngoài (?:khu vực )?(?:nhà nước|quốc doanh))\b", re.IGNORECASE
)
ELSEWHERE = re.compile(
    r"\.\s|\b(?:thôn|bản|xã(?! hội)|phường|trường học|cơ quan|toàn|khối|cả tỉnh|nông thôn|lực lượng)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:(?P<founded>lập|lập mới|lập được)|có|mới|gồm|là)\s(?:\d[\d.]*\s?/\s?)?$", re.IGNORECASE
)
WORKERS = "M23.worker"  # who is admitted there is one
LEAST = 0.6  # the score of what only its sentence names
REACH = 160  # characters back to what a sentence is about
THERE, FOUNDED_THERE, ADMITTED_THERE, MEMBERS_THERE = "O12", "O12.founded", "M25", "O13"
KINDS = re.compile(r"O0[2-7]\b")
# What is counted of all members, and what of those admitted.
ADMITTED_TOO = {"M04": "M19", "M05": "M21", "M07": "M20", "M10": "M23", "M11": "M24", "M13": "M22"}
OF_ALL = re.compile(
    r"\b(?:tổng số|toàn (?:đảng bộ|tỉnh|huyện|xã)|hiện|đến nay)\b|\.\s(?!Trong|Chất|Tuổi|Theo|Phân|Tính|Về)",
    re.IGNORECASE,
)
LEFT, ALL_LEFT, MEMBERS = "M34", "M31", "M01"
BY_WAYS = re.compile(
    r"[^.;,()0-9]{0,60}(?:\(|:|, (?:trong đó|gồm))[^.;()0-9]{0,24}(?:khai trừ|xóa tên)", re.IGNORECASE
)
GONE = re.compile(r"\sđảng viên (?:không còn|ra khỏi)\b", re.IGNORECASE)


def refined(
    match: Match | None, figure: Figure, page: Page, before: Sequence[Figure], known: Collection[str]
) -> Match | None:
    """The match, or what it becomes; `known` are the codes that there are."""
    text = page.lines[figure.line].text
    match = in_enterprises(match, figure, text)
    if match is None:
        return None
    if match.code == ADMITTED and AIMED.search(text[: figure.start]):
        return replace(match, code=AIM_CODE)
    if (match.code == LEFT and BY_WAYS.match(text, figure.end)) or (
        match.code == MEMBERS and GONE.match(text, figure.end)
    ):
        return replace(match, code=ALL_LEFT)
    return of_admitted(match, figure, text, before, known)


def in_enterprises(match: Match | None, figure: Figure, text: str) -> Match | None:
    """“Trong doanh nghiệp ngoài nhà nước, thành lập 17 tổ chức”: the sector is said ahead."""
    ahead = text[max(0, figure.start - REACH) : figure.start]
    said = [found.end() for found in ENTERPRISES.finditer(ahead)]
    if figure.of is not None or not said or ELSEWHERE.search(ahead, said[-1]):
        return match
    counted = COUNTED.search(ahead)
    if figure.unit == "organisations" and counted and (match is None or KINDS.match(match.code)):
        code = FOUNDED_THERE if counted["founded"] else THERE
        return replace(match, code=code) if match else Match(code, LEAST, None, ())
    if figure.unit == "members" and match and match.code in (ADMITTED, WORKERS, MEMBERS):
        return replace(match, code=MEMBERS_THERE if match.code == MEMBERS else ADMITTED_THERE)
    return match


def of_admitted(
    match: Match, figure: Figure, text: str, before: Sequence[Figure], known: Collection[str]
) -> Match:
    """“Kết nạp 120 đảng viên, …; tuổi bình quân 28,4”: of those, not of all members."""
    stem, point, rest = match.code.partition(".")
    if stem not in ADMITTED_TOO or figure.period.as_of:
        return match
    for other in reversed(before[-12:]):
        if other.line != figure.line or (other.match and other.match.code in (ADMITTED, AIM_CODE)):
            break
    else:
        return match
    if other.line != figure.line or OF_ALL.search(text, other.end, figure.start):
        return match
    new = ADMITTED_TOO[stem]
    code = next((one for one in (f"{new}{point}{rest}", new) if one in known), "")
    return replace(match, code=code) if code else match
