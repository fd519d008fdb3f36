"""Accounts, roles and the viewing log as a Django app."""

from django.apps import AppConfig


class Access(AppConfig):
    name = "thenchot.access"
    label = "access"
