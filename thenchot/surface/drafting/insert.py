"""+ Chèn số liệu, + Chèn câu có sẵn, Lấy lại câu kỳ trước: new numbers and lines, counted at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Mode, Number, State
from thenchot.reports.word import controls
from thenchot.reports.word.adding import add_line, add_number
from thenchot.reports.word.package import Package
from thenchot.reports.word.text import paragraphs
from thenchot.reports.word.whole import Whole, read
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.period import Kind

from ..figures.sentences import TOLD, said
from ..subjects import names_of
from ..troubles import NOT_READ, Stop
from .numbers import Choice, chosen, values
from .rights import may_write
from .values import Counted

YEAR_AGO = {Mode.THIS: Mode.SAME_LAST_YEAR, Mode.CUMULATIVE: Mode.CUMULATIVE_LAST_YEAR}


@dataclass(frozen=True)
class Ready:
    """A sentence that could be put in: `text` with ⟦a⟧, ⟦b⟧ for its numbers; `shown` as it would be read."""

    key: str
    text: str
    numbers: Mapping[str, Number]
    shown: str


def insert_number(
    desk: Desk, engine: Engine, saved: Saved, line: int, choice: Choice, *, by: int, at: datetime
) -> Saved:  # fmt: skip
    """A counted number at the end of a line. Stop, NotAllowed."""
    package, whole = _opened(desk, saved, line, by=by, at=at)
    one = chosen(Number(_free(saved, whole, 1)[0], ""), choice)
    counted = values(engine, saved).of(one)
    if not counted.text:
        raise Stop(counted.why, code=NOT_READ)
    if not add_number(paragraphs(package.body)[line], one.tag):
        raise Stop(_("Không chèn được số vào đoạn này. Đề nghị đồng chí chọn đoạn khác."), code=NOT_READ)
    return _saved(saved, package, {one.tag: one}, {one.tag: counted}, by=by, at=at)


def sentences(engine: Engine, saved: Saved) -> list[Ready]:
    """The sentences that can be told of the draft's period: what is 0 or not kept is left out."""
    name = names_of([saved.organisation], as_of=saved.period.data_to)[saved.organisation]
    counting = values(engine, saved)
    wanted = {(code, mode): _pair(code, mode) for code in TOLD for mode in _modes(saved)}
    found = counting.of_all(
        replace(one, tag=f"{code}.{mode}.{one.tag}")
        for (code, mode), pair in wanted.items() for one in pair.values()
    )  # fmt: skip
    made: dict[str, Ready] = {}  # how many there are on a day reads the same for a month and since January
    for (code, mode), pair in wanted.items():
        counted = {tag: found[f"{code}.{mode}.{tag}"] for tag in pair}
        if counted["a"].value and counted["a"].period:
            one = _ready(code, mode, name, pair, counted)
            made.setdefault(one.shown, one)
    return list(made.values())


def insert_sentence(
    desk: Desk, engine: Engine, saved: Saved, section: int, key: str, *, by: int, at: datetime
) -> Saved:  # fmt: skip
    """One of them at the end of a section. Stop, NotAllowed."""
    one = next((one for one in sentences(engine, saved) if one.key == key), None)
    if one is None:
        raise Stop(_("Không thấy câu này; có thể số liệu vừa thay đổi."), code=NOT_READ)
    return insert_line(desk, engine, saved, section, one.text, one.numbers, by=by, at=at)


def insert_line(
    desk: Desk, engine: Engine, saved: Saved, section: int, text: str, numbers: Mapping[str, Number], *,
    by: int, at: datetime,
) -> Saved:  # fmt: skip
    """A line under the last one of a section; `numbers` by the tags of its text, which get tags of their own.

    Those that say a figure are counted anew; others stand as they were printed.
    """
    whole = read(Package.read(saved.file()))
    if not 0 <= section < len(whole.sections):
        raise Stop(_("Không thấy mục này trong dự thảo."), code=NOT_READ)
    line = whole.last_line(section)
    package, whole = _opened(desk, saved, line, by=by, at=at)
    tags = dict(zip(numbers, _free(saved, whole, len(numbers)), strict=True))
    for old, new in tags.items():
        text = text.replace(f"⟦{old}⟧", f"⟦{new}*⟧")
    there = paragraphs(package.body)
    add_line(there[line], there[whole.body_line(line)], text.replace("*⟧", "⟧"))
    made = {tags[old]: replace(one, tag=tags[old]) for old, one in numbers.items()}
    counted = values(engine, saved).of_all(made.values())
    return _saved(saved, package, made, counted, by=by, at=at)


def _opened(desk: Desk, saved: Saved, line: int, *, by: int, at: datetime) -> tuple[Package, Whole]:
    """The file, for one who may write the line. Numbers are counted in it: they must be seen."""
    package = Package.read(saved.file())
    whole = read(package)
    may_write(desk, saved, whole, line, by=by, at=at)
    desk.need(Action.SEE_FIGURES, by=by, at=at, organisation=saved.organisation)
    return package, whole


def _saved(
    saved: Saved, package: Package, made: Mapping[str, Number], counted: Mapping[str, Counted], *,
    by: int, at: datetime,
) -> Saved:  # fmt: skip
    numbers = tuple(_standing(one, counted.get(tag)) for tag, one in made.items())
    controls.fill(package.body, {one.tag: one.printed for one in numbers})
    content = replace(saved.content, numbers=(*saved.content.numbers, *numbers))
    return keeping.save(saved, content, package.bytes(), "inserted", by=by, at=at)


def _standing(one: Number, counted: Counted | None) -> Number:
    """As it is counted now; one that cannot be counted stands as it was and is asked about."""
    if counted is None or not counted.text:
        state = State.FOUND if one.bound else one.state
        return replace(one, state=state, printed=one.printed or "0")
    return replace(one, printed=counted.text, value=str(counted.value), state=State.BOUND)


def _free(saved: Saved, whole: Whole, many: int) -> list[str]:
    """Tags that no number of the draft has or had."""
    known = {*whole.places, *(one.tag for one in saved.content.numbers)}
    last = max((int(tag[1:]) for tag in known if tag[1:].isdecimal()), default=0)
    return [f"n{last + place}" for place in range(1, many + 1)]


def _modes(saved: Saved) -> Iterable[Mode]:
    return (Mode.THIS, Mode.CUMULATIVE) if saved.period.kind is Kind.MONTH else (Mode.THIS,)


def _pair(code: str, mode: Mode) -> dict[str, Number]:
    return {
        "a": chosen(Number("a", ""), Choice(code, mode)),
        "b": chosen(Number("b", ""), Choice(code, YEAR_AGO[mode])),
    }


def _ready(
    code: str, mode: Mode, name: str, pair: Mapping[str, Number], counted: Mapping[str, Counted]
) -> Ready:
    then, period = counted["b"].text, counted["a"].period
    assert period is not None
    with translation.override("vi"):  # a report is in Vietnamese, whoever writes it
        text = said(CATALOGUE, code, period, name, "⟦a⟧", "⟦b⟧" if then else "")
    shown = text.replace("⟦a⟧", f"⟦{counted['a'].text}⟧").replace("⟦b⟧", f"⟦{then}⟧")
    return Ready(f"{code}.{mode}", text, dict(_kept(pair, text)), shown)


def _kept(pair: Mapping[str, Number], text: str) -> Iterator[tuple[str, Number]]:
    return ((tag, one) for tag, one in pair.items() if f"⟦{tag}⟧" in text)
