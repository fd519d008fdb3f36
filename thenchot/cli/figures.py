"""figures: numbers of any organisation and period, opened to rows, broken down, compared, balanced."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any

import typer
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.ledger.days import spoken
from thenchot.sealed.codes import coded_label
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.declare import Figure
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.masking import SENSITIVE
from thenchot.snapshot.movement import Line, movement, on_the_way
from thenchot.snapshot.sources import Closed, Live, Source
from thenchot.snapshot.stated import HOLDS, check_relations, comparable
from thenchot.snapshot.tree import AS_IT_WAS, RECAST
from thenchot.surface import counted_words
from thenchot.surface.book import begins_on, not_kept
from thenchot.surface.numbers import number, share, signed
from thenchot.surface.subjects import names_of

from . import asking
from .closing import _standing, title
from .session import Session
from .troubles import NOT_READ, Stop

ONLY_AT_CLOSINGS = lambda: _(  # noqa: E731
    "Đồng chí xem được con số; danh sách do đơn vị quản lý. Số liệu này chỉ xem ở các lần chốt: thêm --closing MÃ."
)


@dataclass
class Asked:
    """One question of the command, and what the account may see of the answer."""

    session: Session
    source: Source
    organisation: int
    codes: list[str]
    by: tuple[str, ...] = ()
    sees_rows: bool = True
    _masks: dict[tuple[str, str], Any] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        return self.source.catalogue

    def hidden(self, code: str, by: str = "") -> bool:
        """Whether the number may not be shown to somebody who may not open the rows."""
        if self.sees_rows or code not in self.catalogue.figures:
            return False
        if not by and not self.catalogue.figures[code].sensitive:
            return False
        if not isinstance(self.source, Closed):
            return True
        if (code, by) not in self._masks:
            self._masks[code, by] = self.source.mask(code, by)
        return self.organisation not in self._masks[code, by].shown


def figures(
    context: typer.Context,
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", help=_("Mã số liệu; không ghi: tất cả."))
    ] = None,
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Mã tổ chức; không ghi: cao nhất."))
    ] = "",
    period: Annotated[
        str,
        typer.Option(
            "--period", help=_("Kỳ: 2026, 2026-11, 11T2026, Q1-2026 …@ngày; không ghi: từ đầu năm.")
        ),
    ] = "",
    rows: Annotated[bool, typer.Option("--rows", help=_("Mở thành từng dòng: số bằng số dòng."))] = False,
    by: Annotated[
        str, typer.Option("--by", metavar="A,B", help=_("Phân tổ theo một hoặc hai chiều: sex,age-band …"))
    ] = "",
    relations: Annotated[
        bool, typer.Option("--relations", help=_("Đối chiếu các số liệu với nhau."))
    ] = False,
    same_period: Annotated[bool, typer.Option("--same-period", help=_("So với cùng kỳ năm trước."))] = False,
    moved: Annotated[
        bool, typer.Option("--movement", help=_("Biểu tăng, giảm đảng viên, cân đối từng dòng."))
    ] = False,
    closing: Annotated[
        str, typer.Option("--closing", metavar="CODE", help=_("Chỉ đọc từ thư mục của lần chốt."))
    ] = "",
    known_by: Annotated[
        int | None, typer.Option("--known-by", metavar="SEQ", help=_("Theo sổ đến bản ghi số."))
    ] = None,
    as_it_was: Annotated[
        bool, typer.Option("--as-it-was", help=_("Theo tổ chức khi ấy, không theo tổ chức cuối kỳ."))
    ] = False,
    all_: Annotated[
        bool,
        typer.Option("--all", help=_("Mọi số liệu của tổ chức cao nhất ở mọi lần chốt, mới nhất trước.")),
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help=_("Danh mục số liệu và các chiều phân tổ."))] = False,
) -> None:
    """Everything a figure can say, in one command."""
    session: Session = context.obj
    if list_:
        _list(session, _known(CATALOGUE, codes or [], everything=True))
        return
    if all_:
        _all(session)
        return
    with _asked(session, codes or [], organisation, period, closing, known_by, as_it_was) as asked:
        asked.by = tuple(part for part in by.replace(" ", "").split(",") if part)
        if moved:
            _movement(asked, same_period)
        elif relations:
            _relations(asked)
        elif rows:
            for code in _countable(asked):
                _rows(asked, code)
        elif asked.by:
            for code in _countable(asked):
                _by(asked, code)
        elif same_period:
            _same_period(asked)
        else:
            _numbers(asked)


@contextmanager
def _asked(
    session: Session,
    codes: list[str],
    organisation: str,
    period: str,
    closing: str,
    known_by: int | None,
    as_it_was: bool,
) -> Iterator[Asked]:
    by = session.me.id
    if closing:
        one = _standing(closing)
        subject = asking.organisation(organisation, one.period.data_to) if organisation else one.organisation
        yield _permitted(session, Closed(one), subject, codes, by)
        return
    said = period or f"{session.day.month}T{session.day.year}@{session.day.isoformat()}"
    asked = asking.period(said)
    if asked.data_to < begins_on():
        raise Stop(not_kept(_("Sổ")), code=NOT_READ)
    subject = asking.organisation(organisation, asked.data_to)
    with session.progress(_("Mở số liệu")):
        engine = open_engine(asking.place(known_by))
    try:
        yield _permitted(session, Live(engine, asked, AS_IT_WAS if as_it_was else RECAST), subject, codes, by)
    finally:
        engine.close()


def _permitted(session: Session, source: Source, organisation: int, codes: list[str], by: int) -> Asked:
    session.desk.need(Action.SEE_FIGURES, by=by, at=session.now, organisation=organisation)
    if not source.has(organisation):
        named = names_of([organisation])[organisation]
        raise Stop(_("{name} không có trong cây tổ chức của kỳ này.").format(name=named), code=NOT_READ)
    sees = session.desk.may(Action.SEE_ROWS, by=by, at=session.now, organisation=organisation).yes
    return Asked(session, source, organisation, _known(source.catalogue, codes), sees_rows=sees)


def _known(catalogue: Catalogue, codes: list[str], *, everything: bool = False) -> list[str]:
    """Codes as declared, whatever their case; all where none is named."""
    declared = [*catalogue.figures, *catalogue.ratios, *catalogue.stated]
    by_name = {code.lower(): code for code in declared}
    if missing := [code for code in codes if code.lower() not in by_name]:
        raise Stop(
            _("Không có số liệu {codes}. Xem danh mục: thenchot figures --list").format(
                codes=", ".join(missing)
            ),
            code=NOT_READ,
        )
    return [by_name[code.lower()] for code in codes] or sorted(declared)


def _countable(asked: Asked) -> list[str]:
    found = [code for code in asked.codes if code in asked.catalogue.figures]
    if not found or len(found) < len(asked.codes) <= 3:
        raise Stop(
            _("Chỉ số liệu đếm được mới mở thành dòng hoặc phân tổ; tỷ lệ và số nhập thì không."),
            code=NOT_READ,
        )
    if len(asked.codes) > 20:
        raise Stop(_("Đề nghị ghi mã số liệu cần mở, ví dụ: thenchot figures M01 --rows"), code=NOT_READ)
    return found


# ------------------------------------------------------------------------------------------ numbers


def titles(catalogue: Catalogue) -> dict[str, str]:
    """What every figure, share and stated figure is called in the reader's language."""
    english = (get_language() or "vi").startswith("en")
    declared: dict[str, Any] = {**catalogue.figures, **catalogue.ratios, **catalogue.stated}
    return {code: one.en if english else one.vi for code, one in declared.items()}


