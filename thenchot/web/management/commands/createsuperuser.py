"""Django's own command, closed: nobody has rights without a paper in the book."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _


class Command(BaseCommand):
    """Refuses."""

    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("rest", nargs="*")

    def handle(self, *_args: Any, **_options: Any) -> None:
        raise CommandError(
            _("Phần mềm không có tài khoản toàn quyền. Tài khoản lập bằng `thenchot account`, có hai người.")
        )
