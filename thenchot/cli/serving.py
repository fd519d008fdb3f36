"""serve: the site for the browsers of this machine, or of the office's network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils.translation import gettext as _

from thenchot import door_settings
from thenchot.access.desk import signing_key_path
from thenchot.databases import ALIASES, migrate_all
from thenchot.ledger import reading
from thenchot.ledger.events import Mode
from thenchot.sealed.opening import keyring_path

from .session import Session
from .troubles import NOT_NOW, Stop

LOOPBACK = ("127.0.0.1", "::1", "localhost")
THREADS = 4
STOPS_IN = 5  # seconds
OTHERS = 0o007  # what anybody else on the machine may do with a file


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command("serve", help=_("Mở trang cho trình duyệt: trên máy này, hoặc trên mạng cơ quan."))(serve)


def serve(
    context: typer.Context,
    bind: Annotated[
        str, typer.Option("--bind", help=_("Địa chỉ nghe; bản thử chỉ nghe trên máy này."))
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help=_("Cổng."))] = 8000,
    certificate: Annotated[
        Path | None,
        typer.Option("--certificate", help=_("Tệp chứng thư TLS, khi không có máy trung gian.")),
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", help=_("Tệp khóa của chứng thư."))] = None,
) -> None:
    session: Session = context.obj
    own = (certificate, key) if certificate and key else None
    if bind in LOOPBACK and not (settings.SECURED or settings.PROXIES) and not has_book():
        _serve_doors(session, bind, port)
        return
    if refusals := list(why_not(session.desk.mode, bind, own)):
        raise Stop(*refusals, code=NOT_NOW)
    if session.today:
        os.environ["THENCHOT_TODAY"] = session.today
    if _behind():
        migrate_all()
    call_command("clearsessions", verbosity=0)
    address = f"{'https' if own else 'http'}://{bind}:{port}/"
    session.say(_("Mở trình duyệt tại {address} . Dừng bằng Ctrl+C.").format(address=address))
    run(bind, port, own)


def has_book() -> bool:
    """Whether a book is founded in the data folder; a folder without one is left as it is."""
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        return False
    try:
        return reading.founding() is not None
    except OperationalError as error:
        if "no such table" in str(error):
            return False
        raise


def _serve_doors(session: Session, bind: str, port: int) -> None:
    """Only what needs no book: the two doors of Rà soát, for the browsers of this machine."""
    # A worker is a copy of this process, or, on some systems, begins anew: both must know.
    os.environ["DJANGO_SETTINGS_MODULE"] = door_settings.__name__
    for name in door_settings.OTHER:
        setattr(settings, name, getattr(door_settings, name))
    session.say(
        _(
            "Chưa lập sổ: chỉ mở rà soát báo cáo và soát tệp đảng viên, tại {address} . Dừng bằng Ctrl+C."
        ).format(address=f"http://{bind}:{port}/ra-soat/")
    )
    granian(bind, port)


def why_not(mode: Mode, bind: str, own: tuple[Path, Path] | None) -> Iterator[str]:
    """What stands against serving this installation so, a sentence each; `own`: certificate and its key."""
    if mode is Mode.DEMO:
        if bind not in LOOPBACK:
            yield _(
                "Bản thử chỉ mở trên chính máy này (127.0.0.1)."
                " Muốn mở cho cơ quan, đề nghị lập sổ thật bằng `thenchot init`."
            )
        return
    if not settings.SECURED:
        yield _("Chưa khai báo tên máy chủ. Đề nghị ghi tên miền vào biến THENCHOT_HOSTS.")
    if own is None and not settings.PROXIES:
        yield _(
            "Chưa có TLS. Đề nghị đặt máy chủ trung gian có chứng thư và ghi địa chỉ của nó vào biến"
            " THENCHOT_PROXY, hoặc cho biết chứng thư bằng --certificate và --key."
        )
    if settings.DEBUG:
        yield _("Đang bật chế độ gỡ lỗi (DEBUG). Đề nghị tắt đi.")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield _("Không chạy bằng tài khoản root. Đề nghị chạy bằng một tài khoản riêng.")
    for path in _keys(own):
        if path.exists() and path.stat().st_mode & OTHERS:
            yield _("Ai trên máy này cũng đọc được tệp khóa {path}. Đề nghị chạy: chmod 600 {path}").format(
                path=path
            )


def _keys(own: tuple[Path, Path] | None) -> list[Path]:
    """Files that open something."""
    home = Path(settings.THENCHOT_HOME)
    found = [Path(settings.THENCHOT_KEY_FILE), keyring_path(), signing_key_path(), home / "site.key"]
    return found + ([own[1]] if own else [])


def run(bind: str, port: int, own: tuple[Path, Path] | None = None) -> None:
    """One process with some threads: the names of the directory are then in memory once."""
    os.environ["THENCHOT_SERVING"] = "1"  # web/warming.py reads names and figures ahead
    granian(bind, port, own)


def granian(bind: str, port: int, own: tuple[Path, Path] | None = None) -> None:
    """The server itself, until it is stopped."""
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
        workers_kill_timeout=STOPS_IN,  # a browser that sends half a form and waits does not keep it running
        log_enabled=False,
        ssl_cert=own[0] if own else None,
        ssl_key=own[1] if own else None,
    ).serve()


def _behind() -> bool:
    """Whether a table of this version is missing: the program was renewed since."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executors = [MigrationExecutor(connections[alias]) for alias in ALIASES]
    return any(one.migration_plan(one.loader.graph.leaf_nodes()) for one in executors)
