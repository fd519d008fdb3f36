"""correct-file: names and numbers in somebody's sealed file, corrected by a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.ledger import reading
from thenchot.ledger.days import spoken
from thenchot.ledger.stories import Story
from thenchot.ledger.vietnamese import clean
from thenchot.rooms.membership.reading import membership_in
from thenchot.rooms.people.error_events import PaperKind
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.events import Why
from thenchot.rooms.people.file_parts import NUMBERED, Part
from thenchot.rooms.people.words import CODES
from thenchot.sealed import store
from thenchot.sealed.persons import PersonFile
from thenchot.surface import file_changes, subjects, together
from thenchot.surface.file_changes import FileMoved
from thenchot.surface.file_typed import DAY, KIND, NUMBER, WHY, Typed

from . import asking, words
from .session import Session
from .troubles import NOT_READ, REFUSED, Stop

# What a fault beside the parts is about, as it is typed.
OPTIONS = {KIND: "--paper-kind", NUMBER: "--paper", DAY: "--signed", WHY: "--reason"}


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command("correct-file", help=_("Sửa họ tên, số trong hồ sơ của một người theo giấy tờ."))(correct)


def correct(
    context: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help=_("Số định danh, số thẻ hoặc mã đảng viên."))
    ],
    parts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PART=VALUE…",
            help=_("Phần cần sửa: name, other_name, born_on, personal_number, card_number, phone."),
            show_default=False,
        ),
    ] = None,
    paper_kind: Annotated[
        str,
        typer.Option(
            "--paper-kind",
            help=_(
                "Loại giấy tờ, mã hoặc tên: citizen_card, birth_certificate, diploma, party_decision,"
                " party_card, party_record."
            ),
        ),
    ] = "",
    paper: Annotated[
        str, typer.Option("--paper", help=_("Số giấy tờ; căn cước, thẻ đảng viên: sổ chỉ giữ ba số cuối."))
    ] = "",
    signed: Annotated[str, typer.Option("--signed", help=_("Ngày của giấy tờ, ví dụ 12/8/2026."))] = "",
    reason: Annotated[
        str,
        typer.Option("--reason", help=_("Lý do, mã hoặc tên: typed_wrong, left_out, changed_by_paper.")),
    ] = "",
    token: Annotated[
        str, typer.Option("--token", help=_("Mã lần gửi: gửi lại với cùng mã thì không ghi lần nữa."))
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Chỉ xem cũ và mới, không ghi vào hồ sơ."))
    ] = False,
) -> None:
    session: Session = context.obj
    by, about, wanted = session.me.id, subjects.subject(person), _given(parts or [])
    act_set = together.token_id("file", str(by), token) if token else session.desk.mint.id()
    if file_changes.sent_before(act_set):
        session.say(str(words.FILE_SENT_BEFORE))
        return
    file, version = _opened(session, about, wanted)
    story = Story(about, reading.entries(about))
    typed = Typed(
        file,
        wanted,
        {
            KIND: _chosen(paper_kind, ERROR_CODES[PaperKind]),
            NUMBER: paper,
            DAY: spoken(asking.day(signed)) if signed else "",
            WHY: _chosen(reason, CODES[Why]),
        },
        story.value("birth"),
        session.day,
    )
    why = _judged(typed)
    lines = file_changes.lines(file, typed.wanted)
    if dry_run:
        _say(session, lines, str(words.FILE_LOOKED_AT))
        return
    try:
        done = file_changes.write(
            session.desk, file, typed.wanted, why=why, paper=typed.paper, version=version,
            organisation=membership_in(story, on=session.day).cell, day=session.day, act_set=act_set,
            by=by, at=session.now,
        )  # fmt: skip
    except FileMoved:
        raise Stop(str(words.FILE_MOVED), code=REFUSED) from None
    _say(session, lines, str(words.FILE_CORRECTED if done else words.FILE_SENT_BEFORE))


def _opened(session: Session, person: int, wanted: Mapping[Part, str]) -> tuple[PersonFile, int]:
    """The file and how often it was written; its opening is a line of the viewing log."""
    by, at, desk = session.me.id, session.now, session.desk
    numbers = desk.may(Action.REVEAL, by=by, at=at, person=person)
    if wanted.keys() & NUMBERED and numbers.refused:
        raise NotAllowed({0: numbers})
    written = store.versions([person])  # before the file: what is written in between is noticed
    file = desk.to_correct(person, by=by, at=at)
    if file is None:
        raise Stop(str(words.NO_FILE), code=NOT_READ)
    return file, written[person].version


def _given(pairs: Sequence[str]) -> dict[Part, str]:
    """Texts by part; Stop for what is none."""
    named = {name: part for part in Part for name in (str(part), file_changes.label(part))}
    found: dict[Part, str] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        part = named.get(clean(name).lower())
        if part is None or not equals:
            listed = ", ".join(f"{part} ({file_changes.label(part)})" for part in Part)
            raise Stop(str(words.NO_SUCH_PART).format(text=pair, parts=listed), code=NOT_READ)
        if part in found:
            raise Stop(str(words.FIELD_TWICE).format(field=name), code=NOT_READ)
        found[part] = text
    return found


def _chosen(text: str, labels: Mapping[Any, Any]) -> str:
    """The code of what was typed, a code or its name; what is neither stays, to be told."""
    names: dict[str, StrEnum | str] = {str(label): code for code, label in labels.items()}
    return str(names.get(clean(text).lower(), text))


def _judged(typed: Typed) -> Why:
    """The reason, where all fits; Stop with everything that does not."""
    wanted, _paper, why = typed.wanted, typed.paper, typed.why
    if typed.errors or why is None:
        said = (f"{OPTIONS.get(name, name)}: {text}" for name, text in typed.errors.items())
        raise Stop(*said, code=NOT_READ)
    if not wanted:
        raise Stop(str(words.FILE_AS_IT_IS), code=NOT_READ)
    return why


def _say(session: Session, lines: Sequence[file_changes.Line], last: str) -> None:
    """Old beside new, of an old number its end."""
    rows = [
        {"part": str(one.part), "label": one.label, "before": one.before, "after": one.after} for one in lines
    ]
    session.listing({"label": _("Phần"), "before": _("Cũ"), "after": _("Mới")}, rows)
    session.say(last)
