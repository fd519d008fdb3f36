"""Django's own command, closed: a password is its holder's, or reset by two persons."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from .createsuperuser import Command as Refusing


class Command(Refusing):
    """Refuses."""

    def handle(self, *_args: Any, **_options: Any) -> None:
        raise CommandError(
            _("Mật khẩu do người giữ tài khoản tự đổi: `thenchot account password`; cấp lại cần hai người.")
        )
