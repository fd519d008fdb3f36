"""One run of a command: who acts, on which day, how the answer is printed. The clock is read here."""

from __future__ import annotations

import json as json_text
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from thenchot.access.accounts import Account
from thenchot.access.desk import Desk
from thenchot.law.recording import VIET_NAM
from thenchot.ledger.events import Mode
from thenchot.surface.clock import moment

from .troubles import Stop


@dataclass
class Session:
    """Made by the common options; commands reach it as `context.obj`."""

    account: str = ""
    json: bool = False
    today: str = ""
    out: Console = field(default_factory=lambda: Console(highlight=False, soft_wrap=True))
    err: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))

    @cached_property
    def desk(self) -> Desk:
        """The installation of the settings, opened."""
        return Desk.open()

    @property
    def me(self) -> Account:
        """The account that acts. A one-time password opens nothing but the choice of another.

        Commands of a demo ask for no password, so there it stands in nobody's way.
        """
        if self.signed_in.must_change and self.desk.mode is Mode.SERVICE:
            raise Stop(
                _(
                    "Mật khẩu một lần chỉ dùng để chọn mật khẩu mới: thenchot account password --as {name}"
                ).format(name=self.signed_in.name)
            )
        return self.signed_in

    @cached_property
    def signed_in(self) -> Account:
        """Whoever it is. A service asks for the password; a demo does not."""
        if not self.account:
            raise typer.BadParameter(_("Đề nghị cho biết tài khoản thực hiện: --as TÀI_KHOẢN."))
        password = None
        if self.desk.mode is Mode.SERVICE:
            password = os.environ.get("THENCHOT_PASSWORD") or typer.prompt(
                _("Mật khẩu"), hide_input=True, err=True
            )
        return self.desk.sign_in(self.account, password, at=self.now)

    @cached_property
    def now(self) -> datetime:
        """The moment of this run: the clock's; in a demo one of the demo's own today, never going back."""
        return moment(self.desk.mode, datetime.now(UTC), self.today)

    @property
    def day(self) -> date:
        """Today in Viet Nam."""
        return self.now.astimezone(VIET_NAM).date()

    def say(self, text: str) -> None:
        """A sentence for the person; with --json it goes to standard error."""
        (self.err if self.json else self.out).print(text, markup=False)

    def answer(self, value: Any) -> None:
        """The answer as JSON."""
        sys.stdout.write(json_text.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "") -> None:
        """A table for people; numbers stand to the right."""
        listed = [[str(cell) if cell is not None else "" for cell in row] for row in rows]
        table = Table(
            title=title or None, title_justify="left", header_style="bold", box=None, pad_edge=False
        )
        for place, head in enumerate(heads):
            right = bool(listed) and all(_numeric(row[place]) for row in listed if row[place])
            table.add_column(head, justify="right" if right else "left", overflow="fold")
        for row in listed:
            table.add_row(*row)
        self.out.print(table)

    def listing(
        self, heads: Mapping[str, str], rows: Sequence[Mapping[str, Any]], *, title: str = ""
    ) -> None:
        """Rows as JSON or as a table whose heads are `key → title`."""
        if self.json:
            self.answer(list(rows))
        else:
            self.table(list(heads.values()), [[row.get(key) for key in heads] for row in rows], title=title)

    @contextmanager
    def progress(self, label: str, total: int | None = None) -> Iterator[Any]:
        """A bar on standard error; it gives a function to call with how much is done, and a word."""
        bar = Progress(
            TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,.0f}"),
            TimeElapsedColumn(), console=self.err, disable=self.json, transient=False,
        )  # fmt: skip
        with bar:
            task = bar.add_task(label, total=total)

            def done(number: int, word: str = "") -> None:
                bar.update(task, completed=number, description=f"{label} {word}".strip())

            yield done


def _numeric(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("%", "").replace("−", "").strip().isdigit()
