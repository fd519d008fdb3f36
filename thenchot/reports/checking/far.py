"""The base of a share in another paragraph: only where the sentence names it, and for the same time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import vocabulary as said
from .again import act_of
from .page import Page, Seen
from .rolls import is_roll, rolled
from .tokens import Sentence
from .wording import find

NAMED = said.folded("trong tổng số · trong số · so với tổng số · trên tổng số · tổng số")
NEW = (
    ("đảng", "viên", "mới"),
    ("đảng", "viên", "kết", "nạp"),
    ("đảng", "viên", "được", "kết", "nạp"),
    ("số", "kết", "nạp"),
)
REACH = 12  # words behind a percentage in which its base is named


@dataclass(frozen=True)
class Far:
    """What a report counts once for all: members there are, members admitted; by the name of it."""

    counts: dict[str, list[Seen]]

    def of(self, page: Page, share: Seen) -> Iterator[Seen]:
        """Counts of what the sentence says the share is of, of the same time, in other paragraphs."""
        for one in self.counts.get(named(page.sentence(share), share.at), ()):
            if one.passage != share.passage and same_time(one, share):
                yield one


def far(page: Page) -> Far:
    found: dict[str, list[Seen]] = {}
    for one in page.seen.values():
        if one.loose or not one.figure.value:
            continue
        if rolled(one) and is_roll(page, one):
            found.setdefault(" ".join(rolled(one)), []).append(one)
        elif act_of(page, one) == "kết nạp":
            found.setdefault("kết nạp", []).append(one)
    return Far(found)


def named(sentence: Sentence, at: int) -> str:
    """“chiếm 37% tổng số đảng viên”, “Trong số đảng viên mới, tỷ lệ nữ chiếm 55%”: the name of the base."""
    for words in (sentence.tokens[at + 1 : at + REACH], sentence.tokens[:at]):
        for spot in range(len(words)):
            if size := NAMED.at(words, spot):
                noun = words[spot + size : spot + size + 5]
                if any(find(noun, new) == 0 for new in NEW):
                    return "kết nạp"
                plain = next((one for one in said.ROLLED.all if noun[: len(one)] == one), ())
                alone = noun[len(plain) : len(plain) + 1] in ((), (",",), ("(",), (";",), (")",), ("toàn",))
                return " ".join(plain) if plain and alone else ""
    return ""


def same_time(one: Seen, share: Seen) -> bool:
    """The same period; a count of a day stands at the end of the share's."""
    period, other = one.figure.period, share.figure.period
    day = other.as_of or other.until
    return period == other or (period.as_of is not None and period.as_of == day)
