"""figures, opened: the rows behind a number, its breakdown, the movement table."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.ledger.days import spoken
from thenchot.snapshot.opened import NotDeclared
from thenchot.snapshot.sources import Live
from thenchot.surface import counted_words
from thenchot.surface.figures import breakdown, moves
from thenchot.surface.figures.asked import ONLY_AT_CLOSINGS, NotShown, coded, titles
from thenchot.surface.figures.behind import said
from thenchot.surface.numbers import number, signed
from thenchot.surface.subjects import names_of

from .figures_printed import Question, heading
from .troubles import NOT_READ, Stop


def rows(question: Question, code: str) -> None:
    """Names by right; codes with anything sensitive, and then nothing by which a code could be matched."""
    session, asked = question.session, question.asked
    session.desk.need(Action.SEE_ROWS, by=session.me.id, at=session.now, organisation=asked.organisation)
    dimensions = asked.catalogue.populations[asked.catalogue.figures[code].population].dimensions
    if set(question.by) - set(dimensions):
        raise NotDeclared(code, question.by)
    found = asked.source.rows(code, asked.organisation)
    by_code = coded(asked, code, question.by)
    persons = found.column("person")
    labels = said(asked, [one for one in persons if one is not None], question.looking, by_code)
    places = names_of(one for one in found.column("seat") if one is not None)
    subjects = names_of(s for s, p in zip(found.column("subject"), persons, strict=True) if p is None)
    lines = []
    for row in found.rows:
        of = dict(zip(found.columns, row, strict=True))
        person = of["person"]
        line = {"who": labels[person] if person is not None else subjects.get(of["subject"], str(of["subject"])),
                "organisation": places.get(of["seat"], "")}  # fmt: skip
        if not by_code:
            line |= {"day": of["day"], "entry": of["entry"]}
        line |= {name: counted_words.cell(name, of[dimensions[name]]) for name in question.by}
        lines.append(line)
    rank = {label: place for place, label in enumerate(labels.values())}
    lines.sort(key=lambda line: (rank.get(line["who"], len(rank)), line["who"], str(line.get("entry", ""))))
    _print_rows(question, code, lines, getattr(found, "erased", 0), by_code)


def _print_rows(
    question: Question, code: str, lines: list[dict[str, Any]], erased: Any, by_code: bool
) -> None:
    session, asked = question.session, question.asked
    value = asked.source.value(code, asked.organisation)
    if session.json:
        session.answer({"code": code, "value": value, "erased": erased, "rows": lines})
        return
    heading(question)
    heads = [
        _("STT"),
        _("Họ và tên") if asked.catalogue.figures[code].counts != "rows" or lines else "",
        _("Tổ chức"),
    ]
    heads += [] if by_code else [_("Ngày"), _("Bản ghi")]
    heads += [counted_words.dimension(name) for name in question.by]
    table = []
    for place, line in enumerate(lines, start=1):
        middle = [] if by_code else [spoken(line["day"]), line["entry"]]
        table.append(
            [place, line["who"], line["organisation"], *middle, *(line[name] for name in question.by)]
        )
    session.table(heads, table, title=f"{code} {titles(asked.catalogue)[code]}: {number(value)}")
    if erased:
        session.say(_("{count} dòng đã xóa dữ liệu vẫn được tính.").format(count=number(erased)))
    if by_code:
        session.say(
            _(
                "Số liệu nhạy cảm: mở thành mã, mỗi người một mã. Mở tên từng người có lý do, được ghi nhật ký."
            )
        )
    elif any(line["who"] for line in lines):
        session.say(_("Lần xem này được ghi vào nhật ký."))


def by(question: Question, code: str) -> None:
    """A figure by one or two dimensions."""
    asked, dimensions = question.asked, question.by
    try:
        asked.need_breakdown(code, dimensions)
    except NotShown as refused:
        more = _(" Thêm --closing MÃ.") if refused.sentence is ONLY_AT_CLOSINGS else ""
        raise Stop(f"{refused.sentence}{more}") from None
    if question.session.json:
        broken = asked.source.breakdown(code, asked.organisation, dimensions)
        cells = [
            {**dict(zip(dimensions, key, strict=False)), "number": value}
            for key, value in broken.cells.items()
        ]
        question.session.answer(
            {"code": code, "total": broken.total, "overlap": broken.overlap, "cells": cells}
        )
        return
    heading(question)
    overlap = _one_way(question, code) if len(dimensions) == 1 else _two_ways(question, code)
    if overlap:
        question.session.say(
            _("Các ô cộng lại nhiều hơn {count}: có người thuộc nhiều ô.").format(count=number(overlap))
        )


def _title(question: Question, code: str, total: Any) -> str:
    return f"{code} {titles(question.asked.catalogue)[code]}: {number(total)}"


def _one_way(question: Question, code: str) -> Any:
    parts = breakdown.one_way(question.asked, code, question.by[0])
    rows = [[cell.label, number(cell.value), cell.share] for cell in parts.cells]
    rows.append([_("Cộng"), number(sum(cell.value or 0 for cell in parts.cells)), ""])
    heads = [counted_words.dimension(question.by[0]), _("Số"), _("Tỷ lệ")]
    question.session.table(heads, rows, title=_title(question, code, parts.total))
    return parts.overlap


def _two_ways(question: Question, code: str) -> Any:
    found = breakdown.two_ways(question.asked, code, question.by)
    rows = [
        [label, *("" if value is None else number(value) for value in values), number(whole)]
        for label, values, whole in found.lines
    ]
    rows.append(
        [_("Cộng"), *map(number, found.sums), number(sum(whole for _label, _values, whole in found.lines))]
    )
    heads = [counted_words.dimension(question.by[0]), *found.columns, _("Cộng")]
    question.session.table(heads, rows, title=_title(question, code, found.total))
    return found.overlap


def movement(question: Question, same_period: bool) -> None:
    """Opening + in − out = closing, cause by cause."""
    live, session = question.asked.live, question.session
    if live is None:
        raise Stop(
            _("Biểu tăng, giảm tính từ sổ; thay đổi giữa hai lần chốt: thenchot close movement."),
            code=NOT_READ,
        )
    if session.json:
        session.answer(_moved(question, live))
        return
    heading(question)
    before = Live(live.engine, live.period.same_last_year(), live.view) if same_period else None
    found = moves.table(question.asked, live, before)
    rows = [
        [
            f"{'  ' if line.cause else ''}{line.label}",
            number(line.now),
            *([number(line.before or 0), signed(line.now - (line.before or 0))] if same_period else []),
        ]
        for line in found.lines
    ]
    session.table(["", _("Số"), *([_("Cùng kỳ"), _("Tăng, giảm")] if same_period else [])], rows)
    session.say(f"{found.balance}  ✓ " + _("cân đối"))


def _moved(question: Question, live: Live) -> dict[str, Any]:
    node = question.asked.organisation
    line = live.movement.lines[node]
    sides = {
        side: [
            {"kind": kind, "ground": ground, "number": value}
            for (kind, ground), value in getattr(line, side).items()
            if question.asked.sees_rows
        ]
        for side in ("into", "out_of", "inside")
    }
    away = len(live.on_the_way(node))
    return {"opening": line.opening, **sides, "closing": line.closing, "on_the_way": away}
