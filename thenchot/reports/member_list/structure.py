"""The roll by sex, ethnicity, age, education, Party age: each table's lines together are the roll. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from thenchot.ledger.days import full_years

from .columns import key
from .findings import Breakdown, Line, Member

NOT_KNOWN = "not_known"
# From the year each band begins with; as the house's own figures are banded.
AGES = ((0, "up_to_30"), (31, "31_40"), (41, "41_50"), (51, "51_60"), (61, "over_60"))
PARTY_AGES = (
    (0, "under_30"), (30, "30_39"), (40, "40_44"), (45, "45_49"), (50, "50_54"), (55, "55_59"),
    (60, "60_64"), (65, "65_69"), (70, "70_74"), (75, "75_up"),
)  # fmt: skip
PROBATIONARY, FULL = "probationary", "full"
EDUCATION = ("general", "professional", "theory")
Coded = Callable[[Member], str]


def tables(roll: Sequence[Member], today: date, columns: Iterable[str]) -> tuple[Breakdown, ...]:
    """Tables of the members on the roll; education only for those of its columns that the file has."""

    def age(member: Member) -> str:
        return _band(AGES, full_years(member.born_on, today)) if member.born_on else NOT_KNOWN

    def party_age(member: Member) -> str:
        if member.probationary:
            return PROBATIONARY
        return _band(PARTY_AGES, full_years(member.joined_on, today)) if member.joined_on else NOT_KNOWN

    found = [
        _coded("standing", roll, _standing, (FULL, PROBATIONARY, NOT_KNOWN)),
        _coded("sex", roll, lambda one: one.sex or NOT_KNOWN, ("male", "female", NOT_KNOWN)),
        _worded("ethnicity", roll),
        _coded("age", roll, age, [code for _, code in AGES] + [NOT_KNOWN]),
        _coded("party_age", roll, party_age, [code for _, code in PARTY_AGES] + [PROBATIONARY, NOT_KNOWN]),
        *(_worded(name, roll) for name in EDUCATION if name in columns),
    ]
    return tuple(found)


def _standing(member: Member) -> str:
    return FULL if member.full else PROBATIONARY if member.probationary else NOT_KNOWN


def _band(bands: Sequence[tuple[int, str]], years: int) -> str:
    """The band that begins last before so many years; a day to come counts as none."""
    return max((one for one in bands if one[0] <= max(years, 0)), key=lambda one: one[0])[1]


def _coded(by: str, roll: Sequence[Member], code: Coded, order: Iterable[str]) -> Breakdown:
    """Lines in the order given; the last, not known, only where somebody is in it."""
    sorted_in = _sorted_in(roll, code)
    lines = [_line(one, "", sorted_in.get(one, [])) for one in order]
    return Breakdown(by, tuple(line for line in lines if line.members or line.code != NOT_KNOWN))


def _worded(by: str, roll: Sequence[Member]) -> Breakdown:
    """Lines by the file's own words, most members first, however they are spelt; empty cells last."""
    sorted_in = _sorted_in(roll, lambda one: key(getattr(one, by)) or NOT_KNOWN)
    words = {code: _commonest(getattr(one, by) for one in found) for code, found in sorted_in.items()}
    order = sorted(sorted_in, key=lambda code: (code == NOT_KNOWN, -len(sorted_in[code]), code))
    return Breakdown(
        by, tuple(_line(code, "" if code == NOT_KNOWN else words[code], sorted_in[code]) for code in order)
    )


def _commonest(words: Iterable[str]) -> str:
    return Counter(words).most_common(1)[0][0]


def _sorted_in(roll: Sequence[Member], code: Coded) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for member in roll:
        found.setdefault(code(member), []).append(member)
    return found


def _line(code: str, label: str, members: Sequence[Member]) -> Line:
    women = sum(one.sex == "female" for one in members)
    return Line(code, label, len(members), women, sum(one.probationary for one in members))
