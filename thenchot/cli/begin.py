"""init and demo: a first start, a whole province to try things on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from thenchot.access.accounts import Account
from thenchot.access.founding import AlreadyFounded, Begun, Plan, found
from thenchot.files.dates import NotADay, read_day
from thenchot.ledger import proof, reading
from thenchot.ledger.days import PartialDay
from thenchot.ledger.events import Holding, Mode
from thenchot.ledger.kinds import CODE_FORM, Act
from thenchot.ledger.vietnamese import clean
from thenchot.rooms.organisations.events import CarriedOver, OrganisationType

from . import own_password
from .session import Session
from .troubles import NOT_READ, Stop


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    app.command(
        "init", help=_("Lập sổ của một đảng bộ: khóa, người nhập sổ đầu tiên, người xác nhận đầu tiên.")
    )(init)
    app.command("demo", help=_("Dựng một tỉnh giả định để xem và thử; không nhận dữ liệu thật."))(demo)


def init(
    context: typer.Context,
    code: Annotated[str, typer.Option("--code", help=_("Mã cơ sở: chữ thường không dấu, chữ số."))] = "",
    name: Annotated[str, typer.Option("--name", help=_("Tên đảng bộ cao nhất trong sổ."))] = "",
    top_code: Annotated[str, typer.Option("--top-code", help=_("Mã của đảng bộ ấy."))] = "",
    type_: Annotated[
        str, typer.Option("--type", help=_("Loại: province, commune, grassroots, grassroots_cell."))
    ] = "",
    holding: Annotated[
        str, typer.Option("--holding", help=_("Loại cơ sở: d1 một máy, d2 mạng cơ quan, d3 Internet."))
    ] = "",
    begins: Annotated[str, typer.Option("--begins", help=_("Ngày sổ bắt đầu, ví dụ 01/12/2026."))] = "",
    office: Annotated[str, typer.Option("--office", help=_("Tên đăng nhập của người nhập sổ."))] = "",
    confirmer: Annotated[str, typer.Option("--confirmer", help=_("Tên đăng nhập của người xác nhận."))] = "",
    decision: Annotated[str, typer.Option("--decision", help=_("Số quyết định giao hai người ấy."))] = "",
    decided: Annotated[str, typer.Option("--decided", help=_("Ngày ký quyết định."))] = "",
) -> None:
    session: Session = context.obj
    ask = _Questions(session)
    plan = Plan(
        mode=Mode.SERVICE,
        code=ask.code(code, _("Mã cơ sở (chữ thường không dấu, chữ số)")),
        holding=ask.one_of(Holding, holding, _("Loại cơ sở: d1 một máy, d2 mạng cơ quan, d3 Internet")),
        begins_on=(begins_on := ask.day(begins, _("Ngày sổ bắt đầu"))),
        name=ask.text(name, _("Tên đảng bộ cao nhất trong sổ")),
        top=_top(
            begins_on,
            ask.code(top_code, _("Mã của đảng bộ ấy")),
            ask.one_of(
                OrganisationType, type_, _("Loại đảng bộ: province, commune, grassroots, grassroots_cell")
            ),
        ),
        office=ask.text(office, _("Tên đăng nhập của người nhập sổ")).lower(),
        confirmer=ask.text(confirmer, _("Tên đăng nhập của người xác nhận")).lower(),
        decision=ask.text(decision, _("Số quyết định giao hai người ấy")),
        decided_on=ask.day(decided, _("Ngày ký quyết định")),
    )
    try:
        with session.progress(_("Lập sổ")):
            begun = found(plan, at=datetime.now(UTC))
    except AlreadyFounded:
        raise _already() from None
    session.answer(_as_json(begun)) if session.json else _print(session, begun)


def demo(
    context: typer.Context,
    seed: Annotated[int, typer.Option("--seed", help=_("Số khởi tạo: cùng số thì cùng một tỉnh."))] = 2026,
) -> None:
    from thenchot.demo import describing, run

    session: Session = context.obj
    if not demo_stands():
        with session.progress(_("Dựng tỉnh giả định")) as done:
            run.make(seed, done)
    # By the clock, not by the demo's today: passwords are for people of now.
    describing.tell(session, session.day, describing.one_time_passwords(datetime.now(UTC)))


def demo_stands() -> bool:
    """Whether a whole demo is here already. One that was cut short is named; a service book stays."""
    book = Path(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not book.exists():
        return False
    if "ledger_entry" not in connection.introspection.table_names():
        return False
    founding = reading.founding()
    if founding is None:
        return False
    if founding.value("mode") != Mode.DEMO:
        raise AlreadyFounded
    if not any(occasion == "demo" for _size, _at, occasion, _note in proof.notes()):
        raise _cut_short("thenchot demo")
    return True


def _top(begins_on: date, code: str, type_: OrganisationType) -> Any:
    def act(organisation: int, name: int) -> Act:
        return CarriedOver(
            about=organisation,
            organisation=organisation,
            effective_on=begins_on,
            code=code,
            type=type_,
            name=name,
        )

    return act


def _already() -> Exception:
    """A first start that was cut short holds nothing yet; it is thrown away whole, never mended."""
    if reading.rows("SELECT 1 FROM ledger_entry WHERE kind = 'access.granted' LIMIT 1"):
        return AlreadyFounded()
    return _cut_short("thenchot init")


def _cut_short(command: str) -> Stop:
    return Stop(
        _(
            "Lần lập sổ trước bị ngắt giữa chừng."
            " Đề nghị xóa thư mục {home} và tệp khóa {key} rồi chạy lại `{command}`."
        ).format(home=settings.THENCHOT_HOME, key=settings.THENCHOT_KEY_FILE, command=command)
    )


class _Questions:
    """Asks on the terminal for what no option said; what is no answer stops."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def text(self, given: str, question: str) -> str:
        return clean(given or typer.prompt(question, err=True))

    def code(self, given: str, question: str) -> str:
        text = self.text(given, question)
        if not CODE_FORM.match(text):
            raise Stop(
                _("“{text}” không phải mã: chỉ chữ thường không dấu, chữ số, dấu chấm, gạch.").format(
                    text=text
                ),
                code=NOT_READ,
            )
        return text

    def day(self, given: str, question: str) -> date:
        text = self.text(given, question)
        try:
            day = read_day(text)
        except NotADay:
            day = None
        if day is None or isinstance(day, PartialDay):
            raise Stop(
                _("“{text}” không phải ngày đầy đủ; viết ngày/tháng/năm, ví dụ 21/11/2026.").format(
                    text=text
                ),
                code=NOT_READ,
            )
        return day

    def one_of(self, codes: Any, given: str, question: str) -> Any:
        text = self.text(given, question).lower()
        if text not in list(codes):
            listed = ", ".join(codes)
            raise Stop(
                _("“{text}” không có trong danh mục: {listed}.").format(text=text, listed=listed),
                code=NOT_READ,
            )
        return codes(text)


