"""The sealed file as a Django app; its tables lie in the personal database."""

from django.apps import AppConfig


class Sealed(AppConfig):
    name = "thenchot.sealed"
    label = "sealed"
