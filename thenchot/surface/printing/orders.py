"""What is asked for when a paper is to be printed, and what the book has for it, names still closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Self

from thenchot.reports.lists.sheets import Stamp
from thenchot.sealed.persons import PersonFile

WORD, EXCEL, ZIP = "docx", "xlsx", "zip"
Files = Mapping[int, PersonFile]


@dataclass(frozen=True)
class Order:
    """Which paper, of which organisation, on which day, as which kind of file.

    `numbers`: card numbers in full. `person`: of one person. `of`: a deadline with its month, or a closing.
    `since`: the first day of a register with those who left, or the day of award of a list of badges.
    """

    paper: str
    organisation: int
    day: date
    kind: str = WORD
    numbers: bool = False
    person: int | None = None
    of: str = ""
    since: date | None = None

    @property
    def first_day(self) -> date:
        """Of a register of those who left; the first of the year where nothing is said."""
        return self.since or date(self.day.year, 1, 1)

    def stored(self) -> dict[str, Any]:
        """As JSON, for a request to the second person."""
        said = {
            "paper": self.paper, "organisation": str(self.organisation), "day": self.day.isoformat(),
            "kind": self.kind, "numbers": self.numbers, "of": self.of,
            "person": str(self.person) if self.person else None,
            "since": self.since.isoformat() if self.since else None,
        }  # fmt: skip
        return {name: part for name, part in said.items() if part is not None}

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Self:
        """The order from its JSON."""
        return cls(
            said["paper"], int(said["organisation"]), date.fromisoformat(said["day"]), said["kind"],
            said["numbers"], int(said["person"]) if "person" in said else None, said["of"],
            date.fromisoformat(said["since"]) if "since" in said else None,
        )  # fmt: skip


@dataclass(frozen=True)
class Missing:
    """Something the paper has a place for and the book has not: of whom; of nobody in particular: of all."""

    what: Any
    persons: Sequence[int] = ()


@dataclass(frozen=True)
class Prepared:
    """A paper ready but for the names. `make` needs the files of those one may see, and a stamp.

    `volumes`: into how many files in one ZIP it is divided, too long for one; 0 where it is one file.
    """

    order: Order
    persons: Sequence[int]
    make: Callable[[Files, Stamp], bytes]
    missing: Sequence[Missing] = ()
    name: str = ""  # of the organisation, as the papers' properties say it
    volumes: int = 0

    @property
    def ending(self) -> str:
        """Of the file's name."""
        return ZIP if self.volumes else self.order.kind

    @property
    def digest(self) -> str:
        """What a second person confirmed is this order about these persons."""
        said = f"{sorted(self.order.stored().items())}|{sorted(self.persons)}"
        return sha256(said.encode()).hexdigest()


class NoPaper(LookupError):
    """No such paper, or not of this: `unknown`, `no_organisation`, `too_many`, `empty`."""
