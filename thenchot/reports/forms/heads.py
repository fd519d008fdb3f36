"""The head of a form: which cells say who sends, who receives, to which day; what is written there. Pure."""

from __future__ import annotations

import re

from thenchot.ledger.vietnamese import folded

from .binding import Title

# What stands in such a cell, folded; the first that is found names it.
SAID = (
    (Title.SENDER, re.compile(r"\b(don vi|noi) (gui|bao cao|lap)\b")),
    (Title.RECEIVER, re.compile(r"\b(don vi|noi) nhan\b")),
    (Title.DATA_TO, re.compile(r"\b(co|so lieu|tinh) den( het)? ngay\b|\bden ngay\b")),
    (Title.PERIOD, re.compile(r"\bky bao cao\b|^ky\b")),
)
BLANK = re.compile(r"\s*(?:[.…_]{2,}|…)[\s.…_/]*")
LONGEST = 160  # a head is a line, not a paragraph of instructions


def title_of(text: str) -> Title | None:
    """Which line of the head a text is; nothing for another one."""
    said = folded(text)
    if len(text) > LONGEST:
        return None
    return next((title for title, pattern in SAID if pattern.search(said)), None)


def written(before: str, title: Title, value: str) -> str:
    """The text of a head cell with its value: its label stays, dots or an old value after it go.

    >>> written("Đơn vị gửi: ……", Title.SENDER, "Đảng bộ xã Hồng Sơn")
    'Đơn vị gửi: Đảng bộ xã Hồng Sơn'
    >>> written("Có đến ngày … tháng … năm …", Title.DATA_TO, "20/11/2026")
    'Có đến ngày 20/11/2026'
    """
    if title is Title.CHILD:
        return value
    if title is Title.DATA_TO and (found := re.search(r"^.*?ng\u00e0y\b", before, re.IGNORECASE | re.DOTALL)):
        bracket = ")" if before.rstrip().endswith(")") else ""
        return f"{found[0]} {value}{bracket}"
    label, colon, _rest = before.partition(":")
    if colon:
        return f"{label}: {value}"
    if (blank := BLANK.search(before)) is not None:
        return f"{before[: blank.start()]} {value}".strip()
    return f"{before.rstrip()} {value}" if title_of(before) else value
