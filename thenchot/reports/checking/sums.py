"""Parts that should make their whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..reading.written import Bound
from .lists import Listing
from .numbers import meets, shown
from .openers import Opener
from .page import Seen, relation
from .relations import Kind, Relation, Verdict
from .unlisted import UNLISTED_REST
from .whole_lists import LISTS, Family, crossing, is_all, is_closed, is_other, near
from .wording import alike, closed, may_overlap, says_who

HOLDERS = {("tập", "thể"), ("cá", "nhân")}


def sums(listing: Listing) -> Iterator[Relation]:
    """One relation for each sort of thing that the list breaks down."""
    groups = [(wholes, parts) for wholes, parts in by_sort(listing) if len(parts) > 1]
    told = max((len(parts) for wholes, parts in groups if fits(wholes, parts)), default=0)
    for wholes, parts in [*groups, *beside(listing, groups, told)]:
        known = families(parts)
        leads = listing.opener is not Opener.PARTIAL or parts[0].ways
        broken = [f for f in known if leads and broke(f, known[f], wholes)]
        others = [kept(parts, reading) for reading in listing.readings]
        others += [tuple(found.values()) for found in known.values()]
        fit = next((f for reading in (parts, *others) if (f := fits(wholes, reading))), None)
        fit = fit or fits(listing.wholes, parts)  # of a whole that is called otherwise
        if fit:
            yield said_sum(*fit)
            for family in broken:
                if not known[family].keys() <= {k for p in fit[1] for f, k in p.ways if f == family}:
                    yield failing(listing, named(wholes, parts), tuple(known[family].values()), family)
            continue
        family = next((f for f in broken), "") or next(iter(known), "")
        if len(known.get(family, {})) < len(parts) and not broken:
            family = ""
        chosen = tuple(known[family].values()) if broken else closest(parts, others, wholes)
        whole = named(wholes, chosen).figure.value
        more = listing.unlisted == "unlisted_parts" and not broken
        if (more or listing.unlisted == UNLISTED_REST) and sum(o.figure.value for o in chosen) < whole:
            continue  # it says itself that there are more
        partial = listing.opener is Opener.PARTIAL or (listing.opener in LISTS and crossing(parts))
        sure = not listing.far and (not partial or broken or is_all(parts) or told)
        if sure or near(named(wholes, parts), parts):
            yield failing(listing, named(wholes, chosen), chosen, family, told=bool(told))


Group = tuple[tuple[Seen, ...], tuple[Seen, ...]]


def beside(listing: Listing, groups: list[Group], told: int) -> Iterator[Group]:
    """“9 vụ/10 bị can; 10 vụ/35 bị can”: what else each item of a list counts, where the list is complete."""
    known = {one.sort for _, parts in groups for one in parts}
    for whole in listing.wholes:
        same = tuple(one for one in listing.counts if one.sort == whole.sort)
        if whole.sort and whole.sort not in known and len(same) == told > 1:
            known.add(whole.sort)
            yield (whole,), same


def by_sort(listing: Listing) -> Iterator[tuple[tuple[Seen, ...], tuple[Seen, ...]]]:
    """Parts of one sort with the wholes they can belong to: organisations apart from members."""
    nearest = listing.wholes[0]
    strange = (p for p in listing.parts if not any(alike(p.sort, whole.sort) for whole in listing.wholes))
    end = next(strange, None)
    parts = listing.parts[: listing.parts.index(end)] if end else listing.parts
    sorts = list(dict.fromkeys(one.sort for one in parts if one.sort))
    if (
        listing.opener is Opener.COMPLETE
        and len({one.sort for one in listing.wholes}) == 1
        and nearest.sort in sorts
    ):
        yield listing.wholes, listing.parts
        return
    if of_holders(nearest, listing.parts):
        yield listing.wholes, listing.parts
        return
    if (
        not sorts and len(listing.wholes) > 1
    ):  # “7 tổ chức đảng và 372 đảng viên; chia theo hình thức: …”: of either
        yield listing.wholes, parts
        return
    for sort in sorts or [nearest.sort]:
        wholes = tuple(one for one in listing.wholes if one.sort == sort)
        if not wholes or not nearest.sort:  # “giảm 86 đầu mối, gồm 41 phòng …”: a noun that says little
            wholes = tuple(one for one in listing.wholes if alike(one.sort, sort))
        if wholes:
            bare = sort == nearest.sort or len(sorts) < 2
            yield wholes, tuple(p for p in parts if p.sort == sort or (bare and not p.sort))


def of_holders(whole: Seen, parts: tuple[Seen, ...]) -> bool:
    """“40 mô hình (23 tập thể, 17 cá nhân)”: models, examples, awards by whose they are."""
    holders = [one.words.after[:2] for one in parts]
    return whole.sort not in ("body", "person") and set(holders) == HOLDERS and len(holders) == len(HOLDERS)


def kept(parts: tuple[Seen, ...], reading: tuple[Seen, ...]) -> tuple[Seen, ...]:
    sorts = {one.sort for one in parts}
    return tuple(one for one in reading if one.sort in sorts)


def families(parts: tuple[Seen, ...]) -> dict[str, Family]:
    """Alternatives that exclude each other, two at least, none twice."""
    found: dict[str, Family] = {}
    twice: set[str] = set()
    for one in parts:
        for family, key in one.ways:
            twice |= {family} if key in found.setdefault(family, {}) else set()
            found[family].setdefault(key, one)
    return {name: keys for name, keys in found.items() if len(keys) > 1 and name not in twice}


def broke(name: str, family: Family, wholes: tuple[Seen, ...]) -> bool:
    return is_closed(name, family, wholes) and not fits(wholes, tuple(family.values()))


Fit = tuple[Seen, tuple[Seen, ...], tuple[Verdict, str]]


def fits(wholes: tuple[Seen, ...], parts: tuple[Seen, ...]) -> Fit | None:
    if len(parts) < 2:
        return None
    total = sum((Fraction(one.figure.value) for one in parts), Fraction(0))
    for whole in wholes:
        if whole not in parts and (how := meets(total, whole.figure)):
            return whole, parts, how
    return None


def said_sum(whole: Seen, parts: tuple[Seen, ...], how: tuple[Verdict, str]) -> Relation:
    total = sum((Fraction(one.figure.value) for one in parts), Fraction(0))
    figures = (whole.figure, *(one.figure for one in parts))
    return relation(
        Kind.SUM, how[0], figures, written(parts), "sum_" + how[1], expected=total, printed=whole.figure,
        total=shown(total), whole=whole.figure.text, sum=written(parts),
    )  # fmt: skip


def written(parts: tuple[Seen, ...]) -> str:
    return " + ".join(shown(one.figure.value) for one in parts)


def named(wholes: tuple[Seen, ...], parts: tuple[Seen, ...]) -> Seen:
    """The whole that counts by the same noun as the parts, else the nearest."""
    nouns = {one.words.after[:2] for one in parts}
    most = max(one.figure.value for one in parts)
    fitting = [one for one in wholes if one.figure.value >= most] or list(wholes)
    same = [one for one in fitting if one.words.after[:2] in nouns and one.words.after[:2]]
    return (same or fitting)[0]


def closest(
    parts: tuple[Seen, ...], others: list[tuple[Seen, ...]], wholes: tuple[Seen, ...]
) -> tuple[Seen, ...]:
    """The natural list; where it makes far more than the whole, the reading that comes nearest."""
    whole = named(wholes, parts).figure.value
    if sum(one.figure.value for one in parts) < 2 * whole:
        return parts
    long = [reading for reading in (parts, *others) if len(reading) > 1]
    return min(long, key=lambda reading: abs(sum(one.figure.value for one in reading) - whole), default=parts)


def failing(
    listing: Listing, whole: Seen, parts: tuple[Seen, ...], family: str, *, told: bool = False
) -> Relation:
    """`told`: the list adds up for another sort of thing, so that it says everything."""
    total = sum((Fraction(one.figure.value) for one in parts), Fraction(0))
    gap = total - Fraction(whole.figure.value)
    hangs_on = doubt(listing, whole, parts, family, gap)
    if told and hangs_on in ("unlisted_parts", "overlapping"):
        hangs_on = ""
    figures = (whole.figure, *(one.figure for one in parts))
    return relation(
        Kind.SUM, Verdict.DEPENDS if hangs_on else Verdict.FAILS, figures, written(parts),
        "sum_more" if gap > 0 else "sum_less", expected=total, printed=whole.figure,
        innocent="overlapping_or_typed" if gap > 0 else "part_missing_or_typed", hangs_on=hangs_on,
        total=shown(total), whole=whole.figure.text, gap=shown(abs(gap)), sum=written(parts),
    )  # fmt: skip


def doubt(listing: Listing, whole: Seen, parts: tuple[Seen, ...], family: str, gap: Fraction) -> str:
    """What another reading could hang on; empty where none is left."""
    if listing.far:
        return "overlapping" if gap > 0 else "unlisted_parts"
    exclusive = bool(family) and all(family in dict(one.ways) for one in parts)
    all_there = exclusive and closed(family, {dict(one.ways)[family] for one in parts})
    beyond = whole.figure.bound is Bound.OVER and gap < 0  # “trên 43 nghìn”, and the parts make less
    if any(one.loose for one in (whole, *parts) if not (beyond and one is whole)):
        return "bounds"
    if len({one.times for one in (whole, *parts)}) > 1 and gap > 0:
        return "times_or_persons"
    if listing.unlisted == UNLISTED_REST:
        return "unlisted_parts"
    if listing.unlisted and not (all_there and listing.unlisted == "unlisted_parts"):
        return listing.unlisted
    topics = listing.opener is Opener.COMPLETE and all(one.times and not says_who(one.words) for one in parts)
    if not exclusive and not topics and any(may_overlap(one.words) for one in parts):
        return "overlapping" if gap > 0 else "unlisted_parts"
    if gap > 0 and is_other(parts):
        return ""
    all_said = listing.opener is Opener.COMPLETE or is_all(parts)
    if all_said and all(alike(one.sort, whole.sort) for one in parts):
        return ""
    if all_there or (
        exclusive and (gap > 0 or (listing.opener is not Opener.PARTIAL and family != "levels"))
    ):
        return ""
    if listing.opener is Opener.COLON and whole.sort and all(alike(one.sort, whole.sort) for one in parts):
        return ""
    return "overlapping" if gap > 0 else "unlisted_parts"
