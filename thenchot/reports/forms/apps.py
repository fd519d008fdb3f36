"""Forms as a Django app: their tables lie in the personal database, what they hold under its keys."""

from django.apps import AppConfig


class Forms(AppConfig):
    name = "thenchot.reports.forms"
    label = "forms"

    def ready(self) -> None:
        from thenchot.sealed import rotation

        from . import backup, issuing

        issuing.register()
        backup.register()

        if "forms_text" not in rotation.BESIDE:
            rotation.BESIDE.append("forms_text")
