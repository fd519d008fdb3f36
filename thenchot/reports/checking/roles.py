"""What each figure does in its sentence: counts, is a share, a target, a difference, a figure of before."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from ..reading.written import Figure
from .past import BEFORE, OPENING, TARGETS, is_coordinated, is_start, more_than_before, of_another_year
from .rates import repeats_growth
from .tokens import Sentence, fold, is_figure, names, positions
from .wording import Words

DIFFERENCE = {"tăng", "giảm", "vượt", "hụt", "thiếu", "ít", "nhiều", "cao", "thấp"}
LEVELS = {"ít", "nhiều", "cao", "thấp"}
TO = {"lên", "xuống", "còn"}
LENGTH = {"tuổi", "tháng", "năm", "ngày", "giờ", "phút", "tuần", "quý"}
AIMS = (*TARGETS[:4], ("phấn", "đấu"))
PLAIN = frozenset(fold("giao năm được đề ra là : ( cả trên nhiệm kỳ đặt tỉnh của kết nạp").split())
EARLIER = 80  # tokens back to where the period compared with can be named
BREAKS = {",", ";", ")", "…", "\n", "và"}
AVERAGE = (("bình", "quân"), ("trung", "bình"))


class Role(StrEnum):
    COUNT, SHARE, CHANGE, DIFFERENCE = "count", "share", "change", "difference"
    TOTAL = "total"
    BEFORE, TARGET, RESULT, AVERAGE, LENGTH, BASE = "before", "target", "result", "average", "length", "base"


def role_of(sentence: Sentence, at: int, words: Words, figure: Figure) -> Role:
    """SHARE is a percentage of a whole, CHANGE one of growth, RESULT one of a target."""
    ahead = clause_before(sentence, at)
    later = clause_after(sentence, at)
    if sentence.tokens[at][0] == "%":
        if figure.unit == "percent of target":
            return Role.RESULT
        return Role.CHANGE if repeats_growth(sentence, at) else share_role(ahead, later)
    if words.after[:1] and words.after[0] in LENGTH and figure.unit not in ("persons", "members"):
        return Role.LENGTH
    if names(ahead, AVERAGE) or later[:2] == ["mỗi", "năm"] or per(sentence, at) or of_each(sentence, at):
        return Role.AVERAGE
    if more_than_before(ahead) or (ahead[-1:] in (["tăng"], ["giảm"]) and names(ahead[-7:], BEFORE)):
        return Role.DIFFERENCE
    if target_behind(sentence, at) or has_its_result(sentence, at, ahead):
        return Role.TARGET
    if of_another_year(sentence, at, ahead):
        return Role.BEFORE
    carried = "tồn" in ahead[-7:]  # “tồn kỳ trước 9 đơn”: they are to be settled now
    if (names(ahead[-7:], BEFORE) and "so" not in later[:4] and not carried) or is_start(ahead, sentence, at):
        return Role.BEFORE
    earlier = list(sentence.tokens[max(at - EARLIER, 0) : at])
    compared = names(earlier, BEFORE) or names(earlier, OPENING) or names(earlier, (("so", "với"),))
    compared = compared or ("từ" in earlier and bool(TO & set(earlier))) or moves(sentence, at)
    joined = (compared or sentence.depth[at]) and is_coordinated(sentence, at)
    if joined or is_difference(ahead, later, compared):
        return Role.DIFFERENCE
    if is_total(sentence, at, ahead):
        return Role.TOTAL
    if figure.unit != "documents" and is_target(
        ahead, sentence.tokens[max(at - 1, 0)], "".join(sentence.tokens[at + 1 : at + 2])
    ):
        return Role.TARGET
    if figure.of is not None and at > 1 and sentence.tokens[at - 1] == "/":
        before = names(list(words.after), BEFORE) and "so" not in words.after
        return Role.BEFORE if before else Role.BASE
    return Role.COUNT


def moves(sentence: Sentence, at: int) -> bool:
    """“giảm 7 đầu mối, từ 42 xuống 35”: what it was and what it is follow."""
    later = sentence.tokens[at + 1 : at + 14]
    start = next((n for n, (one, two) in enumerate(pairwise(later)) if one == "từ" and is_figure(two)), None)
    if start is None or ";" in later[:start] or any(map(is_figure, later[:start])):
        return False
    return bool(TO & set(sentence.tokens[at + 2 + start : at + 10 + start]))


def share_role(ahead: list[str], later: list[str]) -> Role:
    if "chiếm" in ahead[-4:] or speaks_of_next(later):
        return Role.SHARE
    beside = later[: later.index("(")] if "(" in later else later  # another bracket says another thing
    if names(beside[:9], BEFORE) or any(word in ("tăng", "giảm") for word in ahead[-4:]):
        return Role.RESULT if names(later[:5], TARGETS) and "vượt" in ahead[-3:] else Role.CHANGE
    if names(later[:7], TARGETS) or "vượt" in ahead[-3:]:
        return Role.RESULT
    if names(ahead[-8:], TARGETS) and "so" in ahead:
        return Role.RESULT
    return Role.SHARE


def speaks_of_next(later: list[str]) -> bool:
    """“27 đảng bộ (28,7%) đạt dưới 40% chỉ tiêu”: the target belongs to the percentage behind the bracket."""
    closed = later.index(")") if ")" in later else len(later)
    following = [token[0] == "%" for token in later[closed:]]
    return not names(later[:closed], TARGETS) and True in following[:6]


def is_total(sentence: Sentence, at: int, ahead: list[str]) -> bool:
    """“…, tổng cộng 56”, “(tổng 74 văn bản)” behind what it adds up."""
    if ahead[:2] == ["tổng", "cộng"]:
        size = len(ahead)
    else:
        size = (
            1
            if ahead[-1:] == ["tổng"]
            else 2 * (ahead[-2:] in (["tổng", "số"], ["tất", "cả"], ["tổng", "cộng"]))
        )
    if not size or at <= size or sentence.tokens[at - size - 1] not in (",", "(", ";", "-", "là"):
        return False
    if {"đó", "gồm", ":"} & set(sentence.tokens[at + 1 : at + 9]):
        return False  # “…; tổng số 1.742 đảng viên, trong đó …” begins a list of its own
    return sum(is_figure(token) for token in sentence.tokens[: at - size]) > 1


def is_difference(ahead: list[str], later: list[str], compared: bool) -> bool:
    words = set(ahead[-2:])
    if ahead[-1:] in (["còn"], ["xuống"]):
        return False  # “giảm còn 1.129”: what is left
    if not words & (DIFFERENCE - LEVELS if ":" in words else DIFFERENCE):  # “tín nhiệm cao: 41” names a level
        return False
    return (
        compared
        or names(later[:14], BEFORE)
        or names(later[:14], TARGETS)
        or ("so", "với") in list(pairwise(later))
        or any(token[0] == "%" for token in later[:6])
        or ahead[-1:] == ["hơn"]
        or ahead[-2:] in (["(", "tăng"], ["(", "giảm"])
        or "vượt" in ahead[-2:]
    )


def is_target(ahead: list[str], last: str, following: str) -> bool:
    """“chỉ tiêu giao 35”, “kế hoạch năm: 35”, not “theo kế hoạch, kết nạp 35”."""
    if assigned(ahead):
        return following != "/" and last != ","
    tail = ahead[-8:]  # “chỉ tiêu cả năm 2026 được giao là 35”
    spot = max((at + len(name) for name in AIMS for at in positions(tail, name)), default=-1)
    between = tail[spot:] if spot >= 0 else []
    return (
        spot >= 0
        and following != "/"
        and all(word in PLAIN or word.isdigit() for word in between)
        and last != ","
    )


def of_each(sentence: Sentence, at: int) -> bool:
    """“bình quân mỗi xã, phường 77 người”: the comma is inside the name of what there are several of."""
    ahead = sentence.tokens[max(at - 9, 0) : at]
    if "mỗi" not in ahead[-6:]:
        return False
    each = len(ahead) - 1 - ahead[::-1].index("mỗi")
    words = [token for token in ahead[each + 1 :] if token != ","]
    return ahead[max(each - 2, 0) : each] in AVERAGE and len(words) > 1 and all(map(str.isalpha, words))


def has_its_result(sentence: Sentence, at: int, ahead: list[str]) -> bool:
    """“kế hoạch năm kiểm tra 290 tổ chức, kết quả kiểm tra được 305 tổ chức”: planned, then done."""
    later = list(sentence.tokens[at + 1 : at + 12])
    told = (",", "kết", "quả") in list(zip(later, later[1:], later[2:], strict=False))
    return told and names(ahead, AIMS) and not {"được", "đạt", "đã"} & set(ahead)


def target_behind(sentence: Sentence, at: int) -> bool:
    """“đạt 47,5% so với dự toán (16 tỷ đồng)”: the bracket prints what the percentage is of."""
    if sentence.tokens[at - 1 : at] != ("(",):
        return False
    share = next((n for n in range(at - 1, -1, -1) if is_figure(sentence.tokens[n])), None)
    if share is None or sentence.tokens[share][0] != "%":
        return False
    between = list(sentence.tokens[share + 1 : at - 1])
    inside = sentence.tokens[at : at + 8]
    if "/" in inside[: inside.index(")") if ")" in inside else None]:  # “(51/53 đồng chí)” prints both
        return False
    return names(between, (*TARGETS, ("dự", "toán"))) and not {",", ";", ")"} & set(between)


def assigned(ahead: list[str]) -> bool:
    """“chỉ tiêu Ban Thường vụ giao 2.200”, “chỉ tiêu tỉnh giao là 35”."""
    words = list(ahead)
    while words and words[-1] in ("là", ":", "("):
        words.pop()
    return words[-1:] == ["giao"] and names(words, AIMS)


def per(sentence: Sentence, at: int) -> bool:
    """“2.000 đảng viên/năm”."""
    tail = sentence.tokens[at + 1 : at + 7]
    for mark, word in pairwise(tail):
        if is_figure(mark):
            return False
        if mark == "/" and word in ("năm", "tháng", "quý"):
            return True
    return False


def clause_before(sentence: Sentence, at: int) -> list[str]:
    """Tokens ahead up to a comma, a closed bracket or another figure; an opening bracket stays in."""
    start = at
    while start > 0 and at - start < 16:
        token = sentence.tokens[start - 1]
        if token in BREAKS or is_figure(token):
            break
        start -= 1
    return list(sentence.tokens[start:at])


def clause_after(sentence: Sentence, at: int) -> list[str]:
    """Tokens that follow within the sentence part (up to ; or the next count), brackets and commas too."""
    found: list[str] = []
    for token in sentence.tokens[at + 1 : at + 18]:
        if token in (";", "\n") or (token[0] == "#" and len(token) > 1 and len(found) > 3):
            break
        found.append(token)
    return found
