"""Where in a text which term is said: the longest phrase first, commas inside phrases allowed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from . import terms
from .syllables import Piece, pieces

# What a phrase says besides its own term.
ALSO = {
    "dự bị": ("đảng viên",),
    "chính thức": ("đảng viên",),
    "kết nạp": ("đảng viên",),
    "đang công tác": ("đảng viên",),
    "chi bộ trực thuộc": ("chi bộ",),
    "chi bộ cơ sở": ("tổ chức cơ sở đảng",),
    "đảng bộ cơ sở": ("tổ chức cơ sở đảng",),
    "đầu mối bên trong": ("đầu mối",),
    "truy tặng": ("huy hiệu",),
    "cao cấp": ("lý luận",),
    "đổi thẻ": ("thẻ đảng",),
    "phát lần đầu": ("thẻ đảng",),
    "làm lại": ("thẻ đảng",),
    "cấp lại": ("thẻ đảng",),
} | {f"huy hiệu {years}": ("huy hiệu",) for years in range(30, 95, 5)}


_YEARS = re.compile(r"(?<![\d.,])([3-9][05])(?=\snăm|\stuổi)")


# “Đảng bộ tỉnh Hà Lâm hiện có”, “số đảng viên của cả tỉnh lên”: all there are, whatever it is called.
_ALL = re.compile(
    r"[Đđ]ảng bộ(?: (?:tỉnh|thành phố|thị xã|huyện|xã|phường|[Kk]hối))?(?: [A-ZĐÂÊÔƠƯÁÀẢÃẠ]\w+){1,4}"
    r" (?:hiện |nay )?(?:có|gồm)(?!\w)"
    r"|\b[Ss]ố đảng viên (?:(?:của|toàn|cả|trong) [^.;:,()0-9]{2,40} )?(?:là|lên|đạt|còn)"
    r"(?= (?:trên |gần |hơn )?[0-9])"
)

_COUNTED = re.compile(r"[0-9]\s$")  # “4 đảng bộ có kết quả cao”: these four, not the whole
_OLD = "tuổi đảng"
_PUT = re.compile(r"\bđưa\s[^.;:,()]{1,40}$", re.IGNORECASE)


class Sort(IntEnum):
    """How much a term tells: narrows, is counted, or belongs to something else."""

    QUALIFIER, HEAD, FOREIGN, NEUTRAL, UNKNOWN = range(5)


# Later ones take a phrase that two terms claim.
TABLES = (
    (Sort.NEUTRAL, {"": terms.NEUTRAL}),
    (Sort.FOREIGN, terms.FOREIGN),
    (Sort.HEAD, terms.HEADS),
    (Sort.QUALIFIER, terms.QUALIFIERS),
)


@dataclass(frozen=True)
class Spot:
    """One term said between two places of a text; a syllable in no phrase is a spot of its own."""

    term: str
    sort: Sort
    start: int
    end: int
    also: bool = False  # said by a phrase that is another term's


@lru_cache(maxsize=1)
def phrases() -> dict[tuple[str, ...], tuple[str, Sort]]:
    """Every phrase as syllables -> its term. A phrase that two terms claim belongs to the narrower."""
    found: dict[tuple[str, ...], tuple[str, Sort]] = {}
    for sort, table in TABLES:
        for term, said in table.items():
            found |= {_key(phrase): (term, sort) for phrase in said}
    return found


@lru_cache(maxsize=1)
def sorts() -> dict[str, Sort]:
    """Term -> what it tells."""
    return {term: sort for sort, table in TABLES for term in table}


@lru_cache(maxsize=1)
def _longest() -> dict[str, int]:
    """First syllable -> how long its longest phrase is."""
    longest: dict[str, int] = {}
    for key in phrases():
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    return frozenset(piece.text for word in terms.PLAIN for piece in pieces(word))


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in pieces(phrase))


def spots(text: str) -> list[Spot]:
    """The terms of a text in order; none of them overlap, but one phrase may say several."""
    found = [_taken_out(text, spot) for spot in _spots(text)]
    found = [spot for spot in found if spot.term != terms.ALL or not _COUNTED.search(text[: spot.start])]
    whole = [Spot(terms.ALL, Sort.HEAD, *said.span()) for said in _ALL.finditer(text)]
    found = sorted([*found, *whole], key=lambda spot: spot.start) if whole else found
    badge = next((spot.start for spot in found if spot.term == "huy hiệu"), None)
    if badge is None:
        return found
    found = [spot for spot in found if spot.term != _OLD or spot.start < badge]  # the badge says it
    return sorted([*found, *_years(text, badge, found)], key=lambda spot: spot.start)


def _taken_out(text: str, spot: Spot) -> Spot:
    """“đưa 24 đảng viên ra khỏi Đảng”: the verb stands before what is counted."""
    if spot.term != "cho ra" or not text[spot.start :].lower().startswith("ra khỏi"):
        return spot
    return replace(spot, term="đưa ra") if _PUT.search(text[: spot.start]) else spot


def _years(text: str, start: int, found: list[Spot]) -> Iterator[Spot]:
    """“Huy hiệu Đảng: 30 năm: 61, 40 năm: 28”: the sorts of badges by their years alone."""
    taken = {spot.start for spot in found if spot.sort is not Sort.UNKNOWN}
    for years in _YEARS.finditer(text, start):
        term = f"huy hiệu {years[1]}"
        if years.start() not in taken and term in sorts():
            yield Spot(term, Sort.QUALIFIER, *years.span())
            yield Spot("huy hiệu", Sort.HEAD, *years.span(), also=True)


def _spots(text: str) -> list[Spot]:
    row, found, place = pieces(text), list[Spot](), 0
    while place < len(row):
        taken = _phrase_at(row, place)
        if taken:
            found += _said(row, place, taken)
        elif row[place].text.isalpha() and row[place].text not in _plain():
            found.append(Spot(row[place].text, Sort.UNKNOWN, row[place].start, row[place].end))
        place += taken or 1
    return found


def _phrase_at(row: list[Piece], place: int) -> int:
    """How many pieces the longest phrase that begins here takes; 0 for none."""
    for length in range(min(_longest().get(row[place].text, 0), len(row) - place), 0, -1):
        if tuple(piece.text for piece in row[place : place + length]) in phrases():
            return length
    return 0


def _said(row: list[Piece], place: int, taken: int) -> list[Spot]:
    term, sort = phrases()[tuple(piece.text for piece in row[place : place + taken])]
    start, end = row[place].start, row[place + taken - 1].end
    if sort is Sort.NEUTRAL:
        return []
    also = [Spot(other, sorts()[other], start, end, also=True) for other in ALSO.get(term, ())]
    return [Spot(term, sort, start, end), *also]
