"""Percentages that are no share of the whole beside them: what something reached, an aim, growth."""

from __future__ import annotations

from .past import TARGETS
from .tokens import Sentence, is_figure, names

REACHES = {"đạt", "bằng"}
OF_WHOLE = {"chiếm", "tỷ", "trong"}  # chiếm · tỷ lệ · tỷ trọng · trong số: a share whatever the verb
IDLE = {"có", "là", "được", "số", "kết", "quả", "đã", "đều"}
MARKS = {",", ";", "(", ")", ":", "-", "…", "\n"}
GROWS = {"tăng", "giảm"}


def is_rate(sentence: Sentence, at: int) -> bool:
    """“phường Hạ đạt 72,4%, phường Thượng 58%”, “cao nhất là 86%”, “(mục tiêu năm nay đạt 92%)”."""
    ahead = clause(sentence, at)
    led = last_share(sentence, at)
    if REACHES & set(ahead) and led is not None and alone(sentence, led, at) and is_rate(sentence, led):
        return True  # “(thu ngân sách đạt 91%, tỷ lệ che phủ rừng đạt 98%)”
    if OF_WHOLE & set(ahead) or any(is_figure(token) for token in ahead):
        return False
    if "nhất" in ahead or names(ahead, TARGETS):
        return True
    verb = next((n for n, word in enumerate(ahead) if word in REACHES), None)
    if verb is not None:
        return bool(set(ahead[:verb]) - IDLE)
    before = last_share(sentence, at)
    return bool(ahead) and before is not None and is_rate(sentence, before) and alone(sentence, before, at)


def clause(sentence: Sentence, at: int) -> list[str]:
    """The words ahead up to a mark or a percentage; a count stays in as its mark."""
    start = at
    while start > 0 and sentence.tokens[start - 1] not in MARKS and sentence.tokens[start - 1][0] != "%":
        start -= 1
    return list(sentence.tokens[start:at])


def last_share(sentence: Sentence, at: int) -> int | None:
    return next((n for n in range(at - 1, -1, -1) if sentence.tokens[n][0] == "%"), None)


def alone(sentence: Sentence, before: int, at: int) -> bool:
    """Only words and marks stand between: the second says it of another by the same verb."""
    return not any(is_figure(token) for token in sentence.tokens[before + 1 : at])


def reached_by(sentence: Sentence, count: int, at: int) -> bool:
    """“2 xã đạt 99%”: what each of them reached; “…, đạt 99%” says it of the count."""
    between = sentence.tokens[count + 1 : at]
    if MARKS & set(between):
        return False
    if "tỷ" in between:  # “1 xã có tỷ lệ dưới 12%”
        return "có" in between[: between.index("tỷ")]
    return bool(REACHES & set(between[1:])) and not OF_WHOLE & set(between)


def may_be_result(sentence: Sentence, count: int, at: int) -> bool:
    """“thu nội địa 12 tỷ đồng, đạt 50%”: of the whole, or of a plan that nobody prints."""
    between = sentence.tokens[count + 1 : at]
    return "đạt" in between and not OF_WHOLE & set(between)


def repeats_growth(sentence: Sentence, at: int) -> bool:
    """“giảm 12 vụ (-15%)”: the bracket says the difference once more."""
    open_ = at - 1 - (sentence.tokens[at - 1 : at] == ("-",))
    if sentence.tokens[open_ : open_ + 1] != ("(",):
        return False
    before = next((n for n in range(open_ - 1, -1, -1) if is_figure(sentence.tokens[n])), None)
    if before is None or MARKS & set(sentence.tokens[before:open_]):
        return False
    return bool(GROWS & set(sentence.tokens[max(before - 1, 0) : before]))  # “giảm từ 9 (5%)” is a start
