"""The book as a Django app."""

from django.apps import AppConfig


class Ledger(AppConfig):
    name = "thenchot.ledger"
    label = "ledger"
