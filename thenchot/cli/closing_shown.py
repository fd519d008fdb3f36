"""close list, show, movement, verify: what is closed, from its folder alone."""

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
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing import verifying as checking
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.manifest import installation
from thenchot.snapshot.closing.movement import later as between
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.words import LINES, SAME_PERSON, STEPS, WHY, change, state
from thenchot.snapshot.closing.words import title as titled
from thenchot.surface.closings import closed_before, lacking_said
from thenchot.surface.numbers import number, signed
from thenchot.surface.subjects import names_of
from thenchot.surface.told import account

from . import asking, proving_words
from .session import Session
from .troubles import NOT_READ, REFUSED, Stop

MOST = 20  # entries named behind one figure

Code = Annotated[str, typer.Argument(metavar="CODE", help=gettext_lazy("Mã số liệu của lần chốt."))]


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
        session.answer([as_json(one) for one in found])
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
    one = standing(code)
    session.desk.need(Action.SEE_FIGURES, by=session.me.id, at=session.now, organisation=one.organisation)
    closing = Closing(one.path)
    if session.json:
        session.answer(
            {**as_json(one), "manifest": closing.manifest, "figures": table_of(closing, one.organisation)}
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
    later = standing(code)
    earlier = standing(since or later.replaces or _before(later))
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
    one = standing(code)
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
    if said := lacking_said(one):
        session.say(f"! {said}")


def standing(code: str) -> Standing:
    """The closing of a code somebody typed. Stop."""
    try:
        return listing.standing(code)
    except LookupError:
        raise Stop(
            _("Sổ không có lần chốt mã {code}. Xem: thenchot close list").format(code=code), code=NOT_READ
        ) from None


def as_json(one: Standing) -> dict[str, Any]:
    """For programs."""
    found = one.lacking
    return {
        "code": one.code, "organisation": str(one.organisation), "period": one.period.words(), "state": one.state,
        "first": one.period.first, "last": one.period.last, "data_to": one.period.data_to, "cut_off": one.cut_off,
        "number": one.number, "replaces": one.replaces, "replaced_by": one.replaced_by, "manifest": one.manifest,
        "lacking": {"asked": found.asked, "units": [str(unit) for unit in found.units]} if found else None,
    }  # fmt: skip
