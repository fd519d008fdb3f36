"""serve: the site for the browsers of this machine, or of the office's network."""

from __future__ import annotations

import os
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from thenchot.databases import ALIASES, migrate_all
from thenchot.ledger.events import Mode

from .session import Session
from .troubles import NOT_NOW, Stop

LOOPBACK = ("127.0.0.1", "::1", "localhost")
THREADS = 4


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command("serve", help=_("Mở trang cho trình duyệt: trên máy này, hoặc trên mạng cơ quan."))(serve)


def serve(
    context: typer.Context,
    bind: Annotated[
        str, typer.Option("--bind", help=_("Địa chỉ nghe; bản thử chỉ nghe trên máy này."))
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help=_("Cổng."))] = 8000,
) -> None:
    session: Session = context.obj
    may_serve(session.desk.mode, bind)
    if session.today:
        os.environ["THENCHOT_TODAY"] = session.today
    if _behind():
        migrate_all()
    call_command("clearsessions", verbosity=0)
    session.say(
        _("Mở trình duyệt tại http://{host}:{port}/ . Dừng bằng Ctrl+C.").format(host=bind, port=port)
    )
    run(bind, port)


def may_serve(mode: Mode, bind: str) -> None:
    """Stop with the reason where this installation must not be served so."""
    if mode is Mode.DEMO and bind not in LOOPBACK:
        raise Stop(
            _(
                "Bản thử chỉ mở trên chính máy này (127.0.0.1)."
                " Muốn mở cho cơ quan, đề nghị lập sổ thật bằng `thenchot init`."
            ),
            code=NOT_NOW,
        )
    if mode is Mode.SERVICE and bind not in LOOPBACK and not settings.SECURED:
        raise Stop(
            _(
                "Chưa khai báo tên máy chủ có TLS. Đề nghị đặt máy chủ trung gian có chứng thư,"
                " rồi ghi tên miền vào biến THENCHOT_HOSTS."
            ),
            code=NOT_NOW,
        )
    if mode is Mode.SERVICE and hasattr(os, "geteuid") and os.geteuid() == 0:
        raise Stop(_("Không chạy bằng tài khoản root. Đề nghị chạy bằng một tài khoản riêng."), code=NOT_NOW)


def run(bind: str, port: int) -> None:
    """One process with some threads: the names of the directory are then in memory once."""
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "thenchot.web.wsgi:application",
        address=bind,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
    ).serve()


def _behind() -> bool:
    """Whether a table of this version is missing: the program was renewed since."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executors = [MigrationExecutor(connections[alias]) for alias in ALIASES]
    return any(one.migration_plan(one.loader.graph.leaf_nodes()) for one in executors)
