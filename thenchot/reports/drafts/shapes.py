"""What a draft says beside its Word file: numbers bound to figures, sections, sentences seen. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any


class Mode(StrEnum):
    """Of which period a number is, seen from the draft's own."""

    THIS = "this"
    CUMULATIVE = "cumulative"
    SAME_LAST_YEAR = "same_last_year"
    CUMULATIVE_LAST_YEAR = "cumulative_last_year"
    PREVIOUS = "previous"
    YEAR = "year"
    TERM = "term"
    OTHER = "other"  # one that is named: `period`


class Style(StrEnum):
    """How a number is printed."""

    EXACT = "exact"
    OVER = "over"  # trên …
    NEARLY = "nearly"  # gần …
    ABOUT = "about"  # khoảng …
    UNDER = "under"  # dưới …
    SHARE = "share"  # of `base`, in percent
    X_OF_Y = "x_of_y"
    AVERAGE = "average"  # divided by `base`


ROUNDED = (Style.OVER, Style.NEARLY, Style.ABOUT, Style.UNDER)


class State(StrEnum):
    """How a number of the draft came to be what it is."""

    FOUND = "found"  # in the file; nobody said yet what it counts
    OFFERED = "offered"
    BOUND = "bound"
    KEPT = "kept"  # changed by hand, kept with a note
    TYPED = "typed"
    ESTIMATE = "estimate"  # ước
    PLAIN = "plain"  # a number of the text that counts nothing: 35 tuổi, Điều 24
    LOST = "lost"  # was bound, and came back without its control


COUNTED = (State.BOUND,)
BY_HAND = (State.KEPT, State.TYPED, State.ESTIMATE)


@dataclass(frozen=True)
class Number:
    """A number of the text, by the tag of its control.

    `figure` and `base` are codes of the catalogue; `organisation` 0 is the draft's own. `printed` stands in
    the file; `value` is what was last counted, as text. `places`: decimals of a share. `before`: what last
    period's report printed. `author` and `note`: who typed or kept it, and why.
    """

    tag: str
    printed: str
    before: str = ""
    state: State = State.FOUND
    figure: str = ""
    base: str = ""
    organisation: int = 0
    mode: Mode = Mode.THIS
    period: str = ""  # of OTHER, as `parse_period` reads it
    style: Style = Style.EXACT
    places: int = 2
    round_to: int = 0
    value: str = ""
    author: int = 0
    note: str = ""
    offers: tuple[tuple[str, Mode], ...] = ()

    @property
    def bound(self) -> bool:
        return self.state in COUNTED


@dataclass(frozen=True)
class Owned:
    """Which office writes a section, whether it has sent it; `refused`: the program keeps nothing there.

    `reminded`: the last day it was reminded, as ISO.
    """

    title: str
    owner: int = 0  # an account
    sent: bool = False
    refused: bool = False
    reminded: str = ""


@dataclass(frozen=True)
class Content:
    """Everything a version says beside its file."""

    title: str = ""
    receiver: str = ""
    term_first: str = ""
    due_on: str = ""
    numbers: tuple[Number, ...] = ()
    sections: tuple[Owned, ...] = ()
    carried: tuple[str, ...] = ()  # sentences of last period's report, as `outline.same` says them
    seen: tuple[str, ...] = ()  # those of them somebody has looked at and kept
    paper: dict[str, Any] = field(default_factory=dict)  # head, signature and recipients
    frozen: dict[str, Any] = field(default_factory=dict)  # what was counted when it was submitted
    renewed: tuple[tuple[str, str], ...] = ()  # words of the period that were put forward
    returned: tuple[dict[str, str], ...] = ()  # numbers changed in Word that wait for a choice
    reworded: tuple[tuple[str, str], ...] = ()  # sentences changed in Word, before and after

    def number(self, tag: str) -> Number | None:
        return next((one for one in self.numbers if one.tag == tag), None)

    def with_number(self, changed: Number) -> Content:
        """The same with one number changed."""
        return replace(
            self, numbers=tuple(changed if one.tag == changed.tag else one for one in self.numbers)
        )

    def with_numbers(self, changed: Mapping[str, Number]) -> Content:
        """The same with several changed, by tag."""
        return replace(self, numbers=tuple(changed.get(one.tag, one) for one in self.numbers))

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @classmethod
    def read(cls, said: dict[str, Any]) -> Content:
        """From JSON."""
        numbers = tuple(_number(one) for one in said.get("numbers", ()))
        sections = tuple(Owned(**one) for one in said.get("sections", ()))
        plain = {key: tuple(said.get(key, ())) for key in ("carried", "seen")}
        pairs = {key: tuple((a, b) for a, b in said.get(key, ())) for key in ("renewed", "reworded")}
        known = {"numbers", "sections", "returned", *plain, *pairs}
        rest = {key: value for key, value in said.items() if key not in known}
        returned = tuple(said.get("returned", ()))
        return cls(**rest, **plain, **pairs, numbers=numbers, sections=sections, returned=returned)


def _number(said: dict[str, Any]) -> Number:
    offers = tuple((code, Mode(mode)) for code, mode in said.get("offers", ()))
    kinds = {"state": State(said["state"]), "mode": Mode(said["mode"]), "style": Style(said["style"])}
    return Number(**(said | kinds | {"offers": offers}))
