"""Which count and which base a percentage belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .openers import openers
from .page import Page, Seen
from .roles import Role
from .tokens import Sentence, fold, is_figure, names
from .vocabulary import AMONG
from .wholes import counts_ahead, leads, wholes_before

LINKS = frozenset(
    fold(
        "chiếm đạt bằng tỷ lệ tương đương = hay là ở mức với khoảng gần trên hơn ước được số kết quả"
    ).split()
)
CONNECT = {"chiếm", "đạt", "bằng", "tỷ", "đương", "=", "vượt"}
ABOVE = frozenset(fold("nói trên trên này đó ấy").split())
LEAST = 2  # words that name a base
TOTAL = (("tổng", "số"), ("trong", "số"), ("so", "với"), ("toàn",))


@dataclass(frozen=True)
class Share:
    """`bases` nearest first; `sure` where the text names the base.

    `qualified`: it names a base without its number.
    `above`: it says how much lies above a hundred (“vượt 3%”).
    `beside`: the base is printed with the count or the percentage (“12/35”, “trong tổng số 35”).
    """

    seen: Seen
    count: Seen | None
    bases: tuple[Seen, ...]
    sure: bool
    qualified: bool = False
    above: bool = False
    beside: bool = False


def attached(page: Page, share: Seen) -> Share:
    sentence = page.sentence(share)
    seen = page.of_sentence(share.passage, share.sentence)
    above = "vượt" in sentence.tokens[max(share.at - 3, 0) : share.at]
    count, slash = count_before(sentence, seen, share)
    behind = count_behind(sentence, seen, share)
    if count is None or (slash is None and behind[1] is not None):
        count, slash = behind
    named = named_base(sentence, seen, share)
    words = tail(sentence, share.at)
    if share.role is Role.RESULT:
        targets = [b for b in (slash, *targets_of(seen, share)) if b]
        if count is None:
            count = nearest_count(seen, share)
        if count is None and slash is None:
            return Share(share, None, (), False, above=above)
        sure = slash is not None or len(targets) == 1
        return Share(share, count, tuple(dict.fromkeys(targets)), sure, above=above)
    meant = None if slash or named else meant_base(page, share, count, words)
    bases = [b for b in (slash, named, meant) if b] or (aims(seen, count) if count else [])
    beside = sure = bool(bases)
    if not bases:
        bases, sure = wholes_of(page, sentence, seen, share, count)
    qualified = not slash and not named and not meant and names(words, TOTAL)
    return Share(share, count, tuple(bases), sure, qualified, above, beside)


def aims(seen: list[Seen], count: Seen) -> list[Seen]:
    """“So với chỉ tiêu 35, kết quả là 31 (88,57%)”; a target that has its result is no other's."""
    if any(one.role is Role.RESULT and one.at < count.at for one in seen):
        return []
    return [one for one in seen if one.role is Role.TARGET and one.at < count.at and one.sort == count.sort]


def tail(sentence: Sentence, at: int) -> list[str]:
    found: list[str] = []
    for token in sentence.tokens[at + 1 : at + 12]:
        if token in (",", ";", ")", "(") or is_figure(token):
            break
        found.append(token)
    return found


def count_before(sentence: Sentence, seen: list[Seen], share: Seen) -> tuple[Seen | None, Seen | None]:
    """The count right before (“812 đồng chí, chiếm 47%”) and the base if it stands behind a stroke."""
    ahead = [one for one in seen if one.at < share.at and one.depth <= share.depth]
    if not ahead:
        return None, None
    last = ahead[-1]
    gap = list(sentence.tokens[last.at + 1 : share.at])
    if last.role is Role.TARGET and linked(gap):
        before = [one for one in ahead[:-1] if one.role is Role.COUNT]
        return (before[-1], last) if before and last.at - before[-1].at < 16 else (None, None)
    if last.role not in (Role.COUNT, Role.BASE) or not linked(gap):
        return None, None
    if len(ahead) > 1 and over(sentence, ahead[-2], last):
        return ahead[-2], last
    return last, None


def over(sentence: Sentence, one: Seen, base: Seen) -> bool:
    """“812/1.733”, “79 đồng chí/1.733 chi bộ”, “812 trên 1.733”, “5 trong tổng số 36 …”."""
    between = list(sentence.tokens[one.at + 1 : base.at])
    if between.count("/") == 1 and between[-1] == "/" and not {",", ";", "("} & set(between):
        return True
    return any(
        between[-len(p) :] == list(p)
        for p in (("trên", "tổng", "số"), ("trong", "tổng", "số"), ("trong", "số"))
    )


def linked(gap: list[str]) -> bool:
    if ";" in gap or ":" in gap or "…" in gap or "/" in gap:
        return False
    cut = max((at for at, token in enumerate(gap) if token in (",", "(", ")")), default=-1)
    named = gap[cut + 1 : cut + 2] and gap[cut + 1] in CONNECT
    if sum(token in (",", "(") for token in gap) > 1 and gap[cut:][:1] != ["("] and not named:
        return False
    if "đó" in gap:
        return False
    behind = gap[cut + 1 :]
    if cut < 0:
        return bool(set(gap) & CONNECT) and len(gap) < 22
    return all(token in LINKS | {"vượt"} for token in behind)


