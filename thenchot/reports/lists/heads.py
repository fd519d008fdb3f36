"""How an organisation stands at the head of a paper and signs it, from its name and the names above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..layout import Head, Signature

# What a Party organisation is called as the one who issues: its committee, and the letters of its papers.
ISSUERS = (
    (re.compile(r"Đảng bộ tỉnh "), "Tỉnh ủy ", "TU"),
    (re.compile(r"Đảng bộ thành phố "), "Thành ủy ", "TU"),
    (re.compile(r"Đảng bộ huyện "), "Huyện ủy ", "HU"),
    (re.compile(r"Đảng bộ "), "Đảng ủy ", "ĐU"),
    (re.compile(r"Chi bộ "), "Chi bộ ", "CB"),
)
PLACES = (
    re.compile(r"Đảng bộ (?:xã|phường|thị trấn|đặc khu) (.+)"),
    re.compile(r"Đảng bộ (?:tỉnh|thành phố) (.+)"),
)
CELL = "CB"
DECISION, OFFICIAL_LETTER, INVITATION = "QĐ", "CV", "GM"  # letters of kinds of paper


@dataclass(frozen=True)
class Issuer:
    """The head without a number, the letters of its papers, who signs."""

    head: Head
    letters: str
    signer: Signature
    name: str  # as the members' list names it
    issuer: str

    def numbered(self, kind: str) -> Head:
        """The head of a paper of a kind, the number left blank: `Số       -CV/ĐU`."""
        head = self.head
        return Head(head.superior, head.issuer, f"Số       -{kind}/{self.letters}", head.place, head.day)


def issuer(line: Sequence[str]) -> Issuer:
    """From the names of the organisation and of what stands above it, from below. IndexError without one."""
    name = line[0]
    said, letters = _issuer(name)
    head = Head(line[1] if len(line) > 1 else "", said, place=_place(line))
    if letters == CELL:
        return Issuer(head, letters, Signature(["T/M CHI BỘ"], "BÍ THƯ"), name, said)
    return Issuer(head, letters, Signature(["T/M BAN THƯỜNG VỤ"]), name, said)


def _issuer(name: str) -> tuple[str, str]:
    for pattern, said, letters in ISSUERS:
        if pattern.match(name):
            return pattern.sub(said, name, count=1), letters
    return name, "ĐU"


def _place(line: Sequence[str]) -> str:
    """The commune's name before the province's."""
    for pattern in PLACES:
        for name in line:
            if found := pattern.match(name):
                return found[1]
    return ""