def lines_of(asked: Asked) -> list[dict[str, Any]]:
    """`code`, `title`, `value`, `base`, `shown`, `mark` of every figure asked for."""
    source, node, names = asked.source, asked.organisation, titles(asked.catalogue)
    shares = source.shares(node)
    found = []
    for code in asked.codes:
        line: dict[str, Any] = {"code": code, "title": names[code], "mark": ""}
        parts = [code]
        if code in shares:
            ratio = asked.catalogue.ratios[code]
            parts = [ratio.numerator, ratio.base]
        if any(asked.hidden(part) for part in parts):
            line |= {"value": None, "shown": str(counted_words.HIDDEN)}
        elif code in shares:
            one = shares[code]
            line |= {
                "value": one.value,
                "numerator": one.numerator,
                "base": one.base,
                "shown": share(one, ratio.unit),
            }
            line["mark"] = _("số nhập") if one.stated else ""
        else:
            line |= _number(source, code, node)
        found.append(line)
    return found


def _number(source: Source, code: str, node: int) -> dict[str, Any]:
    value, said = source.value(code, node), source.said(code, node)
    if said is not None and (value is None or code in source.catalogue.stated or not value):
        return {"value": said.value, "shown": number(said.value), "mark": said.mark()}
    return {"value": value, "shown": number(value)}


