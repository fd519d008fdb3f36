"""Nhận lại bản Word đã sửa: which numbers and which sentences somebody changed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .controls import Control, Fault, controls, faults, marked
from .names import Element
from .outline import same, sentences
from .text import paragraphs


@dataclass(frozen=True)
class ChangedNumber:
    """A bound number: as the draft had it, as it came back. Gone where `fault` says so.

    `around` is the sentence it stands in, or stood in.
    """

    tag: str
    before: str
    after: str
    around: str
    fault: Fault | None = None


@dataclass(frozen=True)
class ChangedSentence:
    """A sentence before and after, ⟦tag⟧ for numbers; one of them is empty where it is new or gone."""

    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """Everything that differs between the draft and the file that came back."""

    numbers: tuple[ChangedNumber, ...]
    sentences: tuple[ChangedSentence, ...]


def changes(old: Element, new: Element) -> Changes:
    """Between two main parts of Word files."""
    return Changes(tuple(_numbers(old, new)), tuple(_sentences(_said(old), _said(new))))


def _numbers(old: Element, new: Element) -> list[ChangedNumber]:
    before = {one.tag: one for one in controls(old)}
    there = controls(new)
    wrong = faults(there, before)
    after: dict[str, Control] = {}
    for one in there:
        after.setdefault(one.tag, one)
    lines = paragraphs(old)
    found = []
    for tag, one in before.items():
        now = after[tag].text if tag in after else ""
        if tag in wrong or now.strip() != one.text.strip():
            found.append(ChangedNumber(tag, one.text, now, _around(lines, one), wrong.get(tag)))
    return found


def _around(lines: Sequence[Element], one: Control) -> str:
    if one.paragraph < 0:
        return ""
    said = sentences(marked(lines[one.paragraph]))
    return next((sentence for sentence in said if f"⟦{one.tag}⟧" in sentence), "")


def _said(root: Element) -> list[str]:
    return [sentence for line in paragraphs(root) for sentence in sentences(marked(line))]


def _sentences(old: Sequence[str], new: Sequence[str]) -> list[ChangedSentence]:
    found = []
    matcher = SequenceMatcher(None, [same(one) for one in old], [same(one) for one in new], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        before, after = list(old[a:b]), list(new[c:d])
        pairs = max(len(before), len(after))
        before += [""] * (pairs - len(before))
        after += [""] * (pairs - len(after))
        found += [ChangedSentence(one, other) for one, other in zip(before, after, strict=True)]
    return found
