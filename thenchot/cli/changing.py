"""correct, annul, erase: what was entered wrongly is entered anew or withdrawn; somebody's data go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer
from django.db import transaction
from django.utils.translation import gettext as _

from thenchot.access.desk import Outcome
from thenchot.law.correcting import Reason
from thenchot.ledger.entries import RESTATE, WITHDRAW, Entry
from thenchot.ledger.kinds import NOTE
from thenchot.ledger.writing import Draft
from thenchot.rooms.people.events import Erased, Ground
from thenchot.sealed import store, tables
from thenchot.sealed.randomness import System
from thenchot.surface import subjects
from thenchot.surface import words as surface
from thenchot.surface.changing import standing, standing_of_set, withdrawn
from thenchot.surface.kinds import columns
from thenchot.surface.together import book_held

from . import pairs, results, words
from .session import Session
from .troubles import NOT_READ, Stop

Why = Annotated[str, typer.Option("--reason", help=_("Lý do theo danh mục: mã hoặc tên."))]


def add(app: typer.Typer) -> None:
    """Put the commands of this part into the app."""
    app.command("correct", help=_("Đính chính một bản ghi ghi nhầm: chỉ ghi các ô cần sửa."))(correct)
    app.command("annul", help=_("Hủy một bản ghi ghi nhầm, hoặc cả một lần ghi, một lần nạp."))(annul)
    app.command("erase", help=_("Xóa dữ liệu của một người; cần người thứ hai xác nhận."))(erase)


def correct(
    context: typer.Context,
    seq: Annotated[int, typer.Argument(metavar="SEQ", help=_("Số bản ghi cần sửa."))],
    fields: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE…",
            help=_("Các ô cần sửa; để trống sau dấu bằng là bỏ giá trị."),
            show_default=False,
        ),
    ] = None,
    reason: Why = "",
    on_paper: Annotated[
        bool, typer.Option("--as-on-paper", help=_("Đúng như văn bản dù trái quy định."))
    ] = False,
) -> None:
    session: Session = context.obj
    by = session.me.id
    why = _reason(reason)
    with book_held(), transaction.atomic(using=tables.ALIAS):
        entry = standing(seq)
        act, notes = _changed(session, entry, fields or [])
        if notes:
            store.put_named(notes, at=session.now, randomness=System())
        draft = Draft(act, session.desk.mint.id(), RESTATE, entry.root, str(why))
        outcome = _record(session, [draft], by, on_paper)
    results.say(session, outcome)


def _changed(session: Session, entry: Entry, given: Sequence[str]) -> tuple[Any, dict[int, str]]:
    """The whole act anew, and the names it brings."""
    assert entry.act is not None
    layout = columns(type(entry.act))
    by_name = {column.name: column for column in layout.columns if column.name != "about"}
    changes: dict[str, Any] = {}
    notes: dict[int, str] = {}
    for name, text in pairs.given(replace(layout, columns=tuple(by_name.values())), given, {}).items():
        changes |= pairs.read(replace(layout, columns=(by_name[name],)), {name: text}) or {name: None}
    for one in entry.act.fields():
        if one.type is NOTE and changes.get(one.name):
            note = session.desk.mint.id()
            notes[note], changes[one.name] = changes[one.name], note
    act = replace(entry.act, **changes)
    if act == entry.act:
        raise Stop(str(words.NOTHING_CHANGED).format(seq=entry.seq), code=NOT_READ)
    return act, notes


def annul(
    context: typer.Context,
    seq: Annotated[
        int | None, typer.Argument(metavar="SEQ", help=_("Số bản ghi cần hủy."), show_default=False)
    ] = None,
    act_set: Annotated[
        int | None,
        typer.Option("--act-set", help=_("Hủy cả lần ghi hoặc lần nạp có mã này."), show_default=False),
    ] = None,
    reason: Why = "",
    with_dependents: Annotated[
        bool, typer.Option("--with-dependents", help=_("Hủy cả những việc ghi sau dựa vào việc này."))
    ] = False,
) -> None:
    session: Session = context.obj
    by, why = session.me.id, _reason(reason)
    if (seq is None) == (act_set is None):
        raise Stop(str(words.ANNUL_WHAT if seq is None else words.ONE_OF_TWO), code=NOT_READ)
    with session.progress(str(surface.DOES[WITHDRAW])), book_held():
        chosen = [standing(seq)] if seq is not None else standing_of_set(act_set or 0)
        whole = withdrawn(chosen, with_dependents=with_dependents)
        new_set = session.desk.mint.id()
        drafts = [Draft(e.act, new_set, WITHDRAW, e.root, str(why)) for e in whole if e.act is not None]
        outcome = _record(session, drafts, by, on_paper=False)
    results.say(session, outcome, lines=len(drafts) <= results.MOST_LINES)


def erase(
    context: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help=_("Số định danh, số thẻ hoặc mã đảng viên."))
    ],
    ground: Annotated[
        str, typer.Option("--ground", help=_("Căn cứ xóa: retention_ended, requested, entered_wrongly."))
    ],
) -> None:
    session: Session = context.obj
    by = session.me.id
    (column,) = [c for c in columns(Erased).columns if c.name == "ground"]
    read = pairs.read(replace(columns(Erased), columns=(column,)), {"ground": ground})
    act = Erased(about=subjects.subject(person), effective_on=session.day, ground=Ground(read["ground"]))
    with book_held():
        outcome = _record(session, [Draft(act, session.desk.mint.id())], by, on_paper=False)
    results.say(session, outcome)


def _record(session: Session, drafts: list[Draft], by: int, on_paper: bool) -> Outcome:
    return session.desk.record(drafts, by=by, at=session.now, on_paper=on_paper)


def _reason(text: str) -> Reason:
    names = {name: reason for reason, label in surface.REASONS.items() for name in (str(reason), str(label))}
    if text not in names:
        listed = ", ".join(f"{reason} ({label})" for reason, label in surface.REASONS.items())
        raise Stop(str(words.NO_SUCH_REASON).format(reasons=listed), code=NOT_READ)
    return names[text]
