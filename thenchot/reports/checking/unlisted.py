"""How a list says that it holds more than its numbers: chủ yếu · còn lại là … · và lĩnh vực khác."""

from __future__ import annotations

from . import vocabulary as said
from .tokens import is_figure

REST, UNLISTED_REST = ("còn", "lại"), "unlisted_rest"


def unlisted(tokens: tuple[str, ...]) -> str:
    """Why a list may hold more: `unlisted_parts`, `unlisted_rest`, `unread_number`, or nothing."""
    for at, token in enumerate(tokens):
        if tokens[at : at + 2] == REST and not any(map(is_figure, tokens[at + 2 : at + 7])):
            return UNLISTED_REST  # “…, còn lại là luân chuyển giữa các huyện”
        if said.UNLISTED.at(tokens, at) or (token == "và" and goes_on(tokens[at + 1 : at + 7])):
            return "unlisted_parts"
        if token.isdigit() and not (len(token) == 4 and token[:2] in ("19", "20")) and not dated(tokens, at):
            return "unread_number"
        after = tokens[at + 1 : at + 4]
        if token in said.NUMERALS.first and any(nouns.at(after, 0) for nouns in said.NOUNS.values()):
            return "unread_number"
    return ""


def goes_on(tokens: tuple[str, ...]) -> bool:
    """“… và lĩnh vực khác”: more, without a number."""
    return "khác" in tokens and all(token.isalpha() for token in tokens[: tokens.index("khác")])


def dated(tokens: tuple[str, ...], at: int) -> bool:
    """Part of a date, a document's number, an article or a footnote mark."""
    near = set(tokens[max(at - 3, 0) : at]) | set(tokens[at + 1 : at + 2])
    return bool(
        near
        & {"/", "-", "ngày", "tháng", "số", "khóa", "điều", "quý", "lần", "thứ", "(", "nq", "tuổi", "năm"}
    )
