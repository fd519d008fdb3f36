"""x of y: “36/36 cơ quan”, “1.733/1.733 thôn”."""

from __future__ import annotations

from collections.abc import Iterator

from .numbers import shown
from .page import Page, Seen, relation
from .past import BEFORE, TARGETS
from .relations import Kind, Relation, Verdict
from .roles import Role
from .tokens import Sentence, fold, names

# A resolution is an aim where it sets one, not where cells adopt or read it.
SETTING = ("nghị quyết đề ra", "nghị quyết đại hội", "với nghị quyết")
SET = tuple(tuple(fold(text).split()) for text in SETTING)
AIMS = (*(name for name in TARGETS if name != ("nghị", "quyết")), *SET)


def slashes(page: Page) -> Iterator[Relation]:
    for base in page.seen.values():
        count = page.seen.get(base.figure.of) if base.figure.of is not None else None
        if count is not None and (found := of(page.sentence(base), count, base)):
            yield found


def of(sentence: Sentence, count: Seen, base: Seen) -> Relation | None:
    """Two things by a stroke (“30 vụ/77 bị can”) are two counts; a result may pass its target."""
    x, y = count.figure.value, base.figure.value
    if different(count, base) or base.role is Role.BEFORE:
        return None
    near = list(sentence.tokens[max(count.at - 14, 0) : base.at + 18])
    if x > y and (compared(sentence, count) or "trong" in sentence.tokens[count.at : base.at]):
        return None  # “4 … trong tổng số 3” is a part of a whole, and their periods may differ
    aimed = names(near, AIMS) or bool({"vượt", "đạt"} & set(near)) or completes(sentence, count, base)
    hangs_on = "target_or_total" if aimed else "bounds" if count.loose or base.loose else ""
    if x > y and aimed and (names(near, AIMS) or "vượt" in near):
        verdict, reason = Verdict.HOLDS, "of_target_passed"
    elif x <= y:
        verdict, reason = Verdict.HOLDS, "of_within"
    else:
        verdict, reason = Verdict.DEPENDS if hangs_on else Verdict.FAILS, "of_exceeds"
    return relation(
        Kind.OF, verdict, (count.figure, base.figure), f"{shown(x)} / {shown(y)}", reason,
        printed=count.figure, innocent="target_or_typed", hangs_on=hangs_on,
        count=count.figure.text, base=base.figure.text,
    )  # fmt: skip


def completes(sentence: Sentence, count: Seen, base: Seen) -> bool:
    """“Hoàn thành 12/10 …” may pass a plan; “12/10 chi bộ đã hoàn thành …” are so many of so many."""
    ahead = sentence.tokens[max(count.at - 14, 0) : count.at]
    behind = sentence.tokens[base.at + 1 : base.at + 18]
    return "hoàn" in ahead or ("," in behind and "hoàn" in behind[behind.index(",") :])


def compared(sentence: Sentence, count: Seen) -> bool:
    """“tăng 19 đảng viên (214/195)”: what it is and what it was, no part of a whole."""
    ahead = list(sentence.tokens[max(count.at - 14, 0) : count.at])
    return bool({"tăng", "giảm"} & set(ahead)) or names(ahead, (*BEFORE, ("so", "với")))


def different(count: Seen, base: Seen) -> bool:
    """Each with a noun of its own: “9 vụ/31 bị can”, “500 lượt/400 người”, “500 lượt/400 lượt người”."""
    alike = count.sort == base.sort and count.times == base.times
    turns = count.words.after == ("lượt",) != base.words.after
    return bool(count.words.after) and (not alike or turns)
