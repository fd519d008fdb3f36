"""Trình duyệt and ban hành: figures frozen by a closing, two persons, files kept byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.requests import Request
from thenchot.access.two_persons import EXECUTORS, Executor
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.word.cleaning import clean
from thenchot.reports.word.official import Paper, lay_out, leave_blank
from thenchot.reports.word.package import Package
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.closing import issued as issuing
from thenchot.snapshot.closing.events import Line
from thenchot.snapshot.closing.issued import Issued
from thenchot.snapshot.closing.listing import Standing, standing
from thenchot.snapshot.closing.manifest import installation

from ..subjects import names_of
from ..troubles import WAITS, Stop
from .annex import annex, facts_for, facts_of
from .frozen import Frozen, frozen, pending_for, standing_for
from .numbers import filled
from .review import LOST, RETURNED, open_questions, to_review
from .rights import writable

EXECUTOR = "report"


@dataclass(frozen=True)
class Asked:
    """The request to a second person, and how many numbers changed when the closing froze them."""

    saved: Saved
    request: Request
    changed: int


def freeze(desk: Desk, saved: Saved, *, by: int, at: datetime) -> tuple[Saved, Standing, int]:
    """The draft with its numbers as they are closed. Stop where the period is not closed yet.

    Without any closing of the period one is prepared here: it still needs its soát and duyệt.
    """
    writable(desk, saved, by=by, at=at)
    _nothing_open(saved)
    found = standing_for(saved)
    if found is None:
        raise Stop(_not_closed(desk, saved, by=by, at=at), code=WAITS)
    now = frozen(saved, found)
    _all_printed(saved, now)
    differ = {
        one.tag: now.counted[one.tag]
        for one in saved.content.numbers
        if one.bound and now.counted[one.tag].text != one.printed
    }
    if differ or saved.closing != found.code:
        saved = filled(saved, differ, "frozen", by=by, at=at, closing=found.code)
    return saved, found, len(differ)


def submit(desk: Desk, saved: Saved, paper: Paper | None, *, by: int, at: datetime) -> Asked:
    """*Trình duyệt*: frozen, then asked of the second person. Stop, NotAllowed, Refused, NotAsPrepared."""
    saved, found, changed = freeze(desk, saved, by=by, at=at)
    content = replace(saved.content, paper=_stored(paper) if paper else saved.content.paper)
    saved = keeping.save(saved, content, None, "asked", by=by, at=at, state=keeping.ASKED, closing=found.code)
    payload = {"draft": saved.code, "version": saved.number, "closing": found.code}
    try:
        request = desk.ask(
            Action.ISSUE, by=by, at=at, organisation=saved.organisation, executor=EXECUTOR, payload=payload
        )
    except Exception:
        keeping.save(saved, saved.content, None, "withdrawn", by=by, at=at, state=keeping.DRAFT)
        raise
    return Asked(saved, request, changed)


def withdraw(saved: Saved, *, by: int, at: datetime) -> Saved:
    """The request was declined or ran out: the draft can be written again."""
    return keeping.save(saved, saved.content, None, "withdrawn", by=by, at=at, state=keeping.DRAFT)


def files(desk: Desk, saved: Saved, now: Frozen, *, at: datetime) -> tuple[bytes, bytes]:
    """(the report, its annex) as they go out: the same draft, closing and moment give the same bytes."""
    issuer = names_of([saved.organisation], as_of=saved.period.data_to)[saved.organisation]
    package = Package.read(saved.file())
    if saved.content.paper:
        lay_out(package, _paper(saved.content.paper), saved.period.last)
    leave_blank(package.body, saved.period.last)
    names = {
        code: one.vi
        for part in (CATALOGUE.figures, CATALOGUE.ratios, CATALOGUE.stated)
        for code, one in part.items()
    }
    listed = facts_of(saved, now, package, names)
    clean(package, organisation=issuer, title=saved.content.title, at=at)
    report = package.bytes()
    facts = facts_for(saved, now.standing, listed, sha256(report).hexdigest(), installation(), at)
    return report, annex(facts, desk.key, at=at, issuer=issuer)


def names_of_files(saved: Saved) -> tuple[str, str]:
    """What the two are called in the closing's folder: no name of a person, no other draft's."""
    return f"bao-cao-{saved.code}.docx", f"phu-luc-nguon-so-lieu-{saved.code}.docx"


def issued(saved: Saved, key: Any) -> list[Issued]:
    """What went out, byte for byte; nothing before it is issued. BadNote for a file that was changed."""
    if saved.state != keeping.ISSUED:
        return []
    wanted = set(names_of_files(saved))
    path = standing(saved.closing).path
    return [one for one in issuing.issued(path, key, installation()) if one.name in wanted]


def register() -> None:
    """The second person's step; twice changes nothing."""
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out)


def _counts(payload: Mapping[str, Any]) -> Mapping[str, int]:
    """What the second person sees: numbers counted, by hand, and still open."""
    try:
        saved = keeping.version(payload["draft"], payload["version"])
    except LookupError:
        return {}
    open_ = open_questions(saved)
    return {
        _("Số đếm từ sổ"): open_["bound"],
        _("Số nhập tay, số giữ như sửa"): open_["by_hand"],
        _("Số chưa gắn"): open_["unsaid"],
        _("CẦN XEM LẠI"): len(to_review(saved)),
    }


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    desk = Desk.open()
    saved = keeping.latest(payload["draft"])
    if saved.number != payload["version"]:
        raise Stop(_("Dự thảo đã thay đổi sau khi trình. Đề nghị trình lại."))
    found = standing(payload["closing"])
    with translation.override("vi"):  # papers are in Vietnamese, whoever confirms them
        report, annexed = files(desk, saved, frozen(saved, found), at=at)
    for name, content in zip(names_of_files(saved), (report, annexed), strict=True):
        issuing.issue(found.code, name, content, key=desk.key, by=by, at=at)
    keeping.save(saved, saved.content, None, "issued", by=by, at=at, state=keeping.ISSUED)


def _not_closed(desk: Desk, saved: Saved, *, by: int, at: datetime) -> str:
    if pending_for(saved) is not None:
        return _("Số liệu kỳ này đã lập biểu, chờ soát và duyệt. Chốt xong thì trình được báo cáo.")
    line = Line(saved.line) if saved.line in set(Line) else None
    closing.prepare(desk, saved.organisation, saved.period, by=by, at=at, line=line)
    return _("Kỳ này chưa chốt số liệu: đã lập biểu để soát và duyệt. Chốt xong thì trình được báo cáo.")


def _nothing_open(saved: Saved) -> None:
    open_ = [one for one in to_review(saved) if one.sort in (RETURNED, LOST)]
    if open_:
        said = _("Còn {n} số sửa trong Word chưa chọn cách xử lý; đề nghị xử lý trước khi trình.")
        raise Stop(said.format(n=len(open_)))


def _all_printed(saved: Saved, now: Frozen) -> None:
    missing = [one for one in saved.content.numbers if one.bound and not now.counted[one.tag].text]
    for one in missing:
        if (counted := now.counted[one.tag]).value is not None:
            raise Stop(counted.why)  # it is not *gần 110.000* any more
    if missing:
        said = ", ".join(one.printed for one in missing)
        sentence = _("Lần chốt không có số liệu cho: {numbers}. Đề nghị gắn lại hoặc nhập tay.")
        raise Stop(sentence.format(numbers=said))


def _stored(paper: Paper) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(paper).items()}


def _paper(said: Mapping[str, Any]) -> Paper:
    return Paper(**{name: tuple(value) if isinstance(value, list) else value for name, value in said.items()})
