"""law: what the book holds of the rules' numbers; loading a local value, upgrading, what does not fit."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.founding import upgrade as bring_up_to_date
from thenchot.law import words
from thenchot.law.events import State, ValueLoaded
from thenchot.law.reading import new_values, no_longer_shipped
from thenchot.law.values import Grade, LawBook, Unit, Value
from thenchot.law.world import law_in_book, shipped
from thenchot.ledger import reading
from thenchot.ledger.days import spoken
from thenchot.surface.laws import load as bring_in
from thenchot.surface.laws import sources

from . import mending, results
from .session import Session
from .troubles import NOT_READ, REFUSED, Stop


def add(app: typer.Typer) -> None:
    """Put `law` and what stands under it into the app."""
    mending.add()
    group = typer.Typer(
        help=_("Giá trị quy định: thời hạn, tỷ lệ, ngưỡng, kèm căn cứ và ngày hiệu lực."),
        no_args_is_help=True,
    )
    for name, command, said in (
        ("list", list_, _("Các khóa và giá trị của một ngày.")),
        ("show", show, _("Mọi giá trị của một khóa theo thời gian, kèm căn cứ.")),
        ("load", load, _("Nạp một giá trị riêng của tỉnh, xã; “đã đối chiếu” cần người thứ hai.")),
        ("upgrade", upgrade, _("Đưa cơ sở dữ liệu và giá trị quy định trong sổ lên bản này của phần mềm.")),
        ("misfit", misfit, _("Giá trị quy định trong sổ khác bản phần mềm mang theo ở chỗ nào.")),
    ):
        group.command(name, help=said)(command)
    app.add_typer(group, name="law")


def list_(
    context: typer.Context,
    on: Annotated[str, typer.Option("--on", metavar="DAY", help=_("Ngày hỏi; không ghi: hôm nay."))] = "",
) -> None:
    """One line a key and scope."""
    session: Session = context.obj
    day, law = _day(session, on), _law(session)
    held = [value for value in law if value.since <= day and (value.until is None or day < value.until)]
    _print(session, held, _("Giá trị quy định trong sổ ngày {day}").format(day=spoken(day)))


def show(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help=_("Khóa, ví dụ probation.months."))],
    on: Annotated[str, typer.Option("--on", metavar="DAY", help=_("Chỉ giá trị của ngày này."))] = "",
) -> None:
    """Every version, or the one of a day; where the law is silent it says so."""
    session: Session = context.obj
    law = _law(session)
    if key not in law.keys:
        near = ", ".join(sorted(one for one in law.keys if key.partition(".")[0] in one)[:8]) or "—"
        raise Stop(_("Sổ không có khóa {key}. Gần giống: {near}.").format(key=key, near=near), code=NOT_READ)
    found = [value for value in law if value.key == key]
    if on:
        day = _day(session, on)
        found = [
            value for value in found if value.since <= day and (value.until is None or day < value.until)
        ]
        if not found:
            said = _("Ngày {day} không có giá trị cho {key}: quy định dựa vào khóa này không được xét.")
            session.say(said.format(day=spoken(day), key=key))
            if session.json:
                session.answer([])
            return
    _print(session, found, key)


def load(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help=_("Khóa."))],
    value: Annotated[str, typer.Argument(metavar="VALUE", help=_("Giá trị: 60, 2:3, above:1:2, 30:40:45."))],
    since: Annotated[str, typer.Option("--since", metavar="DAY", help=_("Có hiệu lực từ ngày."))],
    scope: Annotated[str, typer.Option("--scope", help=_("centre, province:MÃ hoặc commune:MÃ."))],
    source: Annotated[str, typer.Option("--source", help=_("Căn cứ: văn bản, ngày, điểm; lưu niêm phong."))],
    grade: Annotated[
        str, typer.Option("--grade", help=_("read: đã đối chiếu bản gốc; secondary; unverified."))
    ] = "unverified",
    unit: Annotated[
        str, typer.Option("--unit", help=_("Đơn vị, khi khóa là mới: day, month, fraction, …"))
    ] = "",
    paper: Annotated[str, typer.Option("--paper", help=_("Số văn bản ban hành."))] = "",
    signed: Annotated[str, typer.Option("--signed", metavar="DAY", help=_("Ngày ký văn bản."))] = "",
) -> None:
    """An act of the installation; *read* waits for the second person."""
    session: Session = context.obj
    me, law = session.me, _law(session)
    founding = reading.founding()
    assert founding is not None
    known = law.unit(key)
    act = ValueLoaded(
        about=founding.subject, effective_on=_day(session, since), key=key, scope=scope,
        unit=_of(Unit, unit, _("đơn vị")) if unit else (known or Unit.COUNT), state=State.KNOWN,
        grade=_of(Grade, grade, _("mức đối chiếu")), value=value, paper=paper or None,
        signed_on=_day(session, signed) if signed else None,
    )  # fmt: skip
    if known is None and not unit:
        raise Stop(_("Khóa {key} là mới: cần --unit.").format(key=key), code=NOT_READ)
    outcome = bring_in(session.desk, act, source, law, by=me.id, at=session.now)
    results.say(session, outcome)


def upgrade(context: typer.Context) -> None:
    """Migrations, guards, and what this release ships; nothing when all is there."""
    session: Session = context.obj
    session.desk.need(Action.UPGRADE, by=session.me.id, at=session.now)
    recorded = bring_up_to_date(by=session.me.id, at=session.now, mint=session.desk.mint)
    if session.json:
        session.answer(results.as_json(recorded))
    elif recorded.entries:
        session.say(results.where(recorded))
    else:
        session.say(_("Cơ sở dữ liệu và giá trị quy định trong sổ đã là bản này; không có gì phải ghi."))


def misfit(context: typer.Context) -> None:
    """What `law upgrade` would write, and what a release no longer has. Exit 1 where there is anything."""
    session: Session = context.obj
    law = _law(session)
    founding = reading.founding()
    assert founding is not None
    missing = [(act.key, act.scope, act.effective_on) for act in new_values(shipped(), law, founding.subject)]
    gone = [value.place for value in no_longer_shipped(shipped(), law)]
    rows = [{"key": k, "scope": s, "since": d, "what": _("chưa có trong sổ")} for k, s, d in missing]
    rows += [{"key": k, "scope": s, "since": d, "what": _("bản này không còn mang theo")} for k, s, d in gone]
    if not rows and not session.json:
        session.say(_("Giá trị quy định trong sổ đúng như bản phần mềm mang theo."))
        return
    heads = {"key": _("Khóa"), "scope": _("Phạm vi"), "since": _("Từ ngày"), "what": ""}
    session.listing(heads, rows if session.json else [{**row, "since": spoken(row["since"])} for row in rows])
    if rows:
        raise typer.Exit(REFUSED)


def _print(session: Session, values: list[Value], title: str) -> None:
    said = sources(values)
    if session.json:
        session.answer([_as_json(value, said[value.place]) for value in values])
        return
    session.table(
        [_("Khóa"), _("Phạm vi"), _("Giá trị"), _("Từ ngày"), _("Đến trước ngày"), _("Căn cứ"), _("Mức")],
        [
            [value.key, words.scope(value), words.amount(value), spoken(value.since), spoken(value.until),
             said[value.place], words.GRADES[value.grade]]
            for value in values
        ],
        title=title,
    )  # fmt: skip


def _as_json(value: Value, source: str) -> dict[str, Any]:
    return {
        "key": value.key, "scope": value.scope, "unit": value.unit,
        "value": None if value.not_known else str(value.value),
        "since": value.since, "until": value.until, "grade": value.grade, "source": source,
    }  # fmt: skip


def _law(session: Session) -> LawBook:
    session.desk  # noqa: B018  the installation must be there
    return law_in_book()


def _of(kind: Any, text: str, what: str) -> Any:
    try:
        return kind(text)
    except ValueError:
        raise Stop(_("{what}: {text} không thuộc danh mục ({known}).").format(
            what=what, text=text, known=", ".join(kind)), code=NOT_READ) from None  # fmt: skip


def _day(session: Session, text: str) -> date:
    from .asking import day

    return day(text) if text else session.day
