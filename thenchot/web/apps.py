"""The site as a Django app."""

from django.apps import AppConfig


class Web(AppConfig):
    name = "thenchot.web"
    label = "web"
