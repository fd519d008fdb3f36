"""Segments, figures and closings as a Django app."""

from django.apps import AppConfig


class Snapshot(AppConfig):
    name = "thenchot.snapshot"
    label = "snapshot"

    def ready(self) -> None:
        from . import events  # noqa: F401  its kind must be known
        from .closing.registered import register

        register()
