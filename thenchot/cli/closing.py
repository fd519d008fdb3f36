"""close: lập biểu → soát → duyệt → nộp → nhận | trả lại; what is closed, shown from its folder alone."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.access.actions import Action
from thenchot.ledger import reading
from thenchot.ledger.days import spoken
from thenchot.sealed import store
from thenchot.snapshot.closing import actions, listing
from thenchot.snapshot.closing import verifying as checking
from thenchot.snapshot.closing.events import Line, Why
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.manifest import installation
from thenchot.snapshot.closing.movement import later as between
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.registered import EXECUTOR
from thenchot.snapshot.closing.words import LINES, SAME_PERSON, STEPS, WHY, change, state
from thenchot.snapshot.closing.words import title as titled
from thenchot.surface.closings import closed_before, send_back
from thenchot.surface.numbers import number, signed
from thenchot.surface.subjects import names_of
from thenchot.surface.told import account

from . import asking, mending, proving_words, results
from .session import Session
from .troubles import NOT_READ, REFUSED, Stop

MOST = 20  # entries named behind one figure

Code = Annotated[str, typer.Argument(metavar="CODE", help=gettext_lazy("Mã số liệu của lần chốt."))]
Reason = Annotated[
    str, typer.Option("--why", help=gettext_lazy("Vì sao thay thế: recorded_late, corrected, …"))
]


def add(app: typer.Typer) -> None:
    """Put `close` and what stands under it into the app."""
    mending.add()
    group = typer.Typer(
        help=_("Chốt số liệu: lập biểu, soát, duyệt, nộp, nhận, trả lại."), no_args_is_help=True
    )
    for name, command, said in (
        ("prepare", prepare, _("Lập biểu: đếm mọi số liệu của kỳ và ghi thành thư mục.")),
        ("review", review, _("Soát xong.")),
        ("approve", approve, _("Duyệt: chốt và ký; người duyệt không phải người lập.")),
        ("submit", submit, _("Nộp lên cấp trên.")),
        ("receive", receive, _("Cấp trên nhận.")),
        ("return", return_, _("Cấp trên trả lại, kèm một câu và số liệu hoặc tổ chức liên quan.")),
        ("replace", replace, _("Chốt thay thế: lần chốt trước vẫn giữ nguyên.")),
        ("drop", drop, _("Bỏ một biểu chưa duyệt.")),
        ("list", list_, _("Các lần chốt của một tổ chức.")),
        ("show", show, _("Một lần chốt: ai làm bước nào, còn gì cần xem lại, các số liệu.")),
        ("movement", movement, _("Số nào thay đổi giữa hai lần chốt.")),
        ("verify", verify, _("Kiểm chữ ký, từng dòng và đếm lại từ thư mục của lần chốt.")),
    ):
        group.command(name, help=said)(command)
    app.add_typer(group, name="close")


def prepare(
    context: typer.Context,
    period: Annotated[str, typer.Option("--period", help=_("Kỳ: 2026, 2026-11, 11T2026, Q1-2026 …@ngày."))],
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))
    ] = "",
    line: Annotated[str, typer.Option("--line", help=_("Ngành: office, organising, inspection, …"))] = "",
    replaces: Annotated[str, typer.Option("--replaces", help=_("Mã lần chốt được thay thế."))] = "",
    why: Reason = "",
) -> None:
    """Takes a few seconds: everything is counted once."""
    session: Session = context.obj
    asked = asking.period(period)
    subject = asking.organisation(organisation, asked.data_to)
    by = session.me.id
    with session.progress(_("Đếm số liệu")):
        code = actions.prepare(
            session.desk, subject, asked, by=by, at=session.now, line=_of(Line, line), replaces=replaces or None,
            why=_of(Why, why),
        )  # fmt: skip
    _said(session, listing.standing(code))


def replace(context: typer.Context, code: Code, why: Reason, period: Annotated[
    str, typer.Option("--period", help=_("Chỉ để đổi ngày số liệu tính đến."))] = "") -> None:  # fmt: skip
    """A new closing of the same period; both stay."""
    session: Session = context.obj
    by, asked = session.me.id, asking.period(period) if period else None
    _standing(code)
    with session.progress(_("Đếm số liệu")):
        made = actions.replace(session.desk, code, _of(Why, why), by=by, at=session.now, period=asked)
    _said(session, listing.standing(made))


def review(context: typer.Context, code: Code) -> None:
    """By another person where the office has one."""
    _step(context, actions.review, code)


def approve(context: typer.Context, code: Code) -> None:
    """A confirmer closes at once; the office asks for one."""
    session: Session = context.obj
    one, by = _standing(code), session.me.id
    may = session.desk.may
    if may(Action.CONFIRM, by=by, at=session.now, organisation=one.organisation).yes:
        _said(session, actions.approve(session.desk, code, by=by, at=session.now))
        return
    asked = session.desk.ask(
        Action.APPROVE_CLOSING, by=by, at=session.now, organisation=one.organisation, executor=EXECUTOR,
        payload={"code": code},
    )  # fmt: skip
    results.wait(session, [asked])


def submit(context: typer.Context, code: Code) -> None:
    """What was returned may be submitted again as it is."""
    _step(context, actions.submit, code)


def receive(context: typer.Context, code: Code) -> None:
    """From above; the top of the book answers for its superior."""
    _step(context, actions.receive, code)


def return_(
    context: typer.Context,
    code: Code,
    sentence: Annotated[str, typer.Option("--sentence", help=_("Một câu: chưa khớp ở đâu, đề nghị làm gì."))],
    figure: Annotated[str, typer.Option("--figure", help=_("Mã số liệu liên quan."))] = "",
    concerns: Annotated[str, typer.Option("--concerns", help=_("Mã tổ chức liên quan."))] = "",
) -> None:
    """The sentence is sealed; the unit sees it as its first line."""
    session: Session = context.obj
    one = _standing(code)
    about = asking.organisation(concerns, one.period.data_to) if concerns else None
    done = send_back(
        session.desk, one, sentence, by=session.me.id, at=session.now, figure=figure, concerns=about
    )
    _said(session, done)


def drop(context: typer.Context, code: Code) -> None:
    """Nothing closed is dropped."""
    session: Session = context.obj
    _standing(code)
    actions.drop(session.desk, code, by=session.me.id, at=session.now)
    session.say(_("Đã bỏ biểu {code}.").format(code=code))


def list_(
    context: typer.Context,
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))
    ] = "",
) -> None:
    """Newest first."""
    session: Session = context.obj
    subject = asking.organisation(organisation, session.day)
    session.desk.need(Action.SEE_FIGURES, by=session.me.id, at=session.now, organisation=subject)
    found = list(reversed(listing.closings(subject)))
    if session.json:
        session.answer([_as_json(one) for one in found])
        return
    if not found:
        session.say(_("Tổ chức này chưa chốt kỳ nào."))
        return
    session.table(
        [_("Mã số liệu"), _("Kỳ"), _("Ngành"), _("Trạng thái"), _("Lần"), _("Lập ngày")],
        [[one.code, one.period.words(), LINES[one.line] if one.line else "", state(one), one.number,
          spoken(one.steps[0].effective_on)] for one in found],
    )  # fmt: skip


def show(context: typer.Context, code: Code) -> None:
    """Everything from the folder; the book only says who took which step."""
    from .figures_printed import table_of

    session: Session = context.obj
    one = _standing(code)
    session.desk.need(Action.SEE_FIGURES, by=session.me.id, at=session.now, organisation=one.organisation)
    closing = Closing(one.path)
    if session.json:
        session.answer(
            {**_as_json(one), "manifest": closing.manifest, "figures": table_of(closing, one.organisation)}
        )
        return
    title(session, one)
    for entry in one.steps:
        step = entry.kind.partition(".")[2]
        session.say(f"  {STEPS[step]}: {account(entry.by)}, {spoken(entry.effective_on)}")
    if one.reviewed_by_preparer and one.taken_by("reviewed"):
        session.say(f"  {SAME_PERSON}")
    if one.why:
        session.say(_("  Thay thế lần chốt {code}: {why}").format(code=one.replaces, why=WHY[one.why]))
    if one.replaced_by:
        session.say(_("  Đã được thay thế bởi {code}").format(code=one.replaced_by))
    if back := one.returned:
        session.say(_("  Trả lại: {sentence}").format(sentence=store.texts([back.note]).get(back.note, "…")))
    manifest = closing.manifest
    session.say(_("  Sổ đến bản ghi số {seq}; {count} tổ chức; còn cần xem lại {review}; chưa khớp {unmet}.").format(
        seq=number(one.cut_off), count=number(manifest["organisations"]), review=len(manifest["to_review"]),
        unmet=len(manifest["unmet"])))  # fmt: skip
    session.table([_("Mã"), _("Số liệu"), _("Số"), ""], [[row["code"], row["title"], row["shown"], row["mark"]]
                  for row in table_of(closing, one.organisation)])  # fmt: skip


def movement(
    context: typer.Context,
    code: Code,
    since: Annotated[
        str, typer.Option("--since", metavar="CODE", help=_("Lần chốt trước; không ghi: lần bị thay thế."))
    ] = "",
) -> None:
    """Old → new of every figure that differs, at the closing's own organisation, and which entries did it."""
    from thenchot.surface.figures.asked import titles

    session: Session = context.obj
    later = _standing(code)
    earlier = _standing(since or later.replaces or _before(later))
    session.desk.need(Action.SEE_FIGURES, by=session.me.id, at=session.now, organisation=later.organisation)
    if earlier.cut_off > later.cut_off:
        raise Stop(
            _("Lần chốt {code} sau lần này; đề nghị đổi chỗ.").format(code=earlier.code), code=NOT_READ
        )
    moved = between(Closing(earlier.path), Closing(later.path)).moved(later.organisation)
    if session.json:
        session.answer({"since": earlier.code, "code": later.code, "changes": [
            {"figure": one.figure, "old": one.old, "new": one.new, "came": one.came, "went": one.went,
             "erased": one.erased, "entries": [entry.seq for entry in one.entries]} for one in moved]})  # fmt: skip
        return
    session.say(_("Thay đổi từ lần chốt {before} ({one}) đến {after} ({other})").format(
        before=earlier.code, one=earlier.period.words(), after=later.code, other=later.period.words()))  # fmt: skip
    if not moved:
        session.say(_("Không có số nào thay đổi."))
    names = titles(Closing(later.path).catalogue)
    for one in moved:
        session.say(f"{one.figure} {names[one.figure]}: {number(one.old)} → {number(one.new)}"
                    f" ({signed((one.new or 0) - (one.old or 0))})")  # fmt: skip
        for entry in one.entries[:MOST]:
            by = reading.entry(entry.seq).by
            session.say(f"    {change(entry)}, {account(by)}")


