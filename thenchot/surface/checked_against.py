"""The figures of a checked report against a closing, each at the organisation its sentence names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import cache

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.reports.against import Closed as At
from thenchot.reports.against import Compared, NotShown, Outcome, Span, Unknown, compare
from thenchot.reports.checking.whose import Held
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.movement import later as between
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.declare import Ratio

from .checked import Checked
from .closings import Mover, movers
from .figures.asked import Asked
from .finding import titles


@dataclass(frozen=True)
class Against:
    """A printed figure against a closing, `at` which organisation.

    `movers` are the acts that moved it since another closing of the same period (`other`), which has just the
    printed value.
    """

    compared: Compared
    at: str = ""
    other: str = ""
    movers: tuple[Mover, ...] = ()


def against(checked: Checked, code: str, desk: Desk, *, by: int, at: datetime) -> tuple[Against, ...]:
    """Every figure against the closing of this code, in order. NotAllowed; LookupError: no such code.

    At the closing's own organisation; where the sentence names another that it holds, at that one.
    """
    one = listing.standing(code)
    desk.need(Action.SEE_FIGURES, by=by, at=at, organisation=one.organisation)
    span = Span(one.period.first, one.period.last, one.period.data_to)
    source, names = Closed(one), cache(lambda: called(one))
    held = Held(one.organisation, lambda: {node: name for node, name in names().items() if source.has(node)})
    opens = cache(lambda: desk.may(Action.SEE_ROWS, by=by, at=at, organisation=one.organisation).yes)
    found = compare(
        checked.reading.figures, span, closed_of(source, one.organisation, opens),
        lambda figure: held.of(figure, checked.lines[figure.line - 1]),
    )  # fmt: skip
    others = [(other, Closing(other.path)) for other in _same_period(one)]
    return tuple(
        replace(_since(compared, checked, one, source.closing, others), at=_at(compared, names))
        for compared in found
    )


def called(one: Standing) -> dict[int, str]:
    """The names that organisations of a closing had at the end of its period."""
    return titles([one.organisation], one.period.data_to).names()


def _at(compared: Compared, names: Callable[[], dict[int, str]]) -> str:
    """What another organisation than the closing's own is called; what the report names, where none is it."""
    node = compared.whose.organisation
    return names().get(node, "") if node else compared.whose.named


def closed_of(source: Closed, own: int, opens: Callable[[], bool]) -> At:
    """What a closing says of a code at an organisation, to somebody who may or may not open its rows."""
    closing, masked = source.closing, Asked(source, own, sees_rows=False)

    def hidden(code: str, node: int) -> bool:
        return masked.sensitive(code) and not opens() and masked.hidden(code, organisation=node)

    def value(code: str, organisation: int) -> Decimal | None:
        node = organisation or own
        if code in closing.catalogue.ratios:
            declared = closing.catalogue.ratios[code]
            if hidden(declared.numerator, node) or hidden(declared.base, node):
                raise NotShown
            return _share(closing, declared, node)
        if hidden(code, node):
            raise NotShown
        try:
            number = closing.figure(code, node)
        except KeyError:
            raise Unknown(code) from None
        return None if number is None else Decimal(number)

    return value


def _share(closing: Closing, declared: Ratio, node: int) -> Decimal | None:
    """A share worked out from its whole numbers."""
    share = closing.ratios(node)[declared.code]
    if share.numerator is None or not share.base:
        return None if share.value is None else Decimal(share.value)
    hundred = 100 if declared.unit == "percent" else 1
    return Decimal(share.numerator) * hundred / Decimal(share.base)


def _same_period(one: Standing) -> list[Standing]:
    """Other closings of the same period: what was closed before it was replaced, or after."""
    return [
        other
        for other in listing.closings(one.organisation)
        if other.code != one.code and other.closed and other.line == one.line
        and (other.period.first, other.period.last) == (one.period.first, one.period.last)
    ]  # fmt: skip


def _since(
    compared: Compared,
    checked: Checked,
    one: Standing,
    closing: Closing,
    others: Iterable[tuple[Standing, Closing]],
) -> Against:
    """Which acts stand between the printed value and the closed one, where another closing has the former."""
    if compared.outcome is not Outcome.DIFFERS or compared.code not in closing.catalogue.figures:
        return Against(compared)
    printed = checked.reading.figures[compared.ordinal].value
    node = compared.whose.organisation or one.organisation
    for other, opened in others:
        try:
            same = opened.figure(compared.code, node) == printed
        except KeyError:
            continue
        if same:
            first, last = sorted((opened, closing), key=lambda each: int(each.manifest["cut_off"]))
            changed = between(first, last).moved(node, [compared.code])
            found = movers(entry for moved in changed for entry in moved.entries)
            return Against(compared, other=other.code, movers=tuple(found))
    return Against(compared)
