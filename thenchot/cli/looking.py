"""show and figures: looking, never writing. A person opens through the viewing log."""

from __future__ import annotations

import typer
from django.utils.translation import gettext as _

from . import figures, mending, showing


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    mending.add()
    app.command(
        "show", help=_("Xem một đảng viên hoặc tổ chức đảng vào một ngày; --to-review: cần xem lại.")
    )(showing.show)
    app.command(
        "figures", help=_("Số liệu của mọi tổ chức, mọi kỳ; mở thành dòng, phân tổ, so sánh, đối chiếu.")
    )(figures.figures)