def _before(later: Standing) -> str:
    earlier = closed_before(later)
    if earlier is None:
        raise Stop(_("Trước lần chốt này chưa có lần chốt nào để so."), code=NOT_READ)
    return earlier.code


def verify(context: typer.Context, code: Code) -> None:
    """Exit code 1 where it is not as signed."""
    session: Session = context.obj
    one = _standing(code)
    if session.account:
        session.desk.need(Action.SEE_FIGURES, by=session.me.id, at=session.now, organisation=one.organisation)
    report = checking.verify(one.path, session.desk.key.public_key(), installation())
    faults = [str(proving_words.CLOSING.get(f.what, proving_words.CLOSING["file"])).format(code=code, where=f.where)
              for f in report.faults]  # fmt: skip
    if session.json:
        session.answer({"in_order": report.in_order, "erased": report.erased, "faults": faults})
    for fault in faults:
        session.say(f"! {fault}")
    if not report.in_order:
        raise typer.Exit(REFUSED)
    session.say(_("Lần chốt {code}: chữ ký, từng dòng và mọi số đếm lại đều khớp; {count} dòng đã xóa dữ liệu.").format(
        code=code, count=report.erased))  # fmt: skip


def title(session: Session, one: Standing) -> None:
    """The heading of a closing."""
    where = names_of([one.organisation])[one.organisation]
    session.say(f"{titled(one)} · {where} · {state(one)} · {one.code}")


