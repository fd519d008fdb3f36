"""Accounts, roles and the viewing log as a Django app; its rules join the one action."""

from django.apps import AppConfig


class Access(AppConfig):
    name = "thenchot.access"
    label = "access"

    def ready(self) -> None:
        from thenchot.law.recording import register

        from . import rules

        register("access", rules.RULES)
