"""import: a list from Excel or CSV as acts of one kind, or as an office's first members; all or none."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Outcome
from thenchot.exchange import words as exchange
from thenchot.exchange.intake import RowFields, looks_real, rows_to_fields
from thenchot.exchange.layouts import Layout, key
from thenchot.exchange.templates import template
from thenchot.files.door import Admitted, admit
from thenchot.files.limits import TABLES
from thenchot.files.refusals import Refused
from thenchot.files.tables import Table, read_table
from thenchot.law.recording import Recorded
from thenchot.ledger import reading
from thenchot.ledger.entries import RECORD
from thenchot.ledger.events import Mode
from thenchot.ledger.fold import in_force
from thenchot.ledger.kinds import ORGANISATION, PLACE, Act
from thenchot.rooms.membership.events import CarriedOver
from thenchot.rooms.people.events import Registered
from thenchot.sealed.files import write_whole
from thenchot.sealed.persons import CARD_NUMBER, PERSONAL_NUMBER, number
from thenchot.surface import kinds, subjects, together
from thenchot.surface import words as surface
from thenchot.surface.rows import Row, row

from . import results, words
from .calling import called
from .session import Session
from .troubles import NOT_READ, Stop, when
from .writing import OnPaper, layout_of


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command(
        "import", help=_("Nạp danh sách .xlsx hoặc .csv: ghi tất cả các dòng, hoặc không ghi dòng nào.")
    )(import_)


def import_(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=_("Loại việc, hoặc carried_over: danh sách đảng viên khi mở sổ."),
            show_default=False,
        ),
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help=_("Tệp .xlsx hoặc .csv."), show_default=False)
    ] = None,
    template_to: Annotated[
        Path | None,
        typer.Option("--template", metavar="OUT", help=_("Ghi tệp mẫu trống ra đây."), show_default=False),
    ] = None,
    sheet: Annotated[
        str, typer.Option("--sheet", help=_("Tên trang tính; để trống: trang đầu có dữ liệu."))
    ] = "",
    new_people: Annotated[
        bool, typer.Option("--new-people", help=_("Những người trong tệp chưa có trong sổ."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Chỉ kiểm tra, không ghi."))] = False,
    on_paper: OnPaper = False,
    token: Annotated[
        str, typer.Option("--token", help=_("Mã lần nạp: để nạp lại chính tệp đã nạp rồi hủy."))
    ] = "",
) -> None:
    session: Session = context.obj
    act = CarriedOver if kind == kinds.LIST else called(kind)
    newcomer = new_people or kind == kinds.LIST or act is Registered
    layout = layout_of(act, newcomer)
    if template_to is not None:
        write_whole(template_to, [template(layout)], mode=0o644)
        session.say(_("Đã ghi tệp mẫu {name}.").format(name=template_to))
        return
    if file is None:
        raise Stop(_("Cần tên tệp, hoặc --template để lấy tệp mẫu."), code=NOT_READ)
    Import(session, act, layout, newcomer).run(file, sheet or None, token, on_paper, dry_run)


class Import:
    """One file on its way into the book."""

    def __init__(self, session: Session, act: type[Act], layout: Layout, newcomer: bool) -> None:
        self.session, self.act, self.layout, self.newcomer = session, act, layout, newcomer
        self.ids: dict[str, int] = {}  # codes this very file brings, for rows that stand under them

    def run(self, file: Path, sheet: str | None, token: str, on_paper: bool, dry_run: bool) -> None:
        """Read, check, write; the file sent again is the same act set."""
        session = self.session
        session.me  # noqa: B018 (the password is asked for before the book is held)
        with session.progress(kinds.label_of(self.act.kind)) as done:
            done(0, _("đọc tệp"))
            admitted = admit(file, TABLES)
            act_set = together.token_id(
                "import", self.layout.kind, sha256(admitted.original).hexdigest(), token
            )
            table = self.table(admitted, sheet) if not (before := sent_before(act_set)) else None
            with together.book_held():
                before = before or sent_before(act_set)  # a moment ago, by another process
                rows: list[Row] = []
                if before is None and table is not None:
                    done(0, _("kiểm tra {count} dòng").format(count=len(table.rows)))
                    rows = self.rows(table, session.me.id)
                    self.need(rows)
                    done(0, _("ghi {count} dòng").format(count=len(rows)))
                    outcome = together.write(
                        session.desk, rows, by=session.me.id, at=session.now, act_set=act_set,
                        on_paper=on_paper, dry_run=dry_run,
                    )  # fmt: skip
            done(len(rows))
        if before is not None:
            results.say(session, before, lines=False)
        else:
            self.report(rows, outcome, dry_run)

    def table(self, admitted: Admitted, sheet: str | None) -> Table:
        """The table; what a reader should know of it is said at once."""
        table = read_table(admitted, sheet=sheet)  # type: ignore[arg-type]
        if self.session.desk.mode is Mode.DEMO and looks_real(table):
            raise Refused("looks_real")
        for note in table.notes:
            self.session.say(exchange.say(note))
        return table

    def rows(self, table: Table, by: int) -> list[Row]:
        """Rows ready to be written; Stop with everything that does not fit."""
        self._codes_of_the_file(table)
        taken = rows_to_fields(table, self.layout, self.resolve)
        said = [exchange.say(finding) for finding in taken.findings]
        if taken.more:
            said.append(_("Còn {count} chỗ khác chưa nêu.").format(count=taken.more))
        if taken.unknown:
            self.session.say(_("Cột không đọc: {names}.").format(names=", ".join(taken.unknown)))
        said += twice(taken.rows)
        if said:
            raise Stop(*said, _("Không có gì được ghi."), code=NOT_READ if taken.findings else 1)
        return [self._row(one, by) for one in taken.rows]

    def _row(self, one: RowFields, by: int) -> Row:
        desk = self.session.desk
        place = _("Dòng {number}").format(number=one.number)
        code = str(one.fields.get("code", ""))
        known = self.ids.get(code) if kinds.begins(self.act) else None
        given: dict[str, Any] = {**one.fields, "about": known} if known else one.fields
        return row(
            place, self.act, given, newcomer=self.newcomer, new_id=lambda: desk.mint.id(), by=by,
            day=self.session.day,
        )  # fmt: skip

    def _codes_of_the_file(self, table: Table) -> None:
        """A tree of organisations comes in one file: a row may name the row above as its parent."""
        if not kinds.begins(self.act) or "code" not in {column.name for column in self.layout.columns}:
            return
        (column,) = [column for column in self.layout.columns if column.name == "code"]
        for place, header in enumerate(table.headers):
            if key(header) in column.called():
                for values in table.rows:
                    if isinstance(values[place], str):
                        self.ids.setdefault(str(values[place]), self.session.desk.mint.id())

    def resolve(self, subject: str, text: str) -> int | None:
        """What a cell calls an organisation, a place or a person, as an id."""
        found = subjects.resolve(subject, text)
        return self.ids.get(text) if found is None and subject in (ORGANISATION, PLACE) else found

    def need(self, rows: list[Row]) -> None:
        """Importing is a right of its own, in every organisation the rows count in. NotAllowed."""
        session = self.session
        for place in sorted({one.fields.get("organisation") or 0 for one in rows} - {0, *self.ids.values()}):
            session.desk.need(Action.IMPORT, by=session.me.id, at=session.now, organisation=place)

    def report(self, rows: list[Row], outcome: Outcome, dry_run: bool) -> None:
        """How much stands in the book now, what is to be looked at, how it is undone."""
        session = self.session
        if dry_run:
            session.say(_("{count} dòng hợp lệ.").format(count=len(rows)) + " " + str(words.DRY_RUN))
            return
        if not session.json and outcome.recorded.entries:
            session.say(_("Đã nạp {count} dòng.").format(count=len(rows)))
        results.say(session, outcome, lines=False)
        if not session.json:
            act_set = outcome.recorded.entries[0].act_set
            session.say(
                _("Nếu nạp nhầm: thenchot annul --act-set {act_set} --reason entered_twice").format(
                    act_set=act_set
                )
            )


def sent_before(act_set: int) -> Outcome | None:
    """What this file brought earlier; Stop when that was annulled since."""
    stored = reading.of_act_sets([act_set])
    if not stored:
        return None
    known = reading.load(sorted({entry.about for entry in stored}))
    standing = {entry.root for entries in known.values() for entry in in_force(entries)}
    if not standing & {entry.root for entry in stored}:
        raise Stop(
            _(
                "Tệp này đã nạp lúc {day} rồi hủy. Nếu nạp lại chính tệp ấy, thêm --token với một mã mới."
            ).format(day=when(stored[0].written_at))
        )
    return Outcome(Recorded([e for e in stored if e.does == RECORD], again=True))


def twice(rows: list[RowFields]) -> Iterator[str]:
    """A number that stands in two rows."""
    for name in (PERSONAL_NUMBER, CARD_NUMBER):
        first: dict[str, int] = {}
        for one in rows:
            if not (text := one.fields.get(name)):
                continue
            before = first.setdefault(number(text), one.number)
            if before != one.number:
                yield _("Dòng {number}: “{header}” trùng với dòng {before}. Mỗi người một dòng.").format(
                    number=one.number, header=surface.NEWCOMER[name], before=before
                )
