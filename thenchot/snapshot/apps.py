"""Segments, figures and closings as a Django app."""

from django.apps import AppConfig


class Snapshot(AppConfig):
    name = "thenchot.snapshot"
    label = "snapshot"

    def ready(self) -> None:
        from thenchot.access.erasing import HOOKS

        from . import events, segments  # noqa: F401  the kind of `events` must be known
        from .closing.registered import register

        register()
        if segments.forget not in HOOKS:
            HOOKS.append(segments.forget)