def _print(session: Session, begun: Begun) -> None:
    """Printed once and kept nowhere: one-time passwords, and the three sheets the holders take away."""
    session.say(_("Đã lập sổ. Mã tổ chức cao nhất trong sổ: {id}.").format(id=begun.organisation))
    for name, password in begun.passwords.items():
        session.say(
            _("Mật khẩu dùng một lần của {name}, trong 24 giờ: {password}").format(
                name=name, password=password
            )
        )
        session.say(own_password.how(name))
    session.say(_("Khóa để nơi khác kiểm chứng sổ này: {key}").format(key=begun.verifier_key))
    session.say(
        _("Ba phiếu khóa. In, giao ba người giữ; hai phiếu bất kỳ mở được kho hồ sơ. Chỉ hiện một lần này.")
    )
    for sheet in begun.sheets:
        session.say("")
        for line in sheet.lines():
            session.say("  " + line)


def _as_json(begun: Begun) -> dict[str, Any]:
    def named(account: Account) -> dict[str, str]:
        return {"id": str(account.id), "name": account.name}

    return {
        "installation": str(begun.installation),
        "organisation": str(begun.organisation),
        "office": named(begun.office),
        "confirmer": named(begun.confirmer),
        "passwords": begun.passwords,
        "sheets": [sheet.lines() for sheet in begun.sheets],
        "verifier_key": begun.verifier_key,
    }