def table_of(closing: Closing, organisation: int) -> list[dict[str, Any]]:
    """Every line of a closing that has a number, for `close show`: rights were asked before."""
    from thenchot.snapshot.closing.listing import standing

    source = Closed(standing(closing.manifest["code"]))
    asked = Asked(None, source, organisation, _known(source.catalogue, []))  # type: ignore[arg-type]
    return lines_of(asked)


def _heading(asked: Asked) -> None:
    where = names_of([asked.organisation])[asked.organisation]
    if isinstance(asked.source, Closed):
        title(asked.session, asked.source.standing)
        asked.session.say(where)
    else:
        asked.session.say(f"{where} · {asked.source.period.words()}")


def _numbers(asked: Asked) -> None:
    found = lines_of(asked)
    if asked.session.json:
        asked.session.answer(
            {"organisation": str(asked.organisation), "period": asked.source.period.words(), "figures": found}
        )
        return
    _heading(asked)
    if isinstance(asked.source, Live) and (begins := asked.source.counts.kept_from):
        asked.session.say(
            _("Sổ bắt đầu từ {day}: số trong kỳ chỉ tính từ ngày ấy.").format(day=spoken(begins))
        )
    _print(asked.session, found)


def _print(session: Session, found: list[dict[str, Any]]) -> None:
    marks = any(line["mark"] for line in found)
    heads = [_("Mã"), _("Số liệu"), _("Số"), *([""] if marks else [])]
    session.table(
        heads,
        [[line["code"], line["title"], line["shown"], *([line["mark"]] if marks else [])] for line in found],
    )


def _all(session: Session) -> None:
    """Every figure of the top organisation in every closing, newest first."""
    by, top = session.me.id, asking.top(session.day)
    session.desk.need(Action.SEE_FIGURES, by=by, at=session.now, organisation=top)
    sees = session.desk.may(Action.SEE_ROWS, by=by, at=session.now, organisation=top).yes
    closed = [one for one in listing.closings(top) if one.closed]
    newest = sorted(closed, key=lambda one: (one.period.data_to, one.cut_off, one.number), reverse=True)
    answers = []
    for one in newest:
        source = Closed(one)
        asked = Asked(session, source, top, _known(source.catalogue, []), sees_rows=sees)
        found = lines_of(asked)
        answers.append({"code": one.code, "period": one.period.words(), "figures": found})
        if not session.json:
            title(session, one)
            _print(session, found)
            session.say("")
    if session.json:
        session.answer(answers)
    elif not newest:
        session.say(_("Chưa chốt kỳ nào."))


