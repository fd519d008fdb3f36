"""A file is refused: for what, where in the file. The sentence people read is in `words`."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):
    """A file that does not pass. `code` names the sentence in `words.REFUSALS`, `place` a part or cell,
    `given` the values the sentence prints. Never holds what stood in a cell."""

    def __init__(self, code: str, place: str = "", **given: str | int) -> None:
        super().__init__(code, place)
        self.code, self.place, self.given = code, place, given


@dataclass(frozen=True)
class Note:
    """Something said of a file that was read: `code` names a sentence in `words.NOTES`."""

    code: str
    place: str = ""
    count: int = 0
