"""What stands around a figure: its phrase, what it counts, which alternative of a family it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..reading.written import Figure
from . import vocabulary as said
from .tokens import Sentence, is_figure

STOPS = {",", ";", ":", "(", ")", ".", "…", "/", "-", "và", "=", "\n"}
AFTER_STOPS = STOPS | {"chiếm", "đạt", "tăng", "giảm", "bằng"}
REACH = 14
SAYS_NOTHING = ("tuổi đảng", "tiếng dân tộc", "công tác dân tộc")  # of whom it counts
LEVEL = (
    "trung ương|tỉnh|thành phố|huyện|thị xã|xã|phường|cơ sở|sở|ngành|phòng|ban|thôn|cấp trên|cấp dưới|bộ"
    "|đặc khu"
)
APART = rf"(?:(?! (?:{LEVEL}) ).)*?"
REST = said.folded("còn lại · còn lại là · còn lại có · số còn lại là")
ROUTE = re.compile(rf"\b({LEVEL})\b{APART} (về|xuống|lên|sang|đến|ra|tới)\b{APART} ({LEVEL})\b")
AMONG = re.compile(rf"\b(?:giữa|trong nội bộ|nội bộ|ngang)\b.*?\b({LEVEL})\b")


@dataclass(frozen=True)
class Words:
    """The words before and after a figure, up to the next mark or figure."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return self.before + self.after


def words_at(sentence: Sentence, at: int) -> Words:
    tokens, here = sentence.tokens, at
    start, end = at, at + 1
    if start > 1 and tokens[start - 1] == ":":
        at = start = start - 1
    while (
        start > 0
        and at - start < REACH
        and tokens[start - 1] not in STOPS
        and not is_figure(tokens[start - 1])
    ):
        start -= 1
    while (
        end < len(tokens)
        and end - here <= REACH
        and tokens[end] not in AFTER_STOPS
        and not is_figure(tokens[end])
    ):
        end += 1
    return Words(tokens[start:at], tokens[here + 1 : end])


def find(words: tuple[str, ...], phrase: tuple[str, ...]) -> int:
    for at in range(len(words) - len(phrase) + 1):
        if words[at : at + len(phrase)] == phrase:
            return at
    return -1


def sort_of(words: Words, figure: Figure, ways: tuple[tuple[str, str], ...]) -> str:
    """What sort of thing is counted: `person`, `body` … or the noun itself; empty where nothing says."""
    after = words.after
    while size := said.ANY.at(after, 0):
        after = after[size:]
    for sort, nouns in said.NOUNS.items():
        if nouns.at(after, 0):
            return sort
    if ways or (after != words.after and figure.unit == "cases"):
        return ""  # “3 trường hợp”: of what stands elsewhere
    known = said.UNITS.get(figure.unit, "")
    if known or figure.unit not in said.VAGUE:
        return known or "u:" + figure.unit
    if after and not words.before:
        return "w:" + after[0]
    for sort, nouns in said.NOUNS.items():
        if nouns.among(words.before):
            return sort
    return ""


def alike(one: str, other: str) -> bool:
    return not one or not other or one == other


def times(words: Words, figure: Figure) -> bool:
    """Whether it counts times (lượt), not persons or organisations."""
    return figure.unit.endswith("-times") or said.TIMES in words.after[:2] or said.TIMES in words.before[-3:]


def is_rest(words: Words) -> bool:
    """“còn lại 35 vụ”, “14 vụ còn lại”: with it the list says everything."""
    return REST.ends(words.before) or REST.among(words.after[:4])


def may_overlap(words: Words) -> bool:
    """Says what others of the list may be too (“nữ”, “dưới 30 tuổi”); who has a badge has one only."""
    text = " ".join(words.all)
    for name in SAYS_NOTHING:
        text = text.replace(name, "")
    return said.ATTRIBUTES.among(tuple(text.split()))


def says_who(words: Words) -> bool:
    """Whether a part is told by whom it counts, not by what they learned: “nữ 300 lượt”."""
    return said.WHO.among(words.all)


def alternatives(words: Words) -> list[tuple[str, str]]:
    """(family, alternative) that the words name; those after the number decide before those ahead."""
    for side in (words.after, words.before):
        familiar = said.FAMILIAR.among(side)
        found = [
            (name, key)
            for name, keys, _ in (said.FAMILIES if familiar else ())
            for key in [next((k for k, phrases in keys.items() if phrases.among(side)), "")]
            if key
        ]
        if route := route_of(side):
            found.append(("routes", route))
        if found:
            return found
    return []


def route_of(words: tuple[str, ...]) -> str:
    """`tỉnh>huyện`, `xã=` (among themselves), or nothing."""
    text = " ".join(words)
    if "ngang" in side_words(words):
        return "ngang="
    if among := AMONG.search(text):
        return among.group(1) + "="
    if way := ROUTE.search(text):
        return f"{way.group(1)}>{way.group(3)}"
    return ""


def side_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return words if "luân" in words or "điều" in words else ()


def closed(family: str, keys: set[str]) -> bool:
    """Whether these alternatives are all there are."""
    if family == "routes":
        ways = {key for key in keys if ">" in key}
        return len(keys) >= 2 and bool(ways) and all(">".join(reversed(w.split(">"))) in ways for w in ways)
    return next(whole <= keys for name, _, whole in said.FAMILIES if name == family)