def count_behind(sentence: Sentence, seen: list[Seen], share: Seen) -> tuple[Seen | None, Seen | None]:
    """“47% (812/1.733 đồng chí)”, “100% chi bộ (35/35)”."""
    at = share.at + 1
    while (
        at < len(sentence.tokens) and at - share.at < 12 and sentence.tokens[at] not in ("(", ",", ";", ")")
    ):
        if is_figure(sentence.tokens[at]):
            return None, None
        at += 1
    if at >= len(sentence.tokens) or sentence.tokens[at] != "(":
        return None, None
    inside = [one for one in seen if one.at > at and one.depth == sentence.depth[at] + 1]
    inside = [one for one in inside if one.at - at < 8]
    if not inside or inside[0].role is not Role.COUNT:
        return None, None
    if len(inside) > 1 and over(sentence, inside[0], inside[1]):
        return inside[0], inside[1]
    return inside[0], None


def named_base(sentence: Sentence, seen: list[Seen], share: Seen) -> Seen | None:
    """“chiếm 47% trong tổng số 1.733 …”."""
    words = tail(sentence, share.at)
    at = share.at + 1 + len(words)
    at += sentence.tokens[at : at + 1] == ("(",) and names(words, TOTAL)
    behind = next((one for one in seen if one.at == at and one.role in (Role.COUNT, Role.BASE)), None)
    named = {("tổng", "số"), ("trong", "số"), ("trên", "số"), ("của", "số")} & set(pairwise(words))
    return behind if behind and named and len(words) < 9 else None


def meant_base(page: Page, share: Seen, count: Seen | None, words: list[str]) -> Seen | None:
    """“bằng 97% tổng số ý kiến ghi nhận”, “chiếm 16% số bí thư nói trên”: the count said with these words."""
    start = next((at for at in (1, 2) if words[max(at - 2, 0) : at] in (["tổng", "số"], ["số"])), 0)
    told = [word for word in words[start:] if word not in ABOVE]
    if (
        count is None
        or not start
        or len(told) < LEAST
        or (len(told) == len(words[start:]) and len(told) < 2 * LEAST)
    ):
        return None
    before = [one for one in page.of_passage(share.passage) if one.ordinal < count.ordinal]
    same = [one for one in before if one.role in (Role.COUNT, Role.BASE) and one.sort == count.sort]
    fitting = {one.figure.value: one for one in same if set(told) <= set(one.words.all)}
    found = next(iter(fitting.values()), None)
    return found if len(fitting) == 1 and found and found.figure.value >= count.figure.value else None


def targets_of(seen: list[Seen], share: Seen) -> list[Seen]:
    return sorted((one for one in seen if one.role is Role.TARGET), key=lambda one: abs(one.at - share.at))


def nearest_count(seen: list[Seen], share: Seen) -> Seen | None:
    before = [one for one in seen if one.at < share.at and one.role is Role.COUNT]
    return before[-1] if len(before) == 1 else None


def wholes_of(
    page: Page, sentence: Sentence, seen: list[Seen], share: Seen, count: Seen | None
) -> tuple[list[Seen], bool]:
    """Wholes of the list that the count or the share stands in; `among` (“trong tổng số 35 …, có 12”) too."""
    spot = count or share
    wholes: list[Seen] = []
    for _, start, first in openers(sentence):
        if first <= spot.at and reaches(sentence, first, spot.at):
            before = wholes_before(sentence, seen, start)
            if not before and leads(seen, start):
                before = counts_ahead(page, spot)
            wholes = [*before, *wholes]
    others = [one for one in reversed(seen) if one.role is Role.COUNT and one.ordinal != spot.ordinal]
    wholes += [one for one in others if after_total(sentence, one)]
    same = [one for one in dict.fromkeys(wholes) if one.role in (Role.COUNT, Role.BASE) and one is not count]
    if count is not None:
        same = [one for one in same if one.sort and one.sort == count.sort]
    return same, any(one.passage == spot.passage for one in same)


def reaches(sentence: Sentence, first: int, at: int) -> bool:
    level = sentence.depth[first] if first < len(sentence.depth) else 0
    if any(sentence.depth[spot] < level for spot in range(first, at + 1)):
        return False
    if level or sentence.tokens[first - 1] == ":":
        return True
    return ";" not in sentence.tokens[first:at]


def after_total(sentence: Sentence, one: Seen) -> bool:
    """“trong tổng số 35 …”, “Trong 35 …”."""
    ahead = sentence.tokens[max(one.at - 3, 0) : one.at]
    return ahead[-1:] == ("trong",) or AMONG.ends(ahead)
