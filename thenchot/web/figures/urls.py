"""Addresses below /so-lieu/: an organisation's figures, the rows behind one, its parts, what moved."""

from django.urls import path, register_converter

from ..addresses import Subject
from . import moved, parts, rows, table

register_converter(Subject, "organisation")

app_name = "figures"
urlpatterns = [
    path("", table.home, name="home"),
    path("<organisation:organisation>/", table.organisation, name="organisation"),
    path("<organisation:organisation>/tang-giam/", moved.moved, name="moved"),
    path("<organisation:organisation>/dau-ky/", moved.opening, name="opening"),
    path("<organisation:organisation>/<str:code>/", rows.rows, name="rows"),
    path("<organisation:organisation>/<str:code>/phan-to/", parts.parts, name="parts"),
]
