"""figures, as numbers: a line each, beside the same period, held against one another; the catalogue."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.ledger.days import spoken
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.sources import Live, Source
from thenchot.snapshot.stated import HOLDS
from thenchot.surface.figures import lines
from thenchot.surface.figures.asked import Asked, titles
from thenchot.surface.figures.behind import Looking
from thenchot.surface.numbers import number, signed
from thenchot.surface.subjects import names_of

from . import asking
from .closing import title
from .session import Session
from .troubles import NOT_READ, Stop


@dataclass
class Question:
    """One question of the command: what it asks, of whom, by which dimensions."""

    session: Session
    asked: Asked
    codes: list[str]
    by: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        return self.asked.source

    @property
    def looking(self) -> Looking:
        return Looking(self.session.desk, self.session.me.id, self.session.now)


def heading(question: Question) -> None:
    """Whose numbers these are, of which period or closing."""
    organisation = question.asked.organisation
    where = names_of([organisation])[organisation]
    if isinstance(question.source, Closed):
        title(question.session, question.source.standing)
        question.session.say(where)
    else:
        question.session.say(f"{where} · {question.source.period.words()}")


def lines_of(asked: Asked, codes: list[str]) -> list[dict[str, Any]]:
    """`code`, `title`, `value`, `shown`, `mark` of every figure; of a share its `numerator` and `base` too."""
    return [_as_dict(one, asked.catalogue) for one in lines.lines_of(asked, codes)]


def _as_dict(line: lines.Line, catalogue: Catalogue) -> dict[str, Any]:
    found = {
        "code": line.code,
        "title": line.title,
        "mark": line.mark,
        "value": line.value,
        "shown": line.shown,
    }
    if line.code in catalogue.ratios and not line.hidden:
        found |= {"numerator": line.numerator, "base": line.base}
    return found


def table_of(closing: Closing, organisation: int) -> list[dict[str, Any]]:
    """Every line of a closing that has a number, for `close show`: rights were asked before."""
    source = Closed(listing.standing(closing.manifest["code"]))
    return lines_of(Asked(source, organisation), _everything(source.catalogue))


def _everything(catalogue: Catalogue) -> list[str]:
    return sorted([*catalogue.figures, *catalogue.ratios, *catalogue.stated])


def numbers(question: Question) -> None:
    """The numbers asked for."""
    found, session = lines_of(question.asked, question.codes), question.session
    if session.json:
        session.answer(
            {
                "organisation": str(question.asked.organisation),
                "period": question.source.period.words(),
                "figures": found,
            }
        )
        return
    heading(question)
    if isinstance(question.source, Live) and (begins := question.source.counts.kept_from):
        session.say(_("Sổ bắt đầu từ {day}: số trong kỳ chỉ tính từ ngày ấy.").format(day=spoken(begins)))
    _print(session, found)


def _print(session: Session, found: list[dict[str, Any]]) -> None:
    marks = any(line["mark"] for line in found)
    heads = [_("Mã"), _("Số liệu"), _("Số"), *([""] if marks else [])]
    session.table(
        heads,
        [[line["code"], line["title"], line["shown"], *([line["mark"]] if marks else [])] for line in found],
    )


def all_closings(session: Session) -> None:
    """Every figure of the top organisation in every closing, newest first."""
    by, top = session.me.id, asking.top(session.day)
    session.desk.need(Action.SEE_FIGURES, by=by, at=session.now, organisation=top)
    sees = session.desk.may(Action.SEE_ROWS, by=by, at=session.now, organisation=top).yes
    closed = [one for one in listing.closings(top) if one.closed]
    newest = sorted(closed, key=lambda one: (one.period.data_to, one.cut_off, one.number), reverse=True)
    answers = []
    for one in newest:
        source = Closed(one)
        found = lines_of(Asked(source, top, sees_rows=sees), _everything(source.catalogue))
        answers.append({"code": one.code, "period": one.period.words(), "figures": found})
        if not session.json:
            title(session, one)
            _print(session, found)
            session.say("")
    if session.json:
        session.answer(answers)
    elif not newest:
        session.say(_("Chưa chốt kỳ nào."))


def same_period(question: Question) -> None:
    """Every counted figure beside the same period last year."""
    source, session = question.source, question.session
    if not isinstance(source, Live):
        raise Stop(
            _("So với cùng kỳ chỉ dùng cho số liệu hiện nay; giữa hai lần chốt: thenchot close movement."),
            code=NOT_READ,
        )
    other = Live(source.engine, source.period.same_last_year(), source.view)
    names = titles(question.asked.catalogue)
    found = [
        {"code": one.code, "title": names[one.code], "value": one.value, "before": one.before,
         "change": one.change, "why": one.why}
        for one in lines.compared(question.asked, other, question.codes).values()
    ]  # fmt: skip
    if session.json:
        session.answer({"period": source.period.words(), "before": other.period.words(), "figures": found})
        return
    heading(question)
    session.say(_("Cùng kỳ: {period}").format(period=other.period.words()))
    session.table(
        [_("Mã"), _("Số liệu"), _("Số"), _("Cùng kỳ"), _("Tăng, giảm"), ""],
        [
            [
                one["code"],
                one["title"],
                number(one["value"]),
                number(one["before"]),
                signed(one["change"]),
                one["why"],
            ]
            for one in found
        ],
    )


def relations(question: Question) -> None:
    """Every declared relation between the figures asked for, and whether it holds."""
    found = [one for code in question.codes for one in _relations(question, code)]
    session = question.session
    if session.json:
        session.answer(found)
        return
    heading(question)
    signs = {"part_of": "≤", "sums_to": "=", "same_as": "="}
    for one in found:
        said = " + ".join(
            f"{other} {number(v)}" for other, v in zip(one["others"], one["against"], strict=True)
        )
        mark = _("khớp") if one["holds"] else _("chưa khớp")
        sign = "✓" if one["holds"] else "!"
        session.say(f"{sign} {one['figure']} {number(one['value'])} {signs[one['verb']]} {said}: {mark}")
    broken = sum(1 for one in found if not one["holds"])
    session.say(_("{count} quan hệ, chưa khớp {broken}.").format(count=len(found), broken=broken))


def _relations(question: Question, code: str) -> list[dict[str, Any]]:
    asked, node = question.asked, question.asked.organisation
    found = []
    for relation in asked.catalogue.figures[code].relations if code in asked.catalogue.figures else ():
        if any(asked.hidden(one) for one in (code, *relation.others)):
            continue
        value = asked.source.value(code, node) or 0
        against = tuple(asked.source.value(other, node) or 0 for other in relation.others)
        holds = HOLDS[relation.verb](value, against)
        found.append({"figure": code, "verb": relation.verb, "others": relation.others, "value": value,
                      "against": against, "holds": holds})  # fmt: skip
    return found


def catalogue(session: Session, codes: list[str]) -> None:
    """The catalogue: what each figure counts, and by what it can be broken down."""
    names, found = titles(CATALOGUE), []
    for code in codes:
        figure = CATALOGUE.figures.get(code)
        dimensions = list(CATALOGUE.populations[figure.population].dimensions) if figure else []
        ratio = CATALOGUE.ratios.get(code)
        how = figure.counts if figure else f"{ratio.numerator}/{ratio.base}" if ratio else "stated"
        found.append(
            {
                "code": code,
                "title": names[code],
                "counts": how,
                "sensitive": bool(figure and figure.sensitive),
                "by": dimensions,
            }
        )
    if session.json:
        session.answer(found)
        return
    session.table(
        [_("Mã"), _("Số liệu"), _("Đếm"), _("Phân tổ")],
        [
            [
                one["code"],
                one["title"],
                one["counts"] + (" *" if one["sensitive"] else ""),
                ", ".join(one["by"]),
            ]
            for one in found
        ],
    )
    session.say(_("* số liệu nhạy cảm: mở thành mã, không thành tên."))
