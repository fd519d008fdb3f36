"""Lists of parts behind a whole: what opens them, which figures can be the whole, which the parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from . import vocabulary as said
from .bystanders import is_bystander
from .openers import Opener, openers, opening_words
from .page import Page, Seen
from .roles import Role
from .tokens import Sentence, is_figure
from .wholes import leads, wholes_before, wholes_of_last, wholes_of_passage
from .wording import may_overlap

REST, UNLISTED_REST = ("còn", "lại"), "unlisted_rest"
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
    counts = [one for one in seen if first <= one.at < end and one.role is Role.COUNT and one.depth == level]
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
    if opener is Opener.PARTIAL and len(first_item) > 1 and "," in tokens[first : cuts[0]]:
        natural = tuple(first_item)  # “- Cấp tỉnh: 19, trong đó: 5 …, 14 …; - Cấp xã: 158, trong đó …”
    bare = opener is Opener.PARTIAL and not level and tokens[first - 1] != ":"
    if bare and cuts and not of_one_family(parts) and not are_parallel(parts):
        natural = tuple(one for one in parts if one.at < cuts[0])
    stop = natural[-1].at + 1 if natural else end
    doubt = unlisted(tokens[first : min(stop + 14, end)])
    return Listing(opener, wholes, natural, (*others, tuple(counts)), doubt, tokens[first:stop])


def is_value(opener: Opener, part: Seen, first: int) -> bool:
    """“phiếu ghi 3 tên: 812”: the number behind the colon is how many there are of what stands before."""
    return opener is Opener.COLON and part.at == first and not part.words.after


def up_to_last(sentence: Sentence, parts: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """“gồm 4 cuộc cấp tỉnh, 15 cuộc cấp xã và 30 cuộc ở thôn, thu hút 900 người”: “và” has the last."""
    for place, (one, after) in enumerate(pairwise(parts), 1):
        ended = sentence.tokens[one.at - 1] == "và" and "," in sentence.tokens[one.at : after.at]
        if place > 1 and ended:
            return parts[:place]
    return parts


def of_one_family(parts: list[Seen]) -> bool:
    named = [dict(one.ways) for one in parts]
    return any(all(family in one for one in named) for family in named[0])


def are_parallel(parts: list[Seen]) -> bool:
    """“2 đồng chí được tặng …; 11 đồng chí được tặng …; 4 đồng chí được tặng …”: items of one list."""
    begin = {one.words.after[:3] for one in parts}
    return len(parts) > 2 and len(begin) == 1 and len(begin.pop()) == 3


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


def beside(parts: list[Seen]) -> bool:
    """Whether all of them say what others in the list may be too (“…, nữ 5 đồng chí”)."""
    return all(may_overlap(one.words) for one in parts)


def readings(
    sentence: Sentence, parts: list[Seen], cuts: list[int]
) -> tuple[tuple[Seen, ...], list[tuple[Seen, ...]]]:
    """The natural list and others: all items, up to the first semicolon, the first number of each item."""
    if not cuts:
        return tuple(parts), [tuple(parts[:n]) for n in range(2, len(parts)) if beside(parts[n:])]
    whole = tuple(parts)
    short = tuple(one for one in parts if one.at < cuts[0])
    heads: list[Seen] = []
    for one in parts:
        if not heads or any(heads[-1].at < cut < one.at for cut in cuts):
            heads.append(one)
    commas = "," in sentence.tokens[parts[0].at : cuts[0]] and len(short) > 1
    opened = sentence.tokens[max(parts[0].at - 12, 0) : parts[0].at].count(":") or parts[0].depth
    natural = short if commas and not opened else tuple(heads) if commas else whole
    ends = [tuple(one for one in parts if one.at < cut) for cut in cuts[1:]]
    sure = [end for end in ends if not opened or beside(parts[len(end) :])]
    return natural, [whole, short, tuple(heads), *sure]


def unlisted(tokens: tuple[str, ...]) -> str:
    """Why a list may hold more: `unlisted_parts`, `unlisted_rest`, `unread_number`, or nothing."""
    for at, token in enumerate(tokens):
        if tokens[at : at + 2] == REST and not any(map(is_figure, tokens[at + 2 : at + 7])):
            return UNLISTED_REST  # “…, còn lại là luân chuyển giữa các huyện”
        if said.UNLISTED.at(tokens, at) or (token == "và" and goes_on(tokens[at + 1 : at + 7])):
            return "unlisted_parts"
        if token.isdigit() and not (len(token) == 4 and token[:2] in ("19", "20")) and not dated(tokens, at):
            return "unread_number"
        after = tokens[at + 1 : at + 4]
        if token in said.NUMERALS.first and any(nouns.at(after, 0) for nouns in said.NOUNS.values()):
            return "unread_number"
    return ""


def goes_on(tokens: tuple[str, ...]) -> bool:
    """“… và lĩnh vực khác”: more, without a number."""
    return "khác" in tokens and all(token.isalpha() for token in tokens[: tokens.index("khác")])


def dated(tokens: tuple[str, ...], at: int) -> bool:
    """Part of a date, a document's number, an article or a footnote mark."""
    near = set(tokens[max(at - 3, 0) : at]) | set(tokens[at + 1 : at + 2])
    return bool(
        near
        & {"/", "-", "ngày", "tháng", "số", "khóa", "điều", "quý", "lần", "thứ", "(", "nq", "tuổi", "năm"}
    )
