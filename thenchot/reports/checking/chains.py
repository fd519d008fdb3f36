"""Steps of one inspection, each of those before: checked, found in breach, to be disciplined, disciplined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import vocabulary as said
from .page import Page, Seen
from .parts import against
from .relations import Relation, Verdict
from .roles import Role, clause_before
from .tokens import Sentence, fold

STEPS = (
    said.folded("kiểm tra · giám sát · kiểm tra khi có dấu hiệu vi phạm"),
    said.folded("kết luận · kết luận có · xác định"),
    said.folded("phải thi hành kỷ luật · phải xử lý kỷ luật · phải kỷ luật · đến mức phải thi hành kỷ luật"),
    said.folded("đã thi hành kỷ luật · đã kỷ luật · đã xử lý kỷ luật · thi hành kỷ luật xong · xử lý xong"),
)
CONCLUDED = ["kết", "luận"]  # “; kết luận 12 đảng viên có vi phạm”
LED = fold("qua")  # “Qua kiểm tra, kết luận …” opens the second step in a sentence of its own


def chains(page: Page) -> Iterator[Relation]:
    for number, passage in enumerate(page.passages):
        steps: dict[str, tuple[int, Seen]] = {}
        for at, sentence in enumerate(passage):
            if LED not in sentence.tokens[:1]:
                steps = {}
            step = -1
            for one in page.of_sentence(number, at):
                if one.role is not Role.COUNT or one.depth or not one.sort:
                    continue
                step = max(step_of(sentence, one, step), -1)
                held = steps.get(one.sort)
                if held and step == held[0] + 1 and follows(sentence, *held, one):
                    yield from compared(one, held[1])
                if step >= 0:
                    steps[one.sort] = (step, one)


def follows(sentence: Sentence, step: int, before: Seen, one: Seen) -> bool:
    """What was found stands in one item with what was checked; what was done about it may come later."""
    apart = before.sentence == one.sentence and ";" in sentence.tokens[before.at : one.at]
    clause = clause_before(sentence, one.at)
    named = clause[:2] == CONCLUDED and "của" not in clause
    return before.times == one.times and (bool(step) or named or not apart)


def compared(part: Seen, whole: Seen) -> Iterator[Relation]:
    """Never more than a look: those found may have been checked before, or under another heading."""
    found = against(part, [whole])
    yield found if found.verdict is Verdict.HOLDS else as_look(found)


def step_of(sentence: Sentence, one: Seen, last: int) -> int:
    """The step that the clause names; the second of “3 tổ chức và 8 đảng viên” goes with the first."""
    ahead = tuple(clause_before(sentence, one.at))
    named = [n for n, words in enumerate(STEPS) if words.among(ahead)]
    if named:
        return named[-1]
    return last if sentence.tokens[one.at - 1] in ("và", ",") else -1


def as_look(found: Relation) -> Relation:
    return replace(found, verdict=Verdict.DEPENDS, hangs_on=found.hangs_on or "two_periods")
