"""Drafts as a Django app: their tables lie in the personal database, their texts under its keys."""

from django.apps import AppConfig


class Drafts(AppConfig):
    name = "thenchot.reports.drafts"
    label = "drafts"

    def ready(self) -> None:
        from thenchot.sealed import rotation

        from . import backup

        backup.register()
        if "drafts_text" not in rotation.BESIDE:
            rotation.BESIDE.append("drafts_text")
