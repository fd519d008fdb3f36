"""The site as a Django app."""

from django.apps import AppConfig


class Web(AppConfig):
    name = "thenchot.web"
    label = "web"

    def ready(self) -> None:
        from thenchot.surface.printing.registered import register

        register()
        from thenchot.surface.drafting import issue as drafting_issue

        drafting_issue.register()
        from .signin import sessions  # noqa: F401 — a session becomes the account's when somebody signs in
