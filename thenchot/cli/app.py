"""All commands under one name, and what every one of them accepts."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from . import session
from .trouble_words import EXIT_CODES

# Modules with a function `add(app)`; the order is that of the help.
GROUPS = (
    "begin",
    "accounts",
    "writing",
    "importing",
    "printing",
    "national",
    "checking",
    "checking_lists",
    "looking",
    "forms",
    "closing",
    "reports",
    "proving",
    "keeping",
    "law",
    "serving",
)


def commands() -> typer.Typer:
    """The whole command line, in the language chosen."""
    app = typer.Typer(
        name="thenchot",
        help=_("Sổ việc và số liệu công tác xây dựng Đảng: ghi việc, tính số liệu, chốt, kiểm chứng."),
        epilog=str(EXIT_CODES),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    app.callback()(_common)
    for group in GROUPS:
        import_module(f"thenchot.cli.{group}").add(app)
    return app


def _common(
    context: typer.Context,
    account: Annotated[
        str,
        typer.Option("--as", metavar="ACCOUNT", help=_("Tài khoản thực hiện; bản thử không hỏi mật khẩu.")),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=_("In kết quả dạng JSON."))] = False,
    language: Annotated[str, typer.Option("--language", help=_("Ngôn ngữ: vi hoặc en."))] = "vi",
    today: Annotated[
        str, typer.Option("--today", metavar="DAY", help=_("Ngày hôm nay của bản thử, ví dụ 2026-11-21."))
    ] = "",
) -> None:
    context.obj = session.Session(account=account, json=json, today=today)
