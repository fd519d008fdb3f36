"""check: the figures of a written report, whether they meet; needs no book, unless a closing is named."""

from __future__ import annotations

import json as json_text
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.files.limits import LIMITS
from thenchot.reports.against_words import OUTCOMES
from thenchot.reports.answer import answer, exit_code
from thenchot.reports.checking.relations import Relation, Verdict
from thenchot.reports.checking_words import VERDICTS, say
from thenchot.reports.commented import commented
from thenchot.reports.drafts.facts import Facts, NoFacts
from thenchot.reports.table_of_findings import table
from thenchot.sealed.files import write_whole
from thenchot.surface import checked_issued
from thenchot.surface.checked import Checked, check_bytes, check_text
from thenchot.surface.checked_against import Against, against
from thenchot.surface.checked_words import as_json, sentence
from thenchot.surface.numbers import number

from .report_facts import bytes_of
from .session import Session
from .troubles import NOT_READ, Stop

STANDARD_INPUT = "-"
TOLD = (Verdict.FAILS, Verdict.DEPENDS)
# What a terminal would take for a command.
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command(
        "check",
        help=_(
            "Rà soát số liệu một báo cáo (.docx, .pdf, .txt; - là văn bản dán vào): cộng, tỷ lệ, chỉ tiêu,"
            " số lặp lại. Đọc ngay trên máy này, không lưu. Kết thúc 0 nếu không có gì chưa khớp, 1 nếu có, 2"
            " nếu không đọc được."
        ),
    )(check)


def check(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=_("Tệp .docx, .pdf, .txt, hoặc - để đọc văn bản dán vào."))
    ],
    json: Annotated[
        Path | None,
        typer.Option("--json", metavar="OUT", help=_("Ghi kết quả ra tệp JSON; - là ra màn hình.")),
    ] = None,
    word: Annotated[
        Path | None,
        typer.Option("--word", metavar="OUT", help=_("Ghi chính tệp Word ấy, có ghi chú tại từng con số.")),
    ] = None,
    excel: Annotated[
        Path | None, typer.Option("--excel", metavar="OUT", help=_("Ghi bảng kết quả ra tệp Excel."))
    ] = None,
    closing: Annotated[
        str,
        typer.Option("--closing", metavar="CODE", help=_("Đối chiếu với số liệu đã chốt mang mã này.")),
    ] = "",
    annex: Annotated[
        Path | None,
        typer.Option(
            "--annex",
            metavar="ANNEX.docx",
            help=_("Phụ lục nguồn số liệu của báo cáo đã ban hành: nêu từng số đã bị sửa."),
        ),
    ] = None,
) -> None:
    session: Session = context.obj
    facts = _facts(session, annex) if annex else None
    checked = read(file, matched=bool(json or closing or session.json))
    issued = checked_issued.beside(checked, facts) if facts else None
    if word and not checked.is_word:
        raise Stop(_("Chỉ ghi chú được vào tệp Word (.docx)."), code=NOT_READ)
    compared = _against(session, checked, closing) if closing else ()
    told = as_json(answer(checked.reading, checked.relations), compared)
    if issued:
        told["issued"] = checked_issued.as_json(issued)
    if word:
        also = checked_issued.remarks(issued, checked) if issued else ()
        data = commented(checked.admitted, checked.reading, checked.relations, also=also)
        write_whole(word, [data], mode=0o600)
    if excel:
        said = [(one.compared, sentence(one, checked.reading)) for one in compared]
        write_whole(excel, [table(checked.reading, checked.relations, said)], mode=0o600)
    if json and str(json) != STANDARD_INPUT:
        text = json_text.dumps(told, ensure_ascii=False, indent=1)
        write_whole(json, [text.encode("utf-8", "replace")], mode=0o600)
    if session.json or str(json) == STANDARD_INPUT:
        session.answer(told)
    else:
        show(session, checked, compared)
        if issued:
            _show_issued(session, issued)
    if (issued and issued.edited) or exit_code(checked.relations):
        raise typer.Exit(1)


def read(file: Path, matched: bool) -> Checked:
    """The report checked; Stop when the file is not there, Refused when it is none."""
    if str(file) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LIMITS.checked + 1)
        return check_text(data.decode("utf-8", "replace"), matched=matched)
    return check_bytes(bytes_of(file), file.name, matched=matched)


def _against(session: Session, checked: Checked, code: str) -> tuple[Against, ...]:
    try:
        return against(checked, code, session.desk, by=session.me.id, at=session.now)
    except LookupError:
        said = _("Sổ không có lần chốt mã {code}. Xem: thenchot close list").format(code=code)
        raise Stop(said, code=NOT_READ) from None


def show(session: Session, checked: Checked, compared: Sequence[Against]) -> None:
    """How much was read and how it came out; then each finding, what does not meet first."""
    for note in checked.notes:
        session.say(_plain(note))
    session.say(
        _("{name}: đọc được {figures} con số. {counts}").format(
            name=_plain(checked.admitted.name), figures=number(len(checked.reading.figures)),
            counts=_counts(checked.relations),
        )
    )  # fmt: skip
    for verdict in TOLD:
        found = [one for one in checked.relations if one.verdict is verdict]
        if found:
            session.say("")
            session.say(f"{str(VERDICTS[verdict]).upper()} · {number(len(found))}")
        for one in found:
            session.say(f"  {_plain(say(one, checked.reading))}")
    if compared:
        _show_against(session, checked, compared)


def _show_against(session: Session, checked: Checked, compared: Sequence[Against]) -> None:
    counted = Counter(one.compared.outcome for one in compared)
    session.say("")
    session.say(_("ĐỐI CHIẾU SỐ LIỆU ĐÃ CHỐT"))
    session.say(" · ".join(f"{OUTCOMES[one]} {number(counted[one])}" for one in OUTCOMES if counted[one]))
    for one in compared:
        if one.compared.gap:
            session.say(f"  {_plain(sentence(one, checked.reading))}")


def _facts(session: Session, annex: Path) -> Facts:
    """What was issued, verified; only this opens the book, for its key."""
    try:
        return checked_issued.annex_facts(bytes_of(annex), annex.name, session.desk.key.public_key())
    except NoFacts as no:
        raise Stop(f"{annex.name}: {checked_issued.why(no)}", code=NOT_READ) from None


def _show_issued(session: Session, issued: checked_issued.Beside) -> None:
    session.say("")
    session.say(_("SO VỚI BẢN ĐÃ BAN HÀNH"))
    session.say(
        _("Chữ ký khớp; {n} số, mã số liệu {code}.").format(n=len(issued.facts.facts), code=issued.facts.code)
    )
    session.say(checked_issued.summary(issued))
    for one in issued.edited:
        session.say(f"  {_plain(checked_issued.sentence(one))}")


def _counts(relations: Iterable[Relation]) -> str:
    counted: Counter[Any] = Counter(one.verdict for one in relations)
    return " · ".join(
        f"{str(said).capitalize()} {number(counted[verdict])}"
        for verdict, said in sorted(VERDICTS.items(), key=lambda one: one[0] not in TOLD)
        if counted[verdict] or verdict in TOLD
    )


def _plain(text: str) -> str:
    return CONTROL.sub(" ", text)
