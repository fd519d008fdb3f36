"""show: a person or an organisation on a day, as known at a place in the book; what is to be reviewed."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.events import Role
from thenchot.access.rights import Reach
from thenchot.ledger import reading
from thenchot.ledger.days import spoken
from thenchot.ledger.kinds import ORGANISATION, PERSON
from thenchot.surface import organisations, persons, reviews
from thenchot.surface.book import begins_on, not_kept, sort_of
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of, subject
from thenchot.surface.timeline import timeline
from thenchot.surface.told import account

from . import asking
from .session import Session
from .troubles import NOT_READ, Stop, when

OFFICE = {Role.OFFICE, Role.ORGANISING}


def show(
    context: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="PERSON|ORGANISATION", help=_("Số định danh, số thẻ, mã đảng viên, hoặc mã tổ chức.")
        ),
    ] = "",
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DAY", help=_("Vào cuối ngày; không ghi: hôm nay."))
    ] = "",
    known_by: Annotated[
        int | None, typer.Option("--known-by", metavar="SEQ", help=_("Theo sổ đến bản ghi số."))
    ] = None,
    review: Annotated[bool, typer.Option("--to-review", help=_("Danh sách cần xem lại."))] = False,
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Với --to-review: của tổ chức nào."))
    ] = "",
) -> None:
    """Rights are today's, whatever day is asked about."""
    session: Session = context.obj
    day, known = asking.as_of(session, as_of), asking.place(known_by)
    by = session.me.id
    if known is not None and not {held.role for held in Reach(by, session.day).held} & OFFICE:
        raise Stop(_("Xem sổ như đã biết trước đây chỉ dành cho văn phòng, ban tổ chức."))
    if review:
        _reviews(session, asking.organisation(organisation, day), day, known)
        return
    if not who:
        raise Stop(
            _("Đề nghị ghi số định danh, mã đảng viên hoặc mã tổ chức; hoặc --to-review."), code=NOT_READ
        )
    found = subject(who)
    sort = sort_of(found)
    if sort not in (PERSON, ORGANISATION):
        raise Stop(_("“{text}” không phải đảng viên hay tổ chức đảng.").format(text=who), code=NOT_READ)
    if sort == PERSON:
        name = session.desk.show(found, by=by, at=session.now)  # the line of the log is written first
    else:
        session.desk.need(Action.SEE_ORGANISATION, by=by, at=session.now, organisation=found)
        name = names_of([found])[found]
    if day < begins_on():
        raise Stop(not_kept(_("Sổ")), code=NOT_READ)
    page = _person(found, day, known) if sort == PERSON else _organisation(session, found, day, known)
    page = {"name": name, "subject": str(found), "as_of": day, "known_by": known, **page}
    page["timeline"] = _timeline(found, day, known, today=session.day)
    if session.json:
        session.answer(page)
    else:
        _print(session, page, past=day < session.day)


def _print(session: Session, page: dict[str, Any], *, past: bool) -> None:
    session.say(page["name"])
    if past:
        session.say(
            _("Đang xem số liệu tính đến {day}. Ở chế độ này không ghi việc mới.").format(
                day=spoken(page["as_of"])
            )
        )
    if page["known_by"]:
        session.say(_("Theo sổ đến bản ghi số {seq}.").format(seq=number(page["known_by"])))
    for label, value in page["state"].items():
        session.say(f"  {label}: {value}")
    for label, lines in page["lists"].items():
        if lines:
            session.say(label)
            for line in lines:
                session.say(f"  {line}")
    session.say(_("Dòng thời gian"))
    session.table(
        [_("Ngày"), _("Việc"), _("Bản ghi"), _("Ai ghi, lúc nào"), ""],
        [
            [spoken(one["day"]), one["line"], one["seq"], one["written"], one["state"]]
            for one in page["timeline"]
        ],
    )


def _person(person: int, day: date, known: int | None) -> dict[str, Any]:
    story = reading.story(person, known_by=known)
    lists = {
        _("Chức vụ"): persons.posts(person, day, known),
        _("Đến hạn"): persons.due(person, day, known),
        _("Cần xem lại"): [reviews.sentence(one) for one in reviews.of_story(person, day, story)],
    }
    return {"state": persons.facts(person, day, known, story), "lists": lists}


def _organisation(session: Session, one: int, day: date, known: int | None) -> dict[str, Any]:
    by, at = session.me.id, session.now
    state, lists = organisations.facts(session.desk, one, day=day, known=known, by=by, at=at)
    return {"state": state, "lists": lists}


def _timeline(one: int, day: date, known: int | None, *, today: date) -> list[dict[str, Any]]:
    lines = timeline(one, day=day, today=today, known=known)
    return [
        {"day": e.effective_on, "line": line.text, "seq": e.seq, "kind": e.kind, "paper": e.paper,
         "written": f"{account(e.by)}, {when(e.written_at)}", "state": line.state}
        for line in lines
        for e in [line.entry]
    ]  # fmt: skip


def _reviews(session: Session, organisation: int, day: date, known: int | None) -> None:
    session.desk.need(Action.SEE_ROWS, by=session.me.id, at=session.now, organisation=organisation)
    found = reviews.within(organisation, day=day, known=known, whole=organisation == asking.top(day))
    labels = organisations.names(
        session.desk, {entry.about for _one, entry in found}, organisation, by=session.me.id, at=session.now
    )
    reader = reviews.Reader()
    rows = [{"who": labels.get(e.about) or names_of([e.about])[e.about], "entry": one.entry, "day": e.effective_on,
             "paper": e.paper or "", "rule": one.rule, "grade": one.grade, "sentence": reviews.sentence(one, reader)} for one, e in found]  # fmt: skip
    if session.json:
        session.answer(rows)
        return
    if not rows:
        session.say(_("Không có mục nào cần xem lại."))
        return
    session.table(
        [_("Họ và tên"), _("Bản ghi"), _("Ngày"), _("Văn bản"), _("Vì sao cần xem lại")],
        [[row["who"], row["entry"], spoken(row["day"]), row["paper"], row["sentence"]] for row in rows],
        title=_("CẦN XEM LẠI: {count}").format(count=number(len(rows))),
    )
