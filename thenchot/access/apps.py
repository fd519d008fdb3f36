"""Accounts, roles and the viewing log as a Django app; its rules join the one action."""

from django.apps import AppConfig


class Access(AppConfig):
    name = "thenchot.access"
    label = "access"

    def ready(self) -> None:
        from thenchot.law import words as words_of_law
        from thenchot.law.recording import register

        from . import limits, resetting, rules, words

        register("access", rules.RULES)
        words_of_law.register(words.OBJECTIONS)
        resetting.register()
        limits.register()