def _same_period(asked: Asked) -> None:
    if not isinstance(asked.source, Live):
        raise Stop(
            _("So với cùng kỳ chỉ dùng cho số liệu hiện nay; giữa hai lần chốt: thenchot close movement."),
            code=NOT_READ,
        )
    other = Live(asked.source.engine, asked.source.period.same_last_year(), asked.source.view)
    there = other.has(asked.organisation)
    found = []
    names = titles(asked.catalogue)
    for code in asked.codes:
        if code not in asked.catalogue.figures:
            continue
        figure = asked.catalogue.figures[code]
        now = None if asked.hidden(code) else asked.source.value(code, asked.organisation)
        before = None if asked.hidden(code) or not there else other.value(code, asked.organisation)
        why = comparable(figure, asked.source.period, other.period) or ""
        change = None if why or now is None or before is None else now - before
        found.append(
            {"code": code, "title": names[code], "value": now, "before": before, "change": change, "why": why}
        )
    if asked.session.json:
        asked.session.answer(
            {"period": asked.source.period.words(), "before": other.period.words(), "figures": found}
        )
        return
    _heading(asked)
    asked.session.say(_("Cùng kỳ: {period}").format(period=other.period.words()))
    asked.session.table(
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


def _relations(asked: Asked) -> None:
    if isinstance(asked.source, Live):
        unmet = {(one.code, one.verb, one.others): one for one in check_relations(asked.source.counts, asked.catalogue)
                 if one.organisation == asked.organisation}  # fmt: skip
    found = []
    for code in asked.codes:
        for relation in asked.catalogue.figures[code].relations if code in asked.catalogue.figures else ():
            if asked.hidden(code) or any(asked.hidden(other) for other in relation.others):
                continue
            value = asked.source.value(code, asked.organisation) or 0
            against = tuple(asked.source.value(other, asked.organisation) or 0 for other in relation.others)
            holds = HOLDS[relation.verb](value, against)
            assert not isinstance(asked.source, Live) or holds is (
                (code, relation.verb, relation.others) not in unmet
            )
            found.append(
                {
                    "figure": code,
                    "verb": relation.verb,
                    "others": relation.others,
                    "value": value,
                    "against": against,
                    "holds": holds,
                }
            )
    if asked.session.json:
        asked.session.answer(found)
        return
    _heading(asked)
    signs = {"part_of": "≤", "sums_to": "=", "same_as": "="}
    for one in found:
        said = " + ".join(
            f"{other} {number(v)}" for other, v in zip(one["others"], one["against"], strict=True)
        )
        mark = _("khớp") if one["holds"] else _("chưa khớp")
        asked.session.say(
            f"{'✓' if one['holds'] else '!'} {one['figure']} {number(one['value'])} {signs[one['verb']]} {said}: {mark}"
        )
    broken = sum(1 for one in found if not one["holds"])
    asked.session.say(_("{count} quan hệ, chưa khớp {broken}.").format(count=len(found), broken=broken))


# ------------------------------------------------------------------------------------------ opened


def _rows(asked: Asked, code: str) -> None:
    """Names by right; codes with anything sensitive, and then nothing by which a code could be matched."""
    session, figure = asked.session, asked.catalogue.figures[code]
    by, at = session.me.id, session.now
    session.desk.need(Action.SEE_ROWS, by=by, at=at, organisation=asked.organisation)
    found = asked.source.rows(code, asked.organisation)
    coded = figure.sensitive or bool(set(asked.by) & SENSITIVE)
    labels = _labels(asked, found.column("person"), coded)
    places = names_of(one for one in found.column("seat") if one is not None)
    subjects = names_of(
        s for s, p in zip(found.column("subject"), found.column("person"), strict=True) if p is None
    )
    dimensions = asked.catalogue.populations[figure.population].dimensions
    if set(asked.by) - set(dimensions):
        from thenchot.snapshot.opened import NotDeclared

        raise NotDeclared(code, asked.by)
    lines = []
    for row in found.rows:
        of = dict(zip(found.columns, row, strict=True))
        person = of["person"]
        line = {"who": labels[person] if person is not None else subjects.get(of["subject"], str(of["subject"])),
                "organisation": places.get(of["seat"], "")}  # fmt: skip
        if not coded:
            line |= {"day": of["day"], "entry": of["entry"]}
        line |= {name: counted_words.cell(name, of[dimensions[name]]) for name in asked.by}
        lines.append(line)
    lines = _in_order(lines, labels, coded)
    _print_rows(asked, figure, lines, getattr(found, "erased", 0), coded)


def _labels(asked: Asked, persons: list[int | None], coded: bool) -> dict[int, str]:
    session, wanted = asked.session, [one for one in dict.fromkeys(persons) if one is not None]
    may = session.desk.may(
        Action.SEE_NAMES, by=session.me.id, at=session.now, organisation=asked.organisation
    ).yes
    if coded or not may or not wanted:
        return {one: coded_label(one) for one in sorted(wanted, key=coded_label)}
    return session.desk.names(wanted, by=session.me.id, at=session.now, organisation=asked.organisation)


def _in_order(lines: list[dict[str, Any]], labels: Mapping[int, str], coded: bool) -> list[dict[str, Any]]:
    rank = {label: place for place, label in enumerate(labels.values())}
    return sorted(
        lines, key=lambda line: (rank.get(line["who"], len(rank)), line["who"], str(line.get("entry", "")))
    )


def _print_rows(asked: Asked, figure: Figure, lines: list[dict[str, Any]], erased: Any, coded: bool) -> None:
    session, value = asked.session, asked.source.value(figure.code, asked.organisation)
    if session.json:
        session.answer({"code": figure.code, "value": value, "erased": erased, "rows": lines})
        return
    _heading(asked)
    heads = [_("STT"), _("Họ và tên") if figure.counts != "rows" or lines else "", _("Tổ chức")]
    heads += [] if coded else [_("Ngày"), _("Bản ghi")]
    heads += [counted_words.dimension(name) for name in asked.by]
    table = []
    for place, line in enumerate(lines, start=1):
        middle = [] if coded else [spoken(line["day"]), line["entry"]]
        table.append([place, line["who"], line["organisation"], *middle, *(line[name] for name in asked.by)])
    session.table(
        heads, table, title=f"{figure.code} {titles(asked.catalogue)[figure.code]}: {number(value)}"
    )
    if erased:
        session.say(_("{count} dòng đã xóa dữ liệu vẫn được tính.").format(count=number(erased)))
    if coded:
        session.say(
            _(
                "Số liệu nhạy cảm: mở thành mã, mỗi người một mã. Mở tên từng người có lý do, được ghi nhật ký."
            )
        )
    elif any(line["who"] for line in lines):
        session.say(_("Lần xem này được ghi vào nhật ký."))


def _by(asked: Asked, code: str) -> None:
    sensitive = set(asked.by) & SENSITIVE or asked.catalogue.figures[code].sensitive
    if sensitive and not asked.sees_rows:
        if not isinstance(asked.source, Closed):
            raise Stop(ONLY_AT_CLOSINGS())
        if len(asked.by) > 1 or asked.catalogue.figures[code].sensitive:
            raise Stop(_("Phân tổ nhạy cảm không kết hợp với chiều khác cho người không mở danh sách."))
        if asked.hidden(code, asked.by[0]):
            raise Stop(
                _(
                    "Phân tổ này không tách riêng cho đơn vị: có ô dưới 5 người, đã gộp vào các đơn vị còn lại."
                )
            )
    broken = asked.source.breakdown(code, asked.organisation, asked.by)
    if asked.session.json:
        cells = [
            {**dict(zip(asked.by, key, strict=False)), "number": value} for key, value in broken.cells.items()
        ]
        asked.session.answer({"code": code, "total": broken.total, "overlap": broken.overlap, "cells": cells})
        return
    _heading(asked)
    head = f"{code} {titles(asked.catalogue)[code]}: {number(broken.total)}"
    if len(asked.by) == 1:
        _one_way(asked, broken, head)
    else:
        _two_ways(asked, broken, head)
    if broken.overlap:
        asked.session.say(
            _("Các ô cộng lại nhiều hơn {count}: có người thuộc nhiều ô.").format(
                count=number(broken.overlap)
            )
        )


def _one_way(asked: Asked, broken: Any, head: str) -> None:
    name = asked.by[0]
    rows = []
    for key, value in broken.cells.items():
        label = counted_words.cell(name, key[0]) if key else str(counted_words.ERASED)
        rows.append([label, number(value), _part(value, broken.total)])
    rows.append([_("Cộng"), number(sum(broken.cells.values())), ""])
    asked.session.table([counted_words.dimension(name), _("Số"), _("Tỷ lệ")], rows, title=head)


def _part(value: Any, total: Any) -> str:
    from decimal import ROUND_HALF_UP, Decimal

    from thenchot.surface.numbers import percent

    if not total:
        return "—"
    exact = (Decimal(value) * 100 / Decimal(total)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{percent(exact)} ({number(value)}/{number(total)})"


def _two_ways(asked: Asked, broken: Any, head: str) -> None:
    one, other = asked.by
    down = list(dict.fromkeys(key[0] for key in broken.cells if key))
    across = sorted({key[1] for key in broken.cells if key}, key=lambda value: (value is None, str(value)))
    rows = []
    for first in down:
        line = [broken.cells.get((first, second), 0) for second in across]
        rows.append([counted_words.cell(one, first), *map(number, line), number(sum(line))])
    if gone := broken.cells.get(()):
        rows.append([str(counted_words.ERASED), *("" for _second in across), number(gone)])
    sums = [sum(broken.cells.get((first, second), 0) for first in down) for second in across]
    rows.append([_("Cộng"), *map(number, sums), number(sum(broken.cells.values()))])
    heads = [
        counted_words.dimension(one),
        *(counted_words.cell(other, second) for second in across),
        _("Cộng"),
    ]
    asked.session.table(heads, rows, title=head)


# ------------------------------------------------------------------------------------------ movement


def _movement(asked: Asked, same_period: bool) -> None:
    if not isinstance(asked.source, Live):
        raise Stop(
            _("Biểu tăng, giảm tính từ sổ; thay đổi giữa hai lần chốt: thenchot close movement."),
            code=NOT_READ,
        )
    engine, period, node = asked.source.engine, asked.source.period, asked.organisation
    line = movement(engine, period, view=asked.source.view, catalogue=asked.catalogue).lines[node]
    away = sum(
        1
        for one in on_the_way(engine, period, asked.source.view)
        if one.origin and asked.source.counts.tree.contains(node, one.origin)
    )
    before = Line()
    if same_period:
        earlier = movement(engine, period.same_last_year(), view=asked.source.view, catalogue=asked.catalogue)
        before = earlier.lines.get(node, Line())
    assert line.difference == 0
    if asked.session.json:
        sides = {side: [{"kind": kind, "ground": ground, "number": value} for (kind, ground), value in getattr(line, side).items()]
                 for side in ("into", "out_of", "inside")}  # fmt: skip
        asked.session.answer({"opening": line.opening, **sides, "closing": line.closing, "on_the_way": away})
        return
    _heading(asked)
    rows: list[tuple[str, int, int]] = [
        (_("Đầu kỳ ({day})").format(day=spoken(period.first)), line.opening, before.opening)
    ]
    for label, side in (
        (_("TĂNG"), "into"),
        (_("GIẢM"), "out_of"),
        (_("Nội bộ (không tính tăng, giảm)"), "inside"),
    ):
        now, then = getattr(line, side), getattr(before, side)
        rows.append((label, now.total(), then.total()))
        causes = sorted({*now, *then}, key=lambda one: (-now[one], one))
        rows += [("  " + counted_words.cause(*one), now[one], then[one]) for one in causes]
    rows.append((_("CUỐI KỲ ({day})").format(day=spoken(period.data_to)), line.closing, before.closing))
    rows.append((_("Đang chuyển, chưa nơi nhận"), away, 0))
    heads = ["", _("Số"), *([_("Cùng kỳ"), _("Tăng, giảm")] if same_period else [])]
    more = [[number(then), signed(now - then)] if same_period else [] for _label, now, then in rows]
    asked.session.table(
        heads, [[label, number(now), *extra] for (label, now, _then), extra in zip(rows, more, strict=True)]
    )
    asked.session.say(
        f"{number(line.opening)} + {number(line.into.total())} − {number(line.out_of.total())} = {number(line.closing)}  ✓ "
        + _("cân đối")
    )


def _list(session: Session, codes: list[str]) -> None:
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
