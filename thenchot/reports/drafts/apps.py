"""Drafts as a Django app: their tables lie in the personal database, their texts under its keys."""

from django.apps import AppConfig


class Drafts(AppConfig):
    name = "thenchot.reports.drafts"
    label = "drafts"

    def ready(self) -> None:
        from thenchot.access import tables_beside

        from .models import TABLES

        tables_beside.take_along("drafts", TABLES)
