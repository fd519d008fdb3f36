"""Segments, figures and closings as a Django app."""

from django.apps import AppConfig


class Snapshot(AppConfig):
    name = "thenchot.snapshot"
    label = "snapshot"
