"""Nhận lại bản Word đã sửa: what came back changed, and what is done with each changed number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.desk import Desk
from thenchot.files.door import admit
from thenchot.files.profiles import TEMPLATE
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import ROUNDED, Content, Number, State, Style
from thenchot.reports.word import controls
from thenchot.reports.word.confined import work
from thenchot.reports.word.editing import stamp
from thenchot.reports.word.package import Package
from thenchot.snapshot.engine import Engine

from ..troubles import NOT_READ, Stop
from .bounds import typed
from .making import KINDS, sections_of
from .numbers import number_of, values, written
from .rights import writable

GONE = ("lost", "broken")
MOST = 400  # changed sentences that are kept for showing


class Do(StrEnum):
    """What is done with a number that was changed in Word."""

    KEEP = "keep"  # Giữ như sửa, ghi chú
    ROUND = "round"  # Làm tròn: trên …
    BACK = "back"  # Trở lại số đếm


def exported(saved: Saved) -> bytes:
    """*Xuất Word* of a draft: with the controls around its numbers; it says which version it is."""
    package = Package.read(saved.file())
    stamp(package.body, saved.code, saved.number)
    return package.bytes()


def take_back(desk: Desk, saved: Saved, data: bytes, name: str, *, by: int, at: datetime) -> Saved:
    """The edited file becomes the draft; every number and sentence that was changed waits to be looked at.

    Stop for a file of another draft. NotAllowed, Refused at the door.
    """
    writable(desk, saved, by=by, at=at)
    admitted = admit(data, KINDS, name, TEMPLATE)
    of, _file = work("whose", [admitted.data])
    whose = of["stamp"]
    if whose is not None and whose[0] != saved.code:
        raise Stop(
            _("Tệp này là của một dự thảo khác. Đề nghị đồng chí kiểm tra lại tệp đã chọn."), code=NOT_READ
        )
    base = _base(saved, whose[1] if whose else 0)
    said, file = work("compare", [base.file(), admitted.data])
    content = _after(saved, base, said)
    file = _with_later_values(content, base, file)
    return keeping.save(saved, content, file, "returned", by=by, at=at)


def settle(
    desk: Desk, engine: Engine, saved: Saved, tag: str, do: Do, *, by: int, at: datetime, note: str = ""
) -> Saved:  # fmt: skip
    """One choice of the three. Stop where a number is gone from the text, or keeping has no note."""
    writable(desk, saved, by=by, at=at)
    one, waits = number_of(saved, tag), _waiting(saved.content, tag)
    if do is Do.KEEP and not note.strip():
        raise Stop(_("Giữ như sửa cần một câu ghi chú vì sao khác số đếm."), code=NOT_READ)
    left = tuple(other for other in saved.content.returned if other["tag"] != tag)
    content = replace(saved.content, returned=left)
    texts: dict[str, str] = {}
    if do is Do.KEEP:
        text = "" if waits.get("fault") in GONE else waits["after"]
        made = replace(one, state=State.KEPT, printed=text, note=note.strip()[:300], author=by)
    elif waits.get("fault") in GONE:  # it is left out of the report; earlier versions still hold it
        kept = tuple(other for other in content.numbers if other.tag != tag)
        return written(saved, replace(content, numbers=kept), {}, "settled", by=by, at=at)
    else:
        made = _counted_again(engine, saved, one, do, waits["after"])
        texts[tag] = made.printed
    return written(saved, content.with_number(made), texts, "settled", by=by, at=at)


def _counted_again(engine: Engine, saved: Saved, one: Number, do: Do, after: str) -> Number:
    """Back to the counted number, exact or rounded as it was typed in Word."""
    exact = replace(one, state=State.BOUND, style=_exact(one), author=0, note="")
    counted = values(engine, saved).of(exact)
    if not one.figure or counted.value is None:
        said = counted.why or _("Số này không có số đếm để trở lại; hãy giữ như sửa và ghi chú.")
        raise Stop(said, code=NOT_READ)
    if do is Do.ROUND:
        style, step = typed(after, int(counted.value))
        exact = replace(exact, style=style, round_to=step, printed=after)
        counted = values(engine, saved).of(exact)
        if not counted.text:
            raise Stop(counted.why, code=NOT_READ)
    return replace(exact, printed=counted.text, value=str(counted.value))


def settle_sentences(desk: Desk, saved: Saved, *, by: int, at: datetime) -> Saved:
    """The changed sentences were looked at: they are no longer shown."""
    writable(desk, saved, by=by, at=at)
    return written(saved, replace(saved.content, reworded=()), {}, "settled", by=by, at=at)


def _base(saved: Saved, number: int) -> Saved:
    """The version that went out; the last one where the file does not say."""
    try:
        return keeping.version(saved.code, number) if number else saved
    except LookupError:
        return saved


def _after(saved: Saved, base: Saved, said: Mapping[str, Any]) -> Content:
    """The draft's content with what changed, and the numbers added since the file went out gone."""
    content = saved.content
    waits = []
    for one in said["numbers"]:
        number = content.number(one["tag"])
        if number is None or number.state is State.PLAIN:
            if number is not None:
                content = content.with_number(replace(number, printed=one["after"]))
            continue
        waits.append({key: str(value or "") for key, value in one.items()})
        if one["fault"] in (None, "doubled"):
            content = content.with_number(replace(number, printed=one["after"]))
    reworded = tuple((one["before"], one["after"]) for one in said["sentences"][:MOST])
    there = {one.tag for one in base.content.numbers}
    return replace(
        content, returned=tuple(waits), reworded=reworded,
        numbers=tuple(one for one in content.numbers if one.tag in there),
        sections=sections_of(said, content.sections),
    )  # fmt: skip


def _with_later_values(content: Content, base: Saved, file: bytes) -> bytes:
    """Numbers brought up to date after the file went out, and left alone in Word, keep their later value."""
    then = {one.tag: one.printed for one in base.content.numbers}
    changed = {one["tag"] for one in content.returned}
    later = {
        one.tag: one.printed
        for one in content.numbers
        if one.tag not in changed and one.printed != then.get(one.tag) and one.state is not State.LOST
    }
    package = Package.read(file)
    controls.fill(package.body, later)
    return package.bytes()


def _exact(one: Number) -> Style:
    return Style.EXACT if one.style in ROUNDED else one.style


def _waiting(content: Content, tag: str) -> dict[str, str]:
    for one in content.returned:
        if one["tag"] == tag:
            return one
    raise Stop(_("Số này đã được xử lý."), code=NOT_READ)
