"""A file is refused: for what, where in the file. The sentence people read is in `words`."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NAME = 80  # characters of a part's name that a refusal quotes


class Refused(Exception):
    """A file that does not pass. `code` names the sentence in `words.REFUSALS`, `place` a part or cell,
    `given` the values the sentence prints. Never holds what stood in a cell."""

    def __init__(self, code: str, place: str = "", **given: str | int) -> None:
        super().__init__(code, place)
        self.code, self.place, self.given = code, quoted(place), given


@dataclass(frozen=True)
class Note:
    """Something said of a file that was read: `code` names a sentence in `words.NOTES`."""

    code: str
    place: str = ""
    count: int = 0


def quoted(name: str) -> str:
    """A part's name as a sentence can carry it: whoever made the file chose it, up to 64 KB of anything."""
    plain = "".join(letter if letter.isprintable() and letter not in "{}" else "?" for letter in name)
    return plain if len(plain) <= LONGEST_NAME else plain[:LONGEST_NAME] + "…"
