"""Lấy lại câu kỳ trước: the lines a section had in last period's report that it does not have now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from thenchot.access.desk import Desk
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.phrases import phrases
from thenchot.reports.drafts.shapes import Number, State
from thenchot.reports.reading.written import Sort
from thenchot.reports.word.editing import TOKEN
from thenchot.reports.word.outline import same
from thenchot.reports.word.package import Package
from thenchot.reports.word.refusing import SENTENCE
from thenchot.reports.word.renewing import renew
from thenchot.reports.word.whole import Whole, read
from thenchot.snapshot.engine import Engine

from ..troubles import NOT_READ, Stop
from .insert import insert_line
from .making import fingerprint
from .shown import readable

VERSIONS = 40  # of this draft in which a number is looked for


@dataclass(frozen=True)
class Earlier:
    """A line of last period: `text` with its numbers' tags, `shown` as it was printed then."""

    key: str
    text: str
    shown: str
    numbers: Mapping[str, Number]


def earlier(saved: Saved, whole: Whole, section: int) -> list[Earlier]:
    """In the order of last period's report; nothing where there was none, or the section is new."""
    source = _source(saved)
    if source is None or section >= len(whole.sections):
        return []
    then = _renewed(source, saved)
    there = {_plain(one) for one in _lines(whole, section)}
    place = _same_title(then, whole.sections[section].title)
    found = [] if place is None else _lines(then, place)
    gone = [one for one in dict.fromkeys(found) if _plain(one) not in there]
    known = _known(saved, source, {tag for one in gone for tag in TOKEN.findall(one)})
    return [_earlier(one, source, known) for one in gone]


def take_again(
    desk: Desk, engine: Engine, saved: Saved, section: int, key: str, *, by: int, at: datetime
) -> Saved:  # fmt: skip
    """One of them back at the end of the section, its numbers counted for this period. Stop, NotAllowed."""
    whole = read(Package.read(saved.file()))
    one = next((one for one in earlier(saved, whole, section) if one.key == key), None)
    if one is None:
        raise Stop(_("Câu này đã có trong mục, hoặc báo cáo kỳ trước không còn."), code=NOT_READ)
    return insert_line(desk, engine, saved, section, one.text, one.numbers, by=by, at=at)


def _source(saved: Saved) -> Saved | None:
    """The file this draft was begun from; for one begun from an outline the draft of the period before."""
    first = keeping.version(saved.code, 1)
    if first.content.carried or first.content.renewed:
        return first
    found = [
        one for one in keeping.of_organisations([saved.organisation])
        if one.code != saved.code and one.period.kind is saved.period.kind
        and one.period.data_to < saved.period.data_to
    ]  # fmt: skip
    return found[0] if found else None


def _renewed(source: Saved, saved: Saved) -> Whole:
    """Words of the period put forward, as at the beginning of a draft."""
    package = Package.read(source.file())
    if source.code != saved.code:
        renew(package.body, phrases(source.period, saved.period))
    return read(package)


def _same_title(whole: Whole, title: str) -> int | None:
    wanted = same(title)
    return next((at for at, one in enumerate(whole.sections) if same(one.title) == wanted), None)


def _lines(whole: Whole, section: int) -> list[str]:
    one = whole.sections[section]
    return [
        whole.marked(at)
        for at in range(one.first, one.last)
        if whole.lines[at].sort is Sort.PARAGRAPH and _says_something(whole.lines[at].text)
    ]


def _says_something(text: str) -> bool:
    return len(text.split()) > 3 and text.strip() != SENTENCE


def _plain(text: str) -> str:
    """A line without regard to which number stands in it."""
    return same(TOKEN.sub("⟦⟧", text))


def _earlier(text: str, source: Saved, known: Mapping[str, Number]) -> Earlier:
    tags = TOKEN.findall(text)
    numbers = {tag: _again(known[tag], source.content.number(tag)) for tag in tags if tag in known}
    for tag in set(tags) - set(numbers):  # nothing is known of it but its place
        text = text.replace(f"⟦{tag}⟧", "…")
    return Earlier(fingerprint(_plain(text)), text, readable(text, source.content), numbers)


def _known(saved: Saved, source: Saved, tags: set[str]) -> dict[str, Number]:
    """What each number was last said to count: a line that was taken out took its numbers along."""
    found = {one.tag: one for one in source.content.numbers if one.tag in tags}
    if source.code != saved.code:
        return found
    missing = set(found)
    for content in keeping.lately(saved.code, VERSIONS) if missing else ():
        seen = {one.tag: one for one in content.numbers if one.tag in missing}
        found |= seen
        missing -= set(seen)
    return found


def _again(one: Number, then: Number | None) -> Number:
    """To be counted anew where it was bound; typed by hand then, it is asked about now."""
    open_ = State.OFFERED if one.offers else State.FOUND
    state = one.state if one.bound or one.state is State.PLAIN else open_
    figure, before = one.figure if one.bound else "", then.printed if then else one.printed
    return replace(one, state=state, figure=figure, before=before, author=0, note="", value="")
