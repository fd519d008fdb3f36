"""Figures of before: of the same period, of another year, where something began."""

from __future__ import annotations

from .tokens import Sentence, is_figure, names

BEFORE = (
    ("cùng", "kỳ"),
    ("năm", "trước"),
    ("kỳ", "trước"),
    ("nhiệm", "kỳ", "trước"),
    ("khóa", "trước"),
    ("năm", "ngoái"),
    ("quý", "trước"),
    ("tháng", "trước"),
)
TARGETS = (("chỉ", "tiêu"), ("kế", "hoạch"), ("mục", "tiêu"), ("kh",), ("nghị", "quyết"))
OPENING = (("đầu", "nhiệm", "kỳ"), ("đầu", "năm"), ("đầu", "kỳ"))


TIMES = {"tháng", "đầu", "cuối", "năm", "quý", "cùng", "kỳ", "cả"}
GROWS = {"tăng", "giảm"}


def of_another_year(sentence: Sentence, at: int, ahead: list[str]) -> bool:
    """“40 đảng viên (năm 2023: 44 đảng viên)”; in a list of years each is a part."""
    if in_bracket_of_time(sentence, at):
        return True
    inside = ahead[-(ahead[::-1].index("(") + 1) :] if "(" in ahead else []
    if inside[:2] != ["(", "năm"] or not 2 < len(inside) < 6 or not year(inside[2]):
        return False
    depth = sentence.depth[at]
    end = next((n for n in range(at, len(sentence.tokens)) if sentence.depth[n] < depth), at)
    return not any(year(token) for token in sentence.tokens[at:end])


def in_bracket_of_time(sentence: Sentence, at: int) -> bool:
    """“(quý I năm 2022 tiếp 310 lượt, 402 người)”: a bracket that begins with another time."""
    open_ = next((n for n in range(at - 1, -1, -1) if sentence.depth[n] < sentence.depth[at]), None)
    if open_ is None or sentence.tokens[open_] != "(":
        return False
    end = open_ + 1
    while end < at and (sentence.tokens[end] in TIMES or sentence.tokens[end].isdigit()):
        end += 1
    named = sentence.tokens[open_ + 1 : end]
    inside = sentence.tokens[end:at]
    return (
        len(named) > 1
        and year(named[-1])
        and sentence.tokens[end : end + 1] != (":",)
        and not any(year(token) for token in inside)
        and ";" not in inside
    )


def is_coordinated(sentence: Sentence, at: int) -> bool:
    """“tăng 12 tổ chức và 31 đảng viên”: the second is a difference too."""
    before = next((n for n in range(at - 1, max(at - 14, -1), -1) if is_figure(sentence.tokens[n])), None)
    if before is None or sentence.tokens[at - 1] not in (",", "và"):
        return False
    between = sentence.tokens[before + 1 : at - 1]
    if {",", "và", ";", "(", ")", ":"} & set(between) or sentence.tokens[before][0] == "%":
        return False
    another = sentence.tokens[at + 1 : at + 3] != sentence.tokens[before + 1 : before + 3]
    led = sentence.tokens[before - 1] in GROWS if before else False
    return another and bool(between) and (led or is_coordinated(sentence, before))


def year(token: str) -> bool:
    return token.isdigit() and len(token) == 4


def more_than_before(ahead: list[str]) -> bool:
    """“nhiều hơn cùng kỳ 15 đồng chí”, “giảm so với cùng kỳ 3 vụ”."""
    if not any(tuple(ahead[-len(name) :]) == name for name in BEFORE):
        return False
    return "hơn" in ahead[-5:] or bool({"tăng", "giảm"} & set(ahead[-6:]))


def is_start(ahead: list[str], sentence: Sentence, at: int) -> bool:
    """“từ 82 lên 106”, “62 so với 50”, “so với năm 2023 (4.500)”, “đầu nhiệm kỳ có 980”: of before."""
    if ahead[:1] == ["đầu"] and names(ahead[:3], OPENING) and "nay" not in ahead:
        return True
    if names(ahead, (("so", "với"),)) and not names(ahead, TARGETS) and ahead[-1] in ("với", "("):
        return True
    if ahead[-1:] != ["từ"]:
        return False
    for spot in range(at + 1, min(at + 6, len(sentence.tokens) - 1)):
        if sentence.tokens[spot] in ("lên", "xuống", "còn"):
            return is_figure(sentence.tokens[spot + 1]) or is_figure(
                "".join(sentence.tokens[spot + 2 : spot + 3])
            )
    return False
