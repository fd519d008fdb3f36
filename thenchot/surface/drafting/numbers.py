"""The numbers of a draft: said what they count, brought up to date, typed by hand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.desk import Desk
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.periods import period_of
from thenchot.reports.drafts.shapes import BY_HAND, ROUNDED, Content, Mode, Number, State, Style
from thenchot.reports.word import controls
from thenchot.reports.word.package import Package
from thenchot.reports.word.text import paragraphs
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.period import Period

from ..troubles import NOT_READ, Stop
from .bounds import round_step
from .printed import places_of
from .rights import may_count, writable
from .values import MISSING, Counted, Values


def values(engine: Engine, saved: Saved, closed: Any = None) -> Values:
    """What counts the numbers of a draft."""
    first = date.fromisoformat(saved.content.term_first) if saved.content.term_first else None
    return Values(lambda: engine, saved.organisation, saved.period, first, closed or {})


@dataclass(frozen=True)
class Differs:
    """A bound number that is counted otherwise now than it stands in the draft.

    `asks`: it cannot be rounded as it was, so nothing is put in its place before somebody chooses.
    """

    number: Number
    counted: Counted

    @property
    def asks(self) -> bool:
        return not self.counted.text


def differing(engine: Engine, saved: Saved) -> list[Differs]:
    """What *Cập nhật số liệu* would change or ask about, in the order of the text."""
    bound = [one for one in saved.content.numbers if one.bound]
    counted = values(engine, saved).of_all(bound)
    found = [Differs(one, counted[one.tag]) for one in bound]
    return [one for one in found if one.counted.value is not None and one.counted.text != one.number.printed]


def update(desk: Desk, engine: Engine, saved: Saved, *, by: int, at: datetime) -> tuple[Saved, int]:
    """*Cập nhật số liệu*: every bound number as it is counted now; how many changed."""
    writable(desk, saved, by=by, at=at)
    changed = [one for one in differing(engine, saved) if not one.asks]
    if not changed:
        return saved, 0
    return filled(saved, {one.number.tag: one.counted for one in changed}, "updated", by=by, at=at), len(
        changed
    )


@dataclass(frozen=True)
class Choice:
    """How a number is to be counted and printed."""

    figure: str
    mode: Mode = Mode.THIS
    style: Style = Style.EXACT
    base: str = ""
    organisation: int = 0
    period: str = ""


def bind(
    desk: Desk, engine: Engine, saved: Saved, tag: str, choice: Choice, *, by: int, at: datetime
) -> Saved:  # fmt: skip
    """Say what a number counts; it takes that value at once. Stop where it cannot be counted."""
    may_count(desk, saved, tag, by=by, at=at)
    one = chosen(number_of(saved, tag), choice)
    counted = values(engine, saved).of(one)
    if not counted.text:
        raise Stop(counted.why or _("Không có số liệu này trong kỳ."), code=NOT_READ)
    content = saved.content.with_number(one)
    return filled(replace(saved, content=content), {tag: counted}, "bound", by=by, at=at)


def accept(
    desk: Desk, engine: Engine, saved: Saved, tags: Collection[str], *, by: int, at: datetime
) -> tuple[Saved, int]:
    """Take the first offer of each of these numbers; how many could be counted."""
    writable(desk, saved, by=by, at=at)
    content = saved.content
    taken = []
    for one in content.numbers:
        if one.tag in tags and one.offers and one.state in (State.OFFERED, State.FOUND):
            figure, mode = one.offers[0]
            taken.append(chosen(one, Choice(figure, mode, one.style)))
    counted = values(engine, saved).of_all(taken)
    taken = [one for one in taken if counted[one.tag].text]
    content = content.with_numbers({one.tag: one for one in taken})
    if not taken:
        return saved, 0
    there = {one.tag: counted[one.tag] for one in taken}
    return filled(replace(saved, content=content), there, "bound", by=by, at=at), len(taken)


def by_hand(
    desk: Desk, saved: Saved, tag: str, state: State, *, by: int, at: datetime, text: str = "", note: str = ""
) -> Saved:  # fmt: skip
    """A number typed, an estimate, one that counts nothing: with its author and a note."""
    may_count(desk, saved, tag, by=by, at=at)
    one = number_of(saved, tag)
    said = " ".join(text.split())[:60] or one.printed
    if state is State.ESTIMATE and not said.lower().startswith("ước"):
        said = _estimate(saved, tag, said)
    author = by if state in BY_HAND else 0
    changed = replace(one, state=state, printed=said, author=author, note=note.strip()[:300], value="")
    content = saved.content.with_number(changed)
    return written(saved, content, {tag: said}, "typed", by=by, at=at)


def filled(
    saved: Saved, counted: dict[str, Counted], what: str, *, by: int, at: datetime, **more: str
) -> Saved:  # fmt: skip
    """The next version with these values in its numbers; `more`: its state, its closing."""
    changed = {}
    for one in saved.content.numbers:
        if now := counted.get(one.tag):
            value = str(now.value) if now.value is not None else ""
            changed[one.tag] = replace(one, printed=now.text, value=value)
    content = saved.content.with_numbers(changed)
    texts = {tag: now.text for tag, now in counted.items() if now.how != MISSING}
    return written(saved, content, texts, what, by=by, at=at, **more)


def written(
    saved: Saved, content: Content, texts: dict[str, str], what: str, *, by: int, at: datetime, **more: str
) -> Saved:
    """The next version with these texts in its controls."""
    package = Package.read(saved.file())
    controls.fill(package.body, texts)
    return keeping.save(saved, content, package.bytes(), what, by=by, at=at, **more)


def chosen(one: Number, choice: Choice) -> Number:
    """The number as it is to be counted and printed. Stop for a code that is none."""
    _known(choice)
    step = one.round_to
    if choice.style in ROUNDED and not step and one.before and "," not in one.before:
        step = round_step(_whole(one.printed))
    ratio = CATALOGUE.ratios.get(choice.figure)
    places = places_of(one.before) if one.before else (ratio.decimals if ratio else 2)
    return replace(
        one, state=State.BOUND, figure=choice.figure, mode=choice.mode, style=choice.style, base=choice.base,
        organisation=choice.organisation, period=choice.period, round_to=step, places=places, author=0,
        note="",
    )  # fmt: skip


def _known(choice: Choice) -> None:
    known = {*CATALOGUE.figures, *CATALOGUE.ratios, *CATALOGUE.stated}
    if choice.figure not in known or (choice.base and choice.base not in known):
        raise Stop(_("Không có số liệu mang mã này. Đề nghị đồng chí chọn trong danh sách."), code=NOT_READ)
    if choice.style in (Style.SHARE, Style.X_OF_Y, Style.AVERAGE) and not (
        choice.base or choice.figure in CATALOGUE.ratios
    ):
        raise Stop(_("Cách in này cần một số làm gốc. Đề nghị đồng chí chọn số làm gốc."), code=NOT_READ)


def number_of(saved: Saved, tag: str) -> Number:
    """A number of the draft by its tag. Stop."""
    one = saved.content.number(tag)
    if one is None:
        raise Stop(_("Không thấy số này trong dự thảo; có thể bản khác vừa được lưu."), code=NOT_READ)
    return one


def _estimate(saved: Saved, tag: str, text: str) -> str:
    """With the word *ước* inside the control, unless the sentence says it already."""
    package = Package.read(saved.file())
    for line in paragraphs(package.body):
        said = controls.marked(line)
        place = said.find(f"⟦{tag}⟧")
        if place >= 0:
            return text if "ước" in said[max(0, place - 40) : place].lower() else f"ước {text}"
    return f"ước {text}"


def _whole(text: str) -> int:
    digits = "".join(letter for letter in text.partition(",")[0] if letter.isdigit())
    return int(digits or 0)


def periods(saved: Saved) -> dict[Mode, Period]:
    """The period of each mode, for those there are."""
    first = date.fromisoformat(saved.content.term_first) if saved.content.term_first else None
    found = {mode: period_of(mode, saved.period, first) for mode in Mode}
    return {mode: period for mode, period in found.items() if period is not None}
