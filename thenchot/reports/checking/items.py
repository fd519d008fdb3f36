"""Which numbers of a list are its items: the natural reading, and others that are possible too."""

from __future__ import annotations

from itertools import pairwise

from .page import Seen
from .tokens import Sentence
from .wording import may_overlap


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


def columns(parts: list[Seen], cuts: list[int]) -> bool:
    """“cấp tỉnh 4 tổ chức, 18 đảng viên; cấp huyện 47 tổ chức, 81 đảng viên”: each counts the same things."""
    items = [[one.sort for one in parts if low < one.at < high] for low, high in pairwise([-1, *cuts, 10**6])]
    first = items[0]
    return len(first) > 1 and all(first) and len(set(first)) == len(first) and items.count(first) > 1


def beside(parts: list[Seen]) -> bool:
    """Whether all of them say what others in the list may be too (“…, nữ 5 đồng chí”)."""
    return all(may_overlap(one.words) for one in parts)
