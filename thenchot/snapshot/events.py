"""What the office states itself, because no room counts it."""

from __future__ import annotations

from dataclasses import dataclass

from ..ledger.kinds import ORGANISATION, Act, Amount, Code, Day, Whole, YesNo


@dataclass(frozen=True, kw_only=True)
class FigureStated(Act, kind="figures.stated", about=ORGANISATION):
    """Nhập số: a figure of an organisation in a period, from a paper; `estimate` marks *ước*.

    A later one of the same figure, organisation and period takes the place of the earlier. Exactly one of
    `whole` and `decimal` is given. For a stock `first` and `last` are the same day.
    """

    figure: Code
    first: Day
    last: Day
    whole: Whole | None = None
    decimal: Amount | None = None
    estimate: YesNo = False

    def __post_init__(self) -> None:
        if (self.whole is None) == (self.decimal is None):
            raise ValueError("whole, decimal")
        if self.last < self.first:
            raise ValueError("last")