def _step(context: typer.Context, action: Any, code: str) -> None:
    session: Session = context.obj
    _standing(code)
    _said(session, action(session.desk, code, by=session.me.id, at=session.now))


def _said(session: Session, one: Standing) -> None:
    session.desk.seal_the_day(session.now)
    if session.json:
        session.answer(_as_json(one))
        return
    title(session, one)


def _standing(code: str) -> Standing:
    try:
        return listing.standing(code)
    except LookupError:
        raise Stop(
            _("Sổ không có lần chốt mã {code}. Xem: thenchot close list").format(code=code), code=NOT_READ
        ) from None


def _of(kind: Any, text: str) -> Any:
    if not text:
        return None
    try:
        return kind(text)
    except ValueError:
        raise Stop(
            _("“{text}” không thuộc danh mục: {known}.").format(text=text, known=", ".join(kind)),
            code=NOT_READ,
        ) from None


def _as_json(one: Standing) -> dict[str, Any]:
    return {
        "code": one.code, "organisation": str(one.organisation), "period": one.period.words(), "state": one.state,
        "first": one.period.first, "last": one.period.last, "data_to": one.period.data_to, "cut_off": one.cut_off,
        "number": one.number, "replaces": one.replaces, "replaced_by": one.replaced_by, "manifest": one.manifest,
    }  # fmt: skip
