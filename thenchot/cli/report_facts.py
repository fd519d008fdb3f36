"""report facts: the signed facts of an annex, verified; numbers of a report edited since are named."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.files.limits import LIMITS
from thenchot.reports.drafts.edited import edited as edited_since
from thenchot.reports.drafts.facts import NoFacts
from thenchot.surface.checked_issued import annex_facts, sentence, why
from thenchot.surface.drafting.making import lines_of_file

from .session import Session
from .troubles import NOT_READ, REFUSED, Stop


def facts(
    context: typer.Context,
    annex: Annotated[Path, typer.Argument(metavar="ANNEX.docx", help=_("Phụ lục nguồn số liệu."))],
    report: Annotated[Path | None, typer.Option("--report", help=_("Tệp báo cáo để so từng số."))] = None,
) -> None:
    """Only files that this installation has issued verify here."""
    session: Session = context.obj
    try:
        found = annex_facts(bytes_of(annex), annex.name, session.desk.key.public_key())
    except NoFacts as no:
        raise Stop(why(no), code=REFUSED) from None
    edited = edited_since(found, lines_of_file(bytes_of(report), report.name)) if report is not None else []
    if session.json:
        changed = [{"number": x.fact.number, "printed": x.fact.printed, "now": x.now} for x in edited]
        listed = [asdict(one) for one in found.facts]
        session.answer({"code": found.code, "facts": listed, "edited": changed})
        return
    session.say(_("Chữ ký khớp; {n} số, mã số liệu {code}.").format(n=len(found.facts), code=found.code))
    for one in edited:
        session.say(sentence(one))
    if report is not None and not edited:
        session.say(_("Không số nào khác bản đã ban hành."))


def bytes_of(file: Path) -> bytes:
    """No more of a file than any door admits, and one byte. Stop when it is not there."""
    try:
        with file.open("rb") as given:
            return given.read(LIMITS.checked + 1)
    except OSError:
        raise Stop(_("Không mở được tệp {name}.").format(name=file), code=NOT_READ) from None


def need_to_read(session: Session, organisation: int) -> None:
    """Who may read drafts of an organisation here. NotAllowed."""
    may = session.desk.may
    for action in (Action.DRAFT_REPORT, Action.WRITE_SECTION):
        if may(action, by=session.me.id, at=session.now, organisation=organisation).yes:
            return
    session.desk.need(Action.CONFIRM, by=session.me.id, at=session.now, organisation=organisation)
