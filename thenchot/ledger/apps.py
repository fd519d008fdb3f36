"""The book as a Django app. After every migrate the guards are put back: altering a table drops them."""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class Ledger(AppConfig):
    name = "thenchot.ledger"
    label = "ledger"

    def ready(self) -> None:
        post_migrate.connect(_put_guards_back, sender=self)


def _put_guards_back(using: str, **_: object) -> None:
    from .guards import install

    if using == "default":
        install(connections[using])
