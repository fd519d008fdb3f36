"""The national member list as a Django app: uploads for a day, what an office taught it, reconciliation."""

from django.apps import AppConfig


class National(AppConfig):
    name = "thenchot.exchange.national"
    label = "national"

    def ready(self) -> None:
        from thenchot.access import erasing, tables_beside
        from thenchot.sealed import rotation

        from . import agreeing, lines, uploads
        from .models import TABLES

        agreeing.register()
        rotation.take_along("national_line")
        tables_beside.take_along("national", TABLES)
        erasing.HOOKS.append(uploads.forget_person)
        erasing.HOOKS.append(lines.forget_person)
