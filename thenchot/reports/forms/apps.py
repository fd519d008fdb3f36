"""Forms as a Django app: their tables lie in the personal database, what they hold under its keys."""

from django.apps import AppConfig


class Forms(AppConfig):
    name = "thenchot.reports.forms"
    label = "forms"

    def ready(self) -> None:
        from thenchot.access import tables_beside

        from . import issuing
        from .models import TABLES

        issuing.register()
        tables_beside.take_along("forms", TABLES)
