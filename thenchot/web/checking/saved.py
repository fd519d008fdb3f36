"""What an answer is called when it is saved."""

from __future__ import annotations

from pathlib import PurePath

LONGEST = 80


def stem(name: str) -> str:
    """The given file's name without its ending, as the beginning of ours."""
    plain = "".join(
        letter for letter in PurePath(name).stem if letter.isprintable() and letter not in '\\/:"'
    )
    return plain.strip(". ")[:LONGEST] or "tep"
