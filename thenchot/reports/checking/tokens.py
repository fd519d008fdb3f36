"""A report as sentences of tokens: folded words, marks, and figures as `#7` (a count) or `%7` (a share)."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..reading.written import Figure, Line, Reading, Sort

PARTS = re.compile(r"\.{2,}|…|\w+|[^\w\s]|\n")
NUMBER = re.compile(
    r"\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|không|chưa)\b"
)  # else implied
SENTENCES, LONGEST = 60, 900  # sentences of a paragraph, tokens of a sentence
ITEM = re.compile(r"^\s*(?:[-–—+*•○▪]|\(?[a-zđ0-9]{1,2}[).])\s")
OLD_TONES = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "#": " "})
LAST = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
SAME = {"tỉ": "tỷ", "kỉ": "kỷ", "lí": "lý", "sĩ": "sỹ", "kì": "kỳ"}


def fold(text: str) -> str:
    """Lower case, composed, one way of placing tones: spans do not survive it."""
    words = unicodedata.normalize("NFC", text.translate(OLD_TONES)).lower().split(" ")
    return " ".join(SAME.get(w, w[:-2] + LAST[w[-2:]] if w[-2:] in LAST else w) for w in words)


@dataclass(frozen=True)
class Sentence:
    """Tokens with their depth in brackets; `line` is where it begins."""

    tokens: tuple[str, ...]
    depth: tuple[int, ...]
    line: int

    @property
    def text(self) -> str:
        return " ".join(self.tokens)

    @cached_property
    def figures(self) -> list[tuple[int, int]]:
        """(position, ordinal) of every figure, shares too."""
        return [(at, int(t[1:])) for at, t in enumerate(self.tokens) if is_figure(t)]


Passage = tuple[Sentence, ...]


def is_figure(token: str) -> bool:
    return len(token) > 1 and token[0] in "#%"


def passages(reading: Reading) -> list[Passage]:
    """Paragraphs, each with the items of the list that it opens (“gồm:”, then lines with a dash)."""
    on_line: dict[int, list[Figure]] = defaultdict(list)
    for figure in reading.figures:
        on_line[figure.line].append(figure)
    found: list[list[tuple[str, int]]] = []
    opened = False  # a line that ends with a colon opens a list
    for line in reading.lines:
        if line.sort is Sort.CELL or not line.text.strip():
            continue
        tokens = list(line_tokens(line, on_line[line.number]))
        item = bool(ITEM.match(line.text)) and line.sort is not Sort.HEADING
        if item and opened and found:
            if found[-1][-1][0] == ".":
                found[-1].pop()
            found[-1] += [(";", line.number), *tokens]
        else:
            found.append(tokens)
        opened = bool(tokens) and (tokens[-1][0] == ":" or (opened and item))
    return [piece for tokens in found if tokens for piece in pieces(list(sentences(tokens)))]


def pieces(held: list[Sentence]) -> Iterator[Passage]:
    """A paragraph in pieces that bound the work on each: nobody writes such long ones."""
    for at in range(0, len(held), SENTENCES):
        yield tuple(held[at : at + SENTENCES])


def line_tokens(line: Line, figures: list[Figure]) -> Iterator[tuple[str, int]]:
    at = 0
    for figure in sorted(figures, key=lambda one: one.start):
        if figure.start < at or not NUMBER.search(figure.text.lower()):
            continue
        yield from words(line.text[at : figure.start], line.number)
        yield f"{'%' if shares(figure) else '#'}{figure.ordinal}", line.number
        at = figure.end
    yield from words(line.text[at:], line.number)


def shares(figure: Figure) -> bool:
    return figure.unit.startswith("percent") or "%" in figure.text


def words(gap: str, line: int) -> Iterator[tuple[str, int]]:
    text = fold(gap)
    for found in PARTS.finditer(text):
        token = found.group()
        if token == ".":
            after = text[found.end() : found.end() + 1]
            if after and not after.isspace():
                continue
        if token in ("..", "..."):
            token = "…"
        if token != "%":
            yield {"[": "(", "]": ")", "–": "-", "—": "-"}.get(token, token), line


def sentences(tokens: list[tuple[str, int]]) -> Iterator[Sentence]:
    """Cut at full stops outside brackets; an unclosed bracket ends with its sentence."""
    held: list[str] = []
    depths: list[int] = []
    depth, line = 0, tokens[0][1]
    last = max((at for at, (token, _) in enumerate(tokens) if token == ")"), default=-1)
    for at, (token, number) in enumerate(tokens):
        if (token == "." and (depth == 0 or at > last)) or len(held) >= LONGEST:
            if held:
                yield Sentence(tuple(held), tuple(depths), line)
            held, depths, depth, line = [], [], 0, number
            continue
        depth -= token == ")" and depth > 0
        held.append(token)
        depths.append(depth)
        depth += token == "("
    if held:
        yield Sentence(tuple(held), tuple(depths), line)


def names(words: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(positions(words, phrase) for phrase in phrases)


def positions(words: list[str], phrase: tuple[str, ...]) -> list[int]:
    size = len(phrase)
    return [at for at in range(len(words) - size + 1) if tuple(words[at : at + size]) == phrase]
