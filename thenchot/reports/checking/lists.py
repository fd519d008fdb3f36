"""Lists of parts behind a whole: what opens them, which figures can be the whole, which the parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..reading.written import Bound
from .bystanders import is_bystander
from .items import are_parallel, columns, of_one_family, readings, up_to_last
from .openers import Opener, openers, opening_words
from .page import Page, Seen
from .roles import Role
from .tokens import Sentence
from .unlisted import unlisted
from .wholes import leads, wholes_before, wholes_of_last, wholes_of_passage

MOST = 60  # parts of a list that somebody added up
BY = (("chia", "theo"), ("phân", "theo"), ("chia", "ra"), ("phân", "ra"))


@dataclass(frozen=True)
class Listing:
    """`wholes` nearest first; `parts` the natural reading, `readings` others that are possible too.

    `unlisted`: words like “chủ yếu”, or a number that was not read, stand in the list.
    """

    opener: Opener
    wholes: tuple[Seen, ...]
    parts: tuple[Seen, ...]
    readings: tuple[tuple[Seen, ...], ...]
    unlisted: str
    words: tuple[str, ...]
    far: bool = False  # the wholes stand in the paragraph ahead
    counts: tuple[Seen, ...] = ()  # every count of the list


def listings(page: Page) -> Iterator[Listing]:
    for number, passage in enumerate(page.passages):
        ahead: tuple[Seen, ...] = ()  # “Trong đó … . Trong số đó …”: both may be of one whole
        for place, sentence in enumerate(passage):
            seen = page.of_sentence(number, place)
            split: tuple[Seen, ...] = ()
            carried, ahead = ahead, ()
            for opener, start, first in openers(sentence):
                wholes = wholes_before(sentence, seen, start)
                if again_by(sentence, start):
                    wholes = tuple(dict.fromkeys((*split, *wholes)))
                if not wholes and place and leads(seen, start):
                    wholes = ahead = tuple(
                        dict.fromkeys((*carried, *wholes_of_last(page, number, place - 1)))
                    )
                far = not wholes and not place and leads(seen, start)
                wholes = wholes_of_passage(page, number - 1) if far else wholes
                if wholes and (found := listing(sentence, seen, opener, wholes, first)):
                    split = split or found.wholes
                    yield replace(found, far=far)


def again_by(sentence: Sentence, start: int) -> bool:
    """“…; chia theo cấp: …”: the whole of the first list once more, by something else."""
    ahead = sentence.tokens[max(start - 2, 0) : start]
    return ";" in ahead and sentence.tokens[start : start + 2] in BY


def listing(
    sentence: Sentence, seen: list[Seen], opener: Opener, wholes: tuple[Seen, ...], first: int
) -> Listing | None:
    tokens, depth = sentence.tokens, sentence.depth
    if first >= len(tokens):
        return None
    level, end = depth[first], first
    while end < len(tokens) and depth[end] >= level:
        end += 1
    counts = [one for one in seen if first <= one.at < end and is_count(one, seen) and one.depth == level]
    if len(counts) > MOST:
        return None
    inner = inside(sentence, first, end, level)
    parts = [one for one in counts if one.at not in inner and not is_bystander(sentence, seen, one)]
    if not parts or is_value(opener, parts[0], first):
        return None
    cuts = [at for at in range(first, parts[-1].at) if tokens[at] == ";" and depth[at] == level]
    natural, others = readings(sentence, parts, cuts)
    if opener is Opener.COMPLETE:
        others.append(natural)
        natural = up_to_last(sentence, natural)
    if opener is Opener.PARTIAL and not cuts:  # “…, trong đó 6 … , 3 … , 16 vụ nhỏ, 2 người bị thương”
        others += [tuple(parts[:n]) for n in range(3, len(parts))]
    first_item = [one for one in parts if cuts and one.at < cuts[0]]
    in_columns = bool(cuts) and columns(parts, cuts)
    if in_columns:
        natural = tuple(parts)
    elif opener is Opener.PARTIAL and len(first_item) > 1 and "," in tokens[first : cuts[0]]:
        natural = tuple(first_item)  # “- Cấp tỉnh: 19, trong đó: 5 …, 14 …; - Cấp xã: 158, trong đó …”
    bare = opener is Opener.PARTIAL and not level and tokens[first - 1] != ":"
    if bare and cuts and not in_columns and not of_one_family(parts) and not are_parallel(parts):
        natural = tuple(one for one in parts if one.at < cuts[0])
    stop = natural[-1].at + 1 if natural else end
    doubt = unlisted(tokens[first : min(stop + 14, end)])
    return Listing(
        opener, wholes, natural, (*others, tuple(counts)), doubt, tokens[first:stop], False, tuple(counts)
    )


def is_count(one: Seen, seen: list[Seen]) -> bool:
    """“9 vụ/10 bị can”: two counts side by side, none is the other's base."""
    if (
        one.role is Role.BASE and one.figure.of is not None
    ):  # the reader says which is x of y: 79 đồng chí/1.733 chi bộ
        return any(two.ordinal == one.figure.of and two.figure.bound is not Bound.OF for two in seen)
    return one.role is Role.COUNT


def is_value(opener: Opener, part: Seen, first: int) -> bool:
    """“phiếu ghi 3 tên: 812”: the number behind the colon is how many there are of what stands before."""
    return opener is Opener.COLON and part.at == first and not part.words.after


def inside(sentence: Sentence, first: int, end: int, level: int) -> set[int]:
    """Positions that belong to a list within the list (“…, trong đó …” up to the next item)."""
    held: set[int] = set()
    open_ = False
    for at in range(first, end):
        if sentence.tokens[at] == ";" and sentence.depth[at] == level:
            open_ = False
        if at > first and sentence.depth[at] == level and opening_words(sentence.tokens, at)[0]:
            open_ = True
        if open_:
            held.add(at)
    return held
