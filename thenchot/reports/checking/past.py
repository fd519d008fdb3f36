"""Figures of before: of the same period, of another year, where something began."""

from __future__ import annotations

from .tokens import Sentence, is_figure, names

BEFORE = (
    ("cùng", "kỳ"),
    ("năm", "trước"),
    ("kỳ", "trước"),
    ("nhiệm", "kỳ", "trước"),
    ("năm", "ngoái"),
    ("quý", "trước"),
    ("tháng", "trước"),
)
TARGETS = (("chỉ", "tiêu"), ("kế", "hoạch"), ("mục", "tiêu"), ("kh",), ("nghị", "quyết"))
OPENING = (("đầu", "nhiệm", "kỳ"), ("đầu", "năm"), ("đầu", "kỳ"))


def of_another_year(sentence: Sentence, at: int, ahead: list[str]) -> bool:
    """“40 đảng viên (năm 2023: 44 đảng viên)”; in a list of years each is a part."""
    inside = ahead[-(ahead[::-1].index("(") + 1) :] if "(" in ahead else []
    if inside[:2] != ["(", "năm"] or not 2 < len(inside) < 6 or not year(inside[2]):
        return False
    depth = sentence.depth[at]
    end = next((n for n in range(at, len(sentence.tokens)) if sentence.depth[n] < depth), at)
    return not any(year(token) for token in sentence.tokens[at:end])


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
