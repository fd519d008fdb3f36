"""report facts: the signed facts of an annex, verified; numbers of a report edited since are named."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.access.actions import Action
from thenchot.reports.drafts import facts as signed_facts
from thenchot.surface.drafting import lines_of_file

from .session import Session
from .troubles import REFUSED, Stop

CHANGED = gettext_lazy("Chữ ký không khớp: phụ lục đã bị thay đổi hoặc của cơ sở dữ liệu khác.")
NOT_OURS = {
    "file": gettext_lazy("Tệp không phải tệp Word."),
    "none": gettext_lazy("Tệp này không mang số liệu ký kèm."),
    "format": gettext_lazy("Số liệu ký kèm không đọc được."),
}


def facts(
    context: typer.Context,
    annex: Annotated[Path, typer.Argument(metavar="ANNEX.docx", help=_("Phụ lục nguồn số liệu."))],
    report: Annotated[Path | None, typer.Option("--report", help=_("Tệp báo cáo để so từng số."))] = None,
) -> None:
    """Only files that this installation has issued verify here."""
    session: Session = context.obj
    try:
        found = signed_facts.read_facts(annex.read_bytes())
        signed_facts.verify(found, session.desk.key.public_key())
    except signed_facts.NoFacts as no:
        raise Stop(str(NOT_OURS.get(str(no), CHANGED)), code=REFUSED) from None
    edited = (
        signed_facts.edited(found, lines_of_file(report.read_bytes(), report.name))
        if report is not None
        else []
    )
    if session.json:
        changed = [{"number": x.fact.number, "printed": x.fact.printed, "now": x.now} for x in edited]
        listed = [asdict(one) for one in found.facts]
        session.answer({"code": found.code, "facts": listed, "edited": changed})
        return
    session.say(_("Chữ ký khớp; {n} số, mã số liệu {code}.").format(n=len(found.facts), code=found.code))
    for one in edited:
        said = _("Số {number}: đã ban hành {printed}, nay là {now}. {sentence}")
        session.say(
            said.format(number=one.fact.number, printed=one.fact.printed, now=one.now or "…",
                        sentence=one.fact.sentence.replace("⟦⟧", f"⟦{one.fact.printed}⟧"))
        )  # fmt: skip
    if report is not None and not edited:
        session.say(_("Không số nào khác bản đã ban hành."))


def need_to_read(session: Session, organisation: int) -> None:
    """Who may read drafts of an organisation here. NotAllowed."""
    may = session.desk.may
    for action in (Action.DRAFT_REPORT, Action.WRITE_SECTION):
        if may(action, by=session.me.id, at=session.now, organisation=organisation).yes:
            return
    session.desk.need(Action.CONFIRM, by=session.me.id, at=session.now, organisation=organisation)
