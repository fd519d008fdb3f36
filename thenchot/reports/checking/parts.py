"""A part against its whole: it cannot be more."""

from __future__ import annotations

from collections.abc import Iterator

from . import vocabulary as said
from .bystanders import is_aside
from .lists import Listing
from .numbers import shown
from .openers import Opener
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .wording import alike


def parts(listing: Listing) -> Iterator[Relation]:
    """Every part of a list that need not be complete; single parts of any list."""
    if listing.opener is not Opener.PARTIAL and len(listing.parts) > 1:
        return
    for part in listing.parts:
        if compared(listing.wholes[0]) or (beyond(listing, part) and not is_part(listing, part)):
            continue
        wholes = of_all(listing.wholes)
        same = [one for one in wholes if one.sort and one.sort == part.sort]
        if same:
            yield against(part, same)
        elif (
            wholes
            and not part.sort
            and part.role is Role.COUNT
            and (of_any(part) or not beyond(listing, part))
        ):
            yield against(part, list(wholes))


def of_all(wholes: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """“Khiển trách 28, khai trừ 6 đảng viên; có 9 cấp ủy viên”: of all of them, not of the last."""
    families = [{family for family, _ in one.ways} for one in wholes]
    items = families[0] & families[1] if len(families) > 1 else set()
    return tuple(one for one, named in zip(wholes, families, strict=True) if not items & named)


def of_any(part: Seen) -> bool:
    """“30 trường hợp”: of what stands before, whatever that is."""
    return part.words.after[:2] == ("trường", "hợp")


def beyond(listing: Listing, part: Seen) -> bool:
    return part.figure.value > max(one.figure.value for one in listing.wholes)


def is_part(listing: Listing, part: Seen) -> bool:
    """A larger number is held to be a part where something says so: “trong đó”, or whom of them it counts."""
    return not listing.far and (listing.opener is Opener.PARTIAL or not is_aside(part))


def compared(whole: Seen) -> bool:
    """“tăng 19 đồng chí (214/195)”: what it is and was stands behind a difference, no part of it."""
    return bool({"tăng", "giảm"} & set(whole.words.before[-2:]))


def against(part: Seen, wholes: list[Seen]) -> Relation:
    """Holds with the nearest whole that is large enough."""
    value = part.figure.value
    whole = next((one for one in wholes if one.figure.value >= value), wholes[0])
    fits = value <= whole.figure.value
    hangs_on = "" if fits else doubt(part, whole)
    verdict = Verdict.HOLDS if fits else Verdict.DEPENDS if hangs_on else Verdict.FAILS
    return relation(
        Kind.PART, verdict, (part.figure, whole.figure), f"{shown(value)} ≤ {shown(whole.figure.value)}",
        "part_within" if fits else "part_exceeds", expected=None, printed=part.figure,
        innocent="other_whole", hangs_on=hangs_on, part=part.figure.text, whole=whole.figure.text,
    )  # fmt: skip


def doubt(part: Seen, whole: Seen) -> str:
    if part.loose or whole.loose:
        return "bounds"
    if part.times != whole.times:
        return "times_or_persons"
    if period_said(part) != period_said(whole):
        return "two_periods"
    return ""


def period_said(one: Seen) -> tuple[str, ...]:
    """Words of time right at the figure: “trong 9 tháng”, “năm 2023”, “đến nay”."""
    words = one.words.after
    return tuple(w for w in words if w in ("tháng", "năm", "quý", "nay", "kỳ"))


def among(page: Page) -> Iterator[Relation]:
    """“4 đảng viên trong tổng số 3 …”, and “trong tổng số 35 …, có 36 …”."""
    for number, passage in enumerate(page.passages):
        for place, sentence in enumerate(passage):
            seen = [one for one in page.of_sentence(number, place) if is_count(one)]
            yield from of_these(page, place, seen)
            for whole in seen:
                ahead = sentence.tokens[max(whole.at - 3, 0) : whole.at]
                if not said.AMONG.ends(ahead):
                    continue
                before = [
                    one for one in seen if one.at < whole.at and near(sentence.tokens[one.at : whole.at])
                ]
                later = [one for one in seen if one.at > whole.at and led(sentence.tokens[whole.at : one.at])]
                for part in before[-1:] or later:
                    if part.sort and alike(part.sort, whole.sort):
                        yield against(part, [whole])


def of_these(page: Page, place: int, seen: list[Seen]) -> Iterator[Relation]:
    """“58 đồng chí trong số này”: of a count before, here or in the sentence ahead."""
    for part in seen:
        if part.sort and said.AMONG_THESE.among(part.words.after[:6]):
            before = [one for one in page.of_passage(part.passage) if one.ordinal < part.ordinal]
            same = [one for one in reversed(before) if is_count(one) and one.sort == part.sort]
            if wholes := [one for one in same if one.sentence >= place - 1]:
                yield against(part, wholes)


def is_count(one: Seen) -> bool:
    return one.role in (Role.COUNT, Role.BASE)


def near(tokens: tuple[str, ...]) -> bool:
    return len(tokens) < 18 and not {",", ";", ")"} & set(tokens)


def led(tokens: tuple[str, ...]) -> bool:
    """A part is led in by “có”, within the same bracket or sentence."""
    return "có" in tokens[-6:] or "là" in tokens[-3:]
